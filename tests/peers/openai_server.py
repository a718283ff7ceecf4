"""A stand-in for OpenAI-compatible servers in the dialects of llama.cpp, vLLM and LM Studio, scripted by each test.

The steps are those of the Ollama stand-in; what differs between the dialects (field names, usage, times, shapes of
errors, extra paths) is written here after each server's own answers.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import random
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from tests.peers.http_peer import HttpPeer, Outgoing, PeerRequest
from tests.peers.ollama_replies import (
    CallTool,
    Done,
    Drop,
    EndOfBody,
    ErrorLine,
    Hold,
    NotHttp,
    Pause,
    Raw,
    Reply,
    Say,
    Step,
    Think,
    Whole,
    answer,
)

Dialect: TypeAlias = Literal["llama.cpp", "vllm", "lm-studio"]
_JSON = "application/json; charset=utf-8"
_CREATED = 1_790_000_000


@dataclass(frozen=True, slots=True)
class OpenAiPeerModel:
    """A model that the stand-in serves."""

    name: str
    sees: bool = False
    embeds: bool = False
    context_tokens: int = 8192
    trained_tokens: int = 131_072
    loaded: bool = True


class OpenAiPeer(HttpPeer):
    """The stand-in. Replies come from `script`, then a plain greeting; with `api_key` all else is refused."""

    def __init__(
        self,
        dialect: Dialect = "llama.cpp",
        *,
        models: tuple[OpenAiPeerModel, ...] = (OpenAiPeerModel("tiny-chat"),),
        api_key: str = "",
    ) -> None:
        super().__init__()
        self.dialect = dialect
        self.models = {model.name: model for model in models}
        self._api_key = api_key
        self._scripts: deque[Reply] = deque()
        self._overrides: dict[str, deque[Reply]] = {}
        self._lock = threading.Lock()

    def script(self, *replies: Reply) -> None:
        """Queue replies to chat requests."""
        with self._lock:
            self._scripts.extend(replies)

    def override(self, path: str, *replies: Reply) -> None:
        """Queue replies to the next requests to `path`, whatever they ask."""
        with self._lock:
            self._overrides.setdefault(path, deque()).extend(replies)

    async def respond(self, request: PeerRequest, out: Outgoing) -> None:
        """Answer one request in the dialect."""
        with self._lock:
            queue = self._overrides.get(request.path)
            reply = queue.popleft() if queue else None
        if reply is not None:
            await _Talk(self, request, out).play(reply)
        elif self._api_key and request.headers.get("authorization") != f"Bearer {self._api_key}":
            await self._refuse(out, 401, "Invalid API Key", "authentication_error")
        else:
            await self._route(request, out)

    async def _route(self, request: PeerRequest, out: Outgoing) -> None:
        lists = {"/v1/models": self._list, "/version": self._version, "/props": self._props}
        lists["/api/v0/models"] = self._studio_list
        if request.method == "GET" and request.path in lists:
            told = lists[request.path]()
        elif request.path == "/v1/chat/completions":
            await self._chat(request, out)
            return
        elif request.path == "/v1/embeddings":
            await self._embed(request, out)
            return
        else:
            told = None
        if told is not None:
            await out.whole(200, _JSON, _bytes(told))
        elif self.dialect == "lm-studio":  # it answers 200 to paths that it does not know
            await out.whole(200, _JSON, _bytes({"error": f"Unexpected endpoint or method. ({request.method})"}))
        elif self.dialect == "vllm":
            await out.whole(404, "application/json", b'{"detail":"Not Found"}')
        else:
            await self._refuse(out, 404, "File Not Found", "not_found_error")

    # ---- lists ------------------------------------------------------------------------------------------------------

    def _list(self) -> dict[str, Any]:
        return {"object": "list", "data": [self._entry(model) for model in self.models.values()]}

    def _entry(self, model: OpenAiPeerModel) -> dict[str, Any]:
        entry: dict[str, Any] = {"id": model.name, "object": "model"}
        if self.dialect == "lm-studio":
            return entry | {"owned_by": "organization_owner"}
        entry["created"] = _CREATED
        if self.dialect == "vllm":
            extra = {"root": model.name, "parent": None, "max_model_len": model.context_tokens, "permission": []}
            return entry | {"owned_by": "vllm"} | extra
        meta = {"vocab_type": 2, "n_vocab": 128_256, "n_ctx_train": model.trained_tokens, "n_embd": 3072}
        meta |= {"n_params": 3_212_749_888, "size": 2_011_539_712}
        return entry | {"owned_by": "llamacpp", "meta": meta}

    def _version(self) -> dict[str, Any] | None:
        return {"version": "0.11.0"} if self.dialect == "vllm" else None

    def _props(self) -> dict[str, Any] | None:
        if self.dialect != "llama.cpp":
            return None
        model = next(iter(self.models.values()))
        return {
            "default_generation_settings": {"id": 0, "n_ctx": model.context_tokens, "params": {"temperature": 0.8}},
            "total_slots": 1,
            "model_path": f"/models/{model.name}",
            "chat_template": "{{ messages }}",
            "modalities": {"vision": model.sees, "audio": False},
            "build_info": "b6789-0123abcd",
        }

    def _studio_list(self) -> dict[str, Any] | None:
        if self.dialect != "lm-studio":
            return None
        entries = []
        for model in self.models.values():
            kind = "embeddings" if model.embeds else "vlm" if model.sees else "llm"
            entry = {"id": model.name, "object": "model", "type": kind, "publisher": "community", "arch": "llama"}
            entry |= {"compatibility_type": "gguf", "quantization": "Q4_K_M"}
            entry |= {"state": "loaded" if model.loaded else "not-loaded"}
            entry |= {"max_context_length": model.trained_tokens, "capabilities": ["tool_use"]}
            entries.append(entry | ({"loaded_context_length": model.context_tokens} if model.loaded else {}))
        return {"object": "list", "data": entries}

    # ---- answers ----------------------------------------------------------------------------------------------------

    async def _chat(self, request: PeerRequest, out: Outgoing) -> None:
        model = self.models.get(request.data.get("model", ""))
        if model is None:
            await self._refuse_model(request, out)
            return
        has_image = any(isinstance(message.get("content"), list) for message in request.data.get("messages", []))
        if has_image and not model.sees:
            words = {
                "llama.cpp": "image input is not supported - hint: you may need to provide the mmproj",
                "vllm": f"{model.name} is not a multimodal model None",
                "lm-studio": "Model does not support images. Please use a model that does.",
            }
            await self._refuse(out, 500 if self.dialect == "llama.cpp" else 400, words[self.dialect], "BadRequestError")
            return
        with self._lock:
            reply = self._scripts.popleft() if self._scripts else answer(f"Hello from {model.name}.")
        await _Talk(self, request, out).play(reply)

    async def _embed(self, request: PeerRequest, out: Outgoing) -> None:
        model = self.models.get(request.data.get("model", ""))
        if model is None:
            await self._refuse_model(request, out)
            return
        texts = request.data.get("input", [])
        data = [{"object": "embedding", "index": at, "embedding": _vector(text)} for at, text in enumerate(texts)]
        usage = {"prompt_tokens": 8, "total_tokens": 8}
        told = {"object": "list", "data": data[::-1], "model": model.name, "usage": usage}  # the order is not promised
        await out.whole(200, _JSON, _bytes(told))

    async def _refuse_model(self, request: PeerRequest, out: Outgoing) -> None:
        name = request.data.get("model", "")
        if self.dialect == "vllm":
            await self._refuse(out, 404, f"The model `{name}` does not exist.", "NotFoundError")
        elif self.dialect == "lm-studio":
            words = "No models loaded. Please load a model in the developer page or use the 'lms load' command."
            await self._refuse(out, 404, words, "invalid_request_error")
        else:
            await self._refuse(out, 400, f"model '{name}' not found", "invalid_request_error")

    async def _refuse(self, out: Outgoing, status: int, words: str, kind: str) -> None:
        await out.whole(
            status, _JSON, _bytes({"error": {"message": words, "type": kind, "param": None, "code": status}})
        )


class _Talk:
    """One streamed answer in the dialect."""

    def __init__(self, peer: OpenAiPeer, request: PeerRequest, out: Outgoing) -> None:
        self._peer = peer
        self._out = out
        self._model = request.data.get("model", "")
        self._wants_usage = bool((request.data.get("stream_options") or {}).get("include_usage"))
        self._thinking_field = "reasoning" if peer.dialect == "vllm" else "reasoning_content"
        self._calls = 0
        self._tokens = 0

    async def play(self, reply: Reply) -> None:
        for step in reply:
            await self._do(step)
            if isinstance(step, ErrorLine | Whole | EndOfBody | NotHttp):
                break
        if self._out.began:
            await self._out.end()

    async def _do(self, step: Step) -> None:
        out = self._out
        match step:
            case Say(text):
                await self._delta({"content": text})
            case Think(text):
                await self._delta({self._thinking_field: text})
            case CallTool():
                await self._call(step)
            case Done():
                await self._finish(step)
            case Pause(seconds):
                await self._begin()  # vLLM sends its head before the model has said anything
                await out.flush()
                await asyncio.sleep(math.inf if seconds is None else seconds)
            case Hold():
                await self._begin()
                await out.flush()
                await step.passed()
            case ErrorLine(text, status):
                await self._fail(text, status)
            case Raw(data):
                await self._begin()
                out.chunk(data)
                await out.flush()
            case Drop(reset):
                await out.drop(reset=reset)
            case Whole():
                await out.whole(step.status, step.content_type, step.body, **dict(step.headers))
            case NotHttp(data):
                await out.raw(data)
                out.keeps_alive = False
            case EndOfBody():
                await self._begin()

    async def _begin(self) -> None:
        if not self._out.began:
            await self._out.begin("text/event-stream; charset=utf-8")

    async def _event(self, told: dict[str, Any] | str) -> None:
        await self._begin()
        data = told if isinstance(told, str) else _bytes(told).decode()
        self._out.chunk(f"data: {data}\n\n".encode())
        await self._out.room()

    async def _delta(self, delta: dict[str, Any], *, reason: str | None = None) -> None:
        if not self._tokens and reason is None:
            await self._choice({"role": "assistant", "content": None if self._peer.dialect == "llama.cpp" else ""})
        self._tokens += reason is None
        await self._choice(delta, reason=reason)

    async def _choice(self, delta: dict[str, Any], *, reason: str | None = None) -> None:
        choice: dict[str, Any] = {"index": 0, "delta": delta, "finish_reason": reason}
        await self._event(self._chunk() | {"choices": [choice]})

    def _chunk(self) -> dict[str, Any]:
        stamp = int(time.time())
        return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": stamp, "model": self._model}

    async def _call(self, step: CallTool) -> None:
        """The name first, then the arguments in fragments, as all three do."""
        index, written = self._calls, json.dumps(step.arguments)
        self._calls += 1
        head = {"index": index, "id": step.call_id, "type": "function"}
        await self._delta({"tool_calls": [head | {"function": {"name": step.name, "arguments": ""}}]})
        for at in range(0, len(written), 5):
            part = {"index": index, "function": {"arguments": written[at : at + 5]}}
            await self._delta({"tool_calls": [part]})

    async def _finish(self, step: Done) -> None:
        await self._delta({}, reason="tool_calls" if self._calls and step.reason == "stop" else step.reason)
        answer_tokens = step.answer_tokens or self._tokens
        if self._wants_usage:
            prompt = step.prompt_tokens or 0
            usage = {
                "prompt_tokens": prompt,
                "completion_tokens": answer_tokens,
                "total_tokens": prompt + answer_tokens,
            }
            told: dict[str, Any] = self._chunk() | {"choices": [], "usage": usage}
            if self._peer.dialect == "llama.cpp":
                times = {"prompt_n": prompt, "prompt_ms": step.prompt_ns / 1e6}
                told["timings"] = times | {"predicted_n": answer_tokens, "predicted_ms": step.answer_ns / 1e6}
            await self._event(told)
        await self._event("[DONE]")
        await self._out.flush()

    async def _fail(self, text: str, status: int) -> None:
        told = {"error": {"message": text, "type": "server_error", "param": None, "code": status}}
        if not self._out.began:
            await self._out.whole(status, _JSON, _bytes(told))
            return
        if self._peer.dialect == "lm-studio":
            self._out.chunk(b"event: error\n")
        await self._event(told)
        await self._out.flush()


def _bytes(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()


def _vector(text: str) -> list[float]:
    source = random.Random(hashlib.sha256(text.encode()).digest())
    return [source.gauss(0, 1) for _ in range(32)]
