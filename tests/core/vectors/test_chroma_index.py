from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable

import numpy as np
import psutil
import pytest

from core.vectors import chroma_index
from core.vectors.chroma_index import ChromaIndex
from core.vectors.chroma_process import ChromaProcess
from core.vectors.exact_index import ExactIndex
from core.vectors.vector_index import Ids, Matrix
from tests.peers.scattered_vectors import questions_near, scattered

COUNT = 2_500
DIMENSIONS = 64


@pytest.fixture
def vectors() -> Matrix:
    return scattered(COUNT, DIMENSIONS)


@pytest.fixture
async def index(vectors: Matrix) -> AsyncIterator[ChromaIndex]:
    """2,500 items that Chroma is given in the background."""
    exact = ExactIndex(DIMENSIONS)
    exact.fill(np.arange(COUNT, dtype=np.int64), vectors)
    made = ChromaIndex(exact, ChromaProcess(DIMENSIONS))
    yield made
    await made.aclose()


def process_of(index: ChromaIndex) -> ChromaProcess:
    assert isinstance(index.far, ChromaProcess)
    return index.far


async def found(index: ChromaIndex | ExactIndex, query: Matrix, limit: int = 10, among: Ids | None = None) -> list[int]:
    return [near.item_id for near in await index.nearest(query, limit=limit, among=among)]


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not is_so():  # noqa: ASYNC110 - the child is looked at from outside
            await asyncio.sleep(0.02)


async def recall(index: ChromaIndex, queries: Matrix) -> float:
    hits = 0
    for query in queries:
        hits += len(set(await found(index, query)) & set(await found(index.exact, query)))
    return hits / (10 * len(queries))


async def test_it_answers_from_the_first_moment_and_chroma_takes_over_when_it_has_everything(
    index: ChromaIndex, vectors: Matrix
) -> None:
    index.start()
    assert not index.answers
    assert (await found(index, vectors[3], 1)) == [3]
    assert index.state.engine == "chroma"
    assert not index.state.is_whole
    await index.filled()
    assert index.answers
    assert (index.state.ready, index.state.total) == (COUNT, COUNT)
    assert await recall(index, questions_near(vectors, 50)) >= 0.99
    (near,) = await index.nearest(vectors[3], limit=1)
    assert abs(near.cosine - 1.0) < 1e-5, "cosines are the true ones"


async def test_a_filter_is_answered_exactly(index: ChromaIndex, vectors: Matrix) -> None:
    index.start()
    await index.filled()
    among = np.arange(0, COUNT, 50, dtype=np.int64)
    for query in questions_near(vectors, 10):
        assert await found(index, query, 10, among) == await found(index.exact, query, 10, among)


async def test_a_killed_child_costs_no_answer_and_is_filled_again(
    index: ChromaIndex, vectors: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_index, "_WAITS_S", (0.0,))
    index.start()
    await index.filled()
    first = process_of(index).pid
    assert first is not None
    searching = [asyncio.create_task(found(index, vectors[number], 1)) for number in range(20)]
    await asyncio.sleep(0)
    os.kill(first, signal.SIGKILL)
    assert await asyncio.gather(*searching) == [[number] for number in range(20)]
    await until(lambda: not index.answers)
    assert (await found(index, vectors[5], 1)) == [5]
    await until(lambda: index.answers and index.state.is_whole)
    assert process_of(index).pid not in (None, first)
    assert await recall(index, questions_near(vectors, 20)) >= 0.99


async def test_a_child_killed_while_it_is_filled_is_started_anew(
    index: ChromaIndex, vectors: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_index, "_WAITS_S", (0.0,))
    index.start()
    await until(lambda: 0 < index.state.ready < COUNT)
    pid = process_of(index).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await index.filled()
    assert index.answers
    assert index.state.is_whole
    assert await recall(index, questions_near(vectors, 20)) >= 0.99


async def test_what_comes_while_it_answers_is_found_at_once(index: ChromaIndex, vectors: Matrix) -> None:
    index.start()
    await index.filled()
    new = scattered(150, DIMENSIONS, seed=8)
    ids = np.arange(10_000, 10_150, dtype=np.int64)
    await index.put(ids, new)
    for number in (0, 75, 149):
        assert (await found(index, new[number], 1)) == [10_000 + number]
    await index.filled()
    assert index.state.is_whole
    assert (await found(index, new[20], 1)) == [10_020]


async def test_what_was_replaced_or_forgotten_is_not_found_where_it_was(index: ChromaIndex, vectors: Matrix) -> None:
    index.start()
    await index.filled()
    elsewhere = scattered(1, DIMENSIONS, seed=77)
    await index.put(np.array([7]), elsewhere)
    await index.remove(np.array([8]))
    assert (await found(index, elsewhere[0], 1)) == [7]
    assert 7 not in await found(index, vectors[7], 1)
    assert 8 not in await found(index, vectors[8], 50)
    await index.filled()
    assert 8 not in await found(index, vectors[8], 50)
    assert 8 not in (await process_of(index).query(vectors[8], 50)).tolist()


async def test_much_that_was_forgotten_means_a_new_process_and_not_many_deletions(
    index: ChromaIndex, vectors: Matrix
) -> None:
    index.start()
    await index.filled()
    first = process_of(index).pid
    assert first is not None
    await index.remove(np.arange(0, 1_000, dtype=np.int64))
    assert min(await found(index, vectors[0], 50)) >= 1_000
    await index.filled()
    assert index.answers
    assert process_of(index).pid != first
    assert not psutil.pid_exists(first)
    assert (index.state.ready, index.state.total) == (1_500, 1_500)
    assert min((await process_of(index).query(vectors[0], 50)).tolist()) >= 1_000


async def test_closing_ends_the_process_also_in_the_middle_of_filling(index: ChromaIndex) -> None:
    index.start()
    await until(lambda: process_of(index).pid is not None and index.state.ready > 0)
    pid = process_of(index).pid
    assert pid is not None
    await index.aclose()
    assert not psutil.pid_exists(pid)


async def test_the_process_has_no_network_and_may_write_no_file(index: ChromaIndex) -> None:
    index.start()
    await index.filled()
    pid = process_of(index).pid
    child = psutil.Process(pid)
    open_files = [file.path for file in child.open_files() if not file.path.endswith((".py", ".so"))]
    assert open_files == []
    assert child.net_connections() == []
    if sys.platform == "linux":
        assert child.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)


async def test_an_empty_index_is_no_trouble() -> None:
    index = ChromaIndex(ExactIndex(DIMENSIONS), ChromaProcess(DIMENSIONS))
    index.start()
    await index.filled()
    assert await found(index, scattered(1, DIMENSIONS)[0]) == []
    await index.put(np.array([1]), scattered(1, DIMENSIONS))
    await index.filled()
    assert await found(index, scattered(1, DIMENSIONS)[0]) == [1]
    await index.aclose()
