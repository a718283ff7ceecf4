"""The pages of the profile as a short list in the sidebar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.main_window.page_stack import PageEntry
from desktop.theme.icons import icon


class PageList(QWidget):
    """One row a page; the one in sight is marked. `chosen` carries its name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QPushButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 4)
        self._layout.setSpacing(0)

    def add(self, entries: Sequence[PageEntry], *, hint: str = "") -> None:
        """Offer these pages, below those that are there."""
        for entry in entries:
            row = QPushButton(
                icon(entry.icon, colour="text_muted", size=16), f" {entry.title}", self
            )  # as in the rows below
            row.setAccessibleName(entry.title)
            row.setObjectName(f"page_{entry.name}")
            row.setProperty("kind", "nav")
            row.setCheckable(True)
            row.setToolTip(hint)
            row.clicked.connect(lambda _=False, name=entry.name: self._choose(name))
            QWidget.setTabOrder(list(self._rows.values())[-1] if self._rows else self, row)
            self._rows[entry.name] = row
            self._layout.addWidget(row)

    def mark(self, name: str) -> None:
        """Mark the page in sight; a name that is not here marks none."""
        for one, row in self._rows.items():
            row.setChecked(one == name)

    def _choose(self, name: str) -> None:
        self._rows[name].setChecked(True)
        self.chosen.emit(name)
