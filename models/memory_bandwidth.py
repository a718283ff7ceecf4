"""How fast a machine reads its memory, by the names of its parts: what bounds the speed of a language model.

Figures are peak bandwidths in GB/s from the makers' data sheets (NVIDIA GeForce and data-centre product pages, AMD
Radeon product pages, Apple's technical specifications). For processors nobody tells which memory is plugged in, so a
range is given: two channels of DDR4-2400 read 38 GB/s at their peak, of DDR5-5600 90 GB/s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from models.hardware import GraphicsCard, Hardware

_GB = 1e9
_PROCESSOR_GB_S: Final = (38.0, 90.0)
# What one core can ask for; few cores do not fill two channels. 10 to 15 GB/s measured on desktop processors (STREAM).
_CORE_GB_S: Final = (10.0, 15.0)
_UNKNOWN_CARD_GB_S: Final = (150.0, 350.0)
_LAPTOP_SHARE: Final = 0.6  # the mobile kind of a name has narrower or slower memory: RTX 4080 717, mobile 432

# The first pattern that is found in the name decides, so longer names come first.
_CARDS_GB_S: Final[tuple[tuple[str, float], ...]] = (
    (r"RTX 5090", 1792),
    (r"RTX 5080", 960),
    (r"RTX 5070 Ti", 896),
    (r"RTX 5070", 672),
    (r"RTX 5060", 448),
    (r"RTX 5050", 320),
    (r"RTX 4090", 1008),
    (r"RTX 4080", 717),
    (r"RTX 4070 Ti SUPER", 672),
    (r"RTX 4070", 504),
    (r"RTX 4060 Ti", 288),
    (r"RTX 4060", 272),
    (r"RTX 4050", 192),
    (r"RTX 3090", 936),
    (r"RTX 3080", 760),
    (r"RTX 3070 Ti", 608),
    (r"RTX 3070", 448),
    (r"RTX 3060 Ti", 448),
    (r"RTX 3060", 360),
    (r"RTX 3050", 224),
    (r"RTX 2080 Ti", 616),
    (r"RTX 20[78]0", 448),
    (r"RTX 2060", 336),
    (r"GTX 1660 (?:SUPER|Ti)", 288),
    (r"GTX 1660", 192),
    (r"GTX 1650", 128),
    (r"GTX 1080 Ti", 484),
    (r"GTX 1080", 320),
    (r"GTX 1070", 256),
    (r"GTX 1060", 192),
    (r"GTX 1050", 112),
    (r"H200", 4800),
    (r"H100 PCIe", 2000),
    (r"H100", 3350),
    (r"A100", 1555),
    (r"L40S?", 864),
    (r"A10\b", 600),
    (r"L4\b", 300),
    (r"Tesla T4|\bT4\b", 320),
    (r"RTX 6000 Ada", 960),
    (r"RTX A6000|RTX A5500|RTX A5000", 768),
    (r"RTX A4000", 448),
    (r"RTX A2000", 288),
    (r"7900 XTX", 960),
    (r"7900 XT", 800),
    (r"7900 GRE", 576),
    (r"7800 XT", 624),
    (r"7700 XT", 432),
    (r"7600", 288),
    (r"9070", 640),
    (r"9060", 320),
    (r"6[89][05]0 XT|6800", 512),
    (r"67[05]0 XT", 384),
    (r"66[05]0", 224),
    (r"Arc.*B580", 456),
    (r"Arc.*A7[57]0", 512),
)
_APPLE_GB_S: Final[tuple[tuple[str, float], ...]] = (
    (r"M[12] Ultra", 800),
    (r"M3 Ultra", 819),
    (r"M[12] Max", 400),
    (r"M3 Max", 300),
    (r"M4 Max", 410),
    (r"M[12] Pro", 200),
    (r"M3 Pro", 150),
    (r"M4 Pro", 273),
    (r"M1", 68),
    (r"M[23]", 100),
    (r"M4", 120),
    (r"M5", 153),
)


@dataclass(frozen=True, slots=True)
class Bandwidth:
    """Bytes per second that are read at best, as far as one can tell from a name: between `low` and `high`."""

    low: float
    high: float


def of_processor(hardware: Hardware) -> Bandwidth:
    """Of the main memory; the cores that may be used bound it. 0 cores count as one."""
    cores = max(hardware.cores, 1)
    low = min(_PROCESSOR_GB_S[0], cores * _CORE_GB_S[0])
    high = min(_PROCESSOR_GB_S[1], cores * _CORE_GB_S[1])
    return Bandwidth(low * _GB, high * _GB)


def of_card(card: GraphicsCard) -> Bandwidth:
    """Of a card's own memory, of Apple's the shared one."""
    table = _APPLE_GB_S if card.maker == "apple" else _CARDS_GB_S
    for pattern, peak in table:
        if re.search(pattern, card.name, re.IGNORECASE):
            share = _LAPTOP_SHARE if re.search(r"laptop|mobile|max-q", card.name, re.IGNORECASE) else 1.0
            return Bandwidth(peak * share * _GB, peak * share * _GB)
    if card.maker == "apple":
        return Bandwidth(68 * _GB, 150 * _GB)
    return Bandwidth(_UNKNOWN_CARD_GB_S[0] * _GB, _UNKNOWN_CARD_GB_S[1] * _GB)
