from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.chat.asked_question import UNSET, Questions
from core.chat.personas import Persona
from core.clock import ManualClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import NewAttachment
from core.errors import NothingToAnswer
from tests.peers.conversation_room import memory_room

LIST = NewAttachment("text", "list.txt", "text/plain", b"pears")


@pytest.fixture
async def store() -> AsyncIterator[ConversationStore]:
    room, _, database = memory_room(ManualClock())
    yield room.store
    database.close()


def questions(store: ConversationStore, *, usual: str = "", persona: Persona | None = None) -> Questions:
    async def persona_of(persona_id: str) -> Persona | None:
        return persona if persona is not None and persona.persona_id == persona_id else None

    return Questions(store, persona_of=persona_of, usual_model=lambda: usual)


async def test_a_question_stands_below_what_is_in_sight_with_an_empty_answer(store: ConversationStore) -> None:
    chat = (await store.create()).conversation_id
    first = await questions(store).new(chat, "Where?", (), parent_id=UNSET, model="a")
    second = await questions(store).new(chat, "When?", (), parent_id=UNSET, model="a")
    assert second.question.parent_id == first.answer.message_id
    assert (second.answer.text, second.answer.state, second.answer.model) == ("", "streaming", "a")
    assert not second.anew


@pytest.mark.parametrize(
    ("of_question", "of_chat", "of_persona", "usual", "asked"),
    [
        ("question", "chat", "persona", "usual", "question"),
        (None, "chat", "persona", "usual", "chat"),
        (None, "", "persona", "usual", "persona"),
        (None, "", "", "usual", "usual"),
        (None, "", "", "", ""),
    ],
)
async def test_whoever_is_nearest_to_the_question_names_the_model(
    store: ConversationStore, of_question: str | None, of_chat: str, of_persona: str, usual: str, asked: str
) -> None:
    chat = await store.create(model=of_chat, persona_id="cook")
    cook = Persona("cook", "Cook", model=of_persona)
    room = questions(store, usual=usual, persona=cook)
    begun = await room.new(chat.conversation_id, "What?", (), parent_id=UNSET, model=of_question)
    assert begun.answer.model == asked
    assert begun.persona == cook


async def test_asked_otherwise_it_stands_beside_the_first_and_keeps_its_attachments(store: ConversationStore) -> None:
    chat = (await store.create()).conversation_id
    first = await questions(store).new(chat, "What is it?", [LIST], parent_id=None, model="a")
    second = await questions(store).otherwise(first.question.message_id, "", None, model="a")
    assert second.question.parent_id == first.question.parent_id
    assert second.in_words == "list.txt"
    assert len(await store.siblings(second.question.message_id)) == 2
    bare = await questions(store).otherwise(first.question.message_id, "What is it?", (), model="a")
    assert bare.question.attachments == ()


@pytest.mark.parametrize("named", ["question", "answer"])
async def test_asked_again_the_same_question_gets_another_answer(store: ConversationStore, named: str) -> None:
    chat = (await store.create()).conversation_id
    first = await questions(store).new(chat, "Where?", (), parent_id=UNSET, model="a")
    message = first.question if named == "question" else first.answer
    again = await questions(store).again(message.message_id, model="b")
    assert again.anew
    assert again.question.message_id == first.question.message_id
    assert again.answer.parent_id == first.question.message_id
    assert again.answer.model == "b"


async def test_nothing_is_stored_for_a_question_that_asks_nothing(store: ConversationStore) -> None:
    chat = (await store.create()).conversation_id
    with pytest.raises(NothingToAnswer):
        await questions(store).new(chat, " \n", (), parent_id=UNSET, model=None)
    assert await store.path(chat) == []
    first = await questions(store).new(chat, "Where?", (), parent_id=UNSET, model="a")
    with pytest.raises(NothingToAnswer):
        await questions(store).otherwise(first.question.message_id, "", None, model=None)
