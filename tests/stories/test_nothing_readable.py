"""A canary is written through every feature, and then looked for in every file, in every way it could be written."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.chat.votes import Vote
from core.conversations.message_tree import NewAttachment
from core.library.model_parameters import ModelParameters
from core.logs import start_logging, stop_logging
from tests.peers.ollama_replies import CallTool, Done, ErrorLine, Say, Think, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

CANARY = "Kanarienvogel-7f3a-zwitschert"
MODEL = "qwen3:4b"
ROOT = Path(__file__).resolve().parent.parent.parent


def disguises(word: str) -> list[bytes]:
    """`word` in UTF-8, UTF-16 and base64 at each of the three offsets, and as hexadecimal."""
    plain = word.encode()
    shifted = [base64.b64encode(b"x" * offset + plain)[4:-4] for offset in range(3)]
    return [plain, word.encode("utf-16-le"), word.encode("utf-16-be"), *shifted, plain.hex().encode()]


def files_with(word: str, *folders: Path) -> list[str]:
    wanted = disguises(word)
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [str(file) for file in files if any(form in file.read_bytes() for form in wanted)]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files that can be searched afterwards."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setenv("SQLITE_TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    tempfile.tempdir = None


def test_the_search_itself_finds_every_disguise(tmp_path: Path) -> None:
    for number, form in enumerate(disguises(CANARY)):
        (tmp_path / f"{number}").write_bytes(b"before " + form + b" after")
    assert len(files_with(CANARY, tmp_path)) == len(disguises(CANARY))


async def write_through_every_feature(assistant: Assistant, peer: OllamaPeer, outside: Path) -> None:
    store = assistant.conversations
    peer.script(
        MODEL,
        [Think(f"thinking {CANARY}"), Say(f"answer {CANARY}"), CallTool("look_up", {"word": CANARY}), Done()],
        answer(f"title {CANARY}"),
        [Say(f"partial {CANARY}"), ErrorLine(f"model runner says {CANARY}")],
    )
    chat = await store.create(title="", model=MODEL, instructions=f"instructions {CANARY}")
    attachments = [
        NewAttachment(kind="text", name=f"{CANARY}.txt", media_type="text/plain", data=f"text {CANARY}".encode()),
    ]
    async for _ in assistant.turns.ask(chat.conversation_id, f"question {CANARY}", attachments=attachments):
        pass
    await assistant.settle()
    async for _ in assistant.turns.ask(chat.conversation_id, f"second {CANARY}"):
        pass
    folder = await store.create_folder(f"folder {CANARY}")
    await store.move(chat.conversation_id, folder.folder_id)
    await store.set_tags(chat.conversation_id, [CANARY])
    path = await store.path(chat.conversation_id)
    await store.save_summary(path[1].message_id, f"summary {CANARY}", message_count=2, model=MODEL)
    await assistant.settings.change("chat.instructions", f"setting {CANARY}")
    await assistant.settings.change("chat.answer_cache", True)
    await asyncio.sleep(0.05)
    peer.script(MODEL, answer(f"cached {CANARY}"))
    async for _ in assistant.turns.ask(chat.conversation_id, f"cache me {CANARY}"):
        pass
    await assistant.open_door(f"{CANARY.lower()}.example", 443, purpose=CANARY)
    await assistant.close_door(f"{CANARY.lower()}.example", 443)
    assert await assistant.search.search(CANARY)
    persona = await assistant.personas.create(
        f"persona {CANARY}", instructions=f"manner {CANARY}", greeting=CANARY, starters=(f"starter {CANARY}",)
    )
    await store.set_persona(chat.conversation_id, persona.persona_id)
    await assistant.prompts.create("canary", title=f"prompt {CANARY}", text=f"{CANARY} {{{{text}}}}")
    note = await assistant.notes.keep(f"note {CANARY}", attachments=attachments)
    assert note.kind == "notes"
    await assistant.votes.vote(Vote(path[0].message_id, first=CANARY, second="other", choice="first"))
    await assistant.library.set_parameters(CANARY, ModelParameters(temperature=0.5))
    secret = await assistant.private.create(title=f"private {CANARY}")
    async for _ in assistant.private_turns.ask(secret.conversation_id, f"whisper {CANARY}", attachments=attachments):
        pass
    written = io.BytesIO()
    await assistant.export_chats("json", written)
    assert CANARY.encode() in written.getvalue()
    again = outside / "import.json"
    again.write_bytes(written.getvalue())
    await assistant.import_chats(again)
    again.unlink()
    logging.getLogger("hearth.test").error("an argument: %s", CANARY)
    await assistant.back_up(assistant.paths.data / "manual.hearth-backup")


async def test_the_canary_is_in_no_file(tmp_path: Path, temporary: Path) -> None:
    home, outside = tmp_path / "home", tmp_path / "outside"
    outside.mkdir()
    log = start_logging(home / "hearth" / "state" / "hearth.log", level=logging.DEBUG)
    async with OllamaPeer() as peer:
        at_hand = ProfileAtHand(home / "hearth", peer.address)
        async with at_hand.assistant() as assistant:
            await write_through_every_feature(assistant, peer, outside)
            assert files_with(CANARY, home, temporary) == [], "while it is open"
    stop_logging(log)
    assert files_with(CANARY, home, temporary) == [], "after it was closed"
    assert (home / "hearth" / "state" / "hearth.log").exists()
    readable = [
        str(file)
        for file in home.rglob("*")
        if file.is_file() and file.stat().st_mode & 0o077 and "keyring" not in file.parts
    ]
    assert readable == [], "for the owner's eyes only"


_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand
from tests.stories.test_nothing_readable import write_through_every_feature

async def main() -> None:
    async with OllamaPeer() as peer:
        async with ProfileAtHand(Path(sys.argv[2]), peer.address).assistant() as assistant:
            await write_through_every_feature(assistant, peer, Path(sys.argv[3]))
            os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def test_the_canary_is_in_no_file_after_a_kill_either(tmp_path: Path) -> None:
    home, temporary, outside = tmp_path / "home", tmp_path / "tmp", tmp_path / "outside"
    for folder in (home, temporary, outside):
        folder.mkdir(exist_ok=True)
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    killed = subprocess.run(
        [sys.executable, "-P", "-c", _KILLED, str(ROOT), str(home / "hearth"), str(outside)],
        env=environment,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert (home / "hearth").exists()
    assert files_with(CANARY, home, temporary) == []


def test_the_early_settings_say_nothing_about_the_owner(tmp_path: Path) -> None:
    at_hand = ProfileAtHand(tmp_path)
    at_hand.early.change("general.last_profile", "0" * 32)
    kept = json.loads(at_hand.paths.early_settings.read_text())
    assert set(kept) == {"appearance", "general", "desktop", "hotkeys"}
    texts = {name for section in kept.values() for name, value in section.items() if isinstance(value, str)}
    assert texts == {
        *("theme", "language", "last_profile", "window", "quick_chat_place"),  # looks, an id, and places on the screen
        *("quick_chat", "selection", "screenshot", "talk"),  # keys; “window”, too
    }
