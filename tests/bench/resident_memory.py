"""What some processes hold of the memory together, whoever else runs: PSS is less while others use their libraries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

_MAPPING = re.compile(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ (\d+)\s*(.*)$")


def resident_bytes(pids: Iterable[int]) -> int:
    """Pages of their own, and what they have read of each file once."""
    own = 0
    of_files: dict[tuple[str, str], int] = defaultdict(int)
    for pid in pids:
        read: dict[tuple[str, str], int] = defaultdict(int)
        file: tuple[str, str] | None = None
        for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8").splitlines():
            if (mapping := _MAPPING.match(line)) is not None:
                file = None if mapping[1] == "0" else (mapping[1], mapping[2])
            elif line.startswith("Rss:") and file is not None:
                read[file] += int(line.split()[1])
            elif line.startswith("Anonymous:"):  # of a file: what was written to
                size = int(line.split()[1])
                own += size
                if file is not None:
                    read[file] -= size
        for each, size in read.items():
            of_files[each] = max(of_files[each], size)
    return (own + sum(of_files.values())) * 1024
