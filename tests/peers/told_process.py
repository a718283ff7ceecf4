"""A program of the tests in a process of its own, which tells what happens to it in lines of JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Self

from tests.peers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parent.parent.parent


class ToldProcess:
    """`with ToldProcess("tests.peers.other_program", "Title", environment=…) as other`."""

    def __init__(self, module: str, *arguments: str, environment: Mapping[str, str], reads: bool = False) -> None:
        self._reads = reads
        run = f"runpy.run_module({module!r}, None, '__main__', True)"
        code = f"import runpy, sys; sys.path.insert(0, {str(ROOT)!r}); {run}"
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lines: Queue[dict[str, Any]] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End it, whatever it is doing; one that reads its standard input may tidy up first."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        if not self._reads:
            self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._reader.join(5)
        self._process.stdout.close()

    def do(self, line: str) -> None:
        """Hand it a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def told(self, event: str, *, patience_s: float = PATIENCE_S, **values: Any) -> dict[str, Any]:
        """Wait until it tells of `event` with these values; what came before is forgotten."""
        ends = time.monotonic() + patience_s
        passed = []
        while (left_s := ends - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left_s)
            except Empty:
                break
            if line.get("event") == event and all(line.get(name) == value for name, value in values.items()):
                return line
            passed.append(line)
        raise AssertionError(f"waited in vain for {event} {values}; told: {passed}")

    def report(self) -> dict[str, Any]:
        """How everything is now."""
        self.do("report")
        return self.told("report")

    def until(self, look: Callable[[dict[str, Any]], object], what: str) -> dict[str, Any]:
        """Ask again and again until its report is as wanted."""
        ends = time.monotonic() + PATIENCE_S
        while True:
            report = self.report()
            if look(report):
                return report
            if time.monotonic() > ends:
                raise AssertionError(f"waited in vain for {what}; last: {report}")
            time.sleep(0.03)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):
                self._lines.put(json.loads(line))
