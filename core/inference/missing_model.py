"""What is missing before a question can be answered: one finding, as data, so that a face words it and offers a way."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from core.errors import HearthError
from core.inference.model_trouble import OtherServerNotRunning, ServerNotRunning, ServerOutOfReach
from core.inference.served_models import ServedModel
from models.ollama_server import installed_at
from models.program_folder import ProgramFolder

MissingKind: TypeAlias = Literal["program", "start", "server", "models", "model", "other"]


@dataclass(frozen=True, slots=True)
class Missing:
    """`kind` is the first thing that is not there.

    program: Ollama is not on this computer. start: it is, but does not run. server: the one at `address`, elsewhere,
    does not answer. models: a server answers and has no model that chats. model: the chosen one (`model`) is not among
    those. other: `error` says it.
    """

    kind: MissingKind
    address: str = ""
    model: str = ""
    error: HearthError | None = None


async def missing_after(error: HearthError, *, own_ollama: Path) -> Missing:
    """What is missing when no server told its models, by what they said instead.

    `own_ollama` is the folder in which Hearth keeps an Ollama of its own; one there counts as installed.
    """
    address = str(error.fields.get("address", ""))
    if isinstance(error, ServerOutOfReach | OtherServerNotRunning):
        return Missing("server", address=address, error=error)
    if isinstance(error, ServerNotRunning):
        there = await asyncio.to_thread(_is_installed, own_ollama)
        return Missing("start" if there else "program", address=address, error=error)
    return Missing("other", address=address, error=error)


def missing_among(models: Sequence[ServedModel], *, chosen: str) -> Missing | None:
    """What is missing where servers answer: any model that chats, or the `chosen` one. None: nothing is."""
    offered = [model.name for model in models if model.chats]
    if not offered:
        return Missing("models")
    if chosen and chosen not in offered and f"{chosen}:latest" not in offered:
        return Missing("model", model=chosen)
    return None


def _is_installed(own_ollama: Path) -> bool:
    return installed_at() is not None or ProgramFolder(own_ollama).program() is not None
