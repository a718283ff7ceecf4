from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from core.chat.context_window import Window
from core.chat.rolling_summary import _SHORTENED
from core.conversations.message_tree import NewAttachment
from core.errors import HearthError
from core.events import ContextMeasured, ContextSummarised, TextDelta, TurnEvent, TurnFailed, TurnFinished
from models.language.messages import Role
from tests.core.chat.chat_desk import MODEL, Desk, heard
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Done, Pause, Reply, Say, answer, failed

LONG = "The ship left the harbour at dawn and the crew sang while the wind rose. " * 20  # about 370 tokens
NOTES = "NOTES: the owner sails."


def summarises(request: PeerRequest) -> bool:
    return "You write notes" in request.data["messages"][0]["content"]


def responder(request: PeerRequest) -> Reply:
    return answer(NOTES if summarises(request) else "Aye. " + LONG[:400])


async def chat_until_summarised(desk: Desk, chat: str, *, most: int = 30) -> list[TurnEvent]:
    for number in range(most):
        events = await desk.ask(chat, f"Question {number}. {LONG}")
        if any(isinstance(event, ContextSummarised) for event in events):
            return events
    raise AssertionError("the chat never outgrew its window")


def chats_only(desk: Desk) -> list[list[dict[str, Any]]]:
    return [messages for messages in desk.prompts() if "You write notes" not in messages[0]["content"]]


@pytest.fixture
def small(desk: Desk) -> Desk:
    desk.peer.respond_with = responder
    desk.wish(context_tokens=4096)
    return desk


@pytest.mark.parametrize(
    ("wanted", "trained", "tokens", "reserve"),
    [(8192, 131_072, 8192, 2048), (8192, 2048, 2048, 512), (8192, None, 8192, 2048), (131_072, None, 131_072, 2048)],
)
def test_the_window_is_what_the_owner_wants_as_far_as_the_model_goes(
    wanted: int, trained: int | None, tokens: int, reserve: int
) -> None:
    window = Window.of(wanted, trained=trained)
    assert (window.tokens, window.reserve, window.room) == (tokens, reserve, tokens - reserve)


def test_a_shorter_answer_needs_a_smaller_reserve() -> None:
    assert Window.of(8192, trained=None, answer_limit=100).reserve == 100


async def test_the_window_is_measured_before_and_after_and_asked_of_the_server(small: Desk) -> None:
    events = await small.ask(await small.chat(), "Hi")
    before, after = (event for event in events if isinstance(event, ContextMeasured))
    assert (before.exact, before.window_tokens, after.exact) == (False, 4096, True)
    assert small.peer.chats()[0]["options"]["num_ctx"] == 4096


async def test_a_chat_that_outgrows_the_window_is_summarised_visibly_and_goes_on(small: Desk) -> None:
    chat = await small.chat()
    events = await chat_until_summarised(small, chat)

    summarised = next(event for event in events if isinstance(event, ContextSummarised))
    assert summarised.summary == NOTES
    too_much, fitting = (event for event in events if isinstance(event, ContextMeasured) and not event.exact)
    assert events.index(too_much) < events.index(summarised) < events.index(fitting)
    assert too_much.used_tokens > 4096 - 1024 >= fitting.used_tokens
    assert isinstance(events[-1], TurnFinished)
    assert "summarised" in (await small.answer(events)).notices[0]
    system, *rest = small.prompts()[-1]
    assert NOTES in system["content"]
    assert f"first {summarised.message_count} messages" in system["content"]
    path = await small.store.path(chat)
    assert summarised.message_count + len(rest) == len(path) - 1  # the answer itself is not in its prompt
    assert rest[0]["role"] == "user"
    assert path[summarised.message_count].text[:11] == rest[0]["content"][:11]


async def test_every_prompt_fits_the_window(small: Desk) -> None:
    chat = await small.chat()
    for number in range(25):
        events = await small.ask(chat, f"Question {number}. {LONG}")
        measured = [event for event in events if isinstance(event, ContextMeasured) and not event.exact]
        assert measured[-1].used_tokens <= 4096 - 1024


async def test_the_prefix_is_stable_from_one_summary_to_the_next(small: Desk) -> None:
    chat = await small.chat()
    for _ in range(3):
        await chat_until_summarised(small, chat)
    systems: list[str] = []
    prompts = chats_only(small)
    for before, after in pairwise(prompts):
        if before[0] == after[0]:
            assert after[: len(before)] == before
        else:
            systems.append(after[0]["content"])
    assert len(systems) == 3


async def test_a_summary_is_used_again_and_the_next_one_builds_on_it(small: Desk) -> None:
    chat = await small.chat()
    first = await chat_until_summarised(small, chat)
    asked = len([request for request in small.peer.requests_to("/api/chat") if summarises(request)])
    await small.ask(chat, "short")
    assert len([request for request in small.peer.requests_to("/api/chat") if summarises(request)]) == asked
    second = await chat_until_summarised(small, chat)
    told = [request for request in small.peer.requests_to("/api/chat") if summarises(request)][-1]
    assert NOTES in told.data["messages"][1]["content"]
    counts = [
        next(event.message_count for event in events if isinstance(event, ContextSummarised))
        for events in (first, second)
    ]
    assert counts[1] > counts[0]


async def test_a_summary_asks_for_the_same_window_so_that_the_model_is_not_loaded_anew(small: Desk) -> None:
    await chat_until_summarised(small, await small.chat())
    assert {chat["options"]["num_ctx"] for chat in small.peer.chats()} == {4096}


async def test_another_branch_does_not_take_over_a_summary_that_is_not_on_it(small: Desk) -> None:
    chat = await small.chat()
    await chat_until_summarised(small, chat)
    root = (await small.store.path(chat))[0]
    await heard(small.turns.edit_and_resend(root.message_id, "A new beginning"))
    assert NOTES not in str(small.prompts()[-1])


async def test_when_no_summary_can_be_written_a_shortened_form_says_so_and_is_not_kept(small: Desk) -> None:
    small.peer.respond_with = lambda request: failed(500, "boom") if summarises(request) else answer("Aye. " + LONG)
    chat = await small.chat()
    events = await chat_until_summarised(small, chat)
    summarised = next(event for event in events if isinstance(event, ContextSummarised))
    assert _SHORTENED in summarised.summary
    assert isinstance(events[-1], TurnFinished)
    assert "could not be summarised" in (await small.answer(events)).notices[0]
    assert await small.store.summary_on(await small.store.path(chat)) is None


async def test_an_empty_summary_counts_as_none(small: Desk) -> None:
    small.peer.respond_with = lambda request: (
        answer("<think>hm</think>") if summarises(request) else answer("Aye. " + LONG)
    )
    chat = await small.chat()
    events = await chat_until_summarised(small, chat)
    assert "could not be summarised" in (await small.answer(events)).notices[0]


async def test_stopping_while_the_summary_is_written_keeps_the_question(small: Desk) -> None:
    reached = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(request: PeerRequest) -> Reply:
        if summarises(request):
            loop.call_soon_threadsafe(reached.set)
            return (Say("NO"), Pause())
        return answer("Aye. " + LONG)

    small.peer.respond_with = slow
    small.wish(keep_alive_s=None)
    chat = await small.chat()
    talking = asyncio.create_task(chat_until_summarised(small, chat))
    await reached.wait()
    talking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await talking
    await small.turns.aclose()
    path = await small.store.path(chat)
    assert (path[-1].state, path[-2].role) == ("stopped", "user")


@pytest.mark.parametrize("as_attachment", [False, True])
async def test_a_single_message_too_large_for_the_window_is_told_with_numbers(
    small: Desk, *, as_attachment: bool
) -> None:
    giant = LONG * 40
    attachments = [NewAttachment("text", "book.txt", "text/plain", giant.encode())] if as_attachment else []
    chat = await small.chat()
    events = await small.ask(chat, "Read" if as_attachment else giant, attachments=attachments)
    assert isinstance(events[-1], TurnFailed)
    error = events[-1].error
    assert error.code == "MessageTooLong"
    assert any(character.isdigit() for character in error.owner_sentence)
    assert "4,096" in error.owner_next_step
    assert small.prompts() == []
    stored = (await small.store.path(chat))[0]
    assert stored.text == ("Read" if as_attachment else giant)


async def test_a_giant_message_of_fifty_megabytes_is_refused_and_kept(small: Desk) -> None:
    chat = await small.chat()
    events = await small.ask(chat, "x" * 50_000_000)
    assert isinstance(events[-1], TurnFailed)
    assert isinstance(events[-1].error, HearthError)
    assert len((await small.store.path(chat))[0].text) == 50_000_000


async def test_a_giant_answer_of_the_past_is_summarised_in_pieces(small: Desk) -> None:
    chat = await small.chat()
    first = await small.store.append(chat, parent_id=None, role="user", text="Write a book")
    await small.store.append(chat, parent_id=first.message_id, role="assistant", text=LONG * 30, model=MODEL)
    events = await small.ask(chat, "Go on")
    assert isinstance(events[-1], TurnFinished)
    summaries = [request for request in small.peer.requests_to("/api/chat") if summarises(request)]
    assert len(summaries) > 2
    assert all(len(str(request.data)) < 4096 * 5 for request in summaries)
    assert any(isinstance(event, TextDelta) for event in events)


async def test_a_larger_count_by_the_server_makes_the_next_estimate_larger(small: Desk) -> None:
    def counts_double(request: PeerRequest) -> Reply:
        characters = sum(len(message["content"]) for message in request.data["messages"])
        return (Say("Aye."), Done(prompt_tokens=characters // 2, answer_tokens=1))

    small.peer.respond_with = counts_double
    chat = await small.chat()
    sizes = []
    for _ in range(3):
        events = await small.ask(chat, "word " * 100)
        estimate, exact = (event.used_tokens for event in events if isinstance(event, ContextMeasured))
        sizes.append(exact / estimate)
    assert sizes[0] > sizes[1] > sizes[2]


async def test_a_chat_of_years_costs_few_calls_and_what_was_left_out_is_told(small: Desk) -> None:
    chat = await small.chat()
    parent = None
    for number in range(200):
        role: Role = "assistant" if number % 2 else "user"
        parent = (await small.store.append(chat, parent_id=parent, role=role, text=f"{number} {LONG}")).message_id
    events = await small.ask(chat, "Go on")
    assert len([request for request in small.peer.requests_to("/api/chat") if summarises(request)]) == 6
    kept = await small.answer(events)
    assert kept.state == "complete"
    assert "left out" in kept.notices[0]
