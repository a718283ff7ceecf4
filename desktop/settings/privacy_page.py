"""Out, back and away: export everything, back up, and erase the profile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.amounts import size_text

if TYPE_CHECKING:
    from core.assistant import Assistant, ExportFormat
    from core.vault.backup import BackupReport
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

BACKUP_ENDING = "hearth-backup"


class PrivacyPage(QWidget):
    """Stands below the form of the privacy settings. `erase_wanted` comes only after the name was typed."""

    erase_wanted = Signal()

    def __init__(
        self, bridge: Bridge, assistant: Assistant, *, toasts: Toasts, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._assistant = assistant
        self._toasts = toasts
        self._report = report
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.backup_button = self._action(
            layout,
            self.tr("Back up now"),
            self.tr("One encrypted file with everything. It opens with the secrets that this profile has today."),
            self.tr("Back up…"),
            self._back_up,
        )
        self.export_button = self._action(
            layout,
            self.tr("Export all chats"),
            self.tr("A readable file that is not encrypted. JSON keeps everything and can be imported again."),
            self.tr("Export…"),
            self._export,
        )
        self.erase_button = self._action(
            layout,
            self.tr("Erase this profile"),
            self.tr(
                "Its keys are destroyed first, so that nothing can bring it back, except backups you made yourself."
            ),
            self.tr("Erase…"),
            self._ask_erase,
            danger=True,
        )

    def _action(
        self, layout: QVBoxLayout, title: str, sentence: str, text: str, do: Callable[[], None], *, danger: bool = False
    ) -> QPushButton:
        card = QFrame(self)
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        for words, role in ((title, "strong"), (sentence, "muted")):
            label = QLabel(words, card)
            label.setProperty("role", role)
            label.setWordWrap(True)
            inside.addWidget(label)
        button = QPushButton(text, card)
        button.setAccessibleDescription(sentence)
        if danger:
            button.setProperty("kind", "danger")
        button.clicked.connect(lambda: do())
        inside.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(card)
        return button

    def _back_up(self) -> None:
        suggested = f"hearth-{self._assistant.clock.now():%Y-%m-%d}.{BACKUP_ENDING}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Back up"), suggested)
        if path:
            self.back_up_to(Path(path))

    def back_up_to(self, path: Path) -> None:
        """Write a backup there and say so."""
        self.backup_button.setEnabled(False)

        def done(report: BackupReport) -> None:
            self.backup_button.setEnabled(True)
            told = self.tr("Backed up and verified: {0}.").format(size_text(report.size_bytes))
            self._toasts.show(told, kind="success")

        def failed(error: BaseException) -> None:
            self.backup_button.setEnabled(True)
            self._report(error)

        self._bridge.call(self._assistant.back_up(path), done=done, failed=failed, owner=self)

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export all chats"), "hearth-chats.json", "JSON (*.json);;Markdown (*.md);;HTML (*.html)"
        )
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write all chats there, in the format that the name's ending says."""
        formats: dict[str, ExportFormat] = {".md": "markdown", ".html": "html"}
        chosen = formats.get(path.suffix.lower(), "json")

        async def exported() -> int:
            with path.open("wb") as target:
                return await self._assistant.export_chats(chosen, target)

        self._bridge.call(
            exported(),
            done=lambda count: self._toasts.show(self.tr("%n chats exported.", "", count), kind="success"),
            failed=self._report,
            owner=self,
        )

    def _ask_erase(self) -> None:
        vault = self._assistant.vault
        if vault is not None:
            dialog = EraseDialog(vault.alias, self)
            dialog.accepted.connect(self.erase_wanted)
            dialog.open()


class EraseDialog(QDialog):
    """Lets erase only whoever types the profile's name."""

    def __init__(self, alias: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erase this profile"))
        text = QLabel(
            self.tr(
                "Everything in “{0}” will be gone for good: chats, attachments, settings and automatic backups. "
                "Type the name of the profile to go on."
            ).format(alias),
            self,
        )
        text.setWordWrap(True)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the profile"))
        self.name.setPlaceholderText(alias)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.erase = buttons.addButton(self.tr("Erase for good"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.erase.setProperty("kind", "danger")
        self.erase.setEnabled(False)
        self.name.textChanged.connect(lambda typed: self.erase.setEnabled(typed.strip() == alias))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self.name)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
