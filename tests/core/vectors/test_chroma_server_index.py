from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.clock import RealClock
from core.errors import DoorClosed
from core.network.doors import Doors
from core.vault.ephemeral import EphemeralDatabase
from core.vault.vault_shelf import Shelf
from core.vectors import chroma_index
from core.vectors.chroma_server import ChromaServer, ChromaServerIndex
from core.vectors.exact_index import ExactIndex
from core.vectors.vector_index import Ids, Matrix
from core.vectors.vector_store import VectorStore
from core.vectors.vector_trouble import ChromaServerAway, ChromaServerUnfit, VectorsLeaveVault
from models.embedding.embedder import EmbedderFacts
from tests.peers.ollama_server import OllamaPeer
from tests.peers.real_chroma import RealChroma
from tests.peers.scattered_vectors import questions_near, scattered

COUNT = 1_500
DIMENSIONS = 64
IDS = np.arange(COUNT, dtype=np.int64)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealChroma]:
    """A real one for all tests here; each has its own collection."""
    with RealChroma(tmp_path_factory.mktemp("chroma")) as running:
        yield running


@pytest.fixture
def vectors() -> Matrix:
    return scattered(COUNT, DIMENSIONS)


def made_index(server: RealChroma, collection: str, ids: Ids, vectors: Matrix, **more: object) -> ChromaServerIndex:
    exact = ExactIndex(DIMENSIONS)
    exact.fill(ids, vectors)
    space = more.get("space", "chunk")
    return ChromaServerIndex(
        exact,
        address=server.address + "/",
        collection=collection,
        space="memory" if space == "memory" else "chunk",
        doors=Doors(),
    )


async def test_a_real_server_takes_over_answers_and_keeps_what_it_has(server: RealChroma, vectors: Matrix) -> None:
    index = made_index(server, "hearth-takes-over", IDS, vectors)
    index.start()
    assert [near.item_id for near in await index.nearest(vectors[3], limit=1)] == [3]
    await index.filled()
    assert index.answers
    assert (index.state.engine, index.state.ready, index.state.total) == ("chroma_server", COUNT, COUNT)
    hits = 0
    for query in questions_near(vectors, 30):
        told = {near.item_id for near in await index.nearest(query, limit=10)}
        hits += len(told & {near.item_id for near in await index.exact.nearest(query, limit=10)})
    assert hits / 300 >= 0.99
    await index.aclose()
    again = ChromaServer(server.address, "hearth-takes-over")
    assert await again.open() == set(range(COUNT))
    await again.aclose()


async def test_it_is_brought_up_to_date_after_a_time_apart(server: RealChroma, vectors: Matrix) -> None:
    first = made_index(server, "hearth-apart", IDS[:1_000], vectors[:1_000])
    first.start()
    await first.filled()
    await first.aclose()
    second = made_index(server, "hearth-apart", IDS[200:], vectors[200:])
    second.start()
    await second.filled()
    assert second.state.is_whole
    assert await second.far.open() == set(range(200, COUNT))
    await second.aclose()


async def test_a_memory_that_was_changed_meanwhile_is_sent_again(server: RealChroma, vectors: Matrix) -> None:
    first = made_index(server, "hearth-changed", IDS[:50], vectors[:50], space="memory")
    first.start()
    await first.filled()
    await first.aclose()
    second = made_index(server, "hearth-changed", IDS[:50], vectors[100:150], space="memory")
    second.start()
    await second.filled()
    assert (await second.far.query(vectors[107], 1)).tolist() == [7]
    await second.put(IDS[7:8], vectors[900:901])
    await second.filled()
    assert (await second.far.query(vectors[900], 1)).tolist() == [7]
    await second.remove(IDS[7:8])
    await second.filled()
    assert 7 not in (await second.far.query(vectors[900], 50)).tolist()
    await second.aclose()


async def test_while_the_server_is_away_exact_answers_go_on(
    tmp_path: Path, vectors: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_index, "_WAITS_S", (0.2,))
    with RealChroma(tmp_path / "own") as server:
        index = made_index(server, "hearth-away", IDS[:300], vectors[:300])
        index.start()
        await index.filled()
        server.stop()
        assert [near.item_id for near in await index.nearest(vectors[5], limit=1)] == [5]
        assert isinstance(index.trouble, ChromaServerAway)
        assert server.address in index.trouble.owner_sentence
        await index.put(IDS[300:310], vectors[300:310])
        assert [near.item_id for near in await index.nearest(vectors[305], limit=1)] == [305]
        server.start()
        await index.filled()
        assert index.trouble is None
        assert index.answers
        assert await index.far.open() == set(range(310))
        await index.aclose()


async def test_what_is_no_chroma_server_is_told_apart() -> None:
    async with OllamaPeer() as peer:
        other = ChromaServer(peer.address, "hearth-none")
        with pytest.raises(ChromaServerUnfit):
            await other.open()
        await other.aclose()
    nobody = ChromaServer("http://127.0.0.1:9", "hearth-none")
    with pytest.raises(ChromaServerAway):
        await nobody.open()
    await nobody.aclose()
    with pytest.raises(ChromaServerUnfit):
        await ChromaServer("not an address", "hearth-none").open()


async def test_a_server_off_this_machine_needs_a_door() -> None:
    doors = Doors()
    away = ChromaServer("http://chroma.example:8000", "hearth-away", doors=doors)
    with pytest.raises(DoorClosed) as refused:
        await away.open()
    assert "chroma.example" in refused.value.owner_sentence
    await away.aclose()


async def test_nobody_sends_vectors_away_without_a_yes(server: RealChroma, vectors: Matrix) -> None:
    database = EphemeralDatabase()
    shelf = Shelf(database.writer, database.readers, blobs=None)  # type: ignore[arg-type]
    store = VectorStore(shelf, clock=RealClock(), profile_id="p1", doors=Doors())
    await store.use(EmbedderFacts("tested", "Tested", DIMENSIONS, 256, ("en",)))
    rows = list(enumerate(vectors[:20]))
    await shelf.writer.run(lambda c: store.rows(c, "tested", "memory", rows))
    await store.index("memory")
    with pytest.raises(VectorsLeaveVault) as warned:
        await store.choose("chroma_server", server=server.address)
    assert "unencrypted" in warned.value.owner_sentence
    assert server.address in warned.value.owner_next_step
    assert not store.leaves_vault
    with pytest.raises(ChromaServerAway):
        await store.choose("chroma_server", server="http://127.0.0.1:9", agreed=True)
    assert not store.leaves_vault
    await store.choose("chroma_server", server=server.address, agreed=True)
    assert store.leaves_vault
    index = store._indexes["memory"]
    assert index.beside is not None
    await index.beside.filled()
    assert index.answering == "chroma_server"
    assert [near.item_id for near in await store.nearest("memory", vectors[4], 1)] == [4]
    collection = store._collection("tested", "memory")
    await store.choose("automatic")
    assert not store.leaves_vault
    left = ChromaServer(server.address, collection)
    assert await left.open() == set(), "who leaves a server leaves nothing there"
    await left.aclose()
    await store.aclose()
    database.close()
