"""Personas: who answers. Instructions, a model, parameters and a greeting under one name, chosen chat by chat.

A few come with Hearth. They are copied into the profile once, at first use, and belong to the owner from then on.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from core.chat import library_file, ordered_rows
from core.chat.kept_list import KeptList
from core.conversations.message_rows import milliseconds
from core.errors import OwnerCanAct
from core.events import Announcer, PersonasChanged
from core.library.model_parameters import ModelParameters
from core.wording import worded

if TYPE_CHECKING:
    from core.clock import Clock
    from core.vault.database import Connection
    from core.vault.readers import Readers
    from core.vault.writer import Writer

T = TypeVar("T")

COLOURS = ("accent", "warning", "success", "code_name", "private", "danger")
"""Names of colours of the theme that a persona may wear."""

NAME_CHARACTERS = 80
MOST_STARTERS = 8

_TABLE = "persona"
_COLUMNS = (
    "persona_id", "name", "description", "instructions", "model", "greeting",
    "colour", "voice", "starters", "parameters", "tools", "position",
)  # fmt: skip


class PersonaMissing(OwnerCanAct):
    """No such persona: deleted meanwhile."""

    sentence = "This persona is no longer there."
    next_step = "It was deleted. Choose another one, or make it anew."


class PersonaUnfit(OwnerCanAct):
    """A persona without a name."""

    sentence = "A persona needs a name."
    next_step = "Give it a name, so that you can find it again."


@dataclass(frozen=True, slots=True)
class Persona:
    """One persona. `model` empty is the chat's; `colour` is one of `COLOURS` or empty; `voice` and `tools` are kept
    for the rooms that will use them. `position` counts from 0.
    """

    persona_id: str
    name: str
    description: str = ""
    instructions: str = ""
    model: str = ""
    greeting: str = ""
    colour: str = ""
    voice: str = ""
    starters: tuple[str, ...] = ()
    parameters: ModelParameters = field(default_factory=ModelParameters)
    tools: tuple[str, ...] = ()
    position: int = 0


class Personas:
    """The personas of one profile. Every change is durable when its call returns, and is announced then.

    Kept in memory after the first look, so that a turn waits for no disk. Belongs to one event loop.
    """

    def __init__(self, writer: Writer, readers: Readers, *, announcer: Announcer, clock: Clock) -> None:
        self._writer = writer
        self._readers = readers
        self._clock = clock
        self._kept = KeptList(
            writer,
            readers,
            read=_read_all,
            seed=self._seed,
            changed=lambda: announcer.announce(PersonasChanged()),
        )

    async def list(self) -> Sequence[Persona]:
        """All of them in the owner's order. The first call of a new profile makes the built-in ones."""
        return tuple(await self._kept.all())

    async def get(self, persona_id: str) -> Persona | None:
        """One of them; None when it is gone."""
        return next((one for one in await self.list() if one.persona_id == persona_id), None) if persona_id else None

    async def create(self, name: str, **details: Any) -> Persona:
        """A new persona, last in the order; `details` are fields of `Persona`. PersonaUnfit without a name."""
        made = _checked(Persona(uuid4().hex, name, **details))

        def job(connection: Connection) -> Persona:
            placed = replace(made, position=ordered_rows.next_position(connection, _TABLE))
            _insert(connection, placed, now_ms=self._now_ms())
            return placed

        return await self._kept.write(job)

    async def change(self, persona: Persona) -> Persona:
        """Keep every field but the position. PersonaMissing, PersonaUnfit, ParameterRefused."""
        wanted = _checked(persona)
        columns = [column for column in _COLUMNS if column not in ("persona_id", "position")]
        values = _row_of(wanted)

        def job(connection: Connection) -> Persona:
            done = connection.execute(
                f"UPDATE persona SET {', '.join(f'{column} = ?' for column in columns)}, updated_at = ?"
                " WHERE persona_id = ?",
                (*(values[column] for column in columns), self._now_ms(), persona.persona_id),
            )
            if done.rowcount != 1:
                raise PersonaMissing(persona.persona_id)
            return wanted

        return await self._kept.write(job)

    async def duplicate(self, persona_id: str) -> Persona:
        """A copy right behind it, called “… (2)”."""
        original = await self.get(persona_id)
        if original is None:
            raise PersonaMissing(persona_id)
        everyone = await self.list()
        name = library_file.with_number(original.name, (one.name for one in everyone))
        copy = replace(original, persona_id=uuid4().hex, name=name)
        place = [one.persona_id for one in everyone].index(persona_id) + 1

        def job(connection: Connection) -> Persona:
            _insert(connection, copy, now_ms=self._now_ms())
            ordered_rows.move(connection, _TABLE, copy.persona_id, place)
            return replace(copy, position=place)

        return await self._kept.write(job)

    async def delete(self, persona_id: str) -> Persona:
        """Remove it and hand it out, for `put_back`; its chats stay as they are. PersonaMissing."""

        def job(connection: Connection) -> Persona:
            gone = next((one for one in _read_all(connection) if one.persona_id == persona_id), None)
            if gone is None:
                raise PersonaMissing(persona_id)
            connection.execute("DELETE FROM persona WHERE persona_id = ?", (persona_id,))
            return gone

        return await self._kept.write(job)

    async def put_back(self, persona: Persona) -> None:
        """Undo `delete`: as it was and where it was."""

        def job(connection: Connection) -> None:
            if persona.persona_id not in ordered_rows.ids_in_order(connection, _TABLE):
                _insert(connection, persona, now_ms=self._now_ms())
                ordered_rows.move(connection, _TABLE, persona.persona_id, persona.position)

        await self._kept.write(job)

    async def move(self, persona_id: str, position: int) -> None:
        """Put it at `position`, counted from 0. PersonaMissing."""

        def job(connection: Connection) -> None:
            if not ordered_rows.move(connection, _TABLE, persona_id, position):
                raise PersonaMissing(persona_id)

        await self._kept.write(job)

    async def restore(self) -> int:
        """Bring built-in ones back that were deleted; the others stay as the owner made them. Returns how many."""
        return await self._kept.restore()

    async def export(self, persona_ids: Sequence[str], target: Path) -> int:
        """Write these to `target` as TOML; returns how many. LibraryFileNotWritten."""
        chosen = [one for one in await self.list() if one.persona_id in set(persona_ids)]
        text = library_file.written(_TABLE, map(_entry, chosen))
        await asyncio.to_thread(library_file.write_file, target, text)
        return len(chosen)

    async def import_file(self, path: Path) -> Sequence[Persona]:
        """Take in every persona of the file, new and last; a name that is taken gets “(2)”. LibraryFileRefused."""
        entries = await asyncio.to_thread(library_file.read_file, path, _TABLE)
        read = [_from_entry(entry, uuid4().hex) for entry in entries]
        if not all(one.name for one in read):
            reason = worded("one of its personas has no name.")
            raise library_file.LibraryFileRefused(reason, name=path.name, reason=reason)

        def job(connection: Connection) -> Sequence[Persona]:
            names = [one.name for one in _read_all(connection)]
            made: Sequence[Persona] = []
            for one in read:
                name = library_file.with_number(one.name, names)
                position = ordered_rows.next_position(connection, _TABLE)
                placed = replace(one, name=name, position=position)
                _insert(connection, placed, now_ms=self._now_ms())
                names.append(name)
                made = [*made, placed]
            return made

        return await self._kept.write(job)

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _seed(self, *, again: bool) -> int:
        entries = await asyncio.to_thread(ordered_rows.built_in_entries, _TABLE)
        built_in = [_from_entry(entry, str(entry["id"])) for entry in entries]
        had = await self._readers.run(lambda c: ordered_rows.offered(c, _TABLE))
        if not again and all(one.persona_id in had for one in built_in):
            return 0

        def job(connection: Connection) -> int:
            there = set(ordered_rows.ids_in_order(connection, _TABLE))
            before = frozenset() if again else ordered_rows.offered(connection, _TABLE)
            new = [one for one in built_in if one.persona_id not in there | before]
            for one in new:
                position = ordered_rows.next_position(connection, _TABLE)
                _insert(connection, replace(one, position=position), now_ms=self._now_ms())
            ordered_rows.keep_offered(
                connection, _TABLE, had | {one.persona_id for one in built_in}, now_ms=self._now_ms()
            )
            return len(new)

        return await self._writer.run(job)

    def _now_ms(self) -> int:
        return milliseconds(self._clock.now())


def _checked(persona: Persona) -> Persona:
    """As it can be stored: lines that are lines, parameters within their limits."""
    persona.parameters.check()
    cleaned = _cleaned(persona)
    if not cleaned.name:
        raise PersonaUnfit
    return cleaned


def _cleaned(persona: Persona) -> Persona:
    return replace(
        persona,
        name=library_file.short_text(persona.name, limit=NAME_CHARACTERS),
        description=library_file.short_text(persona.description, limit=300),
        instructions=library_file.long_text(persona.instructions),
        model=library_file.short_text(persona.model),
        greeting=library_file.short_text(persona.greeting, limit=300),
        colour=persona.colour if persona.colour in COLOURS else "",
        voice=library_file.short_text(persona.voice),
        starters=library_file.texts(persona.starters, most=MOST_STARTERS, limit=300),
        tools=library_file.texts(persona.tools, most=100, limit=100),
    )


def _from_entry(entry: Mapping[str, Any], persona_id: str) -> Persona:
    """From a file: whatever the types are, a harmless persona comes back; without a name it is not to be taken."""
    parameters = entry.get("parameters")
    return _cleaned(
        Persona(
            persona_id,
            entry.get("name", ""),
            entry.get("description", ""),
            entry.get("instructions", ""),
            entry.get("model", ""),
            entry.get("greeting", ""),
            str(entry.get("colour", "")),
            entry.get("voice", ""),
            entry.get("starters", ()),
            ModelParameters.from_mapping(parameters if isinstance(parameters, dict) else {}),
            entry.get("tools", ()),
        )
    )


def _entry(persona: Persona) -> library_file.Entry:
    values: dict[str, library_file.Value] = {
        "name": persona.name,
        "description": persona.description,
        "instructions": persona.instructions,
        "model": persona.model,
        "greeting": persona.greeting,
        "colour": persona.colour,
        "voice": persona.voice,
        "starters": persona.starters,
        "tools": persona.tools,
        "parameters": persona.parameters.as_dict(),
    }
    return {name: value for name, value in values.items() if value or name == "name"}


def _row_of(persona: Persona) -> dict[str, Any]:
    values = {column: getattr(persona, column) for column in _COLUMNS}
    values["starters"], values["tools"] = json.dumps(persona.starters), json.dumps(persona.tools)
    values["parameters"] = json.dumps(persona.parameters.as_dict())
    return values


def _insert(connection: Connection, persona: Persona, *, now_ms: int) -> None:
    values = _row_of(persona)
    marks = ", ".join("?" for _ in range(len(_COLUMNS) + 2))
    connection.execute(
        f"INSERT INTO persona ({', '.join(_COLUMNS)}, created_at, updated_at) VALUES ({marks})",
        (*(values[column] for column in _COLUMNS), now_ms, now_ms),
    )


def _read_all(connection: Connection) -> list[Persona]:
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM persona ORDER BY position, created_at")
    return [_persona(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _persona(row: dict[str, Any]) -> Persona:
    row["starters"] = tuple(json.loads(row["starters"]))
    row["tools"] = tuple(json.loads(row["tools"]))
    row["parameters"] = ModelParameters.from_mapping(json.loads(row["parameters"]))
    return Persona(**row)
