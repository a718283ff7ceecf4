"""Documents in the chat: what is asked, answers with citations, where nothing was found, and where no model is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect

from build.pictures.camera import Camera, Scene, with_dialog
from build.pictures.stage import LEASE_QUESTION, NOBODY, Stage, Studio, rest, until
from core.assistant import Assistant
from core.memory.facts import NewMemory
from desktop.memory.memory_page import MemoryPage
from tests.peers.small_documents import pdf

LEASE = (
    "Lease of the flat at Hafenstrasse 12, third floor, signed on 3 March 2024.",
    "The monthly rent is 940 euros without heating, due on the first working day.",
    "The deposit is three months of rent, kept on an account that bears interest.",
    "",
    "Notice: the tenant may end the lease with a notice period of three months to the end of a month.",
    "Notice must be given in writing; an e-mail is not enough.",
)
HOUSE_RULES = (
    "# House rules\n\n## Moving out\n\nBefore moving out, the flat is swept clean. Holes in walls are filled. "
    "The handover of keys takes place on the last working day of the notice period, between 9 and 12 o'clock.\n\n"
    "## Quiet hours\n\nFrom 22 to 7 o'clock and on Sundays.\n"
)


def write_papers(folder: Path) -> list[Path]:
    """Two documents that the pictures ask about."""
    folder.mkdir(parents=True, exist_ok=True)
    lease = folder / "Lease Hafenstrasse 12.pdf"
    lease.write_bytes(pdf(2, LEASE))
    rules = folder / "House rules.md"
    rules.write_text(HOUSE_RULES, encoding="utf-8")
    return [lease, rules]


async def file_papers(assistant: Assistant, paths: list[Path]) -> None:
    """Have them read."""
    knowledge = assistant.knowledge
    papers = await knowledge.collections.create("Flat")
    await knowledge.collections.create("Recipes")
    await knowledge.collections.add_files(papers.collection_id, paths)
    await knowledge.ingest.settle()


def _open(stage: Stage, studio: Studio, name: str) -> None:
    stage.until_ready()
    assistant = stage.workspace._assistant
    stage.do(file_papers(assistant, write_papers(studio.new_home(name))))
    desk = stage.workspace.chat.shelf.sources
    until(lambda: len(desk.picker.asked.offered) >= 2)
    rest()


def cited(stage: Stage, studio: Studio) -> None:
    """An answer from two documents, with its sources."""
    _open(stage, studio, "papers-cited")
    stage.workspace.chat.shelf.sources.choose(True)
    stage.ask(LEASE_QUESTION)
    rest(0.5)


def asked(camera: Camera, studio: Studio) -> None:
    """The list of documents, an answer with citations, a passage beside one, nothing found."""
    with studio.stage(studio.lived_in) as stage:
        _open(stage, studio, "papers")
        chat = stage.workspace.chat
        desk = chat.shelf.sources
        flat = next(one for one, name, _ in desk.picker.asked.offered if name == "Flat")
        desk.choose(False, [flat])
        desk.picker.open_list()
        rest()
        camera.shoot("sources-01-choice", stage.window)
        popup = desk.picker.popup()
        if popup is not None:
            popup.hide()
        stage.ask(LEASE_QUESTION)
        view = chat.transcript
        until(lambda: view.model.sources_of(view.model[len(view.model) - 1].message_id) is not None)
        rest()
        camera.shoot("sources-02-answer", stage.window)
        message_id = view.model[len(view.model) - 1].message_id
        place = QRect(view.mapToGlobal(QPoint(120, 190)), view.mapToGlobal(QPoint(140, 214)))
        view._point_at(message_id, 1, place)
        rest(0.5)
        camera.shoot("sources-03-passage", stage.window)
        view._hide_card()
        desk.show_how_made(message_id)
        until(lambda: desk.how_made is not None)
        rest()
        if desk.how_made is not None:
            camera.keep("sources-06-how-made", lambda: with_dialog(stage.window, desk.how_made))
            desk.how_made.close()
        stage.ask("Who won the chess championship in Reykjavik?")
        rest()
        camera.shoot("sources-04-nothing-found", stage.window)


def without_a_model(camera: Camera, studio: Studio) -> None:
    """The passages themselves, where nobody can write an answer."""
    with studio.stage(studio.lived_in, NOBODY) as stage:
        until(lambda: len(stage.workspace.sidebar.tree.conversation_ids()) > 5)
        assistant = stage.workspace._assistant
        stage.do(file_papers(assistant, write_papers(studio.new_home("papers-offline"))))
        desk = stage.workspace.chat.shelf.sources
        desk.load()
        until(lambda: bool(desk.picker.asked.offered))
        desk.choose(True)
        stage.ask(LEASE_QUESTION)
        rest()
        camera.shoot("sources-05-no-model", stage.window)


MEMORIES = (
    ("I live in Porto with my two daughters.", "fact", True),
    ("I am allergic to hazelnuts.", "fact", False),
    ("I prefer short answers with the sum at the beginning.", "preference", False),
)


def memory(camera: Camera, studio: Studio) -> None:
    """The page of memories: empty, filled, one being changed, searched; a proposal in a chat."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        assistant = stage.workspace._assistant
        page = stage.show_page("memory")
        assert isinstance(page, MemoryPage)
        camera.shoot("memory-01-empty", stage.window)
        for text, kind, pinned in MEMORIES:
            stage.do(assistant.memory.add(text, kind="fact" if kind == "fact" else "preference", pinned=pinned))
        stage.open_chat("Sourdough for two loaves")
        chat = stage.workspace.chat
        noticed = NewMemory("I bake on Saturdays.", "fact", chat.conversation_id, chat.path[0].message_id)
        stage.do(assistant.memory.propose([noticed], keep=False))
        until(lambda: chat.shelf.proposals.bar is not None and chat.shelf.proposals.bar.isVisible())
        rest()
        camera.shoot("memory-02-proposal", stage.window)
        stage.show_page("memory")
        until(lambda: len(page.cards) == 4)
        rest()
        camera.shoot("memory-03-page", stage.window)
        next(card for card in page.cards.values() if card.memory.state == "kept").begin_edit()
        rest()
        camera.shoot("memory-04-editing", stage.window)


SCENES = (
    Scene(
        memory,
        {
            "memory-01-empty": "memory",
            "memory-02-proposal": "chat",
            "memory-03-page": "memory",
            "memory-04-editing": "memory",
        },
    ),
    Scene(
        asked,
        {
            "sources-01-choice": "chat",
            "sources-02-answer": "chat",
            "sources-03-passage": "chat",
            "sources-04-nothing-found": "chat",
            "sources-06-how-made": "",
        },
    ),
    Scene(without_a_model, {"sources-05-no-model": "chat"}),
)
