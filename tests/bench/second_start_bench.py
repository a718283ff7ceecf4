"""From the start of a second `hearth` to the first one's window in front, on a real X server with a window manager.

Before each run another program's window is in front. Who is in front is read from the window manager
(`_NET_ACTIVE_WINDOW`) every 2 ms. Without X server and window manager the row says so and tells only until the second
start has ended, which it does when the first has answered.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from desktop.cli.handover import hand_over
from desktop.instance_lock import is_held
from desktop.start_request import Request
from tests.bench.figure import Figure, percentile
from tests.peers.xvfb_desktop import XvfbDesktop, missing_programs

RUNS = 25
TARGET_MS = 300.0
LOOK_EVERY_S = 0.002
ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = [sys.executable, "-P", "-m", "desktop"]

OTHER_PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("another program")
label.setWindowTitle("another program")
label.resize(600, 400)
label.show()
application.exec()
"""


def measure() -> list[Figure]:
    """The median of many second starts, and how slow the slowest was."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "hearth"
        if missing_programs():
            environment = {**os.environ, "HEARTH_HOME": str(home)}
            with _hearth(environment, home):
                took_ms = [_ms_until_ended(environment) for _ in range(RUNS + 1)][1:]
            return _figures("second start → the first has answered", took_ms, "(no X server here)")
        with XvfbDesktop(Path(folder) / "screen") as desktop:
            environment = {**os.environ, **desktop.environment, "HEARTH_HOME": str(home)}
            with _hearth(environment, home), _program([sys.executable, "-c", OTHER_PROGRAM], environment):
                took_ms = _ms_until_in_front(desktop, environment)
        return _figures("second start → first window in front", took_ms, "")


def _figures(name: str, took_ms: list[float], note: str) -> list[Figure]:
    slow = f"  slowest of {len(took_ms)}"
    return [Figure(name, median(took_ms), "ms", None, TARGET_MS, note=note), Figure(slow, percentile(took_ms, 1), "ms")]


@contextmanager
def _hearth(environment: dict[str, str], home: Path) -> Iterator[None]:
    socket_path = home / "state" / "instance"
    with _program(COMMAND, environment):
        while not is_held(socket_path):
            time.sleep(0.05)
        if hand_over(Request("show"), socket_path, 30) != "done":
            raise RuntimeError("the first instance never answered")
        yield


@contextmanager
def _program(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    none = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=none, stderr=none)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _ms_until_ended(environment: dict[str, str]) -> float:
    started_s = time.monotonic()
    subprocess.run(COMMAND, env=environment, cwd=ROOT, check=True, timeout=60)
    return (time.monotonic() - started_s) * 1000


def _ms_until_in_front(desktop: XvfbDesktop, environment: dict[str, str]) -> list[float]:
    from Xlib.display import Display

    display = Display(desktop.environment["DISPLAY"])
    took_ms = []
    try:
        for _ in range(RUNS + 1):
            desktop._xdotool("search", "--sync", "--name", "another program", "windowactivate", "--sync")
            _wait(lambda: _title_in_front(display) == "another program")
            started_s = time.monotonic()
            second = subprocess.Popen(COMMAND, env=environment, cwd=ROOT)
            _wait(lambda: "Hearth" in _title_in_front(display))
            took_ms.append((time.monotonic() - started_s) * 1000)
            second.wait(60)
    finally:
        display.close()
    return took_ms[1:]  # the first one warms the disk's cache


def _title_in_front(display: Any) -> str:
    from Xlib.error import BadWindow

    active = display.screen().root.get_full_property(display.intern_atom("_NET_ACTIVE_WINDOW"), 0)
    if active is None or not active.value or not active.value[0]:
        return ""
    try:
        window = display.create_resource_object("window", active.value[0])
        title = window.get_full_property(display.intern_atom("_NET_WM_NAME"), 0)
    except BadWindow:
        return ""
    return "" if title is None else bytes(title.value).decode()


def _wait(look: Callable[[], bool]) -> None:
    ends_s = time.monotonic() + 30
    while not look():
        if time.monotonic() > ends_s:
            raise RuntimeError("no window came to the front")
        time.sleep(LOOK_EVERY_S)
