"""Memory that was freed and that the C library keeps for itself: given back to the system where somebody rests.

glibc keeps most of what large arrays leave behind, 35 MB after each sound that Whisper hears and 60 MB after the first
spoken answer (measured), for good. Giving it back takes some milliseconds, and what is needed again costs a few more:
so it is done when nothing is awaited, never between two sentences.
"""

from __future__ import annotations

import contextlib
import ctypes
from typing import Final

_M_ARENA_MAX: Final = -8
"""From glibc's malloc.h."""


def give_freed_memory_back() -> None:
    """Tell the C library; nothing happens where it has no such call. Blocks for milliseconds, without Python's lock."""
    with contextlib.suppress(OSError, AttributeError, TypeError):  # Windows takes no None, macOS has no such function
        ctypes.CDLL(None).malloc_trim(0)


def share_memory_pools() -> None:
    """Let threads that begin from now on share the pools of those there are: glibc gives each one of its own.

    Engines come with a dozen threads that hardly ever allocate at the same time: 18 MB less in Hearth that has spoken.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)
