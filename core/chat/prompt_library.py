"""The prompt library: texts with `{{variables}}` that are called by name, as `/summarise`.

Some come with Hearth. They are copied into the profile once, at first use, and belong to the owner from then on.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from core.chat import library_file, ordered_rows
from core.chat.kept_list import KeptList
from core.chat.prompt_template import Variable, asked_for, fill, variables
from core.conversations.message_rows import milliseconds
from core.errors import OwnerCanAct
from core.events import Announcer, PromptsChanged
from core.wording import worded

if TYPE_CHECKING:
    from core.clock import Clock
    from core.vault.database import Connection
    from core.vault.readers import Readers
    from core.vault.writer import Writer

T = TypeVar("T")

__all__ = ["Prompt", "Prompts", "Variable", "asked_for", "fill", "name_from", "variables"]

NAME_CHARACTERS = 40

_TABLE = "prompt"
_COLUMNS = ("prompt_id", "name", "title", "description", "text", "starter", "selection", "position")


class PromptMissing(OwnerCanAct):
    """No such prompt: deleted meanwhile."""

    sentence = "This prompt is no longer there."
    next_step = "It was deleted. Choose another one, or make it anew."


class PromptNameTaken(OwnerCanAct):
    """Two prompts cannot be called by the same name."""

    sentence = "There is already a prompt called “/{name}”."
    next_step = "Choose another name for one of the two."


class PromptUnfit(OwnerCanAct):
    """A prompt without a name."""

    sentence = "A prompt needs a name to be called by."
    next_step = "Give it a name of letters and figures, such as “summary”."


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt. `name` is typed after the slash, `title` is read; `starter` is offered in an empty chat,
    `selection` for selected text. `position` counts from 0.
    """

    prompt_id: str
    name: str
    title: str
    text: str
    description: str = ""
    starter: bool = False
    selection: bool = False
    position: int = 0


class Prompts:
    """The prompts of one profile. Every change is durable when its call returns, and is announced then.

    Kept in memory after the first look. Belongs to one event loop.
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
            changed=lambda: announcer.announce(PromptsChanged()),
        )

    async def list(self, *, starter: bool | None = None, selection: bool | None = None) -> Sequence[Prompt]:
        """In the owner's order, those marked so or not if asked. A new profile's first call makes the built-in ones."""
        return tuple(
            one
            for one in await self._kept.all()
            if (starter is None or one.starter == starter) and (selection is None or one.selection == selection)
        )

    async def get(self, prompt_id: str) -> Prompt | None:
        """One of them; None when it is gone."""
        return next((one for one in await self.list() if one.prompt_id == prompt_id), None)

    async def by_name(self, name: str) -> Prompt | None:
        """The one that is called so, with or without the slash; capitals make no difference."""
        wanted = name.removeprefix("/").casefold()
        return next((one for one in await self.list() if one.name.casefold() == wanted), None)

    async def create(self, name: str, **details: Any) -> Prompt:
        """A new prompt, last in the order; `details` are fields of `Prompt`. PromptUnfit, PromptNameTaken."""
        made = _checked(Prompt(uuid4().hex, name, details.pop("title", name), details.pop("text", ""), **details))

        def job(connection: Connection) -> Prompt:
            placed = replace(made, position=ordered_rows.next_position(connection, _TABLE))
            _refuse_taken(connection, placed)
            _insert(connection, placed, now_ms=self._now_ms())
            return placed

        return await self._kept.write(job)

    async def change(self, prompt: Prompt) -> Prompt:
        """Keep every field but the position. PromptMissing, PromptUnfit, PromptNameTaken."""
        wanted = _checked(prompt)
        columns = [column for column in _COLUMNS if column not in ("prompt_id", "position")]
        values = _row_of(wanted)

        def job(connection: Connection) -> Prompt:
            _refuse_taken(connection, wanted)
            done = connection.execute(
                f"UPDATE prompt SET {', '.join(f'{column} = ?' for column in columns)}, updated_at = ?"
                " WHERE prompt_id = ?",
                (*(values[column] for column in columns), self._now_ms(), prompt.prompt_id),
            )
            if done.rowcount != 1:
                raise PromptMissing(prompt.prompt_id)
            return wanted

        return await self._kept.write(job)

    async def duplicate(self, prompt_id: str) -> Prompt:
        """A copy right behind it, called “… (2)” and `/…-2`."""
        original = await self.get(prompt_id)
        if original is None:
            raise PromptMissing(prompt_id)
        everyone = await self.list()
        copy = replace(_named_anew(original, everyone), prompt_id=uuid4().hex)
        place = [one.prompt_id for one in everyone].index(prompt_id) + 1

        def job(connection: Connection) -> Prompt:
            _insert(connection, copy, now_ms=self._now_ms())
            ordered_rows.move(connection, _TABLE, copy.prompt_id, place)
            return replace(copy, position=place)

        return await self._kept.write(job)

    async def delete(self, prompt_id: str) -> Prompt:
        """Remove it and hand it out, for `put_back`. PromptMissing."""

        def job(connection: Connection) -> Prompt:
            gone = next((one for one in _read_all(connection) if one.prompt_id == prompt_id), None)
            if gone is None:
                raise PromptMissing(prompt_id)
            connection.execute("DELETE FROM prompt WHERE prompt_id = ?", (prompt_id,))
            return gone

        return await self._kept.write(job)

    async def put_back(self, prompt: Prompt) -> None:
        """Undo `delete`: as it was and where it was, under another name if its own was taken meanwhile."""

        def job(connection: Connection) -> None:
            there = _read_all(connection)
            if any(one.prompt_id == prompt.prompt_id for one in there):
                return
            taken = prompt.name.casefold() in {one.name.casefold() for one in there}
            _insert(connection, _named_anew(prompt, there) if taken else prompt, now_ms=self._now_ms())
            ordered_rows.move(connection, _TABLE, prompt.prompt_id, prompt.position)

        await self._kept.write(job)

    async def move(self, prompt_id: str, position: int) -> None:
        """Put it at `position`, counted from 0. PromptMissing."""

        def job(connection: Connection) -> None:
            if not ordered_rows.move(connection, _TABLE, prompt_id, position):
                raise PromptMissing(prompt_id)

        await self._kept.write(job)

    async def restore(self) -> int:
        """Bring built-in ones back that were deleted; the others stay as the owner made them. Returns how many."""
        return await self._kept.restore()

    async def export(self, prompt_ids: Sequence[str], target: Path) -> int:
        """Write these to `target` as TOML; returns how many. LibraryFileNotWritten."""
        chosen = [one for one in await self.list() if one.prompt_id in set(prompt_ids)]
        await asyncio.to_thread(library_file.write_file, target, library_file.written(_TABLE, map(_entry, chosen)))
        return len(chosen)

    async def import_file(self, path: Path) -> Sequence[Prompt]:
        """Take in every prompt of the file, new and last; a name that is taken gets “(2)”. LibraryFileRefused."""
        entries = await asyncio.to_thread(library_file.read_file, path, _TABLE)
        read = [_from_entry(entry, uuid4().hex) for entry in entries]
        if not all(one.name for one in read):
            reason = worded("one of its prompts has no name.")
            raise library_file.LibraryFileRefused(reason, name=path.name, reason=reason)

        def job(connection: Connection) -> Sequence[Prompt]:
            there = _read_all(connection)
            made: Sequence[Prompt] = []
            for one in read:
                taken = one.name.casefold() in {other.name.casefold() for other in there}
                position = ordered_rows.next_position(connection, _TABLE)
                placed = replace(_named_anew(one, there) if taken else one, position=position)
                _insert(connection, placed, now_ms=self._now_ms())
                there.append(placed)
                made = [*made, placed]
            return made

        return await self._kept.write(job)

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _seed(self, *, again: bool) -> int:
        entries = await asyncio.to_thread(ordered_rows.built_in_entries, _TABLE)
        built_in = [_from_entry(entry, str(entry["id"])) for entry in entries]
        had = await self._readers.run(lambda c: ordered_rows.offered(c, _TABLE))
        if not again and all(one.prompt_id in had for one in built_in):
            return 0

        def job(connection: Connection) -> int:
            there = _read_all(connection)
            before = frozenset() if again else ordered_rows.offered(connection, _TABLE)
            new = [one for one in built_in if one.prompt_id not in before | {other.prompt_id for other in there}]
            for one in new:
                taken = one.name.casefold() in {other.name.casefold() for other in there}
                position = ordered_rows.next_position(connection, _TABLE)
                placed = replace(_named_anew(one, there) if taken else one, position=position)
                _insert(connection, placed, now_ms=self._now_ms())
                there.append(placed)
            ordered_rows.keep_offered(
                connection, _TABLE, had | {one.prompt_id for one in built_in}, now_ms=self._now_ms()
            )
            return len(new)

        return await self._writer.run(job)

    def _now_ms(self) -> int:
        return milliseconds(self._clock.now())


def name_from(title: str) -> str:
    """What can stand after a slash: letters and figures of any script, `-` between them."""
    text = unicodedata.normalize("NFC", library_file.short_text(title, limit=200)).lower()
    return re.sub(r"[\W_]+", "-", text).strip("-")[:NAME_CHARACTERS].strip("-")


def _checked(prompt: Prompt) -> Prompt:
    cleaned = _cleaned(prompt)
    if not cleaned.name:
        raise PromptUnfit
    return cleaned


def _cleaned(prompt: Prompt) -> Prompt:
    title = library_file.short_text(prompt.title, limit=100)
    name = name_from(prompt.name) or name_from(title)
    return replace(
        prompt,
        name=name,
        title=title or name,
        description=library_file.short_text(prompt.description, limit=300),
        text=library_file.long_text(prompt.text),
        starter=prompt.starter is True,
        selection=prompt.selection is True,
    )


def _named_anew(prompt: Prompt, others: Sequence[Prompt]) -> Prompt:
    """The same under a name and a title that are free."""
    taken = {other.name.casefold() for other in others}
    stem, number = prompt.name[: NAME_CHARACTERS - 5], 2
    while f"{stem}-{number}".casefold() in taken:
        number += 1
    return replace(
        prompt,
        name=f"{stem}-{number}",
        title=library_file.with_number(prompt.title, (other.title for other in others)),
    )


def _refuse_taken(connection: Connection, prompt: Prompt) -> None:
    """SQLite's own comparison folds ASCII only; this folds everything."""
    for other_id, name in connection.execute("SELECT prompt_id, name FROM prompt"):
        if other_id != prompt.prompt_id and name.casefold() == prompt.name.casefold():
            raise PromptNameTaken(name=prompt.name)


def _from_entry(entry: Mapping[str, Any], prompt_id: str) -> Prompt:
    """From a file: whatever the types are, a harmless prompt comes back; without a name it is not to be taken."""
    return _cleaned(
        Prompt(
            prompt_id,
            entry.get("name", ""),
            entry.get("title", ""),
            entry.get("text", ""),
            entry.get("description", ""),
            entry.get("starter", False),
            entry.get("selection", False),
        )
    )


def _entry(prompt: Prompt) -> library_file.Entry:
    values: dict[str, library_file.Value] = {
        "name": prompt.name,
        "title": prompt.title,
        "description": prompt.description,
        "text": prompt.text,
        "starter": prompt.starter,
        "selection": prompt.selection,
    }
    return {name: value for name, value in values.items() if value or name in ("name", "text")}


def _row_of(prompt: Prompt) -> dict[str, Any]:
    values = {column: getattr(prompt, column) for column in _COLUMNS}
    return {**values, "starter": int(prompt.starter), "selection": int(prompt.selection)}


def _insert(connection: Connection, prompt: Prompt, *, now_ms: int) -> None:
    values = _row_of(prompt)
    marks = ", ".join("?" for _ in range(len(_COLUMNS) + 2))
    connection.execute(
        f"INSERT INTO prompt ({', '.join(_COLUMNS)}, created_at, updated_at) VALUES ({marks})",
        (*(values[column] for column in _COLUMNS), now_ms, now_ms),
    )


def _read_all(connection: Connection) -> list[Prompt]:
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM prompt ORDER BY position, created_at")
    return [_prompt(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _prompt(row: dict[str, Any]) -> Prompt:
    return Prompt(**{**row, "starter": bool(row["starter"]), "selection": bool(row["selection"])})
