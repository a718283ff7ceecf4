"""`TurnEnding`: an answer is kept in its final state and measured; then its chat is named, and it is learnt from."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from core.chat.answer_audit import AnswerAudit, AnswerAudits
from core.chat.answer_draft import AnswerDraft
from core.chat.asked_question import Asked
from core.chat.chat_memory import ChatMemory, model_after
from core.chat.context_window import FittedContext
from core.chat.remembered_context import RememberedContext
from core.chat.running_turns import RunningTurn
from core.chat.sourcing import Sourced
from core.chat.titles import TitleOrder, Titles
from core.chat.token_estimate import TokenEstimator
from core.chat.turn_plan import TurnPlan
from core.clock import Clock
from core.conversations.message_tree import MessageState
from core.errors import HearthError
from core.events import TurnFailed, TurnFinished
from core.inference.gateway import Gateway
from core.metrics.timings import STOPPED, WHOLE, Stopwatch, Timings, TurnTiming

T = TypeVar("T")


@dataclass(slots=True)
class AnswerRun:
    """An answer while it is made."""

    asked: Asked
    draft: AnswerDraft
    watch: Stopwatch
    turn: RunningTurn
    plan: TurnPlan | None = None  # None as long as it is not known how the model will be called
    sourced: Sourced | None = None  # None as long as no documents were asked
    origins: tuple[str, ...] = ()  # of the context, as far as they are not to be trusted
    remembered: RememberedContext | None = None  # None where nothing was
    fitted: FittedContext | None = None  # without what was found and remembered for this question alone
    is_wish: bool = False  # a wish to remember something, which needs no model to be understood

    @property
    def audit(self) -> AnswerAudit | None:
        """What the answer was made from; None where that was the chat alone."""
        stages, model, origins = dict(self.watch.stages), self.draft.model, self.origins
        audit = AnswerAudit(stages=stages, model=model, origins=tuple(origins))
        if self.sourced is not None:
            audit = self.sourced.audit(self.draft.text, model=model, origins=origins, stages=stages)
        if self.remembered is not None and self.remembered.used_tokens:
            return self.remembered.audit(audit)
        return audit if self.sourced is not None else None


class TurnEnding:
    """Ends the turns of one store. Nobody who reads a turn can hinder it."""

    def __init__(
        self,
        gateway: Gateway,
        *,
        audits: AnswerAudits,
        titles: Titles,
        memory: ChatMemory | None,
        estimator: TokenEstimator,
        timings: Timings,
        clock: Clock,
    ) -> None:
        self._gateway = gateway
        self._audits = audits
        self._titles = titles
        self._memory = memory
        self._estimator = estimator
        self._timings = timings
        self._clock = clock
        self._ending: set[asyncio.Task[Any]] = set()

    async def ended(
        self, run: AnswerRun, state: MessageState, *, error: HearthError | None = None
    ) -> TurnFinished | TurnFailed:
        """Keep the answer in its final state, whatever happens to the reader meanwhile."""
        run.turn.is_ending = True
        draft, watch = run.draft, run.watch
        outcome = error.code if error else STOPPED if state == "stopped" else WHOLE
        try:
            await self.to_the_end(self._kept(run, state, error))
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

    async def _kept(self, run: AnswerRun, state: MessageState, error: HearthError | None) -> None:
        await run.draft.finish(state, error=error, origins=run.origins)
        if (audit := run.audit) is not None:
            with suppress(HearthError):  # the answer is kept; what it was made from is not worth losing it
                await self._audits.keep(run.draft.answer_id, audit)
        if self._memory is not None and run.remembered is not None and run.draft.text:
            await self._memory.used([memory.memory_id for memory in run.remembered.memories])
        if (state != "complete" or run.draft.is_hearths) and not run.asked.conversation.title:
            await self._titles.name_for_now(run.asked.conversation.conversation_id, run.asked.in_words)

    async def to_the_end(self, work: Coroutine[Any, Any, T]) -> T:
        """Await `work`; a reader who goes away does not end it. `settle` waits for what is left."""
        task = asyncio.ensure_future(work)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
        return await asyncio.shield(task)

    async def settle(self) -> None:
        """Wait until everything that was to be kept is."""
        while self._ending:
            await asyncio.wait(set(self._ending))

    # ---- after a whole answer ------------------------------------------------------------------------------------

    def order_title(self, run: AnswerRun) -> None:
        """Have a chat named that nobody has named."""
        asked, draft, plan = run.asked, run.draft, run.plan
        answer = draft.text
        if plan is None or draft.is_hearths or not answer.strip():
            return
        if not plan.settings.titles or asked.conversation.title_by != "nobody":
            return
        self._titles.begin(
            TitleOrder(
                asked.conversation.conversation_id,
                question=asked.in_words,
                answer=answer,
                model=draft.model,
                context_tokens=plan.window.tokens,
                think=None if plan.think is None and not draft.thinking else False,
                keep_alive_s=plan.settings.keep_alive_s,
                cacheable=plan.cacheable,
            )
        )

    def learn(self, run: AnswerRun, ended: TurnFinished | TurnFailed) -> None:
        """Only from a turn that is kept and whole, and in whose context nothing came from documents, tools or pages."""
        if self._memory is None:
            return
        asked, draft, plan = run.asked, run.draft, run.plan
        is_clean = not run.origins and run.sourced is None and not asked.question.attachments
        is_new = not (asked.anew or asked.quoting or run.is_wish or draft.is_hearths)
        if plan is None or run.fitted is None or not isinstance(ended, TurnFinished) or not (is_clean and is_new):
            self._memory.go_on()
            return
        context = run.fitted.context
        call = plan.call(context)
        call = replace(call, request=replace(call.request, model=draft.model or plan.model))
        self._memory.learn(asked.question, model_after(context, draft.text, call, self._gateway, self._estimator))
