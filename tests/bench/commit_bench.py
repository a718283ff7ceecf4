"""A durable commit of one message: SQLCipher (WAL, FULL) through the writer, against plain sqlite3 the same way."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
import time
import uuid
from pathlib import Path
from statistics import median
from typing import Any

from core.vault.anchor import Anchor
from core.vault.database import open_connection
from core.vault.migrations import apply
from core.vault.migrations.m0001_first_schema import STATEMENTS
from core.vault.writer import Writer
from tests.bench.figure import Figure

COMMITS = 400
TEXT = "Eight hundred bytes of a message, more or less. " * 17


def measure() -> list[Figure]:
    """Median of single commits, the two taken in turns so that the machine's mood strikes both."""
    with tempfile.TemporaryDirectory() as folder:
        plain = PlainWriter(Path(folder) / "plain.db")
        connection = open_connection(Path(folder) / "cipher.db", bytes(range(32)), create=True)
        anchor = Anchor(bytes(range(32, 64)))
        apply(connection, anchor=anchor)
        writer = Writer(connection, anchor=anchor)
        writer.run_blocking(_make_conversation)
        plain.run_blocking(_make_conversation)
        cipher_ms, plain_ms = [], []
        for _ in range(COMMITS):
            cipher_ms.append(_timed(writer))
            plain_ms.append(_timed(plain))
        writer.close()
        plain.close()
    return [
        Figure("durable commit of a message, against plain sqlite3", median(cipher_ms), "ms", median(plain_ms), 1.5)
    ]


class PlainWriter:
    """The same shape without encryption: one thread, one connection, BEGIN IMMEDIATE, answered after COMMIT."""

    def __init__(self, path: Path) -> None:
        self._job: Any = None
        self._asked, self._done = threading.Semaphore(0), threading.Semaphore(0)
        self._path = path
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def run_blocking(self, job: Any) -> None:
        """Run `job` durably."""
        self._job = job
        self._asked.release()
        self._done.acquire()

    def close(self) -> None:
        """End the thread."""
        self._job = None
        self._asked.release()
        self._thread.join()

    def _work(self) -> None:
        connection = sqlite3.connect(self._path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
        for statement in STATEMENTS:
            connection.execute(statement)
        while self._asked.acquire() and self._job is not None:
            connection.execute("BEGIN IMMEDIATE")
            self._job(connection)
            connection.execute("COMMIT")
            self._done.release()
        connection.close()


def _make_conversation(connection: Any) -> None:
    connection.execute(
        "INSERT INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
        " VALUES ('c', 't', 'owner', 1, 1)"
    )


def _timed(writer: Any) -> float:
    message_id = uuid.uuid4().hex

    def insert(connection: Any) -> None:
        connection.execute(
            "INSERT INTO message (message_id, conversation_id, role, text, state, created_at, updated_at)"
            " VALUES (?, 'c', 'user', ?, 'complete', 1, 1)",
            (message_id, TEXT),
        )

    started = time.perf_counter()
    writer.run_blocking(insert)
    return (time.perf_counter() - started) * 1000
