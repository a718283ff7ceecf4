"""Whoever restores or erases a profile may be killed at any moment: there is the old one, the new one, or none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("profile_move_storm.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the storm forks, and this system cannot")


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("move", "stride"), [("restore", 17), ("erase", 6)])
def test_a_profile_killed_on_its_way_is_whole_or_gone(tmp_path: Path, move: str, stride: int, *, storm: bool) -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path), move, "1" if storm else str(stride)],
        capture_output=True,
        text=True,
        timeout=1700 if storm else 100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["kills"] >= 10
