"""Rows of two lines with a mark: what lists of personas, prompts and slash commands have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.avatar import paint_avatar
from desktop.widgets.row_ground import paint_row_ground

ROW_HEIGHT = 52
_CARD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Card:
    """One row. `icon_name` empty paints the avatar of `title` in `colour`; `marks` are icons at the right edge."""

    card_id: str
    title: str
    subtitle: str = ""
    icon_name: str = ""
    colour: str = ""
    trailing: str = ""
    marks: tuple[str, ...] = ()
    spoken: str = ""

    @property
    def words(self) -> str:
        """What a search looks at."""
        return f"{self.title} {self.subtitle} {self.trailing}".casefold()


class CardRows(QListWidget):
    """Shows cards; `current_id` says which one is chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_CardPainter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self.doItemsLayout)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these; the one that was current stays so if it is still there. Emits nothing."""
        kept = self.current_id()
        blocked = self.blockSignals(True)
        if [card.card_id for card in cards] == [card.card_id for card in self.cards()]:
            for row, card in enumerate(cards):
                _dress(self.item(row), card)
        else:
            self.clear()
            for card in cards:
                _dress(item := QListWidgetItem(), card)
                self.addItem(item)
        self.set_current(kept)
        self.blockSignals(blocked)

    def cards(self) -> list[Card]:
        """All rows, hidden ones too."""
        return [self.item(row).data(_CARD) for row in range(self.count())]

    def shown_ids(self) -> list[str]:
        """The rows in sight, top to bottom."""
        rows = (self.item(row) for row in range(self.count()))
        return [item.data(_CARD).card_id for item in rows if not item.isHidden()]

    def current_id(self) -> str:
        """The chosen row's, empty when there is none."""
        item = self.currentItem()
        card: Card | None = item.data(_CARD) if item is not None else None
        return card.card_id if card is not None else ""

    def set_current(self, card_id: str) -> bool:
        """Choose a row; tells whether it is there."""
        for row in range(self.count()):
            if self.item(row).data(_CARD).card_id == card_id:
                self.setCurrentRow(row)
                return True
        return False

    def filter(self, text: str) -> int:
        """Hide rows without these words; returns how many are left."""
        words = text.casefold().split()
        left = 0
        for row in range(self.count()):
            item = self.item(row)
            fits = all(word in item.data(_CARD).words for word in words)
            item.setHidden(not fits)
            left += fits
        return left

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes with the keyboard finds a row that is current."""
        super().focusInEvent(event)
        shown = self.shown_ids()
        if (
            not self.current_id()
            and shown
            and event.reason()
            in (
                Qt.FocusReason.TabFocusReason,
                Qt.FocusReason.BacktabFocusReason,
            )
        ):
            self.set_current(shown[0])

    def step(self, rows: int) -> None:
        """Move the choice among the rows in sight."""
        shown = self.shown_ids()
        if shown:
            here = shown.index(self.current_id()) if self.current_id() in shown else -1 if rows > 0 else len(shown)
            self.set_current(shown[min(max(0, here + rows), len(shown) - 1)])


def _dress(item: QListWidgetItem, card: Card) -> None:
    item.setData(_CARD, card)
    item.setData(
        Qt.ItemDataRole.AccessibleTextRole, card.spoken or ", ".join(filter(None, (card.title, card.subtitle)))
    )
    item.setToolTip(card.subtitle)


class _CardPainter(QStyledItemDelegate):
    """Mark, title with what stands behind it, subtitle."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, theme().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(_CARD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(0, 1, -2, -1)
        paint_row_ground(painter, rect, option.state, radius=theme().tokens.radius.s)
        left = self._paint_mark(painter, rect, card)
        self._paint_words(painter, rect.adjusted(left - rect.left(), 6, -10, -6), card)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, card: Card) -> int:
        side = theme().px(18 if card.icon_name else 28)
        left = rect.left() + theme().px(11)
        top = rect.center().y() - side // 2
        if card.icon_name:
            ratio = painter.device().devicePixelRatioF()
            picture = icon_pixmap(card.icon_name, colour=card.colour or "text_muted", size=side, ratio=ratio)
            painter.drawPixmap(left, top, picture)
        else:
            paint_avatar(painter, QRectF(left, top, side, side), card.title, card.colour)
        return left + side + theme().px(10)

    def _paint_words(self, painter: QPainter, rect: QRect, card: Card) -> None:
        colours = theme().tokens.colours
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        bold, small = ui_font(weight=QFont.Weight.Medium), ui_font(theme().tokens.type.caption)
        upper = QRect(rect)
        if card.subtitle:
            upper.setHeight(rect.height() // 2)
        side, right = theme().px(14), upper.right()
        for name in reversed(card.marks):
            picture = icon_pixmap(name, colour="text_faint", size=side, ratio=painter.device().devicePixelRatioF())
            painter.drawPixmap(right - side, upper.center().y() - side // 2 + 1, picture)
            right -= side + 6
        upper.setRight(right)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        metrics = QFontMetrics(bold)
        title = metrics.elidedText(card.title, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, flags, title)
        painter.setFont(small)
        painter.setPen(QColor(colours.text_muted))
        if card.trailing:
            room = upper.adjusted(metrics.horizontalAdvance(title) + 8, 0, 0, 0)
            shown = QFontMetrics(small).elidedText(card.trailing, Qt.TextElideMode.ElideRight, max(0, room.width()))
            painter.drawText(room, flags, shown)
        if card.subtitle:
            lower = QRect(rect.left(), upper.bottom() + 1, rect.width(), rect.height() - upper.height())
            line = QFontMetrics(small).elidedText(card.subtitle, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, flags, line)
