"""How Word makes text look, through its styles: whether it is hidden, a heading, an item of a list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from core.knowledge.loaders.colour_names import WHITE, Colour, alike, colour_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off", "none"}
_TINY_HALF_POINTS = 4
_CHAIN = 12


def is_on(switch: etree._Element | None) -> bool:
    """Whether an on/off element is there and not switched off."""
    return switch is not None and (switch.get(f"{W}val") or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind text; None: not known."""

    colour: Colour | None


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks. `colour` None is automatic: Word makes it differ from its ground."""

    is_vanished: bool = False
    colour: Colour | None = None
    half_points: int = 0
    behind: Colour | None = None
    has_ground: bool = False

    def is_hidden_on(self, ground: Ground) -> bool:
        """Whether nobody sees it there."""
        if self.is_vanished or 0 < self.half_points <= _TINY_HALF_POINTS:
            return True
        return alike(self.colour, self.behind if self.has_ground else ground.colour)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is: `level` of a heading from 1, else 0."""

    level: int = 0
    is_list: bool = False
    look: RunLook = RunLook()


class WordStyles:
    """The styles of one document, each with what it inherits."""

    def __init__(self, styles: etree._Element) -> None:
        self._elements = {style.get(f"{W}styleId"): style for style in styles.iterchildren(f"{W}style")}
        defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default = _with(RunLook(), defaults)
        language = defaults.find(f"{W}lang") if defaults is not None else None
        self.language = (language.get(f"{W}val") or "") if language is not None else ""
        normal = next(
            (
                name
                for name, style in self._elements.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )
        self._normal = normal
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._shaded: dict[str, bool] = {}

    def of_paragraph(self, paragraph: etree._Element) -> ParagraphStyle:
        """What its style and its own settings make of it."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return self._paragraph_style(self._normal)
        named = properties.find(f"{W}pStyle")
        style = self._paragraph_style(named.get(f"{W}val") if named is not None else self._normal)
        return _paragraph_with(style, properties)

    def of_run(self, run: etree._Element, paragraph: ParagraphStyle) -> RunLook:
        """How it looks in a paragraph of that style."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return paragraph.look
        look = paragraph.look
        named = properties.find(f"{W}rStyle")
        if named is not None:
            for style in reversed(self._chain(named.get(f"{W}val"))):
                look = _with(look, style.find(f"{W}rPr"))
        return _with(look, properties)

    def is_shaded_table(self, table: etree._Element) -> bool:
        """Whether its style gives rows a ground that is not worked out here."""
        named = table.find(f"{W}tblPr/{W}tblStyle")
        if named is None:
            return False
        name = named.get(f"{W}val") or ""
        if name not in self._shaded:
            self._shaded[name] = any(next(style.iter(f"{W}shd"), None) is not None for style in self._chain(name))
        return self._shaded[name]

    @staticmethod
    def colour(text: str | None) -> Colour | None:
        """A colour as Word writes it."""
        return colour_of(text)

    @staticmethod
    def fill(shading: etree._Element, below: Colour | None) -> Colour | None:
        """The ground that it makes."""
        return _fill(shading, below)

    def _paragraph_style(self, name: str | None) -> ParagraphStyle:
        if name not in self._paragraphs:
            style = ParagraphStyle(look=self._default)
            for element in reversed(self._chain(name)):
                called = element.find(f"{W}name")
                style = _named(style, (called.get(f"{W}val") or "").lower() if called is not None else "")
                properties = element.find(f"{W}pPr")
                if properties is not None:
                    style = _paragraph_with(style, properties)
                style = replace(style, look=_with(style.look, element.find(f"{W}rPr")))
            self._paragraphs[name] = style
        return self._paragraphs[name]

    def _chain(self, name: str | None) -> list[etree._Element]:
        """The style and what it is based on; cycles end."""
        chain: list[etree._Element] = []
        while name in self._elements and len(chain) < _CHAIN:
            style = self._elements[name]
            chain.append(style)
            base = style.find(f"{W}basedOn")
            name = base.get(f"{W}val") if base is not None else None
        return chain


def _named(style: ParagraphStyle, name: str) -> ParagraphStyle:
    if name in ("title", "subtitle"):
        return replace(style, level=1)
    if name.startswith("heading ") and name[8:].strip().isdecimal():
        return replace(style, level=min(9, int(name[8:].strip()) or 1))
    if name.startswith("list "):
        return replace(style, is_list=True)
    return style


def _paragraph_with(style: ParagraphStyle, properties: etree._Element) -> ParagraphStyle:
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None and (value := outline.get(f"{W}val") or "").isdecimal():
        style = replace(style, level=int(value) + 1 if int(value) < 9 else 0)
    numbered = properties.find(f"{W}numPr/{W}numId")
    if numbered is not None:
        style = replace(style, is_list=numbered.get(f"{W}val") != "0")
    return style


def _with(look: RunLook, properties: etree._Element | None) -> RunLook:
    if properties is None:
        return look
    for element in properties:
        value = element.get(f"{W}val") or ""
        tag = element.tag
        if tag in (f"{W}vanish", f"{W}webHidden"):
            look = replace(look, is_vanished=is_on(element))
        elif tag == f"{W}color":
            look = replace(look, colour=colour_of(value))
        elif tag == f"{W}sz" and value.isdecimal():
            look = replace(look, half_points=int(value))
        elif tag == f"{W}highlight":
            look = replace(look, behind=colour_of(value), has_ground=value != "none")
        elif tag == f"{W}shd":
            look = replace(look, behind=_fill(element, WHITE), has_ground=True)
    return look


def _fill(shading: etree._Element, below: Colour | None) -> Colour | None:
    pattern, fill = shading.get(f"{W}val") or "clear", shading.get(f"{W}fill") or "auto"
    if pattern not in ("clear", "nil"):
        return None
    return colour_of(fill) if fill != "auto" else below
