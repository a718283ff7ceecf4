from __future__ import annotations

import os
import sys
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


@pytest.mark.skipif(sys.platform == "win32", reason="programs inherit no descriptors there")
def test_a_program_that_was_started_meanwhile_does_not_keep_the_lock(tmp_path: Path) -> None:
    lock = ProfileLock(tmp_path / "in-use")
    assert lock._descriptor is not None
    copy = os.dup(lock._descriptor)  # what a child has between its fork and the program that it becomes
    try:
        lock.release()
        ProfileLock(tmp_path / "in-use").release()
    finally:
        os.close(copy)
