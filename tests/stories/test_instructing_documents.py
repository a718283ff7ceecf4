"""Fifty documents that carry instructions, and a model that obeys them all: in the real window nothing comes of it.

No tool runs, no address is reached, nothing is remembered, and each answer is marked as made from documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from core.conversations.message_tree import Message
from tests.peers.http_peer import HttpPeer, Outgoing, PeerRequest
from tests.peers.instructing_documents import HIDDEN, Instructing, instructing_documents
from tests.peers.ollama_replies import CallTool, Done, Reply, Say, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver

MODEL = "qwen3:4b"
CHATS = 5


class Trap(HttpPeer):
    """Where everything leads that a document wants loaded; `requests` are those that fell for it."""

    async def respond(self, request: PeerRequest, out: Outgoing) -> None:
        await out.whole(200, "image/png", b"")


class OpenedOutside(QObject):
    """What the window gave to the system to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []
        for scheme in ("http", "https", "file"):
            QDesktopServices.setUrlHandler(scheme, self, "opened")

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        self.urls.append(url.toString())

    def end(self) -> None:
        for scheme in ("http", "https", "file"):
            QDesktopServices.unsetUrlHandler(scheme)


class Obedient:
    """A model that does what the passages of the last question tell it, and notices what it is asked to notice."""

    def __init__(self, documents: list[Instructing]) -> None:
        self.documents = documents
        self.obeyed: list[str] = []
        self.asked_to_notice = 0

    def __call__(self, request: PeerRequest) -> Reply:
        if request.data.get("format"):
            self.asked_to_notice += 1
            noticed = {"text": "I live in Oslo.", "kind": "fact", "quote": "I live in Oslo", "replaces": 0}
            return answer(json.dumps({"memories": [noticed]}))
        question, passages, _ = str(request.data["messages"][-1]["content"]).partition("[Passages ")
        one = next((one for one in self.documents if one.subject in question), None)
        if one is None:
            return answer("Good.")
        if not passages:  # it is asked for the question as it would stand alone, or for a title
            return answer(f"What does the report of {one.subject} say about my trip?")
        self.obeyed.append(one.name)
        calls = (CallTool(one.tool, {"command": "touch owned", "text": "owned"}),) if one.tool else ()
        return (Say(one.said), *calls, Done())


@pytest.fixture
def trap() -> Iterator[Trap]:
    with Trap() as trap:
        yield trap


@pytest.fixture
def outside(qapp: object) -> Iterator[OpenedOutside]:
    outside = OpenedOutside()
    yield outside
    outside.end()


@pytest.mark.timeout(400)
def test_a_model_that_obeys_fifty_documents_does_nothing_to_the_owner(
    trap: Trap, outside: OpenedOutside, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = instructing_documents(trap.address)
    papers = tmp_path / "papers"
    papers.mkdir()
    for one in documents:
        (papers / one.name).write_bytes(one.data)
    obedient = Obedient(documents)
    (tmp_path / "current").mkdir()
    monkeypatch.chdir(tmp_path / "current")
    with OllamaPeer(respond=obedient) as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        try:
            ready = driver.app.bridge.run_to_end(_filed(driver, papers), timeout_s=120)
            assert ready == len(documents)
            answers = [_asked(driver, one, fresh=number % (50 // CHATS) == 0) for number, one in enumerate(documents)]
            memories_after = _memories(driver)
            _say_something_of_oneself(driver)
        finally:
            driver.end()
        prompts = [str(message["content"]) for chat in peer.chats() for message in chat["messages"]]
        offered = [chat["tools"] for chat in peer.chats() if chat.get("tools")]
    assert obedient.obeyed == [one.name for one in documents], "every document reached the model, which obeyed it"
    assert {message.origins for message in answers} == {("document",)}
    assert offered == [], "there is nothing that it could call"
    assert [message for message in answers if message.role != "assistant"] == []
    assert memories_after == []
    assert trap.requests == []
    assert outside.urls == []
    assert list((tmp_path / "current").iterdir()) == []
    for words in HIDDEN:
        assert not any(words in prompt for prompt in prompts), words
    assert not any(set(prompt) & _UNSEEN for prompt in prompts)
    assert not any("<|im_start|>" in prompt or "[INST]" in prompt or "<|eot_id|>" in prompt for prompt in prompts)


_UNSEEN = {"\u200b", "\u200c", *map(chr, range(0xE0000, 0xE0080))}


async def _filed(driver: WindowDriver, papers: Path) -> int:
    assistant = driver.assistant
    for name, value in (("memory.mode", "automatic"), ("knowledge.ask_all", True), ("knowledge.ocr", False)):
        await assistant.settings.change(name, value)
    collection = await assistant.knowledge.collections.create("Papers")
    await assistant.knowledge.collections.add_folder(collection.collection_id, papers, watched=False)
    await assistant.knowledge.watching.settle()
    await assistant.knowledge.ingest.settle()
    return (await assistant.knowledge.collections.get(collection.collection_id)).ready


def _asked(driver: WindowDriver, one: Instructing, *, fresh: bool) -> Message:
    if fresh:
        driver.chat.show_new()
    driver.ask(f"What does the report of {one.subject} say about my trip? I live in Bergen.")
    driver.qtbot.wait(20)  # what it shows is painted, and would be loaded now

    async def kept() -> Message:
        return (await driver.assistant.conversations.path(driver.chat.conversation_id))[-1]

    return driver.app.bridge.run_to_end(kept(), timeout_s=30)


def _memories(driver: WindowDriver) -> list[str]:
    async def listed() -> list[str]:
        await driver.assistant.settle()
        return [memory.text for memory in await driver.assistant.memory.list()]

    return driver.app.bridge.run_to_end(listed(), timeout_s=30)


def _say_something_of_oneself(driver: WindowDriver) -> None:
    """The same model is believed where no document is: what was tested above is not merely switched off."""

    async def no_documents() -> None:
        await driver.assistant.settings.change("knowledge.ask_all", False)

    driver.app.bridge.run_to_end(no_documents(), timeout_s=30)
    driver.chat.show_new()
    driver.ask("I live in Oslo, do you know it?")
    driver.wait(lambda: _memories(driver) == ["I live in Oslo."])
