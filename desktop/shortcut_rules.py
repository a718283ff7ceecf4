"""Which keys a command may have: those that write, move about or belong to the desktop are refused in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

translate = QCoreApplication.translate

_FUNCTION_KEYS = range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1)
_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_unknown,
    }
)
_MOVING_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Insert,
    }
)
_EDITING = frozenset({"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Shift+V"})
_DESKTOP = frozenset(
    {
        *("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Shift+Backtab", "Alt+Space", "Alt+Esc", "Ctrl+Esc"),
        *("Ctrl+Alt+Del", "Ctrl+Alt+Backspace", "Ctrl+Shift+Esc", "Ctrl+Alt+L", "Print", "SysReq"),
        *(f"Ctrl+Alt+F{number}" for number in range(1, 13)),
    }
)
_Shift = Qt.KeyboardModifier.ShiftModifier
_Keypad = Qt.KeyboardModifier.KeypadModifier


def refusal_of(keys: str) -> str:
    """Why a command cannot have `keys` (portable form), empty where it can."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return translate("Shortcuts", "Press one key together with Ctrl or Alt.")
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide's stubs leave it out
    key, modifiers = pressed.key(), pressed.keyboardModifiers() & ~_Keypad
    if key in _MODIFIER_KEYS:
        return translate("Shortcuts", "Press another key together with it.")
    written = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    if written in _DESKTOP or modifiers & Qt.KeyboardModifier.MetaModifier:
        return translate("Shortcuts", "Your desktop uses these keys itself. Choose others.")
    if written in _EDITING:
        return translate("Shortcuts", "Every text needs these keys for copying and editing. Choose others.")
    plain = not modifiers & ~_Shift
    if plain and key not in _FUNCTION_KEYS:
        return translate(
            "Shortcuts", "This key is needed for writing and moving about. Press it together with Ctrl or Alt."
        )
    if key in _MOVING_KEYS and modifiers in (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ControlModifier | _Shift,
    ):
        return _moving(written)
    return ""


def _moving(written: str) -> str:
    if written == "Ctrl+Shift+Backspace":  # deletes a chat by default; no text field knows it
        return ""
    return translate("Shortcuts", "These keys move about in texts. Choose others.")
