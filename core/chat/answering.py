"""Gateway, turns and timings of one assistant, made when the first question is near.

Importing them costs a third of the way to the first paint (60 of 170 ms, measured), and no window needs them before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from core.chat.chat_memory import ChatMemory
from core.chat.personas import Persona
from core.chat.sourcing import SourcesOf
from core.chat.turn import Turns
from core.chat.turn_settings import TurnSettings
from core.clock import Clock
from core.conversations.conversation_store import ConversationStore
from core.inference.answer_cache import AnswerCache
from core.inference.gateway import Gateway
from core.inference.server_list import chain_from, servers_from, with_own_ollama
from core.library.model_parameters import ModelParameters
from core.metrics.timings import Timings
from core.settings.sections import ModelServerSettings, VaultSettings
from models.language.language_model import ModelServer
from models.language.messages import Sampling

ServersFrom: TypeAlias = Callable[[ModelServerSettings], Mapping[str, ModelServer]]


class Answering:
    """What answers questions in the chats of `conversations` and, leaving no trace, of `private`.

    `settings` gives the settings as they are now; `cache` is None where nothing may be kept. `persona_of` and
    `parameters_of` know the owner's personas and wishes for models, `sources_of` the documents that chats ask;
    `own_ollama` waits for Hearth's own server.
    """

    def __init__(
        self,
        conversations: ConversationStore,
        private: ConversationStore,
        *,
        settings: Callable[[], VaultSettings],
        servers: ServersFrom | None,
        cache: AnswerCache | None,
        clock: Clock,
        persona_of: Callable[[str], Awaitable[Persona | None]],
        parameters_of: Callable[[str], Awaitable[ModelParameters]],
        own_ollama: Callable[[], Awaitable[str]] | None = None,
        sources_of: SourcesOf | None = None,
        memory: ChatMemory | None = None,
    ) -> None:
        self._settings = settings
        self._servers_from = servers or servers_from
        self._own_ollama = own_ollama
        self._cache = cache
        self._clock = clock
        self._persona_of = persona_of
        self._parameters_of = parameters_of
        self._sources_of = sources_of
        self._memory = memory
        self.timings = Timings()
        values = settings()
        self.gateway = Gateway(
            self._servers(values.model_server),
            middleware=chain_from(values, clock=clock, timings=self.timings, cache=cache),
        )
        self.private_turns = self._turns(private, private=True)
        self.turns = self.private_turns if conversations is private else self._turns(conversations, private=False)

    async def take_settings(self) -> None:
        """Servers, limits or cache were changed in the settings: the next call goes by them."""
        values = self._settings()
        chain = chain_from(values, clock=self._clock, timings=self.timings, cache=self._cache)
        await self.gateway.replace(self._servers(values.model_server), middleware=chain)

    def _servers(self, settings: ModelServerSettings) -> Mapping[str, ModelServer]:
        servers = self._servers_from(settings)
        if settings.private_ollama and self._own_ollama is not None:
            return with_own_ollama(servers, settings, self._own_ollama)
        return servers

    async def settle(self) -> None:
        """Wait until titles that are being written are kept."""
        await self.turns.titles.settle()
        await self.private_turns.titles.settle()

    async def aclose(self) -> None:
        """Keep what has arrived, end all connections, forget the figures."""
        await self.turns.aclose()
        await self.private_turns.aclose()
        await self.gateway.aclose()
        self.timings.forget()

    def _turns(self, store: ConversationStore, *, private: bool) -> Turns:
        return Turns(
            store,
            self.gateway,
            self._turn_settings,
            clock=self._clock,
            timings=self.timings,
            private=private,
            persona_of=self._persona_of,
            parameters_of=self._parameters_of,
            sources_of=self._sources_of,
            memory=None if private else self._memory,
        )

    def _turn_settings(self) -> TurnSettings:
        chat = self._settings().chat
        return TurnSettings(
            default_model=chat.default_model,
            fallback_models=chat.fallback_models,
            instructions=chat.instructions,
            context_tokens=chat.context_tokens,
            sampling=Sampling(temperature=chat.temperature),
            think=chat.think,
            keep_alive_s=chat.keep_alive_minutes * 60,
            titles=chat.automatic_titles,
        )
