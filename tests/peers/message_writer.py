"""A process that writes messages and attachments to be killed, forked in a millisecond from a nursery imported once.

`python -m tests.peers.message_writer` reads lines `<folder> <seed>`; for each it forks a child that writes into the
storage there, printing one line an acknowledged write, until it is killed. After the child's end it prints `ended`.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from pathlib import Path

from core.vault.database import Connection
from core.vault.header import AnchorMirror
from core.vault.header_file import sync_folder
from tests.peers.bare_storage import ANCHOR, BareStorage, insert_conversation, insert_message

CANARY = "canary-of-the-killed"
WRITERS_AT_ONCE = 3


def text_of(message_id: str) -> str:
    """The one right text of a message: 20 to 6,000 characters that follow from its id."""
    seeded = random.Random(message_id)
    return " ".join([CANARY, message_id, *(f"w{seeded.randrange(500)}" for _ in range(seeded.choice((5, 40, 1200))))])


def write_mirror(folder: Path, mirror: AnchorMirror) -> None:
    """As the header is written: whole or not at all."""
    fresh = folder / "mirror.new"
    fresh.write_text(json.dumps([mirror.sequence, mirror.mac.hex()]))
    with fresh.open("rb") as file:
        os.fsync(file.fileno())
    fresh.replace(folder / "mirror")
    sync_folder(folder)


def read_mirror(folder: Path) -> AnchorMirror:
    """The last mirror that was written whole."""
    try:
        sequence, mac = json.loads((folder / "mirror").read_text())
    except FileNotFoundError:
        return AnchorMirror(0, b"")
    return AnchorMirror(sequence, bytes.fromhex(mac))


def write_until_killed(folder: Path, seed: int) -> None:
    """Open, write a while, close and mirror as the vault does; again and again."""
    seeded = random.Random(seed)
    for session in range(1_000_000):
        storage = BareStorage(folder)
        storage.writer.run_blocking(insert_conversation)
        asyncio.run(
            _session(storage, f"{seed:x}-{session:x}", seeded.choice((3, 30, 300)), with_blobs=seeded.random() < 0.5)
        )
        storage.close()
        write_mirror(folder, ANCHOR.mirror(storage.writer.sequence, storage.database))


async def _session(storage: BareStorage, prefix: str, count: int, *, with_blobs: bool) -> None:
    async def lane(number: int) -> None:
        for step in range(count):
            message_id = f"{prefix}-{number}-{step}"
            if step % 7 == 3:
                await _stream(storage, message_id)
            elif with_blobs and step % 11 == 5:
                blob_id = await storage.blobs.put(text_of(message_id).encode())
                _say(f"blob {blob_id} {message_id}")
            else:
                text = text_of(message_id)
                await storage.writer.run(lambda c, i=message_id, t=text: insert_message(c, i, t))
                _say(f"message {message_id}")

    await asyncio.gather(*(lane(number) for number in range(WRITERS_AT_ONCE)))


async def _stream(storage: BareStorage, message_id: str) -> None:
    """An answer that grows in steps; only its end is acknowledged."""
    text = text_of(message_id)

    def begin(connection: Connection) -> None:
        connection.execute(
            "INSERT INTO message (message_id, conversation_id, role, text, state, created_at, updated_at)"
            " VALUES (?, 'c', 'assistant', '', 'streaming', 1, 1)",
            (message_id,),
        )

    await storage.writer.run(begin)
    for part, state in ((text[: len(text) // 2], "streaming"), (text, "complete")):
        await storage.writer.run(
            lambda c, p=part, s=state: (
                c.execute("UPDATE message SET text = ?, state = ? WHERE message_id = ?", (p, s, message_id)) and None
            )
        )
    _say(f"message {message_id}")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # one write a line, so that a kill never leaves half of one behind another


def main() -> None:
    """The nursery: single-threaded, so that forking is sound."""
    for line in sys.stdin:
        folder, seed = line.rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                _say(f"pid {os.getpid()}")
                write_until_killed(Path(folder), int(seed))
            finally:
                os._exit(1)  # only a child that failed comes here
        _, status = os.waitpid(child, 0)
        _say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
