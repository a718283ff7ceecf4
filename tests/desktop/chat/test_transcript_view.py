"""The transcript with real events: rows that come and go, scrolling, selecting, links, keys, actions."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.conversations.message_tree import Attachment, StoredError
from core.errors import ModelTrouble
from core.events import ModelSwitched, TextDelta, ThinkingDelta, TurnFailed, TurnFinished
from desktop.chat.message_actions import MessageAction
from desktop.chat.message_row import MessageRow
from desktop.chat.row_tools import CopyButton
from desktop.chat.transcript_view import TranscriptView
from desktop.theme.design_tokens import DARK, LIGHT
from desktop.theme.stylesheet import apply_theme
from models.language.messages import Usage
from tests.bench.transcript_bench import sample_path
from tests.peers.transcript_stage import answered, grow, point_in, row_of, said, streaming

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown_rows(view: TranscriptView) -> list[MessageRow]:
    return [child for child in view.list.viewport().children() if isinstance(child, MessageRow)]


def wheel(view: TranscriptView, notches: int) -> None:
    place = QPointF(300, 300)
    event = QWheelEvent(
        place,
        view.list.viewport().mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.list.viewport(), event)


def actions_of(view: TranscriptView) -> list[MessageAction]:
    taken: list[MessageAction] = []
    view.action_requested.connect(taken.append)
    return taken


def test_an_empty_path_shows_nothing(view: TranscriptView) -> None:
    view.set_path([])
    assert shown_rows(view) == []
    assert not view.pill.isVisible()


def test_a_long_chat_opens_at_its_end_with_few_rows(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(10_000))
    qtbot.wait(20)
    assert len(view.list.rows) < 40
    last = row_of(view, 9999)
    assert last.y() + last.height() <= view.list.viewport().height()


def test_rows_stay_few_while_ten_thousand_messages_scroll_by(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(10_000))
    most = widgets = 0
    bar = view.list.verticalScrollBar()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 60)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        most = max(most, len(view.list.rows))
        widgets = max(widgets, len(view.list.findChildren(QWidget)))
    assert most < 40
    assert widgets < 900
    gc.collect()
    assert len(shown_rows(view)) == len(view.list.rows)


def test_scrolling_over_estimated_rows_moves_by_exactly_what_was_asked(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(2_000))
    qtbot.wait(20)
    for _ in range(80):
        before = {key: row.y() for key, row in view.list.rows.items()}
        view.list.scroll_by(-100)
        for key, row in view.list.rows.items():
            if key in before:
                assert row.y() == before[key] + 100


def test_the_wheel_scrolls_and_leaves_the_end(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(200))
    qtbot.wait(20)
    assert view.list.is_at_end
    for _ in range(6):
        wheel(view, 1)
    assert not view.list.is_at_end
    assert view.pill.isVisible()
    QTest.mouseClick(view.pill, Qt.MouseButton.LeftButton)
    assert view.list.is_at_end
    assert not view.pill.isVisible()


def test_a_growing_answer_keeps_the_end_in_sight(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(50))
    view.begin_answer(streaming(50))
    grow(view, 50, "Words and more words. " * 200)
    row = row_of(view, 50)
    height = view.list.viewport().height()
    assert row.height() > height
    assert height - 60 < row.y() + row.height() <= height


def test_a_growing_answer_moves_nothing_while_the_owner_reads_above(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(50))
    view.begin_answer(streaming(50))
    grow(view, 50, "Words and more words. " * 100)
    view.list.scroll_by(-500)
    QApplication.processEvents()
    before = {key: row.y() for key, row in view.list.rows.items()}
    grow(view, 50, "And still more of them. " * 100)
    assert {key: row.y() for key, row in view.list.rows.items() if key in before} == before


def test_a_grown_answer_looks_as_if_it_had_come_at_once(view: TranscriptView, qtbot: QtBot) -> None:
    text = "# Title\n\nSome *words* with `code`.\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    text += "```python\nx = 1\n```\n\nEnd."
    view.begin_answer(streaming(0))
    grow(view, 0, text)
    view.finish(answered(0, text))
    qtbot.wait(120)
    grown = row_of(view, 0).grab().toImage()
    view.set_path([])
    view.set_path([answered(0, text, conversation_id="other")])
    qtbot.wait(120)
    assert row_of(view, 0).grab().toImage() == grown


def test_the_last_words_are_drawn_even_when_they_come_together_with_the_end(view: TranscriptView) -> None:
    view.begin_answer(streaming(0))
    grow(view, 0, "The first half")
    message_id = streaming(0).message_id
    finished = TurnFinished(message_id, stopped=False, usage=Usage(), first_token_s=0.1, total_s=0.2)
    switched = ModelSwitched(wanted="a", used="b", reason="")
    view.apply(message_id, [TextDelta(" and the last words."), switched, finished])
    view.finish(answered(0, "The first half and the last words."))
    drawn = " ".join(placed.block.plain_text for placed in row_of(view, 0).text.placed)
    assert drawn == "The first half and the last words."


def test_finishing_keeps_the_rows_of_the_other_messages(view: TranscriptView) -> None:
    path = [said(0, "Hello"), streaming(1)]
    view.set_path(path)
    question = row_of(view, 0)
    view.apply("message-1", [TextDelta("Hi.")])
    view.finish(answered(1, "Hi."))
    view.set_path([path[0], answered(1, "Hi.")])
    assert row_of(view, 0) is question


def test_thinking_is_folded_and_opens_by_click_and_key(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "Why?"), streaming(1)])
    view.apply("message-1", [ThinkingDelta("Let me see.")])
    row = row_of(view, 1)
    assert row._thinking is not None
    button = row._thinking.button
    assert button.text() == "Thinking…"
    view.apply("message-1", [TextDelta("Because.")])
    assert button.text() == "Thought for 1 s"
    folded = row.height()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert row._thinking.is_open
    assert row.height() > folded
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Space)
    assert row.height() == folded


def test_an_error_card_tells_what_to_do_and_retries(view: TranscriptView) -> None:
    taken = actions_of(view)
    view.set_path([said(0, "Hi"), streaming(1)])
    view.apply("message-1", [TextDelta("Half an"), TurnFailed("message-1", ModelTrouble("socket closed"))])
    row = row_of(view, 1)
    assert row._error is not None
    assert "did not answer" in row._error.accessibleName()
    before = row.height()
    QTest.mouseClick(row._error.details, Qt.MouseButton.LeftButton)
    assert row.height() > before
    QTest.mouseClick(row._error.retry, Qt.MouseButton.LeftButton)
    assert taken == [MessageAction("retry", "message-1")]


def test_a_fallback_is_told_in_a_line(view: TranscriptView) -> None:
    view.set_path([said(0, "Hi"), streaming(1)])
    view.apply("message-1", [ModelSwitched("big", "small", "“big” is not installed.")])
    assert list(row_of(view, 1).content.notices) == ["“big” is not installed. small answers instead of big."]
    assert row_of(view, 1).message.model == "small"


def test_text_is_selected_across_messages_and_copied_plain(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "First question"), answered(1, "An **answer** with\n\n- one\n- two"), said(2, "Last words")])
    qtbot.wait(20)
    viewport = view.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, point_in(view, 0, "question"))
    end = point_in(view, 2, "words")
    QTest.mouseMove(viewport, end - QPoint(10, 0))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, end)
    QTest.keyClick(view.list, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "question\n\nAn answer with\n\n• one\n• two\n\nLast "


def test_a_selection_outlives_the_rows_that_showed_it(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(400))
    qtbot.wait(20)
    place = point_in(view, 399, "Some")
    QTest.mouseDClick(view.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    QTest.mousePress(view.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    chosen = view.list.selected_text()
    assert chosen
    view.list.scroll_to_start()
    view.list.set_current(0, Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    assert view.list.selected_text() == chosen
    view.list.scroll_to_end()
    assert any(marks.selection for marks in row_of(view, 399).marks.values())


def test_select_all_copies_every_message(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(120))
    view.list.set_current(119, Qt.FocusReason.OtherFocusReason)
    focus = QApplication.focusWidget() or view.list
    QTest.keyClick(focus, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focus, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert all(f"Question {number}:" in text for number in range(0, 120, 2))
    assert "**" not in text


def test_shift_and_arrows_extend_the_selection_over_messages(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "ab"), answered(1, "cd")])
    view.list.set_current(0, Qt.FocusReason.OtherFocusReason)
    for _ in range(4):
        QTest.keyClick(row_of(view, 0), KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.list.selected_text() == "ab\n\nc"
    QTest.keyClick(row_of(view, 0), KEY.Key_Escape)
    assert view.list.selected_text() == ""


def test_a_link_is_followed_only_by_a_click_and_shows_its_address(view: TranscriptView, qtbot: QtBot) -> None:
    opened: list[str] = []
    view.link_activated.connect(opened.append)
    view.set_path([answered(0, "See [the page](https://example.org/a?b=c#d) now.")])
    qtbot.wait(20)
    place = point_in(view, 0, "the page") + QPoint(4, 4)
    assert opened == []
    span = row_of(view, 0).span_at(place - row_of(view, 0).pos())
    assert span is not None
    assert span.address == "https://example.org/a?b=c#d"
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert opened == ["https://example.org/a?b=c#d"]
    QTest.mousePress(view.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    QTest.mouseMove(view.list.viewport(), place + QPoint(40, 0))
    QTest.mouseRelease(view.list.viewport(), Qt.MouseButton.LeftButton, NONE, place + QPoint(40, 0))
    assert len(opened) == 1


def test_pages_ends_and_arrows_move_by_keyboard(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(100))
    view.list.set_current(99, Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row_of(view, 99), KEY.Key_Home)
    assert view.list.current_index == 0
    QTest.keyClick(row_of(view, 0), KEY.Key_Down)
    assert view.list.current_index == 1
    assert row_of(view, 1).hasFocus()
    before = row_of(view, 1).y()
    QTest.keyClick(row_of(view, 1), KEY.Key_PageDown)
    assert row_of(view, 1).y() < before - 500
    QTest.keyClick(row_of(view, 1), KEY.Key_End)
    assert view.list.current_index == 99
    assert view.list.is_at_end


def test_tab_goes_from_the_row_through_its_buttons_and_out(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "Hi"), answered(1, "```python\nx\n```")])
    outside = QPushButton("outside", view)
    outside.show()
    view.list.set_current(1, Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or focus.objectName())
        if focus is outside:
            break
    assert names[:2] == ["Copy python code", "Copy"]
    assert QApplication.focusWidget() is outside


def test_the_buttons_of_a_message_ask_for_its_actions(view: TranscriptView, qtbot: QtBot) -> None:
    taken = actions_of(view)
    view.set_path([said(0, "Hi"), answered(1, "One *word*", sibling_index=1, sibling_count=3)])
    qtbot.waitUntil(lambda: row_of(view, 1)._bar is not None)  # made in an idle moment
    bar = row_of(view, 1)._bar
    assert bar is not None
    for kind in ("previous_branch", "next_branch", "copy", "regenerate", "fork", "delete"):
        button = bar.findChild(QToolButton, kind)
        assert button is not None
        assert button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [action.kind for action in taken] == [
        "previous_branch",
        "next_branch",
        "copy",
        "regenerate",
        "fork",
        "delete",
    ]
    assert QGuiApplication.clipboard().text() == "One word"


def test_the_menu_offers_everything_by_keyboard(view: TranscriptView, qtbot: QtBot) -> None:
    taken = actions_of(view)
    view.set_models(["small", "big"])
    view.set_path([said(0, "Hi"), answered(1, "One *word*")])
    menu = view.list.menu_for(row_of(view, 1))
    titles = {action.text(): action for action in menu.actions()}
    assert {"Copy", "Copy as Markdown", "Answer again", "Continue in a new chat", "Delete from here"} <= set(titles)
    titles["Copy as Markdown"].trigger()
    assert QGuiApplication.clipboard().text() == "One *word*"
    choice = next(action.menu() for action in menu.actions() if action.text() == "Answer again with")
    choice.actions()[1].trigger()  # type: ignore[union-attr]
    assert taken[-1] == MessageAction("regenerate", "message-1", "big")
    menu.deleteLater()


def test_an_own_message_is_edited_in_place(view: TranscriptView, qtbot: QtBot) -> None:
    taken = actions_of(view)
    view.set_path([said(0, "Helo"), answered(1, "Hi")])
    view._act("edit", "message-0", "")
    row = row_of(view, 0)
    assert row.is_edited
    assert row._editor is not None
    edit = row._editor.edit
    QTest.keyClick(edit, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(edit, "Hello")
    QTest.keyClick(edit, KEY.Key_Return)
    assert taken == [MessageAction("edit", "message-0", "Hello")]
    assert not row.is_edited
    view._act("edit", "message-0", "")
    assert row._editor is not None
    QTest.keyClick(row._editor.edit, KEY.Key_Escape)
    assert len(taken) == 1


@pytest.mark.parametrize("lines", [6, 10, 12, 14])
def test_an_editor_stays_in_sight_where_the_answer_below_fills_the_window(view: TranscriptView, lines: int) -> None:
    view.set_path([said(0, "A question"), answered(1, "A line of the answer.\n\n" * lines)])
    view.list.scroll_to_end()
    view._act("edit", "message-0", "")
    QApplication.processEvents()
    editor = row_of(view, 0)._editor
    assert editor is not None
    assert editor.mapTo(view.list.viewport(), editor.rect().topLeft()).y() >= 0


def test_a_message_that_is_being_edited_is_not_recycled(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path(sample_path(300))
    view.list.scroll_to_start()
    view._act("edit", "message-0", "")
    row = row_of(view, 0)
    assert row._editor is not None
    row._editor.edit.setPlainText("half a thought")
    view.list.scroll_to_end()
    view.list.scroll_to_start()
    assert row_of(view, 0) is row
    assert row._editor.edit.toPlainText() == "half a thought"


def test_code_is_copied_by_its_button(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([answered(0, "```python\nx = 1\n\ny = 2\n```")])
    (button,) = row_of(view, 0).findChildren(CopyButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x = 1\n\ny = 2"
    assert button.text() == "Copied"


def test_long_lines_of_code_scroll_sideways(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([answered(0, "```\n" + "x" * 500 + "\n```")])
    qtbot.wait(20)
    layout = row_of(view, 0).text.placed[0].layout
    place = row_of(view, 0).pos() + QPoint(300, 90)
    event = QWheelEvent(
        QPointF(place),
        view.list.viewport().mapToGlobal(QPointF(place)),
        QPoint(0, 0),
        QPoint(-120, 0),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.list.viewport(), event)
    assert layout.scroll_x == 120  # type: ignore[union-attr]


def test_a_very_long_word_wraps(view: TranscriptView) -> None:
    view.set_path([answered(0, "w" * 5_000)])
    layout = row_of(view, 0).text.placed[0].layout
    assert layout.natural_width <= row_of(view, 0).text.width + 1  # type: ignore[union-attr]
    assert layout.height > 500


def test_a_message_of_fifty_megabytes_shows_its_beginning_and_more_on_demand(view: TranscriptView) -> None:
    text = "A line of text that goes on for a while.\n" * 1_250_000
    view.set_path([said(0, "Hi"), answered(1, text)])
    row = row_of(view, 1)
    assert row._more is not None
    assert row._more.isVisible()
    before = len(row.plain_text())
    QTest.mouseClick(row._more, Qt.MouseButton.LeftButton)
    assert len(row.plain_text()) > before
    while view.model.can_show_more(1):
        QTest.mouseClick(row._more, Qt.MouseButton.LeftButton)
    assert row._more.text().startswith("Copy the whole message")
    QTest.mouseClick(row._more, Qt.MouseButton.LeftButton)
    assert len(QGuiApplication.clipboard().text()) == len(text)


def test_a_jump_from_search_brings_the_words_into_sight(view: TranscriptView, qtbot: QtBot) -> None:
    path = sample_path(500)
    path[101] = answered(101, "Filler. " * 900 + "\n\nThe **needle** is here.\n\n" + "Filler. " * 900)
    view.set_path(path)
    view.show_message("message-101", highlight="Needle is")
    row = row_of(view, 101)
    (marks,) = [marks for marks in row.marks.values() if marks.found]
    block = next(number for number, marks in row.marks.items() if marks.found)
    y = row.y() + row.top_of(replace(row.hit(QPoint(0, 0)), block=block, offset=marks.found[0][0]))
    assert 0 < y < view.list.viewport().height()
    view.show_message("unknown", highlight="x")


def test_find_goes_through_messages_that_have_no_row(view: TranscriptView, qtbot: QtBot) -> None:
    path = sample_path(600)
    for number in (11, 301, 555):
        path[number] = answered(number, "here is a **pearl** and another pearl")
    view.set_path(path)
    view.list.set_current(599, Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(row_of(view, 599), KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.find_bar.isVisible()
    QTest.keyClicks(view.find_bar.field, "PEARL")
    QTest.keyClick(view.find_bar.field, KEY.Key_Return)
    visited = []
    for _ in range(7):
        assert view.list._found_now is not None
        visited.append((view.list._found_now[0], view.list._found_now[1].start))
        QTest.keyClick(view.find_bar.field, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert visited[:6] == [(f"message-{number}", start) for number in (555, 301, 11) for start in (28, 10)]
    assert visited[6] == visited[0]
    QTest.keyClick(view.find_bar.field, KEY.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.list._words == ""


def test_words_that_are_nowhere_are_told(view: TranscriptView) -> None:
    view.set_path(sample_path(20))
    view.open_find()
    view.find_bar.field.setText("zebra")
    view.find_bar.search()
    assert view.find_bar.count.text() == "Not found"


def test_a_theme_change_paints_all_rows_anew(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([answered(0, "Words")])
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light = view.grab().toImage().pixelColor(5, 300)
    apply_theme(app, DARK)
    dark = view.grab().toImage().pixelColor(5, 300)
    assert (light.name(), dark.name()) == (LIGHT.colours.window, DARK.colours.window)
    before = row_of(view, 0).height()
    apply_theme(app, DARK, text_scale_percent=200)
    assert row_of(view, 0).height() > before * 1.3
    apply_theme(app, LIGHT, text_scale_percent=100)


def test_right_to_left_paragraphs_stand_on_the_right(view: TranscriptView) -> None:
    view.set_path([answered(0, "שלום")])
    row = row_of(view, 0)
    image = row.grab().toImage()
    middle = row.text.placed[0].layout
    left = int(row._text_at.x())
    top = int(row._text_at.y())
    background = LIGHT.colours.window

    def inked(first: int, last: int) -> bool:
        return any(
            image.pixelColor(x, y).name() != background
            for x in range(first, last)
            for y in range(top, top + int(middle.height))
        )

    assert inked(left + int(row.text.width) - 60, left + int(row.text.width))
    assert not inked(left, left + 60)


def test_pictures_come_from_the_loader_and_never_from_an_address(view: TranscriptView, qtbot: QtBot) -> None:
    asked: list[str] = []
    picture = Attachment("a1", "image", "cat.png", "image/png", 10, "blob")
    note = Attachment("a2", "text", "notes.txt", "text/plain", 12_400, "blob")
    view.set_attachment_loader(lambda item, give: (asked.append(item.name), give(b"not a picture"))[0])
    view.set_path([said(0, "Look", attachments=(picture, note)), answered(1, "![x](https://example.org/x.png)")])
    assert asked == ["cat.png"]
    assert row_of(view, 0)._strip is not None


def test_stored_states_are_shown(view: TranscriptView) -> None:
    error = StoredError("AnswerBrokeOff", "The answer broke off.", "Try again.", "")
    view.set_path(
        [
            answered(0, "Half", state="stopped"),
            answered(1, "", state="failed", error=error),
            answered(2, "Done", usage=Usage(answer_tokens=100, answer_s=2.0), total_s=3.25),
        ]
    )
    assert "Stopped." in row_of(view, 0).accessibleName()
    assert "The answer broke off." in row_of(view, 1).accessibleName()


def test_actions_come_with_the_pointer_and_with_the_keyboard(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "Hi"), answered(1, "Hello"), said(2, "Bye")])
    row = row_of(view, 1)
    assert row._bar is None or not row._bar.isVisible()
    QApplication.sendEvent(row, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert row._bar is not None
    assert row._bar.isVisible()
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not row._bar.isVisible()
    view.activateWindow()
    view.list.set_current(1, Qt.FocusReason.TabFocusReason)
    assert row._bar.isVisible()


def test_an_edit_outlives_a_change_of_theme(view: TranscriptView) -> None:
    view.set_path([said(0, "Hi"), answered(1, "Hello")])
    view._act("edit", "message-0", "")
    editor = row_of(view, 0)._editor
    assert editor is not None
    editor.edit.setPlainText("half a thought")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, DARK)
    assert row_of(view, 0).edited_text == "half a thought"
    apply_theme(app, LIGHT)


def test_a_new_question_goes_to_the_end_and_a_branch_switch_stays(view: TranscriptView, qtbot: QtBot) -> None:
    path = sample_path(100)
    view.set_path(path)
    view.list.scroll_to_start()
    view.set_path([*path[:50], answered(500, "another branch")])
    assert "message-0" in view.list.rows
    view.set_path([*path, said(600, "A new question")])
    assert view.list.is_at_end


def test_a_path_read_again_while_an_answer_grows_loses_nothing(view: TranscriptView) -> None:
    view.set_path([said(0, "Hi"), streaming(1)])
    view.begin_answer(streaming(1))
    grow(view, 1, "The first half, ")
    view.set_path([said(0, "Hi"), streaming(1)])
    grow(view, 1, "and the second.")
    assert row_of(view, 1).plain_text() == "The first half, and the second."
