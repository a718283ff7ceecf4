"""`AnswerDesk`: runs turns in the chat on the screen, and shows how its answer grows and how it ended."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.errors import Cancelled, ModelTrouble
from core.events import ContextMeasured, TextDelta, ThinkingDelta, TurnEvent, TurnFailed, TurnFinished
from desktop.bridge import Bridge
from desktop.chat.live_turns import LiveTurn, LiveTurns, as_begun
from desktop.chat.row_words import end_words
from desktop.widgets.announcer import announce

if TYPE_CHECKING:
    from core.conversations.message_tree import Message
    from desktop.chat.chat_page import ChatPage

REQUEST_FIRST_MS = 12
"""A new question is drawn so long after it was stored: until then the core's thread, which shares the interpreter with
this one, sends the request. Nobody sees the difference, and the answer comes earlier by as much as drawing takes."""


class AnswerDesk(QObject):
    """One answer at a time, that of the chat on the screen; all others go on in `live`, unseen."""

    def __init__(
        self, page: ChatPage, bridge: Bridge, *, live: LiveTurns, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._live = live
        self._report = report
        self._early_events: list[TurnEvent] | None = None  # of a question that is not drawn yet
        self._measured: ContextMeasured | None = None
        self._stopping = ""  # the chat whose answer was told to stop
        self._is_again_wanted = False
        self._beginning_timer = QTimer(self, singleShot=True, interval=REQUEST_FIRST_MS)
        self._beginning_timer.timeout.connect(self._show_beginning)
        live.grew.connect(self._grow)
        live.ended.connect(self._ended)

    # ---- what can be done ------------------------------------------------------------------------------------------

    def run(self, make: Callable[[], AsyncIterator[TurnEvent]]) -> None:
        """Run a turn in the chat on the screen, unless one runs there already."""
        if self._page.conversation is not None and self._live.start(self._page.conversation_id, make):
            self._early_events = []
            self._page.show_busy()

    def stop(self) -> None:
        """Stop the answer in this chat."""
        self._stopping = self._page.conversation_id
        self._live.stop(self._page.conversation_id)

    @property
    def can_regenerate(self) -> bool:
        """Whether there is something to answer anew, now or in a moment."""
        page = self._page
        return bool(page.path) and not page.is_notes and (not page.busy or self._stopping == page.conversation_id)

    def regenerate_last(self) -> None:
        """Answer the last question anew; a moment later where its answer was stopped just now and is still kept."""
        page = self._page
        self._is_again_wanted = page.busy and self._stopping == page.conversation_id
        if page.path and not page.busy and page.conversation_id not in self._live.pairs:
            turns, message_id = page.turns(), page.path[-1].message_id
            self.run(lambda: turns().regenerate(message_id))

    # ---- another chat, or another branch ---------------------------------------------------------------------------

    def leave(self) -> None:
        """Another chat comes onto the screen."""
        self._early_events = None
        self._is_again_wanted = False

    @property
    def growing_id(self) -> str:
        """The answer that is being written in this chat; empty while there is none."""
        turn = self._live.live(self._page.conversation_id)
        return turn.started.answer_id if turn is not None and turn.started is not None else ""

    def catch_up(self) -> None:
        """The branch was drawn anew: the answer that is being written in it is rebuilt from its events."""
        turn, growing_id = self._live.live(self._page.conversation_id), self.growing_id
        answer = next((one for one in self._page.path if growing_id and one.message_id == growing_id), None)
        if turn is not None and answer is not None:
            self._page.transcript.begin_answer(answer)
            self._show_events(turn, turn.events)
        self._early_events = None

    # ---- it grows --------------------------------------------------------------------------------------------------

    def _grow(self, conversation_id: str, events: list[TurnEvent]) -> None:
        if conversation_id != self._page.conversation_id:
            return
        turn = self._live.live(conversation_id)
        if turn is None or turn.started is None:
            return
        if self._early_events is not None:
            self._early_events += events
            if turn.started in events:
                self._beginning_timer.start()
            elif self._beginning_timer.isActive() and _has_words(events):
                self._show_beginning()
            return
        self._show_events(turn, events)

    def _show_beginning(self) -> None:
        """Fetch the new question and the empty answer; what is written meanwhile is shown after them."""
        self._beginning_timer.stop()
        page = self._page
        turn = self._live.live(page.conversation_id)
        if turn is None or turn.started is None or self._early_events is None:
            return
        started, conversation_id = turn.started, turn.conversation_id

        def there(pair: tuple[Message | None, Message]) -> None:
            if conversation_id != page.conversation_id:
                return
            question, answer = pair
            if any(one.message_id == answer.message_id for one in page.path):
                return  # it ended meanwhile, and is shown as it is kept
            new = [one for one in (question, as_begun(answer)) if one is not None]
            if (page.path[-1].message_id if page.path else None) != new[0].parent_id:
                page.reload()  # another branch: regenerated, or edited and asked again
                return
            page.path += new
            if len(new) == 2:
                page.transcript.begin_exchange(*new)
            else:
                page.transcript.begin_answer(new[0])
            if self._live.live(conversation_id) in (turn, None):  # the next one gathers its own
                self._early_events = None
            self._show_events(turn, turn.events)

        self._bridge.call(
            self._beginning(started.question_id, started.answer_id), done=there, failed=self._report, owner=self
        )

    async def _beginning(self, question_id: str, answer_id: str) -> tuple[Message | None, Message]:
        store = self._page.store
        question = await store.message(question_id) if question_id else None
        return question, await store.message(answer_id)

    def _show_events(self, turn: LiveTurn, events: Sequence[TurnEvent]) -> None:
        if turn.started is None:
            return
        self._page.transcript.apply(turn.started.answer_id, events)
        for event in events:
            if isinstance(event, ContextMeasured):
                self._measured = event
        self._show_meter(turn.pieces_per_s())

    def _show_meter(self, tokens_per_s: float | None) -> None:
        if self._measured is not None:
            self._page.meter.set_usage(self._measured.used_tokens, self._measured.window_tokens, tokens_per_s)
            self._page.meter.show()

    # ---- it ends ---------------------------------------------------------------------------------------------------

    def _ended(self, conversation_id: str, turn: LiveTurn, error: BaseException | None) -> None:
        page = self._page
        if conversation_id != page.conversation_id:
            is_told = turn.started is not None or self._live.is_told(conversation_id)
            if error is not None and not isinstance(error, Cancelled) and not is_told:
                self._report(error)
            return
        page.show_busy()
        self._stopping = ""
        if turn.side:
            if conversation_id not in self._live.pairs:
                page.reload()  # the comparison was left while it went on
            return
        self._early_events = None
        if turn.started is None:
            if error is not None and not isinstance(error, Cancelled):
                page.not_asked(error)
            page.show_in_middle(page.transcript if page.path else page.empty)
            return
        last = turn.events[-1] if turn.events else None
        if isinstance(last, TurnFinished):
            self._show_meter(last.usage.tokens_per_s or turn.pieces_per_s())
        if isinstance(last, TurnFailed) and isinstance(last.error, ModelTrouble):
            page.find_models()
        self.show_ended(turn.started.answer_id)

    def show_ended(self, answer_id: str) -> None:
        """Show an answer as it is kept."""
        page = self._page

        def there(message: Message) -> None:
            if message.conversation_id != page.conversation_id:
                return
            if all(one.message_id != answer_id for one in page.path):
                page.reload()
                return
            page.path = [message if one.message_id == answer_id else one for one in page.path]
            page.transcript.finish(message)
            announce(page.transcript, end_words(message), urgent=message.state == "failed")
            if message.state == "complete" and message.usage.answer_s:
                page.picker.set_loaded(message.model)  # an answer from the cache took no time and loads nothing
            if self._is_again_wanted:
                self.regenerate_last()

        def gone(_: BaseException) -> None:
            page.reload()

        self._bridge.call(page.store.message(answer_id), done=there, failed=gone, owner=self)


def _has_words(events: Sequence[TurnEvent]) -> bool:
    return any(isinstance(event, TextDelta | ThinkingDelta) for event in events)
