"""Text as it can be stored: whatever is pasted or imported becomes valid Unicode, and nothing else changes."""

from __future__ import annotations

import itertools
import re

TITLE_CHARACTERS = 300
PIECE_MARK = "\x01"


def storable(text: str) -> str:
    """The text with surrogate pairs joined and lone halves replaced by U+FFFD; NUL bytes and all else stay."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def single_line(text: str, *, limit: int = TITLE_CHARACTERS) -> str:
    """A title, name or tag: one line without control characters, at most `limit` characters."""
    shown = _UNSEEN.sub(" ", storable(text[: limit * 4]))
    words = " ".join(shown.split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def has_spaceless(text: str) -> bool:
    """Whether any character belongs to a script whose words are not split by spaces, or are searched by syllable."""
    return not text.isascii() and _SPACELESS.search(text) is not None


def with_short_pieces(text: str) -> str:
    """The text as the trigram index gets it: behind it stand its pairs after one mark, its characters after two.

    A trigram index cannot look up fewer than three characters, but most Chinese words have two. (Reading such messages
    one by one for a piece that is rare takes 2 ms per thousand.) Only characters of scripts without spaces are filed.
    """
    plain = text.replace("\0", " ").replace(PIECE_MARK, " ")
    singles = {character for character in set(plain) if _SPACELESS.match(character)}
    pairs = {first + second for first, second in itertools.pairwise(plain) if first in singles and second in singles}
    pieces = [PIECE_MARK + pair for pair in sorted(pairs)] + [PIECE_MARK * 2 + single for single in sorted(singles)]
    return plain + "".join(pieces)


# Control characters, line separators, and marks that turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# Blocks of the Unicode standard: Thai and Lao, Tibetan, Burmese, Hangul Jamo, Khmer, radicals to CJK ideographs
# (kana lie between), Hangul, compatibility ideographs, half-width kana, the two ideographic planes.
_SPACELESS = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff"
    "\u3105-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\uff66-\uffdc\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
