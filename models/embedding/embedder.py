"""`Embedder`: text in, vectors of unit length out; the same text always gets the same vector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Vectors: TypeAlias = npt.NDArray[np.float32]
"""Shape (texts, dimensions), each row of unit length: cosine is the dot product."""

TextUse: TypeAlias = Literal["passage", "query"]
"""Some models want to know whether they see what is searched or what is searched for."""


@dataclass(frozen=True, slots=True)
class EmbedderFacts:
    """What an embedder is. `name` identifies its vectors: two embedders of one name may share an index.

    `most_tokens` is how much of a text it sees, in its own tokens. `languages` are ISO 639-1 codes; ("*",) many.
    """

    name: str
    title: str
    dimensions: int
    most_tokens: int
    languages: tuple[str, ...]


class Embedder(Protocol):
    """Calls never block the loop; several at once are served in order, a query before waiting passages."""

    @property
    def facts(self) -> EmbedderFacts:
        """Known once it was loaded."""
        ...

    async def load(self) -> None:
        """Make it ready; the first call of `embed` does so too. Raises EngineError."""
        ...

    async def embed(self, texts: Sequence[str], *, use: TextUse = "passage") -> Vectors:
        """One vector for each text, in their order. Raises EngineError."""
        ...

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """How many of its tokens each text is, or a careful estimate. Blocks for microseconds a text."""
        ...

    async def aclose(self) -> None:
        """Let go of the model and its memory."""
        ...
