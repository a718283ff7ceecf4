from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CRASHES = """
import os, resource
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from core.vault.hardening import forbid_core_dumps
forbid_core_dumps()
forbid_core_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.abort()
"""
TELLS_WHETHER_IT_IS_DUMPABLE = """
import ctypes
from core.vault.hardening import forbid_attaching
get = lambda: ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)  # PR_GET_DUMPABLE
before = get()
forbid_attaching()
print(before, get())
"""


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(Path(__file__).parents[3])},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_process_that_crashes_writes_no_core(tmp_path: Path) -> None:
    done = run(CRASHES, tmp_path)
    assert done.stdout == "(0, 0)\n", done.stderr
    assert done.returncode < 0, "it was killed by its own abort"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="a call of Linux")
def test_attaching_can_be_forbidden(tmp_path: Path) -> None:
    assert run(TELLS_WHETHER_IT_IS_DUMPABLE, tmp_path).stdout == "1 0\n"
