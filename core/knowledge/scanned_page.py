"""Pictures of text, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.knowledge.read_document import Block

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def blocks_of_picture(pixels: npt.NDArray[np.uint8]) -> list[Block]:
    """What stands in the picture. `pixels` are height × width × RGB."""
    return []
