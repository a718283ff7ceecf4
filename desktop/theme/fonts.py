"""The fonts that ship with Hearth, registered in two steps: what the first paint needs, and the rest.

Registering one file costs 0.7 ms (the first one 2–7 ms while Qt starts its font database), measured
off-screen on Linux.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

import assets

_FIRST_PAINT = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_READING = (
    "Inter-Bold.otf",
    "Inter-Italic.otf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Bold.ttf",
    "JetBrainsMono-Italic.ttf",
)
_registered: set[str] = set()


def register_interface_fonts() -> None:
    """Make the weights known that the window's first paint uses. Calling it again costs nothing."""
    _register(_FIRST_PAINT)


def register_reading_fonts() -> None:
    """Make bold, italic and the fixed-width family known; called before the first message is laid out."""
    _register(_READING)


def _register(names: tuple[str, ...]) -> None:
    folder = Path(assets.__path__[0]) / "fonts"
    for name in names:
        if name not in _registered:
            _registered.add(name)  # a font that cannot be read falls back to the system's; asking again would not help
            QFontDatabase.addApplicationFont(str(folder / name))
