"""Where the window stood, as a short text for the early settings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

SMALLEST = (560, 420)
LARGEST = 20_000


@dataclass(frozen=True, slots=True)
class WindowGeometry:
    """Sizes and places in logical pixels; `x` and `y` None let the system choose."""

    width: int = 1120
    height: int = 760
    x: int | None = None
    y: int | None = None
    maximised: bool = False
    sidebar: int = 280

    @classmethod
    def from_text(cls, text: str) -> WindowGeometry:
        """What `as_text` wrote; anything else gives the usual window."""
        try:
            kept = json.loads(text)
            found = cls(
                width=_within(kept["width"], SMALLEST[0]),
                height=_within(kept["height"], SMALLEST[1]),
                x=None if kept["x"] is None else _within(kept["x"], -LARGEST),
                y=None if kept["y"] is None else _within(kept["y"], -LARGEST),
                maximised=bool(kept["maximised"]),
                sidebar=_within(kept["sidebar"], 200),
            )
        except (ValueError, KeyError, TypeError):
            return cls()
        return found

    def as_text(self) -> str:
        """One line."""
        return json.dumps(asdict(self), separators=(",", ":"))


def _within(value: object, smallest: int) -> int:
    return max(smallest, min(LARGEST, int(str(value))))
