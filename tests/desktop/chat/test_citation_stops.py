"""Citations are stops of the keyboard: in reading order, told with their source, opened by Enter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.events import SourcesFound
from desktop.chat.answer_sources import AnswerSources
from desktop.chat.citation_stops import CitationStop
from desktop.chat.message_row import MessageRow
from desktop.chat.transcript_view import TranscriptView
from tests.peers.found_passages import passage
from tests.peers.transcript_stage import answered, grow, point_in, row_of, said, streaming

TEXT = """\
It ends after **three months [2]**, in writing [1, 2]. Six weeks later [9].

| What | Where |
| --- | --- |
| Rent | 940 euros [3] |

- keys on the last day [1]
"""
SOURCES = AnswerSources((passage("Lease.pdf", page=3), passage("Rules.md"), None))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TranscriptView]:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    yield view
    view.close()


def cite(view: TranscriptView, text: str = TEXT, sources: AnswerSources = SOURCES) -> MessageRow:
    """An answer with its sources."""
    view.set_path([said(0, "How does it end?"), answered(1, text)])
    view.set_sources("message-1", sources)
    return row_of(view, 1)


def stops_of(row: MessageRow) -> list[CitationStop]:
    return [stop for stop in row._stops() if isinstance(stop, CitationStop)]


def focused(row: MessageRow) -> QWidget:
    found = row.window().focusWidget()
    assert found is not None
    return found


def test_tab_goes_through_the_citations_of_an_answer_as_they_are_read(view: TranscriptView) -> None:
    row = cite(view)
    view.list.set_current(1, Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(6):
        QTest.keyClick(focused(row), Qt.Key.Key_Tab)
        stop = focused(row)
        assert isinstance(stop, CitationStop)
        reached.append(stop.number)
    assert reached == [2, 1, 2, 9, 3, 1]
    QTest.keyClick(focused(row), Qt.Key.Key_Backtab)
    stop = focused(row)
    assert isinstance(stop, CitationStop)
    assert stop.number == 3


def test_a_citation_is_told_with_its_source_and_opened_by_enter_or_space(view: TranscriptView, qtbot: QtBot) -> None:
    row = cite(view)
    opened: list[tuple[str, str]] = []
    row.action_chosen.connect(lambda kind, text: opened.append((kind, text)))
    second, first, _, lost, gone, _ = stops_of(row)
    found = QAccessible.queryAccessibleInterface(first)
    assert found.text(QAccessible.Text.Name) == "Source 1: Lease.pdf, page 3"
    assert found.text(QAccessible.Text.Description).startswith("The tenant may end the lease")
    assert second.accessibleName() == "Source 2: Rules.md"
    assert lost.accessibleName() == "9: not supported"
    assert "forgotten" in gone.accessibleDescription()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: view.card is not None and view.card.isVisible())
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert opened == [("open_source", "1")] * 2
    lost.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: view.card is not None and "not supported" in view.card.title.text())


def test_each_stop_lies_on_its_mark_and_leaves_the_pointer_alone(view: TranscriptView) -> None:
    row = cite(view)
    for stop, words in zip(stops_of(row), ("[2]", "[1]", "[2]", "[9]", "[3]", "[1]"), strict=True):
        middle = stop.geometry().center()
        span = row.span_at(middle)
        assert span is not None
        assert f"[{stop.number}]" == words
        assert span.address.endswith(str(stop.number))
        assert stop.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    view.resize(430, 600)
    narrow = stops_of(row)
    assert all(
        f"cite:{stop.number}" == getattr(row.span_at(stop.geometry().center()), "address", "") for stop in narrow
    )


def test_a_mark_with_the_keyboard_has_a_ring(view: TranscriptView) -> None:
    stop = stops_of(cite(view))[0]
    place = QRect(stop.mapTo(view, stop.rect().topLeft()), stop.size())
    before = view.grab(place).toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab(place).toImage() != before


def test_right_to_left_text_is_walked_from_right_to_left(view: TranscriptView) -> None:
    row = cite(view, "ينتهي العقد بعد ثلاثة أشهر [2] كتابة [1] ثم ستة أسابيع [9].")
    stops = stops_of(row)
    assert [stop.number for stop in stops] == [2, 1, 9]
    assert stops[0].x() > stops[1].x() > stops[2].x()


def test_tab_brings_a_citation_of_a_long_answer_into_sight(view: TranscriptView) -> None:
    far = "\n\n".join(f"Paragraph {number} of a long answer." for number in range(80))
    row = cite(view, f"First [1].\n\n{far}\n\nLast [2].")
    view.list.set_current(1, Qt.FocusReason.TabFocusReason)
    for number in (1, 2):
        QTest.keyClick(focused(row), Qt.Key.Key_Tab)
        stop = focused(row)
        assert isinstance(stop, CitationStop)
        assert stop.number == number
        top = stop.mapTo(view.list.viewport(), stop.rect().topLeft()).y()
        assert 0 <= top <= view.list.viewport().height() - stop.height()


def test_an_answer_has_stops_only_once_it_is_whole_and_none_when_it_asked_no_documents(view: TranscriptView) -> None:
    view.set_path([said(0, "How does it end?")])
    view.begin_answer(streaming(1))
    found = (passage("Lease.pdf", page=3), passage("Rules.md"), passage("Rent.md"))
    view.apply("message-1", [SourcesFound("How does it end?", found, (), False)])
    grow(view, 1, TEXT)
    assert stops_of(row_of(view, 1)) == []
    view.finish(answered(1, TEXT))
    view.set_sources("message-1", AnswerSources(found))
    assert len(stops_of(row_of(view, 1))) == 6
    assert stops_of(cite(view, TEXT, AnswerSources(asked=False))) == []


def test_the_pointer_still_opens_what_a_stop_lies_on(view: TranscriptView) -> None:
    row = cite(view)
    opened: list[tuple[str, str]] = []
    view.list.action_chosen.connect(lambda kind, _, text: opened.append((kind, text)))
    assert stops_of(row)
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view, 1, "[9]"))
    assert opened == [("open_source", "9")]
