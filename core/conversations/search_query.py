"""What an owner typed into the search field, taken apart: safe for any input, and never an operator of the index."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from core.conversations.stored_text import PIECE_MARK, has_spaceless, storable

_CHARACTERS_READ = 1000
_TERMS_READ = 12
_WORDS = re.compile(r"[^\W_]+")
_BETWEEN_WORDS = r"[\W_]+"
_MARKS = "[\u0300-\u036f]*"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that must occur. `prefix` lets its last word go on; `spaceless` looks inside of words, too."""

    text: str
    prefix: bool
    spaceless: bool

    @property
    def words(self) -> list[str]:
        """The words of a phrase, folded as `folded` does."""
        return _WORDS.findall(folded(self.text))

    @property
    def match(self) -> str:
        """The term for the index of words."""
        return f'"{self.text}"' + (" *" if self.prefix else "")

    @property
    def pattern(self) -> str:
        """A regular expression that finds the term in folded text, an accent of its own after any letter allowed."""
        if self.spaceless:
            return re.escape(folded(self.text))
        words = (_MARKS.join(map(re.escape, word)) + _MARKS for word in self.words)
        end = "" if self.prefix else r"(?![^\W_])"
        return r"(?<![^\W_])" + _BETWEEN_WORDS.join(words) + end


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """All terms must occur. Empty when there is nothing to look for."""

    terms: tuple[Term, ...]

    @property
    def spaceless(self) -> bool:
        """Whether it is looked up among messages of scripts without spaces."""
        return any(term.spaceless for term in self.terms)

    @property
    def words_match(self) -> str:
        """Query for `message_words`."""
        return " AND ".join(term.match for term in self.terms)

    @property
    def trigrams_match(self) -> str:
        """Query for `message_trigrams`; see `stored_text.with_short_pieces`. May be empty."""
        return " AND ".join(f'"{_filed(term.text)}"' for term in self.terms if term not in self.unfiled)

    @property
    def unfiled(self) -> tuple[Term, ...]:
        """Terms of one or two letters beside others in a script without spaces: no index holds them."""
        return tuple(term for term in self.terms if len(term.text) < 3 and not term.spaceless)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds any term in folded text, inside of words where that is how it was looked up."""
        patterns = {re.escape(folded(term.text)) if self.spaceless else term.pattern for term in self.terms}
        return re.compile("|".join(sorted(patterns, key=len, reverse=True)))


def read_query(text: str) -> SearchQuery:
    """Words, and phrases in double quotes. The last word may go on, unless a quote or space closes it."""
    text = storable(text[:_CHARACTERS_READ]).replace("\0", " ").replace(PIECE_MARK, " ")
    text = re.sub("[„“”«»＂]", '"', text)
    terms: list[Term] = []
    for index, part in enumerate(text.split('"')):
        quoted = index % 2 == 1
        pieces = [part] if quoted else part.split()
        for piece in pieces:
            terms.extend(_terms(piece.strip()))
    if terms and text[-1:] not in ('"', " "):
        terms[-1] = _going_on(terms[-1])
    return SearchQuery(tuple(dict.fromkeys(terms[-_TERMS_READ:] if len(terms) > _TERMS_READ else terms)))


def folded(text: str) -> str:
    """Lower case without accents, one character for each character, so that positions stay."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def _terms(piece: str) -> list[Term]:
    """One term; where the script changes inside of a piece, one for each script."""
    if not has_spaceless(piece):
        return [Term(piece, prefix=False, spaceless=False)] if _WORDS.search(piece) else []
    runs = "".join(character if _belongs_to_a_word(character) else " " for character in piece).split()
    return [Term(run, prefix=False, spaceless=True) for run in runs]


def _belongs_to_a_word(character: str) -> bool:
    """Letters, digits and the marks of Thai and other scripts."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _going_on(term: Term) -> Term:
    """A prefix, if it has letters enough to look up quickly: one letter stands for a third of all messages."""
    words = _WORDS.findall(term.text)
    if term.spaceless or not words or len(words[-1]) < 2:
        return term
    return Term(term.text, prefix=True, spaceless=False)


def _filed(text: str) -> str:
    return PIECE_MARK * (3 - len(text)) + text


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = letter = _folded_letter(chr(code))
        return letter


@lru_cache(maxsize=4096)
def _folded_letter(character: str) -> str:
    if has_spaceless(character):  # there a mark makes another syllable
        return character
    lower = unicodedata.normalize("NFD", character)[:1].lower()
    return lower if len(lower) == 1 else character


_FOLDING = _Folding()
