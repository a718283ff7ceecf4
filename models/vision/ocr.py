"""Text in pictures, by rapidocr (PP-OCRv6 on onnxruntime), with the models that come in its package and no others.

Latin with its accents, Greek, Cyrillic, Chinese and Japanese; scripts that the models do not know come out as nonsense
of low certainty, which is dropped.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.engine_errors import PictureUnread

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_PACKAGE = "rapidocr"
_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
_LEAST_CERTAINTY = 0.5


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of text and where it stands, in pixels of the picture. `certainty` is from 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    certainty: float


class PictureReader:
    """Reads pictures. Loads its models (32 MB) at the first; not for the loop's thread: a page takes seconds."""

    def __init__(self, *, threads: int = 0) -> None:
        self._threads = threads or max(2, (os.cpu_count() or 2) // 2)
        self._engine: Any = None

    def load(self) -> None:
        """Load the library without its models. Raises `PictureUnread` when something of it is missing."""
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before onnxruntime is imported
        _model_paths()
        try:
            import rapidocr  # noqa: F401
        except ImportError as fault:
            raise PictureUnread(str(fault)) from fault

    def read(self, pixels: npt.NDArray[np.uint8]) -> list[SeenLine]:
        """Its lines, as the engine finds them. `pixels` are height × width × RGB. Raises `PictureUnread`."""
        engine = self._loaded()
        try:
            found = engine(pixels[:, :, ::-1])
        except MemoryError:
            raise
        except Exception as fault:  # the library has no base class for what it raises
            raise PictureUnread(f"{type(fault).__name__}: {fault}"[:300]) from fault
        if found.txts is None or found.boxes is None:
            return []
        lines = []
        for text, box, certainty in zip(found.txts, found.boxes, found.scores, strict=False):
            across, down = [float(corner[0]) for corner in box], [float(corner[1]) for corner in box]
            if text.strip() and certainty >= _LEAST_CERTAINTY:
                lines.append(SeenLine(text, min(across), min(down), max(across), max(down), float(certainty)))
        return lines

    def _loaded(self) -> Any:
        if self._engine is None:
            self.load()
            from rapidocr import RapidOCR

            # With paths given it looks for no other model and never comes to its downloader.
            paths = {f"{part}.model_path": str(path) for part, path in _model_paths().items()}
            threads = {"EngineConfig.onnxruntime.intra_op_num_threads": min(self._threads, os.cpu_count() or 1)}
            self._engine = RapidOCR(params={"Global.log_level": "critical", **paths, **threads})
        return self._engine


def _model_paths() -> dict[str, Path]:
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise PictureUnread("rapidocr is not installed")
    folder = Path(spec.origin).parent / "models"
    paths = {part: folder / name for part, name in _MODELS.items()}
    if missing := [path.name for path in paths.values() if not path.is_file()]:
        raise PictureUnread(f"missing in its package: {', '.join(missing)}")
    return paths
