"""Forgotten is forgotten: looked for in every page of the database, free ones too, decrypted by hand, and in all files.

What SQLite hands out would not show free pages, cut cells and old index segments; the raw pages do.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.peers.decrypted_pages import decrypted_pages
from tests.peers.knowledge_stage import KnowledgeStage, knowledge_stage

SECRETS = ("quetzalcoatlus", "xylographopolis", "zwiebelmarktfest", "芦苇丛中的秘密")


def _holds(folder: Path) -> set[str]:
    """Which secrets any page holds, also in parts that the index of words would share or cut."""
    pages = decrypted_pages(folder / "hearth.db")
    return {secret for secret in SECRETS if secret.encode() in pages or secret[4:].encode() in pages}


def _written(folder: Path) -> list[Path]:
    folder.mkdir()
    for number in range(40):
        (folder / f"plain {number}.md").write_text(
            f"# Heron {number}\n\nThe heron {number} stands in the reeds and waits.\n" * 5
        )
    for number, secret in enumerate(SECRETS):
        (folder / f"secret {number}.md").write_text(f"# Of {secret}\n\nNobody knows the {secret}, {number}.\n")
    return sorted(folder.iterdir())


async def _read(stage: KnowledgeStage, folder: Path) -> tuple[str, list[str]]:
    collection = (await stage.collections.create("Birds")).collection_id
    documents = await stage.added(collection, *await asyncio.to_thread(_written, folder))
    assert {one.state for one in documents} == {"ready"}
    return collection, [one.document_id for one in documents if one.name.startswith("secret")]


async def test_the_proof_finds_what_is_kept(tmp_path: Path) -> None:
    async with knowledge_stage(tmp_path / "profile") as stage:
        await _read(stage, tmp_path / "birds")
        await stage.shelf.writer.fold()
        assert _holds(tmp_path / "profile") == set(SECRETS)


@pytest.mark.parametrize("way", ["remove", "delete", "replace"])
async def test_forgotten_text_is_in_no_page_of_the_database(tmp_path: Path, way: str) -> None:
    async with knowledge_stage(tmp_path / "profile") as stage:
        collection, secret = await _read(stage, tmp_path / "birds")
        if way == "remove":
            await stage.collections.remove(secret)
        elif way == "delete":
            await stage.collections.delete(collection)
        else:
            for number in range(len(SECRETS)):
                (tmp_path / "birds" / f"secret {number}.md").write_text(f"Nothing to see here, {number}.\n")
            await stage.collections.add_files(
                collection, [tmp_path / "birds" / f"secret {number}.md" for number in range(len(SECRETS))]
            )
            await stage.settle()
            await stage.shelf.writer.fold()
        assert _holds(tmp_path / "profile") == set()
        assert (tmp_path / "profile" / "hearth.db-wal").stat().st_size == 0
    assert _holds(tmp_path / "profile") == set()
