"""Puts an answer where the owner copied something, and back again."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

MOST_KEPT_BYTES = 50_000_000
"""What is larger is not kept for the way back, format by format."""


class ClipboardSwap:
    """One replacement: made by doing it; `undo` puts back what was there."""

    def __init__(self, text: str) -> None:
        clipboard = QGuiApplication.clipboard()
        self._text = text
        self._before = _copied(clipboard.mimeData())
        clipboard.setText(text)

    def undo(self) -> bool:
        """Put back what was there. False when something else was copied meanwhile: that stays."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() != self._text:
            return False
        clipboard.setMimeData(_copied(self._before))
        return True


def _copied(source: QMimeData | None) -> QMimeData:
    """A copy that outlives the program that offered it."""
    copy = QMimeData()
    if source is not None:
        for form in source.formats():
            data = source.data(form)
            if data.size() <= MOST_KEPT_BYTES:
                copy.setData(form, data)
        if source.hasImage():
            copy.setImageData(source.imageData())
    return copy
