"""From a header and a secret to the master key: which slots fit, and what it means when none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import HeaderDamaged, WrongSecret
from core.vault.header import Header, Rotation, SealedKey, verify_mac
from core.vault.keys import MasterKey, Purpose, derive, seal, unseal
from core.vault.os_keyring import OsKeyring
from core.vault.recovery_key import RecoveryKey
from core.vault.slots import Slot, SlotSecret, unwrap
from core.vault.unlock_secrets import FromKeyring, KeyringAndPassphrase, Passphrase, UnlockWith, slot_kind


class NoSuchSlot(WrongSecret):
    """The profile has no slot of this kind: the secret may be right for another profile, but not for this one."""

    sentence = "This profile is not opened this way."
    next_step = "Use the passphrase, the system keyring or the recovery key that was set up for it."


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The master key of the header's generation and, while it is being rotated, the next one."""

    master: MasterKey
    next_master: MasterKey | None = None


def unlock_header(header: Header, unlock: UnlockWith, keyring: OsKeyring) -> Unlocked:
    """Open a slot that fits `unlock`, then verify the whole header.

    Blocks: Argon2 takes about a second, a keyring up to its timeout. Raises WrongSecret, HeaderDamaged,
    KeyringUnavailable.
    """
    slots = header.slots_of(slot_kind(unlock))
    if not slots:
        raise NoSuchSlot(f"no {slot_kind(unlock)} slot")
    generation, master = _first_that_opens(slots, unlock, keyring, profile_id=header.profile_id)
    unlocked = _both_generations(header, generation, master)
    verify_mac(header, unlocked.master)
    return unlocked


def keyring_entry(profile_id: str, slot: Slot) -> str:
    """The name under which the keyring keeps a slot's secret; each slot has its own: a change never overwrites."""
    return f"{profile_id}/{slot.slot_id}"


def slot_secret(slot: Slot, unlock: UnlockWith, keyring: OsKeyring, *, profile_id: str) -> SlotSecret:
    """What `unlock` gives to `slot`, fetched from the keyring where it lies there."""
    match unlock:
        case Passphrase(text):
            return SlotSecret(passphrase=text)
        case RecoveryKey():
            return SlotSecret(recovery=unlock.secret())
        case FromKeyring():
            return SlotSecret(keyring=_fetched(slot, keyring, profile_id))
        case KeyringAndPassphrase(text):
            return SlotSecret(passphrase=text, keyring=_fetched(slot, keyring, profile_id))


def link(present: MasterKey, following: MasterKey, *, profile_id: str, generation: int) -> Rotation:
    """Both directions between the master keys of `generation` and the next, for the header of a rotation."""
    forward = derive(present, "next-generation", profile_id, generation)
    backward = derive(following, "previous-generation", profile_id, generation + 1)
    bound_to = _bound(profile_id, generation)
    return Rotation(
        to_generation=generation + 1,
        forward=SealedKey(*seal(forward, following.reveal(), bound_to=bound_to)),
        backward=SealedKey(*seal(backward, present.reveal(), bound_to=bound_to)),
    )


def _first_that_opens(
    slots: Sequence[Slot], unlock: UnlockWith, keyring: OsKeyring, *, profile_id: str
) -> tuple[int, MasterKey]:
    """Two slots of one kind exist only while the master key is being rotated; either will do."""
    for slot in slots[:-1]:
        try:
            return slot.generation, unwrap(
                slot, slot_secret(slot, unlock, keyring, profile_id=profile_id), profile_id=profile_id
            )
        except WrongSecret:
            continue
    last = slots[-1]
    secret = slot_secret(last, unlock, keyring, profile_id=profile_id)
    return last.generation, unwrap(last, secret, profile_id=profile_id)


def _both_generations(header: Header, generation: int, master: MasterKey) -> Unlocked:
    rotation = header.rotation
    if rotation is None:
        return Unlocked(master)
    if generation == header.generation:
        return Unlocked(master, _follow(header, master, rotation.forward, purpose="next-generation"))
    present = _follow(header, master, rotation.backward, purpose="previous-generation")
    return Unlocked(present, master)


def _follow(header: Header, master: MasterKey, sealed: SealedKey, *, purpose: Purpose) -> MasterKey:
    generation = header.generation if purpose == "next-generation" else header.generation + 1
    key = derive(master, purpose, header.profile_id, generation)
    other = unseal(key, sealed.nonce, sealed.sealed, bound_to=_bound(header.profile_id, header.generation))
    if other is None:
        raise HeaderDamaged("the link between two master keys was changed")
    return MasterKey(other)


def _bound(profile_id: str, generation: int) -> bytes:
    return f"hearth-rotation/{profile_id}/{generation}".encode()


def _fetched(slot: Slot, keyring: OsKeyring, profile_id: str) -> bytes:
    return keyring.fetch(keyring_entry(profile_id, slot), backend_name=slot.keyring_backend)
