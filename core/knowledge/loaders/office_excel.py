"""Excel: a page for each sheet that is shown (long ones in parts), a row a line, values as they were last computed.

openpyxl's reader of rows does not tell which are hidden, so the sheets' XML is read here; what it knows about formats
and dates is used.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from core.knowledge.knowledge_trouble import FileDamaged
from core.knowledge.loaders import Found
from core.knowledge.loaders.colour_names import WHITE, alike, colour_of
from core.knowledge.loaders.packed_parts import Parts, local_name, parsed_xml, refuse_declarations
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ROWS_A_PAGE = 200
_ROWS_A_BLOCK = 25
_MOST_COLUMNS = 500
_MOST_ROWS = 1_048_576
_COLUMN = re.compile(r"[A-Z]{1,3}")


@dataclass(slots=True)
class _Looks:
    """By the number of a cell's format: how dates are told from numbers, and what is not seen."""

    dates: set[int] = field(default_factory=set)
    times: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)
    epoch: datetime = CALENDAR_WINDOWS_1900


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Sheet by sheet."""
    parts = Parts(data, limits)
    book = parts.xml("xl/workbook.xml")
    looks = _looks(parts, book)
    strings = _strings(parts, limits)
    targets = _targets(parts)
    number, hidden_sheets, hidden_cells = 0, [], 0
    for sheet in (each for each in book.iter() if local_name(each) == "sheet"):
        called = sheet.get("name") or ""
        part = targets.get(sheet.get(f"{_R}id") or "", "")
        if part not in parts:
            continue
        if sheet.get("state") in ("hidden", "veryHidden"):
            hidden_sheets.append(called)
            continue
        reader = _Sheet(strings, looks)
        for rows, first, is_long in reader.pages(parts.read(part)):
            number += 1
            label = f"{called}, from row {first}" if is_long else called
            yield ReadPage(number, label, _blocks(called, rows))
        hidden_cells += reader.hidden
    if hidden_sheets:
        yield ReadNotice("hidden_text", len(hidden_sheets), "hidden sheets")
    if hidden_cells:
        yield ReadNotice("hidden_text", hidden_cells, "characters in hidden rows, columns and cells")
    yield ReadDone(_title(parts))


def _blocks(called: str, rows: list[str]) -> list[Block]:
    blocks = [Block("heading", called, 1)] if called else []
    starts = range(0, len(rows), _ROWS_A_BLOCK)
    return blocks + [Block("table", "\n".join(rows[start : start + _ROWS_A_BLOCK])) for start in starts]


class _Sheet:
    """One sheet's rows."""

    def __init__(self, strings: list[str], looks: _Looks) -> None:
        self._strings = strings
        self._looks = looks
        self._hidden_columns: list[tuple[int, int]] = []
        self.hidden = 0

    def pages(self, xml: bytes) -> Iterator[tuple[list[str], int, bool]]:
        """Rows, the number of the first of them, and whether the sheet is told in several parts."""
        rows: list[str] = []
        first = number = 0
        is_long = False
        for number, text in self._rows(xml):
            first = first or number
            rows.append(text)
            if len(rows) >= _ROWS_A_PAGE:
                is_long = True
                yield rows, first, True
                rows, first = [], 0
        if rows:
            yield rows, first, is_long

    def _rows(self, xml: bytes) -> Iterator[tuple[int, str]]:
        refuse_declarations(xml)
        parser = etree.iterparse(
            io.BytesIO(xml), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        number = 0
        for _, element in parser:
            name = local_name(element)
            if name == "col" and element.get("hidden") in ("1", "true"):
                self._hidden_columns.append((_whole(element.get("min")), _whole(element.get("max"))))
            elif name == "row":
                number = _whole(element.get("r")) or number + 1
                text = self._row(element)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
                if text:
                    yield number, text

    def _row(self, row: etree._Element) -> str:
        cells: list[str] = []
        at = 0
        is_hidden = row.get("hidden") in ("1", "true")
        for cell in row:
            at = _column(cell.get("r")) or at + 1
            text = " ".join(self._value(cell).split())
            if not text:
                continue
            style = _whole(cell.get("s"))
            if is_hidden or style in self._looks.unseen or any(low <= at <= high for low, high in self._hidden_columns):
                self.hidden += len(text)
                continue
            while len(cells) < min(at - 1, _MOST_COLUMNS):
                cells.append("")
            cells.append(text)
        return " | ".join(cells).strip(" |") and " | ".join(cells)

    def _value(self, cell: etree._Element) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return "".join(text.text or "" for text in cell.iter() if local_name(text) == "t")
        value = next((each.text or "" for each in cell if local_name(each) == "v"), "")
        if kind == "s":
            index = _whole(value, -1)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        return self._number(value, _whole(cell.get("s"))) if kind == "n" and value else value

    def _number(self, value: str, style: int) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        if style in self._looks.dates:
            try:
                told = from_excel(number, self._looks.epoch)
            except (ValueError, OverflowError, TypeError):
                return value
            return str(told.isoformat(" ", "seconds") if isinstance(told, datetime) else told).removesuffix(" 00:00:00")
        return f"{number:.15g}" if abs(number) < 1e15 else value


def _strings(parts: Parts, limits: ParseLimits) -> list[str]:
    name = "xl/sharedStrings.xml"
    if name not in parts:
        return []
    xml = parts.read(name)
    refuse_declarations(xml)
    strings: list[str] = []
    for _, element in etree.iterparse(
        io.BytesIO(xml), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    ):
        if local_name(element) == "si":
            texts = [
                each.text or ""
                for each in element.iter()
                if local_name(each) == "t" and local_name(each.getparent()) != "rPh"  # how Japanese is spoken
            ]
            strings.append("".join(texts))
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return strings


def _targets(parts: Parts) -> dict[str, str]:
    found = {}
    for relation in parts.xml("xl/_rels/workbook.xml.rels"):
        target = relation.get("Target") or ""
        found[relation.get("Id") or ""] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    if not found:
        raise FileDamaged("a workbook without sheets")
    return found


def _looks(parts: Parts, book: etree._Element) -> _Looks:
    looks = _Looks()
    if any(local_name(each) == "workbookPr" and each.get("date1904") in ("1", "true") for each in book):
        looks.epoch = CALENDAR_MAC_1904
    if "xl/styles.xml" not in parts:
        return looks
    styles = parts.xml("xl/styles.xml")
    by_name = {local_name(each): each for each in styles}
    formats = dict(BUILTIN_FORMATS)
    formats.update({_whole(each.get("numFmtId")): each.get("formatCode") or "" for each in by_name.get("numFmts", ())})
    fonts = [_font_colour(each) for each in by_name.get("fonts", ())]
    fills = [_fill_colour(each) for each in by_name.get("fills", ())]
    for index, cell in enumerate(by_name.get("cellXfs", ())):
        code = formats.get(_whole(cell.get("numFmtId")), "")
        if code.replace('"', "") in (";;;", ";;"):
            looks.unseen.add(index)
        elif code and is_date_format(code):
            looks.dates.add(index)
        font, fill = _whole(cell.get("fontId")), _whole(cell.get("fillId"))
        if font < len(fonts) and fonts[font] and alike(fonts[font], fills[fill] if fill < len(fills) else WHITE):
            looks.unseen.add(index)
    return looks


def _font_colour(font: etree._Element) -> tuple[int, int, int] | None:
    for each in font:
        if local_name(each) == "color":
            if each.get("theme") == "0" and each.get("tint") in (None, "0"):
                return WHITE
            return colour_of(each.get("rgb"))
    return None


def _fill_colour(fill: etree._Element) -> tuple[int, int, int] | None:
    """White where there is none; None where it is not known."""
    for pattern in fill:
        if local_name(pattern) != "patternFill":
            return None
        if pattern.get("patternType") in (None, "none"):
            return WHITE
        for colour in pattern:
            if local_name(colour) == "fgColor":
                return WHITE if colour.get("theme") == "0" else colour_of(colour.get("rgb"))
        return None
    return WHITE


def _title(parts: Parts) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    return next(
        (each.text or "" for each in parsed_xml(parts.read("docProps/core.xml")) if local_name(each) == "title"), ""
    )


def _column(reference: str | None) -> int:
    match = _COLUMN.match(reference or "")
    column = 0
    for letter in match.group() if match else "":
        column = column * 26 + ord(letter) - 64
    return column


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
