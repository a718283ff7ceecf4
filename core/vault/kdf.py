"""Argon2id: how a passphrase becomes a key, with a floor and a ceiling that hold when a header is read.

The floor stops a changed header from making the passphrase cheap to guess, the ceiling from exhausting the memory.
Measured on two shared cores: 64 MiB/3/4 137 ms, 128 MiB 234 ms, 256 MiB 627 ms, 1 GiB/1 2.9 s.
"""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from core.errors import SurroundingsFailed

SALT_BYTES = 16
_MIB = 1024  # Argon2 counts memory in KiB


class UnlockNeedsMemory(SurroundingsFailed):
    """Argon2 could not get the memory that this profile's passphrase asks for."""

    sentence = "There is not enough free memory to check the passphrase ({memory_mib} MB are needed)."
    next_step = "Close some programs and try again, or unlock with the recovery key, which needs no memory."


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Cost of one Argon2id run: memory in KiB, passes over it, lanes (threads)."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def allowed(self) -> bool:
        """Whether the cost lies between the floor and the ceiling."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.passes <= self.passes <= CEILING.passes
            and FLOOR.lanes <= self.lanes <= CEILING.lanes
        )


# RFC 9106's second choice is 64 MiB, t=3, p=4; it is the least that is ever accepted.
FLOOR = KdfParameters(memory_kib=64 * _MIB, passes=3, lanes=4)
STANDARD = KdfParameters(memory_kib=256 * _MIB, passes=3, lanes=4)
CEILING = KdfParameters(memory_kib=2048 * _MIB, passes=10, lanes=16)

_CANDIDATES_MIB = (64, 128, 256, 512, 1024)


def stretch(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """32 bytes from a passphrase. Takes about a second and the stated memory: never call it on an event loop.

    Raises UnlockNeedsMemory when the memory cannot be had, ValueError for parameters outside floor and ceiling.
    """
    if not parameters.allowed:
        raise ValueError(f"Argon2id parameters outside the allowed range: {parameters}")
    try:
        return Argon2id(
            salt=salt,
            length=32,
            iterations=parameters.passes,
            lanes=parameters.lanes,
            memory_cost=parameters.memory_kib,
        ).derive(passphrase_bytes(passphrase))
    except MemoryError as trouble:
        raise UnlockNeedsMemory(str(trouble), memory_mib=parameters.memory_kib // _MIB) from trouble


def passphrase_bytes(passphrase: str) -> bytes:
    """The same bytes on every keyboard: composed (NFC) UTF-8, as RFC 8265 §4.2 asks for passwords."""
    composed = unicodedata.normalize("NFC", passphrase)
    return composed.encode("utf-8", "surrogatepass")


def calibrated(*, longest_s: float = 1.0) -> KdfParameters:
    """The most memory that takes no longer than `longest_s` on this computer, but never less than the floor.

    Three passes, four lanes; doubles the memory until it takes too long: at worst about twice `longest_s` in all.
    """
    best = FLOOR
    for memory_mib in _CANDIDATES_MIB:
        parameters = KdfParameters(memory_kib=memory_mib * _MIB, passes=3, lanes=4)
        started = time.perf_counter()
        try:
            stretch("calibration", bytes(SALT_BYTES), parameters)
        except UnlockNeedsMemory:
            break
        took_s = time.perf_counter() - started
        if took_s > longest_s:
            break
        best = parameters
        if took_s > longest_s / 2:  # the next one would take about twice as long
            break
    return best
