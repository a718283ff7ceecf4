"""The list of models: what is installed, then what could be, painted row by row so that hundreds cost nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from desktop.model_library.model_row import HEADING_HEIGHT, ROW_HEIGHT, RowPainter
from desktop.model_library.model_words import spoken_of
from desktop.model_library.shelf import ModelItem
from desktop.theme.theme_state import theme

ITEM_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ModelRows(QAbstractListModel):
    """Headings (texts) and models, in the order of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[str | ModelItem] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """All rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading or model, and its words."""
        row = self.rows[index.row()]
        if role == ITEM_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else spoken_of(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show_rows(self, rows: Sequence[str | ModelItem]) -> bool:
        """Take these; tells whether rows came or went, rather than only changed."""
        if [_key(row) for row in rows] == [_key(row) for row in self.rows]:
            changed = [number for number, row in enumerate(rows) if row != self.rows[number]]
            self.rows = list(rows)
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
            return False
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
        return True

    def row_of(self, model_id: str) -> int:
        """Where that model stands, -1 if it does not."""
        for number, row in enumerate(self.rows):
            if isinstance(row, ModelItem) and row.model_id == model_id:
                return number
        return -1


def _key(row: str | ModelItem) -> tuple[bool, str]:
    return (False, row) if isinstance(row, str) else (row.installed is not None, row.model_id)


class ModelList(QListView):
    """As tall as all its rows: the page around it scrolls. `opened` tells that the owner wants to see more of a row."""

    opened = Signal(str)
    current_changed = Signal(str)
    reveal_wanted = Signal(int, int)  # top and height of a row to be seen

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = ModelRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowPainter(self))
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.clicked.connect(lambda index: self._open(index))
        self.activated.connect(lambda index: self._open(index))
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self._refit)
        self._refit()

    def show_rows(self, rows: Sequence[str | ModelItem]) -> None:
        """Show these; what is current stays so if it is still there."""
        kept = self.current_id()
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        if self._rows.show_rows(rows):
            self.set_current(kept)
        selection.blockSignals(blocked)
        self._refit()

    def items(self) -> list[ModelItem]:
        """The models in the list."""
        return [row for row in self._rows.rows if isinstance(row, ModelItem)]

    def headings(self) -> list[str]:
        """The headings in the list."""
        return [row for row in self._rows.rows if isinstance(row, str)]

    def item_of(self, model_id: str) -> ModelItem | None:
        """That model, None if it is not in the list."""
        return next((item for item in self.items() if item.model_id == model_id), None)

    def current_id(self) -> str:
        """The chosen model's id, empty when there is none."""
        row = self.currentIndex().row()
        found = self._rows.rows[row] if 0 <= row < len(self._rows.rows) else ""
        return found.model_id if isinstance(found, ModelItem) else ""

    def set_current(self, model_id: str) -> bool:
        """Choose a model; tells whether it is there."""
        row = self._rows.row_of(model_id)
        if row < 0:
            return False
        # Not `setCurrentIndex` of the view: on the way into the focus it makes the row current without choosing it.
        self.selectionModel().setCurrentIndex(self._rows.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def clear_current(self) -> None:
        """Choose none."""
        self.selectionModel().clear()

    def step(self, rows: int) -> None:
        """Move the choice, as from the search field."""
        shown = [item.model_id for item in self.items()]
        if shown:
            current = self.current_id()
            here = shown.index(current) if current in shown else -1 if rows > 0 else len(shown)
            self.set_current(shown[min(max(0, here + rows), len(shown) - 1)])

    def sizeHint(self) -> QSize:
        """As tall as its rows."""
        return QSize(240, self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever arrives by Tab finds a row chosen."""
        super().focusInEvent(event)
        if not self.current_id() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.step(1)
        self.reveal_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages are those of the area around; Enter opens."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.step(6 if key == Qt.Key.Key_PageDown else -6)
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self.reveal_current()
        self.current_changed.emit(self.current_id())

    def reveal_current(self) -> None:
        """Ask for the chosen row to be seen."""
        rect = self.visualRect(self.currentIndex())
        if rect.isValid():
            self.reveal_wanted.emit(rect.top(), rect.height())

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ITEM_ROLE) if index.isValid() else None
        if isinstance(row, ModelItem):
            self.opened.emit(row.model_id)

    def _refit(self, *_: object) -> None:
        headings = len(self.headings())
        height = headings * theme().px(HEADING_HEIGHT) + (len(self._rows.rows) - headings) * theme().px(ROW_HEIGHT)
        if height + 4 != self.height():
            self.setFixedHeight(height + 4)
            self.scheduleDelayedItemsLayout()

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Nothing scrolls in here."""

    def rect_of(self, model_id: str) -> QPoint:
        """The middle of that row, for a pointer."""
        return self.visualRect(self._rows.index(self._rows.row_of(model_id))).center()
