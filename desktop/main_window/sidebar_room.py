"""Whether there is room for the sidebar: beside a chat in a narrow window there is not, unless its owner wants it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QWidget

NARROW = 720
"""Below this width, in pixels, the words of a chat get less than half of the window beside the sidebar."""


class SidebarRoom(QObject):
    """Hides the sidebar while the window is narrow and a chat is in sight, which has a button to bring it back."""

    def __init__(self, window: QWidget, sidebar: QWidget, *, chat_in_sight: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._sidebar = sidebar
        self._chat_in_sight = chat_in_sight
        self._hidden = False  # by us, not by the owner
        self._wanted = False  # by the owner, although the window is narrow
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window became wider or narrower, or is only now to be seen."""
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return False

    def fit(self) -> None:
        """Look again: the width changed, or another page came into sight."""
        if not self._window.isVisible():
            return  # not laid out yet
        is_narrow = self._window.width() < NARROW
        self._wanted = self._wanted and is_narrow
        is_in_the_way = is_narrow and self._chat_in_sight() and not self._wanted
        if is_in_the_way and self._sidebar.isVisibleTo(self._window) and not self._is_written_in():
            self._hidden = True
            self._sidebar.hide()
        elif self._hidden and not is_in_the_way:
            self._hidden = False
            self._sidebar.show()

    def toggle(self) -> None:
        """As the owner wants it, whatever the width."""
        self._hidden = False
        self._wanted = not self._sidebar.isVisibleTo(self._window)
        self._sidebar.setVisible(self._wanted)

    def _is_written_in(self) -> bool:
        focused = self._window.window().focusWidget()
        return isinstance(focused, QLineEdit) and self._sidebar.isAncestorOf(focused)
