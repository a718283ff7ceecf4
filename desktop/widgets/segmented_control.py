"""A few choices in one row, exactly one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class SegmentedControl(QFrame):
    """`choices` are (value, text). Arrow keys move the choice, Tab goes past it, as with radio buttons."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for index, (_, text) in enumerate(choices):
            button = _Segment(text, self)
            self._group.addButton(button, index)
            layout.addWidget(button, 1)
        self._group.idToggled.connect(self._on_toggled)
        self.set_value(self._values[0])

    def value(self) -> str:
        """The value taken."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Take `value` without saying so; a value that is not offered raises ValueError."""
        blocked = self._group.blockSignals(True)
        self._group.button(self._values.index(value)).setChecked(True)
        self._group.blockSignals(blocked)
        self._let_tab_reach_the_choice()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice round."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        button = self._group.button((self._group.checkedId() + step) % len(self._values))
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_toggled(self, index: int, checked: bool) -> None:  # noqa: FBT001  the signal's own parameters
        if checked:
            self._let_tab_reach_the_choice()
            self.chosen.emit(self._values[index])

    def _let_tab_reach_the_choice(self) -> None:
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)


class _Segment(QPushButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setProperty("kind", "segment")
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys belong to the row; Qt's own walk between buttons would skip those Tab cannot reach."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
