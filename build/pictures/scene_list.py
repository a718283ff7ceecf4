"""Every scene, in the order of drawing."""

from __future__ import annotations

from typing import Final

from build.pictures import (
    chat_scenes,
    desk_scenes,
    document_scenes,
    first_scenes,
    page_scenes,
    settings_scenes,
    source_scenes,
    voice_scenes,
)
from build.pictures.camera import Scene

SCENES: Final[tuple[Scene, ...]] = (
    *first_scenes.SCENES,
    *chat_scenes.SCENES,
    *source_scenes.SCENES,
    *document_scenes.SCENES,
    *page_scenes.SCENES,
    *settings_scenes.SCENES,
    *desk_scenes.SCENES,
    *voice_scenes.SCENES,
)


def pictures() -> dict[str, str]:
    """The name of every picture, and the page that it shows."""
    return {name: page for scene in SCENES for name, page in scene.pictures.items()}
