from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.knowledge.document_rows import Document
from core.knowledge.folder_changes import FolderChanges, compared
from core.knowledge.folder_scan import MOST_FILES, FoundFile, scan, unread_kinds
from core.knowledge.knowledge_trouble import FileRefused
from tests.peers.knowledge_stage import KnowledgeStage, knowledge_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[KnowledgeStage]:
    async with knowledge_stage(tmp_path / "profile") as stage:
        yield stage


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    for name, text in (("heron.txt", "The heron waits."), ("deep/owl.md", "# Owl\n\nThe owl hoots.")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


async def _watched(stage: KnowledgeStage, folder: Path, *, watched: bool = True) -> str:
    collection = await stage.collections.create("Papers")
    await stage.collections.add_folder(collection.collection_id, folder, watched=watched)
    await stage.settle()
    return collection.collection_id


async def _until_states(stage: KnowledgeStage, collection: str, states: set[str]) -> None:
    async def holds() -> bool:
        return await stage.states(collection) == states

    await stage.until_true(holds)


async def _until_path(stage: KnowledgeStage, collection: str, path: str) -> None:
    async def holds() -> bool:
        return path in {one.path for one in await stage.all(collection)}

    await stage.until_true(holds)


async def test_a_folder_is_read_with_all_below_and_followed(stage: KnowledgeStage, papers: Path) -> None:
    collection = await _watched(stage, papers)
    await stage.until(collection, {"heron.txt", "owl.md"})
    (papers / "stork.txt").write_text("The stork clatters.")
    (papers / "heron.txt").write_text("The heron flew away to the lagoon.")
    documents = await stage.until(collection, {"heron.txt", "owl.md", "stork.txt"})
    await stage.until_true(lambda: bool(stage.words_found("lagoon")))
    assert stage.words_found("waits") == 0
    (folder,) = (await stage.collections.get(collection)).folders
    assert {one.folder_id for one in documents.values()} == {folder.folder_id}
    assert folder.scanned_at is not None


async def test_renamed_and_moved_files_keep_their_text(stage: KnowledgeStage, papers: Path) -> None:
    collection = await _watched(stage, papers)
    before = await stage.until(collection, {"heron.txt", "owl.md"})
    seen = len(stage.embedder.seen)
    (papers / "heron.txt").rename(papers / "grey heron.txt")
    after = await stage.until(collection, {"grey heron.txt", "owl.md"})
    assert after["grey heron.txt"].document_id == before["heron.txt"].document_id
    (papers / "deep").rename(papers / "deeper")
    await _until_path(stage, collection, str(papers / "deeper" / "owl.md"))
    moved = await stage.until(collection, {"grey heron.txt", "owl.md"})
    assert moved["owl.md"].document_id == before["owl.md"].document_id
    assert len(stage.embedder.seen) == seen


async def test_deleted_files_are_forgotten(stage: KnowledgeStage, papers: Path) -> None:
    collection = await _watched(stage, papers)
    await stage.until(collection, {"heron.txt", "owl.md"})
    shutil.rmtree(papers / "deep")
    await stage.until(collection, {"heron.txt"})
    assert stage.words_found("hoots") == 0
    assert stage.count("content") == 1


async def test_what_was_added_by_hand_is_never_forgotten_by_a_watch(
    stage: KnowledgeStage, papers: Path, tmp_path: Path
) -> None:
    collection = await _watched(stage, papers)
    by_hand = papers / "mine.txt"
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("The finch sings.")
    by_hand.write_text("The wren hides.")
    await stage.collections.add_files(collection, [by_hand, elsewhere])
    await stage.until(collection, {"heron.txt", "owl.md", "mine.txt", "elsewhere.txt"})
    if next(one for one in await stage.all(collection) if one.name == "mine.txt").folder_id is not None:
        pytest.skip("the watch was quicker")
    by_hand.unlink()
    (papers / "heron.txt").unlink()
    documents = await stage.until(collection, {"owl.md", "mine.txt", "elsewhere.txt"})
    assert documents["mine.txt"].state == "missing"
    assert stage.words_found("wren") == 1


async def test_a_folder_that_went_as_a_whole_is_missing_and_still_answers(
    stage: KnowledgeStage, papers: Path, tmp_path: Path
) -> None:
    collection = await _watched(stage, papers)
    await stage.until(collection, {"heron.txt", "owl.md"})
    await asyncio.to_thread(papers.rename, tmp_path / "taken out")
    await _until_states(stage, collection, {"missing"})
    assert stage.words_found("heron") == 1
    (tmp_path / "taken out").rename(papers)
    stage.knowledge.watching.look_again()
    await _until_states(stage, collection, {"ready"})


async def test_an_empty_place_where_a_disk_is_mounted_forgets_nothing(tmp_path: Path, papers: Path) -> None:
    async with knowledge_stage(tmp_path / "profile") as stage:
        collection = await _watched(stage, papers)
        await stage.until(collection, {"heron.txt", "owl.md"})
    shutil.rmtree(papers)
    os.mkdir(papers)  # noqa: PTH102 - ASYNC240 minds the other way
    async with knowledge_stage(tmp_path / "profile") as stage:
        await stage.knowledge.start()
        await stage.settle()
        assert {one.state for one in await stage.all(collection)} == {"missing"}
        assert stage.words_found("heron") == 1


async def test_changes_while_hearth_was_closed_are_seen_at_the_next_start(tmp_path: Path, papers: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text("The finch sings.")
    async with knowledge_stage(tmp_path / "profile") as stage:
        collection = await _watched(stage, papers)
        await stage.added(collection, loose)
        before = await stage.until(collection, {"heron.txt", "owl.md", "loose.txt"})
    (papers / "heron.txt").rename(papers / "egret.txt")
    (papers / "deep" / "owl.md").unlink()
    (papers / "new.txt").write_text("The kite glides.")
    loose.write_text("The finch has flown far away.")
    async with knowledge_stage(tmp_path / "profile") as stage:
        await stage.knowledge.start()
        after = await stage.until(collection, {"egret.txt", "new.txt", "loose.txt"})
        assert after["egret.txt"].document_id == before["heron.txt"].document_id
        assert (stage.words_found("hoots"), stage.words_found("flown"), stage.words_found("glides")) == (0, 1, 1)


async def test_a_document_taken_out_of_a_folder_stays_out(stage: KnowledgeStage, papers: Path) -> None:
    collection = await _watched(stage, papers)
    documents = await stage.until(collection, {"heron.txt", "owl.md"})
    await stage.collections.remove([documents["owl.md"].document_id])
    stage.knowledge.watching.look_again()
    await stage.settle()
    await stage.until(collection, {"heron.txt"})


async def test_a_folder_that_is_not_followed_is_read_once(stage: KnowledgeStage, papers: Path) -> None:
    collection = await _watched(stage, papers, watched=False)
    await stage.until(collection, {"heron.txt", "owl.md"})
    (papers / "stork.txt").write_text("The stork clatters.")
    await asyncio.sleep(0.5)
    assert len(await stage.all(collection)) == 2
    (folder,) = (await stage.collections.get(collection)).folders
    await stage.collections.follow(folder.folder_id, True)
    await stage.until(collection, {"heron.txt", "owl.md", "stork.txt"})
    await stage.collections.remove_folder(folder.folder_id)
    assert stage.count("document") == stage.count("content") == 0


async def test_unreadable_folders_and_circles_are_told_and_the_rest_is_read(
    stage: KnowledgeStage, papers: Path, tmp_path: Path
) -> None:
    (papers / "circle").symlink_to(papers)
    (papers / "self.txt").symlink_to(papers / "self.txt")
    (papers / "outside.txt").write_text("x")
    (papers / "outside.txt").unlink()
    (tmp_path / "real.txt").write_text("The real one.")
    (papers / "link.txt").symlink_to(tmp_path / "real.txt")
    for ignored in (".hidden.txt", "node_modules/a.txt", ".git/b.txt", "~$word.docx", "half.txt.part"):
        (papers / ignored).parent.mkdir(exist_ok=True)
        (papers / ignored).write_text("none of ours")
    os.mkfifo(papers / "pipe.txt")
    collection = await _watched(stage, papers)
    documents = await stage.until(collection, {"heron.txt", "owl.md", "self.txt", "link.txt"})
    assert {name: one.state for name, one in documents.items() if one.state != "ready"} == {"self.txt": "failed"}
    error = documents["self.txt"].error
    assert error is not None
    assert error.code == "FileRefused"


async def test_a_folder_of_too_many_files_says_that_the_rest_is_not_read(stage: KnowledgeStage, papers: Path) -> None:
    stage.knowledge.watching.most_files = 3
    for number in range(4):
        (papers / f"a{number}.txt").write_text(f"Note {number}.")
    collection = await _watched(stage, papers)
    documents = await stage.until(collection, {"a0.txt", "a1.txt", "a2.txt", "papers"})
    error = documents["papers"].error
    assert error is not None
    assert f"{MOST_FILES:,} files" in error.sentence
    await stage.collections.read_again([one.document_id for one in documents.values()])
    await stage.settle()
    assert (await stage.collections.get(collection)).failed == 1
    assert (await stage.all(collection))[-1].error == error
    # What is read of it is not forgotten for a file that comes before it.
    (papers / "a.txt").write_text("The first.")
    await stage.until(collection, {"a.txt", "a0.txt", "a1.txt", "a2.txt", "papers"})
    stage.knowledge.watching.look_again()
    await stage.settle()
    await stage.until(collection, {"a.txt", "a0.txt", "a1.txt", "a2.txt", "papers"})
    (papers / "a2.txt").unlink()
    await stage.until(collection, {"a.txt", "a0.txt", "a1.txt", "papers"})
    stage.knowledge.watching.most_files = 100
    stage.knowledge.watching.look_again()
    await stage.until(collection, {"a.txt", "a0.txt", "a1.txt", "a3.txt", "heron.txt", "owl.md"})


def test_what_was_read_of_a_folder_that_cannot_be_opened_any_more_is_not_forgotten(tmp_path: Path) -> None:
    (tmp_path / "owl.md").write_text("The owl hoots.")
    owl, crow = (
        Document(name, "c", "f", str(tmp_path / name), name, "", 1, 1, None, "x", "ready", None, 1, 1)
        for name in ("owl.md", "crow.md")
    )
    refused = FoundFile(str(tmp_path), error=FileRefused())
    assert compared([refused], [owl, crow], frozenset()) == FolderChanges([], [], [refused], [crow])
    assert compared([], [owl, crow], frozenset()).gone == [owl, crow]


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xff.txt")).write_text("x")
    (found,) = scan(str(tmp_path)) or []
    assert found.error is not None
    assert found.name == "bad\N{REPLACEMENT CHARACTER}.txt"


def test_no_folder_is_no_empty_folder(tmp_path: Path) -> None:
    assert scan(str(tmp_path / "nothing")) is None
    assert scan(str(tmp_path)) == []


def test_what_nothing_reads_is_counted_by_its_kind_beside_what_is_nobodys_document(tmp_path: Path) -> None:
    below = tmp_path / "trip"
    below.mkdir()
    for name in ("a.heic", "b.HEIC", "film.mkv", "notes.txt", "plain", ".hidden.heic", "Thumbs.db", "late.part"):
        (below / name).write_text("x")
    (below / "elsewhere.app").symlink_to(tmp_path, target_is_directory=True)
    assert unread_kinds(str(tmp_path)) == {".heic": 2, ".mkv": 1}
    assert [found.name for found in scan(str(tmp_path)) or []] == ["notes.txt", "plain"]
    assert unread_kinds(str(tmp_path / "nothing")) == {}


def test_a_name_that_would_turn_a_line_around_is_counted_and_not_shown(tmp_path: Path) -> None:
    for name in ("a.\u202egnp", os.fsdecode(b"b.\xff"), "c." + "d" * 99):
        (tmp_path / name).write_text("x")
    assert unread_kinds(str(tmp_path)) == {"": 3}
