"""`Gateway`: the one way any part of core calls a language model.

It finds the server by the model's name, runs the chain of `middleware` around the stream and turns each engine's error
into a `ModelTrouble` with a sentence and a next step. Closing the stream, or cancelling the task that reads it, ends
the generation on the server at once.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import replace

from core.errors import HearthError, ModelTrouble
from core.inference.middleware import GatewayStream, Middleware, ModelCall, chain
from core.inference.model_trouble import AnswerBrokeOff, ModelCannotSee, ServerNotSetUp, trouble_from
from core.inference.served_models import OLLAMA, ModelPlace, ServedModel, name_of, place_of
from core.metrics.health import Health, look_at_servers
from models.engine_errors import EngineError
from models.language.language_model import LoadedModel, ModelDetails, ModelServer, ModelSummary
from models.language.messages import ChatRequest, Finished, Piece

# Details of so many models are asked for at the same time; a server with two hundred models must not be flooded.
_DETAILS_AT_ONCE = 4


class Gateway:
    """Calls models of all servers. Made and used on one event loop; `servers` is keyed by the names of the settings."""

    def __init__(self, servers: Mapping[str, ModelServer], *, middleware: Sequence[Middleware] = ()) -> None:
        self._servers = dict(servers)
        self._answer = chain(middleware, self._from_server)
        self._details: dict[str, ModelDetails] = {}
        self._digests: dict[str, str] = {}
        self._warming: set[str] = set()
        self._uses: Counter[ModelServer] = Counter()
        self._retired: set[ModelServer] = set()
        self.troubles: dict[str, HearthError] = {}

    async def replace(self, servers: Mapping[str, ModelServer], *, middleware: Sequence[Middleware]) -> None:
        """Call these servers through this chain from now on, as after a change of settings.

        What the servers before are still asked or still write goes on to its end; then their connections are ended.
        """
        before, self._servers = self._servers, dict(servers)
        self._answer = chain(middleware, self._from_server)
        self._details.clear()
        self._digests.clear()
        self.troubles = {}
        in_use = [server for server in before.values() if self._uses[server]]
        self._retired.update(in_use)
        await asyncio.gather(*(server.aclose() for server in before.values() if server not in in_use))

    @property
    def servers(self) -> Mapping[str, ModelServer]:
        """All servers by their key."""
        return dict(self._servers)

    def stream(self, call: ModelCall) -> GatewayStream:
        """Answer `call` event by event; the last one is `Finished`. Raises `ModelTrouble`."""
        return self._answer(call)

    async def models(self) -> list[ServedModel]:
        """All models of all servers that answer, in their own order, Ollama's first.

        Servers that do not answer are left out and stand in `troubles`. When none answers, the first one's trouble is
        raised.
        """
        servers = self.servers
        keys = list(servers)
        listed = await asyncio.gather(*(self._models_of(key, servers[key]) for key in keys), return_exceptions=True)
        self.troubles = {}
        models: list[ServedModel] = []
        for key, outcome in zip(keys, listed, strict=True):
            if isinstance(outcome, HearthError):
                self.troubles[key] = outcome
            elif isinstance(outcome, BaseException):
                raise outcome
            else:
                models += outcome
        if self.troubles and len(self.troubles) == len(keys):
            raise next(iter(self.troubles.values()))
        return models

    async def details(self, name: str) -> ModelDetails:
        """What the model called `name` is and can do. Asked once; `models` notices when a model was replaced."""
        if (known := self._details.get(name)) is not None:
            return known
        place, server = self._find(name)
        with _in_owners_words(place):
            async with self._in_use(server):
                details = await server.details(place.model)
        if self._servers.get(place.server) is server:
            self._details[name] = details
        return details

    def known_details(self, name: str) -> ModelDetails | None:
        """What `details` has learnt before; never waits."""
        return self._details.get(name)

    async def loaded(self) -> list[tuple[str, LoadedModel]]:
        """(name, load state) of all models in memory, on the servers that answer."""
        found: list[tuple[str, LoadedModel]] = []
        for key, server in self.servers.items():
            with suppress(EngineError):
                async with self._in_use(server):
                    found += [(name_of(ModelPlace(key, model.name)), model) for model in await server.loaded()]
        return found

    async def warm(self, name: str, *, context_tokens: int | None = None, keep_alive_s: int | None = None) -> None:
        """Load the model into memory and learn its details, because a question is likely soon. Raises `ModelTrouble`.

        A call while the same model is being warmed returns at once.
        """
        if name in self._warming:
            return
        place, server = self._find(name)
        self._warming.add(name)
        try:
            await self.details(name)
            with _in_owners_words(place):
                async with self._in_use(server):
                    await server.warm(place.model, context_tokens=context_tokens, keep_alive_s=keep_alive_s)
        finally:
            self._warming.discard(name)

    async def health(self, *wanted: str) -> Health:
        """How all servers are, and whether the `wanted` models are there. Never raises for a server that is ill."""
        return await look_at_servers(
            self._servers, explain=trouble_from, wanted_models=[place_of(name) for name in wanted if name]
        )

    async def aclose(self) -> None:
        """End all connections."""
        await asyncio.gather(*(server.aclose() for server in {*self._servers.values(), *self._retired}))

    # ---- one call, below all middleware --------------------------------------------------------------------------

    async def _from_server(self, call: ModelCall) -> GatewayStream:
        place, server = self._find(call.request.model)
        await self._refuse_what_cannot_work(call, place)
        request = replace(call.request, model=place.model, think=await self._think(call.request))
        begun = False
        finished = False
        async with self._in_use(server):
            pieces = server.stream(request)
            try:
                async for piece in pieces:
                    begun = True
                    finished = finished or type(piece) is Finished
                    yield piece
            except EngineError as error:
                raise trouble_from(error, provider=_provider(place), model=place.model, begun=begun) from error
            finally:
                await _close(pieces)
        if not finished:
            raise AnswerBrokeOff("the stream ended without its last piece", model=place.model)

    @asynccontextmanager
    async def _in_use(self, server: ModelServer) -> AsyncIterator[None]:
        """Keeps the server's connections for as long, even when the settings name others by then."""
        self._uses[server] += 1
        try:
            yield
        finally:
            self._uses[server] -= 1
            if not self._uses[server]:
                del self._uses[server]
                if server in self._retired:
                    self._retired.discard(server)
                    await server.aclose()

    async def _refuse_what_cannot_work(self, call: ModelCall, place: ModelPlace) -> None:
        """Images for a model that cannot see are dropped silently by some servers; the owner should rather know."""
        if not any(message.images for message in call.request.messages):
            return
        details = await self.details(call.request.model)
        if "vision" not in details.abilities:
            raise ModelCannotSee(model=place.model)

    async def _think(self, request: ChatRequest) -> bool | None:
        """A model that cannot think, such as the next of the list, is not asked to."""
        if request.think and "thinking" not in (await self.details(request.model)).abilities:
            return None
        return request.think

    def _find(self, name: str) -> tuple[ModelPlace, ModelServer]:
        place = place_of(name)
        server = self._servers.get(place.server)
        if server is None:
            raise ServerNotSetUp(model=place.model)
        return place, server

    # ---- the list ------------------------------------------------------------------------------------------------

    async def _models_of(self, key: str, server: ModelServer) -> list[ServedModel]:
        with _in_owners_words(ModelPlace(key, "")):
            async with self._in_use(server):
                summaries = await server.models()
                loaded = {model.name: model for model in await server.loaded()}
        gate = asyncio.Semaphore(_DETAILS_AT_ONCE)

        async def one(summary: ModelSummary) -> ServedModel:
            async with gate:
                details = await self._details_of(ModelPlace(key, summary.name), summary)
            return _served(ModelPlace(key, summary.name), server, summary, details, loaded.get(summary.name))

        return list(await asyncio.gather(*(one(summary) for summary in summaries)))

    async def _details_of(self, place: ModelPlace, summary: ModelSummary) -> ModelDetails | None:
        """Details for the list; None when the server will not tell, which must not cost the owner the whole list."""
        name = name_of(place)
        if self._digests.get(name) != summary.digest:
            self._details.pop(name, None)  # pulled anew since
            self._digests[name] = summary.digest
        if summary.remote:
            return None
        try:
            return await self.details(name)
        except ModelTrouble:
            return None


def _served(
    place: ModelPlace,
    server: ModelServer,
    summary: ModelSummary,
    details: ModelDetails | None,
    loaded: LoadedModel | None,
) -> ServedModel:
    return ServedModel(
        name=name_of(place),
        short_name=place.model,
        server=place.server,
        provider=server.provider,
        address=server.address,
        abilities=details.abilities if details else frozenset(),
        context_tokens=details.context_tokens if details else None,
        size_bytes=summary.size_bytes,
        parameter_size=summary.parameter_size or (details.parameter_size if details else ""),
        quantization=summary.quantization or (details.quantization if details else ""),
        family=summary.family or (details.family if details else ""),
        digest=summary.digest,
        modified_at=summary.modified_at,
        remote=summary.remote,
        loaded=loaded is not None,
        loaded_bytes=loaded.size_bytes if loaded else 0,
        vram_bytes=loaded.vram_bytes if loaded else 0,
    )


def _provider(place: ModelPlace) -> str:
    return "ollama" if place.server == OLLAMA else "openai"


@contextmanager
def _in_owners_words(place: ModelPlace) -> Iterator[None]:
    try:
        yield
    except EngineError as error:
        raise trouble_from(error, provider=_provider(place), model=place.model) from error


async def _close(pieces: AsyncIterator[Piece]) -> None:
    close = getattr(pieces, "aclose", None)  # the protocol promises an iterator; those that can be closed are
    if close is not None:
        await close()
