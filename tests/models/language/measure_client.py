"""Figures behind the choice of how Ollama's stream is read: `python -m tests.models.language.measure_client`.

Medians of seven rounds over a flood of 20,000 lines from a stand-in in a process of its own, and the time until the
first piece when nothing floods.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence

from models.language.messages import ChatMessage, ChatRequest
from models.language.ollama_model import OllamaServer

LINES = 20_000
ROUNDS = 7
MODEL = "llama3.2:3b"
Reader = Callable[[str], Awaitable[None]]
BODY = {"model": MODEL, "messages": [{"role": "user", "content": "hi"}], "stream": True}


async def bare_httpx(address: str) -> None:
    """Every line read with httpx and parsed with the standard library."""
    import httpx

    async with (
        httpx.AsyncClient(trust_env=False) as client,
        client.stream("POST", f"{address}/api/chat", json=BODY) as response,
    ):
        async for line in response.aiter_lines():
            json.loads(line)


async def typed_client(address: str) -> None:
    """The `ollama` client's own typed method."""
    import ollama

    client = ollama.AsyncClient(host=address, trust_env=False)
    async for _ in await client.chat(model=MODEL, messages=BODY["messages"], stream=True):
        pass
    await client._client.aclose()


async def hearth(address: str) -> None:
    """What Hearth does."""
    server = OllamaServer(address)
    async for _ in server.stream(ChatRequest(MODEL, (ChatMessage("user", "hi"),))):
        pass
    await server.aclose()


async def first_piece_s(address: str) -> tuple[float, float]:
    """Median time until the first piece: with Hearth (which asks first whether the model is remote), and bare."""
    import httpx

    ours, bare = [], []
    server = OllamaServer(address)
    await server.version()
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.get(f"{address}/api/version")
        for _ in range(31):
            started = time.perf_counter()
            pieces = server.stream(ChatRequest(MODEL, (ChatMessage("user", "hi"),)))
            await anext(pieces)
            ours.append(time.perf_counter() - started)
            async for _ in pieces:
                pass
            started = time.perf_counter()
            async with client.stream("POST", f"{address}/api/chat", json=BODY) as response:
                await anext(response.aiter_lines())
                bare.append(time.perf_counter() - started)
    await server.aclose()
    return statistics.median(ours), statistics.median(bare)


async def seconds_a_line(readers: Sequence[Reader], address: str) -> list[float]:
    """Median seconds a line of each reader; the rounds take turns, so that a busy moment meets all alike."""
    taken: list[list[float]] = [[] for _ in readers]
    for _ in range(ROUNDS):
        for at, read in enumerate(readers):
            started = time.perf_counter()
            await read(address)
            taken[at].append((time.perf_counter() - started) / LINES)
    return [statistics.median(rounds) for rounds in taken]


def served(script: str) -> tuple[subprocess.Popen[str], str]:
    """A stand-in process and its address."""
    command = [sys.executable, "-m", "tests.peers.ollama_server", "--script", script, "--tokens", str(LINES)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


async def main() -> None:
    """Print one figure a line."""
    process, address = served("flood")
    names = ("bare httpx", "ollama's client", "Hearth")
    taken = await seconds_a_line((bare_httpx, typed_client, hearth), address)
    for name, taken_s in zip(names, taken, strict=True):
        print(f"{name:16} {taken_s * 1e6:6.1f} µs a line, ratio {taken[0] / taken_s:.2f}")
    process.kill()
    process.wait()
    process, address = served("hello")
    ours_s, bare_s = await first_piece_s(address)
    print(f"first piece: Hearth {ours_s * 1e3:.1f} ms, bare httpx {bare_s * 1e3:.1f} ms")
    process.kill()
    process.wait()


if __name__ == "__main__":
    asyncio.run(main())
