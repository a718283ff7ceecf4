"""The words around a memory: where it came from, how long it stays, when it was used."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    from core.memory.memory_rows import Memory

translate = QCoreApplication.translate


def day_words(moment: datetime) -> str:
    """The day in the owner's zone and language."""
    there = moment.astimezone()
    return QLocale().toString(QDate(there.year, there.month, there.day), QLocale.FormatType.ShortFormat)


def origin_words(memory: Memory) -> str:
    """Where it was learnt, and when."""
    day = day_words(memory.created_at)
    if memory.conversation_id is None:
        return translate("MemoryPage", "You wrote it on {0}").format(day)
    return translate("MemoryPage", "From a chat on {0}").format(day)


def fate_words(memory: Memory, now: datetime) -> list[str]:
    """How long it stays and how it was used."""
    parts: list[str] = []
    if memory.expires_at is not None:
        day = day_words(memory.expires_at)
        if memory.has_expired(now):
            parts.append(translate("MemoryPage", "Expired on {0}, no longer used").format(day))
        else:
            parts.append(translate("MemoryPage", "Until {0}").format(day))
    if memory.use_count:
        used = translate("MemoryPage", "Used in %n answers", "", memory.use_count)
        if memory.used_at is not None:
            used += ", " + translate("MemoryPage", "last on {0}").format(day_words(memory.used_at))
        parts.append(used)
    return parts
