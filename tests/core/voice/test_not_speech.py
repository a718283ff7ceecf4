from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.voice.not_speech import Evidence, what_was_said, why_unheard
from core.voice.open_sound import OpenSound
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Hearing, Segment
from models.speech.silero import SileroDetector
from models.speech.speech_model import check_folder
from models.speech.whisper import Whisper
from tests.conftest import ROOT
from tests.peers.endpoint_score import frames_of
from tests.peers.spoken_corpus import ENGLISH_VOICES, noises, speech

WHISPER: Path = ROOT / "tests" / "data" / "whisper_commands"
SURE = Evidence(duration_s=1.5, loudest_db=-20.0, voiced_s=1.0)


@pytest.fixture(scope="module")
def whisper() -> Whisper:
    return Whisper(check_folder(WHISPER), device="cpu", compute_type="int8", threads=1)


@pytest.fixture(scope="module")
def detector() -> SileroDetector:
    return SileroDetector()


def segment(text: str, *, no_speech: float = 0.01, log_probability: float = -0.2, ratio: float = 1.2) -> Segment:
    return Segment(text, 0.0, 1.0, no_speech, log_probability, ratio)


def kept(text: str, evidence: Evidence = SURE, *, language: str = "en", **doubt: float) -> tuple[str, str]:
    segments, dropped = what_was_said([segment(text, **doubt)], evidence, language)
    return "".join(one.text for one in segments), dropped


def evidence_of(sound: np.ndarray, detector: SileroDetector) -> Evidence:
    detector.reset()
    opened = OpenSound()
    for frame in frames_of(sound):
        opened.add(frame.start_sample, frame.raw, detector.probability(frame.clean))
    return opened.until().evidence


def test_the_engine_s_words_for_every_noise_are_dropped(whisper: Whisper, detector: SileroDetector) -> None:
    wrong = []
    spoke = 0
    for name, sound in noises(4.0):
        heard = whisper.hear(sound, Hearing(language="en"))
        spoke += bool(heard.text)
        said, dropped = what_was_said(heard.segments, evidence_of(sound, detector), "en")
        if said or not dropped:
            wrong.append((name, heard.text))
    assert spoke > 20, "the engine invents words for noise, or this proves nothing"
    assert wrong == []


def test_without_a_detector_the_engine_s_own_doubt_drops_silence_and_hiss(whisper: Whisper) -> None:
    for name, sound in noises(3.0):
        if name.split()[0] in ("silence", "white", "pink", "rumble"):
            heard = whisper.hear(sound, Hearing(language="en"))
            loudest = 20 * np.log10(max(1e-6, float(np.abs(sound).max())))
            assert what_was_said(heard.segments, Evidence(3.0, loudest_db=float(loudest)), "en")[0] == (), name


@pytest.mark.parametrize("text", ["Thank you.", "Yes.", "No.", "Stop.", "Okay."])
def test_short_words_that_were_really_said_survive_quiet_and_noisy(
    text: str, whisper: Whisper, detector: SileroDetector
) -> None:
    lost = []
    for voice in ENGLISH_VOICES[::3]:
        for speed, loudness, noise_db in ((210, 1.0, None), (160, 0.1, None), (175, 0.6, 8.0)):
            sound = speech(text, voice=voice, speed=speed, loudness=loudness, noise_db=noise_db)
            heard = whisper.hear(sound, Hearing(language="en"))
            if heard.text and not what_was_said(heard.segments, evidence_of(sound, detector), "en")[0]:
                lost.append((voice, speed, noise_db, heard.text))
    assert len(lost) <= 1, lost


def test_a_phrase_of_subtitles_needs_more_witnesses_than_other_words() -> None:
    assert kept(" Thank you.") == (" Thank you.", "")
    assert kept(" Thank you.", no_speech=0.4) == ("", "noise")
    assert kept(" Set a timer.", no_speech=0.4) == (" Set a timer.", "")
    hardly = Evidence(duration_s=4.0, loudest_db=-40.0, voiced_s=0.2)
    assert kept(" Thanks for watching!", hardly) == ("", "noise")
    assert kept(" Vielen Dank.", hardly, language="de") == ("", "noise")
    assert kept(" ご視聴ありがとうございました。", hardly, language="ja") == ("", "noise")
    assert kept(" Untertitel im Auftrag des ZDF.", hardly, language="fr") == ("", "noise")


def test_doubt_of_the_engine_is_overruled_where_the_detector_heard_much_and_the_text_is_likely() -> None:
    assert kept(" Read my messages.", no_speech=0.9) == (" Read my messages.", "")
    assert kept(" Read my messages.", no_speech=0.9, log_probability=-0.7) == ("", "silence")
    assert kept(" Six.", Evidence(3.0, -50.0, voiced_s=0.2), no_speech=0.98) == ("", "silence")


def test_loops_are_cut_to_their_first_round_or_dropped() -> None:
    assert kept(" No, no, no, no.") == (" No, no, no, no.", "")
    long = Evidence(12.0, -20.0, voiced_s=10.0)
    assert kept(" the " * 40, long) == ("", "repetition")
    assert kept(" I think so." * 12, long) == ("", "repetition")
    looped = " Please read the second chapter of my book to me, it is about the sea." + " I like it." * 5
    assert kept(looped, long) == (looped[: -4 * len(" I like it.")], "")
    assert kept("ありがとう" * 9, long, language="ja") == ("", "repetition")
    dense = " I said yes, and then I said no, and then she said yes, and then I said yes."
    assert kept(dense, long) == (dense, "")
    assert kept(dense, long, ratio=3.1) == ("", "repetition")


def test_more_words_than_anybody_says_in_the_time_are_noise() -> None:
    short = Evidence(1.0, -20.0, voiced_s=0.3)
    assert kept(" I'll see you all in the next one, have a good time.", short) == ("", "noise")
    assert kept(" What time is it?", short) == (" What time is it?", "")


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        (Evidence(0.1, -10.0, voiced_s=0.1), "too_short"),
        (Evidence(3.0, -70.0, voiced_s=1.0), "silence"),
        (Evidence(3.0, -20.0, voiced_s=0.0), "silence"),
        (Evidence(3.0, -20.0, voiced_s=0.064), "too_short"),
        (Evidence(3.0, -20.0), ""),
        (SURE, ""),
    ],
)
def test_sound_without_speech_is_not_even_recognised(evidence: Evidence, why: str) -> None:
    assert why_unheard(evidence) == why


def test_one_real_segment_keeps_an_utterance_and_only_itself() -> None:
    segments = [
        segment(" Open the browser."),
        segment(" Thank you.", no_speech=0.9, log_probability=-0.9),
        segment(" "),
    ]
    said, dropped = what_was_said(segments, SURE, "en")
    assert [one.text for one in said] == [" Open the browser."]
    assert dropped == ""


def test_the_quietest_place_is_found_in_the_wanted_stretch() -> None:
    opened = OpenSound()
    rng = np.random.default_rng(1)
    count = round(25 * RATE_HZ / FRAME_SAMPLES)
    for number in range(count):
        at_s = number * FRAME_SAMPLES / RATE_HZ
        quiet = 5.0 < at_s < 6.0 or 17.0 < at_s < 17.4
        sound = rng.standard_normal(FRAME_SAMPLES).astype(np.float32) * (0.001 if quiet else 0.1)
        opened.add(number * FRAME_SAMPLES, sound, 0.1 if quiet else 0.9)
    cut_s = opened.quietest(after_s=12.0, before_end_s=0.3) / RATE_HZ
    assert 17.0 < cut_s < 17.4
    opened.drop_until(round(cut_s * RATE_HZ))
    assert opened.seconds == pytest.approx(25 - cut_s, abs=0.05)
