"""PySide looks into every module that is imported beside it; here it is taught to leave alone what is half imported."""

from __future__ import annotations

import sys
from types import ModuleType


def spare_half_imported() -> None:
    """Let the core's threads import while Qt is there. Safe to call twice.

    WORKAROUND(PySide6 6.11): after each import, on any thread, its hook asks the modules at hand for their source and
    catches what `inspect` raises, but not what a module's own `__getattr__` raises: pydantic's, which another thread is
    just importing, raises ImportError, and the innocent import fails.
    """
    hook = sys.modules.get("shibokensupport.feature")
    uses_pyside = getattr(hook, "_mod_uses_pyside", None)
    if uses_pyside is None or getattr(uses_pyside, "spares", False):
        return

    def sparing(module: ModuleType) -> bool:
        try:
            return bool(uses_pyside(module))
        except (ImportError, AttributeError):
            return False

    sparing.spares = True  # type: ignore[attr-defined]
    hook._mod_uses_pyside = sparing  # type: ignore[union-attr]
