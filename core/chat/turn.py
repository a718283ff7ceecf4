"""The story of one question, top to bottom: gather context, build the prompt, stream the model, keep the answer.

Whoever reads the events may stop at any time, by closing the iterator or by cancelling the task that reads it, and
`aclose` stops all turns, read or not; what had arrived is kept as 'stopped'. A failure is an event, not an exception,
from the moment the question is stored.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from core.chat.answer_audit import AnswerAudits
from core.chat.answer_draft import AnswerDraft
from core.chat.asked_question import NO_WISHES, UNSET, Asked, Questions, Unset
from core.chat.chat_memory import ChatMemory
from core.chat.context import TurnContext, gather_context
from core.chat.context_window import ContextWindow, FittedContext, Window
from core.chat.personas import Persona
from core.chat.prompt_marks import one_line
from core.chat.quoted_answer import nothing_found, quoted_answer
from core.chat.remembered_context import with_remembered
from core.chat.rolling_summary import SummaryWriter
from core.chat.running_turns import RunningTurn, RunningTurns
from core.chat.sourced_context import asked_of, with_passages
from core.chat.sourcing import AskedSources, SourcesOf, model_below
from core.chat.titles import Titles
from core.chat.token_estimate import TokenEstimator
from core.chat.turn_ending import AnswerRun, TurnEnding
from core.chat.turn_plan import TurnPlan, TurnPlans
from core.chat.turn_settings import TurnSettings
from core.clock import Clock
from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Attachment, Message, NewAttachment
from core.errors import HearthBug, HearthError, ModelTrouble
from core.events import ContextMeasured, TurnEvent, TurnStarted, UsedMemory
from core.inference.gateway import Gateway
from core.inference.model_trouble import ModelNotInstalled, NoModelInstalled, ServerNotRunning, ServerNotSetUp
from core.library.model_parameters import ModelParameters
from core.logs import Public
from core.metrics.timings import Stopwatch, Timings

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

_log = logging.getLogger("hearth.chat")
# Then the owner's documents can still be quoted.
NO_MODEL_THERE = (NoModelInstalled, ModelNotInstalled, ServerNotRunning, ServerNotSetUp)


class Turns:
    """Asks questions in the chats of one store. Several turns may run at once, also in the same chat.

    `settings` is read at the beginning of each turn. `persona_of` knows the persona with an id, `parameters_of` the
    owner's wishes for a model, `sources_of` the documents that a chat asks, `memory` what is remembered; without them
    there are none.
    """

    def __init__(
        self,
        store: ConversationStore,
        gateway: Gateway,
        settings: Callable[[], TurnSettings],
        *,
        clock: Clock,
        timings: Timings,
        private: bool = False,
        persona_of: Callable[[str], Awaitable[Persona | None]] | None = None,
        parameters_of: Callable[[str], Awaitable[ModelParameters]] | None = None,
        sources_of: SourcesOf | None = None,
        memory: ChatMemory | None = None,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._sources_of = sources_of
        self._memory = memory
        self.audits = AnswerAudits(store, sources_of)
        self.titles = Titles(store, gateway)
        self._estimator = TokenEstimator()
        self._window = ContextWindow(store, SummaryWriter(gateway, self._estimator), self._estimator)
        self._plans = TurnPlans(gateway, settings, private=private, parameters_of=parameters_of)
        self._questions = Questions(store, persona_of=persona_of, usual_model=self._plans.usual_model)
        self._ending = TurnEnding(
            gateway,
            audits=self.audits,
            titles=self.titles,
            memory=memory,
            estimator=self._estimator,
            timings=timings,
            clock=clock,
        )
        self._running = RunningTurns()

    # ---- three ways to ask ---------------------------------------------------------------------------------------

    def ask(
        self,
        conversation_id: str,
        text: str,
        *,
        attachments: Sequence[NewAttachment | Attachment] = (),
        model: str | None = None,
        parent_id: str | Unset | None = UNSET,
        parameters: ModelParameters = NO_WISHES,
        hint: str = "",
        quoting: bool = False,
    ) -> AsyncGenerator[TurnEvent, None]:
        """Store a question below `parent_id` and answer it. NothingToAnswer when it is empty.

        `parameters` hold for this answer alone, before those of persona, model and settings; so does `hint`, a line of
        Hearth's for the model, which is not stored. `quoting`: words of another program stand in the question, such as
        selected text; nothing is learnt from it.
        """

        async def asked() -> Asked:
            begun = await self._questions.new(conversation_id, text, attachments, parent_id=parent_id, model=model)
            return replace(begun, wishes=parameters, hint=hint, quoting=quoting)

        return self._running.events(lambda turn: self._answer(turn, asked, fixed=False))

    def regenerate(
        self,
        answer_id: str,
        *,
        model: str | None = None,
        parameters: ModelParameters = NO_WISHES,
        sources: Sequence[Passage] | None = None,
    ) -> AsyncGenerator[TurnEvent, None]:
        """Answer the same question again, beside the answer that is there; with `model`, by exactly that one.

        With `sources`, from exactly these passages.
        """

        async def asked() -> Asked:
            return replace(await self._questions.again(answer_id, model=model), wishes=parameters, picked=sources)

        return self._running.events(lambda turn: self._answer(turn, asked, fixed=model is not None))

    def edit_and_resend(
        self,
        question_id: str,
        text: str,
        *,
        model: str | None = None,
        attachments: Sequence[NewAttachment | Attachment] | None = None,
    ) -> AsyncGenerator[TurnEvent, None]:
        """Ask otherwise, beside the first question; without `attachments`, with those that it had."""

        async def asked() -> Asked:
            return await self._questions.otherwise(question_id, text, attachments, model=model)

        return self._running.events(lambda turn: self._answer(turn, asked, fixed=False))

    async def warm(self, model: str = "") -> None:
        """Load the model that the next question will go to, with the window that it will have. Raises ModelTrouble."""
        await self._plans.warm(model)

    async def aclose(self) -> None:
        """Stop all turns, and wait until everything that arrived is stored. VaultLocked to whoever asks afterwards."""
        await self._running.stop()
        self.titles.give_up()
        await self.titles.settle()
        if self._memory is not None:
            await self._memory.aclose()
        await self._ending.settle()

    # ---- the story -----------------------------------------------------------------------------------------------

    async def _answer(
        self, turn: RunningTurn, asked_for: Callable[[], Awaitable[Asked]], *, fixed: bool
    ) -> AsyncGenerator[TurnEvent, None]:
        watch = Stopwatch(self._clock)
        self.titles.give_up()
        if self._memory is not None:
            self._memory.give_up()
        with watch.stage("question"):
            asked = await self._stored(asked_for, watch)
        draft = AnswerDraft(self._store, asked.answer, watch)
        run = AnswerRun(asked, draft, watch, turn)
        try:
            yield self._started(asked)
            if self._memory is not None and not asked.anew:
                run.is_wish = self._memory.note(asked.question, quoting=asked.quoting)
            try:
                with watch.stage("context"):
                    run.plan = plan = await self._plans.plan(asked, fixed=fixed)
                    draft.model = plan.model
                    context, memories = await asyncio.gather(self._gather(asked, plan), self._recall(asked))
                    run.origins = context.untrusted
                    sources = await self._sources(asked, long_text=plan.room_for_texts)
                    if sources is not None:
                        draft.notices += _unread(asked.question, sources)
                    window = self._beside_passages(context, plan) if sources is not None else plan.window
                    if self._memory is not None:
                        window = self._window.beside_remembered(context, window, plan.window, memories, plan.model)
                if (size := self._window.size(context, plan.model)) > window.room:
                    yield ContextMeasured(size, plan.window.tokens)  # a sign of life: a summary may take a while
                with watch.stage("window"):
                    fitted = await self._window.fit(context, window=window, by=plan.summary_by)
                draft.notices += [*context.notices, *fitted.notices]
                if fitted.summarised is not None:
                    yield fitted.summarised
                run.fitted = fitted
                if memories or fitted.context.earlier is not None:
                    with watch.stage("memory"):
                        fitted = await self._with_remembered(run, memories, fitted, plan)
                if sources is not None:
                    with watch.stage("sources"):
                        fitted = await self._with_sources(run, sources, fitted, plan)
                if run.origins:
                    await self._store.mark_origins(draft.answer_id, run.origins)
                if run.sourced is not None and (run.sourced.query or run.sourced.passages):
                    yield run.sourced.event
                if run.sourced is not None and run.sourced.says_nothing:
                    run.remembered = None
                    yield draft.say(nothing_found())
                else:
                    for told in run.remembered.events if run.remembered is not None else ():
                        yield told
                    yield ContextMeasured(fitted.used_tokens, plan.window.tokens)
                    with watch.stage("answer"):
                        async with aclosing(self._gateway.stream(plan.call(fitted.context))) as pieces:
                            async for piece in pieces:
                                if (event := draft.take(piece)) is not None:
                                    yield event
                    if (measured := self._measured(draft, fitted, plan)) is not None:
                        yield measured
            except NO_MODEL_THERE as trouble:
                for event in await self._without_model(run, trouble):
                    yield event
        except HearthError as error:
            yield await self._failed(run, error)
        except (asyncio.CancelledError, GeneratorExit):
            turn.ending = await self._ending.ended(run, "stopped")
            raise
        except Exception as bug:  # noqa: BLE001 - our own mistake must not cost the owner what has arrived
            _log.error("turn failed: %s", Public(type(bug).__name__), exc_info=bug)
            yield await self._failed(run, HearthBug(f"{type(bug).__name__}: {bug}"))
        else:
            ended = await self._ending.ended(run, "complete")
            self._ending.order_title(run)
            self._ending.learn(run, ended)
            yield ended

    async def _failed(self, run: AnswerRun, error: HearthError) -> TurnEvent:
        self._plans.look_again()
        return await self._ending.ended(run, "failed", error=error)

    # ---- before the stream ---------------------------------------------------------------------------------------

    async def _stored(self, asked_for: Callable[[], Awaitable[Asked]], watch: Stopwatch) -> Asked:
        """Question and empty answer. Who stops in this moment leaves no answer behind that looks as if it went on."""
        storing = asyncio.ensure_future(asked_for())
        try:
            return await asyncio.shield(storing)
        except asyncio.CancelledError:

            async def stop() -> None:
                with suppress(HearthError):  # the question was refused after all: then there is no answer either
                    asked = await storing
                    await AnswerDraft(self._store, asked.answer, watch).finish("stopped")

            await self._ending.to_the_end(stop())
            raise

    def _started(self, asked: Asked) -> TurnStarted:
        question_id = "" if asked.anew else asked.question.message_id
        return TurnStarted(asked.conversation.conversation_id, question_id, asked.answer.message_id, asked.answer.model)

    async def _gather(self, asked: Asked, plan: TurnPlan) -> TurnContext:
        path = await self._store.tail(asked.question.message_id)
        return await gather_context(
            self._store,
            path,
            instructions=(
                plan.settings.instructions,
                asked.persona.instructions if asked.persona is not None else "",
                asked.conversation.instructions,
            ),
            sees=plan.sees,
            hint=asked.hint,
            text_tokens=None if self._sources_of is None else plan.room_for_texts,
        )

    # ---- documents -----------------------------------------------------------------------------------------------

    async def _sources(self, asked: Asked, *, nobody_else: bool = False, long_text: int = 0) -> AskedSources | None:
        """None where no documents are asked. With `nobody_else` to answer, all are, if the owner has not chosen.

        Attached texts of at least `long_text` tokens, so of more bytes, are documents, too.
        """
        if asked.picked is not None:
            return AskedSources(picked=tuple(asked.picked))
        if self._sources_of is None or not (asked.question.text.strip() or asked.question.attachments):
            return None
        return await self._sources_of.asked_by(asked.conversation, nobody_else=nobody_else, long_text=long_text)

    def _beside_passages(self, context: TurnContext, plan: TurnPlan) -> Window:
        return self._window.beside(context, plan.window, tokens=plan.room_for_passages, model=plan.model)

    async def _with_sources(
        self, run: AnswerRun, sources: AskedSources, fitted: FittedContext, plan: TurnPlan
    ) -> FittedContext:
        """Look the question up, and put what was found below it."""
        ask = model_below(fitted.context, plan.call(fitted.context), self._gateway)
        follows = len(fitted.context.messages) > 1 or fitted.context.earlier is not None
        question = run.asked.question
        sourced = await sources.look_up(question.text, ask=ask, follows=follows, attached=_names(question))
        room = min(plan.room_for_passages, plan.window.room - fitted.used_tokens)
        asked = with_passages(
            fitted.context,
            sourced.passages,
            room_tokens=room,
            model=plan.model,
            estimator=self._estimator,
            asked_of=asked_of(question.text, must_be_found=sourced.must_be_found),
        )
        run.sourced = sourced.given(asked.passages, asked.left_out)
        if sourced.passages and not asked.passages:
            raise self._window.too_long(fitted.context, plan.window, plan.model)
        run.origins = asked.context.untrusted
        return replace(fitted, context=asked.context, used_tokens=fitted.used_tokens + asked.used_tokens)

    # ---- memory --------------------------------------------------------------------------------------------------

    async def _recall(self, asked: Asked) -> tuple[UsedMemory, ...]:
        return () if self._memory is None else await self._memory.recall(asked.question.text)

    async def _with_remembered(
        self, run: AnswerRun, memories: Sequence[UsedMemory], fitted: FittedContext, plan: TurnPlan
    ) -> FittedContext:
        """Put memories, and turns that no longer fit but matter for the question, below it."""
        earlier = [] if self._memory is None else await self._memory.earlier(run.asked.question, fitted.context)
        run.remembered = with_remembered(
            fitted.context,
            memories,
            earlier,
            room_tokens=min(plan.window.room // 4, plan.window.room - fitted.used_tokens),
            model=plan.model,
            estimator=self._estimator,
        )
        used = fitted.used_tokens + run.remembered.used_tokens
        return replace(fitted, context=run.remembered.context, used_tokens=used)

    # ---- without a model -----------------------------------------------------------------------------------------

    async def _without_model(self, run: AnswerRun, trouble: ModelTrouble) -> list[TurnEvent]:
        """What the documents say, quoted, where no model can be asked. Raises `trouble` where they say nothing."""
        if run.draft.text or run.draft.thinking:
            raise trouble
        told: list[TurnEvent] = []
        if run.sourced is None and (sources := await self._sources(run.asked, nobody_else=True)) is not None:
            question = run.asked.question
            run.sourced = await sources.look_up(question.text, ask=None, follows=False, attached=_names(question))
            run.draft.notices += [line for line in _unread(question, sources) if line not in run.draft.notices]
            told.append(run.sourced.event)
        if run.sourced is None or not (run.sourced.passages or run.sourced.says_nothing):
            raise trouble
        run.draft.notices.append(trouble.owner_sentence)
        if run.sourced.says_nothing:
            return [*told, run.draft.say(nothing_found())]
        run.origins = tuple(sorted({*run.origins, "document"}))
        return [*told, run.draft.say(quoted_answer(run.sourced.passages))]

    # ---- after the stream ----------------------------------------------------------------------------------------

    def _measured(self, draft: AnswerDraft, fitted: FittedContext, plan: TurnPlan) -> ContextMeasured | None:
        """What the server counted; the estimator learns from it."""
        usage = draft.usage
        if draft.model == plan.model:
            self._estimator.learn(plan.model, estimated=fitted.used_tokens, reported=usage.prompt_tokens)
        if usage.prompt_tokens is None or usage.answer_tokens is None:
            return None
        return ContextMeasured(usage.prompt_tokens + usage.answer_tokens, plan.window.tokens, exact=True)


def _names(question: Message) -> frozenset[str]:
    return frozenset(item.name for item in question.attachments)


def _unread(question: Message, sources: AskedSources) -> list[str]:
    """What its owner is told of the attachments of this question that cannot be read."""
    attached = _names(question)
    return [f"{one_line(name)}: {reason}" for name, reason in sources.unread if name in attached]
