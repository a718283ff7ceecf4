"""Where a Whisper model runs best on this machine: tried, not guessed.

Every device is tried in a process of its own, with 3 s of sound, since a missing cuDNN shows only at the first encoding
and aborts the process. Number of cores or the name of a card say little: one stick of memory instead of two halves the
speed of a processor.
"""

from __future__ import annotations

import statistics
from collections.abc import Collection
from pathlib import Path

import numpy as np

from models.engine_errors import EngineError, MemoryExhausted, SpeechModelUnfit
from models.hardware import Hardware
from models.speech.engines import RATE_HZ, Hearing, Samples
from models.speech.verdict_file import ProbeResult, ProbeVerdict
from models.speech.whisper_process import HOST, WhisperProcess

SOUND_S = 3.0
_RUNS = 3
_HEARING = Hearing(language="en", most_tokens=12)
_FEW_THREADS, _MANY_THREADS = 4, 8
"""More than 4 barely helped on the machines of faster-whisper's issue 1073; 8 are tried on more cores."""

_WORTH_IT = 0.85
"""More threads, taken from the language model that runs at the same time, must save so much of the time."""


async def probe(
    folder: Path, *, hardware: Hardware, devices: Collection[str] = ("cpu", "cuda"), host: str = HOST
) -> ProbeVerdict:
    """Try `devices` one after the other; takes seconds, with a large model a minute.

    Raises `SpeechModelUnfit` for a folder that no device could load, and the processor's own error when none is left.
    """
    tried: dict[str, ProbeResult] = {}
    failure: EngineError | None = None
    if "cuda" in devices and not any(card.maker == "nvidia" for card in hardware.cards):
        tried["cuda"] = ProbeResult(ok=False, reason="no NVIDIA card")
    elif "cuda" in devices:
        tried["cuda"], failure = await _try(WhisperProcess(folder, device="cuda", host=host))
    if "cpu" in devices:
        tried["cpu"], failure = await _try_processor(folder, hardware, host)
    able = {device: result for device, result in tried.items() if result.ok}
    if not able:
        raise failure or SpeechModelUnfit("no device to try", model=folder.name)
    best = min(able, key=lambda device: able[device].seconds)
    result = able[best]
    return ProbeVerdict(best, result.compute_type, result.threads, result.seconds, tried)


async def _try_processor(folder: Path, hardware: Hardware, host: str) -> tuple[ProbeResult, EngineError | None]:
    """With few threads, and, where there are many cores, with more."""
    cores = max(1, hardware.cores)
    few, failure = await _try(WhisperProcess(folder, threads=min(cores, _FEW_THREADS), host=host))
    if not few.ok or cores <= _FEW_THREADS:
        return few, failure
    many, _ = await _try(WhisperProcess(folder, threads=min(cores, _MANY_THREADS), host=host))
    return (many, None) if many.ok and many.seconds < few.seconds * _WORTH_IT else (few, None)


async def _try(process: WhisperProcess) -> tuple[ProbeResult, EngineError | None]:
    try:
        await process.start()
        sound = probe_sound()
        seconds = [(await process.transcribe(sound, _HEARING)).engine_s for _ in range(_RUNS)]
    except SpeechModelUnfit:
        raise
    except EngineError as fault:
        return ProbeResult(ok=False, reason=fault.detail, was_full=isinstance(fault, MemoryExhausted)), fault
    finally:
        await process.aclose()
    return (
        ProbeResult(
            ok=True,
            seconds=round(statistics.median(seconds), 4),
            compute_type=process.compute_type,
            threads=process.threads,
        ),
        None,
    )


def probe_sound() -> Samples:
    """Three seconds that are neither silence nor noise: a hum with the rhythm of syllables. Always the same."""
    time_s = np.arange(int(SOUND_S * RATE_HZ)) / RATE_HZ
    hum = sum(np.sin(2 * np.pi * 120 * harmonic * time_s) / harmonic for harmonic in range(1, 20))
    syllables = np.clip(np.sin(2 * np.pi * 4 * time_s), 0, 1)
    return np.asarray(0.1 * hum * syllables, dtype=np.float32)
