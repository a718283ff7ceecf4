"""Takes a pasted text as a document."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.theme.theme_state import theme


class PastedText(QDialog):
    """`kept` carries title and text. What lies in the clipboard is offered, selected."""

    kept = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a text"))
        heading = QLabel(self.tr("Add a text"), self)
        heading.setProperty("role", "heading")
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setMaxLength(200)
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(self.tr("Paste or type the text"))
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme().px(220))
        buttons = QDialogButtonBox(self)
        self.keep = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("kind", "primary")
        self.keep.style().unpolish(self.keep)  # a box dresses its buttons as it takes them
        self.keep.style().polish(self.keep)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.kept.emit(self.title.text().strip(), self.text.toPlainText()))
        self.text.textChanged.connect(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for part in (heading, self.title, self.text, buttons):
            column.addWidget(part)
        self.setMinimumWidth(theme().px(480))
        clipboard = QGuiApplication.clipboard().text()
        if clipboard.strip():
            self.text.setPlainText(clipboard)
            self.text.selectAll()
        self.text.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        self.keep.setEnabled(bool(self.text.toPlainText().strip()))
