"""The open window at rest: memory and processor time of the whole program, before any voice or documents."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.startup_bench import HEARTH, _make_profile
from tests.bench.stream_bench import serving

ROOT = Path(__file__).resolve().parent.parent.parent
SETTLE_S = 8.0
WATCH_S = 30.0


def measure() -> list[Figure]:
    """Resident memory and share of one processor, of the process and its children."""
    import psutil

    with tempfile.TemporaryDirectory() as folder, serving("hello") as address:
        home, keyring = Path(folder) / "hearth", Path(folder) / "keyring"
        asyncio.run(_make_profile(home, keyring))
        program = HEARTH.format(root=str(ROOT), folder=str(keyring)).replace(
            "QTimer.singleShot(0, application.quit)", "pass"
        )
        environment = {**os.environ, "HEARTH_HOME": str(home), "HEARTH_STARTUP_TRACE": "1", "OLLAMA_HOST": address}
        command = [sys.executable, "-P", "-c", program]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as window:
            assert window.stdout is not None
            for line in window.stdout:
                if line.startswith("{") and json.loads(line)["event"] == "ready":
                    break
            time.sleep(SETTLE_S)
            everything = [psutil.Process(window.pid), *psutil.Process(window.pid).children(recursive=True)]
            before_s = sum(_processor_s(process) for process in everything)
            time.sleep(WATCH_S)
            used_s = sum(_processor_s(process) for process in everything) - before_s
            memory_mb = sum(process.memory_info().rss for process in everything) / 1e6
            window.kill()
    return [
        Figure("resting: memory of the open window", memory_mb, "MB", target=180),
        Figure("resting: processor", used_s / WATCH_S * 100, "%", target=0.5),
    ]


def _processor_s(process: object) -> float:
    times = process.cpu_times()  # type: ignore[attr-defined]
    return float(times.user + times.system)
