from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace

import pytest

from core.errors import DoorClosed, ModelTrouble
from core.inference.gateway import Gateway
from core.inference.middleware import GatewayEvent, GatewayStream, ModelCall, Proceed, wrapped
from core.inference.model_trouble import (
    AnswerBrokeOff,
    ModelCannotSee,
    ModelNotInstalled,
    ServerNotRunning,
    ServerNotSetUp,
)
from models.language.language_model import ModelDetails
from models.language.messages import ChatMessage, ChatRequest, Finished, TextPiece
from models.language.ollama_model import OllamaServer
from models.language.openai_compatible import OpenAiServer
from models.language.scripted_model import ScriptedServer, spoken
from tests.peers.ollama_replies import Done, Drop, EndOfBody, Flood, Pause, Say, answer
from tests.peers.ollama_server import OllamaPeer, PeerModel

MODEL = "llama3.2:3b"


def call(model: str = MODEL, *, images: tuple[bytes, ...] = (), **wishes: object) -> ModelCall:
    return ModelCall(ChatRequest(model, (ChatMessage("user", "Hello", images=images),)), "test", **wishes)  # type: ignore[arg-type]


async def heard(stream: GatewayStream) -> list[GatewayEvent]:
    async with aclosing(stream):
        return [event async for event in stream]


def said(events: list[GatewayEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextPiece))


@pytest.fixture
def peer() -> AsyncIterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
async def gateway(peer: OllamaPeer) -> AsyncIterator[Gateway]:
    gateway = Gateway({"ollama": OllamaServer(peer.address)})
    yield gateway
    await gateway.aclose()


async def test_a_call_ends_with_its_usage(gateway: Gateway) -> None:
    events = await heard(gateway.stream(call()))
    assert said(events) == f"Hello from {MODEL}."
    assert isinstance(events[-1], Finished)


async def test_closing_the_stream_ends_the_generation_on_the_server(peer: OllamaPeer, gateway: Gateway) -> None:
    peer.script(MODEL, (Say("Half"), Pause()))
    stream = gateway.stream(call())
    assert await anext(stream) == TextPiece("Half")
    await stream.aclose()
    assert await peer.requests_to("/api/chat")[0].wait_cut()


async def test_cancelling_the_reader_ends_the_generation_before_the_first_piece(
    peer: OllamaPeer, gateway: Gateway
) -> None:
    peer.script(MODEL, (Pause(),))
    reader = asyncio.create_task(heard(gateway.stream(call())))
    while not peer.requests_to("/api/chat"):  # noqa: ASYNC110 - it arrives on the peer's own thread
        await asyncio.sleep(0.01)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    assert await peer.requests_to("/api/chat")[0].wait_cut()


@pytest.mark.parametrize("rude", [(Drop(),), (Drop(reset=True),), (EndOfBody(),)])
async def test_a_stream_without_its_last_piece_broke_off(
    peer: OllamaPeer, gateway: Gateway, rude: tuple[object, ...]
) -> None:
    peer.script(MODEL, (Say("Half"), *rude))  # type: ignore[arg-type]
    with pytest.raises(AnswerBrokeOff):
        await heard(gateway.stream(call()))


async def test_a_server_that_forgets_its_last_piece_broke_off_too() -> None:
    server = ScriptedServer(["quiet"])
    server.script([TextPiece("Half")])
    with pytest.raises(AnswerBrokeOff):
        await heard(Gateway({"ollama": server}).stream(call("quiet")))


async def test_a_missing_model_is_named(gateway: Gateway) -> None:
    with pytest.raises(ModelNotInstalled) as caught:
        await heard(gateway.stream(call("mistral:7b")))
    assert caught.value.owner_sentence == "The model “mistral:7b” is not installed."


async def test_nobody_at_the_address_says_how_to_start(peer: OllamaPeer, gateway: Gateway) -> None:
    peer.stop()
    with pytest.raises(ServerNotRunning) as caught:
        await heard(gateway.stream(call()))
    assert caught.value.owner_next_step.startswith("Start Ollama (open the Ollama app, or run “ollama serve”)")
    assert peer.address.removeprefix("http://") in caught.value.owner_sentence


async def test_images_never_reach_a_model_that_cannot_see(peer: OllamaPeer, gateway: Gateway) -> None:
    with pytest.raises(ModelCannotSee):
        await heard(gateway.stream(call(images=(b"\x89PNG",))))
    assert peer.chats() == []


async def test_a_name_with_a_prefix_goes_to_its_own_server() -> None:
    here, there = ScriptedServer(["a"]), ScriptedServer(["a@b"])
    there.script(spoken("from there"))
    gateway = Gateway({"ollama": here, "lab": there})
    assert said(await heard(gateway.stream(call("openai:a@b@lab")))) == "from there"
    assert there.requests[0].model == "a@b"
    assert here.requests == []


async def test_a_server_that_is_gone_from_the_settings_is_told() -> None:
    with pytest.raises(ServerNotSetUp):
        await heard(Gateway({}).stream(call("openai:a@lab")))


async def test_all_models_of_all_servers_are_listed_with_what_they_can(peer: OllamaPeer) -> None:
    other = ScriptedServer(["tiny"], details=[ModelDetails("tiny", frozenset({"chat", "vision"}), 2048)])
    gateway = Gateway({"ollama": OllamaServer(peer.address), "lab": other})
    await gateway.warm(MODEL)
    models = {model.name: model for model in await gateway.models()}
    assert models[MODEL].loaded
    assert not models["qwen3:4b"].loaded
    assert models["qwen3:4b"].thinks
    assert models["gemma3:4b"].sees
    assert not models["nomic-embed-text:latest"].chats
    assert models["gpt-oss:120b-cloud"].remote
    assert models["openai:tiny@lab"].short_name == "tiny"
    assert models["openai:tiny@lab"].context_tokens == 2048
    await gateway.aclose()


async def test_a_server_that_is_down_does_not_hide_the_others(peer: OllamaPeer) -> None:
    peer.stop()
    gateway = Gateway({"ollama": OllamaServer(peer.address), "lab": ScriptedServer(["tiny"])})
    assert [model.name for model in await gateway.models()] == ["openai:tiny@lab"]
    assert isinstance(gateway.troubles["ollama"], ServerNotRunning)
    await gateway.aclose()


async def test_when_no_server_answers_the_list_says_why(peer: OllamaPeer, gateway: Gateway) -> None:
    peer.stop()
    with pytest.raises(ServerNotRunning):
        await gateway.models()


async def test_details_are_asked_for_once_and_again_when_the_model_was_replaced(
    peer: OllamaPeer, gateway: Gateway
) -> None:
    await gateway.details(MODEL)
    await gateway.details(MODEL)
    assert len(peer.requests_to("/api/show")) == 1
    await gateway.models()
    asked = len(peer.requests_to("/api/show"))
    await gateway.models()
    assert len(peer.requests_to("/api/show")) == asked
    assert gateway.known_details(MODEL) is not None


async def test_warming_loads_the_model_once_however_often_it_is_wanted(peer: OllamaPeer, gateway: Gateway) -> None:
    await asyncio.gather(*(gateway.warm(MODEL, context_tokens=2048, keep_alive_s=60) for _ in range(5)))
    loads = [request for request in peer.requests if request.path in ("/api/chat", "/api/generate")]
    assert len(loads) == 1
    assert [(name, state.context_tokens) for name, state in await gateway.loaded()] == [(MODEL, 2048)]


async def test_warming_a_missing_model_is_trouble(gateway: Gateway) -> None:
    with pytest.raises(ModelTrouble):
        await gateway.warm("gone:1b")


async def test_middleware_runs_in_the_order_of_the_list_and_all_of_it_is_closed() -> None:
    seen: list[str] = []

    class Note:
        def __init__(self, name: str) -> None:
            self.name = name

        async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
            seen.append(f"{self.name} begins")
            try:
                async with wrapped(proceed(call)) as events:
                    async for event in events:
                        yield event
            finally:
                seen.append(f"{self.name} ends")

    server = ScriptedServer(["m"])
    server.script([TextPiece("a"), 30.0])
    stream = Gateway({"ollama": server}, middleware=[Note("outer"), Note("inner")]).stream(call("m"))
    await anext(stream)
    await stream.aclose()
    assert seen == ["outer begins", "inner begins", "inner ends", "outer ends"]
    assert server.closed_early == 1


async def test_a_flood_arrives_whole(peer: OllamaPeer, gateway: Gateway) -> None:
    peer.script(MODEL, (Flood(10_000), Done(answer_tokens=10_000)))
    assert said(await heard(gateway.stream(call()))) == " token" * 10_000


async def test_many_calls_at_once_do_not_mix(peer: OllamaPeer, gateway: Gateway) -> None:
    peer.models |= {f"m{number}:1b": PeerModel(f"m{number}:1b") for number in range(8)}
    for number in range(8):
        peer.script(f"m{number}:1b", answer(f"This is number {number}.", tokens_per_s=200))
    answers = await asyncio.gather(*(heard(gateway.stream(call(f"m{number}:1b"))) for number in range(8)))
    assert [said(events) for events in answers] == [f"This is number {number}." for number in range(8)]


async def test_a_closed_door_is_told_for_its_server_alone() -> None:
    gateway = Gateway({"ollama": ScriptedServer(["m"]), "far": OpenAiServer("http://192.0.2.7:8080/v1")})
    assert [model.name for model in await gateway.models()] == ["m"]
    assert isinstance(gateway.troubles["far"], DoorClosed)
    with pytest.raises(DoorClosed):
        await heard(gateway.stream(call("openai:x@far")))
    health = await gateway.health()
    assert health.worst is not None
    assert isinstance(health.worst.error, DoorClosed)
    await gateway.aclose()


async def test_a_model_that_cannot_think_is_not_asked_to(peer: OllamaPeer, gateway: Gateway) -> None:
    for model in (MODEL, "qwen3:4b"):
        asked = call(model)
        await heard(gateway.stream(replace(asked, request=replace(asked.request, think=True))))
    assert [chat.get("think") for chat in peer.chats()] == [None, True]


async def test_after_a_change_of_settings_the_new_servers_answer(gateway: Gateway) -> None:
    other = ScriptedServer(["new"])
    other.script(spoken("from the new one"))
    await gateway.replace({"ollama": other}, middleware=[])
    assert said(await heard(gateway.stream(call("new")))) == "from the new one"


async def test_an_answer_that_is_being_written_survives_a_change_of_servers() -> None:
    with OllamaPeer() as before, OllamaPeer() as after:
        before.script(MODEL, (Say("from "), Pause(0.2), Say("before"), Done()))
        after.script(MODEL, answer("from after"))
        gateway = Gateway({"ollama": OllamaServer(before.address)})
        stream = gateway.stream(call())
        events = [await anext(stream)]
        await gateway.replace({"ollama": OllamaServer(after.address)}, middleware=())
        assert said(await heard(gateway.stream(call()))) == "from after"
        events += [event async for event in stream]
        assert said(events) == "from before"
        await gateway.aclose()
