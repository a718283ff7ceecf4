"""How a part of Hearth is started as a process of its own, from source and as a frozen program.

A frozen program has no Python to give a module to: it is called again with `--child` and the module's name, and
`desktop/__main__.py` runs its `main()`, if it is one of `MODULES`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

FLAG = "--child"

MODULES = frozenset(
    {
        "core.knowledge.parse_host",
        "core.vectors.chroma_host",
        "models.speech.sound_host",
        "models.speech.whisper_host",
    }
)
"""What may be run so; nothing else is, whoever calls the program."""

_ROOT = Path(__file__).resolve().parent.parent
_QUIET = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
}


def child_command(module: str) -> tuple[str, ...]:
    """The command that runs `main()` of `module` in a process of its own.

    `-P` keeps the current folder out of the search for modules: it may be a folder of somebody's files.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, FLAG, module)
    return (sys.executable, "-P", "-m", module)


def child_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment for such a child, without telemetry and hubs, and with `more`.

    From source the child finds Hearth's packages where this process has them.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if not getattr(sys, "frozen", False):
        environment["PYTHONPATH"] = str(_ROOT)
    return {**environment, **_QUIET, **(more or {})}
