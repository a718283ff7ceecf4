"""The name under which the first instance listens, the same for the side with Qt and the side without."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zlib import crc32

MOST_PATH_BYTES = 90
"""A socket's path may have 103 bytes on macOS and 107 on Linux, and Qt makes it in a folder of its own first."""


def address_of(socket_path: Path) -> str:
    r"""The socket's path; where that is too long, one in the user's runtime folder; on Windows `\\.\pipe\…`."""
    mark = f"hearth-{crc32(os.fsencode(socket_path)):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{mark}-{os.environ.get('USERNAME', '')}"
    if len(os.fsencode(socket_path)) <= MOST_PATH_BYTES:
        return str(socket_path)
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(runtime, mark) if runtime else Path(f"/tmp/{mark}-{os.getuid()}")
    return str(folder / "instance")
