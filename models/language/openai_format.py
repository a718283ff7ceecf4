"""The format of OpenAI-compatible servers: our requests in its words, and its events in ours, none of them trusted.

Differences that are met here: thinking is `reasoning_content` (llama.cpp, older vLLM, LM Studio) or `reasoning` (newer
vLLM); times are in llama.cpp's `timings`; an error is an object, a sentence, or stands beside `"object": "error"`, and
in the middle of an answer it comes as data, after `event: error` (LM Studio) or on a line of its own (old llama.cpp).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from models.engine_errors import EngineError, NotAModelServer, ServerRefused, StreamBroken
from models.language.http_wire import WireAnswer, read_json
from models.language.messages import (
    ChatMessage,
    ChatRequest,
    Finished,
    Piece,
    StopReason,
    TextPiece,
    ThinkingPiece,
    ToolCall,
    ToolCallPiece,
    Usage,
)
from models.language.refusals import refusal_of
from models.language.untrusted import count_of, number_of, object_of

_MAX_TOOL_CALLS = 128
_STOP_REASONS: dict[str, StopReason] = {
    "stop": "stop",
    "length": "length",
    "tool_calls": "tool_calls",
    "function_call": "tool_calls",
}


def completion_body(request: ChatRequest) -> dict[str, Any]:
    """The body of `/v1/chat/completions`."""
    sampling = request.sampling
    body: dict[str, Any] = {
        "model": request.model,
        "messages": [_message(message) for message in request.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    wanted: dict[str, Any] = {
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "seed": sampling.seed,
        "max_tokens": sampling.max_tokens,
        "stop": list(sampling.stop) or None,
        "chat_template_kwargs": None if request.think is None else {"enable_thinking": request.think},
    }
    if request.tools:
        wanted["tools"] = [
            {
                "type": "function",
                "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters},
            }
            for tool in request.tools
        ]
    if request.response_schema is not None:
        schema = {"name": "answer", "schema": request.response_schema, "strict": True}
        wanted["response_format"] = {"type": "json_schema", "json_schema": schema}
    return body | {name: value for name, value in wanted.items() if value is not None}


def _message(message: ChatMessage) -> dict[str, Any]:
    told: dict[str, Any] = {"role": message.role, "content": message.text}
    if message.images:
        parts: list[dict[str, Any]] = [{"type": "text", "text": message.text}] if message.text else []
        parts += [{"type": "image_url", "image_url": {"url": _data_url(image)}} for image in message.images]
        told["content"] = parts
    if message.tool_calls:
        told["tool_calls"] = [
            {
                "id": call.call_id or f"call_{at}",
                "type": "function",
                "function": {"name": call.name, "arguments": json.dumps(call.arguments, ensure_ascii=False)},
            }
            for at, call in enumerate(message.tool_calls)
        ]
    if message.role == "tool":
        told["tool_call_id"] = message.tool_call_id or "call_0"
    return told


def _data_url(image: bytes) -> str:
    kind = "png"
    if image.startswith(b"\xff\xd8"):
        kind = "jpeg"
    elif image[8:12] == b"WEBP":
        kind = "webp"
    elif image.startswith(b"GIF8"):
        kind = "gif"
    return f"data:image/{kind};base64,{base64.b64encode(image).decode('ascii')}"


def error_sentence(told: Any) -> str | None:
    """The sentence of an error body, in any of the servers' shapes; None when there is none."""
    if not isinstance(told, dict):
        return None
    error = told.get("error")
    if isinstance(error, dict):
        error = error.get("message")
    elif told.get("object") == "error":
        error = told.get("message")
    return error if isinstance(error, str) and error else None


@dataclass(slots=True)
class _ToolCallInParts:
    name: str = ""
    call_id: str = ""
    arguments: list[str] = field(default_factory=list)


class EventReader:
    """Turns the lines of one event stream into pieces, and remembers how it ended."""

    def __init__(self, model: str, address: str) -> None:
        self.is_over = False
        self._where = {"model": model, "address": address}
        self._reason: StopReason | None = None
        self._usage = Usage()
        self._calls: dict[int, _ToolCallInParts] = {}
        self._events = 0

    def pieces(self, lines: Iterable[bytes]) -> Iterator[Piece]:
        """The pieces of some lines; none for comments, empty lines and names of events."""
        for line in lines:
            yield from self._pieces_of(line)

    def _pieces_of(self, line: bytes) -> list[Piece]:
        if self.is_over:
            return []
        line = line.strip()
        if line.startswith(b"data:"):
            return self._event(line[5:].strip())
        if line.startswith(b"error:"):
            return self._event(line[6:].strip())
        if line.startswith((b"event:", b"id:", b"retry:", b":")) or not line:
            return []
        told = _object(line)  # an error body without the form of an event, as proxies send it
        raise self._failed(told) if error_sentence(told) else self._unreadable(line)

    def ending(self) -> list[Piece]:
        """What comes last: whole tool calls and `Finished`; raises `StreamBroken` when the answer broke off."""
        if self._reason is None and not self.is_over:
            raise StreamBroken("the stream ended before the answer did", **self._where)
        calls: list[Piece] = [ToolCallPiece(self._whole(call)) for _, call in sorted(self._calls.items())]
        reason = self._reason or "unknown"
        if calls and reason in ("stop", "unknown"):
            reason = "tool_calls"
        return [*calls, Finished(reason, self._usage)]

    def _event(self, data: bytes) -> list[Piece]:
        if data == b"[DONE]":
            self.is_over = True
            return []
        told = _object(data)
        if told is None:
            raise self._unreadable(data)
        self._events += 1
        if "error" in told or told.get("object") == "error":
            raise self._failed(told)
        self._measure(told)
        choices = told.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return []
        reason = choice.get("finish_reason")
        if isinstance(reason, str):
            self._reason = _STOP_REASONS.get(reason, "unknown")
        delta = choice.get("delta")
        return self._said(delta) if isinstance(delta, dict) else []

    def _said(self, delta: dict[str, Any]) -> list[Piece]:
        found: list[Piece] = []
        thinking = delta.get("reasoning_content") or delta.get("reasoning")
        text, calls = delta.get("content"), delta.get("tool_calls")
        if thinking and isinstance(thinking, str):
            found.append(ThinkingPiece(thinking))
        if text and isinstance(text, str):
            found.append(TextPiece(text))
        if isinstance(calls, list):
            for at, part in enumerate(calls):
                self._collect(part, at)
        return found

    def _collect(self, part: Any, at: int) -> None:
        if not isinstance(part, dict):
            return
        index = part.get("index", at)
        function = part.get("function")
        if not isinstance(index, int) or not isinstance(function, dict):
            return
        if len(self._calls) >= _MAX_TOOL_CALLS and index not in self._calls:
            raise StreamBroken(f"more than {_MAX_TOOL_CALLS} tool calls", **self._where)
        call = self._calls.setdefault(index, _ToolCallInParts())
        name, call_id, arguments = function.get("name"), part.get("id"), function.get("arguments")
        call.name = name if isinstance(name, str) and name else call.name
        call.call_id = call_id if isinstance(call_id, str) and call_id else call.call_id
        if isinstance(arguments, str):
            call.arguments.append(arguments)
        elif isinstance(arguments, dict):
            call.arguments = [json.dumps(arguments)]

    def _whole(self, call: _ToolCallInParts) -> ToolCall:
        """A call that cannot be read is no call with no arguments: a tool must not run on a misunderstanding."""
        written = "".join(call.arguments).strip() or "{}"
        arguments = _object(written.encode("utf-8", "replace"))
        if not call.name or arguments is None:
            raise StreamBroken(f"a tool call that cannot be read: {call.name}({written[:200]})", **self._where)
        return ToolCall(call.name, arguments, call.call_id)

    def _measure(self, told: dict[str, Any]) -> None:
        usage, timings = object_of(told.get("usage")), object_of(told.get("timings"))
        if not usage and not timings:
            return
        self._usage = Usage(
            prompt_tokens=count_of(usage.get("prompt_tokens")) or self._usage.prompt_tokens,
            answer_tokens=count_of(usage.get("completion_tokens")) or self._usage.answer_tokens,
            prompt_s=_seconds(timings.get("prompt_ms")) or self._usage.prompt_s,
            answer_s=_seconds(timings.get("predicted_ms")) or self._usage.answer_s,
        )

    def _failed(self, told: dict[str, Any] | None) -> EngineError:
        detail = error_sentence(told) or "an error without a sentence"
        known = refusal_of(WireAnswer(0, "", b""), detail, **self._where)
        return StreamBroken(detail, **self._where) if type(known) is ServerRefused else known

    def _unreadable(self, data: bytes) -> EngineError:
        kind = StreamBroken if self._events else NotAModelServer
        return kind(f"not an event: {data[:120].decode('utf-8', 'replace')}", **self._where)


def _object(data: bytes) -> dict[str, Any] | None:
    try:
        value = read_json(data)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _seconds(milliseconds: Any) -> float | None:
    number = number_of(milliseconds)
    return None if number is None else number / 1000
