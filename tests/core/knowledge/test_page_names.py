from __future__ import annotations

import pytest

from core.knowledge.page_names import counted_as, page_name


@pytest.mark.parametrize(
    ("name", "page", "label", "called"),
    [
        ("lease.pdf", 1, "1", ("page", "1")),
        ("lease.pdf", 3, "iv", ("page", "iv")),
        ("letter.docx", 1, "", ("none", "")),
        ("letter.docx", 2, "", ("page", "2")),
        ("scan.tiff", 2, "", ("page", "2")),
        ("photo.png", 1, "", ("none", "")),
        ("bakery.epub", 2, "Plum tart", ("named", "Plum tart")),
        ("bakery.epub", 1, "", ("none", "")),
        ("bakery.epub", 4, "", ("part", "4")),
        ("stock.xlsx", 2, "Ships", ("named", "Ships")),
        ("tides.pptx", 1, "", ("slide", "1")),
        ("tides.odp", 3, "Harbour", ("named", "Harbour")),
        ("mails.mbox", 2, "Order 88213-K", ("named", "Order 88213-K")),
        ("notes.md", 1, "", ("none", "")),
        ("long.txt", 5, "", ("part", "5")),
        ("A pasted title", 1, "", ("none", "")),
    ],
)
def test_a_page_is_called_as_its_reader_finds_it(name: str, page: int, label: str, called: tuple[str, str]) -> None:
    assert page_name(name, page, label) == called


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("a.pdf", "page"),
        ("a.pptx", "slide"),
        ("a.odp", "slide"),
        ("a.epub", "chapter"),
        ("a.mbox", "message"),
        ("a.xlsx", "nothing"),
        ("a.ods", "nothing"),
        ("a.csv", "nothing"),
        ("README", "nothing"),
    ],
)
def test_what_is_counted_is_called_by_its_name(name: str, sort: str) -> None:
    assert counted_as(name) == sort
