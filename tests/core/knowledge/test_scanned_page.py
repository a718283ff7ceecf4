"""Pictures of text become blocks: in the order of reading, columns apart, tables row by row."""

from __future__ import annotations

import pytest

from core.knowledge.knowledge_trouble import FileDamaged, FileHoldsNothing, FileTooLarge
from core.knowledge.parse_process import ParseProcess
from core.knowledge.read_document import Block, ParseLimits, ReadNotice, ReadPage
from core.knowledge.scanned_page import blocks_of_lines, places_of_lines
from models.vision.ocr import SeenLine
from tests.peers.small_documents import SEEN, picture


def line(text: str, left: float, top: float, *, width: float = 400, height: float = 20) -> SeenLine:
    return SeenLine(text, left, top, left + width, top + height, 0.99)


def test_lines_close_to_each_other_are_a_paragraph() -> None:
    lines = [line("one", 50, 100), line("two-", 50, 126), line("fold", 50, 152), line("apart", 50, 240)]
    assert [block.text for block in blocks_of_lines(lines, 1000)] == ["one twofold", "apart"]


def test_lines_of_a_passage_are_known_again_though_a_letter_was_read_otherwise() -> None:
    lines = [
        line("The keeper counts forty ships", 50, 100),
        line("and sorne more of thern,", 50, 126),
        line("until fog comes up.", 50, 152),
        line("of", 50, 178),
        line("The mayor counts his votes", 50, 204),
    ]
    places = places_of_lines(lines, ["The keeper counts forty ships and some more of them, until"])
    assert [top for _, top, _, _ in places] == [100, 126]


def test_large_letters_are_a_heading() -> None:
    lines = [line("Title", 50, 20, height=50), *(line(f"text {number}", 50, 120 + 26 * number) for number in range(3))]
    assert blocks_of_lines(lines, 1000)[0] == Block("heading", "Title", 1)


def test_columns_are_read_one_after_the_other_under_their_headline() -> None:
    lines = [line("Headline over both", 50, 20, width=900, height=24)]
    lines += [line(f"left {number}", 50, 100 + 26 * number, width=420) for number in range(5)]
    lines += [line(f"right {number}", 530, 100 + 26 * number, width=420) for number in range(5)]
    texts = [block.text for block in blocks_of_lines(lines, 1000)]
    assert texts == [
        "Headline over both",
        "left 0 left 1 left 2 left 3 left 4",
        "right 0 right 1 right 2 right 3 right 4",
    ]


def test_short_cells_level_with_each_other_are_a_table() -> None:
    lines = []
    for row, (ship, crew) in enumerate((("ship", "crew"), ("Albatross", "12"), ("Kite", "7"), ("Gull", "9"))):
        lines += [line(ship, 50, 100 + 30 * row, width=120), line(crew, 500, 100 + 30 * row, width=30)]
    (block,) = blocks_of_lines(lines, 1000)
    assert block == Block("table", "ship | crew\nAlbatross | 12\nKite | 7\nGull | 9")


def test_an_empty_picture_has_no_blocks() -> None:
    assert blocks_of_lines([], 1000) == []


async def test_pictures_and_scans_are_read_within_the_walls() -> None:
    process = ParseProcess()
    for form, name in (("PNG", "photo.png"), ("PDF", "scan.pdf")):
        told = [each async for each in process.read(picture(size=(900, 700), form=form), name=name)]
        assert isinstance(told[0], ReadPage)
        assert SEEN in told[0].text
        assert ReadNotice("ocr", 1) in told
    with pytest.raises(FileHoldsNothing):
        _ = [each async for each in process.read(picture(), name="a.png", limits=ParseLimits(ocr=False))]
    with pytest.raises(FileTooLarge):
        _ = [each async for each in process.read(picture(), name="a.png", limits=ParseLimits(picture_pixels=1000))]
    with pytest.raises(FileDamaged):
        _ = [each async for each in process.read(picture()[:400], name="a.png")]
    await process.aclose()
