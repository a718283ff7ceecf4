"""Vectors of passages of several files, made in one run of the model and dealt out to their files."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.logs import Public
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.knowledge.chunking import Chunk
    from core.knowledge.file_reading import FileOnItsWay
    from core.vectors.vector_index import Matrix
    from models.embedding.embedder import Embedder

_log = logging.getLogger("hearth.knowledge")


@dataclass(slots=True, eq=False)
class Piece:
    """Some passages of a file in their order. `last`: there are no more of it."""

    file: FileOnItsWay
    chunks: Sequence[Chunk]
    last: bool


async def embed_pieces(embedder: Embedder | None, pieces: Sequence[Piece]) -> bool:
    """Give each file the vectors of its passages; False where there is no model, or it fails."""
    made: Matrix | None = None
    if embedder is not None:
        try:
            made = await embedder.embed([chunk.embedded for piece in pieces for chunk in piece.chunks])
        except EngineError as trouble:
            _log.warning("passages are kept without vectors: %s", Public(type(trouble).__name__))
    name = "" if embedder is None else embedder.facts.name
    at = 0
    for piece in pieces:
        count = len(piece.chunks)
        is_other = bool(piece.file.vectors) and piece.file.embedder != name  # another model came into use meanwhile
        piece.file.vectors.append(None if made is None or is_other else made[at : at + count])
        piece.file.embedder = name
        at += count
    return made is not None


def joined_vectors(file: FileOnItsWay) -> Matrix | None:
    """One for each passage of the file; None unless all are there, of one model."""
    parts = [part for part in file.vectors if part is not None]
    return np.concatenate(parts) if parts and len(parts) == len(file.vectors) else None
