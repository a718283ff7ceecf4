"""Imports chats of Hearth and of other programs: one module a format, all named in `IMPORTERS`.

Nothing that is already here is ever changed. A chat is taken whole or not at all; what is left out is named in the
report. The same file imported twice adds nothing the second time (how that is known: `core.conversations.intake`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from core.conversations.imported_chat import ImportedChat, ImportedFolder
from core.conversations.importers import chatgpt, hearth_json, open_webui
from core.conversations.importers.foreign_values import dict_of
from core.conversations.importers.import_source import ImportSource
from core.conversations.importers.json_pieces import JsonBroken, Piece, pieces
from core.conversations.stored_text import single_line
from core.errors import ImportRefused
from core.wording import worded

if TYPE_CHECKING:
    from core.conversations.conversation_store import ConversationStore


class Importer(Protocol):
    """A format: how to know one of its conversations, and how to read it."""

    ORIGIN: str

    def recognises(self, sample: dict[str, Any]) -> bool:
        """Whether one conversation of a file looks like it."""

    def read_chat(self, raw: dict[str, Any], source: ImportSource, *, now: datetime) -> ImportedChat:
        """One conversation with all its branches."""


IMPORTERS: tuple[Importer, ...] = (hearth_json, chatgpt, open_webui)

_MESSAGE_CHARACTERS = 64_000_000
_SKIPPED_NAMED = 100
_UNFOLDED = frozenset({"conversations", "folders"})


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is; `share` of the file is read, from 0 to 1."""

    share: float
    conversations: int
    messages: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was imported. `skipped` are sentences for the owner; `already_here` chats were left as they are."""

    conversations: int
    messages: int
    skipped: tuple[str, ...]
    origin: str
    already_here: int = 0


async def detect_and_import(
    store: ConversationStore,
    source: Path | bytes,
    *,
    name: str = "",
    progress: Callable[[ImportProgress], None] | None = None,
) -> ImportReport:
    """Find out what `source` is and take its chats into `store`; `name` is what the owner calls the file.

    Reading happens on worker threads. `progress` is called on the loop after each chat. Raises ImportRefused when there
    is nothing that can be imported; other errors (such as a full disk) end the import, and what was taken stays.
    """
    name = name or (source.name if isinstance(source, Path) else "file")
    opened = await asyncio.to_thread(ImportSource, source, name=name)
    try:
        return await _import(store, opened, progress)
    finally:
        opened.close()


@dataclass(frozen=True, slots=True)
class _Skipped:
    """A sentence about something that could not be read."""

    sentence: str


@dataclass(frozen=True, slots=True)
class _Read:
    """One thing that was found, and how much of the file is read."""

    found: ImportedChat | tuple[ImportedFolder, ...] | _Skipped
    share: float
    origin: str = ""


@dataclass
class _Tally:
    conversations: int = 0
    messages: int = 0
    already_here: int = 0
    skipped: list[str] = field(default_factory=list)
    origins: dict[str, None] = field(default_factory=dict)

    def report(self) -> ImportReport:
        named = tuple(self.skipped[:_SKIPPED_NAMED])
        if len(self.skipped) > _SKIPPED_NAMED:
            named = (*named, f"… and {len(self.skipped) - _SKIPPED_NAMED} more.")
        return ImportReport(self.conversations, self.messages, named, ", ".join(self.origins), self.already_here)


async def _import(
    store: ConversationStore, source: ImportSource, progress: Callable[[ImportProgress], None] | None
) -> ImportReport:
    tally = _Tally()
    reading = _read(source, datetime.now(UTC))
    while (step := await asyncio.to_thread(next, reading, None)) is not None:
        await _take(store, step, tally)
        if progress is not None:
            progress(ImportProgress(step.share, tally.conversations, tally.messages))
    if not (tally.conversations or tally.already_here):
        nothing = worded("there are no chats in it that Hearth knows.")
        raise source.refused(tally.skipped[0] if tally.skipped else nothing)
    return tally.report()


async def _take(store: ConversationStore, step: _Read, tally: _Tally) -> None:
    match step.found:
        case _Skipped(sentence):
            tally.skipped.append(sentence)
        case tuple() as folders:
            await store.take_in_folders(folders)
        case ImportedChat() as chat:
            taken = await store.take_in(chat)
            tally.origins.setdefault(step.origin)
            if taken is None:
                tally.already_here += 1
            else:
                tally.conversations += 1
                tally.messages += taken.message_count


# ---- on worker threads ----------------------------------------------------------------------------------------------


def _read(source: ImportSource, now: datetime) -> Iterator[_Read]:
    """Everything in the file, in its order."""
    parts = source.parts()
    for place, part in enumerate(parts):
        try:
            for step in _read_part(source, source.text(part), now):
                yield replace(step, share=(place + step.share) / len(parts))
        except ImportRefused as refused:  # this part of the file; there may be others
            yield _Read(_Skipped(str(refused.fields["reason"])), (place + 1) / len(parts))


def _read_part(source: ImportSource, text: str, now: datetime) -> Iterator[_Read]:
    alone: dict[str, Any] = {}
    folders: list[ImportedFolder] = []
    seen = 0
    try:
        for piece in pieces(text, unfold=_UNFOLDED):
            share = piece.end / len(text)
            if folders and piece.key != "folders":  # all of them, since they may lie in each other
                yield _Read(tuple(folders), share)
                folders = []
            if piece.key in ("", "conversations"):
                seen += 1
                yield _chat(piece.value, source, now, share=share, place=seen)
            elif piece.key == "folders":
                folders.extend(hearth_json.read_folder(dict_of(piece.value)))
            else:
                _look_at_head(piece, source)
                alone[piece.key] = piece.value
    except JsonBroken as broken:
        told = worded("At character {at}, {reason}.")
        if seen:
            told = worded("At character {at}, {reason}. What stands before it was read ({seen} chats).")
        yield _Read(_Skipped(told.format(at=broken.at, reason=broken.reason, seen=seen)), 1)
        return
    if seen == 0 and _importer_of(alone) is not None:  # a file with one chat
        yield _chat(alone, source, now, share=1, place=1)


def _look_at_head(piece: Piece, source: ImportSource) -> None:
    version = piece.value
    if piece.key == "version" and isinstance(version, int) and version > hearth_json.VERSION:
        raise source.refused(worded("it was written by a newer Hearth; update Hearth first."))


def _importer_of(raw: dict[str, Any]) -> Importer | None:
    return next((importer for importer in IMPORTERS if importer.recognises(raw)), None)


def _chat(value: object, source: ImportSource, now: datetime, *, share: float, place: int) -> _Read:
    raw = dict_of(value)
    title = single_line(raw["title"], limit=60) if isinstance(raw.get("title"), str) else ""
    called = (worded("Chat {0} (“{1}”)") if title else worded("Chat {0}")).format(place, title)
    importer = _importer_of(raw)
    if importer is None:
        return _Read(_Skipped(worded("{0} is in a form that Hearth does not know.").format(called)), share)
    try:
        chat = importer.read_chat(raw, source, now=now)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        told = worded("{0} could not be understood ({1}).").format(called, type(error).__name__)
        return _Read(_Skipped(told), share)
    if not chat.messages and importer.ORIGIN != hearth_json.ORIGIN:
        return _Read(_Skipped(worded("{0} holds no messages.").format(called)), share)
    if any(len(message.text) > _MESSAGE_CHARACTERS for message in chat.messages):
        told = worded("{0} holds a message of more than {1} characters.").format(called, f"{_MESSAGE_CHARACTERS:,}")
        return _Read(_Skipped(told), share)
    return _Read(chat, share, importer.ORIGIN)
