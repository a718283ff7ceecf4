"""Wake phrases: found however they are spelt, at the beginning only, and hardly ever in other speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.voice.wake_phrases import WakePhrases, rate_phrase
from models.speech.engines import Hearing, Samples
from models.speech.whisper_process import WhisperProcess
from tests.peers.command_scores import SPOKEN_COMMANDS, SPOKEN_OTHERS
from tests.peers.phrase_score import score_phrases
from tests.peers.spoken_corpus import ENGLISH_VOICES, noises, speech
from tests.peers.wake_scores import score_wake_phrases

LITTLE_WHISPER = Path(__file__).parent.parent.parent / "data" / "whisper_commands"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Hey Hearth, what time is it?", "what time is it?"),
        ("Hey Heart.", ""),
        ("Hay Hearth, “open” the notes!", "“open” the notes!"),
        ("Uh, hey Harth.  Stop – now.", "Stop – now."),
        ("hey hearth ¿qué hora es?", "¿qué hora es?"),
        ("Hey, Heath!", ""),
    ],
)
def test_a_phrase_is_found_as_it_may_be_spelt_and_the_rest_is_untouched(text: str, rest: str) -> None:
    match = WakePhrases(("Hey Hearth",), ("en",)).spotted(text, "en")
    assert match is not None
    assert (match.phrase, match.rest) == ("Hey Hearth", rest)


@pytest.mark.parametrize(
    "text",
    ["", "...", "I said hey Hearth yesterday.", "He hears the music.", "Hey, how are you?", "The heart beats.", "Hey"],
)
def test_other_speech_wakes_nobody(text: str) -> None:
    assert WakePhrases(("Hey Hearth",), ("en",)).spotted(text, "en") is None


def test_the_nearest_of_several_phrases_is_told() -> None:
    phrases = WakePhrases(("Hallo Kamin", "Hey Hearth"), ("de", "en"))
    heard = phrases.spotted("Hallo Camin, mach das Licht an.", "de")
    assert heard is not None
    assert (heard.phrase, heard.rest) == ("Hallo Kamin", "mach das Licht an.")
    assert phrases.spotted("Hey Hearth", "en") is not None


def test_a_phrase_in_kana_is_found_in_either_script() -> None:
    match = WakePhrases(("ねえハース",), ("ja",)).spotted("ねえ、はーす、今何時ですか？", "ja")
    assert match is not None
    assert match.rest == "今何時ですか？"


def test_a_phrase_is_found_by_its_pieces_even_before_a_script_that_cannot_be_read() -> None:
    match = WakePhrases(("Hey Hearth",), ("en",)).spotted("Hey Hearth, 今日は", "en")
    assert match is not None
    assert match.rest == "今日は"


def test_without_phrases_nothing_is_found() -> None:
    assert WakePhrases(("", " … "), ("en",)).spotted("Hey Hearth", "en") is None


def test_misheard_phrases_are_found_and_ordinary_sentences_are_not() -> None:
    score = score_wake_phrases()
    assert score.said >= 100
    assert score.found_share >= 0.93, score.faults
    assert score.others >= 2000
    assert score.false_share <= 0.01, score.faults


def test_a_phrase_is_spotted_in_sound_and_neither_in_other_speech_nor_in_noise(*, storm: bool) -> None:
    from faster_whisper import WhisperModel

    model = WhisperModel(str(LITTLE_WHISPER), device="cpu", compute_type="int8", cpu_threads=1)
    phrases = WakePhrases(("Take a screenshot",), ("en",))

    def wakes(sound: Samples) -> bool:
        segments, _ = model.transcribe(
            sound, language="en", beam_size=1, temperature=0.0, without_timestamps=True, max_new_tokens=64
        )
        text = "".join(segment.text for segment in segments if segment.no_speech_prob <= 0.6)
        return phrases.spotted(text, "en") is not None

    voices = ENGLISH_VOICES * (5 if storm else 1)
    said = [
        wakes(
            speech("Take a screenshot.", voice=voice, speed=130 + 13 * (at % 7), pitch=30 + 9 * (at % 5), noise_db=20.0)
        )
        for at, voice in enumerate(voices)
    ]
    assert sum(said) >= len(said) - 1 - storm
    others = [text for text in (*SPOKEN_COMMANDS, *SPOKEN_OTHERS) if text != "Take a screenshot."][:: 1 if storm else 3]
    assert not [text for at, text in enumerate(others) if wakes(speech(text, voice=voices[at % len(voices)]))]
    assert not [kind for kind, sound in noises(3.0) if wakes(sound)]


async def test_phrases_in_rooms_are_scored_through_gate_detector_and_recogniser(
    capsys: pytest.CaptureFixture[str], *, storm: bool
) -> None:
    """300 phrases with --storm, half a minute of each noise and ten minutes of other people."""
    ears = WhisperProcess(LITTLE_WHISPER, threads=1)

    async def recognise(sound: Samples) -> str:
        return (await ears.transcribe(sound, Hearing(language="en", most_tokens=64))).text

    try:
        if storm:
            score = await score_phrases(recognise)
        else:
            score = await score_phrases(recognise, 30, noise_s=1.5, speech_s=40.0)
    finally:
        await ears.aclose()
    with capsys.disabled():
        print(f"\n{score.table()}")
    assert score.missed_share <= 0.03, score.faults
    assert (score.unheard, score.lost_words) == (0, 0), score.faults
    assert score.woken_by_noise == 0, score.faults
    assert score.woken_by_known == 0, score.faults


@pytest.mark.parametrize(
    ("phrase", "language", "kind"),
    [
        ("Hey Hearth", "en", "good"),
        ("Hallo Kamin", "de", "good"),
        ("Oye hogar", "es", "good"),
        ("ねえハース", "ja", "good"),
        ("", "en", "empty"),
        ("…", "en", "empty"),
        ("Bob", "en", "short"),
        ("Stop", "en", "command"),
        ("mach bitte weiter", "de", "command"),
        ("Good morning", "en", "common"),
        ("hola", "es", "common"),
        ("暖炉", "ja", "unreadable"),
    ],
)
def test_a_typed_phrase_is_rated(phrase: str, language: str, kind: str) -> None:
    assert rate_phrase(phrase, language).kind == kind


def test_a_rating_tells_what_it_collides_with() -> None:
    assert rate_phrase("stop it", "en").near == "stop"
    assert rate_phrase("Good mornings", "en").near == "good morning"
    assert rate_phrase("Hey Hearth", "en").syllables == 2
