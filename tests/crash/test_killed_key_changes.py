"""Whoever changes the keys of a profile may be killed at any moment: it opens afterwards, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("key_change_storm.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the storm forks, and this system cannot")


def run_storm(home: Path, *arguments: str, timeout_s: float = 100) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(home), *arguments],
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, int] = json.loads(done.stdout)
    return report


def test_a_rotation_killed_at_every_step_leaves_a_profile_that_opens(tmp_path: Path) -> None:
    report = run_storm(tmp_path, "--every", "7")
    assert report["kills"] >= 30
    assert report["between_generations"] >= 10, "the kills did not hit the dangerous part"


def test_key_changes_killed_at_random_moments_lose_no_row_and_no_way_in(tmp_path: Path) -> None:
    report = run_storm(tmp_path, "--kills", "25", "--seed", "7")
    assert report["kills"] == 25
    assert report["rows"] > 5


def test_a_rekey_of_megabytes_killed_at_random_moments_loses_nothing(tmp_path: Path) -> None:
    assert run_storm(tmp_path, "--kills", "10", "--seed", "8", "--bulk-kib", "3000")["kills"] == 10


def test_passphrase_changes_killed_at_random_moments_leave_the_old_or_the_new_passphrase(tmp_path: Path) -> None:
    assert run_storm(tmp_path, "--kills", "6", "--seed", "9", "--passphrase")["kills"] == 6


@pytest.mark.storm
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "arguments",
    [
        ("--every", "1"),
        ("--kills", "600", "--seed", "11"),
        ("--kills", "250", "--seed", "12", "--bulk-kib", "3000"),
        ("--kills", "150", "--seed", "13", "--passphrase"),
    ],
    ids=" ".join,
)
def test_a_storm_of_kills_leaves_no_profile_shut(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run_storm(tmp_path, *arguments, timeout_s=3000)
