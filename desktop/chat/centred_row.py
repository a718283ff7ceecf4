"""A row that stands in the middle of the page and is no wider than one likes to read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

COMPOSER_WIDTH = 800


def centred_row(widget: QWidget, *, below: int) -> QHBoxLayout:
    """`widget` in a row of its own, with `below` pixels under it."""
    widget.setMaximumWidth(COMPOSER_WIDTH)
    row = QHBoxLayout()
    row.setContentsMargins(16, 4, 16, below)
    row.addStretch(1)
    row.addWidget(widget, stretch=1000)
    row.addStretch(1)
    return row
