"""Where the sound card's own thread leaves sound for the loop."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Block: TypeAlias = NDArray[np.float32]
"""Samples × channels."""


class RingBuffer:
    """One thread writes, one reads; nobody waits. What the reader was too slow for is lost and counted.

    The writer moves `written` only after the samples are in their place, so the reader never sees half a block.
    """

    def __init__(self, capacity: int, channels: int = 1) -> None:
        self._samples: Block = np.zeros((capacity, channels), dtype=np.float32)
        self._capacity = capacity
        self.channels = channels
        self.written = 0
        self._read = 0
        self.lost = 0

    @property
    def waiting(self) -> int:
        """How many samples have come since the last `take`."""
        return min(self.written - self._read, self._capacity)

    def write(self, block: Block) -> None:
        """Put `block` in; its oldest part is left out where it is longer than the ring."""
        skipped = max(0, len(block) - self._capacity)
        rest = block[skipped:]
        start = (self.written + skipped) % self._capacity
        first = min(len(rest), self._capacity - start)
        self._samples[start : start + first] = rest[:first]
        self._samples[: len(rest) - first] = rest[first:]
        self.written += len(block)

    def take(self) -> Block:
        """Everything since the last time, oldest first, as an array of its own."""
        end = self.written
        # A quarter stays away from the writer, who may be overwriting the oldest samples at this very moment.
        begin = max(self._read, end - self._capacity * 3 // 4)
        self.lost += begin - self._read
        self._read = end
        start, count = begin % self._capacity, end - begin
        first = self._samples[start : start + count]
        if len(first) == count:
            return first.copy()
        return np.concatenate([first, self._samples[: count - len(first)]])
