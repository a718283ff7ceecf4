"""Automatic backups: once a day and before each migration; which are kept, and which go."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.vault.backup import SUFFIX

if TYPE_CHECKING:
    from core.vault.vault import Vault

Occasion: TypeAlias = Literal["daily", "migration"]

KEPT_DAYS = 7
KEPT_WEEKS = 4
KEPT_MIGRATIONS = 3
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(rf"(\d{{8}}T\d{{6}}Z)-(daily|migration){re.escape(SUFFIX)}")


def automatic_name(occasion: Occasion, now: datetime) -> str:
    """The file name of an automatic backup; its time is in the name, since copying changes a file's own."""
    return f"{now.astimezone(UTC).strftime(_STAMP)}-{occasion}{SUFFIX}"


def is_due(folder: Path, now: datetime) -> bool:
    """Whether there is no daily backup of today (UTC) yet."""
    today = now.astimezone(UTC).date()
    return all(made_at.date() != today for made_at, occasion, _ in _backups(folder) if occasion == "daily")


async def back_up_daily(vault: Vault, now: datetime) -> None:
    """Today's encrypted copy beside the profile, if there is none yet; what is too old goes."""
    folder = vault.paths.backups
    if not await asyncio.to_thread(is_due, folder, now):
        return
    await asyncio.to_thread(folder.mkdir, mode=0o700, exist_ok=True)
    await vault.backup(folder / automatic_name("daily", now))
    await asyncio.to_thread(prune, folder)


def prune(folder: Path) -> tuple[Path, ...]:
    """Remove what is no longer kept, and return it; files with other names are the owner's and stay."""
    backups = sorted(_backups(folder), reverse=True)
    daily = [(made_at, path) for made_at, occasion, path in backups if occasion == "daily"]
    migrations = [path for _, occasion, path in backups if occasion == "migration"]
    kept = {
        *_newest_of_each(((made_at.date(), path) for made_at, path in daily), KEPT_DAYS),
        *_newest_of_each(((made_at.isocalendar()[:2], path) for made_at, path in daily), KEPT_WEEKS),
        *migrations[:KEPT_MIGRATIONS],
    }
    gone = tuple(path for _, _, path in backups if path not in kept)
    for path in gone:
        with suppress(OSError):
            path.unlink()
    return gone


def _newest_of_each(backups: Iterable[tuple[object, Path]], count: int) -> tuple[Path, ...]:
    """The newest backup of each of the `count` newest periods; `backups` come newest first."""
    newest: dict[object, Path] = {}
    for period, path in backups:
        newest.setdefault(period, path)
    return tuple(newest.values())[:count]


def _backups(folder: Path) -> list[tuple[datetime, str, Path]]:
    try:
        paths = list(folder.iterdir())
    except OSError:
        return []
    return [backup for path in paths if (backup := _parsed(path)) is not None]


def _parsed(path: Path) -> tuple[datetime, str, Path] | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), match[2], path
    except ValueError:  # digits, but no date
        return None
