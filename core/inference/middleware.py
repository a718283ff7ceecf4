"""`Middleware` wraps the stream of every model call; this page says in which order, and why.

From the outside, where the caller is, to the inside, where the server is:

1. `CallLog` (observe)        sees everything that follows, waits included, and how it ended.
2. `CallMeter` (observe)      measures the same stretch: what the caller waited, not what the server was busy.
3. `InlineThinking`           tells thinking apart that a server left in the text, whatever changed it below.
   `Transforms` (transforms)  changes prompt and pieces before anything below compares or counts them.
4. `AnswerCache`              a hit costs no budget, no permit and no server; a miss keeps what the caller really got.
5. `TokenBudget` (budgets)    refuses before anything is sent, and counts an answer once, whoever gave it in the end.
6. `RateLimit` (budgets)      one call is one permit, however often it is tried below.
7. `Fallback` (resilience)    every model of the list gets its own tries and its own time.
8. `Retry` (resilience)       every try gets its own time.
9. `TimeLimit` (resilience)   innermost: it waits for nothing but the server.

Then comes the gateway's own step, which finds the server and turns an engine's error into a `ModelTrouble`.
So everything on this page sees typed trouble and never an engine's error.

A middleware is an async generator around another one. It must close what it wraps (`wrapped` does that), so that
stopping the outermost ends the generation on the server at once. It must not touch a piece that it has no business
with, and it adds no wait between a piece's arrival and its `yield`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from core.events import ModelSwitched, Retrying
from models.language.messages import ChatRequest, Finished, Piece, TextPiece, ThinkingPiece, ToolCallPiece

Purpose: TypeAlias = Literal["chat", "title", "summary", "test", "translation", "sources", "memory"]
GatewayEvent: TypeAlias = Piece | ModelSwitched | Retrying
GatewayStream: TypeAlias = AsyncGenerator[GatewayEvent, None]

PIECES = (TextPiece, ThinkingPiece, ToolCallPiece, Finished)


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One call of a language model, by any part of core.

    `request.model` is a name as in `served_models`. `fallback_models` are asked in turn when it fails before its first
    piece; never when `fixed`, which means exactly this model. `cacheable` False keeps the call out of the answer cache:
    private chats, and answers that the owner wants made anew.
    """

    request: ChatRequest
    purpose: Purpose
    fallback_models: tuple[str, ...] = ()
    fixed: bool = False
    cacheable: bool = True


Proceed: TypeAlias = Callable[[ModelCall], GatewayStream]


class Middleware(Protocol):
    """One concern around every model call."""

    def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Answer `call`, usually by handing out the events of `proceed(call)`; may call it often or never."""


def chain(middleware: Sequence[Middleware], innermost: Proceed) -> Proceed:
    """All of `middleware` around `innermost`, the first one outermost."""
    proceed = innermost
    for layer in reversed(middleware):
        proceed = _around(layer, proceed)
    return proceed


def wrapped(stream: GatewayStream) -> aclosing[GatewayStream]:
    """`async with wrapped(proceed(call)) as events:` closes the inner stream whenever the outer one ends."""
    return aclosing(stream)


def is_piece(event: GatewayEvent) -> bool:
    """Whether `event` came from a model; before the first piece a call can still be made again elsewhere."""
    return isinstance(event, PIECES)


def _around(layer: Middleware, proceed: Proceed) -> Proceed:
    def go_on(call: ModelCall) -> GatewayStream:
        return layer.wrap(call, proceed)

    return go_on
