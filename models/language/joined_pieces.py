"""Neighbouring pieces of text as one, so that a flood costs everything above one step a batch, not one a token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.engine_errors import EngineError
from models.language.messages import Piece, TextPiece, ThinkingPiece


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """`pieces` in order, texts of one kind put together. What came before an error comes out before the error."""
    texts: list[str] = []
    kind: type[TextPiece | ThinkingPiece] = TextPiece
    fault: EngineError | None = None
    try:
        for piece in pieces:
            if isinstance(piece, kind):
                texts.append(piece.text)
                continue
            if texts:
                yield kind("".join(texts))
                texts = []
            if isinstance(piece, TextPiece | ThinkingPiece):
                kind = type(piece)
                texts.append(piece.text)
            else:
                yield piece
    except EngineError as error:
        fault = error
    if texts:
        yield kind("".join(texts))
    if fault is not None:
        raise fault
