"""Every page of a profile's database as plain bytes, decrypted by hand: free pages and cut cells, too."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from core.vault.database import PAGE_BYTES, PAGE_HMAC_BYTES
from tests.peers.bare_storage import DATABASE_KEY

_IV_BYTES = 16


def decrypted_pages(database: Path) -> bytes:
    """Every page of the file, as SQLCipher lays it out: text, IV, MAC; the first begins with the salt."""
    data = database.read_bytes()
    plain: list[bytes] = []
    for start in range(0, len(data), PAGE_BYTES):
        page = data[start : start + PAGE_BYTES]
        iv_at = PAGE_BYTES - PAGE_HMAC_BYTES - _IV_BYTES
        cipher = Cipher(algorithms.AES(DATABASE_KEY), modes.CBC(page[iv_at : iv_at + _IV_BYTES])).decryptor()
        plain.append(cipher.update(page[16 if start == 0 else 0 : iv_at]))
    return b"".join(plain)
