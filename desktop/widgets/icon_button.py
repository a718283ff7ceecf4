"""A button that shows an icon only, and says in words what it does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme.icons import icon
from desktop.theme.theme_state import theme


class IconButton(QPushButton):
    """`name` is what screen readers and the tooltip say; a shortcut stands behind it in the tooltip.

    The shortcut is only shown: who owns the command binds it.
    """

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        shortcut: QKeySequence | QKeySequence.StandardKey | str | None = None,
        colour: str = "text_muted",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._shortcut = size, QKeySequence(shortcut) if shortcut is not None else QKeySequence()
        self.setProperty("kind", "icon")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_look(icon_name, name, colour=colour)
        self._fit()
        theme().changed.connect(self._fit)

    def set_look(self, icon_name: str, name: str, *, colour: str = "text_muted") -> None:
        """Change what it shows and what it is called, together."""
        self.setIcon(icon(icon_name, colour=colour, size=self._size))
        self.setAccessibleName(name)
        self.setToolTip(with_shortcut(name, self._shortcut))

    def sizeHint(self) -> QSize:
        """A square, a little larger than the icon; 24 logical pixels at least (WCAG 2.2, 2.5.8)."""
        side = max(24, self.iconSize().width() + 12)
        return QSize(side, side)

    def _fit(self) -> None:
        side = theme().px(self._size)
        self.setIconSize(QSize(side, side))
        self.updateGeometry()


def with_shortcut(name: str, shortcut: QKeySequence) -> str:
    """“Send (Enter)”: a tooltip with the keys as this system writes them."""
    if shortcut.isEmpty():
        return name
    return f"{name} ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})"
