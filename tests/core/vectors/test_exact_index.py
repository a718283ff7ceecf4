from __future__ import annotations

import asyncio

import numpy as np
import numpy.typing as npt
import pytest

from core.errors import HearthBug
from core.vectors.exact_index import ExactIndex
from core.vectors.vector_index import Ids, Matrix


def directions(count: int, dimensions: int = 32, *, seed: int = 1) -> Matrix:
    made = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    unit: Matrix = made / np.linalg.norm(made, axis=1, keepdims=True)
    return unit


def best(vectors: Matrix, ids: Ids, query: npt.NDArray[np.float32], limit: int) -> list[int]:
    order = np.argsort(-(vectors.astype(np.float64) @ query))[:limit]
    return [int(item_id) for item_id in ids[order]]


async def found(index: ExactIndex, query: Matrix, limit: int, among: Ids | None = None) -> list[int]:
    return [near.item_id for near in await index.nearest(query, limit=limit, among=among)]


@pytest.mark.parametrize("count", [1, 300, 9_000])
async def test_it_finds_all_that_is_nearest_with_the_true_cosine(count: int) -> None:
    vectors, ids = directions(count, 384), np.arange(count, dtype=np.int64) * 3 + 7
    index = ExactIndex(384)
    await index.put(ids, vectors)
    for query in directions(20, 384, seed=2):
        near = await index.nearest(query, limit=10)
        assert [each.item_id for each in near] == best(vectors, ids, query, 10)
        by_id = dict(zip(ids.tolist(), vectors @ query, strict=True))
        assert all(abs(each.cosine - by_id[each.item_id]) < 1e-5 for each in near)


@pytest.mark.parametrize("share", [0.01, 0.2, 0.6, 1.0])
async def test_a_filter_loses_nothing_and_lets_nothing_else_through(share: float) -> None:
    vectors, ids = directions(4_000), np.random.default_rng(3).permutation(4_000).astype(np.int64)
    index = ExactIndex(32)
    await index.put(ids, vectors)
    chosen = np.random.default_rng(4).random(4_000) < share
    among = np.concatenate((ids[chosen], ids[chosen][:5], [999_999]))  # twice the same, and one that is not there
    for query in directions(10, seed=5):
        assert await found(index, query, 10, among) == best(vectors[chosen], ids[chosen], query, 10)


async def test_nothing_among_nothing() -> None:
    index = ExactIndex(32)
    query = directions(1)[0]
    assert await found(index, query, 5) == []
    await index.put(np.array([1]), directions(1))
    assert await found(index, query, 5, np.zeros(0, dtype=np.int64)) == []
    assert await found(index, query, 5, np.array([2, 3])) == []
    assert await found(index, query, 0) == []
    assert await found(index, query, 5) == [1]


async def test_what_is_removed_is_gone_and_its_place_is_used_again() -> None:
    vectors, ids = directions(1_000), np.arange(1_000, dtype=np.int64)
    index = ExactIndex(32)
    await index.put(ids, vectors)
    await index.remove(np.concatenate((ids[::2], [5_000])))
    assert len(index) == index.state.total == 500
    query = vectors[4]
    assert await found(index, query, 1_000) == best(vectors[1::2], ids[1::2], query, 500)
    assert await found(index, query, 3, np.array([4, 5])) == [5]
    blocks = len(index._blocks)
    await index.put(np.arange(2_000, 2_500, dtype=np.int64), directions(500, seed=9))
    assert len(index._blocks) == blocks
    assert len(await found(index, query, 2_000)) == 1_000


async def test_no_number_of_a_removed_vector_stays_in_memory() -> None:
    index = ExactIndex(32)
    vectors = directions(10)
    await index.put(np.arange(10), vectors)
    await index.remove(np.array([3]))
    assert not any(np.any(np.all(block == vectors[3], axis=1)) for block in index._blocks)


async def test_a_replaced_vector_is_found_where_it_is_now() -> None:
    index = ExactIndex(32)
    vectors = directions(100)
    await index.put(np.arange(100), vectors)
    await index.put(np.array([5]), vectors[50:51])
    near = await index.nearest(vectors[50], limit=2)
    assert [each.item_id for each in near] == [5, 50], "equal ones by their ids"
    assert len(index) == 100


@pytest.mark.parametrize("odd", [np.zeros((1, 31), dtype=np.float32), np.full((1, 32), np.nan, dtype=np.float32)])
async def test_what_is_no_direction_is_refused(odd: Matrix) -> None:
    index = ExactIndex(32)
    await index.put(np.array([1]), directions(1))
    with pytest.raises(HearthBug):
        await index.put(np.array([2]), odd)
    with pytest.raises(HearthBug):
        await index.nearest(odd[0], limit=1)
    assert len(index) == 1


async def test_searches_go_on_while_others_put_and_remove() -> None:
    vectors = directions(20_000, 256)
    ids = np.arange(20_000, dtype=np.int64)
    index = ExactIndex(256)
    await index.put(ids[:18_000], vectors[:18_000])

    async def change() -> None:
        for start in range(18_000, 20_000, 100):
            await index.put(ids[start : start + 100], vectors[start : start + 100])
            await index.remove(ids[start : start + 50])

    async def search() -> None:
        for number in range(40):
            assert (await found(index, vectors[number], 1)) == [number]

    await asyncio.gather(change(), search(), search())
    assert len(index) == 19_000


async def test_a_cancelled_search_leaves_the_index_usable() -> None:
    index = ExactIndex(384)
    vectors = directions(15_000, 384)
    await index.put(np.arange(15_000), vectors)
    search = asyncio.create_task(index.nearest(vectors[0], limit=1))
    await asyncio.sleep(0)
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    await index.remove(np.array([0]))
    assert (await found(index, vectors[1], 1)) == [1]
