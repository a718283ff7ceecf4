"""HTTP to a model server that is not trusted: bounded waiting, bounded sizes, and engine errors instead of httpx's.

Shared by the providers. Nothing is decompressed, no redirect is followed, no proxy is read from the environment.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import math
import re
import ssl
import threading
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from models.engine_errors import EngineError, NotAModelServer, ServerUnreachable, StreamBroken, StreamStalled

if TYPE_CHECKING:
    import httpx

_LOADING = threading.Lock()
_MIB = 1024 * 1024
_WAITING_BYTES = 256 * 1024
_BATCH_LINES = 64  # a millisecond's worth at 50,000 lines a second
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class WireLimits:
    """How long to wait and how much to take.

    `first_byte_s` is long because a server that loads a model says nothing until it is loaded: 40 GB from a hard disk
    take minutes. `stream_bytes` holds some 900,000 tokens, each in a line of about 140 bytes.
    """

    connect_s: float = 5.0
    answer_s: float = 30.0
    first_byte_s: float = 600.0
    silence_s: float = 60.0
    line_bytes: int = 4 * _MIB
    answer_bytes: int = 64 * _MIB
    stream_bytes: int = 128 * _MIB


@dataclass(frozen=True, slots=True)
class WireAnswer:
    """A whole answer of the server."""

    status: int
    content_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> Any:
        """The body as JSON; None when it is none."""
        try:
            return read_json(self.body)
        except ValueError:
            return None


Refusal = Callable[[WireAnswer], EngineError]


@dataclass(frozen=True, slots=True)
class _Asking:
    method: str
    path: str
    body: dict[str, Any] | AsyncIterable[bytes] | None
    model: str
    wait_s: float
    headers: Mapping[str, str] = field(default_factory=dict)


class HttpWire:
    """Requests to one server. `connect` makes the client at the first request, since importing it takes long."""

    def __init__(
        self, connect: Callable[[], Awaitable[httpx.AsyncClient]], *, address: str, limits: WireLimits
    ) -> None:
        self.address = address
        self.limits = limits
        self._connect = connect
        self._client: httpx.AsyncClient | None = None
        self._connecting = asyncio.Lock()
        self._sending: dict[Silence, asyncio.Future[None]] = {}  # done when nothing is sent any more
        self._exchanges = 0
        self._is_closed = False

    async def whole(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | AsyncIterable[bytes] | None = None,
        *,
        model: str = "",
        wait_s: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> WireAnswer:
        """Ask and read the whole answer, whatever its status. Waits `wait_s` for it, `answer_s` by default.

        A body that is no object is sent as it comes, under the `Content-Length` of `headers`.
        """
        silence = Silence(model, self.address)
        asking = _Asking(method, path, body, model, wait_s or self.limits.answer_s, headers or {})
        async with self._exchange(asking, silence) as response:
            return await self._read_whole(response, silence, model)

    @asynccontextmanager
    async def lines(
        self, path: str, body: dict[str, Any], *, model: str, refusal: Refusal
    ) -> AsyncIterator[LineStream]:
        """Post `body` and read the answer line by line. `refusal` makes the error from an answer that is no success."""
        silence = Silence(model, self.address)
        async with self._exchange(_Asking("POST", path, body, model, self.limits.first_byte_s), silence) as response:
            if response.status_code != 200 or "html" in response.headers.get("content-type", ""):
                raise refusal(await self._read_whole(response, silence, model))
            stream = LineStream(response, silence, self, model=model)
            try:
                yield stream
            finally:
                await stream.aclose()

    async def aclose(self) -> None:
        """End all connections, and with StreamBroken what is asked over them. Who asks later leaves none behind."""
        self._is_closed = True
        await self._hang_up()

    async def _hang_up(self) -> None:
        client, self._client = self._client, None
        # A client that is closed forgets a connection that is being made, which then stays open: those end first.
        sending = dict(self._sending)
        for silence in sending:
            silence.cut()
        if sending:
            await asyncio.wait(sending.values())
        if client is not None:
            await client.aclose()

    @asynccontextmanager
    async def _exchange(self, asking: _Asking, silence: Silence) -> AsyncIterator[httpx.Response]:
        self._exchanges += 1
        try:
            with self._engine_errors(asking.model, posting=asking.method == "POST"):
                response = await self._send(asking, silence)
                try:
                    self._check(response, asking.model)
                    yield response
                finally:
                    silence.end()
                    await response.aclose()
        finally:
            self._exchanges -= 1
            if self._is_closed and not self._exchanges:
                await self._hang_up()

    async def _send(self, asking: _Asking, silence: Silence) -> httpx.Response:
        """The answer as soon as its head is there."""
        sent = self._sending[silence] = asyncio.get_running_loop().create_future()
        try:
            with silence.limited_to(math.inf):
                client = await self._ready_client()
                content = write_json(asking.body) if isinstance(asking.body, dict) else asking.body
                headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", **asking.headers}
                request = client.build_request(asking.method, asking.path, content=content, headers=headers)
                silence.restart(asking.wait_s)
                return await client.send(request, stream=True)
        except BaseException:
            silence.end()
            raise
        finally:
            del self._sending[silence]
            sent.set_result(None)

    async def _ready_client(self) -> httpx.AsyncClient:
        async with self._connecting:
            if self._client is None:
                self._client = await self._connect()
            return self._client

    def _check(self, response: httpx.Response, model: str) -> None:
        encoding = response.headers.get("content-encoding", "identity")
        if response.is_redirect:
            target = response.headers.get("location", "")
            raise NotAModelServer(f"redirects to {target[:200]}", model=model, address=self.address)
        if encoding != "identity":
            raise NotAModelServer(f"content-encoding {encoding[:40]}", model=model, address=self.address)

    async def _read_whole(self, response: httpx.Response, silence: Silence, model: str) -> WireAnswer:
        body = bytearray()
        chunks = response.aiter_raw()
        now = asyncio.get_running_loop().time
        deadline = now() + self.limits.answer_s  # for the whole body: a byte now and then does not keep us waiting
        while True:
            with silence.limited_to(deadline - now()):
                chunk = await anext(chunks, None)
            if chunk is None:
                break
            body += chunk
            if len(body) > self.limits.answer_bytes:
                size_mib = self.limits.answer_bytes / _MIB
                raise NotAModelServer(f"an answer of more than {size_mib:g} MiB", model=model, address=self.address)
        return WireAnswer(response.status_code, response.headers.get("content-type", ""), bytes(body), response.headers)

    @contextmanager
    def _engine_errors(self, model: str, *, posting: bool) -> Iterator[None]:
        import httpx

        where = {"model": model, "address": self.address}
        try:
            yield
        except (httpx.ConnectError, httpx.ConnectTimeout) as fault:
            if refusal := _own_refusal(fault):
                raise refusal from None
            raise ServerUnreachable(_words(fault), **where) from fault
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as fault:
            raise ServerUnreachable(f"not an address: {_words(fault)}", **where) from fault
        except httpx.RemoteProtocolError as fault:
            # A mail or SSH server greets and hangs up, which httpx sees as no answer; a model server that dies under a
            # question looks the same, but not under a plain look at its lists.
            broke_off = "closed connection" in str(fault) or ("disconnected" in str(fault) and posting)
            raise (StreamBroken if broke_off else NotAModelServer)(_words(fault), **where) from fault
        except httpx.HTTPError as fault:
            raise StreamBroken(_words(fault), **where) from fault


class LineStream:
    """The lines of one answer, in batches: all that came while the reader was busy is handed on at once.

    A task of its own takes the bytes from the network, so that a flood comes in batches of some 64 lines, and a busy
    reader is never taken for a silent server.
    """

    def __init__(self, response: httpx.Response, silence: Silence, wire: HttpWire, *, model: str) -> None:
        self._chunks = response.aiter_raw()
        self._silence = silence
        self._limits = wire.limits
        self._where = {"model": model, "address": wire.address}
        self._lines: list[bytes] = []
        self._waiting_bytes = 0
        self._batch_lines = 1
        self._arrived = asyncio.Event()
        self._room = asyncio.Event()
        self._pump = asyncio.create_task(self._fill(), name="line-stream")

    async def next_batch(self) -> list[bytes] | None:
        """The next lines without their ends, None after the last. A last line without an end counts as a line."""
        while not self._lines:
            if self._pump.done():
                return self._pump.result()  # None, or the error that ended the stream
            self._arrived.clear()
            await self._arrived.wait()
        lines, self._lines = self._lines, []
        self._waiting_bytes = 0
        self._room.set()
        return lines

    async def finish(self) -> None:
        """Wait, for at most 1 s, until the server has ended its answer, so that the connection can be used again."""
        await asyncio.wait({self._pump}, timeout=1.0)

    async def aclose(self) -> None:
        """Stop taking bytes."""
        self._pump.cancel()
        await asyncio.wait({self._pump})
        if not self._pump.cancelled():
            self._pump.exception()  # looked at, or asyncio would report it as forgotten

    async def _fill(self) -> None:
        rest, taken_bytes, silence, limits = b"", 0, self._silence, self._limits
        try:
            with silence.limited_to(limits.first_byte_s):
                async for chunk in self._chunks:
                    silence.restart(limits.silence_s)
                    taken_bytes += len(chunk)
                    lines = (rest + chunk if rest else chunk).split(b"\n")
                    rest = lines.pop()
                    if len(rest) > limits.line_bytes or taken_bytes > limits.stream_bytes:
                        raise StreamBroken(f"too much: {taken_bytes} bytes, {len(rest)} in one line", **self._where)
                    if lines:
                        self._lines += lines
                        self._arrived.set()
                        self._waiting_bytes += len(chunk)
                        if self._waiting_bytes > _WAITING_BYTES or len(self._lines) >= self._batch_lines:
                            await self._give_way()
            self._lines += [rest] if rest.strip() else []
        finally:
            self._arrived.set()

    async def _give_way(self) -> None:
        """Let the reader run, at once for the first line; let the server wait for a reader that does not keep up."""
        self._batch_lines = _BATCH_LINES
        if self._waiting_bytes > _WAITING_BYTES:
            self._silence.pause()
            self._room.clear()
            await self._room.wait()
            self._silence.restart(self._limits.silence_s)
        else:
            await asyncio.sleep(0)  # chunks that are here already are taken without any pause for others


class Silence:
    """Ends a wait for bytes that takes too long, with `StreamStalled`, or that is cut, with `StreamBroken`.

    Like `asyncio.timeout`, but one timer serves a whole stream: waiting for a chunk costs one look at the clock.
    """

    def __init__(self, model: str, address: str) -> None:
        self._loop = asyncio.get_running_loop()
        self._where = {"model": model, "address": address}
        self._now = self._loop.time
        self._timer: asyncio.TimerHandle | None = None
        self._looks_at = math.inf
        self._deadline = math.inf
        self._limit_s = 0.0
        self._task: asyncio.Task[Any] | None = None
        self._expired = False
        self._is_cut = False

    def limited_to(self, limit_s: float) -> Self:
        """For a `with` around the wait, in the task that waits."""
        self._limit_s = limit_s
        return self

    def __enter__(self) -> None:
        self._task = asyncio.current_task()
        self.restart(self._limit_s)

    def restart(self, limit_s: float) -> None:
        """Something came: wait for `limit_s` from now on."""
        self._limit_s = limit_s
        self._deadline = deadline = self._now() + limit_s
        if self._looks_at > deadline:
            self.end()
            self._timer = self._loop.call_at(deadline, self._look)
            self._looks_at = deadline

    def pause(self) -> None:
        """Nothing is waited for until the next `restart`."""
        self._deadline = math.inf

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._deadline = math.inf
        if self._expired and kind is asyncio.CancelledError and self._task is not None:
            self._expired = False
            if self._task.uncancel() == 0:
                if self._is_cut:
                    raise StreamBroken("the connections were ended", **self._where) from None
                raise StreamStalled(silence_s=self._limit_s, **self._where) from None

    def cut(self) -> None:
        """End the wait that goes on now, without a limit or within it."""
        if self._task is not None and not self._expired:
            self._expired = self._is_cut = True
            self._task.cancel()

    def end(self) -> None:
        """Let go of the timer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._looks_at = math.inf

    def _look(self) -> None:
        self._timer = None
        self._looks_at = math.inf
        if self._deadline == math.inf or self._task is None or self._is_cut:
            return  # nobody waits; the next wait sets the timer again
        if self._now() < self._deadline:
            self._timer = self._loop.call_at(self._deadline, self._look)
            self._looks_at = self._deadline
            return
        self._expired = True
        self._task.cancel()


def client_options(address: str, limits: WireLimits) -> dict[str, Any]:
    """Options of a client for `address`: no environment, no redirects; `Silence` bounds the waiting for bytes."""
    import httpx

    # Without https no certificates are read (20 ms); this context trusts nobody, so it cannot be used by mistake.
    verify: ssl.SSLContext | bool = address.startswith("https:") or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return {
        "trust_env": False,
        "follow_redirects": False,
        "verify": verify,
        "timeout": httpx.Timeout(None, connect=limits.connect_s),
        "limits": httpx.Limits(max_connections=None, max_keepalive_connections=4),
    }


def read_json(data: bytes) -> Any:
    """Parse untrusted JSON. Raises ValueError, also for nesting that is too deep; half surrogates become U+FFFD."""
    try:
        return _parser()(data)
    except ValueError:
        try:
            return _without_surrogates(json.loads(data))
        except RecursionError as fault:
            raise ValueError("nested too deeply") from fault


@cache
def _parser() -> Callable[[bytes], Any]:
    # 4 times as fast as the standard library for the short lines of a stream
    parse: Callable[[bytes], Any] = loaded("pydantic_core").from_json
    return parse


def loaded(name: str) -> ModuleType:
    """The library called `name`, imported now if it was not yet; one at a time, on whichever thread.

    Two threads that import parts of one library (pydantic) may see half of it (seen once, at a cold start).
    """
    with _LOADING:
        return importlib.import_module(name)


def write_json(value: Any) -> bytes:
    """JSON in UTF-8; half surrogates, which no server can read, become question marks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(name): _without_surrogates(item) for name, item in value.items()}
    return value


def _own_refusal(fault: BaseException | None) -> ConnectionRefusedError | None:
    """A refusal that is more than the operating system's: this process's own guard said no, and may say so itself."""
    while fault is not None:
        if isinstance(fault, ConnectionRefusedError) and type(fault) is not ConnectionRefusedError:
            return fault
        fault = fault.__cause__ or fault.__context__
    return None


def _words(fault: Exception) -> str:
    return str(fault)[:500] or type(fault).__name__
