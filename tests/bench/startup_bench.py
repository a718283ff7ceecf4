"""From the start of the process to a painted window in which one can type, against a bare PySide6 window.

The profile is real and opens through a real Secret Service (gnome-keyring under a D-Bus of its own) where there is one;
else through a file that stands in for it, and the row says so.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from tests.bench.figure import Figure
from tests.peers.fake_keyring import FileKeyring

RUNS = 9
INSIDE = "HEARTH_BENCH_KEYRING"
ROOT = Path(__file__).resolve().parent.parent.parent

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.painted)
    def painted(self):
        print(time.monotonic_ns(), flush=True)
        application.exit()
application = QApplication([])
window = Bare()
layout = QVBoxLayout(window)
field = QLineEdit()
layout.addWidget(field)
window.show()
field.setFocus()
application.exec()
"""

# As desktop.__main__ and desktop.app.main do it, with the keyring of the bench and an end after the report.
HEARTH = """
import sys, time
started_ns = time.monotonic_ns()
sys.path.insert(0, {root!r})
from desktop.__main__ import GUARDS
from pathlib import Path
from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile
from desktop.app import App, make_application
from desktop.startup_trace import StartupTrace

class Trace(StartupTrace):
    def report(self, event):
        super().report(event)
        if event == "ready":
            QTimer.singleShot(0, application.quit)

def profiles():
    from core.vault.os_keyring import OsKeyring
    from core.vault.profiles import Profiles
    folder = {folder!r}
    if not folder:
        return Profiles(paths)
    from tests.peers.fake_keyring import FileKeyring
    return Profiles(paths, keyring=OsKeyring(backend=FileKeyring(Path(folder))))

paths = HearthPaths.of_this_user()
app = App(paths=paths, early=EarlySettingsFile(paths.early_settings), trace=Trace(started_ns), make_profiles=profiles)
app.begin()
application = make_application()
from PySide6.QtCore import QTimer
app.show(application)
application.exec()
print("ended", flush=True)
import os
os._exit(0)
"""


def measure() -> list[Figure]:
    """The row, measured inside a session with a real keyring where that can be had."""
    if os.environ.get(INSIDE) is None and _can_have_a_keyring():
        return _measured_in_a_session()
    return _measured(real_keyring=os.environ.get(INSIDE) == "real")


def _can_have_a_keyring() -> bool:
    return all(shutil.which(program) for program in ("dbus-run-session", "gnome-keyring-daemon"))


def _measured_in_a_session() -> list[Figure]:
    with tempfile.TemporaryDirectory() as home:
        begin = (
            "printf 'login' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
            f"exec {sys.executable} -P -m tests.bench --json --here --only startup"
        )
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON_KEYRING", "XDG_"))},
            "HOME": home,
            INSIDE: "real",
        }
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", begin],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    names = ("name", "value", "unit", "floor", "target", "at_least", "note")
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if not rows:
        os.environ[INSIDE] = "none"
        return _measured(real_keyring=False)
    return [Figure(**{name: row[name] for name in names}) for row in rows]


def _measured(*, real_keyring: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        home, keyring_folder = Path(folder) / "hearth", Path(folder) / "keyring"
        asyncio.run(_make_profile(home, None if real_keyring else keyring_folder))
        program = HEARTH.format(root=str(ROOT), folder="" if real_keyring else str(keyring_folder))
        environment = {
            **os.environ,
            "HEARTH_HOME": str(home),
            "HEARTH_STARTUP_TRACE": "1",
            "OLLAMA_HOST": "127.0.0.1:9",
        }
        painted, ready, bare = [], [], []
        for run in range(RUNS + 1):
            moments = _moments_of_hearth(program, environment)
            floor = _ms_until_painted(environment)
            if run:  # the first one warms the disk's cache
                painted.append(moments["painted"])
                ready.append(moments["ready"])
                bare.append(floor)
    note = "" if real_keyring else "(a file stands in for the keyring)"
    floor_ms = median(bare)
    return [
        Figure("process start → window painted, typing possible", median(ready), "ms", floor_ms, 4.0, note=note),
        Figure("  first paint of the frame", median(painted), "ms", floor_ms),
    ]


async def _make_profile(home: Path, keyring_folder: Path | None) -> None:
    paths = HearthPaths.below(home)
    keyring = OsKeyring() if keyring_folder is None else OsKeyring(backend=FileKeyring(keyring_folder))
    vault, _ = await Profiles(paths, keyring=keyring, kdf=FLOOR).create("Personal", passphrase=None, use_keyring=True)
    await vault.close()
    EarlySettingsFile(paths.early_settings).change("general.last_profile", vault.profile_id)


def _moments_of_hearth(program: str, environment: dict[str, str]) -> dict[str, float]:
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    moments = {line["event"]: (line["monotonic_ns"] - started) / 1e6 for line in lines}
    if "ready" not in moments:
        raise RuntimeError(f"the window never became ready:\n{done.stdout}\n{done.stderr}")
    return moments


def _ms_until_painted(environment: dict[str, str]) -> float:
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-P", "-c", BARE], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return (int(done.stdout.split()[0]) - started) / 1e6
