"""Makes slots whose keyring part is kept in the system keyring, and removes those parts again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.clock import Clock
from core.vault.kdf import KdfParameters
from core.vault.keys import MasterKey
from core.vault.os_keyring import OsKeyring
from core.vault.slots import Slot, SlotSecret, new_keyring_secret, new_slot, uses_keyring, wrap
from core.vault.unlock_secrets import SlotKind
from core.vault.unlocking import keyring_entry


class SlotMaker:
    """For one profile. `kdf` is the cost of the passphrases that are set. Everything here blocks."""

    def __init__(self, profile_id: str, *, keyring: OsKeyring, kdf: KdfParameters, clock: Clock) -> None:
        self._profile_id = profile_id
        self._keyring = keyring
        self._kdf = kdf
        self._clock = clock

    def make(self, kind: SlotKind, secret: SlotSecret, *, master: MasterKey, generation: int) -> Slot:
        """A slot that wraps `master`. Where the keyring takes part, a new secret is stored there first.

        Raises KeyringUnavailable, UnlockNeedsMemory.
        """
        backend_name = self._keyring.probe() if uses_keyring(kind) else ""
        slot = self._bare(kind, generation, backend_name)
        if not uses_keyring(kind):
            return wrap(slot, master, secret, profile_id=self._profile_id)
        secret = replace(secret, keyring=new_keyring_secret())
        self._keyring.store(keyring_entry(self._profile_id, slot), secret.keyring)
        try:
            return wrap(slot, master, secret, profile_id=self._profile_id)
        except BaseException:
            self.forget((slot,))
            raise

    def remake(self, slot: Slot, secret: SlotSecret, *, master: MasterKey) -> Slot:
        """The same slot, keyring part and all, for another passphrase; with a fresh salt and today's cost."""
        bare = self._bare(slot.kind, slot.generation, slot.keyring_backend)
        return wrap(replace(bare, slot_id=slot.slot_id), master, secret, profile_id=self._profile_id)

    def keyring_part(self, slot: Slot) -> bytes:
        """What the keyring keeps for `slot`; empty where it takes no part. Raises KeyringUnavailable."""
        if not uses_keyring(slot.kind):
            return b""
        return self._keyring.fetch(keyring_entry(self._profile_id, slot), backend_name=slot.keyring_backend)

    def forget(self, slots: Iterable[Slot]) -> None:
        """Remove the keyring's parts of slots that are gone. One that stays behind opens nothing."""
        for slot in slots:
            if uses_keyring(slot.kind):
                self._keyring.remove(keyring_entry(self._profile_id, slot))

    def _bare(self, kind: SlotKind, generation: int, backend_name: str) -> Slot:
        return new_slot(
            kind,
            generation=generation,
            created_at_ms=int(self._clock.now().timestamp() * 1000),
            kdf=self._kdf,
            keyring_backend=backend_name,
        )
