"""EPUB: a page for each chapter, in the order of the book."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from core.knowledge.knowledge_trouble import FileDamaged, FileEncrypted
from core.knowledge.loaders import Found
from core.knowledge.loaders.html_text import page_of
from core.knowledge.loaders.packed_parts import Parts, local_name, parsed_xml
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
_FONTS = (".ttf", ".otf", ".woff", ".woff2")


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Chapter by chapter."""
    parts = Parts(data, limits)
    _refuse_rights(parts)
    package_name = next(
        (each.get("full-path") or "" for each in parts.xml(_CONTAINER).iter() if local_name(each) == "rootfile"), ""
    )
    package = parsed_xml(_without_document_type(parts.read(package_name)))
    folder = posixpath.dirname(package_name)
    items, order, said = _package(package)
    hidden = missing = number = 0
    for target in (items[each] for each in order if each in items):
        part = posixpath.normpath(posixpath.join(folder, unquote(target)))
        if part not in parts:
            missing += 1
            continue
        page = page_of(parts.read(part), limits)
        hidden += page.hidden
        if page.blocks:
            number += 1
            yield ReadPage(number, _label(page.blocks, page.title, said.get("title", "")), page.blocks)
    if hidden:
        yield ReadNotice("hidden_text", hidden, "text that the page does not show")
    if missing:
        yield ReadNotice("skipped_part", missing, "missing chapters")
    yield ReadDone(said.get("title", ""), said.get("language", ""))


def _label(blocks: list[Block], title: str, book: str) -> str:
    heading = next((block.text for block in blocks[:3] if block.kind == "heading"), "")
    return (heading or (title if title != book else ""))[:100]


def _package(package: object) -> tuple[dict[str, str], list[str], dict[str, str]]:
    items: dict[str, str] = {}
    order: list[str] = []
    said: dict[str, str] = {}
    for each in package.iter():  # type: ignore[attr-defined]
        name = local_name(each)
        if name == "item":
            items[each.get("id") or ""] = each.get("href") or ""
        elif name == "itemref":
            order.append(each.get("idref") or "")
        elif name in ("title", "language") and name not in said:
            said[name] = (each.text or "").strip()
    if not order:
        raise FileDamaged("a book without an order of reading")
    return items, list(dict.fromkeys(order)), said


def _refuse_rights(parts: Parts) -> None:
    if _RIGHTS not in parts:
        return
    for each in parts.xml(_RIGHTS).iter():
        if local_name(each) == "CipherReference" and not (each.get("URI") or "").lower().endswith(_FONTS):
            raise FileEncrypted("the publisher's rights management")


def _without_document_type(data: bytes) -> bytes:
    """Old books name the document type of their package; one that declares anything is refused all the same."""
    start = data.find(b"<!DOCTYPE")
    end = data.find(b">", start)
    if start < 0 or end < 0 or b"[" in data[start:end]:
        return data
    return data[:start] + data[end + 1 :]
