"""Keeps keys out of core dumps and, where nothing breaks by it, away from debuggers of the same user.

Honest limits: Python copies strings and bytes at will and cannot scrub them, memory may be swapped out, and an
administrator can read everything. What this prevents is the accident: a crash that writes the keys into a file.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def forbid_core_dumps() -> None:
    """No core dump of this process and of programs that it starts; never raises. Windows writes none by itself."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_attaching() -> None:
    """On Linux: no other program of this user may attach to this process or read its memory; never raises.

    For the terminal only. A window cannot do this: the desktop portal looks into `/proc/PID/root` to see who calls, and
    refuses file dialogs and shortcuts to a process that forbids it (https://github.com/bitwarden/clients/issues/20915).
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
