"""Starting Hearth at login: a file for XDG desktops, the Run key of Windows, a LaunchAgent of macOS.

The entry names this program by its absolute path. A program that was moved or put elsewhere is noticed: the state says
“elsewhere”, and setting it once more mends it.
"""

from __future__ import annotations

import importlib
import os
import plistlib
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.errors import SurroundingsFailed

State = Literal["on", "off", "elsewhere"]
"""“elsewhere”: an entry is there, but starts another Hearth than this one."""

BACKGROUND = "--background"
DESKTOP_FILE = "hearth.desktop"
AGENT = "org.hearth.hearth"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
RUN_NAME = "Hearth"

_QUOTED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")
"""The reserved characters of the Desktop Entry Specification, “The Exec key”: an argument with one must be quoted."""


class AutostartRefused(SurroundingsFailed):
    """The system's entry for the start at login cannot be written."""

    sentence = "Starting at login could not be changed: the system refused it."
    next_step = "Check that {place} can be written to, then try again."


@dataclass(frozen=True, slots=True)
class StartCommand:
    """`words` start Hearth in the background. `folder` is where they must be started, "" where that is all the same."""

    words: tuple[str, ...]
    folder: str = ""

    @classmethod
    def of_this_program(cls) -> StartCommand:
        """How the program that runs now is started again."""
        return start_command(
            executable=sys.executable, frozen=bool(getattr(sys, "frozen", False)), source=Path(__file__).parents[1]
        )


def start_command(*, executable: str, frozen: bool, source: Path) -> StartCommand:
    """`executable` is Python's, or the frozen program; `source` is the folder that holds the package `desktop`.

    `-P` keeps the folder of the start off the module path, so that nothing there can stand in for Hearth's modules.
    """
    if frozen:
        return StartCommand((os.path.abspath(executable), BACKGROUND))  # noqa: PTH100 a link must stay one
    python = os.path.abspath(executable)  # noqa: PTH100 resolved, it would leave its virtual environment
    if _is_installed(source):
        return StartCommand((python, "-P", "-m", "desktop", BACKGROUND))
    # A bare checkout: Python must look in the folder of the start.
    return StartCommand((python, "-m", "desktop", BACKGROUND), folder=str(source))


def _is_installed(source: Path) -> bool:
    """Whether Python finds Hearth from any folder: among its packages, or by an editable install's line."""
    import site

    source = source.resolve()
    homes = [Path(home).resolve() for home in (*site.getsitepackages(), site.getusersitepackages())]
    if source in homes:
        return True
    named = (line.strip() for home in homes for file in sorted(home.glob("*.pth")) for line in _lines(file))
    return any(line and not line.startswith(("#", "import ")) and Path(line).resolve() == source for line in named)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def set_autostart(wanted: bool, command: StartCommand | None = None) -> None:  # noqa: FBT001 it is the whole request
    """Write the entry, or take it away. Reads and writes small files: not for Qt's thread. Raises AutostartRefused."""
    entry = _entry_of_this_system()
    try:
        if wanted:
            entry.write(command or StartCommand.of_this_program())
        else:
            entry.remove()
    except (OSError, ValueError) as trouble:
        raise AutostartRefused(str(trouble), place=entry.place) from trouble


def autostart_state(command: StartCommand | None = None) -> State:
    """Whether the entry is there, and starts this program. One that the owner switched off elsewhere is “off”."""
    entry = _entry_of_this_system()
    try:
        return entry.state(command or StartCommand.of_this_program())
    except (OSError, ValueError):
        return "off"


def _entry_of_this_system() -> XdgEntry | RunKeyEntry | AgentEntry:
    if sys.platform == "win32":
        return RunKeyEntry()
    if sys.platform == "darwin":
        return AgentEntry(Path.home() / "Library" / "LaunchAgents" / f"{AGENT}.plist")
    return XdgEntry(xdg_file(os.environ, Path.home()))


# ---- XDG ------------------------------------------------------------------------------------------------------------


def xdg_file(environment: Mapping[str, str], home: Path) -> Path:
    """Where desktops look. A relative XDG_CONFIG_HOME counts for nothing, as the Base Directory Specification says."""
    config = Path(environment.get("XDG_CONFIG_HOME") or "")
    return (config if config.is_absolute() else home / ".config") / "autostart" / DESKTOP_FILE


class XdgEntry:
    """`~/.config/autostart/hearth.desktop`, by the Desktop Application Autostart Specification."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.place = str(file)

    def write(self, command: StartCommand) -> None:
        """In one step, so that a login meanwhile reads no half file."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        _replace(self._file, desktop_entry(command).encode())

    def remove(self) -> None:
        """Take it away; it may be gone already."""
        self._file.unlink(missing_ok=True)

    def state(self, command: StartCommand) -> State:
        """Read what is there."""
        if not self._file.exists():
            return "off"
        found = _keys(self._file.read_text(encoding="utf-8", errors="replace"))
        if found.get("Hidden") == "true" or found.get("X-GNOME-Autostart-enabled") == "false":
            return "off"
        mine = _keys(desktop_entry(command))
        return "on" if all(found.get(key) == mine.get(key) for key in ("Exec", "TryExec", "Path")) else "elsewhere"


def desktop_entry(command: StartCommand) -> str:
    """The text of the file."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        "Name=Hearth",
        "Comment=A private assistant",
        "Icon=hearth",
        f"TryExec={_as_string(command.words[0])}",
        f"Exec={exec_line(command.words)}",
        *([f"Path={_as_string(command.folder)}"] if command.folder else []),
        "Terminal=false",
        "StartupNotify=false",
        "X-GNOME-Autostart-enabled=true",
    ]
    return "\n".join(lines) + "\n"


def exec_line(words: Sequence[str]) -> str:
    """The value of `Exec`: quoted by the rules of that key, then escaped by those of every string.

    Raises ValueError where the key cannot name the program: its path may hold no “=”.
    """
    if "=" in words[0]:
        raise ValueError("the path of a program may hold no “=” in a desktop file")
    return " ".join(_as_string(_quoted(word.replace("%", "%%"))) for word in words)


def _quoted(word: str) -> str:
    if word and not _QUOTED.search(word):
        return word
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'


def _as_string(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _keys(text: str) -> dict[str, str]:
    """The keys of the one group that matters, values as they are written."""
    found: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found[key.strip()] = value.strip()
    return found


def _replace(file: Path, content: bytes) -> None:
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_bytes(content)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


# ---- macOS ----------------------------------------------------------------------------------------------------------


class AgentEntry:
    """`~/Library/LaunchAgents/….plist`: launchd starts it at the next login."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.place = str(file)

    def write(self, command: StartCommand) -> None:
        """In one step, so that a login meanwhile reads no half file."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        _replace(self._file, launch_agent(command))

    def remove(self) -> None:
        """Take it away; it may be gone already."""
        self._file.unlink(missing_ok=True)

    def state(self, command: StartCommand) -> State:
        """Read what is there."""
        if not self._file.exists():
            return "off"
        try:
            found = plistlib.loads(self._file.read_bytes())
        except (ValueError, plistlib.InvalidFileException):
            return "elsewhere"
        if not isinstance(found, dict) or found.get("Disabled") is True:
            return "off"
        mine = plistlib.loads(launch_agent(command))
        keys = ("ProgramArguments", "WorkingDirectory")
        return "on" if all(found.get(key) == mine.get(key) for key in keys) else "elsewhere"


def launch_agent(command: StartCommand) -> bytes:
    """The property list. Not kept alive: whoever ends Hearth wants it ended."""
    agent: dict[str, object] = {
        "Label": AGENT,
        "ProgramArguments": list(command.words),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    if command.folder:
        agent["WorkingDirectory"] = command.folder
    return plistlib.dumps(agent)


# ---- Windows --------------------------------------------------------------------------------------------------------


class RunKeyEntry:
    """A value of HKEY_CURRENT_USER's Run key."""

    place = rf"HKEY_CURRENT_USER\{RUN_KEY}"

    def write(self, command: StartCommand) -> None:
        """Set the value."""
        winreg = _registry()
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
            winreg.SetValueEx(key, RUN_NAME, 0, winreg.REG_SZ, run_line(command))

    def remove(self) -> None:
        """Delete the value; it may be gone already."""
        winreg = _registry()
        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY, 0, winreg.KEY_SET_VALUE) as key,
        ):
            winreg.DeleteValue(key, RUN_NAME)

    def state(self, command: StartCommand) -> State:
        """Read the value."""
        winreg = _registry()
        value = ""
        with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            value, _ = winreg.QueryValueEx(key, RUN_NAME)
        if not value:
            return "off"
        return "on" if value == run_line(command) else "elsewhere"


def _registry() -> Any:
    """Windows' own module; the types of other systems do not know what is in it."""
    return importlib.import_module("winreg")


def run_line(command: StartCommand, *, exists: Callable[[Path], bool] = Path.exists) -> str:
    """The command line as Windows parts it. Python starts without a console where it has such a twin.

    The Run key knows no folder; a bare checkout is put on the module path by the program's first words instead.
    """
    import subprocess

    first, *rest = command.words
    if first.lower().endswith("python.exe"):
        windowed = first[: -len("python.exe")] + "pythonw.exe"
        first = windowed if exists(Path(windowed)) else first
    if command.folder:
        begin = (
            f"import sys; sys.path.insert(0, {command.folder!r}); from desktop.__main__ import main; sys.exit(main())"
        )
        rest = ["-P", "-c", begin, BACKGROUND]
    return subprocess.list2cmdline([first, *rest])
