"""Text as people search for it: without case, accents, widths and the difference of the two kana."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# Letters that Unicode does not take apart, though people type them without their strokes.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_FOLDED: dict[int, str | None] = {ord(letter): plain for letter, plain in _PLAIN.items()}
_FOLDED.update((code, None) for code in range(0x0300, 0x0370))  # combining marks, but not those of kana
_FOLDED.update((code, chr(code - 0x60)) for code in range(0x30A1, 0x30F7))  # katakana is found by hiragana


def fold(text: str) -> str:
    """`text` in the form in which texts are compared; not made to be shown."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)


def fold_with_origins(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in `text` that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded, origins = [], []
    for place, letter in enumerate(text):
        for plain in fold(letter):
            folded.append(plain)
            origins.append(place)
    return "".join(folded), origins


def has_words(text: str, query: str) -> bool:
    """Whether all words of `query` stand in `text`, be it inside of words."""
    folded = fold(text)
    return all(word in folded for word in fold(query).split())


def places_of_words(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Every place in `text` where a word of `query` stands: half-open ranges of character indexes, in order."""
    folded, origins = fold_with_origins(text)
    places: set[int] = set()
    for word in fold(query).split():
        at = folded.find(word)
        while at >= 0:
            places.update(origins[at : at + len(word)])
            at = folded.find(word, at + 1)
    return ranges_of(sorted(places))


def ranges_of(places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Sorted places as half-open ranges: 1, 2, 5 are (1, 3) and (5, 6)."""
    ranges: list[tuple[int, int]] = []
    for place in places:
        if ranges and ranges[-1][1] == place:
            ranges[-1] = (ranges[-1][0], place + 1)
        else:
            ranges.append((place, place + 1))
    return tuple(ranges)
