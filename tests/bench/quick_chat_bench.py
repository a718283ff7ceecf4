"""From the hotkey to the quick chat on the screen: a real X server and window manager, the key grabbed by Hearth.

The key is pressed by another process through XTEST; painted is what stands in the server's own frame buffer.
"""

from __future__ import annotations

import mmap
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.figure import Figure, percentile
from tests.peers.ollama_server import OllamaPeer
from tests.peers.told_process import ToldProcess
from tests.peers.xvfb_desktop import HEIGHT, WIDTH, XvfbDesktop, missing_programs

KEYS = "Ctrl+Alt+Space"
ROUNDS = 80
REST_S = (0.25, 0.6)  # nobody presses it again before the hand has moved
LOOK_EVERY_S = 0.0003
PATIENCE_S = 5.0


def measure() -> list[Figure]:
    """Median and 99th percentile over `ROUNDS` presses, with an empty chat and with another program in front."""
    if missing := missing_programs():
        print(f"quick chat: not measured, these are missing: {', '.join(missing)}")
        return []
    with (
        tempfile.TemporaryDirectory() as folder,
        XvfbDesktop(Path(folder) / "screen") as desktop,
        OllamaPeer() as peer,
        ToldProcess("tests.peers.other_program", "Letter", environment=desktop.environment) as other,
    ):
        other.told("active")
        program, home = "tests.peers.quick_program", str(Path(folder) / "hearth")
        with ToldProcess(program, home, peer.address, environment=desktop.environment, reads=True) as quick:
            quick.told("ready")
            quick.do(f"bind {KEYS}")
            quick.told("bound", state="ok")
            took_ms = _presses(desktop, quick, Path(folder) / "screen")
    return [
        Figure("hotkey pressed → quick chat on the screen", median(took_ms), "ms", target=100),
        Figure("  99th percentile", percentile(took_ms, 0.99), "ms", target=200),
        Figure("  the very first press (informs)", took_ms[0], "ms"),
    ]


def _presses(desktop: XvfbDesktop, quick: ToldProcess, screen: Path) -> list[float]:
    """Milliseconds from each press of the key until the line to type in is on the screen."""
    rests = random.Random(3)
    took_ms: list[float] = []
    left, top, width, height = quick.report()["place"]
    with _keyboard(desktop) as press, _screen_at(screen, left + width // 2, top + height - 40) as seen:
        for _ in range(ROUNDS):
            time.sleep(rests.uniform(*REST_S))
            before, began_s = seen(), time.monotonic()
            press()
            while seen() == before:
                if time.monotonic() - began_s > PATIENCE_S:
                    raise RuntimeError("the quick chat did not come")
                time.sleep(LOOK_EVERY_S)
            took_ms.append((time.monotonic() - began_s) * 1000)
            quick.told("active")
            desktop.press("Escape")
            quick.told("dismissed")
    return took_ms


@contextmanager
def _keyboard(desktop: XvfbDesktop) -> Iterator[Callable[[], None]]:
    """Presses and releases the hotkey; returns as soon as the server has it."""
    from Xlib import XK, X
    from Xlib.display import Display
    from Xlib.ext import xtest

    display = Display(desktop.environment["DISPLAY"])
    codes = [display.keysym_to_keycode(XK.string_to_keysym(name)) for name in ("Control_L", "Alt_L", "space")]

    def press() -> None:
        for code in codes:
            xtest.fake_input(display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(display, X.KeyRelease, code)
        display.flush()

    yield press
    display.close()


@contextmanager
def _screen_at(folder: Path, left: int, top: int) -> Iterator[Callable[[], bytes]]:
    """Looks at one pixel of the server's frame buffer, an XWD file that it keeps in memory."""
    with (
        (folder / "Xvfb_screen0").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pixels,
    ):
        at = len(pixels) - WIDTH * HEIGHT * 4 + (top * WIDTH + left) * 4
        yield lambda: pixels[at : at + 3]
