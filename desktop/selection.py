"""The text that the owner has selected in whatever program is in front, else what was copied last.

X11 and Wayland hand a selection to whoever asks (the primary selection). Windows and macOS do not: there the clipboard
is taken as it is, since to press copy in another program behind the owner's back could overwrite what they copied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtGui import QClipboard, QGuiApplication

from desktop.selection_owner import owner_answers

Origin: TypeAlias = Literal["selection", "clipboard", ""]

LONGEST_TEXT = 2_000_000
"""In characters. What is longer is cut: it would fill a model's window many times over."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text and where it comes from; both empty when nothing was there."""

    text: str
    origin: Origin


def take(clipboard: QClipboard | None = None) -> Taken:
    """The selected text where this system has such a thing, else the copied one.

    On Wayland only the program with the keyboard may look: call it after the window was shown there.
    """
    source = clipboard or QGuiApplication.clipboard()
    if source.supportsSelection() and (source.ownsSelection() or owner_answers("PRIMARY")):
        selected = _clean(source.text(QClipboard.Mode.Selection))
        if selected.strip():
            return Taken(selected, "selection")
    if not source.ownsClipboard() and not owner_answers("CLIPBOARD"):
        return Taken("", "")
    copied = _clean(source.text(QClipboard.Mode.Clipboard))
    return Taken(copied, "clipboard") if copied.strip() else Taken("", "")


def must_be_shown_first() -> bool:
    """Whether this system lets only the program with the keyboard look at what was selected or copied."""
    return QGuiApplication.platformName().startswith("wayland")


def _clean(text: str) -> str:
    return text[:LONGEST_TEXT].replace("\0", "").replace("\u2029", "\n").replace("\u2028", "\n")
