"""The whole program on a desktop that has everything: a window manager, a tray, and a bus with notifications.

It is driven as its owner drives it: keys, clicks and the command `hearth`, each from another process.
"""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Queue
from typing import Self

from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile
from core.vault.kdf import FLOOR
from core.vault.profiles import Profiles
from desktop.instance_address import address_of
from tests.peers.key_presser import KeyPresser
from tests.peers.patience import PATIENCE_S
from tests.peers.screen_reader import Seen
from tests.peers.xvfb_desktop import WIDTH, XvfbDesktop, missing_programs

ROOT = Path(__file__).resolve().parent.parent.parent
PASSPHRASE = "four unrelated garden words"
ENDS_WITHIN_S = 30
TRAY_HEIGHT = 32


def missing_for_a_tray() -> list[str]:
    """What must be installed before this desktop can be had here."""
    more = [program for program in ("trayer", "xclip", "xprop") if shutil.which(program) is None]
    return [*missing_programs(), *more]


class TrayPanel:
    """A real panel in the upper left corner. Use it as a context; `end` takes it away while programs run."""

    def __init__(self, desktop: XvfbDesktop) -> None:
        self._desktop = desktop
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        place = ["--edge", "top", "--align", "left", "--margin", "0"]
        look = ["--widthtype", "request", "--height", str(TRAY_HEIGHT), "--SetDockType", "true", "--expand", "true"]
        self._process = subprocess.Popen(
            ["trayer", *place, *look],
            env=dict(self._desktop.environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._desktop.until(self._is_there, "the panel")
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Take it away, as a crash of the panel does."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    def _is_there(self) -> bool:
        return bool(self._desktop._xdotool("search", "--onlyvisible", "--class", "trayer", check=False).stdout.strip())

    def icon(self) -> tuple[int, int] | None:
        """The middle of Hearth's icon, None while there is none: its tile is brighter or darker than the panel."""
        found = self._desktop._xdotool("search", "--class", "hearth", check=False).stdout.split()
        for window in found:
            told = self._desktop._xdotool("getwindowgeometry", "--shell", window, check=False).stdout
            place = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
            left, top = int(place.get("X", -1)), int(place.get("Y", -1))
            width, height = int(place.get("WIDTH", 0)), int(place.get("HEIGHT", 0))
            if 0 <= top < TRAY_HEIGHT and 0 <= left < WIDTH and 8 <= height <= TRAY_HEIGHT and width <= 64:
                return left + width // 2, top + height // 2
        return None

    def look(self) -> str:
        """A fingerprint of what the panel shows."""
        return self._desktop.picture((0, 0, 64, TRAY_HEIGHT))

    def click(self, button: int = 1) -> None:
        """Click on Hearth's icon."""
        left, top = self._desktop.until(self.icon, "Hearth's icon in the tray")
        self._desktop._xdotool("mousemove", str(left), str(top), "click", str(button))


class HearthProgram:
    """`start` runs it, `hearth` runs `hearth …` beside it, `end` waits until it has ended."""

    def __init__(self, desktop: XvfbDesktop, folder: Path, *, ollama: str, bus: str = "") -> None:
        self.desktop = desktop
        self.home = folder / "hearth"
        self.paths = HearthPaths.below(self.home)
        self.config = folder / "config"
        self.environment = {
            **desktop.environment,
            "HEARTH_HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.config),
            "OLLAMA_HOST": ollama,
            "HEARTH_STARTUP_TRACE": "1",
            "PYTHONUTF8": "1",
            **({"DBUS_SESSION_BUS_ADDRESS": bus} if bus else {}),
        }
        self._process: subprocess.Popen[str] | None = None
        self._lines: Queue[str] = Queue()
        self._complaints: list[str] = []
        self._readers: list[threading.Thread] = []

    @property
    def early(self) -> EarlySettingsFile:
        """The settings that are known before unlocking, as they lie on disk now."""
        return EarlySettingsFile(self.paths.early_settings)

    async def make_profile(self) -> None:
        """A profile with a passphrase that is cheap to check."""
        profiles = Profiles(self.paths, kdf=FLOOR)
        vault, _ = await profiles.create("Personal", passphrase=PASSPHRASE, use_keyring=False)
        await vault.close()

    # ---- running --------------------------------------------------------------------------------------------------

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process is not None
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return self._process is not None and self._process.poll() is None

    def start(self, *words: str) -> None:
        """Start it; returns when later starts reach it: by then tray and hotkeys are there."""
        process = self._process = self.popen(*words)
        assert process.stdout is not None
        assert process.stderr is not None
        self._lines, self._complaints = Queue(), []
        self._readers = [
            threading.Thread(target=self._read, args=(process.stdout, self._lines.put), daemon=True),
            threading.Thread(target=self._read, args=(process.stderr, self._complaints.append), daemon=True),
        ]
        for reader in self._readers:
            reader.start()
        self.desktop.until(lambda: self.listens or not self.runs, "a Hearth that listens")
        assert self.runs, self.end()

    def until_keys_are_watched(self) -> None:
        """Wait until Ctrl+Alt+Space is Hearth's."""
        self.desktop.until(lambda: not self.is_free_for_others("space"), "the hotkey")

    def is_free_for_others(self, key: str) -> bool:
        """Whether another program could have Ctrl+Alt and `key`: it could not while Hearth has it."""
        control_alt = 4 | 8
        with KeyPresser(self.environment["DISPLAY"]) as other:
            return other.grab(key, control_alt)

    def until_ready(self) -> None:
        """Wait until the owner could type into its first page."""
        while True:
            try:
                line = self._lines.get(timeout=ENDS_WITHIN_S)
            except Empty:
                raise AssertionError("it never became ready") from None
            if line.startswith("{") and json.loads(line).get("event") == "ready":
                return

    def popen(self, *words: str) -> subprocess.Popen[str]:
        """`hearth WORDS…` as a process, not waited for."""
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "desktop", *words],
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def hearth(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `hearth WORDS…` beside it, until that has ended."""
        process = self.popen(*words)
        try:
            said, complaints = process.communicate(timeout=ENDS_WITHIN_S)
        finally:
            process.kill()
            process.communicate()
        return subprocess.CompletedProcess(words, process.returncode, said, complaints)

    @property
    def listens(self) -> bool:
        """Whether somebody takes what later starts ask for."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            try:
                line.connect(address_of(self.paths.instance_socket))
            except OSError:
                return False
            return True

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, as the system does."""
        assert self._process is not None
        self._process.send_signal(number)

    def end(self) -> tuple[int, str]:
        """Wait until it has ended: its status, and what it complained about."""
        assert self._process is not None
        process, self._process = self._process, None
        try:
            process.wait(ENDS_WITHIN_S)
        finally:
            process.kill()
            process.wait()
            for reader in self._readers:
                reader.join(5)
            for pipe in (process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()
        return process.returncode, "".join(self._complaints)

    def mistakes(self) -> list[str]:
        """What its log has of errors."""
        lines = self.paths.log.read_text(encoding="utf-8").splitlines() if self.paths.log.exists() else []
        return [line for line in lines if json.loads(line)["level"] in ("ERROR", "CRITICAL")]

    def kill(self) -> None:
        """Do not leave it behind when a test fails."""
        if self._process is not None:
            self._process.kill()
            self.end()

    @staticmethod
    def _read(pipe: object, take: object) -> None:
        for line in pipe:  # type: ignore[attr-defined]
            take(line)  # type: ignore[operator]

    # ---- what everybody does --------------------------------------------------------------------------------------

    def focused(self, name: str, role: str = "text") -> Seen:
        """Wait until the entry called `name` has the keyboard."""

        def look() -> Seen | None:
            found = [seen for seen in self.desktop.reader.everything() if seen.name == name and seen.role == role]
            return next((seen for seen in found if "focused" in seen.states), None)

        return self.desktop.until(look, f"the keyboard in “{name}”")

    def unlock(self) -> None:
        """Type the passphrase where it is asked for."""
        self.focused("Passphrase")
        self.desktop.type(PASSPHRASE)
        self.desktop.press("Return")

    def clipboard(self) -> str:
        """What another program would paste."""
        command = ["xclip", "-o", "-selection", "clipboard"]
        done = subprocess.run(
            command, env=dict(self.desktop.environment), capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        return done.stdout
