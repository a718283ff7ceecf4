"""Values from a server that is not trusted: each is what it should be, or nothing."""

from __future__ import annotations

from typing import Any, TypeGuard

_TOO_MUCH = 2**53


def text_of(value: Any) -> str:
    """`value` if it is text, else the empty text."""
    return value if isinstance(value, str) else ""


def count_of(value: Any) -> int | None:
    """`value` if it is a whole number from 0 that every database and float can hold, else None."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _TOO_MUCH else None


def number_of(value: Any) -> float | None:
    """`value` if it is a number from 0 within reason, else None."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value < _TOO_MUCH else None


def object_of(value: Any) -> dict[str, Any]:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects_in(told: Any, key: str) -> list[dict[str, Any]]:
    """The objects in the list that `told` has under `key`."""
    entries = object_of(told).get(key)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def are_vectors(vectors: Any, count: int) -> TypeGuard[list[list[float]]]:
    """Whether these are `count` lists of finite numbers, all of one length."""
    return (
        isinstance(vectors, list)
        and len(vectors) == count
        and all(
            isinstance(vector, list)
            and len(vector) == len(vectors[0]) > 0
            and all(isinstance(value, int | float) and abs(value) < _TOO_MUCH for value in vector)
            for vector in vectors
        )
    )
