"""Asks two models of one chat page the same question, shows both answers, and keeps the vote."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core.chat.comparison import Comparison, comparison_of, question_of, store_question
from core.chat.votes import Choice, Vote
from core.conversations.message_tree import Message
from core.errors import Cancelled
from core.events import TurnEvent, TurnStarted
from desktop.chat.compare_bar import CompareBar
from desktop.chat.comparison_view import SIDES, ComparisonView
from desktop.chat.live_turns import LiveTurn, LiveTurns, Pair
from desktop.chat.model_choices import choices_of

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.chat.turn import Turns
    from core.conversations.conversation_rows import Conversation
    from core.inference.served_models import ServedModel
    from desktop.bridge import Bridge
    from desktop.chat.chat_page import ChatPage
    from desktop.chat.composer import Draft


class Comparing(QObject):
    """Made by the page when it is first needed. Answers are siblings below their question, as with “answer again”."""

    def __init__(
        self,
        page: ChatPage,
        bridge: Bridge,
        assistant: Assistant,
        *,
        live: LiveTurns,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._assistant = assistant
        self._live = live
        self._report = report
        self._begun: set[str] = set()  # answers of which the column knows
        self.bar = CompareBar(page)
        self.bar.hide()
        self.view = ComparisonView(load_attachment=page.load_attachment)
        self.bar.closed.connect(self.end)
        self.bar.refresh_requested.connect(page.find_models)
        self.view.closed.connect(self.leave)
        self.view.voted.connect(self._vote)
        self.view.taken.connect(self._take)
        self.view.link_activated.connect(page.link_activated)
        self.view.stop_wanted.connect(lambda side: live.stop(page.conversation_id, side=side))
        self.view.retry_wanted.connect(self._retry)
        live.side_grew.connect(self._grow)
        live.side_ended.connect(self._ended)

    # ---- which models ----------------------------------------------------------------------------------------------

    @property
    def is_wanted(self) -> bool:
        """Whether the next question goes to two models."""
        return not self.bar.isHidden()

    @property
    def is_shown(self) -> bool:
        """Whether a comparison is on the screen instead of the transcript."""
        return self._pair is not None and self._page.is_in_middle(self.view)

    def choose(self) -> None:
        """Let the owner choose two models for what is asked next."""
        self.take_models(self._page.models)
        self.bar.show()
        self._page.picker.hide()
        self.bar.pickers[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not all(self.bar.pair()):
            self._bridge.call(self._assistant.votes.last_pair(), done=self._remember, failed=self._report, owner=self)

    def end(self) -> None:
        """The next question goes to one model again."""
        self.bar.hide()
        self._page.picker.show()
        self._page.composer.focus_editor()

    def take_models(self, models: Sequence[ServedModel]) -> None:
        """What the servers offer now."""
        self.bar.set_models(choices_of(models))

    def _remember(self, voted: tuple[str, str] | None) -> None:
        """The pair that was voted about last; without one, this chat's model and the next one on offer."""
        offered = [model.name for model in self._page.models]
        known = [name for name in (*(voted or ()), self._page.chosen_model, *offered) if name in offered]
        first, second, *_ = [*dict.fromkeys(known), "", ""]
        if not all(self.bar.pair()):
            self.bar.set_pair(first, second)

    # ---- three ways to begin ---------------------------------------------------------------------------------------

    def ask(self, draft: Draft) -> None:
        """Put a new question to both models."""
        page, (first, second) = self._page, self.bar.pair()
        if not first or not second:
            page.composer.refuse(self.tr("Choose two models to compare first."))
            return
        pair = [first, second]
        blind = self.bar.blind.isChecked()
        if blind:
            random.shuffle(pair)  # it only hides which is which from the person who looks
        store, conversation, persona_id = page.store, page.conversation, page.shelf.persona_id
        folder_id = None if page.private else page.new_chat_folder
        begin = page.shelf.sources.starting()

        async def asked() -> tuple[Conversation, Message]:
            chat = conversation or await begin(store.create(folder_id=folder_id, model=first, persona_id=persona_id))
            question = await store_question(store, chat.conversation_id, draft.text, attachments=draft.attachments)
            return chat, question

        def there(made: tuple[Conversation, Message]) -> None:
            chat, question = made
            if page.conversation_id == (conversation.conversation_id if conversation else ""):
                page.adopt(chat)
                self._show(Pair(question.message_id, dict(zip(SIDES, pair, strict=True)), blind=blind), question)
                self._start(*SIDES)

        self._bridge.call(asked(), done=there, failed=page.not_asked, owner=self)

    def with_model(self, answer_id: str, model: str) -> None:
        """Let another model answer the question of this answer, beside it."""
        answer = next((one for one in self._page.path if one.message_id == answer_id), None)
        if answer is None or self._page.busy:
            return
        models = dict(zip(SIDES, (answer.model, model), strict=True))

        def there(question: Message) -> None:
            if answer.conversation_id == self._page.conversation_id and not self._page.busy:
                self._show(Pair(question.message_id, models, {SIDES[0]: answer_id}), question)
                self.view.columns[SIDES[0]].finish(answer)
                self._start(SIDES[1])

        self._bridge.call(question_of(self._page.store, answer_id), done=there, failed=self._report, owner=self)

    def side_by_side(self, answer_id: str) -> None:
        """Show an answer beside the one that another model gave to the same question."""

        def there(found: Comparison | None) -> None:
            if found is None:
                self._page.toasts.show(self.tr("No other model has answered this question yet."))
            elif found.question.conversation_id == self._page.conversation_id:
                answers = dict(zip(SIDES, (found.first, found.second), strict=True))
                models = {side: answer.model for side, answer in answers.items()}
                ids = {side: answer.message_id for side, answer in answers.items()}
                self._show(Pair(found.question.message_id, models, ids), found.question)
                for side, answer in answers.items():
                    self.view.columns[side].finish(answer)
                self.view.refresh()
                self._show_vote()

        self._bridge.call(comparison_of(self._page.store, answer_id), done=there, failed=self._report, owner=self)

    # ---- on the screen ---------------------------------------------------------------------------------------------

    @property
    def _pair(self) -> Pair | None:
        return self._live.pairs.get(self._page.conversation_id)

    def _show(self, pair: Pair, question: Message) -> None:
        self._live.pairs[question.conversation_id] = pair
        self._begun.clear()
        words = question.text or ", ".join(item.name for item in question.attachments)
        self.view.show_pair(words, pair.models, blind=pair.blind, kept=not self._page.private)
        self._page.show_in_middle(self.view)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resume(self) -> None:
        """The chat on the screen was left while two answers were compared: show them again."""
        pair, conversation_id = self._pair, self._page.conversation_id
        if pair is None:
            return
        store = self._page.store

        async def read() -> tuple[Message, dict[str, Message]]:
            answers = {side: await store.message(answer_id) for side, answer_id in pair.answers.items()}
            return await store.message(pair.question_id), answers

        def there(found: tuple[Message, dict[str, Message]]) -> None:
            if conversation_id != self._page.conversation_id or self._pair is not pair:
                return
            question, answers = found
            self._show(pair, question)
            for side in SIDES:
                turn, answer = self._live.live(conversation_id, side=side), answers.get(side)
                if turn is not None and answer is not None:
                    self._begin(turn, answer)
                elif answer is not None:
                    self.view.columns[side].finish(answer)
                elif turn is None:
                    self.view.columns[side].fail()
            self.view.refresh()
            self._show_vote()

        def gone(_: BaseException) -> None:
            self._live.pairs.pop(conversation_id, None)

        self._bridge.call(read(), done=there, failed=gone, owner=self)

    def leave(self) -> None:
        """Back to the transcript, with the branch that is active now."""
        self._live.pairs.pop(self._page.conversation_id, None)
        self._page.reload()
        self._page.composer.focus_editor()

    def _show_vote(self) -> None:
        pair = self._pair
        if pair is not None and not self._page.private:
            first, second = (pair.models[side] for side in SIDES)
            self._bridge.call(
                self._assistant.votes.of(pair.question_id, first=first, second=second),
                done=lambda choice: self.view.show_choice(choice) if choice and self._pair is pair else None,
                failed=self._report,
                owner=self,
            )

    # ---- answers grow ----------------------------------------------------------------------------------------------

    def _start(self, *sides: str) -> None:
        pair, page = self._pair, self._page
        if pair is None:
            return
        turns, question_id = page.turns(), pair.question_id
        for side in sides:
            model = pair.models[side]
            pair.answers.pop(side, None)
            self.view.columns[side].wait()
            ask = partial(self._asked_again, turns, question_id, model)
            self._live.start(page.conversation_id, ask, side=side)
        self.view.refresh()

    @staticmethod
    def _asked_again(turns: Callable[[], Turns], question_id: str, model: str) -> AsyncIterator[TurnEvent]:
        return turns().regenerate(question_id, model=model)

    def _retry(self, side: str) -> None:
        if self._live.live(self._page.conversation_id, side=side) is None:
            self._start(side)

    def _grow(self, turn: LiveTurn, events: list[TurnEvent]) -> None:
        if turn.conversation_id != self._page.conversation_id or self._pair is None or turn.started is None:
            return
        if turn.started.answer_id in self._begun:
            self.view.columns[turn.side].grow(events, rate=turn.pieces_per_s())
        elif any(isinstance(event, TurnStarted) for event in events):
            self._bridge.call(
                self._page.store.message(turn.started.answer_id),
                done=lambda answer: self._begin(turn, answer),
                failed=self._report,
                owner=self,
            )

    def _begin(self, turn: LiveTurn, answer: Message) -> None:
        running = self._live.live(turn.conversation_id, side=turn.side) is turn
        if running and turn.conversation_id == self._page.conversation_id and answer.message_id not in self._begun:
            self._begun.add(answer.message_id)
            column = self.view.columns[turn.side]
            column.begin(answer, turn.events, waited_s=turn.running_s())
            column.grow((), rate=turn.pieces_per_s())

    def _ended(self, turn: LiveTurn, error: BaseException | None) -> None:
        if turn.conversation_id != self._page.conversation_id or self._pair is None:
            return
        column = self.view.columns[turn.side]
        if turn.started is None:
            column.fail()
            self.view.refresh()
            if error is not None and not isinstance(error, Cancelled):
                self._report(error)
            return

        def there(answer: Message) -> None:
            if self._pair is not None and self._pair.answers.get(turn.side) == answer.message_id:
                column.finish(answer)
                self.view.refresh()
                self.view.tell_end()
                if answer.state == "complete":
                    self._page.picker.set_loaded(answer.model)

        self._bridge.call(self._page.store.message(turn.started.answer_id), done=there, failed=self._report, owner=self)

    # ---- the vote --------------------------------------------------------------------------------------------------

    def _vote(self, choice: Choice) -> None:
        pair, page = self._pair, self._page
        if pair is None:
            return
        pair.blind = False
        if not page.private:
            vote = Vote(pair.question_id, pair.models[SIDES[0]], pair.models[SIDES[1]], choice)
            self._bridge.call(self._assistant.votes.vote(vote), failed=self._report, owner=self)
        better = {"first": SIDES[0], "second": SIDES[1]}.get(choice)
        if better is not None:
            self._activate(pair.answers[better])

    def _take(self, side: str) -> None:
        """Go on with this answer, voted for or not."""
        pair = self._pair
        if pair is not None and side in pair.answers and not self._page.busy:
            self._activate(pair.answers[side], then=self.leave)

    def _activate(self, answer_id: str, *, then: Callable[[], None] = lambda: None) -> None:
        self._bridge.call(self._page.store.activate(answer_id), done=lambda _: then(), failed=self._report, owner=self)
