"""One file a family of formats. A loader takes bytes and gives pages, notices, and at the end what it is called.

Loaders run in the process of `parse_host` only. They open no file, no connection and no program, and raise
`FileUnreadable` or whatever their library raises: `document_reader` knows what to make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A page that is a picture: its text is to be recognised. `pixels` are height × width × RGB.

    `blocks` is text that the page has besides the picture.
    """

    page: int
    label: str
    pixels: npt.NDArray[np.uint8]
    blocks: list[Block] = field(default_factory=list)


Found: TypeAlias = ReadPage | ReadPicture | ReadNotice | ReadDone
Loader: TypeAlias = Callable[[bytes, str, ParseLimits], Iterator[Found]]

LOADERS: tuple[tuple[str, str], ...] = (
    ("pdf", "core.knowledge.loaders.pdf_pages"),
    ("word", "core.knowledge.loaders.office_word"),
    ("excel", "core.knowledge.loaders.office_excel"),
    ("powerpoint", "core.knowledge.loaders.office_powerpoint"),
    ("opendocument", "core.knowledge.loaders.open_document"),
    ("epub", "core.knowledge.loaders.epub_chapters"),
    ("rtf", "core.knowledge.loaders.rich_text"),
    ("html", "core.knowledge.loaders.html_text"),
    ("markdown", "core.knowledge.loaders.markdown_text"),
    ("csv", "core.knowledge.loaders.csv_rows"),
    ("json", "core.knowledge.loaders.json_values"),
    ("mail", "core.knowledge.loaders.mail_message"),
    ("mailbox", "core.knowledge.loaders.mailbox"),
    ("picture", "core.knowledge.loaders.picture_file"),
    ("code", "core.knowledge.loaders.source_code"),
    ("text", "core.knowledge.loaders.plain_text"),
)
"""Which module reads which kind: by name, so that a process loads only the libraries that its file needs."""

_MODULES = dict(LOADERS)


def loader_for(kind: str) -> Loader:
    """`read` of the module that reads this kind."""
    loader: Loader = import_module(_MODULES[kind]).read
    return loader
