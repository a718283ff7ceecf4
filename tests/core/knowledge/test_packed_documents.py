"""Packages and markup that were made to do harm: bombs, entities, depth. Each is refused with its reason."""

from __future__ import annotations

import pytest

from core.knowledge.document_reader import read_bytes
from core.knowledge.knowledge_trouble import (
    FileDamaged,
    FileEncrypted,
    FileHoldsNothing,
    FileTooDeep,
    FileTooLarge,
    FileUnreadable,
)
from core.knowledge.loaders.packed_parts import Parts
from core.knowledge.read_document import ParseLimits
from tests.peers.small_documents import epub, excel, open_document, open_text, packed, powerpoint, word

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
INNER = {
    "a.docx": (word, "word/document.xml"),
    "a.xlsx": (excel, "xl/worksheets/sheet1.xml"),
    "a.odt": (open_text, "content.xml"),
    "a.pptx": (powerpoint, "ppt/slides/slide1.xml"),
    "a.epub": (epub, "O/b.opf"),
}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    parts = Parts(data, ParseLimits())
    return packed({each: content if each == name else parts.read(each) for each in parts.names})


def read(data: bytes, name: str, limits: ParseLimits | None = None) -> list[object]:
    return list(read_bytes(data, name, limits))


@pytest.mark.parametrize("name", INNER)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_refused(name: str, encoding: str) -> None:
    make, part = INNER[name]
    laughs = f'<?xml version="1.0" encoding="{encoding}"?>{LAUGHS}<x>&j;</x>'.encode(encoding)
    with pytest.raises(FileDamaged):
        read(with_part(make(), part, laughs), name)


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.xml"])
def test_entities_of_text_formats_are_words_like_others(name: str) -> None:
    text = f"{LAUGHS}<x>&j; and a word</x>".encode()
    assert sum(len(getattr(each, "text", "")) for each in read(text, name)) < 2 * len(text)


@pytest.mark.parametrize("name", INNER)
def test_an_outer_entity_reads_no_file(name: str) -> None:
    make, part = INNER[name]
    outer = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:%s">]><x>&e;</x>' % b"///etc/passwd"
    with pytest.raises(FileDamaged):
        read(with_part(make(), part, outer), name)


@pytest.mark.parametrize("name", INNER)
def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused(name: str) -> None:
    make, part = INNER[name]
    bomb = with_part(make(), part, b" " * (64 << 20))
    assert len(bomb) < 200_000
    with pytest.raises(FileTooLarge):
        read(bomb, name)


def test_parts_that_are_large_only_together_are_refused() -> None:
    pages = {f"content{number}.xml": b"<x/>" + b" " * (1 << 20) for number in range(40)}
    with pytest.raises(FileTooLarge):
        read(packed({**pages, "word/document.xml": b"<x/>"}), "a.docx")


def test_too_many_parts_are_refused_before_they_are_looked_at() -> None:
    with pytest.raises(FileTooLarge):
        read(packed({f"word/{number}": b"" for number in range(300)}), "a.docx", ParseLimits(parts=200))


@pytest.mark.parametrize("name", INNER)
def test_a_package_without_its_parts_is_damaged(name: str) -> None:
    with pytest.raises(FileDamaged):
        read(packed({"word/other.xml": "<x/>"}), name)


def test_a_password_and_publishers_rights_are_told() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    rights = packed({
        "META-INF/container.xml": "<container/>",
        "META-INF/encryption.xml": '<e><CipherReference URI="O/a.xhtml"/></e>',
    })  # fmt: skip
    locked = packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "<x/>"})
    for data, name in ((compound, "a.docx"), (rights, "a.epub"), (locked, "a.odt")):
        with pytest.raises(FileEncrypted):
            read(data, name)


DEEP = {
    "a.docx": lambda: with_part(
        word(), "word/document.xml",
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + b"<w:tbl><w:tr><w:tc>" * 5000 + b"</w:tc></w:tr></w:tbl>" * 5000 + b"</w:body></w:document>",
    ),
    "a.odt": lambda: open_document("text", "<text:section>" * 5000 + "</text:section>" * 5000),
    "b.odt": lambda: open_document("text", "<text:section>" * 150 + "<text:p>x</text:p>" + "</text:section>" * 150),
    "a.html": lambda: b"<div>" * 50_000 + b"deep",
    "a.json": lambda: b"[" * 100_000,
    "b.json": lambda: b"[" * 300 + b"{}" + b"]" * 300,
    "a.rtf": lambda: b"{\\rtf1" + b"{" * 10_000 + b"x",
    "a.eml": lambda: b"".join(
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(60)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEEP)
def test_depth_beyond_the_limit_is_refused(name: str) -> None:
    with pytest.raises(FileTooDeep):
        read(DEEP[name](), name)


@pytest.mark.parametrize("name", INNER)
def test_a_cut_package_is_damaged_wherever_it_was_cut(name: str) -> None:
    data = INNER[name][0]()
    for share in range(1, 20):
        with pytest.raises(FileUnreadable) as caught:
            read(data[: len(data) * share // 20], name)
        assert isinstance(caught.value, FileDamaged | FileHoldsNothing)
