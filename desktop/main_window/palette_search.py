"""Finds entries of the palette by what is typed: beginnings, words, parts of words, letters in their order.

Knows no widgets. Two parts of the work are done ahead of the keys: the folded text of each entry is kept, and a query
that grows looks only at what the shorter one found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from typing import Literal, TypeAlias

from desktop.widgets.folded_text import fold, fold_with_origins, ranges_of

EntryKind: TypeAlias = Literal["command", "page", "setting", "persona", "prompt", "model", "chat"]
KINDS: tuple[EntryKind, ...] = ("command", "page", "setting", "persona", "prompt", "model", "chat")
"""In the order in which entries stand that fit equally well."""

MOST_FOUND = 40
"""More than that nobody reads; another letter is faster."""

EQUAL, BEGINS, WORD_BEGINS, INITIALS, INSIDE, WORD_OF_OTHERS, INSIDE_OTHERS, IN_ORDER = range(8)
"""How well an entry fits, best first; “others” are the words that do not stand in its title."""

NO_FIT = 8
RANK_WEIGHT = 1_000
USE_WEIGHT = 400
"""Recent use orders what fits equally well, and never lifts a worse fit above a better one."""

WIDEST = 4
"""Letters in order may lie scattered over so many times their number; beyond, the resemblance is chance."""

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u1100-\u11ff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing to choose. `run` is called on Qt's thread after the palette has closed.

    `keywords` find it without being shown. `shortcut` is written as this system writes keys. `entry_id` tells the entry
    from all others, so that its use is remembered; without one, kind and title do. `note` is a word at the right edge
    instead of the kind. `marks` are the places in `subtitle` that were found by others (character indexes).
    """

    kind: EntryKind
    title: str
    subtitle: str = ""
    keywords: str = ""
    shortcut: str = ""
    run: Callable[[], object] = lambda: None
    entry_id: str = ""
    icon: str = ""
    note: str = ""
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def identity(self) -> str:
        """What its use is remembered by."""
        return self.entry_id or f"{self.kind}:{self.title}"


class IndexedEntry:
    """An entry with its folded texts; each begins with a space, so that every beginning of a word follows one."""

    __slots__ = ("entry", "others", "title", "weight")

    def __init__(self, entry: PaletteEntry, place: int = 0) -> None:
        self.entry = entry
        self.title = " " + fold(entry.title)
        self.others = f" {fold(entry.subtitle)} {fold(entry.keywords)}"
        self.weight = KINDS.index(entry.kind) * 20 + min(len(self.title), 60) + min(place, 5000) / 100


def indexed(entries: Iterable[PaletteEntry]) -> list[IndexedEntry]:
    """Entries made ready to be found; those first in the source come first among equals."""
    return [IndexedEntry(entry, place) for place, entry in enumerate(entries)]


class PaletteIndex:
    """All entries of all sources, and the memory of what former queries found."""

    def __init__(self) -> None:
        self._sources: dict[str, Sequence[IndexedEntry]] = {}
        self._all: list[IndexedEntry] = []
        self._found: dict[str, list[IndexedEntry]] = {}
        self._used: Mapping[str, float] = {}

    def __len__(self) -> int:
        return len(self._all)

    def put(self, source: str, entries: Sequence[IndexedEntry]) -> None:
        """These are the entries of `source` now."""
        self._sources[source] = entries
        self._all = [entry for one in self._sources.values() for entry in one]
        self._found.clear()

    def of(self, source: str) -> list[PaletteEntry]:
        """The entries of one source, in its order."""
        return [one.entry for one in self._sources.get(source, ())]

    def of_kind(self, kind: EntryKind) -> list[PaletteEntry]:
        """The entries of one kind, in the order of their sources."""
        return [one.entry for one in self._all if one.entry.kind == kind]

    def use(self, used: Mapping[str, float]) -> None:
        """How lately entries were chosen: from 0 (long ago) to 1 (just now), by their identity."""
        self._used = used

    def find(self, query: str, *, limit: int = MOST_FOUND) -> list[PaletteEntry]:
        """The entries that fit, best first."""
        words = query_words(query)
        if not words:
            return []
        pattern = _Pattern(words)
        fits: list[tuple[float, int, IndexedEntry]] = []
        candidates: list[IndexedEntry] = []
        for place, one in enumerate(self._candidates(words)):
            rank = pattern.rank(one.title, one.others)
            if rank >= NO_FIT:
                continue
            candidates.append(one)
            if rank == IN_ORDER and pattern.is_scattered(one.title):
                continue
            weight = rank * RANK_WEIGHT + one.weight
            if self._used:
                weight -= USE_WEIGHT * self._used.get(one.entry.identity, 0.0)
            fits.append((weight, place, one))
        if all(_narrows(word) for word in words):
            self._found[" ".join(words)] = candidates
        return [one.entry for _, _, one in nsmallest(limit, fits)]

    def _candidates(self, words: Sequence[str]) -> list[IndexedEntry]:
        """What the longest former query found that this one only narrows."""
        query = " ".join(words)
        for length in range(len(query), 1, -1):
            if (found := self._found.get(query[:length])) is not None:
                return found
        return self._all


class _Pattern:
    """One query, ready to be held against many texts."""

    def __init__(self, words: Sequence[str]) -> None:
        self._whole = " ".join(words)
        self._words = [_Word(word) for word in words]

    def rank(self, title: str, others: str) -> int:
        if len(self._words) == 1:
            return self._words[0].rank(title, others)
        whole = title.find(" " + self._whole)
        if whole == 0:
            return EQUAL if len(title) == len(self._whole) + 1 else BEGINS
        worst = WORD_BEGINS
        for word in self._words:
            worst = max(worst, word.rank(title, others))
            if worst >= NO_FIT:
                break
        return worst

    def is_scattered(self, title: str) -> bool:
        return any(word.is_scattered(title) for word in self._words)


class _Word:
    def __init__(self, word: str) -> None:
        self._word = word
        self._led = " " + word
        self._inner = _narrows(word)
        self._spaceless = _SPACELESS.match(word) is not None
        self._in_order, self._initials = _letters_in_order(word)

    def rank(self, title: str, others: str) -> int:
        at = title.find(self._led)
        if at == 0:
            return EQUAL if len(title) == len(self._led) else BEGINS
        if at > 0:
            return WORD_BEGINS
        if not self._inner:
            return WORD_OF_OTHERS if self._led in others else NO_FIT
        if self._word in title:
            return WORD_BEGINS if self._spaceless or self._after_a_sign(title) else INSIDE
        in_order = self._in_order(title)
        if in_order is not None and self._initials(title) is not None:
            return INITIALS
        if self._led in others:
            return WORD_OF_OTHERS
        if self._word in others:
            return INSIDE_OTHERS
        return IN_ORDER if in_order is not None else NO_FIT

    def _after_a_sign(self, title: str) -> bool:
        at = title.find(self._word)
        while at > 0:
            if not title[at - 1].isalnum():
                return True
            at = title.find(self._word, at + 1)
        return False

    def is_scattered(self, title: str) -> bool:
        if self._word in title:
            return False
        found = self._in_order(title)
        return found is not None and found.end() - found.start() - 1 > WIDEST * len(self._word)


def _narrows(word: str) -> bool:
    """Whether a longer word can only find less: single letters are held against beginnings of words alone."""
    return len(word) > 1 or _SPACELESS.match(word) is not None


@lru_cache(maxsize=64)
def _letters_in_order(
    word: str,
) -> tuple[Callable[[str], re.Match[str] | None], Callable[[str], re.Match[str] | None]]:
    # Possessive, so that a text without the last letter costs one pass and not one for each way to begin.
    letters = [re.escape(letter) for letter in word]
    # The space before a word is written out: `re` looks for that piece of text as fast as `str.find`.
    in_order = " " + letters[0] + "".join(f"[^{letter}]*+{letter}" for letter in letters[1:])
    initials = " " + letters[0] + "".join(rf"\w*+\W++{letter}" for letter in letters[1:])
    return re.compile(in_order).search, re.compile(initials).search


def query_words(query: str) -> list[str]:
    """What was typed as folded words."""
    return fold(query).split()


@lru_cache(maxsize=512)
def marked(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Where the letters of `query` stand in `text`: half-open ranges of character indexes, in order."""
    folded, origins = fold_with_origins(text)
    places: set[int] = set()
    for word in query_words(query):
        places.update(origins[at] for at in _places(folded, word))
    return ranges_of(sorted(places))


def _places(folded: str, word: str) -> range | list[int]:
    led = (" " + folded).find(" " + word)
    at = led if led >= 0 else folded.find(word)
    if at >= 0 and (led >= 0 or _narrows(word)):
        return range(at, at + len(word))
    if not _narrows(word):
        return []
    in_order, initials = _letters_in_order(word)
    begun = initials(" " + folded)
    if begun is not None:
        return _initial_places(folded, word, begun.start())
    begun = in_order(" " + folded)
    if begun is None:
        return []
    places = [begun.start()]
    for letter in word[1:]:
        places.append(folded.index(letter, places[-1] + 1))
    return places


def _initial_places(folded: str, word: str, start: int) -> list[int]:
    places, at = [start], start
    for letter in word[1:]:
        at += 1
        while folded[at] != letter or folded[at - 1].isalnum():
            at += 1
        places.append(at)
    return places
