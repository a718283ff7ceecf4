"""The root of the typed settings: every setting by its dotted name, with its home, title, help, kind and limits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import inspect

from core.settings.sections import EarlySettings, Section, VaultSettings
from core.wording import worded

Home: TypeAlias = Literal["early", "vault"]
Kind: TypeAlias = Literal["switch", "number", "decimal", "text", "choice", "names", "records", "mapping"]

# Renamed settings stay listed, so that a value kept under the old name is found: old name → new name.
RENAMED: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class SettingDescription:
    """One setting as a form or a search shows it.

    `name` is dotted, such as `chat.default_model`. `english_title` and `english_help` stand as declared, `title` and
    `help` are in the owner's language. `kind` chooses the control: `names` is a list of words, `records` a list of
    structs, `mapping` lists of words by name. `optional` settings may be None. `maximum` of a text is its longest
    length.
    """

    name: str
    home: Home
    section: str
    english_title: str
    english_help: str
    kind: Kind
    default: Any
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    optional: bool = False
    hidden: bool = False

    @property
    def title(self) -> str:
        """What the owner reads beside the control."""
        return worded(self.english_title)

    @property
    def help(self) -> str:
        """One sentence about it, empty if there is none."""
        return worded(self.english_help) if self.english_help else ""


@cache
def descriptions() -> dict[str, SettingDescription]:
    """Every setting by its dotted name, in the order in which the sections declare them."""
    return {
        **_of_root("early", EarlySettings),
        **_of_root("vault", VaultSettings),
    }


def home_of(name: str) -> Home:
    """Where the setting called `name` lives."""
    return "early" if name.partition(".")[0] in EarlySettings.__struct_fields__ else "vault"


def _of_root(home: Home, root: type[Section]) -> dict[str, SettingDescription]:
    found: dict[str, SettingDescription] = {}
    for section in msgspec.structs.fields(root):
        for field in msgspec.structs.fields(section.type):
            described = _described(home, section.name, field)
            found[described.name] = described
    return found


def _described(home: Home, section: str, field: msgspec.structs.FieldInfo) -> SettingDescription:
    outer = inspect.type_info(field.type)
    words: dict[str, Any] = {}
    hidden = False
    if isinstance(outer, inspect.Metadata):
        words = outer.extra_json_schema or {}
        hidden = bool((outer.extra or {}).get("hidden", False))
        outer = outer.type
    inner, optional = _without_none(outer)
    kind, choices = _kind_of(inner)
    return SettingDescription(
        name=f"{section}.{field.name}",
        home=home,
        section=section,
        english_title=words.get("title", field.name),
        english_help=words.get("description", ""),
        kind=kind,
        default=field.default,
        choices=choices,
        minimum=getattr(inner, "ge", None),
        maximum=getattr(inner, "le", None) or getattr(inner, "max_length", None),
        step=getattr(inner, "multiple_of", None),
        optional=optional,
        hidden=hidden,
    )


def _without_none(found: inspect.Type) -> tuple[inspect.Type, bool]:
    if not isinstance(found, inspect.UnionType):
        return found, False
    (rest,) = [kind for kind in found.types if not isinstance(kind, inspect.NoneType)]
    return (rest.type if isinstance(rest, inspect.Metadata) else rest), True


def _kind_of(found: inspect.Type) -> tuple[Kind, tuple[str, ...]]:
    match found:
        case inspect.BoolType():
            return "switch", ()
        case inspect.IntType():
            return "number", ()
        case inspect.FloatType():
            return "decimal", ()
        case inspect.LiteralType(values=values):
            return "choice", tuple(str(value) for value in values)
        case inspect.VarTupleType(item_type=inspect.StructType()):
            return "records", ()
        case inspect.DictType():
            return "mapping", ()
        case inspect.VarTupleType():
            return "names", ()
        case _:
            return "text", ()
