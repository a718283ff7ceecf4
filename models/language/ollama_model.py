"""Ollama, over its own HTTP API.

Connections, host rules and headers are those of `ollama.AsyncClient`; requests and answers pass through `HttpWire`
instead of the client's typed methods, for three reasons. Those methods drop the fields `remote_host` and
`remote_model`, by which a model on somebody else's computer is known. They read answers of any size. And they build a
pydantic object a line: 20,000 lines took 28 µs each, reading them with httpx and `json` 21 µs (a ratio of 0.77), while
this file took 17 µs (1.26; Python 3.11, 2 cores, ollama 0.6.3; `python -m tests.models.language.measure_client`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import TYPE_CHECKING, Any

from models.engine_errors import (
    EngineError,
    ModelMissing,
    NotAModelServer,
    RemoteModelRefused,
    ServerTooOld,
    ServerUnreachable,
)
from models.language.http_wire import HttpWire, Refusal, WireAnswer, WireLimits, client_options, loaded
from models.language.joined_pieces import joined
from models.language.language_model import LoadedModel, ModelDetails, ModelSummary
from models.language.messages import ChatRequest, Piece
from models.language.ollama_format import (
    AnswerReader,
    chat_request_body,
    details_from,
    full_name,
    is_remote_name,
    loaded_from,
    name_in,
    summary_from,
)
from models.language.refusals import refusal_of
from models.language.untrusted import are_vectors, objects_in

if TYPE_CHECKING:
    import httpx

DEFAULT_ADDRESS = "http://127.0.0.1:11434"
# The first version whose /api/show tells what a model can do; without it nothing here can be chosen well.
MINIMUM_VERSION = "0.6.4"


class OllamaServer:
    """A `ModelServer` over Ollama at `address`.

    Models that run on somebody else's computer are refused before any text is sent, until `allow_remote` is true.
    `first_byte_timeout_s` bounds the silence while a model is loaded, `stall_timeout_s` each silence after that.
    """

    def __init__(
        self,
        address: str = DEFAULT_ADDRESS,
        *,
        allow_remote: bool = False,
        stall_timeout_s: float = 60.0,
        first_byte_timeout_s: float = 600.0,
    ) -> None:
        self.allow_remote = allow_remote
        self._address = address
        limits = WireLimits(silence_s=stall_timeout_s, first_byte_s=first_byte_timeout_s)
        self._wire = HttpWire(self._connect, address=address, limits=limits)

    @property
    def provider(self) -> str:
        """Always `ollama`."""
        return "ollama"

    @property
    def address(self) -> str:
        """Where it listens, as the owner wrote it."""
        return self._address

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Piece, None]:
        """Answer piece by piece. Closing the iterator closes the connection, upon which Ollama stops generating."""
        await self._refuse_remote(request.model)
        if any(message.images for message in request.messages):
            await self._refuse_blind(request.model)
        body = chat_request_body(request)
        async with self._wire.lines(
            "/api/chat", body, model=request.model, refusal=self._refusal(request.model)
        ) as lines:
            reader = AnswerReader(request.model, self._address, allow_remote=self.allow_remote)
            while (batch := await lines.next_batch()) is not None:
                for piece in joined(reader.pieces(batch)):
                    yield piece
                if reader.finished is not None:
                    await lines.finish()
                    break
        yield reader.ending()

    async def version(self) -> str:
        """The server's version, such as `0.35.1`."""
        answer = await self._wire.whole("GET", "/api/version")
        told = answer.json()
        version = told.get("version") if isinstance(told, dict) else None
        if answer.status != 200 or not isinstance(version, str):
            raise NotAModelServer(answer.body[:200].decode("utf-8", "replace"), address=self._address)
        return version

    async def models(self) -> Sequence[ModelSummary]:
        """The installed models, latest change first, those of the cloud marked `remote`."""
        told = await self._object("GET", "/api/tags")
        if "models" not in told:
            raise NotAModelServer("no list of models came", address=self._address)
        return [summary_from(entry) for entry in objects_in(told, "models") if name_in(entry)]

    async def details(self, model: str) -> ModelDetails:
        """What `model` is and can do. A model of the cloud is not asked for while that is not allowed."""
        if is_remote_name(model) and not self.allow_remote:
            return ModelDetails(model, remote=True)
        return details_from(model, await self._show(model))

    async def loaded(self) -> Sequence[LoadedModel]:
        """The models in memory."""
        told = await self._object("GET", "/api/ps")
        return [loaded_from(entry) for entry in objects_in(told, "models") if name_in(entry)]

    async def warm(self, model: str, *, context_tokens: int | None = None, keep_alive_s: int | None = None) -> None:
        """Load `model` with the window that will be used, since another window would load it again."""
        await self._refuse_remote(model)
        body: dict[str, Any] = {"model": model, "prompt": "", "stream": False}
        if context_tokens is not None:
            body["options"] = {"num_ctx": context_tokens}
        if keep_alive_s is not None:
            body["keep_alive"] = keep_alive_s
        await self._object("POST", "/api/generate", body, model=model, wait_s=self._wire.limits.first_byte_s)

    async def unload(self, model: str) -> None:
        """Take `model` out of memory."""
        body = {"model": model, "prompt": "", "stream": False, "keep_alive": 0}
        await self._object("POST", "/api/generate", body, model=model)

    async def embed(self, model: str, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text."""
        if not texts:
            return []
        await self._refuse_remote(model)
        body = {"model": model, "input": list(texts)}
        told = await self._object("POST", "/api/embed", body, model=model, wait_s=self._wire.limits.first_byte_s)
        vectors = told.get("embeddings")
        if not are_vectors(vectors, len(texts)):
            raise NotAModelServer("no vectors came for the texts", model=model, address=self._address)
        return vectors

    async def answers_any_web_page(self) -> bool:
        """Whether it answers a page from anywhere, as under `OLLAMA_ORIGINS=*`; asked with an origin nobody has."""
        origin = "https://hearth-asks.invalid"
        answer = await self._wire.whole("GET", "/api/version", headers={"Origin": origin})
        return answer.headers.get("access-control-allow-origin", "") in ("*", origin)

    async def aclose(self) -> None:
        """End all connections, and with them every answer that still streams."""
        await self._wire.aclose()

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _connect(self) -> httpx.AsyncClient:
        ollama = await asyncio.to_thread(loaded, "ollama")  # 190 ms that the loop does not wait for
        try:
            options = client_options(self._address, self._wire.limits)
            client: httpx.AsyncClient = ollama.AsyncClient(host=self._address, **options)._client
        except ValueError as fault:
            raise ServerUnreachable(f"not an address: {fault}", address=self._address) from fault
        client.headers.pop("authorization", None)  # the client takes a key for ollama.com from the environment
        return client

    async def _refuse_remote(self, model: str) -> None:
        """Asked anew each time, since a name may be given to another model at any moment; loopback answers in 1 ms."""
        if self.allow_remote:
            return
        if is_remote_name(model):
            raise RemoteModelRefused("a cloud model by its name", model=model, address=self._address)
        found = next((known for known in await self.models() if full_name(known.name) == full_name(model)), None)
        if found is None:
            raise ModelMissing(f"model '{model}' not found", model=model, address=self._address, status=404)
        if found.remote:
            raise RemoteModelRefused("a cloud model by its entry", model=model, address=self._address)

    async def _refuse_blind(self, model: str) -> None:
        """Ollama drops images without a word, or fails late, where the model cannot see."""
        capabilities = (await self._show(model)).get("capabilities")
        if isinstance(capabilities, list) and "vision" not in capabilities:
            detail = f'"{model}" does not support vision'
            raise refusal_of(WireAnswer(400, "", b""), detail, model=model, address=self._address)

    async def _show(self, model: str) -> dict[str, Any]:
        return await self._object("POST", "/api/show", {"model": model}, model=model)

    async def _object(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | None = None,
        *,
        model: str = "",
        wait_s: float | None = None,
    ) -> dict[str, Any]:
        answer = await self._wire.whole(method, path, body, model=model, wait_s=wait_s)
        told = answer.json()
        if answer.status == 404 and not isinstance(told, dict):
            await self._refuse_old()
        if answer.status != 200 or not isinstance(told, dict) or "error" in told:
            raise self._refusal(model)(answer)
        return told

    async def _refuse_old(self) -> None:
        """A path is missing: where something still tells a version, that version is too old."""
        version = await self.version()
        raise ServerTooOld(address=self._address, version=version, needed=MINIMUM_VERSION)

    def _refusal(self, model: str) -> Refusal:
        def refusal(answer: WireAnswer) -> EngineError:
            told = answer.json()
            detail = told.get("error") if isinstance(told, dict) else None
            if not isinstance(detail, str):
                return refusal_of(answer, None, model=model, address=self._address)
            return refusal_of(answer, detail, model=model, address=self._address)

        return refusal
