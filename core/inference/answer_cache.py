"""`AnswerCache`: the very same prompt to the very same model is answered from the vault. Off unless installed.

The key is an HMAC of model, parameters and prompt under a key of the vault, so that the table says nothing about what
was asked even to somebody who sees single rows; the answer lies in the encrypted database like any message.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Protocol, TypeVar

from core.clock import Clock
from core.errors import HearthError
from core.inference.middleware import GatewayEvent, GatewayStream, ModelCall, Proceed, Purpose, wrapped
from core.logs import Public
from core.vault.database import Connection
from models.language.messages import ChatRequest, Finished, Piece, TextPiece, ThinkingPiece, Usage

_log = logging.getLogger("hearth.inference")
T = TypeVar("T")

_FORMAT = 1


class _Runner(Protocol):
    async def run(self, job: Callable[[Connection], T]) -> T: ...


class AnswerCache:
    """Answers known prompts of the allowed `purposes` at once, and keeps new whole answers.

    An answer with a tool call is never kept, nor one that was cut off or came from a fallback model. At most `entries`
    are kept, the least recently used go first, and none longer than `days`. A cache that cannot be read or written is
    left aside: it must never cost an answer.
    """

    def __init__(
        self,
        writer: _Runner,
        readers: _Runner,
        mac_key: bytes,
        *,
        clock: Clock,
        purposes: frozenset[Purpose] = frozenset({"chat", "title", "summary"}),
        entries: int = 1000,
        days: int = 30,
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._mac_key = mac_key
        self._clock = clock
        self._purposes = purposes
        self._entries = entries
        self._days = days

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on the kept pieces, or all events of the real call."""
        if not call.cacheable or call.purpose not in self._purposes or call.request.tools:
            async with wrapped(proceed(call)) as events:
                async for event in events:
                    yield event
            return
        key = self._key(call.request)
        for piece in kept if (kept := await self._kept(key)) else ():
            yield piece
        if kept:
            return
        pieces: list[GatewayEvent] = []
        async with wrapped(proceed(call)) as events:
            async for event in events:
                pieces.append(event)
                yield event
        await self._keep(key, pieces)

    async def clear(self) -> None:
        """Forget all answers."""
        await self._writer.run(lambda connection: connection.execute("DELETE FROM answer_cache").close())

    def _key(self, request: ChatRequest) -> bytes:
        mac = hmac.new(self._mac_key, digestmod=hashlib.sha256)
        mac.update(json.dumps(_comparable(request), sort_keys=True, ensure_ascii=True).encode())
        return mac.digest()

    async def _kept(self, key: bytes) -> list[Piece]:
        oldest_ms = _milliseconds(self._clock, days_ago=self._days)

        def look(connection: Connection) -> str | None:
            row = connection.execute(
                "SELECT answer FROM answer_cache WHERE key = ? AND created_at >= ?", (key, oldest_ms)
            ).fetchone()
            return None if row is None else str(row[0])

        try:
            answer = await self._readers.run(look)
            pieces = [] if answer is None else _from_text(answer)
            if pieces:
                await self._writer.run(self._used(key))
        except (HearthError, ValueError, KeyError, TypeError) as error:
            _log.warning("answer cache could not be read: %s", Public(type(error).__name__))
            return []
        return pieces

    def _used(self, key: bytes) -> Callable[[Connection], None]:
        now_ms = _milliseconds(self._clock)
        return lambda connection: connection.execute(
            "UPDATE answer_cache SET used_at = ? WHERE key = ?", (now_ms, key)
        ).close()

    async def _keep(self, key: bytes, events: list[GatewayEvent]) -> None:
        answer = _to_text(events)
        if answer is None:
            return
        now_ms = _milliseconds(self._clock)
        oldest_ms = _milliseconds(self._clock, days_ago=self._days)

        def keep(connection: Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO answer_cache (key, answer, created_at, used_at) VALUES (?, ?, ?, ?)",
                (key, answer, now_ms, now_ms),
            )
            connection.execute("DELETE FROM answer_cache WHERE created_at < ?", (oldest_ms,))
            connection.execute(
                "DELETE FROM answer_cache WHERE key NOT IN "
                "(SELECT key FROM answer_cache ORDER BY used_at DESC, created_at DESC LIMIT ?)",
                (self._entries,),
            )

        try:
            await self._writer.run(keep)
        except HearthError as error:
            _log.warning("answer cache could not be written: %s", Public(error.code))


def _milliseconds(clock: Clock, *, days_ago: int = 0) -> int:
    return int((clock.now() - timedelta(days=days_ago)).timestamp() * 1000)


def _comparable(request: ChatRequest) -> dict[str, Any]:
    """Everything that can change an answer; images by their digest. `keep_alive_s` cannot."""
    return {
        "format": _FORMAT,
        "model": request.model,
        "messages": [
            [
                message.role,
                message.text,
                [hashlib.sha256(image).hexdigest() for image in message.images],
                [[call.name, call.arguments, call.call_id] for call in message.tool_calls],
                message.tool_name,
                message.tool_call_id,
            ]
            for message in request.messages
        ],
        "sampling": asdict(request.sampling),
        "context_tokens": request.context_tokens,
        "think": request.think,
        "schema": request.response_schema,
    }


def _to_text(events: list[GatewayEvent]) -> str | None:
    """The answer as JSON, or None when it is not one to keep. Neighbouring pieces are joined."""
    joined: list[list[Any]] = []
    finished: Finished | None = None
    for event in events:
        match event:
            case TextPiece(text) | ThinkingPiece(text):
                kind = "text" if isinstance(event, TextPiece) else "thinking"
                if joined and joined[-1][0] == kind:
                    joined[-1][1] += text
                else:
                    joined.append([kind, text])
            case Finished(reason="stop"):
                finished = event
            case _:
                return None
    if finished is None or not any(kind == "text" for kind, _ in joined):
        return None
    usage = finished.usage
    joined.append(["finished", [usage.prompt_tokens, usage.answer_tokens]])
    return json.dumps(joined, ensure_ascii=False)


def _from_text(answer: str) -> list[Piece]:
    """The kept pieces. Durations of the first time are left out: they would not be true of this one."""
    pieces: list[Piece] = []
    for kind, value in json.loads(answer):
        if kind == "finished":
            pieces.append(Finished("stop", Usage(prompt_tokens=value[0], answer_tokens=value[1])))
        else:
            pieces.append(TextPiece(value) if kind == "text" else ThinkingPiece(value))
    return pieces
