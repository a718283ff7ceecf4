"""Where models and programs come from: the real hosts, or stand-ins that a test or a demonstration names.

This is the one way to tell: `Assistant.open(…, sources=Sources(…))`. No environment variable is read for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from models.ollama_release import ReleasePlace

if TYPE_CHECKING:
    from models.downloads import Patience
    from models.private_ollama import Endurance


@dataclass(frozen=True, slots=True)
class Sources:
    """`release` is where Ollama's archives are listed; `catalogue` another catalogue than the one that ships.

    `owners_ollama` is the address at which the owner's own Ollama is looked for, empty for the settings' one.
    `door_port` is the port of temporary doors (443; None for stand-ins). `patience` and `endurance` bound waiting,
    None for the usual. `checks_room` False leaves out the check of free space before a download.
    """

    release: ReleasePlace = field(default_factory=ReleasePlace)
    catalogue: Path | None = None
    owners_ollama: str = ""
    door_port: int | None = 443
    patience: Patience | None = None
    endurance: Endurance | None = None
    checks_room: bool = True
