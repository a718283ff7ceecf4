from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.settings.sections import VoiceOfLanguage
from core.voice.voice_choice import MOST_LOADED, SYSTEM
from core.voice.voice_trouble import NoVoice, VoiceDamaged, VoiceGaveUp
from models.engine_errors import VoiceFailed
from models.speech.engines import Saying
from models.speech.piper import PiperSynthesiser
from models.speech.system_voice import SystemVoice
from tests.peers.little_piper import write_little_piper
from tests.peers.speaking_stage import UNIT_VOICE, SpeakingStage

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed here")


def install(stage: SpeakingStage, voice_id: str, *, language: str = "en", speakers: int = 1) -> None:
    name = voice_id.removeprefix("piper:")
    folder = write_little_piper(stage.files.root.parent / name, name=name, language=language, speakers=speakers)
    stage.install(voice_id, folder)


async def chosen(stage: SpeakingStage, language: str, persona_voice: str = "") -> str:
    return (await stage.voices.choice_for(language, persona_voice)).voice_id


async def test_installed_voices_are_listed_with_their_facts(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        assert await stage.voices.installed() == []
        stage.install("piper:en_US-unit-medium", UNIT_VOICE)
        install(stage, "piper:de_DE-many-low", language="de", speakers=3)
        found = await stage.voices.installed()
        assert [(voice.voice_id, voice.languages, len(voice.speakers)) for voice in found] == [
            ("piper:de_DE-many-low", ("de",), 3),
            ("piper:en_US-unit-medium", ("en",), 0),
        ]


async def test_a_voice_of_the_language_is_chosen_and_the_better_one(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        for voice_id in ("piper:en_US-a-low", "piper:en_US-b-medium", "piper:en_US-c-high"):
            install(stage, voice_id)
        install(stage, "piper:de_DE-d-low", language="de")
        assert await chosen(stage, "en") == await chosen(stage, "en-GB") == "piper:en_US-b-medium"
        assert await chosen(stage, "de") == "piper:de_DE-d-low"


async def test_the_owners_choice_counts_and_the_personas_voice_more(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        for voice_id in ("piper:en_US-a-medium", "piper:en_US-b-medium", "piper:en_US-c-medium"):
            install(stage, voice_id, speakers=4)
        stage.set(voices=(VoiceOfLanguage(language="en", voice="piper:en_US-b-medium", speaker=2),))
        choice = await stage.voices.choice_for("en")
        assert (choice.voice_id, choice.speaker) == ("piper:en_US-b-medium", 2)
        assert await chosen(stage, "en", "piper:en_US-c-medium") == "piper:en_US-c-medium"
        assert await chosen(stage, "en", "piper:not-installed") == "piper:en_US-b-medium"
        assert await chosen(stage, "en", "some words") == "piper:en_US-b-medium"


@needs_espeak
async def test_the_personas_voice_is_left_for_a_language_it_does_not_speak(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        install(stage, "piper:en_US-a-medium")
        assert await chosen(stage, "de", "piper:en_US-a-medium") == SYSTEM


@needs_espeak
async def test_the_system_speaks_where_no_piper_voice_fits_or_the_owner_wants_it(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        install(stage, "piper:en_US-a-medium")
        japanese = await stage.voices.voice_for("ja")
        assert isinstance(japanese, SystemVoice)
        assert [piece async for piece in japanese.synthesise("おはよう", Saying())]
        stage.set(voices=(VoiceOfLanguage(language="en", voice="system"),))
        assert await chosen(stage, "en") == SYSTEM


async def test_without_a_system_voice_another_language_is_better_than_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with SpeakingStage(tmp_path) as stage:
        with pytest.raises(NoVoice):
            await stage.voices.choice_for("en")
        install(stage, "piper:en_US-a-medium")
        assert await chosen(stage, "de") == "piper:en_US-a-medium"
        assert await stage.voices.languages("fr") == ("en",)


@needs_espeak
async def test_languages_are_those_of_voices_and_common_ones_of_the_system(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        install(stage, "piper:is_IS-a-medium", language="is")
        stage.set(voices=(VoiceOfLanguage(language="eo", voice="system"),))
        languages = await stage.voices.languages("cy")
        assert {"is", "eo", "cy", "en", "de", "es", "ja"} <= set(languages)
        assert "vi" not in languages


async def test_a_loaded_voice_is_kept_and_the_oldest_of_many_is_closed(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        languages = ("en", "de", "es", "fr")
        for language in languages:
            install(stage, f"piper:{language}_XX-a-medium", language=language)
        first = await stage.voices.voice_for("en")
        assert await stage.voices.voice_for("en") is first
        for language in languages:
            await stage.voices.voice_for(language)
        assert len(stage.voices._loaded) == MOST_LOADED
        assert "piper:en_XX-a-medium" not in stage.voices._loaded
        with pytest.raises(VoiceFailed):
            [piece async for piece in first.synthesise("Hello.", Saying())]


async def test_a_voice_that_is_deleted_while_it_is_loaded_gives_way(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        install(stage, "piper:en_US-a-medium")
        install(stage, "piper:en_US-b-medium")
        assert await chosen(stage, "en") == "piper:en_US-a-medium"
        stage.files.delete("piper:en_US-a-medium")
        assert await chosen(stage, "en") == "piper:en_US-b-medium"
        assert set(stage.voices._loaded) == {"piper:en_US-b-medium"}


async def test_a_damaged_voice_is_told_once_and_tried_again_when_it_was_installed_anew(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        broken = write_little_piper(tmp_path / "broken", name="a")
        whole = (broken / "a.onnx").read_bytes()
        (broken / "a.onnx").write_bytes(whole[:150])
        stage.install("piper:en_US-a-medium", broken)
        install(stage, "piper:en_US-b-medium")
        assert await chosen(stage, "en") == await chosen(stage, "en") == "piper:en_US-b-medium"
        assert [(type(trouble), trouble.fields) for trouble in stage.troubles] == [
            (VoiceDamaged, {"voice": "en_US-a-medium"})
        ]
        (broken / "a.onnx").write_bytes(whole)
        stage.install("piper:en_US-a-medium", broken)
        assert await chosen(stage, "en") == "piper:en_US-a-medium"


async def test_a_voice_that_fails_while_it_speaks_is_passed_over(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        install(stage, "piper:en_US-a-medium")
        install(stage, "piper:en_US-b-medium")
        await stage.voices.failed(await stage.voices.choice_for("en"), VoiceFailed("no memory"))
        assert await chosen(stage, "en") == "piper:en_US-b-medium"
        assert [type(trouble) for trouble in stage.troubles] == [VoiceGaveUp]


async def test_warm_loads_what_the_language_needs(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        install(stage, "piper:en_US-a-medium")
        await stage.voices.warm("en")
        (voice,) = stage.voices._loaded.values()
        assert isinstance(voice, PiperSynthesiser)
        assert voice.device == "cpu"
        await stage.voices.aclose()
        await stage.voices.aclose()
        assert stage.voices._loaded == {}
