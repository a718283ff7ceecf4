"""The few images that a style sheet can only take by address (check marks, arrows), tinted and kept in memory.

Qt reads compiled resources from memory; this writes such a resource (format version 1: tree, names, data), so that
no tinted file ever has to be written to the disk.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import QResource

from desktop.theme.design_tokens import Tokens
from desktop.theme.icons import svg_of

_PREFIX = "/hearth/controls"
_LANGUAGE_C = 1  # QLocale::C, what files without a language carry
_kept: dict[str, bytes] = {}  # Qt reads from these bytes for as long as the program runs


def images_of(tokens: Tokens) -> str:
    """Address of the folder that holds the images of this theme."""
    root = f"{_PREFIX}/{tokens.name}"
    if root not in _kept:
        _kept[root] = _compiled(_files(tokens))
        QResource.registerResourceData(_kept[root], root)
    return f":{root}"


def _files(tokens: Tokens) -> dict[str, bytes]:
    colours = tokens.colours
    wanted = {
        "check": ("check", colours.accent_text),
        "minus": ("minus", colours.accent_text),
        "check-text": ("check", colours.text),
        "chevron-down": ("chevron-down", colours.text_muted),
        "chevron-up": ("chevron-up", colours.text_muted),
        "chevron-right": ("chevron-right", colours.text_muted),
    }
    return {f"{name}.svg": svg_of(source, colour) for name, (source, colour) in wanted.items()}


def _compiled(files: dict[str, bytes]) -> bytes:
    """A Qt resource with `files` in its root. Names are found by binary search over their hash, so they are sorted."""
    ordered = sorted(files.items(), key=lambda item: _name_hash(item[0]))
    names, data = b"", b""
    tree = struct.pack(">IHII", 0, 2, len(ordered), 1)  # the root: a folder whose first child is node 1
    for name, content in ordered:
        tree += struct.pack(">IHHHI", len(names), 0, 0, _LANGUAGE_C, len(data))
        names += struct.pack(">HI", len(name), _name_hash(name)) + name.encode("utf-16-be")
        data += struct.pack(">I", len(content)) + content
    start = 20
    head = b"qres" + struct.pack(">IIII", 1, start, start + len(tree), start + len(tree) + len(data))
    return head + tree + data + names


def _name_hash(name: str) -> int:
    """The hash of `qt_hash(QStringView)` (qhash.cpp)."""
    value = 0
    for character in name:
        value = (value << 4) + ord(character)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
