"""Embedding models of a model server, such as `nomic-embed-text` or `bge-m3` of Ollama."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from models.embedding.embedder import EmbedderFacts, TextUse, Vectors
from models.embedding.last_questions import LastQuestions
from models.engine_errors import AbilityMissing, EmbedderFailed

if TYPE_CHECKING:
    from models.language.language_model import ModelServer

_TEXTS_A_REQUEST = 16
_LEAST_TOKENS = 512  # of a model that does not tell

# What the makers' model cards ask to be written before a text, by a part of the model's name: (query, passage).
_PREFIXES: tuple[tuple[str, str, str], ...] = (
    ("nomic-embed", "search_query: ", "search_document: "),
    ("multilingual-e5-large-instruct", "Instruct: Find passages that answer the question\nQuery: ", ""),
    ("e5-", "query: ", "passage: "),
    ("mxbai-embed", "Represent this sentence for searching relevant passages: ", ""),
    ("snowflake-arctic-embed2", "query: ", ""),
    ("snowflake-arctic-embed", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-large", "Represent this sentence for searching relevant passages: ", ""),
    ("embeddinggemma", "task: search result | query: ", "title: none | text: "),
    ("qwen3-embedding", "Instruct: Given a question, retrieve passages that answer it\nQuery: ", ""),
)
_MANY_LANGUAGES = (
    "bge-m3",
    "multilingual",
    "arctic-embed2",
    "embeddinggemma",
    "qwen3-embedding",
    "nomic-embed-text-v2",
)


class OllamaEmbedder:
    """An `Embedder` over a model server that belongs to somebody else and is not closed here.

    Questions do not wait for passages: those go in requests of a few texts, one request at a time.
    """

    def __init__(self, server: ModelServer, model: str) -> None:
        self._server = server
        self._model = model
        self._facts: EmbedderFacts | None = None
        self._prefixes = prefixes_of(model)
        self._loading = asyncio.Lock()
        self._passages = asyncio.Lock()
        self._questions = LastQuestions(lambda question: self._embedded([question], "query"))

    @property
    def facts(self) -> EmbedderFacts:
        """What was found out when it was loaded. Raises RuntimeError before."""
        if self._facts is None:
            raise RuntimeError("not loaded yet")
        return self._facts

    async def load(self) -> None:
        """Ask what the model is and try one text. Raises EngineError, `AbilityMissing` for a model that only chats."""
        async with self._loading:
            if self._facts is not None:
                return
            details = await self._server.details(self._model)
            if details.abilities and "embedding" not in details.abilities and "chat" in details.abilities:
                raise AbilityMissing(
                    "not an embedding model", model=self._model, address=self._server.address, ability="embedding"
                )
            (vector,) = await self._server.embed(self._model, ["Hearth"])
            self._facts = EmbedderFacts(
                name=await self._identity(),
                title=self._model,
                dimensions=len(vector),
                most_tokens=details.context_tokens or _LEAST_TOKENS,
                languages=("*",) if any(part in self._model.lower() for part in _MANY_LANGUAGES) else ("en",),
            )

    async def embed(self, texts: Sequence[str], *, use: TextUse = "passage") -> Vectors:
        """One vector of unit length for each text. Raises EngineError."""
        await self.load()
        if use == "query" and len(texts) == 1:
            return await self._questions.vectors(texts[0])
        return await self._embedded(texts, use)

    async def _embedded(self, texts: Sequence[str], use: TextUse) -> Vectors:
        prefix = self._prefixes[0 if use == "query" else 1]
        vectors = np.zeros((len(texts), self.facts.dimensions), dtype=np.float32)
        for start, some in _lots([prefix + text for text in texts]):
            if use == "query":
                told = await self._server.embed(self._model, some)
            else:
                async with self._passages:
                    told = await self._server.embed(self._model, some)
            vectors[start : start + len(some)] = self._unit_vectors(told)
        return vectors

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """A careful estimate: three letters a token, one for each letter of other scripts."""
        return [estimated_tokens(text) for text in texts]

    async def aclose(self) -> None:
        """Nothing is held here but the last questions; the server lets go of the model by itself."""
        self._questions.forget()

    async def _identity(self) -> str:
        """The model's name with the beginning of its digest: another model under the same name is another embedder."""
        name = self._model if ":" in self._model else f"{self._model}:latest"
        for known in await self._server.models():
            if known.name in (name, self._model):
                return f"{self._server.provider}:{name}@{known.digest.removeprefix('sha256:')[:12]}"
        return f"{self._server.provider}:{name}"

    def _unit_vectors(self, told: Sequence[Sequence[float]]) -> Vectors:
        where = {"model": self._model, "address": self._server.address}
        if any(len(vector) != self.facts.dimensions for vector in told):
            raise EmbedderFailed("vectors of another length than before: the model was changed", **where)
        vectors = np.asarray(told, dtype=np.float64)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not np.isfinite(vectors).all() or not (lengths > 0).all():
            raise EmbedderFailed("vectors without a direction", **where)
        unit: Vectors = (vectors / lengths).astype(np.float32)
        return unit


def prefixes_of(model: str) -> tuple[str, str]:
    """What is written before a question and before a passage."""
    name = model.lower()
    for part, query, passage in _PREFIXES:
        if part in name:
            return query, passage
    return "", ""


def estimated_tokens(text: str) -> int:
    """More than most tokenizers make of it, never fewer than its words."""
    ascii_count = len(text.encode("ascii", "ignore"))
    return 2 + max(len(text.split()), math.ceil(ascii_count / 3) + (len(text) - ascii_count))


def _lots(texts: list[str]) -> Iterator[tuple[int, list[str]]]:
    for start in range(0, len(texts), _TEXTS_A_REQUEST):
        yield start, texts[start : start + _TEXTS_A_REQUEST]
