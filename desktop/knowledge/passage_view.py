"""The viewer of a passage: its page as the file has it, or the kept text, with the passage marked.

Chat, search and tables open it with `Workspace.show_passage(passage, conversation_id)`, which keeps one viewer.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import HearthError
from core.knowledge.page_names import counted_as
from desktop.knowledge.knowledge_desk import KnowledgeDesk
from desktop.knowledge.page_canvas import PageCanvas, picture_of
from desktop.knowledge.page_words import PageWords
from desktop.knowledge.passage_source import PassageSource, SourceFacts
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import figure
from desktop.widgets.announcer import announce
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton
from desktop.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.knowledge.document_rows import StoredPage
    from core.knowledge.page_picture import PagePicture
    from core.knowledge.passage import Passage
    from desktop.bridge import Bridge, Call

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_REST_MS = 120
_SIZE = QSize(760, 860)


def open_passage(
    bridge: Bridge,
    assistant: Assistant,
    passage: Passage,
    *,
    conversation_id: str = "",
    report: Callable[[BaseException], None],
    parent: QWidget | None = None,
) -> PassageView:
    """A viewer at this passage. `conversation_id` is that of the chat which cites it, for attachments of private chats.

    Call its `close` before the profile locks.
    """
    view = PassageView(bridge, assistant, report=report, parent=parent)
    view.show_passage(passage, conversation_id=conversation_id)
    return view


class PassageView(QDialog):
    """Beside the window, not in its way."""

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        report: Callable[[BaseException], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passage"))
        self._bridge, self._assistant, self._report = bridge, assistant, report
        self._desk = KnowledgeDesk(bridge, assistant, report)
        self._passage: Passage | None = None
        self._source: PassageSource | None = None
        self._facts = SourceFacts("whole")
        self._page = 1
        self._pages = 1
        self._drawing: Call | None = None
        self._drawn: tuple[int, int] = (0, 0)  # page and width of the picture in sight
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self._draw)
        self._make_head()
        self._make_body()
        self._lay_out()
        self._connect()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(60, 100)))

    # ---- for others -------------------------------------------------------------------------------------------------

    def show_passage(self, passage: Passage, *, conversation_id: str = "") -> None:
        """Show this passage, its page and where it stands."""
        self._end_source()
        self._passage = passage
        self._desk = KnowledgeDesk(self._bridge, self._assistant, self._report, conversation_id=conversation_id)
        self._source = source = PassageSource(passage)
        self._page, self._pages = passage.page, max(1, passage.page)
        self.name.setText(passage.document_name)
        self.setWindowTitle(passage.document_name)
        self._facts = SourceFacts("whole")
        self._drawn = (0, 0)
        self.look.set_value("page")
        self.canvas.set_zoom(1.0)
        self._show_kept_words()
        self._show_facts()
        self._desk.ask(source.look, owner=self, done=lambda facts: self._looked(source, facts), failed=self._not_looked)
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()

    def done(self, result: int) -> None:
        """Nothing of the document stays in memory, however it is closed."""
        self._end_source()
        self.words.show_text("")
        self.canvas.clear()
        super().done(result)

    # ---- making -----------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.name.setProperty("role", "heading")
        self.place = ElidedLabel(parent=self)
        self.place.setProperty("role", "caption")
        self.look = SegmentedControl(
            self.tr("Shown as"), [("page", self.tr("Page")), ("text", self.tr("Text"))], parent=self
        )
        self.previous = IconButton("chevron-left", self.tr("Previous page"), shortcut="Ctrl+PgUp", parent=self)
        self.next = IconButton("chevron-right", self.tr("Next page"), shortcut="Ctrl+PgDown", parent=self)
        self.back = IconButton("quote", self.tr("Back to the passage"), shortcut="Ctrl+Home", parent=self)
        self.smaller = IconButton("minus", self.tr("Smaller"), shortcut="Ctrl+-", parent=self)
        self.larger = IconButton("plus", self.tr("Larger"), shortcut="Ctrl++", parent=self)
        self.size_label = QLabel(self)
        self.size_label.setProperty("role", "caption")
        self.size_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice = QFrame(self)
        self.notice.setProperty("role", "warning_card")
        self.notice_words = QLabel(self.notice)
        self.notice_words.setWordWrap(True)
        self.notice_words.setTextFormat(Qt.TextFormat.PlainText)
        inside = QHBoxLayout(self.notice)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.notice_words)

    def _make_body(self) -> None:
        self.canvas = PageCanvas(self)
        self.words = PageWords(self)
        self.body = QStackedWidget(self)
        self.body.addWidget(self.canvas)
        self.body.addWidget(self.words)
        self.open_file = QPushButton(self.tr("Open the file…"), self)
        self.open_folder = QPushButton(self.tr("Show in folder"), self)
        self.leave = QPushButton(self.tr("Close"), self)
        for button in (self.open_file, self.open_folder):
            button.setProperty("kind", "quiet")
        for button in (self.open_file, self.open_folder, self.leave):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.place, stretch=1)
        for part in (self.look, self.smaller, self.size_label, self.larger, self.back, self.previous, self.next):
            top.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open_file)
        foot.addWidget(self.open_folder)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self.body, stretch=1)
        column.addLayout(foot)
        order = [
            self.look, self.smaller, self.larger, self.back, self.previous, self.next, self.canvas, self.words,
            self.open_file, self.open_folder, self.leave,
        ]  # fmt: skip
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.turn_to(self._page - 1))
        self.next.clicked.connect(lambda: self.turn_to(self._page + 1))
        self.back.clicked.connect(self._to_passage)
        self.smaller.clicked.connect(lambda: self.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.zoom_by(1))
        self.canvas.zoom_turned.connect(self.zoom_by)
        self.canvas.width_wanted.connect(self._later.start)
        self.look.chosen.connect(lambda _: self._show_page())
        self.open_file.clicked.connect(self._ask_to_open)
        self.open_folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.close)

    # ---- what is shown ----------------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page in sight, from 1."""
        return self._page

    @property
    def shows(self) -> Literal["page", "text"]:
        """Whether the file's own page is in sight, or its text."""
        return "page" if self.body.currentWidget() is self.canvas else "text"

    def turn_to(self, page: int) -> None:
        """Another page, if there is one."""
        if 1 <= page <= self._pages and page != self._page:
            self._page = page
            self._show_page()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by so many steps."""
        if self.shows != "page":
            return
        here = min(range(len(_ZOOMS)), key=lambda index: abs(_ZOOMS[index] - self.canvas.zoom))
        self.canvas.set_zoom(_ZOOMS[max(0, min(here + steps, len(_ZOOMS) - 1))])
        self._show_facts()
        self._later.start()

    def _looked(self, source: PassageSource, facts: SourceFacts) -> None:
        if source is not self._source or self._passage is None:
            return
        self._facts = facts
        self._pages = max(facts.pages, self._page) if facts.is_same_text else 1
        if not facts.is_same_text:
            self._page = self._pages = self._passage.page
        self._show_page()

    def _not_looked(self, error: BaseException) -> None:
        self._facts = SourceFacts("missing")
        self._show_facts()
        if not isinstance(error, HearthError):
            self._report(error)

    def _show_page(self) -> None:
        if self._facts.is_drawn and self.look.value() == "page":
            self._draw()
        else:
            self._fetch_words()
        self._show_facts()

    def _show_kept_words(self) -> None:
        """The passage alone, as the answer had it."""
        passage = self._passage
        if passage is not None:
            self.body.setCurrentWidget(self.words)
            self.words.show_text(passage.text, *passage.hit_place, context=(0, len(passage.text)))

    def _show_facts(self) -> None:
        facts, passage = self._facts, self._passage
        if passage is None:
            return
        drawn = facts.is_drawn
        self.look.setVisible(drawn)
        zooms = drawn and self.look.value() == "page"
        for part in (self.smaller, self.size_label, self.larger):
            part.setVisible(zooms)
        self.size_label.setText(self.tr("{0} %").format(figure(self.canvas.zoom * 100)))
        self.size_label.setMinimumWidth(theme().px(40))
        self.smaller.setEnabled(self.canvas.zoom > _ZOOMS[0])
        self.larger.setEnabled(self.canvas.zoom < _ZOOMS[-1])
        several = self._pages > 1
        for button in (self.previous, self.next, self.back):
            button.setVisible(several)
        self.previous.setEnabled(self._page > 1)
        self.next.setEnabled(self._page < self._pages)
        self.back.setEnabled(self._page != passage.page)
        self.open_file.setVisible(facts.may_open)
        self.open_folder.setVisible(bool(facts.path))
        self.place.setText(self._place_words(passage))
        words = self._notice_words(facts)
        self.notice.setVisible(bool(words))
        self.notice_words.setText(words)

    def _place_words(self, passage: Passage) -> str:
        here, label = self._page == passage.page, passage.page_label
        parts = [label] if here and label and label != str(passage.page) else []
        if self._pages > 1:
            parts.append(self._of_all(passage).format(figure(self._page), figure(self._pages)))
        if here and passage.heading and passage.heading != label:
            parts.append(passage.heading.replace("\n", " › "))
        return " · ".join(parts)

    def _of_all(self, passage: Passage) -> str:
        match counted_as(passage.document_name):
            case "page":
                return self.tr("Page {0} of {1}")
            case "slide":
                return self.tr("Slide {0} of {1}")
            case _:
                return self.tr("Part {0} of {1}")

    def _notice_words(self, facts: SourceFacts) -> str:
        match facts.state:
            case "whole":
                return ""
            case "changed":
                return self.tr("The file has changed since it was read. This is the text as it was read then.")
            case "missing":
                return self.tr("The file is no longer where it was. This is the text as it was read then.")
            case "forgotten":
                return self.tr("This document is no longer in Hearth. This is the passage as the answer kept it.")

    # ---- pages as pictures ------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        source, page = self._source, self._page
        if source is None or not self._facts.is_drawn or self.look.value() != "page":
            return
        if self.body.currentWidget() is not self.canvas:  # the words stay until there is a picture
            self.canvas.resize(self.body.size())
        width_px = self.canvas.width_px()
        if self._drawing is not None and self._drawing.running:
            self._later.start()
            return
        if (page, width_px) == self._drawn:
            self._show_canvas()
            return
        go = page != self._drawn[0]
        self._drawing = self._bridge.call(
            source.picture(page, width_px),
            done=lambda picture: self._show_picture(source, page, picture, width_px, go=go),
            failed=lambda error: self._not_drawn(source, error),
            owner=self,
        )

    def _show_picture(self, source: PassageSource, page: int, drawn: PagePicture, width_px: int, *, go: bool) -> None:
        if source is not self._source:
            return
        self._pages = max(1, drawn.pages)
        if page != self._page:
            self._draw()
            return
        self._drawn = (page, width_px)
        self._show_canvas()
        self.canvas.show_picture(picture_of(drawn.rgb, drawn.width_px, drawn.height_px), drawn.marks, go=go)
        self._show_facts()
        assert self._passage is not None
        here = page == self._passage.page
        self.canvas.describe(self._passage.text if here else "")
        if go:
            announce(self, self.place.text())
        if here and not drawn.marks and self._passage.text:
            self._look_through(source)

    def _look_through(self, source: PassageSource) -> None:
        """On a scan the passage is looked for while the page is in sight; where it cannot be found it is not marked."""

        def found(is_there: bool) -> None:  # noqa: FBT001 - the answer of a call
            if is_there and source is self._source:
                self._drawn = (0, 0)
                self._draw()

        self._bridge.call(source.look_through(), done=found, failed=lambda _: None, owner=self)

    def _show_canvas(self) -> None:
        if self.look.value() == "page" and self.body.currentWidget() is not self.canvas:
            with_keys = self.words.hasFocus()
            self.body.setCurrentWidget(self.canvas)
            if with_keys:
                self.canvas.setFocus()

    def _not_drawn(self, source: PassageSource, error: BaseException) -> None:
        """What cannot be drawn is read."""
        if source is not self._source:
            return
        self._facts = SourceFacts(
            self._facts.state,
            self._facts.pages,
            self._facts.path,
            is_same_text=self._facts.is_same_text,
            may_open=self._facts.may_open,
        )
        if isinstance(error, HearthError):
            self._show_page()
            self.notice.show()
            self.notice_words.setText(error.owner_sentence)
        else:
            self._report(error)

    # ---- pages as text ----------------------------------------------------------------------------------------------

    def _fetch_words(self) -> None:
        source, page = self._source, self._page
        if source is None or self._passage is None:
            return
        if not self._facts.is_same_text:
            self._show_kept_words()
            return
        self._desk.ask(
            lambda knowledge: source.text(knowledge, page),
            owner=self,
            done=lambda found: self._show_words(source, page, found),
        )

    def _show_words(self, source: PassageSource, page: int, found: StoredPage | None) -> None:
        passage = self._passage
        if source is not self._source or page != self._page or passage is None:
            return
        if self._facts.is_drawn and self.look.value() == "page":
            return
        if found is None:
            self._show_kept_words()
            return
        self.body.setCurrentWidget(self.words)
        here = page == passage.page
        start, end = passage.hit_place
        if here:
            context = passage.start, passage.end
            self.words.show_text(found.text, passage.start + start, passage.start + end, context=context)
        else:
            self.words.show_text(found.text)

    # ---- the file ---------------------------------------------------------------------------------------------------

    def _to_passage(self) -> None:
        if self._passage is not None:
            self.turn_to(self._passage.page)

    def _ask_to_open(self) -> None:
        path = self._facts.path
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Open the file"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Open this file in another program?"))
        box.setInformativeText(
            self.tr("{0}\n\nThe other program may load what the file refers to from the internet.").format(path)
        )
        go = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        go.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
        box.open()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._facts.path).parent)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and pages by the keys of every viewer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            deeds: dict[int, Callable[[], object]] = {
                Qt.Key.Key_Plus: lambda: self.zoom_by(1),
                Qt.Key.Key_Equal: lambda: self.zoom_by(1),
                Qt.Key.Key_Minus: lambda: self.zoom_by(-1),
                Qt.Key.Key_0: self._no_zoom,
                Qt.Key.Key_PageUp: lambda: self.turn_to(self._page - 1),
                Qt.Key.Key_PageDown: lambda: self.turn_to(self._page + 1),
                Qt.Key.Key_Home: self._to_passage,
            }
            deed = deeds.get(event.key())
            if deed is not None:
                deed()
                return
        super().keyPressEvent(event)

    def _no_zoom(self) -> None:
        self.canvas.set_zoom(1.0)
        self._show_facts()
        self._later.start()

    def _end_source(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            self._bridge.call(source.aclose(), owner=self)
