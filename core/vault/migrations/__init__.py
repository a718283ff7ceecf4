"""Numbered steps of the schema: each in one transaction, after a backup. A newer schema is refused untouched.

A new step is a new file `m<four digits>_<what>.py` with `VERSION` and `STATEMENTS`, named below. Steps that were
released are never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.errors import NewerFormat
from core.vault.anchor import Anchor
from core.vault.database import Connection, own_errors
from core.vault.migrations import m0001_first_schema, m0002_personas_prompts_votes, m0003_voice, m0004_knowledge


@dataclass(frozen=True, slots=True)
class Step:
    """Brings the schema from `version - 1` to `version`."""

    version: int
    statements: Sequence[str]


STEPS: tuple[Step, ...] = (
    Step(m0001_first_schema.VERSION, m0001_first_schema.STATEMENTS),
    Step(m0002_personas_prompts_votes.VERSION, m0002_personas_prompts_votes.STATEMENTS),
    Step(m0003_voice.VERSION, m0003_voice.STATEMENTS),
    Step(m0004_knowledge.VERSION, m0004_knowledge.STATEMENTS),
)


def schema_version(connection: Connection) -> int:
    """The schema of this database; 0 is an empty one."""
    with own_errors():
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def apply(
    connection: Connection,
    *,
    anchor: Anchor | None,
    back_up: Callable[[], None] | None = None,
    steps: Sequence[Step] = STEPS,
) -> int:
    """Bring a fresh or older database to the newest schema and return its number.

    `back_up` is called once before the first step, unless the database is fresh; if it fails, nothing is changed. Each
    step bumps the anchor, since it changes pages. Raises NewerFormat when the database is newer than `steps`.
    """
    present = schema_version(connection)
    newest = steps[-1].version
    if present > newest:
        raise NewerFormat(f"schema {present}, this Hearth knows up to {newest}")
    due = [step for step in steps if step.version > present]
    if due and present > 0 and back_up is not None:
        back_up()
    for step in due:
        _apply_step(connection, step, anchor)
    return newest


def _apply_step(connection: Connection, step: Step, anchor: Anchor | None) -> None:
    with own_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={step.version}")
            if anchor is not None:
                anchor.bump(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
