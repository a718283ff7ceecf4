"""Each kind of document gives the words that are seen in it, and says what it left out because nobody sees it."""

from __future__ import annotations

import pytest

from core.knowledge.document_kinds import KINDS, kind_of
from core.knowledge.document_reader import read_bytes
from core.knowledge.knowledge_trouble import FileHoldsNothing, FileKindUnknown, FileUnreadable
from core.knowledge.loaders import LOADERS
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage
from tests.peers import small_documents
from tests.peers.small_documents import EVERY_KIND, SEEN, UNSEEN

CAN_HIDE = {"a.docx", "a.xlsx", "a.pptx", "a.odt", "a.epub", "a.rtf", "a.html", "a.md", "a.eml", "a.mbox"}


def read(data: bytes, name: str, **limits: int) -> tuple[list[ReadPage], dict[str, int], ReadDone]:
    pages, notices, done = [], {}, None
    for told in read_bytes(data, name, ParseLimits(**limits)):  # type: ignore[arg-type]
        if isinstance(told, ReadPage):
            pages.append(told)
        elif isinstance(told, ReadNotice):
            notices[told.kind] = notices.get(told.kind, 0) + told.count
        else:
            done = told
    assert done is not None
    return pages, notices, done


def blocks(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in read(data, name)[0] for block in page.blocks]


def test_there_is_a_reader_for_every_kind() -> None:
    assert [name for name, _ in LOADERS] == [kind.name for kind in KINDS]


@pytest.mark.parametrize("name", EVERY_KIND)
def test_what_is_seen_is_read_and_what_is_not_is_left_out_and_told(name: str) -> None:
    pages, notices, _ = read(EVERY_KIND[name](), name)
    text = "\n".join(page.text for page in pages)
    assert SEEN in text
    assert "IGNORE" not in text
    assert ("hidden_text" in notices) == (name in CAN_HIDE)


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_kind_is_known_by_its_bytes_where_they_tell_and_else_by_its_name(name: str) -> None:
    data = EVERY_KIND[name]()
    kind = kind_of(name, data[:4096])
    assert kind is not None
    assert f".{name[2:]}" in kind.suffixes
    if kind.name in ("pdf", "rtf", "epub", "opendocument"):
        assert kind_of("download", data[:4096]) == kind


def test_word_has_headings_lists_and_tables() -> None:
    assert blocks(small_documents.word(), "a.docx") == [
        ("heading", "Harbour"),
        ("prose", SEEN),
        ("list", "- rope\n- anchor"),
        ("table", "ship | crew\nAlbatross | 12"),
    ]
    assert read(small_documents.word(), "a.docx")[2].title == "Harbour log"


def test_a_sheet_is_a_page_with_its_name() -> None:
    (page,) = read(small_documents.excel(), "a.xlsx")[0]
    assert page.label == "Ships"
    assert page.text == f"Ships\n\nship | crew\nAlbatross | 12.5\n{SEEN} | TRUE"


def test_a_slide_has_its_title_its_list_and_its_notes() -> None:
    (page,) = read(small_documents.powerpoint(), "a.pptx")[0]
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("heading", "Harbour"),
        ("list", f"- {SEEN}\n- rope"),
        ("prose", "light on a dark shape"),
        ("prose", "Notes: say it slowly"),
    ]


def test_open_document_has_them_too() -> None:
    assert blocks(small_documents.open_text(), "a.odt") == [
        ("heading", "Harbour"),
        ("prose", SEEN),
        ("list", "- rope"),
        ("table", "ship | crew | crew"),
    ]


def test_hidden_sheets_and_slides_of_open_document_are_left_out() -> None:
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    sheets = small_documents.open_document(
        "spreadsheet",
        f'<table:table table:name="Ships">{row.format(SEEN)}</table:table>'
        f'<table:table table:name="S" table:style-name="T">{row.format(UNSEEN)}</table:table>',
    )
    pages, notices, _ = read(sheets, "a.ods")
    assert [(page.label, page.blocks[-1].text) for page in pages] == [("Ships", SEEN)]
    assert notices == {"hidden_text": 1}
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    slides = small_documents.open_document(
        "presentation",
        f'<draw:page draw:name="one">{box.format(SEEN)}</draw:page>'
        f'<draw:page draw:style-name="P">{box.format(UNSEEN)}</draw:page>',
    )
    pages, notices, _ = read(slides, "a.odp")
    assert [(page.label, page.text) for page in pages] == [("one", SEEN)]
    assert notices == {"hidden_text": 1}


def test_a_row_that_says_it_is_there_a_million_times_is_there_a_thousand_times_at_most() -> None:
    sheet = small_documents.open_document(
        "spreadsheet",
        '<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell'
        ' table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
    )
    text = "\n".join(page.text for page in read(sheet, "a.ods")[0])
    assert (text.count("\n") < 1_100, text.count("x")) == (True, 500_000)


def test_chapters_are_pages_in_the_order_of_the_book() -> None:
    pages, _, done = read(small_documents.epub(), "a.epub")
    assert [(page.page, page.label, page.blocks[1].text) for page in pages] == [(1, "One", SEEN), (2, "Two", "Fog")]
    assert (done.title, done.language_hint) == ("Harbour log", "en")


def test_a_letter_names_its_attachments_and_does_not_open_them() -> None:
    found = blocks(small_documents.letter(), "a.eml")
    assert found[0] == ("heading", "Harbour")
    assert found[1][1].startswith("From: Jürgen <j@example.org>\nTo: crew@example.org\nDate: ")
    assert found[-1] == ("list", "- Attachment: map.pdf (application/pdf, 3 bytes)")
    assert read(small_documents.letter(), "a.eml")[1]["skipped_part"] == 1


def test_messages_of_a_mailbox_are_pages() -> None:
    assert [page.label for page in read(small_documents.mailbox(), "a.mbox")[0]] == ["Harbour", "Fog"]


def test_rich_text_has_its_accents_and_tables() -> None:
    assert blocks(small_documents.rich_text(), "a.rtf") == [
        ("prose", SEEN),
        ("prose", "café €"),
        ("table", "ship | crew"),
        ("prose", "done"),
    ]


def test_a_web_page_is_read_as_it_is_seen() -> None:
    assert blocks(small_documents.html(), "a.html") == [
        ("heading", "Harbour"),
        ("prose", SEEN),
        ("prose", "light on dark"),
        ("list", "- rope\n- anchor"),
    ]
    assert read(small_documents.html(), "a.html")[1] == {"hidden_text": 7 * len(UNSEEN)}


def test_markdown_has_headings_code_tables_and_lists() -> None:
    text = (
        "---\ntitle: Log\nlang: en\n---\nTop\n===\n\nOne\ntwo\n\n- a\n- b\n\n```py\n# no heading\n\nx = 1\n```\n\n"
        "| a | b |\n| - | - |\n| 1 | 2 |\n\n## Sub #\n"
    )
    assert blocks(text.encode(), "a.md") == [
        ("heading", "Top"),
        ("prose", "One\ntwo"),
        ("list", "- a\n- b"),
        ("code", "# no heading\n\nx = 1"),
        ("table", "| a | b |\n| - | - |\n| 1 | 2 |"),
        ("heading", "Sub"),
    ]
    assert read(text.encode(), "a.md")[2].title == "Log"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_found_out(sign: str) -> None:
    rows = [("ship", "crew", "port"), ('"Alba\ntross"', "12", "a b")]
    data = "\n".join(sign.join(row) for row in rows).encode()
    assert blocks(data, "a.csv") == [("table", "ship | crew | port\nAlba tross | 12 | a b")]


def test_a_long_table_has_several_pages_that_say_which_rows_they_hold() -> None:
    data = "\n".join(f"ship {number},{number}" for number in range(450)).encode()
    assert [page.label for page in read(data, "a.csv")[0]] == ["rows 1–200", "rows 201–400", "rows 401–450"]


def test_values_of_json_carry_the_names_that_lead_to_them() -> None:
    data = b'{"ships": [{"name": "Albatross", "masts": [1, 2]}, {"name": "Kite"}], "open": true}'
    lines = "ships[0].name: Albatross\nships[0].masts: 1, 2\nships[1].name: Kite\nopen: true"
    assert blocks(data, "a.json") == [("prose", lines)]
    assert blocks(b'{"a": 1}\n{"a": 2}\n', "a.jsonl") == [("prose", "[0].a: 1\n[1].a: 2")]


def test_code_is_cut_between_its_parts() -> None:
    part = "def f{}():\n    x = 1\n\n    return x" + "  # long" * 150
    data = "\n\n\n".join(part.format(number) for number in range(3)).encode()
    found = blocks(data, "a.py")
    assert [kind for kind, _ in found] == ["code"] * 3
    assert all(text.startswith("def f") and "return x" in text for _, text in found)


def test_text_is_cut_after_its_limit_and_that_is_told() -> None:
    pages, notices, _ = read(b"word " * 1000, "a.txt", characters=99)
    assert len(pages[0].text) == 99
    assert notices["truncated"] > 0


def test_pages_beyond_the_limit_are_left_out_and_that_is_told() -> None:
    pages, notices, _ = read(small_documents.pdf(5), "a.pdf", pages=3)
    assert ([page.page for page in pages], notices) == ([1, 2, 3], {"truncated": 1})


@pytest.mark.parametrize(
    ("data", "name", "trouble"),
    [
        (b"", "a.txt", FileHoldsNothing),
        (b"\0" * 10_000, "a.txt", FileHoldsNothing),
        (b"<html><body></body></html>", "a.html", FileHoldsNothing),
        (b"\x7fELF\2\1\1" + bytes(range(256)), "program", FileKindUnknown),
        (bytes(range(256)) * 10, "a.txt", FileKindUnknown),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "a.docx", FileKindUnknown),
    ],
)
def test_what_holds_no_text_says_so(data: bytes, name: str, trouble: type[FileUnreadable]) -> None:
    with pytest.raises(trouble):
        read(data, name)


def test_the_text_of_a_page_is_its_blocks_with_a_blank_line_between() -> None:
    assert ReadPage(1, "", [Block("heading", "A", 1), Block("prose", "b")]).text == "A\n\nb"
