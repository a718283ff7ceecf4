"""Thousands of random mutations of database, WAL and header: an error of ours or the right rows, nothing else."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.vault.database import open_connection
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY
from tests.peers.mutated_profile import expected, make_base, opened, rows_of

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS, STORM_MUTATIONS = 4000, 10_000  # with 6,000 of the header: 10,000 in each run
PROCESSES = 2
ALLOWED = {
    "right",
    "unchanged",
    "DatabaseDamaged",
    "DatabaseKeyUnfit",
    "HistoryDamaged",
    "HeaderDamaged",
    "NewerFormat",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    make_base(folder)
    return folder


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """In memory where the system has such a folder: nothing here asks whether writes are durable."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def start(base: Path, scratch: Path, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.peers.mutated_profile", str(base), str(scratch), str(first), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def outcomes(process: subprocess.Popen[str], count: int) -> list[dict[str, Any]]:
    out, err = process.communicate()
    lines = [json.loads(line) for line in out.splitlines()]
    assert process.returncode == 0, f"died with {process.returncode} after {lines[-1:]}: {err[-2000:]}"
    assert err == "", "the library printed something"
    assert len(lines) == count
    return lines


@pytest.mark.timeout(1800)
def test_a_mutated_file_gives_an_error_of_ours_or_the_right_rows(base: Path, scratch: Path, *, storm: bool) -> None:
    first = random.randrange(1_000_000) * 4
    count = (STORM_MUTATIONS if storm else MUTATIONS) // PROCESSES
    running = [start(base, scratch / str(n), first + n * count, count) for n in range(PROCESSES)]
    seen = [line for process in running for line in outcomes(process, count)]
    tally = Counter((line["file"], line["mutation"], line["outcome"]) for line in seen)
    for key in sorted(tally):
        print(*key, tally[key])
    assert [line for line in seen if line["outcome"] not in ALLOWED] == []
    # Each kind of file was hit, and most mutations are no mere error-free luck.
    assert {line["file"] for line in seen} == {
        "closed/hearth.db",
        "open/hearth.db",
        "open/hearth.db-wal",
        "closed/hearth.keys",
    }
    assert sum(line["outcome"] != "unchanged" for line in seen) > count
    # Once anchored by a clean close, no page is moved, cut, added or taken from an older state unseen.
    moved = {"cut", "insert_noise", "repeat_end", "splice_old_page", "swap_pages"}
    assert {o for f, m, o in tally if f == "closed/hearth.db" and m in moved} <= ALLOWED - {"right"}
    assert sum(n for (f, m, o), n in tally.items() if m == "splice_old_page" and o == "HistoryDamaged") > count / 100
    # Under a mirror that knows the last write, no cut of the WAL goes unseen.
    assert {o for f, m, o in tally if f == "open/hearth.db-wal" and m == "cut"} <= {"HistoryDamaged", "DatabaseDamaged"}


def test_the_untouched_files_open_with_the_right_rows(base: Path, tmp_path: Path) -> None:
    for state in ("closed", "open"):
        scratch = tmp_path / state
        shutil.copytree(base / state, scratch)
        assert opened(base / state, scratch) == "right"


def test_the_check_would_see_a_wrong_row(base: Path, tmp_path: Path) -> None:
    shutil.copytree(base / "closed", tmp_path / "x")
    connection = open_connection(tmp_path / "x" / "hearth.db", DATABASE_KEY)
    connection.execute("UPDATE message SET text = text || '!' WHERE message_id = '7'")
    connection.close()
    assert rows_of(tmp_path / "x", ANCHOR.mirror(1)) != expected()
