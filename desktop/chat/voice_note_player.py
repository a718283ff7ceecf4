"""Plays the recordings of messages, one at a time, from their decrypted bytes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, HearthBug, HearthError

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.message_tree import Attachment, Message
    from core.voice.sound_player import PlayPosition
    from desktop.bridge import Bridge, Call
    from models.speech.engines import Samples


class VoiceNotePlayer(QObject):
    """`message` finds what an action was about. `refused` carries a HearthError to be shown."""

    refused = Signal(object)

    def __init__(
        self, bridge: Bridge, assistant: Assistant, *, message: Callable[[str], Message | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._message = message
        self._call: Call | None = None
        self._playing_id = ""

    @property
    def playing_id(self) -> str:
        """The attachment that is being played; empty if there is none."""
        return self._playing_id if self._call is not None and self._call.running else ""

    def toggle(self, message_id: str, attachment_id: str) -> None:
        """Play it; if it is being played, stop."""
        was, message = self.playing_id, self._message(message_id)
        self.stop()
        attachments = () if message is None else message.attachments
        wanted = next((one for one in attachments if one.attachment_id == attachment_id), None)
        if message is None or wanted is None or was == attachment_id:
            return
        store_of = message.conversation_id
        self._playing_id = attachment_id
        self._call = self._bridge.stream(
            lambda: self._played(store_of, wanted), batch=lambda _: None, failed=self._failed, owner=self
        )

    def stop(self) -> None:
        """Silence."""
        call, self._call = self._call, None
        if call is not None:
            call.cancel()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.refused.emit(error if isinstance(error, HearthError) else HearthBug(type(error).__name__))

    async def _played(self, conversation_id: str, item: Attachment) -> AsyncGenerator[PlayPosition, None]:
        voice = await asyncio.to_thread(lambda: self._assistant.voice)
        data = await self._assistant.store_of(conversation_id).attachment_data(item)
        player = voice.player
        await player.play(item.attachment_id, lambda at_ms: _sound(data, item.name, at_ms))
        try:
            async with aclosing(player.positions()) as positions:
                async for position in positions:
                    yield position
        finally:
            if player.position().key == item.attachment_id:
                await player.stop()


async def _sound(data: bytes, name: str, at_ms: int) -> AsyncIterator[Samples]:
    from core.voice.opus_sound import heard_from

    async for block in heard_from(data, name=name, at_ms=at_ms):
        yield block
