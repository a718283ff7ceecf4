"""Personas and prompts as files: TOML with a format, a version and one table each, made to be read by people.

    format = "hearth-prompts"
    version = 1

    [[prompt]]
    name = "explain"
    text = \"\"\"
    Explain this …\"\"\"

Reading believes nothing: size, number of entries, length of texts and every type are checked, and a file is taken
whole or refused with a sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from core.conversations.stored_text import single_line, storable
from core.errors import OwnerCanAct
from core.wording import worded

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | Mapping[str, "Value"]
Entry: TypeAlias = Mapping[str, Value]

VERSION = 1
MOST_BYTES = 2_000_000
MOST_ENTRIES = 1_000
MOST_CHARACTERS = 50_000
"""Of one text; more than any model's instructions."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_KINDS = {"persona": "personas", "prompt": "prompts"}


class LibraryFileRefused(OwnerCanAct):
    """A file with personas or prompts could not be taken in. Nothing was changed."""

    sentence = "“{name}” could not be imported: {reason}"
    next_step = "Choose a file that Hearth exported from the same page."


class LibraryFileNotWritten(OwnerCanAct):
    """The file for an export could not be written."""

    sentence = "“{name}” could not be written: {reason}."
    next_step = "Choose another folder, or check that there is room and that you may write there."


def written(kind: str, entries: Iterable[Entry]) -> str:
    """The text of a file with these entries; `kind` is `persona` or `prompt`."""
    lines = [f'format = "hearth-{_KINDS[kind]}"', f"version = {VERSION}"]
    for entry in entries:
        lines += ["", f"[[{kind}]]"]
        lines += [f"{name} = {_toml(value)}" for name, value in entry.items() if not isinstance(value, Mapping)]
        for name, value in entry.items():
            if isinstance(value, Mapping) and value:
                lines += [f"[{kind}.{name}]", *(f"{key} = {_toml(one)}" for key, one in value.items())]
    return "\n".join(lines) + "\n"


def write_file(target: Path, text: str) -> None:
    """Put `text` there, all of it or nothing. Raises LibraryFileNotWritten. Blocking."""
    beside = target.with_name(f".{target.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise LibraryFileNotWritten(
            str(error), name=target.name, reason=error.strerror or worded("the system refused it")
        ) from error


def read_file(path: Path, kind: str) -> list[dict[str, Any]]:
    """The raw entries of the file. Raises LibraryFileRefused. Blocking."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path.name, worded("it cannot be read ({0}).").format(error.strerror or error)) from error
    return read_text(data, kind, name=path.name)


def read_text(data: bytes, kind: str, *, name: str) -> list[dict[str, Any]]:
    """The raw entries of a file's bytes, checked for format, version and number. Raises LibraryFileRefused."""
    import tomllib

    if len(data) > MOST_BYTES:
        raise _refused(name, worded("it is far larger than such a file can be."))
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _refused(name, worded("it is not a text file.")) from error
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, or a number that Python will not read
        raise _refused(name, worded("it is damaged, or not a file that Hearth wrote.")) from error
    _check_head(found, kind, name)
    entries = found.get(kind)
    if not isinstance(entries, list) or not entries:
        raise _refused(name, worded("there is nothing in it."))
    if len(entries) > MOST_ENTRIES:
        raise _refused(name, worded("it holds more than {0} entries.").format(MOST_ENTRIES))
    if not all(isinstance(entry, dict) for entry in entries):
        raise _refused(name, worded("it is damaged, or not a file that Hearth wrote."))
    return entries


def long_text(value: object) -> str:
    """A text of several lines, without what cannot be seen or stored; empty for anything that is no text."""
    if not isinstance(value, str):
        return ""
    text = value[:MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", storable(text))


def short_text(value: object, *, limit: int = 200) -> str:
    """One line; empty for anything that is no text."""
    return single_line(value, limit=limit) if isinstance(value, str) else ""


def texts(value: object, *, most: int, limit: int) -> tuple[str, ...]:
    """The texts of a list, each one line, without blank ones."""
    found = (short_text(item, limit=limit) for item in value[:most]) if isinstance(value, list | tuple) else ()
    return tuple(text for text in found if text)


def with_number(name: str, taken: Iterable[str]) -> str:
    """`name`, or the first of “name (2)”, “name (3)” … that is free; capitals make no difference."""
    known = {one.casefold() for one in taken}
    number, wanted = 2, name
    while wanted.casefold() in known:
        wanted, number = f"{name} ({number})", number + 1
    return wanted


def _check_head(found: Mapping[str, Any], kind: str, name: str) -> None:
    here, version = found.get("format"), found.get("version")
    other = next((one for one in _KINDS if here == f"hearth-{_KINDS[one]}" and one != kind), None)
    if other is not None:
        raise _refused(
            name,
            worded("it holds prompts. Import it on the page “Prompts”.")
            if other == "prompt"
            else worded("it holds personas. Import it on the page “Personas”."),
        )
    if here != f"hearth-{_KINDS[kind]}" or isinstance(version, bool) or not isinstance(version, int):
        raise _refused(name, worded("it is not a file that Hearth wrote."))
    if version != VERSION:
        raise _refused(name, worded("a newer version of Hearth wrote it. Update Hearth first."))


def _refused(name: str, reason: str) -> LibraryFileRefused:
    return LibraryFileRefused(reason, name=name, reason=reason)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else "0.0"
    if isinstance(value, str):
        return _quoted_lines(value) if "\n" in value else f'"{_escaped(value)}"'
    assert isinstance(value, Sequence)
    return "[" + ", ".join(f'"{_escaped(item)}"' for item in value) + "]"


def _quoted_lines(text: str) -> str:
    """Several lines as they are; only what TOML would read otherwise is escaped."""
    return '"""\n' + "\n".join(_escaped(line) for line in text.split("\n")) + '"""'


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return re.sub(r"[\x00-\x1f\x7f]", lambda match: f"\\u{ord(match.group()):04x}", text)
