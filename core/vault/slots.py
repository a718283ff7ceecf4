"""Key slots: the master key, wrapped once for each secret that may open the profile.

A slot's key is made from its secret (Argon2id for a passphrase, HKDF for random secrets). AES-256-GCM wraps the master
key with the slot's own description as associated data, so that a slot cannot be moved, weakened or relabelled. Since
GCM does not commit to its key, a commitment is stored beside it and compared first, in constant time: it is what tells
a wrong secret from a damaged slot.
"""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass, field, replace

from core.errors import HeaderDamaged, WrongSecret
from core.vault.kdf import SALT_BYTES, KdfParameters, stretch
from core.vault.keys import KEY_BYTES, NONCE_BYTES, MasterKey, expand, seal, unseal
from core.vault.unlock_secrets import SlotKind

FORMAT = 1  # of the header, and bound into each slot
COMMITMENT_BYTES = 16
WRAPPED_BYTES = KEY_BYTES + 16  # and GCM's tag
KEYRING_SECRET_BYTES = 32
KINDS: tuple[SlotKind, ...] = ("keyring", "passphrase", "both", "recovery")


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the master key of `generation`.

    `kdf` is set where a passphrase takes part, `keyring_backend` (module and class) where the keyring does.
    """

    slot_id: str
    kind: SlotKind
    generation: int
    created_at_ms: int
    salt: bytes
    kdf: KdfParameters | None
    keyring_backend: str
    nonce: bytes = b""
    wrapped: bytes = b""
    commitment: bytes = b""


@dataclass(frozen=True, slots=True)
class SlotSecret:
    """What was typed or fetched; a slot uses the parts that its kind needs."""

    passphrase: str = field(default="", repr=False)
    keyring: bytes = field(default=b"", repr=False)
    recovery: bytes = field(default=b"", repr=False)


def new_slot(
    kind: SlotKind,
    *,
    generation: int,
    created_at_ms: int,
    kdf: KdfParameters,
    keyring_backend: str = "",
) -> Slot:
    """A slot with a fresh id and salt that holds nothing yet; see `wrap`."""
    return Slot(
        slot_id=secrets.token_hex(16),
        kind=kind,
        generation=generation,
        created_at_ms=created_at_ms,
        salt=secrets.token_bytes(SALT_BYTES),
        kdf=kdf if uses_passphrase(kind) else None,
        keyring_backend=keyring_backend if uses_keyring(kind) else "",
    )


def wrap(slot: Slot, master: MasterKey, secret: SlotSecret, *, profile_id: str) -> Slot:
    """The slot with `master` wrapped in it. Slow where a passphrase takes part."""
    key, commitment = _slot_keys(slot, secret)
    nonce, wrapped = seal(key, master.reveal(), bound_to=_bound(slot, profile_id))
    return replace(slot, nonce=nonce, wrapped=wrapped, commitment=commitment)


def unwrap(slot: Slot, secret: SlotSecret, *, profile_id: str) -> MasterKey:
    """The master key. Raises WrongSecret, or HeaderDamaged when the secret is right and the slot was changed."""
    key, commitment = _slot_keys(slot, secret)
    if not hmac.compare_digest(commitment, slot.commitment):
        raise WrongSecret(f"{slot.kind} slot {slot.slot_id}")
    master = unseal(key, slot.nonce, slot.wrapped, bound_to=_bound(slot, profile_id))
    if master is None or len(master) != KEY_BYTES:
        raise HeaderDamaged(f"{slot.kind} slot {slot.slot_id} was changed")
    return MasterKey(master)


def uses_passphrase(kind: SlotKind) -> bool:
    """Whether a passphrase takes part in opening this kind of slot."""
    return kind in ("passphrase", "both")


def uses_keyring(kind: SlotKind) -> bool:
    """Whether the operating system's keyring takes part in opening this kind of slot."""
    return kind in ("keyring", "both")


def new_keyring_secret() -> bytes:
    """The random secret that the keyring keeps. It is not the master key: without the header it opens nothing."""
    return secrets.token_bytes(KEYRING_SECRET_BYTES)


def well_formed(slot: Slot) -> bool:
    """Whether sizes, kind and cost are possible; says nothing about whether anyone changed them."""
    return (
        slot.kind in KINDS
        and slot.generation >= 1
        and len(slot.salt) == SALT_BYTES
        and len(slot.nonce) == NONCE_BYTES
        and len(slot.wrapped) == WRAPPED_BYTES
        and len(slot.commitment) == COMMITMENT_BYTES
        and (slot.kdf is not None) == uses_passphrase(slot.kind)
        and (slot.kdf is None or slot.kdf.allowed)
        and bool(slot.keyring_backend) == uses_keyring(slot.kind)
    )


def _slot_keys(slot: Slot, secret: SlotSecret) -> tuple[bytes, bytes]:
    material = _material(slot, secret)
    key = expand(material, salt=slot.salt, label=f"hearth/v1/slot-key/{slot.slot_id}")
    commitment = expand(
        material, salt=slot.salt, label=f"hearth/v1/slot-commitment/{slot.slot_id}", size_bytes=COMMITMENT_BYTES
    )
    return key, commitment


def _material(slot: Slot, secret: SlotSecret) -> bytes:
    parts: list[bytes] = []
    if uses_keyring(slot.kind):
        parts.append(_present(secret.keyring, slot))
    if uses_passphrase(slot.kind):
        if slot.kdf is None or not slot.kdf.allowed:
            raise HeaderDamaged(f"slot {slot.slot_id} asks for a forbidden Argon2id cost")
        parts.append(stretch(secret.passphrase, slot.salt, slot.kdf))
    if slot.kind == "recovery":
        parts.append(_present(secret.recovery, slot))
    return b"".join(parts)


def _present(part: bytes, slot: Slot) -> bytes:
    if not part:
        raise WrongSecret(f"nothing was given for {slot.kind} slot {slot.slot_id}")
    return part


def _bound(slot: Slot, profile_id: str) -> bytes:
    kdf = slot.kdf and [slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes]
    description: list[object] = [
        "hearth-slot",
        FORMAT,
        profile_id,
        slot.slot_id,
        slot.kind,
        slot.generation,
        slot.created_at_ms,
        slot.salt.hex(),
        kdf,
        slot.keyring_backend,
    ]
    return json.dumps(description, separators=(",", ":")).encode()
