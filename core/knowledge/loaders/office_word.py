"""Word: paragraphs, headings, lists, tables, notes and comments, on the pages that Word last made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from lxml import etree

from core.knowledge.knowledge_trouble import FileDamaged
from core.knowledge.loaders import Found
from core.knowledge.loaders.colour_names import WHITE
from core.knowledge.loaders.packed_parts import Parts, is_office_xml, local_name, parsed_xml
from core.knowledge.loaders.word_style import Ground, W, WordStyles, is_on
from core.knowledge.read_document import Block, BlockKind, ParseLimits, ReadDone, ReadNotice, ReadPage

_SKIPPED = {"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "delInstrText"}
_NOTES = (("footnotes", "Footnote"), ("endnotes", "Endnote"), ("comments", "Comment"))
_MOST_CELLS = 200


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """A page for each that Word last laid out; one page where it never did."""
    parts = Parts(data, limits)
    if "word/document.xml" not in parts and "[Content_Types].xml" not in parts:
        raise FileDamaged("no document in the package")
    document = docx.Document(parts.rebuilt(is_office_xml))
    walk = _Walk(WordStyles(document.styles.element), document.element)
    yield from walk.pages(document.element.body)
    yield from walk.notes(document.part.rels.values())
    if walk.hidden:
        yield ReadNotice("hidden_text", walk.hidden, "text that is hidden or as light as the paper")
    if pictures := sum(name.startswith("word/media/") for name in parts.names):
        yield ReadNotice("skipped_part", pictures, "pictures")
    properties = document.core_properties
    yield ReadDone(properties.title or "", properties.language or walk.styles.language)


@dataclass(slots=True)
class _Walk:
    """One way through a document: what is held for the page, and what was hidden."""

    styles: WordStyles
    root: etree._Element
    hidden: int = 0
    page: int = 1
    turns: int = 0
    """Pages that end within what is being read."""
    blocks: list[Block] = field(default_factory=list)
    items: list[str] = field(default_factory=list)

    def pages(self, body: etree._Element) -> Iterator[ReadPage]:
        background = self.root.find(f"{W}background")
        ground = Ground(self.styles.colour(background.get(f"{W}color")) if background is not None else WHITE)
        for element in _content(body):
            # A page that begins with this paragraph's first words.
            if self._begins_page(element):
                yield from self._turn()
                self.turns -= 1
            self._element(element, ground)
            while self.turns > 0:
                yield from self._turn()
                self.turns -= 1
            self.turns = 0
        yield from self._turn()

    def notes(self, relations: object) -> Iterator[ReadPage]:
        for relation in relations:  # type: ignore[attr-defined]
            for kind, called in _NOTES:
                if relation.is_external or not relation.reltype.endswith(f"/{kind}"):
                    continue
                part = relation.target_part
                root = getattr(part, "element", None)
                for note in root if root is not None else parsed_xml(part.blob):
                    if note.get(f"{W}type") in (None, "normal"):
                        self._note(note, called)
        yield from self._turn()

    def _note(self, note: etree._Element, called: str) -> None:
        before = len(self.blocks)
        for element in _content(note):
            self._element(element, Ground(WHITE))
        self._end_list()
        text = " ".join(block.text for block in self.blocks[before:])
        del self.blocks[before:]
        if text.strip():
            self.blocks.append(Block("prose", f"{called}: {text.strip()}"))

    def _turn(self) -> Iterator[ReadPage]:
        self._end_list()
        if self.blocks:
            yield ReadPage(self.page, "", self.blocks)
            self.blocks = []
        self.page += 1

    @staticmethod
    def _begins_page(element: etree._Element) -> bool:
        """Whether a page break stands before the paragraph's first text."""
        for inner in element.iter(f"{W}lastRenderedPageBreak", f"{W}t", f"{W}tab"):
            return bool(inner.tag == f"{W}lastRenderedPageBreak")
        return False

    def _element(self, element: etree._Element, ground: Ground) -> None:
        if local_name(element) == "tbl":
            self._end_list()
            rows = list(self._rows(element, ground))
            if rows:
                self.blocks.append(Block("table", "\n".join(rows)))
            return
        boxes: list[etree._Element] = []
        text = self._paragraph(element, ground, boxes).strip()
        style = self.styles.of_paragraph(element)
        if text:
            self._file(text, style.level, is_list=style.is_list)
        for box in boxes:
            for inner in _content(box):
                self._element(inner, Ground(None))  # a box has a colour of its own

    def _file(self, text: str, level: int, *, is_list: bool) -> None:
        if is_list and not level:
            self.items.append(f"- {text}")
            return
        self._end_list()
        kind: BlockKind = "heading" if level and len(text) < 400 else "prose"
        self.blocks.append(Block(kind, " ".join(text.split()) if level else text, level if kind == "heading" else 0))

    def _end_list(self) -> None:
        if self.items:
            self.blocks.append(Block("list", "\n".join(self.items)))
            self.items = []

    def _rows(self, table: etree._Element, ground: Ground) -> Iterator[str]:
        inner = Ground(None) if self.styles.is_shaded_table(table) else ground
        for row in table.iterchildren(f"{W}tr"):
            cells = []
            for cell in _cells(row):
                fill = cell.find(f"{W}tcPr/{W}shd")
                behind = inner if fill is None else Ground(self.styles.fill(fill, inner.colour))
                cells.append(" ".join(self._cell(cell, behind).split()))
                if len(cells) >= _MOST_CELLS:
                    break
            hidden = row.find(f"{W}trPr/{W}hidden")
            if is_on(hidden):
                self.hidden += sum(len(cell) for cell in cells)
            elif any(cells):
                yield " | ".join(cells)

    def _cell(self, cell: etree._Element, ground: Ground) -> str:
        texts = []
        for element in _content(cell):
            if local_name(element) == "tbl":
                texts.append("; ".join(self._rows(element, ground)))
            else:
                texts.append(self._paragraph(element, ground, []))
        return " ".join(texts)

    def _paragraph(self, paragraph: etree._Element, ground: Ground, boxes: list[etree._Element]) -> str:
        style = self.styles.of_paragraph(paragraph)
        fill = paragraph.find(f"{W}pPr/{W}shd")
        behind = ground if fill is None else Ground(self.styles.fill(fill, ground.colour))
        texts: list[str] = []
        stack = list(reversed(paragraph))
        while stack:
            element = stack.pop()
            name = local_name(element)
            if name in _SKIPPED:
                continue
            if name == "txbxContent":
                boxes.append(element)
            elif name == "r":
                look = self.styles.of_run(element, style)
                if look.is_hidden_on(behind):
                    self.hidden += len("".join(element.itertext(f"{W}t")).strip())
                    self.turns += sum(1 for _ in element.iter(f"{W}lastRenderedPageBreak"))
                else:
                    stack.extend(reversed(element))
            else:
                self._sign(element, name, texts)
                if name not in _SIGNS and name != "t":
                    stack.extend(reversed(element))
        return "".join(texts)

    def _sign(self, element: etree._Element, name: str, texts: list[str]) -> None:
        if name == "t":
            texts.append(element.text or "")
        elif name == "lastRenderedPageBreak":
            self.turns += 1
        elif name == "br" and element.get(f"{W}type") == "page":
            texts.append("\n")
        elif name in _SIGNS:
            texts.append(_SIGNS[name])


_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "lastRenderedPageBreak": ""}


def _content(parent: etree._Element) -> Iterator[etree._Element]:
    """Its paragraphs and tables, also those within content controls and insertions."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name in ("p", "tbl"):
            yield element
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"):
            stack.extend(reversed(element))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    stack = list(reversed(row))
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name == "tc":
            yield element
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            stack.extend(reversed(element))
