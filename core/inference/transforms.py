"""Hooks that change a prompt before it is sent or a piece before it is shown; none is installed by default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from core.inference.middleware import GatewayStream, ModelCall, Proceed, wrapped
from models.language.messages import ChatRequest, Finished, Piece, TextPiece, ThinkingPiece, ToolCallPiece


class Transform(Protocol):
    """One change. An instance serves all calls, so it keeps no state of a single one."""

    def request(self, request: ChatRequest, *, purpose: str) -> ChatRequest:
        """What to send instead of `request`."""

    def piece(self, piece: Piece, *, purpose: str) -> Piece | None:
        """What to hand on instead of `piece`; None leaves it out. `Finished` must stay."""


class Transforms:
    """Applies hooks in order to the prompt, and in the same order to each piece."""

    def __init__(self, hooks: Sequence[Transform]) -> None:
        self._hooks = tuple(hooks)

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on what the hooks make of prompt and pieces."""
        request = call.request
        for hook in self._hooks:
            request = hook.request(request, purpose=call.purpose)
        async with wrapped(proceed(replace(call, request=request))) as events:
            async for event in events:
                if not isinstance(event, TextPiece | ThinkingPiece | ToolCallPiece | Finished):
                    yield event
                elif (piece := self._changed(event, call.purpose)) is not None:
                    yield piece

    def _changed(self, piece: Piece, purpose: str) -> Piece | None:
        changed: Piece | None = piece
        for hook in self._hooks:
            if changed is None:
                return None
            changed = hook.piece(changed, purpose=purpose)
        return changed
