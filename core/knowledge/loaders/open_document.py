"""OpenDocument: text as one page, a page for each sheet or slide that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from core.knowledge.knowledge_trouble import FileEncrypted, FileTooDeep
from core.knowledge.loaders import Found
from core.knowledge.loaders.colour_names import WHITE, alike, colour_of
from core.knowledge.loaders.packed_parts import Parts, local_name
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, TABLE, DRAW, STYLE, FO = (_NS % name for name in ("text", "table", "drawing", "style", "xsl-fo-compatible"))
_PRESENTATION, _MANIFEST = _NS % "presentation", _NS % "manifest"
_ROWS_A_BLOCK, _ROWS_A_PAGE = 25, 200
_MOST_COLUMNS, _MOST_REPEATS = 500, 1_000
_DEEPEST = 100
_SILENT = {
    "tracked-changes",
    "deletion",
    "annotation",
    "sequence-decls",
    "forms",
    "note-citation",
    "bookmark",
    "ruby-text",
}


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Whatever of the three it is."""
    parts = Parts(data, limits)
    if "META-INF/manifest.xml" in parts and any(
        local_name(each) == "encryption-data" for each in parts.xml("META-INF/manifest.xml").iter()
    ):
        raise FileEncrypted("a password")
    content = parts.xml("content.xml")
    walk = _Walk(_Styles.of(parts, content))
    body = next(each for each in content if local_name(each) == "body")
    for kind in body:
        yield from walk.pages(kind)
    if walk.hidden:
        yield ReadNotice("hidden_text", walk.hidden, "text that is hidden or as light as the paper")
    if walk.hidden_parts:
        yield ReadNotice("hidden_text", walk.hidden_parts, "hidden sheets and slides")
    if pictures := sum(each.startswith("Pictures/") and not each.endswith("/") for each in parts.names):
        yield ReadNotice("skipped_part", pictures, "pictures")
    yield _done(parts)


def _done(parts: Parts) -> ReadDone:
    title = language = ""
    if "meta.xml" in parts:
        for each in parts.xml("meta.xml").iter():
            if local_name(each) == "title":
                title = each.text or ""
            elif local_name(each) == "language":
                language = each.text or ""
    return ReadDone(title, language)


@dataclass(slots=True)
class _Styles:
    """Names of styles whose text nobody sees, of ones whose tables and slides are not shown, and of lit grounds."""

    unseen: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    grounded: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, parts: Parts, content: etree._Element) -> _Styles:
        styles = cls()
        roots = [parts.xml("styles.xml")] if "styles.xml" in parts else []
        for root in (*roots, content):
            for style in root.iter(f"{STYLE}style"):
                styles._look_at(style)
        return styles

    def _look_at(self, style: etree._Element) -> None:
        name = style.get(f"{STYLE}name") or ""
        if (style.get(f"{STYLE}parent-style-name") or "") in self.unseen:
            self.unseen.add(name)
        ground, colour = WHITE, None
        is_unseen = False
        for properties in style:
            behind = properties.get(f"{FO}background-color")
            if behind and behind != "transparent":
                ground = colour_of(behind) or ground
                self.grounded.add(name)
            if properties.get(f"{DRAW}fill") not in (None, "none"):
                self.grounded.add(name)
            colour = colour_of(properties.get(f"{FO}color")) or colour
            size = (properties.get(f"{FO}font-size") or "").removesuffix("pt")
            is_tiny = size.replace(".", "", 1).isdecimal() and float(size) <= 2
            is_unseen = is_unseen or is_tiny or properties.get(f"{TEXT}display") == "none"
            if (properties.get(f"{TABLE}display") or "") == "false" or (
                properties.get(f"{_PRESENTATION}visibility") == "hidden"
            ):
                self.gone.add(name)
        if is_unseen or alike(colour, ground):
            self.unseen.add(name)


class _Walk:
    """One way through a document."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._page = 0
        self.hidden = 0
        self.hidden_parts = 0

    def pages(self, kind: etree._Element) -> Iterator[ReadPage]:
        what = local_name(kind)
        if what == "spreadsheet":
            for table in kind.iterchildren(f"{TABLE}table"):
                yield from self._sheet(table)
        elif what in ("presentation", "drawing"):
            for slide in kind.iterchildren(f"{DRAW}page"):
                if slide.get(f"{DRAW}style-name") in self._styles.gone:
                    self.hidden_parts += 1
                    continue
                self._page += 1
                if blocks := list(self._blocks(slide, 0)):
                    yield ReadPage(self._page, slide.get(f"{DRAW}name") or "", _with_title(slide, blocks))
        elif blocks := list(self._blocks(kind, 0)):
            self._page += 1
            yield ReadPage(self._page, "", blocks)

    def _sheet(self, table: etree._Element) -> Iterator[ReadPage]:
        name = table.get(f"{TABLE}name") or ""
        if table.get(f"{TABLE}style-name") in self._styles.gone:
            self.hidden_parts += 1
            return
        rows = list(self._rows(table))
        for start in range(0, len(rows), _ROWS_A_PAGE):
            some = rows[start : start + _ROWS_A_PAGE]
            blocks = [Block("heading", name, 1)] if name else []
            blocks += [
                Block("table", "\n".join(some[at : at + _ROWS_A_BLOCK])) for at in range(0, len(some), _ROWS_A_BLOCK)
            ]
            self._page += 1
            yield ReadPage(self._page, name, blocks)

    def _blocks(self, parent: etree._Element, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise FileTooDeep("parts within parts")
        for element in parent:
            name = local_name(element)
            if name in _SILENT:
                continue
            if name in ("p", "h"):
                if text := self._text(element).strip():
                    level = int(element.get(f"{TEXT}outline-level") or 1) if name == "h" else 0
                    yield Block("heading" if name == "h" else "prose", text, min(level, 9))
                for box in element.iter(f"{DRAW}text-box"):
                    yield from self._blocks(box, depth + 1)
            elif name == "list":
                items = [f"{'  ' * level}- {text}" for level, text in self._items(element, 0)]
                if items:
                    yield Block("list", "\n".join(items))
            elif name == "table":
                if rows := list(self._rows(element)):
                    yield Block("table", "\n".join(rows))
            elif name == "section" and element.get(f"{TEXT}display") in ("none", "condition"):
                self.hidden += len("".join(element.itertext()).strip())
            elif name == "notes":
                if text := " ".join(block.text for block in self._blocks(element, depth + 1)):
                    yield Block("prose", f"Notes: {text}")
            else:
                yield from self._blocks(element, depth + 1)

    def _items(self, parent: etree._Element, level: int) -> Iterator[tuple[int, str]]:
        if level > _DEEPEST:
            raise FileTooDeep("lists within lists")
        for item in parent:
            for element in item:
                if local_name(element) == "list":
                    yield from self._items(element, level + 1)
                elif local_name(element) in ("p", "h") and (text := self._text(element).strip()):
                    yield level, text

    def _rows(self, table: etree._Element) -> Iterator[str]:
        hidden_columns = self._hidden_columns(table)
        for row in table.iter(f"{TABLE}table-row"):
            cells: list[str] = []
            gone = row.get(f"{TABLE}visibility") in ("collapse", "filter")
            at = 0
            for cell in row:
                if local_name(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                text = " ".join(" ".join(self._text(each) for each in cell.iter(f"{TEXT}p")).split())
                times = _times(cell, "columns")
                if cell.get(f"{TABLE}style-name") in self._styles.unseen or gone or at in hidden_columns:
                    self.hidden += len(text)
                    text = ""
                cells += [text] * min(times, 1 if text == "" and times > _MOST_COLUMNS else _MOST_COLUMNS)
                at += times
                if len(cells) >= _MOST_COLUMNS:
                    break
            if any(cells):
                line = " | ".join(cells).rstrip(" |")
                yield from [line] * min(_times(row, "rows"), _MOST_REPEATS)

    @staticmethod
    def _hidden_columns(table: etree._Element) -> set[int]:
        hidden: set[int] = set()
        at = 0
        for column in table.iter(f"{TABLE}table-column"):
            times = min(_times(column, "columns"), 20_000)
            if column.get(f"{TABLE}visibility") in ("collapse", "filter"):
                hidden.update(range(at, at + times))
            at += times
        return hidden

    def _text(self, paragraph: etree._Element) -> str:
        texts: list[str] = []
        is_hidden = paragraph.get(f"{TEXT}style-name") in self._styles.unseen
        self._say(paragraph, texts, is_hidden=is_hidden, depth=0)
        return "".join(texts)

    def _say(self, element: etree._Element, texts: list[str], *, is_hidden: bool, depth: int) -> None:
        if depth > _DEEPEST:
            raise FileTooDeep("spans within spans")
        self._add(element.text, texts, is_hidden=is_hidden)
        for child in element:
            name = local_name(child)
            if name == "s":
                times = child.get(f"{TEXT}c") or "1"
                texts.append(" " * (min(int(times), 100) if times.isdecimal() else 1))
            elif name in ("tab", "line-break"):
                texts.append("\t" if name == "tab" else "\n")
            elif name in ("hidden-text", "hidden-paragraph"):
                self.hidden += len("".join(child.itertext()))
            elif name not in _SILENT and name not in ("text-box", "frame", "custom-shape"):
                style = child.get(f"{TEXT}style-name")
                self._say(child, texts, is_hidden=is_hidden or style in self._styles.unseen, depth=depth + 1)
            self._add(child.tail, texts, is_hidden=is_hidden)

    def _add(self, text: str | None, texts: list[str], *, is_hidden: bool) -> None:
        if text and is_hidden:
            self.hidden += len(text.strip())
        elif text:
            texts.append(text)


def _times(element: etree._Element, what: str) -> int:
    said = element.get(f"{TABLE}number-{what}-repeated") or "1"
    return min(int(said), 1_048_576) if said.isascii() and said.isdecimal() and len(said) < 9 else 1


def _with_title(slide: etree._Element, blocks: list[Block]) -> list[Block]:
    """The slide's title as a heading."""
    frame = next((each for each in slide.iter(f"{DRAW}frame") if each.get(f"{_PRESENTATION}class") == "title"), None)
    title = " ".join("".join(frame.itertext()).split()) if frame is not None else ""
    return [
        Block("heading", block.text, 1) if title and " ".join(block.text.split()) == title else block
        for block in blocks
    ]
