"""What the habit tests read: the project's own modules, and what git tracks."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STOREYS = ("desktop", "core", "models")


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the three storeys, relative to the project."""
    return tuple(sorted(file.relative_to(ROOT) for storey in STOREYS for file in (ROOT / storey).rglob("*.py")))


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git tracks, relative to the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return tuple(Path(name) for name in listed.decode().split("\0") if name and (ROOT / name).exists())


@cache
def tree_of(module: Path) -> ast.Module:
    """The syntax tree of one module."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))
