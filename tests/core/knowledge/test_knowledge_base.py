from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from core.errors import VaultLocked
from core.vault.database import Connection
from models.embedding.embedder import TextUse, Vectors
from models.engine_errors import EngineError
from tests.peers.bare_storage import insert_conversation, insert_message
from tests.peers.knowledge_stage import KnowledgeStage, WordEmbedder, knowledge_stage

STORY = "# Heron\n\nThe heron stands in the reeds and waits for fish.\n"


class _AbsentModel(WordEmbedder):
    """One whose server is not there until it is."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.is_there = False

    async def load(self) -> None:
        if not self.is_there:
            raise EngineError("nobody answers")


class _HurriedModel(WordEmbedder):
    """One whose first vectors are made while another model comes into use."""

    def __init__(self, stage: KnowledgeStage, other: WordEmbedder) -> None:
        super().__init__("words")
        self._stage = stage
        self._other = other

    async def embed(self, texts: Sequence[str], *, use: TextUse = "passage") -> Vectors:
        made = await super().embed(texts, use=use)
        if use == "passage":
            await self._stage.knowledge.vectors.use(self._other.facts)
            await self._stage.knowledge.vectors.index("chunk")
        return made


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[KnowledgeStage]:
    async with knowledge_stage(tmp_path / "profile") as stage:
        yield stage


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


async def _choose(stage: KnowledgeStage, model: str) -> None:
    stage.settings = msgspec.structs.replace(stage.settings, embedder=model)
    await stage.knowledge.take_settings()


async def test_the_state_tells_of_the_index_of_documents_alone(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    await stage.knowledge.vectors.index("memory")  # whoever asks a chat looks into this one first
    told = len(stage.knowledge.state().indexes)
    await stage.knowledge.vectors.index("chunk")
    assert (told, len(stage.knowledge.state().indexes)) == (0, 1)


async def test_a_gap_that_is_filled_does_not_end_a_change_of_model(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    other = stage.embedders["other"] = WordEmbedder("other")
    other.gate.clear()
    await _choose(stage, "other")
    await stage.knowledge.index_again()  # the owner asks for what is missing while the other one is being filled
    other.gate.set()
    await stage.knowledge.reindex.settle()
    assert stage.knowledge.vectors.in_use() == "other"
    assert await stage.knowledge.embedder() is other


async def test_going_back_to_the_model_in_use_ends_the_change(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    other = stage.embedders["other"] = WordEmbedder("other")
    other.gate.clear()
    await _choose(stage, "other")
    await _choose(stage, "")
    other.gate.set()
    await stage.knowledge.reindex.settle()
    assert stage.knowledge.vectors.in_use() == "words"
    assert (await stage.knowledge.retrieval.find("heron in the reeds")).without_meaning == ""


async def test_a_model_that_fails_while_it_is_filled_is_gone_on_with(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    other = stage.embedders["other"] = WordEmbedder("other", fails=True)
    await _choose(stage, "other")
    await stage.knowledge.reindex.settle()
    assert (stage.knowledge.reindex.state.trouble, stage.knowledge.vectors.in_use()) == ("EngineError", "words")
    other.fails = False
    await stage.knowledge.index_again()
    await stage.until_true(lambda: stage.knowledge.vectors.in_use() == "other")
    assert stage.knowledge.reindex.state.trouble == ""


async def test_vectors_of_a_model_that_is_no_longer_in_use_reach_no_index(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    other = WordEmbedder("other")
    hurried = _HurriedModel(stage, other)
    stage.embedders[""] = hurried
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    query = (await other.embed(["heron"], use="query"))[0]
    assert await stage.knowledge.vectors.nearest("chunk", query, 5) == []


async def test_while_a_wanted_model_is_not_there_the_old_one_answers_and_it_is_asked_again(tmp_path: Path) -> None:
    async with knowledge_stage(tmp_path / "profile") as stage:
        birds = await stage.collections.create("Birds")
        await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    async with knowledge_stage(tmp_path / "profile") as stage:
        other = _AbsentModel("other")
        stage.embedders["other"] = other
        stage.settings = msgspec.structs.replace(stage.settings, embedder="other")
        assert (await stage.knowledge.retrieval.find("heron in the reeds")).without_meaning == ""
        assert (stage.knowledge.state().trouble, stage.knowledge.vectors.in_use()) == ("EngineError", "words")
        other.is_there = True
        stage.clock.skip(60)
        await stage.knowledge.retrieval.find("heron in the reeds")
        await stage.knowledge.reindex.settle()
        assert stage.knowledge.vectors.in_use() == "other"


async def test_after_the_lock_no_model_is_loaded_and_a_search_says_why(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    await stage.knowledge.aclose()
    stage.settings = msgspec.structs.replace(stage.settings, embedder="other")
    stage.embedders["other"] = WordEmbedder("other")
    with pytest.raises(VaultLocked):
        await stage.knowledge.embedder()
    await asyncio.to_thread(stage.shelf.readers.close)
    with pytest.raises(VaultLocked):
        await stage.knowledge.retrieval.find("heron")


async def test_a_lock_that_gives_up_waiting_still_forgets_all_vectors(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    assert (await stage.knowledge.retrieval.find("heron in the reeds")).passages
    assert stage.knowledge.vectors.states()
    held = asyncio.Event()
    stage.knowledge.watching.aclose = held.wait  # type: ignore[method-assign,assignment]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await stage.knowledge.aclose()
    assert stage.knowledge.vectors.states() == []


async def test_vectors_of_attachments_go_with_their_chat(stage: KnowledgeStage) -> None:
    blob_id = await stage.shelf.blobs.put(STORY.encode())

    def attach(connection: Connection) -> None:
        insert_conversation(connection)
        insert_message(connection, "m", "look")
        connection.execute(
            "INSERT INTO attachment VALUES ('a', 'm', 0, 'text', 'heron.md', 'text/markdown', ?, ?)",
            (len(STORY), blob_id),
        )

    await stage.shelf.writer.run(attach)
    await stage.collections.for_conversation("c")
    await stage.settle()
    assert (await stage.knowledge.retrieval.find("heron in the reeds")).passages
    query = np.ones(64, dtype=np.float32)
    assert await stage.knowledge.vectors.nearest("chunk", query, 5)
    await stage.shelf.writer.run(lambda c: c.execute("DELETE FROM conversation") and None)
    await stage.knowledge.forget_gone()
    assert await stage.knowledge.vectors.nearest("chunk", query, 5) == []


async def test_scans_wait_to_be_read_again_once_their_text_is_to_be_recognised(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    signs = await stage.collections.create("Signs")
    picture = tmp_path / "sign.png"
    Image.new("RGB", (70, 12), "white").save(picture)
    (before,) = await stage.added(signs.collection_id, picture)
    assert before.state == "failed"
    stage.ingest.pause()  # recognising is tested elsewhere, and takes a minute on a busy machine
    stage.settings = msgspec.structs.replace(stage.settings, ocr=True)
    await stage.knowledge.take_settings()
    (after,) = await stage.all(signs.collection_id)
    assert (after.state, after.error) == ("waiting", None)
