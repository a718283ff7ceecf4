from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest

from models.engine_errors import VoiceFailed, VoiceUnfit
from models.speech.engines import Samples, Saying
from models.speech.piper import LOUDNESS, PiperSynthesiser
from tests.conftest import ROOT
from tests.peers.little_piper import write_little_piper
from tests.peers.patience import PATIENCE_S

UNIT_VOICE = ROOT / "tests" / "data" / "piper_unit_voice"


@pytest.fixture
async def unit_voice() -> AsyncIterator[PiperSynthesiser]:
    voice = PiperSynthesiser(UNIT_VOICE)
    yield voice
    await voice.aclose()


async def sound_of(voice: PiperSynthesiser, text: str, saying: Saying = Saying()) -> Samples:  # noqa: B008
    return np.concatenate([np.zeros(0, np.float32), *[piece.samples async for piece in voice.synthesise(text, saying)]])


async def test_the_unit_voice_speaks_sentence_by_sentence(unit_voice: PiperSynthesiser) -> None:
    pieces = [piece async for piece in unit_voice.synthesise("What time is it? Good morning.", Saying())]
    assert len(pieces) == 2
    assert all(piece.rate_hz == 22050 and 0.4 < piece.duration_s < 2 for piece in pieces)
    assert all(piece.samples.dtype == np.float32 and np.abs(piece.samples).max() <= 1 for piece in pieces)
    assert (unit_voice.languages, unit_voice.device) == (("en",), "cpu")


async def test_facts_are_known_before_anything_is_loaded(unit_voice: PiperSynthesiser) -> None:
    facts = unit_voice.facts
    assert (facts.name, facts.languages, facts.speakers, facts.rate_hz) == ("unit_voice", ("en",), (), 22050)
    assert unit_voice.device == ""


@pytest.mark.parametrize("text", ["", "   ", "..."])
async def test_a_text_without_words_is_no_sound(unit_voice: PiperSynthesiser, text: str) -> None:
    assert len(await sound_of(unit_voice, text)) == 0


async def test_double_brackets_are_no_raw_phonemes(unit_voice: PiperSynthesiser) -> None:
    plain = await sound_of(unit_voice, "Say ( ( good morning ) ) now.")
    assert len(await sound_of(unit_voice, "Say [[ good morning ]] now.")) > 0.8 * len(plain)


async def test_speed_reaches_the_model(tmp_path: Path) -> None:
    voice = PiperSynthesiser(write_little_piper(tmp_path / "v"))
    usual, fast, slow = [
        len(await sound_of(voice, "Good morning to you.", Saying(speed=speed))) for speed in (1.0, 2.0, 0.5)
    ]
    assert abs(fast * 2 - usual) <= 2
    assert abs(slow - usual * 2) <= 2
    await voice.aclose()


async def test_a_speaker_is_chosen_and_one_that_is_not_there_is_the_first(tmp_path: Path) -> None:
    voice = PiperSynthesiser(write_little_piper(tmp_path / "v", speakers=3))
    assert voice.facts.speakers == ("voice 0", "voice 1", "voice 2")
    pitches = [
        int(np.count_nonzero(np.diff(np.signbit(await sound_of(voice, "Good morning.", Saying(speaker=speaker))))))
        for speaker in (None, 0, 1, 2, 7, -1)
    ]
    assert pitches[0] == pitches[1] == pitches[4] == pitches[5]
    assert pitches[2] == pytest.approx(pitches[0] * 2, rel=0.05)
    assert pitches[3] == pytest.approx(pitches[0] * 3, rel=0.05)
    await voice.aclose()


@pytest.mark.parametrize("amplitude", [0.05, 0.5, 1.0])
async def test_every_voice_is_brought_to_the_same_loudness(tmp_path: Path, amplitude: float) -> None:
    voice = PiperSynthesiser(write_little_piper(tmp_path / "v", amplitude=amplitude))
    sound = await sound_of(voice, "Good morning.")
    assert np.sqrt(np.mean(sound**2)) == pytest.approx(LOUDNESS, rel=0.1)
    louder = await sound_of(voice, "Good morning.", Saying(volume=2.0))
    assert np.allclose(louder, np.clip(sound * 2, -1, 1), atol=1e-3)
    await voice.aclose()


def damaged(folder: Path, kind: str) -> Path:
    write_little_piper(folder)
    model, config = folder / "hum.onnx", folder / "hum.onnx.json"
    told = json.loads(config.read_text())
    match kind:
        case "no config":
            config.unlink()
        case "no model":
            model.unlink()
        case "two models":
            shutil.copy(model, folder / "other.onnx")
        case "config cut":
            config.write_text(config.read_text()[:100])
        case "config list":
            config.write_text("[]")
        case "no phonemes":
            config.write_text(json.dumps({**told, "phoneme_id_map": {}}))
        case "odd rate":
            config.write_text(json.dumps({**told, "audio": {"sample_rate": 5}}))
        case "model cut":
            model.write_bytes(model.read_bytes()[:200])
        case "model empty":
            model.write_bytes(b"")
        case "model text":
            model.write_text("<html>not found</html>")
        case "odd phoneme type":
            config.write_text(json.dumps({**told, "phoneme_type": "runes"}))
        case "other model":
            shutil.copy(ROOT / "tests/data/whisper_commands/model.bin", model)
    return folder


@pytest.mark.parametrize(
    "kind", ["no config", "no model", "two models", "config cut", "config list", "no phonemes", "odd rate"]
)
def test_a_folder_that_is_no_voice_is_told_before_anything_is_loaded(tmp_path: Path, kind: str) -> None:
    with pytest.raises(VoiceUnfit):
        PiperSynthesiser(damaged(tmp_path / "v", kind))


@pytest.mark.parametrize("kind", ["model cut", "model empty", "model text", "odd phoneme type", "other model"])
async def test_a_damaged_model_is_told_when_it_is_loaded(tmp_path: Path, kind: str) -> None:
    voice = PiperSynthesiser(damaged(tmp_path / "v", kind))
    with pytest.raises(VoiceUnfit):
        await voice.warm()
    await voice.aclose()


async def test_a_voice_whose_files_are_deleted_while_it_is_loaded_goes_on(tmp_path: Path) -> None:
    folder = write_little_piper(tmp_path / "v")
    voice = PiperSynthesiser(folder)
    await voice.warm()
    shutil.rmtree(folder)
    assert len(await sound_of(voice, "Good morning.")) > 0
    await voice.aclose()


async def test_a_cancelled_sentence_does_not_hold_up_the_next_one(tmp_path: Path) -> None:
    """The slow model takes far longer than the limit for the long text; cancelled, it ends midway."""
    voice = PiperSynthesiser(write_little_piper(tmp_path / "v", layers=800, hop=3000), threads=1)
    await voice.warm()
    text = "a " * 400
    task = asyncio.create_task(sound_of(voice, text))
    await until_busy(voice)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(PATIENCE_S):
        assert len(await sound_of(voice, "a")) > 0
    await voice.aclose()


async def test_closing_ends_what_is_being_spoken_and_what_waits(tmp_path: Path) -> None:
    voice = PiperSynthesiser(write_little_piper(tmp_path / "v", layers=800, hop=3000), threads=1)
    await voice.warm()
    tasks = [asyncio.create_task(sound_of(voice, "a " * 400)) for _ in range(3)]
    await until_busy(voice)
    await voice.aclose()
    assert all(isinstance(result, VoiceFailed) for result in await asyncio.gather(*tasks, return_exceptions=True))
    await voice.aclose()
    with pytest.raises(VoiceFailed):
        await sound_of(voice, "a")


async def test_what_waits_never_begins_when_closing_takes_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = PiperSynthesiser(write_little_piper(tmp_path / "v", layers=800, hop=3000), threads=1)
    await voice.warm()
    tasks = [asyncio.create_task(sound_of(voice, "a " * 400)) for _ in range(2)]
    await until_busy(voice)
    at_once = asyncio.to_thread

    async def later(work: Callable[[], None], **how: bool) -> None:
        await asyncio.wait(tasks)
        await at_once(work, **how)

    monkeypatch.setattr(asyncio, "to_thread", later)
    await voice.aclose()
    assert all(isinstance(result, VoiceFailed) for result in await asyncio.gather(*tasks, return_exceptions=True))


async def test_leaving_the_iterator_early_is_fine(unit_voice: PiperSynthesiser) -> None:
    async for _ in unit_voice.synthesise("One. Two. Three.", Saying()):
        break
    assert len(await sound_of(unit_voice, "Four.")) > 0


async def test_a_card_is_asked_for_in_vain_where_there_is_none(tmp_path: Path) -> None:
    import onnxruntime

    voice = PiperSynthesiser(write_little_piper(tmp_path / "v"), use_cuda=True)
    await voice.warm()
    assert voice.device == "cpu" or "CUDAExecutionProvider" in onnxruntime.get_available_providers()
    await voice.aclose()


async def until_busy(voice: PiperSynthesiser) -> None:
    """Until the worker is inside the graph of the task in hand."""
    loaded = voice._loaded
    assert loaded is not None
    before = loaded._session.stop
    async with asyncio.timeout(PATIENCE_S):
        while loaded._session.stop is before or loaded._session.stop.options is None:  # noqa: ASYNC110 (a thread's state)
            await asyncio.sleep(0.005)


@pytest.mark.real_models
@pytest.mark.skipif("HEARTH_TEST_PIPER" not in os.environ, reason="HEARTH_TEST_PIPER names no voice")
async def test_a_real_voice_speaks_as_fast_and_loud_as_it_is_told() -> None:
    voice = PiperSynthesiser(Path(os.environ["HEARTH_TEST_PIPER"]))
    text = "Good morning, this is a sentence of some length."
    usual = await sound_of(voice, text)
    assert 1.5 < len(usual) / voice.facts.rate_hz < 6
    assert len(await sound_of(voice, text, Saying(speed=1.6))) < 0.8 * len(usual)
    loud = usual[np.abs(usual) > np.abs(usual).max() / 100]
    assert LOUDNESS / 2 < np.sqrt(np.mean(loud**2)) < LOUDNESS * 2
    await voice.aclose()
