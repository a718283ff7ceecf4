"""`AnswerDraft`: an answer while it is written. Turns pieces into events, and stores the text beside the stream."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress

from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Message, MessageState, StoredError
from core.errors import HearthError, NotEnoughSpace
from core.events import ModelSwitched, Retrying, TextDelta, ThinkingDelta, ToolCallRequested, TurnEvent
from core.inference.middleware import GatewayEvent
from core.logs import Public
from core.metrics.timings import Stopwatch
from core.wording import worded
from models.language.messages import (
    Finished,
    StopReason,
    TextPiece,
    ThinkingPiece,
    ToolCall,
    ToolCallPiece,
    Usage,
)

_log = logging.getLogger("hearth.chat")

# What a crash may cost: half a second of an answer, or two thousand characters where models write faster than that.
_SAVE_EVERY_S = 0.5
_SAVE_EVERY_CHARACTERS = 2048
# A pause between two saves, so that a flood of pieces is not slowed down by one durable write after the other.
_PAUSE_S = 0.1


class AnswerDraft:
    """Takes gateway events, hands out turn events, and keeps the message `answer` up to date without being waited for.

    Made and used on one loop. `finish` ends it and must be called once.
    """

    def __init__(self, store: ConversationStore, answer: Message, watch: Stopwatch) -> None:
        self.answer_id = answer.message_id
        self.model = answer.model
        self.usage = Usage()
        self.tool_calls: list[ToolCall] = []
        self.notices: list[str] = []
        self._store = store
        self._watch = watch
        self._loop = asyncio.get_running_loop()
        self._text: list[str] = []
        self._thinking: list[str] = []
        self._unsaved_characters = 0
        self._timer: asyncio.TimerHandle | None = None
        self._saving: asyncio.Task[None] | None = None
        self._saved_at_s = 0.0
        self._reason: StopReason | None = None
        self._tries = ""
        self.is_hearths = False

    @property
    def text(self) -> str:
        """The answer so far."""
        return _joined(self._text)

    @property
    def thinking(self) -> str:
        """The thinking so far."""
        return _joined(self._thinking)

    def take(self, event: GatewayEvent) -> TurnEvent | None:
        """What a face should show of `event`, at once; storing is only planned here."""
        match event:
            case TextPiece(text):
                self._grew(self._text, text)
                return TextDelta(text) if text else None
            case ThinkingPiece(text):
                self._grew(self._thinking, text)
                return ThinkingDelta(text) if text else None
            case ToolCallPiece(call):
                self.tool_calls.append(call)
                return ToolCallRequested(call)
            case Finished(reason, usage):
                self.usage = usage
                self._reason = reason
                return None
            case ModelSwitched(wanted, used, reason):
                self.model = used
                told = worded("“{used}” answered instead of “{wanted}”. {reason}")
                self.notices.append(told.format(used=used, wanted=wanted, reason=reason))
                return event
            case Retrying(attempt, _, reason):
                told = worded("It took more than one try ({count}). {reason}")
                self._tries = told.format(count=attempt + 1, reason=reason)
                return event

    def say(self, text: str) -> TextDelta:
        """Hearth itself answers: no model has written this."""
        self.is_hearths, self.model = True, ""
        self._tries = ""  # why nobody else answers is told once
        self._grew(self._text, text)
        return TextDelta(text)

    async def finish(
        self, state: MessageState, *, error: HearthError | None = None, origins: Sequence[str] = ()
    ) -> Message:
        """Store the final state, with everything that arrived, and where it came from.

        NotEnoughSpace when that does not fit: then what was stored on the way stays, as an answer that failed.
        """
        self._disarm()
        if self._saving is not None:
            await asyncio.wait([self._saving])
        try:
            return await self._store_as(state, self.text, self.thinking, error, origins)
        except NotEnoughSpace as full:
            with suppress(HearthError):  # then not even that; the next opening mends it
                stored = await self._store.message(self.answer_id)
                await self._store_as("failed", stored.text, stored.thinking, full, origins)
            raise

    async def _store_as(
        self, state: MessageState, text: str, thinking: str, error: HearthError | None, origins: Sequence[str]
    ) -> Message:
        return await self._store.finish(
            self.answer_id,
            text=text,
            thinking=thinking,
            state=state,
            error=None if error is None else as_stored(error),
            tool_calls=self.tool_calls,
            notices=(*self.notices, *self._closing_notices(state, text)),
            usage=self.usage,
            first_token_s=self._watch.first_token_s,
            total_s=self._watch.elapsed_s,
            model=None if self.is_hearths else self.model,
            origins=origins,
        )

    def _closing_notices(self, state: MessageState, text: str) -> Sequence[str]:
        told = [self._tries] if self._tries and state == "complete" else []
        if self._reason == "length":
            told.append(worded("The answer reached the limit of its length and was cut off."))
        elif state == "complete" and not text.strip() and not self.tool_calls:
            told.append(worded("The model gave an empty answer."))
        return told

    # ---- beside the stream ---------------------------------------------------------------------------------------

    def _grew(self, pieces: list[str], text: str) -> None:
        if not text:
            return
        if self._watch.first_token_s is None:
            self._watch.first_token()
        pieces.append(text)
        self._unsaved_characters += len(text)
        if self._saving is not None:
            return
        if self._timer is None:
            self._timer = self._loop.call_later(_SAVE_EVERY_S, self._save)
        elif self._unsaved_characters >= _SAVE_EVERY_CHARACTERS and self._loop.time() >= self._saved_at_s + _PAUSE_S:
            self._save()

    def _save(self) -> None:
        self._disarm()
        if self._saving is None and self._unsaved_characters:
            self._unsaved_characters = 0
            self._saving = self._loop.create_task(self._keep_what_is_there(), name="partial answer")

    async def _keep_what_is_there(self) -> None:
        try:
            await self._store.grow(self.answer_id, text=self.text, thinking=self.thinking)
        except HearthError as error:  # such as a full disk: the answer goes on, and `finish` will tell
            _log.warning("partial answer not stored: %s", Public(error.code))
        finally:
            self._saving = None
            self._saved_at_s = self._loop.time()
            if self._unsaved_characters and self._timer is None:
                self._timer = self._loop.call_later(_SAVE_EVERY_S, self._save)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def as_stored(error: HearthError) -> StoredError:
    """`error` as it is kept with a message and shown again."""
    return StoredError(error.code, error.owner_sentence, error.owner_next_step, error.detail)


def _joined(pieces: list[str]) -> str:
    if len(pieces) > 1:
        pieces[:] = ["".join(pieces)]
    return pieces[0] if pieces else ""
