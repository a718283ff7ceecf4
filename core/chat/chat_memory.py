"""`ChatMemory`: what a turn needs of the memory, as the owner's profile has it. Loads nothing before it must.

Private chats have none: they neither use what is remembered, nor is anything learnt from them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from core.chat.context import ContextMessage, ContextPart, TurnContext
from core.chat.prompt import build_prompt
from core.chat.rolling_summary import spoken_answer
from core.chat.token_estimate import TokenEstimator
from core.conversations.message_rows import origins_above
from core.conversations.message_tree import Message
from core.errors import HearthError
from core.events import UsedMemory
from core.inference.gateway import Gateway
from core.inference.middleware import ModelCall
from core.logs import Public

if TYPE_CHECKING:
    from core.memory.facts import Memories
    from core.memory.learn import AskForJson, Learning
    from core.memory.older_turns import OlderMessage
    from core.vault.readers import Readers

_log = logging.getLogger("hearth.chat")

EARLIER_WITHIN_S = 1.0
"""A chat that is this long has an answer that takes seconds."""

_HELP_TOKENS = 700  # of what was noticed; with room for models that think in any case


class ChatMemory:
    """Belongs to the assistant's loop. `memories` is asked for only when something is remembered, or to be."""

    def __init__(
        self,
        readers: Readers,
        memories: Callable[[], Memories],
        mode: Callable[[], Literal["ask", "automatic", "never"]],
    ) -> None:
        self._readers = readers
        self._memories = memories
        self._mode = mode
        self._learning: Learning | None = None
        self._noting: set[asyncio.Task[None]] = set()
        self._is_closed = False

    # ---- before the answer ---------------------------------------------------------------------------------------

    async def recall(self, question: str) -> tuple[UsedMemory, ...]:
        """What matters for this question; nothing when the memory has trouble of its own."""
        from core.memory.memory_rows import any_kept

        try:
            if not question.strip() or not await self._readers.run(any_kept):
                return ()
            return await self._memories().recall.find(question)
        except HearthError as error:
            _log.warning("nothing is remembered: %s", Public(error.code))
            return ()

    async def earlier(self, question: Message, shown: TurnContext) -> list[OlderMessage]:
        """Messages above `question` that are not `shown` and matter for it, best first. Never takes long."""
        if not question.text.strip():
            return []
        from core.memory.older_turns import older_turns

        ids = {message.message_id for message in shown.messages}
        try:
            async with asyncio.timeout(EARLIER_WITHIN_S):
                return await older_turns(self._readers, self._memories().chats, question.message_id, question.text, ids)
        except TimeoutError:
            return []
        except HearthError as error:
            _log.warning("older turns are not looked up: %s", Public(error.code))
            return []

    # ---- what the owner wants remembered -------------------------------------------------------------------------

    def note(self, question: Message, *, quoting: bool = False) -> bool:
        """Whether the stored question is a wish to remember something, which is then proposed at once.

        It is kept at once where the owner wants that, and only with nothing but owner and model in the chat, and no
        words of another program in the question.
        """
        from core.memory.wishes import remember_wish

        wish = remember_wish(question.text)
        if wish is None or self._mode() == "never" or self._is_closed:
            return False
        from core.memory.facts import NewMemory

        new = NewMemory(wish.text, wish.kind, question.conversation_id, question.message_id)

        async def noted() -> None:
            try:
                known = await self._memories().about(wish.text, most=50)
                if not any(memory.text.casefold() == wish.text.casefold() for memory in known):
                    origins = await self._readers.run(lambda c: origins_above(c, question.message_id))
                    tainted = bool(quoting or question.attachments or origins)
                    await self._memories().propose([new], keep=self._mode() == "automatic" and not tainted)
            except HearthError as error:
                _log.warning("a wish to remember is not kept: %s", Public(error.code))

        task = asyncio.create_task(noted(), name="note-wish")
        self._noting.add(task)
        task.add_done_callback(self._noting.discard)
        return True

    # ---- after the answer ----------------------------------------------------------------------------------------

    async def used(self, memory_ids: Sequence[str]) -> None:
        """They went into an answer that is kept."""
        try:
            await self._memories().recall.mark_used(memory_ids)
        except HearthError as error:
            _log.warning("use of memories is not counted: %s", Public(error.code))

    def learn(self, question: Message, ask: AskForJson) -> None:
        """The turn is kept, whole, and holds nothing but the words of owner and model."""
        from core.memory.learn import Learning, LearnOrder

        if self._is_closed:
            return
        if self._learning is None:
            self._learning = Learning(self._memories, self._mode)
        self._learning.begin(LearnOrder(question.conversation_id, question.message_id, question.text, ask))

    def give_up(self) -> None:
        """A new question needs the model."""
        if self._learning is not None:
            self._learning.give_up()

    def go_on(self) -> None:
        """The model is free again."""
        if self._learning is not None:
            self._learning.go_on()

    async def settle(self) -> None:
        """Wait until nothing runs."""
        if self._noting:
            await asyncio.wait(set(self._noting))
        if self._learning is not None:
            await self._learning.settle()

    async def aclose(self) -> None:
        """End what runs; what was not noticed by now is not."""
        self._is_closed = True
        if self._learning is not None:
            await self._learning.aclose()
        if self._noting:
            await asyncio.wait(set(self._noting))


def model_after(
    context: TurnContext, answer: str, call: ModelCall, gateway: Gateway, estimator: TokenEstimator
) -> AskForJson:
    """Asks the model that answered with an instruction below its answer; below nothing, where that does not fit.

    The prompt begins as that of the next question will, so what the server reads now it has read by then.
    """
    request = call.request
    said = ContextMessage("", "assistant", (ContextPart("model", answer),))

    async def ask(instruction: str, schema: dict[str, Any]) -> str:
        asked = ContextMessage("", "user", (ContextPart("app", instruction),))
        messages = build_prompt(replace(context, messages=(*context.messages, said, asked)))
        window = request.context_tokens or 0
        if estimator.prompt(messages, model=request.model) + _HELP_TOKENS > window:
            messages = build_prompt(TurnContext((), (asked,)))
        think = None if request.think is None else False
        sampling = replace(request.sampling, temperature=0.0, max_tokens=_HELP_TOKENS)
        wanted = replace(request, messages=messages, sampling=sampling, think=think, response_schema=schema)
        noticing = replace(call, request=wanted, purpose="memory", fallback_models=(), fixed=True, cacheable=False)
        return await spoken_answer(gateway, noticing)

    return ask
