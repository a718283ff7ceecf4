"""Where a sentence that is being spoken stands among the painted blocks of its message.

What is spoken is known as characters of the raw Markdown; what is painted has no markup any more. The sentence is read
as Markdown by itself, and its letters are looked for among the letters of the blocks: marks, spaces and signs of lists
do not count. Where the letters are not found (a link that is defined elsewhere, a block that is cut), the block is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop.chat.block_stream import read_message

_SHORT = 3
"""A sentence of fewer letters than this stands everywhere; it is looked for near its place only."""

_LAST_WORDS = 32
"""So many characters of what was heard last are repeated, to tell the place in words."""

_READ_BEFORE = 6_000
"""So many characters before the sentence are read to know what of them is painted: about 1.1 ms per KiB."""


@dataclass(frozen=True, slots=True)
class SpokenPlace:
    """The characters `start` to `end` of block `block`; all of the block where the sentence was not found in it."""

    block: int
    start: int
    end: int
    exact: bool = True


def places_of(raw: str, start: int, end: int, texts: Sequence[str]) -> list[SpokenPlace]:
    """Where the characters `start` to `end` of `raw` are among `texts`, the plain texts of the message's blocks.

    One place for each block that the sentence touches; nothing where it has no letters (a line, a picture).
    """
    sentence = _letters("".join(block.plain_text for block in read_message(raw[start:end])))
    if not sentence:
        return []
    blocks = [_letters(text) for text in texts]
    joined = "".join(blocks)
    ends = list(accumulate(len(block) for block in blocks))
    expected = _expected(raw, start, len(joined))
    found = _nearest(joined, sentence, expected)
    if found is None:
        return _whole_block(texts, ends, expected)
    return _divided(texts, ends, found, found + len(sentence))


def heard_until(raw: str, characters: int, texts: Sequence[str]) -> tuple[int, int, str] | None:
    """Block and character up to which a message was heard, and the last words before it.

    None where all of it was heard, or nothing.
    """
    if not 0 < characters < len(raw.rstrip()):
        return None
    start = max(raw.rfind(" ", 0, max(0, characters - _LAST_WORDS)) + 1, 0)
    places = places_of(raw, start, characters, texts)
    if not places:
        return None
    last = places[-1]
    words = " ".join(texts[last.block][last.start : last.end].split()) if last.exact else ""
    return last.block, last.end, words


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _expected(raw: str, start: int, most: int) -> int:
    """How many painted letters stand before `start`; in a long message reckoned from the raw ones."""
    if start <= _READ_BEFORE:
        return min(most, len(_letters("".join(block.plain_text for block in read_message(raw[:start])))))
    before, whole = len(_letters(raw[:start])), len(_letters(raw))
    return min(before, round(before / whole * most)) if whole else 0


def _nearest(joined: str, sentence: str, expected: int) -> int | None:
    """Where `sentence` begins in `joined`, nearest to `expected`."""
    if len(sentence) < _SHORT:
        room = 40
        at = joined.find(sentence, max(0, expected - room), expected + room)
        return at if at >= 0 else None
    before = joined.rfind(sentence, 0, expected + len(sentence))
    after = joined.find(sentence, expected)
    candidates = [at for at in (before, after) if at >= 0]
    return min(candidates, key=lambda at: abs(at - expected)) if candidates else None


def _whole_block(texts: Sequence[str], ends: Sequence[int], expected: int) -> list[SpokenPlace]:
    number = bisect_right(ends, expected)
    filled = [at for at, text in enumerate(texts) if text]
    if not filled:
        return []
    number = min(filled, key=lambda at: abs(at - number))
    return [SpokenPlace(number, 0, len(texts[number]), exact=False)]


def _divided(texts: Sequence[str], ends: Sequence[int], first: int, last: int) -> list[SpokenPlace]:
    """The letters `first` to `last` of all blocks as characters of each of them."""
    places = []
    for number, text in enumerate(texts):
        begin = ends[number - 1] if number else 0
        low, high = max(first, begin) - begin, min(last, ends[number]) - begin
        if low < high:
            places.append(SpokenPlace(number, *_characters(text, low, high)))
    return places


def _characters(text: str, low: int, high: int) -> tuple[int, int]:
    """From the letter number `low` to behind the letter before `high`, with the signs that end the sentence."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    start, end = places[low], places[high - 1] + 1
    while end < len(text) and not text[end].isalnum() and not text[end].isspace():
        end += 1
    while start and text[start - 1] in "“„«‘¿¡([\"'":
        start -= 1
    return start, end
