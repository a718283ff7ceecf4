"""Where a search looks: which collection or folder, which kind of file, how old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.knowledge.passage import Filters
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.form_field import QuietCombo

if TYPE_CHECKING:
    from core.knowledge.document_rows import Collection

_DAYS = {"week": 7, "month": 31, "year": 366}
_KINDS: dict[str, tuple[str, ...]] = {
    "pdf": ("pdf",),
    "texts": ("word", "opendocument", "rtf", "markdown", "text", "html", "epub"),
    "tables": ("excel", "csv", "json"),
    "slides": ("powerpoint",),
    "mail": ("mail", "mailbox"),
    "pictures": ("picture",),
    "code": ("code",),
}


class SearchFilters(QWidget):
    """`changed` comes with each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.collection = QuietCombo(self)
        self.collection.setAccessibleName(self.tr("In which collection"))
        self.folder = QuietCombo(self)
        self.folder.setAccessibleName(self.tr("In which folder"))
        self.kind = QuietCombo(self)
        self.kind.setAccessibleName(self.tr("Which kind of file"))
        self.age = QuietCombo(self)
        self.age.setAccessibleName(self.tr("How old"))
        for value, words in (
            ("", self.tr("All kinds of files")),
            ("pdf", self.tr("PDF")),
            ("texts", self.tr("Texts")),
            ("tables", self.tr("Tables and data")),
            ("slides", self.tr("Slides")),
            ("mail", self.tr("E-mail")),
            ("pictures", self.tr("Pictures")),
            ("code", self.tr("Source code")),
        ):
            self.kind.addItem(words, value)
        for value, words in (
            ("", self.tr("Any time")),
            ("week", self.tr("Past week")),
            ("month", self.tr("Past month")),
            ("year", self.tr("Past year")),
        ):
            self.age.addItem(words, value)
        self.show_collections(())
        flow = FlowLayout(self, spacing=8)
        boxes = (self.collection, self.folder, self.kind, self.age)
        for box in boxes:
            flow.addWidget(box)
            box.activated.connect(lambda _: self.changed.emit())
        for one, following in pairwise(boxes):
            QWidget.setTabOrder(one, following)

    def show_collections(self, collections: Sequence[Collection]) -> None:
        """These can be searched; the choice stays if it is still there."""
        chosen = self.collection.currentData()
        self.collection.clear()
        self.collection.addItem(self.tr("All collections"), "")
        for collection in collections:
            self.collection.addItem(collection.name, collection.collection_id)
        self.collection.setCurrentIndex(max(0, self.collection.findData(chosen)))
        self._show_folders(collections)

    def _show_folders(self, collections: Sequence[Collection]) -> None:
        """Where several were added; of two that are called alike the whole path is told."""
        chosen = self.folder.currentData()
        paths = sorted({folder.path for collection in collections for folder in collection.folders})
        names = Counter(_name_of(path) for path in paths)
        self.folder.clear()
        self.folder.addItem(self.tr("All folders"), "")
        for path in paths:
            name = _name_of(path)
            self.folder.addItem(name if names[name] == 1 else path, path)
            self.folder.setItemData(self.folder.count() - 1, path, Qt.ItemDataRole.ToolTipRole)
        self.folder.setCurrentIndex(max(0, self.folder.findData(chosen)))
        self.folder.setVisible(len(paths) > 1)

    def filters(self) -> Filters:
        """What is chosen."""
        collection, days = self.collection.currentData(), _DAYS.get(self.age.currentData())
        return Filters(
            collection_ids=(collection,) if collection else None,
            path_prefix=self.folder.currentData() or "",
            kinds=_KINDS.get(self.kind.currentData(), ()),
            since=None if days is None else datetime.now().astimezone() - timedelta(days=days),
        )

    @property
    def narrows(self) -> bool:
        """Whether not everything is searched."""
        return any(box.currentIndex() > 0 for box in (self.collection, self.folder, self.kind, self.age))

    def clear(self) -> None:
        """Look everywhere."""
        for box in (self.collection, self.folder, self.kind, self.age):
            box.setCurrentIndex(0)
        self.changed.emit()


def _name_of(path: str) -> str:
    return Path(path).name or path
