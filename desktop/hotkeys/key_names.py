"""One combination of keys, and how each window system calls its keys.

Sources: keysyms from X11's keysymdef.h and XF86keysym.h, their names as in xkbcommon-keysyms.h; virtual keys from
Microsoft's “Virtual-Key Codes”; macOS key codes from Carbon's Events.h (`kVK_…`).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

Modifier = Literal["Ctrl", "Alt", "Shift", "Meta"]

MODIFIERS: dict[Modifier, Qt.KeyboardModifier] = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Meta": Qt.KeyboardModifier.MetaModifier,
}
XDG_MODIFIERS: dict[Modifier, str] = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
"""As the “shortcuts” specification of freedesktop.org writes them."""

LONE_MODIFIERS = frozenset(
    {
        *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
        *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Mode_switch),
    }
)
"""Keys that change others and are no combination by themselves."""


class UnreadableKeys(ValueError):
    """The text is no single combination of keys."""


class KeyCodes(NamedTuple):
    """What one key is called elsewhere; 0 or "" where that system has no such key, -1 on macOS."""

    xkb: str
    keysym: int
    windows: int
    macos: int


@dataclass(frozen=True, slots=True)
class Keys:
    """A key with its modifiers. `keypad`: the one of the keypad is meant."""

    key: Qt.Key
    modifiers: frozenset[Modifier] = frozenset()
    keypad: bool = False

    @classmethod
    def read(cls, text: str) -> Keys:
        """From Qt's portable form, such as “Ctrl+Alt+Space”. Raises `UnreadableKeys`."""
        sequence = QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
        if sequence.count() != 1:
            raise UnreadableKeys(text)
        combination: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs lack what PySide has
        return cls.of(combination)

    @classmethod
    def of(cls, combination: QKeyCombination) -> Keys:
        """From what Qt reports for a key. Raises `UnreadableKeys` for a modifier alone."""
        key, held = combination.key(), combination.keyboardModifiers()
        if key in (Qt.Key.Key_unknown, Qt.Key(0)) or key in LONE_MODIFIERS:
            raise UnreadableKeys(str(key))
        names = frozenset(name for name, flag in MODIFIERS.items() if held & flag)
        return cls(key, names, keypad=bool(held & Qt.KeyboardModifier.KeypadModifier))

    @property
    def text(self) -> str:
        """Qt's portable form."""
        return self._sequence().toString(QKeySequence.SequenceFormat.PortableText)

    @property
    def shown(self) -> str:
        """As this system writes it, in the language of the interface."""
        return self._sequence().toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def codes(self) -> KeyCodes:
        """What the key is called elsewhere, whatever the layout."""
        return _keypad_codes(self.key) if self.keypad else _codes(self.key)

    @property
    def xdg_trigger(self) -> str:
        """In the syntax of freedesktop.org's “shortcuts” specification; "" where the key has no name there."""
        name = self.codes.xkb
        return "+".join([*(XDG_MODIFIERS[one] for one in MODIFIERS if one in self.modifiers), name]) if name else ""

    def _sequence(self) -> QKeySequence:
        held = Qt.KeyboardModifier.KeypadModifier if self.keypad else Qt.KeyboardModifier.NoModifier
        for name in self.modifiers:
            held |= MODIFIERS[name]
        return QKeySequence(QKeyCombination(held, self.key))


def is_function_key(key: Qt.Key) -> bool:
    """F1 to F35."""
    return Qt.Key.Key_F1.value <= key.value <= Qt.Key.Key_F35.value


def is_media_key(key: Qt.Key) -> bool:
    """Keys for sound, playing and programs: nobody types with them."""
    return key in _special() and _special()[key].xkb.startswith("XF86")


Fault = Literal["", "unreadable", "bare", "reserved"]
COPY_AND_SUCH = frozenset({"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+A", "Ctrl+S"})
RESERVED = frozenset(
    {
        *("Ctrl+Alt+Del", "Alt+Tab", "Alt+Shift+Tab", "Alt+Shift+Backtab", "Alt+F4", "Alt+Esc", "Ctrl+Esc"),
        *("Ctrl+Shift+Esc", "Ctrl+Alt+Backspace", "Meta+L", "Meta+Tab", "Ctrl+Alt+Esc"),
        *COPY_AND_SUCH,
    }
)
CONSOLES = frozenset(f"Ctrl+Alt+F{number}" for number in range(1, 13))
"""Linux changes to its text consoles with these."""


def fault_of(text: str, *, platform: str = sys.platform) -> Fault:
    """Why `text` cannot be a hotkey at all; "" where nothing speaks against it."""
    try:
        keys = Keys.read(text)
    except UnreadableKeys:
        return "unreadable"
    if keys.text in RESERVED or (platform.startswith("linux") and keys.text in CONSOLES):
        return "reserved"
    if not keys.modifiers - {"Shift"} and not is_function_key(keys.key) and not is_media_key(keys.key):
        return "bare"
    return ""


def sentence_for(fault: Fault, text: str) -> str:
    """What the owner reads about `fault`."""
    match fault:
        case "unreadable":
            return QCoreApplication.translate("Keys", "“{0}” is not a combination of keys.").format(text)
        case "bare":
            return QCoreApplication.translate(
                "Keys", "Typing would set this off. Add Ctrl, Alt or the Windows key, or take a function key."
            )
        case "reserved":
            return QCoreApplication.translate("Keys", "The system or every program needs “{0}”.").format(text)
        case _:
            return ""


# ---- tables ---------------------------------------------------------------------------------------------------------

US_ROWS = ((10, "1234567890-="), (24, "qwertyuiop[]"), (38, "asdfghjkl;'`"), (51, "\\zxcvbnm,./"))
"""First X key code of each row of an American keyboard and what stands there (evdev and PC keycodes agree)."""

_MACOS_PLACES = {
    letter: code for code, letter in enumerate("asdfhgzxcv bqweryt123465=97-80]ou[ip lj'k;\\,/nm.  `") if letter != " "
}


def us_keycode(letter: str) -> int:
    """Where `letter` is on an American keyboard, as an X key code; 0 if it is not there."""
    return next((first + row.index(letter) for first, row in US_ROWS if letter in row), 0)


def _codes(key: Qt.Key) -> KeyCodes:
    special = _special().get(key)
    if special is not None:
        return special
    value = key.value
    if not 0x20 < value < 0x110000:
        return KeyCodes("", 0, 0, -1)
    letter = chr(value).lower()
    keysym = ord(letter) if ord(letter) < 0x100 else 0x01000000 | ord(letter)
    name = letter if letter.isascii() and letter.isalnum() else _PUNCTUATION.get(letter, f"U{ord(letter):04X}")
    windows = value if letter.isascii() and letter.isalnum() else 0
    return KeyCodes(name, keysym, windows, _MACOS_PLACES.get(letter, -1))


_SIGNS = (
    "! exclam;\" quotedbl;# numbersign;$ dollar;% percent;& ampersand;' apostrophe;( parenleft;) parenright;"
    "* asterisk;+ plus;, comma;- minus;. period;/ slash;: colon;< less;= equal;> greater;? question;@ at;"
    "[ bracketleft;\\ backslash;] bracketright;^ asciicircum;_ underscore;` grave;{ braceleft;| bar;} braceright;"
    "~ asciitilde;§ section;° degree;² twosuperior;³ threesuperior;´ acute;ß ssharp;ä adiaeresis;ö odiaeresis;"
    "ü udiaeresis;ñ ntilde;ç ccedilla;à agrave;è egrave;é eacute;ù ugrave;¡ exclamdown;¿ questiondown"
)
_PUNCTUATION = {pair[0]: pair[2:] for pair in _SIGNS.split(";")} | {";": "semicolon"}


@cache
def _special() -> dict[Qt.Key, KeyCodes]:
    key = Qt.Key
    named = {
        key.Key_Space: KeyCodes("space", 0x20, 0x20, 49),
        key.Key_Tab: KeyCodes("Tab", 0xFF09, 0x09, 48),
        key.Key_Backtab: KeyCodes("Tab", 0xFF09, 0x09, 48),  # Qt's name for Tab with Shift
        key.Key_Return: KeyCodes("Return", 0xFF0D, 0x0D, 36),
        key.Key_Enter: KeyCodes("KP_Enter", 0xFF8D, 0x0D, 76),
        key.Key_Backspace: KeyCodes("BackSpace", 0xFF08, 0x08, 51),
        key.Key_Escape: KeyCodes("Escape", 0xFF1B, 0x1B, 53),
        key.Key_Insert: KeyCodes("Insert", 0xFF63, 0x2D, -1),
        key.Key_Delete: KeyCodes("Delete", 0xFFFF, 0x2E, 117),
        key.Key_Home: KeyCodes("Home", 0xFF50, 0x24, 115),
        key.Key_End: KeyCodes("End", 0xFF57, 0x23, 119),
        key.Key_PageUp: KeyCodes("Prior", 0xFF55, 0x21, 116),
        key.Key_PageDown: KeyCodes("Next", 0xFF56, 0x22, 121),
        key.Key_Left: KeyCodes("Left", 0xFF51, 0x25, 123),
        key.Key_Up: KeyCodes("Up", 0xFF52, 0x26, 126),
        key.Key_Right: KeyCodes("Right", 0xFF53, 0x27, 124),
        key.Key_Down: KeyCodes("Down", 0xFF54, 0x28, 125),
        key.Key_Pause: KeyCodes("Pause", 0xFF13, 0x13, -1),
        key.Key_Print: KeyCodes("Print", 0xFF61, 0x2C, -1),
        key.Key_Menu: KeyCodes("Menu", 0xFF67, 0x5D, -1),
        key.Key_Help: KeyCodes("Help", 0xFF6A, 0x2F, 114),
        key.Key_VolumeDown: KeyCodes("XF86AudioLowerVolume", 0x1008FF11, 0xAE, 73),
        key.Key_VolumeMute: KeyCodes("XF86AudioMute", 0x1008FF12, 0xAD, 74),
        key.Key_VolumeUp: KeyCodes("XF86AudioRaiseVolume", 0x1008FF13, 0xAF, 72),
        key.Key_MicMute: KeyCodes("XF86AudioMicMute", 0x1008FFB2, 0, -1),
        key.Key_MediaPlay: KeyCodes("XF86AudioPlay", 0x1008FF14, 0xB3, -1),
        key.Key_MediaTogglePlayPause: KeyCodes("XF86AudioPlay", 0x1008FF14, 0xB3, -1),
        key.Key_MediaPause: KeyCodes("XF86AudioPause", 0x1008FF31, 0xB3, -1),
        key.Key_MediaStop: KeyCodes("XF86AudioStop", 0x1008FF15, 0xB2, -1),
        key.Key_MediaPrevious: KeyCodes("XF86AudioPrev", 0x1008FF16, 0xB1, -1),
        key.Key_MediaNext: KeyCodes("XF86AudioNext", 0x1008FF17, 0xB0, -1),
        key.Key_MediaRecord: KeyCodes("XF86AudioRecord", 0x1008FF1C, 0, -1),
        key.Key_HomePage: KeyCodes("XF86HomePage", 0x1008FF18, 0xAC, -1),
        key.Key_LaunchMail: KeyCodes("XF86Mail", 0x1008FF19, 0xB4, -1),
        key.Key_LaunchMedia: KeyCodes("XF86AudioMedia", 0x1008FF32, 0xB5, -1),
        key.Key_Search: KeyCodes("XF86Search", 0x1008FF1B, 0xAA, -1),
        key.Key_Back: KeyCodes("XF86Back", 0x1008FF26, 0xA6, -1),
        key.Key_Forward: KeyCodes("XF86Forward", 0x1008FF27, 0xA7, -1),
        key.Key_Stop: KeyCodes("XF86Stop", 0x1008FF28, 0xA9, -1),
        key.Key_Refresh: KeyCodes("XF86Refresh", 0x1008FF29, 0xA8, -1),
        key.Key_Favorites: KeyCodes("XF86Favorites", 0x1008FF30, 0xAB, -1),
        key.Key_Calculator: KeyCodes("XF86Calculator", 0x1008FF1D, 0, -1),
    }
    macos = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90)
    for number in range(35):
        named[Qt.Key(key.Key_F1.value + number)] = KeyCodes(
            f"F{number + 1}",
            0xFFBE + number,
            0x70 + number if number < 24 else 0,
            macos[number] if number < len(macos) else -1,
        )
    return named


def _keypad_codes(key: Qt.Key) -> KeyCodes:
    if Qt.Key.Key_0.value <= key.value <= Qt.Key.Key_9.value:
        digit = key.value - Qt.Key.Key_0.value
        macos = (82, 83, 84, 85, 86, 87, 88, 89, 91, 92)[digit]
        return KeyCodes(f"KP_{digit}", 0xFFB0 + digit, 0x60 + digit, macos)
    signs = {
        Qt.Key.Key_Asterisk: KeyCodes("KP_Multiply", 0xFFAA, 0x6A, 67),
        Qt.Key.Key_Plus: KeyCodes("KP_Add", 0xFFAB, 0x6B, 69),
        Qt.Key.Key_Minus: KeyCodes("KP_Subtract", 0xFFAD, 0x6D, 78),
        Qt.Key.Key_Period: KeyCodes("KP_Decimal", 0xFFAE, 0x6E, 65),
        Qt.Key.Key_Comma: KeyCodes("KP_Separator", 0xFFAC, 0x6E, 65),
        Qt.Key.Key_Slash: KeyCodes("KP_Divide", 0xFFAF, 0x6F, 75),
        Qt.Key.Key_Enter: KeyCodes("KP_Enter", 0xFF8D, 0x0D, 76),
    }
    return signs.get(key) or _codes(key)
