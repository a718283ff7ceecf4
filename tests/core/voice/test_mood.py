"""Mood: nothing for a steady voice, something for one that stands clearly apart from its own baseline."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.voice.mood import FEWEST_UTTERANCES, SILENT, Baseline, Mood, Prosody, hint_for_prompt, mood_of, prosody
from models.speech.engines import RATE_HZ, Samples
from tests.peers.spoken_corpus import noise_of, speech

USUAL = (
    "Tell me what the weather is like in Berlin.",
    "Where did I put the list of books?",
    "Please write a letter to my landlord.",
    "How many people live in the city of Rome?",
    "I would like to plan a trip to the sea.",
    "What can I cook with rice and beans?",
    "Explain how a battery works.",
    "Which film should we watch tonight?",
)
LATER = (
    "Remind me what we said about the garden.",
    "Who wrote the book on my table?",
    "Is there a train to Hamburg in the evening?",
    "Tell me what you know about bees.",
)
VOICES = ("en-us", "en-gb-x-rp", "en-us+m3")

NORMAL = Prosody(pitch_hz=120.0, pitch_range=4.0, energy_db=-20.0, pace=4.5, voiced_s=1.5)


@pytest.fixture(scope="module", params=VOICES)
def usual(request: pytest.FixtureRequest) -> tuple[str, Baseline]:
    baseline = Baseline()
    for number, text in enumerate(USUAL):
        baseline.add(prosody(speech(text, voice=request.param, speed=160 + number % 3 * 5, pitch=48 + number % 3 * 2)))
    return request.param, baseline


def moods(usual: tuple[str, Baseline], *, speed: int = 165, pitch: int = 50, loudness: float = 1.0) -> list[Mood]:
    voice, baseline = usual
    return [
        mood_of(prosody(speech(text, voice=voice, speed=speed, pitch=pitch, loudness=loudness)), baseline, text)
        for text in LATER
    ]


def tone(pitch_hz: float) -> Samples:
    time_s = np.arange(RATE_HZ) / RATE_HZ
    partials = [np.sin(2 * np.pi * pitch_hz * partial * time_s) / partial for partial in range(1, 9)]
    return np.asarray(0.1 * np.sum(partials, axis=0), dtype=np.float32)


@pytest.mark.parametrize("pitch_hz", [85.0, 110.0, 147.5, 220.0, 331.0, 440.0])
def test_the_pitch_of_a_tone_is_found_to_a_hundredth(pitch_hz: float) -> None:
    assert prosody(tone(pitch_hz)).pitch_hz == pytest.approx(pitch_hz, rel=0.01)


def test_noise_and_silence_have_no_pitch() -> None:
    assert prosody(np.zeros(RATE_HZ, dtype=np.float32)) == SILENT
    assert prosody(np.zeros(0, dtype=np.float32)) == SILENT
    assert prosody(noise_of("white", 2.0, rms=0.05)) == SILENT


def test_half_as_loud_is_six_decibels_less() -> None:
    loud, soft = prosody(tone(150)), prosody(np.asarray(tone(150) * 0.5, dtype=np.float32))
    assert loud.energy_db - soft.energy_db == pytest.approx(6.02, abs=0.1)


def test_faster_speech_has_more_syllables_a_second() -> None:
    slow, fast = (prosody(speech(USUAL[0], speed=speed)) for speed in (110, 220))
    assert fast.pace > 1.5 * slow.pace


def test_a_higher_voice_is_higher_in_noise_too() -> None:
    low, high = (prosody(speech(USUAL[0], pitch=pitch, noise_db=15.0)) for pitch in (40, 75))
    assert high.pitch_hz > 1.2 * low.pitch_hz


def test_a_steady_voice_has_no_mood(usual: tuple[str, Baseline]) -> None:
    assert moods(usual) == [""] * len(LATER)
    assert moods(usual, speed=172, pitch=53, loudness=1.15) == [""] * len(LATER)


def test_quick_loud_speech_is_hurried(usual: tuple[str, Baseline]) -> None:
    heard = moods(usual, speed=235, pitch=58, loudness=1.4)
    assert heard.count("hurried") >= len(LATER) - 1
    assert set(heard) <= {"hurried", ""}


def test_high_loud_speech_is_tense(usual: tuple[str, Baseline]) -> None:
    heard = moods(usual, pitch=80, loudness=2.0)
    assert heard.count("tense") >= len(LATER) - 1
    assert set(heard) <= {"tense", ""}


def test_slow_soft_low_speech_is_tired(usual: tuple[str, Baseline]) -> None:
    heard = moods(usual, speed=110, pitch=38, loudness=0.4)
    assert heard.count("tired") >= len(LATER) // 2
    assert set(heard) <= {"tired", ""}


def baseline_of(count: int) -> Baseline:
    baseline = Baseline()
    for number in range(count):
        baseline.add(replace(NORMAL, pitch_hz=118.0 + number % 3 * 2))
    return baseline


def test_there_is_no_mood_before_the_voice_is_known() -> None:
    shouted = Prosody(pitch_hz=240.0, pitch_range=9.0, energy_db=-6.0, pace=8.0, voiced_s=1.5)
    assert mood_of(shouted, baseline_of(FEWEST_UTTERANCES - 1), "damn, not working") == ""
    assert mood_of(shouted, baseline_of(FEWEST_UTTERANCES), "damn, not working") != ""


def test_an_utterance_with_hardly_any_voice_tells_nothing_and_is_not_learned() -> None:
    baseline = baseline_of(8)
    grunt = replace(NORMAL, pitch_hz=300.0, energy_db=-5.0, voiced_s=0.2)
    assert mood_of(grunt, baseline) == ""
    baseline.add(grunt)
    assert baseline.utterances == 8


@pytest.mark.parametrize("text", ["damn, this is annoying", "I am so tired", "quick, no time", "that is great"])
def test_words_alone_make_no_mood(text: str) -> None:
    assert mood_of(NORMAL, baseline_of(8), text) == ""


@pytest.mark.parametrize(
    ("heard", "text", "mood"),
    [
        (replace(NORMAL, pitch_range=6.5, pitch_hz=128.0), "oh, that's wonderful!", "cheerful"),
        (replace(NORMAL, pitch_range=6.5, pitch_hz=128.0), "das ist ja toll", "cheerful"),
        (replace(NORMAL, pitch_hz=128.0, energy_db=-17.5), "it is broken again", "tense"),
        (replace(NORMAL, pitch_hz=128.0, energy_db=-17.5), "no funciona", "tense"),
        (replace(NORMAL, pace=5.5), "quick, I'm running late", "hurried"),
        (replace(NORMAL, pace=3.8, energy_db=-23.0), "疲れた", "tired"),
        (replace(NORMAL, pace=3.4, pitch_range=3.5), "tell me about the sea", "calm"),
        (replace(NORMAL, pitch_hz=128.0, energy_db=-17.5), "what is on tonight", ""),
    ],
)
def test_words_help_a_voice_that_stands_apart_a_little(heard: Prosody, text: str, mood: Mood) -> None:
    assert mood_of(heard, baseline_of(8), text) == mood


def test_the_baseline_follows_a_voice_that_stays_changed() -> None:
    baseline = baseline_of(8)
    cold = replace(NORMAL, pitch_hz=95.0, energy_db=-26.0, pace=3.2)
    assert mood_of(cold, baseline) == "tired"
    for _ in range(40):
        baseline.add(cold)
    assert mood_of(cold, baseline) == ""


def test_each_hint_is_one_short_sentence_and_no_mood_has_none() -> None:
    assert hint_for_prompt("") == ""
    for mood in ("calm", "cheerful", "tense", "tired", "hurried"):
        hint = hint_for_prompt(mood)
        assert hint.count(".") == 1
        assert hint.endswith(".")
        assert len(hint) < 90
