"""A persona in a turn: whose instructions come where, whose model and whose parameters hold."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from core.chat.personas import Persona
from core.chat.turn import Turns
from core.clock import RealClock
from core.conversations.conversation_store import Conversation
from core.events import TextDelta
from core.library.model_parameters import ModelParameters
from models.language.messages import Sampling
from tests.core.chat.chat_desk import MODEL, Desk, said, until
from tests.peers.ollama_replies import Pause, Say, answer, failed

OTHER = "qwen3:4b"
PIRATE = Persona("pirate", "Pirate", instructions="Speak like a pirate.")


def with_personas(desk: Desk, *personas: Persona, models: dict[str, ModelParameters] | None = None) -> None:
    async def persona_of(persona_id: str) -> Persona | None:
        return next((one for one in personas if one.persona_id == persona_id), None)

    async def parameters_of(model: str) -> ModelParameters:
        return (models or {}).get(model, ModelParameters())

    desk.turns = Turns(
        desk.store,
        desk.gateway,
        lambda: desk.settings,
        clock=RealClock(),
        timings=desk.timings,
        persona_of=persona_of,
        parameters_of=parameters_of,
    )


async def test_a_personas_instructions_stand_after_the_owners_and_before_the_chats(desk: Desk) -> None:
    with_personas(desk, PIRATE)
    desk.wish(instructions="I live in Bern.")
    chat = await desk.chat(persona_id="pirate", instructions="Talk about ships.")
    await desk.ask(chat, "Hello")
    system = desk.prompts()[0][0]["content"]
    places = [system.index(text) for text in ("I live in Bern.", "Speak like a pirate.", "Talk about ships.")]
    assert places == sorted(places)


async def test_the_prompts_prefix_stays_byte_for_byte_the_same_from_turn_to_turn(desk: Desk) -> None:
    with_personas(desk, PIRATE)
    desk.peer.script(MODEL, answer("Arr."), answer("Aye."))
    chat = await desk.chat(persona_id="pirate")
    await desk.ask(chat, "Hello")
    await desk.ask(chat, "Ready?")
    first, second = desk.prompts()
    assert second[: len(first)] == first
    assert len(second) == len(first) + 2


async def test_the_personas_model_answers_unless_chat_or_message_name_one(desk: Desk) -> None:
    with_personas(desk, replace(PIRATE, model=OTHER))
    await desk.ask(await desk.chat(persona_id="pirate"), "x")
    await desk.ask(await desk.chat(persona_id="pirate", model=MODEL), "x")
    await desk.ask(await desk.chat(persona_id="pirate"), "x", model=MODEL)
    await desk.ask(await desk.chat(), "x")
    assert [chat["model"] for chat in desk.peer.chats()] == [OTHER, MODEL, MODEL, MODEL]


async def test_parameters_of_message_persona_model_and_settings_hold_in_this_order(desk: Desk) -> None:
    persona = replace(PIRATE, parameters=ModelParameters(temperature=0.2, seed=2))
    of_model = ModelParameters(temperature=0.3, seed=3, top_p=0.3, context_tokens=2048)
    with_personas(desk, persona, models={MODEL: of_model})
    desk.wish(sampling=Sampling(temperature=0.4, top_p=0.4, max_tokens=444), context_tokens=4096)
    chat = await desk.chat(persona_id="pirate")
    await desk.ask(chat, "x", parameters=ModelParameters(temperature=0.1))
    options = desk.peer.chats()[-1]["options"]
    wanted = {"temperature": 0.1, "seed": 2, "top_p": 0.3, "num_predict": 444, "num_ctx": 2048}
    assert {name: options.get(name) for name in wanted} == wanted
    await desk.ask(chat, "y")
    assert desk.peer.chats()[-1]["options"]["temperature"] == 0.2
    await desk.ask(await desk.chat(), "z")
    assert desk.peer.chats()[-1]["options"]["temperature"] == 0.3


async def test_answering_again_keeps_persona_and_takes_parameters_of_its_own(desk: Desk) -> None:
    with_personas(desk, PIRATE)
    desk.peer.script(MODEL, answer("Arr."), answer("Aye."))
    chat = await desk.chat(persona_id="pirate")
    await desk.ask(chat, "Hello")
    leaf = (await desk.store.path(chat))[-1].message_id
    async for _ in desk.turns.regenerate(leaf, parameters=ModelParameters(seed=9)):
        pass
    first, second = desk.peer.chats()
    assert second["messages"] == first["messages"]
    assert second["options"]["seed"] == 9


async def test_a_chat_whose_persona_was_deleted_goes_on_without(desk: Desk) -> None:
    with_personas(desk)
    desk.peer.script(MODEL, answer("Yes."))
    chat = await desk.chat(persona_id="pirate")
    assert said(await desk.ask(chat, "Still there?")) == "Yes."
    assert (await desk.store.get(chat)).persona_id == "pirate"


async def test_a_persona_that_changes_between_two_turns_changes_the_next_prompt(desk: Desk) -> None:
    chat = await desk.chat(persona_id="pirate")
    with_personas(desk, PIRATE)
    await desk.ask(chat, "One")
    with_personas(desk, replace(PIRATE, instructions="Speak like a poet."))
    await desk.ask(chat, "Two")
    first, second = (prompt[0]["content"] for prompt in desk.prompts())
    assert first.replace("pirate", "poet") == second


async def named(desk: Desk, chat: str) -> Conversation:
    async def has_title() -> bool:
        return bool((await desk.store.get(chat)).title)

    await until(has_title)
    return await desk.store.get(chat)


async def test_a_chat_whose_first_answer_failed_is_called_by_its_question(desk: Desk) -> None:
    desk.wish(titles=True)
    desk.peer.script(MODEL, failed(500, "no"))
    chat = await desk.chat()
    await desk.ask(chat, "How far is\nthe moon?")
    found = await named(desk, chat)
    assert (found.title, found.title_by) == ("How far is the moon?", "nobody")
    desk.peer.script(MODEL, answer("Far."), answer("Distance of the moon"))
    await desk.ask(chat, "Again?")
    await desk.turns.titles.settle()
    found = await desk.store.get(chat)
    assert (found.title, found.title_by) == ("Distance of the moon", "model")


async def test_a_chat_whose_first_answer_was_stopped_is_called_by_its_question(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause()))
    chat = await desk.chat()
    events = desk.turns.ask(chat, "Tell me about " + "very " * 40 + "long things")
    async for event in events:
        if isinstance(event, TextDelta):
            break
    await events.aclose()
    title = (await named(desk, chat)).title
    assert title.startswith("Tell me about very")
    assert title.endswith("…")
    assert len(title) <= 60


async def test_an_owners_title_stays_when_the_answer_fails(desk: Desk) -> None:
    desk.peer.script(MODEL, failed(500, "no"))
    chat = await desk.chat(title="Mine")
    await desk.ask(chat, "x")
    await asyncio.sleep(0)
    assert (await desk.store.get(chat)).title == "Mine"
