"""Reciprocal rank fusion: one order out of several, by rank alone, as scores of words and vectors do not compare.

Cormack, Clarke, Büttcher: “Reciprocal rank fusion outperforms Condorcet and individual rank learning methods”, SIGIR
2009.
"""

from __future__ import annotations

from collections.abc import Sequence

RRF_K = 60
"""The constant of that paper; its authors found the result insensitive to it."""


def fused(*orders: Sequence[int], k: int = RRF_K) -> list[tuple[int, float]]:
    """(item, score), best first. An item that stands first in each of n orders scores n / (k + 1).

    Of equal ones, whichever an earlier order named first comes first.
    """
    scores: dict[int, float] = {}
    for order in orders:
        for rank, item in enumerate(order, start=1):
            scores[item] = scores.get(item, 0.0) + 1.0 / (k + rank)
    return sorted(scores.items(), key=lambda scored: -scored[1])
