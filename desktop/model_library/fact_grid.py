"""Facts about a model: names on the left, values on the right, below each other where it is narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.model_library.plain_label import plain
from desktop.theme.theme_state import theme

_ROOM_FOR_TWO = 300
_LINK_EDGE = 6
"""Padding and ring of a link, so that texts stand below each other."""


class FactGrid(QWidget):
    """`facts` are (key, name) in their order; a fact without a value is not shown. Links are only told, never opened.

    `linked` are those whose value can be pressed when it has an address.
    """

    link_wanted = Signal(str)

    def __init__(self, facts: Sequence[tuple[str, str]], *, linked: Sequence[str] = (), parent: QWidget) -> None:
        super().__init__(parent)
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel | QPushButton] = {}
        self._addresses: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        for key, name in facts:
            self._names[key] = plain(name, "caption", self)
            self._names[key].setContentsMargins(0, 5 if key in linked else 2, 0, 0)
            if key in linked:
                value: QLabel | QPushButton = self._link(key)
            else:
                value = plain("", "", self, selectable=True)
                value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
                value.setContentsMargins(_LINK_EDGE, 0, 0, 0)
            value.setAccessibleName(name)
            self._values[key] = value
        self._columns = 0
        self._arrange()

    def show_facts(self, facts: Mapping[str, str], *, addresses: Mapping[str, str] | None = None) -> None:
        """Show these; `addresses` belong to those that are linked."""
        self._addresses = dict(addresses or {})
        for key, value in self._values.items():
            text = facts.get(key, "")
            value.setText(text)
            self._names[key].setVisible(bool(text))
            value.setVisible(bool(text))
            value.setAccessibleDescription(text)
            if isinstance(value, QPushButton):
                value.setEnabled(bool(self._addresses.get(key)))
                value.setToolTip(self._addresses.get(key, ""))

    def value(self, key: str) -> str:
        """What is shown there; empty where nothing is."""
        shown = self._values[key]
        return "" if shown.isHidden() else shown.text()

    def link(self, key: str) -> QPushButton:
        """The button of a linked fact."""
        button = self._values[key]
        assert isinstance(button, QPushButton)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _link(self, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "link")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(40)
        button.clicked.connect(lambda: self.link_wanted.emit(self._addresses.get(key, "")))
        return button

    def _arrange(self) -> None:
        columns = 2 if self.width() >= theme().px(_ROOM_FOR_TWO) else 1
        if columns == self._columns:
            return
        self._columns = columns
        top = Qt.AlignmentFlag.AlignTop
        for number, (key, name) in enumerate(self._names.items()):
            value = self._values[key]
            align = Qt.AlignmentFlag.AlignLeft if isinstance(value, QPushButton) else Qt.AlignmentFlag(0)
            if columns == 2:
                self._grid.addWidget(name, number, 0, top)
                self._grid.addWidget(value, number, 1, top | align if align.value else align)
            else:
                self._grid.addWidget(name, 2 * number, 0)
                self._grid.addWidget(value, 2 * number + 1, 0, align)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        self._grid.setColumnStretch(0, 0 if columns == 2 else 1)
