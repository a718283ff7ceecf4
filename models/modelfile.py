"""The Modelfile language: a text to the structured request that Ollama's `/api/create` takes, and errors with lines.

Rules are those of Ollama's `parser/parser.go`: an instruction a line in any case; `#` begins a comment only where an
instruction could begin; a value in quotes, single or triple, goes on over lines until they are closed; PARAMETER takes
a name and a value; MESSAGE a role and a text. The types of parameters are those of `api.Options`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final, Literal, TypeAlias

Role: TypeAlias = Literal["system", "user", "assistant"]
ParameterValue: TypeAlias = "int | float | bool | str | list[str]"

MOST_CHARACTERS: Final = 1_000_000

_TEXTS = frozenset({"template", "system", "renderer", "parser", "requires"})
_ONCE_OR_MORE = frozenset({"from", "adapter", "license", "message", "parameter"})
_WORDS = _TEXTS | _ONCE_OR_MORE
_ROLES = frozenset({"system", "user", "assistant"})
_INTEGERS = frozenset(
    {"num_ctx", "num_batch", "num_gpu", "main_gpu", "num_thread", "num_keep", "seed", "num_predict", "top_k"}
    | {"repeat_last_n", "mirostat", "draft_num_predict"}
)
_NUMBERS = frozenset(
    {"top_p", "min_p", "typical_p", "temperature", "repeat_penalty", "presence_penalty", "frequency_penalty", "tfs_z"}
    | {"mirostat_tau", "mirostat_eta"}
)
_SWITCHES = frozenset({"use_mmap", "use_mlock", "numa", "low_vram", "f16_kv", "vocab_only", "penalize_newline"})
_TRUE, _FALSE = frozenset({"1", "t", "true"}), frozenset({"0", "f", "false"})  # as Go's strconv.ParseBool
PARAMETERS: Final = _INTEGERS | _NUMBERS | _SWITCHES | {"stop"}
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_WHOLE = re.compile(r"[+-]?\d{1,18}")
_WEIGHTS = (".gguf", ".safetensors", ".bin")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class ModelfileFault(ValueError):
    """The text is no Modelfile. `line` counts from 1; `reason` is a short English clause."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file of this computer that an instruction names, as it is written there."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Modelfile:
    """What the text says. `base` is a model's name, empty where `files` hold the weights themselves."""

    base: str = ""
    files: tuple[NamedFile, ...] = ()
    adapters: tuple[NamedFile, ...] = ()
    parameters: Mapping[str, ParameterValue] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    licences: tuple[str, ...] = ()
    messages: tuple[tuple[Role, str], ...] = ()

    def request(self, name: str, digests: Mapping[str, str]) -> dict[str, Any]:
        """The body of `/api/create`; `digests` gives for each named path the `sha256:…` under which it was uploaded."""
        body: dict[str, Any] = {"model": name, "stream": True, **self.texts}
        optional: dict[str, Any] = {
            "from": self.base,
            "files": {_file_name(file): digests[file.path] for file in self.files},
            "adapters": {_file_name(file): digests[file.path] for file in self.adapters},
            "parameters": dict(self.parameters),
            "license": list(self.licences),
            "messages": [{"role": role, "content": text} for role, text in self.messages],
        }
        return body | {key: value for key, value in optional.items() if value}


@dataclass(frozen=True, slots=True)
class _Instruction:
    word: str
    name: str  # of a parameter, or the role of a message
    value: str
    line: int


def parse(text: str) -> Modelfile:
    """Read a Modelfile. Raises `ModelfileFault` with the first line that does not fit."""
    if len(text) > MOST_CHARACTERS:
        raise ModelfileFault(1, f"the text is longer than {MOST_CHARACTERS:,} characters")
    base, files, adapters, licences = "", [], [], []
    parameters: dict[str, ParameterValue] = {}
    texts: dict[str, str] = {}
    messages: list[tuple[Role, str]] = []
    for found in _instructions(text):
        match found.word:
            case "from":
                if is_path(found.value):
                    files.append(NamedFile(found.value, found.line))
                elif base:
                    raise ModelfileFault(found.line, "FROM names a model a second time")
                else:
                    base = found.value
            case "adapter":
                adapters.append(NamedFile(found.value, found.line))
            case "license":
                licences.append(found.value)
            case "parameter":
                _take_parameter(parameters, found)
            case "message":
                messages.append((_role(found), found.value))
            case word:
                texts[word] = found.value
    if not base and not files:
        raise ModelfileFault(max(1, text.count("\n") + 1), "there is no FROM")
    if base and files:
        raise ModelfileFault(files[0].line, "FROM names a model and a file; only one of them can be the base")
    return Modelfile(base, tuple(files), tuple(adapters), parameters, texts, tuple(licences), tuple(messages))


def is_path(value: str) -> bool:
    """Whether what FROM names is a file of this computer, not a model: it begins like a path or ends like weights."""
    return (
        value.startswith(("/", "./", "../", "~/", ".\\", "..\\", "\\\\"))
        or _DRIVE.match(value) is not None
        or value.lower().endswith(_WEIGHTS)
    )


def with_base(text: str, base: str) -> str:
    """`text` as `/api/show` gives it, with `base` in place of the blob's path in Ollama's own store."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if line[:5].upper() == "FROM " and is_path(line[5:].strip()):
            lines[at] = f"FROM {base}"
            break
    return "\n".join(lines)


def _instructions(text: str) -> list[_Instruction]:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    found: list[_Instruction] = []
    at = 0
    while at < len(lines):
        line = lines[at].lstrip()  # blanks at its end belong to a text that goes on
        at += 1
        if not line or line.startswith("#"):
            continue
        number = at
        word, rest = _cut(line)
        name = ""
        word = word.lower()
        if word not in _WORDS:
            raise ModelfileFault(number, f"“{word.upper()[:40]}” is not an instruction")
        if word in ("parameter", "message"):
            name, rest = _cut(rest)
        if not rest.strip():
            raise ModelfileFault(number, f"{word.upper()} has no value")
        value, at = _value(rest, lines, at, number=number)
        if not value and word in ("from", "adapter"):
            raise ModelfileFault(number, f"{word.upper()} has no value")
        found.append(_Instruction(word, name.lower(), value, number))
    return found


def _value(rest: str, lines: list[str], at: int, *, number: int) -> tuple[str, int]:
    """The value that begins with `rest`, and the line after it: quotes that are open take further lines."""
    mark = next((mark for mark in ('"""', '"') if rest.startswith(mark)), "")
    if not mark:
        return rest.rstrip(), at
    taken = rest.rstrip() if rest.rstrip().endswith(mark) else rest
    while not (len(taken) >= 2 * len(mark) and taken.endswith(mark)):
        if at >= len(lines):
            raise ModelfileFault(number, f"the quotation marks {mark} are not closed")
        taken += "\n" + (lines[at].rstrip() if lines[at].rstrip().endswith(mark) else lines[at])
        at += 1
    return taken[len(mark) : -len(mark)], at


def _cut(line: str) -> tuple[str, str]:
    parts = line.split(None, 1)
    return (parts[0] if parts else "", parts[1] if len(parts) > 1 else "")


def _role(found: _Instruction) -> Role:
    match found.name:
        case "system" | "user" | "assistant" as role:
            return role
    raise ModelfileFault(found.line, "the role of a MESSAGE is system, user or assistant")


def _take_parameter(parameters: dict[str, ParameterValue], found: _Instruction) -> None:
    name, value = found.name, found.value
    if name == "stop":
        stops = parameters.setdefault("stop", [])
        assert isinstance(stops, list)
        stops.append(value)
    elif name in _INTEGERS and _WHOLE.fullmatch(value):
        parameters[name] = int(value)
    elif name in _NUMBERS and _NUMBER.fullmatch(value):
        parameters[name] = float(value)
    elif name in _SWITCHES and value.lower() in _TRUE | _FALSE:
        parameters[name] = value.lower() in _TRUE
    elif name not in PARAMETERS:
        raise ModelfileFault(found.line, f"there is no parameter “{name[:40]}”")
    else:
        kind = "a whole number" if name in _INTEGERS else "a number" if name in _NUMBERS else "true or false"
        raise ModelfileFault(found.line, f"“{name}” wants {kind}")


def _file_name(file: NamedFile) -> str:
    return PurePath(file.path.replace("\\", "/")).name
