"""A secret word in every format, in every place that a format has for words: seen, hidden, and about the document."""

from __future__ import annotations

import base64
import io
import json
import mailbox
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pptx
from openpyxl.comments import Comment
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from tests.peers.small_documents import open_document, packed

_Word = str


def _pdf(word: _Word) -> bytes:
    """Text, title, a note on the page, an attached file, white letters."""
    stream = f"BT /F 12 Tf 40 700 Td ({word} is seen) Tj 1 1 1 rg 0 -40 Td ({word} is white) Tj ET"
    attached = f"{word} is attached"
    objects = (
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(note.txt) 7 0 R]>>>>>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[6 0 R]>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Annot/Subtype/Text/Rect[0 0 20 20]/Contents({word} is a note)>>",
        "<</Type/Filespec/F(note.txt)/EF<</F 8 0 R>>>>",
        f"<</Type/EmbeddedFile/Length {len(attached)}>>stream\n{attached}\nendstream",
        f"<</Title({word} is the title)/Author({word})/Keywords({word})>>",
    )
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R/Info {size - 1} 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def _docx(word: _Word) -> bytes:
    """Text, heading, header, footer, properties, hidden letters, a comment, a part that belongs to nothing."""
    document = docx.Document()
    for name in ("title", "author", "comments", "keywords", "subject", "category"):
        setattr(document.core_properties, name, f"{word} {name}")
    document.add_heading(f"{word} heading", 1)
    paragraph = document.add_paragraph(f"{word} is seen ")
    run = paragraph.add_run(f"{word} is hidden")
    run.font.hidden = True
    document.sections[0].header.paragraphs[0].text = f"{word} header"
    document.sections[0].footer.paragraphs[0].text = f"{word} footer"
    document.add_comment(paragraph.runs, text=f"{word} comment", author=word)
    return _with_part(_saved(document.save), "word/embeddings/note.txt", f"{word} is embedded")


def _xlsx(word: _Word) -> bytes:
    """Cells, a comment, a hidden sheet, a name, properties."""
    book = openpyxl.Workbook()
    book.properties.title = book.properties.creator = f"{word} title"
    sheet = book.active
    sheet.title = f"{word}"[:25]
    sheet["A1"], sheet["B1"] = f"{word} is seen", f'=CONCATENATE("{word}")'
    sheet["A1"].comment = Comment(f"{word} comment", word)
    hidden = book.create_sheet("hidden")
    hidden["A1"] = f"{word} is hidden"
    hidden.sheet_state = "veryHidden"
    return _saved(book.save)


def _pptx(word: _Word) -> bytes:
    """A slide, its notes, a hidden slide, properties."""
    show = pptx.Presentation()
    show.core_properties.title = show.core_properties.comments = f"{word} title"
    for number in range(2):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = f"{word} slide {number}"
        slide.placeholders[1].text = f"{word} is seen"
        slide.notes_slide.notes_text_frame.text = f"{word} notes"
    slide._element.set("show", "0")
    return _saved(show.save)


def _odt(word: _Word) -> bytes:
    """Text, a hidden span, an annotation, what is said about the document."""
    body = open_document(
        "text",
        f'<text:p>{word} is seen<text:span text:style-name="N">{word} is hidden</text:span></text:p>'
        f"<text:p><office:annotation><text:p>{word} annotation</text:p></office:annotation>x</text:p>",
    )
    return _with_part(body, "meta.xml", f"<meta><title>{word} title</title></meta>")


def _epub(word: _Word) -> bytes:
    """A chapter, the title, a file that no chapter names."""
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{word} title</dc:title>'
            f'<dc:creator>{word}</dc:creator></metadata><manifest><item id="a" href="a.xhtml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
            "a.xhtml": f"<html><body><h1>{word} heading</h1><p>{word} is seen</p><!-- {word} --></body></html>",
            "other.txt": f"{word} is left over",
        }
    )


def _rtf(word: _Word) -> bytes:
    """Text, hidden letters, properties, an object."""
    return (
        f"{{\\rtf1\\ansi{{\\info{{\\title {word} title}}{{\\doccomm {word}}}}}{word} is seen\\par"
        f"{{\\v {word} is hidden}}"
        f"{{\\object{{\\*\\objdata {word.encode().hex()}}}}}\\par}}"
    ).encode()


def _html(word: _Word) -> bytes:
    """Text, title, description, comment, script, hidden parts, a name of a picture."""
    return (
        f'<html><head><title>{word} title</title><meta name="description" content="{word}">'
        f"<script>var a='{word}'</script></head><body><!-- {word} --><p>{word} is seen</p>"
        f'<p hidden>{word} is hidden</p><img src="http://{word}.example/x.png" alt="{word} picture"></body></html>'
    ).encode()


def _mail(word: _Word) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = f"{word} <a@example.org>", "b@example.org"
    message["Subject"], message["X-Note"] = f"{word} subject", word
    message.set_content(f"{word} is seen")
    message.add_alternative(f"<p>{word} is seen</p><p hidden>{word} is hidden</p>", subtype="html")
    message.add_attachment(f"{word} is attached", filename=f"{word}.txt")
    message.add_attachment(_pdf(word), maintype="application", subtype="pdf", filename="a.pdf")
    return message


def _mbox(word: _Word) -> bytes:
    one = mailbox.mboxMessage(_mail(word)).as_bytes()
    return b"From a\n" + one + b"\nFrom b\n" + one


def _png(word: _Word) -> bytes:
    """Letters to be recognised, and words about the picture."""
    about = PngInfo()
    about.add_text("Comment", f"{word} comment")
    image = Image.new("RGB", (1100, 160), "white")
    ImageDraw.Draw(image).text((30, 50), f"{word} is drawn", font=ImageFont.load_default(40), fill="black")
    return _saved(lambda file: image.save(file, "PNG", pnginfo=about))


def _with_part(package: bytes, name: str, content: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        parts: dict[str, str | bytes] = {each: old.read(each) for each in old.namelist()}
    return packed({**parts, name: content})


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


FORMATS: Mapping[str, Callable[[_Word], bytes]] = {
    "a.pdf": _pdf,
    "a.docx": _docx,
    "a.xlsx": _xlsx,
    "a.pptx": _pptx,
    "a.odt": _odt,
    "a.epub": _epub,
    "a.rtf": _rtf,
    "a.html": _html,
    "a.md": lambda word: f"# {word} heading\n\n{word} is seen\n\n<!-- {word} -->\n".encode(),
    "a.csv": lambda word: f"name;what\n{word};{word} is seen\n".encode(),
    "a.json": lambda word: json.dumps({word: [f"{word} is seen", base64.b64encode(word.encode()).decode()]}).encode(),
    "a.eml": lambda word: _mail(word).as_bytes(),
    "a.mbox": _mbox,
    "a.py": lambda word: f'# {word} comment\n"""{word} is seen"""\n'.encode(),
    "a.txt": lambda word: f"{word} is seen\n".encode("utf-16"),
    "a.svg": lambda word: f"<svg><title>{word}</title><text>{word} is seen</text></svg>".encode(),
    "a.png": _png,
}
"""By the name of a file; each holds the word where its reader finds it, and where it does not look."""


def write_canaries(folder: Path, word: str) -> list[Path]:
    """One of each, with the word in their names, too."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, make in FORMATS.items():
        paths.append(folder / f"{word} {name}")
        paths[-1].write_bytes(make(word))
    return paths
