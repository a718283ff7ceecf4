from __future__ import annotations

import asyncio

import pytest

from core.chat.titles import cleaned, first_words
from tests.core.chat.chat_desk import MODEL, Desk
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Pause, Reply, Say, answer, failed


def titles(request: PeerRequest) -> bool:
    return "You give chats their titles" in request.data["messages"][0]["content"]


@pytest.fixture
def named(desk: Desk) -> Desk:
    desk.wish(titles=True)
    desk.peer.respond_with = lambda request: answer("“Capital of France”" if titles(request) else "Paris.")
    return desk


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Capital of France", "Capital of France"),
        ("“Capital of France.”", "Capital of France"),
        ("**Title: Capital of France**\n\nI chose this because", "Capital of France"),
        ("Chat title - Capital", "Capital"),
        ("\n\n  «Titre : Vélos»", "Vélos"),
        ("「東京の天気」", "東京の天気"),
        ("word " * 40, "word word word word word word word word word word word…"),
        ("x" * 200, "x" * 59 + "…"),
        ("bell\x07 and\u202e arrow", "bell and arrow"),
        ("***", ""),
        ("", ""),
    ],
)
def test_titles_are_cleaned(told: str, title: str) -> None:
    assert cleaned(told) == title
    assert len(cleaned(told)) <= 60


def test_first_words_of_a_question_are_one_short_line() -> None:
    assert first_words("What is\n the capital?") == "What is the capital?"
    assert len(first_words("word " * 1000)) <= 60


async def test_the_first_answer_gives_the_chat_its_title(named: Desk) -> None:
    chat = await named.chat()
    await named.ask(chat, "Capital of France?")
    await named.turns.titles.settle()
    conversation = await named.store.get(chat)
    assert (conversation.title, conversation.title_by) == ("Capital of France", "model")
    await named.ask(chat, "And of Spain?")
    await named.turns.titles.settle()
    assert len([request for request in named.peer.requests_to("/api/chat") if titles(request)]) == 1


async def test_a_title_uses_the_loaded_model_as_it_is_loaded(named: Desk) -> None:
    await named.ask(await named.chat(), "Capital of France?")
    await named.turns.titles.settle()
    assert {(chat["model"], chat["options"]["num_ctx"]) for chat in named.peer.chats()} == {(MODEL, 8192)}


async def test_an_owners_title_is_never_touched(named: Desk) -> None:
    chat = await named.chat(title="Mine")
    await named.ask(chat, "Capital of France?")
    await named.turns.titles.settle()
    assert (await named.store.get(chat)).title == "Mine"


async def test_an_owners_title_given_while_the_model_thinks_of_one_wins(named: Desk) -> None:
    named.peer.respond_with = lambda request: (Pause(0.2), *answer("Model’s")) if titles(request) else answer("Paris.")
    chat = await named.chat()
    await named.ask(chat, "Capital of France?")
    await named.store.rename(chat, "Mine")
    await named.turns.titles.settle()
    assert (await named.store.get(chat)).title == "Mine"


async def test_when_the_model_fails_the_question_gives_its_first_words(named: Desk) -> None:
    named.peer.respond_with = lambda request: failed(500, "boom") if titles(request) else answer("Paris.")
    chat = await named.chat()
    await named.ask(chat, "Capital of France?")
    await named.turns.titles.settle()
    assert (await named.store.get(chat)).title == "Capital of France?"


async def test_a_thinking_model_is_told_not_to_and_its_thoughts_are_no_title(named: Desk) -> None:
    def thinking(request: PeerRequest) -> Reply:
        return (
            answer("<think>They ask\nabout France</think>\nFrance")
            if titles(request)
            else answer("Paris.", thinking="hm")
        )

    named.peer.respond_with = thinking
    chat = await named.chat(model="qwen3:4b")
    await named.ask(chat, "Capital of France?")
    await named.turns.titles.settle()
    assert (await named.store.get(chat)).title == "France"
    asked = next(request for request in named.peer.requests_to("/api/chat") if titles(request))
    assert asked.data["think"] is False


async def test_a_new_question_sends_the_title_away_and_the_next_answer_brings_it(named: Desk) -> None:
    slow = True

    def reply(request: PeerRequest) -> Reply:
        if titles(request):
            return (Say("Slow"), Pause()) if slow else answer("Quick title")
        return answer("Paris.")

    named.peer.respond_with = reply
    chat = await named.chat()
    await named.ask(chat, "Capital of France?")
    while not any(titles(request) for request in named.peer.requests_to("/api/chat")):  # noqa: ASYNC110 - another thread
        await asyncio.sleep(0.01)
    slow = False
    await named.ask(chat, "And of Spain?")
    await named.turns.titles.settle()
    first = next(request for request in named.peer.requests_to("/api/chat") if titles(request))
    assert await first.wait_cut()
    assert (await named.store.get(chat)).title == "Quick title"


async def test_titles_can_be_turned_off(named: Desk) -> None:
    named.wish(titles=False)
    chat = await named.chat()
    await named.ask(chat, "Capital of France?")
    await named.turns.titles.settle()
    assert (await named.store.get(chat)).title == ""


async def test_a_chat_deleted_meanwhile_gets_no_title_and_no_error(named: Desk) -> None:
    named.peer.respond_with = lambda request: (Pause(0.1), *answer("Late")) if titles(request) else answer("Paris.")
    chat = await named.chat()
    await named.ask(chat, "Capital of France?")
    await named.store.delete(chat)
    await named.turns.titles.settle()
