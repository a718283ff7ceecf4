"""`PickerButton`: a button that says what is chosen and opens a popup to choose otherwise, as a combo box does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from desktop.widgets.popup_frame import PopupFrame


class PickerButton(QPushButton):
    """Below it, `open_list` makes the popup when it is first wanted, fills it and calls `unfold`."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setCheckable(True)
        self.clicked.connect(lambda: self.open_list())

    def open_list(self) -> None:
        """Open the list beside the button."""
        raise NotImplementedError

    def own(self, popup: PopupFrame) -> None:
        """The popup was made; it is this button's from now on."""
        popup.closed.connect(self.folded)

    def unfold(self, popup: PopupFrame, *, width: int, anchor: QWidget | None = None) -> None:
        """Show the popup beside `anchor`, or beside the button, and give it the keyboard."""
        self.setChecked(True)
        popup.open_at(anchor or self, width=width)
        popup.take_focus()

    def folded(self) -> None:
        """The popup was closed."""
        self.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter open the list, as with a combo box."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
        else:
            super().keyPressEvent(event)


def button_text(words: str, *, most: int) -> str:
    """At most so many letters; what is no mark of a shortcut is shown as it is."""
    short = words if len(words) <= most else words[: most - 1] + "…"
    return short.replace("&", "&&")
