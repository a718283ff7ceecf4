from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from core.events import SentenceSpoken
from core.settings.sections import VoiceOfLanguage
from core.voice.speaking import HeardPosition
from core.voice.voice_trouble import NoLoudspeaker, NoVoice, VoiceDamaged
from models.speech.engines import Samples
from tests.peers.little_piper import write_little_piper
from tests.peers.patience import PATIENCE_S
from tests.peers.speaking_stage import UNIT_VOICE, SpeakingStage

TEXT = "Good morning to you. What time is it now? Set a timer for five minutes."
PLACES = [(0, 20), (21, 41), (42, 71)]
RATE = 22_050


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[SpeakingStage]:
    async with SpeakingStage(tmp_path) as stage:
        stage.install("piper:en_US-unit-medium", UNIT_VOICE)
        yield stage


def silences(sound: Samples, rate_hz: int = RATE) -> list[float]:
    """Lengths in seconds of the silences inside the sound that are longer than those within a word."""
    gaps = np.diff(np.flatnonzero(np.abs(sound) > 0.003))
    return [float(gap) / rate_hz for gap in gaps if gap > 0.09 * rate_hz]


# ---- from the stream to the loudspeaker ------------------------------------------------------------------------------


async def test_sentences_are_spoken_while_the_answer_is_still_written(stage: SpeakingStage) -> None:
    answer = stage.speaking.begin("m1", language_hint="en")
    answer.feed("Good morning to you. What ti")
    await stage.queued()
    await stage.hear(answer, lambda: bool(stage.spoken))
    assert stage.spoken == [("m1", 0, 20)]
    answer.feed("me is it now? Set")
    await stage.hear(answer, lambda: len(stage.spoken) == 2)
    answer.feed(" a timer for five minutes.")
    answer.finish()
    await stage.hear(answer)
    await answer.wait()
    assert stage.spoken == [*(("m1", *place) for place in PLACES), ("", 0, 0)]
    assert not stage.speaking.is_speaking


async def test_a_sentence_is_told_when_it_sounds_and_not_when_it_is_queued(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.queued()
    await asyncio.sleep(0.1)
    assert stage.spoken == []
    await stage.hear(answer, lambda: len(stage.spoken) == 2)
    first = stage.devices.loudspeaker.played
    assert 0.8 * RATE < len(first) < 3 * RATE
    assert np.abs(first[-int(0.05 * RATE) :]).max() > 0 or stage.playback.position().samples > 0


async def test_sentences_follow_each_other_without_a_gap_and_with_natural_silence(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer)
    await answer.wait()
    assert stage.playback.underruns == 0
    assert silences(stage.sound) == pytest.approx([0.13, 0.13], abs=0.02)
    assert np.abs(np.diff(stage.sound)).max() < 0.5


async def test_the_first_piece_is_a_clause_so_that_sound_begins_early(stage: SpeakingStage) -> None:
    answer = stage.speaking.begin("m1", language_hint="en")
    answer.feed("In the beginning of the year, nobody")
    await stage.queued()
    assert not answer.is_over


async def test_an_answer_without_words_is_over_at_once(stage: SpeakingStage) -> None:
    for text in ("", "🎉\n\n---\n"):
        answer = stage.say(text)
        async with asyncio.timeout(PATIENCE_S):
            await answer.wait()
    assert {message_id for message_id, _, _ in stage.spoken} == {""}


async def test_code_and_tables_are_announced(stage: SpeakingStage) -> None:
    text = "Look.\n```py\nx = 1\ny = 2\n```\n🎉\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    answer = stage.say(text)
    await stage.hear(answer)
    assert [text[start:end] for message_id, start, end in stage.spoken if message_id] == ["Look.", "```py", "| a | b |"]


async def test_how_long_the_first_sentence_took_is_known(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer, lambda: bool(stage.spoken))
    times = answer.times
    assert times.sentence_at_s < times.handed_at_s <= times.heard_at_s
    assert 0 < times.voice_s < times.handed_at_s - times.sentence_at_s + 1e-3


async def test_warm_makes_voice_and_loudspeaker_ready(stage: SpeakingStage) -> None:
    await stage.speaking.warm("en")
    assert stage.playback.is_open
    assert set(stage.voices._loaded) == {"piper:en_US-unit-medium"}
    assert not stage.speaking.is_speaking


# ---- stop ------------------------------------------------------------------------------------------------------------


async def test_stop_tells_how_much_was_heard_up_to_a_whole_word(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer, lambda: len(stage.spoken) == 2)
    for _ in range(20):
        stage.devices.loudspeaker.run_for(0.02)
    heard = await stage.speaking.stop()
    assert heard.message_id == "m1"
    assert 21 < heard.heard_characters < 41
    assert TEXT[: heard.heard_characters].split() == TEXT.split()[: len(TEXT[: heard.heard_characters].split())]
    assert stage.spoken[-1] == ("", 0, 0)
    assert not stage.playback.is_playing
    await answer.wait()
    assert await stage.speaking.stop() == heard


async def test_stop_before_the_first_sound_has_heard_nothing(stage: SpeakingStage) -> None:
    stage.speaking.begin("m1", language_hint="en")
    assert await stage.speaking.stop() == HeardPosition("m1", 0)
    stage.say(TEXT, message_id="m2")
    await stage.queued()
    assert await stage.speaking.stop() == HeardPosition("m2", 0)


async def test_stop_while_the_model_is_slower_than_the_voice_counts_what_was_heard(stage: SpeakingStage) -> None:
    answer = stage.speaking.begin("m1", language_hint="en")
    answer.feed("Good morning to you. And the")
    await stage.queued()
    await stage.hear(answer, lambda: bool(stage.spoken) and not stage.playback.is_playing)
    assert await stage.speaking.stop() == HeardPosition("m1", 20)


async def test_the_share_of_a_sentence_grows_with_the_sound(stage: SpeakingStage) -> None:
    counts = []
    for steps in (5, 15, 25, 35, 45):
        answer = stage.say("one two three four five six seven eight nine ten.")
        await stage.queued()
        for _ in range(steps):
            stage.devices.loudspeaker.run_for(0.02)
        counts.append((await stage.speaking.stop()).heard_characters)
        await answer.wait()
    assert counts == sorted(counts)
    assert len(set(counts)) >= 4


async def test_another_answer_ends_the_one_that_is_spoken(stage: SpeakingStage) -> None:
    first = stage.say(TEXT)
    await stage.hear(first, lambda: bool(stage.spoken))
    second = stage.say("Good evening.", message_id="m2")
    await stage.hear(second)
    await first.wait()
    await second.wait()
    assert [place for place in stage.spoken if place[0]] == [("m1", 0, 20), ("m2", 0, 13)]


async def test_answers_that_follow_each_other_at_once_leave_nothing_running(stage: SpeakingStage) -> None:
    before = asyncio.all_tasks()
    first, second, third = (stage.say(TEXT, message_id=f"m{number}") for number in range(3))
    await stage.queued()
    assert await stage.speaking.stop() == HeardPosition("m2", 0)
    for answer in (first, second, third):
        await answer.wait()
    await stage.playback.aclose()
    assert asyncio.all_tasks() == before


async def test_an_answer_that_was_heard_was_heard_whole(stage: SpeakingStage) -> None:
    assert await stage.speaking.stop() == HeardPosition("", 0)
    text = TEXT + "\n\n🎉\n"
    answer = stage.say(text)
    await stage.hear(answer)
    await answer.wait()
    assert await stage.speaking.stop() == HeardPosition("m1", len(text))


async def test_waiting_may_be_given_up_without_ending_the_answer(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.queued()
    waiting = asyncio.create_task(answer.wait())
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert stage.speaking.is_speaking


# ---- controls --------------------------------------------------------------------------------------------------------


async def test_pause_holds_and_resume_goes_on(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer, lambda: bool(stage.spoken))
    stage.speaking.pause()
    assert stage.speaking.is_paused
    stage.devices.loudspeaker.run_for(0.1)
    before = stage.playback.position()
    assert np.abs(stage.devices.loudspeaker.run_for(5)).max() == 0
    assert stage.playback.position().samples - before.samples < 0.02 * RATE
    stage.speaking.resume()
    await stage.hear(answer)
    assert [place[1:] for place in stage.spoken if place[0]] == PLACES


async def test_skip_goes_on_with_the_next_sentence(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer, lambda: bool(stage.spoken))
    stage.speaking.skip()
    await stage.hear(answer, lambda: len(stage.spoken) == 2)
    assert len(stage.sound) < 0.6 * RATE + stage.playback.position().samples
    await stage.hear(answer)
    assert [place[1:] for place in stage.spoken if place[0]] == PLACES


async def test_skipping_a_sentence_that_is_still_being_written_skips_its_rest(stage: SpeakingStage) -> None:
    answer = stage.speaking.begin("m1", language_hint="en")
    answer.feed("In the beginning of the year, nobody")
    await stage.queued()
    await stage.hear(answer, lambda: bool(stage.spoken))
    stage.speaking.skip()
    await stage.until(lambda: answer._skips_rest)
    answer.feed(" knew. It is summer.")
    answer.finish()
    await stage.hear(answer)
    assert [place[1:] for place in stage.spoken if place[0]] == [(0, 29), (43, 56)]


async def test_skipping_the_last_sentence_ends_the_answer(stage: SpeakingStage) -> None:
    answer = stage.say("Good morning.")
    await stage.hear(answer, lambda: bool(stage.spoken))
    stage.speaking.skip()
    await stage.hear(answer)
    await answer.wait()
    assert len(stage.sound) < RATE


async def test_repeat_says_the_sentence_again_or_at_its_beginning_the_one_before(stage: SpeakingStage) -> None:
    text = "Set a timer for forty five minutes. " * 3
    answer = stage.say(text)
    await stage.hear(answer, lambda: len(stage.spoken) == 2)
    stage.speaking.repeat()
    await stage.hear(answer, lambda: len(stage.spoken) == 3)
    assert [start for _, start, _ in stage.spoken] == [0, 36, 0]
    await stage.hear(answer, lambda: stage.playback.position().samples > 1.2 * RATE)
    stage.speaking.repeat()
    await stage.hear(answer)
    assert [start for name, start, _ in stage.spoken if name] == [0, 36, 0, 0, 36, 72]


async def test_repeat_after_the_end_says_the_last_sentence(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer)
    stage.speaking.repeat()
    assert stage.speaking.is_speaking
    await stage.hear(answer)
    assert [place[1:] for place in stage.spoken if place[0]] == [*PLACES, PLACES[-1]]


async def test_faster_is_heard_from_the_next_sentence_on(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        stage.install("piper:en_US-hum-medium", write_little_piper(tmp_path / "v"))
        text = "Good morning to you and to you all. " * 6
        answer = stage.say(text)
        await stage.hear(answer, lambda: bool(stage.spoken))
        for _ in range(5):
            stage.speaking.faster()
        assert stage.speaking.speed == pytest.approx(2.0)
        await stage.until(lambda: answer._wanted() is None)  # spoken again, while the first sentence goes on
        lengths = []
        for number in range(2, 5):
            before = len(stage.sound)
            await stage.hear(answer, lambda number=number: len(stage.spoken) == number)
            lengths.append(len(stage.sound) - before)
        assert lengths[1] < 0.6 * lengths[0]
        assert lengths[2] == pytest.approx(lengths[1], rel=0.15)
        stage.speaking.slower()
        assert stage.speaking.speed == pytest.approx(2.0 / 1.15)


async def test_louder_and_quieter_work_at_once(stage: SpeakingStage) -> None:
    stage.set(loudness_percent=50)
    answer = stage.say(TEXT)
    await stage.hear(answer, lambda: bool(stage.spoken))
    assert stage.playback.volume == pytest.approx(0.5)
    stage.speaking.louder()
    assert stage.playback.volume == pytest.approx(0.575)
    for _ in range(30):
        stage.speaking.quieter()
    assert stage.playback.volume == pytest.approx(0.1)
    stage.speaking.louder()
    assert stage.playback.volume == pytest.approx(0.115)


async def test_controls_without_an_answer_do_nothing(stage: SpeakingStage) -> None:
    for control in (stage.speaking.pause, stage.speaking.resume, stage.speaking.skip, stage.speaking.repeat):
        control()
    assert stage.spoken == []


# ---- which voice -----------------------------------------------------------------------------------------------------


async def test_the_voice_follows_the_language_of_each_sentence(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        stage.install("piper:en_US-a-medium", write_little_piper(tmp_path / "en"))
        stage.install("piper:de_DE-b-medium", write_little_piper(tmp_path / "de", language="de", espeak="de"))
        stage.set(voices=(VoiceOfLanguage(language="es", voice="system"),))
        text = "The weather will be fine tomorrow. Morgen wird das Wetter in den Bergen schön. It will be warm and dry."
        answer = stage.say(text)
        await stage.voices.warm("en")
        await stage.until(lambda: all(piece.text for piece in answer._pieces))
        assert [piece.language for piece in answer._pieces] == ["en", "de", "en"]
        assert set(stage.voices._loaded) == {"piper:en_US-a-medium", "piper:de_DE-b-medium"}
        await stage.speaking.stop()


async def test_where_nothing_can_speak_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with SpeakingStage(tmp_path) as stage:
        with pytest.raises(NoVoice):
            await stage.say(TEXT).wait()
        assert not stage.speaking.is_speaking


async def test_where_there_is_no_loudspeaker_it_is_told(stage: SpeakingStage) -> None:
    stage.devices.pull_out("speaker")
    with pytest.raises(NoLoudspeaker):
        await stage.say(TEXT).wait()


async def test_a_damaged_voice_is_told_once_and_another_speaks(tmp_path: Path) -> None:
    async with SpeakingStage(tmp_path) as stage:
        broken = write_little_piper(tmp_path / "a", name="broken")
        (broken / "broken.onnx").write_bytes(b"\x00" * 500)
        stage.install("piper:en_US-broken-medium", broken)
        stage.install("piper:en_US-whole-low", write_little_piper(tmp_path / "b"))
        answer = stage.say(TEXT)
        await stage.hear(answer)
        await answer.wait()
        assert [type(trouble) for trouble in stage.troubles] == [VoiceDamaged]
        assert [place[1:] for place in stage.spoken if place[0]] == PLACES
        assert isinstance(stage.changes[-1], SentenceSpoken)


async def test_a_loudspeaker_that_vanishes_is_replaced_and_the_answer_goes_on(stage: SpeakingStage) -> None:
    answer = stage.say(TEXT)
    await stage.hear(answer, lambda: bool(stage.spoken))
    stage.devices.loudspeaker.vanish()
    await stage.until(lambda: len(stage.devices.loudspeakers) == 2)
    await stage.hear(answer)
    await answer.wait()
    assert [place[1:] for place in stage.spoken if place[0]] == PLACES
