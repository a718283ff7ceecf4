"""Reads, checks, writes and announces settings. Early ones live in a plain file, the others in the vault."""

from __future__ import annotations

import json
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec

from core.errors import OwnerCanAct
from core.events import Announcer, SettingChanged
from core.settings.sections import EarlySettings, Section, VaultSettings
from core.settings.settings_schema import RENAMED, descriptions, home_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

S = TypeVar("S", bound=Section)
T = TypeVar("T")


class SettingRefused(OwnerCanAct):
    """The value does not fit the setting."""

    sentence = "“{title}” cannot be set to that: {reason}"
    next_step = "Choose a value within the limits."


class Runs(Protocol):
    """Where jobs on the database run: `core.vault.writer.Writer` or `core.vault.readers.Readers`."""

    async def run(self, job: Callable[[Connection], T]) -> T:
        """The job's result, after it is durable."""


class EarlySettingsFile:
    """The settings that must be known before unlocking. A missing or broken file means the defaults."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.values = self._read()

    def change(self, name: str, value: object) -> EarlySettings:
        """Set one early setting, such as `appearance.theme`, and write the file atomically."""
        self.values = _changed(self.values, name, value)
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(msgspec.to_builtins(self.values), file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self._path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        return self.values

    def _read(self) -> EarlySettings:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return EarlySettings()
        return _tolerant(EarlySettings, kept if isinstance(kept, dict) else {})


class SettingsStore:
    """All settings of an unlocked profile. `early` and `values` are whole, checked and frozen at all times."""

    def __init__(self, early: EarlySettingsFile, *, writer: Runs, announcer: Announcer) -> None:
        self._early = early
        self._writer = writer
        self._announcer = announcer
        self.values = VaultSettings()

    @property
    def early(self) -> EarlySettings:
        """The settings known before unlocking."""
        return self._early.values

    async def load(self, readers: Runs) -> None:
        """Read the vault's settings; values that no longer fit fall back to their defaults."""

        def read(connection: Connection) -> list[tuple[str, str]]:
            return connection.execute("SELECT name, value FROM setting").fetchall()

        kept: dict[str, Any] = {}
        for name, value in await readers.run(read):
            section, _, field = RENAMED.get(name, name).partition(".")
            kept.setdefault(section, {})[field] = json.loads(value)
        self.values = _tolerant(VaultSettings, kept)

    async def change(self, name: str, value: object) -> None:
        """Set one setting by its dotted name, durably, and announce it. Raises `SettingRefused`."""
        if home_of(name) == "early":
            self._early.change(name, value)
        else:
            changed = _changed(self.values, name, value)
            section, field = name.split(".")
            stored = msgspec.to_builtins(getattr(getattr(changed, section), field))

            def write(connection: Connection) -> None:
                connection.execute(
                    "INSERT INTO setting (name, value, changed_at) VALUES (?, ?, ?) ON CONFLICT (name)"
                    " DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at",
                    (name, json.dumps(stored), time.time_ns() // 1_000_000),
                )

            await self._writer.run(write)
            self.values = _changed(self.values, name, value)
        self._announcer.announce(SettingChanged(name))

    async def reset(self, name: str) -> None:
        """Back to the default."""
        await self.change(name, descriptions()[name].default)

    def value(self, name: str) -> Any:
        """The value of one setting by its dotted name."""
        section, field = name.split(".")
        root = self.early if home_of(name) == "early" else self.values
        return getattr(getattr(root, section), field)


def _changed(root: S, name: str, value: object) -> S:
    section_name, field = name.split(".")
    section = getattr(root, section_name)
    try:
        new_section = msgspec.convert(
            {**msgspec.to_builtins(section), field: msgspec.to_builtins(value)}, type(section)
        )
    except (msgspec.ValidationError, TypeError) as error:
        reason = str(error).split(" - at ")[0]
        raise SettingRefused(str(error), title=descriptions()[name].title, reason=reason) from None
    return msgspec.structs.replace(root, **{section_name: new_section})


def _tolerant(root: type[S], kept: dict[str, Any]) -> S:
    """`root` from what was kept, leaving out each single value that does not fit, never the whole."""
    sections: dict[str, object] = {}
    for section in msgspec.structs.fields(root):
        values = kept.get(section.name, {})
        if isinstance(values, dict):
            sections[section.name] = _tolerant_section(section.type, values)
    return root(**sections)


def _tolerant_section(section: type[Section], values: dict[str, Any]) -> Section:
    try:
        return msgspec.convert(values, section)
    except msgspec.ValidationError:
        pass
    good: dict[str, Any] = {}
    for field, value in values.items():
        try:
            msgspec.convert({field: value}, section)
        except msgspec.ValidationError:
            continue
        good[field] = value
    return msgspec.convert(good, section)
