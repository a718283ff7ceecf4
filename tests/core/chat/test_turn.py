from __future__ import annotations

import asyncio
import random

import pytest

from core.chat.asked_question import UNSET
from core.conversations.message_tree import NewAttachment
from core.errors import ConversationMissing, NothingToAnswer
from core.events import (
    ContextMeasured,
    ModelSwitched,
    Retrying,
    TextDelta,
    ThinkingDelta,
    ToolCallRequested,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)
from models.language.messages import ToolCall
from tests.core.chat.chat_desk import MODEL, Desk, heard, said, until
from tests.peers.ollama_replies import CallTool, Done, Drop, ErrorLine, Flood, Pause, Say, Think, answer, failed

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def test_a_question_is_answered_and_kept(desk: Desk) -> None:
    desk.peer.script(MODEL, answer("Paris is the capital of France."))
    chat = await desk.chat()

    events = await desk.ask(chat, "Capital of France?")

    assert isinstance(events[0], TurnStarted)
    assert isinstance(events[1], ContextMeasured)
    assert not events[1].exact
    assert said(events) == "Paris is the capital of France."
    assert isinstance(events[-2], ContextMeasured)
    assert events[-2].exact
    assert isinstance(events[-1], TurnFinished)
    assert not events[-1].stopped
    question, kept = await desk.store.path(chat)
    assert (question.role, question.text, question.message_id) == ("user", "Capital of France?", events[0].question_id)
    assert (kept.role, kept.text, kept.state, kept.model) == ("assistant", said(events), "complete", MODEL)
    assert kept.usage.prompt_tokens == 26
    assert kept.first_token_s is not None
    assert kept.total_s is not None
    assert kept.total_s >= kept.first_token_s


async def test_thinking_is_told_and_kept_apart(desk: Desk) -> None:
    desk.peer.script("qwen3:4b", answer("Four.", thinking="Two and two."))
    chat = await desk.chat(model="qwen3:4b")

    events = await desk.ask(chat, "2+2?")

    assert "".join(event.text for event in events if isinstance(event, ThinkingDelta)) == "Two and two."
    kept = await desk.answer(events)
    assert (kept.text, kept.thinking) == ("Four.", "Two and two.")
    await desk.ask(chat, "Sure?")
    assert "Two and two." not in str(desk.prompts()[-1])


async def test_thinking_is_asked_only_of_models_that_think(desk: Desk) -> None:
    desk.wish(think=True)
    await desk.ask(await desk.chat(), "x")
    await desk.ask(await desk.chat(model="qwen3:4b"), "x")
    assert [chat.get("think") for chat in desk.peer.chats()] == [None, True]


async def test_an_empty_question_is_refused_before_anything_is_stored(desk: Desk) -> None:
    chat = await desk.chat()
    with pytest.raises(NothingToAnswer):
        await desk.ask(chat, "  \n")
    assert await desk.store.path(chat) == []


async def test_asking_in_a_chat_that_is_gone_says_so(desk: Desk) -> None:
    with pytest.raises(ConversationMissing):
        await desk.ask("0" * 32, "hello")


async def test_stopping_keeps_what_arrived_and_ends_the_generation_on_the_server(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half an answer"), Pause()))
    chat = await desk.chat()
    events = desk.turns.ask(chat, "Tell me")
    async for event in events:
        if isinstance(event, TextDelta):
            break
    await events.aclose()

    assert await desk.peer.requests_to("/api/chat")[0].wait_cut()
    kept = (await desk.store.path(chat))[-1]
    assert (kept.state, kept.text, kept.error) == ("stopped", "Half an answer", None)


async def test_a_cancelled_reader_leaves_a_stopped_answer(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause(0.2), Pause(30)))
    chat = await desk.chat()
    seen = asyncio.Event()

    async def read() -> None:
        async for event in desk.turns.ask(chat, "Tell me"):
            if isinstance(event, TextDelta):
                seen.set()

    reader = asyncio.create_task(read())
    await seen.wait()
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    await desk.turns.aclose()
    kept = (await desk.store.path(chat))[-1]
    assert (kept.state, kept.text) == ("stopped", "Half")


async def test_a_reader_cancelled_twice_still_leaves_a_stopped_answer(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause()))
    chat = await desk.chat()
    seen = asyncio.Event()

    async def read() -> None:
        async for event in desk.turns.ask(chat, "Tell me"):
            if isinstance(event, TextDelta):
                seen.set()

    reader = asyncio.create_task(read())
    await seen.wait()
    reader.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    await desk.turns.aclose()
    assert (await desk.store.path(chat))[-1].state == "stopped"


@pytest.mark.parametrize("steps", range(0, 40, 3))
async def test_whenever_the_reader_is_cancelled_no_answer_is_left_streaming(desk: Desk, steps: int) -> None:
    chat = await desk.chat()
    reader = asyncio.create_task(desk.ask(chat, "Tell me"))
    for _ in range(steps):
        await asyncio.sleep(0.0005)
    reader.cancel()
    await asyncio.wait([reader])
    await desk.turns.aclose()
    assert all(message.state in ("stopped", "complete") for message in await desk.store.path(chat))


async def test_the_partial_answer_is_stored_while_it_grows(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("First words"), Pause(0.35), Say(", more"), Pause(0.35), Say(", end"), Done()))
    chat = await desk.chat()
    events = desk.turns.ask(chat, "Tell me")
    started = await anext(events)
    assert isinstance(started, TurnStarted)
    reader = asyncio.create_task(heard(events))

    async def stored_in_part() -> bool:
        message = await desk.store.message(started.answer_id)
        return message.state == "streaming" and message.text.startswith("First words")

    await until(stored_in_part)
    await reader
    assert (await desk.store.message(started.answer_id)).text == "First words, more, end"


async def test_a_server_that_dies_in_the_middle_leaves_what_arrived_and_a_next_step(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half an"), Say(" answer"), Drop(reset=True)))
    events = await desk.ask(await desk.chat(), "Tell me")

    assert isinstance(events[-1], TurnFailed)
    assert events[-1].error.code == "AnswerBrokeOff"
    kept = await desk.answer(events)
    assert (kept.state, kept.text) == ("failed", "Half an answer")
    assert kept.error is not None
    assert kept.error.code == "AnswerBrokeOff"
    assert "Retry" in kept.error.next_step


async def test_an_error_line_in_the_middle_is_a_failure_not_an_end(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), ErrorLine("an error was encountered while running the model")))
    events = await desk.ask(await desk.chat(), "Tell me")
    kept = await desk.answer(events)
    assert (kept.state, kept.text) == ("failed", "Half")


async def test_a_stalled_answer_is_ended(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause()))
    events = await desk.ask(await desk.chat(), "Tell me")
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].error.code == "AnswerStalled"
    assert (await desk.answer(events)).text == "Half"


async def test_a_missing_model_names_the_command_that_installs_it(desk: Desk) -> None:
    events = await desk.ask(await desk.chat(), "Hello", model="mistral:7b")
    assert isinstance(events[-1], TurnFailed)
    assert "ollama pull mistral:7b" in events[-1].error.owner_next_step
    assert (await desk.answer(events)).state == "failed"


async def test_a_server_that_is_not_running_is_told_with_the_question_kept(desk: Desk) -> None:
    desk.peer.stop()
    chat = await desk.chat()
    events = await desk.ask(chat, "Hello")
    assert any(isinstance(event, Retrying) for event in events)
    assert isinstance(events[-1], TurnFailed)
    assert "ollama serve" in events[-1].error.owner_next_step
    assert (await desk.store.path(chat))[0].text == "Hello"


async def test_without_any_choice_the_first_model_that_chats_answers(desk: Desk) -> None:
    desk.wish(default_model="")
    events = await desk.ask(await desk.chat(), "Hello")
    offered = [model.name for model in await desk.gateway.models() if model.chats and not model.remote]
    assert isinstance(events[0], TurnStarted)
    assert (await desk.store.message(events[0].answer_id)).model == offered[0]


async def test_a_question_is_stored_and_shown_before_a_hung_server_is_asked_which_model_there_is(desk: Desk) -> None:
    desk.wish(default_model="")
    desk.peer.override("/api/tags", (Pause(60),))
    chat = await desk.chat()
    turn = desk.turns.ask(chat, "Hello")
    started = await anext(turn)
    assert isinstance(started, TurnStarted)
    assert [message.text for message in await desk.store.path(chat)] == ["Hello", ""]
    await turn.aclose()


async def test_without_any_model_the_owner_is_told_to_install_one(desk: Desk) -> None:
    desk.wish(default_model="")
    desk.peer.models.clear()
    events = await desk.ask(await desk.chat(), "Hello")
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].error.code == "NoModelInstalled"


async def test_without_any_choice_a_server_that_is_down_is_told_with_the_question_kept(desk: Desk) -> None:
    desk.wish(default_model="")
    desk.peer.stop()
    chat = await desk.chat()
    events = await desk.ask(chat, "Hello")
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].error.code == "ServerNotRunning"
    assert [message.state for message in await desk.store.path(chat)] == ["complete", "failed"]


async def test_the_next_model_of_the_list_answers_visibly(desk: Desk) -> None:
    desk.wish(fallback_models=("qwen3:4b",))
    desk.peer.script("qwen3:4b", answer("I stand in."))
    events = await desk.ask(await desk.chat(), "Hello", model="gone:1b")
    switched = next(event for event in events if isinstance(event, ModelSwitched))
    assert (switched.wanted, switched.used) == ("gone:1b", "qwen3:4b")
    kept = await desk.answer(events)
    assert (kept.text, kept.model, kept.state) == ("I stand in.", "qwen3:4b", "complete")
    assert any("qwen3:4b" in notice for notice in kept.notices)


async def test_regenerating_makes_a_sibling_and_shows_it(desk: Desk) -> None:
    desk.peer.script(MODEL, answer("One."), answer("Two."))
    chat = await desk.chat()
    first = await desk.answer(await desk.ask(chat, "Say something"))
    events = await heard(desk.turns.regenerate(first.message_id))
    assert isinstance(events[0], TurnStarted)
    assert events[0].question_id == ""
    second = await desk.answer(events)
    assert (second.parent_id, second.sibling_index, second.sibling_count) == (first.parent_id, 1, 2)
    assert [message.text for message in await desk.store.path(chat)] == ["Say something", "Two."]
    assert desk.prompts()[0] == desk.prompts()[1]


async def test_regenerating_with_a_model_asks_exactly_that_one(desk: Desk) -> None:
    desk.wish(fallback_models=(MODEL,))
    first = await desk.answer(await desk.ask(await desk.chat(), "Hi"))
    events = await heard(desk.turns.regenerate(first.message_id, model="gone:1b"))
    assert isinstance(events[-1], TurnFailed)
    assert not any(isinstance(event, ModelSwitched) for event in events)


async def test_editing_makes_a_sibling_of_the_question_with_its_attachments(desk: Desk) -> None:
    chat = await desk.chat()
    note = NewAttachment("text", "note.txt", "text/plain", b"the secret is 42")
    await desk.ask(chat, "First", attachments=[note])
    question = (await desk.store.path(chat))[0]
    await heard(desk.turns.edit_and_resend(question.message_id, "Second"))
    path = await desk.store.path(chat)
    assert (path[0].text, path[0].sibling_index, path[0].sibling_count) == ("Second", 1, 2)
    assert [item.name for item in path[0].attachments] == ["note.txt"]
    assert "the secret is 42" in desk.prompts()[-1][-1]["content"]
    assert "First" not in str(desk.prompts()[-1])


async def test_a_question_can_be_asked_below_any_message_or_at_the_root(desk: Desk) -> None:
    chat = await desk.chat()
    await desk.ask(chat, "One")
    root = (await desk.store.path(chat))[0]
    await desk.ask(chat, "Two", parent_id=UNSET)
    await desk.ask(chat, "Other beginning", parent_id=None)
    path = await desk.store.path(chat)
    assert (path[0].text, len(path)) == ("Other beginning", 2)
    assert len(await desk.store.siblings(root.message_id)) == 2


async def test_an_image_goes_to_a_model_that_sees(desk: Desk) -> None:
    image = NewAttachment("image", "cat.png", "image/png", PNG)
    events = await desk.ask(await desk.chat(), "What is this?", model="gemma3:4b", attachments=[image])
    assert isinstance(events[-1], TurnFinished)
    assert len(desk.prompts()[0][-1]["images"]) == 1


async def test_an_image_for_a_blind_model_is_a_clear_error_and_is_never_sent(desk: Desk) -> None:
    image = NewAttachment("image", "cat.png", "image/png", PNG)
    chat = await desk.chat()
    events = await desk.ask(chat, "What is this?", attachments=[image])
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].error.owner_sentence == f"“{MODEL}” cannot see images."
    assert desk.prompts() == []
    assert (await desk.store.path(chat))[0].attachments[0].name == "cat.png"


async def test_an_older_image_does_not_keep_a_blind_model_from_answering(desk: Desk) -> None:
    image = NewAttachment("image", "cat.png", "image/png", PNG)
    chat = await desk.chat()
    await desk.ask(chat, "What is this?", model="gemma3:4b", attachments=[image])
    events = await desk.ask(chat, "And now?", model=MODEL)
    assert isinstance(events[-1], TurnFinished)
    assert "cat.png" in (await desk.answer(events)).notices[0]


async def test_tool_calls_pass_through_and_are_kept_and_nothing_runs(desk: Desk) -> None:
    desk.peer.script(MODEL, (CallTool("weather", {"city": "Oslo"}, "call_1"), Done()))
    events = await desk.ask(await desk.chat(), "Weather?")
    call = ToolCall("weather", {"city": "Oslo"}, "call_1")
    assert ToolCallRequested(call) in events
    assert (await desk.answer(events)).tool_calls == (call,)


async def test_an_answer_that_was_cut_off_says_so(desk: Desk) -> None:
    desk.peer.script(MODEL, answer("Only so far", reason="length"))
    assert "cut off" in (await desk.answer(await desk.ask(await desk.chat(), "Long?"))).notices[0]


async def test_an_empty_answer_says_so(desk: Desk) -> None:
    desk.peer.script(MODEL, (Done(),))
    assert "empty" in (await desk.answer(await desk.ask(await desk.chat(), "?"))).notices[0]


async def test_a_busy_server_is_asked_again_and_the_wait_is_told(desk: Desk) -> None:
    desk.peer.script(
        MODEL, failed(503, "server busy, please try again.  maximum pending requests exceeded"), answer("Now.")
    )
    events = await desk.ask(await desk.chat(), "Hello")
    assert [event.attempt for event in events if isinstance(event, Retrying)] == [1]
    assert said(events) == "Now."
    assert (await desk.answer(events)).notices == ("It took more than one try (2). The model server is busy.",)


async def test_stopping_during_the_wait_for_a_retry_ends_at_once(desk: Desk) -> None:
    desk.peer.script(MODEL, *[failed(503, "server busy")] * 4)
    chat = await desk.chat()
    events = desk.turns.ask(chat, "Hello")
    async for event in events:
        if isinstance(event, Retrying):
            break
    await events.aclose()
    assert len(desk.peer.chats()) == 1
    assert (await desk.store.path(chat))[-1].state == "stopped"


async def test_ten_thousand_quick_pieces_arrive_whole_and_in_order(desk: Desk) -> None:
    desk.peer.script(MODEL, (Flood(10_000, " word"), Done(answer_tokens=10_000)))
    events = await desk.ask(await desk.chat(), "Flood")
    assert said(events) == " word" * 10_000
    assert (await desk.answer(events)).text == " word" * 10_000


async def test_turns_in_two_chats_run_at_the_same_time(desk: Desk) -> None:
    desk.peer.respond_with = lambda request: answer(
        f"To {request.data['messages'][-1]['content'][:5]}", tokens_per_s=100
    )
    chats = [await desk.chat(), await desk.chat()]
    first, second = await asyncio.gather(desk.ask(chats[0], "first"), desk.ask(chats[1], "other"))
    assert (said(first), said(second)) == ("To first", "To other")
    for chat, text in zip(chats, ("To first", "To other"), strict=True):
        assert (await desk.store.path(chat))[-1].text == text


async def test_a_turn_leaves_its_times_behind(desk: Desk) -> None:
    events = await desk.ask(await desk.chat(), "Hello")
    assert isinstance(events[0], TurnStarted)
    timing = desk.timings.turn(events[0].answer_id)
    assert timing is not None
    assert timing.outcome == "whole"
    assert [name for name, _ in timing.stages] == ["question", "context", "window", "answer"]


async def test_a_chat_deleted_under_a_running_answer_ends_in_an_error_not_a_crash(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause(0.1), Say(" more"), Done()))
    chat = await desk.chat()
    events = []
    async for event in desk.turns.ask(chat, "Hello"):
        if isinstance(event, TextDelta) and event.text == "Half":
            await desk.store.delete(chat)
        events.append(event)
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].error.code == "MessageMissing"


async def test_nul_bytes_and_lone_surrogates_in_a_question_lose_nothing_else(desk: Desk) -> None:
    events = await desk.ask(await desk.chat(), "before\0after \ud800 🙂 שלום")
    assert isinstance(events[-1], TurnFinished)
    assert "before" in desk.prompts()[0][-1]["content"]


async def test_thoughts_alone_count_as_first_token(desk: Desk) -> None:
    desk.peer.script("qwen3:4b", (Think("hm"), Done()))
    events = await desk.ask(await desk.chat(model="qwen3:4b"), "?")
    assert isinstance(events[-1], TurnFinished)
    assert events[-1].first_token_s is not None


async def test_warming_loads_the_model_with_the_window_that_the_question_will_have(desk: Desk) -> None:
    desk.wish(context_tokens=500_000, keep_alive_s=60)
    await desk.turns.warm()
    await desk.ask(await desk.chat(), "Hello")
    windows = [request.data["options"]["num_ctx"] for request in desk.peer.requests if "options" in request.data]
    assert windows == [131_072, 131_072]


async def test_retrying_a_failed_answer_makes_a_whole_one_beside_it(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Drop()), answer("Whole."))
    chat = await desk.chat()
    failed_one = await desk.answer(await desk.ask(chat, "Tell me"))
    events = await heard(desk.turns.regenerate(failed_one.message_id))
    assert said(events) == "Whole."
    assert [message.text for message in await desk.store.path(chat)] == ["Tell me", "Whole."]


@pytest.mark.storm
async def test_a_storm_of_stops_at_random_moments_leaves_nothing_streaming_and_nothing_lost(desk: Desk) -> None:
    chance = random.Random(7)
    desk.peer.respond_with = lambda request: answer("One two three four five six seven.", tokens_per_s=200)
    chat = await desk.chat()
    for number in range(300):
        reader = asyncio.create_task(desk.ask(chat, f"Question {number}", parent_id=None))
        await asyncio.sleep(chance.random() * 0.08)
        reader.cancel()
        await asyncio.wait([reader])
    await desk.turns.aclose()
    assert await desk.store.mend_unfinished() == 0
