"""RTF: paragraphs and table rows. Hidden and white text is cut out before striprtf turns the rest into words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from core.knowledge.knowledge_trouble import FileDamaged, FileTooDeep
from core.knowledge.loaders import Found
from core.knowledge.loaders.colour_names import WHITE, alike
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<code>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_COLOURS = re.compile(rb"\{\\colortbl([^{}]*)\}")
_TITLE = re.compile(rb"\{\\title ([^{}\\]{1,300})\}")
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_TINY_HALF_POINTS = 4
_SHOWS_NOTHING = {
    b"fonttbl",
    b"colortbl",
    b"stylesheet",
    b"info",
    b"pict",
    b"object",
    b"listtable",
    b"generator",
    b"themedata",
}


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """One page."""
    if not data.startswith(b"{\\rtf"):
        raise FileDamaged("not RTF")
    shown, hidden = _shown(_without_binary(data[: limits.characters * 4]), limits.depth)
    # One byte, one character: signs beyond ASCII are written as codes, which striprtf decodes.
    text: str = rtf_to_text(shown.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    if hidden:
        yield ReadNotice("hidden_text", hidden, "text that is hidden or as light as the paper")
    yield ReadPage(1, "", list(_blocks(text)))
    title = _TITLE.search(data[:100_000])
    yield ReadDone(title.group(1).decode("latin-1") if title else "")


def _blocks(text: str) -> Iterator[Block]:
    """A line is a paragraph; striprtf ends cells with a bar."""
    rows: list[str] = []
    for line in text.split("\n"):
        if line.rstrip().endswith("|"):
            row = " | ".join(cell.strip() for cell in line.rstrip().rstrip("|").split("|"))
            rows += [row] if row.strip(" |") else []
            continue
        if rows:
            yield Block("table", "\n".join(rows))
            rows = []
        if line.strip():
            yield Block("prose", line)
    if rows:
        yield Block("table", "\n".join(rows))


def _without_binary(data: bytes) -> bytes:
    """Without raw bytes of pictures, in which braces would count."""
    kept, at = [], 0
    while found := _BINARY.search(data, at):
        kept.append(data[at : found.start()])
        at = found.end() + int(found.group(1))
    return b"".join((*kept, data[at:])) if kept else data


class _State:
    """What holds within a group."""

    __slots__ = ("behind", "colour", "half_points", "is_hidden", "is_silent")

    def __init__(self, above: _State | None = None) -> None:
        self.is_hidden: bool = above.is_hidden if above else False
        self.is_silent: bool = above.is_silent if above else False
        self.colour: int = above.colour if above else 0
        self.behind: int = above.behind if above else 0
        self.half_points: int = above.half_points if above else 24

    def take(self, word: bytes, number: bytes | None) -> None:
        if word == b"v":
            self.is_hidden = number != b"0"
        elif word == b"plain":
            self.is_hidden, self.colour, self.half_points = False, 0, 24
        elif word in _SHOWS_NOTHING:
            self.is_silent = True
        elif number is not None and word in (b"cf", b"cb", b"chcbpat", b"highlight", b"fs"):
            if word == b"cf":
                self.colour = int(number)
            elif word == b"fs":
                self.half_points = int(number)
            else:
                self.behind = int(number)


def _shown(data: bytes, depth: int) -> tuple[bytes, int]:
    """Without what nobody sees; how many characters that was."""
    colours = _colours(data)
    kept: list[bytes] = []
    states = [_State()]
    hidden = 0
    for token in _TOKEN.finditer(data):
        state = states[-1]
        if brace := token.group("brace"):
            if brace == b"{":
                if len(states) > depth:
                    raise FileTooDeep("groups within groups")
                states.append(_State(state))
            elif len(states) > 1:
                states.pop()
        elif word := token.group("word"):
            state.take(word, token.group("number"))
            if word == b"u" and not state.is_silent and _is_unseen(state, colours):
                hidden += 1
                continue
        elif not state.is_silent and _is_unseen(state, colours):
            hidden += len((token.group("text") or b"?").strip())
            continue
        kept.append(token.group())
    return b"".join(kept), hidden


def _is_unseen(state: _State, colours: list[tuple[int, int, int] | None]) -> bool:
    if state.is_hidden or state.half_points <= _TINY_HALF_POINTS:
        return True
    if not 0 < state.colour < len(colours):
        return False
    behind = colours[state.behind] if 0 < state.behind < len(colours) else WHITE
    return alike(colours[state.colour], behind)


def _colours(data: bytes) -> list[tuple[int, int, int] | None]:
    found = _COLOURS.search(data)
    if found is None:
        return []
    colours: list[tuple[int, int, int] | None] = []
    for entry in found.group(1).split(b";")[:1000]:
        values = [int(value) for value in re.findall(rb"\\(?:red|green|blue)(\d{1,3})", entry)]
        colours.append((values[0], values[1], values[2]) if len(values) == 3 else None)
    return colours
