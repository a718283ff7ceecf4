"""The page of documents: nothing yet, a collection, a search, a passage in its document, every file asked."""

from __future__ import annotations

from pathlib import Path

from build.pictures.camera import Camera, Scene, with_dialog
from build.pictures.source_scenes import write_papers
from build.pictures.stage import INVOICE_QUESTION, Stage, Studio, rest, until
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.knowledge.name_question import FolderQuestion
from desktop.knowledge.passage_view import PassageView
from desktop.knowledge.survey_table import SurveyTable
from tests.peers.small_documents import word

_INVOICE = (
    "Invoice {number}\n\nHeating and water for the flat at Hafenstrasse 12, {month}.\n\n{sum} euros, due within 14 "
    "days of receipt. Paid by the tenant.\n"
)
_MONTHS = ("January", "February", "March", "April")


def flat_folder(studio: Studio) -> Path:
    """A folder of papers about a flat; one is damaged, one hides words."""
    folder = studio.new_home("documents") / "Flat"
    write_papers(folder)
    for number, month in enumerate(_MONTHS, start=1):
        text = _INVOICE.format(number=number, month=month, sum=80 + 7 * number)
        (folder / f"Invoice {month}.txt").write_text(text, encoding="utf-8")
    (folder / "Letter of the landlord.docx").write_bytes(word())
    (folder / "Damaged scan.pdf").write_bytes(b"%PDF-1.7 cut short")
    return folder


def filled(stage: Stage, folder: Path) -> KnowledgePage:
    """The page with the folder read."""
    knowledge = stage.workspace._assistant.knowledge

    async def read() -> str:
        made = await knowledge.collections.create("Flat")
        await knowledge.collections.create("Recipes")
        await knowledge.collections.add_folder(made.collection_id, folder)
        await knowledge.watching.settle()
        await knowledge.ingest.settle()
        return made.collection_id

    the_id = stage.do(read())
    page = stage.show_page("knowledge")
    assert isinstance(page, KnowledgePage)
    page.show_collection(the_id)
    until(lambda: page.detail.documents.rowCount() == len(list(folder.iterdir())))
    rest(0.5)
    return page


def documents(camera: Camera, studio: Studio) -> None:
    """The page in its states, and what it opens."""
    folder = flat_folder(studio)
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        page = stage.show_page("knowledge")
        assert isinstance(page, KnowledgePage)
        until(lambda: page.stack.currentWidget() is page.empty)
        rest()
        camera.shoot("documents-01-empty", stage.window)
        page.intake.offer_folders([folder])
        question = stage.window.findChild(FolderQuestion)
        assert question is not None
        rest()
        camera.keep("documents-02-folder", lambda: with_dialog(stage.window, question))
        question.reject()
        page = filled(stage, folder)
        names = [document.name for document in page.detail.documents.documents]
        page.detail.rows.setCurrentIndex(page.detail.documents.index(names.index("Letter of the landlord.docx")))
        rest()
        camera.shoot("documents-03-collection", stage.window)
        _search(camera, stage, page)
        _every_file(camera, stage, page)


def _search(camera: Camera, stage: Stage, page: KnowledgePage) -> None:
    page.search.setText("how long is the notice period")
    until(lambda: page.results.hits.count() > 0)
    rest()
    camera.shoot("documents-04-search", stage.window)
    viewer = opened(stage, page)
    camera.shoot("documents-05-passage", viewer)
    viewer.close()
    page.search.setText("quantum chromodynamics")
    until(lambda: page.results.hits.count() == 0)
    rest()
    camera.shoot("documents-06-nothing", stage.window)
    page.search.clear()


def opened(stage: Stage, page: KnowledgePage) -> PassageView:
    """The first passage that was found, at its page."""
    page.results.hits.open_current()
    viewer = stage.workspace.viewer
    assert isinstance(viewer, PassageView)
    until(lambda: bool(viewer.canvas.marks))
    rest(0.5)
    return viewer


def _every_file(camera: Camera, stage: Stage, page: KnowledgePage) -> None:
    page.detail.survey.click()
    table = page.findChild(SurveyTable)
    assert table is not None
    table.question.setText(INVOICE_QUESTION)
    table.ask.click()
    until(lambda: not table.ask.is_busy() and table.rows.rowCount() > 0)
    rest()
    camera.shoot("documents-07-every-file", table)
    table.close()


SCENES = (
    Scene(
        documents,
        {
            "documents-01-empty": "knowledge",
            "documents-02-folder": "",
            "documents-03-collection": "knowledge",
            "documents-04-search": "knowledge",
            "documents-05-passage": "",
            "documents-06-nothing": "knowledge",
            "documents-07-every-file": "",
        },
    ),
)
