"""One page of a document drawn, and where passages stand on it. Runs in the process of `parse_host`."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.knowledge.document_kinds import kind_of
from core.knowledge.knowledge_trouble import FileDamaged, FileKindUnknown, FileUnreadable
from core.knowledge.loaders.pdf_pages import open_pdf

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from core.knowledge.parse_host import AskedPicture, Drawn

_MOST_PX = 6_000
_MOST_PIXELS = 30_000_000


def drawn(data: bytes, asked: AskedPicture) -> Drawn:
    """Draw it. Raises a kind of `FileUnreadable`."""
    kind = kind_of(asked.name, data[:4096])
    try:
        if kind is not None and kind.name == "pdf":
            return _pdf(data, asked)
        if kind is not None and kind.name == "picture":
            return _picture(data, asked)
    except FileUnreadable:
        raise
    except Exception as fault:
        raise FileDamaged(f"{type(fault).__name__}: {fault}"[:500]) from fault
    raise FileKindUnknown("only PDF and pictures are drawn")


def _pdf(data: bytes, asked: AskedPicture) -> Drawn:
    from core.knowledge.parse_host import Drawn

    document = open_pdf(data)
    pages = len(document)
    if not 1 <= asked.page <= pages:
        raise FileDamaged(f"no page {asked.page} of {pages}")
    page = document[asked.page - 1]
    width, height = (max(1.0, side) for side in page.get_size())
    scale = (min(asked.width_px, _MOST_PX) - 0.001) / width  # PDFium rounds up
    scale = min(scale, _MOST_PX / height, (_MOST_PIXELS / (width * height)) ** 0.5)
    document.init_forms()
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    pixels = bitmap.to_numpy()[:, :, :3]
    marks = _marks(page, asked.marks, (int(pixels.shape[1]), int(pixels.shape[0]))) or _seen(pixels, asked)
    return Drawn(int(pixels.shape[1]), int(pixels.shape[0]), pages, pixels.tobytes(), marks)


def _picture(data: bytes, asked: AskedPicture) -> Drawn:
    from core.knowledge.loaders.picture_file import opened, pixels_of
    from core.knowledge.parse_host import Drawn

    with opened(data, asked.limits) as picture:
        pages = getattr(picture, "n_frames", 1)
        if not 1 <= asked.page <= pages:
            raise FileDamaged(f"no page {asked.page} of {pages}")
        picture.seek(asked.page - 1)
        pixels = pixels_of(picture, most_px=min(asked.width_px, _MOST_PX))
    return Drawn(int(pixels.shape[1]), int(pixels.shape[0]), pages, pixels.tobytes(), _seen(pixels, asked))


def _seen(pixels: npt.NDArray[np.uint8], asked: AskedPicture) -> list[tuple[float, float, float, float]]:
    """Where the passages stand on a page without letters of its own."""
    if not (asked.recognise and asked.marks and asked.limits.ocr):
        return []
    from core.knowledge.scanned_page import places_in_picture
    from models.engine_errors import PictureUnread

    try:
        return places_in_picture(pixels, asked.marks)
    except PictureUnread:
        return []


def _marks(
    page: pdfium.PdfPage, passages: list[str], size_px: tuple[int, int]
) -> list[tuple[float, float, float, float]]:
    """A rectangle for each line of each passage. Letters are compared, not spaces and hyphens: lines were joined."""
    textpage = page.get_textpage()
    signs: list[str] = []
    places: list[int] = []
    for place in range(textpage.count_chars()):
        number = raw.FPDFText_GetUnicode(textpage, place)
        if number > 32 and number not in (0xAD, 0xFFFE) and not 0x7F <= number <= 0xA0:
            signs.append(chr(number) if number < 0x110000 else "?")
            places.append(place)
    whole = "".join(sign[0] for sign in map(_folded, signs))
    marks = []
    for passage in passages:
        wanted = "".join(_folded(sign)[0] for sign in passage if not sign.isspace() and sign != "\xad")
        at = whole.find(wanted) if wanted else -1
        if at >= 0:
            first, last = places[at], places[at + len(wanted) - 1]
            marks += _rectangles(page, textpage, first, last - first + 1, size_px)
    return marks


def _folded(sign: str) -> str:
    return sign.lower() or sign


def _rectangles(
    page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, first: int, count: int, size_px: tuple[int, int]
) -> list[tuple[float, float, float, float]]:
    found = []
    for index in range(textpage.count_rects(first, count)):
        left, bottom, right, top = textpage.get_rect(index)
        x0, y0 = _on_screen(page, left, top, size_px)
        x1, y1 = _on_screen(page, right, bottom, size_px)
        found.append((float(min(x0, x1)), float(min(y0, y1)), float(abs(x1 - x0)), float(abs(y1 - y0))))
    return found


def _on_screen(page: pdfium.PdfPage, x: float, y: float, size_px: tuple[int, int]) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, *size_px, 0, x, y, across, down)
    return across.value, down.value
