"""Whole files as text: in steps, in the file's own time, and without holding up whoever speaks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
import pytest_asyncio

from models.engine_errors import EngineDied, SoundUnreadable
from models.speech.engines import RATE_HZ, Hearing, Samples, Segment
from models.speech.whisper_messages import FileProgress
from models.speech.whisper_process import WhisperProcess
from tests.peers.random_whisper import random_whisper
from tests.peers.sound_maker import encoded, silent_film, wave_file, with_gap
from tests.peers.spoken_corpus import silence, speech

COMMANDS = Path(__file__).parents[2] / "data" / "whisper_commands"
ENGLISH = Hearing(language="en")
SAID = ("Set a timer for five minutes.", "What time is it?", "Stop.")
AILING = "tests.peers.ailing_ears"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def ears() -> AsyncIterator[WhisperProcess]:
    process = WhisperProcess(COMMANDS, threads=1)
    await process.start()
    yield process
    await process.aclose()


pytestmark = pytest.mark.asyncio(loop_scope="module")


def _recording() -> tuple[Samples, list[float]]:
    """All that is said, with pauses, and when each begins."""
    parts: list[Samples] = []
    starts: list[float] = []
    for text in SAID:
        parts.append(silence(4.0))
        starts.append(sum(map(len, parts)) / RATE_HZ)
        parts.append(speech(text, lead_s=0, tail_s=0))
    return np.concatenate([*parts, silence(4.0)]), starts


async def _all(process: WhisperProcess, source: Path | bytes, hearing: Hearing = ENGLISH) -> list[Segment]:
    return [piece async for piece in process.transcribe_file(source, hearing) if isinstance(piece, Segment)]


@pytest.mark.parametrize(
    ("form", "codec", "video"), [("wav", "pcm_s16le", False), ("ogg", "libopus", False), ("mp4", "aac", True)]
)
async def test_a_file_is_heard_in_its_own_time(
    ears: WhisperProcess, tmp_path: Path, form: str, codec: str, *, video: bool
) -> None:
    sound, starts = _recording()
    path = tmp_path / "recording"
    path.write_bytes(encoded(sound, form, codec, rate_hz=48_000, video=video))
    segments = await _all(ears, path)
    assert [segment.text.strip() for segment in segments] == list(SAID)
    for segment, start_s in zip(segments, starts, strict=True):
        assert start_s - 1.0 < segment.start_s < start_s + 0.7
        assert segment.start_s < segment.end_s < start_s + 5


async def test_bytes_that_are_no_file_are_heard_as_well_and_words_have_the_file_s_time(ears: WhisperProcess) -> None:
    sound, starts = _recording()
    segments = await _all(ears, wave_file(sound), Hearing(language="en", word_times=True))
    assert [segment.text.strip() for segment in segments] == list(SAID)
    for segment, start_s in zip(segments, starts, strict=True):
        assert all(start_s - 1.5 < word.start_s <= word.end_s < start_s + 5 for word in segment.words)


async def test_progress_only_grows_and_ends_at_the_end(ears: WhisperProcess) -> None:
    sound, _ = _recording()
    told = [p async for p in ears.transcribe_file(wave_file(sound), ENGLISH) if isinstance(p, FileProgress)]
    assert told[0].done_s == 0
    assert [piece.done_s for piece in told] == sorted(piece.done_s for piece in told)
    assert told[-1].done_s == told[-1].total_s == pytest.approx(len(sound) / RATE_HZ, abs=0.05)
    assert told[-1].language == "en"


async def test_hearing_goes_on_where_it_was_left(ears: WhisperProcess) -> None:
    sound, starts = _recording()
    pieces = ears.transcribe_file(wave_file(sound), ENGLISH, clip_start_s=starts[1] - 1.5)
    segments = [piece async for piece in pieces if isinstance(piece, Segment)]
    assert [segment.text.strip() for segment in segments] == list(SAID[1:])
    assert segments[0].start_s == pytest.approx(starts[1], abs=0.8)


async def test_silence_and_a_gap_of_an_hour_give_no_text(ears: WhisperProcess) -> None:
    assert await _all(ears, wave_file(silence(300))) == []
    stop = speech("Stop.", lead_s=0.5, tail_s=0.5)
    segments = await _all(ears, with_gap(stop, stop, gap_s=3_600))
    assert [segment.text.strip() for segment in segments] == ["Stop.", "Stop."]
    assert segments[1].start_s > 3_600


@pytest.mark.parametrize("data", [b"", b"no sound " * 400, silent_film(), bytes(70_000)])
async def test_a_file_without_sound_is_told_and_the_next_is_heard(ears: WhisperProcess, data: bytes) -> None:
    with pytest.raises(SoundUnreadable):
        await _all(ears, data)
    assert (await ears.transcribe(speech("Stop."), ENGLISH)).text == "Stop."


async def test_a_missing_file_or_a_folder_is_told(ears: WhisperProcess, tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.wav", tmp_path):
        with pytest.raises(SoundUnreadable):
            await _all(ears, path)


async def test_a_closed_iterator_stops_the_work_and_the_child_goes_on(ears: WhisperProcess) -> None:
    sound, _ = _recording()
    pid = ears.pid
    pieces = ears.transcribe_file(wave_file(np.tile(sound, 20)), ENGLISH)
    async for piece in pieces:
        if isinstance(piece, Segment):
            break
    await pieces.aclose()
    assert (await ears.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    assert ears.pid == pid


async def test_a_child_that_does_not_stop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_TEST_FAULT", "hangs_later")
    process = WhisperProcess(COMMANDS, threads=1, host=AILING)
    pieces = process.transcribe_file(wave_file(_recording()[0]), ENGLISH)
    assert isinstance(await anext(pieces), FileProgress)
    reading = asyncio.create_task(_to_the_end(pieces))
    await asyncio.sleep(0.5)
    reading.cancel()
    began = time.monotonic()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await pieces.aclose()
    assert time.monotonic() - began < 15  # not the ten minutes that the child would take
    assert not process.alive
    await process.aclose()


async def _to_the_end(pieces: AsyncIterator[FileProgress | Segment]) -> None:
    async for _ in pieces:
        pass


async def test_who_speaks_is_heard_between_two_windows_of_a_file(ears: WhisperProcess) -> None:
    sound, _ = _recording()
    pieces = ears.transcribe_file(wave_file(np.tile(sound, 8)), ENGLISH)
    await anext(pieces)
    reading = asyncio.create_task(_to_the_end(pieces))
    assert (await ears.transcribe(speech("What time is it?"), ENGLISH)).text == "What time is it?"
    assert not reading.done()
    await reading


async def test_a_child_that_dies_in_the_middle_of_a_file_is_told(ears: WhisperProcess) -> None:
    pieces = ears.transcribe_file(wave_file(np.tile(_recording()[0], 20)), ENGLISH)
    await anext(pieces)
    assert ears._pipe is not None
    ears._pipe.kill()
    with pytest.raises(EngineDied):
        await _to_the_end(pieces)
    assert (await ears.transcribe(speech("Stop."), ENGLISH)).text == "Stop."


@pytest.mark.parametrize("minutes", [3, pytest.param(30, marks=pytest.mark.storm)])
async def test_long_files_are_never_in_memory_whole(tmp_path: Path, minutes: int) -> None:
    """Sound of another length does not change what the child takes; whole it would be 3.8 MB a minute, twice."""
    process = WhisperProcess(random_whisper(tmp_path, size="tiny"), threads=1)
    path = tmp_path / "long.wav"
    hiss = np.random.default_rng(1).normal(0, 0.01, RATE_HZ * 60).astype(np.float32)
    minute = np.concatenate((speech("Hello there.", lead_s=1), hiss))[: RATE_HZ * 60]
    path.write_bytes(wave_file(np.tile(minute, minutes)))
    await process.start()
    hearing = Hearing(language="en", most_tokens=2)
    most = first = 0
    async for piece in process.transcribe_file(path, hearing):
        if isinstance(piece, FileProgress) and piece.done_s > 90:
            first = first or process.memory_bytes()
            most = max(most, process.memory_bytes())
    await process.aclose()
    assert most - first < 40_000_000
