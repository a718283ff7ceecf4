"""An honest guess at how hard a passphrase is to guess, without asking anybody.

It counts what an attacker's list would: a known word, a year, a row of keys or a repetition is one cheap guess however
long it is; what looks like a word costs about as much as a draw from a dictionary of 4,000–8,000 words (12–13 bits, the
size of a Diceware list is 7,776 = 12.9 bits); only what looks random is paid by the letter. It errs towards “weaker”.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

StrengthLevel: TypeAlias = Literal["empty", "very_weak", "weak", "fair", "good", "strong"]

_LEVELS: tuple[tuple[float, StrengthLevel], ...] = ((70, "strong"), (55, "good"), (42, "fair"), (28, "weak"))
_WORD_BITS = 12.0
_KNOWN_BITS = 6.0  # among the first hundred or so of every list
_YEAR_BITS = 7.0
_ROW_BITS = 5.0
_CAPITAL_BITS = 1.0

_KNOWN_WORDS = """
    password passwort passwd pass secret geheim hello hallo welcome willkommen admin root user login letmein master
    dragon monkey shadow sunshine princess football baseball soccer iloveyou love liebe schatz trustno superman batman
    starwars pokemon computer internet google apple samsung qwerty qwertz azerty asdf asdfgh zxcvbn qazwsx abc abcd
    test tester demo guest changeme default private hearth ollama summer winter spring autumn sommer january february
    march april june july august september october november december monday friday sunday michael jennifer thomas
    daniel jessica charlie jordan hunter ashley andrew joshua nicole matthew robert ginger pepper cookie freedom
    whatever flower mustang harley ranger buster killer cheese correct horse battery staple
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "01234567890")
_LEET = str.maketrans("0134578@$!", "oleastbasi")
_TOKEN = re.compile(r"[^\W_]+|[\W_]+")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[\W_]+")


@dataclass(frozen=True, slots=True)
class Strength:
    """`bits` is the logarithm of the guesses needed; `steps` 0–4 is how much of the bar is filled."""

    bits: float
    level: StrengthLevel

    @property
    def steps(self) -> int:
        """Filled parts of a bar of four."""
        return {"empty": 0, "very_weak": 1, "weak": 1, "fair": 2, "good": 3, "strong": 4}[self.level]


def estimate_strength(passphrase: str) -> Strength:
    """How hard `passphrase` is to guess for somebody with a list of words and habits."""
    text = passphrase.strip()
    if not text:
        return Strength(0.0, "empty")
    bits, seen = 0.0, set[str]()
    whole = text.lower().translate(_LEET)
    if whole in _KNOWN:  # p4ssw0rd: the whole thing is a known word in disguise
        return Strength(_KNOWN_BITS + 2, "very_weak")
    for token in _TOKEN.findall(text[:256]):
        letter_bits = 0.0
        for piece in _PIECE.findall(token):
            key = piece.lower()
            letter_bits += 1.0 if key in seen else _bits_of(piece)
            seen.add(key)
        bits += min(letter_bits, _disguised_bits(token))
    bits = min(bits, _by_variety(text))
    level: StrengthLevel = next((name for least, name in _LEVELS if bits >= least), "very_weak")
    return Strength(round(bits, 1), level)


def _bits_of(piece: str) -> float:
    lower = piece.lower()
    if len(set(lower)) == 1:
        return 1.0 if piece.isspace() else 3.0 + math.log2(len(piece))
    if _is_row(lower):
        return _ROW_BITS
    if lower.isdigit():
        is_year = len(lower) == 4 and lower[:2] in ("19", "20")
        return _YEAR_BITS if is_year else len(lower) * math.log2(10)
    if lower.isalpha():
        return _word_bits(piece, lower)
    return len(piece) * 4.0  # signs: people use some sixteen of them


def _disguised_bits(token: str) -> float:
    """“Tr0ub4dor” is a word with two letters exchanged by habit; infinite when it is no such thing."""
    inner = sum(character.isdigit() for character in token[1:-1])
    plain = token.translate(_LEET)
    if not inner or not token[-1].isalpha() or not plain.isalpha() or len(token) < 5:
        return math.inf
    return _word_bits(plain, plain.lower()) + 2.0 * inner


def _word_bits(piece: str, lower: str) -> float:
    if not piece.isascii():
        by_letter = len(piece) * 5.0 if len(set(lower)) > 2 else 4.0
        return min(by_letter, _WORD_BITS + 2) if len(piece) > 3 else by_letter
    capitals = _CAPITAL_BITS if piece[:1].isupper() or piece.isupper() else 0.0
    mixed = 0 < sum(letter.isupper() for letter in piece[1:]) < len(piece) - 1
    if lower in _KNOWN:
        return _KNOWN_BITS + capitals
    vowels = sum(letter in "aeiouy" for letter in lower) / len(lower)
    by_letter = len(piece) * (5.7 if mixed else 4.7)
    if 0.2 <= vowels <= 0.7 and not mixed:
        longer = max(0, len(piece) - 10) * 2.0  # words run together
        return min(by_letter, _WORD_BITS + longer) + capitals
    return by_letter


def _is_row(lower: str) -> bool:
    return len(lower) >= 3 and any(lower in row or lower in row[::-1] for row in _ROWS)


def _by_variety(text: str) -> float:
    """Few distinct characters are a pattern, not a random row: “1-1-2-1-2” is paid by what it varies."""
    distinct = len(set(text))
    return len(text) * max(1.0, math.log2(distinct)) if distinct <= 4 else math.inf
