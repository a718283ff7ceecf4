"""The microphone beside “Send”: held, it sends when it is let go; clicked, it listens until it is clicked again.

From the keyboard Space and Enter do the same as the mouse.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.icon_button import IconButton

HELD_FROM_MS = 350
"""Whoever lets go sooner has clicked: a click takes 80 to 200 ms, a word that is worth holding for longer than this."""

_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MicrophoneButton(IconButton):
    """Decides nothing but whether it was held. `show_listening` is told to it when somebody listens."""

    began = Signal()  # pressed, while nobody listens
    ended = Signal()  # let go after it was held, or pressed again after a click
    latched = Signal()  # it was a click: go on listening
    menu_wanted = Signal(QPoint)

    def __init__(self, *, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__("microphone", "", shortcut=shortcut or None, parent=parent)
        self.setObjectName("microphone")
        self._listening = self._began_here = self._is_down = False
        self._since_press = QElapsedTimer()
        self._say()

    @property
    def is_listening(self) -> bool:
        """Whether it shows that somebody listens."""
        return self._listening

    def show_listening(self, listening: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Whether what is said now is heard and will be sent."""
        if listening != self._listening:
            self._listening = listening
            self._say()

    def _say(self) -> None:
        if self._listening:
            self.set_look("microphone", self.tr("Listening. Press to send"), colour="accent")
        else:
            self.set_look("microphone", self.tr("Talk: hold, or press to begin"))
        self.setCheckable(True)
        self.setChecked(self._listening)

    def nextCheckState(self) -> None:
        """It is checked while somebody listens, not because it was pressed."""

    # ---- pressing ---------------------------------------------------------------------------------------------------

    def _down(self) -> None:
        if self._is_down:
            return
        self._is_down = True
        self._since_press.start()
        self._began_here = not self._listening
        if self._began_here:
            self.began.emit()
        else:
            self.ended.emit()

    def _up(self) -> None:
        if not self._is_down:
            return
        self._is_down = False
        if not self._began_here:
            return
        if self._since_press.elapsed() < HELD_FROM_MS:
            self.latched.emit()
        else:
            self.ended.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button talks."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._down()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Wherever the pointer is by now."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter; a key that repeats is held."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._down()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key goes up."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._up()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody tells of a key that goes up elsewhere."""
        super().focusOutEvent(event)
        self._up()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What else can be done by voice."""
        self.menu_wanted.emit(event.globalPos())
