"""A stand-in for Ollama that speaks its documented HTTP API, scripted by each test; also a program of its own.

Field names, their order, durations in nanoseconds, time stamps, status codes, error texts, HTML-escaping of JSON and
one HTTP chunk a line are those of Ollama's `server/routes.go` and `api/types.go`. What the server does on its own
(pull, delete, load, unload, capability checks) it does here too; `script` and `respond` say what is answered.

As a program: `python -m tests.peers.ollama_server --port 0 --script demo`; the first line it prints is its address.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import itertools
import json
import math
import random
import re
import struct
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.peers.http_peer import HttpPeer, Outgoing, PeerRequest
from tests.peers.ollama_replies import (
    CallTool,
    Done,
    Drop,
    EndOfBody,
    ErrorLine,
    Flood,
    Hold,
    NotHttp,
    Pause,
    Raw,
    Reply,
    Responder,
    Say,
    Think,
    Whole,
    answer,
)

VERSION = "0.35.1"
_LOCAL_ORIGIN = re.compile(r"https?://(localhost|127\.0\.0\.1|0\.0\.0\.0)(:\d+)?|(app|file|tauri|vscode-file)://.*")
_JSON = "application/json; charset=utf-8"
_NDJSON = "application/x-ndjson"


@dataclass(frozen=True, slots=True)
class PeerModel:
    """A model that the stand-in has. With `remote_host` it is one of the cloud's, as Ollama marks them."""

    name: str
    size_bytes: int = 2_019_393_189
    family: str = "llama"
    parameter_size: str = "3.2B"
    quantization: str = "Q4_K_M"
    capabilities: tuple[str, ...] | None = ("completion", "tools")
    context_length: int = 131_072
    embedding_length: int = 32
    template: str = "{{ .Prompt }}"
    system: str = ""
    licence: str = "LLAMA 3.2 COMMUNITY LICENSE AGREEMENT"
    remote_model: str = ""
    remote_host: str = ""
    modified_at: datetime = datetime(2026, 10, 1, 8, 6, 48, 639712, tzinfo=UTC)

    @property
    def digest(self) -> str:
        """A made-up digest that is always the same for this name."""
        return hashlib.sha256(self.name.encode()).hexdigest()

    @property
    def details(self) -> dict[str, Any]:
        """The `details` object that several answers carry."""
        return {
            "parent_model": "",
            "format": "" if self.remote_host else "gguf",
            "family": self.family,
            "families": [self.family],
            "parameter_size": self.parameter_size,
            "quantization_level": self.quantization,
        }


DEFAULT_MODELS = (
    PeerModel("llama3.2:3b"),
    PeerModel("qwen3:4b", 2_497_293_931, "qwen3", "4.0B", capabilities=("completion", "tools", "thinking")),
    PeerModel("gemma3:4b", 3_338_801_804, "gemma3", "4.3B", capabilities=("completion", "vision")),
    PeerModel(
        "nomic-embed-text:latest",
        274_302_450,
        "nomic-bert",
        "137M",
        "F16",
        capabilities=("embedding",),
        context_length=2048,
    ),
    PeerModel(
        "gpt-oss:120b-cloud",
        384,
        "gptoss",
        "116.8B",
        "MXFP4",
        capabilities=("completion", "tools", "thinking"),
        remote_model="gpt-oss:120b",
        remote_host="https://ollama.com:443",
    ),
)


@dataclass(slots=True)
class PullPlan:
    """How a pull goes: in `pieces` pieces with a pause after each; `error` comes once instead of the rest.

    The error comes when `error_after` of the pieces were sent. `drop` ends the connection there, without a word.
    """

    pieces: int = 4
    pause_s: float = 0.0
    error: str = ""
    error_after: int = 0
    drop: bool = False


@dataclass(slots=True)
class _Loaded:
    model: PeerModel
    context_length: int
    expires_at: datetime


@dataclass(slots=True, eq=False)
class _Answering:
    """State of one streamed answer."""

    out: Outgoing
    model: str
    is_chat: bool
    streams: bool
    started_ns: int = field(default_factory=time.monotonic_ns)
    tokens: int = 0
    text: str = ""
    thinking: str = ""
    tool_calls: list[dict[str, Any]] = field(default_factory=list)


class OllamaPeer(HttpPeer):
    """The stand-in. Replies come from `script` (one queue a model), then from `respond`, then a plain greeting."""

    def __init__(
        self,
        models: Sequence[PeerModel] = DEFAULT_MODELS,
        *,
        version: str = VERSION,
        respond: Responder | None = None,
        any_origin: bool = False,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        super().__init__(host=host, port=port)
        self.version = version
        self.any_origin = any_origin
        self.respond_with = respond
        self.models: dict[str, PeerModel] = {model.name: model for model in models}
        self.pullable: dict[str, PeerModel] = {}
        self.pull_plans: dict[str, PullPlan] = {}
        self.parts: dict[str, int] = {}
        self.blobs: dict[str, bytes] = {}
        self.created: list[dict[str, Any]] = []
        self._scripts: dict[str, deque[Reply]] = {}
        self._overrides: dict[str, deque[Reply]] = {}
        self._loaded: dict[str, _Loaded] = {}
        self._lock = threading.Lock()

    def script(self, model: str, *replies: Reply) -> None:
        """Queue replies of `model` to chat and generate requests."""
        with self._lock:
            self._scripts.setdefault(_full(model), deque()).extend(replies)

    def forget_script(self, model: str) -> None:
        """Replies of `model` that nobody has asked for yet."""
        with self._lock:
            self._scripts.pop(_full(model), None)

    def override(self, path: str, *replies: Reply) -> None:
        """Queue replies to the next requests to `path`, whatever they ask: wrong hosts, refusals, broken answers."""
        with self._lock:
            self._overrides.setdefault(path, deque()).extend(replies)

    def chats(self) -> list[dict[str, Any]]:
        """The bodies of all chat requests with messages so far."""
        return [request.data for request in self.requests_to("/api/chat") if request.data.get("messages")]

    async def respond(self, request: PeerRequest, out: Outgoing) -> None:
        """Answer one request as Ollama would, unless the script says otherwise."""
        reply = self._next_of(self._overrides, request.path)
        if reply is not None:
            await self._play(reply, self._answering(request, out))
            return
        route = {
            ("GET", "/"): self._root,
            ("HEAD", "/"): self._root,
            ("GET", "/api/version"): self._version,
            ("GET", "/api/tags"): self._tags,
            ("GET", "/api/ps"): self._ps,
            ("POST", "/api/show"): self._show,
            ("POST", "/api/chat"): self._complete,
            ("POST", "/api/generate"): self._complete,
            ("POST", "/api/embed"): self._embed,
            ("POST", "/api/pull"): self._pull,
            ("POST", "/api/create"): self._create,
            ("DELETE", "/api/delete"): self._delete,
        }.get((request.method, request.path))
        if request.path.startswith("/api/blobs/sha256:"):
            await self._blob(request, out)
        elif not self._lets_in(request.headers.get("origin"), out):
            await out.whole(403, "", b"")
        elif route is None:
            await out.whole(404, "text/plain", b"404 page not found")
        elif request.method in ("POST", "DELETE") and (fault := _fault_of(request.body)):
            await _refuse(out, 400, fault)
        else:
            await route(request, out)

    # ---- what is there ----------------------------------------------------------------------------------------------

    async def _root(self, request: PeerRequest, out: Outgoing) -> None:
        await out.whole(200, "text/plain; charset=utf-8", b"" if request.method == "HEAD" else b"Ollama is running")

    async def _version(self, _: PeerRequest, out: Outgoing) -> None:
        await out.whole(200, _JSON, go_json({"version": self.version}))

    async def _tags(self, _: PeerRequest, out: Outgoing) -> None:
        entries = []
        for model in sorted(self.models.values(), key=lambda model: model.modified_at, reverse=True):
            entry: dict[str, Any] = {"name": model.name, "model": model.name}
            if model.remote_host:
                entry |= {"remote_model": model.remote_model, "remote_host": model.remote_host}
            entry |= {"modified_at": go_time(model.modified_at), "size": model.size_bytes, "digest": model.digest}
            entries.append(entry | {"details": model.details})
        await out.whole(200, _JSON, go_json({"models": entries}))

    async def _ps(self, _: PeerRequest, out: Outgoing) -> None:
        self._expire()
        entries = [
            {
                "name": loaded.model.name,
                "model": loaded.model.name,
                "size": loaded.model.size_bytes + 1_500_000_000,
                "digest": loaded.model.digest,
                "details": loaded.model.details,
                "expires_at": go_time(loaded.expires_at),
                "size_vram": loaded.model.size_bytes,
                "context_length": loaded.context_length,
            }
            for loaded in sorted(self._loaded.values(), key=lambda loaded: loaded.expires_at, reverse=True)
        ]
        await out.whole(200, _JSON, go_json({"models": entries}))

    async def _show(self, request: PeerRequest, out: Outgoing) -> None:
        model = await self._named(request, out)
        if model is None:
            return
        info = {
            "general.architecture": model.family,
            "general.parameter_count": 3_212_749_888,
            f"{model.family}.context_length": model.context_length,
            f"{model.family}.embedding_length": model.embedding_length,
            "tokenizer.ggml.model": "gpt2",
            "tokenizer.ggml.tokens": None,
        }
        body: dict[str, Any] = {"license": model.licence, "modelfile": _modelfile_of(model)}
        body |= {"parameters": 'stop                           "<|eot_id|>"', "template": model.template}
        body |= {"system": model.system} if model.system else {}
        body |= {"details": model.details}
        if model.remote_host:
            body |= {"remote_model": model.remote_model, "remote_host": model.remote_host}
        body |= {"model_info": info}
        if model.capabilities is not None:
            body |= {"capabilities": list(model.capabilities)}
        await out.whole(200, _JSON, go_json(body | {"modified_at": go_time(model.modified_at)}))

    # ---- answers ----------------------------------------------------------------------------------------------------

    async def _complete(self, request: PeerRequest, out: Outgoing) -> None:
        model = await self._named(request, out)
        if model is None:
            return
        data, answering = request.data, self._answering(request, out)
        empty = not data.get("messages") if answering.is_chat else not data.get("prompt")
        if empty and data.get("keep_alive") == 0:
            self._loaded.pop(model.name, None)
            await out.whole(200, _JSON, go_json(_line(answering, "", done=True, done_reason="unload")))
            return
        fault = _incapable(model, data, is_chat=answering.is_chat)
        if fault:
            await _refuse(out, *fault)
            return
        if empty and _full(model.name) in self._scripts and (reply := self._peek_failure(model.name)):
            await self._play(reply, answering)
            return
        self._load(model, data)
        if empty:
            await out.whole(200, _JSON, go_json(_line(answering, "", done=True, done_reason="load")))
            return
        await self._play(self._reply_to(request, model), answering)

    def _reply_to(self, request: PeerRequest, model: PeerModel) -> Reply:
        reply = self._next_of(self._scripts, _full(model.name))
        if reply is None and self.respond_with is not None:
            reply = self.respond_with(request)
        return reply if reply is not None else answer(f"Hello from {model.name}.")

    async def _play(self, reply: Reply, answering: _Answering) -> None:
        for step in reply:
            await self._do(step, answering)
            if isinstance(step, ErrorLine | Whole | EndOfBody | NotHttp):
                break
        else:
            if not answering.streams and not answering.out.began:
                return
        if answering.out.began:
            await answering.out.end()

    async def _do(self, step: Any, answering: _Answering) -> None:
        out = answering.out
        match step:
            case Say() | Think() | CallTool():
                await self._say(step, answering)
            case Done():
                await self._finish(step, answering)
            case Flood():
                await self._flood(step, answering)
            case Pause():
                await out.flush()
                await asyncio.sleep(math.inf if step.seconds is None else step.seconds)
            case Hold():
                await out.flush()
                await step.passed()
            case ErrorLine():
                await self._fail(step, out)
            case Raw():
                await self._begin(answering)
                out.chunk(step.data)
                await out.flush()
            case Drop():
                await out.drop(reset=step.reset)
            case Whole():
                await out.whole(step.status, step.content_type, step.body, **dict(step.headers))
            case NotHttp():
                await out.raw(step.data)
                out.keeps_alive = False
            case EndOfBody():
                await self._begin(answering)

    async def _begin(self, answering: _Answering) -> None:
        if not answering.out.began:
            await answering.out.begin(_NDJSON)

    async def _say(self, step: Say | Think | CallTool, answering: _Answering) -> None:
        answering.tokens += 1
        text, extra = "", {}
        if isinstance(step, CallTool):
            call = {"index": len(answering.tool_calls), "name": step.name, "arguments": step.arguments}
            answering.tool_calls.append({"id": step.call_id, "function": call})
            extra = {"tool_calls": answering.tool_calls[-1:]}
        elif isinstance(step, Think):
            answering.thinking += step.text
            extra = {"thinking": step.text}
        else:
            answering.text += step.text
            text = step.text
        if answering.streams:
            await self._begin(answering)
            answering.out.chunk(go_json(_line(answering, text, **extra)) + b"\n")
            await answering.out.room()

    async def _finish(self, step: Done, answering: _Answering) -> None:
        counts = {
            "total_duration": max(time.monotonic_ns() - answering.started_ns, step.load_ns + step.answer_ns),
            "load_duration": step.load_ns,
            "prompt_eval_count": step.prompt_tokens,
            "prompt_eval_duration": step.prompt_ns,
            "eval_count": step.answer_tokens if step.answer_tokens is not None else answering.tokens,
            "eval_duration": step.answer_ns,
        }
        known = {name: value for name, value in counts.items() if value}
        if answering.streams:
            await self._begin(answering)
            line = _line(answering, "", done=True, done_reason=step.reason, metrics=known)
            answering.out.chunk(go_json(line) + b"\n")
            await answering.out.flush()
            return
        extra: dict[str, Any] = {"thinking": answering.thinking} if answering.thinking else {}
        extra |= {"tool_calls": answering.tool_calls} if answering.tool_calls else {}
        line = _line(answering, answering.text, done=True, done_reason=step.reason, metrics=known, **extra)
        await answering.out.whole(200, _JSON, go_json(line))

    async def _flood(self, step: Flood, answering: _Answering) -> None:
        await self._begin(answering)
        marked = go_json(_line(answering, step.text)) + b"\n"
        for _ in range(step.count):
            answering.out.chunk(marked)
            await answering.out.room()
        answering.tokens += step.count

    async def _fail(self, step: ErrorLine, out: Outgoing) -> None:
        if out.began:
            out.chunk(go_json({"error": step.text}) + b"\n")
            await out.flush()
        else:
            await out.whole(step.status, "application/json", go_json({"error": step.text}))

    # ---- embeddings, pull, delete -----------------------------------------------------------------------------------

    async def _embed(self, request: PeerRequest, out: Outgoing) -> None:
        model = await self._named(request, out)
        if model is None:
            return
        if model.capabilities is not None and "embedding" not in model.capabilities:
            await _refuse(out, 501, "this model does not support embeddings")
            return
        given = request.data.get("input", [])
        texts = [given] if isinstance(given, str) else given
        body = {"model": request.data["model"], "embeddings": [_vector(text, model.embedding_length) for text in texts]}
        body |= {"total_duration": 14_143_917, "load_duration": 1_019_500, "prompt_eval_count": 8 * len(texts)}
        await out.whole(200, _JSON, go_json(body))

    async def _pull(self, request: PeerRequest, out: Outgoing) -> None:
        """What came of a layer stays, as with Ollama: the next pull of the model goes on from there."""
        name = request.data.get("model") or request.data.get("name", "")
        model = self.pullable.get(_full(name))
        await out.begin(_NDJSON)
        await _tell(out, {"status": "pulling manifest"})
        if model is None:
            await _tell(out, {"error": "pull model manifest: file does not exist"})
            await out.end()
            return
        if not await self._pull_layer(model, out):
            await out.end()
            return
        for status in ("verifying sha256 digest", "writing manifest", "success"):
            await _tell(out, {"status": status})
        self.models[model.name] = model
        self.parts.pop(model.name, None)
        await out.end()

    async def _pull_layer(self, model: PeerModel, out: Outgoing) -> bool:
        plan = self.pull_plans.get(model.name, PullPlan())
        digest, total = model.digest, model.size_bytes
        layer = {"status": f"pulling {digest[:12]}", "digest": f"sha256:{digest}", "total": total}
        done = self.parts.get(model.name, 0)
        await _tell(out, layer | ({"completed": done} if done else {}))
        sent = 0
        while done < total:
            if (plan.error or plan.drop) and sent >= plan.error_after:
                error, plan.error = plan.error, ""
                if plan.drop:
                    plan.drop = False
                    await out.drop(reset=False)
                await _tell(out, {"error": error})
                return False
            done = min(total, done + -(-total // plan.pieces))
            self.parts[model.name] = done
            await _tell(out, layer | {"completed": done})
            sent += 1
            await asyncio.sleep(plan.pause_s)
        return True

    async def _create(self, request: PeerRequest, out: Outgoing) -> None:
        told = request.data
        base = self.models.get(_full(told.get("from", "")))
        given = {**told.get("files", {}), **told.get("adapters", {})}
        if not told.get("from") and not told.get("files"):
            await _refuse(out, 400, "neither 'from' or 'files' was specified")
            return
        await out.begin(_NDJSON)
        if told.get("from") and base is None:
            await _tell(out, {"error": "pull model manifest: file does not exist"})
        elif missing := [digest for digest in given.values() if digest not in self.blobs]:
            await _tell(out, {"error": f"no such blob {missing[0]}"})
        else:
            self.created.append(told)
            name = _full(told["model"])
            made = base or PeerModel(name, size_bytes=sum(len(self.blobs[digest]) for digest in given.values()))
            system, template = told.get("system", made.system), told.get("template", made.template)
            self.models[name] = replace(made, name=name, system=system, template=template)
            for status in ("using existing layer sha256:aa", "writing manifest", "success"):
                await _tell(out, {"status": status})
        await out.end()

    async def _blob(self, request: PeerRequest, out: Outgoing) -> None:
        digest = request.path.removeprefix("/api/blobs/")
        if request.method == "HEAD":
            await out.whole(200 if digest in self.blobs else 404, "", b"")
        elif f"sha256:{hashlib.sha256(request.body).hexdigest()}" != digest:
            await _refuse(out, 400, "digest mismatch, file must be downloaded again")
        else:
            self.blobs[digest] = request.body
            await out.whole(201, "", b"")

    async def _delete(self, request: PeerRequest, out: Outgoing) -> None:
        model = await self._named(request, out)
        if model is not None:
            del self.models[model.name]
            self._loaded.pop(model.name, None)
            await out.whole(200, "", b"")

    def _lets_in(self, origin: str | None, out: Outgoing) -> bool:
        """Ollama answers web pages from this machine only, unless OLLAMA_ORIGINS says otherwise."""
        if origin is None:
            return True
        if self.any_origin:
            out.headers["Access-Control-Allow-Origin"] = "*"
            return True
        if _LOCAL_ORIGIN.fullmatch(origin):
            out.headers["Access-Control-Allow-Origin"] = origin
            return True
        return False

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _named(self, request: PeerRequest, out: Outgoing) -> PeerModel | None:
        name = request.data.get("model") or request.data.get("name", "")
        model = self.models.get(_full(name))
        if not name:
            await _refuse(out, 400, "model is required")
        elif model is None:
            await _refuse(out, 404, f"model '{name}' not found")
        return model

    def _answering(self, request: PeerRequest, out: Outgoing) -> _Answering:
        data = request.data
        streams = data.get("stream", True) is not False
        return _Answering(out, str(data.get("model", "")), request.path != "/api/generate", streams)

    def _next_of(self, queues: dict[str, deque[Reply]], key: str) -> Reply | None:
        with self._lock:
            queue = queues.get(key)
            return queue.popleft() if queue else None

    def _peek_failure(self, name: str) -> Reply | None:
        """A scripted failure before the stream also meets a request that only loads the model."""
        with self._lock:
            queue = self._scripts[_full(name)]
            return queue.popleft() if queue and isinstance(queue[0][0], ErrorLine) else None

    def _load(self, model: PeerModel, data: dict[str, Any]) -> None:
        wanted = (data.get("options") or {}).get("num_ctx") or 4096
        seconds = data.get("keep_alive", 300)
        seconds = 300 if not isinstance(seconds, int | float) else seconds
        lasts = timedelta(days=365 * 100) if seconds < 0 else timedelta(seconds=seconds)
        self._loaded[model.name] = _Loaded(model, min(wanted, model.context_length), datetime.now(UTC) + lasts)
        self._expire()

    def _expire(self) -> None:
        now = datetime.now(UTC)
        for name in [name for name, loaded in self._loaded.items() if loaded.expires_at <= now]:
            del self._loaded[name]


# ---- how Go writes it -----------------------------------------------------------------------------------------------

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def go_json(value: Any) -> bytes:
    """JSON as Go's encoder writes it: compact, UTF-8, with `<`, `>`, `&` and the line separators escaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES).encode()


def go_time(moment: datetime) -> str:
    """RFC 3339 with the zone; `datetime` has no nanoseconds, so three digits are made up."""
    return moment.isoformat(timespec="microseconds").replace("+00:00", "648Z")


def _now() -> str:
    seconds, nanoseconds = divmod(time.time_ns(), 1_000_000_000)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
    fraction = f".{nanoseconds:09d}".rstrip("0").rstrip(".")  # Go drops zeros at the end
    return f"{stamp}{fraction}Z"


def _line(
    answering: _Answering,
    text: str,
    *,
    done: bool = False,
    done_reason: str = "",
    metrics: dict[str, Any] | None = None,
    **extra: Any,
) -> dict[str, Any]:
    line: dict[str, Any] = {"model": answering.model, "created_at": _now()}
    if answering.is_chat:
        line["message"] = {"role": "assistant", "content": text, **extra}
    else:
        line |= {"response": text, **extra}
    line["done"] = done
    if done_reason:
        line["done_reason"] = done_reason
    return line | (metrics or {})


def _full(name: str) -> str:
    return name if ":" in name.rsplit("/", 1)[-1] else f"{name}:latest"


def _fault_of(body: bytes) -> str:
    if not body:
        return "missing request body"
    try:
        value = json.loads(body)
    except ValueError:
        return f"invalid character '{body[:1].decode(errors='replace')}' looking for beginning of value"
    return "" if isinstance(value, dict) else "json: cannot unmarshal into Go value of type api.ChatRequest"


def _incapable(model: PeerModel, data: dict[str, Any], *, is_chat: bool) -> tuple[int, str] | None:
    able = model.capabilities
    if able is None:
        return None
    if data.get("think") and "thinking" not in able:
        return 400, f'"{data["model"]}" does not support thinking'
    if "completion" not in able:
        return 400, f'"{data["model"]}" does not support {"chat" if is_chat else "generate"}'
    if data.get("tools") and "tools" not in able:
        return 400, f"registry.ollama.ai/library/{_full(model.name)} does not support tools"
    if "vision" not in able and any(message.get("images") for message in data.get("messages", [])):
        return 500, "this model is missing data required for image input"
    return None


async def _tell(out: Outgoing, line: dict[str, Any]) -> None:
    out.chunk(go_json(line) + b"\n")
    await out.flush()


def _modelfile_of(model: PeerModel) -> str:
    """As Ollama writes it: the base is a path in its own store, the name stands in a comment."""
    lines = ['# Modelfile generated by "ollama show"', "# To build a new Modelfile based on this, replace FROM with:"]
    lines += [f"# FROM {model.name}", "", f"FROM /usr/share/ollama/.ollama/models/blobs/sha256-{model.digest}"]
    lines += [f'TEMPLATE """{model.template}"""']
    lines += [f'SYSTEM """{model.system}"""'] if model.system else []
    return "\n".join([*lines, 'PARAMETER stop "<|eot_id|>"', f'LICENSE """{model.licence}"""', ""])


async def _refuse(out: Outgoing, status: int, text: str) -> None:
    await out.whole(status, _JSON, go_json({"error": text}))


def _vector(text: str, length: int) -> list[float]:
    """A unit vector that depends on the text alone, in the 32-bit numbers that Ollama sends."""
    source = random.Random(hashlib.sha256(text.encode()).digest())
    raw = [source.gauss(0, 1) for _ in range(length)]
    norm = math.sqrt(sum(value * value for value in raw))
    return [_short(value / norm) for value in raw]


def _short(value: float) -> float:
    single = struct.unpack("f", struct.pack("f", value))[0]
    for digits in itertools.count(6):
        written = float(f"{single:.{digits}g}")
        if struct.unpack("f", struct.pack("f", written))[0] == single:
            return written
    raise AssertionError


# ---- the program ----------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until interrupted; the first line on standard output is the address."""
    from tests.peers.ollama_scripts import responder  # the demonstration texts are of no use to tests

    parser = argparse.ArgumentParser(prog="ollama_server", description="A stand-in for Ollama.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--script", choices=("hello", "demo", "flood"), default="demo")
    parser.add_argument("--tokens-per-s", type=float, default=0.0, help="0 is as fast as the socket goes")
    parser.add_argument("--tokens", type=int, default=20_000, help="how many tokens a flood has")
    parser.add_argument("--version", default=VERSION)
    chosen = parser.parse_args(arguments)
    respond = responder(chosen.script, tokens_per_s=chosen.tokens_per_s or None, tokens=chosen.tokens)
    peer = OllamaPeer(version=chosen.version, respond=respond, host=chosen.host, port=chosen.port)
    with peer:
        print(peer.address, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped", flush=True)


if __name__ == "__main__":
    main()
