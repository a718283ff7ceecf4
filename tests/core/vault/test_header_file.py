from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from core.errors import HeaderDamaged, NewerFormat, ProfileMissing
from core.paths import ProfilePaths
from core.vault.header import AnchorMirror, Header, SealedKey, encode
from core.vault.header_file import HeaderFile, shred
from core.vault.slots import Slot

PROFILE = "ab" * 16


def header(alias: str) -> Header:
    slot = Slot(
        slot_id="cd" * 16,
        kind="recovery",
        generation=1,
        created_at_ms=1,
        salt=bytes(16),
        kdf=None,
        keyring_backend="",
        nonce=bytes(12),
        wrapped=bytes(48),
        commitment=bytes(16),
    )
    return Header(
        profile_id=PROFILE,
        alias=alias,
        created_at_ms=1,
        generation=1,
        slots=(slot,),
        kept_key=SealedKey(bytes(12), bytes(48)),
        anchor=AnchorMirror(0, bytes(32)),
        mac=bytes(32),
    )


@pytest.fixture
def file(tmp_path: Path) -> HeaderFile:
    folder = tmp_path / PROFILE
    folder.mkdir(mode=0o700)
    return HeaderFile(ProfilePaths(folder))


class FullDisk:
    """After `syncs_left` more fsyncs the disk is full."""

    def __init__(self) -> None:
        self.syncs_left = 1000

    def fsync(self, _: int) -> None:
        self.syncs_left -= 1
        if self.syncs_left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    disk = FullDisk()
    monkeypatch.setattr(os, "fsync", disk.fsync)
    return disk


def test_a_header_is_kept_twice_and_readable_by_its_owner_only(file: HeaderFile) -> None:
    file.write(header("Anna"))
    assert file.path.read_bytes() == file.copy.read_bytes() == encode(header("Anna"))
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in (file.path, file.copy)} == {0o600}
    assert sorted(path.name for path in file.path.parent.iterdir()) == ["hearth.keys", "hearth.keys.copy"]


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"{}", None])
def test_a_damaged_or_lost_header_is_read_from_its_copy_and_mended(file: HeaderFile, damage: bytes | None) -> None:
    file.write(header("Anna"))
    if damage is None:
        file.path.unlink()
    else:
        file.path.write_bytes(damage)
    read = file.read(profile_id=PROFILE)
    assert read == header("Anna")
    file.mend(read)
    assert file.path.read_bytes() == file.copy.read_bytes() == encode(header("Anna"))


def test_a_copy_that_lags_behind_is_brought_up_to_date(file: HeaderFile) -> None:
    file.write(header("Old"))
    old = file.copy.read_bytes()
    file.write(header("New"))
    file.copy.write_bytes(old)
    file.mend(file.read(profile_id=PROFILE))
    assert file.copy.read_bytes() == encode(header("New"))


def test_two_damaged_files_are_damage_and_stay_as_they_are(file: HeaderFile) -> None:
    file.path.write_bytes(b"broken")
    file.copy.write_bytes(b"broken, too")
    with pytest.raises(HeaderDamaged):
        file.read(profile_id=PROFILE)
    assert (file.path.read_bytes(), file.copy.read_bytes()) == (b"broken", b"broken, too")


def test_no_header_at_all_is_no_profile(file: HeaderFile) -> None:
    with pytest.raises(ProfileMissing):
        file.read(profile_id=PROFILE)


def test_a_newer_header_is_not_replaced_by_an_older_copy(file: HeaderFile) -> None:
    file.write(header("Anna"))
    file.path.write_bytes(b'{"format":2}')
    with pytest.raises(NewerFormat):
        file.read(profile_id=PROFILE)
    assert file.path.read_bytes() == b'{"format":2}'


def test_a_header_of_another_profile_is_damage(file: HeaderFile) -> None:
    file.write(header("Anna"))
    with pytest.raises(HeaderDamaged):
        file.read(profile_id="ef" * 16)


def test_a_half_written_new_header_disturbs_nobody(file: HeaderFile) -> None:
    file.write(header("Anna"))
    file.path.with_name("hearth.keys.new").write_bytes(b"half")
    assert file.read(profile_id=PROFILE) == header("Anna")
    file.write(header("Berta"))
    assert file.read(profile_id=PROFILE) == header("Berta")


def test_when_the_copy_cannot_be_written_the_old_one_goes_too(file: HeaderFile, full_disk: FullDisk) -> None:
    """Otherwise a changed passphrase would go on opening the copy."""
    file.write(header("Old"))
    full_disk.syncs_left = 2  # the header and its folder
    file.write(header("New"))
    assert file.path.read_bytes() == encode(header("New"))
    assert not file.copy.exists()


def test_when_the_header_cannot_be_written_the_old_one_stays(file: HeaderFile, full_disk: FullDisk) -> None:
    file.write(header("Old"))
    full_disk.syncs_left = 0
    with pytest.raises(OSError, match="No space"):
        file.write(header("New"))
    assert file.path.read_bytes() == file.copy.read_bytes() == encode(header("Old"))


def test_shredding_overwrites_before_it_removes(tmp_path: Path) -> None:
    secret, second_name = tmp_path / "secret", tmp_path / "second name"
    secret.write_bytes(b"wrapped key" * 1000)
    os.link(secret, second_name)
    shred(secret)
    assert not secret.exists()
    assert len(second_name.read_bytes()) == 11000
    assert b"wrapped" not in second_name.read_bytes()
    shred(secret)  # already gone: fine
