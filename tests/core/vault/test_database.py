"""Encrypted connections: every pragma is set, nothing readable reaches the disk, driver errors become our own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from core.errors import (
    Cancelled,
    DatabaseDamaged,
    HearthBug,
    HearthError,
    NotEnoughSpace,
    ProfileFilesUnreadable,
    ProfileInUse,
)
from core.vault.database import DatabaseKeyUnfit, open_connection, open_memory_connection, own_errors

KEY = os.urandom(32)


def test_every_pragma_is_set(tmp_path: Path) -> None:
    connection = open_connection(tmp_path / "a.db", KEY, create=True, cache_kib=1234)
    wanted = {
        "journal_mode": "wal",
        "synchronous": "2",
        "temp_store": "2",
        "cache_size": "-1234",
        "foreign_keys": "1",
        "secure_delete": "1",
        "trusted_schema": "0",
        "cell_size_check": "1",
        "recursive_triggers": "1",
        "page_size": "4096",
        "busy_timeout": "5000",
    }
    found = {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in wanted}
    assert found == wanted
    assert connection.execute("PRAGMA mmap_size").fetchall() in ([], [(0,)])
    connection.close()


def test_extensions_cannot_be_loaded() -> None:
    connection = open_memory_connection()
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        connection.execute("SELECT load_extension('anything')")
    connection.close()


def test_nothing_in_the_files_is_readable_and_only_the_owner_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "a.db"
    path.parent.mkdir()
    connection = open_connection(path, KEY, create=True)
    connection.execute("CREATE TABLE canary (text TEXT)")
    connection.executemany("INSERT INTO canary VALUES (?)", [("canary-text",)] * 1000)
    files = list(path.parent.iterdir())
    assert {file.name for file in files} == {"a.db", "a.db-wal", "a.db-shm"}
    for file in files:
        data = file.read_bytes()
        assert b"canary" not in data
        assert b"SQLite format" not in data
        assert file.stat().st_mode & 0o077 == 0
    connection.close()
    assert b"canary" not in path.read_bytes()


def test_a_missing_or_emptied_database_is_refused_and_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(DatabaseDamaged, match="missing"):
        open_connection(tmp_path / "a.db", KEY)
    (tmp_path / "b.db").touch()
    with pytest.raises(DatabaseDamaged, match="empty"):
        open_connection(tmp_path / "b.db", KEY)
    assert not (tmp_path / "a.db").exists()


def test_another_key_does_not_open_it(tmp_path: Path) -> None:
    open_connection(tmp_path / "a.db", KEY, create=True).close()
    connection = open_connection(tmp_path / "a.db", KEY)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(DatabaseKeyUnfit):
        open_connection(tmp_path / "a.db", os.urandom(32))
    with pytest.raises(HearthBug):
        open_connection(tmp_path / "a.db", b"short")


def test_wrong_keys_and_damage_print_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(os.urandom(8192))
    program = (
        "import sys; from pathlib import Path; from core.errors import HearthError\n"
        "from core.vault.database import open_connection\n"
        "try: open_connection(Path(sys.argv[1]), b'k' * 32)\n"
        "except HearthError as error: sys.exit(7)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.db")], capture_output=True, cwd=Path(__file__).parents[3]
    )
    assert (done.returncode, done.stdout, done.stderr) == (7, b"", b"")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("SQLITE_FULL", NotEnoughSpace),
        ("SQLITE_CORRUPT", DatabaseDamaged),
        ("SQLITE_NOTADB", DatabaseKeyUnfit),
        ("SQLITE_READONLY", ProfileFilesUnreadable),
        ("SQLITE_CANTOPEN", ProfileFilesUnreadable),
        ("SQLITE_BUSY", ProfileInUse),
        ("SQLITE_INTERRUPT", Cancelled),
        ("SQLITE_CONSTRAINT", HearthBug),
    ],
)
def test_each_kind_of_driver_error_becomes_one_of_ours(code: str, kind: type[HearthError]) -> None:
    error = dbapi2.OperationalError("text of the driver")
    error.sqlite_errorcode = getattr(dbapi2, code)
    error.sqlite_errorname = code
    with pytest.raises(kind, match="text of the driver") as caught, own_errors():
        raise error
    assert type(caught.value) is kind
    assert caught.value.owner_next_step


def test_a_read_only_connection_refuses_to_write_with_our_error(tmp_path: Path) -> None:
    first = open_connection(tmp_path / "a.db", KEY, create=True)
    first.execute("CREATE TABLE t (a)")
    second = open_connection(tmp_path / "a.db", KEY, readonly=True)
    assert second.execute("SELECT count(*) FROM t").fetchone() == (0,)
    with pytest.raises(ProfileFilesUnreadable), own_errors():
        second.execute("INSERT INTO t VALUES (1)")
    second.close()
    first.close()


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(HearthError):
        open_connection(tmp_path / "no" / "a.db", KEY, create=True)


def test_names_with_question_marks_and_spaces_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory #%20.db"
    connection = open_connection(path, KEY, create=True)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert path.stat().st_size > 0
