"""What the Ollama stand-in can be told to say: one step a line, and every way in which a stream goes wrong."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.peers.http_peer import PeerRequest


@dataclass(frozen=True, slots=True)
class Say:
    """One line with `text` of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Think:
    """One line with `text` of the model's thinking."""

    text: str


@dataclass(frozen=True, slots=True)
class CallTool:
    """One line with a tool call."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    call_id: str = "call_a1b2c3d4"


@dataclass(frozen=True, slots=True)
class Done:
    """The last line. Durations in nanoseconds, as Ollama counts them; counts None are taken from what was said."""

    reason: str = "stop"
    prompt_tokens: int | None = 26
    answer_tokens: int | None = None
    load_ns: int = 4_935_886_791
    prompt_ns: int = 107_345_000
    answer_ns: int = 237_000_000


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence for `seconds` after everything so far was sent; without a number until the client goes away."""

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """An error: as the whole answer when nothing was sent before, else as a line in the middle of the stream."""

    text: str
    status: int = 500


@dataclass(frozen=True, slots=True)
class Raw:
    """One chunk of any bytes: half a line, garbage, ten megabytes."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Drop:
    """The connection ends in the middle: with a reset, or closed cleanly before the last chunk."""

    reset: bool = False


@dataclass(frozen=True, slots=True)
class EndOfBody:
    """The body ends properly, though the last line never came."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Another answer altogether, such as a proxy's HTML page."""

    status: int
    content_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NotHttp:
    """Bytes that are not even HTTP, as from a mail server; the connection is closed after them."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Hold:
    """Silence until `gate` is set: the test decides how long an answer takes, and not how busy the machine is."""

    gate: threading.Event

    async def passed(self) -> None:
        """Wait for it."""
        while not self.gate.is_set():  # noqa: ASYNC110 - set by the thread of the test, which has no loop
            await asyncio.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Flood:
    """`count` lines with `text`, rendered in blocks and sent as fast as the socket takes them."""

    count: int
    text: str = " token"


Step: TypeAlias = (
    Say | Think | CallTool | Done | Pause | Hold | ErrorLine | Raw | Drop | EndOfBody | Whole | NotHttp | Flood
)
Reply: TypeAlias = tuple[Step, ...]
Responder: TypeAlias = Callable[[PeerRequest], "Reply | None"]

_TOKEN = re.compile(r"\s*\S{1,6}|\s+")


def tokens_of(text: str) -> list[str]:
    """Cut `text` into pieces of the size that models write; joined they are `text` again."""
    return _TOKEN.findall(text)


def answer(text: str, *, thinking: str = "", tokens_per_s: float | None = None, reason: str = "stop") -> Reply:
    """A whole answer, token by token; without `tokens_per_s` as fast as the socket goes."""
    said: list[Step] = [Think(token) for token in tokens_of(thinking)]
    said += [Say(token) for token in tokens_of(text)]
    answer_ns = round(len(said) / (tokens_per_s or 110.0) * 1e9)
    return (*paced(said, tokens_per_s), Done(reason, answer_tokens=len(said), answer_ns=answer_ns))


def held_answer(first: str, rest: str, gate: threading.Event) -> Reply:
    """`first` at once, and `rest` when `gate` is set."""
    return (*(Say(token) for token in tokens_of(first)), Hold(gate), *answer(rest))


def paced(steps: Iterable[Step], tokens_per_s: float | None) -> Reply:
    """`steps` with a pause before each, so that they come at a steady rate."""
    if not tokens_per_s:
        return tuple(steps)
    return tuple(part for step in steps for part in (Pause(1 / tokens_per_s), step))


def failed(status: int, text: str) -> Reply:
    """An error before the stream."""
    return (ErrorLine(text, status),)


# How Ollama words a lack of memory; the first from its scheduler, the others from its runner process.
# Seen in issues 8597 and 9782 of ollama/ollama and in logs quoted there.
OUT_OF_MEMORY_TEXTS = (
    "model requires more system memory (63.6 GiB) than is available (18.9 GiB)",
    (
        "llama runner process has terminated: cudaMalloc failed: out of memory\n"
        "ggml_gallocr_reserve_n: failed to allocate CUDA0 buffer of size 838447104"
    ),
    "llama runner process has terminated: error loading model: unable to allocate CUDA0 buffer",
    "llama runner process has terminated: CUDA error: out of memory",
    "memory layout cannot be allocated with num_gpu = 33",
)
