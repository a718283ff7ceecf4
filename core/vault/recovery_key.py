"""The recovery key: 160 random bits that the owner keeps on paper, written so that a typing error shows at once.

Eight groups of four Crockford base32 characters carry the key, a ninth group is a checksum over them:
`1A2B-3C4D-…-Z9ZZ`. O is read as 0, I and L as 1; case, spaces and dashes do not matter.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field

from core.errors import WrongSecret

SECRET_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_GROUP = 4
_SECRET_CHARACTERS = 32
_CHECK_CHARACTERS = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED = str.maketrans(dict.fromkeys(" -–—_.\t\r\n\u00a0"))


class RecoveryKeyMistyped(WrongSecret):
    """The text is no recovery key, of this or any other profile: its checksum does not fit."""

    sentence = "There is a typing error in this recovery key."
    next_step = "Compare it with your copy, group by group: nine groups of four letters and digits."


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A recovery key as the owner reads or types it."""

    text: str = field(repr=False)

    @classmethod
    def random(cls) -> RecoveryKey:
        """A new key; nothing opens with it until a slot is made for it."""
        return cls(_written(secrets.token_bytes(SECRET_BYTES)))

    def secret(self) -> bytes:
        """The 160 bits. Raises RecoveryKeyMistyped when the checksum or the length does not fit."""
        return _read(self.text)


def _written(secret: bytes) -> str:
    characters = _base32(int.from_bytes(secret, "big"), _SECRET_CHARACTERS) + _checksum(secret)
    return "-".join(characters[at : at + _GROUP] for at in range(0, len(characters), _GROUP))


def _read(text: str) -> bytes:
    characters = text.translate(_IGNORED).upper().translate(_READ_AS)
    if len(characters) != _SECRET_CHARACTERS + _CHECK_CHARACTERS:
        raise RecoveryKeyMistyped(f"{len(characters)} characters")
    number = 0
    for character in characters[:_SECRET_CHARACTERS]:
        digit = _ALPHABET.find(character)
        if digit < 0:
            raise RecoveryKeyMistyped("a character that no recovery key has")
        number = number * 32 + digit
    secret = number.to_bytes(SECRET_BYTES, "big")
    if characters[_SECRET_CHARACTERS:] != _checksum(secret):
        raise RecoveryKeyMistyped("the checksum does not fit")
    return secret


def _checksum(secret: bytes) -> str:
    """20 bits: one mistyped key in a million passes, and then still opens nothing."""
    digest = hashlib.sha256(b"hearth/v1/recovery-checksum" + secret).digest()
    return _base32(int.from_bytes(digest[:4], "big") >> 12, _CHECK_CHARACTERS)


def _base32(number: int, characters: int) -> str:
    return "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(characters)))
