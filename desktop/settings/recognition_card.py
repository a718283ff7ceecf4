"""What hears, how quick it is on this computer, measured, and where to get more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.settings.trouble_strip import TroubleStrip, plain_words
from desktop.settings.voice_room import VoiceRoom, bare_name, seconds_of
from desktop.widgets.amounts import size_text
from desktop.widgets.busy_button import BusyButton
from desktop.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from core.voice.ears import SpeechChoice
    from desktop.bridge import Call

SPEECH = "speech"
SLOW_S = 0.7
"""As `core.voice.ears.QUICK_ENOUGH_S`, which is not imported before it is needed."""


class RecognitionCard(QFrame):
    """A line a model; “Measure now” tries each of them in place."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._room = room
        self._measuring: Call | None = None
        self.lines: dict[str, str] = {}
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self.trouble = TroubleStrip(self)
        self.measure = BusyButton(self.tr("Measure now"), busy_text=self.tr("Measuring…"), kind="")
        self.measure.started.connect(self._measure)
        self.measure.cancel_requested.connect(self._cancel)
        self.more = QPushButton(self.tr("Get more models"), self)
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(lambda: room.models_wanted(SPEECH))
        self.title = plain_words(self.tr("How quick they are here"), "strong", self)
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.measure)
        buttons.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.trouble)
        layout.addLayout(self._rows)
        layout.addLayout(buttons)
        room.engines_changed.connect(self._show)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Measuring takes every core; nobody looks any more."""
        super().hideEvent(event)
        self._cancel()

    def _measure(self) -> None:
        self.measure.set_busy(True)
        call: list[Call] = []
        call.append(
            self._room.follow(
                self._room.measured,
                owner=self,
                batch=self._measured,
                told=self.trouble.tell,
                ended=lambda: self._ended(call[0]),
            )
        )
        self._measuring = call[0]

    def _cancel(self) -> None:
        call, self._measuring = self._measuring, None
        if call is not None:
            call.cancel()
            self.measure.set_busy(False)

    def _measured(self, choices: Sequence[SpeechChoice]) -> None:
        for choice in choices:
            self.measure.set_busy(True, text=self.tr("Measured {0}…").format(bare_name(choice.model.model_id)))
        self._room.look_at_engines()

    def _ended(self, call: Call) -> None:
        if self._measuring is call:
            self._measuring = None
            self.measure.set_busy(False)
            self._room.look_at_engines()

    def _show(self) -> None:
        engines = self._room.engines
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        has_none = engines is not None and not engines.models
        self.measure.setVisible(not has_none)
        self.title.setVisible(not has_none)
        self.more.setVisible(not has_none)
        if engines is None:
            return
        if has_none:
            self._say_none()
            return
        self.trouble.clear()
        for row, one in enumerate(engines.models):
            self._add(row, one, is_chosen=one.model.model_id == engines.chosen)

    def _say_none(self) -> None:
        self.trouble.say(
            self.tr("There is no model for speech recognition on this computer yet."),
            self.tr("“base” suits most computers; “small” makes fewer mistakes and is slower."),
            action=self.tr("Get a speech model"),
            do=lambda: self._room.models_wanted(SPEECH),
        )

    def _add(self, row: int, one: SpeechChoice, *, is_chosen: bool) -> None:
        name, words = bare_name(one.model.model_id), self._words(one)
        label = plain_words(name, "strong" if is_chosen else "", self)
        label.setWordWrap(False)
        told = plain_words(words, "" if is_chosen else "muted", self)
        told.setAccessibleName(f"{name}: {words}")
        self.lines[name] = words
        self._rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(told, row, 1)

    def _words(self, one: SpeechChoice) -> str:
        """“0.4 s for a 3-second sentence on the processor · 146 MB”."""
        seconds = seconds_of(one.verdict, one.device)
        size = size_text(one.model.size_bytes)
        if not seconds:
            return self.tr("not measured yet · {0}").format(size)
        number = QLocale().toString(seconds, "f", 1 if seconds >= 0.1 else 2)
        place = self.tr("the graphics card") if one.device == "cuda" else self.tr("the processor")
        words = self.tr("{0} s for a 3-second sentence on {1} · {2}").format(number, place, size)
        return f"{words} · {self.tr('too slow to be chosen by itself')}" if seconds > SLOW_S else words
