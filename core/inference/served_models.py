"""One model as the owner picks it, and the rule of names that says which server it belongs to.

A plain name (`llama3.2:3b`) belongs to Ollama, the server under the key `ollama`. A model of an OpenAI-compatible
server is `openai:NAME@SERVER`, where SERVER is the key the server has in the settings. NAME may hold any character,
`@` included; SERVER holds no `@`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from models.language.language_model import Ability

OLLAMA = "ollama"
_PREFIX = "openai:"


@dataclass(frozen=True, slots=True)
class ServedModel:
    """One model of one server. `name` is what calls and settings use, `short_name` what people read.

    `abilities` is empty and `context_tokens` None while the server has not told. `loaded_bytes` is 0 when the model
    is not in memory, and `vram_bytes` of it lie on a graphics card.
    """

    name: str
    short_name: str
    server: str
    provider: str
    address: str
    abilities: frozenset[Ability] = frozenset()
    context_tokens: int | None = None
    size_bytes: int = 0
    parameter_size: str = ""
    quantization: str = ""
    family: str = ""
    digest: str = ""
    modified_at: datetime | None = None
    remote: bool = False
    loaded: bool = False
    loaded_bytes: int = 0
    vram_bytes: int = 0

    @property
    def chats(self) -> bool:
        """Whether it can hold a conversation; assumed while its abilities are unknown."""
        return not self.abilities or "chat" in self.abilities

    @property
    def sees(self) -> bool:
        """Whether it takes images."""
        return "vision" in self.abilities

    @property
    def thinks(self) -> bool:
        """Whether it shows its thinking."""
        return "thinking" in self.abilities


class ModelPlace(NamedTuple):
    """Which server (its key in the settings) and the model's name there."""

    server: str
    model: str


def place_of(name: str) -> ModelPlace:
    """Where the model called `name` is served."""
    if name.startswith(_PREFIX):
        model, at, server = name.removeprefix(_PREFIX).rpartition("@")
        if at and model and server:
            return ModelPlace(server, model)
    return ModelPlace(OLLAMA, name)


def name_of(place: ModelPlace) -> str:
    """The name by which calls and settings know the model; the inverse of `place_of`."""
    return place.model if place.server == OLLAMA else f"{_PREFIX}{place.model}@{place.server}"
