"""A desktop without a screen: an X server, a window manager, a keyboard and a mouse, and a screen reader on its bus."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self, TypeVar

from tests.peers.patience import PATIENCE_S
from tests.peers.screen_reader import ScreenReader, Seen

PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
WIDTH, HEIGHT = 1280, 900
LOOK_EVERY_S = 0.03

T = TypeVar("T")


def missing_programs() -> list[str]:
    """What must be installed before a desktop can be had here."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


class XvfbDesktop:
    """One desktop. Programs are started with `environment`; keys go where the focus is, as on any desktop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self.reader = ScreenReader()
        self.environment: Mapping[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End everything that was started for it."""
        self.reader.close()
        while self._started:
            process = self._started.pop()
            process.terminate()
            process.wait(10)

    def _open(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(self._folder), "-nolisten", "tcp"]
        self._start(["Xvfb", "-displayfd", str(writing), *screen], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        if not display:
            raise RuntimeError("Xvfb did not start")
        self.environment = self._environment(f":{display}")
        self._start(["openbox", "--sm-disable"])
        self.until(self._has_manager, "a window manager")

    def _environment(self, display: str) -> dict[str, str]:
        hidden = ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        mine = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "AT_SPI_BUS_ADDRESS": self.reader.address}
        return {**kept, **mine}

    def _start(self, command: list[str], *, pass_fds: tuple[int, ...] = ()) -> None:
        environment = dict(self.environment) or None
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._started.append(subprocess.Popen(command, env=environment, pass_fds=pass_fds, **quiet))

    def _has_manager(self) -> bool:
        # Only a window manager knows which window is in front.
        return self._xdotool("get_desktop", check=False).returncode == 0

    # ---- hands ------------------------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type `text`, letter by letter, into what has the focus."""
        self._xdotool("type", "--delay", "3", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each named as xdotool names it: `ctrl+n`, `Return`."""
        self._xdotool("key", "--delay", "3", *keys)

    def click(self, seen: Seen) -> None:
        """Move the mouse onto it and click."""
        self.point(seen)
        self._xdotool("click", "1")

    def point(self, seen: Seen) -> None:
        """Move the mouse onto it."""
        left, top = seen.middle
        self._xdotool("mousemove", "--sync", str(left), str(top))

    def _xdotool(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["xdotool", *words],
            env=dict(self.environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        if check and done.returncode:
            raise RuntimeError(f"xdotool {words[0]}: {done.stderr}")
        return done

    # ---- eyes -------------------------------------------------------------------------------------------------------

    def titles(self) -> list[str]:
        """The titles of all windows that are shown."""
        found = self._xdotool("search", "--onlyvisible", "--name", ".", check=False).stdout.split()
        return [self._xdotool("getwindowname", window, check=False).stdout.strip() for window in found]

    def picture(self, place: tuple[int, int, int, int]) -> str:
        """A fingerprint of the pixels within left, top, width and height."""
        left, top, width, height = place
        pixels, seen = self._pixels(), hashlib.sha256()
        for row in range(max(0, top), min(HEIGHT, top + height)):
            seen.update(pixels[(row * WIDTH + left) * 4 : (row * WIDTH + min(WIDTH, left + width)) * 4])
        return seen.hexdigest()

    def colour_at(self, left: int, top: int) -> tuple[int, int, int]:
        """Red, green and blue of one pixel."""
        at = (top * WIDTH + left) * 4
        blue, green, red = self._pixels()[at : at + 3]
        return red, green, blue

    def _pixels(self) -> bytes:
        # An XWD file: its header says how long it is, the colour map follows, then four bytes a pixel.
        return (self._folder / "Xvfb_screen0").read_bytes()[-WIDTH * HEIGHT * 4 :]

    def see(self, name: str, role: str = "", *, part: bool = False) -> Seen:
        """Wait until something called `name` is shown and stays where it is, so that it can be clicked."""
        before: list[Seen | None] = [None]

        def at_rest() -> Seen | None:
            found, last = self.reader.find(name, role, part=part), before[0]
            before[0] = found
            return found if found is not None and last is not None and found.place == last.place else None

        return self.until(at_rest, f"“{name}”")

    def no_longer_see(self, name: str, role: str = "", *, part: bool = False) -> None:
        """Wait until nothing called `name` is shown."""
        self.until(lambda: self.reader.find(name, role, part=part) is None, f"the end of “{name}”")

    def until(self, look: Callable[[], T | None], what: str, *, patience_s: float = PATIENCE_S) -> T:
        """Look again and again until there is something; what is waited for is named when it never comes."""
        ends = time.monotonic() + patience_s
        while True:
            found = look()
            if found:
                return found
            if time.monotonic() > ends:
                raise AssertionError(f"waited in vain for {what}; shown: {self._shown()}")
            time.sleep(LOOK_EVERY_S)

    def _shown(self) -> list[str]:
        return [f"{seen.role}: {seen.name}" for seen in self.reader.everything() if seen.name]
