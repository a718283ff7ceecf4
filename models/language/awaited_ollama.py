"""Hearth's own Ollama as a `ModelServer`: each call waits until the server is up, wherever it listens by then."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing

from models.language.language_model import LoadedModel, ModelDetails, ModelSummary
from models.language.messages import ChatRequest, Piece
from models.language.ollama_model import OllamaServer


class AwaitedOllama:
    """A `ModelServer` over the one that `make` makes for an address.

    `ready` starts the server if need be and returns its address; it raises `PrivateServerFailed` when there is none to
    wait for. After a restart the server listens elsewhere: the connections to where it was are ended then.
    """

    def __init__(self, ready: Callable[[], Awaitable[str]], make: Callable[[str], OllamaServer]) -> None:
        self._ready = ready
        self._make = make
        self._server: OllamaServer | None = None

    @property
    def provider(self) -> str:
        """Always `ollama`."""
        return "ollama"

    @property
    def address(self) -> str:
        """Where it listened last; empty before the first call."""
        return self._server.address if self._server is not None else ""

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Piece, None]:
        """Answer piece by piece."""
        server = await self._now()
        async with aclosing(server.stream(request)) as pieces:
            async for piece in pieces:
                yield piece

    async def version(self) -> str:
        """The server's version."""
        return await (await self._now()).version()

    async def models(self) -> Sequence[ModelSummary]:
        """The installed models."""
        return await (await self._now()).models()

    async def details(self, model: str) -> ModelDetails:
        """What `model` is and can do."""
        return await (await self._now()).details(model)

    async def loaded(self) -> Sequence[LoadedModel]:
        """The models in memory."""
        return await (await self._now()).loaded()

    async def warm(self, model: str, *, context_tokens: int | None = None, keep_alive_s: int | None = None) -> None:
        """Load `model`."""
        await (await self._now()).warm(model, context_tokens=context_tokens, keep_alive_s=keep_alive_s)

    async def embed(self, model: str, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text."""
        return await (await self._now()).embed(model, texts)

    async def aclose(self) -> None:
        """End all connections."""
        server, self._server = self._server, None
        if server is not None:
            await server.aclose()

    async def _now(self) -> OllamaServer:
        address = await self._ready()
        server = self._server
        if server is None or server.address != address:
            self._server = self._make(address)
            if server is not None:
                await server.aclose()
        assert self._server is not None
        return self._server
