"""Two models answer the same question: both answers stand below it, and either can go on."""

from __future__ import annotations

import asyncio

import pytest

from core.chat.comparison import comparison_of, store_question
from core.errors import MessageMissing, NothingToAnswer
from core.events import TurnFailed, TurnFinished
from tests.core.chat.chat_desk import MODEL, Desk, heard, said
from tests.peers.ollama_replies import ErrorLine, Say, answer

OTHER = "qwen3:4b"


async def both(desk: Desk, question_id: str) -> list[str]:
    first, second = await asyncio.gather(
        heard(desk.turns.regenerate(question_id, model=MODEL)), heard(desk.turns.regenerate(question_id, model=OTHER))
    )
    return [said(first), said(second)]


async def test_both_models_answer_the_same_prompt_side_by_side(desk: Desk) -> None:
    chat = await desk.chat()
    await desk.ask(chat, "Before?")
    question = await store_question(desk.store, chat, "Why?")
    desk.peer.script(MODEL, answer("Because A."))
    desk.peer.script(OTHER, answer("Because B."))
    assert await both(desk, question.message_id) == ["Because A.", "Because B."]
    leaf = (await desk.store.path(chat))[-1]
    found = await comparison_of(desk.store, leaf.message_id)
    assert found is not None
    assert found.question.text == "Why?"
    assert {found.first.model: found.first.text, found.second.model: found.second.text} == {
        MODEL: "Because A.",
        OTHER: "Because B.",
    }
    prompts = desk.prompts()
    assert prompts[-1][-1]["content"] == prompts[-2][-1]["content"]
    assert len(prompts[-1]) == len(prompts[-2]) > 2


async def test_the_branch_of_either_answer_can_go_on(desk: Desk) -> None:
    chat = await desk.chat()
    question = await store_question(desk.store, chat, "Why?")
    await both(desk, question.message_id)
    for sibling in await desk.store.siblings((await desk.store.path(chat))[-1].message_id):
        path = await desk.store.activate(sibling.message_id)
        assert [one.message_id for one in path] == [question.message_id, sibling.message_id]


async def test_one_that_fails_leaves_the_other_alone_and_no_third_model_steps_in(desk: Desk) -> None:
    desk.wish(fallback_models=("gemma3:4b",))
    chat = await desk.chat()
    question = await store_question(desk.store, chat, "Why?")
    desk.peer.script(MODEL, answer("Because."))
    desk.peer.script(OTHER, (Say("Be"), ErrorLine("out of memory")))
    first, second = await asyncio.gather(
        heard(desk.turns.regenerate(question.message_id, model=MODEL)),
        heard(desk.turns.regenerate(question.message_id, model=OTHER)),
    )
    assert isinstance(first[-1], TurnFinished)
    assert isinstance(second[-1], TurnFailed)
    assert said(first) == "Because."
    assert {chat["model"] for chat in desk.peer.chats()} == {MODEL, OTHER}


async def test_answers_of_one_model_are_no_comparison(desk: Desk) -> None:
    chat = await desk.chat()
    await desk.ask(chat, "Why?")
    answer_id = (await desk.store.path(chat))[-1].message_id
    assert await comparison_of(desk.store, answer_id) is None
    await heard(desk.turns.regenerate(answer_id))
    assert await comparison_of(desk.store, answer_id) is None
    await heard(desk.turns.regenerate(answer_id, model=OTHER))
    found = await comparison_of(desk.store, answer_id)
    assert found is not None
    assert (found.first.message_id, found.second.model) == (answer_id, OTHER)
    assert await comparison_of(desk.store, answer_id, other_model="gemma3:4b") is None


async def test_a_question_has_words_and_a_chat_has_answers(desk: Desk) -> None:
    chat = await desk.chat()
    with pytest.raises(NothingToAnswer):
        await store_question(desk.store, chat, "  ")
    question = await store_question(desk.store, chat, "Why?")
    assert await comparison_of(desk.store, question.message_id) is None
    with pytest.raises(MessageMissing):
        await comparison_of(desk.store, "nobody")
