"""A page of a document as a picture, with the places of a passage on it, for the viewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.knowledge.parse_host import AskedPicture
from core.knowledge.parse_process import ParseProcess
from core.knowledge.read_document import ParseLimits


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Rows of `width_px` RGB pixels without padding; `marks` are rectangles (left, top, width, height in pixels)."""

    width_px: int
    height_px: int
    pages: int
    rgb: bytes
    marks: tuple[tuple[float, float, float, float], ...]


async def page_picture(
    path: Path | bytes,
    page: int,
    width_px: int,
    highlights: Sequence[str] = (),
    *,
    name: str = "",
    limits: ParseLimits | None = None,
    process: ParseProcess | None = None,
    recognise: bool = False,
) -> PagePicture:
    """Page `page` (from 1) of a PDF or picture, `width_px` wide. Nothing is painted over it: marks are told.

    `highlights` are passages of the page's text; a line of one is a rectangle. On a page without letters of its own (a
    scan) they are found only with `recognise`, which takes seconds. Raises a kind of `FileUnreadable`. A viewer keeps a
    `ParseProcess` and hands it over: then a page takes some 30 ms instead of 300.
    """
    own = process or ParseProcess()
    within = limits or ParseLimits()
    if isinstance(path, bytes):
        asked = AskedPicture(name, within, page, width_px, list(highlights), data=path, recognise=recognise)
    else:
        asked = AskedPicture(
            name or path.name, within, page, width_px, list(highlights), path=str(path), recognise=recognise
        )
    try:
        drawn = await own.draw(asked)
    finally:
        if process is None:
            await own.aclose()
    return PagePicture(drawn.width_px, drawn.height_px, drawn.pages, drawn.rgb, tuple(drawn.marks))
