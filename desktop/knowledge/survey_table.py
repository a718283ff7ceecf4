"""One question asked of every file of a collection: a table that fills file by file, and can be taken along."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.chat.library_file import LibraryFileNotWritten
from core.errors import Cancelled, HearthError, ModelTrouble
from desktop.knowledge.document_words import files_text
from desktop.knowledge.knowledge_desk import KnowledgeDesk
from desktop.knowledge.survey_rows import (
    ANSWER,
    FILE,
    SOURCE,
    SurveyRows,
    answer_words,
    as_csv,
    in_lines,
    source_words,
    unsupported_words,
)
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import figure
from desktop.widgets.announcer import announce
from desktop.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.knowledge.document_rows import Collection
    from core.knowledge.survey import AskPassages, SurveyRow
    from desktop.bridge import Bridge, Call

_LINES = 3
_MARGINS = 48  # left and right of the table together
_BESIDE = 24  # what the style puts left and right of a cell's words
_SIZE = QSize(900, 640)


class SurveyTable(QDialog):
    """`passage_wanted` carries the passage of a row. Closing it ends the asking."""

    passage_wanted = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        collection: Collection,
        *,
        report: Callable[[BaseException], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ask every file"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._assistant, self._report = bridge, assistant, report
        self._collection = collection
        self._desk = KnowledgeDesk(bridge, assistant, report)
        self._asking: Call | None = None
        self._asked = ""
        self._model = ""
        self._make_parts()
        self._lay_out()
        self._connect()
        self._refresh()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(60, 100)))

    # ---- making -----------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        name = self._collection.name
        self.heading = QLabel(self.tr("Ask every file of “{0}”").format(name), self)
        self.heading.setProperty("role", "heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.about = QLabel(
            self.tr("The same question for each file ({0}). Each answer comes from that file alone.").format(
                files_text(self._collection.documents)
            ),
            self,
        )
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.question = QLineEdit(self)
        self.question.setPlaceholderText(self.tr("For example: When does this contract end?"))
        self.question.setAccessibleName(self.tr("Question"))
        self.ask = BusyButton(self.tr("Ask"), busy_text=self.tr("Stop"), parent=self)
        self.ask.setAutoDefault(False)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.line = QLabel(self)
        self.line.setProperty("role", "caption")
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setWordWrap(True)
        self._make_table()
        self.answer = QLabel(self)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.answer.setAccessibleName(self.tr("The whole answer"))
        self.unsupported = QLabel(self)
        self.unsupported.setProperty("role", "warning")
        self.unsupported.setTextFormat(Qt.TextFormat.PlainText)
        self.unsupported.setWordWrap(True)
        self.source = QPushButton(self)
        self.source.setProperty("kind", "link")
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(16, 12, 16, 8)
        inside.setSpacing(4)
        inside.addWidget(self.answer)
        inside.addWidget(self.unsupported)
        inside.addWidget(self.source, alignment=Qt.AlignmentFlag.AlignLeft)
        self.export = QPushButton(self.tr("Export as CSV…"), self)
        self.leave = QPushButton(self.tr("Close"), self)
        for button in (self.source, self.export, self.leave):
            button.setAutoDefault(False)

    def _make_table(self) -> None:
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_rows)
        self.rows = SurveyRows(self)
        self.table = QTableView(self)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(_FewLines(self.table))
        self.table.setAccessibleName(self.tr("Answers"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(ANSWER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(lambda *_: self._refit.start())  # such as by the scroll bar that came
        self._fit_all()

    def _lay_out(self) -> None:
        ask_row = QHBoxLayout()
        ask_row.setSpacing(8)
        ask_row.addWidget(self.question, stretch=1)
        ask_row.addWidget(self.ask)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.export)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGINS // 2, 20, _MARGINS // 2, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addSpacing(4)
        column.addLayout(ask_row)
        column.addWidget(self.bar)
        column.addWidget(self.line)
        column.addWidget(self.table, stretch=1)
        column.addWidget(self.card)
        column.addLayout(foot)
        order = [self.question, self.ask, self.table, self.source, self.export, self.leave]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self.question.setFocus()

    def _connect(self) -> None:
        self.question.returnPressed.connect(self._begin)
        self.question.textChanged.connect(lambda _: self._refresh())
        self.ask.started.connect(self._begin)
        self.ask.cancel_requested.connect(self._stop)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        self.table.doubleClicked.connect(lambda _: self._open())
        self.source.clicked.connect(self._open)
        self.export.clicked.connect(self._choose_target)
        self.leave.clicked.connect(self.close)
        theme().changed.connect(self._fit_all)

    # ---- asking -----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        question = self.question.text().strip()
        if not question or (self._asking is not None and self._asking.running):
            return
        self._asked = question
        self.rows.clear()
        self.ask.set_busy(True)
        self.bar.setRange(0, 0)
        self.line.setText(self.tr("Looking for a language model"))
        self._asking = self._bridge.stream(
            lambda: self._answers(question),
            batch=self._take,
            finished=lambda: self._ended(self._done_words()),
            failed=self._failed,
            owner=self,
        )
        self._refresh()

    async def _answers(self, question: str) -> AsyncGenerator[SurveyRow, None]:
        """On the core's loop."""
        from core.knowledge.survey import Survey

        knowledge = await self._desk.knowledge()
        survey = Survey(knowledge.collections, knowledge.retrieval, await self._asker())
        async with aclosing(survey.rows(self._collection.collection_id, question)) as rows:
            async for row in rows:
                yield row

    async def _asker(self) -> AskPassages | None:
        from core.chat.passage_questions import asking, model_for_passages

        gateway, settings = self._assistant.gateway, lambda: self._assistant.settings.values.chat
        try:
            self._model = await model_for_passages(gateway, settings)
        except ModelTrouble:  # no server answers: quoting needs none
            self._model = ""
        return asking(gateway, self._model, settings) if self._model else None

    def _take(self, rows: list[SurveyRow]) -> None:
        is_first = not self.rows.rows
        before = self.rows.rowCount()
        self.rows.add(rows)
        self._fit_rows(first=before)
        last = rows[-1]
        self.bar.setRange(0, last.total)
        self.bar.setValue(last.number)
        self.line.setText(self._progress_words(last))
        if is_first:
            self.table.selectRow(0)
        self._refresh()

    def _progress_words(self, last: SurveyRow) -> str:
        words = self.tr("{0} of {1} files").format(figure(last.number), figure(last.total))
        if self._model:
            return f"{words} · {self._model}"
        return f"{words} · {self._no_model_words()}"

    def _done_words(self) -> str:
        rows = self.rows.rows
        told = sum(row.state in ("answered", "quoted") for row in rows)
        words = self.tr("{0} of {1} files tell it").format(figure(told), figure(len(rows)))
        return words if self._model else f"{words} · {self._no_model_words()}"

    def _no_model_words(self) -> str:
        return self.tr("no language model: the nearest passage is quoted")

    def _stop(self) -> None:
        if self._asking is not None:
            self._asking.cancel()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._ended(self.tr("Stopped. {0}").format(self._done_words()))
        elif isinstance(error, HearthError):
            self._ended(f"{error.owner_sentence} {error.owner_next_step}")
        else:
            self._ended("")
            self._report(error)

    def _ended(self, words: str) -> None:
        self.ask.set_busy(False)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.line.setText(words)
        announce(self, words)
        self._refresh()

    def _refresh(self) -> None:
        busy = self.ask.is_busy()
        self.bar.setVisible(busy)
        self.line.setVisible(bool(self.line.text()))
        self.question.setReadOnly(busy)
        if not busy:
            self.ask.setEnabled(bool(self.question.text().strip()))
        self.export.setEnabled(bool(self.rows.rows))
        self._show_row()

    # ---- one row ----------------------------------------------------------------------------------------------------

    def _chosen(self) -> SurveyRow | None:
        index = self.table.currentIndex()
        return self.rows.rows[index.row()] if 0 <= index.row() < len(self.rows.rows) else None

    def _show_row(self) -> None:
        row = self._chosen()
        self.card.setVisible(row is not None)
        if row is None:
            return
        next_step = f" {row.error.next_step}" if row.error is not None else ""
        self.answer.setText(f"{answer_words(row)}{next_step}")
        self.unsupported.setText(unsupported_words(row))
        self.unsupported.setVisible(bool(self.unsupported.text()))
        best = row.best
        self.source.setVisible(best is not None)
        if best is not None:
            self.source.setText(self.tr("Show the passage: {0}").format(source_words(best)))

    def _open(self) -> None:
        row = self._chosen()
        if row is not None and row.best is not None:
            self.passage_wanted.emit(row.best)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the table opens; Esc stops before it closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._open()
        elif event.key() == Qt.Key.Key_Escape and self.ask.is_busy():
            self._stop()
        else:
            super().keyPressEvent(event)

    # ---- taking it along --------------------------------------------------------------------------------------------

    def _choose_target(self) -> None:
        dialog = QFileDialog(self, self.tr("Export as CSV…"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self._collection.name.replace('/', '-')}.csv")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, target: Path) -> None:
        """Write the table to a file."""
        text = as_csv(self._asked, self.rows.rows)

        async def written() -> None:
            try:
                await asyncio.to_thread(target.write_text, text, encoding="utf-8-sig", newline="")
            except OSError as fault:
                raise LibraryFileNotWritten(str(fault), name=target.name, reason=fault.strerror or "") from fault

        self._bridge.call(
            written(),
            done=lambda _: self._say(self.tr("Exported to “{0}”.").format(target.name)),
            failed=self._not_exported,
            owner=self,
        )

    def _not_exported(self, error: BaseException) -> None:
        if isinstance(error, HearthError):
            self._say(f"{error.owner_sentence} {error.owner_next_step}")
        else:
            self._report(error)

    def _say(self, words: str) -> None:
        self.line.setText(words)
        self.line.show()
        announce(self, words)

    def done(self, result: int) -> None:
        """Whoever closes it does not want the rest."""
        self._stop()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Half of the width at least is for the answers, however large the letters."""
        super().resizeEvent(event)
        self._fit_all()

    def _fit_all(self) -> None:
        width = self.width() - _MARGINS
        self.table.setColumnWidth(FILE, min(theme().px(220), int(width * 0.3)))
        self.table.setColumnWidth(SOURCE, min(theme().px(150), int(width * 0.2)))
        self._fit_rows()

    def _fit_rows(self, *, first: int = 0) -> None:
        """As high as their words, up to a few lines; the card below shows all of them."""
        most = _LINES * self.table.fontMetrics().lineSpacing() + theme().px(16)
        for row in range(first, self.rows.rowCount()):
            self.table.setRowHeight(row, min(most, self.table.sizeHintForRow(row)))


class _FewLines(QStyledItemDelegate):
    """Ends a long text with its last whole line: Qt draws half of the next one below it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        table = self.parent()
        assert isinstance(table, QTableView)
        width = table.columnWidth(index.column()) - theme().px(_BESIDE)
        option.text = in_lines(option.text, option.font, width, _LINES)
