"""What has been understood so far: words that stay in full colour, words that may still change paler."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.theme_state import theme

MOST_LINES = 4
"""Of what is being said only the end is looked at; the beginning scrolls away."""

_LINE_FACTOR = 1.35
_BREAK = re.compile(r"\s*\n\s*")
_LINE_SEPARATOR = "\u2028"
"""What Qt's layout of a text begins a line at; it draws “\\n” as nothing at all."""


class LiveWords(QWidget):
    """Wraps at its width, grows to `most_lines`, then shows the last ones. Screen readers get fixed words only."""

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = MOST_LINES) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._fixed = self._tentative = ""
        self._quiet = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.updateGeometry)
        self.setAccessibleName(self.tr("What has been understood"))

    def set_words(self, fixed: str, tentative: str = "") -> None:
        """Show these words, one directly after the other: a space that belongs between them is part of them.

        Each paragraph begins a line.
        """
        fixed, tentative = _BREAK.sub("\n", fixed.lstrip()), _BREAK.sub("\n", tentative.rstrip())
        if (fixed, tentative) != (self._fixed, self._tentative):
            self._fixed, self._tentative = fixed, tentative
            self.setAccessibleDescription(fixed.rstrip())
            self.updateGeometry()
            self.update()

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Whether something else is looked at, such as the answer to these words."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.update()

    def text(self) -> str:
        """All words."""
        return f"{self._fixed}{self._tentative}".strip()

    @property
    def fixed(self) -> str:
        """The words that stay."""
        return self._fixed.rstrip()

    def line_height(self) -> int:
        """Of one line, in pixels."""
        return round(self.fontMetrics().height() * _LINE_FACTOR)

    def lines(self) -> int:
        """How many lines the words take at this width."""
        layout = self._laid_out()
        return layout.lineCount()

    def sizeHint(self) -> QSize:
        """As many lines as there are, up to the most."""
        shown = min(self._most_lines, max(1 if self.text() else 0, self.lines()))
        return QSize(theme().px(240), shown * self.line_height())

    def heightForWidth(self, width: int) -> int:
        """As many lines as there are at `width`, up to the most."""
        shown = min(self._most_lines, self._laid_out(width).lineCount()) if self.text() else 0
        return shown * self.line_height()

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be."""
        return QSize(theme().px(120), self.sizeHint().height())

    def _laid_out(self, at_width: int = 0) -> QTextLayout:
        font = self.font()
        layout = QTextLayout(self.text().replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        paler = QTextLayout.FormatRange()
        paler.start = len(self._fixed.encode("utf-16-le")) // 2
        paler.length = len(self.text().encode("utf-16-le")) // 2 - paler.start
        look = QTextCharFormat()
        look.setForeground(QColor(theme().tokens.colours.text_faint))
        look.setFontItalic(theme().tokens.name == "high_contrast")  # there the two colours are too much alike
        paler.format = look
        layout.setFormats([paler] if paler.length > 0 else [])
        layout.beginLayout()
        width, top = max(40, at_width or self.width()), 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += self.line_height()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """The last lines."""
        if not self.text():
            return
        layout = self._laid_out()
        hidden = max(0, layout.lineCount() - max(1, self.height() // self.line_height()))
        painter = QPainter(self)
        colours = theme().tokens.colours
        painter.setPen(QColor(colours.text_muted if self._quiet else colours.text))
        painter.setClipRect(self.rect())
        layout.draw(painter, QPointF(0, -hidden * self.line_height()))
