"""The files of all-MiniLM-L6-v2, opened and tried: the small model where it computes what it should, else the other.

`model_w8.onnx` needs an operator that is slow, wrong or missing on some processors and in older libraries; so one fixed
sentence is compared with its stored vector whenever the model is opened. Both models may share an index: their vectors
of one text have a cosine of at least 0.998.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np

from models.embedding.embedder import Vectors
from models.engine_errors import EmbedderFailed, EmbedderUnfit

DIMENSIONS = 384
MOST_TOKENS = 256
TITLE = "all-MiniLM-L6-v2"
LEAST_COSINE = 0.995

Build: TypeAlias = Literal["w8", "fp16w"]
BUILDS: tuple[Build, ...] = ("w8", "fp16w")

_TOKENIZER = "tokenizer.json"
_CHECK = "self_check.json"


@dataclass(frozen=True, slots=True)
class Piece:
    """One text as the model takes it: numbers of its tokens, at most `MOST_TOKENS`."""

    place: int
    token_ids: Sequence[int]


def minilm_assets() -> Path:
    """The folder with the files that ship with Hearth."""
    return Path(str(files("assets"))) / "embedder"


class MiniLmSession:
    """The opened model and its tokenizer. Everything here blocks; `run` may be called by several threads at once."""

    def __init__(self, folder: Path) -> None:
        """Opens the first model that passes its test: 0.3 to 1 s. Raises `EmbedderUnfit`."""
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # read when it is imported, whoever does it first
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        self._folder = folder
        self._tokenizer = load_tokenizer(folder)
        self.refused: dict[Build, str] = {}
        self.build, self._session = self._first_sound()

    def pieces(self, texts: Sequence[str]) -> list[Piece]:
        """The texts as tokens, cut at `MOST_TOKENS`, longest first so that neighbours are of one length."""
        cut = self._tokenizer.encode_batch_fast([_sayable(text) for text in texts])
        found = [Piece(place, encoding.ids) for place, encoding in enumerate(cut)]
        return sorted(found, key=lambda piece: len(piece.token_ids), reverse=True)

    def run(self, pieces: Sequence[Piece]) -> Vectors:
        """One unit vector for each piece. Raises `EmbedderFailed`."""
        return self._run(self._session, pieces)

    def _first_sound(self) -> tuple[Build, Any]:
        check = _stored_check(self._folder)
        for build in BUILDS:
            try:
                session = _open(self._folder / f"model_{build}.onnx")
                cosine = self._cosine(session, check)
            except EmbedderFailed as fault:
                self.refused[build] = fault.detail
                continue
            if cosine > LEAST_COSINE:
                return build, session
            self.refused[build] = f"cosine {cosine:.4f} to the stored vector"
        raise EmbedderUnfit("; ".join(f"{build}: {why}" for build, why in self.refused.items()), model=TITLE)

    def _cosine(self, session: Any, check: _Check) -> float:
        vector = self._run(session, self.pieces([check.sentence]))[0]
        return float(vector @ check.vector)

    def _run(self, session: Any, pieces: Sequence[Piece]) -> Vectors:
        longest = max(len(piece.token_ids) for piece in pieces)
        token_ids = np.zeros((len(pieces), longest), dtype=np.int64)
        mask = np.zeros_like(token_ids)
        for row, piece in enumerate(pieces):
            token_ids[row, : len(piece.token_ids)] = piece.token_ids
            mask[row, : len(piece.token_ids)] = 1
        try:
            (told,) = session.run(["embedding"], {"input_ids": token_ids, "attention_mask": mask})
        except Exception as fault:
            raise EmbedderFailed(str(fault)[:500], model=TITLE) from fault
        vectors: Vectors = np.asarray(told, dtype=np.float32)
        if vectors.shape != (len(pieces), DIMENSIONS) or not np.isfinite(vectors).all():
            raise EmbedderFailed(f"no vectors came, but {vectors.shape}", model=TITLE)
        return vectors


def load_tokenizer(folder: Path, *, cut: bool = True) -> Any:
    """The tokenizer; without `cut` it counts beyond `MOST_TOKENS`. 15 ms. Raises `EmbedderUnfit`."""
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
    except Exception as fault:
        raise EmbedderUnfit(f"{_TOKENIZER}: {fault}", model=TITLE) from fault
    tokenizer.no_padding()
    if cut:
        tokenizer.enable_truncation(MOST_TOKENS)
    else:
        tokenizer.no_truncation()
    return tokenizer


def counted(tokenizer: Any, texts: Sequence[str]) -> list[int]:
    """How many tokens each text is, those that begin and end it included."""
    return [len(encoding) for encoding in tokenizer.encode_batch_fast([_sayable(text) for text in texts])]


@dataclass(frozen=True, slots=True)
class _Check:
    sentence: str
    vector: Vectors


def _stored_check(folder: Path) -> _Check:
    try:
        told = json.loads((folder / _CHECK).read_bytes())
        return _Check(str(told["sentence"]), np.asarray(told["vector"], dtype=np.float32).reshape(DIMENSIONS))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise EmbedderUnfit(f"{_CHECK}: {fault}", model=TITLE) from fault


def _open(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the caller's; whoever wants more calls from several threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # a damaged file is told by the exception
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as fault:
        raise EmbedderFailed(str(fault)[:500], model=TITLE) from fault


def _sayable(text: str) -> str:
    """Half surrogates, which no tokenizer takes, as U+FFFD."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
