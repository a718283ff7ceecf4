from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.voice.cleanup import Cleanup, CleanupStages
from models.speech.engines import RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[3]
NONE = {"high_pass": False, "noise_suppression": False, "gain": False, "echo_cancellation": False}


def noise(seconds: float, *, seed: int = 1, loudness: float = 0.1) -> Samples:
    return (np.random.default_rng(seed).standard_normal(int(seconds * RATE_HZ)) * loudness).astype(np.float32)


def syllables(seconds: float, *, seed: int = 1) -> Samples:
    """Tones of a voice that come and go as syllables do."""
    at = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    voice = sum(np.sin(2 * np.pi * 140 * n * at + seed * n) / n for n in range(1, 20))
    return (0.08 * voice * np.clip(np.sin(2 * np.pi * 3 * at), 0, 1)).astype(np.float32)


def power_db(samples: Samples) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64)) + 1e-15))


def through(cleanup: Cleanup, samples: Samples, reference: Samples | None = None) -> Samples:
    out = []
    for at in range(0, len(samples), 320):
        if reference is not None:
            cleanup.reference(reference[at : at + 320])
        out.append(cleanup.process(samples[at : at + 320]))
    return np.concatenate(out)


def test_without_stages_sound_is_not_touched() -> None:
    sound = noise(1.0)
    assert np.array_equal(through(Cleanup(**NONE), sound), sound)


def test_high_pass_takes_rumble_and_leaves_speech() -> None:
    at = np.arange(2 * RATE_HZ) / RATE_HZ
    rumble, speech = (0.2 * np.sin(2 * np.pi * hertz * at).astype(np.float32) for hertz in (30, 400))
    cleanup = Cleanup(**NONE | {"high_pass": True})
    assert power_db(through(cleanup, rumble)[RATE_HZ:]) < power_db(rumble) - 15
    assert power_db(through(cleanup, speech)[RATE_HZ:]) == pytest.approx(power_db(speech), abs=1.5)


def test_noise_is_suppressed_and_speech_stays() -> None:
    cleanup = Cleanup(**NONE | {"noise_suppression": True})
    hiss = noise(4.0, loudness=0.01)
    assert power_db(through(cleanup, hiss)[-RATE_HZ:]) < power_db(hiss) - 9
    speech = syllables(3.0)
    assert power_db(through(cleanup, speech + noise(3.0, loudness=0.001))) == pytest.approx(power_db(speech), abs=4)


def test_gain_lifts_a_quiet_voice_and_does_not_overdrive_a_loud_one() -> None:
    cleanup = Cleanup(**NONE | {"gain": True})
    quiet = syllables(4.0) * 0.1
    assert power_db(through(cleanup, quiet)) > power_db(quiet) + 6
    loud = through(cleanup, np.clip(syllables(4.0) * 5, -1, 1))
    assert np.abs(loud).max() <= 1.0


def test_hearths_own_voice_is_taken_out_of_what_is_heard() -> None:
    played = noise(6.0, loudness=0.1)
    echo = np.concatenate([np.zeros(800, dtype=np.float32), 0.3 * played[:-800]])
    left = through(Cleanup(**NONE | {"echo_cancellation": True}), echo, played)
    assert power_db(left[-2 * RATE_HZ :]) < power_db(echo) - 20
    without = through(Cleanup(**NONE | {"echo_cancellation": True}), echo)
    assert power_db(without[-2 * RATE_HZ :]) > power_db(echo) - 3  # nobody told it what was played


def test_the_owner_is_heard_while_an_echo_is_cancelled() -> None:
    played, owner = noise(6.0, loudness=0.05), syllables(6.0, seed=3)
    owner[: 3 * RATE_HZ] = 0.0
    echo = np.concatenate([np.zeros(800, dtype=np.float32), 0.3 * played[:-800]])
    left = through(Cleanup(**NONE | {"echo_cancellation": True}), echo + owner, played)
    assert power_db(left[-2 * RATE_HZ :]) > power_db(owner[-2 * RATE_HZ :]) - 6


def test_stages_are_switched_while_sound_runs() -> None:
    cleanup = Cleanup(**NONE)
    sound = noise(1.0)
    assert np.array_equal(through(cleanup, sound), sound)
    cleanup.switch(CleanupStages(high_pass=True, noise_suppression=True, gain=False))
    assert not np.array_equal(through(cleanup, sound)[-1000:], sound[-1000:])
    cleanup.switch(CleanupStages(high_pass=False, noise_suppression=False, gain=False))
    assert np.array_equal(through(cleanup, sound), sound)


def test_a_delay_hint_never_fails() -> None:
    for on in (True, False):
        cleanup = Cleanup(**NONE | {"echo_cancellation": on})
        for delay_ms in (-5, 0, 60, 100_000):
            cleanup.hint_delay(delay_ms)
        assert len(through(cleanup, noise(0.5))) > 0


def test_too_much_reference_is_forgotten() -> None:
    cleanup = Cleanup(**NONE | {"echo_cancellation": True})
    for _ in range(100):
        cleanup.reference(noise(1.0))
    assert len(cleanup._reference) <= RATE_HZ // 2


ALONE = """
import psutil, numpy as np
from core.voice.cleanup import Cleanup
cleanup = Cleanup(echo_cancellation=True)
cleanup.reference(np.ones(16000, dtype=np.float32) / 9)
cleanup.process(np.ones(16000, dtype=np.float32) / 9)
me = psutil.Process()
assert cleanup.works
assert (me.net_connections("inet"), me.children()) == ([], [])
print("alone", me.num_threads())
"""


def test_the_library_connects_nowhere_and_starts_no_program() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S)
    assert done.stdout.startswith("alone"), done.stderr
