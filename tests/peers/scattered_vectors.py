"""Vectors that lie in clusters, as those of texts do, and questions that are near to some of them."""

from __future__ import annotations

import numpy as np

from core.vectors.vector_index import Matrix

_CLUSTERS = 200


def scattered(count: int, dimensions: int = 384, *, seed: int = 1) -> Matrix:
    """`count` directions; the same for the same seed."""
    chance = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((_CLUSTERS, dimensions)).astype(np.float32)
    made = centres[chance.integers(0, _CLUSTERS, count)]
    made += 0.8 * chance.standard_normal((count, dimensions), dtype=np.float32)
    return _unit(made)


def questions_near(vectors: Matrix, count: int, *, seed: int = 2) -> Matrix:
    """Directions beside `count` of them."""
    chance = np.random.default_rng(seed)
    chosen = vectors[chance.integers(0, len(vectors), count)]
    return _unit(chosen + 0.02 * chance.standard_normal(chosen.shape, dtype=np.float32))


def _unit(made: Matrix) -> Matrix:
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return made
