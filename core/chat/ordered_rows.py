"""SQL that personas and prompts share: an order that the owner chose, and which built-in ones were offered before.

Called on the database's threads; table and column names are our own code's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core.chat import library_file
from core.wording import worded

if TYPE_CHECKING:
    from core.vault.database import Connection

WORDED = {
    "persona": ("name", "description", "instructions", "greeting"),
    "prompt": ("title", "description", "text"),
}
"""What of a built-in one is in the owner's language; `build/dev.py translations` collects the same."""


def next_position(connection: Connection, table: str) -> int:
    """After all others."""
    row = connection.execute(f"SELECT coalesce(max(position), -1) + 1 FROM {table}").fetchone()
    return int(row[0])


def ids_in_order(connection: Connection, table: str) -> list[str]:
    """All ids as the owner ordered them."""
    return [str(row[0]) for row in connection.execute(f"SELECT {table}_id FROM {table} ORDER BY position, created_at")]


def move(connection: Connection, table: str, row_id: str, position: int) -> bool:
    """Put one at `position` (0 is first); False when it is not there."""
    order = ids_in_order(connection, table)
    if row_id not in order:
        return False
    order.remove(row_id)
    order.insert(max(0, position), row_id)
    connection.executemany(
        f"UPDATE {table} SET position = ? WHERE {table}_id = ?", ((place, one) for place, one in enumerate(order))
    )
    return True


def offered(connection: Connection, table: str) -> frozenset[str]:
    """Ids of the built-in ones that this profile has had; a deleted one must not come back by itself."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (f"built_in.{table}",)).fetchone()
    try:
        kept = json.loads(row[0]) if row is not None else []
    except ValueError:
        kept = []
    return frozenset(one for one in kept if isinstance(one, str)) if isinstance(kept, list) else frozenset()


def keep_offered(connection: Connection, table: str, ids: Iterable[str], *, now_ms: int) -> None:
    """Remember which built-in ones this profile has had."""
    connection.execute(
        "INSERT INTO setting (name, value, changed_at) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (name) DO UPDATE SET value = ?2, changed_at = ?3",
        (f"built_in.{table}", json.dumps(sorted(ids)), now_ms),
    )


def built_in_entries(table: str) -> list[dict[str, Any]]:
    """What ships with Hearth, in its order: the files of `assets/personas` or `assets/prompts`, by `place`.

    Worded in the language that the interface has now; what is once in a profile is the owner's and stays as it is.
    """
    folder = files("assets") / f"{table}s"
    entries: list[dict[str, Any]] = []
    for file in folder.iterdir():
        if file.name.endswith(".toml"):
            entries += library_file.read_text(file.read_bytes(), table, name=file.name)
    return sorted((_worded(entry, table) for entry in entries), key=lambda entry: (entry["place"], entry["id"]))


def _worded(entry: dict[str, Any], table: str) -> dict[str, Any]:
    texts = {name: worded(entry[name]) for name in WORDED[table] if entry.get(name)}
    starters = [worded(one) for one in entry.get("starters", ())]
    return {**entry, **texts, **({"starters": starters} if starters else {})}
