"""What an owner can open a profile with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from core.vault.recovery_key import RecoveryKey

SlotKind: TypeAlias = Literal["keyring", "passphrase", "both", "recovery"]


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A passphrase alone."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FromKeyring:
    """The secret that the operating system's keyring keeps; the owner types nothing."""


@dataclass(frozen=True, slots=True)
class KeyringAndPassphrase:
    """The keyring's secret and a passphrase; neither opens the profile without the other."""

    text: str = field(repr=False)


UnlockWith: TypeAlias = Passphrase | RecoveryKey | FromKeyring | KeyringAndPassphrase


def slot_kind(unlock: UnlockWith) -> SlotKind:
    """The kind of slot that `unlock` fits."""
    match unlock:
        case Passphrase():
            return "passphrase"
        case FromKeyring():
            return "keyring"
        case KeyringAndPassphrase():
            return "both"
        case RecoveryKey():
            return "recovery"
