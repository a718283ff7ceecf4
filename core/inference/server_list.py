"""From the settings to the servers and the middleware that the gateway uses."""

from __future__ import annotations

from core.clock import Clock
from core.inference.answer_cache import AnswerCache
from core.inference.budgets import RateLimit
from core.inference.middleware import Middleware
from core.inference.observe import CallLog, CallMeter
from core.inference.resilience import Fallback, Retry, TimeLimit, TimeLimits
from core.inference.served_models import OLLAMA
from core.metrics.timings import Timings
from core.settings.sections import ModelServerSettings, VaultSettings
from models.language.language_model import ModelServer


def servers_from(settings: ModelServerSettings) -> dict[str, ModelServer]:
    """Ollama first, then the owner's other servers under the names they gave them. Connects to none yet."""
    from models.language.ollama_model import OllamaServer
    from models.language.openai_compatible import OpenAiCompatibleServer
    from models.ollama_server import address_of_ollama

    servers: dict[str, ModelServer] = {
        OLLAMA: OllamaServer(
            settings.ollama_address or address_of_ollama(),
            allow_remote=settings.allow_remote_models,
            stall_timeout_s=float(settings.silence_timeout_s),
            first_byte_timeout_s=float(settings.first_answer_timeout_s),
        )
    }
    for server in settings.openai_servers:
        servers[server.name] = OpenAiCompatibleServer(
            server.address,
            api_key=server.api_key,
            stall_timeout_s=float(settings.silence_timeout_s),
            first_byte_timeout_s=float(settings.first_answer_timeout_s),
        )
    return servers


def middleware_from(
    settings: VaultSettings, *, clock: Clock, timings: Timings, cache: AnswerCache | None
) -> list[Middleware]:
    """The chain in the order that `core.inference.middleware` explains; what is switched off is left out."""
    limits = TimeLimits(
        first_piece_s=float(settings.model_server.first_answer_timeout_s),
        silence_s=float(settings.model_server.silence_timeout_s),
    )
    chain: list[Middleware] = [CallLog(clock), CallMeter(timings, clock)]
    if settings.chat.answer_cache and cache is not None:
        chain.append(cache)
    if settings.chat.calls_per_minute:
        chain.append(RateLimit(settings.chat.calls_per_minute, clock=clock))
    return [*chain, Fallback(), Retry(), TimeLimit(limits)]
