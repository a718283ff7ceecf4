"""Two answers to one question: which of those that stand below it are shown side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Attachment, Message, NewAttachment
from core.errors import MessageMissing, NothingToAnswer


@dataclass(frozen=True, slots=True)
class Comparison:
    """A question and the two answers that are compared, in the order in which they are shown."""

    question: Message
    first: Message
    second: Message


async def store_question(
    store: ConversationStore,
    conversation_id: str,
    text: str,
    *,
    attachments: Sequence[NewAttachment | Attachment] = (),
) -> Message:
    """Keep a question below the branch in sight, for two models to answer. NothingToAnswer when it is empty."""
    if not text.strip() and not attachments:
        raise NothingToAnswer
    parent_id = (await store.get(conversation_id)).active_leaf_id
    return await store.append(conversation_id, parent_id=parent_id, role="user", text=text, attachments=attachments)


async def question_of(store: ConversationStore, answer_id: str) -> Message:
    """What was asked above an answer. MessageMissing for an answer to nothing."""
    answer = await store.message(answer_id)
    if answer.parent_id is None:
        raise MessageMissing(f"{answer_id} answers nothing")
    return await store.message(answer.parent_id)


async def comparison_of(store: ConversationStore, answer_id: str, *, other_model: str = "") -> Comparison | None:
    """An answer beside the nearest one by another model (by `other_model` if it is named), the older one first.

    Of several the youngest is taken. None when no other model has answered this question.
    """
    siblings = await store.siblings(answer_id)
    chosen = next(one for one in siblings if one.message_id == answer_id)
    others = [
        one
        for one in siblings
        if one.role == "assistant" and one.model != chosen.model and (not other_model or one.model == other_model)
    ]
    if chosen.role != "assistant" or not others:
        return None
    pair = sorted((chosen, others[-1]), key=lambda one: one.sibling_index)
    return Comparison(await question_of(store, answer_id), *pair)
