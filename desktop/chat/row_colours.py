"""Asks for the colours of code blocks in rows that exist, and again now and then while a block grows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.chat.code_block import CodeLayout
from desktop.chat.highlighting import ColouredLines, Highlighter
from desktop.chat.message_row import MessageRow

#: A growing block is coloured again when it has grown by this share, so that the work stays linear in its length.
_GROWN = 1.3
_FEW = 200


class RowColours(QObject):
    """Joins rows and the highlighter. Requests of rows that are gone are dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._highlighter = Highlighter(self)
        self._coloured: dict[tuple[str, int], int] = {}

    def wanted(self, row: MessageRow, *, growing: bool) -> None:
        """Colour the code of `row`; of a growing row only the last blocks can be new."""
        placed = row.text.placed
        first = max(0, len(placed) - 3) if growing else 0
        for number in range(first, len(placed)):
            layout = placed[number].layout
            if isinstance(layout, CodeLayout) and layout.text and layout.block.language:
                self._want(row, number, layout)

    def _want(self, row: MessageRow, number: int, code: CodeLayout) -> None:
        key = (row.message.message_id, number)
        known = self._highlighter.known(code.text, code.block.language)
        if known is not None:
            if not code.is_coloured:
                code.set_colours(code.text, known)
                row.update()
            self._coloured[key] = len(code.text)
            return
        done = self._coloured.get(key, 0) if code.has_colours else 0
        length = len(code.text)
        if done == length or (not code.block.closed and length < done * _GROWN + _FEW):
            return
        if self._highlighter.is_busy_with(key) and not code.block.closed:
            return
        self._highlighter.request(key, code.text, code.block.language, partial(self._found, row, number))

    def _found(self, row: MessageRow, number: int, text: str, colours: ColouredLines) -> None:
        if not isValid(row) or number >= len(row.text.placed):
            return
        layout = row.text.placed[number].layout
        if isinstance(layout, CodeLayout) and layout.text.startswith(text):
            layout.set_colours(text, colours)
            self._coloured[row.message.message_id, number] = len(text)
            row.update()
            self._want(row, number, layout)

    def forget(self, row: MessageRow) -> None:
        """`row` goes away."""
        for number in range(len(row.text.placed)):
            key = (row.message.message_id, number)
            self._highlighter.forget(key)
            self._coloured.pop(key, None)
