from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import HAS_QT
from tests.habits.source_tree import ROOT, modules

HEAVY = (
    "ollama",
    "httpx",
    "pydantic",
    "numpy",
    "sounddevice",
    "markdown_it",
    "pygments",
    "psutil",
    "asyncio.windows_events",
)


def loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.skipif(not HAS_QT, reason="Qt is not installed here")
def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    assert loaded_after("import desktop.app, desktop.main_window.main_window") & set(HEAVY) == set()


def test_joining_the_parts_loads_no_engine() -> None:
    assert loaded_after("import core.assistant") & {*HEAVY, "keyring"} == set()


def test_core_and_models_load_no_qt() -> None:
    loaded = loaded_after("import core.assistant, desktop.cli.main")
    assert not {name for name in loaded if name.split(".")[0] in ("PySide6", "shiboken6")}


def test_every_module_below_the_window_loads_where_qt_is_not_installed() -> None:
    below = [
        ".".join(module.with_suffix("").parts).removesuffix(".__init__")
        for module in modules()
        if module.parts[0] in ("core", "models") or module.parts[:2] == ("desktop", "cli")
    ]
    assert len(below) > 200
    loaded_after(
        "import importlib\nsys.modules.update(PySide6=None, shiboken6=None)\n"
        f"for name in {below!r}: importlib.import_module(name)"
    )
