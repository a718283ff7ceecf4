"""The stand-ins are what they stand for: their bytes are Ollama's, and its own client understands them."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import ollama
import pytest

from tests.peers.ollama_replies import CallTool, Done, ErrorLine, Say, answer
from tests.peers.ollama_server import OllamaPeer, PeerModel, go_json
from tests.peers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parent.parent.parent
STAMP = rb'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}Z"'


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as running:
        yield running


@pytest.fixture
def client(peer: OllamaPeer) -> Iterator[ollama.Client]:
    made = ollama.Client(host=peer.address, trust_env=False)
    yield made
    made._client.close()


def chat_lines(peer: OllamaPeer, **more: object) -> list[bytes]:
    body = {"model": "llama3.2:3b", "messages": [{"role": "user", "content": "hi"}], **more}
    with httpx.stream("POST", f"{peer.address}/api/chat", json=body, trust_env=False) as response:
        assert response.headers["content-type"] == "application/x-ndjson"
        assert response.headers["transfer-encoding"] == "chunked"
        return list(response.iter_raw())


def test_a_chat_line_is_ollamas_byte_for_byte(peer: OllamaPeer) -> None:
    peer.script("llama3.2:3b", (Say("a<b> & “ü”"), CallTool("clock", {"zone": "UTC"}), Done(answer_tokens=2)))
    first, call, last = (re.sub(STAMP, b'"T"', line) for line in b"".join(chat_lines(peer)).splitlines())
    message = '"message":{"role":"assistant","content":"a\\u003cb\\u003e \\u0026 “ü”"}'
    assert first.decode() == f'{{"model":"llama3.2:3b","created_at":"T",{message},"done":false}}'
    calls = '[{"id":"call_a1b2c3d4","function":{"index":0,"name":"clock","arguments":{"zone":"UTC"}}}]'
    assert call.decode() == (
        '{"model":"llama3.2:3b","created_at":"T","message":{"role":"assistant","content":"","tool_calls":'
        f'{calls}}},"done":false}}'
    )
    assert re.fullmatch(
        rb'\{"model":"llama3.2:3b","created_at":"T","message":\{"role":"assistant","content":""\},"done":true,'
        rb'"done_reason":"stop","total_duration":\d+,"load_duration":\d+,"prompt_eval_count":26,'
        rb'"prompt_eval_duration":\d+,"eval_count":2,"eval_duration":\d+\}',
        last,
    )


def test_each_line_is_a_chunk_of_its_own(peer: OllamaPeer) -> None:
    peer.script("llama3.2:3b", answer("one two three four"))
    assert all(chunk.endswith(b"\n") and chunk.count(b"\n") == 1 for chunk in chat_lines(peer))


def test_an_error_has_its_status_before_the_stream_and_none_in_it(peer: OllamaPeer) -> None:
    peer.script("llama3.2:3b", (Say("a"), ErrorLine("it broke")))
    assert chat_lines(peer)[-1] == b'{"error":"it broke"}\n'
    body = {"model": "absent", "messages": [{"role": "user", "content": "hi"}]}
    refused = httpx.post(f"{peer.address}/api/chat", json=body, trust_env=False)
    assert (refused.status_code, refused.content) == (404, b'{"error":"model \'absent\' not found"}')
    assert refused.headers["content-type"] == "application/json; charset=utf-8"
    assert httpx.get(f"{peer.address}/nowhere", trust_env=False).text == "404 page not found"
    assert httpx.get(peer.address, trust_env=False).text == "Ollama is running"


def test_line_separators_are_escaped_as_go_does() -> None:
    assert go_json({"a": "\u2028<\u2029"}) == b'{"a":"\\u2028\\u003c\\u2029"}'


def test_ollamas_own_client_lists_shows_and_deletes(peer: OllamaPeer, client: ollama.Client) -> None:
    listed = client.list().models
    assert {model.model for model in listed} == set(peer.models)
    assert listed[0].modified_at is not None
    shown = client.show("llama3.2:3b")
    assert shown.capabilities == ["completion", "tools"]
    assert shown.modelinfo is not None
    assert shown.modelinfo["llama.context_length"] == 131_072
    client.delete("llama3.2:3b")
    with pytest.raises(ollama.ResponseError) as missing:
        client.show("llama3.2:3b")
    assert missing.value.status_code == 404


def test_ollamas_own_client_talks_loads_and_unloads(client: ollama.Client, peer: OllamaPeer) -> None:
    whole = client.chat("qwen3:4b", [{"role": "user", "content": "hi"}], think=True)
    assert whole.message.content == "Hello from qwen3:4b."
    peer.script("qwen3:4b", answer("Nine.", thinking="Three times three."))
    parts = list(client.generate("qwen3:4b", "What is three times three?", stream=True))
    assert "".join(part.response or "" for part in parts) == "Nine."
    assert "".join(part.thinking or "" for part in parts) == "Three times three."
    assert parts[-1].done_reason == "stop"
    [loaded] = client.ps().models
    assert (loaded.model, loaded.context_length) == ("qwen3:4b", 4096)
    client.generate("qwen3:4b", keep_alive=0)
    assert client.ps().models == []


def test_ollamas_own_client_pulls_and_embeds(peer: OllamaPeer, client: ollama.Client) -> None:
    peer.pullable["tiny:1b"] = PeerModel("tiny:1b")
    states = [progress.status for progress in client.pull("tiny:1b", stream=True)]
    assert states[0] == "pulling manifest"
    assert states[-1] == "success"
    assert "tiny:1b" in peer.models
    with pytest.raises(ollama.ResponseError, match="file does not exist"):
        list(client.pull("absent:1b", stream=True))
    one, two = client.embed("nomic-embed-text", ["a", "b"]).embeddings
    assert len(one) == len(two) == 32
    assert sum(value * value for value in one) == pytest.approx(1, abs=1e-4)


def test_a_fault_in_a_script_fails_the_test_that_wrote_it() -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    peer = OllamaPeer(respond=broken)
    peer.start()
    body = {"model": "llama3.2:3b", "messages": [{"role": "user", "content": "hi"}]}
    with pytest.raises(httpx.HTTPError):
        httpx.post(f"{peer.address}/api/chat", json=body, trust_env=False)
    with pytest.raises(ZeroDivisionError):
        peer.stop()


@pytest.mark.parametrize("script", ["hello", "demo", "flood"])
def test_the_program_prints_its_address_and_serves(script: str) -> None:
    command = [sys.executable, "-m", "tests.peers.ollama_server", "--script", script, "--tokens", "50"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            body = {"model": "qwen3:4b", "messages": [{"role": "user", "content": "Why is the sky blue?"}]}
            with httpx.stream("POST", f"{address}/api/chat", json=body, trust_env=False) as response:
                lines = list(response.iter_lines())
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=PATIENCE_S)
    assert '"done":true' in lines[-1]
    assert len(lines) > 10
    assert any('"thinking"' in line for line in lines) == (script == "demo")
