"""Whether a sentence that was broken off by a pause sounds finished: what endpointing waits for.

No model is asked; words are data (`assets/voice/unfinished_*.toml`). Recognition puts a full stop after anything, so a
full stop proves nothing where the last word cannot end a sentence.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

Completeness: TypeAlias = Literal["unfinished", "open", "complete"]

LANGUAGES = ("en", "de", "es", "ja")
"""Languages with words of their own; others go by punctuation."""

_QUESTION = "?？"
_FULL_STOP = ".!。！．"
_GOES_ON = (",", "、", "，", ":", "：", ";", "；", "…", "...", "-", "–", "—", "・")
_AROUND = " \t\n\"'“”‘’«»„「」『』()[]¿¡"
_INSIDE = ',.;:!?、。，！？…–—"“”«»„¿¡()'

_FEWEST_WORDS_OF_CLAUSE = 3


@dataclass(frozen=True, slots=True)
class _Words:
    open_words: frozenset[str] = frozenset()
    leaning_words: frozenset[str] = frozenset()
    open_endings: tuple[str, ...] = ()
    complete_endings: tuple[str, ...] = ()
    clause_openers: tuple[str, ...] = ()
    before_object: tuple[str, ...] = ()
    object_verbs: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()


def looks_unfinished(text: str, language: str) -> bool:
    """Whether more is to come after `text` for certain. `language` is ISO 639-1; empty: only punctuation counts."""
    return completeness(text, language) == "unfinished"


def completeness(text: str, language: str) -> Completeness:
    """How finished `text` sounds: `open` where neither is certain. An empty text is `open`."""
    said = text.strip(_AROUND)
    if not said:
        return "open"
    if said.endswith(_GOES_ON):
        return "unfinished"
    words = _words(language.partition("-")[0].lower())
    bare = _bare(said)
    if bare in words.answers:
        return "complete"
    if _breaks_off(said, bare, words):
        return "unfinished"
    return "complete" if said[-1] in _QUESTION + _FULL_STOP else _by_ending(bare, words)


def is_answer(text: str, language: str) -> bool:
    """Whether `text` is an answer that is whole by itself, such as “yes” or “no, thanks”."""
    return _bare(text) in _words(language.partition("-")[0].lower()).answers


def _by_ending(bare: str, words: _Words) -> Completeness:
    return "complete" if bare.endswith(words.complete_endings) else "open"


def _breaks_off(said: str, bare: str, words: _Words) -> bool:
    if bare.endswith(words.complete_endings):
        return False
    asked = said[-1] in _QUESTION
    last = bare.rpartition(" ")[2]
    if last in words.open_words:
        return True
    if asked:
        return False
    return (
        last in words.leaning_words
        or _ends_with(bare, words)
        or _lacks_object(bare, last, words)
        or _is_half_a_sentence(said, bare, words)
    )


def _ends_with(bare: str, words: _Words) -> bool:
    if words.complete_endings:  # written without spaces
        return bare.endswith(words.open_endings)
    return f" {bare}".endswith(tuple(f" {ending}" for ending in words.open_endings))


def _lacks_object(bare: str, last: str, words: _Words) -> bool:
    if last not in words.object_verbs:
        return False
    before = f" {bare.rpartition(' ')[0]}"
    return before.endswith(tuple(f" {word}" for word in words.before_object))


def _is_half_a_sentence(said: str, bare: str, words: _Words) -> bool:
    if "," in said or bare.count(" ") + 1 < _FEWEST_WORDS_OF_CLAUSE:
        return False
    # Only what was said since the last full stop: “All right. If it rains tomorrow”.
    last_sentence = said.rstrip(_FULL_STOP)
    for stop in _FULL_STOP + _QUESTION:
        last_sentence = last_sentence.rpartition(f"{stop} ")[2]
    return f"{_bare(last_sentence)} ".startswith(tuple(f"{opener} " for opener in words.clause_openers))


def _bare(text: str) -> str:
    """Lower-case words with one space between, without punctuation."""
    spaced = "".join(" " if letter in _INSIDE else letter for letter in text.casefold().replace("’", "'"))
    return " ".join(spaced.split()).strip(_AROUND)


@cache
def _words(language: str) -> _Words:
    if language not in LANGUAGES:
        return _Words()
    table = tomllib.loads((files("assets") / "voice" / f"unfinished_{language}.toml").read_text("utf-8"))

    def listed(name: str) -> tuple[str, ...]:
        return tuple(entry.casefold() for entry in table.get(name, ()))

    return _Words(
        open_words=frozenset(listed("open_words")),
        leaning_words=frozenset(listed("leaning_words")),
        open_endings=listed("open_endings"),
        complete_endings=listed("complete_endings"),
        clause_openers=listed("clause_openers"),
        before_object=listed("before_object"),
        object_verbs=frozenset(listed("object_verbs")),
        answers=frozenset(listed("answers")),
    )
