"""A page of a document is drawn in the reading process, and the places of a passage on it are told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.knowledge.knowledge_trouble import FileDamaged, FileGone, FileKindUnknown
from core.knowledge.page_picture import PagePicture, page_picture
from core.knowledge.parse_process import ParseProcess
from tests.peers.document_corpus import picture as corpus_picture
from tests.peers.small_documents import SEEN, pdf, picture

LINES = ("The keeper counts forty ships and", "then some more of them, until fog", "comes up from the sea.")


def darkness(drawn: PagePicture, mark: tuple[float, float, float, float]) -> float:
    pixels = np.frombuffer(drawn.rgb, np.uint8).reshape(drawn.height_px, drawn.width_px, 3)
    left, top, width, height = (int(side) for side in mark)
    return float(255 - pixels[top : top + height, left : left + width].mean())


async def test_a_page_is_drawn_and_each_line_of_a_passage_is_marked(tmp_path: Path) -> None:
    file = tmp_path / "log.pdf"
    file.write_bytes(pdf(3, LINES))
    process = ParseProcess()
    passage = "forty ships and then some more of them, until fog comes"
    drawn = await page_picture(file, 2, 800, [passage], process=process)
    assert (drawn.width_px, drawn.height_px, drawn.pages) == (800, 1133, 3)
    assert len(drawn.rgb) == 800 * 1133 * 3
    assert len(drawn.marks) == 3
    tops = [mark[1] for mark in drawn.marks]
    assert tops == sorted(tops)
    assert all(darkness(drawn, mark) > 20 for mark in drawn.marks)
    assert darkness(drawn, (0, 600, 800, 300)) == 0
    assert (await page_picture(file, 2, 800, ["not on this page"], process=process)).marks == ()
    await process.aclose()


async def test_a_page_is_drawn_from_bytes_and_no_wider_than_a_screen() -> None:
    drawn = await page_picture(pdf(), 1, 50_000, name="log.pdf")
    assert drawn.width_px * drawn.height_px <= 30_000_000


async def test_a_picture_is_its_own_page() -> None:
    drawn = await page_picture(picture(SEEN), 1, 450, name="photo.png")
    assert (drawn.width_px, drawn.height_px, drawn.pages, drawn.marks) == (450, 100, 1, ())


async def test_on_a_scan_the_lines_of_a_passage_are_found_where_it_is_wished() -> None:
    lines = ("LOST at the harbour fair", "a brown leather satchel", "Reward at the inn Three Herons")
    scan = corpus_picture(lines, "PDF")
    passage = "a brown leather satchel"
    process = ParseProcess()
    assert (await page_picture(scan, 1, 900, [passage], name="a.pdf", process=process)).marks == ()
    drawn = await page_picture(scan, 1, 900, [passage], name="a.pdf", process=process, recognise=True)
    (mark,) = drawn.marks
    assert 0.3 * drawn.height_px < mark[1] + mark[3] / 2 < 0.7 * drawn.height_px
    assert darkness(drawn, mark) > 20
    elsewhere = await page_picture(scan, 1, 900, ["Nothing of it"], name="a.pdf", process=process, recognise=True)
    assert elsewhere.marks == ()
    await process.aclose()


async def test_what_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    process = ParseProcess()
    with pytest.raises(FileDamaged):
        await page_picture(pdf(), 2, 100, name="a.pdf", process=process)
    with pytest.raises(FileDamaged):
        await page_picture(picture()[:300], 1, 100, name="a.png", process=process)
    with pytest.raises(FileKindUnknown):
        await page_picture(b"fog", 1, 100, name="a.txt", process=process)
    with pytest.raises(FileGone):
        await page_picture(tmp_path / "gone.pdf", 1, 100, process=process)
    await process.aclose()
