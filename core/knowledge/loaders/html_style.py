"""Whether CSS lets an element be seen: inline styles, and simple rules of the page's own style sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from core.knowledge.loaders.colour_names import Colour, alike, colour_of

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_SIMPLE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9]*)?(?:[.#][A-Za-z_][\w-]*)?$")
_NUMBER = re.compile(r"(-?[\d.]+)\s*(px|pt|em|rem|%|cm|in|)$")
_MOST_RULES = 5_000


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks here: its colour (None: the browser's own, dark), what is behind it (None: not known)."""

    colour: Colour | None
    behind: Colour | None
    is_gone: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees it."""
        return self.is_gone or alike(self.colour, self.behind)


class StyleRules:
    """Declarations by tag, class and id. Of two for the same property the later one in the file counts."""

    def __init__(self) -> None:
        self._by_selector: dict[str, dict[str, str]] = {}

    @classmethod
    def of(cls, root: etree._Element) -> StyleRules:
        """Those in the page's `<style>` elements. Selectors of more than one step are not looked at."""
        rules = cls()
        for sheet in root.iter("style"):
            text = _COMMENT.sub("", sheet.text or "")[:500_000]
            for match in _RULE.finditer(text):
                if len(rules._by_selector) > _MOST_RULES:
                    return rules
                said = declarations(match.group(2))
                for selector in match.group(1).split(","):
                    if said and selector.strip() and _SIMPLE.match(selector.strip()):
                        rules._by_selector.setdefault(_key(selector.strip()), {}).update(said)
        return rules

    def for_element(self, element: etree._Element) -> dict[str, str]:
        """What applies to the element, its own style included."""
        said: dict[str, str] = {}
        if self._by_selector:
            tag = str(element.tag).lower()
            keys = [tag]
            keys += [key for name in (element.get("class") or "").split()[:50] for key in (f".{name}", f"{tag}.{name}")]
            if identity := element.get("id"):
                keys += [f"#{identity}", f"{tag}#{identity}"]
            for key in keys:
                said.update(self._by_selector.get(key, {}))
        if own := element.get("style"):
            said.update(declarations(own[:5000]))
        return said


def _key(selector: str) -> str:
    tag = re.match(r"[a-zA-Z0-9]*", selector)
    length = tag.end() if tag else 0
    return selector[:length].lower() + selector[length:]


def declarations(text: str) -> dict[str, str]:
    """`{"color": "#fff"}` of `color: #FFF !important;`."""
    said = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            said[name.strip().lower()] = value.lower().replace("!important", "").strip()
    return said


def look_of(element: etree._Element, around: Look, rules: StyleRules) -> Look:
    """How text in the element looks, given how it looks around it."""
    if around.is_gone:
        return around
    said = rules.for_element(element)
    colour = colour_of(said.get("color")) or colour_of(element.get("color")) or around.colour
    behind = around.behind
    background = said.get("background-color") or said.get("background") or element.get("bgcolor") or ""
    if background:
        if found := next((each for word in _words(background) if (each := colour_of(word))), None):
            behind = found
        elif background not in ("none", "transparent", "inherit", "initial", "unset"):
            behind = None
    if element.get("background"):
        behind = None
    return Look(colour, behind, _is_gone(element, said))


def _words(background: str) -> list[str]:
    return [background] if background.startswith("rgb") else background.split()


def _is_gone(element: etree._Element, said: dict[str, str]) -> bool:
    if element.get("hidden") is not None:
        return True
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        return True
    if _small(said.get("opacity"), 0.1) or _small(said.get("font-size"), 2.0, unit="em", unit_most=0.15):
        return True
    if _far(said.get("text-indent")):
        return True
    if said.get("position") in ("absolute", "fixed") and any(_far(said.get(side)) for side in ("left", "top", "right")):
        return True
    if said.get("clip", "").replace(" ", "") in ("rect(0,0,0,0)", "rect(0000)", "rect(0px,0px,0px,0px)"):
        return True
    no_room = any(_small(said.get(side), 1.0) for side in ("height", "width", "max-height", "max-width"))
    return no_room and said.get("overflow", "") in ("hidden", "clip")


def _small(value: str | None, most: float, *, unit: str = "", unit_most: float = 0.0) -> bool:
    match = _NUMBER.match(value) if value else None
    if match is None:
        return False
    try:
        number = float(match.group(1))
    except ValueError:
        return False
    if match.group(2) in ("em", "rem"):
        return number <= unit_most if unit else number <= most / 16
    if match.group(2) == "%":
        return number <= 10
    return number <= most


def _far(value: str | None) -> bool:
    match = _NUMBER.match(value) if value else None
    try:
        return match is not None and float(match.group(1)) <= (-90 if match.group(2) in ("%", "em", "rem") else -900)
    except ValueError:
        return False
