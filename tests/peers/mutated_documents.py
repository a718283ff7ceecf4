"""Documents broken at random, reproducible by their seed: bits, cuts, noise, and parts of packages in their packing."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from tests.peers.small_documents import EVERY_KIND, open_document, packed, picture

INTACT: Mapping[str, Callable[[], bytes]] = {
    **EVERY_KIND,
    "a.ods": lambda: open_document(
        "spreadsheet",
        "<table:table><table:table-row><table:table-cell><text:p>ship</text:p></table:table-cell></table:table-row>"
        "</table:table>",
    ),
    "a.svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><text x="1">ship</text></svg>',
    "a.png": picture,
    "a.jpg": lambda: picture(form="JPEG"),
    "a.tiff": lambda: picture(form="TIFF", size=(300, 100)),
    "a.gif": lambda: picture(form="GIF"),
    "a.webp": lambda: picture(form="WEBP"),
    "a.bmp": lambda: picture(form="BMP", size=(300, 100)),
    "scan.pdf": lambda: picture(form="PDF"),
}
"""One of each format, by a name of it."""


@cache
def intact(name: str) -> bytes:
    """The document of this name, made once."""
    return INTACT[name]()


Mutation = Callable[[bytearray, random.Random], None]

# Sizes and counts at the edges of what fields hold, as bytes and as digits.
_EDGES = (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0", b"\x80\0\0\0", b"\xff" * 8)
_WORDS = (
    b"4294967296 ", b"-1 ", b"99999999999999999999", b"1e308", b"NaN", b"\0", b"<" * 300, b"[" * 300, b"(" * 300,
    b"{" * 300, b'"', b"'", b"&#x110000;", b"&a;", b"]]>", b"-->", b"\xed\xa0\x80", b"\xf0\x9f", b"\\u-1", b"\\bin9 ",
    b"=?utf-8?b?////?=", b"%PDF-1.7", b"PK\x03\x04", b"endobj", b"1 0 R ", b"\r\n\r\n", b"Content-Type: multipart/a\n",
)  # fmt: skip


def mutated(name: str, seed: int) -> tuple[str, bytes]:
    """What was done to the intact document of this name, and what became of it."""
    seeded = random.Random(f"{name} {seed}")
    data = intact(name)
    if seeded.random() < 0.03:
        return "noise", data[:8] + seeded.randbytes(seeded.choice((1, 100, 5000)))
    if zipfile.is_zipfile(io.BytesIO(data)) and seeded.random() < 0.75:
        return _within(data, seeded)
    return _at_random(data, seeded)


def _within(data: bytes, seeded: random.Random) -> tuple[str, bytes]:
    """One or two parts broken, and packed anew with right sums: it gets further in than a broken package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    done = []
    for name in seeded.sample(sorted(parts), min(len(parts), seeded.choice((1, 1, 2)))):
        how, parts[name] = _at_random(parts[name], seeded)
        done.append(f"{how} in {name}")
    if seeded.random() < 0.1:
        left_out = seeded.choice(sorted(parts))
        done.append(f"without {left_out}")
        del parts[left_out]
    return ", ".join(done), packed(parts)


def _at_random(data: bytes, seeded: random.Random) -> tuple[str, bytes]:
    changed = bytearray(data or b"x")
    how = seeded.choice(_MUTATIONS)
    for _ in range(seeded.choice((1, 1, 1, 3))):
        how(changed, seeded)
    return how.__name__.strip("_"), bytes(changed)


def _flip_bits(data: bytearray, seeded: random.Random) -> None:
    for _ in range(seeded.choice((1, 3, 30))):
        if data:
            data[seeded.randrange(len(data))] ^= 1 << seeded.randrange(8)


def _cut(data: bytearray, seeded: random.Random) -> None:
    del data[seeded.randrange(len(data) + 1) :]


def _leave_out(data: bytearray, seeded: random.Random) -> None:
    start = seeded.randrange(len(data) + 1)
    del data[start : start + seeded.choice((1, 10, 200))]


def _noise(data: bytearray, seeded: random.Random) -> None:
    start = seeded.randrange(len(data) + 1)
    noise = seeded.randbytes(seeded.choice((1, 8, 200)))
    data[start : start + len(noise) * seeded.randrange(2)] = noise


def _repeat(data: bytearray, seeded: random.Random) -> None:
    start = seeded.randrange(len(data) + 1)
    stretch = bytes(data[start : start + seeded.choice((5, 40, 400))])
    data[start:start] = stretch * seeded.choice((1, 5, 200))


def _edge(data: bytearray, seeded: random.Random) -> None:
    edge = seeded.choice(_EDGES)
    start = seeded.randrange(len(data) + 1)
    data[start : start + len(edge)] = edge


def _word(data: bytearray, seeded: random.Random) -> None:
    start = seeded.randrange(len(data) + 1)
    data[start:start] = seeded.choice(_WORDS)


def _digits(data: bytearray, seeded: random.Random) -> None:
    """Numbers in text, such as lengths and references, become others."""
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    for at in seeded.sample(places, min(len(places), seeded.choice((1, 4, 20)))):
        data[at] = seeded.choice(b"0123456789")


def _swap(data: bytearray, seeded: random.Random) -> None:
    size = seeded.choice((4, 64, 512))
    first, second = (seeded.randrange(len(data) + 1) for _ in range(2))
    data[first : first + size], data[second : second + size] = (
        data[second : second + size],
        data[first : first + size],
    )


_MUTATIONS: tuple[Mutation, ...] = (_flip_bits, _cut, _leave_out, _noise, _repeat, _edge, _word, _digits, _swap)
