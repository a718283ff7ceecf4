"""Migrations: numbered, each whole or not at all, backed up before; a newer schema is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import HearthBug, NewerFormat, NotEnoughSpace
from core.vault.database import Connection, open_connection, own_errors
from core.vault.migrations import STEPS, Step, apply, schema_version
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY, insert_conversation, insert_message

NEXT = STEPS[-1].version + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hearth.db"


def opened(path: Path) -> Connection:
    return open_connection(path, DATABASE_KEY, create=not path.exists())


def tables(connection: Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_fresh_database_gets_every_step_and_no_backup(path: Path) -> None:
    connection = opened(path)
    assert apply(connection, anchor=ANCHOR, back_up=lambda: pytest.fail("nothing to back up")) == STEPS[-1].version
    assert {"anchor", "audit", "blob", "conversation", "message", "message_words"} <= tables(connection)
    assert ANCHOR.read(connection) == len(STEPS)
    connection.close()


def test_the_newest_schema_is_left_as_it_is(path: Path) -> None:
    connection = opened(path)
    apply(connection, anchor=ANCHOR)
    apply(connection, anchor=ANCHOR, back_up=lambda: pytest.fail("nothing to do"))
    assert ANCHOR.read(connection) == len(STEPS)
    connection.close()


def test_an_older_database_is_backed_up_once_and_then_brought_up_step_by_step(path: Path) -> None:
    connection = opened(path)
    apply(connection, anchor=ANCHOR)
    steps = (*STEPS, Step(NEXT, ("CREATE TABLE one (a)",)), Step(NEXT + 1, ("CREATE TABLE two (a)",)))
    backups: list[set[str]] = []
    assert apply(connection, anchor=ANCHOR, back_up=lambda: backups.append(tables(connection)), steps=steps) == NEXT + 1
    assert len(backups) == 1
    assert "one" not in backups[0]
    assert {"one", "two"} <= tables(connection)
    assert ANCHOR.read(connection) == len(steps)
    connection.close()


def test_a_backup_that_fails_stops_the_migration_before_it_begins(path: Path) -> None:
    connection = opened(path)
    apply(connection, anchor=ANCHOR)

    def no_room() -> None:
        raise NotEnoughSpace

    with pytest.raises(NotEnoughSpace):
        apply(connection, anchor=ANCHOR, back_up=no_room, steps=(*STEPS, Step(NEXT, ("CREATE TABLE one (a)",))))
    assert schema_version(connection) == NEXT - 1
    assert "one" not in tables(connection)
    connection.close()


def test_a_step_that_fails_half_way_leaves_nothing_of_itself(path: Path) -> None:
    connection = opened(path)
    apply(connection, anchor=ANCHOR)
    steps = (
        *STEPS,
        Step(NEXT, ("CREATE TABLE one (a)",)),
        Step(NEXT + 1, ("CREATE TABLE two (a)", "ALTER TABLE message ADD COLUMN x", "THIS IS NO SQL")),
    )
    with pytest.raises(HearthBug):
        apply(connection, anchor=ANCHOR, steps=steps)
    assert schema_version(connection) == NEXT
    assert "two" not in tables(connection)
    assert ANCHOR.read(connection) == len(STEPS) + 1
    assert not connection.in_transaction
    connection.close()


def test_a_newer_schema_is_refused_and_no_byte_of_it_changes(path: Path) -> None:
    connection = opened(path)
    apply(connection, anchor=ANCHOR, steps=(*STEPS, Step(NEXT, ("CREATE TABLE one (a)",))))
    connection.close()
    before = path.read_bytes()
    connection = opened(path)
    with pytest.raises(NewerFormat):
        apply(connection, anchor=ANCHOR, back_up=lambda: pytest.fail("nothing may be touched"))
    connection.close()
    assert path.read_bytes() == before


def test_steps_are_numbered_without_a_gap() -> None:
    assert [step.version for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_a_changed_message_is_found_by_its_new_words_and_not_by_its_old_ones(path: Path) -> None:
    connection = opened(path)
    apply(connection, anchor=ANCHOR)
    insert_conversation(connection)
    insert_message(connection, "m", "alpha shared")

    def found(word: str) -> int:
        return len(
            connection.execute("SELECT rowid FROM message_words WHERE message_words MATCH ?", (word,)).fetchall()
        )

    connection.execute("UPDATE message SET text = 'shared gamma' WHERE message_id = 'm'")
    assert [found(word) for word in ("alpha", "shared", "gamma")] == [0, 1, 1]
    connection.execute("UPDATE message SET state = 'streaming', text = 'partial' WHERE message_id = 'm'")
    assert [found(word) for word in ("shared", "gamma", "partial")] == [0, 0, 0]
    with own_errors():  # the index can be checked against the messages while one streams
        connection.execute("INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)")
    connection.execute("UPDATE message SET state = 'complete', text = 'whole' WHERE message_id = 'm'")
    assert [found(word) for word in ("partial", "whole")] == [0, 1]
    insert_message(connection, "n", "replaced")
    connection.execute(
        "INSERT OR REPLACE INTO message"
        " (row_id, message_id, conversation_id, role, text, state, created_at, updated_at)"
        " SELECT row_id, message_id, conversation_id, role, 'other', state, 1, 1 FROM message WHERE message_id = 'n'"
    )
    assert [found(word) for word in ("replaced", "other")] == [0, 1]
    with own_errors():
        connection.execute("INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)")
    connection.close()
