"""`ContextWindow`: makes a turn's context fit the model's window, by notes on the oldest messages; never in silence.

The messages that stay begin with a question and fill about half of the room, so that the next summary is many turns
away and the prompt's prefix stays what it is until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.chat.context import EarlierPart, TurnContext
from core.chat.prompt import build_prompt
from core.chat.remembered_context import MOST_EARLIER_TOKENS, MOST_MEMORY_TOKENS
from core.chat.rolling_summary import SummaryRequest, SummaryWriter, WrittenSummary
from core.chat.token_estimate import TokenEstimator
from core.conversations.conversation_store import ConversationStore
from core.events import ContextSummarised, UsedMemory
from core.inference.model_trouble import MessageTooLong
from core.inference.served_models import place_of
from core.wording import worded

_KEPT_SHARE = 0.5
_MOST_RESERVED = 2048
_MOST_SUMMARY_TOKENS = 800


@dataclass(frozen=True, slots=True)
class Window:
    """A model's window of `tokens`, of which `reserve` are left for the answer."""

    tokens: int
    reserve: int

    @classmethod
    def of(cls, wanted: int, *, trained: int | None, answer_limit: int | None = None) -> Window:
        """What the owner wants, as far as the model was made for it. A quarter, at most 2,048, is for the answer."""
        tokens = min(wanted, trained) if trained else wanted
        reserve = min(tokens // 4, _MOST_RESERVED)
        return cls(tokens, min(reserve, answer_limit) if answer_limit else reserve)

    @property
    def room(self) -> int:
        """Tokens that a prompt may have."""
        return self.tokens - self.reserve

    @property
    def summary_tokens(self) -> int:
        """How long notes may become."""
        return min(_MOST_SUMMARY_TOKENS, self.room // 8)


@dataclass(frozen=True, slots=True)
class SummaryBy:
    """Who writes notes, should they be needed."""

    model: str
    fallback_models: tuple[str, ...] = ()
    keep_alive_s: int | None = None
    think: bool | None = None
    cacheable: bool = True


@dataclass(frozen=True, slots=True)
class FittedContext:
    """A context that fits, how large its prompt is, and what was done to it."""

    context: TurnContext
    used_tokens: int
    summarised: ContextSummarised | None = None
    notices: tuple[str, ...] = ()


class ContextWindow:
    """Measures contexts, and condenses and stores what no longer fits."""

    def __init__(self, store: ConversationStore, writer: SummaryWriter, estimator: TokenEstimator) -> None:
        self._store = store
        self._writer = writer
        self._estimator = estimator

    async def fit(self, context: TurnContext, *, window: Window, by: SummaryBy) -> FittedContext:
        """`context`, or one with a newer summary. MessageTooLong when the question alone does not fit."""
        used = self.size(context, by.model)
        if used <= window.room:
            return FittedContext(context, used)
        self._check_question(context, window, by.model)
        kept_from = self._kept_from(context, window, by.model)
        dropped = context.messages[:kept_from]
        written = await self._writer.write(
            SummaryRequest(
                messages=dropped,
                earlier=context.earlier,
                model=by.model,
                context_tokens=window.tokens,
                limit_tokens=window.summary_tokens,
                fallback_models=by.fallback_models,
                keep_alive_s=by.keep_alive_s,
                think=by.think,
                cacheable=by.cacheable,
            )
        )
        count = len(dropped) + (context.earlier.message_count if context.earlier else 0)
        if written.trouble is None and dropped:  # a shortened form is not kept: the next turn tries again
            await self._store.save_summary(
                dropped[-1].message_id, written.text, message_count=count, model=written.model
            )
        fitted = replace(context, messages=context.messages[kept_from:], earlier=EarlierPart(written.text, count))
        return FittedContext(
            fitted,
            self.size(fitted, by.model),
            ContextSummarised(message_count=count, summary=written.text),
            (_notice(written, count),),
        )

    def beside(self, context: TurnContext, window: Window, *, tokens: int, model: str) -> Window:
        """The window without `tokens` for what is to be added to the question, or as many as that leaves."""
        alone = replace(context, messages=context.messages[-1:], earlier=None)
        left = window.room - self.size(alone, model) - 2 * window.summary_tokens
        return replace(window, reserve=window.reserve + max(0, min(tokens, left)))

    def beside_remembered(
        self, context: TurnContext, window: Window, whole: Window, memories: Sequence[UsedMemory], model: str
    ) -> Window:
        """The window without what may be remembered for the question; turns only where some are not in it, or go."""
        tokens = MOST_MEMORY_TOKENS if memories else 0
        if context.earlier is not None or self.size(context, model) > window.room:
            tokens += MOST_EARLIER_TOKENS
        return self.beside(context, window, tokens=min(tokens, whole.room // 4), model=model) if tokens else window

    def size(self, context: TurnContext, model: str) -> int:
        """Estimated tokens of the prompt that `context` makes."""
        return self._estimator.prompt(build_prompt(context), model=model)

    def _check_question(self, context: TurnContext, window: Window, model: str) -> None:
        alone = replace(context, messages=context.messages[-1:], earlier=None)
        notes = 2 * window.summary_tokens if len(context.messages) > 1 or context.earlier else 0
        if self.size(alone, model) > window.room - notes:
            raise self.too_long(context, window, model)

    def too_long(self, context: TurnContext, window: Window, model: str) -> MessageTooLong:
        """The question alone does not fit, or leaves no room for what is to be read with it."""
        alone = replace(context, messages=context.messages[-1:], earlier=None)
        notes = 2 * window.summary_tokens if len(context.messages) > 1 or context.earlier else 0
        bare = self.size(replace(alone, messages=()), model)
        return MessageTooLong(
            model=place_of(model).model,
            needed=f"{self.size(alone, model) - bare:,}",
            room=f"{max(0, window.room - notes - bare):,}",
            window=f"{window.tokens:,}",
        )

    def _kept_from(self, context: TurnContext, window: Window, model: str) -> int:
        """Index of the first message that stays: a question, with about half of the room from there to the end."""
        bare = self.size(replace(context, messages=(), earlier=None), model) + 2 * window.summary_tokens
        room = (window.room - bare) * _KEPT_SHARE
        kept_from = len(context.messages) - 1
        for index in range(kept_from, -1, -1):
            room -= self._estimator.message(context.messages[index], model=model)
            if room < 0:
                break
            if context.messages[index].role == "user":
                kept_from = index
        return kept_from


def _notice(written: WrittenSummary, count: int) -> str:
    if written.trouble is not None:
        told = worded(
            "The first {count} messages no longer fit and could not be summarised, so the model saw only the "
            "beginnings of some of them. {reason}"
        )
        return told.format(count=f"{count:,}", reason=written.trouble.owner_sentence)
    if written.left_out:
        told = worded(
            "The first {count} messages no longer fit. The latest of them were summarised for the model; the oldest "
            "{left_out} were too many and were left out."
        )
        return told.format(count=f"{count:,}", left_out=f"{written.left_out:,}")
    told = worded("The first {count} messages no longer fit and were summarised for the model.")
    return told.format(count=f"{count:,}")
