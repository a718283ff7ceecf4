from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.vault.hardening import harden_process

PROGRAM = """
import ctypes, os, resource, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from core.vault.hardening import harden_process
harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0, flush=True)
os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither limit")
def test_a_hardened_process_that_crashes_writes_no_core(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"PYTHONPATH": str(Path(__file__).parents[3])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split("\n")[:2] == ["(0, 0)", "0"], done.stderr
    assert done.returncode < 0, "it was killed by its own abort"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_hardening_twice_is_fine() -> None:
    harden_process()
    harden_process()
