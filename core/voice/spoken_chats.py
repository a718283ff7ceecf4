"""`SpokenChats`: which chat is spoken with, the answer that is on its way to the loudspeaker, and its turn."""

from __future__ import annotations

from typing import Final

from core.chat.shared_turn import SharedTurn
from core.conversations.message_tree import Message
from core.events import VoiceTurnBegan
from core.voice.session_parts import SessionParts
from core.voice.spoken_turn import SpokenTurn

_MOST_TURNS: Final = 4


class SpokenChats:
    """One answer at a time. Turns are kept a while, so that a window that opens late can show them."""

    def __init__(self, parts: SessionParts) -> None:
        self._parts = parts
        self.conversation_id = ""
        self.answer: SpokenTurn | None = None
        """What is being spoken, or thought about; None while nothing is."""
        self._turns: dict[str, SharedTurn] = {}

    async def ask(self, text: str, *, language: str, hint: str) -> None:
        """Ask in the chat that is spoken with (a new one, where there is none) and speak the answer to its end.

        Raises what the turn failed with; what came of the answer was spoken.
        """
        around = self._parts.surroundings
        if not self.conversation_id:
            self.conversation_id = (await around.conversations.create()).conversation_id
        chat = self.conversation_id
        persona = await around.personas.get((await around.store_of(chat).get(chat)).persona_id)
        silent = self._parts.settings.speak_answers == "never"
        answer = self._made(chat, language=language, voice=persona.voice if persona else "", silent=silent)
        turn = SharedTurn(around.turns_of(chat).ask(chat, text, hint=hint))
        answer.turn = turn
        await self._remember(chat, turn)
        around.announcer.announce(VoiceTurnBegan(chat))
        await answer.ask(turn)
        self.answer = None

    async def read(self, message: Message) -> None:
        """Speak a message that is there, to its end."""
        answer = self._made(message.conversation_id)
        await answer.read(message)
        self.answer = None

    async def last_answer(self) -> Message | None:
        """The last answer of the chat that is spoken with."""
        if not self.conversation_id:
            return None
        path = await self._parts.surroundings.store_of(self.conversation_id).path(self.conversation_id)
        return next((one for one in reversed(path) if one.role == "assistant" and one.text.strip()), None)

    def turn_of(self, conversation_id: str) -> SharedTurn | None:
        """The turn that runs in this chat, or ran last."""
        return self._turns.get(conversation_id)

    async def aclose(self) -> None:
        """No turn is left running."""
        for turn in self._turns.values():
            await turn.stop()
        self._turns.clear()

    def _made(self, chat: str, *, language: str = "", voice: str = "", silent: bool = False) -> SpokenTurn:
        around = self._parts.surroundings
        self.answer = SpokenTurn(
            around.store_of(chat),
            None if silent else self._parts.speaking,
            announcer=self._parts.announcer,
            clock=around.clock,
            language=language,
            persona_voice=voice,
        )
        return self.answer

    async def _remember(self, chat: str, turn: SharedTurn) -> None:
        before = self._turns.pop(chat, None)
        self._turns[chat] = turn
        if before is not None:
            await before.stop()
        while len(self._turns) > _MOST_TURNS:
            await self._turns.pop(next(iter(self._turns))).stop()
