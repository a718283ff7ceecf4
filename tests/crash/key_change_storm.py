"""Run as a program: kills processes that change the keys of a profile, and checks after each kill that nothing is lost.

`--kills N` kills at random moments, `--every STRIDE` kills a rotation at every STRIDE-th call of the files that matter;
each open that has to mend something is killed now and then, too. Prints one JSON object. The process that forks never
starts a thread, so each child begins clean.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.errors import WrongSecret
from core.paths import HearthPaths
from core.vault.header_file import HeaderFile
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.vault import FromKeyring, Passphrase, RecoveryKey, Vault
from tests.peers.fake_keyring import FileKeyring

WATCHED = ("key_rotation.py", "header_file.py", "vault_keys.py", "anchor.py", "blobs.py", "fake_keyring.py")
LONGEST_LIFE_S = 0.25
LONGEST_MENDING_S = 0.04


class Journal:
    """What the changing process has been told is done; survives its kill."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, **fact: object) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(handle, json.dumps(fact).encode() + b"\n")
        os.close(handle)

    def facts(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.path.read_bytes().splitlines()]

    def last(self, name: str) -> Any:
        return next((fact[name] for fact in reversed(self.facts()) if name in fact), None)

    def all(self, name: str) -> list[Any]:
        return [fact[name] for fact in self.facts() if name in fact]


class Storm:
    """One profile, and what is known about it."""

    def __init__(self, home: Path, *, passphrase: bool, bulk_kib: int) -> None:
        self.home = home
        self.has_passphrase = passphrase
        self.bulk_kib = bulk_kib
        self.paths = HearthPaths.below(home)
        self.journal = Journal(home / "journal")

    def profiles(self) -> Profiles:
        keyring = OsKeyring(FileKeyring(self.home / "keyring"))
        return Profiles(self.paths, keyring=keyring, kdf=FLOOR)

    async def create(self) -> None:
        first = "the first passphrase" if self.has_passphrase else None
        vault, recovery = await self.profiles().create("Storm", passphrase=first, use_keyring=True)
        self.journal.note(profile=vault.profile_id, passphrase=first, recovery=recovery.text, generation=1)
        for _ in range(5):
            await self.add_data(vault)
        bulk = [(f"bulk {number}", os.urandom(2048).hex()) for number in range(self.bulk_kib // 4)]
        await vault.writer.run(lambda c: c.executemany("INSERT INTO setting VALUES (?, ?, 1)", bulk))
        await vault.close()

    async def open_and_close(self) -> None:
        vault = await self.profiles().open(self.journal.last("profile"), FromKeyring())
        await vault.close()

    async def add_data(self, vault: Vault) -> None:
        row = f"row {os.urandom(8).hex()}"
        await vault.writer.run(lambda c: c.execute("INSERT INTO setting VALUES (?, '1', 1)", (row,)))
        self.journal.note(row=row)
        content = f"attachment to {row}".encode()
        blob_id = await vault.blobs.put(content)
        self.journal.note(blob=[blob_id, content.decode()])

    async def change_until_killed(self, chance: random.Random) -> None:
        while True:
            vault = await self.profiles().open(self.journal.last("profile"), FromKeyring())
            await self.add_data(vault)
            change = chance.choice(["rotate", "rotate", "recovery", "keyring", "rename", "passphrase"])
            await self.change(vault, change, chance)
            await vault.close()

    async def change(self, vault: Vault, change: str, chance: random.Random) -> None:
        self.journal.note(begun=change)
        if change == "rotate":
            recovery = await vault.rotate_master_key(passphrase=self.journal.last("passphrase"))
            self.journal.note(recovery=recovery.text, generation=vault.keys.header.generation)
        elif change == "recovery":
            recovery = await vault.keys.new_recovery_key()
            self.journal.note(recovery=recovery.text)
        elif change == "keyring":
            await vault.keys.add_keyring()
        elif change == "rename":
            await vault.keys.rename(f"Storm {chance.random()}")
        elif self.has_passphrase:
            new = f"passphrase {chance.random()}"
            self.journal.note(passphrase_to_be=new)
            await vault.keys.change_passphrase(self.journal.last("passphrase"), new)
            self.journal.note(passphrase=new)
        self.journal.note(done=change)

    async def check(self) -> None:
        """After a kill: the keyring opens it, every acknowledged row and attachment is there, other secrets work."""
        profile_id = self.journal.last("profile")
        vault = await self.profiles().open(profile_id, FromKeyring())
        try:
            await self.check_data(vault)
            assert vault.keys.header.rotation is None, "a rotation is left half-way"
            generation = vault.keys.header.generation
        finally:
            await vault.close()
        await self.check_recovery_key(profile_id, generation)
        if self.has_passphrase:
            await self.check_passphrase(profile_id)

    async def check_data(self, vault: Vault) -> None:
        found = await vault.readers.run(lambda c: {row[0] for row in c.execute("SELECT name FROM setting")})
        lost = set(self.journal.all("row")) - found
        assert not lost, f"lost rows: {sorted(lost)}"
        for blob_id, content in self.journal.all("blob")[-20:]:
            assert await vault.blobs.get(blob_id) == content.encode()

    async def check_recovery_key(self, profile_id: str, generation: int) -> None:
        """It opens the profile, unless the kill came between a change that took place and its being told."""
        facts = [fact for fact in self.journal.facts() if "begun" in fact or "done" in fact]
        unfinished = facts[-1].get("begun") if facts else None
        untold = unfinished == "recovery" or generation != self.journal.last("generation")
        try:
            vault = await self.profiles().open(profile_id, RecoveryKey(self.journal.last("recovery")))
        except WrongSecret:
            assert untold, "the recovery key no longer opens the profile"
            vault = await self.profiles().open(profile_id, FromKeyring())
            self.journal.note(recovery=(await vault.keys.new_recovery_key()).text)
        self.journal.note(generation=vault.keys.header.generation, done="check")
        await vault.close()

    async def check_passphrase(self, profile_id: str) -> None:
        known = [self.journal.last("passphrase"), self.journal.last("passphrase_to_be")]
        for text in filter(None, known):
            try:
                vault = await self.profiles().open(profile_id, Passphrase(text))
            except WrongSecret:
                continue
            self.journal.note(passphrase=text)
            await vault.close()
            return
        raise AssertionError("neither the old nor the new passphrase opens the profile")

    def header_has_two_generations(self) -> bool:
        profile = self.paths.profile(self.journal.last("profile"))
        return HeaderFile(profile).read(profile_id=profile.profile_id).rotation is not None


def in_child(work: Callable[[], Coroutine[Any, Any, None]], *, lives_s: float | None = None) -> int:
    """Run `work` in a fork, killed after `lives_s`; returns the exit status of the fork."""
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(work())
        except BaseException:  # noqa: BLE001 - the fork must end here, whatever happened
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if lives_s is not None:
        time.sleep(lives_s)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def must_work(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    if in_child(work) != 0:
        sys.exit("the profile did not pass its check")


def random_kills(storm: Storm, kills: int, seed: int) -> dict[str, int]:
    chance = random.Random(seed)
    between = 0
    for number in range(kills):
        own = random.Random(seed * 1_000_003 + number)
        status = in_child(lambda own=own: storm.change_until_killed(own), lives_s=chance.uniform(0, LONGEST_LIFE_S))
        if not os.WIFSIGNALED(status):
            sys.exit("a change failed by itself")
        if storm.header_has_two_generations():
            between += 1
            kill_while_mending(storm, chance)
        must_work(storm.check)
    return {"kills": kills, "between_generations": between, "rows": len(storm.journal.all("row"))}


def kills_at_every_step(storm: Storm, stride: int) -> dict[str, int]:
    """Rotate again and again, killed one stride later each time, until a rotation gets through."""
    chance = random.Random(stride)
    step, kills, between = 1, 0, 0
    while True:
        status = in_child(lambda step=step: rotate_killed_at(storm, step))
        if not os.WIFSIGNALED(status):
            return {"kills": kills, "between_generations": between, "rows": len(storm.journal.all("row"))}
        kills += 1
        if storm.header_has_two_generations():
            between += 1
            kill_while_mending(storm, chance)
        must_work(storm.check)
        step += stride


def kill_while_mending(storm: Storm, chance: random.Random) -> None:
    """An open that puts a rotation back is killed once, too; the next one must still manage."""
    status = in_child(storm.open_and_close, lives_s=chance.uniform(0, LONGEST_MENDING_S))
    if not os.WIFSIGNALED(status) and status != 0:
        sys.exit("an open failed by itself")


async def rotate_killed_at(storm: Storm, step: int) -> None:
    vault = await storm.profiles().open(storm.journal.last("profile"), FromKeyring())
    left = step

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        if event in ("c_call", "c_return") and frame.f_code.co_filename.endswith(WATCHED):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    storm.journal.note(begun="rotate")
    asyncio.get_running_loop().set_default_executor(_fresh_executor())
    threading.setprofile(count)
    await vault.rotate_master_key(passphrase=storm.journal.last("passphrase"))


def _fresh_executor() -> Any:
    """Its threads start after `setprofile`, so they are counted."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=2)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=0)
    parser.add_argument("--passphrase", action="store_true")
    parser.add_argument("--bulk-kib", type=int, default=0)
    asked = parser.parse_args()
    storm = Storm(asked.home, passphrase=asked.passphrase, bulk_kib=asked.bulk_kib)
    must_work(storm.create)
    if asked.every:
        report = kills_at_every_step(storm, asked.every)
    else:
        report = random_kills(storm, asked.kills, asked.seed)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
