"""Colours as documents write them, and whether one can be told from another."""

from __future__ import annotations

import re

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_NAMED: dict[str, Colour] = {
    "white": WHITE,
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "navy": (0, 0, 128),
}
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")
_SHORT = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])[0-9a-fA-F]?$")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?))?\s*\)$")
_ALIKE = 24


def colour_of(text: str | None) -> Colour | None:
    """The colour; None for `auto`, `inherit`, and whatever is not known."""
    if not text:
        return None
    text = text.strip().lower()
    if text in _NAMED:
        return _NAMED[text]
    if match := _SHORT.match(text):
        red, green, blue = (int(digit * 2, 16) for digit in match.groups())
        return red, green, blue
    if match := _HEX.match(text):
        digits = match.group(1)
        if len(digits) == 8 and not text.startswith("#"):
            digits = digits[2:]  # Office writes the opacity first
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if match := _RGB.match(text):
        return int(match.group(1)), int(match.group(2)), int(match.group(3))
    return None


def alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether text of one on the other cannot be seen. Unknown colours count as different."""
    if one is None or other is None:
        return False
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
