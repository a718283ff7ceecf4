"""CommonMark with tables and strikethrough, read into blocks; HTML stays text, images stay words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from core.wording import worded
from desktop.chat.citation_marks import CITED, passages_of, with_citations
from desktop.chat.markdown_blocks import (
    Block,
    CellAlignment,
    Code,
    Container,
    Emphasis,
    Paragraph,
    Place,
    Prose,
    Rule,
    Span,
    Table,
)
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Deeper nesting is shown as it was written: nobody can read it, and each level costs stack and width.
MAX_NESTING = 24
_FAILURES = -1  # a key that no position has
_MAX_FAILURES = 60
_TASK = re.compile(r"\[([ xX])\][ \n]")
_BULLETS = ("•", "◦", "▪")
_OPENERS = {"strong_open": Emphasis.STRONG, "em_open": Emphasis.ITALIC, "s_open": Emphasis.STRUCK}
_CLOSERS = {"strong_close": Emphasis.STRONG, "em_close": Emphasis.ITALIC, "s_close": Emphasis.STRUCK}


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that can be read on its own: a top-level block, or one item of a top-level list.

    `first_line` counts from the start of the text read. For list items `number` is the item's own number, None for
    bullets, and `markup` the list's delimiter.
    """

    kind: str
    first_line: int
    blocks: tuple[Block, ...]
    number: int | None = None
    markup: str = ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # late: 20 ms that the first paint need not wait for

    options = {"maxNesting": MAX_NESTING * 2, "html": False, "linkify": False, "typographer": False}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline", "text_join"])  # joined here; what was escaped must stay known
    for rule in parser.inline.ruler.__rules__:
        if rule.name in ("link", "image"):
            parser.inline.ruler.at(rule.name, _patient(rule.fn))
        elif rule.name == "strikethrough":
            parser.inline.ruler.at(rule.name, _short_runs(rule.fn))
    for block_rule in parser.block.ruler.__rules__:
        if block_rule.name == "reference":
            parser.block.ruler.at("reference", _uncited(block_rule.fn))
    return parser


def _uncited(
    rule: Callable[[StateBlock, int, int, bool], bool],
) -> Callable[[StateBlock, int, int, bool], bool]:
    """`rule` only where nothing is cited: a list of sources, “[1]: lease.pdf”, must not make links of citations."""

    def tried(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the parser's signature
        return CITED not in state.env and rule(state, start, end, silent)

    return tried


def _patient(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """`rule`, given up after many brackets that were no link: each try may scan the whole rest of the text."""

    def tried(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the parser's own signature
        failures = state.cache.get(_FAILURES, 0)
        if failures > _MAX_FAILURES:
            return False
        found = rule(state, silent)
        if not found:
            state.cache[_FAILURES] = failures + 1
        return found

    return tried


def read_units(
    source: str, environment: dict[str, Any] | None = None, *, first_number: int | None = None
) -> list[Unit]:
    """Read `source`; `environment` carries link references from text read before.

    `first_number` continues an ordered list that began earlier. Takes about 1.1 ms per KiB.
    """
    tokens = _parser().parse(source, environment if environment is not None else {})
    if any(token.level >= MAX_NESTING * 2 - 1 for token in tokens):
        return [Unit("literal", 0, (Paragraph(Prose(visible(source.rstrip("\n")))),))]
    return _Reader(tokens, first_number, passages_of(environment)).units()


def read_inline(source: str, environment: dict[str, Any] | None = None) -> Prose:
    """Read `source` as running text, whatever it begins with."""
    tokens = _parser().parseInline(source, environment if environment is not None else {})
    return _prose(tokens[0].children or (), passages_of(environment)) if tokens else Prose("")


def _short_runs(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """`rule` for runs of up to 40 signs: pairing a run of tildes costs the square of its length."""

    def tried(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the parser's own signature
        return not state.src.startswith("~" * 40, state.pos) and rule(state, silent)

    return tried


class _Reader:
    """Walks the flat list of tokens once and knows the containers around the present one."""

    def __init__(self, tokens: Sequence[Token], first_number: int | None, passages: int | None = None) -> None:
        self._tokens = tokens
        self._passages = passages
        self._first_number = first_number
        self._units: list[Unit] = []
        self._blocks: list[Block] = []
        self._containers: list[Container] = []
        self._lists: list[tuple[int | None, str]] = []  # number of the next item (None: bullets) and delimiter
        self._marker = ""
        self._unit_kind = ""
        self._unit_line = 0
        self._unit_number: int | None = None
        self._unit_markup = ""

    def units(self) -> list[Unit]:
        index = 0
        while index < len(self._tokens):
            index = self._step(index)
        self._end_unit()
        return self._units

    def _step(self, index: int) -> int:
        token = self._tokens[index]
        if token.level == 0 and token.nesting >= 0:
            self._begin_unit(token)
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._open_list(token)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._open_item(token)
        elif kind == "list_item_close":
            self._close_item()
        elif kind == "blockquote_open":
            self._containers.append("quote")
        elif kind == "blockquote_close":
            self._containers.pop()
        elif kind == "inline":
            self._add_text(token, self._tokens[index - 1])
        elif kind in ("fence", "code_block"):
            self._add_code(token)
        elif kind == "hr":
            self._blocks.append(Rule(self._place()))
        elif kind == "table_open":
            return self._add_table(index)
        return index + 1

    def _begin_unit(self, token: Token) -> None:
        self._end_unit()
        self._unit_kind = token.type.removesuffix("_open")
        self._unit_line = token.map[0] if token.map else 0
        self._unit_number, self._unit_markup = None, ""

    def _end_unit(self) -> None:
        if self._blocks:
            self._units.append(
                Unit(self._unit_kind, self._unit_line, tuple(self._blocks), self._unit_number, self._unit_markup)
            )
            self._blocks = []

    def _open_list(self, token: Token) -> None:
        number: int | None = None
        if token.type == "ordered_list_open":
            number = int(token.attrs.get("start", 1))
            if token.level == 0 and not self._units and self._first_number is not None:
                number = self._first_number
        self._lists.append((number, token.markup))

    def _open_item(self, token: Token) -> None:
        number, markup = self._lists[-1]
        if token.level == 1:
            self._end_unit()
            self._unit_kind, self._unit_number, self._unit_markup = "list_item", number, markup
            self._unit_line = token.map[0] if token.map else 0
        self._containers.append("item")
        if number is None:
            self._marker = _BULLETS[(len(self._lists) - 1) % len(_BULLETS)]
        else:
            self._marker = f"{number}{markup}"
            self._lists[-1] = (number + 1, markup)

    def _close_item(self) -> None:
        if self._marker:  # an empty item still shows its marker
            self._blocks.append(Paragraph(Prose(""), 0, self._place()))
        self._containers.pop()

    def _place(self) -> Place:
        place = Place(tuple(self._containers), self._marker)
        self._marker = ""
        return place

    def _add_text(self, token: Token, opener: Token) -> None:
        level = int(opener.tag[1]) if opener.type == "heading_open" else 0
        prose = _prose(token.children or (), self._passages)
        if self._marker and (task := _TASK.match(prose.text + "\n")):
            self._marker = "☐" if task[1] == " " else "☑"
            prose = _without_start(prose, 4)
        self._blocks.append(Paragraph(prose, level, self._place()))

    def _add_code(self, token: Token) -> None:
        words = token.info.split()
        text = token.content.removesuffix("\n")
        self._blocks.append(Code(visible(text), visible(words[0]) if words else "", True, self._place()))

    def _add_table(self, index: int) -> int:
        rows: list[list[Prose]] = []
        alignments: list[CellAlignment] = []
        while self._tokens[index].type != "table_close":
            token = self._tokens[index]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                alignments.append(_alignment(token))
            elif token.type == "inline":
                rows[-1].append(_prose(token.children or (), self._passages))
            index += 1
        header, *body = (tuple(row) for row in rows)
        self._blocks.append(Table(header, tuple(body), tuple(alignments), self._place()))
        return index + 1


def _alignment(token: Token) -> CellAlignment:
    style = str(token.attrs.get("style", ""))
    if style.endswith("right"):
        return "right"
    return "center" if style.endswith("center") else "left"


def _prose(children: Sequence[Token], passages: int | None = None) -> Prose:
    """Flatten inline tokens into text and spans; citations are marked where there are `passages` to cite."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    emphasis = Emphasis.NONE
    address = ""
    escaped: list[int] = []
    for token in children:
        kind = token.type
        if kind in _OPENERS:
            emphasis |= _OPENERS[kind]
        elif kind in _CLOSERS:
            emphasis &= ~_CLOSERS[kind]
        elif kind == "link_open":
            emphasis |= Emphasis.LINK
            address = visible(str(token.attrs.get("href", "")))
        elif kind == "link_close":
            emphasis &= ~Emphasis.LINK
            address = ""
        else:
            text, own, own_address = _leaf(token)
            if not text:
                continue
            look = emphasis | own
            if look:
                spans.append(Span(length, length + len(text), look, own_address or address))
            if kind == "text_special":
                escaped.append(length)
            parts.append(text)
            length += len(text)
    prose = Prose("".join(parts), tuple(spans))
    return prose if passages is None else with_citations(prose, passages, escaped=escaped)


def _leaf(token: Token) -> tuple[str, Emphasis, str]:
    """Text, look and address of an inline token without children of its own."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n", Emphasis.NONE, ""
    if token.type == "code_inline":
        return visible(token.content), Emphasis.CODE, ""
    if token.type == "image":
        words = visible(token.content).strip()
        source = visible(str(token.attrs.get("src", "")))
        return worded("Image: {0}").format(words or source), Emphasis.IMAGE | Emphasis.LINK, source
    return visible(token.content), Emphasis.NONE, ""


def _without_start(prose: Prose, count: int) -> Prose:
    spans = tuple(
        Span(max(0, s.start - count), s.end - count, s.emphasis, s.address) for s in prose.spans if s.end > count
    )
    return Prose(prose.text[count:], spans)
