"""How loud the microphone is: a row of lights from quiet to too loud, with a mark where the loudest moment was."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.theme_state import theme

QUIET_DB = -60.0
"""What counts as silence: the noise of a quiet room with a usual microphone lies between -70 and -55 dB."""

LOUD_DB = -6.0
"""From here on the lights warn: speech that is often louder than this will be clipped soon."""

_LIGHTS = 28
_FALLS_DB = 1.5  # the mark of the loudest moment comes down by so much with each new level


class LevelMeter(QWidget):
    """Shows what `set_level` says, about 30 times a second; nothing moves by itself.

    Decibels are relative to the loudest value that the sound format knows (0 dB), so they are negative. Screen
    readers get one of three words, never figures that change all the time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rms_db = self._peak_db = self._mark_db = QUIET_DB
        self._clipped = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Microphone level"))
        self._say()
        theme().changed.connect(self.updateGeometry)

    @property
    def clipped(self) -> bool:
        """Whether the last level was too loud."""
        return self._clipped

    def set_level(self, rms_db: float, peak_db: float, *, clipped: bool = False) -> None:
        """Show this loudness: the mean of a short moment, its loudest sample, and whether it was cut off."""
        self._rms_db, self._peak_db = _bounded(rms_db), _bounded(peak_db)
        self._mark_db = max(self._peak_db, self._mark_db - _FALLS_DB)
        self._clipped = clipped
        self._say()
        self.update()

    def clear(self) -> None:
        """No sound comes in: all lights out."""
        self._mark_db = QUIET_DB
        self.set_level(QUIET_DB, QUIET_DB)

    def words(self) -> str:
        """The loudness in a word."""
        if self._clipped:
            return self.tr("Too loud")
        if self._peak_db <= QUIET_DB + 3:
            return self.tr("Silent")
        return self.tr("Sound comes in")

    def lights(self) -> int:
        """How many lights are on."""
        return round(share_of(self._rms_db) * _LIGHTS)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(theme().px(220), theme().px(16))

    def minimumSizeHint(self) -> QSize:
        """Still told apart light by light."""
        return QSize(theme().px(96), theme().px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Light by light; those of the dark ones keep an edge that is seen in every theme."""
        colours = theme().tokens.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / _LIGHTS
        width, height = max(2.0, step - 2), float(self.height())
        lit, marked = self.lights(), min(_LIGHTS - 1, round(share_of(self._mark_db) * _LIGHTS) - 1)
        warns_from = round(share_of(LOUD_DB) * _LIGHTS)
        for number in range(_LIGHTS):
            is_on = number < lit or number == marked
            painter.setBrush(QColor(self._colour(number >= warns_from) if is_on else colours.pressed))
            place = self.width() - (number + 1) * step if self.isRightToLeft() else number * step
            tall = height if is_on else height * 0.6
            painter.drawRoundedRect(QRectF(place + 1, (height - tall) / 2, width, tall), 1.5, 1.5)

    def _colour(self, loud: bool) -> str:  # noqa: FBT001 one of two colours
        colours = theme().tokens.colours
        if self._clipped:
            return colours.danger
        return colours.warning if loud else colours.accent

    def _say(self) -> None:
        words = self.words()
        if self.accessibleDescription() != words:
            self.setAccessibleDescription(words)


def share_of(level_db: float) -> float:
    """Where a loudness lies between silence (0) and the loudest (1)."""
    return max(0.0, min(1.0, 1 - level_db / QUIET_DB))


def _bounded(level_db: float) -> float:
    return max(QUIET_DB, min(0.0, level_db)) if level_db == level_db else QUIET_DB  # not a number: silence
