"""A read-only text to look at and to copy, as it lies in a fold of the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop.theme.stylesheet import mono_font
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.form_field import TextArea
from desktop.widgets.icon_button import IconButton

MOST_CHARACTERS = 60_000
"""Licences and templates are shorter; more would make the Qt thread wait for its line breaks."""


class ReadOnlyText(QWidget):
    """A text to read and to copy."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.area = TextArea(fewest_lines=2, most_lines=16, parent=self)
        self.area.setReadOnly(True)
        self.area.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.area.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.area.setAccessibleName(name)
        self.copy = IconButton("copy", self.tr("Copy “{0}”").format(name), parent=self)
        self.copy.clicked.connect(self._copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.area, stretch=1)
        layout.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._dress)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show `text`; a very long one to its first part, though all of it can be copied."""
        if text != self._text:
            self._text = text
            self.area.setPlainText(text[:MOST_CHARACTERS])

    def text(self) -> str:
        """All of it."""
        return self._text

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        announce(self, self.tr("Copied"))

    def _dress(self, *_: object) -> None:
        self.area.setFont(mono_font(theme().tokens.type.caption))
