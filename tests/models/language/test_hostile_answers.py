"""Answers bent at random: each ends in pieces or in an engine error, never in anything else, never without end."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Iterator

import pytest

from models.engine_errors import EngineError, StreamStalled
from models.language.http_wire import HttpWire, WireLimits, client_options, read_json
from models.language.joined_pieces import joined
from models.language.messages import Finished, Piece, TextPiece, ThinkingPiece, ToolCallPiece, Usage
from models.language.ollama_format import AnswerReader, details_from, loaded_from, summary_from
from models.language.openai_format import EventReader
from tests.peers.ollama_replies import Pause, Raw
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S

OLLAMA_LINES = [
    b'{"model":"m","message":{"role":"assistant","content":"Hello","thinking":"Hm"},"done":false}',
    b'{"message":{"content":"","tool_calls":[{"id":"c","function":{"name":"f","arguments":{"a":[1,2]}}}]},"done":false}',
    b'{"error":"model requires more system memory (9 GiB) than is available (1 GiB)"}',
    b'{"message":{"content":""},"done":true,"done_reason":"stop","eval_count":7,"eval_duration":100}',
]
OPENAI_LINES = [
    b'data: {"choices":[{"index":0,"delta":{"content":"Hello","reasoning_content":"Hm"},"finish_reason":null}]}',
    b'data: {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"f","arguments":"{\\"a\\":1}"}}]}}]}',
    b'data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":3},"timings":{"predicted_ms":4}}',
    b"data: [DONE]",
]
ODD_VALUES = [None, 0, -1, 1.5, 10**400, True, "", "x", [], [[]], {}, {"a": {}}, "\ud800", [None], {"message": 3}]


def bent(source: random.Random, lines: list[bytes]) -> list[bytes]:
    """`lines` with bytes changed, cut out, doubled, or swapped."""
    text = bytearray(b"\n".join(lines))
    for _ in range(source.randint(1, 6)):
        at = source.randrange(len(text))
        match source.randrange(4):
            case 0:
                text[at] = source.randrange(256)
            case 1:
                del text[at : at + source.randint(1, 30)]
            case 2:
                text[at:at] = text[at : at + source.randint(1, 30)]
            case _:
                text[at:at] = json.dumps(source.choice(ODD_VALUES)).encode()
        text = text or bytearray(b"x")
    return bytes(text).split(b"\n")


def odd(source: random.Random, value: object) -> object:
    """`value` with some parts replaced by what does not belong there."""
    if source.random() < 0.15:
        return source.choice(ODD_VALUES)
    if isinstance(value, dict):
        return {name: odd(source, item) for name, item in value.items()}
    if isinstance(value, list):
        return [odd(source, item) for item in value]
    return value


def ollama_pieces(lines: list[bytes]) -> Iterator[Piece]:
    reader = AnswerReader("m", "a", allow_remote=False)
    yield from joined(reader.pieces(lines))
    yield reader.ending()


def openai_pieces(lines: list[bytes]) -> Iterator[Piece]:
    reader = EventReader("m", "a")
    yield from joined(reader.pieces(lines))
    yield from reader.ending()


@pytest.mark.parametrize(("read", "lines"), [(ollama_pieces, OLLAMA_LINES), (openai_pieces, OPENAI_LINES)])
def test_bent_streams_end_in_pieces_or_engine_errors(
    read: Callable[[list[bytes]], Iterator[Piece]], lines: list[bytes], *, storm: bool
) -> None:
    source = random.Random(20261121)
    whole = broken = 0
    for _ in range(200_000 if storm else 3_000):
        try:
            for piece in read(bent(source, lines)):
                if isinstance(piece, TextPiece | ThinkingPiece):
                    piece.text.encode()  # no half surrogates, which no database could keep
                assert isinstance(piece, TextPiece | ThinkingPiece | ToolCallPiece | Finished)
            whole += 1
        except EngineError:
            broken += 1
    assert whole
    assert broken


def test_odd_lists_and_details_are_read_without_harm(*, storm: bool) -> None:
    source = random.Random(7)
    entry = {"name": "m", "size": 5, "details": {"family": "f"}, "modified_at": "2026-01-01T00:00:00.123456789Z"}
    entry |= {"size_vram": 3, "context_length": 9, "expires_at": "2318-04-12T23:44:07.0-07:00", "remote_host": ""}
    shown = {
        "capabilities": ["vision"],
        "model_info": {"general.architecture": "f", "f.context_length": 4},
        "details": {},
    }
    for _ in range(100_000 if storm else 3_000):
        odd_entry, odd_shown = odd(source, entry), odd(source, shown)
        if isinstance(odd_entry, dict) and isinstance(odd_shown, dict):
            assert isinstance(summary_from(odd_entry).name, str)
            assert loaded_from(odd_entry).size_bytes >= 0
            assert details_from("m", odd_shown).abilities is not None


def test_neighbouring_texts_are_joined_and_kinds_are_kept_apart() -> None:
    end = Finished("stop", Usage())
    pieces = [ThinkingPiece("a"), ThinkingPiece("b"), TextPiece("c"), TextPiece("d"), ThinkingPiece("e"), end]
    assert list(joined(pieces)) == [ThinkingPiece("ab"), TextPiece("cd"), ThinkingPiece("e"), end]
    assert list(joined([])) == []


def test_half_surrogates_become_a_sign_that_can_be_kept() -> None:
    assert read_json(rb'{"a\ud800": ["\udfff!", "\ud83d\ude00"]}') == {"a\ufffd": ["\ufffd!", "😀"]}
    with pytest.raises(ValueError, match="nested"):
        read_json(b"[" * 200_000)


async def test_a_server_that_drips_does_not_keep_us_waiting() -> None:
    async with OllamaPeer() as peer:
        drops = tuple(step for _ in range(200) for step in (Raw(b" "), Pause(0.05)))
        peer.override("/api/tags", drops)

        async def connect() -> object:
            import httpx

            return httpx.AsyncClient(base_url=peer.address, **client_options(peer.address, limits))

        limits = WireLimits(answer_s=0.5)
        wire = HttpWire(connect, address=peer.address, limits=limits)  # type: ignore[arg-type]
        with pytest.raises(StreamStalled):
            async with asyncio.timeout(PATIENCE_S):
                await wire.whole("GET", "/api/tags")
        await wire.aclose()
