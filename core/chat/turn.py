"""The story of one question, top to bottom: gather context, build the prompt, stream the model, keep the answer.

Whoever reads the events may stop at any time, by closing the iterator or by cancelling the task that reads it, and
`aclose` stops all turns, read or not; what had arrived is kept as 'stopped'. A failure is an event, not an exception,
from the moment the question is stored.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from core.chat.answer_audit import AnswerAudit, AnswerAudits
from core.chat.answer_draft import AnswerDraft
from core.chat.chat_memory import ChatMemory, model_after
from core.chat.context import TurnContext, gather_context
from core.chat.context_window import ContextWindow, FittedContext, SummaryBy, Window
from core.chat.personas import Persona
from core.chat.prompt import build_prompt
from core.chat.prompt_marks import one_line
from core.chat.quoted_answer import nothing_found, quoted_answer
from core.chat.remembered_context import RememberedContext, with_remembered
from core.chat.rolling_summary import SummaryWriter
from core.chat.running_turns import RunningTurn, RunningTurns
from core.chat.sourced_context import MOST_TOKENS, with_passages
from core.chat.sourcing import AskedSources, Sourced, SourcesOf, model_below
from core.chat.titles import TitleOrder, Titles
from core.chat.token_estimate import TokenEstimator
from core.chat.turn_settings import TurnSettings
from core.clock import Clock
from core.conversations.conversation_store import Conversation, ConversationStore
from core.conversations.message_tree import Attachment, Message, MessageState, NewAttachment
from core.errors import HearthBug, HearthError, ModelTrouble, NothingToAnswer
from core.events import (
    ContextMeasured,
    TurnEvent,
    TurnFailed,
    TurnFinished,
    TurnStarted,
    UsedMemory,
)
from core.inference.gateway import Gateway
from core.inference.middleware import ModelCall
from core.inference.model_trouble import (
    ModelCannotSee,
    ModelNotInstalled,
    NoModelInstalled,
    ServerNotRunning,
    ServerNotSetUp,
)
from core.inference.served_models import place_of
from core.library.model_parameters import ModelParameters
from core.logs import Public
from core.metrics.timings import STOPPED, WHOLE, Stopwatch, Timings, TurnTiming
from models.language.language_model import ModelDetails
from models.language.messages import ChatRequest

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

_log = logging.getLogger("hearth.chat")
T = TypeVar("T")

# What a model can do is asked once and kept; a server that takes longer than this for it will take long for everything.
DETAILS_WITHIN_S = 3.0


class Unset(Enum):
    """`UNSET` as a parent means the message in sight; None would mean the beginning of the chat."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET
NO_WISHES: Final = ModelParameters()
# Then the owner's documents can still be quoted.
NO_MODEL_THERE = (NoModelInstalled, ModelNotInstalled, ServerNotRunning, ServerNotSetUp)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is about to be stored below `parent_id`."""

    parent_id: str | None
    text: str
    attachments: Sequence[NewAttachment | Attachment]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A stored question, and the empty answer below it."""

    conversation: Conversation
    question: Message
    answer: Message
    anew: bool
    persona: Persona | None = None
    wishes: ModelParameters = NO_WISHES  # for this message alone
    hint: str = ""  # for this message alone, from Hearth
    picked: Sequence[Passage] | None = None  # the passages to answer from, instead of looking any up
    quoting: bool = False  # the question holds words of another program


@dataclass(slots=True)
class _Run:
    """An answer while it is made."""

    asked: _Asked
    draft: AnswerDraft
    watch: Stopwatch
    turn: RunningTurn
    sourced: Sourced | None = None  # None as long as no documents were asked
    origins: tuple[str, ...] = ()  # of the context, as far as they are not to be trusted
    remembered: RememberedContext | None = None  # None where nothing was
    fitted: FittedContext | None = None  # without what was found and remembered for this question alone
    is_wish: bool = False  # a wish to remember something, which needs no model to be understood


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the model will be called."""

    settings: TurnSettings  # with the wishes for model, persona and message laid over them
    model: str
    window: Window
    sees: bool
    think: bool | None
    fixed: bool
    cacheable: bool


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
        self._settings = settings
        self._clock = clock
        self._timings = timings
        self._private = private
        self._persona_of = persona_of
        self._parameters_of = parameters_of
        self._sources_of = sources_of
        self._memory = memory
        self.audits = AnswerAudits(store, sources_of)
        self._estimator = TokenEstimator()
        self._window = ContextWindow(store, SummaryWriter(gateway, self._estimator), self._estimator)
        self.titles = Titles(store, gateway)
        self._first_offered = ""
        self._running = RunningTurns()
        self._ending: set[asyncio.Task[Any]] = set()

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

        async def asked() -> _Asked:
            if not text.strip() and not attachments:
                raise NothingToAnswer
            conversation = await self._store.get(conversation_id)
            parent = conversation.active_leaf_id if isinstance(parent_id, Unset) else parent_id
            begun = await self._begin(conversation, _Question(parent, text, attachments), model)
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

        async def asked() -> _Asked:
            answer = await self._store.message(answer_id)
            question = answer if answer.role == "user" else await self._question_of(answer)
            conversation = await self._store.get(answer.conversation_id)
            persona = await self._persona(conversation)
            begun = await self._empty_answer(question, self._known_model(conversation, persona, model))
            return _Asked(conversation, question, begun, True, persona, parameters, picked=sources)

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

        async def asked() -> _Asked:
            first = await self._store.message(question_id)
            attached = first.attachments if attachments is None else attachments
            if not text.strip() and not attached:
                raise NothingToAnswer
            conversation = await self._store.get(first.conversation_id)
            return await self._begin(conversation, _Question(first.parent_id, text, attached), model)

        return self._running.events(lambda turn: self._answer(turn, asked, fixed=False))

    async def warm(self, model: str = "") -> None:
        """Load the model that the next question will go to, with the window that it will have. Raises ModelTrouble."""
        settings = self._settings()
        wanted = model or settings.default_model or await self._first_model()
        details = await self._gateway.details(wanted)
        settings = settings.under(await self._wishes_for(wanted))
        window = Window.of(settings.context_tokens, trained=details.context_tokens)
        await self._gateway.warm(wanted, context_tokens=window.tokens, keep_alive_s=settings.keep_alive_s)

    async def aclose(self) -> None:
        """Stop all turns, and wait until everything that arrived is stored. VaultLocked to whoever asks afterwards."""
        await self._running.stop()
        self.titles.give_up()
        await self.titles.settle()
        if self._memory is not None:
            await self._memory.aclose()
        while self._ending:
            await asyncio.wait(set(self._ending))

    # ---- the story -----------------------------------------------------------------------------------------------

    async def _answer(
        self, turn: RunningTurn, asked_for: Callable[[], Awaitable[_Asked]], *, fixed: bool
    ) -> AsyncGenerator[TurnEvent, None]:
        watch = Stopwatch(self._clock)
        self.titles.give_up()
        if self._memory is not None:
            self._memory.give_up()
        with watch.stage("question"):
            asked = await self._stored(asked_for, watch)
        draft = AnswerDraft(self._store, asked.answer, watch)
        run = _Run(asked, draft, watch, turn)
        plan: _Plan | None = None
        try:
            yield self._started(asked)
            if self._memory is not None and not asked.anew:
                run.is_wish = self._memory.note(asked.question, quoting=asked.quoting)
            try:
                with watch.stage("context"):
                    plan = await self._plan(asked, fixed=fixed)
                    draft.model = plan.model
                    context, memories = await asyncio.gather(self._gather(asked, plan), self._recall(asked))
                    run.origins = context.untrusted
                    sources = await self._sources(asked)
                    if sources is not None:
                        draft.notices += _unread(asked.question, sources)
                    window = self._beside_passages(context, plan) if sources is not None else plan.window
                    if self._memory is not None:
                        window = self._window.beside_remembered(context, window, plan.window, memories, plan.model)
                if (size := self._window.size(context, plan.model)) > window.room:
                    yield ContextMeasured(size, plan.window.tokens)  # a sign of life: a summary may take a while
                with watch.stage("window"):
                    fitted = await self._window.fit(context, window=window, by=_summary_by(plan))
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
                if run.sourced is not None and run.sourced.query:
                    yield run.sourced.event
                if run.sourced is not None and run.sourced.says_nothing:
                    run.remembered = None
                    yield draft.say(nothing_found())
                else:
                    for told in run.remembered.events if run.remembered is not None else ():
                        yield told
                    yield ContextMeasured(fitted.used_tokens, plan.window.tokens)
                    with watch.stage("answer"):
                        async with aclosing(self._gateway.stream(_call(fitted, plan))) as pieces:
                            async for piece in pieces:
                                if (event := draft.take(piece)) is not None:
                                    yield event
                    if (measured := self._measured(draft, fitted, plan)) is not None:
                        yield measured
            except NO_MODEL_THERE as trouble:
                for event in await self._without_model(run, trouble):
                    yield event
        except HearthError as error:
            yield await self._ended(run, "failed", error=error)
        except (asyncio.CancelledError, GeneratorExit):
            turn.ending = await self._ended(run, "stopped")
            raise
        except Exception as bug:  # noqa: BLE001 - our own mistake must not cost the owner what has arrived
            _log.error("turn failed: %s", Public(type(bug).__name__), exc_info=bug)
            yield await self._ended(run, "failed", error=HearthBug(f"{type(bug).__name__}: {bug}"))
        else:
            ended = await self._ended(run, "complete")
            self._order_title(asked, draft, plan)
            self._learn(run, plan, ended)
            yield ended

    # ---- before the stream ---------------------------------------------------------------------------------------

    async def _stored(self, asked_for: Callable[[], Awaitable[_Asked]], watch: Stopwatch) -> _Asked:
        """Question and empty answer. Who stops in this moment leaves no answer behind that looks as if it went on."""
        storing = asyncio.ensure_future(asked_for())
        try:
            return await asyncio.shield(storing)
        except asyncio.CancelledError:

            async def stop() -> None:
                with suppress(HearthError):  # the question was refused after all: then there is no answer either
                    asked = await storing
                    await AnswerDraft(self._store, asked.answer, watch).finish("stopped")

            await self._to_the_end(stop())
            raise

    async def _begin(self, conversation: Conversation, asked: _Question, model: str | None) -> _Asked:
        """Question and empty answer in one commit, before any server is asked which model there is."""
        persona = await self._persona(conversation)
        question, answer = await self._store.append_exchange(
            conversation.conversation_id,
            parent_id=asked.parent_id,
            text=asked.text,
            attachments=asked.attachments,
            model=self._known_model(conversation, persona, model),
        )
        return _Asked(conversation, question, answer, False, persona)

    async def _empty_answer(self, question: Message, model: str) -> Message:
        return await self._store.append(
            question.conversation_id,
            parent_id=question.message_id,
            role="assistant",
            text="",
            model=model,
            state="streaming",
        )

    async def _persona(self, conversation: Conversation) -> Persona | None:
        """Who answers; None for nobody in particular, and for a persona that was deleted."""
        if not conversation.persona_id or self._persona_of is None:
            return None
        return await self._persona_of(conversation.persona_id)

    async def _wishes_for(self, model: str) -> ModelParameters:
        return NO_WISHES if self._parameters_of is None else await self._parameters_of(model)

    def _known_model(self, conversation: Conversation, persona: Persona | None, model: str | None) -> str:
        """The model to ask; empty where a server must be asked first."""
        of_persona = persona.model if persona is not None else ""
        known = model or conversation.model or of_persona or self._settings().default_model
        return known or self._first_offered

    async def _question_of(self, answer: Message) -> Message:
        if answer.parent_id is None:
            raise NothingToAnswer
        return await self._store.message(answer.parent_id)

    async def _first_model(self) -> str:
        """The first model on offer that chats and runs here; remembered until a turn with it fails."""
        if not self._first_offered:
            offered = [model.name for model in await self._gateway.models() if model.chats and not model.remote]
            if not offered:
                raise NoModelInstalled
            self._first_offered = offered[0]
        return self._first_offered

    def _started(self, asked: _Asked) -> TurnStarted:
        question_id = "" if asked.anew else asked.question.message_id
        return TurnStarted(asked.conversation.conversation_id, question_id, asked.answer.message_id, asked.answer.model)

    async def _plan(self, asked: _Asked, *, fixed: bool) -> _Plan:
        model = asked.answer.model or await self._first_model()
        wishes = asked.wishes.over(asked.persona.parameters) if asked.persona is not None else asked.wishes
        settings = self._settings().under(wishes.over(await self._wishes_for(model)))
        details = await self._details(model)
        if asked.question.attachments and details is not None and "vision" not in details.abilities:
            images = [item for item in asked.question.attachments if item.kind == "image"]
            if images:
                raise ModelCannotSee(model=place_of(model).model)
        thinks = details is not None and "thinking" in details.abilities
        return _Plan(
            settings=settings,
            model=model,
            window=Window.of(
                settings.context_tokens,
                trained=details.context_tokens if details else None,
                answer_limit=settings.sampling.max_tokens,
            ),
            sees=details is None or "vision" in details.abilities,
            think=settings.think if thinks else None,
            fixed=fixed,
            cacheable=not self._private and not asked.anew,
        )

    async def _details(self, model: str) -> ModelDetails | None:
        """None when the server will not tell, or not soon: the call itself finds the words for it, or a fallback."""
        try:
            async with asyncio.timeout(DETAILS_WITHIN_S):
                return await self._gateway.details(model)
        except (ModelTrouble, TimeoutError):
            return None

    async def _gather(self, asked: _Asked, plan: _Plan) -> TurnContext:
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
        )

    # ---- documents -----------------------------------------------------------------------------------------------

    async def _sources(self, asked: _Asked, *, nobody_else: bool = False) -> AskedSources | None:
        """None where no documents are asked. With `nobody_else` to answer, all are, if the owner has not chosen."""
        if asked.picked is not None:
            return AskedSources(picked=tuple(asked.picked))
        if self._sources_of is None or not asked.question.text.strip():
            return None
        return await self._sources_of.asked_by(asked.conversation, nobody_else=nobody_else)

    def _beside_passages(self, context: TurnContext, plan: _Plan) -> Window:
        return self._window.beside(context, plan.window, tokens=_room_for_passages(plan), model=plan.model)

    async def _with_sources(
        self, run: _Run, sources: AskedSources, fitted: FittedContext, plan: _Plan
    ) -> FittedContext:
        """Look the question up, and put what was found below it."""
        ask = model_below(fitted.context, _call(fitted, plan), self._gateway)
        follows = len(fitted.context.messages) > 1 or fitted.context.earlier is not None
        sourced = await sources.look_up(run.asked.question.text, ask=ask, follows=follows)
        room = min(_room_for_passages(plan), plan.window.room - fitted.used_tokens)
        asked = with_passages(
            fitted.context, sourced.passages, room_tokens=room, model=plan.model, estimator=self._estimator
        )
        run.sourced = sourced.given(asked.passages, asked.left_out)
        if sourced.passages and not asked.passages:
            raise self._window.too_long(fitted.context, plan.window, plan.model)
        run.origins = asked.context.untrusted
        return replace(fitted, context=asked.context, used_tokens=fitted.used_tokens + asked.used_tokens)

    # ---- memory --------------------------------------------------------------------------------------------------

    async def _recall(self, asked: _Asked) -> tuple[UsedMemory, ...]:
        return () if self._memory is None else await self._memory.recall(asked.question.text)

    async def _with_remembered(
        self, run: _Run, memories: Sequence[UsedMemory], fitted: FittedContext, plan: _Plan
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

    def _learn(self, run: _Run, plan: _Plan | None, ended: TurnFinished | TurnFailed) -> None:
        """Only from a turn that is kept and whole, and in whose context nothing came from documents, tools or pages."""
        if self._memory is None:
            return
        asked, draft = run.asked, run.draft
        is_clean = not run.origins and run.sourced is None and not asked.question.attachments
        is_new = not (asked.anew or asked.quoting or run.is_wish or draft.is_hearths)
        if plan is None or run.fitted is None or not isinstance(ended, TurnFinished) or not (is_clean and is_new):
            self._memory.go_on()
            return
        call = _call(run.fitted, plan)
        call = replace(call, request=replace(call.request, model=draft.model or plan.model))
        self._memory.learn(
            asked.question, model_after(run.fitted.context, draft.text, call, self._gateway, self._estimator)
        )

    # ---- without a model -----------------------------------------------------------------------------------------

    async def _without_model(self, run: _Run, trouble: ModelTrouble) -> list[TurnEvent]:
        """What the documents say, quoted, where no model can be asked. Raises `trouble` where they say nothing."""
        if run.draft.text or run.draft.thinking:
            raise trouble
        told: list[TurnEvent] = []
        if run.sourced is None and (sources := await self._sources(run.asked, nobody_else=True)) is not None:
            run.sourced = await sources.look_up(run.asked.question.text, ask=None, follows=False)
            told.append(run.sourced.event)
        if run.sourced is None or not (run.sourced.passages or run.sourced.says_nothing):
            raise trouble
        run.draft.notices.append(trouble.owner_sentence)
        if run.sourced.says_nothing:
            return [*told, run.draft.say(nothing_found())]
        run.origins = tuple(sorted({*run.origins, "document"}))
        return [*told, run.draft.say(quoted_answer(run.sourced.passages))]

    # ---- after the stream ----------------------------------------------------------------------------------------

    def _measured(self, draft: AnswerDraft, fitted: FittedContext, plan: _Plan) -> ContextMeasured | None:
        """What the server counted; the estimator learns from it."""
        usage = draft.usage
        if draft.model == plan.model:
            self._estimator.learn(plan.model, estimated=fitted.used_tokens, reported=usage.prompt_tokens)
        if usage.prompt_tokens is None or usage.answer_tokens is None:
            return None
        return ContextMeasured(usage.prompt_tokens + usage.answer_tokens, plan.window.tokens, exact=True)

    async def _ended(
        self, run: _Run, state: MessageState, *, error: HearthError | None = None
    ) -> TurnFinished | TurnFailed:
        """Keep the answer in its final state, whatever happens to the reader meanwhile."""
        run.turn.is_ending = True
        draft, watch = run.draft, run.watch
        if error is not None:
            self._first_offered = ""
        outcome = error.code if error else STOPPED if state == "stopped" else WHOLE
        try:
            await self._to_the_end(self._kept(run, state, error))
        except HearthError as trouble:  # what cannot be kept matters more than why it ended
            error, outcome = trouble, trouble.code
        self._timings.record_turn(
            TurnTiming(
                at=self._clock.now(),
                answer_id=draft.answer_id,
                conversation_id=run.asked.conversation.conversation_id,
                model=draft.model,
                outcome=outcome,
                stages=watch.stages,
                first_token_s=watch.first_token_s,
                total_s=watch.elapsed_s,
                usage=draft.usage,
            )
        )
        if error is not None:
            return TurnFailed(draft.answer_id, error)
        return TurnFinished(
            draft.answer_id,
            stopped=state == "stopped",
            usage=draft.usage,
            first_token_s=watch.first_token_s,
            total_s=watch.elapsed_s,
        )

    async def _kept(self, run: _Run, state: MessageState, error: HearthError | None) -> None:
        await run.draft.finish(state, error=error, origins=run.origins)
        if (audit := self._audit(run)) is not None:
            with suppress(HearthError):  # the answer is kept; what it was made from is not worth losing it
                await self.audits.keep(run.draft.answer_id, audit)
        if self._memory is not None and run.remembered is not None and run.draft.text:
            await self._memory.used([memory.memory_id for memory in run.remembered.memories])
        if (state != "complete" or run.draft.is_hearths) and not run.asked.conversation.title:
            await self.titles.name_for_now(run.asked.conversation.conversation_id, _in_words(run.asked.question))

    def _audit(self, run: _Run) -> AnswerAudit | None:
        """None where the answer was made of the chat alone."""
        stages, model, origins = dict(run.watch.stages), run.draft.model, run.origins
        audit = AnswerAudit(stages=stages, model=model, origins=tuple(origins))
        if run.sourced is not None:
            audit = run.sourced.audit(run.draft.text, model=model, origins=origins, stages=stages)
        if run.remembered is not None and run.remembered.used_tokens:
            return run.remembered.audit(audit)
        return audit if run.sourced is not None else None

    async def _to_the_end(self, work: Coroutine[Any, Any, T]) -> T:
        """Await `work`; a reader who goes away does not end it. `aclose` waits for what is left."""
        task = asyncio.ensure_future(work)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
        return await asyncio.shield(task)

    def _order_title(self, asked: _Asked, draft: AnswerDraft, plan: _Plan | None) -> None:
        answer = draft.text
        if plan is None or draft.is_hearths or not answer.strip():
            return
        if not plan.settings.titles or asked.conversation.title_by != "nobody":
            return
        self.titles.begin(
            TitleOrder(
                asked.conversation.conversation_id,
                question=_in_words(asked.question),
                answer=answer,
                model=draft.model,
                context_tokens=plan.window.tokens,
                think=None if plan.think is None and not draft.thinking else False,
                keep_alive_s=plan.settings.keep_alive_s,
                cacheable=plan.cacheable,
            )
        )


def _room_for_passages(plan: _Plan) -> int:
    return min(MOST_TOKENS, plan.window.room // 2)


def _unread(question: Message, sources: AskedSources) -> list[str]:
    """What its owner is told of the attachments of this question that cannot be read."""
    attached = {item.name for item in question.attachments}
    return [f"{one_line(name)}: {reason}" for name, reason in sources.unread if name in attached]


def _in_words(question: Message) -> str:
    return question.text.strip() or ", ".join(item.name for item in question.attachments)


def _call(fitted: FittedContext, plan: _Plan) -> ModelCall:
    settings = plan.settings
    return ModelCall(
        ChatRequest(
            model=plan.model,
            messages=build_prompt(fitted.context),
            sampling=settings.sampling,
            context_tokens=plan.window.tokens,
            think=plan.think,
            keep_alive_s=settings.keep_alive_s,
        ),
        purpose="chat",
        fallback_models=settings.fallback_models,
        fixed=plan.fixed,
        cacheable=plan.cacheable,
    )


def _summary_by(plan: _Plan) -> SummaryBy:
    return SummaryBy(
        plan.model,
        fallback_models=plan.settings.fallback_models,
        keep_alive_s=plan.settings.keep_alive_s,
        think=None if plan.think is None else False,
        cacheable=plan.cacheable,
    )
