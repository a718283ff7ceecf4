"""From the settings to the servers that the gateway calls, and to the chain around each call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from core.clock import Clock
from core.inference.answer_cache import AnswerCache
from core.inference.budgets import RateLimit
from core.inference.middleware import Middleware
from core.inference.resilience import TimeLimits
from core.inference.served_models import OLLAMA
from core.inference.standard_chain import standard_chain
from core.metrics.timings import Timings
from core.settings.sections import ModelServerSettings, VaultSettings
from models.language.language_model import ModelServer


def servers_from(settings: ModelServerSettings) -> dict[str, ModelServer]:
    """Ollama first, then the owner's other servers under the names they gave them. Connects to none yet."""
    from models.language.ollama_model import OllamaServer
    from models.language.openai_compatible import OpenAiServer
    from models.ollama_server import ollama_address

    servers: dict[str, ModelServer] = {
        OLLAMA: OllamaServer(
            settings.ollama_address or ollama_address(),
            allow_remote=settings.allow_remote_models,
            stall_timeout_s=float(settings.silence_timeout_s),
            first_byte_timeout_s=float(settings.first_answer_timeout_s),
        )
    }
    for server in settings.openai_servers:
        servers[server.name] = OpenAiServer(
            server.address,
            api_key=server.api_key,
            stall_timeout_s=float(settings.silence_timeout_s),
            first_byte_timeout_s=float(settings.first_answer_timeout_s),
        )
    return servers


def with_own_ollama(
    servers: Mapping[str, ModelServer], settings: ModelServerSettings, ready: Callable[[], Awaitable[str]]
) -> dict[str, ModelServer]:
    """`servers` with Hearth's own Ollama in the place of the owner's; `ready` waits for its address."""
    from models.language.awaited_ollama import AwaitedOllama
    from models.language.ollama_model import OllamaServer

    def make(address: str) -> OllamaServer:
        return OllamaServer(
            address,
            allow_remote=settings.allow_remote_models,
            stall_timeout_s=float(settings.silence_timeout_s),
            first_byte_timeout_s=float(settings.first_answer_timeout_s),
        )

    return {OLLAMA: AwaitedOllama(ready, make), **{key: one for key, one in servers.items() if key != OLLAMA}}


def chain_from(
    settings: VaultSettings, *, clock: Clock, timings: Timings, cache: AnswerCache | None
) -> list[Middleware]:
    """The standard chain with what the owner switched on. `cache` is None where nothing may be kept."""
    limits = TimeLimits(
        first_piece_s=float(settings.model_server.first_answer_timeout_s),
        silence_s=float(settings.model_server.silence_timeout_s),
    )
    calls = settings.chat.calls_per_minute
    return standard_chain(
        clock=clock,
        timings=timings,
        limits=limits,
        cache=cache if settings.chat.answer_cache else None,
        rate_limit=RateLimit(calls, clock=clock) if calls else None,
    )
