"""Looks at pixels: what changes in a window when a control gets the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.theme.design_tokens import contrast
from desktop.theme.theme_state import theme

AROUND = 4
"""A ring may be drawn a little outside of what it is for."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Pixels that turned into one of the colours of focus, and how much each of them stands out against before."""

    pixels: int
    contrasts: tuple[float, ...]

    def is_seen(self, widget: QWidget) -> bool:
        """At 3 : 1 against before (WCAG 2.2, 2.4.13) it goes half around the control, or around one row of it."""
        strong = sum(one >= 3.0 for one in self.contrasts)
        return strong >= min(widget.width(), 120) + min(widget.height(), 24)


def picture_around(window: QWidget, widget: QWidget) -> QImage:
    """What `window` shows where `widget` lies."""
    if isinstance(widget, QPlainTextEdit) and widget.property("kind") == "bare":
        widget = widget.parentWidget() or widget  # the composer's and an edited message's card shows the ring
    place = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(place.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)


def ring_between(without: QImage, with_focus: QImage) -> Ring:
    """The ring that is in the second picture and not in the first, of the same place."""
    colours = theme().tokens.colours
    wanted = {QColor(one).rgb() for one in (colours.focus, colours.focus_on_accent, colours.danger_text)}
    found: list[tuple[int, int]] = []
    for y in range(min(without.height(), with_focus.height())):
        before, now = (memoryview(image.constScanLine(y)).cast("I") for image in (without, with_focus))
        if before != now:
            found += [(old, new) for old, new in zip(before, now, strict=False) if new in wanted and old != new]
    levels = {pair: contrast(*(QColor(one).name() for one in pair)) for pair in set(found)}
    return Ring(len(found), tuple(levels[pair] for pair in found))
