"""Real weights of Whisper, where `HEARTH_TEST_WHISPER` names a folder of them (any size, in faster-whisper's form)."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
import pytest_asyncio

from models.hardware import look_at_hardware
from models.speech.engines import RATE_HZ, Hearing, Segment
from models.speech.whisper_probe import probe
from models.speech.whisper_process import WhisperProcess
from tests.peers.sound_maker import wave_file
from tests.peers.spoken_corpus import noise_of, silence, speech

FOLDER = os.environ.get("HEARTH_TEST_WHISPER", "")

pytestmark = [
    pytest.mark.real_models,
    pytest.mark.skipif(not FOLDER, reason="HEARTH_TEST_WHISPER names no folder"),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def ears() -> AsyncIterator[WhisperProcess]:
    process = WhisperProcess(Path(FOLDER))
    await process.start()
    yield process
    await process.aclose()


def _bare(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter == " ").strip()


async def test_it_understands_english(ears: WhisperProcess) -> None:
    heard = await ears.transcribe(speech("The weather will be nice tomorrow.", speed=140), Hearing(language="en"))
    assert {"weather", "tomorrow"} <= set(_bare(heard.text).split())


async def test_words_have_times_that_grow(ears: WhisperProcess) -> None:
    hearing = Hearing(language="en", word_times=True)
    heard = await ears.transcribe(speech("One, two, three, four, five.", speed=140, lead_s=1.0), hearing)
    words = [word for segment in heard.segments for word in segment.words]
    assert words[0].start_s > 0.5
    assert [word.start_s for word in words] == sorted(word.start_s for word in words)
    assert words[-1].end_s <= heard.duration_s


async def test_the_language_is_found_out_and_translated(ears: WhisperProcess) -> None:
    if not ears.facts.multilingual:
        pytest.skip("a model for English")
    sound = speech("Guten Morgen, wie geht es Ihnen heute?", voice="de", speed=140)
    heard = await ears.transcribe(sound, Hearing())
    assert heard.language == "de"
    if ears.facts.can_translate:
        assert "morning" in _bare((await ears.transcribe(sound, Hearing("de", "translate"))).text)


async def test_no_text_that_claims_to_be_speech_comes_of_silence_or_noise(ears: WhisperProcess) -> None:
    sounds = (silence(5), noise_of("pink", 5.0, rms=0.003))
    assert [await _file_text(ears, wave_file(np.asarray(sound, np.float32))) for sound in sounds] == [[], []]


async def test_a_file_is_heard_in_its_time(ears: WhisperProcess) -> None:
    saying = speech("Please remember to buy some milk.", speed=140, lead_s=0, tail_s=0)
    sound = np.concatenate((silence(40), saying, silence(5)))
    segments = await _file_text(ears, wave_file(sound))
    assert "milk" in _bare(segments[-1].text)
    assert 39 < segments[0].start_s < 41.5
    assert segments[-1].end_s < len(sound) / RATE_HZ


async def _file_text(ears: WhisperProcess, data: bytes) -> list[Segment]:
    pieces = ears.transcribe_file(data, Hearing(language="en"))
    return [piece async for piece in pieces if isinstance(piece, Segment)]


async def test_the_probe_finds_a_device() -> None:
    verdict = await probe(Path(FOLDER), hardware=look_at_hardware())
    assert verdict.per_device[verdict.device].ok
    assert verdict.encode_s > 0
