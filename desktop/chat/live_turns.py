"""Answers that are being written, by conversation: they go on while another chat is on the screen."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from core.events import TextDelta, ThinkingDelta, TurnEvent, TurnStarted
from desktop.bridge import Bridge, Call


@dataclass(slots=True)
class LiveTurn:
    """One answer in the making: all its events until now, so that a page that is opened later can catch up."""

    conversation_id: str
    call: Call | None = None
    started: TurnStarted | None = None
    events: list[TurnEvent] = field(default_factory=list)
    first_piece_s: float | None = None
    pieces: int = 0

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

    def pieces_per_s(self) -> float | None:
        """How fast it is being written; servers send about one token a piece."""
        if self.first_piece_s is None or self.pieces < 2:
            return None
        elapsed_s = time.monotonic() - self.first_piece_s
        return self.pieces / elapsed_s if elapsed_s > 0.2 else None


class LiveTurns(QObject):
    """Runs turns; one at a time in each conversation, any number side by side."""

    grew = Signal(str, list)  # conversation id, TurnEvents
    ended = Signal(str, object, object)  # conversation id, LiveTurn, the error or None
    busy_changed = Signal(object)  # ids of the conversations in which an answer is being written

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._live: dict[str, LiveTurn] = {}

    def start(self, conversation_id: str, make: Callable[[], AsyncIterator[TurnEvent]]) -> bool:
        """Run the turn that `make` returns; False while another one runs in this conversation."""
        if conversation_id in self._live:
            return False
        turn = self._live[conversation_id] = LiveTurn(conversation_id)
        turn.call = self._bridge.stream(
            make,
            batch=lambda events: self._grow(turn, events),
            finished=lambda: self._end(turn, None),
            failed=lambda error: self._end(turn, error),
            owner=self,
        )
        self.busy_changed.emit(set(self._live))
        return True

    def live(self, conversation_id: str) -> LiveTurn | None:
        """The turn that runs in this conversation."""
        return self._live.get(conversation_id)

    def stop(self, conversation_id: str) -> None:
        """Stop the answer; what arrived is kept."""
        turn = self._live.get(conversation_id)
        if turn is not None and turn.call is not None:
            turn.call.cancel()

    def stop_all(self) -> None:
        """Stop every answer."""
        for conversation_id in list(self._live):
            self.stop(conversation_id)

    def _grow(self, turn: LiveTurn, events: list[TurnEvent]) -> None:
        turn.take(events)
        self.grew.emit(turn.conversation_id, events)

    def _end(self, turn: LiveTurn, error: BaseException | None) -> None:
        self._live.pop(turn.conversation_id, None)
        self.busy_changed.emit(set(self._live))
        self.ended.emit(turn.conversation_id, turn, error)
