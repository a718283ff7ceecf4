"""What the page of models shows, as values: what is there, what could be, and how it fits this machine. No widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.wording import worded
from desktop.widgets.folded_text import has_words

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.library.model_library import DiskUse, InstalledModel
    from core.library.ollama_program import Situation
    from models.catalogue import CatalogueModel, Purpose
    from models.hardware import Hardware

Fitness: TypeAlias = Literal["", "recommended", "good", "tight", "memory", "disk"]
"""How a model fits: `memory` and `disk` say what there is too little of, "" that nobody looked yet."""

PURPOSES: tuple[Purpose, ...] = ("language", "speech", "voice", "embedding")
_AT_ONCE = 100
OLLAMA_PREFIX = "ollama:"


@dataclass(frozen=True, slots=True)
class ModelItem:
    """One row: a model that is there (`installed`), one of the catalogue (`entry`), or both."""

    model_id: str
    name: str
    purpose: Purpose
    entry: CatalogueModel | None
    installed: InstalledModel | None
    fit: Fitness = ""
    is_default: bool = False

    @property
    def size_bytes(self) -> int:
        """What it takes on the disk; 0 for a model of somebody else's computer."""
        if self.installed is not None:
            return 0 if self.installed.remote else self.installed.size_bytes
        return self.entry.size_bytes if self.entry is not None else 0

    @property
    def is_ollamas(self) -> bool:
        """Whether Ollama keeps it, so that it can be loaded and set."""
        return self.model_id.startswith(OLLAMA_PREFIX)

    @property
    def served_name(self) -> str:
        """How Ollama calls it."""
        if self.installed is not None:
            return self.installed.name
        return self.entry.ollama_name if self.entry is not None else self.model_id.removeprefix(OLLAMA_PREFIX)

    @property
    def words(self) -> str:
        """What a search looks at."""
        entry = self.entry
        told = (entry.name, worded(entry.summary), entry.parameters, entry.licence, entry.ollama_name) if entry else ()
        return " ".join((self.name, self.served_name, *told))


@dataclass(frozen=True, slots=True)
class Machine:
    """What does not change while the page is open: the hardware, and how each model of the catalogue fits it."""

    hardware: Hardware | None = None
    fits: Mapping[str, Fitness] = field(default_factory=dict)
    advised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """What is there now. `is_away` tells that no Ollama answered, so that its models are missing here."""

    installed: tuple[InstalledModel, ...] = ()
    use: DiskUse | None = None
    situation: Situation | None = None
    is_away: bool = False


async def look_at_machine(assistant: Assistant, *, language: str) -> Machine:
    """Look at the hardware, and estimate each model of the catalogue on it."""
    from models.advice import advise

    library = assistant.library
    catalogue = await asyncio.to_thread(lambda: library.catalogue)
    hardware = await library.hardware()
    advised = [advice.model.model_id for advice in advise(hardware, catalogue, language=language)]
    fits: dict[str, Fitness] = {}
    for number, model in enumerate(catalogue.models):
        fits[model.model_id] = _fit(model, hardware)
        if number % _AT_ONCE == _AT_ONCE - 1:
            await asyncio.sleep(0)  # others have their turn on the loop
    if advised:
        fits[advised[0]] = "recommended"
    return Machine(hardware, fits, tuple(advised))


def _fit(model: CatalogueModel, hardware: Hardware) -> Fitness:
    from models.advice import estimate

    found = estimate(model, hardware)
    if found is None:
        return "memory" if estimate(model, hardware, installed=True) is None else "disk"
    return "good" if found.fit == "comfortable" else "tight"


async def look_at_stock(assistant: Assistant) -> Stock:
    """Ask Ollama and the disk what is there."""
    library = assistant.library
    situation = await library.ollama.look()
    if assistant.settings.values.model_server.private_ollama:
        is_away = not library.ollama.address
    else:
        is_away = situation.kind != "running"
    return Stock(tuple(await library.installed()), await library.disk_use(), situation, is_away)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner wants to see. `language` is a code of ISO 639-1, "" for any."""

    purpose: Purpose = "language"
    query: str = ""
    language: str = ""


def chosen_items(
    catalogue: Sequence[CatalogueModel], machine: Machine, stock: Stock, *, wish: Wish, default_model: str
) -> tuple[list[ModelItem], list[ModelItem]]:
    """The models to show: those that are there, and those that could be."""
    there = {model.model_id for model in stock.installed}
    installed = [
        ModelItem(
            model.model_id,
            model.entry.name if model.entry is not None else model.name,
            model.purpose,
            model.entry,
            model,
            machine.fits.get(model.model_id, ""),
            is_default=bool(default_model) and model.name == default_model,
        )
        for model in stock.installed
        if model.purpose == wish.purpose
    ]
    available = [
        ModelItem(model.model_id, model.name, model.purpose, model, None, machine.fits.get(model.model_id, ""))
        for model in catalogue
        if model.purpose == wish.purpose and model.model_id not in there
    ]
    ranks = {model_id: rank for rank, model_id in enumerate(machine.advised)}
    available.sort(key=lambda item: (ranks.get(item.model_id, len(ranks)), item.fit in ("memory", "disk")))
    return list(_matching(installed, wish)), list(_matching(available, wish))


def _matching(items: Sequence[ModelItem], wish: Wish) -> Iterator[ModelItem]:
    """Those made for the language come before those that know very many."""
    found = [item for item in items if not wish.query or has_words(item.words, wish.query)]
    if not wish.language:
        yield from found
        return
    spoken = [(item, item.entry.languages if item.entry is not None else ("*",)) for item in found]
    yield from (item for item, languages in spoken if wish.language in languages)
    yield from (item for item, languages in spoken if wish.language not in languages and "*" in languages)


def languages_of(catalogue: Sequence[CatalogueModel], purpose: Purpose) -> list[str]:
    """The codes that models for `purpose` name."""
    return sorted({code for model in catalogue if model.purpose == purpose for code in model.languages} - {"*"})
