"""What every test gets: a private home, no keyring, no network beyond loopback, and no leak that goes unseen."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
for name in ("DBUS_SESSION_BUS_ADDRESS", "OLLAMA_HOST", "OLLAMA_ORIGINS", "http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(name, None)
    os.environ.pop(name.upper(), None)

HAS_QT = importlib.util.find_spec("PySide6") is not None
if not HAS_QT:
    # The Qt-free run of `build/dev.py check`: everything of the window is left out, the rest must pass without Qt.
    collect_ignore_glob = [
        "desktop/test_*.py",
        *(
            f"desktop/{room}/*"
            for room in (
                "chat",
                "hotkeys",
                "main_window",
                "model_library",
                "onboarding",
                "personas",
                "prompts",
                "quick_chat",
                "settings",
                "theme",
                "transcripts",
                "unlock",
                "voice",
                "widgets",
            )
        ),
        "stories/*",
        "bench/*",
        "habits/test_qt_*.py",
    ]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--storm", action="store_true", help="long fault storms: thousands of kills and mutations")


def pytest_configure() -> None:
    # A shell ignores Ctrl+C for what it starts in the background, and all its children inherit that: the programs that
    # tests interrupt would never end.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--storm"):
        return
    skip = pytest.mark.skip(reason="a long fault storm; run with --storm")
    for item in items:
        if "storm" in item.keywords:
            item.add_marker(skip)


@pytest.fixture
def storm(request: pytest.FixtureRequest) -> bool:
    """Whether this run was asked for thousands of faults instead of a sample."""
    return bool(request.config.getoption("--storm"))


@pytest.fixture(scope="session", autouse=True)
def network_is_shut() -> None:
    """Connections off this machine raise, in every test, for good."""
    from core.network.doors import Doors
    from core.network.guard import install

    install(Doors())


if HAS_QT:

    @pytest.fixture
    def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
        """The robot of pytest-qt, which waits longer for what must come."""
        from tests.peers.patient_bot import PatientBot

        return PatientBot(request)


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty HOME, so that no test reads or writes the owner's own files."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("HEARTH_HOME", str(home / "hearth"))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture(autouse=True)
def no_thread_is_left_behind() -> Iterator[None]:
    """A thread that outlives its test is a leak, unless it is a daemon of a library's pool."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(timeout=5)
    alive = [thread.name for thread in left if thread.is_alive() and not thread.name.startswith("asyncio_")]
    assert not alive, f"threads left behind: {alive}"
