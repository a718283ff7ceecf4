"""The button for documents says what it is for where nobody knows it yet."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.chat.sources_picker import AskedDocuments, SourcesPicker

PAPERS = (("papers", "Papers", 3),)


def picker(qtbot: QtBot, asked: AskedDocuments) -> SourcesPicker:
    made = SourcesPicker()
    qtbot.addWidget(made)
    made.set_asked(asked)
    return made


def test_a_new_chat_offers_its_documents_in_words(qtbot: QtBot) -> None:
    assert picker(qtbot, AskedDocuments(PAPERS, begins=True)).text().strip() == "Documents"


def test_later_and_without_documents_the_sign_is_enough(qtbot: QtBot) -> None:
    assert picker(qtbot, AskedDocuments(PAPERS)).text() == ""
    assert picker(qtbot, AskedDocuments((("papers", "Papers", 0),), begins=True)).text() == ""
    assert picker(qtbot, AskedDocuments(begins=True)).text() == ""


def test_what_is_asked_is_named_in_any_chat(qtbot: QtBot) -> None:
    for begins in (True, False):
        made = picker(qtbot, AskedDocuments(PAPERS, chosen=("papers",), begins=begins))
        assert made.text().strip() == "Papers"
        assert made.accessibleName() == "Answers from documents: Papers"
