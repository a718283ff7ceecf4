"""Random damage to documents of every format: each is read, or an entry with a reason; the reader stays for the next.

A sample in each run, 500 a format with `--storm`. What fails is made again from its name and seed.
"""

from __future__ import annotations

import asyncio
import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.knowledge.knowledge_trouble import FileReaderFailed, FileTookTooLong, FileUnreadable
from core.knowledge.parse_process import ParseProcess
from core.knowledge.read_document import ParseLimits, ReadDone
from tests.peers.mutated_documents import INTACT, intact, mutated
from tests.peers.small_documents import SEEN

VARIANTS, STORM_VARIANTS = 16, 500
# The process that reads has ended, or what came is nothing that an owner can be told.
_NEVER = (FileReaderFailed.__name__, "nothing to tell", "no end")
LIMITS = ParseLimits(ocr=False, page_s=20, file_s=40)


@pytest.fixture
def places(private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, ...]]:
    """Where a reader could leave something: home, temporary files, and the folder in which it runs."""
    temporary, current = tmp_path / "temporary", tmp_path / "current"
    for folder in (temporary, current):
        folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(current)
    yield private_home, temporary, current
    tempfile.tempdir = None


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", INTACT)
async def test_a_damaged_document_is_read_or_listed_with_a_reason(
    name: str, places: tuple[Path, ...], *, storm: bool
) -> None:
    first = random.randrange(1_000_000)
    print(f"first seed {first}")
    process = ParseProcess()
    tally: Counter[str] = Counter()
    pids = set()
    for seed in range(first, first + (STORM_VARIANTS if storm else VARIANTS)):
        how, data = mutated(name, seed)
        outcome = await _outcome(process, data, name)
        tally[outcome] += 1
        assert outcome not in _NEVER, f"{name} {seed}: {how}: {outcome}"
        pids.add(process.pid)
    assert await _outcome(process, intact(name), name) in ("read", "FileHoldsNothing")
    assert await _outcome(process, SEEN.encode(), "after.txt") == "read"
    await process.aclose()
    print(name, dict(tally))
    slow = tally[FileTookTooLong.__name__]
    if hasattr(os, "fork"):
        assert len(pids - {None}) <= 1 + slow, "only what hangs may cost the process"
    left = await asyncio.to_thread(lambda: [str(path) for place in places for path in place.rglob("*")])
    assert left == []


async def _outcome(process: ParseProcess, data: bytes, name: str) -> str:
    try:
        told = [one async for one in process.read(data, name=name, limits=LIMITS)]
    except FileUnreadable as trouble:
        return type(trouble).__name__ if trouble.sentence and trouble.next_step else "nothing to tell"
    return "read" if isinstance(told[-1], ReadDone) else "no end"
