"""The way of the Tab key through a chat: from its header to the messages, then to what is being written, and back.

Messages come later than everything around them, and Qt's own chain puts what is made later at the end of the window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.chat.row_list import RowList

_MOST_STEPS = 500
Step = Callable[[bool], bool]


def tab_through(rows: RowList, *, before: QWidget, after: QWidget, forward: bool, step: Step) -> bool:
    """One press of Tab inside the chat, whose messages `rows` stand between the widgets `before` and `after`.

    `step` goes on in Qt's chain; it is the page's own `focusNextPrevChild`. Tells whether the keyboard went anywhere.
    """
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    now = rows.window().focusWidget()
    if not len(rows.model) or not rows.isVisible() or now is None:
        return step(forward)
    if _is_within(rows, now):
        (after if forward else before).setFocus(reason)
        return True
    if now is (before if forward else after):
        index = rows.current_index
        rows.set_current(len(rows.model) - 1 if index is None else index, reason)
        return True
    rows.is_passed_by = True
    try:
        return _step_past(rows, forward=forward, step=step)
    finally:
        rows.is_passed_by = False


def _step_past(rows: RowList, *, forward: bool, step: Step) -> bool:
    """On in the chain, to the first widget that belongs to no message."""
    for _ in range(_MOST_STEPS):
        if not step(forward):
            return False
        reached = rows.window().focusWidget()
        if reached is None or not _is_within(rows, reached):
            return True
    return False


def _is_within(rows: QWidget, widget: QWidget) -> bool:
    return widget is rows or rows.isAncestorOf(widget)
