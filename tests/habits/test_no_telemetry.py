"""Each library of voice and documents does its work in an empty home, and nothing else: no talk, file or program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from desktop.__main__ import GUARDS
from models.child_command import child_environment
from tests.habits.source_tree import ROOT
from tests.peers.cut_off_network import run_inside
from tests.peers.watched_library import LIBRARIES, left_in, run

# ctypes asks these for the place of a library, since Python has no other way to know it.
ASKED_FOR_A_LIBRARY = {"started ldconfig", "started gcc", "started cc", "started ld", "started objdump"}
LOOKED_FOR = {"pulsectl", "sounddevice"}
UNPACKS_ITSELF = {"py3langid"}  # its own model, into a file without a name
# requests, which it imports for models that it never fetches here, tries whether this computer has IPv6 by itself.
TRIES_LOOPBACK = {"rapidocr": {"socket.bind (('::1', 0),)"}}
OLDER = {
    "PySide6-Essentials", "sqlcipher3", "cryptography", "keyring", "platformdirs", "msgspec", "ollama", "httpcore",
    "httpx", "markdown-it-py", "pygments", "psutil", "jeepney", "secretstorage", "python-xlib", "pynput", "zstandard",
}  # fmt: skip


def beyond_its_work(name: str, home: Path) -> list[str]:
    """What it did, less the search for a system's library by those that have none of their own, and what it left."""
    did = set(run(name, home, guards=GUARDS))
    did -= TRIES_LOOPBACK.get(name, set())
    if name in LOOKED_FOR:
        did -= ASKED_FOR_A_LIBRARY
    if name in LOOKED_FOR | UNPACKS_ITSELF:
        did = {each for each in did if not each.startswith(f"wrote {home}/tmp")}
    return sorted(did) + left_in(home)


@pytest.mark.timeout(300)  # rapidocr recognises letters for a while
@pytest.mark.parametrize("name", LIBRARIES)
def test_a_library_does_its_work_and_nothing_else(name: str, tmp_path: Path) -> None:
    assert beyond_its_work(name, tmp_path / "watched") == []


def inside_all_libraries_work(folder: Path) -> dict[str, list[str]]:
    return {name: beyond_its_work(name, folder / name) for name in LIBRARIES}


@pytest.mark.timeout(400)
def test_all_of_them_together_send_no_packet(tmp_path: Path) -> None:
    stay = run_inside(__name__, inside_all_libraries_work.__name__, tmp_path, timeout_s=360)
    assert (stay.packets, stay.left_for) == (0, ())
    assert stay.result == {name: [] for name in LIBRARIES}


def test_processes_that_hear_have_the_same_guards() -> None:
    environment = child_environment()
    told = {name: environment.get(name) for name in GUARDS if name != "ANONYMIZED_TELEMETRY"}
    assert told == {name: value for name, value in GUARDS.items() if name in told}


def test_every_dependency_was_looked_at() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[><=;\s]", requirement, maxsplit=1)[0] for requirement in project["dependencies"]}
    assert names == OLDER | set(LIBRARIES)
