"""A small deterministic embedder: vectors from hashed pieces of words, so that texts sharing words lie near."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np

from models.embedding.embedder import EmbedderFacts, TextUse, Vectors

DIMENSIONS = 64
# Words that mean the same to it, for tests that look for something by meaning that no word finds.
_SAME = {"car": "automobile", "vehicle": "automobile", "rent": "lease", "landlord": "owner", "salary": "wage"}


class TinyEmbedder:
    """An `Embedder` without a model. `asked` keeps what it embedded; `failing` makes every call raise."""

    def __init__(self, name: str = "tiny", *, dimensions: int = DIMENSIONS) -> None:
        self._facts = EmbedderFacts(name, "Tiny", dimensions, 256, ("en",))
        self.asked: list[tuple[str, TextUse]] = []
        self.failing: Exception | None = None
        self.closed = False

    @property
    def facts(self) -> EmbedderFacts:
        return self._facts

    async def load(self) -> None:
        if self.failing is not None:
            raise self.failing

    async def embed(self, texts: Sequence[str], *, use: TextUse = "passage") -> Vectors:
        if self.failing is not None:
            raise self.failing
        self.asked += [(text, use) for text in texts]
        return vectors_of(texts, dimensions=self._facts.dimensions)

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        return [len(re.findall(r"\w+|[^\w\s]", text)) for text in texts]

    async def aclose(self) -> None:
        self.closed = True


def vectors_of(texts: Sequence[str], *, dimensions: int = DIMENSIONS) -> Vectors:
    """One unit vector a text: each word adds its own fixed direction."""
    rows = np.zeros((len(texts), dimensions), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in re.findall(r"[^\W_]+", text.casefold()):
            meant = _SAME.get(word, word)
            generator = np.random.default_rng(zlib.crc32(meant.encode()))
            row += generator.standard_normal(dimensions).astype(np.float32)
        length = float(np.linalg.norm(row))
        if length > 0:
            row /= length
        else:
            row[0] = 1.0
    return rows
