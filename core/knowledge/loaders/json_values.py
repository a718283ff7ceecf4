"""JSON and lines of JSON: each value with the names that lead to it, so that a passage says what it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator

from core.knowledge.knowledge_trouble import FileDamaged, FileTooDeep
from core.knowledge.loaders import Found
from core.knowledge.loaders.plain_text import readable
from core.knowledge.read_document import Block, ParseLimits, ReadPage

_BLOCK_CHARACTERS = 1_200
_LINES_A_PAGE = 1_000


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """A page for every thousand values."""
    text = readable(data, limits)
    lines: list[str] = []
    page = 0
    for line in _lines(_value(text), limits.depth):
        lines.append(line)
        if len(lines) >= _LINES_A_PAGE:
            page += 1
            yield ReadPage(page, "", list(_blocks(lines)))
            lines = []
    if lines:
        yield ReadPage(page + 1, "", list(_blocks(lines)))


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError as fault:
        raise FileTooDeep("values within values") from fault
    except ValueError as fault:
        values = []
        for line in text.split("\n"):
            if line.strip():
                try:
                    values.append(json.loads(line))
                except (ValueError, RecursionError):
                    raise FileDamaged(str(fault)) from fault
        return values


def _lines(value: object, depth: int) -> Iterator[str]:
    """`orders[2].customer.name: Ada`."""
    stack: list[tuple[str, object, int]] = [("", value, 0)]
    while stack:
        path, one, level = stack.pop()
        if level > depth:
            raise FileTooDeep("values within values")
        if isinstance(one, dict):
            stack.extend((f"{path}.{key}" if path else key, each, level + 1) for key, each in reversed(one.items()))
        elif isinstance(one, list):
            if one and all(isinstance(each, int | float | str) for each in one) and len(str(one)) < 300:
                yield _line(path, ", ".join(str(each) for each in one))
            else:
                stack.extend((f"{path}[{at}]", each, level + 1) for at, each in reversed(list(enumerate(one))))
        elif one is not None and one != "":
            yield _line(path, json.dumps(one) if isinstance(one, bool) else str(one))


def _line(path: str, text: str) -> str:
    return f"{path[-200:]}: {text}" if path else text


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Values of one thing together, as far as their size allows."""
    held: list[str] = []
    size = 0
    start = ""
    for line in lines:
        begins = line.partition("].")[0] if "]." in line else ""
        if held and (size > _BLOCK_CHARACTERS or (begins != start and size > 200)):
            yield Block("prose", "\n".join(held))
            held, size = [], 0
        start = begins
        held.append(line)
        size += len(line)
    if held:
        yield Block("prose", "\n".join(held))
