from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from models.embedding.ollama_embedder import OllamaEmbedder, estimated_tokens, prefixes_of
from models.engine_errors import AbilityMissing, EmbedderFailed, ModelMissing, RemoteModelRefused, ServerUnreachable
from models.language.ollama_model import OllamaServer
from tests.peers.ollama_server import OllamaPeer


class OddServer(OllamaServer):
    """A server that answers, once it was looked at, with vectors no model makes."""

    vectors: Sequence[Sequence[float]] = ()

    async def embed(self, model: str, texts: Sequence[str]) -> list[list[float]]:
        told = await super().embed(model, texts)
        return [list(vector) for vector in self.vectors] or told


async def test_vectors_come_in_order_in_unit_length_with_what_the_model_wants_before_them() -> None:
    async with OllamaPeer() as peer:
        server = OllamaServer(peer.address)
        embedder = OllamaEmbedder(server, "nomic-embed-text")
        texts = [f"passage {number}" for number in range(40)]
        vectors = await embedder.embed(texts)
        question = await embedder.embed(["passage 7"], use="query")
        assert vectors.shape == (40, embedder.facts.dimensions)
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
        assert np.array_equal(await embedder.embed([texts[7]]), vectors[7:8])
        assert not np.allclose(question, vectors[7]), "a question is written differently"
        await embedder.aclose()
        await server.aclose()


async def test_it_finds_out_what_the_model_is() -> None:
    async with OllamaPeer() as peer:
        server = OllamaServer(peer.address)
        embedder = OllamaEmbedder(server, "nomic-embed-text")
        with pytest.raises(RuntimeError):
            _ = embedder.facts
        await embedder.load()
        assert embedder.facts.dimensions == 32
        assert embedder.facts.most_tokens == 2048
        name, _, digest = embedder.facts.name.partition("@")
        assert (name, len(digest)) == ("ollama:nomic-embed-text:latest", 12)
        await server.aclose()


@pytest.mark.parametrize(
    ("model", "refusal"),
    [
        ("llama3.2:3b", AbilityMissing),
        ("no-such-model", ModelMissing),
        ("gpt-oss:120b-cloud", (RemoteModelRefused, AbilityMissing)),
    ],
)
async def test_a_model_that_makes_no_vectors_here_is_refused(model: str, refusal: type[Exception]) -> None:
    async with OllamaPeer() as peer:
        server = OllamaServer(peer.address)
        with pytest.raises(refusal):
            await OllamaEmbedder(server, model).load()
        await server.aclose()


async def test_without_a_server_it_says_so() -> None:
    server = OllamaServer("http://127.0.0.1:9")
    with pytest.raises(ServerUnreachable):
        await OllamaEmbedder(server, "nomic-embed-text").embed(["text"])
    await server.aclose()


@pytest.mark.parametrize("vector", [[1.0] * 31, [0.0] * 32, [math.nan] * 32])
async def test_vectors_that_are_none_never_reach_the_index(vector: list[float]) -> None:
    async with OllamaPeer() as peer:
        server = OddServer(peer.address)
        embedder = OllamaEmbedder(server, "nomic-embed-text")
        await embedder.load()
        server.vectors = [vector]
        with pytest.raises(EmbedderFailed):
            await embedder.embed(["text"])
        await server.aclose()


def test_each_family_gets_its_own_words_before_a_text() -> None:
    assert prefixes_of("nomic-embed-text:v1.5") == ("search_query: ", "search_document: ")
    assert prefixes_of("intfloat/multilingual-e5-large") == ("query: ", "passage: ")
    assert prefixes_of("bge-m3") == ("", "")
    assert prefixes_of("all-minilm") == ("", "")


def test_the_estimate_is_careful() -> None:
    assert estimated_tokens("") == 2
    assert estimated_tokens("one two three") >= 5
    assert estimated_tokens("日本語の文章です") == 10
