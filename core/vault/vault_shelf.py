"""`Shelf`: where what is kept lies, for parts that keep things of their own: tables, and files in the blob store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.vault.blobs import BlobStore
    from core.vault.readers import Readers
    from core.vault.writer import Writer


@dataclass(frozen=True, slots=True)
class Shelf:
    """The vault's database and files; of an assistant without a vault those in memory."""

    writer: Writer
    readers: Readers
    blobs: BlobStore
