"""Models of the gateway as picker and list show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.widgets.amounts import figure

if TYPE_CHECKING:
    from core.inference.served_models import ServedModel

translate = QCoreApplication.translate

ModelState: TypeAlias = Literal["loaded", "available", "missing", "server_down"]

#: Icon and token colour of each state; the shapes differ, so that colour is not the only sign.
STATE_MARKS: dict[ModelState, tuple[str, str]] = {
    "loaded": ("dot", "success"),
    "available": ("ring", "text_faint"),
    "missing": ("error", "danger"),
    "server_down": ("warning", "warning"),
}


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """One model to choose. `name` is the gateway's, `label` what is read, `detail` its size and family in a few words.

    `remote` marks a model that runs on somebody else's computer.
    """

    name: str
    label: str
    detail: str = ""
    state: ModelState = "available"
    abilities: frozenset[str] = frozenset()
    remote: bool = False


def choices_of(models: Sequence[ServedModel]) -> list[ModelChoice]:
    """Those that can hold a conversation, in the order of the gateway."""
    return [
        ModelChoice(
            name=model.name,
            label=model.short_name,
            detail=_detail(model),
            state="loaded" if model.loaded else "available",
            abilities=frozenset(model.abilities),
            remote=model.remote,
        )
        for model in models
        if model.chats
    ]


def _detail(model: ServedModel) -> str:
    size = "" if model.remote or not model.size_bytes else _size(model.size_bytes)
    return " · ".join(part for part in (model.parameter_size, model.quantization, size) if part)


def _size(size_bytes: int) -> str:
    return f"{figure(size_bytes / 1e9, digits=1)} GB" if size_bytes >= 1e8 else f"{figure(size_bytes / 1e6)} MB"


def state_words(state: ModelState, *, remote: bool = False) -> str:
    """What a state means, in words. A model on somebody else's computer is not installed here."""
    if remote and state in ("available", "loaded"):
        return translate("ModelPopup", "runs on another computer")
    words: dict[ModelState, str] = {
        "loaded": translate("ModelPopup", "in memory"),
        "available": translate("ModelPopup", "installed"),
        "missing": translate("ModelPopup", "not installed"),
        "server_down": translate("ModelPopup", "server not running"),
    }
    return words[state]
