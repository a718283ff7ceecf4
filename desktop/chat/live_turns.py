"""Answers that are being written, by conversation: they go on while another chat is on the screen."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.events import TextDelta, ThinkingDelta, TurnEvent, TurnStarted
from desktop.bridge import Bridge, Call
from models.language.messages import Usage

if TYPE_CHECKING:
    from core.conversations.message_tree import Message


@dataclass(slots=True)
class LiveTurn:
    """One answer in the making: all its events until now, so that a page that is opened later can catch up."""

    conversation_id: str
    side: str = ""  # "" unless it is one side of a comparison
    call: Call | None = None
    started: TurnStarted | None = None
    events: list[TurnEvent] = field(default_factory=list)
    first_piece_s: float | None = None
    pieces: int = 0
    began_s: float = field(default_factory=time.monotonic)

    def take(self, events: list[TurnEvent]) -> None:
        """Remember `events`."""
        self.events += events
        for event in events:
            if isinstance(event, TurnStarted):
                self.started = event
            elif isinstance(event, TextDelta | ThinkingDelta):
                self.pieces += 1
                if self.first_piece_s is None:
                    self.first_piece_s = time.monotonic()

    def running_s(self) -> float:
        """How long ago it was asked."""
        return time.monotonic() - self.began_s

    def pieces_per_s(self) -> float | None:
        """How fast it is being written; servers send about one token a piece."""
        if self.first_piece_s is None or self.pieces < 2:
            return None
        elapsed_s = time.monotonic() - self.first_piece_s
        return self.pieces / elapsed_s if elapsed_s > 0.2 else None


def as_begun(answer: Message) -> Message:
    """`answer` as it was when it began: what is known since comes from the events of its turn.

    It was read while it grew, and a quick one may be complete in the store before its beginning is shown: it must
    neither look complete without its words, nor show twice what the events will tell.
    """
    return replace(
        answer, text="", thinking="", state="streaming", error=None, tool_calls=(), notices=(), usage=Usage()
    )


@dataclass(slots=True)
class Pair:
    """Two models that answer one question in a chat, by side; `answers` has the ids of those that exist."""

    question_id: str
    models: dict[str, str]
    answers: dict[str, str] = field(default_factory=dict)
    blind: bool = False


class LiveTurns(QObject):
    """Runs turns: one at a time in each conversation, or one a side of a comparison; any number beside each other."""

    grew = Signal(str, list)  # conversation id, TurnEvents
    side_grew = Signal(object, list)  # LiveTurn, TurnEvents
    side_ended = Signal(object, object)  # LiveTurn, the error or None
    ended = Signal(str, object, object)  # conversation id, LiveTurn (of a comparison the last one), the error or None
    busy_changed = Signal(object)  # ids of the conversations in which an answer is being written

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._live: dict[tuple[str, str], LiveTurn] = {}
        self.is_told: Callable[[str], bool] = lambda _: False
        """Whether the owner sees or hears the answer in this conversation anyway: nobody else need tell of it."""
        self.pairs: dict[str, Pair] = {}  # comparisons on show, by conversation: a page made anew goes on with them

    def start(self, conversation_id: str, make: Callable[[], AsyncIterator[TurnEvent]], *, side: str = "") -> bool:
        """Run the turn that `make` returns; False while another one runs in this conversation, or on this side."""
        if (conversation_id, "") in self._live or (conversation_id, side) in self._live:
            return False
        if not side and self.is_busy(conversation_id):
            return False
        turn = self._live[conversation_id, side] = LiveTurn(conversation_id, side)
        turn.call = self._bridge.stream(
            make,
            batch=lambda events: self._grow(turn, events),
            finished=lambda: self._end(turn, None),
            failed=lambda error: self._end(turn, error),
            owner=self,
        )
        self._tell_busy()
        return True

    def is_busy(self, conversation_id: str) -> bool:
        """Whether any answer is being written in this conversation."""
        return any(known == conversation_id for known, _ in self._live)

    def live(self, conversation_id: str, *, side: str = "") -> LiveTurn | None:
        """The turn that runs in this conversation, or on one side of its comparison."""
        return self._live.get((conversation_id, side))

    def sides(self, conversation_id: str) -> list[LiveTurn]:
        """The sides of a comparison that are being written."""
        return [turn for (known, side), turn in self._live.items() if known == conversation_id and side]

    def stop(self, conversation_id: str, *, side: str | None = None) -> None:
        """Stop all answers of this conversation, or those of one side; what arrived is kept."""
        for (known, its_side), turn in list(self._live.items()):
            if known == conversation_id and side in (None, its_side) and turn.call is not None:
                turn.call.cancel()

    def stop_all(self) -> None:
        """Stop every answer."""
        for conversation_id in {known for known, _ in self._live}:
            self.stop(conversation_id)

    def _grow(self, turn: LiveTurn, events: list[TurnEvent]) -> None:
        turn.take(events)
        if turn.side:
            if turn.started is not None and (pair := self.pairs.get(turn.conversation_id)) is not None:
                pair.answers[turn.side] = turn.started.answer_id
            self.side_grew.emit(turn, events)
        else:
            self.grew.emit(turn.conversation_id, events)

    def _end(self, turn: LiveTurn, error: BaseException | None) -> None:
        self._live.pop((turn.conversation_id, turn.side), None)
        self._tell_busy()
        if turn.side:
            self.side_ended.emit(turn, error)
        if not self.is_busy(turn.conversation_id):
            self.ended.emit(turn.conversation_id, turn, error)

    def _tell_busy(self) -> None:
        self.busy_changed.emit({known for known, _ in self._live})
