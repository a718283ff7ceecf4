"""The voice detector: Silero v6 on plain onnxruntime, one frame of 32 ms after the other.

Its file ships inside faster-whisper, whose own wrapper does not fit a stream: it starts from nothing on every call and
overwrites the end of what it is given.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.engine_errors import SpeechModelUnfit
from models.speech.engines import FRAME_SAMPLES, Samples

_CONTEXT_SAMPLES = 64
_FILE = "silero_vad_v6.onnx"
_STATE_SHAPE = (1, 1, 128)


class SileroDetector:
    """Tells speech from everything else (a `VoiceDetector`), carrying its state from frame to frame.

    Making one reads 1.2 MB and takes up to 130 ms, so not on the loop; a frame takes 0.1 ms. Raises
    `SpeechModelUnfit` where the file is missing or damaged.
    """

    def __init__(self) -> None:
        self._session = _session(_file())
        self._input: NDArray[np.float32] = np.zeros((1, _CONTEXT_SAMPLES + FRAME_SAMPLES), dtype=np.float32)
        self._context: NDArray[np.float32]
        self.reset()

    def probability(self, frame: Samples) -> float:
        """How surely somebody speaks in this frame of `FRAME_SAMPLES`, 0 to 1. Does not change `frame`."""
        if len(frame) != FRAME_SAMPLES:
            raise ValueError(f"a frame has {FRAME_SAMPLES} samples, not {len(frame)}")
        self._input[0, :_CONTEXT_SAMPLES] = self._context
        self._input[0, _CONTEXT_SAMPLES:] = frame
        self._context = self._input[0, -_CONTEXT_SAMPLES:].copy()
        return float(self._run(self._input)[0])

    def probabilities(self, samples: Samples) -> NDArray[np.float32]:
        """One probability for each whole frame of `samples`; quicker than frame by frame. The rest must be none."""
        if len(samples) % FRAME_SAMPLES:
            raise ValueError(f"{len(samples)} samples are not whole frames of {FRAME_SAMPLES}")
        if not len(samples):
            return np.zeros(0, dtype=np.float32)
        frames = samples.reshape(-1, FRAME_SAMPLES)
        context = np.vstack((self._context[np.newaxis], frames[:-1, -_CONTEXT_SAMPLES:]))
        self._context = np.array(frames[-1, -_CONTEXT_SAMPLES:], dtype=np.float32)
        return self._run(np.hstack((context, frames)).astype(np.float32, copy=False))

    def reset(self) -> None:
        """Forget what went before: another stream begins."""
        self._h: NDArray[np.float32] = np.zeros(_STATE_SHAPE, dtype=np.float32)
        self._c: NDArray[np.float32] = np.zeros(_STATE_SHAPE, dtype=np.float32)
        self._context = np.zeros(_CONTEXT_SAMPLES, dtype=np.float32)

    def _run(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        said, self._h, self._c = self._session.run(None, {"input": frames, "h": self._h, "c": self._c})
        return np.asarray(said, dtype=np.float32).reshape(-1)


def _file() -> Path:
    """Where faster-whisper keeps it. Looking for a package does not import it."""
    package = importlib.util.find_spec("faster_whisper")
    if package is None or package.origin is None:
        raise SpeechModelUnfit("faster-whisper is not installed", file=_FILE)
    path = Path(package.origin).parent / "assets" / _FILE
    if not path.is_file():
        raise SpeechModelUnfit("the voice detector's file is missing", file=_FILE)
    return path


def _session(path: Path) -> Any:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # read when it is imported, whoever does it first
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])
    except Exception as fault:  # onnxruntime's exceptions have no public base class
        raise SpeechModelUnfit(str(fault), file=_FILE) from fault
