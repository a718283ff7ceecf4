"""Bad input through the whole assistant: a clear error or the right text, and nothing that was there is lost."""

from __future__ import annotations

import asyncio
import io
import json
import os
import time
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.assistant import Assistant, ExportFormat
from core.conversations.message_tree import NewAttachment
from core.conversations.stored_text import storable
from core.errors import ImportRefused
from core.events import TurnEvent, TurnFailed, TurnFinished
from core.inference.model_trouble import AnswerBrokeOff, MessageTooLong
from tests.peers.ollama_replies import Done, Flood, Raw, Reply, Say, answer
from tests.peers.ollama_server import OllamaPeer, PeerModel, go_json
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.strange_texts import STRANGE_TEXTS

MODEL = "llama3.2:3b"
MEGABYTE = 1_000_000
# Not a measure of speed, but the bound between slow and frozen, on the slowest machine that runs this.
FROZEN_S = 5.0


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def at_hand(tmp_path: Path, peer: OllamaPeer) -> ProfileAtHand:
    return ProfileAtHand(tmp_path / "hearth", peer.address)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one message holds, for comparing."""

    message_id: str
    parent_id: str | None
    role: str
    state: str
    text: str
    files: tuple[tuple[str, bytes], ...]


async def everything(assistant: Assistant) -> dict[str, tuple[Kept, ...]]:
    """All messages of all chats with their attachments."""
    store = assistant.conversations
    return {chat_id: await whole_chat(assistant, chat_id) for chat_id in await store.all_ids()}


async def whole_chat(assistant: Assistant, chat_id: str) -> tuple[Kept, ...]:
    return tuple(
        [
            Kept(
                message.message_id,
                message.parent_id,
                message.role,
                message.state,
                message.text,
                tuple(
                    [(item.name, await assistant.conversations.attachment_data(item)) for item in message.attachments]
                ),
            )
            for message in await assistant.conversations.every_message(chat_id)
        ]
    )


async def ask(assistant: Assistant, chat_id: str, text: str, **more: Any) -> list[TurnEvent]:
    return [event async for event in assistant.turns.ask(chat_id, text, **more)]


async def assert_the_same_after_opening_again(at_hand: ProfileAtHand, before: dict[str, tuple[Kept, ...]]) -> None:
    async with at_hand.assistant() as assistant:
        assert await everything(assistant) == before
        assert all(finding.ok for finding in await assistant.verify())


@asynccontextmanager
async def never_frozen() -> AsyncIterator[None]:
    """The loop goes on turning all the time."""
    longest_s = 0.0

    async def beat() -> None:
        nonlocal longest_s
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest_s = max(longest_s, time.monotonic() - before)

    beating = asyncio.create_task(beat())
    try:
        yield
    finally:
        beating.cancel()
        await asyncio.wait([beating])
    assert longest_s < FROZEN_S


# ---- imports --------------------------------------------------------------------------------------------------------


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return target.getvalue()


BAD_FILES: dict[str, bytes] = {
    "empty": b"",
    "spaces": b" \n\t ",
    "half a sentence": b"{",
    "cut off": b'[{"title": "x", "mapping": {"a": {"id": "a", "message": ',
    "not JSON": b"Dear diary, today I was no JSON.",
    "binary": bytes(range(256)) * 400,
    "NUL bytes": b"\0" * 100_000,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(5_000),
    "JSON of something else": b'{"type": "FeatureCollection", "features": [1, 2, 3]}',
    "a number": b"1e999",
    "a list of lists": b'[[[]], [], null, 5, "x"]',
    "100,000 brackets": b"[" * 100_000,
    "100,000 objects in objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "chats that are none": b'[{"mapping": 5, "title": []}, {"mapping": {"a": []}}]',
    "wrong encoding": '[{"title": "Grüße"}]'.encode("latin-1"),
    "half of UTF-16": "[{}]".encode("utf-16")[:-1],
    "a ZIP without chats": zipped(photo__jpg=b"\xff\xd8" * 100),
    "a ZIP with a broken file": zipped(conversations__json=b"{{{"),
    "half a ZIP": zipped(conversations__json=b"[]" * 5_000)[:60],
    "a bomb": zipped(conversations__json=b" " * 50_000_000),
    "a ZIP with a changed byte": zipped(conversations__json=os.urandom(2_000)).replace(b"PK\x01\x02", b"PK\x01\x03"),
}


async def test_a_bad_file_is_refused_with_its_name_and_a_reason_and_nothing_changes(
    at_hand: ProfileAtHand, tmp_path: Path
) -> None:
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="Was here before")
        await ask(assistant, chat.conversation_id, "hello")
        before = await everything(assistant)
        for number, (kind, data) in enumerate(BAD_FILES.items()):
            file = tmp_path / f"file {number}.{'zip' if data[:2] == b'PK' else 'json'}"
            file.write_bytes(data)
            async with never_frozen():
                with pytest.raises(ImportRefused) as refused:
                    await assistant.import_chats(file)
            assert file.name in refused.value.owner_sentence, kind
            assert len(refused.value.owner_sentence) < 300, kind
            assert refused.value.owner_next_step, kind
            assert await everything(assistant) == before, kind
        for nowhere in (tmp_path / "nowhere.json", tmp_path):
            with pytest.raises(ImportRefused):
                await assistant.import_chats(nowhere)
    await assert_the_same_after_opening_again(at_hand, before)


async def test_of_a_file_that_breaks_off_what_stands_before_is_taken_and_the_rest_is_told(
    at_hand: ProfileAtHand, tmp_path: Path
) -> None:
    async with at_hand.assistant() as assistant:
        for number in range(3):
            chat = await assistant.conversations.create(title=f"Chat {number}")
            await ask(assistant, chat.conversation_id, f"question {number}")
        written = io.BytesIO()
        await assistant.export_chats("json", written)
    whole = written.getvalue()
    file = tmp_path / "cut.json"
    file.write_bytes(whole[: int(len(whole) * 0.8)])
    elsewhere = ProfileAtHand(tmp_path / "elsewhere", at_hand.address)
    async with elsewhere.assistant() as assistant:
        report = await assistant.import_chats(file)
        assert report.conversations == 2
        assert report.messages == 4
        assert "What stands before it was read" in report.skipped[-1]
        taken = await everything(assistant)
    await assert_the_same_after_opening_again(elsewhere, taken)


# ---- questions and answers ------------------------------------------------------------------------------------------


def said_as_it_is(text: str) -> Reply:
    """An answer with any text at all, escaped as JSON allows: lone surrogates cannot be said otherwise."""
    line = {"model": MODEL, "created_at": "2026-01-01T00:00:00Z", "message": {"role": "assistant", "content": text}}
    return (Raw(json.dumps({**line, "done": False}).encode() + b"\n"), Done())


async def test_strange_texts_are_asked_answered_kept_found_exported_and_imported(
    at_hand: ProfileAtHand, peer: OllamaPeer, tmp_path: Path
) -> None:
    written = {form: io.BytesIO() for form in ("json", "markdown", "html")}
    async with at_hand.assistant() as assistant:
        store = assistant.conversations
        peer.models[MODEL] = PeerModel(MODEL, context_length=1_048_576)
        await assistant.settings.change("chat.context_tokens", 1_048_576)
        await assistant.settings.change("chat.automatic_titles", False)
        for kind, text in STRANGE_TEXTS.items():
            peer.script(MODEL, said_as_it_is(f"So it is: {text}"))
            chat = await store.create(title=text[:1000], instructions=text[:1000])
            async with never_frozen():
                events = await ask(assistant, chat.conversation_id, text)
            assert isinstance(events[-1], TurnFinished), kind
            question, answered = await store.path(chat.conversation_id)
            assert question.text == storable(text), kind
            assert answered.text == storable(f"So it is: {text}"), kind
            await store.set_tags(chat.conversation_id, [text[:200]])
            folder = await store.create_folder(text[:200])
            await store.move(chat.conversation_id, folder.folder_id)
            async with never_frozen():
                await assistant.search.search(text[:500])
                await assistant.search.search(text)
        for form, target in written.items():
            await assistant.export_chats(_form(form), target)
        before = await everything(assistant)
        assert len(before) == len(STRANGE_TEXTS)
    await assert_the_same_after_opening_again(at_hand, before)
    file = tmp_path / "chats.json"
    file.write_bytes(written["json"].getvalue())
    elsewhere = ProfileAtHand(tmp_path / "elsewhere", peer.address)
    async with elsewhere.assistant() as assistant:
        report = await assistant.import_chats(file)
        assert (report.conversations, report.skipped) == (len(STRANGE_TEXTS), ())
        assert await everything(assistant) == before


def _form(name: str) -> ExportFormat:
    return {"json": "json", "markdown": "markdown", "html": "html"}[name]  # type: ignore[return-value]


async def test_what_was_marked_in_strange_texts_is_found(at_hand: ProfileAtHand) -> None:
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="x")
        for number, text in enumerate(STRANGE_TEXTS.values()):
            await assistant.conversations.append(
                chat.conversation_id, parent_id=None, role="user", text=f"needle{number:03d} {text} end{number:03d}"
            )
        for number, kind in enumerate(STRANGE_TEXTS):
            for word in (f"needle{number:03d}", f"end{number:03d}"):
                (hit,) = await assistant.search.search(word)
                shown = [hit.snippet[start:stop].lower() for start, stop in hit.highlights]
                assert word in shown, (kind, hit.snippet)


async def test_a_question_of_50_megabytes_is_kept_whole_and_said_to_be_too_long(
    at_hand: ProfileAtHand, peer: OllamaPeer
) -> None:
    long = "fifty megabytes of words " * (2 * MEGABYTE)
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="x")
        async with never_frozen():
            events = await ask(assistant, chat.conversation_id, long)
        failed = events[-1]
        assert isinstance(failed, TurnFailed)
        assert isinstance(failed.error, MessageTooLong)
        assert "too long" in failed.error.owner_sentence
        assert peer.chats() == [], "nothing was sent that the server would have cut in silence"
        async with never_frozen():
            events = await ask(assistant, chat.conversation_id, "Then a short one.")
        assert isinstance(events[-1], TurnFinished)
        path = await assistant.conversations.path(chat.conversation_id)
        assert [message.state for message in path] == ["complete", "failed", "complete", "complete"]
        assert path[0].text == long
        assert path[3].notices, "what the model did not see is said"
        assert await assistant.search.search("megabytes")
    async with at_hand.assistant() as assistant:
        assert (await assistant.conversations.path(chat.conversation_id))[0].text == long


@pytest.mark.parametrize("kind", ["text", "file", "image"])
async def test_binary_files_are_attached_and_come_back_byte_for_byte(
    at_hand: ProfileAtHand, peer: OllamaPeer, kind: Any
) -> None:
    data = {"noise": os.urandom(3_000), "zeros": bytes(3_000), "bytes": bytes(range(256)), "nothing": b""}
    attached = [
        NewAttachment(kind, f"{name}\0\u202e/../{name}.bin", "x/\0y", content) for name, content in data.items()
    ]
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="x", model="gemma3:4b")
        events = await ask(assistant, chat.conversation_id, "What is this?", attachments=attached)
        assert isinstance(events[-1], TurnFinished)
        before = await everything(assistant)
        ((question, _),) = before.values()
        assert [content for _, content in question.files] == list(data.values())
        for name, _ in question.files:
            assert not {"\0", "\u202e"} & set(name), "a name is one readable line"
        sent = json.dumps(peer.chats()[-1]["messages"])
        assert "\\u0000" not in sent
    await assert_the_same_after_opening_again(at_hand, before)


async def test_an_answer_of_one_line_of_5_megabytes_is_kept_whole(at_hand: ProfileAtHand, peer: OllamaPeer) -> None:
    piece = "endless words without a line "
    count = 5 * MEGABYTE // len(piece)
    peer.script(MODEL, (Flood(count, piece), Done()))
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="x")
        async with never_frozen():
            events = await ask(assistant, chat.conversation_id, "Go on for ever.")
            assert isinstance(events[-1], TurnFinished)
            assert isinstance((await ask(assistant, chat.conversation_id, "And now?"))[-1], TurnFinished)
        before = await everything(assistant)
        assert (await assistant.conversations.path(chat.conversation_id))[1].text == piece * count
    await assert_the_same_after_opening_again(at_hand, before)


async def test_a_line_of_5_megabytes_on_the_wire_ends_the_answer_and_keeps_what_came_before(
    at_hand: ProfileAtHand, peer: OllamaPeer
) -> None:
    line = {"model": MODEL, "message": {"role": "assistant", "content": "x" * 5 * MEGABYTE}, "done": False}
    peer.script(MODEL, (Say("The beginning."), Raw(go_json(line) + b"\n"), Done()), answer("Better."))
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="x")
        failed = (await ask(assistant, chat.conversation_id, "hello"))[-1]
        assert isinstance(failed, TurnFailed)
        assert isinstance(failed.error, AnswerBrokeOff)
        path = await assistant.conversations.path(chat.conversation_id)
        assert (path[1].text, path[1].state) == ("The beginning.", "failed")
        events = [event async for event in assistant.turns.regenerate(failed.answer_id)]
        assert isinstance(events[-1], TurnFinished)
        before = await everything(assistant)
    await assert_the_same_after_opening_again(at_hand, before)


async def test_a_chat_of_10000_tiny_messages_is_imported_asked_in_and_kept(
    at_hand: ProfileAtHand, peer: OllamaPeer, tmp_path: Path
) -> None:
    file = tmp_path / "tiny.json"
    file.write_text(json.dumps([tiny_chat(10_000)]))
    async with at_hand.assistant() as assistant:
        async with never_frozen():
            report = await assistant.import_chats(file)
        assert report.messages == 10_000
        (chat,) = await assistant.conversations.list()
        async with never_frozen():
            events = await ask(assistant, chat.conversation_id, "How many were there?")
        assert isinstance(events[-1], TurnFinished)
        path = await assistant.conversations.path(chat.conversation_id)
        assert [message.text for message in path[:10_000]] == [str(number) for number in range(10_000)]
        before = await everything(assistant)
    await assert_the_same_after_opening_again(at_hand, before)


def tiny_chat(count: int) -> dict[str, Any]:
    """A chat as ChatGPT exports it, of `count` messages that hold a number each."""
    mapping = {
        f"m{number}": {
            "id": f"m{number}",
            "parent": f"m{number - 1}" if number else None,
            "children": [f"m{number + 1}"] if number + 1 < count else [],
            "message": {
                "id": f"m{number}",
                "author": {"role": "assistant" if number % 2 else "user"},
                "create_time": 1.7e9 + number,
                "content": {"content_type": "text", "parts": [str(number)]},
            },
        }
        for number in range(count)
    }
    return {"id": "tiny", "title": "Tiny", "create_time": 1.7e9, "mapping": mapping, "current_node": f"m{count - 1}"}
