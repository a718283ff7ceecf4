from __future__ import annotations

import gc
import sys

import psutil
import pytest

from models.freed_memory import give_freed_memory_back, share_memory_pools

PIECES, PIECE_BYTES = 50_000, 1000


def resident_bytes() -> int:
    return int(psutil.Process().memory_info().rss)


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be told")
def test_what_was_freed_between_what_is_still_needed_is_given_back() -> None:
    share_memory_pools()
    pieces = [bytes(PIECE_BYTES) for _ in range(PIECES)]  # too large for Python's own pools
    needed = pieces[::20]
    held = resident_bytes()
    del pieces
    gc.collect()
    give_freed_memory_back()
    assert held - resident_bytes() > PIECES * PIECE_BYTES / 2
    assert all(len(piece) == PIECE_BYTES for piece in needed)
