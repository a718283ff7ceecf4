"""`ModelServer`: a place that serves language models; providers differ only behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from models.language.messages import ChatRequest, Piece

Ability: TypeAlias = Literal["chat", "vision", "tools", "thinking", "embedding", "insert"]


@dataclass(frozen=True, slots=True)
class ModelSummary:
    """One line of the list of models. `remote` marks a model that runs on somebody else's computer."""

    name: str
    size_bytes: int = 0
    parameter_size: str = ""
    quantization: str = ""
    family: str = ""
    digest: str = ""
    modified_at: datetime | None = None
    remote: bool = False


@dataclass(frozen=True, slots=True)
class ModelDetails:
    """What one model is and can do. `context_tokens` is the longest window it was made for, None when unknown."""

    name: str
    abilities: frozenset[Ability] = field(default_factory=lambda: frozenset({"chat"}))
    context_tokens: int | None = None
    parameter_size: str = ""
    quantization: str = ""
    family: str = ""
    template: str = ""
    system: str = ""
    licence: str = ""
    remote: bool = False


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model that is in memory now. `vram_bytes` of `size_bytes` lie on a graphics card."""

    name: str
    size_bytes: int = 0
    vram_bytes: int = 0
    context_tokens: int | None = None
    expires_at: datetime | None = None


class ModelServer(Protocol):
    """A server of language models. Every method raises `models.engine_errors.EngineError` and nothing else.

    Instances are made and used on one event loop. `aclose` ends all connections.
    """

    @property
    def provider(self) -> str:
        """Short stable name of the provider, such as `ollama`."""

    @property
    def address(self) -> str:
        """Where it listens, as the owner would write it."""

    def stream(self, request: ChatRequest) -> AsyncIterator[Piece]:
        """Answer `request` piece by piece. Closing the iterator ends the generation on the server."""

    async def version(self) -> str:
        """Version of the server, empty where the protocol has none."""

    async def models(self) -> Sequence[ModelSummary]:
        """All models it could serve, in its own order."""

    async def details(self, model: str) -> ModelDetails:
        """What `model` is and can do."""

    async def loaded(self) -> Sequence[LoadedModel]:
        """The models in memory now; empty where the protocol cannot tell."""

    async def warm(self, model: str, *, context_tokens: int | None = None, keep_alive_s: int | None = None) -> None:
        """Load `model` into memory without asking anything. Does nothing where the protocol cannot."""

    async def embed(self, model: str, texts: Sequence[str]) -> list[list[float]]:
        """One vector per text, in order."""

    async def aclose(self) -> None:
        """End all connections."""
