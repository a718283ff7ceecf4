"""The folders of a collection: where they lie, whether their changes are followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.knowledge.document_rows import WatchedFolder


class FolderList(QWidget):
    """`follow_wanted` carries id and choice, `remove_wanted` the folder."""

    follow_wanted = Signal(str, bool)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[WatchedFolder, ...] = ()
        self._rows: list[FolderRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def rows(self) -> Sequence[FolderRow]:
        """The rows in sight."""
        return self._rows

    def show_folders(self, folders: Sequence[WatchedFolder]) -> None:
        """These belong to the collection."""
        self.setVisible(bool(folders))
        if tuple(folders) == self._shown:
            return
        self._shown = tuple(folders)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [FolderRow(folder, self) for folder in folders]
        for row in self._rows:
            row.follow.toggled.connect(lambda on, the_id=row.folder.folder_id: self.follow_wanted.emit(the_id, on))
            row.remove.clicked.connect(lambda _=False, folder=row.folder: self.remove_wanted.emit(folder))
            self._column.addWidget(row)


class FolderRow(QWidget):
    """One of them."""

    def __init__(self, folder: WatchedFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        mark = QLabel(self)
        mark.setPixmap(icon_pixmap("folder", colour="text_muted", size=theme().px(16), ratio=self.devicePixelRatioF()))
        path = ElidedLabel(folder.path, mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.follow = QCheckBox(self.tr("Follow changes"), self)
        self.follow.setChecked(folder.watched)
        self.follow.setAccessibleDescription(folder.path)
        self.remove = IconButton("close", self.tr("Take out “{0}”").format(folder.path), size=16, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(path, stretch=1)
        row.addWidget(self.follow)
        row.addWidget(self.remove)
