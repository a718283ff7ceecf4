"""The bar below a transcript: play and pause, where it is, how fast."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from desktop.theme.theme_state import theme
from desktop.transcripts.clock_text import clock_text
from desktop.widgets.amounts import figure
from desktop.widgets.icon_button import IconButton
from desktop.widgets.menu import Menu

_SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
_STEP_MS = 5_000


class PlayerBar(QFrame):
    """Shows what it is told; the signals say what the owner wants."""

    play_wanted = Signal()
    pause_wanted = Signal()
    seek_wanted = Signal(int)  # milliseconds
    speed_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Player"))
        self._is_playing = False
        self._duration_ms = 0
        self.play = IconButton("play", self.tr("Play"), parent=self)
        self.play.clicked.connect(lambda: (self.pause_wanted if self._is_playing else self.play_wanted).emit())
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Position"))
        self.slider.setSingleStep(_STEP_MS)
        self.slider.setPageStep(_STEP_MS * 6)
        self.slider.setTracking(False)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderMoved.connect(self._tell)
        self.where = QLabel(self)
        self.where.setProperty("role", "caption")
        self.speed = QPushButton(self)
        self.speed.setProperty("kind", "quiet")
        self.speed.clicked.connect(self._choose_speed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(theme().tokens.spacing.m)
        row.addWidget(self.play)
        row.addWidget(self.slider, stretch=1)
        row.addWidget(self.where)
        row.addWidget(self.speed)
        self.show_speed(1.0)
        self.show_position(0)

    @property
    def is_playing(self) -> bool:
        """Whether sound comes out."""
        return self._is_playing

    def show_duration(self, duration_ms: int) -> None:
        """How long the sound is."""
        self._duration_ms = duration_ms
        blocked = self.slider.blockSignals(True)
        self.slider.setRange(0, max(1, duration_ms))
        self.slider.blockSignals(blocked)
        self._tell(self.slider.value())

    def show_position(self, at_ms: int) -> None:
        """Where it is; whoever holds the handle is not disturbed."""
        if self.slider.isSliderDown():
            return
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(at_ms)
        self.slider.blockSignals(blocked)
        self._tell(at_ms)

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Whether sound comes out now."""
        if playing != self._is_playing:
            self._is_playing = playing
            self.play.set_look("pause" if playing else "play", self.tr("Pause") if playing else self.tr("Play"))

    def show_speed(self, speed: float) -> None:
        """How fast it plays."""
        self.speed.setText(self._speed_words(speed))
        self.speed.setAccessibleName(self.tr("Speed: {0}").format(self._speed_words(speed)))

    @property
    def position_ms(self) -> int:
        """Where the handle is."""
        return self.slider.value()

    def _speed_words(self, speed: float) -> str:
        digits = 0 if speed == int(speed) else (2 if round(speed * 10) != speed * 10 else 1)
        return f"{figure(speed, digits=digits)}×"

    def _moved(self, at_ms: int) -> None:
        self._tell(at_ms)
        self.seek_wanted.emit(at_ms)

    def _tell(self, at_ms: int) -> None:
        self.where.setText(f"{clock_text(at_ms)} / {clock_text(self._duration_ms)}")
        self.slider.setAccessibleDescription(self.where.text())

    def _choose_speed(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for speed in _SPEEDS:
            chosen = menu.addAction(self._speed_words(speed))
            chosen.setCheckable(True)
            chosen.setChecked(self._speed_words(speed) == self.speed.text())
            chosen.triggered.connect(lambda _=False, speed=speed: self._take_speed(speed))
        menu.popup(self.speed.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _take_speed(self, speed: float) -> None:
        self.show_speed(speed)
        self.speed_wanted.emit(speed)
