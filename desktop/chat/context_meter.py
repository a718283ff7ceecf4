"""How full the model's window is, and how fast it writes: a thin ring and a few figures."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import figure

MeterState: TypeAlias = Literal["unknown", "normal", "near", "over"]

_NEAR = 0.8
_RING_SIDE = 16
_GAP = 7


class ContextMeter(QProgressBar):
    """A progress bar to screen readers, a ring to the eye. Colour is never the only sign: the text says it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used, self._window, self._speed = 0, 0, None  # type: tuple[int, int, float | None]
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Context window"))
        self._dress()
        theme().changed.connect(self._dress)

    def set_usage(self, used: int, window: int, tokens_per_s: float | None = None) -> None:
        """Tokens in use, tokens there are (0 when not known), and the speed of the last answer."""
        self._used, self._window, self._speed = max(0, used), max(0, window), tokens_per_s
        self.setValue(min(100, round(100 * self._share())))
        self.setToolTip(self._sentence())
        self.setAccessibleDescription(self._sentence())
        self.updateGeometry()
        self.update()

    def state(self) -> MeterState:
        """“near” from four fifths on, “over” when the oldest messages no longer fit as they are."""
        if not self._window:
            return "unknown"
        if self._share() >= 1:
            return "over"
        return "near" if self._share() >= _NEAR else "normal"

    def text(self) -> str:
        """The figures beside the ring."""
        speed = self.tr("%1 tok/s").replace("%1", _speed_text(self._speed)) if self._speed else ""
        return "  ·  ".join(part for part in (self._fill_text(), speed) if part)

    def sizeHint(self) -> QSize:
        """Ring and figures in one line."""
        return self._size_for(self.text())

    def minimumSizeHint(self) -> QSize:
        """Figures are never cut; where room is scarce the speed is only in the tool tip."""
        return self._size_for(self._fill_text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A track, the used part of it, the figures."""
        colours = theme().tokens.colours
        inks = {"near": colours.warning, "over": colours.danger}
        ink = QColor(inks.get(self.state(), colours.accent))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = 0
        if self._window:
            side, width = self._side(), max(2.0, self._side() / 6.5)
            ring = QRectF(0, (self.height() - side) / 2, side, side)
            ring.adjust(width / 2, width / 2, -width / 2, -width / 2)
            painter.setPen(QPen(QColor(colours.pressed), width))
            painter.drawEllipse(ring)
            pen = QPen(ink, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            if self._used:
                painter.drawArc(ring, 90 * 16, -max(160, round(min(1.0, self._share()) * 360 * 16)))
            start = side + _GAP
        painter.setPen(ink if self.state() in inks else QColor(colours.text_muted))
        rect = self.rect().adjusted(start, 0, 0, 0)
        fits = self.width() >= self.sizeHint().width()
        text = self.text() if fits else self._fill_text()
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _fill_text(self) -> str:
        return f"{short_count(self._used)} / {short_count(self._window)}" if self._window else ""

    def _size_for(self, text: str) -> QSize:
        metrics = self.fontMetrics()
        width = (self._side() + _GAP if self._window else 0) + (metrics.horizontalAdvance(text) + 4 if text else 0)
        return QSize(width, max(self._side() + 2, metrics.height()))

    def _share(self) -> float:
        return self._used / self._window if self._window else 0.0

    def _side(self) -> int:
        return theme().px(_RING_SIDE)

    def _sentence(self) -> str:
        if not self._window:
            return self.tr("The size of the model’s context window is not known.") if self._used else ""
        sentences = {
            "normal": self.tr("%1 of %2 tokens of the context window are used."),
            "near": self.tr("%1 of %2 tokens are used. Older messages will soon be summarised."),
            "over": self.tr("%1 tokens, the window holds %2. Older messages are summarised."),
        }
        sentence = sentences[self.state()].replace("%1", figure(self._used)).replace("%2", figure(self._window))
        if self._speed:
            sentence += " " + self.tr("The last answer came at %1 tokens a second.").replace(
                "%1", _speed_text(self._speed)
            )
        return sentence

    def _dress(self) -> None:
        self.setFont(ui_font(theme().tokens.type.caption))
        self.updateGeometry()


def short_count(count: int) -> str:
    """“950”, “12.4k”, “128k”, “1.0M”."""
    if count < 1000:
        return str(count)
    if count < 99_950:
        tenths = round(count / 100)
        return figure(tenths / 10, digits=1 if tenths % 10 else 0) + "k"
    if count < 999_500:
        return figure(count / 1000) + "k"
    return figure(count / 1_000_000, digits=1) + "M"


def _speed_text(tokens_per_s: float) -> str:
    return figure(tokens_per_s, digits=1 if tokens_per_s < 10 else 0)
