"""One side of a comparison: which model, how fast, its answer, and a button to stop it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.conversations.message_tree import Message
from core.events import TextDelta, ThinkingDelta, TurnEvent
from desktop.chat.attachment_strip import LoadAttachment
from desktop.chat.message_actions import MessageAction
from desktop.chat.row_words import speed_of
from desktop.chat.transcript_view import TranscriptView
from desktop.theme.theme_state import theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton

_CLOCK_MS = 500


class ComparisonColumn(QWidget):
    """Shows one answer as the transcript does. `name` is what its model is called here: blind ones have none yet."""

    stop_wanted = Signal()
    retry_wanted = Signal()
    taken = Signal()  # go on with this answer
    link_activated = Signal(str)

    def __init__(self, parent: QWidget, side: str, *, load_attachment: LoadAttachment | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.setObjectName(f"column_{side}")
        self._name = ""
        self._message: Message | None = None
        self._began_s = 0.0
        self._rate: float | None = None
        self._has_words = False
        self._make_parts(load_attachment)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._show_state)

    def _make_parts(self, load_attachment: LoadAttachment | None) -> None:
        self.letter = QLabel(self.side.upper(), self)
        self.letter.setProperty("role", "strong")
        self.name = ElidedLabel(parent=self)
        self.name.setProperty("role", "strong")
        self.state = QLabel(self)
        self.state.setProperty("role", "caption")
        self.stop = IconButton("stop", self.tr("Stop this answer"), parent=self)
        self.stop.clicked.connect(self.stop_wanted)
        self.copy = IconButton("copy", self.tr("Copy this answer"), parent=self)
        self.copy.clicked.connect(self._copy)
        self.take = IconButton("check", self.tr("Go on with this answer"), parent=self)
        self.take.clicked.connect(self.taken)
        header = QHBoxLayout()
        header.setContentsMargins(16, 8, 8, 0)
        header.setSpacing(8)
        header.addWidget(self.letter)
        header.addWidget(self.name, stretch=1)
        header.addWidget(self.state)
        for button in (self.stop, self.copy, self.take):
            header.addWidget(button)
        self.transcript = TranscriptView(self, load_attachment=load_attachment)
        self.transcript.list.place = "comparison"
        self.transcript.action_requested.connect(self._act)
        self.transcript.link_activated.connect(self.link_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 10)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self.transcript, stretch=1)

    # ---- what is shown ---------------------------------------------------------------------------------------------

    @property
    def message(self) -> Message | None:
        """The answer, None before it exists."""
        return self._message

    @property
    def is_running(self) -> bool:
        """Whether it is being written, or waits for that."""
        return self._clock.isActive()

    def set_name(self, name: str) -> None:
        """What the model is called from now on."""
        self._name = name
        self.name.setText(name)
        self.setAccessibleName(self.tr("Answer {0}: {1}").format(self.side.upper(), name))
        if self._message is not None and self._message.state != "streaming":
            self.transcript.finish(self._named(self._message))

    def wait(self) -> None:
        """The model was asked; nothing has come yet."""
        self._message, self._rate, self._has_words = None, None, False
        self._began_s = time.monotonic()
        self.transcript.set_path([])
        self._run(running=True)

    def begin(self, message: Message, events: Sequence[TurnEvent], *, waited_s: float = 0.0) -> None:
        """The empty answer exists; `events` have come since."""
        self._message = message
        self._began_s = time.monotonic() - waited_s
        growing = replace(self._named(message), text="", thinking="", state="streaming")
        self.transcript.set_path([growing])
        self.transcript.begin_answer(growing)
        self._run(running=True)
        self.grow(events, rate=None)

    def grow(self, events: Sequence[TurnEvent], *, rate: float | None) -> None:
        """More of the answer, written at `rate` pieces a second."""
        if self._message is None:
            return
        self._rate = rate
        if not self._has_words and any(isinstance(event, TextDelta | ThinkingDelta) for event in events):
            self._has_words = True
            self._show_state()
        self.transcript.apply(self._message.message_id, events)

    def finish(self, message: Message) -> None:
        """The answer as it is stored at last."""
        known = self._message is not None and self._message.message_id == message.message_id
        self._message = message
        if known:
            self.transcript.finish(self._named(message))
        else:
            self.transcript.set_path([self._named(message)])
        self._run(running=False)

    def fail(self) -> None:
        """It ended before there was an answer."""
        self._run(running=False)

    def _named(self, message: Message) -> Message:
        """A blind answer is called so everywhere, also by what screen readers say; it stands alone here."""
        return replace(message, model=self._name, sibling_index=0, sibling_count=1)

    def _run(self, *, running: bool) -> None:
        if running:
            self._clock.start()
        else:
            self._clock.stop()
        had_focus = self.stop.hasFocus()
        self.stop.setVisible(running)
        whole = not running and self._message is not None and self._message.state != "failed"
        self.copy.setVisible(whole)
        self.take.setVisible(whole)
        if had_focus and whole:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()

    def _show_state(self) -> None:
        if not self.is_running:
            self.state.setText(self._end_words())
        elif not self._has_words:
            self.state.setText(self.tr("waiting · {0} s").format(round(time.monotonic() - self._began_s)))
        elif self._rate is None:
            self.state.setText(self.tr("{0} s").format(round(time.monotonic() - self._began_s)))
        else:
            seconds = round(time.monotonic() - self._began_s)
            self.state.setText(self.tr("{0} tokens/s · {1} s").format(round(self._rate), seconds))
        self.state.setAccessibleName(self.state.text())

    def _end_words(self) -> str:
        if self._message is None or self._message.state == "failed":
            return self.tr("failed")
        speed = speed_of(self._message)
        return self.tr("stopped · {0}").format(speed) if self._message.state == "stopped" else speed

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge around it: inside, everything lies on the ground of the transcript."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.colours.border), 1))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, tokens.radius.l, tokens.radius.l)

    # ---- what the owner wants --------------------------------------------------------------------------------------

    def _act(self, action: MessageAction) -> None:
        if action.kind == "retry":
            self.retry_wanted.emit()

    def _copy(self) -> None:
        if self._message is not None:
            QGuiApplication.clipboard().setText(self._message.text)
