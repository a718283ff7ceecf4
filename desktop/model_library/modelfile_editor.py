"""A model of one's own from a Modelfile: a name, an editor with line numbers, errors at their line, progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.model_library.plain_label import TroubleCard, plain
from desktop.theme.stylesheet import mono_font
from desktop.theme.theme_state import theme
from desktop.widgets.form_field import FormField
from desktop.widgets.transfer_row import TransferRow

if TYPE_CHECKING:
    from core.errors import HearthError
    from core.library.transfers import Transfer

EXAMPLE = '''# The model to build on: one that is installed, or a whole path to a .gguf file.
FROM {base}

# What it is always told first.
SYSTEM """
You are a patient editor. You keep the author's voice.
"""

# 0 is strict, 1 is lively.
PARAMETER temperature 0.6
PARAMETER num_ctx 8192
'''
EXAMPLE_BASE = "llama3.2:3b"


class ModelfileDialog(QDialog):
    """`create_wanted` carries name and text. Closing it while the model is being made lets that go on."""

    create_wanted = Signal(str, str)
    cancel_wanted = Signal(str)

    def __init__(self, *, name: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Create a model from a Modelfile"))
        self.transfer_id = ""
        self.name = QLineEdit(name, self)
        self.name.setPlaceholderText(self.tr("my-model"))
        self.field = FormField(
            self.tr("Name"),
            self.name,
            hint=self.tr("Letters, digits and - _ . only; a colon before a variant"),
            parent=self,
        )
        self.editor = LinedEditor(self)
        self.editor.setPlainText(text or EXAMPLE.format(base=EXAMPLE_BASE))
        self.editor.setAccessibleName(self.tr("Modelfile"))
        self.trouble = TroubleCard(self)
        self.row = TransferRow(self)
        self.row.hide()
        self.row.cancel_wanted.connect(self.cancel_wanted)
        self.row.resume_wanted.connect(lambda _: self._create())
        self.row.dismiss_wanted.connect(lambda _: self._rest())
        self.create_button = QPushButton(self.tr("Create"), self)
        self.create_button.setProperty("kind", "primary")
        self.create_button.clicked.connect(self._create)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        for button in (self.create_button, self.close_button):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        about = self.tr("A Modelfile says on which model to build, what to tell it first, and how it answers.")
        layout.addWidget(plain(about, "muted", self))
        layout.addWidget(self.field)
        layout.addWidget(self.editor, stretch=1)
        layout.addWidget(self.trouble)
        layout.addWidget(self.row)
        layout.addLayout(buttons)
        self.name.textChanged.connect(lambda _: self._fit())
        self.editor.textChanged.connect(self._edited)
        self.resize(640, 600)
        self._fit()

    def refuse(self, error: HearthError) -> None:
        """It was not made; an error that names a line leads there."""
        self.row.hide()
        self.transfer_id = ""
        self._fit()
        self.trouble.tell(error)
        line = error.fields.get("line")
        if isinstance(line, int):
            self.editor.mark_line(line)
            self.editor.setFocus()
        elif "name" in error.fields:
            self.name.setFocus()

    def follow(self, transfer: Transfer) -> None:
        """Show how far the making has come."""
        self.transfer_id = transfer.transfer_id
        if transfer.state == "done":
            self.accept()
        elif transfer.state == "failed" and transfer.error is not None:
            self.refuse(transfer.error)
        elif transfer.state == "cancelled":
            self._rest()
        else:
            self.row.show_transfer(transfer)
            self.row.show()
            self._fit()

    def _create(self) -> None:
        if self.create_button.isEnabled():
            self.trouble.hide()
            self.editor.mark_line(0)
            self.create_button.setEnabled(False)
            self.create_wanted.emit(self.name.text().strip(), self.editor.toPlainText())

    def _rest(self) -> None:
        self.row.hide()
        self.transfer_id = ""
        self._fit()

    def _edited(self) -> None:
        self.editor.mark_line(0)
        self._fit()

    def _fit(self) -> None:
        has_text = bool(self.name.text().strip() and self.editor.toPlainText().strip())
        self.create_button.setEnabled(has_text and not self.transfer_id)


class LinedEditor(QPlainTextEdit):
    """Plain text with line numbers; one line can be marked as wrong. Tab leaves it, as everywhere in Hearth."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marked = 0
        self._gutter = _Gutter(self)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.blockCountChanged.connect(lambda _: self._fit())
        self.updateRequest.connect(lambda *_: self._gutter.update())
        theme().changed.connect(self._dress)
        self._dress()

    @property
    def marked_line(self) -> int:
        """The line that is wrong, 0 for none."""
        return self._marked

    def mark_line(self, line: int) -> None:
        """Mark `line`, counted from 1, and go there; 0 takes the mark away."""
        if line == self._marked:
            return
        self._marked = line
        self._gutter.update()
        block = self.document().findBlockByNumber(line - 1)
        if line and block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stand beside the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), self.gutter_width(), inside.height()))

    def gutter_width(self) -> int:
        """Wide enough for the last number."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 20

    def paint_numbers(self, painter: QPainter) -> None:
        """The numbers of the lines in sight."""
        colours = theme().tokens.colours
        block, height = self.firstVisibleBlock(), self._gutter.height()
        painter.setFont(self.font())
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > height:
                return
            number = block.blockNumber() + 1
            line = QRect(0, round(rect.top()), self._gutter.width() - 10, round(rect.height()))
            if number == self._marked:
                painter.fillRect(QRect(0, line.top(), self._gutter.width(), line.height()), QColor(colours.danger_soft))
            painter.setPen(QColor(colours.danger_on_soft if number == self._marked else colours.text_faint))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
            block = block.next()

    def _fit(self) -> None:
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def _dress(self, *_: object) -> None:
        self.setFont(mono_font(theme().tokens.type.small))
        self._fit()


class _Gutter(QWidget):
    def __init__(self, editor: LinedEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(QPainter(self))
