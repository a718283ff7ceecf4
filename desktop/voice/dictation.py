"""Where a dictated text goes: into a composer at its cursor, or into the clipboard for any other program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from desktop.chat.composer import Composer

_OPENERS = "([{“„«‘¿¡\"'/@#"
_NO_SPACE_BEFORE = ".,;:!?…)]}”’»。、，！？：；"


def write_into(composer: Composer, text: str) -> None:
    """Put `text` where the cursor stands, in place of what is selected, with a space before it where one belongs."""
    text = text.strip()
    if not text:
        return
    editor = composer.editor()
    cursor = editor.textCursor()
    before = editor.toPlainText()[: cursor.selectionStart()][-1:]
    cursor.insertText(_lead(before, text) + text)
    editor.setTextCursor(cursor)
    composer.focus_editor()


def copy(text: str) -> None:
    """Put `text` into the clipboard. On Wayland only a window that is in use may: the card that shows it has a way."""
    QGuiApplication.clipboard().setText(text.strip())


def _lead(before: str, text: str) -> str:
    if not before or before.isspace() or before in _OPENERS or text[0] in _NO_SPACE_BEFORE:
        return ""
    return "" if _is_unspaced(before) and _is_unspaced(text[0]) else " "


def _is_unspaced(sign: str) -> bool:
    """Chinese and Japanese write no spaces (CJK punctuation to ideographs, and fullwidth forms)."""
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"
