"""What is said of documents and collections: how they are, what was noticed while reading, how much there is."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.knowledge.document_rows import Collection, Document, DocumentState, StoredNotice
from core.knowledge.page_names import counted_as
from desktop.widgets.amounts import size_text

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

translate = QCoreApplication.translate

BAD_STATES: tuple[DocumentState, ...] = ("failed", "missing", "partial")
"""Of files that were not read, or not wholly."""

_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp")


def icon_of(name: str) -> str:
    """The icon of a file by its name."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _PICTURES:
        return "image"
    return "file-text" if suffix else "file"


def collection_words(collection: Collection) -> str:
    """Below a collection's name: how many files, how much, and what is not well."""
    parts = [files_text(collection.documents)]
    if collection.waiting:
        parts.append(translate("KnowledgePage", "%n to read", "", collection.waiting))
    if trouble := _trouble_words(collection):
        parts += trouble
    elif collection.size_bytes:
        parts.append(size_text(collection.size_bytes))
    return " · ".join(parts)


def collection_caption(collection: Collection) -> str:
    """The same at length, for the one in sight."""
    parts = [files_text(collection.documents)]
    if collection.size_bytes:
        parts.append(size_text(collection.size_bytes))
    if collection.waiting:
        parts.append(translate("KnowledgePage", "%n to read", "", collection.waiting))
    if collection.partial:
        parts.append(translate("KnowledgePage", "%n in part", "", collection.partial))
    return " · ".join(parts + _trouble_words(collection))


def _trouble_words(collection: Collection) -> list[str]:
    """What could not be read, and what is gone: that was read, and its text is still found."""
    words = []
    if collection.failed:
        words.append(translate("KnowledgePage", "%n not read", "", collection.failed))
    if collection.missing:
        words.append(translate("KnowledgePage", "%n missing", "", collection.missing))
    return words


def files_text(count: int) -> str:
    """“1,204 files”."""
    return translate("KnowledgePage", "%n files", "", count) if count else translate("KnowledgePage", "No files yet")


def state_words(document: Document) -> str:
    """Below a document's name, in one line."""
    match document.state:
        case "waiting":
            return translate("KnowledgePage", "Waiting")
        case "reading":
            return translate("KnowledgePage", "Reading…")
        case "failed" | "missing":
            error = document.error
            return translate("KnowledgePage", "Not read") if error is None else error.sentence
        case "ready" | "partial":
            parts = [counts_text(document), *([document.error.sentence] if document.error else [])]
            parts += [notice_words(notice) for notice in noticed(document)]
            return " · ".join(parts)


def counts_text(document: Document) -> str:
    """“12 pages · 48 passages · 1.2 MB”."""
    parts = [pages_text(document.name, document.pages)] if document.pages > 1 else []
    parts.append(translate("KnowledgePage", "%n passages", "", document.passages))
    if document.size_bytes:
        parts.append(size_text(document.size_bytes))
    return " · ".join(filter(None, parts))


def pages_text(name: str, count: int) -> str:
    """“12 pages”, “12 slides”; nothing where the parts of a file are of our own making."""
    match counted_as(name):
        case "page":
            return translate("KnowledgePage", "%n pages", "", count)
        case "slide":
            return translate("KnowledgePage", "%n slides", "", count)
        case "chapter":
            return translate("KnowledgePage", "%n chapters", "", count)
        case "message":
            return translate("KnowledgePage", "%n messages", "", count)
        case "nothing":
            return ""


def noticed(document: Document) -> list[StoredNotice]:
    """What was noticed, each kind once with all its counts."""
    counts: dict[str, int] = {}
    for notice in document.notices:
        counts[notice.kind] = counts.get(notice.kind, 0) + notice.count
    return [StoredNotice(kind, count, "") for kind, count in counts.items()]


def notice_words(notice: StoredNotice) -> str:
    """What was noticed, in a few words."""
    match notice.kind:
        case "hidden_text":
            return translate("KnowledgePage", "hidden text left out (%n characters)", "", notice.count)
        case "no_text":
            return translate("KnowledgePage", "%n pages without text", "", notice.count)
        case "truncated":
            return translate("KnowledgePage", "cut short: too long")
        case "encrypted":
            return translate("KnowledgePage", "%n protected parts not read", "", notice.count)
        case "ocr":
            return translate("KnowledgePage", "%n pages read from pictures", "", notice.count)
        case "skipped_part":
            return translate("KnowledgePage", "%n parts not read", "", notice.count)
        case _:
            return notice.kind.replace("_", " ")


def notice_help(notice: StoredNotice) -> str:
    """The same as a sentence."""
    match notice.kind:
        case "hidden_text":
            return translate(
                "KnowledgePage",
                "%n characters that nobody sees in the document were left out: they may be meant to mislead a model.",
                "",
                notice.count,
            )
        case "no_text":
            return translate(
                "KnowledgePage",
                "%n pages hold no text that could be read. Scanned pages need “Read scanned pages” in the settings.",
                "",
                notice.count,
            )
        case "truncated":
            return translate("KnowledgePage", "The document is longer than Hearth reads; its end is not searched.")
        case "encrypted":
            return translate("KnowledgePage", "%n parts are protected and were not read.", "", notice.count)
        case "ocr":
            return translate(
                "KnowledgePage",
                "The words of %n pages were recognised from pictures; a few may be wrong.",
                "",
                notice.count,
            )
        case "skipped_part":
            return translate("KnowledgePage", "%n parts, such as attachments, were not read.", "", notice.count)
        case _:
            return notice.kind.replace("_", " ")


def found_words(passage: Passage) -> str:
    """Why a passage was found."""
    if passage.found_by == {"word", "meaning"}:
        return translate("KnowledgePage", "words and meaning")
    if "word" in passage.found_by:
        return translate("KnowledgePage", "words")
    return translate("KnowledgePage", "meaning")


def whole_document(document: Document) -> Passage:
    """A passage that is nothing but the beginning of a document, for the viewer."""
    from core.knowledge.passage import Passage

    return Passage(
        0,
        document.document_id,
        document.name,
        document.path,
        1,
        "",
        "",
        0,
        0,
        "",
        frozenset(),
        None,
        None,
        0.0,
        content_id=document.content_id or "",
        collection_id=document.collection_id,
        media_type=document.media_type,
    )
