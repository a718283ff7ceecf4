"""PDF by PDFium: pages with paragraphs and headings; pages that are pictures go to recognition.

What nobody sees on the page is left out: invisible, tiny, off the page, or the same with and without it (see
`pdf_hidden`).
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.knowledge.knowledge_trouble import FileDamaged, FileEncrypted
from core.knowledge.loaders import Found, ReadPicture
from core.knowledge.loaders.pdf_hidden import Seen, look_at
from core.knowledge.read_document import Block, BlockKind, ParseLimits, ReadDone, ReadNotice, ReadPage

_OCR_SCALE = 200 / 72
_OCR_PIXELS = 6_000_000
_LINE = re.compile(r"[^\r\n ][^\r\n]*")
_HALF = re.compile("[\ud800-\udfff]")
_SCAN_CHARACTERS = 30
"""A page with a picture over most of it and fewer characters than this is read as a picture, too."""


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The document. Raises `FileEncrypted` or `FileDamaged`."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if getattr(fault, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise FileEncrypted(str(fault)) from fault
        raise FileDamaged(str(fault)) from fault


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Page by page. A page that PDFium cannot load is told and left out."""
    document = open_pdf(data)
    try:
        if attached := document.count_attachments():
            yield ReadNotice("skipped_part", attached, "attached files")
        broken = 0
        for index in range(len(document)):
            try:
                page = document[index]
            except pdfium.PdfiumError:
                broken += 1
                continue
            try:
                yield from _page(page, index + 1, document.get_page_label(index), limits)
            finally:
                page.close()
        if broken:
            yield ReadNotice("skipped_part", broken, "damaged pages")
        yield ReadDone(document.get_metadata_value("Title"), _language(document))
    finally:
        document.close()


def _language(document: pdfium.PdfDocument) -> str:
    length = raw.FPDFCatalog_GetLanguage(document, None, 0) if hasattr(raw, "FPDFCatalog_GetLanguage") else 0
    if not 2 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(document, buffer, length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")


def _page(page: pdfium.PdfPage, number: int, label: str, limits: ParseLimits) -> Iterator[Found]:
    seen = look_at(page)
    textpage = page.get_textpage()
    try:
        text, hidden, layer = _visible(textpage, seen)
        blocks = list(blocks_of(lines_of(textpage, text)))
    finally:
        textpage.close()
    if hidden:
        yield ReadNotice("hidden_text", hidden, "text that is not seen on the page")
    if layer:
        yield ReadNotice("ocr", 1, "text layer of the scan")
    characters = sum(len(block.text) for block in blocks)
    if (not characters and seen.is_drawn_on) or (characters < _SCAN_CHARACTERS and seen.is_covered_by_picture):
        if limits.ocr:
            yield ReadPicture(number, label, _rendered(page), blocks)
            return
        yield ReadNotice("no_text", 1, "pictures were not read")
    if blocks:
        yield ReadPage(number, label, blocks)


def _rendered(page: pdfium.PdfPage) -> npt.NDArray[np.uint8]:
    width, height = (max(1.0, side) for side in page.get_size())
    scale = min(_OCR_SCALE, (_OCR_PIXELS / (width * height)) ** 0.5, 8_000 / max(width, height))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    try:
        return np.array(bitmap.to_numpy()[:, :, :3])
    finally:
        bitmap.close()


# ---- what the page says ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Text:
    """The page's text, a sign for each UTF-16 unit, and for each its place among PDFium's characters, once needed."""

    units: str
    places: list[int] | None = None


def _visible(textpage: pdfium.PdfTextPage, seen: Seen) -> tuple[_Text, int, bool]:
    """The page's text without what nobody sees; how much that was; whether the text is the layer of a scan."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return _Text(""), 0, False
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = max(0, raw.FPDFText_GetText(textpage, 0, count, buffer) - 1)
    units = bytes(memoryview(buffer)[:written]).decode("utf-16-le", "surrogatepass")
    if len(units) != written:  # signs beyond the basic plane have two units
        units = "".join(map(chr, buffer[:written]))
    unseen = seen.unseen
    if not unseen:
        return _Text(units), 0, False
    kept, places, hidden = [], [], 0
    for index, unit in enumerate(units):
        place = raw.FPDFText_GetCharIndexFromTextIndex(textpage, index)
        which = raw.FPDFText_GetTextObject(textpage, place) if place >= 0 else None
        if which and ctypes.addressof(which.contents) in unseen:
            hidden += unit > " "
            continue
        kept.append(unit)
        places.append(place)
    if seen.is_covered_by_picture and hidden:
        return _Text(units), 0, True
    return _Text("".join(kept), places), hidden, False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: where its baseline begins, and how high its letters are, in points."""

    text: str
    left: float
    baseline: float
    size: float


def lines_of(textpage: pdfium.PdfTextPage, text: _Text) -> Iterator[Line]:
    """The page's lines, in the order of the file."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for found in _LINE.finditer(text.units):
        first = found.start()
        place = text.places[first] if text.places else raw.FPDFText_GetCharIndexFromTextIndex(textpage, first)
        raw.FPDFText_GetCharOrigin(textpage, place, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, place, box)
        yield Line(_whole(found.group().rstrip()), x.value, y.value, abs(box.top - box.bottom))


def _whole(units: str) -> str:
    """Halves of signs beyond the basic plane put together."""
    if _HALF.search(units):
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return units


def blocks_of(lines: Iterator[Line]) -> Iterator[Block]:
    """Paragraphs and headings: a line that stands apart, or in another size, begins a new one."""
    held: list[Line] = []
    all_lines = list(lines)
    body = _body_size(all_lines)
    for line in all_lines:
        if held and not _goes_on(held, line):
            yield _block(held, body)
            held = []
        held.append(line)
    if held:
        yield _block(held, body)


def _body_size(lines: list[Line]) -> float:
    """The size that half of the text does not exceed."""
    by_size = sorted((line.size, len(line.text)) for line in lines)
    half, passed = sum(length for _, length in by_size) / 2, 0
    for size, length in by_size:
        passed += length
        if passed >= half:
            return size
    return 0.0


def _goes_on(held: list[Line], line: Line) -> bool:
    last = held[-1]
    if abs(line.size - last.size) > 0.12 * max(line.size, last.size):
        return False
    drop = last.baseline - line.baseline
    if len(held) > 1:
        usual = held[-2].baseline - last.baseline
        if usual > 0 and drop > usual * 1.25:
            return False
    return -0.5 * line.size < drop < 1.9 * line.size


def _block(held: list[Line], body: float) -> Block:
    text = held[0].text
    for line in held[1:]:
        text = joined(text, line.text)
    size = held[0].size
    kind: BlockKind = "prose"
    level = 0
    if body and size > body * 1.12 and len(text) < 200 and any(sign.isalpha() for sign in text):
        kind, level = "heading", 1 if size > body * 1.7 else 2 if size > body * 1.3 else 3
    return Block(kind, text.replace("\x02", ""), level)


def joined(text: str, more: str) -> str:
    """Two lines of one paragraph as one: a word that was cut at the end of the line is whole again."""
    if text.endswith(("\x02", "\xad")):
        return text[:-1] + more
    if text and more and _without_spaces(text[-1]) and _without_spaces(more[0]):
        return text + more
    return f"{text} {more}"


def _without_spaces(sign: str) -> bool:
    """Chinese and Japanese: lines are put together without a space."""
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"
