"""The corpus: documents of every kind, made on the spot from texts that are free, for questions with known answers."""

from __future__ import annotations

import io
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Literal, TypeAlias

import docx
import openpyxl
import pptx
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from tests.peers import corpus_texts as texts
from tests.peers.small_documents import Put, epub_of, open_document, pdf

Kind: TypeAlias = Literal["heading", "prose", "row"]
REGISTER_PAGES = 1000
PICTURES = ("receipt.pdf", "notice.png")
"""What is read only with its letters recognised."""


@dataclass(frozen=True, slots=True)
class Part:
    """One heading, paragraph or row of a table."""

    kind: Kind
    text: str

    @property
    def cells(self) -> list[str]:
        """Of a row."""
        return [cell.strip() for cell in self.text.strip("|").split("|")]


def parts_of(text: str) -> Iterator[Part]:
    """As `corpus_texts` marks them."""
    for line in filter(None, text.splitlines()):
        if line.startswith("#"):
            yield Part("heading", line.lstrip("# "))
        else:
            yield Part("row" if line.startswith("|") else "prose", line)


# ---- writers, one for each kind ------------------------------------------------------------------------------------


def markdown(text: str) -> bytes:
    """As it is."""
    return text.encode()


def text_pdf(text: str) -> bytes:
    """A page for each heading, with its lines broken as a printer does."""
    chapters: list[list[Part]] = []
    for part in parts_of(text):
        if part.kind == "heading" or not chapters:
            chapters.append([])
        chapters[-1].append(part)

    def fill(put: Put, page: pdfium.PdfPage, number: list[int] = [0]) -> None:  # noqa: B006 - counts the pages
        y = 780.0
        for part in chapters[number[0]]:
            size = 18 if part.kind == "heading" else 11
            for line in textwrap.wrap(part.text, 80):
                put(line, 60, y, size)
                y -= size * 1.4
            y -= 10
        number[0] += 1

    return pdf(len(chapters), (), heading=False, more=fill)


def two_columns_pdf(text: str) -> bytes:
    """One page in two columns, as papers are set."""
    lines: list[tuple[str, float]] = []
    for part in parts_of(text):
        size = 12 if part.kind == "heading" else 9
        lines += [(line, size) for line in textwrap.wrap(part.text, 46)] + [("", 6)]

    def fill(put: Put, page: pdfium.PdfPage) -> None:
        half = len(lines) // 2
        for x, column in ((50, lines[:half]), (310, lines[half:])):
            y = 790.0
            for line, size in column:
                if line:
                    put(line, x, y, size)
                y -= size * 1.4

    return pdf(1, (), heading=False, more=fill)


def register_pdf(pages: int = REGISTER_PAGES) -> bytes:
    """The land register: many pages that differ in names and numbers only."""

    def fill(put: Put, page: pdfium.PdfPage, number: list[int] = [0]) -> None:  # noqa: B006 - counts the pages
        number[0] += 1
        for row, line in enumerate(texts.parcel(number[0])):
            put(line, 60, 740 - 16 * row, 11)

    return pdf(pages, (), heading=False, more=fill)


def word(text: str, *, right_to_left: bool = False) -> bytes:
    """Headings and paragraphs; Arabic and Hebrew as Word marks them."""
    document = docx.Document()
    for part in parts_of(text):
        if part.kind == "heading":
            paragraph = document.add_heading(part.text, 1)
        else:
            paragraph = document.add_paragraph(part.text)
        if right_to_left:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(properties.makeelement(f"{_W}bidi"))
    return _saved(document.save)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def html(text: str, *, direction: str = "ltr") -> bytes:
    """With a table where the text has one."""
    out: list[str] = []
    for part in parts_of(text):
        if part.kind == "row":
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in part.cells)
            opened = bool(out) and out[-1].endswith("</table>")
            out[-1:] = [f"{out[-1].removesuffix('</table>')}<tr>{cells}</tr></table>"] if opened else [
                *out[-1:], f"<table><tr>{cells}</tr></table>"
            ]  # fmt: skip
        else:
            mark = "h2" if part.kind == "heading" else "p"
            out.append(f"<{mark}>{escape(part.text)}</{mark}>")
    return f'<!doctype html><html dir="{direction}"><body>{"".join(out)}</body></html>'.encode()


def epub(text: str) -> bytes:
    """A chapter for each heading."""
    chapters: list[str] = []
    for part in parts_of(text):
        if part.kind == "heading":
            chapters.append(f"<h1>{escape(part.text)}</h1>")
        else:
            chapters[-1] += f"<p>{escape(part.text)}</p>"
    return epub_of(chapters)


def open_text(text: str) -> bytes:
    """OpenDocument, as LibreOffice writes it."""
    form = {
        "heading": '<text:h text:outline-level="1">{}</text:h>',
        "prose": "<text:p>{}</text:p>",
        "row": "<text:p>{}</text:p>",
    }
    return open_document("text", "".join(form[part.kind].format(escape(part.text)) for part in parts_of(text)))


def rich_text(text: str) -> bytes:
    """RTF with everything beyond ASCII escaped."""

    def escaped(plain: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in plain)

    lines = "".join(f"{escaped(part.text)}\\par\n" for part in parts_of(text))
    return f"{{\\rtf1\\ansi {lines}}}".encode("ascii")


def slides(text: str) -> bytes:
    """A slide for each heading."""
    show = pptx.Presentation()
    for part in parts_of(text):
        if part.kind == "heading":
            slide = show.slides.add_slide(show.slide_layouts[1])
            slide.shapes.title.text = part.text
        else:
            frame = slide.placeholders[1].text_frame
            frame.text = f"{frame.text}\n{part.text}".strip()
    return _saved(show.save)


def sheet(rows: tuple[tuple[object, ...], ...]) -> bytes:
    """One sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return _saved(book.save)


def mail(subject: str, text: str) -> bytes:
    """One message, with an HTML form beside the plain one."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ebba <ebba@example.org>", "marit@example.org", subject
    message["Date"] = "Mon, 05 Jan 2026 08:00:00 +0000"
    message.set_content(text)
    message.add_alternative(f"<html><body><p>{escape(text)}</p></body></html>", subtype="html")
    return message.as_bytes()


def mailbox(mails: tuple[tuple[str, str], ...]) -> bytes:
    """Several, one after the other."""
    return b"".join(b"From ebba@example.org Mon Jan  5 08:00:00 2026\n" + mail(*one) + b"\n" for one in mails)


def picture(lines: tuple[str, ...], form: str = "PNG") -> bytes:
    """Black letters on white, as a scanner or a camera gives them; `PDF` makes a page without any text of its own."""
    image = Image.new("RGB", (1000, 120 + 70 * len(lines)), "white")
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        draw.text((60, 60 + 70 * row), line, font=ImageFont.load_default(40), fill="black")
    return _saved(lambda file: image.save(file, form, resolution=100))


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


# ---- the corpus ----------------------------------------------------------------------------------------------------


def _pumps() -> dict[str, Callable[[], bytes]]:
    writers = ((".txt", markdown), (".md", markdown), (".html", html), (".md", markdown))
    made: dict[str, Callable[[], bytes]] = {}
    for number, name in enumerate(texts.PUMPS):
        suffix, write = {"BP-140": writers[0], "BP-170": writers[2]}.get(name, writers[1])
        made[f"pump {name}{suffix}"] = lambda number=number, write=write: write(texts.pump_manual(number))  # type: ignore[misc]
    return made


def _wrens() -> bytes:
    return json.dumps(json.loads(texts.SETTINGS), indent=1).encode()


CORPUS: Mapping[str, Callable[[], bytes]] = {
    "ferry.pdf": lambda: text_pdf(texts.FERRY),
    "lease.docx": lambda: word(texts.LEASE),
    "bees.md": lambda: markdown(texts.BEES),
    "bakery.epub": lambda: epub(texts.BAKERY),
    "router.html": lambda: html(texts.ROUTER),
    "tides.pptx": lambda: slides(texts.TIDES),
    "minutes.docx": lambda: word(texts.MINUTES),
    "protocol.pdf": lambda: two_columns_pdf(texts.PROTOCOL),
    "handbook.pdf": lambda: text_pdf(texts.HANDBOOK),
    "radio.rtf": lambda: rich_text(texts.RADIO_SCRIPT),
    "clinic.odt": lambda: open_text(texts.CLINIC),
    "garden.md": lambda: markdown(texts.GARDEN),
    "diary.md": lambda: markdown(texts.diary()),
    "letter.eml": lambda: mail("The boat house", texts.LETTER),
    "mails.mbox": lambda: mailbox(texts.MAILS),
    "gauge.py": lambda: markdown(texts.CODE),
    "greenhouse.json": _wrens,
    "ships.csv": lambda: markdown(texts.SHIPS),
    "stock.xlsx": lambda: sheet(texts.STOCK),
    "receipt.pdf": lambda: picture(texts.SCANNED_RECEIPT, "PDF"),
    "notice.png": lambda: picture(texts.SCANNED_NOTICE),
    "hausordnung.docx": lambda: word(texts.GERMAN),
    "pueblo.html": lambda: html(texts.SPANISH),
    "古城.md": lambda: markdown(texts.CHINESE),
    "岬.docx": lambda: word(texts.JAPANESE),
    "마을.html": lambda: html(texts.KOREAN),
    "ตลาด.txt": lambda: markdown(texts.THAI),
    "ميناء.docx": lambda: word(texts.ARABIC, right_to_left=True),
    "רחוב.html": lambda: html(texts.HEBREW, direction="rtl"),
    "остров.odt": lambda: open_text(texts.RUSSIAN),
    "λιμάνι.epub": lambda: epub(texts.GREEK),
    "camp.md": lambda: markdown(texts.EMOJI),
    **_pumps(),
}


def write_corpus(folder: Path, *, pictures: bool = True, register_pages: int = 0) -> list[Path]:
    """All of it in `folder`; without those that need their letters recognised, and with the register if it is asked."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, make in CORPUS.items():
        if pictures or name not in PICTURES:
            written.append(folder / name)
            written[-1].write_bytes(make())
    if register_pages:
        written.append(folder / "register.pdf")
        written[-1].write_bytes(register_pdf(register_pages))
    return written
