from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.habits.source_tree import ROOT

_PROGRAM = """
import sys
sys.path[:0] = sys.argv[1:3]
import PySide6.QtCore
if len(sys.argv) > 3:
    from desktop.bridge import Bridge
    Bridge().stop()
import halfway
print(halfway.word)
"""


def _run(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", _PROGRAM, str(ROOT), str(folder), *more]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_library_that_another_thread_is_just_importing_spoils_no_import(tmp_path: Path) -> None:
    """As pydantic does it while it is imported: whatever it is asked for ends in an ImportError."""
    half = "word = 'whole'\ndef __getattr__(name):\n    raise ImportError(f'cannot import name {name}')\n"
    (tmp_path / "halfway.py").write_text(half)
    done = _run(tmp_path, "with Hearth")
    assert (done.stdout, done.stderr) == ("whole\n", "")
    assert "ImportError" in _run(tmp_path).stderr, "PySide no longer needs it: take the workaround out"
