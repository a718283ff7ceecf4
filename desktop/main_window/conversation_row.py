"""How one row of the sidebar is painted and renamed in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.main_window.conversation_tree import BUSY_ROLE, CONVERSATION_ROLE, DEPTH_ROLE, KIND_ROLE
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme

Index = QModelIndex | QPersistentModelIndex
INSET = 6
ICON = 16
CHEVRON = 14
GAP = 8  # between icon and name; chats begin below the name of their folder, not below its icon


class ConversationRow(QStyledItemDelegate):
    """Rounded rows, quiet headings, a dot where an answer is being written."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings get air above them; the rest is one line."""
        height = QFontMetrics(self._font(index)).height()
        return QSize(80, height + (20 if index.data(KIND_ROLE) == "group" else 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(index))
        if index.data(KIND_ROLE) == "group":
            self._paint_heading(painter, option.rect, str(index.data()))
        else:
            self._paint_background(painter, option)
            self._paint_line(painter, option, index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to rename the row."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("New name"))
        editor.setMaxLength(200)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the whole row."""
        editor.setGeometry(option.rect.adjusted(INSET, 1, -INSET, -1))

    def _font(self, index: Index) -> QFont:
        tokens = theme().tokens
        font = QFont(QApplication.font())
        if index.data(KIND_ROLE) == "group":
            font.setPixelSize(theme().px(tokens.type.caption))
            font.setWeight(QFont.Weight.DemiBold)
        else:
            font.setPixelSize(theme().px(tokens.type.body))
        return font

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setPen(QColor(theme().tokens.colours.text_muted))
        line = rect.adjusted(INSET + 8, 0, -INSET, -5)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        from PySide6.QtWidgets import QStyle

        colours, rect = theme().tokens.colours, option.rect.adjusted(INSET, 1, -INSET, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.pressed if selected else colours.hover))
            painter.drawRoundedRect(rect, 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            pen = painter.pen()
            pen.setColor(QColor(colours.focus))
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidth(theme().tokens.focus_width)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle

        colours = theme().tokens.colours
        px = theme().px
        icon_side, chevron = px(ICON), px(CHEVRON)
        indent = (icon_side + GAP) * int(index.data(DEPTH_ROLE) or 0)
        line = option.rect.adjusted(INSET + 8 + indent, 0, -INSET - 8, 0)
        if index.data(KIND_ROLE) == "folder" and index.model().rowCount(index):
            is_open = bool(option.state & QStyle.StateFlag.State_Open)
            place = QRect(line.right() - chevron, line.center().y() - chevron // 2, chevron, chevron)
            icon("chevron-down" if is_open else "chevron-right").paint(painter, place)
            line.setRight(line.right() - chevron - 6)
        name = self._icon_of(index)
        if name:
            place = QRect(line.left(), line.center().y() - icon_side // 2, icon_side, icon_side)
            icon(name, colour="private" if name == "private" else "text_muted").paint(painter, place)
            line.setLeft(line.left() + icon_side + GAP)
        if index.data(BUSY_ROLE):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(line.right() - 7, line.center().y() - 3, 7, 7)
            line.setRight(line.right() - 14)
        line.setRight(line.right() - self._paint_tags(painter, line, index))
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_tags(self, painter: QPainter, line: QRect, index: Index) -> int:
        """The tags at the right edge, quietly; the name has the right of way. Returns the width they take."""
        conversation = index.data(CONVERSATION_ROLE)
        if conversation is None or not conversation.tags:
            return 0
        painter.save()
        small = QFont(painter.font())
        small.setPixelSize(theme().px(theme().tokens.type.caption))
        name_width = painter.fontMetrics().horizontalAdvance(str(index.data()))
        painter.setFont(small)
        most = max(line.width() - name_width - GAP, line.width() * 3 // 10)
        words = painter.fontMetrics().elidedText(
            " ".join(f"#{tag}" for tag in conversation.tags), Qt.TextElideMode.ElideRight, most
        )
        painter.setPen(QColor(theme().tokens.colours.text_muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.restore()
        return width + GAP

    def _icon_of(self, index: Index) -> str:
        if index.data(KIND_ROLE) == "folder":
            return "folder"
        conversation = index.data(CONVERSATION_ROLE)
        if conversation is None:
            return ""
        return "private" if conversation.private else "file-text" if conversation.kind == "notes" else ""
