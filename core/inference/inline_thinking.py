"""Thinking that a server leaves in the text, between `<think>` and `</think>`, is told apart like everybody else's.

Ollama and most servers separate it themselves; LM Studio and llama.cpp without a reasoning format do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from core.inference.middleware import GatewayStream, ModelCall, Proceed, wrapped
from models.language.messages import Finished, Piece, TextPiece, ThinkingPiece

_OPEN, _CLOSE = "<think>", "</think>"


class InlineThinking:
    """Only an answer that begins with `<think>` is touched; any other passes from its first letter on."""

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on all events, thinking apart from text."""
        split = _Split()
        async with wrapped(proceed(call)) as events:
            async for event in events:
                if split.over:
                    yield event
                elif isinstance(event, TextPiece):
                    for piece in split.told_apart(event.text):
                        yield piece
                else:
                    if isinstance(event, ThinkingPiece | Finished):
                        for piece in split.rest():
                            yield piece
                    yield event


class _Split:
    """What has been seen of one answer. Holds back a few characters while they may be part of a mark."""

    def __init__(self) -> None:
        self.over = False
        self._place: Literal["before", "inside", "after"] = "before"
        self._held = ""
        self._fresh = True  # white space after a mark is not part of what follows

    def told_apart(self, text: str) -> Iterator[Piece]:
        self._held += text
        if self._place == "before":
            begun = self._held.lstrip()
            if len(begun) < len(_OPEN) and _OPEN.startswith(begun):
                return  # nothing yet, or the beginning of the mark
            if not begun.startswith(_OPEN):
                yield from self.rest()
                return
            self._place, self._held = "inside", begun.removeprefix(_OPEN)
        if self._place == "inside":
            yield from self._thought()
        if self._place == "after" and (answer := self._held.lstrip()):
            self._held = answer
            yield from self.rest()

    def rest(self) -> Iterator[Piece]:
        """The held characters; from now on nothing is looked at any more."""
        self.over = True
        held, self._held = self._held, ""
        if held and self._place == "inside":
            yield ThinkingPiece(held)
        elif held and not (self._place == "after" and held.isspace()):
            yield TextPiece(held)

    def _thought(self) -> Iterator[Piece]:
        """All that is surely thinking; white space at its end waits, for it may be the last before the mark."""
        if self._fresh:
            self._held = self._held.lstrip()
        thought, mark, after = self._held.partition(_CLOSE)
        if mark:
            self._place, self._held = "after", after
            sure = thought.rstrip()
        else:
            sure = thought[: len(thought) - _overlap(thought, _CLOSE)].rstrip()
            self._held = thought[len(sure) :]
        if sure:
            self._fresh = False
            yield ThinkingPiece(sure)


def _overlap(text: str, mark: str) -> int:
    """How many characters at the end of `text` may be the beginning of `mark`."""
    return next((size for size in range(min(len(text), len(mark) - 1), 0, -1) if text.endswith(mark[:size])), 0)
