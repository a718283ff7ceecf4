"""A question taken apart for the word index: what to look for, safe for any input, and never an operator of FTS5."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, TypeAlias

from core.conversations.search_query import folded
from core.conversations.stored_text import PIECE_MARK, has_spaceless, storable
from core.knowledge.stop_words import (
    ASKING_PAIRS,
    GRAMMAR_CHARACTERS,
    JOSA,
    PARTICLES,
    STOP_WORDS,
    language_of,
    stem,
    without_stop_words,
)

WordIndex: TypeAlias = Literal["chunk_words", "chunk_trigrams"]

_CHARACTERS_READ = 2000
_MOST_TERMS = 16
_MOST_PIECES = 32
_WORDS = re.compile(r"[^\W_]+")
_QUOTES = re.compile("[„“”«»＂「」『』]")
_CAPITALS = re.compile(r"(?<=[\w,;)’'–-] )[A-Z][a-z]{2,}(?![\w-])")
_MARK = re.compile("[\u0300-\u036f]")
_MARKS = "[\u0300-\u036f]*"


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for: `match` in the index, `words` in folded text, one after the other.

    The last word `goes_on` where only its beginning counts; `inside` looks within words, too.
    """

    index: WordIndex
    match: str
    words: tuple[str, ...]
    goes_on: bool = False
    inside: bool = False

    def pattern(self, *, marks: bool) -> str:
        """A regular expression for folded text; with `marks` for one that has accents of their own after letters."""
        if self.inside:
            return "".join(map(re.escape, self.words))
        between, end = (_MARKS, _MARKS) if marks else ("", "")
        words = (between.join(map(re.escape, word)) + end for word in self.words)
        return r"(?<![^\W_])" + r"[\W_]+".join(words) + (r"[^\W_]*" if self.goes_on else r"(?![^\W_])")

    def occurs_in(self, lowered: str) -> bool:
        """Whether folded text holds it."""
        if lowered.isascii() and not all(word in lowered for word in self.words):
            return False  # much faster than the expression, and most terms are in few texts
        return _compiled(self.pattern(marks=_has_marks(lowered))).search(lowered) is not None


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """`terms`, any of which may occur, and `phrases`, which the owner put in quotation marks.

    `language` is a guess from its stop words ("en", "de", "es"), or "" for another. `is_latin`: at least half of its
    letters are of the Latin alphabet. `names` are those of the terms that are written as names in the middle of an
    English sentence.
    """

    terms: tuple[Term, ...]
    phrases: tuple[Term, ...]
    language: str
    is_latin: bool = True
    names: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.terms and not self.phrases

    def places_in(self, lowered: str) -> tuple[tuple[int, int], ...]:
        """(start, end) of everything in folded text that is looked for."""
        marks = _has_marks(lowered)
        patterns = {term.pattern(marks=marks) for term in (*self.phrases, *self.terms) if term.occurs_in(lowered)}
        if not patterns:
            return ()
        anything = _compiled("|".join(sorted(patterns, key=lambda pattern: (-len(pattern), pattern))))
        return tuple((match.start(), match.end()) for match in anything.finditer(lowered))


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _has_marks(lowered: str) -> bool:
    return not lowered.isascii() and _MARK.search(lowered) is not None


def read_question(text: str) -> QuestionWords:
    """Words without those that every question holds, and phrases in quotation marks."""
    text = storable(text[:_CHARACTERS_READ]).replace("\0", " ").replace(PIECE_MARK, " ")
    parts = _QUOTES.sub('"', text).split('"')
    closed = len(parts) % 2 == 1  # an odd quotation mark is one of inches, or a slip
    quoted = [part for index, part in enumerate(parts) if index % 2 == 1] if closed else []
    loose = " ".join(part for index, part in enumerate(parts) if index % 2 == 0 or not closed)
    everything = [folded(word) for word in _WORDS.findall(text)]
    language = language_of(everything)
    phrases = [phrase for part in quoted for phrase in _phrase(part)]
    terms = [*_word_terms(loose, language), *_spaceless_terms(loose)]
    return QuestionWords(
        tuple(dict.fromkeys(terms)),
        tuple(dict.fromkeys(phrases)),
        language,
        _is_latin(text),
        tuple(_names(text, language)),
    )


def _names(text: str, language: str) -> list[Term]:
    """Words with a capital that do not begin a sentence, where most words have none. German writes all nouns so."""
    if language != "en" or sum(word[0].islower() for word in _WORDS.findall(text)) < 2:
        return []
    found = (match[0] for match in _CAPITALS.finditer(text))
    return [_word(folded(word), language) for word in found if folded(word) not in STOP_WORDS["en"]]


def without_quotes(text: str) -> str:
    """The question with its phrases loosened into words: for where nothing holds a phrase as it stands."""
    return _QUOTES.sub(" ", text).replace('"', " ")


def _is_latin(text: str) -> bool:
    if text.isascii():
        return True
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(character < "\u0250" or "\u1e00" <= character < "\u1f00" for character in letters) >= len(letters)


# ---- words ----------------------------------------------------------------------------------------------------------


def _phrase(part: str) -> list[Term]:
    words = [folded(word) for word in _WORDS.findall(part)]
    if not words:
        return []
    if has_spaceless(part):
        runs = [run for run in _runs(part) if has_spaceless(run)]
        return [_piece(run) for run in runs]
    return [Term("chunk_words", f'"{" ".join(words)}"', tuple(words))]


def _word_terms(text: str, language: str) -> list[Term]:
    """One term a word; what other characters join (“INV-2024-001”, “e-mail”) is looked for as it stands, too."""
    words: list[str] = []
    joined: list[list[str]] = []
    for piece in text.split():
        inside = [folded(word) for word in _WORDS.findall(piece) if not has_spaceless(word)]
        if len(inside) > 1 and (len(inside[0]) > 1 or any(word.isdigit() for word in inside)):
            joined.append(inside)
        words += inside
    kept = without_stop_words(words)
    if any(has_spaceless(piece) for piece in text.split()):
        kept = [word for word in kept if language and word not in STOP_WORDS[language]] if language else kept
    terms = [Term("chunk_words", f'"{" ".join(inside)}"', tuple(inside)) for inside in joined]
    terms += [_word(word, language) for word in dict.fromkeys(kept) if len(word) > 1 or word.isdigit()]
    return terms[:_MOST_TERMS]


def _word(word: str, language: str) -> Term:
    root = stem(word, language)
    if len(root) < 4 or word.isdigit():
        return Term("chunk_words", f'"{word}"', (word,))
    return Term("chunk_words", f'"{root}" *', (root,), goes_on=True)


# ---- scripts without spaces -----------------------------------------------------------------------------------------


def _runs(text: str) -> list[str]:
    return "".join(character if character.isalnum() or "\u0e31" <= character <= "\u0e4e" or character == "ー" else " "
                   for character in text).split()  # fmt: skip


def _spaceless_terms(text: str) -> list[Term]:
    """Pieces of the words in scripts without spaces, and the Latin words that stand among them."""
    if not has_spaceless(text):
        return []
    pieces: list[str] = []
    kana: list[str] = []
    for run in _runs(text):
        if not has_spaceless(run):
            if len(run) > 2:
                pieces.append(run)
            continue
        for script, part in _by_script(run):
            match script:
                case "ideographs":
                    pieces += _ideographs(part)
                case "hangul":
                    pieces.append(_without_josa(part))
                case "hiragana":
                    kana += [part[at : at + 3] for at in range(len(part) - 2)] if len(part) > 3 else []
                case "katakana" | "latin":
                    pieces += [part] if len(part) > 1 else []
                case _:
                    pieces += [part[at : at + 4] for at in range(0, max(1, len(part) - 3), 2)]
    return [_piece(piece) for piece in dict.fromkeys(pieces or kana)][:_MOST_PIECES]


def _piece(piece: str) -> Term:
    """How it is filed: see `stored_text.with_short_pieces`."""
    filed = PIECE_MARK * (3 - len(piece)) + piece if len(piece) < 3 else piece
    return Term("chunk_trigrams", f'"{filed}"', (folded(piece),), inside=True)


def _by_script(run: str) -> list[tuple[str, str]]:
    """The run in stretches of one script; a verb's first kana stays with its ideograph (食べ)."""
    parts: list[tuple[str, str]] = []
    for character in run:
        script = _script(character)
        if parts and parts[-1][0] == script:
            parts[-1] = (script, parts[-1][1] + character)
        elif parts and script == "hiragana" and parts[-1][0] == "ideographs" and character not in PARTICLES:
            parts[-1] = ("ideographs", parts[-1][1] + character)
            parts.append(("hiragana", ""))
        else:
            parts.append((script, character))
    return [(script, part) for script, part in parts if part]


def _ideographs(part: str) -> list[str]:
    if len(part) == 1:
        return [] if part in GRAMMAR_CHARACTERS else [part]
    pairs = (first + second for first, second in pairwise(part))
    return [pair for pair in pairs if pair not in ASKING_PAIRS and not GRAMMAR_CHARACTERS & set(pair)]


def _without_josa(word: str) -> str:
    for ending in JOSA:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word.removesuffix(ending)
    return word


def _script(character: str) -> str:
    code = ord(character)
    if 0x3041 <= code <= 0x309F:
        return "hiragana"
    if 0x30A0 <= code <= 0x30FF or 0xFF66 <= code <= 0xFF9F:
        return "katakana"
    if 0xAC00 <= code <= 0xD7FF or 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F:
        return "hangul"
    if 0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000:
        return "ideographs"
    return "latin" if not has_spaceless(character) else "other"
