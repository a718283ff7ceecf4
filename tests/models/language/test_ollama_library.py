from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from models.engine_errors import ModelMissing, ServerRefused, ServerUnreachable, StreamBroken
from models.language.ollama_library import OllamaLibrary, RegistryAway
from models.modelfile import parse
from tests.peers.ollama_server import OllamaPeer, PeerModel, PullPlan

TINY = PeerModel("tiny:1b", size_bytes=1_000_000)


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as peer:
        peer.pullable["tiny:1b"] = TINY
        yield peer


@pytest.fixture
async def library(peer: OllamaPeer) -> AsyncIterator[OllamaLibrary]:
    library = OllamaLibrary(peer.address)
    yield library
    await library.aclose()


async def test_a_pull_tells_how_far_it_is(peer: OllamaPeer, library: OllamaLibrary) -> None:
    statuses = [status async for status in library.pull("tiny:1b")]
    assert [status.done_bytes for status in statuses if status.total_bytes][:5] == [0, 250000, 500000, 750000, 1000000]
    assert statuses[-1].status == "success"
    assert "tiny:1b" in peer.models


async def test_closing_a_pull_pauses_it_and_pulling_again_goes_on(peer: OllamaPeer, library: OllamaLibrary) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=20, pause_s=0.01)
    async with aclosing(library.pull("tiny:1b")) as statuses:
        async for status in statuses:
            if status.done_bytes >= 300_000:
                break
    (request,) = peer.requests_to("/api/pull")
    assert await request.wait_cut()
    assert "tiny:1b" not in peer.models
    came = peer.parts["tiny:1b"]
    assert 300_000 <= came < 1_000_000
    told = [status.done_bytes async for status in library.pull("tiny:1b") if status.done_bytes]
    assert told[0] == came
    assert "tiny:1b" in peer.models


async def test_an_error_in_the_middle_of_a_pull_is_raised(peer: OllamaPeer, library: OllamaLibrary) -> None:
    for error, kind in (
        ("max retries exceeded: dial tcp: lookup registry.ollama.ai: no such host", RegistryAway),
        ("digest mismatch, file must be downloaded again", ServerRefused),
    ):
        peer.pull_plans["tiny:1b"] = PullPlan(error=error, error_after=1)
        with pytest.raises(kind) as caught:
            [status async for status in library.pull("tiny:1b")]
        assert caught.value.detail == error
    with pytest.raises(ModelMissing):
        [status async for status in library.pull("nobody/has-this")]


async def test_a_pull_that_ends_without_success_is_broken(peer: OllamaPeer, library: OllamaLibrary) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(drop=True, error_after=2)
    with pytest.raises(StreamBroken):
        [status async for status in library.pull("tiny:1b")]


async def test_nobody_there_is_told(library: OllamaLibrary) -> None:
    away = OllamaLibrary("http://127.0.0.1:9")
    try:
        with pytest.raises(ServerUnreachable):
            [status async for status in away.pull("tiny:1b")]
        with pytest.raises(ServerUnreachable):
            await away.delete("tiny:1b")
    finally:
        await away.aclose()


async def test_deleting_removes_and_a_second_time_says_it_is_missing(peer: OllamaPeer, library: OllamaLibrary) -> None:
    await library.delete("qwen3:4b")
    assert "qwen3:4b" not in peer.models
    with pytest.raises(ModelMissing):
        await library.delete("qwen3:4b")


async def test_a_model_is_made_from_another(peer: OllamaPeer, library: OllamaLibrary) -> None:
    modelfile = parse('FROM qwen3:4b\nSYSTEM """Be\nbrief."""\nPARAMETER num_ctx 4096\nMESSAGE user hi\n')
    words = [word async for word in library.create("brief", modelfile, {})]
    assert words[-1] == "success"
    assert peer.created == [
        {
            "model": "brief",
            "stream": True,
            "from": "qwen3:4b",
            "system": "Be\nbrief.",
            "parameters": {"num_ctx": 4096},
            "messages": [{"role": "user", "content": "hi"}],
        }
    ]
    assert "Be\nbrief." in await library.modelfile("brief:latest")


async def test_weights_on_this_computer_are_uploaded_once(
    peer: OllamaPeer, library: OllamaLibrary, tmp_path: Path
) -> None:
    weights = tmp_path / "mine.gguf"
    weights.write_bytes(b"GGUF" + bytes(range(256)) * 12_000)
    sent: list[int] = []
    digest = await library.upload(weights, sent.append)
    assert digest == f"sha256:{hashlib.sha256(weights.read_bytes()).hexdigest()}"
    assert peer.blobs[digest] == weights.read_bytes()
    assert sent[-1] == weights.stat().st_size
    assert await library.upload(weights, sent.append) == digest
    assert len([request for request in peer.requests if request.method == "POST" and "blobs" in request.path]) == 1
    modelfile = parse(f"FROM {weights}")
    assert [word async for word in library.create("mine", modelfile, {str(weights): digest})][-1] == "success"
    assert peer.models["mine:latest"].size_bytes == weights.stat().st_size


async def test_an_empty_file_can_be_uploaded(peer: OllamaPeer, library: OllamaLibrary, tmp_path: Path) -> None:
    (tmp_path / "empty.gguf").touch()
    digest = await library.upload(tmp_path / "empty.gguf", lambda _: None)
    assert peer.blobs[digest] == b""
