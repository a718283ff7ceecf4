"""A tiny document of each kind that Hearth reads, for `hearth --self-test`: made by hand, so that no library that only
writes documents has to be in the package.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

SAID = "The lighthouse keeper counts forty ships"
"""What stands in every one of them."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORMAT = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def sample_documents() -> Mapping[str, tuple[str, bytes]]:
    """File name and bytes by the name of the kind."""
    said = SAID.encode()
    letter = b"From: keeper@example.org\r\nTo: crew@example.org\r\nSubject: Ships\r\n\r\n" + said + b"\r\n"
    return {
        "pdf": ("log.pdf", _pdf()),
        "word": ("log.docx", _word()),
        "excel": ("log.xlsx", _excel()),
        "powerpoint": ("log.pptx", _powerpoint()),
        "opendocument": ("log.odt", _open_document()),
        "epub": ("log.epub", _epub()),
        "rtf": ("log.rtf", b"{\\rtf1\\ansi " + said + b"\\par}"),
        "html": ("log.html", b"<html><body><p>" + said + b"</p></body></html>"),
        "markdown": ("log.md", b"# Harbour\n\n" + said + b"\n"),
        "csv": ("log.csv", b"place,words\nharbour," + said + b"\n"),
        "json": ("log.json", b'{"harbour": "' + said + b'"}'),
        "mail": ("log.eml", letter),
        "mailbox": ("log.mbox", b"From keeper@example.org Mon Jan  5 08:00:00 2026\n" + letter.replace(b"\r", b"")),
        "picture": ("log.png", _picture()),
        "code": ("log.py", b"def keeper():\n    # " + said + b"\n    return 40\n"),
        "text": ("log.txt", said + b"\n"),
    }


def _pdf() -> bytes:
    drawing = f"BT /F1 18 Tf 60 700 Td ({SAID}) Tj ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    file, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _word() -> bytes:
    body = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{SAID}</w:t></w:r></w:p></w:body></w:document>'
    return _office("word/document.xml", f"{_FORMAT}.wordprocessingml.document.main+xml", {"word/document.xml": body})


def _excel() -> bytes:
    book = (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="Ships" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    )
    sheet = (
        f'<worksheet xmlns="{_SHEET}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{SAID}</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    return _office(
        "xl/workbook.xml",
        f"{_FORMAT}.spreadsheetml.sheet.main+xml",
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": _relations(worksheet="worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet,
        },
        {"xl/worksheets/sheet1.xml": f"{_FORMAT}.spreadsheetml.worksheet+xml"},
    )


def _powerpoint() -> bytes:
    show = (
        f'<p:presentation xmlns:p="{_SLIDE}" xmlns:r="{_OFFICE}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/>'
        '</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>'
    )
    slide = (
        f'<p:sld xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Text"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="914400" y="914400"/><a:ext cx="5486400" cy="914400"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>'
        f"<a:p><a:r><a:t>{SAID}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
    )
    return _office(
        "ppt/presentation.xml",
        f"{_FORMAT}.presentationml.presentation.main+xml",
        {
            "ppt/presentation.xml": show,
            "ppt/_rels/presentation.xml.rels": _relations(slide="slides/slide1.xml"),
            "ppt/slides/slide1.xml": slide,
            "ppt/slides/_rels/slide1.xml.rels": _relations(slideLayout="../slideLayouts/slideLayout1.xml"),
            "ppt/slideLayouts/slideLayout1.xml": _below("sldLayout"),
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _relations(slideMaster="../slideMasters/slideMaster1.xml"),
            "ppt/slideMasters/slideMaster1.xml": _below("sldMaster"),
        },
        {
            "ppt/slides/slide1.xml": f"{_FORMAT}.presentationml.slide+xml",
            "ppt/slideLayouts/slideLayout1.xml": f"{_FORMAT}.presentationml.slideLayout+xml",
            "ppt/slideMasters/slideMaster1.xml": f"{_FORMAT}.presentationml.slideMaster+xml",
        },
    )


def _below(kind: str) -> str:
    """What a slide is laid on: nothing."""
    return (
        f'<p:{kind} xmlns:p="{_SLIDE}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld></p:{kind}>"
    )


def _open_document() -> bytes:
    content = (
        f'<office:document-content xmlns:office="{_OPEN}:office:1.0" xmlns:text="{_OPEN}:text:1.0"><office:body>'
        f"<office:text><text:p>{SAID}</text:p></office:text></office:body></office:document-content>"
    )
    return _packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _epub() -> bytes:
    return _packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": '<package><metadata/><manifest><item id="a" href="a.xhtml"/></manifest><spine>'
            '<itemref idref="a"/></spine></package>',
            "a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{SAID}</p></body></html>',
        }
    )


def _picture() -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (1000, 160), "white")
    ImageDraw.Draw(picture).text((30, 50), SAID, fill="black", font=ImageFont.load_default(44))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _office(main: str, main_type: str, parts: Mapping[str, str], types: Mapping[str, str] | None = None) -> bytes:
    """A package of Microsoft's office formats whose main part is `main`."""
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in {main: main_type, **(types or {})}.items()
    )
    content_types = (
        f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    outer = {"[Content_Types].xml": content_types, "_rels/.rels": _relations(officeDocument=main)}
    return _packed(
        {**outer, **{part: body if body.startswith("<?xml") else _XML + body for part, body in parts.items()}}
    )


def _relations(**targets: str) -> str:
    """`rId1` … to these parts, each of the kind that it is called by."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'


def _packed(parts: Mapping[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()
