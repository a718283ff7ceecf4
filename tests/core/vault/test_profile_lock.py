from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ProfileInUse
from core.vault.profile_lock import ProfileLock, refuse_in_use


def test_a_lock_is_taken_once_and_can_be_taken_again_after_its_release(tmp_path: Path) -> None:
    first = ProfileLock(tmp_path / "in-use")
    with pytest.raises(ProfileInUse):
        ProfileLock(tmp_path / "in-use")
    with pytest.raises(ProfileInUse):
        refuse_in_use(tmp_path / "in-use")
    first.release()
    first.release()
    ProfileLock(tmp_path / "in-use").release()


def test_a_lock_file_that_a_dead_process_left_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "in-use").write_bytes(b"")
    refuse_in_use(tmp_path / "in-use")
    ProfileLock(tmp_path / "in-use").release()


def test_asking_leaves_no_lock_file_behind(tmp_path: Path) -> None:
    refuse_in_use(tmp_path / "in-use")
    assert not (tmp_path / "in-use").exists()
