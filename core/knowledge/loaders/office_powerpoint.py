"""PowerPoint: a page for each slide that is shown, its title as heading, with tables and the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pptx
from pptx.util import Emu

from core.knowledge.knowledge_trouble import FileTooDeep
from core.knowledge.loaders import Found
from core.knowledge.loaders.colour_names import Colour, alike, colour_of
from core.knowledge.loaders.packed_parts import Parts, is_office_xml
from core.knowledge.read_document import Block, BlockKind, ParseLimits, ReadDone, ReadNotice, ReadPage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DEEPEST = 30
_TINY_HUNDREDTHS = 200


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Slide by slide; hidden ones are told and left out."""
    parts = Parts(data, limits)
    show = pptx.Presentation(parts.rebuilt(is_office_xml))
    size = (int(show.slide_width or Emu(9_144_000)), int(show.slide_height or Emu(6_858_000)))
    hidden_slides = hidden = 0
    for number, slide in enumerate(show.slides, 1):
        if (slide.element.get("show") or "1") in ("0", "false"):
            hidden_slides += 1
            continue
        reader = _Slide(slide, size)
        blocks = list(reader.blocks())
        hidden += reader.hidden
        if blocks:
            yield ReadPage(number, "", blocks)
    if hidden_slides:
        yield ReadNotice("hidden_text", hidden_slides, "hidden slides")
    if hidden:
        yield ReadNotice("hidden_text", hidden, "text that is hidden, off the slide or as light as it")
    if pictures := sum(each.startswith("ppt/media/") for each in parts.names):
        yield ReadNotice("skipped_part", pictures, "pictures and sounds")
    yield ReadDone(show.core_properties.title or "", show.core_properties.language or "")


class _Slide:
    """One slide, its shapes in their order."""

    def __init__(self, slide: Any, size: tuple[int, int]) -> None:
        self._slide = slide
        self._size = size
        self._ground = _ground_of(slide)
        self._drawn: list[tuple[int, int, int, int]] = []
        self.hidden = 0

    def blocks(self) -> Iterator[Block]:
        title = self._slide.shapes.title
        if title is not None:
            yield from self._shape(title, depth=0)
        for shape in self._slide.shapes:
            if title is None or shape.shape_id != title.shape_id:
                yield from self._shape(shape, depth=0)
        if self._slide.has_notes_slide:
            frame = self._slide.notes_slide.notes_text_frame
            if frame is not None and frame.text.strip():
                yield Block("prose", f"Notes: {frame.text.strip()}")

    def _shape(self, shape: Any, *, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise FileTooDeep("groups within groups")
        own = shape._element.xpath("./*/p:cNvPr/@hidden")
        is_gone = bool(own) and own[0] in ("1", "true")
        if depth == 0 and self._is_off(shape):
            is_gone = True
        if is_gone:
            self.hidden += sum(len(text.text or "") for text in shape._element.iter(f"{_A}t"))
            return
        if hasattr(shape, "shapes"):
            for inner in shape.shapes:
                yield from self._shape(inner, depth=depth + 1)
        elif getattr(shape, "has_table", False) and shape.has_table:
            rows = [" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in shape.table.rows]
            if text := "\n".join(row for row in rows if row.strip(" |")):
                yield Block("table", text)
        elif shape.has_text_frame:
            yield from self._text(shape, is_grouped=depth > 0)
        self._note_drawn(shape)

    def _text(self, shape: Any, *, is_grouped: bool) -> Iterator[Block]:
        ground = None if is_grouped else self._ground_below(shape)
        lines = []
        for paragraph in shape.text_frame.paragraphs:
            text = self._paragraph(paragraph._p, ground).strip()
            if text:
                lines.append("  " * min(paragraph.level or 0, 8) + text)
        if not lines:
            return
        kind: BlockKind = "prose"
        level = 0
        if shape.is_placeholder and shape.placeholder_format.type is not None:
            what = str(shape.placeholder_format.type).split(".")[-1].split(" ")[0]
            if what in ("TITLE", "CENTER_TITLE"):
                kind, level = "heading", 1
            elif what in ("BODY", "OBJECT") and len(lines) > 1:
                kind, lines = "list", [f"{line[: len(line) - len(line.lstrip())]}- {line.lstrip()}" for line in lines]
            elif what in ("SLIDE_NUMBER", "DATE", "FOOTER"):
                return
        yield Block(kind, " ".join(lines) if kind == "heading" else "\n".join(lines), level)

    def _paragraph(self, paragraph: Any, ground: Colour | None) -> str:
        texts = []
        for element in paragraph:
            if element.tag == f"{_A}br":
                texts.append("\n")
                continue
            if element.tag not in (f"{_A}r", f"{_A}fld"):
                continue
            words = "".join(text.text or "" for text in element.iter(f"{_A}t"))
            properties = element.find(f"{_A}rPr")
            if properties is not None and _is_unseen(properties, ground):
                self.hidden += len(words.strip())
            else:
                texts.append(words)
        return "".join(texts)

    def _box(self, shape: Any) -> tuple[int, int, int, int] | None:
        sides = (shape.left, shape.top, shape.width, shape.height)
        if any(side is None for side in sides):
            return None
        left, top, width, height = (int(side) for side in sides)
        return left, top, left + width, top + height

    def _is_off(self, shape: Any) -> bool:
        box = self._box(shape)
        if box is None:
            return False
        return box[2] <= 0 or box[3] <= 0 or box[0] >= self._size[0] or box[1] >= self._size[1]

    def _note_drawn(self, shape: Any) -> None:
        if (box := self._box(shape)) is not None and (not shape.has_text_frame or _fill_of(shape._element) is not None):
            self._drawn.append(box)

    def _ground_below(self, shape: Any) -> Colour | None:
        """What lies behind its text; None where something else is drawn there, or nobody knows."""
        fill = _fill_of(shape._element)
        if fill is not None:
            return colour_of(fill)
        box = self._box(shape)
        if box is None:
            return self._ground if not self._drawn else None
        middle = ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
        covered = any(each[0] <= middle[0] <= each[2] and each[1] <= middle[1] <= each[3] for each in self._drawn)
        return None if covered else self._ground


def _is_unseen(properties: Any, ground: Colour | None) -> bool:
    size = properties.get("sz") or ""
    if size.isdecimal() and int(size) <= _TINY_HUNDREDTHS:
        return True
    fill = properties.find(f"{_A}solidFill")
    if fill is None:
        return properties.find(f"{_A}noFill") is not None and properties.find(f"{_A}ln") is None
    alpha = next(fill.iter(f"{_A}alpha"), None)
    if alpha is not None and (value := alpha.get("val") or "").isdecimal() and int(value) < 10_000:
        return True
    return alike(_solid(fill), ground)


def _solid(fill: Any) -> Colour | None:
    rgb = fill.find(f"{_A}srgbClr")
    if rgb is not None:
        return colour_of(rgb.get("val"))
    scheme = fill.find(f"{_A}schemeClr")
    if scheme is not None and scheme.get("val") in ("bg1", "lt1") and len(scheme) == 0:
        return (255, 255, 255)
    return None


def _fill_of(element: Any) -> str | None:
    """The shape's own colour as text, `?` for one that is not known, None where it has none."""
    properties = element.find(f"{_P}spPr")
    if properties is None:
        return None if element.tag == f"{_P}sp" else "?"
    fill = properties.find(f"{_A}solidFill")
    if fill is not None:
        colour = _solid(fill)
        return "?" if colour is None else "{:02x}{:02x}{:02x}".format(*colour)
    if any(properties.find(f"{_A}{name}") is not None for name in ("gradFill", "blipFill", "pattFill")):
        return "?"
    style = element.find(f"{_P}style/{_A}fillRef")
    if style is not None and style.get("idx") not in (None, "0") and properties.find(f"{_A}noFill") is None:
        return "?"
    return None


def _ground_of(slide: Any) -> Colour | None:
    """The slide's own ground: white only where that is certain."""
    for owner in (slide, slide.slide_layout, slide.slide_layout.slide_master):
        common = owner.element.find(f"{_P}cSld")
        ground = common.find(f"{_P}bg") if common is not None else None
        if ground is None:
            continue
        fill = ground.find(f"{_P}bgPr/{_A}solidFill")
        if fill is not None:
            return _solid(fill)
        scheme = ground.find(f"{_P}bgRef/{_A}schemeClr")
        mapping = slide.slide_layout.slide_master.element.find(f"{_P}clrMap")
        is_light = mapping is not None and mapping.get("bg1") == "lt1"
        if scheme is not None and scheme.get("val") == "bg1" and is_light:
            return (255, 255, 255)
        return None
    return (255, 255, 255)
