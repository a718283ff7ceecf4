"""Where the quick chat stands: at the edge of the screen with the pointer, or where its owner put it last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

_MARGIN = 16


@dataclass(frozen=True, slots=True)
class PopupPlace:
    """How far to the right and down, each as a share (0 to 1) of the room that is left: so it fits any screen."""

    across: float = 1.0
    down: float = 0.12

    @classmethod
    def from_text(cls, text: str) -> PopupPlace:
        """Read what `as_text` wrote; anything else is the usual place."""
        try:
            across, down = (float(part) for part in text.split(","))
        except ValueError:
            return cls()
        return cls(across, down) if 0 <= across <= 1 and 0 <= down <= 1 else cls()

    @classmethod
    def of(cls, corner: QPoint, size: QSize, available: QRect) -> PopupPlace:
        """The place of a window of `size` whose upper left corner was moved to `corner`."""
        room = _room(size, available)
        return cls(_share(corner.x() - room.x(), room.width()), _share(corner.y() - room.y(), room.height()))

    def as_text(self) -> str:
        """One short line for the settings."""
        return f"{self.across:.3f},{self.down:.3f}"

    def corner(self, size: QSize, available: QRect) -> QPoint:
        """Where the upper left corner of a window of `size` belongs, inside `available`."""
        room = _room(size, available)
        return QPoint(room.x() + round(room.width() * self.across), room.y() + round(room.height() * self.down))


def kept_inside(corner: QPoint, size: QSize, available: QRect) -> QPoint:
    """`corner`, moved as little as needed to have all of the window on the screen; its top has precedence."""
    x = max(available.left(), min(corner.x(), available.right() + 1 - size.width()))
    y = max(available.top(), min(corner.y(), available.bottom() + 1 - size.height()))
    return QPoint(x, y)


def _room(size: QSize, available: QRect) -> QRect:
    """Where the upper left corner can be."""
    inner = available.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    return QRect(inner.topLeft(), QSize(max(0, inner.width() - size.width()), max(0, inner.height() - size.height())))


def _share(distance: int, room: int) -> float:
    return min(1.0, max(0.0, distance / room)) if room else 0.0
