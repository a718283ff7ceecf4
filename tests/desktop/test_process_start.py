"""`hearth` before any window: guards, display, sub-commands. A real process each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.__main__ import GUARDS, has_display
from tests.peers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in GUARDS and "DISPLAY" not in name}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_the_guards_stand_before_anything_else_is_imported() -> None:
    code = (
        "import sys; before = set(sys.modules); import desktop.__main__, os;"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(os.environ['ORT_DISABLE_TELEMETRY'], os.environ['HF_HUB_OFFLINE']);"
        "print(sorted(new & {'PySide6', 'core', 'models', 'ollama', 'httpx', 'pydantic', 'asyncio'}))"
    )
    process = run_python(code)
    assert process.stdout.splitlines() == ["1 1", "[]"], process.stderr


def test_a_display_is_found_where_there_is_one() -> None:
    assert has_display({"DISPLAY": ":0"}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not has_display({"DISPLAY": ""}, "linux")
    assert has_display({}, "win32")
    assert has_display({}, "darwin")


def test_without_a_display_it_says_so_and_opens_the_terminal_chat_without_loading_qt() -> None:
    code = (
        "import sys, types; terminal = types.ModuleType('desktop.cli.main');"
        "terminal.main = lambda argv: print('terminal', argv) or 7;"
        "sys.modules['desktop.cli.main'] = terminal;"
        "from desktop.__main__ import main;"
        "code = main([]); print(code, 'PySide6' in sys.modules)"
    )
    process = run_python(code)
    assert process.stdout.splitlines() == ["terminal ['chat']", "7 False"]
    assert "no display" in process.stderr


def test_words_after_hearth_go_to_the_terminal_face_even_with_a_display() -> None:
    code = (
        "import sys, types; terminal = types.ModuleType('desktop.cli.main');"
        "terminal.main = lambda argv: print('terminal', argv) or 0;"
        "sys.modules['desktop.cli.main'] = terminal;"
        "from desktop.__main__ import main; main(['ask', 'why?'])"
    )
    assert run_python(code, DISPLAY=":0").stdout.splitlines() == ["terminal ['ask', 'why?']"]


def test_the_window_paints_and_can_be_typed_in_before_any_library_of_the_network_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.__main__ import main; import desktop.startup_trace as trace\n"
        "report = trace.StartupTrace.report\n"
        "def told(self, event):\n"
        "    heavy = {'ollama', 'httpx', 'pydantic', 'pygments', 'markdown_it', 'numpy', 'sounddevice'}\n"
        "    report(self, event + ' ' + ' '.join(sorted(heavy & set(sys.modules))))\n"
        "    if event == 'ready': import os, signal; os.kill(os.getpid(), signal.SIGTERM)\n"
        "trace.StartupTrace.report = told\n"
        "sys.exit(main([]))"
    )
    process = run_python(
        code, QT_QPA_PLATFORM="offscreen", HEARTH_STARTUP_TRACE="1", HEARTH_HOME=str(tmp_path), HOME=str(tmp_path)
    )
    events = [json.loads(line) for line in process.stdout.splitlines()]
    assert [event["event"].strip() for event in events] == ["painted", "ready"], process.stderr
    assert events[0]["started_ns"] < events[0]["monotonic_ns"] < events[1]["monotonic_ns"]
    assert process.returncode == 0  # and the signal ended it in order
