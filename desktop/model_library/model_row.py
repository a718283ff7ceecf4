"""Paints one row of the list of models: mark, name with badges, what it is, small print."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.model_library.model_words import badges_of, caption_of, summary_of
from desktop.model_library.shelf import ModelItem
from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.row_ground import paint_row_ground

ROW_HEIGHT = 78
HEADING_HEIGHT = 38
_ITEM = Qt.ItemDataRole.UserRole
_TONES = {
    "accent": ("accent_soft", "accent_on_soft"),
    "success": ("success_soft", "success_on_soft"),
    "warning": ("warning_soft", "warning_on_soft"),
    "plain": ("surface_sunken", "text_muted"),
}
ICONS = {"language": "chat", "speech": "file-text", "voice": "user", "embedding": "search"}


class RowPainter(QStyledItemDelegate):
    """Headings and rows in the colours and text size of now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two heights only."""
        is_heading = isinstance(index.data(_ITEM), str)
        return QSize(200, theme().px(HEADING_HEIGHT if is_heading else ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        row = index.data(_ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            painter.setFont(ui_font(theme().tokens.type.small, weight=QFont.Weight.DemiBold))
            painter.setPen(QColor(theme().tokens.colours.text_muted))
            place = option.rect.adjusted(theme().px(12), 0, 0, -theme().px(6))
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row)
        else:
            self._paint_model(painter, option, row)
        painter.restore()

    def _paint_model(self, painter: QPainter, option: QStyleOptionViewItem, item: ModelItem) -> None:
        rect: QRect = option.rect.adjusted(1, 1, -2, -1)
        paint_row_ground(painter, rect, option.state, radius=theme().tokens.radius.m, bar_inset=12)
        self._paint_words(painter, self._paint_mark(painter, rect, item), item)

    def _paint_mark(self, painter: QPainter, rect: QRect, item: ModelItem) -> QRect:
        """The mark in its disc; returns the room that is left for words."""
        tokens, side, inner = theme().tokens, theme().px(34), theme().px(18)
        left, top = rect.left() + theme().px(12), rect.top() + theme().px(12)
        there = item.installed is not None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.colours.accent_soft if there else tokens.colours.surface_sunken))
        painter.drawRoundedRect(QRectF(left, top, side, side), tokens.radius.m, tokens.radius.m)
        name = "cloud" if there and item.installed is not None and item.installed.remote else ICONS[item.purpose]
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        colour = "accent_on_soft" if there else "text_muted"
        picture = icon_pixmap(name, colour=colour, size=inner, ratio=ratio)
        painter.drawPixmap(left + (side - inner) // 2, top + (side - inner) // 2, picture)
        return rect.adjusted(left - rect.left() + side + theme().px(12), theme().px(9), -theme().px(12), -theme().px(7))

    def _paint_words(self, painter: QPainter, rect: QRect, item: ModelItem) -> None:
        colours, sizes = theme().tokens.colours, theme().tokens.type
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        third = rect.height() // 3
        upper = QRect(rect.left(), rect.top(), rect.width(), third)
        self._paint_title(painter, upper, item)
        lines = ((summary_of(item), sizes.small, colours.text), (caption_of(item), sizes.caption, colours.text_muted))
        for number, (text, size, colour) in enumerate(lines, start=1):
            font = ui_font(size)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(rect.left(), rect.top() + number * third, rect.width(), third)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, flags, shown)

    def _paint_title(self, painter: QPainter, rect: QRect, item: ModelItem) -> None:
        """The name, and behind it as many badges as there is room for; the name gives way first."""
        colours, radius = theme().tokens.colours, theme().tokens.radius.s
        bold, small = ui_font(weight=QFont.Weight.DemiBold), ui_font(theme().tokens.type.caption)
        widths = [QFontMetrics(small).horizontalAdvance(text) + theme().px(14) for text, _ in badges_of(item)]
        room = max(theme().px(60), rect.width() - sum(widths) - theme().px(8) * len(widths))
        title = QFontMetrics(bold).elidedText(item.name, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        left = rect.left() + QFontMetrics(bold).horizontalAdvance(title) + theme().px(8)
        height = QFontMetrics(small).height() + 2
        painter.setFont(small)
        for (text, tone), width in zip(badges_of(item), widths, strict=True):
            back, ink = _TONES[tone]
            place = QRectF(left, rect.center().y() - height / 2 + 1, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.named(back)))
            painter.drawRoundedRect(place, radius, radius)
            painter.setPen(QColor(colours.named(ink)))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            left += width + theme().px(8)
