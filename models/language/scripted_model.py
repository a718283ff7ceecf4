"""A model server that says what a test or a demonstration tells it. Nothing runs, nothing connects."""

from __future__ import annotations

import asyncio
import hashlib
import math
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import TypeAlias

from models.engine_errors import EngineError, ModelMissing
from models.language.language_model import Ability, LoadedModel, ModelDetails, ModelSummary
from models.language.messages import ChatRequest, Finished, Piece, TextPiece, Usage

# A line of a script: a piece to say, an error to raise, or seconds to wait.
Line: TypeAlias = Piece | EngineError | float
Script: TypeAlias = Sequence[Line]
ScriptWriter: TypeAlias = Callable[[ChatRequest], Script]

_ABILITIES: frozenset[Ability] = frozenset({"chat", "vision", "tools", "thinking", "embedding"})


def spoken(text: str, *, prompt_tokens: int | None = None) -> tuple[Line, ...]:
    """`text` word by word, and the end. `prompt_tokens` is the prompt's size that the usage tells."""
    words = text.split(" ")
    pieces = [TextPiece(word if at == 0 else f" {word}") for at, word in enumerate(words)]
    usage = Usage(prompt_tokens=prompt_tokens, answer_tokens=len(pieces), answer_s=len(pieces) / 50)
    return (*pieces, Finished("stop", usage))


class ScriptedServer:
    """A `ModelServer` with scripts instead of models.

    `script` queues answers; when the queue is empty `writer` writes one, and without it the question is repeated.
    `requests` keeps what was asked; `closed_early` counts the answers that were not listened to until the end.
    """

    def __init__(
        self,
        models: Sequence[str] = ("scripted",),
        *,
        writer: ScriptWriter | None = None,
        details: Sequence[ModelDetails] = (),
    ) -> None:
        self.requests: list[ChatRequest] = []
        self.closed_early = 0
        self._names = tuple(models)
        self._writer = writer
        self._details = {known.name: known for known in details}
        self._scripts: deque[Script] = deque()
        self._loaded: dict[str, int | None] = {}

    @property
    def provider(self) -> str:
        """Always `scripted`."""
        return "scripted"

    @property
    def address(self) -> str:
        """Nowhere."""
        return "scripted"

    def script(self, *scripts: Script) -> None:
        """Queue answers, one a request."""
        self._scripts.extend(scripts)

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Piece, None]:
        """Say the next script."""
        self.requests.append(request)
        self._known(request.model)
        self._loaded[request.model] = request.context_tokens
        heard_all = False
        try:
            for line in self._next_script(request):
                if isinstance(line, EngineError):
                    heard_all = True
                    raise line
                if isinstance(line, float | int):
                    await asyncio.sleep(line)
                else:
                    heard_all = isinstance(line, Finished)
                    yield line
        finally:
            self.closed_early += not heard_all

    async def version(self) -> str:
        """Always empty."""
        return ""

    async def models(self) -> Sequence[ModelSummary]:
        """The names it was given."""
        return [ModelSummary(name) for name in self._names]

    async def details(self, model: str) -> ModelDetails:
        """The details it was given, or a model that can do everything within 8,192 tokens."""
        self._known(model)
        return self._details.get(model) or ModelDetails(model, abilities=_ABILITIES, context_tokens=8192)

    async def loaded(self) -> Sequence[LoadedModel]:
        """The models that were used or warmed."""
        return [LoadedModel(name, context_tokens=context_tokens) for name, context_tokens in self._loaded.items()]

    async def warm(self, model: str, *, context_tokens: int | None = None, keep_alive_s: int | None = None) -> None:
        """Count `model` as loaded."""
        self._known(model)
        self._loaded[model] = context_tokens

    async def embed(self, model: str, texts: Sequence[str]) -> list[list[float]]:
        """Unit vectors of 32 numbers that depend on the text alone."""
        self._known(model)
        return [_vector(text) for text in texts]

    async def aclose(self) -> None:
        """There is nothing to end."""

    def _next_script(self, request: ChatRequest) -> Script:
        if self._scripts:
            return self._scripts.popleft()
        if self._writer is not None:
            return self._writer(request)
        return spoken(request.messages[-1].text if request.messages else "")

    def _known(self, model: str) -> None:
        if model not in self._names:
            raise ModelMissing(f"model '{model}' not found", model=model, address=self.address, status=404)


def _vector(text: str) -> list[float]:
    raw = [byte - 127.5 for byte in hashlib.sha256(text.encode("utf-8", "replace")).digest()]
    norm = math.sqrt(sum(value * value for value in raw))
    return [value / norm for value in raw]
