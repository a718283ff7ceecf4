"""The documents of a collection as a list that fetches what is looked at: ten thousand rows cost no more than fifty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.knowledge.document_words import icon_of, state_words
from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.row_ground import paint_row_ground

if TYPE_CHECKING:
    from core.knowledge.document_rows import Document

ROW_HEIGHT = 48
PAGE = 200
_DOCUMENT = Qt.ItemDataRole.UserRole
_MARKS = {
    "waiting": ("clock", "text_faint"),
    "reading": ("retry", "accent"),
    "failed": ("error", "danger"),
    "missing": ("question", "warning"),
    "partial": ("warning", "warning"),
}

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int, Callable[[Sequence["Document"]], None]], None]
"""Offset, how many, and who takes them."""


class DocumentModel(QAbstractListModel):
    """`fetch` asks for a stretch of rows. `loaded` comes when rows came or changed."""

    loaded = Signal()

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._rows: list[Document] = []
        self._asked = 0  # answers to earlier questions are not wanted any more
        self._fetching = False
        self._is_whole = False

    @property
    def documents(self) -> Sequence[Document]:
        """Those that are there already."""
        return self._rows

    def begin(self) -> None:
        """Another collection, or another filter."""
        self.beginResetModel()
        self._rows = []
        self._is_whole = False
        self.endResetModel()
        self.refresh(0)

    def refresh(self, last_row: int) -> None:
        """Fetch anew what is there, at least to `last_row`; what lies below is fetched when it is looked at."""
        self._asked += 1
        asked, count = self._asked, (last_row // PAGE + 1) * PAGE
        self._fetching = True
        self._fetch(0, count, lambda rows: self._refreshed(asked, count, rows))

    def _refreshed(self, asked: int, count: int, rows: Sequence[Document]) -> None:
        if asked != self._asked:
            return
        self._fetching = False
        old, new = [row.document_id for row in self._rows], [row.document_id for row in rows]
        self._is_whole = len(rows) < count
        if new[: len(old)] == old[: len(new)]:
            self._take_same(rows, len(old))
        else:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        self.loaded.emit()

    def _take_same(self, rows: Sequence[Document], before: int) -> None:
        both = min(before, len(rows))
        changed = [place for place in range(both) if self._rows[place] != rows[place]]
        self._rows[:both] = rows[:both]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        if before > len(rows):
            self.beginRemoveRows(QModelIndex(), len(rows), before - 1)
            del self._rows[len(rows) :]
            self.endRemoveRows()
        elif len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self._rows.extend(rows[before:])
            self.endInsertRows()

    # ---- Qt's questions ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        document = self._rows[index.row()]
        if role == _DOCUMENT:
            return document
        if role == Qt.ItemDataRole.DisplayRole:
            return document.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{document.name}, {state_words(document)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return document.path or document.name
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_whole and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        self._fetching = True
        asked, offset = self._asked, len(self._rows)
        self._fetch(offset, PAGE, lambda rows: self._add(asked, offset, rows))

    def _add(self, asked: int, offset: int, rows: Sequence[Document]) -> None:
        if asked != self._asked or offset != len(self._rows):
            return
        self._fetching = False
        self._is_whole = len(rows) < PAGE
        known = {row.document_id for row in self._rows}
        new = [row for row in rows if row.document_id not in known]
        if new:
            self.beginInsertRows(QModelIndex(), offset, offset + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()
        self.loaded.emit()


class DocumentRows(QListView):
    """Shows a `DocumentModel`; several rows can be chosen. `forget_wanted` is the Delete key."""

    chosen = Signal()
    forget_wanted = Signal()
    opened = Signal(object)

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = model
        self.setModel(model)
        self.setItemDelegate(_DocumentPainter(self))
        self.setAccessibleName(self.tr("Files of the collection"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.activated.connect(lambda index: self.opened.emit(index.data(_DOCUMENT)))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self._kept: tuple[frozenset[str], str, int] = (frozenset(), "", 0)
        theme().changed.connect(self.doItemsLayout)

    def selected(self) -> list[Document]:
        """The chosen documents, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._documents.documents[row] for row in rows if row < len(self._documents.documents)]

    def last_seen_row(self) -> int:
        """The lowest row in sight."""
        index = self.indexAt(self.viewport().rect().bottomLeft())
        return index.row() if index.isValid() else max(0, self._documents.rowCount() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets, as everywhere; Enter opens, also where the system's double click does not."""
        if event.key() == Qt.Key.Key_Delete:
            self.forget_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(_DOCUMENT))
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        current = self.currentIndex().data(_DOCUMENT) if self.currentIndex().isValid() else None
        chosen = frozenset(document.document_id for document in self.selected())
        self._kept = (chosen, current.document_id if current else "", self.verticalScrollBar().value())

    def _restore(self) -> None:
        """The same documents stay chosen, though others came between them."""
        chosen, current, scrolled = self._kept
        selection = self.selectionModel()
        for row, document in enumerate(self._documents.documents):
            index = self._documents.index(row)
            if document.document_id == current:
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if document.document_id in chosen:
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit()


class _DocumentPainter(QStyledItemDelegate):
    """Icon, name and the line below it; what is not well has a mark at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        document: Document | None = index.data(_DOCUMENT)
        if document is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(0, 1, -2, -1)
        paint_row_ground(painter, rect, option.state, radius=theme().tokens.radius.s)
        self._paint_row(painter, rect, document)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, document: Document) -> None:
        side = theme().px(18)
        ratio = painter.device().devicePixelRatioF()
        left, top = rect.left() + theme().px(11), rect.center().y() - side // 2
        painter.drawPixmap(left, top, icon_pixmap(icon_of(document.name), colour="text_muted", size=side, ratio=ratio))
        right = rect.right() - theme().px(10)
        mark = _MARKS.get(document.state)
        if mark is None and any(notice.kind == "hidden_text" for notice in document.notices):
            mark = ("eye-off", "warning")
        if mark is not None:
            picture = icon_pixmap(mark[0], colour=mark[1], size=side, ratio=ratio)
            painter.drawPixmap(right - side, top, picture)
            right -= side + theme().px(8)
        words = QRect(left + side + theme().px(10), rect.top() + 5, 0, rect.height() - 10)
        words.setRight(right)
        self._paint_words(painter, words, document)

    def _paint_words(self, painter: QPainter, rect: QRect, document: Document) -> None:
        colours = theme().tokens.colours
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        upper, lower = QRect(rect), QRect(rect)
        upper.setHeight(rect.height() // 2)
        lower.setTop(upper.bottom() + 1)
        name, small = ui_font(weight=QFont.Weight.Medium), ui_font(theme().tokens.type.caption)
        painter.setFont(name)
        painter.setPen(QColor(colours.text))
        middle = Qt.TextElideMode.ElideMiddle  # the ends of file names tell them apart
        painter.drawText(upper, flags, QFontMetrics(name).elidedText(document.name, middle, upper.width()))
        painter.setFont(small)
        is_bad = document.state in ("failed", "missing")
        painter.setPen(QColor(colours.danger if is_bad else colours.text_muted))
        line = QFontMetrics(small).elidedText(state_words(document), Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, flags, line)
