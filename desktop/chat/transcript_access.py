"""What screen readers see: a list with every message as an item, also of messages that have no widget now."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.chat.row_words import spoken_name

if TYPE_CHECKING:
    from desktop.chat.message_row import MessageRow
    from desktop.chat.transcript_model import TranscriptModel


@runtime_checkable
class MessageList(Protocol):
    """The part of the list that is needed here."""

    model: TranscriptModel
    rows: dict[str, MessageRow]


@cache
def install_access() -> None:
    """Make Qt ask here for lists and rows; once in a process."""
    QAccessible.installFactory(_interface_for)


def _interface_for(class_name: str, found: QObject | None) -> QAccessibleInterface | None:
    from desktop.chat.message_row import MessageRow
    from desktop.chat.row_list import RowList

    if isinstance(found, RowList):
        return ListAccess(found)
    if isinstance(found, MessageRow):
        return RowAccess(found)
    return None


class ListAccess(QAccessibleWidget):
    """The list: as many children as there are messages."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._items: dict[str, ItemAccess] = {}

    def _view(self) -> MessageList | None:
        view = self.object()
        return view if isinstance(view, MessageList) else None

    def childCount(self) -> int:
        """All messages of the path."""
        view = self._view()
        return len(view.model) if view is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The row's own interface where the row exists, otherwise an item made from the stored message."""
        view = self._view()
        if view is None or not 0 <= index < len(view.model):
            return None
        message_id = view.model[index].message_id
        row = view.rows.get(message_id)
        if row is not None:
            return QAccessible.queryAccessibleInterface(row)
        item = self._items.get(message_id)
        if item is None:
            item = self._items[message_id] = ItemAccess(self.object(), message_id)
            QAccessible.registerAccessibleInterface(item)
        return item

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where an item stands, -1 when it is none of ours."""
        view = self._view()
        if view is None:
            return -1
        if isinstance(child, ItemAccess):
            message_id = child.message_id
        else:
            found = child.object()
            message_id = getattr(getattr(found, "message", None), "message_id", "")
        index = view.model.index_of(message_id)
        return -1 if index is None else index

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The row under a point of the screen."""
        view = self._view()
        for row in view.rows.values() if view is not None else ():
            found = QAccessible.queryAccessibleInterface(row)
            if found is not None and found.rect().contains(x, y):
                return found
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The row that has the keyboard, or a button in it."""
        view = self._view()
        for row in view.rows.values() if view is not None else ():
            if row.hasFocus():
                return QAccessible.queryAccessibleInterface(row)
            inside = row.focusWidget()
            if inside is not None and inside.hasFocus():
                return QAccessible.queryAccessibleInterface(inside)
        return None


class RowAccess(QAccessibleWidget):
    """A message with a widget: its buttons are its children, its words are its value."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row, QAccessible.Role.ListItem)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The list, not the widget in between."""
        row = self.object()
        viewport = row.parentWidget() if isinstance(row, QWidget) else None
        view = viewport.parentWidget() if viewport is not None else None
        return QAccessible.queryAccessibleInterface(view) if view is not None else None

    def text(self, kind: QAccessible.Text) -> str:
        """Name: who said what, when. Value: all words as they can be copied."""
        row = self.object()
        if row is not None and kind == QAccessible.Text.Name:
            return str(row.spoken())  # type: ignore[attr-defined]  # only rows get this interface
        if row is not None and kind == QAccessible.Text.Value:
            return str(row.plain_text())  # type: ignore[attr-defined]
        return super().text(kind)


class ItemAccess(QAccessibleInterface):
    """A message without a widget."""

    def __init__(self, view: QObject, message_id: str) -> None:
        super().__init__()
        self._list = view
        self.message_id = message_id

    def _index(self) -> int | None:
        from shiboken6 import isValid

        if not isValid(self._list) or not isinstance(self._list, MessageList):
            return None
        return self._list.model.index_of(self.message_id)

    def isValid(self) -> bool:
        """Whether the message is still on the path."""
        return self._index() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """There is no widget."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The list's window."""
        found = self.parent()
        return found.window() if found is not None else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The list."""
        return QAccessible.queryAccessibleInterface(self._list) if self._index() is not None else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Buttons exist only where the row does."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing of it is on the screen."""
        return None

    def childCount(self) -> int:
        """Buttons exist only where the row does."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """There are no children."""
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """It cannot have the keyboard."""
        return None

    def relations(self, match: QAccessible.RelationFlag) -> list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]:  # type: ignore[override]
        """None."""
        return []

    def rect(self) -> QRect:
        """Nothing of it is on the screen."""
        return QRect()

    def role(self) -> QAccessible.Role:
        """An item of the list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Out of sight."""
        found = QAccessible.State()
        found.offscreen = 1
        return found

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Messages are not changed from here."""

    def text(self, kind: QAccessible.Text) -> str:
        """Name: who said what, when. Value: the text as it was written."""
        index = self._index()
        if index is None or not isinstance(self._list, MessageList):
            return ""
        model = self._list.model
        if kind == QAccessible.Text.Name:
            return spoken_name(model[index], model.text_of(index))
        return model.text_of(index) if kind == QAccessible.Text.Value else ""
