"""`Sourcing`: what a turn looks up in the owner's documents before the model is asked, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from core.chat.answer_audit import AnswerAudit, audited
from core.chat.context import ContextMessage, ContextPart, TurnContext
from core.chat.rolling_summary import spoken_answer
from core.conversations.conversation_store import Conversation
from core.events import SourcesFound
from core.inference.gateway import Gateway
from core.inference.middleware import ModelCall

if TYPE_CHECKING:
    from core.knowledge.follow_up import AskModel
    from core.knowledge.passage import Dropped, Found, Passage, PassagePlace
    from core.knowledge.retrieval import Retrieval

_MOST_FOUND = 10
_HELP_TOKENS = 1024  # of a rewriting or an order of passages; with room for models that think in any case


@dataclass(frozen=True, slots=True)
class AskedSources:
    """The collections that a chat asks, by who finds in them; or `picked`: what the owner chose for this one answer.

    `are_chosen`: the owner wants answers from these collections; otherwise they are only the chat's attachments.
    `beginnings` of what was attached are looked at where nothing in it is near, such as to “Summarise this”; `unread`:
    name and reason of what was attached and cannot be read.
    """

    asked: tuple[tuple[Retrieval, tuple[str, ...]], ...] = ()
    are_chosen: bool = True
    rerank: bool = False
    picked: tuple[Passage, ...] | None = None
    beginnings: tuple[Passage, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()

    async def look_up(
        self, question: str, *, ask: AskModel | None, follows: bool, attached: Collection[str] = ()
    ) -> Sourced:
        """What answers `question`. `ask` reaches the model below the chat so far; `follows`: there is one.

        `attached` are names of files that came with it. Without a word it asks what they are: how they begin is looked
        at, as it is where a question came with them that nothing in them is near to.
        """
        if self.picked is not None:
            return Sourced(question, self.picked, chosen=True, must_be_found=True)
        own = tuple(passage for passage in self.beginnings if passage.document_name in attached)
        if not question.strip():
            return Sourced("", own, collection_ids=self.collection_ids)
        from core.knowledge.follow_up import LookedUp, standalone

        meant = await standalone(question, ask if follows else None)
        if not meant.query.strip():
            return Sourced("", (), rewritten=True, collection_ids=self.collection_ids)
        found = await self._found(meant.query)
        if meant.rewritten and not found.passages:  # a small model that rewrites badly must not hide what is there
            plain = await self._found(question)
            meant, found = (LookedUp(question), plain) if plain.passages else (meant, found)
        passages, dropped = await self._ordered(found, ask)
        return Sourced(
            meant.query,
            _with_beginnings(passages, own) or self.beginnings,
            dropped,
            meant.rewritten,
            must_be_found=self.are_chosen,
            collection_ids=self.collection_ids,
            found=found,
        )

    @property
    def collection_ids(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(collection_id for _, ids in self.asked for collection_id in ids)

    async def _found(self, query: str) -> Found:
        """From the vault, and for a private chat also from what was attached there, which lies in memory only."""
        from core.knowledge.passage import Filters, Found

        founds = [
            await retrieval.find(query, filters=Filters(collection_ids=ids), limit=_MOST_FOUND, closely=True)
            for retrieval, ids in self.asked
        ]
        if len(founds) == 1:
            return founds[0]
        passages = sorted((one for found in founds for one in found.passages), key=lambda passage: -passage.score)
        return Found(
            query,
            tuple(passages[:_MOST_FOUND]),
            tuple(one for found in founds for one in found.dropped),
            {stage: sum(found.timings.get(stage, 0.0) for found in founds) for stage in founds[0].timings},
            founds[0].without_meaning,
        )

    async def _ordered(self, found: Found, ask: AskModel | None) -> tuple[tuple[Passage, ...], tuple[Dropped, ...]]:
        if not self.rerank or ask is None:
            return found.passages, found.dropped
        from core.knowledge.passage import Dropped
        from core.knowledge.rerank import reranked

        best, others = await reranked(found.query, found.passages, ask)
        return tuple(best), (*(Dropped(passage, "reranked") for passage in others), *found.dropped)


def _with_beginnings(passages: tuple[Passage, ...], own: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """`own`, how the files begin that came with the question, before `passages` where none is from them."""
    files = {passage.document_id for passage in passages}
    return (*(passage for passage in own if passage.document_id not in files), *passages)


class SourcesOf(Protocol):
    """Knows the documents that chats ask."""

    async def asked_by(
        self, conversation: Conversation, *, nobody_else: bool = False, long_text: int = 0
    ) -> AskedSources | None:
        """What this chat asks; None when it asks no documents. `nobody_else`: no model can answer."""
        ...

    async def restored(self, places: Sequence[PassagePlace]) -> list[Passage | None]:
        """The passages at these places as they are now."""
        ...


@dataclass(frozen=True, slots=True)
class Sourced:
    """What was looked up. `passages` are those that the model gets, or that are quoted, numbered from 1.

    `must_be_found`: without a passage there is no answer, and code says so. An empty `query`: nothing was looked up,
    as the message asks for nothing.
    """

    query: str
    passages: tuple[Passage, ...]
    dropped: tuple[Dropped, ...] = ()
    rewritten: bool = False
    chosen: bool = False
    must_be_found: bool = False
    collection_ids: tuple[str, ...] = ()
    found: Found | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether the documents do not hold the answer, and it has to come from them."""
        return self.must_be_found and bool(self.query) and not self.passages

    @property
    def event(self) -> SourcesFound:
        """As it is told."""
        return SourcesFound(self.query, self.passages, self.dropped, self.rewritten)

    def audit(self, answer: str, *, model: str, origins: Sequence[str], stages: Mapping[str, float]) -> AnswerAudit:
        """As it is kept with `answer`."""
        from core.knowledge.citations import cited, unsupported

        used = (audited(passage, number=number) for number, passage in enumerate(self.passages, start=1))
        unused = (audited(item.passage, dropped=item.reason) for item in self.dropped)
        return AnswerAudit(
            query=self.query,
            rewritten=self.rewritten,
            chosen=self.chosen,
            collection_ids=self.collection_ids,
            passages=(*used, *unused),
            without_meaning=self.found.without_meaning if self.found else "",
            stages=dict(stages),
            search_stages=dict(self.found.timings) if self.found else {},
            model=model,
            origins=tuple(origins),
            unsupported=tuple(unsupported(cited(answer, self.passages))) if self.passages else (),
        )

    def given(self, passages: Sequence[Passage], left_out: Sequence[Passage]) -> Sourced:
        """With those that the model gets; for the others there was no room."""
        from core.knowledge.passage import Dropped

        no_room = tuple(Dropped(passage, "no_room") for passage in left_out)
        return replace(self, passages=tuple(passages), dropped=(*no_room, *self.dropped))


def model_below(context: TurnContext, call: ModelCall, gateway: Gateway) -> AskModel:
    """Asks the model with the chat so far and an instruction instead of the question.

    The prompt begins as that of the answer will, so the server has read most of it already when the answer is asked.
    """
    from core.chat.prompt import build_prompt

    async def ask(instruction: str) -> str:
        asked = ContextMessage("", "user", (ContextPart("app", instruction),))
        messages = build_prompt(replace(context, messages=(*context.messages[:-1], asked)))
        sampling = replace(call.request.sampling, temperature=0.0, max_tokens=_HELP_TOKENS)
        think = None if call.request.think is None else False
        request = replace(call.request, messages=messages, sampling=sampling, think=think)
        return await spoken_answer(gateway, replace(call, request=request, purpose="sources", cacheable=False))

    return ask
