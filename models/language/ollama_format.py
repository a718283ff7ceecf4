"""Ollama's format: our requests in its words, and its answers in ours. Nothing in an answer is trusted to be right."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from models.engine_errors import EngineError, NotAModelServer, RemoteModelRefused, ServerRefused, StreamBroken
from models.language.http_wire import WireAnswer, read_json
from models.language.language_model import Ability, LoadedModel, ModelDetails, ModelSummary
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
from models.language.untrusted import count_of, object_of, text_of

_ABILITY_OF: Mapping[str, Ability] = {
    "completion": "chat",
    "vision": "vision",
    "tools": "tools",
    "thinking": "thinking",
    "embedding": "embedding",
    "insert": "insert",
}
_STOP_REASONS: Mapping[str, StopReason] = {"stop": "stop", "length": "length", "load": "load", "unload": "unload"}


def chat_request_body(request: ChatRequest) -> dict[str, Any]:
    """The body of `/api/chat`."""
    body: dict[str, Any] = {
        "model": request.model,
        "messages": [_message(message) for message in request.messages],
        "stream": True,
    }
    if options := _options(request):
        body["options"] = options
    if request.tools:
        body["tools"] = [
            {
                "type": "function",
                "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters},
            }
            for tool in request.tools
        ]
    optional = {"think": request.think, "keep_alive": request.keep_alive_s, "format": request.response_schema}
    return body | {name: value for name, value in optional.items() if value is not None}


def _message(message: ChatMessage) -> dict[str, Any]:
    told: dict[str, Any] = {"role": message.role, "content": message.text}
    if message.images:
        told["images"] = [base64.b64encode(image).decode("ascii") for image in message.images]
    if message.tool_calls:
        told["tool_calls"] = [_asked_tool(call, at) for at, call in enumerate(message.tool_calls)]
    if message.tool_name:
        told["tool_name"] = message.tool_name
    if message.tool_call_id:
        told["tool_call_id"] = message.tool_call_id
    return told


def _asked_tool(call: ToolCall, at: int) -> dict[str, Any]:
    told: dict[str, Any] = {"id": call.call_id} if call.call_id else {}
    return told | {"function": {"index": at, "name": call.name, "arguments": call.arguments}}


def _options(request: ChatRequest) -> dict[str, Any]:
    sampling = request.sampling
    wanted = {
        "num_ctx": request.context_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "top_k": sampling.top_k,
        "repeat_penalty": sampling.repeat_penalty,
        "seed": sampling.seed,
        "num_predict": sampling.max_tokens,
        "stop": list(sampling.stop) or None,
    }
    return {name: value for name, value in wanted.items() if value is not None}


def summary_from(entry: dict[str, Any]) -> ModelSummary:
    """One entry of `/api/tags`."""
    details = object_of(entry.get("details"))
    name = name_in(entry)
    return ModelSummary(
        name=name,
        size_bytes=count_of(entry.get("size")) or 0,
        parameter_size=text_of(details.get("parameter_size")),
        quantization=text_of(details.get("quantization_level")),
        family=text_of(details.get("family")),
        digest=text_of(entry.get("digest")),
        modified_at=_moment(entry.get("modified_at")),
        remote=bool(entry.get("remote_host") or entry.get("remote_model")) or is_remote_name(name),
    )


def details_from(model: str, told: dict[str, Any]) -> ModelDetails:
    """The answer of `/api/show`; without a list of capabilities (old servers) no more than `chat` is known."""
    details = object_of(told.get("details"))
    capabilities = told.get("capabilities")
    abilities = (
        frozenset(_ABILITY_OF[word] for word in capabilities if isinstance(word, str) and word in _ABILITY_OF)
        if isinstance(capabilities, list)
        else frozenset[Ability]({"chat"})
    )
    return ModelDetails(
        name=model,
        abilities=abilities,
        context_tokens=_context_tokens(told.get("model_info")),
        parameter_size=text_of(details.get("parameter_size")),
        quantization=text_of(details.get("quantization_level")),
        family=text_of(details.get("family")),
        template=text_of(told.get("template")),
        system=text_of(told.get("system")),
        licence=text_of(told.get("license")),
        remote=bool(told.get("remote_host") or told.get("remote_model")) or is_remote_name(model),
    )


def _context_tokens(info: Any) -> int | None:
    """`model_info` names the length after the architecture, as in `llama.context_length`."""
    if not isinstance(info, dict):
        return None
    architecture = info.get("general.architecture")
    exact = count_of(info.get(f"{architecture}.context_length"))
    others = (count_of(value) for name, value in info.items() if name.endswith(".context_length"))
    return exact or next((count for count in others if count), None)


def loaded_from(entry: dict[str, Any]) -> LoadedModel:
    """One entry of `/api/ps`."""
    return LoadedModel(
        name=name_in(entry),
        size_bytes=count_of(entry.get("size")) or 0,
        vram_bytes=count_of(entry.get("size_vram")) or 0,
        context_tokens=count_of(entry.get("context_length")) or None,
        expires_at=_moment(entry.get("expires_at")),
    )


def _tool_call(told: Any) -> ToolCall | None:
    function = told.get("function") if isinstance(told, dict) else None
    name = function.get("name") if isinstance(function, dict) else None
    if not isinstance(function, dict) or not isinstance(name, str) or not name:
        return None
    arguments = function.get("arguments")
    return ToolCall(name, arguments if isinstance(arguments, dict) else {}, text_of(told.get("id")))


def name_in(entry: dict[str, Any]) -> str:
    """The name of an entry; empty when it has none."""
    return text_of(entry.get("name")) or text_of(entry.get("model"))


def _seconds(nanoseconds: Any) -> float | None:
    count = count_of(nanoseconds)
    return None if count is None else count / 1e9


def _moment(value: Any) -> datetime | None:
    """RFC 3339 with up to nine digits of a second."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def full_name(name: str) -> str:
    """As Ollama compares names: without case, with `latest` where no tag is given, without its own registry."""
    name = name.strip().lower().removeprefix("registry.ollama.ai/").removeprefix("library/")
    return name if ":" in name.rsplit("/", 1)[-1] else f"{name}:latest"


def is_remote_name(name: str) -> bool:
    """Whether the name alone says that the model runs in Ollama's cloud."""
    return name.strip().lower().endswith(("-cloud", ":cloud"))


class AnswerReader:
    """Turns the lines of one answer into pieces, and remembers how it ended."""

    def __init__(self, model: str, address: str, *, allow_remote: bool) -> None:
        self.finished: Finished | None = None
        self._where = {"model": model, "address": address}
        self._allow_remote = allow_remote
        self._lines = 0
        self._called_tools = False

    def pieces(self, lines: Iterable[bytes]) -> Iterator[Piece]:
        """The pieces of some lines, none for empty ones and for anything after the last."""
        for line in lines:
            yield from self._pieces_of(line)

    def _pieces_of(self, line: bytes) -> list[Piece]:
        if self.finished is not None:
            return []
        try:
            told = read_json(line)
        except ValueError as fault:
            if not line.strip():
                return []
            raise self._unreadable(line) from fault
        if not isinstance(told, dict):
            raise self._unreadable(line)
        self._lines += 1
        if self._lines == 1:
            self._check_first(told)
        if "error" in told:
            raise self._failed(told["error"])
        found = self._said(told.get("message"))
        if told.get("done") is True:
            self.finished = self._ended(told)
        return found

    def ending(self) -> Finished:
        """The last piece; raises `StreamBroken` when the answer ended without one."""
        if self.finished is None:
            raise StreamBroken("the answer ended before its last line", **self._where)
        return self.finished

    def _said(self, message: Any) -> list[Piece]:
        if not isinstance(message, dict):
            return []
        found: list[Piece] = []
        thinking, text, calls = message.get("thinking"), message.get("content"), message.get("tool_calls")
        if thinking and isinstance(thinking, str):
            found.append(ThinkingPiece(thinking))
        if text and isinstance(text, str):
            found.append(TextPiece(text))
        if calls and isinstance(calls, list):
            found += [ToolCallPiece(call) for call in map(_tool_call, calls) if call is not None]
            self._called_tools = True
        return found

    def _ended(self, told: dict[str, Any]) -> Finished:
        reason = _STOP_REASONS.get(text_of(told.get("done_reason")) or "stop", "unknown")  # old servers gave no reason
        if reason == "stop" and self._called_tools:
            reason = "tool_calls"
        usage = Usage(
            prompt_tokens=count_of(told.get("prompt_eval_count")),
            answer_tokens=count_of(told.get("eval_count")),
            load_s=_seconds(told.get("load_duration")),
            prompt_s=_seconds(told.get("prompt_eval_duration")),
            answer_s=_seconds(told.get("eval_duration")),
        )
        return Finished(reason, usage)

    def _check_first(self, told: dict[str, Any]) -> None:
        if not self._allow_remote and (told.get("remote_host") or told.get("remote_model")):
            raise RemoteModelRefused("the answer comes from another computer", **self._where)

    def _failed(self, error: Any) -> EngineError:
        detail = error if isinstance(error, str) else str(error)[:500]
        known = refusal_of(WireAnswer(0, "", b""), detail, **self._where)
        # A sentence that names no cause we know says, in the middle of an answer, no more than that it broke off.
        return StreamBroken(detail, **self._where) if type(known) is ServerRefused else known

    def _unreadable(self, line: bytes) -> EngineError:
        kind = StreamBroken if self._lines else NotAModelServer
        return kind(f"not a JSON object: {line[:120].decode('utf-8', 'replace')}", **self._where)
