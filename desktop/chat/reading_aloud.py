"""Reads messages of one transcript aloud, and shows in it which sentence is being spoken, whoever asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import HearthBug, HearthError
from core.events import SentenceSpoken, VoiceStateChanged

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from desktop.bridge import Bridge
    from desktop.chat.transcript_view import TranscriptView


class ReadingAloud(QObject):
    """`transcript` gives the messages, None while there are none. `refused` carries a HearthError to be shown."""

    refused = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        transcript: Callable[[], TranscriptView | None],
        report: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._transcript = transcript
        self._report = report
        self._asked_for = ""  # clicked, and not a word spoken yet
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    @property
    def message_id(self) -> str:
        """The message of this transcript that is being read aloud, empty if there is none."""
        transcript = self._transcript()
        return "" if transcript is None else transcript.spoken_id

    def toggle(self, message_id: str) -> None:
        """Read this message aloud; if it is being read, stop."""
        if message_id and message_id == self.message_id:
            self.stop()
            return
        assistant = self._assistant
        self._asked_for = message_id
        self._show(message_id)

        async def read() -> None:
            await assistant.voice.read_aloud(message_id)

        self._bridge.call(read(), failed=lambda error: self._failed(message_id, error), owner=self)

    def stop(self) -> None:
        """Silence."""
        assistant = self._assistant
        self._asked_for = ""
        self._show("")

        async def stopped() -> None:
            await assistant.voice.stop_speaking()

        self._bridge.call(stopped(), failed=self._report, owner=self)

    def _failed(self, message_id: str, error: BaseException) -> None:
        if self._asked_for == message_id:
            self._asked_for = ""
            self._show("")
        if isinstance(error, HearthError) and not isinstance(error, HearthBug):
            self.refused.emit(error)
        else:
            self._report(error)

    def _on_change(self, change: Change) -> None:
        match change:
            case SentenceSpoken(message_id, start, end):
                if message_id or not self._asked_for:
                    self._asked_for = ""
                    self._show(message_id, start, end)
            case VoiceStateChanged("idle" | "listening" | "transcribing"):
                self._asked_for = ""
                self._show("")

    def _show(self, message_id: str, start: int = 0, end: int = 0) -> None:
        transcript = self._transcript()
        if transcript is not None and (message_id or transcript.spoken_id):
            transcript.show_spoken(message_id, start, end)
