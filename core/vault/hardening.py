"""Keeps keys out of core dumps and away from debuggers of the same user, as far as the system lets a program do that.

Honest limits: Python copies strings and bytes at will and cannot scrub them, memory may be swapped out, and an
administrator can read everything. What this prevents is the accident: a crash that writes the keys into a file.
"""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_done = False


def harden_process() -> None:
    """No core dumps, and on Linux no attaching by other programs of this user. Does its work once, never raises.

    Programs started from here are not concerned: the second setting ends at `exec`, the first is inherited.
    """
    global _done
    if _done or sys.platform == "win32":
        return
    _done = True
    import contextlib
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _forbid_attaching()


def _forbid_attaching() -> None:
    import contextlib
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
