from __future__ import annotations

import random

import pytest

from core.conversations.message_tree import Message
from core.errors import MessageMissing
from tests.peers.conversation_room import Room


async def grown(room: Room, turns: int) -> tuple[str, list[Message]]:
    """A chat of questions and answers; returns its id and its branch."""
    chat = (await room.store.create()).conversation_id
    parent_id = None
    for number in range(turns):
        _, answer = await room.store.append_exchange(chat, parent_id=parent_id, text=f"question {number}", model="m")
        await room.store.finish(answer.message_id, text=f"answer {number}", thinking="", state="complete")
        parent_id = answer.message_id
    return chat, await room.store.path(chat)


async def test_without_a_summary_the_tail_is_the_whole_branch(room: Room) -> None:
    _, path = await grown(room, 4)
    assert await room.store.tail(path[-1].message_id) == path
    assert await room.store.tail(path[2].message_id) == path[:3]


async def test_the_tail_begins_with_the_last_question_that_the_nearest_summary_stands_for(room: Room) -> None:
    _, path = await grown(room, 8)
    for end in (3, 9):
        await room.store.save_summary(path[end].message_id, "notes", message_count=end + 1, model="m")
    tail = await room.store.tail(path[-1].message_id)
    assert tail == path[8:]
    assert await room.store.summary_on(tail) == await room.store.summary_on(path)


async def test_a_summary_on_another_branch_is_no_reason_to_cut(room: Room) -> None:
    chat, path = await grown(room, 4)
    await room.store.save_summary(path[-1].message_id, "notes", message_count=8, model="m")
    question, answer = await room.store.append_exchange(chat, parent_id=path[3].message_id, text="other", model="m")
    assert await room.store.tail(answer.message_id) == await room.store.path(chat)
    assert (question.sibling_index, question.sibling_count) == (1, 2)


async def test_the_tail_of_what_is_gone_says_so(room: Room) -> None:
    with pytest.raises(MessageMissing):
        await room.store.tail("0" * 32)


async def test_tail_and_path_agree_in_grown_and_branched_chats(room: Room) -> None:
    chance = random.Random(4)
    chat, path = await grown(room, 6)
    for _ in range(30):
        below = chance.choice(path)
        _, answer = await room.store.append_exchange(chat, parent_id=below.message_id, text="more", model="m")
        if chance.random() < 0.3:
            await room.store.save_summary(below.message_id, "notes", message_count=1, model="m")
        path = await room.store.path(chat)
        tail = await room.store.tail(answer.message_id)
        assert tail == path[len(path) - len(tail) :]
        assert await room.store.summary_on(tail) == await room.store.summary_on(path)


async def test_question_and_answer_are_stored_and_announced_together(room: Room) -> None:
    chat = (await room.store.create()).conversation_id
    room.changes.clear()
    question, answer = await room.store.append_exchange(chat, parent_id=None, text="hello", model="m")
    assert await room.store.path(chat) == [question, answer]
    assert (answer.parent_id, answer.state, answer.model) == (question.message_id, "streaming", "m")
    assert len(room.changes) == 1
    assert (await room.store.get(chat)).active_leaf_id == answer.message_id
