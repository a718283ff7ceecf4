"""The voice detector on a stream, against the same model on a whole recording."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples, VoiceDetector
from models.speech.silero import SileroDetector
from tests.peers.spoken_corpus import noise_of, silence, speech


def _whole_frames(sound: Samples) -> Samples:
    return np.pad(sound, (0, -len(sound) % FRAME_SAMPLES))


def _streamed(detector: VoiceDetector, sound: Samples) -> list[float]:
    return [detector.probability(frame) for frame in sound.reshape(-1, FRAME_SAMPLES)]


def test_a_stream_is_judged_as_the_whole_recording_is() -> None:
    from faster_whisper.vad import get_vad_model

    sound = _whole_frames(speech("What is the weather like tomorrow?", noise_db=20, lead_s=0.5, tail_s=0.5))
    whole = get_vad_model()(sound.copy())
    stream = _streamed(SileroDetector(), sound)
    # faster-whisper's wrapper silences the end of what it is given, so the last frame is another one
    assert np.allclose(stream[:-1], np.asarray(whole).reshape(-1)[:-1], atol=1e-3)
    assert max(stream) > 0.9


def test_many_frames_at_once_are_judged_as_one_after_the_other() -> None:
    sound = _whole_frames(speech("Stop. And now go on.", noise_db=15))
    at_once = SileroDetector()
    parts = np.split(sound, [FRAME_SAMPLES * 7, FRAME_SAMPLES * 20])
    assert np.allclose(
        np.concatenate([at_once.probabilities(part) for part in parts]), _streamed(SileroDetector(), sound), atol=1e-4
    )
    assert len(at_once.probabilities(sound[:0])) == 0


@pytest.mark.parametrize("voice", ["en-us+f3", "de", "es", "ja"])
def test_speech_is_found_where_it_is_and_nowhere_else(voice: str) -> None:
    text = {"de": "Wie spät ist es gerade?", "es": "¿Qué hora es ahora?", "ja": "こんにちは"}.get(
        voice, "Good morning."
    )
    sound = _whole_frames(speech(text, voice=voice, lead_s=1.0, tail_s=1.0))
    said = np.asarray(_streamed(SileroDetector(), sound)) >= 0.5
    quiet_frames = RATE_HZ * 8 // 10 // FRAME_SAMPLES
    assert said.mean() > 0.15
    assert not said[:quiet_frames].any()
    assert not said[-quiet_frames:].any()


@pytest.mark.parametrize("kind", ["white", "pink", "hum", "fan", "rumble"])
def test_noise_is_not_speech(kind: str) -> None:
    sound = _whole_frames(noise_of(kind, 5.0, rms=0.02))  # type: ignore[arg-type]
    assert max(_streamed(SileroDetector(), sound)) < 0.5
    assert max(_streamed(SileroDetector(), _whole_frames(silence(2.0)))) < 0.5


def test_what_is_given_is_not_changed() -> None:
    sound = _whole_frames(speech("Hello."))
    before = sound.copy()
    detector = SileroDetector()
    _streamed(detector, sound)
    detector.probabilities(sound)
    assert np.array_equal(sound, before)


def test_reset_forgets_what_went_before() -> None:
    sound = _whole_frames(speech("Play some music."))
    detector = SileroDetector()
    first = _streamed(detector, sound)
    assert not np.allclose(_streamed(detector, sound), first, atol=1e-6)
    detector.reset()
    assert np.allclose(_streamed(detector, sound), first, atol=1e-6)


def test_a_frame_of_another_length_is_refused() -> None:
    detector = SileroDetector()
    with pytest.raises(ValueError, match="512"):
        detector.probability(np.zeros(480, dtype=np.float32))
    with pytest.raises(ValueError, match="512"):
        detector.probabilities(np.zeros(1000, dtype=np.float32))


def test_it_does_not_load_whisper() -> None:
    code = (
        "import sys; from models.speech.silero import SileroDetector; SileroDetector();"
        "print([name for name in ('faster_whisper', 'ctranslate2', 'av') if name in sys.modules])"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""
