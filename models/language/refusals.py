"""What servers mean when they say no: their status and sentence to an engine error.

The sentences are those of Ollama (`server/routes.go`, `server/images.go`, its runner) and, since they share llama.cpp,
vLLM and PyTorch below, of the OpenAI-compatible servers too.
"""

from __future__ import annotations

import re

from models.engine_errors import (
    AbilityMissing,
    EngineError,
    ModelMissing,
    NotAModelServer,
    OutOfMemory,
    ServerRefused,
)
from models.language.http_wire import WireAnswer

_OUT_OF_MEMORY = re.compile(
    r"out of memory|requires more (system )?memory|unable to allocate|failed to allocate|cannot be allocated"
    r"|not enough (available )?memory|insufficient memory|OutOfMemory|no available memory",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"does not support (thinking|tools|vision|images|image input|embeddings?|chat|generate|insert)", re.IGNORECASE
)
_BLIND = re.compile(
    r"missing data required for image input|image input is not supported|is not a multimodal model|mmproj",
    re.IGNORECASE,
)
_TOOLLESS = re.compile(r"tools param requires --jinja|enable-auto-tool-choice", re.IGNORECASE)
_MISSING = re.compile(r"model\b.*\bnot (be )?found|try pulling it first|does not exist|no models loaded", re.IGNORECASE)
_ABILITY_NAMES = {
    "images": "vision",
    "image input": "vision",
    "embeddings": "embedding",
    "generate": "chat",
}


def refusal_of(answer: WireAnswer, detail: str | None, *, model: str, address: str) -> EngineError:
    """The error for an answer that is no success. `detail` is the server's sentence, None when it had none to read."""
    where = {"model": model, "address": address}
    if detail is None:
        if answer.body.strip() or answer.status in (200, 404):
            start = answer.body[:200].decode("utf-8", "replace")
            return NotAModelServer(f"status {answer.status}, {answer.content_type}: {start}", **where)
        return ServerRefused(f"status {answer.status} without a word", status=answer.status, **where)
    if _OUT_OF_MEMORY.search(detail):
        return OutOfMemory(detail, status=answer.status, **where)
    if ability := _ability_in(detail):
        return AbilityMissing(detail, status=answer.status, ability=ability, **where)
    if answer.status in (0, 400, 404) and _MISSING.search(detail):
        return ModelMissing(detail, status=answer.status, **where)
    return ServerRefused(detail, status=answer.status, **where)


def _ability_in(detail: str) -> str:
    if _BLIND.search(detail):
        return "vision"
    if _TOOLLESS.search(detail):
        return "tools"
    found = _ABILITY.search(detail)
    if found is None:
        return ""
    word = found[1].lower()
    return _ABILITY_NAMES.get(word, word)
