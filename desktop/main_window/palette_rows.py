"""The list of the palette: rows as data, and how one is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.main_window.palette_search import EntryKind, PaletteEntry, marked
from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.row_focus import paint_row_focus

ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 36
ICONS: dict[EntryKind, str] = {
    "command": "chevron-right",
    "page": "expand",
    "setting": "settings",
    "persona": "user",
    "prompt": "quote",
    "model": "model",
    "chat": "chat",
}

_Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above entries that belong together; cannot be chosen."""

    text: str


Row: TypeAlias = Heading | PaletteEntry


class PaletteRows(QAbstractListModel):
    """What is shown for one query."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.query = ""

    def show(self, rows: Sequence[Row], query: str) -> None:
        """Show these rows; letters of `query` are marked in them."""
        self.beginResetModel()
        self.rows, self.query = rows, query
        self.endResetModel()

    def add(self, rows: Sequence[Row]) -> None:
        """Show more below, without touching what is there."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows = [*self.rows, *rows]
            self.endInsertRows()

    def entry(self, row: int) -> PaletteEntry | None:
        """The entry in a row, None for a heading and beyond the ends."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, PaletteEntry) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """All rows, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can be read, not chosen."""
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for the painter, words for everybody else."""
        row = self.rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Heading) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Heading) else spoken(row)
        return None


def spoken(entry: PaletteEntry) -> str:
    """A row as a screen reader says it."""
    parts = (entry.title, entry.subtitle, entry.note or kind_word(entry.kind), entry.shortcut)
    return ", ".join(part for part in parts if part)


def kind_word(kind: EntryKind) -> str:
    """What an entry is, in a word."""
    match kind:
        case "command":
            return QCoreApplication.translate("Palette", "Action")
        case "page":
            return QCoreApplication.translate("Palette", "Page")
        case "setting":
            return QCoreApplication.translate("Palette", "Setting")
        case "persona":
            return QCoreApplication.translate("Palette", "Persona")
        case "prompt":
            return QCoreApplication.translate("Palette", "Prompt")
        case "model":
            return QCoreApplication.translate("Palette", "Model")
        case "chat":
            return QCoreApplication.translate("Palette", "Chat")


class PaletteRowPainter(QStyledItemDelegate):
    """One line: icon, title with the letters that were found, what it belongs to, keys or kind at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are equally high, so that the list need not ask."""
        return QSize(120, theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a heading or an entry."""
        row: Row = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row.text)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state)
            model = index.model()
            query = model.query if isinstance(model, PaletteRows) else ""
            self._paint_entry(painter, rect.adjusted(14, 0, -14, 0), row, query)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(ui_font(theme().tokens.type.caption, weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(theme().tokens.colours.text_muted))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect.adjusted(14, 0, -14, -theme().px(5)), flags, text)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens = theme().tokens
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if not selected and not state & QStyle.StateFlag.State_MouseOver:
            return
        ground = rect.adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.colours.pressed if selected else tokens.colours.hover))
        painter.drawRoundedRect(ground, tokens.radius.s, tokens.radius.s)
        if selected:  # a bar as well as a shade: the shade alone is too faint to show where the keyboard is
            inset = ground.height() // 4
            painter.setBrush(QColor(tokens.colours.accent))
            painter.drawRoundedRect(
                QRect(ground.left(), ground.top() + inset, 3, ground.height() - 2 * inset), 1.5, 1.5
            )
        paint_row_focus(painter, QRectF(ground), state, radius=tokens.radius.s)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: PaletteEntry, query: str) -> None:
        colours = theme().tokens.colours
        side = theme().px(16)
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        name = entry.icon or ICONS[entry.kind]
        top = rect.center().y() - side // 2
        painter.drawPixmap(rect.left(), top, icon_pixmap(name, colour="text_muted", size=side, ratio=ratio))
        inner = rect.adjusted(side + 10, 0, 0, 0)
        inner.setRight(self._paint_right(painter, inner, entry) - 12)
        title_font, small = ui_font(theme().tokens.type.body), ui_font(theme().tokens.type.caption)
        found = () if entry.marks else marked(entry.title, query)
        room = inner.width() if not entry.subtitle else max(inner.width() * 2 // 3, inner.width() - 160)
        used = _paint_marked(painter, inner, _Line(entry.title, found, title_font, colours.text, room))
        rest = inner.adjusted(used + 10, 0, 0, 0)
        if entry.subtitle and rest.width() > 40:
            # What stands in the title needs no second mark beside it.
            marks = entry.marks or (() if found else marked(entry.subtitle, query))
            _paint_marked(painter, rest, _Line(entry.subtitle, marks, small, colours.text_muted, rest.width()))

    def _paint_right(self, painter: QPainter, rect: QRect, entry: PaletteEntry) -> int:
        """Keys in a small frame, else the kind in words; returns where they begin."""
        colours = theme().tokens.colours
        font = ui_font(theme().tokens.type.caption)
        text = entry.shortcut or entry.note or kind_word(entry.kind)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(text)
        painter.setFont(font)
        if entry.shortcut:
            height = metrics.height() + 4
            frame = QRect(rect.right() - width - 12, rect.center().y() - height // 2, width + 12, height)
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.setBrush(QColor(colours.surface_sunken))
            painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        else:
            frame = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
        painter.setPen(QColor(colours.text_muted))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        return frame.left()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    found: Sequence[tuple[int, int]]
    font: QFont
    colour: str
    room: int


def _paint_marked(painter: QPainter, rect: QRect, line: _Line) -> int:
    """Draw one line, vertically in the middle; returns its width in pixels."""
    bold = QFont(line.font)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(bold if line.found else line.font)
    shown = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, line.room)
    painter.setPen(QColor(line.colour))
    if not line.found:
        painter.setFont(line.font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return metrics.horizontalAdvance(shown)
    layout = QTextLayout(shown, line.font)
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    style.setForeground(QColor(theme().tokens.colours.link))
    layout.setFormats([_format(shown, start, end, style) for start, end in line.found if start < len(shown)])
    layout.beginLayout()
    drawn = layout.createLine()
    drawn.setLineWidth(rect.width() + 1)
    layout.endLayout()
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - drawn.height()) / 2))
    return round(drawn.naturalTextWidth())


def _format(text: str, start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    # Qt counts UTF-16 units, the search counts characters.
    found = QTextLayout.FormatRange()
    found.start = _utf16(text[:start])
    found.length = _utf16(text[start:end])
    found.format = style
    return found


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
