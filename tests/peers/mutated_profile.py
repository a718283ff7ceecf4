"""A process that mutates copies of a profile's files and opens them: run apart, so that a crash of the library is seen.

`python -m tests.peers.mutated_profile <base folder> <scratch folder> <first seed> <count>` prints one JSON line a
mutation: the seed, what was done, and what came of it: `right`, the name of an error, or `WRONG: …`.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from core.errors import HearthError
from core.vault.database import Connection, open_connection
from core.vault.header import AnchorMirror, Header, SealedKey, decode, encode, signed, verify_mac
from core.vault.kdf import KdfParameters
from core.vault.keys import MasterKey
from core.vault.readers import Readers
from core.vault.recovery_key import RecoveryKey
from core.vault.slots import SlotSecret, new_slot, wrap
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY, BareStorage, insert_conversation, insert_message

MESSAGES = 60
PAGE_BYTES, FRAME_BYTES, WAL_HEADER_BYTES = 4096, 4096 + 24, 32
MASTER = MasterKey(b"m" * 32)
Rows = list[tuple[str, str]]


def text_of(number: int) -> str:
    """The right text of a message."""
    return f"message {number} " + f"word{number} " * (number * 37 % 1500)


def make_base(folder: Path) -> None:
    """`closed`: after a clean close, `open`: as a kill leaves it (WAL not folded), `older`: an earlier closed state."""
    closed, killed, older = folder / "closed", folder / "open", folder / "older"
    for each in (closed, killed, older):
        each.mkdir(parents=True)
    storage = BareStorage(closed)
    storage.writer.run_blocking(insert_conversation)
    for number in range(MESSAGES // 2):
        storage.writer.run_blocking(lambda c, n=number: insert_message(c, str(n), text_of(n)))
    storage.close()
    shutil.copy(closed / "hearth.db", older)
    storage = BareStorage(closed)
    for number in range(MESSAGES // 2, MESSAGES):
        storage.writer.run_blocking(lambda c, n=number: insert_message(c, str(n), text_of(n)))
    for name in ("hearth.db", "hearth.db-wal"):
        shutil.copy(closed / name, killed)
    _write_header(killed, ANCHOR.mirror(storage.writer.sequence))
    storage.close()
    _write_header(closed, ANCHOR.mirror(storage.writer.sequence, storage.database))


def _write_header(folder: Path, mirror: AnchorMirror) -> None:
    """A real header whose only slot is a recovery key: no Argon2, so that thousands can be tried."""
    profile_id = "0" * 32
    slot = new_slot("recovery", generation=1, created_at_ms=1, kdf=KdfParameters(65536, 3, 4), keyring_backend="")
    slot = wrap(slot, MASTER, SlotSecret(recovery=RecoveryKey.random().secret()), profile_id=profile_id)
    header = Header(profile_id, "alias", 1, 1, (slot,), SealedKey(b"n" * 12, b"s" * 48), mirror)
    (folder / "hearth.keys").write_bytes(encode(signed(header, MASTER)))


# ---- mutations ------------------------------------------------------------------------------------------------------


def flip_bits(data: bytearray, seeded: random.Random, older: bytes) -> None:
    for _ in range(seeded.choice((1, 1, 2, 20))):
        data[seeded.randrange(len(data))] ^= 1 << seeded.randrange(8)


def cut(data: bytearray, seeded: random.Random, older: bytes) -> None:
    unit = seeded.choice((1, 512, PAGE_BYTES, FRAME_BYTES))
    del data[seeded.randrange(0, len(data), unit) :]


def overwrite(data: bytearray, seeded: random.Random, older: bytes) -> None:
    start = seeded.randrange(len(data))
    length = min(seeded.choice((16, 512, PAGE_BYTES)), len(data) - start)
    data[start : start + length] = seeded.choice((bytes(length), seeded.randbytes(length)))


def splice_old_page(data: bytearray, seeded: random.Random, older: bytes) -> None:
    starts = range(0, min(len(older), len(data)), PAGE_BYTES)
    changed = [start for start in starts if data[start : start + PAGE_BYTES] != older[start : start + PAGE_BYTES]]
    start = seeded.choice(changed or [0])
    data[start : start + PAGE_BYTES] = older[start : start + PAGE_BYTES]


def swap_pages(data: bytearray, seeded: random.Random, older: bytes) -> None:
    unit = PAGE_BYTES if len(data) % PAGE_BYTES == 0 else FRAME_BYTES
    offset = len(data) % unit
    pages = (len(data) - offset) // unit
    first, second = (offset + unit * seeded.randrange(pages) for _ in range(2))
    data[first : first + unit], data[second : second + unit] = (
        data[second : second + unit],
        data[first : first + unit],
    )


def insert_noise(data: bytearray, seeded: random.Random, older: bytes) -> None:
    start = seeded.randrange(len(data))
    data[start:start] = seeded.randbytes(seeded.choice((1, 24, PAGE_BYTES)))


def repeat_end(data: bytearray, seeded: random.Random, older: bytes) -> None:
    data += data[-seeded.choice((1, PAGE_BYTES, FRAME_BYTES)) :]


Mutation = Callable[[bytearray, random.Random, bytes], None]
OF_DATABASE: tuple[Mutation, ...] = (flip_bits, cut, overwrite, splice_old_page, swap_pages, insert_noise, repeat_end)
OF_WAL: tuple[Mutation, ...] = (flip_bits, cut, overwrite, swap_pages, insert_noise, repeat_end)
OF_HEADER: tuple[Mutation, ...] = (flip_bits, cut, overwrite, insert_noise, repeat_end)
PLACES: tuple[tuple[str, str, tuple[Mutation, ...]], ...] = (
    ("closed", "hearth.db", OF_DATABASE),
    ("open", "hearth.db", OF_DATABASE),
    ("open", "hearth.db-wal", OF_WAL),
    ("closed", "hearth.keys", OF_HEADER),
)


def mutate_and_open(base: Path, scratch: Path, seed: int) -> dict[str, object]:
    """One mutation of one file, and what came of it."""
    seeded = random.Random(seed)
    state, name, mutations = PLACES[seed % len(PLACES)]
    mutation = seeded.choice(mutations)
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(base / state, scratch)
    before = (scratch / name).read_bytes()
    data = bytearray(before)
    mutation(data, seeded, (base / "older" / "hearth.db").read_bytes())
    (scratch / name).write_bytes(data)
    outcome = "unchanged" if data == before else opened(base / state, scratch)
    return {"seed": seed, "file": f"{state}/{name}", "mutation": mutation.__name__, "outcome": outcome}


def opened(base: Path, scratch: Path) -> str:
    """Open as the vault does: header, MAC, database, anchor, then read everything."""
    try:
        header = decode((scratch / "hearth.keys").read_bytes())
        verify_mac(header, MASTER)
        if header != decode((base / "hearth.keys").read_bytes()):
            return "WRONG: another header was accepted"
        return "right" if rows_of(scratch, header.anchor) == expected() else "WRONG: other rows"
    except HearthError as error:
        return type(error).__name__


def rows_of(folder: Path, mirror: AnchorMirror) -> tuple[Rows, Rows]:
    """All rows, and those of the search index."""
    database = folder / "hearth.db"
    connection = open_connection(database, DATABASE_KEY)
    readers = Readers(lambda: open_connection(database, DATABASE_KEY, readonly=True), count=1)
    try:
        ANCHOR.check(connection, mirror, database)
        for number in range(0, MESSAGES, 9):  # single messages first: nothing that follows would show a wrong page
            rows = readers.run_blocking(lambda c, n=number: _one_row(c, str(n)))
            if rows != [(text_of(number),)]:
                return [("a message by itself", str(rows))], []
        return readers.run_blocking(_all_rows), readers.run_blocking(_found)
    finally:
        readers.close()
        connection.close()


def expected() -> tuple[Rows, Rows]:
    """What `rows_of` must give."""
    rows = sorted((str(number), text_of(number)) for number in range(MESSAGES))
    return rows, [row for row in rows if "word11 " in row[1]]


def _one_row(connection: Connection, message_id: str) -> list[tuple[str]]:
    return connection.execute("SELECT text FROM message WHERE message_id = ?", (message_id,)).fetchall()


def _all_rows(connection: Connection) -> Rows:
    return connection.execute("SELECT message_id, text FROM message ORDER BY message_id").fetchall()


def _found(connection: Connection) -> Rows:
    return connection.execute(
        "SELECT message_id, message.text FROM message_words JOIN message ON row_id = message_words.rowid"
        " WHERE message_words MATCH 'word11' ORDER BY message_id"
    ).fetchall()


def main() -> None:
    """See the module's docstring."""
    base, scratch = Path(sys.argv[1]), Path(sys.argv[2])
    first, count = int(sys.argv[3]), int(sys.argv[4])
    for seed in range(first, first + count):
        print(json.dumps(mutate_and_open(base, scratch, seed)), flush=True)


if __name__ == "__main__":
    main()
