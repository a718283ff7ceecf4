"""Three answers: the wrong key, damaged pages, a damaged history."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from core.errors import ProfileFilesUnreadable
from core.vault.database import open_connection
from core.vault.integrity import examine
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY, BareStorage, insert_conversation, insert_message


@pytest.fixture
def database(tmp_path: Path) -> Path:
    storage = BareStorage(tmp_path)
    storage.writer.run_blocking(insert_conversation)
    for number in range(300):
        storage.writer.run_blocking(lambda c, number=number: insert_message(c, str(number), f"text {number} " * 50))
    storage.close()
    return storage.database


def flipped(database: Path, position: int) -> None:
    data = bytearray(database.read_bytes())
    data[position] ^= 0x40
    database.write_bytes(data)


def test_a_whole_database_is_whole(database: Path) -> None:
    assert examine(database, DATABASE_KEY, anchor=ANCHOR).answer == "whole"
    assert examine(database, DATABASE_KEY, anchor=ANCHOR, full=True).answer == "whole"


def test_another_key_is_called_a_wrong_key(database: Path) -> None:
    assert examine(database, b"x" * 32, anchor=ANCHOR, full=True).answer == "wrong_key"


def test_a_damaged_first_page_is_not_called_a_wrong_key(database: Path) -> None:
    flipped(database, 2000)
    assert examine(database, DATABASE_KEY, anchor=ANCHOR).answer == "damaged"


def test_damage_anywhere_is_found_by_the_full_check(database: Path) -> None:
    whole = database.read_bytes()
    seed = random.Random(11)
    for _ in range(40):
        database.write_bytes(whole)
        flipped(database, seed.randrange(16, len(whole)))
        assert examine(database, DATABASE_KEY, anchor=ANCHOR, full=True).answer == "damaged"


def test_a_missing_emptied_or_cut_database_is_damaged(database: Path) -> None:
    data = database.read_bytes()
    for keep in (0, 100, 4096, len(data) // 2 // 4096 * 4096, len(data) - 1):
        database.write_bytes(data[:keep])
        assert examine(database, DATABASE_KEY, anchor=ANCHOR, full=True).answer == "damaged"
    database.unlink()
    assert examine(database, DATABASE_KEY, anchor=ANCHOR).answer == "damaged"


def test_a_database_behind_its_mirror_is_a_damaged_history(database: Path, tmp_path: Path) -> None:
    shutil.copy(database, tmp_path / "old")
    storage = BareStorage(tmp_path)
    storage.writer.run_blocking(lambda c: insert_message(c, "later", "x"))
    storage.close()
    mirror = ANCHOR.mirror(storage.writer.sequence, database)
    assert examine(database, DATABASE_KEY, anchor=ANCHOR, mirror=mirror).answer == "whole"
    shutil.copy(tmp_path / "old", database)
    assert examine(database, DATABASE_KEY, anchor=ANCHOR, mirror=mirror).answer == "history_damaged"


def test_a_search_index_that_lost_a_word_and_a_reference_to_nothing_are_found(database: Path) -> None:
    connection = open_connection(database, DATABASE_KEY)
    connection.execute("INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', 1, 'text 0')")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("INSERT INTO conversation_tag VALUES ('nobody', 'tag')")
    connection.close()
    assert examine(database, DATABASE_KEY, anchor=ANCHOR).answer == "whole"
    report = examine(database, DATABASE_KEY, anchor=ANCHOR, full=True)
    assert report.answer == "damaged"
    assert any("message_words" in finding for finding in report.findings)
    assert any("conversation_tag" in finding for finding in report.findings)


def test_a_database_that_the_system_will_not_open_is_no_damage(database: Path) -> None:
    database.unlink()
    database.mkdir()
    (database / "x").touch()
    with pytest.raises(ProfileFilesUnreadable):
        examine(database, DATABASE_KEY, anchor=ANCHOR)
