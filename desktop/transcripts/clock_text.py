"""Times of a recording as people read them."""

from __future__ import annotations


def clock_text(milliseconds: int) -> str:
    """`3:05`, `1:02:03`."""
    minutes, seconds = divmod(max(0, milliseconds) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
