"""Where in its file a passage stands: “page 3”, “slide 2”, “Chapter two”; nothing where a text has no pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.knowledge.page_names import page_name
from desktop.widgets.visible_text import visible

translate = QCoreApplication.translate


def page_text(document_name: str, page: int, label: str) -> str:
    """“page 3”, “slide 2”, or what the document calls it; nothing for the one page of a text."""
    sort, name = page_name(document_name, page, label)
    match sort:
        case "page":
            return translate("KnowledgePage", "page {0}").format(visible(name))
        case "slide":
            return translate("KnowledgePage", "slide {0}").format(name)
        case "part":
            return translate("KnowledgePage", "part {0}").format(name)
        case "named":
            return visible(name)
        case "none":
            return ""


def place_text(document_name: str, page: int, label: str, heading: str) -> str:
    """“page 3 · Ending › Notice”; a chapter that is called as its heading once."""
    named = page_text(document_name, page, label)
    under = visible(heading.replace("\n", " › "))
    parts = [under] if under == named or under.startswith(f"{named} › ") else [named, under]
    return " · ".join(filter(None, parts))


def twins_text(names: Sequence[str]) -> str:
    """“also in Copy.pdf”: other files with the same text; nothing where there are none."""
    if not names:
        return ""
    told = translate("KnowledgePage", "also in {0}").format(visible(names[0]))
    return told if len(names) == 1 else f"{told} +{len(names) - 1}"


def file_and_page(document_name: str, page: int, label: str) -> str:
    """“Lease.pdf, page 4”, or the file's name alone."""
    return ", ".join(filter(None, (visible(document_name), page_text(document_name, page, label))))
