"""`{{variables}}` in a prompt: which there are, and the text with them filled in.

- `{{name}}` is free text; `{{name=default}}` begins with a default; `{{tone|formal|friendly}}` offers choices, of which
  the first is the default. Spaces around the parts do not count; the same name asks once.
- A name is letters, figures, spaces, `-` and `_`, at most 40 of them; capitals make no difference. Anything else in
  double braces, such as code in another template language, stays as it is.
- `\\{{` is two plain braces. Inside the braces `\\|`, `\\=`, `\\}` and `\\\\` stand for the character itself.

Filling is one pass over the prompt's own text: what a value brings along, braces too, is text and is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

MOST_VARIABLES = 20
"""A form with more fields than this is no small form; variables beyond it stay as they are."""

MULTI_LINE_NAMES = frozenset({"text", "selection", "clipboard", "code", "message", "notes"})
GIVEN_NAMES = frozenset({"clipboard", "date", "selection"})
"""Variables that Hearth fills by itself, where it knows them."""

# Two names for the same thing, so that a prompt works for selected text and in the composer alike.
_ALIASES = {"text": "selection", "selection": "text"}
_FIELD = re.compile(r"\\\{\{|\{\{((?:[^{}\\]|\\.){1,2000}?)\}\}", re.DOTALL)
_NAME = re.compile(r"[^\W_](?:[\w -]{0,38}[\w-])?")
_PARTS = re.compile(r"(?<!\\)(?:\\\\)*\|")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing that a prompt asks for. `choices` empty means free text."""

    name: str
    default: str = ""
    choices: tuple[str, ...] = ()

    @property
    def is_multi_line(self) -> bool:
        """Whether longer text is expected."""
        return not self.choices and (self.name.casefold() in MULTI_LINE_NAMES or "\n" in self.default)


def variables(text: str) -> tuple[Variable, ...]:
    """What `text` asks for, in the order of first mention; the first mention with a default or choices counts."""
    found: dict[str, Variable] = {}
    for piece in _pieces(text):
        if isinstance(piece, Variable):
            known = found.get(piece.name.casefold())
            if known is None or (not known.default and not known.choices and (piece.default or piece.choices)):
                found[piece.name.casefold()] = Variable(
                    known.name if known else piece.name, piece.default, piece.choices
                )
    return tuple(found.values())


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with every variable replaced: by its value, else by its default, else by nothing.

    `text` and `selection` stand in for each other where only one of them is given.
    """
    given = {name.casefold(): value for name, value in values.items()}
    defaults = {variable.name.casefold(): variable.default for variable in variables(text)}

    def value_of(variable: Variable) -> str:
        name = variable.name.casefold()
        for wanted in (name, _ALIASES.get(name, name)):
            if wanted in given:
                return given[wanted]
        return defaults.get(name, "")

    return "".join(piece if isinstance(piece, str) else value_of(piece) for piece in _pieces(text))


def asked_for(text: str, given: Mapping[str, str]) -> tuple[Variable, ...]:
    """The variables that somebody must be asked about: those that `given` does not fill with something."""
    known = {name.casefold() for name, value in given.items() if value}
    return tuple(variable for variable in variables(text) if variable.name.casefold() not in known)


def places(text: str) -> list[tuple[int, int]]:
    """Where the variables stand in `text`, as slices, for an editor that marks them."""
    return [match.span() for match in _FIELD.finditer(text) if isinstance(_read(match), Variable)]


def date_in_words(at: datetime) -> str:
    """The value of `{{date}}`: 2026-01-05, the same in every language."""
    return f"{at:%Y-%m-%d}"


def _pieces(text: str) -> Iterator[str | Variable]:
    """The text cut at its variables; what only looks like one is text."""
    at, names = 0, set[str]()
    for match in _FIELD.finditer(text):
        piece = _read(match)
        if isinstance(piece, Variable):
            name = piece.name.casefold()
            if name not in names and len(names) >= MOST_VARIABLES:
                piece = match.group()
            names.add(name) if isinstance(piece, Variable) else None
        yield text[at : match.start()]
        yield piece
        at = match.end()
    yield text[at:]


def _read(match: re.Match[str]) -> str | Variable:
    inside = match.group(1)
    if inside is None:
        return "{{"
    head, *choices = _split(inside)
    name, equals, default = head.partition("=")
    name = name.strip()
    if not _NAME.fullmatch(name):
        return match.group()
    options = tuple(option for option in (_plain(choice).strip() for choice in choices) if option)
    if equals:
        default = _plain(default).strip()
        return Variable(name, default, _with_first(default, options) if options else ())
    if choices and not options:
        return match.group()
    return Variable(name, options[0] if options else "", options)


def _with_first(default: str, options: tuple[str, ...]) -> tuple[str, ...]:
    return options if default in options or not default else (default, *options)


def _split(inside: str) -> list[str]:
    """At each bar that no backslash stands before."""
    parts, at = [], 0
    for match in _PARTS.finditer(inside):
        parts.append(inside[at : match.end() - 1])
        at = match.end()
    return [*parts, inside[at:]]


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
