"""HTML as it is seen: headings, paragraphs, lists, tables and code; nothing is fetched, nothing runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from core.knowledge.knowledge_trouble import FileTooDeep
from core.knowledge.loaders import Found
from core.knowledge.loaders.colour_names import WHITE
from core.knowledge.loaders.html_style import Look, StyleRules, look_of
from core.knowledge.loaders.text_encoding import encoding_of
from core.knowledge.read_document import Block, BlockKind, ParseLimits, ReadDone, ReadNotice, ReadPage

_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)|<\?xml[^>]+encoding=[\"']([A-Za-z0-9_.-]+)", re.I
)
_NEVER = {"script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "select", "button"}
_INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
    ),
    *(
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "big",
        "nobr",
        "wbr",
        "data",
    ),
    *("ruby", "rb", "img", "br", "input"),
}
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """One page."""
    page = page_of(data, limits)
    if page.hidden:
        yield ReadNotice("hidden_text", page.hidden, "text that the page does not show")
    yield ReadPage(1, "", page.blocks)
    yield ReadDone(page.title, page.language)


@dataclass(slots=True)
class HtmlPage:
    """What a page shows, and how many characters it hides."""

    title: str = ""
    language: str = ""
    blocks: list[Block] = field(default_factory=list)
    hidden: int = 0


def page_of(data: bytes, limits: ParseLimits, *, declared: str = "") -> HtmlPage:
    """Read it. `declared` is an encoding that its surroundings claim."""
    if not data.strip():
        return HtmlPage()
    if not declared and (found := _DECLARED.search(data[:4096])):
        declared = (found.group(1) or found.group(2)).decode("ascii", "ignore")
    encoding = encoding_of(data, declared)
    # Decoded here, so that libxml2 and this program agree on what is said; with its own idea of the encoding removed.
    text = data[: limits.characters * 4].decode(encoding, "replace").replace("\0", "").encode("utf-8")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    root = etree.fromstring(text, parser)
    if any("depth" in entry.message for entry in parser.error_log):
        raise FileTooDeep("elements within elements")
    if root is None:
        return HtmlPage()
    page = HtmlPage()
    titles = root.xpath("//head//title")
    page.title = " ".join(titles[0].xpath("string()").split()) if titles else ""
    page.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    rules = StyleRules.of(root)
    writer = _Writer(page)
    _walk(root, rules, writer)
    writer.end_block()
    return page


def _walk(root: etree._Element, rules: StyleRules, writer: _Writer) -> None:
    """In the order of the text, without recursion: depth is the file's choice."""
    stack: list[tuple[etree._Element, Look, bool]] = [(root, Look(None, WHITE), False)]
    while stack:
        element, look, is_end = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if is_end:
            writer.leave(tag)
            if element.tail and element is not root:
                writer.say(element.tail, look)
            continue
        inner = look_of(element, look, rules)
        stack.append((element, look, True))
        if tag in _NEVER or not tag:
            continue
        writer.enter(tag, element, inner)
        if element.text:
            writer.say(element.text, inner)
        stack.extend((child, inner, False) for child in reversed(element))


class _Writer:
    """Text, as it comes, into blocks."""

    def __init__(self, page: HtmlPage) -> None:
        self._page = page
        self._text: list[str] = []
        self._pre = 0
        self._lists: list[list[int]] = []
        self._items: list[str] = []
        self._tables = 0
        self._rows: list[list[str]] = []
        self._heading = 0

    def say(self, text: str, look: Look) -> None:
        if look.is_hidden:
            self._page.hidden += len(text.strip())
        else:
            self._text.append(text if self._pre else _SPACES.sub(" ", text))

    def enter(self, tag: str, element: etree._Element, look: Look) -> None:
        if tag == "br":
            self._text.append("\n")
        elif tag == "img" and (alt := element.get("alt")) and not look.is_hidden:
            self._text.append(f" {alt} ")
        if tag in _INLINE or not tag:
            return
        if tag in ("td", "th", "tr") and self._tables:
            if tag == "tr":
                self._rows.append([])
            else:
                self._text.clear()
            return
        if not self._tables:
            self.end_block()
        elif tag not in ("tbody", "thead", "tfoot", "caption", "table"):
            self._text.append(" ")
        self._begin(tag)

    def _begin(self, tag: str) -> None:
        if tag == "pre":
            self._pre += 1
        elif tag == "table":
            self._tables += 1
        elif tag in ("ul", "ol", "dl"):
            self._lists.append([0 if tag == "ol" else -1])
        elif tag in ("li", "dt", "dd") and self._lists and not self._tables:
            self._bullet(self._lists[-1])
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._heading = int(tag[1])

    def _bullet(self, count: list[int]) -> None:
        indent = "  " * (len(self._lists) - 1)
        if count[0] >= 0:
            count[0] += 1
            self._text.append(f"{indent}{count[0]}. ")
        else:
            self._text.append(f"{indent}- ")

    def leave(self, tag: str) -> None:
        if tag in _INLINE or not tag or tag in _NEVER:
            return
        if self._tables:
            if tag in ("td", "th"):
                if self._rows:
                    self._rows[-1].append(_one_line(self._text))
                self._text.clear()
            elif tag == "table":
                self._tables -= 1
                if not self._tables:
                    self._end_table()
            return
        self.end_block()
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
        elif tag in ("ul", "ol", "dl") and self._lists:
            self._lists.pop()
            if not self._lists:
                self._end_list()

    def end_block(self) -> None:
        """What was said so far is one block, or one item of a list."""
        text = "".join(self._text)
        self._text.clear()
        if self._pre:
            if text.strip():
                self._page.blocks.append(Block("code", text.strip("\n")))
            return
        text = _lines(text)
        if not text.strip(" -\n") or (self._lists and not text.strip(" -.0123456789\n")):
            return
        if self._lists and not self._heading:
            self._items.append(text)
            return
        self._end_list()
        kind: BlockKind = "heading" if self._heading else "prose"
        self._page.blocks.append(Block(kind, " ".join(text.split()) if self._heading else text.strip(), self._heading))
        self._heading = 0

    def _end_list(self) -> None:
        if self._items:
            self._page.blocks.append(Block("list", "\n".join(self._items)))
            self._items = []

    def _end_table(self) -> None:
        rows = [" | ".join(row) for row in self._rows if any(row)]
        left = _one_line(self._text)
        self._text.clear()
        self._rows = []
        if self._lists:
            self._items += rows
        elif rows:
            # A table of one column, or of one row, is a means of layout.
            kind: BlockKind = "table" if len(rows) > 1 and any(" | " in row for row in rows) else "prose"
            self._page.blocks.append(Block(kind, "\n".join(rows)))
        if left:
            self._page.blocks.append(Block("prose", left))


def _one_line(text: list[str]) -> str:
    return " ".join("".join(text).split())


def _lines(text: str) -> str:
    """Spaces as a browser joins them, with the line breaks that were asked for; the indent of list items stays."""
    lines = [
        line.rstrip() if line.lstrip().startswith(("- ", "1")) else " ".join(line.split()) for line in text.split("\n")
    ]
    return "\n".join(lines).strip("\n")
