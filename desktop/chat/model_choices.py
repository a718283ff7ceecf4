"""Models of the gateway as the picker shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.chat.model_popup import ModelChoice

if TYPE_CHECKING:
    from core.inference.served_models import ServedModel


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
    size = f"{model.size_bytes / 1e9:.1f} GB" if model.size_bytes else ""
    return " · ".join(part for part in (model.parameter_size, model.quantization, size) if part)
