"""Which model makes vectors, and which index compares them, by the owner's settings."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from core.inference.model_trouble import ServerNotSetUp
from core.settings.sections import KnowledgeSettings
from models.embedding.embedder import Embedder
from models.embedding.minilm import MiniLm
from models.embedding.ollama_embedder import OllamaEmbedder
from models.language.language_model import ModelServer


def embedder_from(model: str, servers: Mapping[str, ModelServer]) -> Embedder:
    """The built-in model of vectors, or one of Ollama's by its name. ServerNotSetUp."""
    if not model:
        return MiniLm()
    server = servers.get("ollama")
    if server is None:
        raise ServerNotSetUp
    return OllamaEmbedder(server, model)


def kept_here(settings: KnowledgeSettings) -> KnowledgeSettings:
    """For private chats: nothing of them goes to a server of vectors."""
    return msgspec.structs.replace(settings, engine="exact", chroma_server="")
