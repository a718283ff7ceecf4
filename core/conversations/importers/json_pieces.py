"""Reads a big JSON text piece by piece, so that one broken place does not lose what stands before it.

The outermost array or object is walked by hand; each element below it is read whole by the standard library.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from core.wording import worded

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


class JsonBroken(Exception):
    """No JSON from `at` on; `reason` is part of a sentence."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(f"{reason} at character {at:,}")
        self.reason = reason
        self.at = at


@dataclass(frozen=True, slots=True)
class Piece:
    """One value. `key` is the name it stands under, empty in an array; `end` is where it ends in the text."""

    key: str
    value: Any
    end: int


def pieces(text: str, *, unfold: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """The elements of the outermost array (key empty), or the members of the outermost object.

    Of a member named in `unfold` that is an array, each element comes on its own. Raises JsonBroken.
    """
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        at = yield from _elements(text, at, "")
    elif text[at : at + 1] == "{":
        at = yield from _members(text, at, unfold)
    else:
        raise JsonBroken(worded("there is no JSON array or object"), at)
    at = _skip(text, at)
    if at != len(text):
        raise JsonBroken(worded("there is more behind the end"), at)


def _elements(text: str, at: int, key: str) -> Generator[Piece, None, int]:
    at = _skip(text, at + 1)
    if text[at : at + 1] == "]":
        return at + 1
    while True:
        value, at = _value(text, at)
        yield Piece(key, value, at)
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return at + 1
        at = _skip(text, _expect(text, at, ","))


def _members(text: str, at: int, unfold: frozenset[str]) -> Generator[Piece, None, int]:
    at = _skip(text, at + 1)
    if text[at : at + 1] == "}":
        return at + 1
    while True:
        key, at = _value(text, at)
        if not isinstance(key, str):
            raise JsonBroken(worded("a name is missing"), at)
        at = _skip(text, _expect(text, _skip(text, at), ":"))
        if key in unfold and text[at : at + 1] == "[":
            at = yield from _elements(text, at, key)
        else:
            value, at = _value(text, at)
            yield Piece(key, value, at)
        at = _skip(text, at)
        if text[at : at + 1] == "}":
            return at + 1
        at = _skip(text, _expect(text, at, ","))


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text) - 1 or error.msg.startswith("Unterminated string")
        reason = worded("the file ends in the middle") if cut else worded("the JSON is broken")
        raise JsonBroken(reason, error.pos) from None
    except RecursionError:
        raise JsonBroken(worded("the JSON is nested too deeply"), at) from None
    except ValueError:  # a number of thousands of digits
        raise JsonBroken(worded("a number is too long"), at) from None


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _expect(text: str, at: int, character: str) -> int:
    if at >= len(text):
        raise JsonBroken(worded("the file ends in the middle"), at)
    if text[at] != character:
        raise JsonBroken(worded("the JSON is broken"), at)
    return at + 1
