"""The keyboard as an X server describes it: which key codes give a symbol now, which bits the modifiers have."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.hotkeys.key_names import Keys, Modifier, us_keycode

SHIFT, LOCK, CONTROL, MOD1, MOD4 = 1, 2, 4, 8, 64
NUM_LOCK, SCROLL_LOCK = 0xFF7F, 0xFF14
ALT_L, ALT_R, META_L, SUPER_L, SUPER_R = 0xFFE9, 0xFFEA, 0xFFE7, 0xFFEB, 0xFFEC
LETTERS_OF_LAYOUT = 4
"""Columns of a row that are looked at: plain and shifted, of the first and of the second layout."""


@dataclass(frozen=True, slots=True)
class Grab:
    """One key code with the bits of its modifiers."""

    keycode: int
    modifiers: int


@dataclass(frozen=True, slots=True)
class X11Keyboard:
    """`symbols`: key code to its keysyms, column by column. `modifier_keys`: eight lists of key codes, Shift first."""

    symbols: Mapping[int, Sequence[int]]
    modifier_keys: Sequence[Sequence[int]]
    _bits: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for place, keycodes in enumerate(self.modifier_keys):
            for keycode in keycodes:
                for symbol in self.symbols.get(keycode, ()) if keycode else ():
                    self._bits.setdefault(symbol, 1 << place)

    def modifier_bits(self, modifiers: Iterable[Modifier]) -> int:
        """The bits of these modifiers on this keyboard."""
        alt = self._bit((ALT_L, ALT_R, META_L), MOD1)
        meta = self._bit((SUPER_L, SUPER_R), MOD4)
        bits: dict[Modifier, int] = {"Shift": SHIFT, "Ctrl": CONTROL, "Alt": alt, "Meta": meta}
        return sum({bits[name] for name in modifiers})

    def lock_combinations(self) -> list[int]:
        """Every state that Caps, Num and Scroll Lock may have: X wants a grab for each."""
        locks = sorted({LOCK, self._bits.get(NUM_LOCK, 0), self._bits.get(SCROLL_LOCK, 0)} - {0})
        sizes = range(len(locks) + 1)
        return sorted({sum(some) for size in sizes for some in itertools.combinations(locks, size)})

    def grabs(self, keys: Keys) -> list[Grab]:
        """Where `keys` is on this keyboard, without the locks; empty if the layout has no such key."""
        keysym = keys.codes.keysym
        if not keysym:
            return []
        wanted = self.modifier_bits(keys.modifiers)
        if keys.keypad:  # its digits stand in the column of Num Lock, whose state does not matter
            return [Grab(keycode, wanted) for keycode, row in self.symbols.items() if keysym in row]
        wanted_symbols = {keysym, *_older_keysyms(keysym)}
        for column in range(LETTERS_OF_LAYOUT):
            found = [code for code, row in self.symbols.items() if len(row) > column and row[column] in wanted_symbols]
            if found:
                shift = SHIFT if column % 2 else 0
                return [Grab(keycode, wanted | shift) for keycode in sorted(found)]
        # A layout without Latin letters, such as Russian: the key where an American keyboard has the letter.
        place = us_keycode(chr(keysym)) if keysym < 0x80 else 0
        return [Grab(place, wanted)] if place in self.symbols else []

    def _bit(self, symbols: Iterable[int], otherwise: int) -> int:
        return next((self._bits[symbol] for symbol in symbols if symbol in self._bits), otherwise)


OLD_ALPHABETS = dict(
    zip(
        (0x100, 0x200, 0x300, 0x500, 0x600, 0x700, 0xC00, 0xD00),
        ("iso8859-2", "iso8859-3", "iso8859-4", "iso8859-6", "koi8-r", "iso8859-7", "iso8859-8", "tis-620"),
        strict=True,
    )
)
"""Keysyms older than Unicode hold a byte of these; layouts still use them (keysymdef.h)."""


def _older_keysyms(keysym: int) -> set[int]:
    """The same letter's keysyms from before Unicode."""
    found = set()
    for start, codec in OLD_ALPHABETS.items() if keysym >= 0x01000000 else ():
        byte = chr(keysym & 0xFFFFFF).encode(codec, errors="ignore")
        if byte:
            found.add(start | byte[0])
    return found
