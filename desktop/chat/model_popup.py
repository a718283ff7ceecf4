"""The list under the model button: search, rows with state and abilities, and what to do when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.chat.model_choices import STATE_MARKS, ModelChoice, state_words
from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.icon_button import IconButton
from desktop.widgets.popup_frame import PopupFrame
from desktop.widgets.search_field import SearchField

translate = QCoreApplication.translate

_Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT = 52
_ROWS_IN_SIGHT = 7
_ABILITY_ICONS = (("vision", "eye"), ("tools", "tool"), ("thinking", "thinking"))


class ModelPopup(PopupFrame):
    """Closes by itself when something is chosen, on Esc and on a click elsewhere."""

    chosen = Signal(str)
    refresh_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Choose a model"))
        self._server_trouble = ""
        self._rows = _ModelRows(self)
        self._search = SearchField(self.tr("Search models"), parent=self)
        self._list = QListView(self)
        self._empty = EmptyState("model", "", compact=True, parent=self)
        self._refresh = IconButton("retry", self.tr("Look for models again"), size=16, parent=self)
        self._note = QLabel(self)
        self._note.setProperty("role", "caption")
        self._dress_list()
        self._lay_out()
        self._search.searched.connect(self._on_searched)
        self._search.moved.connect(self._move)
        self._search.returnPressed.connect(self._take_current)
        self._search.left_empty.connect(self.close)
        self._list.clicked.connect(self._take)
        self._list.activated.connect(self._take)
        self._refresh.clicked.connect(self.refresh_requested)
        self._empty.action_requested.connect(self.refresh_requested)

    def show_models(self, models: Sequence[ModelChoice], current: str, *, server_trouble: str = "") -> None:
        """Fill the list; `server_trouble` is the sentence to show when there is nothing because nobody answers."""
        self._server_trouble = server_trouble
        kept = self._selected_name() if self.isVisible() else ""
        self._rows.set_models(models, current)
        self._after_change(kept)

    def open_at(self, anchor: QWidget, *, width: int) -> None:
        """With nothing searched for."""
        self._search.clear()
        super().open_at(anchor, width=width)

    def take_focus(self) -> None:
        """Letters search at once."""
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown_names(self) -> list[str]:
        """The models in the list now."""
        return [choice.name for choice in self._rows.shown]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, letters go on searching and Enter takes."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take_current()
                return True
            if event.text().isprintable() and event.text().strip():
                self._search.setFocus()
                self._search.insert(event.text())
                return True
        return False

    def _dress_list(self) -> None:
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_RowPainter(self._list))
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Models"))
        self._list.installEventFilter(self)

    def _lay_out(self) -> None:
        spacing = theme().tokens.spacing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.s, spacing.s, spacing.s, spacing.s)
        layout.setSpacing(spacing.s)
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._refresh)
        layout.addLayout(top)
        layout.addWidget(self._list)
        layout.addWidget(self._empty)
        layout.addWidget(self._note)

    def _selected_name(self) -> str:
        row = self._list.currentIndex().row()
        return self._rows.shown[row].name if 0 <= row < len(self._rows.shown) else ""

    def _on_searched(self, text: str) -> None:
        if text != self._rows.wanted:  # Enter asks again for what is shown already; the walk must not begin anew
            self._rows.narrow(text)
            self._after_change()

    def _after_change(self, selected: str = "") -> None:
        found = bool(self._rows.shown)
        self._list.setVisible(found)
        self._empty.setVisible(not found)
        rows = min(_ROWS_IN_SIGHT, len(self._rows.shown))
        self._list.setFixedHeight(rows * theme().px(_ROW_HEIGHT) + 4)
        if found:
            row = self._rows.row_of(selected or self._rows.current)
            self._list.setCurrentIndex(self._rows.index(max(0, row), 0))
        else:
            self._explain_nothing()
        remote = any(choice.remote for choice in self._rows.shown)
        self._note.setVisible(remote)
        self._note.setText(self.tr("Models with a cloud run on somebody else’s computer."))
        self._note.setContentsMargins(8, 0, 8, 4)

    def _explain_nothing(self) -> None:
        if self._server_trouble:
            self._empty.set_content(
                "warning", self.tr("No model server answers"), self._server_trouble, action=self.tr("Retry")
            )
        elif self._rows.models:
            text = self.tr("No installed model is called like that.")
            self._empty.set_content("search", self.tr("Nothing found"), text)
        else:
            text = self.tr("Install one in a terminal, for example with “ollama pull llama3.2:3b”.")
            self._empty.set_content("model", self.tr("No model is installed"), text, action=self.tr("Look again"))

    def _move(self, rows: int) -> None:
        count = self._rows.rowCount()
        if count:
            row = min(max(0, self._list.currentIndex().row() + rows), count - 1)
            self._list.setCurrentIndex(self._rows.index(row, 0))

    def _take_current(self) -> None:
        self._take(self._list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if index.isValid() and self._rows.shown:
            name = self._rows.shown[index.row()].name
            self.close()
            self.chosen.emit(name)


class _ModelRows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.models: tuple[ModelChoice, ...] = ()
        self.shown: tuple[ModelChoice, ...] = ()
        self.current = ""
        self.wanted = ""

    def set_models(self, models: Sequence[ModelChoice], current: str) -> None:
        self.models, self.current = tuple(models), current
        self.narrow(self.wanted)

    def narrow(self, text: str) -> None:
        self.beginResetModel()
        self.wanted = text
        words = text.casefold().split()
        self.shown = tuple(
            choice
            for choice in self.models
            if all(word in f"{choice.name} {choice.label} {choice.detail}".casefold() for word in words)
        )
        self.endResetModel()

    def row_of(self, name: str) -> int:
        return next((row for row, choice in enumerate(self.shown) if choice.name == name), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.label
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(choice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._spoken(choice)
        return None

    def _spoken(self, choice: ModelChoice) -> str:
        parts = [choice.label, choice.detail, state_words(choice.state, remote=choice.remote)]
        parts += [ability_words(ability) for ability, _ in _ABILITY_ICONS if ability in choice.abilities]
        if choice.name == self.current:
            parts.append(self.tr("chosen"))
        return ", ".join(part for part in parts if part)


class _RowPainter(QStyledItemDelegate):
    """Two lines: name with abilities, then detail and state; a check mark on the model in use."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, theme().px(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice: ModelChoice = index.data(Qt.ItemDataRole.UserRole)
        tokens = theme().tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(0, 1, -4, -1)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.colours.hover))
            painter.drawRoundedRect(rect, tokens.radius.s, tokens.radius.s)
        if selected:  # a bar as well as a shade: the shade alone is too faint to show where the keyboard is
            painter.setBrush(QColor(tokens.colours.accent))
            painter.drawRoundedRect(QRect(rect.left(), rect.top() + 10, 3, rect.height() - 20), 1.5, 1.5)
        ratio = painter.device().devicePixelRatioF()
        side = theme().px(16)
        mark, colour = STATE_MARKS[choice.state]
        left = rect.left() + 10
        painter.drawPixmap(
            left, rect.center().y() - side // 2, icon_pixmap(mark, colour=colour, size=side, ratio=ratio)
        )
        inner = rect.adjusted(20 + side, 6, -10, -6)
        if _is_current(index):
            check = icon_pixmap("check", colour="accent", size=side, ratio=ratio)
            painter.drawPixmap(inner.right() - side, rect.center().y() - side // 2, check)
        inner.setRight(inner.right() - side - 8)
        self._paint_lines(painter, inner, choice, ratio)
        painter.restore()

    def _paint_lines(self, painter: QPainter, rect: QRect, choice: ModelChoice, ratio: float) -> None:
        colours = theme().tokens.colours
        name_font = ui_font(weight=QFont.Weight.Medium)
        side = theme().px(14)
        icons = [name for ability, name in _ABILITY_ICONS if ability in choice.abilities]
        icons += ["cloud"] if choice.remote else []
        upper = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
        room = upper.width() - len(icons) * (side + 5)
        name = QFontMetrics(name_font).elidedText(choice.label, Qt.TextElideMode.ElideMiddle, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(name_font)
        painter.setPen(QColor(colours.text))
        painter.drawText(upper, flags, name)
        x = upper.left() + QFontMetrics(name_font).horizontalAdvance(name) + 8
        for icon_name in icons:
            ink = "warning" if icon_name == "cloud" else "text_muted"
            picture = icon_pixmap(icon_name, colour=ink, size=side, ratio=ratio)
            painter.drawPixmap(x, upper.center().y() - side // 2 + 1, picture)
            x += side + 5
        small = ui_font(theme().tokens.type.caption)
        lower = QRect(rect.left(), rect.top() + rect.height() // 2, rect.width(), rect.height() - rect.height() // 2)
        line = "  ·  ".join(part for part in (choice.detail, state_words(choice.state, remote=choice.remote)) if part)
        painter.setFont(small)
        painter.setPen(QColor(colours.text_muted))
        painter.drawText(lower, flags, QFontMetrics(small).elidedText(line, Qt.TextElideMode.ElideRight, lower.width()))


def _is_current(index: _Index) -> bool:
    model = index.model()
    return isinstance(model, _ModelRows) and model.row_of(model.current) == index.row()


def ability_words(ability: str) -> str:
    """What an ability means, in words."""
    words = {
        "vision": translate("ModelPopup", "sees pictures"),
        "tools": translate("ModelPopup", "uses tools"),
        "thinking": translate("ModelPopup", "thinks"),
    }
    return words.get(ability, ability)
