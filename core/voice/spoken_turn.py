"""`SpokenTurn`: one answer on its way from the language model, or from the chat, to the loudspeaker."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.chat.shared_turn import SharedTurn
from core.clock import Clock
from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Message
from core.errors import HearthError, MessageMissing
from core.events import Announcer, Change, SentenceSpoken, TextDelta, TurnFailed, TurnStarted, VoiceTrouble
from core.logs import Public

if TYPE_CHECKING:
    from core.voice.speaking import Speaking
    from core.voice.spoken_answer import SpeakingTimes, SpokenAnswer

_log = logging.getLogger("hearth.voice")

_OWN_BEFORE = 200
"""Characters before the sentence that is spoken which may still be heard, or be in the recogniser's ear."""


class SpokenTurn:
    """`run` speaks until the loudspeaker has drained; `hush` ends it at any time. One of both is called, or both."""

    def __init__(
        self,
        store: ConversationStore,
        speaking: Speaking | None,
        *,
        announcer: Announcer,
        clock: Clock,
        language: str = "",
        persona_voice: str = "",
    ) -> None:
        """Without `speaking` the answer is only written."""
        self._store = store
        self._speaking = speaking
        self._announcer = announcer
        self._clock = clock
        self._language = language
        self._persona_voice = persona_voice
        self.turn: SharedTurn | None = None
        """Whose answer it is; None for a message that is read aloud."""
        self._answer: SpokenAnswer | None = None
        self._message_id = ""
        self._text = ""
        self._spoken_to = (0, 0)
        self._is_whole = False
        self._is_hushed = False
        self.first_token_at_s = 0.0

    @property
    def message_id(self) -> str:
        """The message that is spoken; empty until it is stored."""
        return self._message_id

    @property
    def times(self) -> SpeakingTimes | None:
        """When the first sentence went which step; None where nothing is spoken."""
        return None if self._answer is None else self._answer.times

    @property
    def own_words(self) -> str:
        """What is being said now and was said just before."""
        start, end = self._spoken_to
        return self._text[max(0, start - _OWN_BEFORE) : end]

    async def ask(self, turn: SharedTurn) -> None:
        """Speak the answer while it is written. HearthError when the turn failed; what came of it was spoken."""
        self.turn = turn
        failure: HearthError | None = None
        with self._following():
            async for event in turn.events():
                match event:
                    case TurnStarted():
                        self._begin(event.answer_id)
                    case TextDelta(text):
                        self._feed(text)
                    case TurnFailed(error=error):
                        failure = error
            await self._to_the_end()
        if failure is not None:
            raise failure

    async def read(self, message: Message) -> None:
        """Speak a message that is there."""
        with self._following():
            self._begin(message.message_id)
            self._feed(message.text)
            await self._to_the_end()

    async def hush(self) -> None:
        """The loudspeaker falls silent first, then the turn ends, then it is noted how much was heard."""
        if self._is_hushed:
            return
        self._is_hushed = True
        heard: int | None = None
        if self._speaking is not None and self._answer is not None and not self._is_whole:
            position = await self._speaking.stop()
            heard = position.heard_characters if position.message_id == self._message_id else 0
        if self.turn is not None:
            await self.turn.stop()
            if heard is not None:
                await self._mark(heard)

    async def _mark(self, heard: int) -> None:
        try:
            if heard < len((await self._store.message(self._message_id)).text):
                await self._store.mark_heard(self._message_id, heard)
        except MessageMissing:
            _log.info("the answer was deleted while it was spoken")
        except HearthError as trouble:
            _log.warning("what was heard could not be kept: %s", Public(trouble.code))

    # ---- small steps ---------------------------------------------------------------------------------------------

    @contextmanager
    def _following(self) -> Iterator[None]:
        """Know which words are being said."""
        unsubscribe = self._announcer.subscribe(self._on_change)
        try:
            yield
        finally:
            unsubscribe()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, SentenceSpoken) and change.message_id == self._message_id:
            self._spoken_to = (change.start, change.end)

    def _begin(self, message_id: str) -> None:
        self._message_id = message_id
        if self._speaking is not None and not self._is_hushed:
            self._answer = self._speaking.begin(
                message_id, language_hint=self._language, persona_voice=self._persona_voice
            )

    def _feed(self, text: str) -> None:
        self.first_token_at_s = self.first_token_at_s or self._clock.uptime_s()
        self._text += text
        if self._answer is not None:
            self._answer.feed(text)

    async def _to_the_end(self) -> None:
        """Until the loudspeaker has drained. Without a voice or loudspeaker the answer is read on the screen."""
        if self._answer is None:
            return
        self._answer.finish()
        try:
            await self._answer.wait()
        except HearthError as mute:
            self._announcer.announce(VoiceTrouble(mute))
        self._is_whole = True
