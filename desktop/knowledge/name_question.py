"""Asks for the name of a collection; with a folder also which collection takes it and whether it is followed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.theme.theme_state import theme
from desktop.widgets.form_field import QuietCombo

if TYPE_CHECKING:
    from core.knowledge.document_rows import Collection


class NameQuestion(QDialog):
    """`named` carries what was typed."""

    named = Signal(str)

    def __init__(self, title: str, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setMaxLength(120)
        self.name.selectAll()
        self.buttons = _buttons(self, self.tr("Save") if name else self.tr("Create"))
        self.accepted.connect(lambda: self.named.emit(self.name.text().strip()))
        self.name.textChanged.connect(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (heading, self.name, self.buttons):
            column.addWidget(part)
        self.setMinimumWidth(theme().px(400))
        self.name.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) == QDialogButtonBox.ButtonRole.AcceptRole:
                button.setEnabled(bool(self.name.text().strip()))


class FolderQuestion(QDialog):
    """Which collection takes these folders. `answered`: an id or "", the name of a new one, whether to follow."""

    answered = Signal(str, str, bool)

    def __init__(
        self, folders: Sequence[Path], collections: Sequence[Collection], *, chosen: str = "", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a folder"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(self.tr("Read the documents in this folder?"), self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        names = QLabel("\n".join(str(folder) for folder in folders[:5]), self)
        names.setProperty("role", "muted")
        names.setTextFormat(Qt.TextFormat.PlainText)
        names.setWordWrap(True)
        about = QLabel(
            self.tr(
                "You can then search them and ask about them. They stay where they are, and nothing leaves this "
                "computer."
            ),
            self,
        )
        about.setWordWrap(True)
        self.into = QuietCombo(self)
        self.into.setAccessibleName(self.tr("Collection"))
        self.into.addItem(self.tr("A new collection"), "")
        for collection in collections:
            self.into.addItem(collection.name, collection.collection_id)
        self.into.setCurrentIndex(max(0, self.into.findData(chosen)))
        self.into.setVisible(bool(collections))  # nothing to choose from
        self.name = QLineEdit(folders[0].name or str(folders[0]), self)
        self.name.setAccessibleName(self.tr("Name of the new collection"))
        self.name.setMaxLength(120)
        self.follow = QCheckBox(self.tr("Follow changes in the folder"), self)
        self.follow.setChecked(True)
        self.buttons = _buttons(self, self.tr("Add"))
        self.accepted.connect(self._answer)
        self.into.currentIndexChanged.connect(lambda _: self.name.setVisible(not self.into.currentData()))
        self.name.setVisible(not self.into.currentData())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for part in (heading, names, about):
            column.addWidget(part)
        column.addSpacing(8)
        for control in (self.into, self.name, self.follow):
            column.addWidget(control)
        column.addSpacing(12)
        column.addWidget(self.buttons)
        self.setMinimumWidth(theme().px(440))

    def _answer(self) -> None:
        name = self.name.text().strip() or self.tr("Documents")
        self.answered.emit(self.into.currentData(), name, self.follow.isChecked())


def _buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(dialog)
    keep = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    keep.setProperty("kind", "primary")
    keep.setDefault(True)
    keep.style().unpolish(keep)  # a box dresses its buttons as it takes them
    keep.style().polish(keep)
    buttons.addButton(QCoreApplication.translate("NameQuestion", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
