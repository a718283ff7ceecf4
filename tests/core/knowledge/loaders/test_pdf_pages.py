"""Pages of a PDF: paragraphs and headings as they stand, and nothing that is not seen on the paper."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from PIL import Image

from core.knowledge.document_reader import read_bytes
from core.knowledge.knowledge_trouble import FileDamaged, FileEncrypted, FileHoldsNothing, FileUnreadable
from core.knowledge.loaders.pdf_pages import joined
from core.knowledge.read_document import ParseLimits, ReadNotice, ReadPage
from tests.peers.small_documents import SEEN, UNSEEN, Put, pdf, rectangle

NO_OCR = ParseLimits(ocr=False)


def read(data: bytes) -> tuple[list[ReadPage], list[ReadNotice]]:
    told = list(read_bytes(data, "a.pdf", NO_OCR))
    return (
        [each for each in told if isinstance(each, ReadPage)],
        [each for each in told if isinstance(each, ReadNotice)],
    )


def test_lines_become_paragraphs_and_large_letters_headings() -> None:
    lines = ("The first line goes on", "in the second line.")

    def later(put: Put, page: pdfium.PdfPage) -> None:
        put("Another paragraph stands apart.", 60, 680)

    (page,), notices = read(pdf(1, lines, more=later))
    assert [(block.kind, block.level, block.text) for block in page.blocks] == [
        ("heading", 1, "Chapter 1"),
        ("prose", 0, "The first line goes on in the second line."),
        ("prose", 0, "Another paragraph stands apart."),
    ]
    assert notices == []


def test_two_columns_stay_apart() -> None:
    def columns(put: Put, page: pdfium.PdfPage) -> None:
        for column in range(2):
            for line in range(4):
                put(f"column {column} line {line} says", 60 + column * 260, 700 - line * 14)

    (page,), _ = read(pdf(1, (), more=columns))
    assert [block.text for block in page.blocks[1:]] == [
        " ".join(f"column {column} line {line} says" for line in range(4)) for column in range(2)
    ]


@pytest.mark.parametrize(
    ("way", "put_it"),
    [
        ("white on white", lambda put, page: put(UNSEEN, 60, 500, 10, (255, 255, 255))),
        ("nearly white", lambda put, page: put(UNSEEN, 60, 500, 10, (250, 250, 250))),
        ("tiny", lambda put, page: put(UNSEEN, 60, 500, 1)),
        ("no ink", lambda put, page: put(UNSEEN, 60, 500, 10, (0, 0, 0), 3)),
        ("off the page", lambda put, page: put(UNSEEN, -900, 500)),
        ("above the page", lambda put, page: put(UNSEEN, 60, 2000)),
    ],
)
def test_text_that_is_not_seen_is_left_out(way: str, put_it: object) -> None:
    (page,), (notice,) = read(pdf(1, more=put_it))  # type: ignore[arg-type]
    assert page.text == f"Chapter 1\n\n{SEEN}"
    assert (notice.kind, notice.count) == ("hidden_text", len(UNSEEN.replace(" ", "")))


def test_text_under_a_rectangle_is_left_out() -> None:
    def cover(put: Put, page: pdfium.PdfPage) -> None:
        put(UNSEEN, 60, 500)
        rectangle(page, (50, 490, 300, 30), (255, 255, 255))

    (page,), (notice,) = read(pdf(1, more=cover))
    assert "IGNORE" not in page.text
    assert notice.kind == "hidden_text"


def test_text_of_the_colour_of_its_ground_is_left_out_and_white_on_dark_is_read() -> None:
    def grounds(put: Put, page: pdfium.PdfPage) -> None:
        rectangle(page, (50, 490, 300, 30), (0, 0, 120))
        put("white on blue", 60, 500, 10, (255, 255, 255))
        rectangle(page, (50, 390, 300, 30), (200, 230, 200))
        put(UNSEEN, 60, 400, 10, (200, 230, 200))

    (page,), (notice,) = read(pdf(1, more=grounds))
    assert "white on blue" in page.text
    assert "IGNORE" not in page.text
    assert notice.count == len(UNSEEN.replace(" ", ""))


def scan(*, layer: bool) -> bytes:
    """A page that is one picture, with or without invisible text over it."""

    def photograph(put: Put, page: pdfium.PdfPage) -> None:
        image = pdfium.PdfImage.new(page.parent)
        file = io.BytesIO()
        Image.new("RGB", (300, 420), (230, 225, 210)).save(file, "JPEG")
        image.load_jpeg(file, inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(595, 842))
        page.insert_obj(image)
        if layer:
            put(SEEN, 60, 500, 10, (0, 0, 0), 3)

    return pdf(1, (), heading=False, more=photograph)


def test_the_text_layer_of_a_scan_is_read_and_named_as_such() -> None:
    (page,), (notice,) = read(scan(layer=True))
    assert page.text == SEEN
    assert (notice.kind, notice.detail) == ("ocr", "text layer of the scan")


def test_a_scan_without_recognition_holds_nothing() -> None:
    with pytest.raises(FileHoldsNothing):
        read(scan(layer=False))


def document(*objects: str, root: int = 1) -> bytes:
    """A PDF of these objects, with a true table of where they stand."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root {root} 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
FORM = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {0} 0 R>>>>/Length 5>>stream\n/A Do\nendstream"
)
HOSTILE = {
    "pages that are their own parent": document(CATALOGUE, "<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>"),
    "pages that hold each other": document(
        CATALOGUE, "<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Pages/Count 1/Parent 2 0 R/Kids[2 0 R]>>"
    ),
    "a billion pages": document(CATALOGUE, "<</Type/Pages/Count 1000000000/Kids[]>>"),
    "forms that draw themselves": document(
        CATALOGUE,
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 5 0 R/Resources<</XObject<</A 4 0 R>>>>>>",
        FORM.format(4),
        "<</Length 5>>stream\n/A Do\nendstream",
    ),
    "a reference to itself": document(CATALOGUE, "2 0 R"),
    "lists in lists": document(CATALOGUE, "<</Type/Pages/Count 1/Kids" + "[" * 100_000 + "]" * 100_000 + ">>"),
    "a page as large as a country": document(
        CATALOGUE,
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R>>",
        "<</Length 30>>stream\n0 0 100000000 100000000 re f   \nendstream",
    ),
    "nothing but a beginning": b"%PDF-1.7\n",
    "cut in the middle": pdf(3)[:900],
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_document_is_an_entry_with_a_reason(what: str) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read(HOSTILE[what])
    assert isinstance(caught.value, FileDamaged | FileHoldsNothing)


def test_a_password_is_told() -> None:
    encrypted = document(CATALOGUE, "<</Type/Pages/Count 0/Kids[]>>", "<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32
        + ">/U<" + "42" * 32 + ">>>").replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]")  # fmt: skip
    with pytest.raises(FileEncrypted):
        read(encrypted)


def test_words_that_were_cut_at_the_end_of_a_line_are_whole_again() -> None:
    assert joined("light\x02", "house") == "lighthouse"
    assert joined("東京は", "大きい") == "東京は大きい"
    assert joined("two", "words") == "two words"
