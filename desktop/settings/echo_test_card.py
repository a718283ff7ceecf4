"""The echo test: what it does, how it ended, and what that means for interrupting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.settings.trouble_strip import TroubleStrip, plain_words
from desktop.settings.voice_room import VoiceRoom
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from core.voice.echo_test import EchoVerdict
    from desktop.bridge import Call

MARKS = {"clear": "success", "cancelled": "success", "echo": "warning", "no_sound": "warning"}


class EchoTestCard(QFrame):
    """Shows the last verdict; its date is not kept."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._room = room
        self._verdict: EchoVerdict | None = None
        self._testing: Call | None = None
        self.button = BusyButton(self.tr("Start the echo test"), busy_text=self.tr("Listening to itself…"), kind="")
        self.button.started.connect(self._start)
        self.button.cancel_requested.connect(self._cancel)
        self._mark = QLabel(self)
        self.verdict = plain_words("", "strong", self)
        self.meaning = plain_words("", "", self)
        self.figures = plain_words("", "caption", self)
        self.switch_on = QPushButton(self.tr("Remove Hearth’s own voice"), self)
        self.switch_on.clicked.connect(lambda: room.change("echo_cancellation", True, owner=self, told=self._tell))
        self.trouble = TroubleStrip(self)
        self._lay_out()
        room.setting_changed.connect(self._setting_changed)
        theme().changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        what = self.tr(
            "For six seconds Hearth plays a rising tone and a murmur, about as loud as it speaks, and listens to what "
            "the microphone hears of it. Be quiet meanwhile. Whatever is being said ends."
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.verdict, self.meaning, self.figures):
            words.addWidget(label)
        words.addWidget(self.switch_on, alignment=Qt.AlignmentFlag.AlignLeft)
        result = QHBoxLayout()
        result.setSpacing(8)
        result.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        result.addLayout(words, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(plain_words(self.tr("Echo test"), "strong", self))
        layout.addWidget(plain_words(what, "caption", self))
        layout.addLayout(result)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.trouble)

    def _start(self) -> None:
        self.trouble.clear()
        self.button.set_busy(True)
        self._testing = self._room.ask(self._tested(), owner=self, told=self._tell, done=self._take, ended=self._ended)

    def _cancel(self) -> None:
        """The button rests once the microphone is closed."""
        if self._testing is not None:
            self._testing.cancel()

    def _ended(self) -> None:
        self._testing = None
        self.button.set_busy(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more: it need not be heard to its end."""
        super().hideEvent(event)
        self._cancel()

    async def _tested(self) -> EchoVerdict:
        return await (await self._room.voice()).echo_test()

    def _tell(self, error: object) -> None:
        from core.errors import HearthError

        if isinstance(error, HearthError):
            self.trouble.tell(error)

    def _take(self, verdict: EchoVerdict) -> None:
        self._verdict = verdict
        self._show()
        announce(self, f"{self.verdict.text()} {self.meaning.text()}", urgent=True)

    def _setting_changed(self, name: str) -> None:
        if name in ("echo_verdict", "echo_cancellation", "microphone", "speaker"):
            if name in ("microphone", "speaker"):
                self._verdict = None
            self._show()

    def _show(self) -> None:
        kind = self._room.settings.echo_verdict
        is_known = kind in MARKS
        is_on = self._room.settings.echo_cancellation
        self._mark.setVisible(is_known)
        if is_known:
            colour = "success" if MARKS[kind] == "success" else "warning"
            self._mark.setPixmap(
                icon_pixmap(MARKS[kind], colour=colour, size=theme().px(18), ratio=self.devicePixelRatioF())
            )
        self.verdict.setText(self._sentence(kind))
        self.meaning.setText(self._meaning(kind, is_on=is_on))
        self.meaning.setVisible(bool(self.meaning.text()))
        self.switch_on.setVisible(kind == "cancelled" and not is_on)
        self._show_figures()

    def _sentence(self, kind: str) -> str:
        return {
            "clear": self.tr("The microphone does not hear the loudspeaker."),
            "cancelled": self.tr("The microphone hears the loudspeaker, and Hearth can remove that."),
            "echo": self.tr("The microphone hears the loudspeaker too loudly to remove all of it."),
            "no_sound": self.tr("Nothing came back: no sound was recorded."),
        }.get(kind, self.tr("Not tested yet."))

    def _meaning(self, kind: str, *, is_on: bool) -> str:
        match kind:
            case "clear":
                return self.tr("You can interrupt Hearth by speaking, as with headphones.")
            case "cancelled" if is_on:
                return self.tr("You can interrupt Hearth by speaking, also through loudspeakers.")
            case "cancelled":
                return self.tr("Switch that on, and you can interrupt Hearth by speaking.")
            case "echo":
                return self.tr(
                    "“Stop”, the key, and Esc in the message box interrupt it. With headphones, or a loudspeaker that "
                    "is turned down or farther away, anything you say will."
                )
            case "no_sound":
                return self.tr("Test the microphone above, check that nothing is muted, then start this test again.")
            case _:
                return self.tr("Until then only “stop”, the key, and Esc in the message box interrupt it.")

    def _show_figures(self) -> None:
        verdict = self._verdict
        is_shown = verdict is not None and verdict.kind in ("cancelled", "echo")
        self.figures.setVisible(is_shown)
        if verdict is not None and is_shown:
            number = QLocale().toString
            self.figures.setText(
                self.tr("Echo at {0} dB, after removing {1} dB; {2} ms from loudspeaker to microphone.").format(
                    number(round(verdict.echo_db)), number(round(verdict.left_db)), number(round(verdict.delay_ms))
                )
            )
