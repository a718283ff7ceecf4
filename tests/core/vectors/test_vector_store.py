from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from core.clock import RealClock
from core.errors import HearthBug, VaultLocked
from core.vault.database import Connection, open_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.vault_shelf import Shelf
from core.vault.writer import Writer
from core.vectors import space_index, vector_rows
from core.vectors.chroma_process import ChromaProcess
from core.vectors.vector_index import Ids, Matrix
from core.vectors.vector_store import VectorStore
from models.embedding.embedder import EmbedderFacts
from tests.peers.scattered_vectors import scattered

KEY = bytes(range(32))
DIMENSIONS = 32
OLD = EmbedderFacts("old", "Old", DIMENSIONS, 256, ("en",))
NEW = EmbedderFacts("new", "New", 48, 256, ("*",))
ROOT = Path(__file__).parents[3]


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelf]:
    """A real encrypted database with one content of chunks."""
    path = tmp_path / "hearth.db"
    connection = open_connection(path, KEY, create=True)
    apply(connection, anchor=None)
    writer = Writer(connection)
    readers = Readers(lambda: open_connection(path, KEY, readonly=True))
    made = Shelf(writer, readers, blobs=None)  # type: ignore[arg-type]
    await writer.run(_content)
    yield made
    readers.close()
    writer.close()


@pytest.fixture
async def store(shelf: Shelf) -> AsyncIterator[VectorStore]:
    made = VectorStore(shelf, clock=RealClock(), rest_s=3_600)
    yield made
    await made.aclose()


def _content(connection: Connection) -> None:
    connection.execute("INSERT INTO content (content_id, sha256, reader, created_at) VALUES ('c', x'00', 'test', 0)")


async def chunks(shelf: Shelf, count: int) -> Ids:
    """More chunks; their ids."""

    def insert(connection: Connection) -> list[int]:
        (first,) = connection.execute("SELECT count(*) FROM chunk").fetchone()
        made = []
        for position in range(first, first + count):
            cursor = connection.execute(
                "INSERT INTO chunk (content_id, position, page, start, end, text) VALUES ('c', ?, 1, 0, 1, 'x')",
                (position,),
            )
            made.append(int(cursor.lastrowid or 0))
        return made

    return np.array(await shelf.writer.run(insert), dtype=np.int64)


async def keep(shelf: Shelf, ids: Ids, vectors: Matrix, *, embedder: str = "old") -> None:
    rows = list(zip(ids.tolist(), vectors, strict=True))
    await shelf.writer.run(lambda c: VectorStore.rows(c, embedder, "chunk", rows))


async def forget(shelf: Shelf, ids: Ids) -> None:
    await shelf.writer.run(
        lambda c: c.executemany("DELETE FROM chunk WHERE chunk_id = ?", [(i,) for i in ids.tolist()])
    )


async def rows_of(shelf: Shelf, query: str, *values: object) -> list[Any]:
    return await shelf.readers.run(lambda c: c.execute(query, values).fetchall())


async def found(store: VectorStore, query: Matrix, limit: int = 1, among: Ids | None = None) -> list[int]:
    return [near.item_id for near in await store.nearest("chunk", query, limit, among)]


async def test_what_was_kept_is_found_after_unlocking_and_what_comes_is_found_at_once(
    shelf: Shelf, store: VectorStore
) -> None:
    assert store.in_use() == ""
    assert await found(store, scattered(1, DIMENSIONS)[0]) == [], "no embedder, nothing found"
    await store.use(OLD)
    vectors = scattered(700, DIMENSIONS)
    ids = await chunks(shelf, 700)
    await keep(shelf, ids[:600], vectors[:600])
    assert await found(store, vectors[599]) == [ids[599]]
    await keep(shelf, ids[600:], vectors[600:])
    await store.added("chunk", ids[600:], vectors[600:])
    assert await found(store, vectors[650]) == [ids[650]]
    assert await found(store, vectors[650], 1, ids[:100]) != [ids[650]]
    (state,) = store.states()
    assert (state.engine, state.ready, state.total) == ("exact", 700, 700)
    again = VectorStore(shelf, clock=RealClock())
    await again.start()
    assert again.in_use() == "old"
    assert await found(again, vectors[650]) == [ids[650]]
    await again.aclose()


async def test_what_is_missing_is_told_until_it_is_there(shelf: Shelf, store: VectorStore) -> None:
    ids = await chunks(shelf, 10)
    assert await store.missing("old", "chunk", 4) == ids[:4].tolist()
    await keep(shelf, ids[:7], scattered(7, DIMENSIONS))
    assert await store.missing("old", "chunk", 100) == ids[7:].tolist()
    assert await store.missing("new", "chunk", 100) == ids.tolist()
    store.source("chunk", "SELECT chunk_id AS item_id FROM chunk WHERE position < 9")
    assert await store.missing("old", "chunk", 100) == ids[7:9].tolist()


async def packed(shelf: Shelf) -> dict[int, int]:
    told = await rows_of(shelf, "SELECT pack, length(item_ids) / 8 FROM embedding_pack WHERE embedder = 'old'")
    return dict(told)


async def test_packs_are_made_dropped_with_what_changes_and_made_again(shelf: Shelf, store: VectorStore) -> None:
    await store.use(OLD)
    vectors = scattered(600, DIMENSIONS)
    ids = await chunks(shelf, 600)
    await keep(shelf, ids, vectors)
    await store.pack()
    assert await packed(shelf) == {0: 255, 1: 256, 2: 89}
    await forget(shelf, ids[300:301])
    assert await packed(shelf) == {0: 255, 2: 89}, "the one that held it is gone in the same transaction"
    await keep(shelf, ids[5:6], vectors[599:600])
    assert await packed(shelf) == {2: 89}
    assert len(await found(store, vectors[5], 600)) == 599
    near = await store.nearest("chunk", vectors[599], 2)
    assert {each.item_id for each in near} == {ids[5], ids[599]}
    await store.pack()
    assert await packed(shelf) == {0: 255, 1: 255, 2: 89}
    again = VectorStore(shelf, clock=RealClock())
    assert await again.nearest("chunk", vectors[599], 2) == near
    await again.aclose()


async def test_packs_are_written_by_themselves_when_nothing_changes_for_a_while(shelf: Shelf) -> None:
    store = VectorStore(shelf, clock=RealClock(), rest_s=0.05)
    await store.use(OLD)
    ids = await chunks(shelf, 20)
    vectors = scattered(20, DIMENSIONS)
    await keep(shelf, ids, vectors)
    await store.added("chunk", ids, vectors)
    async with asyncio.timeout(20):
        while await packed(shelf) != {0: 20}:  # noqa: ASYNC110 - looked at from outside
            await asyncio.sleep(0.02)
    await store.aclose()


async def test_what_is_forgotten_is_in_no_table_and_no_index(shelf: Shelf, store: VectorStore) -> None:
    await store.use(OLD)
    vectors, ids = scattered(300, DIMENSIONS), await chunks(shelf, 300)
    await keep(shelf, ids, vectors)
    await store.pack()
    await store.index("chunk")
    await forget(shelf, ids[:10])
    await store.removed("chunk", ids[:10])
    assert not set(await found(store, vectors[3], 300)) & set(ids[:10].tolist())
    for row in await rows_of(shelf, "SELECT vector FROM embedding UNION ALL SELECT vectors FROM embedding_pack"):
        assert all(vector.tobytes() not in row[0] for vector in vectors[:10])


async def test_a_change_while_the_index_is_made_is_not_lost(shelf: Shelf, store: VectorStore) -> None:
    await store.use(OLD)
    vectors, ids = scattered(3_000, DIMENSIONS), await chunks(shelf, 3_000)
    await keep(shelf, ids[:2_900], vectors[:2_900])

    async def more() -> None:
        for start in range(2_900, 3_000, 10):
            await keep(shelf, ids[start : start + 10], vectors[start : start + 10])
            await store.added("chunk", ids[start : start + 10], vectors[start : start + 10])
        await forget(shelf, ids[:5])
        await store.removed("chunk", ids[:5])

    await asyncio.gather(store.index("chunk"), more(), store.index("chunk"))
    everything = set(await found(store, vectors[0], 5_000))
    assert everything == set(ids[5:].tolist())


async def test_another_embedder_takes_over_and_nothing_of_the_old_one_stays(shelf: Shelf, store: VectorStore) -> None:
    await store.use(OLD)
    ids = await chunks(shelf, 1_200)
    old, new = scattered(1_200, DIMENSIONS), scattered(1_200, NEW.dimensions, seed=4)
    await keep(shelf, ids, old)
    await store.pack()
    assert await found(store, old[9]) == [ids[9]]
    await keep(shelf, ids, new, embedder="new")  # in the background, while the old one answers
    assert await found(store, old[9]) == [ids[9]]
    await store.use(NEW)
    assert store.in_use() == "new"
    assert await found(store, new[9]) == [ids[9]]
    async with asyncio.timeout(20):
        while await rows_of(shelf, "SELECT 1 FROM embedder WHERE name = 'old'"):  # noqa: ASYNC110 - from outside
            await asyncio.sleep(0.01)
    assert await rows_of(shelf, "SELECT count(*) FROM embedding WHERE embedder = 'old'") == [(0,)]
    assert await rows_of(shelf, "SELECT count(*) FROM embedding_pack WHERE embedder = 'old'") == [(0,)]
    assert await found(store, new[9]) == [ids[9]]


async def test_an_embedder_cannot_change_its_length(shelf: Shelf, store: VectorStore) -> None:
    await store.use(OLD)
    with pytest.raises(HearthBug):
        await VectorStore(shelf, clock=RealClock()).use(EmbedderFacts("old", "Old", 99, 256, ("en",)))


@pytest.mark.parametrize("odd", [np.full(DIMENSIONS, np.nan, dtype=np.float32), np.zeros(3, dtype=np.float32)])
async def test_no_vector_that_is_none_is_kept(shelf: Shelf, store: VectorStore, odd: Matrix) -> None:
    good = scattered(1, DIMENSIONS)[0]
    rows: Sequence[tuple[int, Matrix]] = [(1, good), (2, odd)]
    with pytest.raises(HearthBug):
        await shelf.writer.run(lambda c: store.rows(c, "old", "chunk", rows))
    assert await rows_of(shelf, "SELECT * FROM embedding") == []


async def test_the_engine_follows_size_and_choice(
    shelf: Shelf, store: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(space_index, "CROSSOVER_NUMBERS", 500 * DIMENSIONS)
    await store.use(OLD)
    vectors, ids = scattered(520, DIMENSIONS), await chunks(shelf, 520)
    await keep(shelf, ids[:450], vectors[:450])
    await store.index("chunk")
    index = store._indexes["chunk"]
    assert index.answering == "exact"
    await store.added("chunk", ids[450:], vectors[450:])
    assert store.states()[0].engine == "chroma"
    assert index.beside is not None
    assert await found(store, vectors[500]) == [ids[500]]
    await index.beside.filled()
    assert index.answering == "chroma"
    assert await found(store, vectors[500]) == [ids[500]]
    await store.removed("chunk", ids[:50])
    assert store.states()[0].engine == "chroma", "a little less changes nothing"
    await store.choose("exact")
    assert (index.answering, index.beside) == ("exact", None)
    await store.choose("chroma")
    assert index.beside is not None
    await index.beside.filled()
    process = index.beside.far
    assert isinstance(process, ChromaProcess)
    pid = process.pid
    assert pid is not None
    await store.aclose()
    assert not psutil.pid_exists(pid), "nothing of it outlives the lock"


async def test_a_locked_vault_says_so_and_chores_end(shelf: Shelf) -> None:
    store = VectorStore(shelf, clock=RealClock(), rest_s=0.01)
    await store.use(OLD)
    await store.index("chunk")
    shelf.readers.close()
    shelf.writer.close()
    await asyncio.sleep(0.05)
    with pytest.raises(VaultLocked):
        await store.index("memory")
    await store.aclose()


_CANARY = """
import asyncio, sys
from pathlib import Path
import numpy as np
from core.clock import RealClock
from core.vault.database import open_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.vault_shelf import Shelf
from core.vault.writer import Writer
from core.vectors.vector_store import VectorStore
from models.embedding.embedder import EmbedderFacts
from tests.peers.scattered_vectors import scattered

async def main(path):
    connection = open_connection(path, bytes(range(32)), create=True)
    apply(connection, anchor=None)
    writer, readers = Writer(connection), Readers(lambda: open_connection(path, bytes(range(32)), readonly=True))
    store = VectorStore(Shelf(writer, readers, blobs=None), clock=RealClock())
    await store.use(EmbedderFacts("m", "M", 64, 256, ("en",)))
    vectors, ids = scattered(1500, 64), np.arange(1500)
    await writer.run(lambda c: store.rows(c, "m", "memory", list(zip(ids.tolist(), vectors))))
    await store.pack()
    await store.choose("chroma")
    await store.index("memory")
    index = store._indexes["memory"]
    await index.beside.filled()
    assert index.answering == "chroma"
    for vector in vectors[:20]:
        await store.nearest("memory", vector, 10)
    print("filled", flush=True)
    sys.stdin.readline()  # the files are looked through now
    await store.aclose()
    readers.close()
    writer.close()

asyncio.run(main(Path(sys.argv[1])))
"""


def holding(canaries: Sequence[bytes], *folders: Path, since: float) -> list[str]:
    """Files written since then that hold one of them."""
    seen = []
    for folder in folders:
        for file in folder.glob("*") if folder == Path("/tmp") else folder.rglob("*"):
            try:
                if file.is_file() and not file.is_symlink() and file.stat().st_mtime >= since:
                    data = file.read_bytes()
                    seen += [str(file) for canary in canaries if canary in data]
            except OSError:
                continue
    return seen


def test_no_number_of_a_vector_is_readable_on_disk(tmp_path: Path) -> None:
    home, temporary = tmp_path / "profile", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    vectors = scattered(1_500, 64)
    canaries = [vectors[number].tobytes()[:32] for number in (0, 700, 1_499)]
    before = tmp_path.stat().st_mtime - 1
    (temporary / "control").write_bytes(b"before " + vectors[700].tobytes())
    assert holding(canaries, temporary, since=before) == [str(temporary / "control")], "it would be seen"
    (temporary / "control").unlink()
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _CANARY, str(home / "hearth.db")],
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home), "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=home,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"filled\n"
        everywhere = (home, temporary, Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
        assert holding(canaries, *everywhere, since=before) == [], "while it is open"
        if Path("/proc").exists():
            children = psutil.Process(process.pid).children(recursive=True)
            opened = [file.path for child in children for file in child.open_files()]
            assert [path for path in opened if not path.endswith((".py", ".so"))] == []
        process.stdin.write(b"\n")
        process.stdin.flush()
        assert process.wait(30) == 0
        assert holding(canaries, *everywhere, since=before) == [], "after it was closed"
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    assert list(temporary.iterdir()) == []
    assert [file.name for file in home.iterdir()] == ["hearth.db"]


def test_the_client_that_writes_in_the_clear_is_named_nowhere() -> None:
    for folder in ("core", "models", "desktop"):
        for module in (ROOT / folder).rglob("*.py"):
            assert "PersistentClient" not in module.read_text(encoding="utf-8"), module


def test_a_pack_holds_256() -> None:
    assert vector_rows.PACK == 256
