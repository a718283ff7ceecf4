#!/usr/bin/env python3
"""The developer's commands: run, test, check, bench, screenshots, translations, package, lock; standard library alone.

    python3 build/dev.py run                 set everything up and open Hearth (with arguments: `run ask "…"`)
    python3 build/dev.py test                set everything up and pass the tests (arguments go to pytest)
    python3 build/dev.py check               ruff, mypy, the import contract, and core and models without Qt
    python3 build/dev.py bench               the figures (--only NAME, --json)
    python3 build/dev.py screenshots         pictures of every page in every theme
    python3 build/dev.py translations        collect the texts, update and compile the languages (--check)
    python3 build/dev.py package             the one-folder program, built and tested by itself
    python3 build/dev.py lock                resolve the dependencies anew (needs uv)

Setting up makes `.venv`, installs what `requirements.lock` names, checked against its hashes, and the system libraries
that Qt and PortAudio need (with apt, as root or through sudo; otherwise the exact command is printed). When nothing
is to be done, that costs a fraction of a second.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
CACHE = ROOT / ".cache"
MIN_PYTHON = (3, 11)

# shared library → Debian package, as measured on a Debian 12 without any desktop
LIBRARIES_OF_THE_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libportaudio.so.2": "libportaudio2",
}
PROGRAMS_OF_THE_TESTS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "ip": "iproute2",
    "trayer": "trayer",
    "xclip": "xclip",
    "xprop": "x11-utils",
    "setxkbmap": "x11-xkb-utils",
    "gio": "libglib2.0-bin",
    "curl": "curl",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "espeak-ng": "espeak-ng",
    "sox": "sox",
}
LEFT_OUT = "sys_platform == 'never'"  # the marker in pyproject of what a dependency names and Hearth does without
TESTS_FAILED = 1  # pytest's exit status for failed tests; others mean that it was stopped or broke down
MOST_UNSTEADY = 8
BRIEF = (
    "--tb=short",
    "--show-capture=log",
    "--durations=20",
)  # PortAudio writes pages to stderr for a device that is gone
# Without Qt every module is loaded, and what the terminal rests on is run; “test” runs the rest of core and models.
WITHOUT_QT = (
    "tests/habits/test_startup_imports.py",
    "tests/desktop/cli",
    "tests/core/test_assistant.py",
    "tests/core/chat",
    "tests/core/conversations",
)
QT_PACKAGES = ("pyside6-essentials", "shiboken6", "pytest-qt")


class Trouble(Exception):
    """Something that the person at the keyboard has to mend; printed as a sentence."""


def main(arguments: list[str]) -> int:
    """Run the command that `arguments` name; returns its exit status."""
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "screenshots": screenshots,
        "translations": translations,
        "package": package,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"], ["help"]) else 2
    try:
        if sys.version_info < MIN_PYTHON:
            raise Trouble(f"Hearth needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return commands[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# ---- the commands ---------------------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Set up, then hand over to Hearth."""
    python = set_up("run")
    if not arguments or arguments[0].startswith("-"):
        offer_system_packages(missing_libraries())
    return hand_over([python, "-P", "-m", "desktop", *arguments])


def test(arguments: list[str]) -> int:
    """Set up with the test tools, then run pytest."""
    python = set_up("run", "dev")
    offer_system_packages(missing_libraries() + missing_programs())
    if arguments:
        return hand_over([python, "-P", "-m", "pytest", *arguments])
    return whole_suite(python, [])


def check(arguments: list[str]) -> int:
    """Everything that reads the code instead of running it, and the storeys below Qt without Qt."""
    python = set_up("run", "dev")
    steps: list[tuple[str, list[str | Path]]] = [
        ("ruff: rules", [python, "-m", "ruff", "check", "."]),
        ("ruff: format", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy: strict", [python, "-m", "mypy"]),
        ("mypy: the benches, which no test runs", [python, "-m", "mypy", "--explicit-package-bases", "tests/bench"]),
        ("import contract", [python.parent / "lint-imports", "--no-cache"]),
    ]
    failed = [name for name, command in steps if not passes(name, command)]
    without_qt = set_up("run", "dev", without=QT_PACKAGES, folder=".venv-noqt")
    print("\n── core and models without Qt", flush=True)
    if whole_suite(without_qt, ["-q", *WITHOUT_QT, *arguments]) != 0:
        failed.append("core and models without Qt")
    print(f"\ncheck: {'failed: ' + ', '.join(failed) if failed else 'all passed'}")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Print every figure with its floor, ratio and target."""
    python = set_up("run", "dev")
    return hand_over([python, "-P", "-m", "tests.bench", *arguments])


def screenshots(arguments: list[str]) -> int:
    """Draw every page in every theme."""
    python = set_up("run", "dev")
    return hand_over([python, "-P", ROOT / "build" / "screenshots.py", *arguments])


def translations(arguments: list[str]) -> int:
    """Bring the languages of the interface up to date."""
    python = set_up("run", "dev")
    return hand_over([python, "-P", ROOT / "build" / "translations.py", *arguments])


def package(arguments: list[str]) -> int:
    """Build the one-folder program and let it test itself."""
    python = set_up("run", "dev", "package")
    offer_system_packages(missing_libraries())
    return hand_over([python, "-P", ROOT / "build" / "freeze.py", *arguments])


def lock(_arguments: list[str]) -> int:
    """Resolve `pyproject.toml` for all platforms and write the lock: hashes, sections, and no address of any index."""
    uv = shutil.which("uv")
    if uv is None:
        raise Trouble("“lock” needs uv: install it with “pip install uv”.")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "pyproject.toml", folder)
        subprocess.run([uv, "lock", "--quiet"], cwd=folder, env=environment, check=True)
        exports = {
            section: _exported(uv, folder, environment, groups)
            for section, groups in {"run": [], "dev": ["dev"], "package": ["package"]}.items()
        }
    known = set(exports["run"])
    parts = ["# Made by “build/dev.py lock”: every dependency with the hashes of its files, for all platforms."]
    for section, blocks in exports.items():
        parts.append(f"\n# == {section} ==")
        parts += [text for name, text in blocks.items() if section == "run" or name not in known]
    LOCK.write_text("\n".join(parts) + "\n", encoding="utf-8")
    print(f"wrote {LOCK.name}")
    return 0


# ---- setting up -----------------------------------------------------------------------------------------------------


def set_up(*sections: str, without: tuple[str, ...] = (), folder: str = ".venv") -> Path:
    """Make the virtual environment `folder` hold what `sections` of the lock name; returns its Python."""
    venv = ROOT / folder
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    blocks = locked(sections, without)
    stamp_file = venv / "hearth-set-up"
    wanted = sorted(blocks)
    key = hashlib.sha256(f"{ROOT}{sys.version}{sections}".encode()).hexdigest()
    have = stamp_file.read_text(encoding="utf-8").split("\n") if stamp_file.exists() and python.exists() else []
    digest = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in blocks.items()}
    lines = [f"{name} {digest[name]}" for name in wanted]
    if set(lines) <= set(have):
        return python
    started = time.monotonic()
    if not python.exists():
        say(f"making {folder}")
        make_venv(venv, python)
    missing = [name for name in wanted if f"{name} {digest[name]}" not in have]
    say(f"installing {len(missing)} packages into {folder}, each checked against its hash")
    install(python, [blocks[name] for name in missing])
    write_launcher(venv, python)
    kept = [line for line in have if line and line.split(" ")[0] not in digest]
    stamp_file.write_text("\n".join([*kept, *lines, key]), encoding="utf-8")
    say(f"ready after {time.monotonic() - started:.0f} s")
    return python


def locked(sections: tuple[str, ...], without: tuple[str, ...]) -> dict[str, str]:
    """The requirement blocks of `sections` of the lock, by `name==version`: older Pythons may need an older version."""
    found: dict[str, str] = {}
    section, name, wanted = "", "", False
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if line.startswith("# == "):
            section = line.strip("#= ")
        elif line and not line.startswith((" ", "#")):
            name = line.split()[0]
            wanted = section in sections and name.partition("==")[0] not in without
            if wanted:
                found[name] = line
        elif line.startswith("    --hash") and wanted:
            found[name] += "\n" + line
    return found


def make_venv(venv: Path, python: Path) -> None:
    """A virtual environment; Debian's Python may lack `ensurepip`, then pip works on it from outside."""
    if subprocess.run([sys.executable, "-m", "venv", str(venv)], capture_output=True, check=False).returncode == 0:
        return
    shutil.rmtree(venv, ignore_errors=True)
    done = subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=False)
    if done.returncode != 0 or not python.exists():
        raise Trouble("Python could not make a virtual environment. Install it with: apt-get install python3-venv")


def install(python: Path, blocks: list[str]) -> None:
    """Install exactly `blocks`, wheels only, hashes required."""
    CACHE.mkdir(exist_ok=True)
    requirements = CACHE / f"install-{os.getpid()}.txt"
    requirements.write_text("\n".join(blocks) + "\n", encoding="utf-8")
    options = ["install", "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(requirements)]
    options += ["--disable-pip-version-check", "--no-warn-script-location"]
    inside = subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    pip = [str(python), "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", str(python)]
    try:
        done = subprocess.run([*pip, *options], check=False)
    finally:
        requirements.unlink(missing_ok=True)
    if done.returncode != 0:
        raise Trouble("The packages could not be installed; what pip says stands above. Run the same command again.")


def write_launcher(venv: Path, python: Path) -> None:
    """Put the project on the environment's path and a `hearth` command beside its Python."""
    (site,) = venv.glob("Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages")
    (site / "hearth.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name == "nt":
        (python.parent / "hearth.cmd").write_text(f'@"{python}" -P -m desktop %*\n', encoding="utf-8")
        return
    launcher = python.parent / "hearth"
    launcher.write_text(f'#!/bin/sh\nexec "{python}" -P -m desktop "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)


def missing_libraries() -> list[str]:
    """Debian packages of the shared libraries that the window and sound need and the loader does not find."""
    if not sys.platform.startswith("linux"):
        return []
    ldconfig = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if ldconfig is None:
        return []
    known = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    return [package for library, package in LIBRARIES_OF_THE_WINDOW.items() if library not in known]


def missing_programs() -> list[str]:
    """Debian packages of the programs that the end-to-end tests drive."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for program, package in PROGRAMS_OF_THE_TESTS.items() if shutil.which(program) is None]
    if not any(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
        missing.append("libasound2-plugins")  # through it PortAudio reaches the virtual microphone of the tests
    return missing


def offer_system_packages(packages: list[str]) -> None:
    """Install `packages` where that is allowed, else print the exact command; Hearth goes on either way."""
    if not packages:
        return
    apt = shutil.which("apt-get")
    names = " ".join(packages)
    if apt is None:
        say(f"this system lacks libraries that Debian calls: {names}; install your system's packages for them")
        return
    prefix = [] if os.geteuid() == 0 else ["sudo"] if shutil.which("sudo") and sys.stdin.isatty() else None
    if prefix is None:
        say(f"system packages are missing; install them with:\n    sudo apt-get install -y {names}")
        return
    say(f"installing system packages: {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"env": environment, "check": False, "stdout": subprocess.DEVNULL}
    subprocess.run([*prefix, apt, "update", "-qq"], **quiet)
    if subprocess.run([*prefix, apt, "install", "-y", "-qq", "--no-install-recommends", *packages], **quiet).returncode:
        say(f"that failed; install them yourself with:\n    sudo apt-get install -y {names}")


# ---- small steps ----------------------------------------------------------------------------------------------------


def passes(name: str, command: list[str | Path]) -> bool:
    """Run one step of `check`, with its name above and its time below."""
    print(f"\n── {name}", flush=True)
    started = time.monotonic()
    status = subprocess.run([str(part) for part in command], cwd=ROOT, check=False, env=clean_environment()).returncode
    print(f"   {'passed' if status == 0 else 'FAILED'} in {time.monotonic() - started:.1f} s", flush=True)
    return status == 0


def whole_suite(python: Path, arguments: list[str]) -> int:
    """Run pytest over much; a few tests that failed are run once more, by themselves. Returns the exit status.

    Thousands of tests with real sound servers, windows and killed processes: now and then one meets a machine that was
    busy for too long. What fails twice has failed; what passes the second time is named, and is a fault to be mended.
    """
    with tempfile.TemporaryDirectory() as cache:
        command = [str(python), "-P", "-m", "pytest", "-o", f"cache_dir={cache}", *BRIEF, *arguments]
        status = subprocess.run(command, cwd=ROOT, check=False, env=clean_environment()).returncode
        noted = Path(cache, "v", "cache", "lastfailed")
        failed = json.loads(noted.read_text(encoding="utf-8")) if noted.exists() else {}
        if status != TESTS_FAILED or not 0 < len(failed) <= MOST_UNSTEADY:
            return status
        say(f"{len(failed)} failed and are run once more, by themselves")
        again = subprocess.run([*command, "--last-failed"], cwd=ROOT, check=False, env=clean_environment()).returncode
    if again == 0:
        say("passed only when run once more, and to be mended:\n    " + "\n    ".join(sorted(failed)))
    return again


def hand_over(command: list[str | Path]) -> int:
    """Run `command` in the project with its own exit status as ours; interrupts belong to it."""
    words = [str(part) for part in command]
    sys.stdout.flush()
    if os.name == "posix":
        os.chdir(ROOT)
        os.execve(words[0], words, clean_environment())
    return subprocess.run(words, cwd=ROOT, check=False, env=clean_environment()).returncode


def clean_environment() -> dict[str, str]:
    """Ours, without what would let foreign modules shadow `core`, `desktop` and `models`."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def say(text: str) -> None:
    """One line of progress."""
    print(f"hearth: {text}", flush=True)


def _exported(uv: str, folder: str, environment: dict[str, str], groups: list[str]) -> dict[str, str]:
    command = [uv, "export", "--quiet", "--no-emit-project", "--no-annotate", "--no-header", "--no-default-groups"]
    command += [word for group in groups for word in ("--group", group)]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    blocks: dict[str, str] = {}
    name = ""
    for line in done.stdout.splitlines():
        if line and not line.startswith((" ", "#")):
            name = line.split()[0]
            blocks[name] = line
        elif line.startswith("    --hash"):
            blocks[name] += "\n" + line
    return {name: block for name, block in blocks.items() if not block.split("\n")[0].endswith(f"{LEFT_OUT} \\")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
