"""`build/dev.py bench`: prints every figure that the README claims. `--only NAME`, `--json`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# name → module with `measure()`; each runs in a process of its own, so that none warms or swells another
MEASURES = {
    "startup": "tests.bench.startup_bench",
    "stream": "tests.bench.stream_bench",
    "transcript": "tests.bench.transcript_bench",
    "commit": "tests.bench.commit_bench",
    "search": "tests.bench.search_bench",
    "palette": "tests.bench.palette_bench",
    "download": "tests.bench.download_bench",
    "resting": "tests.bench.resting_bench",
    "quick_chat": "tests.bench.quick_chat_bench",
    "second_start": "tests.bench.second_start_bench",
    "voice": "tests.bench.voice_bench",
    "ingest": "tests.bench.ingest_bench",
    "vectors": "tests.bench.vector_bench",
    "query": "tests.bench.query_bench",
    "retrieval": "tests.bench.retrieval_bench",
    "memory": "tests.bench.memory_bench",
}


def main() -> int:
    """Measure what is asked for and print it; returns 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="build/dev.py bench", description=__doc__)
    parser.add_argument("--only", choices=sorted(MEASURES), action="append", help="measure only this")
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    names = chosen.only or list(MEASURES)
    if chosen.here or len(names) == 1:
        return _measure_here(names[0], as_json=chosen.json)
    if not chosen.json:
        print(f"{'figure':<58} {'median':>10} {'':<8} {'floor':>10} {'ratio':>8} {'target':>9}")
    import subprocess

    worst = 0
    for name in names:
        command = [sys.executable, "-P", "-m", "tests.bench", "--here", "--only", name]
        worst |= subprocess.run(command + (["--json"] if chosen.json else []), cwd=ROOT, check=False).returncode
    return worst


def _measure_here(name: str, *, as_json: bool) -> int:
    figures = importlib.import_module(MEASURES[name]).measure()
    for figure in figures:
        print(figure.as_json() if as_json else figure.as_row(), flush=True)
    return 1 if any(figure.ok is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
