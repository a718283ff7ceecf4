"""Any server with OpenAI's HTTP API: llama.cpp, vLLM and LM Studio, here or behind an opened door."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from models.engine_errors import EngineError, ModelMissing, NotAModelServer, ServerRefused, ServerUnreachable
from models.language.http_wire import HttpWire, Refusal, WireAnswer, WireLimits, client_options, loaded
from models.language.joined_pieces import joined
from models.language.language_model import Ability, LoadedModel, ModelDetails, ModelSummary
from models.language.messages import ChatRequest, Piece
from models.language.openai_format import EventReader, completion_body, error_sentence
from models.language.refusals import refusal_of
from models.language.untrusted import are_vectors, count_of, object_of, objects_in, text_of

if TYPE_CHECKING:
    import httpx

# Where a server cannot tell what a model can do, nothing is ruled out: it refuses by itself what it cannot.
_UNKNOWN_ABILITIES: frozenset[Ability] = frozenset({"chat", "tools", "vision"})


class OpenAiServer:
    """A `ModelServer` over an OpenAI-compatible server at `address`, with or without `/v1` at its end."""

    def __init__(
        self,
        address: str,
        *,
        api_key: str = "",
        stall_timeout_s: float = 60.0,
        first_byte_timeout_s: float = 600.0,
    ) -> None:
        self._address = address
        self._base = address.strip().rstrip("/").removesuffix("/v1")
        self._api_key = api_key.strip()
        limits = WireLimits(silence_s=stall_timeout_s, first_byte_s=first_byte_timeout_s)
        self._wire = HttpWire(self._connect, address=address, limits=limits)

    @property
    def provider(self) -> str:
        """Always `openai`."""
        return "openai"

    @property
    def address(self) -> str:
        """Where it listens, as the owner wrote it."""
        return self._address

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Piece, None]:
        """Answer piece by piece; tool calls come whole, at the end. Closing the iterator closes the connection."""
        path, refusal = "/v1/chat/completions", self._refusal(request.model)
        reader = EventReader(request.model, self._address)
        async with self._wire.lines(path, completion_body(request), model=request.model, refusal=refusal) as lines:
            while not reader.is_over and (batch := await lines.next_batch()) is not None:
                for piece in joined(reader.pieces(batch)):
                    yield piece
            if reader.is_over:
                await lines.finish()
        for piece in reader.ending():
            yield piece

    async def version(self) -> str:
        """vLLM's version or llama.cpp's build; empty for servers that do not tell."""
        told = await self._optional("/version")
        if isinstance(told.get("version"), str):
            return str(told["version"])
        return text_of((await self._optional("/props")).get("build_info"))

    async def models(self) -> Sequence[ModelSummary]:
        """The models that the server lists."""
        return [_summary(entry) for entry in await self._entries()]

    async def details(self, model: str) -> ModelDetails:
        """What is known: llama.cpp tells by `/props`, LM Studio by its own list, vLLM only the window."""
        entry = next((entry for entry in await self._entries() if entry["id"] == model), None)
        if entry is None:
            raise ModelMissing(f"model '{model}' not found", model=model, address=self._address, status=404)
        if entry.get("owned_by") == "llamacpp":
            return _details_from_props(model, entry, await self._optional("/props"))
        for known in objects_in(await self._optional("/api/v0/models"), "data"):
            if known.get("id") == model:
                return _details_from_studio(model, known)
        window = count_of(entry.get("max_model_len")) or None
        return ModelDetails(model, abilities=_UNKNOWN_ABILITIES, context_tokens=window)

    async def loaded(self) -> Sequence[LoadedModel]:
        """LM Studio tells; llama.cpp and vLLM list only what they have loaded; for others nothing is known."""
        studio = objects_in(await self._optional("/api/v0/models"), "data")
        if studio:
            return [
                LoadedModel(text_of(known.get("id")), context_tokens=count_of(known.get("loaded_context_length")))
                for known in studio
                if known.get("state") == "loaded"
            ]
        entries = [entry for entry in await self._entries() if entry.get("owned_by") in ("llamacpp", "vllm")]
        return [LoadedModel(entry["id"], size_bytes=_summary(entry).size_bytes) for entry in entries]

    async def warm(self, model: str, *, context_tokens: int | None = None, keep_alive_s: int | None = None) -> None:
        """Does nothing: these servers load at their start or with the first question."""

    async def embed(self, model: str, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text, in order."""
        if not texts:
            return []
        body = {"model": model, "input": list(texts), "encoding_format": "float"}
        wait_s = self._wire.limits.first_byte_s
        answer = await self._wire.whole("POST", "/v1/embeddings", body, model=model, wait_s=wait_s)
        told = answer.json()
        if answer.status != 200 or error_sentence(told):
            raise self._refusal(model)(answer)
        vectors = {count_of(entry.get("index")): entry.get("embedding") for entry in objects_in(told, "data")}
        found = [vectors.get(at) for at in range(len(texts))]
        if not are_vectors(found, len(texts)):
            raise NotAModelServer("no vectors came for the texts", model=model, address=self._address)
        return found

    async def aclose(self) -> None:
        """End all connections, and with them every answer that still streams."""
        await self._wire.aclose()

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _connect(self) -> httpx.AsyncClient:
        httpx_ = await asyncio.to_thread(loaded, "httpx")  # 80 ms that the loop does not wait for
        headers = {"Accept": "application/json, text/event-stream"}
        if self._api_key:
            if not (self._api_key.isascii() and self._api_key.isprintable()):
                raise ServerRefused("the API key has characters that cannot be sent", address=self._address, status=401)
            headers["Authorization"] = f"Bearer {self._api_key}"
        if not self._base.startswith(("http://", "https://")):
            raise ServerUnreachable(f"not an address: {self._address}", address=self._address)
        options = client_options(self._base, self._wire.limits)
        client: httpx.AsyncClient = httpx_.AsyncClient(base_url=self._base, headers=headers, **options)
        return client

    async def _entries(self) -> list[dict[str, Any]]:
        answer = await self._wire.whole("GET", "/v1/models")
        told = answer.json()
        if answer.status != 200 or not isinstance(told, dict) or "data" not in told:
            raise self._refusal("")(answer)
        return [entry for entry in objects_in(told, "data") if text_of(entry.get("id"))]

    async def _optional(self, path: str) -> dict[str, Any]:
        """An answer that only some servers have; empty from the others."""
        answer = await self._wire.whole("GET", path)
        told = answer.json()
        return told if answer.status == 200 and isinstance(told, dict) else {}

    def _refusal(self, model: str) -> Refusal:
        def refusal(answer: WireAnswer) -> EngineError:
            return refusal_of(answer, error_sentence(answer.json()), model=model, address=self._address)

        return refusal


def _summary(entry: dict[str, Any]) -> ModelSummary:
    meta = object_of(entry.get("meta"))
    parameters = count_of(meta.get("n_params"))
    return ModelSummary(
        name=entry["id"],
        size_bytes=count_of(meta.get("size")) or 0,
        parameter_size=f"{parameters / 1e9:.1f}B" if parameters else "",
        modified_at=_moment(entry.get("created")),
    )


def _details_from_props(model: str, entry: dict[str, Any], props: dict[str, Any]) -> ModelDetails:
    meta, senses = object_of(entry.get("meta")), object_of(props.get("modalities"))
    settings = object_of(props.get("default_generation_settings"))
    abilities: set[Ability] = {"chat", "tools"}
    if senses.get("vision") is True:
        abilities.add("vision")
    return ModelDetails(
        model,
        abilities=frozenset(abilities) if senses else _UNKNOWN_ABILITIES,
        # The window it was started with bounds every answer; the one it was trained for would promise too much.
        context_tokens=count_of(settings.get("n_ctx")) or count_of(meta.get("n_ctx_train")) or None,
        parameter_size=_summary(entry).parameter_size,
        template=text_of(props.get("chat_template")),
    )


def _details_from_studio(model: str, known: dict[str, Any]) -> ModelDetails:
    capabilities = known.get("capabilities")
    kind = known.get("type")
    abilities: set[Ability] = {"embedding"} if kind == "embeddings" else {"chat"}
    if kind == "vlm":
        abilities.add("vision")
    if isinstance(capabilities, list) and "tool_use" in capabilities:
        abilities.add("tools")
    return ModelDetails(
        model,
        abilities=frozenset(abilities),
        context_tokens=count_of(known.get("loaded_context_length"))
        or count_of(known.get("max_context_length"))
        or None,
        quantization=text_of(known.get("quantization")),
        family=text_of(known.get("arch")),
    )


def _moment(value: Any) -> datetime | None:
    seconds = count_of(value)
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (OverflowError, OSError, ValueError):
        return None
