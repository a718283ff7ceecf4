"""A folder full of files that were made to do harm: each is an entry with its reason, and the good one is found."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from models.child_command import child_environment
from tests.habits.source_tree import ROOT
from tests.peers.knowledge_stage import knowledge_stage
from tests.peers.small_documents import SEEN, epub, packed, pdf, picture, word

GOOD = f"# Harbour\n\n{SEEN}.\n"
LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
CYCLE = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>endobj\n"
    b"trailer<</Size 3/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
)


def zip_in_zip(levels: int) -> bytes:
    """Each level unpacks to the next."""
    data = b" " * (8 << 20)
    for _ in range(levels):
        data = packed({"word/document.xml": data})
    return data


def nested_mail(levels: int) -> bytes:
    """A message within a message."""
    return (
        b"".join(b"Subject: x\r\nContent-Type: message/rfc822\r\n\r\n" for _ in range(levels)) + b"Subject: y\r\n\r\nhi"
    )


HOSTILE: dict[str, tuple[bytes, set[str]]] = {
    "zip bomb.docx": (packed({"word/document.xml": b" " * (80 << 20)}), {"FileTooLarge"}),
    "zips in zips.docx": (zip_in_zip(6), {"FileDamaged", "FileTooLarge"}),
    "a zip.zip": (packed({"a.txt": "text"}), {"FileKindUnknown"}),
    "laughs.epub": (
        packed({"META-INF/container.xml": f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]><x>&j;</x>'}),
        {"FileDamaged"},
    ),
    "deep.html": (b"<div>" * 100_000 + b"x", {"FileTooDeep"}),
    "deep.json": (b"[" * 200_000, {"FileTooDeep"}),
    "deep.eml": (nested_mail(400), {"FileTooDeep", "FileDamaged"}),
    "cycle.pdf": (CYCLE, {"FileDamaged", "FileHoldsNothing"}),
    "cut.pdf": (pdf(3)[:700], {"FileDamaged", "FileHoldsNothing"}),
    "cut.docx": (word()[:4000], {"FileDamaged"}),
    "cut.epub": (epub()[:-40], {"FileDamaged"}),
    "noise.xlsx": (b"PK\x03\x04" + os.urandom(5000), {"FileDamaged"}),
    "noise.bin": (b"\x7f\0" + os.urandom(5000), {"FileKindUnknown"}),
    "huge.png": (picture()[:16] + b"\0\xff\xff\xff" * 2 + picture()[24:], {"FileDamaged", "FileTooLarge"}),
    "zeros.txt": (b"\0" * 100_000, {"FileHoldsNothing"}),
}  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="links and sparse files as Linux and macOS have them")
async def test_a_folder_of_hostile_files_is_a_list_of_reasons(tmp_path: Path, private_home: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, (data, _) in HOSTILE.items():
        (folder / name).write_bytes(data)
    with (folder / "sparse.pdf").open("wb") as file:
        file.truncate(2 << 30)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "good.md").write_text(GOOD)
    before = await asyncio.to_thread(lambda: sorted(folder.rglob("*")))
    async with knowledge_stage(tmp_path / "profile") as stage:
        collection = (await stage.collections.create("Papers")).collection_id
        await stage.collections.add_files(collection, before)
        async with asyncio.timeout(120):
            await stage.ingest.settle()
        documents = {one.name: one for one in await stage.all(collection)}
        told = {name: one.error.code if one.error else one.state for name, one in documents.items()}
        assert told.pop("good.md") == "ready"
        assert told.pop("sparse.pdf") == "FileTooLarge"
        assert told.pop("itself.txt") == "FileRefused"
        assert {name: code for name, code in told.items() if code not in HOSTILE[name][1]} == {}
        assert set(told) == set(HOSTILE)
        assert all(one.error.sentence and one.error.next_step for one in documents.values() if one.error)
        assert stage.words_found("lighthouse")
    assert await asyncio.to_thread(lambda: sorted(folder.rglob("*"))) == before
    assert await asyncio.to_thread(lambda: list(private_home.iterdir())) == []


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux gives for reading its own memory at nought")
async def test_a_file_whose_disk_fails_is_told_as_refused(tmp_path: Path) -> None:
    """An ordinary file to look at, whose first byte is an error of input: also for root."""
    async with knowledge_stage(tmp_path / "profile") as stage:
        collection = (await stage.collections.create("Papers")).collection_id
        (tmp_path / "broken disk.txt").symlink_to("/proc/self/mem")
        (document,) = await stage.added(collection, tmp_path / "broken disk.txt")
        assert document.error is not None
        assert document.error.code == "FileRefused"


_WITHOUT_RIGHTS = """
import asyncio, json, sys
from pathlib import Path
from tests.peers.knowledge_stage import knowledge_stage
async def main(folder):
    async with knowledge_stage(folder / "profile") as stage:
        collection = (await stage.collections.create("Papers")).collection_id
        await stage.collections.add_folder(collection, folder / "papers", watched=False)
        await stage.settle()
        print(json.dumps({one.name: one.error.code if one.error else one.state for one in await stage.all(collection)}))
asyncio.run(main(Path(sys.argv[1])))
"""


def _give_up_rights() -> None:
    """Root without the right to read what is nobody's to read: then a file's own permissions count for it, too."""
    import ctypes

    libc = ctypes.CDLL(None)
    for right in (_OVERRIDE, _READ_ANYTHING):
        libc.prctl(_DROP, right, 0, 0, 0)


_DROP, _OVERRIDE, _READ_ANYTHING = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Linux and macOS")
def test_a_file_without_permission_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "good.md").write_text(GOOD)
    (papers / "locked.md").write_text(GOOD)
    (papers / "locked.md").chmod(0)
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WITHOUT_RIGHTS, str(tmp_path)],
        env=child_environment(),
        cwd=ROOT,
        preexec_fn=_give_up_rights if os.geteuid() == 0 else None,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == {"good.md": "ready", "locked.md": "FileRefused"}


async def test_files_that_come_and_go_while_they_are_read_end_in_a_state_that_is_true(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    names = [f"{number}.md" for number in range(6)]
    over = threading.Event()

    def restless() -> None:
        turn = 0
        while not over.is_set():
            path = papers / names[turn % len(names)]
            if turn % 3 == 2:
                path.unlink(missing_ok=True)
            else:
                path.write_text(GOOD * (turn % 50 + 1))
            turn += 1

    for name in names:
        (papers / name).write_text(GOOD)
    writer = threading.Thread(target=restless)
    async with knowledge_stage(tmp_path / "profile") as stage:
        collection = (await stage.collections.create("Papers")).collection_id
        writer.start()
        try:
            for _ in range(3):
                await stage.added(collection, *(papers / name for name in names))
        finally:
            over.set()
            writer.join()
        codes = {one.error.code for one in await stage.all(collection) if one.error}
        assert codes <= {"FileGone", "FileChangedMeanwhile", "FileHoldsNothing"}
        for name in names:
            (papers / name).write_text(GOOD)
        assert {one.state for one in await stage.added(collection, *(papers / name for name in names))} == {"ready"}
