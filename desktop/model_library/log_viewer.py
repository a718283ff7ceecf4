"""What Hearth's own Ollama wrote: to read, to copy, to look at again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.model_library.plain_label import plain
from desktop.theme.stylesheet import mono_font
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce


class LogViewer(QDialog):
    """A window of its own that does not stop the others; `refresh_wanted` asks for the newest."""

    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log of Hearth’s own Ollama"))
        self.area = QPlainTextEdit(self)
        self.area.setReadOnly(True)
        self.area.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.area.setTabChangesFocus(True)
        self.area.setAccessibleName(self.tr("Log"))
        self.refresh = QPushButton(self.tr("Refresh"), self)
        self.refresh.clicked.connect(self.refresh_wanted)
        self.copy = QPushButton(self.tr("Copy all"), self)
        self.copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.refresh)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        about = self.tr("It stays on this computer and names models and settings, but no questions or answers.")
        layout.addWidget(plain(about, "muted", self))
        layout.addWidget(self.area, stretch=1)
        layout.addLayout(buttons)
        self.resize(760, 520)
        theme().changed.connect(self._dress)
        self._dress()

    def show_log(self, text: str) -> None:
        """Show it; whoever reads at the end stays at the end."""
        bar = self.area.verticalScrollBar()
        at_end, place = bar.value() >= bar.maximum() - 4, bar.value()
        self.area.setPlainText(text or self.tr("It has not written anything yet."))
        bar.setValue(bar.maximum() if at_end else place)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.area.toPlainText())
        announce(self, self.tr("Copied"))

    def _dress(self, *_: object) -> None:
        self.area.setFont(mono_font(theme().tokens.type.caption))
