"""Which models suit a machine: a formula over memory and bandwidth, given as classes and not as false precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from models.catalogue import Catalogue, CatalogueModel
from models.hardware import Hardware

Fit: TypeAlias = Literal["comfortable", "tight"]
Pace: TypeAlias = Literal["slow", "reading", "fast"]
ReasonKind: TypeAlias = Literal[
    "fits_card", "fits_memory", "fits_partly_card", "pace", "quick", "balanced", "best", "japanese", "installed"
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as data that a face words. `numbers` are bytes for fits_* (needed, there), tokens/s for pace (low, high)."""

    kind: ReasonKind
    numbers: tuple[float, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """One advised model. `tokens_per_s` is the middle of the estimated range, None where nothing can be estimated."""

    model: CatalogueModel
    fit: Fit
    tokens_per_s: float | None
    reasons: tuple[Reason, ...]
    recommended: bool
    pace: Pace | None = None
    tokens_per_s_range: tuple[float, float] | None = None


def advise(
    hardware: Hardware,
    catalogue: Catalogue,
    *,
    installed: Sequence[str] = (),
    most: int = 3,
    language: str = "en",
) -> list[Advice]:
    """Two or three models of different size that fit this machine, the recommended one first; [] when none fits."""
    raise NotImplementedError
