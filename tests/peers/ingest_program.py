"""A process that reads documents to be killed, forked in a millisecond from a nursery imported once.

`python -m tests.peers.ingest_program` reads lines `<folder> <seed>`; for each it forks a child that adds twelve files
to the collection there and reads on, printing a line for each that is kept, until it is killed. After the
child's end the nursery prints `ended`.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path

from tests.peers.knowledge_stage import knowledge_stage

CANARY = "canaryofthekilled"
FILES_A_SESSION = 12


def sections_of(name: str) -> int:
    """How many passages a file of this name has, each under a heading of its own.

    Those of 60 are no small files: they are read and kept each by itself, the others by the handful.
    """
    return random.Random(name).choice((1, 3, 40, 60))


def text_of(name: str) -> str:
    """The one right text of a file."""
    count = sections_of(name)
    filler = f" {'fog' * 200}" if count == 60 else ""
    parts = [f"# Section {number}\n\nThe {CANARY} of {name} sings {number}.{filler}" for number in range(count)]
    return "\n\n".join(parts) + "\n"


async def _read_until_killed(folder: Path, seed: int) -> None:
    async with knowledge_stage(folder / "profile") as stage:
        known = await stage.collections.list()
        collection = known[0] if known else await stage.collections.create("Birds")
        await stage.knowledge.start()
        paths = []
        for number in range(FILES_A_SESSION):
            path = folder / "files" / f"{seed}-{number}.md"
            await asyncio.to_thread(path.write_text, text_of(path.name))
            paths.append(path)
        _say("begun")
        await stage.collections.add_files(collection.collection_id, paths)
        told = 0
        while True:
            await asyncio.sleep(0.001)
            done = stage.ingest.state.done
            for _ in range(done - told):
                _say("kept")
            told = done
            if stage.ingest.state.at_rest:
                _say("rest")
                await asyncio.sleep(0.05)


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
                asyncio.run(_read_until_killed(Path(folder), int(seed)))
            finally:
                os._exit(1)  # only a child that failed comes here
        _, status = os.waitpid(child, 0)
        _say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
