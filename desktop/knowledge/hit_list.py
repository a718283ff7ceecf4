"""Passages that a search found: where each stands, why it was found, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.knowledge.document_words import found_words, icon_of
from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.page_text import page_text, place_text, twins_text
from desktop.widgets.row_ground import paint_row_ground

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

_PASSAGE = Qt.ItemDataRole.UserRole
_LINES = 3
_INSET = 12
_BEFORE = 90
_AFTER = 420
Index = QModelIndex | QPersistentModelIndex


class HitList(QListWidget):
    """`opened` carries the passage."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Passages found"))
        self.setItemDelegate(_HitPainter(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._open)
        theme().changed.connect(self.doItemsLayout)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """These were found, best first."""
        self.clear()
        for passage in passages:
            item = QListWidgetItem()
            item.setData(_PASSAGE, passage)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(passage))
            item.setToolTip(passage.path or passage.document_name)
            self.addItem(item)
        if passages:
            self.setCurrentRow(0)
        self.scrollToTop()

    def passages(self) -> list[Passage]:
        """What is in the list."""
        return [self.item(row).data(_PASSAGE) for row in range(self.count())]

    def step(self, rows: int) -> None:
        """Walk it from the search field."""
        if self.count():
            self.setCurrentRow(min(max(0, self.currentRow() + rows), self.count() - 1))

    def open_current(self) -> None:
        """Enter in the search field."""
        if self.currentItem() is not None:
            self._open(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_PASSAGE))


def snippet(passage: Passage) -> tuple[str, list[tuple[int, int]]]:
    """What is shown of a passage, and where the words that were looked for stand in it."""
    first = passage.anchor
    start = 0 if first <= _BEFORE else passage.text.find(" ", first - _BEFORE) + 1
    shown = passage.text[start : start + _AFTER]
    before = "…" if start else ""
    places = [
        (left - start + len(before), min(right, start + _AFTER) - start + len(before))
        for left, right in passage.highlights
        if start <= left < start + _AFTER
    ]
    return before + "".join(" " if sign.isspace() else sign for sign in shown), places


def _spoken(passage: Passage) -> str:
    text, _ = snippet(passage)
    place = page_text(passage.document_name, passage.page, passage.page_label)
    parts = (passage.document_name, place, twins_text(passage.also_in), found_words(passage))
    where = ", ".join(part for part in parts if part)
    return f"{where}: {text}"


def _place(passage: Passage) -> str:
    return place_text(passage.document_name, passage.page, passage.page_label, passage.heading)


class _HitPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 600
        _, height = _laid_out(index.data(_PASSAGE), width - 2 - 2 * theme().px(_INSET))
        return QSize(120, QFontMetrics(ui_font()).lineSpacing() + round(height) + 2 * theme().px(9) + theme().px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        passage: Passage = index.data(_PASSAGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(0, 1, -2, -1)
        paint_row_ground(painter, rect, option.state, radius=theme().tokens.radius.s, bar_inset=None)
        inside = rect.adjusted(theme().px(_INSET), theme().px(9), -theme().px(_INSET), -theme().px(9))
        top = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(ui_font()).lineSpacing())
        self._paint_name(painter, top, passage)
        below = QRectF(inside.left(), top.bottom() + theme().px(4), inside.width(), inside.bottom() - top.bottom())
        _paint_snippet(painter, below, passage)
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, passage: Passage) -> None:
        colours = theme().tokens.colours
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        small, bold = ui_font(theme().tokens.type.caption), ui_font(weight=QFont.Weight.DemiBold)
        side = theme().px(16)
        picture = icon_pixmap(
            icon_of(passage.document_name),
            colour="text_muted",
            size=side,
            ratio=painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(rect.left(), rect.center().y() - side // 2 + 1, picture)
        right = self._paint_why(painter, rect, found_words(passage), small)
        left = rect.left() + side + theme().px(8)
        place = " · ".join(filter(None, (_place(passage), twins_text(passage.also_in))))
        metrics, room = QFontMetrics(bold), right - left - theme().px(12)
        wanted = QFontMetrics(small).horizontalAdvance(place) + theme().px(10)
        name = metrics.elidedText(
            passage.document_name, Qt.TextElideMode.ElideMiddle, max(room // 2, room - min(wanted, room // 2))
        )
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRect(left, rect.top(), room, rect.height()), flags, name)
        left += metrics.horizontalAdvance(name) + theme().px(10)
        painter.setFont(small)
        painter.setPen(QColor(colours.text_muted))
        rest = QRect(left, rect.top(), max(0, right - left - theme().px(12)), rect.height())
        painter.drawText(rest, flags, QFontMetrics(small).elidedText(place, Qt.TextElideMode.ElideRight, rest.width()))

    def _paint_why(self, painter: QPainter, rect: QRect, words: str, font: QFont) -> int:
        """The badge at the right; returns its left edge."""
        colours = theme().tokens.colours
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(words) + theme().px(16)
        badge = QRectF(rect.right() - width, rect.top(), width, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(badge, 7, 7)
        painter.setPen(QColor(colours.accent_on_soft))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        return round(badge.left())


def _paint_snippet(painter: QPainter, rect: QRectF, passage: Passage) -> None:
    """Up to three lines, the words that were looked for marked."""
    layout, _ = _laid_out(passage, rect.width())
    painter.setPen(QColor(theme().tokens.colours.text))
    painter.setClipRect(rect)
    layout.draw(painter, rect.topLeft())
    painter.setClipping(False)


def _laid_out(passage: Passage, width: float) -> tuple[QTextLayout, float]:
    """The snippet in its lines, and how high they are."""
    text, places = snippet(passage)
    layout = QTextLayout(text, ui_font(theme().tokens.type.small))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_highlight(text, start, end) for start, end in places])
    layout.beginLayout()
    height = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def _highlight(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    colours = theme().tokens.colours
    form = QTextCharFormat()
    form.setBackground(QColor(colours.highlight))
    form.setForeground(QColor(colours.highlight_text))
    one = QTextLayout.FormatRange()
    one.start = len(text[:start].encode("utf-16-le")) // 2  # as Qt counts
    one.length = len(text[:end].encode("utf-16-le")) // 2 - one.start
    one.format = form
    return one
