"""What the search found: title, passage with the hits marked, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from core.conversations.search import SearchHit

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
WHY_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
LINES = 2
INSET = 6
PADDING = 8


class SearchHits(QAbstractListModel):
    """The hits of one search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[SearchHit] = ()

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def add_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these, too, behind the others."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self._hits), len(self._hits) + len(hits) - 1)
            self._hits = [*self._hits, *hits]
            self.endInsertRows()

    def why(self, hit: SearchHit) -> str:
        """Why it was found, where that cannot be seen from marked words."""
        return self.tr("similar meaning") if hit.found_by == "meaning" else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        """Qt: how many."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show."""
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title or self.tr("New chat")
            case Qt.ItemDataRole.AccessibleTextRole:
                why = f" ({self.why(hit)})" if self.why(hit) else ""
                return f"{hit.title or self.tr('New chat')}{why}: {hit.snippet}"
            case Qt.ItemDataRole.ToolTipRole if hit.found_by == "meaning":
                return self.tr("Does not hold these words, but means something similar.")
            case _ if role == WHY_ROLE:
                return self.why(hit)
            case _ if role == HIT_ROLE:
                return hit
        return None


class SearchRow(QStyledItemDelegate):
    """Title and up to two lines of the passage."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as title and passage need."""
        title, passage = self._fonts()
        lines = LINES if index.data(HIT_ROLE).message_id else 0
        height = QFontMetrics(title).height() + lines * QFontMetrics(passage).lineSpacing() + 2 * PADDING + 4
        return QSize(80, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        from PySide6.QtWidgets import QStyle

        colours = theme().tokens.colours
        hit: SearchHit = index.data(HIT_ROLE)
        title, passage = self._fonts()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.pressed if selected else colours.hover))
            painter.drawRoundedRect(option.rect.adjusted(INSET, 1, -INSET, -1), 8, 8)
        area = option.rect.adjusted(INSET + PADDING, PADDING, -INSET - PADDING, -PADDING)
        title_height = QFontMetrics(title).height()
        title_area = QRect(area.left(), area.top(), area.width(), title_height)
        if why := str(index.data(WHY_ROLE)):
            width = QFontMetrics(passage).horizontalAdvance(why)
            lower = QFontMetrics(title).ascent() - QFontMetrics(passage).ascent()
            beside = QRect(area.right() - width, area.top() + lower, width + 1, title_height)
            self._draw(painter, beside, why, (), passage, colours.text_muted)
            title_area.setWidth(max(0, area.width() - width - PADDING))
        shown = QFontMetrics(title).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, title_area.width())
        if hit.message_id is None:
            self._draw(painter, title_area, shown, hit.highlights, title, colours.text)
        else:
            self._draw(painter, title_area, shown, (), title, colours.text)
            below = QRect(area.left(), area.top() + title_height + 3, area.width(), area.height() - title_height - 3)
            self._draw(painter, below, hit.snippet.replace("\n", " "), hit.highlights, passage, colours.text_muted)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        highlights: Sequence[tuple[int, int]],
        font: QFont,
        colour: str,
    ) -> None:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(text, start, end) for start, end in highlights if end <= len(text)])
        layout.beginLayout()
        top = 0.0
        while top + QFontMetrics(font).height() <= area.height() + 2:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            line.setPosition(line.position() + _down(top))
            top += line.height()
        layout.endLayout()
        painter.setPen(QColor(colour))
        painter.setClipRect(area.adjusted(0, 0, 0, 2))
        layout.draw(painter, area.topLeft().toPointF())
        painter.setClipping(False)

    def _marked(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        from PySide6.QtGui import QTextCharFormat

        colours = theme().tokens.colours
        marked = QTextLayout.FormatRange()
        # Qt counts UTF-16 units, the core counts characters.
        marked.start = _utf16(text[:start])
        marked.length = _utf16(text[start:end])
        style = QTextCharFormat()
        style.setBackground(QColor(colours.highlight))
        style.setForeground(QColor(colours.highlight_text))
        marked.format = style
        return marked

    def _fonts(self) -> tuple[QFont, QFont]:
        tokens = theme().tokens
        title, passage = QFont(QApplication.font()), QFont(QApplication.font())
        title.setPixelSize(theme().px(tokens.type.body))
        title.setWeight(QFont.Weight.Medium)
        passage.setPixelSize(theme().px(tokens.type.caption))
        return title, passage


class SearchPanel(QWidget):
    """The list of hits, or a sentence when there are none."""

    chosen = Signal(object)  # SearchHit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SearchHits(self)
        self.view = QListView(self)
        self.view.setObjectName("search_hits")
        self.view.setAccessibleName(self.tr("Search results"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(SearchRow(self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.setProperty("kind", "bare")
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(20)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.view)
        self._layout.addWidget(self._nothing)

    def show_hits(self, hits: Sequence[SearchHit], text: str) -> None:
        """Show what was found for `text`."""
        self._model.set_hits(hits)
        if hits:
            self._layout.setCurrentWidget(self.view)
            self.view.setCurrentIndex(self._model.index(0))
        else:
            self._nothing.setText(self.tr("Nothing found for “{0}”. Try fewer or other words.").format(text))
            self._layout.setCurrentWidget(self._nothing)

    def add_hits(self, hits: Sequence[SearchHit], text: str) -> None:
        """Show these behind what was found before; the marked hit stays marked."""
        if self._model.rowCount() == 0 and hits:
            self.show_hits(hits, text)
        else:
            self._model.add_hits(hits)

    def choose_current(self) -> None:
        """Go to the hit that is marked."""
        self._choose(self.view.currentIndex())

    def mark(self, rows: int) -> None:
        """Mark another hit, from the search field's arrow keys."""
        row = max(0, min(self._model.rowCount() - 1, self.view.currentIndex().row() + rows))
        self.view.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit is not None:
            self.chosen.emit(hit)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _down(distance: float) -> QPointF:
    return QPointF(0, distance)
