"""Markdown: headings, paragraphs, lists, tables and fenced code, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.loaders import Found
from core.knowledge.loaders.plain_text import readable
from core.knowledge.read_document import Block, BlockKind, ParseLimits, ReadDone, ReadNotice, ReadPage

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r"[ \t]{0,12}(`{3,}|~{3,})(.*)$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIDDEN_TAG = re.compile(r"<(script|style|template)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_FRONT_LANGUAGE = re.compile(r"^lang(?:uage)?:[ \t]*[\"']?([A-Za-z-]{2,12})", re.MULTILINE | re.IGNORECASE)


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """One page. HTML comments are not shown by any viewer: they are left out and told."""
    text = readable(data, limits)
    title = language = ""
    if front := _FRONT.match(text):
        said = front.group(1)
        title = found.group(1) if (found := _FRONT_TITLE.search(said)) else ""
        language = found.group(1) if (found := _FRONT_LANGUAGE.search(said)) else ""
        text = text[front.end() :]
    hidden = 0
    blocks: list[Block] = []
    for block in blocks_of(text):
        words = block.text
        if block.kind != "code" and "<" in words:
            words = _HIDDEN_TAG.sub("", _COMMENT.sub("", words))
            hidden += len(block.text) - len(words)
        blocks.append(Block(block.kind, words, block.level))
    if hidden:
        yield ReadNotice("hidden_text", hidden, "comments")
    yield ReadPage(1, "", blocks)
    yield ReadDone(title or next((block.text for block in blocks if block.kind == "heading"), ""), language)


def blocks_of(text: str) -> Iterator[Block]:
    """Its blocks, in order."""
    held: list[str] = []
    lines = iter(text.expandtabs(4).split("\n"))
    for line in lines:
        if fence := _FENCE.match(line):
            yield from _block(held)
            yield Block("code", "\n".join(_fenced(lines, fence.group(1))))
        elif heading := _HEADING.match(line):
            yield from _block(held)
            yield Block("heading", heading.group(2), len(heading.group(1)))
        elif held and (under := _UNDERLINE.match(line)) and len(held) == 1 and not _ITEM.match(held[0]):
            yield Block("heading", held.pop().strip(), 1 if under.group(1)[0] == "=" else 2)
        elif not line.strip() and not _in_comment(held):
            yield from _block(held)
        elif line.strip() or held:
            held.append(line)
    yield from _block(held)


def _in_comment(held: list[str]) -> bool:
    """Whether a comment is open: it goes on over blank lines."""
    text = "\n".join(held[-200:])
    return text.rfind("<!--") > text.rfind("-->")


def _fenced(lines: Iterator[str], fence: str) -> Iterator[str]:
    for line in lines:
        bare = line.strip()
        if bare.startswith(fence) and not bare.strip(fence[0]):
            return
        yield line


def _block(held: list[str]) -> Iterator[Block]:
    lines = list(held)
    held.clear()
    if not lines:
        return
    kind: BlockKind = "prose"
    if sum(line.count("|") > 1 or line.strip().startswith("|") for line in lines) == len(lines) > 1:
        kind = "table"
    elif _ITEM.match(lines[0]):
        kind = "list"
    elif all(line.startswith("    ") for line in lines):
        kind = "code"
    yield Block(kind, "\n".join(lines))
