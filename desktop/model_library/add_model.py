"""Any other model that Ollama can download, by its name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.errors import HearthError
from desktop.model_library.model_words import hosts_text
from desktop.model_library.plain_label import TroubleCard, plain
from desktop.theme.theme_state import theme
from desktop.widgets.form_field import FormField

_WIDTH = 480


class AddModelDialog(QDialog):
    """`fetch_wanted` carries the name as it was typed; the dialog stays until the fetch has begun (`accept`)."""

    fetch_wanted = Signal(str)

    def __init__(self, hosts_of: Callable[[str], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add another model"))
        self._hosts_of = hosts_of
        about = plain(
            self.tr(
                "Ollama can download any model of its own library, and any GGUF model of Hugging Face. Type its name "
                "as it stands on its page."
            ),
            "muted",
            self,
        )
        self.name = QLineEdit(self)
        self.name.setPlaceholderText("hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M")
        self.name.textChanged.connect(self._on_typed)
        self.field = FormField(
            self.tr("Name"),
            self.name,
            hint=self.tr("For example “mistral:7b”, or “hf.co/…” for Hugging Face"),
            parent=self,
        )
        self._hosts = plain("", "caption", self)
        self.trouble = TroubleCard(self)
        self.fetch = QPushButton(self.tr("Download"), self)
        self.fetch.setProperty("kind", "primary")
        self.fetch.setDefault(True)
        self.fetch.clicked.connect(self._on_fetch)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.fetch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for part in (about, self.field, self._hosts, self.trouble):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(min(theme().px(_WIDTH), 560))
        self._on_typed("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter downloads only when there is a name."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_fetch()
        else:
            super().keyPressEvent(event)

    def refuse(self, error: HearthError) -> None:
        """It did not begin."""
        self.fetch.setEnabled(True)
        self.trouble.tell(error)
        QTimer.singleShot(0, self, self._grow)

    @property
    def hosts_line(self) -> str:
        """Who would be asked."""
        return self._hosts.text()

    def _on_typed(self, text: str) -> None:
        name = text.strip()
        self.trouble.hide()
        self.fetch.setEnabled(bool(name))
        if name:
            self._hosts.setText(
                self.tr("Ollama would download it from {0}. How large it is shows when the download begins.").format(
                    hosts_text(self._hosts_of(name))
                )
            )
        else:
            self._hosts.setText(self.tr("Nothing is asked of anybody before you press “Download”."))
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Lines that wrap make it higher."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.heightForWidth(self.width())))

    def _on_fetch(self) -> None:
        if self.name.text().strip():
            self.fetch.setEnabled(False)
            self.fetch_wanted.emit(self.name.text().strip())
