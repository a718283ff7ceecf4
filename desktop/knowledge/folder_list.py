"""The folders of a collection: where they lie, whether their changes are followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.knowledge.document_rows import WatchedFolder

_KINDS_NAMED = 5


class FolderList(QWidget):
    """`follow_wanted` carries id and choice, `remove_wanted` the folder.

    `kinds_wanted` carries a folder of which is to be told what in it is not read: `show_kinds` answers.
    """

    kinds_wanted = Signal(object)
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
            self.kinds_wanted.emit(row.folder)

    def show_kinds(self, folder: WatchedFolder, kinds: Mapping[str, int]) -> None:
        """These kinds of files in it are not read."""
        for row in self._rows:
            if row.folder == folder:
                row.show_kinds(kinds)


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
        self.left_out = ElidedLabel(parent=self)
        self.left_out.setProperty("role", "caption")
        self.left_out.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(11, 0, 4, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for column, part in enumerate((mark, path, self.follow, self.remove)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.left_out, 1, 1, 1, 3)
        grid.setColumnStretch(1, 1)

    def show_kinds(self, kinds: Mapping[str, int]) -> None:
        """What in it is left out, the most frequent kinds first."""
        often = sorted(filter(None, kinds), key=lambda suffix: (-kinds[suffix], suffix))[:_KINDS_NAMED]
        named = ", ".join(f"{suffix} ({kinds[suffix]})" for suffix in often)
        more = "…" if len(often) < len(kinds) else ""
        text = self.tr("%n files left out, as Hearth does not read their kinds: {0}", "", sum(kinds.values()))
        self.left_out.setText(text.format(named + more))
        self.left_out.setVisible(bool(kinds))
