"""Run as a program: kills restores and erasures of a profile at every STRIDE-th call of the files that matter.

`profile_move_storm.py HOME restore|erase STRIDE`. Prints one JSON object.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.errors import HeaderDamaged, ProfileMissing
from core.paths import HearthPaths
from core.vault.database import Connection
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.vault import RecoveryKey, Vault
from tests.crash.key_change_storm import in_child
from tests.peers.fake_keyring import FileKeyring

WATCHED = ("profile_folders.py", "restoring.py", "erase.py", "header_file.py", "profiles.py", "backup.py", "shutil.py")


class Moves:
    """A profile with a backup that lacks its last row."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.backup = home / "backup"
        self.facts = home / "facts"
        self.paths = HearthPaths.below(home)

    def profiles(self) -> Profiles:
        return Profiles(self.paths, keyring=OsKeyring(FileKeyring(self.home / "keyring")), kdf=FLOOR)

    def known(self) -> tuple[str, RecoveryKey]:
        facts = json.loads(self.facts.read_text())
        return facts["profile"], RecoveryKey(facts["recovery"])

    async def create(self) -> None:
        vault, recovery = await self.profiles().create("Moved", passphrase=None, use_keyring=True)
        self.facts.write_text(json.dumps({"profile": vault.profile_id, "recovery": recovery.text}))
        await add_row(vault, "in the backup")
        await vault.backup(self.backup)
        await add_row(vault, "later")
        await vault.close()

    async def restore(self) -> None:
        await self.profiles().restore(self.backup, self.known()[1])

    async def erase(self) -> None:
        await self.profiles().erase(self.known()[0])

    async def check_restore(self) -> None:
        """One profile, with the rows of the backup or with those that it had; never a mixture."""
        profile_id, recovery = self.known()
        assert [info.profile_id for info in self.profiles().list()] == [profile_id]
        vault = await self.profiles().open(profile_id, recovery)
        rows = await vault.readers.run(row_names)
        assert rows in ({"in the backup"}, {"in the backup", "later"}), rows
        await add_row(vault, "later")
        await vault.close()

    async def check_erasure(self) -> None:
        """Whole, or gone for good; and what is left of it can be erased."""
        profile_id, recovery = self.known()
        try:
            vault = await self.profiles().open(profile_id, recovery)
        except (HeaderDamaged, ProfileMissing):
            pass
        else:
            assert await vault.readers.run(row_names) == {"in the backup", "later"}
            await vault.close()
        if self.profiles().list():
            await self.profiles().erase(profile_id)
        assert self.profiles().list() == []
        left = [path for path in self.paths.profiles.iterdir() if not path.name.endswith(".erased")]
        assert left == []


async def add_row(vault: Vault, name: str) -> None:
    await vault.writer.run(lambda c: c.execute("INSERT OR IGNORE INTO setting VALUES (?, '1', 1)", (name,)))


def row_names(connection: Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM setting")}


async def killed_at(step: int, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    left = step

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        if event in ("c_call", "c_return") and frame.f_code.co_filename.endswith(WATCHED):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(max_workers=2))
    threading.setprofile(count)
    await work()


def storm(home: Path, move: str, stride: int) -> dict[str, int]:
    moves, step, kills = Moves(home / "first"), 1, 0
    while True:
        if move == "erase" or not moves.home.exists():
            shutil.rmtree(moves.home, ignore_errors=True)
            moves.home.mkdir()
            must_work(moves.create)
        work, check = (moves.erase, moves.check_erasure) if move == "erase" else (moves.restore, moves.check_restore)
        status = in_child(lambda work=work, step=step: killed_at(step, work))
        if not os.WIFSIGNALED(status):
            return {"kills": kills}
        must_work(check)
        kills, step = kills + 1, step + stride


def must_work(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    if in_child(work) != 0:
        sys.exit("the profile did not pass its check")


if __name__ == "__main__":
    print(json.dumps(storm(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
