"""Reads values out of JSON that somebody else wrote: whatever the type, a harmless value comes back."""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from core.conversations.message_tree import AttachmentKind, NewAttachment

# 2001 to 2286: below, a number of seconds is no time of a chat; above, it is milliseconds or finer.
_EARLIEST_S, _LATEST_S = 1_000_000_000, 10_000_000_000
_TEXT_TYPES = ("application/json", "application/xml", "application/x-yaml", "application/javascript")


def text_of(value: object) -> str:
    """The string, or nothing."""
    return value if isinstance(value, str) else ""


def dict_of(value: object) -> dict[str, Any]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[Any]:
    """The array, or an empty one."""
    return value if isinstance(value, list) else []


def texts_of(value: object) -> tuple[str, ...]:
    """The strings of an array; everything else in it is left out."""
    return tuple(item for item in list_of(value) if isinstance(item, str))


def number_of(value: object) -> float | None:
    """A finite number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def count_of(value: object) -> int | None:
    """A whole number from 0 that the database can hold, None for anything else."""
    number = number_of(value)
    return int(number) if number is not None and 0 <= number < 2**53 else None


def time_of(value: object) -> datetime | None:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, or an ISO time; None when it is no time."""
    if isinstance(value, str):
        return _iso_time(value)
    number = number_of(value)
    if number is None or number < _EARLIEST_S:
        return None
    for _ in range(3):
        if number < _LATEST_S:
            break
        number /= 1000
    return datetime.fromtimestamp(number, UTC) if number < _LATEST_S else None


def first_time(values: Iterable[object], otherwise: datetime) -> datetime:
    """The first value that is a time."""
    return next((at for at in map(time_of, values) if at is not None), otherwise)


def data_url(value: str, *, name: str) -> NewAttachment | None:
    """The file in a `data:` URL, None when it is none or broken."""
    head, comma, body = value.partition(",")
    if not comma or not head.startswith("data:") or not head.endswith(";base64"):
        return None
    try:
        data = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None
    media_type = head[5:-7].partition(";")[0] or "application/octet-stream"
    return NewAttachment(kind_of(media_type), name, media_type, data)


def kind_of(media_type: str) -> AttachmentKind:
    """How Hearth treats a file of this type."""
    if media_type.startswith("image/") and media_type != "image/svg+xml":
        return "image"
    return "text" if media_type.startswith("text/") or media_type in _TEXT_TYPES else "file"


def _iso_time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return at.astimezone(UTC) if 1970 < at.year < 9999 else None
