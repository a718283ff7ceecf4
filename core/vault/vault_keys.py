"""The keys of one open profile, and the changes an owner can make to what opens it.

Each change writes the whole header at once: a kill leaves the profile openable with the old secrets or with the new
ones, never with neither. What the keyring keeps is stored before the header needs it and removed after.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from core.errors import HeaderDamaged, OwnerCanAct
from core.vault.database import error_of_system
from core.vault.header import LONGEST_ALIAS, AnchorMirror, Header, SealedKey, signed
from core.vault.header_file import HeaderFile
from core.vault.keys import KEY_BYTES, MasterKey, Purpose, derive, expand, seal, unseal
from core.vault.recovery_key import RecoveryKey
from core.vault.slot_maker import SlotMaker
from core.vault.slots import Slot, SlotSecret, unwrap, uses_passphrase
from core.vault.unlock_secrets import SlotKind

T = TypeVar("T")

SHORTEST_PASSPHRASE = 8


class PassphraseTooShort(OwnerCanAct):
    """A new passphrase that could be guessed in no time."""

    sentence = "A passphrase needs at least {shortest} characters."
    next_step = "Choose a longer one: four or five words that have nothing to do with each other are good."


class LastSlot(OwnerCanAct):
    """Removing it would lock everybody out."""

    sentence = "This is the only way to open the profile, so it stays."
    next_step = "Add another way first, then remove this one."


class SlotMissing(OwnerCanAct):
    """There is nothing of this kind to change or remove."""

    sentence = "This profile is not opened this way."
    next_step = "Add it first."


class AliasUnfit(OwnerCanAct):
    """A profile's name that cannot be shown."""

    sentence = "A profile needs a name of 1 to {longest} characters."
    next_step = "Choose another name."


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """One way to open the profile."""

    kind: SlotKind
    created_at: datetime


class VaultKeys:
    """Holds the master key while the profile is open. The async methods work on threads; they may be called at will."""

    def __init__(self, file: HeaderFile, header: Header, master: MasterKey, *, slot_maker: SlotMaker) -> None:
        self.file = file
        self.slot_maker = slot_maker
        self._header = header
        self._master = master
        self._kept = _opened_kept_key(header, master)
        self.changing = threading.RLock()  # held for the whole of a change
        # Hears the name of each change after it is done, for the audit; the change stands whatever it does.
        self.on_changed: Callable[[str], Awaitable[None]] | None = None

    @property
    def header(self) -> Header:
        """The header as it is on disk."""
        return self._header

    @property
    def master(self) -> MasterKey:
        """The master key, for rotation."""
        return self._master

    def key(self, purpose: Purpose) -> bytes:
        """The key for one purpose. Raises VaultLocked after `drop`.

        The audit trail's key outlives rotations of the master key, since its chain of MACs is never written anew.
        """
        if purpose == "audit-mac":
            return expand(self.kept_key(), salt=None, label=f"hearth/v1/{purpose}/{self._header.profile_id}")
        return derive(self._master, purpose, self._header.profile_id, self._header.generation)

    def kept_key(self) -> bytes:
        """The key that outlives rotations, to be wrapped again. Raises VaultLocked after `drop`."""
        self._master.reveal()
        return bytes(self._kept)

    def drop(self) -> None:
        """Forget the keys."""
        self._master.drop()
        self._kept[:] = bytes(len(self._kept))

    def slots(self) -> list[SlotInfo]:
        """Every way to open the profile."""
        return [
            SlotInfo(slot.kind, datetime.fromtimestamp(slot.created_at_ms / 1000, UTC)) for slot in self._header.slots
        ]

    # ---- changes -----------------------------------------------------------------------------------------------------

    async def add_passphrase(self, passphrase: str) -> None:
        """Let a passphrase open the profile; replaces the one there is. Raises PassphraseTooShort."""
        refuse_short(passphrase)
        await self._change("passphrase added", lambda: self._put("passphrase", SlotSecret(passphrase=passphrase)))

    async def change_passphrase(self, present: str, new: str) -> None:
        """Re-wrap what the present passphrase opens. Raises WrongSecret, PassphraseTooShort, SlotMissing."""
        refuse_short(new)
        await self._change("passphrase changed", lambda: self._change_passphrase(present, new))

    async def add_keyring(self) -> None:
        """Let the system keyring open the profile; its secret is made anew. Raises KeyringUnavailable."""
        await self._change("keyring added", lambda: self._put("keyring", SlotSecret()))

    async def require_both(self, passphrase: str) -> None:
        """From now on keyring and passphrase together open the profile, neither alone; the recovery key stays."""
        refuse_short(passphrase)

        def change() -> None:
            self._put("both", SlotSecret(passphrase=passphrase), without=("keyring", "passphrase"))

        await self._change("both required", change)

    async def new_recovery_key(self) -> RecoveryKey:
        """Replace the recovery key; the old one opens nothing from here on, except backups made before."""
        key = RecoveryKey.random()
        await self._change("recovery key renewed", lambda: self._put("recovery", SlotSecret(recovery=key.secret())))
        return key

    async def check_recovery_key(self, key: RecoveryKey) -> None:
        """Prove that the owner's copy opens this profile. Raises WrongSecret, SlotMissing without a recovery key."""
        slots = self._header.slots_of("recovery")
        if not slots:
            raise SlotMissing("recovery")
        secret = SlotSecret(recovery=key.secret())
        master = await asyncio.to_thread(unwrap, slots[0], secret, profile_id=self._header.profile_id)
        master.drop()
        if self.on_changed is not None:
            await self.on_changed("recovery key checked")

    async def remove_slot(self, kind: SlotKind) -> None:
        """Take away one way to open the profile. Raises LastSlot, SlotMissing."""
        await self._change("way in removed", lambda: self._remove(kind))

    async def rename(self, alias: str) -> None:
        """Give the profile another name. Raises AliasUnfit."""
        fit = fit_alias(alias)
        await self._change("profile renamed", lambda: self.replace_header(replace(self._header, alias=fit)))

    def mirror(self, mirror: AnchorMirror) -> None:
        """Write the database's present place in history to the header. Blocks."""
        with self.changing:
            if mirror != self._header.anchor:
                self.replace_header(replace(self._header, anchor=mirror))

    def replace_header(self, header: Header, *, master: MasterKey | None = None) -> None:
        """Sign and write `header`; from then on it and `master`, if given, are in force. Blocks."""
        fresh = signed(header, master or self._master)
        try:
            self.file.write(fresh)
        except OSError as trouble:
            raise error_of_system(trouble) from trouble
        self._header = fresh
        if master is not None:
            self._master = master

    def check_passphrase(self, slot: Slot, passphrase: str) -> SlotSecret:
        """What opens `slot`, if `passphrase` is right; else WrongSecret. Blocks."""
        secret = SlotSecret(passphrase=passphrase, keyring=self.slot_maker.keyring_part(slot))
        unwrap(slot, secret, profile_id=self._header.profile_id).drop()
        return secret

    async def _change(self, act: str, change: Callable[[], None]) -> None:
        def locked() -> None:
            with self.changing:
                self._master.reveal()
                change()

        await asyncio.to_thread(locked)
        if self.on_changed is not None:
            await self.on_changed(act)

    def _put(self, kind: SlotKind, secret: SlotSecret, *, without: tuple[SlotKind, ...] = ()) -> None:
        """Add a slot, in the place of the one of its kind and those of the kinds `without`."""
        header = self._header
        gone = tuple(slot for slot in header.slots if slot.kind == kind or slot.kind in without)
        fresh = self.slot_maker.make(kind, secret, master=self._master, generation=header.generation)
        kept = tuple(slot for slot in header.slots if slot not in gone)
        try:
            self.replace_header(replace(header, slots=(*kept, fresh)))
        except BaseException:
            self.slot_maker.forget((fresh,))
            raise
        self.slot_maker.forget(gone)

    def _change_passphrase(self, present: str, new: str) -> None:
        header = self._header
        changed = {
            slot: self._with_passphrase(slot, present, new) for slot in header.slots if uses_passphrase(slot.kind)
        }
        if not changed:
            raise SlotMissing("no passphrase slot")
        self.replace_header(replace(header, slots=tuple(changed.get(slot, slot) for slot in header.slots)))

    def _with_passphrase(self, slot: Slot, present: str, new: str) -> Slot:
        """The same slot for another passphrase, after the present one has opened it; its keyring secret stays."""
        secret = self.check_passphrase(slot, present)
        return self.slot_maker.remake(slot, replace(secret, passphrase=new), master=self._master)

    def _remove(self, kind: SlotKind) -> None:
        gone = self._header.slots_of(kind)
        kept = tuple(slot for slot in self._header.slots if slot.kind != kind)
        if not gone:
            raise SlotMissing(kind)
        if not kept:
            raise LastSlot(kind)
        self.replace_header(replace(self._header, slots=kept))
        self.slot_maker.forget(gone)


def refuse_short(passphrase: str) -> None:
    """Raise PassphraseTooShort for a new passphrase below eight characters (NIST SP 800-63B §5.1.1.1)."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(shortest=SHORTEST_PASSPHRASE)


def fit_alias(alias: str) -> str:
    """The name without surrounding space. Raises AliasUnfit."""
    fit = " ".join(alias.split())
    if not 1 <= len(fit) <= LONGEST_ALIAS or not fit.isprintable():
        raise AliasUnfit(longest=LONGEST_ALIAS)
    return fit


def sealed_kept_key(kept: bytes, master: MasterKey, *, profile_id: str, generation: int) -> SealedKey:
    """The key that outlives rotations, under the master key of `generation`."""
    wrapping = derive(master, "kept-keys", profile_id, generation)
    return SealedKey(*seal(wrapping, kept, bound_to=f"hearth-kept/{profile_id}".encode()))


def _opened_kept_key(header: Header, master: MasterKey) -> bytearray:
    wrapping = derive(master, "kept-keys", header.profile_id, header.generation)
    sealed = header.kept_key
    kept = unseal(wrapping, sealed.nonce, sealed.sealed, bound_to=f"hearth-kept/{header.profile_id}".encode())
    if kept is None or len(kept) != KEY_BYTES:
        raise HeaderDamaged("the kept key was changed")
    return bytearray(kept)
