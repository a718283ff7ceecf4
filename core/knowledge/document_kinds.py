"""The kinds of files that Hearth reads, and how one is told: by its first bytes, then by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of file: what it is called in code, and the suffixes and media types it goes by."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("pdf", (".pdf",), ("application/pdf",)),
    DocumentKind(
        "word",
        (".docx", ".docm", ".dotx"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    ),
    DocumentKind(
        "excel",
        (".xlsx", ".xlsm", ".xltx"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    ),
    DocumentKind(
        "powerpoint",
        (".pptx", ".pptm", ".ppsx"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation",),
    ),
    DocumentKind(
        "opendocument",
        (".odt", ".ods", ".odp", ".ott", ".odg"),
        (
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
        ),
    ),
    DocumentKind("epub", (".epub",), ("application/epub+zip",)),
    DocumentKind("rtf", (".rtf",), ("application/rtf", "text/rtf")),
    DocumentKind("html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
    DocumentKind("markdown", (".md", ".markdown", ".mdown"), ("text/markdown",)),
    DocumentKind("csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values")),
    DocumentKind("json", (".json", ".jsonl", ".ndjson", ".geojson"), ("application/json",)),
    DocumentKind("mail", (".eml",), ("message/rfc822",)),
    DocumentKind("mailbox", (".mbox", ".mbx"), ("application/mbox",)),
    DocumentKind(
        "picture",
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp"),
        ("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif", "image/webp"),
    ),
    DocumentKind(
        "code",
        (
            *(".py", ".pyi", ".js", ".mjs", ".ts", ".tsx", ".jsx", ".java", ".kt", ".c", ".h", ".cpp", ".hpp", ".cc"),
            *(".cs", ".go", ".rs", ".rb", ".php", ".swift", ".scala", ".sh", ".bash", ".ps1", ".bat", ".sql", ".r"),
            *(".lua", ".pl", ".hs", ".ex", ".erl", ".clj", ".dart", ".m", ".jl", ".css", ".scss", ".vue", ".xml"),
            *(".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".tex", ".cmake", ".gradle", ".proto", ".svg"),
        ),
        ("text/x-python", "text/x-c", "text/javascript", "application/xml", "text/xml"),
    ),
    DocumentKind("text", (".txt", ".text", ".log", ".rst", ".org", ".srt", ".vtt", ".adoc"), ("text/plain",)),
)

ATTACHED_KINDS = frozenset({"pdf", "word", "excel", "powerpoint", "opendocument", "epub", "rtf"})
"""Kinds that are no text by themselves: attached to a chat, they are read as documents of it."""

ATTACHED_MEDIA_TYPES = frozenset(kind for one in KINDS if one.name in ATTACHED_KINDS for kind in one.media_types)

_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
_BY_NAME = {kind.name: kind for kind in KINDS}
_PICTURES = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II\*\0|MM\0\*|GIF8[79]a|RIFF....WEBP|BM....\0\0\0\0", re.DOTALL
)
_PACKED = {"word", "excel", "powerpoint", "opendocument", "epub"}
_BARE_NAMES = {"makefile": "code", "dockerfile": "code", "readme": "text", "licence": "text", "license": "text"}


def suffix_of(name: str) -> str:
    """`.pdf` of `Some.File.PDF`; empty where there is none."""
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem and "/" not in suffix else ""


def kind_of(name: str, head: bytes) -> DocumentKind | None:
    """What a file is, by its name and its first bytes (4 KiB are plenty); None where no reader knows it.

    Bytes that can be only one thing win over the name; packed formats and text are told apart by the name.
    """
    named = _BY_SUFFIX.get(suffix_of(name)) or _BY_NAME.get(_BARE_NAMES.get(name.lower(), ""))
    if b"%PDF-" in head[:1024] and (named is None or named.name in ("pdf", *_PACKED)):
        return _BY_NAME["pdf"]
    if _PICTURES.match(head):
        return _BY_NAME["picture"]
    if head.startswith(b"{\\rtf"):
        return _BY_NAME["rtf"]
    if head.startswith(b"PK\x03\x04"):
        return named if named is not None and named.name in _PACKED else _packed_kind(head)
    if named is not None:
        return named
    return _BY_NAME["text"] if _looks_like_text(head) else None


def _packed_kind(head: bytes) -> DocumentKind | None:
    for mark, name in (
        (b"mimetypeapplication/epub+zip", "epub"),
        (b"mimetypeapplication/vnd.oasis.opendocument", "opendocument"),
        (b"word/", "word"),
        (b"xl/", "excel"),
        (b"ppt/", "powerpoint"),
    ):
        if mark in head:
            return _BY_NAME[name]
    return None


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    odd = sum(head.count(byte) for byte in (*range(7), *range(14, 27), *range(28, 32), 127))
    return bool(head) and b"\0" not in head and odd * 100 <= len(head)
