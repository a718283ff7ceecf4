"""Whisper in a process of its own, with a small model that truly understands its phrases."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import pytest_asyncio

from models.engine_errors import EngineDied, SpeechModelUnfit, TranslationMissing
from models.speech.engines import RATE_HZ, Hearing
from models.speech.whisper_process import WhisperProcess
from tests.peers.random_whisper import random_whisper
from tests.peers.spoken_corpus import silence, speech

COMMANDS = Path(__file__).parents[2] / "data" / "whisper_commands"
ENGLISH = Hearing(language="en")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def ears() -> AsyncIterator[WhisperProcess]:
    process = WhisperProcess(COMMANDS, threads=1)
    await process.start()
    yield process
    await process.aclose()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def large_ears(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[WhisperProcess]:
    """Of true size and with languages; what it says is rubbish."""
    process = WhisperProcess(random_whisper(tmp_path_factory.mktemp("models"), size="tiny"), threads=1)
    await process.start()
    yield process
    await process.aclose()


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("text", ["Set a timer for five minutes.", "What time is it?", "Stop."])
async def test_it_understands_what_is_said(ears: WhisperProcess, text: str) -> None:
    heard = await ears.transcribe(speech(text), ENGLISH)
    assert heard.text == text
    assert heard.language == "en"
    assert 0 < heard.engine_s < 20
    assert heard.segments[0].no_speech_probability < 0.5


async def test_words_come_with_their_times(ears: WhisperProcess) -> None:
    heard = await ears.transcribe(speech("Set a timer for five minutes."), Hearing(language="en", word_times=True))
    words = [word for segment in heard.segments for word in segment.words]
    assert "".join(word.text for word in words).strip() == "Set a timer for five minutes."
    assert all(0 <= word.start_s <= word.end_s <= heard.duration_s for word in words)
    assert all(0 < word.probability <= 1 for word in words)


async def test_text_out_of_silence_says_that_nobody_spoke(ears: WhisperProcess) -> None:
    heard = await ears.transcribe(silence(2.0), ENGLISH)
    assert all(segment.no_speech_probability > 0.6 for segment in heard.segments)


async def test_no_sound_is_no_text_and_needs_no_engine() -> None:
    process = WhisperProcess(COMMANDS)
    heard = await process.transcribe(np.zeros(0, dtype=np.float32), ENGLISH)
    assert (heard.text, heard.segments, process.alive) == ("", (), False)


async def test_sound_that_is_no_sound_does_no_harm(ears: WhisperProcess) -> None:
    broken = np.full(RATE_HZ, np.nan, dtype=np.float32)
    broken[::7] = np.inf
    for sound in (broken, np.zeros(1, dtype=np.float32), speech("Stop.") * np.float32(1e6)):
        assert await ears.transcribe(sound, ENGLISH)
    assert (await ears.transcribe(speech("Stop.").astype(np.float64), ENGLISH)).text == "Stop."  # type: ignore[arg-type]


async def test_what_this_model_cannot_translate_is_refused_before_any_work(ears: WhisperProcess) -> None:
    await ears.start()
    with pytest.raises(TranslationMissing):
        await ears.transcribe(speech("Stop."), Hearing(task="translate"))
    with pytest.raises(TranslationMissing):
        await anext(ears.transcribe_file(b"x", Hearing(task="translate")))


async def test_the_language_is_found_out_or_taken_as_fixed(large_ears: WhisperProcess) -> None:
    sound = speech("Good morning.")
    short = Hearing(most_tokens=4)
    found = await large_ears.transcribe(sound, short)
    assert len(found.language) in (2, 3)
    assert 0 < found.language_probability <= 1
    fixed = await large_ears.transcribe(sound, Hearing(language="de-AT", most_tokens=4))
    assert (fixed.language, fixed.language_probability) == ("de", 1.0)
    unknown = await large_ears.transcribe(sound, Hearing(language="tlh", most_tokens=4))
    assert unknown.language == found.language


async def test_a_model_with_languages_translates(large_ears: WhisperProcess) -> None:
    assert await large_ears.transcribe(speech("Hallo", voice="de"), Hearing("de", "translate", most_tokens=4))


async def test_text_is_no_longer_than_was_wanted_however_many_names_are_expected(large_ears: WhisperProcess) -> None:
    names = tuple(f"Name{number} Österreicher" for number in range(400))
    few = await large_ears.transcribe(speech("Hello."), Hearing(language="en", hotwords=names, most_tokens=3))
    assert len(few.text.encode()) <= 3 * 2 * 3  # a token of this vocabulary is at most two bytes, shown as three each
    assert await large_ears.transcribe(speech("Hello."), Hearing(language="en", hotwords=names, most_tokens=448))


async def test_a_final_call_is_served_before_partial_ones_that_wait(large_ears: WhisperProcess) -> None:
    order: list[str] = []
    assert large_ears.pid is not None
    os.kill(large_ears.pid, signal.SIGSTOP)  # until all have called

    async def hear(name: str, priority: str) -> None:
        await large_ears.transcribe(speech("One two."), Hearing(language="en", most_tokens=4), priority=priority)  # type: ignore[arg-type]
        order.append(name)

    async with asyncio.TaskGroup() as calls:
        for name, priority in (("running", "partial"), ("p1", "partial"), ("p2", "partial"), ("f1", "final")):
            calls.create_task(hear(name, priority))
        while len(large_ears._waiting) < 4:  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0)
        os.kill(large_ears.pid, signal.SIGCONT)
    assert sorted(order[:2]) == ["f1", "running"]  # one may have been begun before the others came
    assert order[2:] == ["p1", "p2"]


async def test_a_cancelled_call_is_given_up_and_the_next_is_served(ears: WhisperProcess) -> None:
    await ears.start()
    pid = ears.pid
    calls = [asyncio.create_task(ears.transcribe(speech("Set a timer for five minutes."), ENGLISH)) for _ in range(5)]
    await asyncio.sleep(0)
    for call in calls:
        call.cancel()
    ended = await asyncio.gather(*calls, return_exceptions=True)
    assert all(isinstance(end, asyncio.CancelledError) for end in ended)
    assert (await ears.transcribe(speech("What time is it?"), ENGLISH)).text == "What time is it?"
    assert ears.pid == pid


async def test_a_child_that_dies_is_told_to_all_who_wait_and_replaced_by_the_next_call(ears: WhisperProcess) -> None:
    await ears.start()
    assert ears.pid is not None
    first = ears.pid
    os.kill(first, signal.SIGSTOP)
    calls = [asyncio.create_task(ears.transcribe(speech("Stop."), ENGLISH)) for _ in range(3)]
    await asyncio.sleep(0)
    os.kill(first, signal.SIGKILL)
    for call in calls:
        with pytest.raises(EngineDied) as died:
            await call
        assert died.value.status == -signal.SIGKILL
        assert not died.value.blames_card
    assert (await ears.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    assert ears.pid != first


async def test_an_interrupt_at_the_terminal_is_not_meant_for_the_child(ears: WhisperProcess) -> None:
    await ears.start()
    pid = ears.pid
    assert pid is not None
    os.kill(pid, signal.SIGINT)
    assert (await ears.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    assert ears.pid == pid


async def test_a_start_that_is_cancelled_leaves_nothing_behind(tmp_path: Path) -> None:
    children = set(psutil.Process().children())
    process = WhisperProcess(COMMANDS, threads=1)
    start = asyncio.create_task(process.start())
    while not process.alive:  # noqa: ASYNC110 - nobody announces it
        await asyncio.sleep(0.001)
    start.cancel()
    with pytest.raises(asyncio.CancelledError):
        await start
    assert not process.alive
    assert set(psutil.Process().children()) <= children
    assert (await process.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    await process.aclose()


async def test_closing_ends_the_child_and_whoever_waits_and_may_be_done_twice(tmp_path: Path) -> None:
    process = WhisperProcess(COMMANDS, threads=1)
    await process.aclose()
    await process.start()
    pid = process.pid
    assert pid is not None
    assert process.memory_bytes() > 10_000_000
    call = asyncio.create_task(process.transcribe(speech("Stop."), ENGLISH))
    await asyncio.sleep(0)
    await process.aclose()
    with contextlib.suppress(EngineDied):
        await call
    await process.aclose()
    assert (process.pid, process.memory_bytes(), psutil.pid_exists(pid)) == (None, 0, False)


async def test_several_who_start_at_once_share_one_child() -> None:
    process = WhisperProcess(COMMANDS, threads=1)
    texts = await asyncio.gather(*(process.transcribe(speech("Stop."), ENGLISH) for _ in range(3)))
    assert {heard.text for heard in texts} == {"Stop."}
    assert len([child for child in psutil.Process().children() if child.pid == process.pid]) == 1
    await process.aclose()


async def test_a_model_deleted_while_loaded_is_missed_only_at_the_next_start(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(COMMANDS, tmp_path / "model"))
    process = WhisperProcess(folder, threads=1)
    await process.start()
    shutil.rmtree(folder)
    assert (await process.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    await process.aclose()
    with pytest.raises(SpeechModelUnfit):
        await process.transcribe(speech("Stop."), ENGLISH)
    assert not process.alive


async def test_a_damaged_folder_is_refused_before_a_process_is_started(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(COMMANDS, tmp_path / "model"))
    (folder / "tokenizer.json").unlink()
    process = WhisperProcess(folder)
    with pytest.raises(SpeechModelUnfit) as refused:
        await process.start()
    assert refused.value.file == "tokenizer.json"
    assert process.pid is None


async def test_damage_that_no_look_at_the_folder_shows_is_a_model_that_is_unfit(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(COMMANDS, tmp_path / "model"))
    (folder / "vocabulary.json").write_text('["too", "short"]')
    (folder / "tokenizer.json").write_text('{"version": "1.0", "model": {}}')
    process = WhisperProcess(folder)
    with pytest.raises(SpeechModelUnfit):
        await process.start()
    await process.aclose()
