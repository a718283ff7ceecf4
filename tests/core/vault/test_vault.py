from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.errors import VaultLocked
from core.paths import HearthPaths
from core.vault.kdf import FLOOR
from core.vault.opening import _back_up
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.vault import FromKeyring
from tests.peers.fake_keyring import FakeKeyring


@pytest.fixture
def profiles(tmp_path: Path) -> Profiles:
    return Profiles(HearthPaths.below(tmp_path / "hearth"), keyring=OsKeyring(FakeKeyring()), kdf=FLOOR)


async def test_a_close_during_a_rotation_waits_for_it(profiles: Profiles) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    rotating = asyncio.create_task(vault.rotate_master_key())
    closings = [asyncio.create_task(vault.close()) for _ in range(3)]
    results = await asyncio.gather(rotating, *closings, return_exceptions=True)
    assert [result for result in results if isinstance(result, BaseException)] in ([], [results[0]])
    assert not isinstance(results[0], BaseException) or isinstance(results[0], VaultLocked)
    vault = await profiles.open(vault.profile_id, FromKeyring())
    await vault.close()


async def test_closing_finishes_what_was_asked_for_before(profiles: Profiles) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    jobs = [
        asyncio.ensure_future(
            vault.writer.run(lambda c, n=number: c.execute("INSERT INTO setting VALUES (?, '1', 1)", (f"{n}",)))
        )
        for number in range(50)
    ]
    await asyncio.sleep(0)
    await vault.close()
    await asyncio.gather(*jobs)
    vault = await profiles.open(vault.profile_id, FromKeyring())
    assert await vault.readers.run(lambda c: c.execute("SELECT count(*) FROM setting").fetchone()) == (50,)
    await vault.close()


async def test_a_close_that_nobody_waits_for_any_more_still_closes(profiles: Profiles) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    closing = asyncio.create_task(vault.close())
    await asyncio.sleep(0)
    closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing
    await vault.close()
    vault = await profiles.open(vault.profile_id, FromKeyring())
    await vault.close()


async def test_the_backup_before_an_update_can_be_restored(profiles: Profiles) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await asyncio.to_thread(_back_up, vault.paths, vault.keys, clock=ManualClock())
    backups = list(vault.paths.backups.iterdir())
    assert len(backups) == 1
    await vault.close()
    info = await profiles.restore(backups[0], recovery_key)
    assert info.profile_id == vault.profile_id
