"""Hearth's core as a program of its own that reads a folder of documents, asks them and locks: to be watched or killed.

`python -m tests.peers.document_program <home> <folder> <word> [changes]` prints one JSON object; with a number it kills
itself after so many changes of its documents, while it reads.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from core.assistant import Assistant
from core.events import Change, DocumentsChanged
from core.knowledge.knowledge_base import Knowledge
from core.logs import start_logging, stop_logging
from core.network.doors import Doors
from core.network.guard import install
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

MODEL = "qwen3:4b"


async def _main(home: Path, folder: Path, word: str, *, kill_after: int) -> dict[str, object]:
    log = start_logging(home / "state" / "hearth.log", level=logging.DEBUG)
    try:
        async with OllamaPeer() as peer, ProfileAtHand(home, peer.address).assistant() as assistant:
            return await _used(assistant, peer, folder, word, kill_after=kill_after)
    finally:
        stop_logging(log)


async def _used(
    assistant: Assistant, peer: OllamaPeer, folder: Path, word: str, *, kill_after: int
) -> dict[str, object]:
    knowledge = assistant.knowledge
    await assistant.settings.change("knowledge.engine", "chroma")
    collection = (await knowledge.collections.create(f"{word} papers")).collection_id
    if kill_after:
        assistant.announcer.subscribe(_killer(kill_after))
    await knowledge.collections.add_text(collection, f"{word} note", f"{word} was pasted")
    await knowledge.collections.add_folder(collection, folder)
    await knowledge.watching.settle()
    await knowledge.ingest.settle()
    found = await knowledge.retrieval.find(f"Where is {word} seen?")
    await _until_chroma(knowledge)
    again = await knowledge.retrieval.find(f"Who has seen {word}?")
    peer.script(MODEL, answer(f"It is seen [1], {word}."))
    chat = await assistant.conversations.create(title=f"{word} chat", model=MODEL)
    await assistant.conversations.set_sources(chat.conversation_id, [collection])
    asked = [event async for event in assistant.turns.ask(chat.conversation_id, f"Where is {word} seen?")]
    documents = await knowledge.collections.documents(collection)
    states = {one.name: (one.error.code if one.error else one.state) for one in documents}
    engines = [index.engine for index in knowledge.state().indexes]
    await assistant.lock()
    return {
        "states": states,
        "found": len(found.passages),
        "again": len(again.passages),
        "engines": engines,
        "events": [type(event).__name__ for event in asked],
    }


async def _until_chroma(knowledge: Knowledge) -> None:
    async with asyncio.timeout(60):
        while "chroma" not in [index.engine for index in knowledge.state().indexes if index.is_whole]:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def _killer(after: int) -> Callable[[Change], None]:
    kept = 0

    def on_change(change: Change) -> None:
        nonlocal kept
        kept += isinstance(change, DocumentsChanged)
        if kept >= after:
            os.kill(os.getpid(), signal.SIGKILL)

    return on_change


def main() -> None:
    """See the module."""
    install(Doors())
    home, folder, word = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    kill_after = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    print(json.dumps(asyncio.run(_main(home, folder, word, kill_after=kill_after))))


if __name__ == "__main__":
    main()
