"""Which models suit a machine: a formula over memory and bandwidth, given as classes and not as false precision.

Memory. A model needs its weights, the cache of its context and the engine's own buffers (`memory_bytes` of the
catalogue). Room for it: nine tenths of a graphics card's memory, the rest being the desktop's; on Apple's chips the
share that the system lets the graphics part have (two thirds up to 36 GB, three quarters above: Metal's
`recommendedMaxWorkingSetSize`); of the main memory what is left after 2.4 GB, or a fifth, for the system and other
programs. Ollama puts the layers that do not fit on the card into the main memory. Comfortable is what fills at most
three quarters of the room.

Speed. Every token that is written reads all weights once (of a mixture of experts: the active ones), so that
tokens/s ≈ bandwidth × efficiency ÷ bytes per token (Pope et al. 2022, “Efficiently Scaling Transformer Inference”,
section 2; llama.cpp's own benchmarks reach 45 to 80 % of the peak bandwidth, and about half of that with experts,
whose parts are read from scattered places). A model that lies in both memories needs both times, one after the other.

Pace. People read 240 words a minute silently (Brysbaert 2019), which is some 5 tokens a second; below 7 one waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from models.catalogue import Catalogue, CatalogueModel
from models.hardware import GraphicsCard, Hardware
from models.memory_bandwidth import of_card, of_processor

Fit: TypeAlias = Literal["comfortable", "tight"]
Pace: TypeAlias = Literal["slow", "reading", "fast"]
Place: TypeAlias = Literal["card", "both", "memory"]
ReasonKind: TypeAlias = Literal[
    "fits_card", "fits_partly_card", "fits_memory", "pace", "quick", "balanced", "best", "japanese", "installed"
]

_KIND_OF_PLACE: dict[Place, ReasonKind] = {
    "card": "fits_card",
    "both": "fits_partly_card",
    "memory": "fits_memory",
}
_GB = 1e9
_CARD_SHARE = 0.9
_SYSTEM_BYTES, _SYSTEM_SHARE = 2.4 * _GB, 0.2
_COMFORTABLE_SHARE = 0.75
_EFFICIENCY_LOW, _EFFICIENCY_HIGH = 0.45, 0.8
_EXPERTS_SHARE = 0.5
_DISK_RESERVE_BYTES = 2 * _GB
_READING_TOKENS_PER_S, _FAST_TOKENS_PER_S = 7.0, 25.0
_LEAST_TOKENS_PER_S = 2.5  # below this nobody waits for an answer
_GOOD_QUALITY = 35  # from four thousand million parameters on
_QUICK_SHARE = 0.6  # the quick one needs at most this share of the good one's memory


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as data that a face words. `numbers` are bytes for fits_* (needed, room), tokens/s for pace (low, high)."""

    kind: ReasonKind
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """One advised model. `tokens_per_s` is the middle of the range (geometric), for sorting rather than for showing."""

    model: CatalogueModel
    fit: Fit
    tokens_per_s: float | None
    reasons: tuple[Reason, ...]
    recommended: bool
    pace: Pace | None = None
    tokens_per_s_range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why nothing is advised: the smallest model needs `needed_bytes` of memory or disk, and `there_bytes` are there.

    `unknown` means that the machine does not tell how much memory it has.
    """

    kind: Literal["memory", "disk", "unknown"]
    needed_bytes: int
    there_bytes: int


@dataclass(frozen=True, slots=True)
class Room:
    """What a model may fill. `card_bytes` is 0 where no card helps."""

    card_bytes: float
    memory_bytes: float

    @property
    def both_bytes(self) -> float:
        """Card and main memory together."""
        return self.card_bytes + self.memory_bytes


def advise(
    hardware: Hardware,
    catalogue: Catalogue,
    *,
    installed: Sequence[str] = (),
    most: int = 3,
    language: str = "en",
) -> list[Advice]:
    """Two or three models of different size that fit this machine, the recommended one first; [] when none fits.

    `installed` are model ids that need no more disk. With `language` "ja" one made for Japanese is among them, if one
    fits. Ask `shortage` why there are none.
    """
    room = room_of(hardware)
    candidates = [model for model in catalogue.of("language") if model.quality > 0]
    fitting = [
        found
        for model in candidates
        if (found := _estimate(model, hardware, room, installed=model.model_id in installed))
    ]
    general = [found for found in fitting if found.model.languages[0] != "ja"]
    japanese = [found for found in fitting if found.model.languages[0] == "ja"] if language == "ja" else []
    chosen = _general_choice(general)
    if best := _best(_readable(japanese) or japanese):
        chosen.insert(min(1, len(chosen)), _with(best, Reason("japanese")))
    return [replace(advice, recommended=number == 0) for number, advice in enumerate(chosen[:most])]


def estimate(model: CatalogueModel, hardware: Hardware, *, installed: bool = False) -> Advice | None:
    """How one model would do on this machine; None where it does not fit into memory or onto the disk."""
    return _estimate(model, hardware, room_of(hardware), installed=installed)


def shortage(hardware: Hardware, catalogue: Catalogue) -> Shortage | None:
    """Why nothing can be advised; None where something fits."""
    candidates = [model for model in catalogue.of("language") if model.quality > 0]
    if not candidates or any(estimate(model, hardware) for model in candidates):
        return None
    if not hardware.memory_bytes:
        return Shortage("unknown", 0, 0)
    room = room_of(hardware)
    smallest = min(candidates, key=lambda model: model.memory_bytes)
    if _place(smallest, room) is None:
        return Shortage("memory", smallest.memory_bytes, int(max(room.both_bytes, 0)))
    lightest = min((model for model in candidates if _place(model, room)), key=lambda model: model.size_bytes)
    return Shortage("disk", int(lightest.size_bytes + _DISK_RESERVE_BYTES), hardware.free_disk_bytes)


def room_of(hardware: Hardware) -> Room:
    """What models may fill on this machine."""
    apple = [card for card in hardware.cards if card.maker == "apple" and card.memory_bytes]
    if apple:
        total = apple[0].memory_bytes or 0
        return Room(total * (0.75 if total > 36 * _GB else 2 / 3), 0.0)
    system = max(_SYSTEM_BYTES, hardware.memory_bytes * _SYSTEM_SHARE)
    card = sum((card.memory_bytes or 0) * _CARD_SHARE for card in _own_memory(hardware.cards))
    return Room(card, max(hardware.memory_bytes - system, 0.0))


def _own_memory(cards: Iterable[GraphicsCard]) -> list[GraphicsCard]:
    return [card for card in cards if card.memory_bytes and not card.shares_memory]


def _place(model: CatalogueModel, room: Room) -> Place | None:
    needed = model.memory_bytes
    if needed <= room.card_bytes:
        return "card"
    if needed > room.both_bytes:
        return None
    return "both" if room.card_bytes > 0 and room.memory_bytes > 0 else "memory"


def _estimate(model: CatalogueModel, hardware: Hardware, room: Room, *, installed: bool) -> Advice | None:
    place = _place(model, room)
    if place is None:
        return None
    if not installed and model.size_bytes + _DISK_RESERVE_BYTES > hardware.free_disk_bytes:
        return None
    needed = model.memory_bytes
    there = room.card_bytes if place == "card" else room.both_bytes
    # What lies comfortably in both memories does so as well when only the card would be tight.
    is_comfortable = needed <= _COMFORTABLE_SHARE * max(there, room.both_bytes)
    low, high = _speed(model, hardware, room)
    middle = (low * high) ** 0.5
    reasons = [
        Reason(_KIND_OF_PLACE[place], (needed, there)),
        Reason("pace", (low, high)),
    ]
    if installed:
        reasons.append(Reason("installed"))
    return Advice(
        model,
        "comfortable" if is_comfortable else "tight",
        middle,
        tuple(reasons),
        recommended=False,
        pace=_pace(middle),
        tokens_per_s_range=(low, high),
    )


def _speed(model: CatalogueModel, hardware: Hardware, room: Room) -> tuple[float, float]:
    """Tokens per second, (low, high), rounded to what such an estimate is worth."""
    cards = [card for card in hardware.cards if card.maker == "apple"] or _own_memory(hardware.cards)
    share = min(room.card_bytes / model.memory_bytes, 1.0) if cards else 0.0
    read = model.bytes_per_token / (_EXPERTS_SHARE if model.active_bytes else 1.0)
    processor = of_processor(hardware)
    # Several cards work one after the other, each on its part; the slowest stands for all.
    card_low = min((of_card(card).low for card in cards), default=processor.low)
    card_high = min((of_card(card).high for card in cards), default=processor.high)
    # Nobody's card is slower than the processor beside it: the model would be left in the main memory.
    card_low, card_high = max(card_low, processor.low), max(card_high, processor.high)
    low = _EFFICIENCY_LOW / (share * read / card_low + (1 - share) * read / processor.low)
    high = _EFFICIENCY_HIGH / (share * read / card_high + (1 - share) * read / processor.high)
    return _rounded(low), _rounded(high)


def _rounded(speed: float) -> float:
    """Two digits at most."""
    return round(speed, 1) if speed < 10 else float(round(speed)) if speed < 100 else float(round(speed, -1))


def _pace(tokens_per_s: float) -> Pace:
    if tokens_per_s < _READING_TOKENS_PER_S:
        return "slow"
    return "reading" if tokens_per_s < _FAST_TOKENS_PER_S else "fast"


def _general_choice(fitting: list[Advice]) -> list[Advice]:
    """The good one, a quick one, and the best that still fits, as far as they differ."""
    bearable = [advice for advice in fitting if (advice.tokens_per_s or 0) >= _LEAST_TOKENS_PER_S]
    readable = _readable(bearable)
    comfortable = [advice for advice in readable if advice.fit == "comfortable"]
    # Whoever has a card is best served by what lies on it: smaller to fetch, and nothing else becomes slow meanwhile.
    on_card = [advice for advice in comfortable if advice.reasons[0].kind == "fits_card"]
    best = _best(bearable)
    good = (
        _best([advice for advice in on_card if advice.model.quality >= _GOOD_QUALITY])
        or _best(comfortable)
        or _best(readable)
        or _fastest(bearable)
        or _fastest(fitting)
    )
    if good is None:
        return []
    limit = good.model.memory_bytes * _QUICK_SHARE
    smaller = [advice for advice in readable or bearable if advice.model.memory_bytes <= limit]
    quick = _best([advice for advice in smaller if (advice.tokens_per_s or 0) > (good.tokens_per_s or 0)])
    chosen = [_with(good, Reason("balanced"))]
    if quick is not None:
        chosen.append(_with(quick, Reason("quick")))
    if best is not None and best.model.quality > good.model.quality:
        chosen.append(_with(best, Reason("best")))
    return chosen


def _readable(fitting: list[Advice]) -> list[Advice]:
    return [advice for advice in fitting if advice.pace != "slow"]


def _best(fitting: list[Advice]) -> Advice | None:
    return max(fitting, key=lambda advice: advice.model.quality, default=None)


def _fastest(fitting: list[Advice]) -> Advice | None:
    return max(fitting, key=lambda advice: advice.tokens_per_s or 0.0, default=None)


def _with(advice: Advice, reason: Reason) -> Advice:
    return replace(advice, reasons=(reason, *advice.reasons))
