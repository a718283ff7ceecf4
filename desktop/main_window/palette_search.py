"""Finds entries of the palette by what is typed: beginnings, words, parts of words, letters in their order.

Knows no widgets. Two parts of the work are done ahead of the keys: the folded text of each entry is kept, and a query
that grows looks only at what the shorter one found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter
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

    __slots__ = ("entry", "initials", "others", "place", "title", "weight")

    def __init__(self, entry: PaletteEntry, place: int = 0) -> None:
        self.entry = entry
        self.title = " " + fold(entry.title)
        self.initials = "".join(word[0] for word in self.title.split())
        self.others = f" {fold(entry.subtitle)} {fold(entry.keywords)}"
        self.place = 0  # among all, once they are ordered
        self.weight = KINDS.index(entry.kind) * 20 + min(len(self.title), 60) + min(place, 5000) / 100


def indexed(entries: Iterable[PaletteEntry]) -> list[IndexedEntry]:
    """Entries made ready to be found; those first in the source come first among equals."""
    return [IndexedEntry(entry, place) for place, entry in enumerate(entries)]


class PaletteIndex:
    """All entries of all sources, and the memory of what former queries found.

    Entries lie in the order in which those stand that fit equally well, so that a query has nothing left to sort.
    """

    def __init__(self) -> None:
        self._sources: dict[str, Sequence[IndexedEntry]] = {}
        self._all: list[IndexedEntry] = []
        self._found: dict[str, _Found] = {}
        self._used: Mapping[str, float] = {}

    def __len__(self) -> int:
        return len(self._all)

    def put(self, source: str, entries: Sequence[IndexedEntry]) -> None:
        """These are the entries of `source` now."""
        self._sources[source] = entries
        self._order()

    def use(self, used: Mapping[str, float]) -> None:
        """How lately entries were chosen: from 0 (long ago) to 1 (just now), by their identity."""
        if used != self._used:
            self._used = used
            self._order()

    def _order(self) -> None:
        used = self._used
        entries = [entry for one in self._sources.values() for entry in one]
        if used:
            entries.sort(key=lambda one: one.weight - USE_WEIGHT * used.get(one.entry.identity, 0.0))
        else:
            entries.sort(key=attrgetter("weight"))
        for place, one in enumerate(entries):
            one.place = place
        self._all = entries
        self._found.clear()

    def of(self, source: str) -> list[PaletteEntry]:
        """The entries of one source, in its order."""
        return [one.entry for one in self._sources.get(source, ())]

    def of_kind(self, kind: EntryKind) -> list[PaletteEntry]:
        """The entries of one kind, in the order of their sources."""
        return [one.entry for source in self._sources.values() for one in source if one.entry.kind == kind]

    def find(self, query: str, *, limit: int = MOST_FOUND) -> list[PaletteEntry]:
        """The entries that fit, best first."""
        words = query_words(query)
        if not words:
            return []
        former = self._former(words)
        ranks: list[list[IndexedEntry]] = [[] for _ in range(NO_FIT + 1)]
        fitting: list[IndexedEntry] = []
        rank_of = _Word(words[0]).rank if len(words) == 1 else _Words(words).rank
        for one in former.fitting:
            rank = rank_of(one)
            ranks[rank].append(one)
            if rank < NO_FIT:
                fitting.append(one)
        rest = _Rest(ranks[NO_FIT], former.rest)
        # Letters in order are the worst fit and the dearest to find: they are looked for where little else was.
        if len(fitting) < limit:
            rest = self._find_in_order(words, rest, ranks)
        if all(_narrows(word) for word in words):
            self._found[" ".join(words)] = _Found(fitting, rest)
        return [one.entry for one in islice(chain.from_iterable(ranks[:NO_FIT]), limit)]

    def _find_in_order(self, words: Sequence[str], rest: _Rest, ranks: list[list[IndexedEntry]]) -> _Rest:
        """Add to `ranks` what has the letters in order; returns all that has them, scattered or not.

        What lies too scattered is kept: for a longer word it may lie near enough.
        """
        wanted = [_Word(word) for word in words]
        having: list[IndexedEntry] = []
        for one in rest.entries():
            rank = _rank_in_order(wanted, one)
            if rank is not None:
                having.append(one)
                if rank < NO_FIT:
                    ranks[rank].append(one)
        ranks[IN_ORDER].sort(key=attrgetter("place"))
        return _Rest(having, None)

    def _former(self, words: Sequence[str]) -> _Found:
        """What the longest former query found that this one only narrows; everything where there is none."""
        query = " ".join(words)
        for length in range(len(query), 1, -1):
            if (found := self._found.get(query[:length])) is not None:
                return found
        return _Found(self._all, None)


@dataclass(frozen=True, slots=True)
class _Rest:
    """Entries that may still have the letters in order: those of one query and those that shorter ones left."""

    own: Sequence[IndexedEntry]
    former: _Rest | None

    def entries(self) -> Iterator[IndexedEntry]:
        """All of them."""
        rest: _Rest | None = self
        while rest is not None:
            yield from rest.own
            rest = rest.former


@dataclass(frozen=True, slots=True)
class _Found:
    """What fitted a query by pieces of text, in order, and what is left to be looked through for letters in order."""

    fitting: Sequence[IndexedEntry]
    rest: _Rest | None


def _rank_in_order(words: Sequence[_Word], one: IndexedEntry) -> int | None:
    """The worst of the words' ranks, `NO_FIT` where letters lie too scattered; None where one is missing."""
    worst = 0
    for word in words:
        rank = word.rank(one)
        if rank >= NO_FIT:
            width = word.width_in_order(one.title)
            if not width:
                return None
            rank = IN_ORDER if width <= WIDEST * word.length else NO_FIT
        worst = max(worst, rank)
    return worst


class _Words:
    """Several words: each must fit, and the worst of them counts."""

    def __init__(self, words: Sequence[str]) -> None:
        self._whole = " " + " ".join(words)
        self._words = [_Word(word) for word in words]

    def rank(self, one: IndexedEntry) -> int:
        """How well `one` fits, `NO_FIT` where a word is missing."""
        if one.title.startswith(self._whole):
            return EQUAL if len(one.title) == len(self._whole) else BEGINS
        worst = WORD_BEGINS
        for word in self._words:
            rank = word.rank(one)
            if rank >= NO_FIT:
                return NO_FIT
            worst = max(worst, rank)
        return worst


class _Word:
    """One word of a query, ready to be held against many entries."""

    def __init__(self, word: str) -> None:
        self.length = len(word)
        self._word = word
        self._led = " " + word
        self._inner = _narrows(word)
        self._spaceless = _SPACELESS.match(word) is not None
        self._in_order = _letters_in_order(word)[0]

    def rank(self, one: IndexedEntry) -> int:
        """How well it fits as one piece of text or as initials."""
        title, word = one.title, self._word
        at = title.find(self._led)
        if at == 0:
            return EQUAL if len(title) == self.length + 1 else BEGINS
        if at > 0:
            return WORD_BEGINS
        if not self._inner:
            return WORD_OF_OTHERS if self._led in one.others else NO_FIT
        if word in one.initials:
            return INITIALS
        if word in title:
            return WORD_BEGINS if self._spaceless or self._after_a_sign(title) else INSIDE
        if word in one.others:
            return WORD_OF_OTHERS if self._led in one.others else INSIDE_OTHERS
        return NO_FIT

    def width_in_order(self, title: str) -> int:
        """How far apart the first and the last letter lie that stand there in order; 0 where they do not."""
        found = self._in_order(title) if self._inner else None
        return 0 if found is None else found.end() - found.start() - 1

    def _after_a_sign(self, title: str) -> bool:
        at = title.find(self._word)
        while at > 0:
            if not title[at - 1].isalnum():
                return True
            at = title.find(self._word, at + 1)
        return False


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
