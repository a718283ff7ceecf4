"""What a reader calls the page that a passage stands on: a page, a slide, or the name that the file gives it.

Readers number the pages of all files. Of a letter or a web page that number says nothing, chapters and sheets go by
their names, and only paper has pages.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from core.knowledge.document_kinds import kind_of

PageSort: TypeAlias = Literal["page", "slide", "part", "named", "none"]
"""“named”: what the file calls it, such as a chapter; “none”: its file is one text."""

_SLIDES = (".odp", ".pptx", ".pptm", ".ppsx")
_SHEETS = (".ods",)  # long ones are told in several parts
_PAGED = ("word", "opendocument", "rtf", "picture")


CountedAs: TypeAlias = Literal["page", "slide", "chapter", "message", "nothing"]


def counted_as(document_name: str) -> CountedAs:
    """What the pages of a file are, for whoever counts them; “nothing” where a reader only cut a long text."""
    kind = kind_of(document_name, b"")
    sort = kind.name if kind is not None else ""
    if document_name.lower().endswith(_SLIDES):
        return "slide"
    if document_name.lower().endswith(_SHEETS):
        return "nothing"
    match sort:
        case "epub":
            return "chapter"
        case "mailbox":
            return "message"
        case "pdf" | "word" | "opendocument" | "rtf" | "picture":
            return "page"
        case _:
            return "nothing"


def page_name(document_name: str, page: int, label: str) -> tuple[PageSort, str]:
    """How page `page` (from 1) of a file is called, and its number or name; ("none", "") where it needs no name."""
    kind = kind_of(document_name, b"")
    sort = kind.name if kind is not None else ""
    label = " ".join(label.split())
    if sort == "pdf":
        return "page", label or str(page)
    if label and label != str(page):
        return "named", label
    if document_name.lower().endswith(_SLIDES):
        return "slide", str(page)
    if page <= 1:
        return "none", ""
    return "page" if sort in _PAGED else "part", str(page)
