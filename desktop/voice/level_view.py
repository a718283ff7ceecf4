"""The voice as a wave of bars that runs through the overlay; still and flat where nothing should move."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.theme_state import theme
from desktop.widgets.level_meter import share_of

_BARS = 44
_REST = 0.06  # the height of a bar in silence


class LevelView(QWidget):
    """`push` adds one loudness at the right, about 30 times a second; nothing moves by itself.

    With reduced motion all bars rise and fall together in place of a wave that runs.
    """

    def __init__(self, parent: QWidget | None = None, *, bars: int = _BARS) -> None:
        super().__init__(parent)
        self._shares: deque[float] = deque([0.0] * bars, maxlen=bars)
        self._bars = bars
        self._live = False
        self._clipped = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Microphone level"))
        theme().changed.connect(self.updateGeometry)

    def push(self, rms_db: float, *, clipped: bool = False) -> None:
        """One more moment of sound."""
        self._shares.append(share_of(rms_db) if rms_db == rms_db else 0.0)  # not a number: silence
        self._clipped = clipped
        self.update()

    def set_live(self, live: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Whether somebody listens: the wave glows then, else it is grey."""
        if live != self._live:
            self._live = live
            self.update()

    def clear(self) -> None:
        """Flat."""
        self._shares.extend([0.0] * self._bars)
        self._clipped = False
        self.update()

    def shares(self) -> list[float]:
        """The loudness of each bar, from 0 to 1, the newest last."""
        return [self._shares[-1]] * self._bars if theme().reduced_motion else list(self._shares)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(theme().px(240), theme().px(28))

    def minimumSizeHint(self) -> QSize:
        """As low, and narrow."""
        return QSize(theme().px(64), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars around the middle line, paler towards the past."""
        colours = theme().tokens.colours
        ink = QColor(colours.control_border)
        if self._live:
            ink = QColor(colours.danger if self._clipped else colours.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / self._bars
        width, height = max(2.0, min(step * 0.56, 5.0)), float(self.height())
        mirrored = self.isRightToLeft()
        for number, share in enumerate(self.shares()):
            tall = max(width, height * max(_REST, share**1.4))
            place = (self._bars - 1 - number if mirrored else number) * step + (step - width) / 2
            shade = QColor(ink)
            shade.setAlphaF(1.0 if theme().reduced_motion else 0.35 + 0.65 * number / self._bars)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(place, (height - tall) / 2, width, tall), width / 2, width / 2)
