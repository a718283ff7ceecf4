"""The ballast: real room on the disk that can be given back."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.vault.ballast import Ballast


def test_it_takes_real_room_and_gives_it_back(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", size_bytes=3_000_001)
    assert not ballast.is_there
    assert ballast.fill()
    assert ballast.is_there
    stat = (tmp_path / "ballast").stat()
    assert stat.st_size == 3_000_001
    assert stat.st_blocks * 512 >= 3_000_000  # no hole
    assert stat.st_mode & 0o077 == 0
    ballast.drop()
    ballast.drop()
    assert not ballast.is_there


def test_a_ballast_of_another_size_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "ballast").write_bytes(b"x")
    ballast = Ballast(tmp_path / "ballast", size_bytes=10_000)
    assert not ballast.is_there
    assert ballast.fill()
    assert (tmp_path / "ballast").stat().st_size == 10_000


def test_it_never_takes_the_last_room(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", size_bytes=shutil.disk_usage(tmp_path).free)
    assert not ballast.fill()
    assert not (tmp_path / "ballast").exists()


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "gone" / "ballast", size_bytes=10)
    assert not ballast.fill()
    ballast.drop()
