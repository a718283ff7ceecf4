from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest

from core.chat.note_text import note_text
from core.events import VoiceStateChanged
from core.voice import opus_sound
from core.voice.voice_notes import VoiceNoteRecorder
from models.engine_errors import SoundUnreadable
from models.speech.engines import Hearing
from tests.peers.patience import PATIENCE_S
from tests.peers.spoken_corpus import silence
from tests.peers.voice_stage import VoiceStage, quiet, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


async def _say(stage: VoiceStage, recorder: VoiceNoteRecorder, *sounds: object) -> None:
    """Speak, and wait until the recorder has it all."""
    stage.say(*sounds, quiet(0.3))  # type: ignore[arg-type]
    before = -1.0
    async with asyncio.timeout(PATIENCE_S):
        while stage.devices.microphone.waiting or recorder.duration_s != before or not before:
            before = recorder.duration_s
            await asyncio.sleep(0.1)


async def test_a_note_is_only_its_text_unless_the_sound_is_wanted(stage: VoiceStage) -> None:
    recorder = stage.voice.note_recorder
    await recorder.begin()
    assert recorder.is_recording
    assert stage.voice.microphone_open
    await _say(stage, recorder, "Read my messages.")
    note = await recorder.finish()
    assert (note.text, note.language, note.sound) == ("Read my messages.", "en", None)
    assert note.attachment("Note") is None
    assert not recorder.is_recording
    assert not stage.voice.microphone_open
    opened = [change.microphone_open for change in stage.changes if isinstance(change, VoiceStateChanged)]
    assert True in opened
    assert opened[-1] is False


async def test_the_sound_goes_along_where_it_is_wanted_and_carries_its_words(stage: VoiceStage) -> None:
    await stage.set(keep_recordings="audio")
    recorder = stage.voice.note_recorder
    await recorder.begin()
    await _say(stage, recorder, "Set a timer for five minutes.")
    note = await recorder.finish()
    attachment = note.attachment("Voice note")
    assert attachment is not None
    assert (attachment.kind, attachment.name, attachment.media_type) == ("file", "Voice note.ogg", "audio/ogg")
    assert note_text(attachment.data) == note.text == "Set a timer for five minutes."
    sound = await asyncio.to_thread(opus_sound.decoded, attachment.data)
    assert abs(len(sound) / 16_000 - note.duration_s) < 0.1
    again = await stage.voice.engines.recogniser.transcribe(sound, Hearing(language="en"))
    assert again.text == note.text


async def test_a_long_note_is_understood_piece_by_piece(stage: VoiceStage) -> None:
    recorder = stage.voice.note_recorder
    await recorder.begin()
    phrases = ("Read my messages.", "Good morning.", "Take a screenshot.", "Open the browser.") * 5
    for phrase in phrases:
        stage.say(phrase, quiet(1.6))
    await _say(stage, recorder)
    note = await recorder.finish()
    assert note.duration_s > 40
    said, heard = " ".join(phrases).split(), note.text.split()
    assert SequenceMatcher(None, said, heard).ratio() > 0.7  # the small model mishears some phrases of some voices
    assert 0.8 < len(heard) / len(said) < 1.25
    times = [word.start_s for word in note.words]
    assert times == sorted(times)


async def test_silence_is_a_note_without_words(stage: VoiceStage) -> None:
    recorder = stage.voice.note_recorder
    await recorder.begin()
    await _say(stage, recorder, silence(3.0), quiet(3.0))
    assert (await recorder.finish()).text == ""


async def test_a_cancelled_note_leaves_nothing(stage: VoiceStage) -> None:
    recorder = stage.voice.note_recorder
    await recorder.begin()
    await _say(stage, recorder, "Good morning.")
    await recorder.cancel()
    await recorder.cancel()
    assert not stage.voice.microphone_open
    assert recorder.duration_s == 0
    assert "voice note" not in [task.get_name() for task in asyncio.all_tasks()]


async def test_locking_ends_a_note(tmp_path: Path) -> None:
    async with voice_stage(tmp_path) as stage:
        recorder = stage.voice.note_recorder
        await recorder.begin()
        await _say(stage, recorder, "Good morning.")
        await stage.assistant.lock("owner")
        assert not recorder.is_recording
        assert not stage.voice.microphone_open


def test_opus_gives_back_what_was_said() -> None:
    rng = np.random.default_rng(1)
    time_s = np.arange(16_000 * 4) / 16_000
    sound = (0.3 * np.sin(2 * np.pi * 300 * time_s) * (0.5 + 0.5 * np.sin(7 * time_s))).astype(np.float32)
    sound += rng.standard_normal(len(sound)).astype(np.float32) * 1e-3
    data = opus_sound.encoded(sound)
    heard = opus_sound.decoded(data)
    assert len(heard) == len(sound)
    assert np.corrcoef(sound[4000:-4000], heard[4000:-4000])[0, 1] > 0.9
    rest = np.concatenate(list(opus_sound.blocks(data, start_s=2.5)))
    assert abs(len(rest) - 16_000 * 1.5) < 800


@pytest.mark.parametrize("data", [b"", b"OggS", b"RIFF1234WAVE", b"OggS" + bytes(300)])
def test_what_is_no_opus_file_is_refused(data: bytes) -> None:
    with pytest.raises(SoundUnreadable):
        opus_sound.decoded(data)
    assert note_text(data) == ""


@pytest.mark.parametrize("text", ["Grüße “aus” Köln", "a" * 254, "a" * 255, "word " * 40_000])
def test_words_of_any_length_lie_in_the_file(text: str) -> None:
    assert note_text(opus_sound.encoded(np.zeros(8000, np.float32), text=text)) == text.strip()
