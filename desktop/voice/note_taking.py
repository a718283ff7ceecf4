"""Taking a voice note: its words into the message that is being written, its sound beside them if it is kept."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.voice import dictation
from desktop.voice.stage_words import copied_words

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.voice.voice_notes import VoiceNote
    from desktop.bridge import Bridge
    from desktop.chat.composer import Composer
    from desktop.voice.voice_places import PlaceName, VoicePlaces
    from desktop.voice.voice_show import VoiceShow


class NoteTaking(QObject):
    """One note at a time. What is wanted of the core keeps its turn among the other wishes of the desk."""

    changed = Signal()  # it began to record, or ended
    not_begun = Signal(object)  # BaseException
    not_done = Signal(object)  # BaseException
    nothing_said = Signal()

    def __init__(
        self, bridge: Bridge, view: VoiceShow, places: VoicePlaces, *, in_turn: asyncio.Lock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view = view
        self._places = places
        self._in_turn = in_turn
        self._assistant: Assistant | None = None
        self._place: PlaceName = "window"
        self._number = 0  # of the note; what comes of another one is no longer wanted

    @property
    def is_under_way(self) -> bool:
        """Whether a note is recorded, or being written down."""
        return self._view.note != "rest"

    @property
    def is_recording(self) -> bool:
        """Whether what is said now comes into the note."""
        return self._view.note in ("opening", "listening")

    def begin(self, assistant: Assistant) -> None:
        """Record for the composer in sight."""
        self._assistant = assistant
        self._place = self._chosen()
        self._number += 1
        number = self._number
        self._view.note = "opening"
        self._view.begin(holding="latched", dictating=True)
        self.changed.emit()

        async def begun() -> None:
            async with self._in_turn:
                voice = await asyncio.to_thread(lambda: assistant.voice)  # the libraries of sound are imported
                await voice.note_recorder.begin()

        def failed(error: BaseException) -> None:
            if self._leave(number):
                self.not_begun.emit(error)

        self._bridge.call(begun(), done=lambda _: self._listens(number), failed=failed, owner=self)

    def _chosen(self) -> PlaceName:
        page, quick = self._places.live_page, self._places.quick
        in_quick = quick is not None and quick.isActiveWindow()
        return "window" if not in_quick and page is not None and page.isVisible() else "quick"

    def _listens(self, number: int) -> None:
        if number == self._number and self._view.note == "opening":
            self._view.note = "listening"
            self._view.show()
            self.changed.emit()

    def end(self) -> None:
        """Enough was said: it is written down."""
        assistant, number = self._assistant, self._number
        if not self.is_recording or assistant is None:
            return
        self._view.note = "understanding"
        self._view.show()
        self.changed.emit()

        async def finished() -> VoiceNote | None:
            async with self._in_turn:
                recorder = assistant.voice.note_recorder
            if not recorder.is_recording:
                return None  # it could not begin, which was told
            try:
                return await recorder.finish()
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task is not None and task.cancelling():
                    raise
                return None  # the note was cancelled while it was being understood

        def failed(error: BaseException) -> None:
            if self._leave(number):
                self.not_done.emit(error)

        self._bridge.call(finished(), done=lambda note: self._take(number, note), failed=failed, owner=self)

    def cancel(self) -> None:
        """Forget it."""
        assistant = self._assistant
        if not self._leave(self._number) or assistant is None:
            return

        async def cancelled() -> None:
            async with self._in_turn:
                await assistant.voice.note_recorder.cancel()

        self._bridge.call(cancelled(), failed=self.not_done.emit, owner=self)

    def forget(self) -> None:
        """Hearth is locked, and the core has ended what was recorded."""
        self._leave(self._number)
        self._assistant = None

    def _leave(self, number: int) -> bool:
        """The note is over; False if it was already."""
        if number != self._number or not self.is_under_way:
            return False
        self._number += 1
        self._view.note = "rest"
        self._view.leave()
        self._view.show()
        self.changed.emit()
        return True

    def _take(self, number: int, note: VoiceNote | None) -> None:
        if not self._leave(number) or note is None:
            return
        attachment = note.attachment(self.tr("Voice note"))
        if not note.text and attachment is None:
            self.nothing_said.emit()
            return
        composer = self._composer()
        if composer is None:
            dictation.copy(note.text)
            self._view.say(copied_words(), detail=note.text)
            return
        dictation.write_into(composer, note.text)
        if attachment is not None:
            composer.add_attachment(attachment)

    def _composer(self) -> Composer | None:
        """Of the window where it began; that may have been closed since."""
        places: tuple[PlaceName, ...] = (self._place, "window", "quick")
        return next((found for place in places if (found := self._places.composer(place)) is not None), None)
