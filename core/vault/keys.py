"""The master key of a profile, and the keys that are derived from it, one for each purpose.

The master key never touches the disk in clear: slots wrap it (see `core.vault.slots`). Python cannot promise to scrub
memory: `drop` overwrites the one copy that is held here; copies made by libraries may live on until the process ends.
"""

from __future__ import annotations

import secrets
from typing import Literal, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.errors import VaultLocked

KEY_BYTES = 32
NONCE_BYTES = 12

Purpose: TypeAlias = Literal[
    "database",
    "blob",
    "backup",
    "header-mac",
    "anchor-mac",
    "audit-mac",
    "cache-mac",
    # Between two generations of master keys, while they are rotated:
    "next-generation",
    "previous-generation",
    # Keys that outlive a rotation are stored wrapped by this one:
    "kept-keys",
]


class MasterKey:
    """32 random bytes from which every key of one profile is derived."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a master key has {KEY_BYTES} bytes, not {len(secret)}")
        self._secret = bytearray(secret)

    @classmethod
    def random(cls) -> MasterKey:
        """A new key from the system's generator."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def reveal(self) -> bytes:
        """The raw bytes, to derive from or to wrap. Raises VaultLocked after `drop`."""
        if not self._secret:
            raise VaultLocked("the master key was dropped")
        return bytes(self._secret)

    def drop(self) -> None:
        """Overwrite and forget the key; every later use raises VaultLocked."""
        self._secret[:] = bytes(len(self._secret))
        del self._secret[:]

    def __repr__(self) -> str:
        return "MasterKey(…)"


def derive(master: MasterKey, purpose: Purpose, profile_id: str, generation: int) -> bytes:
    """32 bytes for one purpose: HKDF-SHA256 with `hearth/v1/<purpose>/<profile>/<generation>` as its label (RFC 5869).

    The master key is uniformly random, so no salt is needed (RFC 5869 §3.1).
    """
    return expand(master.reveal(), salt=None, label=f"hearth/v1/{purpose}/{profile_id}/{generation}")


def expand(secret: bytes, *, salt: bytes | None, label: str, size_bytes: int = KEY_BYTES) -> bytes:
    """HKDF-SHA256 of `secret`, bound to `label`."""
    return HKDF(algorithm=hashes.SHA256(), length=size_bytes, salt=salt, info=label.encode()).derive(secret)


def seal(key: bytes, plain: bytes, *, bound_to: bytes) -> tuple[bytes, bytes]:
    """Encrypt with AES-256-GCM and authenticate `bound_to` with it. Returns a fresh nonce and the ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce, AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, nonce: bytes, sealed: bytes, *, bound_to: bytes) -> bytes | None:
    """Undo `seal`; None when the key is wrong or anything was changed."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound_to)
    except (InvalidTag, ValueError):  # ValueError: a nonce or ciphertext of an impossible size
        return None
