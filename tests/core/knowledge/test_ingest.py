from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from core.events import DocumentsChanged, IngestProgressed
from core.knowledge.knowledge_trouble import CollectionMissing, DocumentMissing
from tests.peers.knowledge_stage import KnowledgeStage, WordEmbedder, knowledge_stage

STORY = "# Heron\n\nThe heron stands in the reeds and waits for fish.\n\n## Nest\n\nIt nests in high trees.\n"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[KnowledgeStage]:
    async with knowledge_stage(tmp_path / "profile") as stage:
        yield stage


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_file_is_read_cut_embedded_and_found(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    (document,) = await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    assert (document.state, document.name, document.pages, document.error) == ("ready", "heron.md", 1, None)
    assert document.passages == 2
    (page,) = await stage.collections.pages(document.document_id)
    for start, end, text, heading in stage.storage.rows(
        "SELECT start, end, text, heading FROM chunk ORDER BY position"
    ):
        assert page.text[start:end] == text
        assert heading.startswith("Heron")
    assert stage.count("embedding") == 2
    assert stage.words_found("reeds") == 1
    found = await stage.knowledge.retrieval.find("heron waits for fish in the reeds")
    assert found.passages[0].document_id == document.document_id
    assert found.passages[0].found_by == {"word", "meaning"}
    listed = await stage.collections.get(birds.collection_id)
    assert (listed.documents, listed.ready, listed.waiting, listed.size_bytes) == (1, 1, 0, len(STORY))


async def test_equal_files_are_read_once_and_forgotten_with_the_last(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    paths = [_written(tmp_path / f"{number}.md", STORY) for number in range(3)]
    documents = await stage.added(birds.collection_id, *paths)
    assert [one.state for one in documents] == ["ready"] * 3
    assert (stage.count("content"), stage.count("chunk"), len(stage.embedder.seen)) == (1, 2, 2)
    await stage.collections.remove([one.document_id for one in documents[:2]])
    assert stage.words_found("reeds") == 1
    index = await stage.knowledge.vectors.index("chunk")
    assert index.state.ready == 2
    await stage.collections.remove([documents[2].document_id])
    assert [stage.count(table) for table in ("document", "content", "content_page", "chunk", "embedding")] == [0] * 5
    assert stage.words_found("reeds") == 0
    assert index.state.ready == 0


async def test_a_changed_file_takes_the_place_of_its_old_text(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    path = _written(tmp_path / "heron.md", STORY)
    (before,) = await stage.added(birds.collection_id, path)
    _written(path, "# Stork\n\nThe stork eats frogs.\n")
    (after,) = await stage.added(birds.collection_id, path)
    assert after.document_id == before.document_id
    assert after.content_id != before.content_id
    assert (stage.words_found("reeds"), stage.words_found("frogs"), stage.count("content")) == (0, 1, 1)


async def test_a_file_that_is_lined_up_while_it_is_read_is_read_once_more(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    birds = await stage.collections.create("Birds")
    path = _written(tmp_path / "heron.md", STORY)
    stage.embedder.gate.clear()
    await stage.collections.add_files(birds.collection_id, [path])
    await stage.until_true(lambda: bool(stage.ingest.at_work()))
    _written(path, "# Stork\n\nThe stork eats frogs.\n")
    await stage.collections.add_files(birds.collection_id, [path])
    stage.embedder.gate.set()
    await stage.settle()
    assert await stage.states(birds.collection_id) == {"ready"}
    assert (stage.words_found("reeds"), stage.words_found("frogs"), stage.count("content")) == (0, 1, 1)


async def test_an_unchanged_file_is_not_read_again(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    path = _written(tmp_path / "heron.md", STORY)
    (before,) = await stage.added(birds.collection_id, path)
    seen = len(stage.embedder.seen)
    (after,) = await stage.added(birds.collection_id, path)
    assert (after.content_id, len(stage.embedder.seen)) == (before.content_id, seen)


async def test_what_cannot_be_read_is_listed_with_the_reason_and_the_rest_goes_on(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    birds = await stage.collections.create("Birds")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "program.bin").write_bytes(b"\x7fELF\0\0\0" + bytes(range(256)) * 8)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    _written(tmp_path / "empty.txt", " \n ")
    good = _written(tmp_path / "heron.md", STORY)
    names = ["pipe.txt", "program.bin", "broken.pdf", "empty.txt", "gone.md"]
    documents = {one.name: one for one in await stage.added(birds.collection_id, *(tmp_path / n for n in names), good)}
    states = {name: (one.state, one.error.code if one.error else "") for name, one in documents.items()}
    assert states == {
        "pipe.txt": ("failed", "FileRefused"),
        "program.bin": ("failed", "FileKindUnknown"),
        "broken.pdf": ("failed", "FileDamaged"),
        "empty.txt": ("failed", "FileHoldsNothing"),
        "gone.md": ("missing", "FileGone"),
        "heron.md": ("ready", ""),
    }
    assert all(one.error.sentence and one.error.next_step for one in documents.values() if one.error)
    (failed,) = await stage.collections.documents(birds.collection_id, states=["failed"], name="EMPTY")
    assert failed.name == "empty.txt"


async def test_pasted_text_is_a_document_whose_bytes_go_with_it(stage: KnowledgeStage) -> None:
    notes = await stage.collections.create("Notes")
    made = await stage.collections.add_text(notes.collection_id, "Tea", "Steep the tea for three minutes.")
    await stage.settle()
    document = await stage.collections.document(made.document_id)
    assert (document.state, document.name, document.path) == ("ready", "Tea", "")
    assert await stage.collections.bytes_of(made.document_id) == b"Steep the tea for three minutes."
    await stage.collections.delete(notes.collection_id)
    assert [stage.count(table) for table in ("collection", "document", "blob", "chunk")] == [0] * 4
    with pytest.raises(DocumentMissing):
        await stage.collections.document(made.document_id)
    with pytest.raises(CollectionMissing):
        await stage.collections.add_text(notes.collection_id, "Tea", "x")


async def test_paused_nothing_is_read_and_going_on_reads_it(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    stage.ingest.pause()
    await stage.collections.add_files(birds.collection_id, [_written(tmp_path / "heron.md", STORY)])
    await asyncio.sleep(0.3)
    assert stage.ingest.state.paused
    assert [one.state for one in await stage.all(birds.collection_id)] == ["waiting"]
    stage.ingest.go_on()
    await stage.settle()
    assert [one.state for one in await stage.all(birds.collection_id)] == ["ready"]


async def test_cancelled_files_stay_listed_and_can_be_read_again(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    stage.embedder.gate.clear()
    paths = [_written(tmp_path / f"{number}.md", f"# Bird {number}\n\nIt sings {number}.") for number in range(30)]
    await stage.collections.add_files(birds.collection_id, paths)
    await stage.until_true(lambda: bool(stage.ingest.at_work()))
    await stage.ingest.cancel()
    stage.embedder.gate.set()
    await stage.settle()
    documents = await stage.all(birds.collection_id)
    assert {one.state for one in documents} == {"failed"}
    assert {one.error.code for one in documents if one.error} == {"ReadingStopped"}
    assert stage.count("chunk") == 0
    assert stage.ingest.state.at_rest
    await stage.collections.read_again([one.document_id for one in documents])
    await stage.settle()
    assert {one.state for one in await stage.all(birds.collection_id)} == {"ready"}


async def test_a_document_removed_while_it_is_read_leaves_nothing(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    stage.embedder.gate.clear()
    (made,) = await stage.collections.add_files(birds.collection_id, [_written(tmp_path / "heron.md", STORY)])
    await stage.until_true(lambda: bool(stage.ingest.at_work()))
    await stage.collections.remove([made.document_id])
    stage.embedder.gate.set()
    await stage.settle()
    assert [stage.count(table) for table in ("document", "content", "chunk", "embedding")] == [0] * 4


async def test_a_lock_in_the_middle_loses_nothing_and_the_next_unlocking_goes_on(tmp_path: Path) -> None:
    paths = [_written(tmp_path / f"{number}.md", f"# Bird {number}\n\nIt sings {number}.") for number in range(12)]
    embedder = WordEmbedder()
    async with knowledge_stage(tmp_path / "profile", embedder=embedder) as stage:
        birds = await stage.collections.create("Birds")
        embedder.gate.clear()
        await stage.collections.add_files(birds.collection_id, paths)
        await stage.until_true(lambda: bool(stage.ingest.at_work()))
    async with knowledge_stage(tmp_path / "profile") as stage:
        assert {one.state for one in await stage.all(birds.collection_id)} == {"waiting"}
        await stage.knowledge.start()
        await stage.settle()
        assert {one.state for one in await stage.all(birds.collection_id)} == {"ready"}


async def test_with_a_failing_model_words_find_it_and_vectors_come_later(tmp_path: Path) -> None:
    async with knowledge_stage(tmp_path / "profile", embedder=WordEmbedder(fails=True)) as stage:
        birds = await stage.collections.create("Birds")
        (document,) = await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
        assert (document.state, stage.count("embedding"), stage.words_found("reeds")) == ("ready", 0, 1)
        assert stage.ingest.state.without_meaning
        stage.embedder.fails = False
        await stage.knowledge.index_again()
        await stage.knowledge.reindex.settle()
        assert stage.count("embedding") == 2


async def test_another_model_is_filled_while_the_old_one_answers(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    other = stage.embedders["other"] = WordEmbedder("other")
    other.gate.clear()
    stage.settings = type(stage.settings)(embedder="other", ocr=False)
    await stage.knowledge.take_settings()
    embedder = await stage.knowledge.embedder()
    assert embedder is stage.embedder
    assert (await stage.knowledge.retrieval.find("heron in the reeds")).passages
    other.gate.set()
    await stage.knowledge.reindex.settle()
    assert await stage.knowledge.embedder() is other
    assert stage.knowledge.vectors.in_use() == "other"


async def test_the_attachments_of_a_chat_become_its_collection(stage: KnowledgeStage) -> None:
    blob_id = await stage.shelf.blobs.put(STORY.encode())

    def attach(connection) -> None:  # type: ignore[no-untyped-def]
        connection.execute(
            "INSERT INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
            " VALUES ('c', 't', 'owner', 1, 1)"
        )
        connection.execute(
            "INSERT INTO message (message_id, conversation_id, role, text, state, created_at, updated_at)"
            " VALUES ('m', 'c', 'user', 'look', 'complete', 1, 1)"
        )
        connection.execute(
            "INSERT INTO attachment VALUES ('a', 'm', 0, 'text', 'heron.md', 'text/markdown', ?, ?)",
            (len(STORY), blob_id),
        )

    assert await stage.collections.for_conversation("c") is None
    await stage.shelf.writer.run(attach)
    for _ in range(2):
        chat = await stage.collections.for_conversation("c")
        assert chat is not None
        await stage.settle()
        (document,) = await stage.all(chat.collection_id)
        assert (document.state, document.name) == ("ready", "heron.md")
    assert await stage.collections.list() == []
    await stage.shelf.writer.run(lambda c: c.execute("DELETE FROM conversation") and None)
    await stage.shelf.blobs.delete([blob_id])
    assert [stage.count(table) for table in ("collection", "document", "content", "chunk", "blob")] == [0] * 5


async def test_an_attachment_is_forgotten_with_the_last_message_that_has_it(stage: KnowledgeStage) -> None:
    blob_id = await stage.shelf.blobs.put(STORY.encode())

    def attach(connection) -> None:  # type: ignore[no-untyped-def]
        connection.execute(
            "INSERT INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
            " VALUES ('c', 't', 'owner', 1, 1)"
        )
        for message_id in ("first", "second"):
            connection.execute(
                "INSERT INTO message (message_id, conversation_id, role, text, state, created_at, updated_at)"
                " VALUES (?, 'c', 'user', 'look', 'complete', 1, 1)",
                (message_id,),
            )
            connection.execute(
                "INSERT INTO attachment VALUES (?, ?, 0, 'text', 'heron.md', 'text/markdown', ?, ?)",
                (message_id, message_id, len(STORY), blob_id),
            )

    await stage.shelf.writer.run(attach)
    assert await stage.collections.for_conversation("c") is not None
    await stage.settle()
    for message_id, left in (("first", 1), ("second", 0)):
        await stage.shelf.writer.run(
            lambda c, gone=message_id: c.execute("DELETE FROM message WHERE message_id = ?", (gone,)) and None
        )
        assert [min(1, stage.count(table)) for table in ("document", "content", "chunk", "embedding")] == [left] * 4


async def test_progress_is_told_and_ends_at_rest(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    paths = [_written(tmp_path / f"{number}.md", f"# Bird {number}\n\nIt sings {number}.") for number in range(20)]
    await stage.added(birds.collection_id, *paths)
    told = [change for change in stage.changes if isinstance(change, IngestProgressed)]
    assert told[-1].done == told[-1].total >= 20
    assert any(0 <= one.done < one.total for one in told)
    assert DocumentsChanged(birds.collection_id) in stage.changes


async def test_small_files_are_embedded_together_and_each_is_found(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    paths = [_written(tmp_path / f"{number}.md", f"# Bird {number}\n\nIt sings tune{number}.") for number in range(70)]
    paths += [_written(tmp_path / "empty.txt", " \n "), _written(tmp_path / "long.txt", "The crane dances. " * 4_000)]
    documents = await stage.added(birds.collection_id, *paths)
    assert {one.name for one in documents if one.state != "ready"} == {"empty.txt"}
    assert max(stage.embedder.lots) >= 30
    assert [stage.words_found(f"tune{number}") for number in range(70)] == [1] * 70
    assert (
        stage.count("chunk") == stage.count("embedding") == (await stage.knowledge.vectors.index("chunk")).state.ready
    )
    told = [change for change in stage.changes if isinstance(change, DocumentsChanged)]
    assert len(told) < 30, "so many changes are told that who shows them does nothing else"


@pytest.mark.skipif(sys.platform != "linux", reason="stops a process")
async def test_small_files_after_one_over_which_the_reader_ended_are_read_all_the_same(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "heron.md", STORY))
    (reader,) = (one for one in psutil.Process().children() if "core.knowledge.parse_host" in one.cmdline())
    reader.suspend()
    paths = [_written(tmp_path / f"{number}.md", f"# Bird {number}\n\nIt sings {number}.") for number in range(5)]
    await stage.collections.add_files(birds.collection_id, paths)
    await stage.until_true(lambda: len(stage.ingest.at_work()) == len(paths))
    reader.kill()
    await stage.settle()
    states = [one.state for one in await stage.all(birds.collection_id)]
    assert sorted(states) == ["failed", *["ready"] * 5]
    failed = await stage.collections.documents(birds.collection_id, states=["failed"])
    await stage.collections.read_again([one.document_id for one in failed])
    await stage.settle()
    assert await stage.states(birds.collection_id) == {"ready"}


async def test_a_file_that_cannot_be_kept_does_not_take_the_others_with_it(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    birds = await stage.collections.create("Birds")
    await stage.shelf.writer.run(
        lambda c: (
            c.execute(
                "CREATE TRIGGER refuse BEFORE INSERT ON content_page WHEN new.text LIKE '%forbidden%'"
                " BEGIN SELECT RAISE(ABORT, 'refused'); END"
            )
            and None
        )
    )
    paths = [_written(tmp_path / f"{number}.md", f"# Bird {number}\n\nIt sings {number}.") for number in range(5)]
    paths.insert(0, _written(tmp_path / "+.md", "This is forbidden."))
    documents = {one.name: one for one in await stage.added(birds.collection_id, *paths)}
    assert [documents[f"{number}.md"].state for number in range(5)] == ["ready"] * 5
    assert documents["+.md"].content_id is None
    assert stage.count("content") == stage.count("chunk") == stage.count("embedding") == 5


async def test_chinese_text_is_found_by_parts_of_it(stage: KnowledgeStage, tmp_path: Path) -> None:
    birds = await stage.collections.create("Birds")
    await stage.added(birds.collection_id, _written(tmp_path / "鹭.md", "# 苍鹭\n\n苍鹭在芦苇丛中等待鱼。\n"))
    assert (await stage.knowledge.retrieval.find("芦苇", mode="word")).passages
