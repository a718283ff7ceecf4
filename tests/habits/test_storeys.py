from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.habits.source_tree import ROOT, modules, tree_of

CROSSINGS = {"run_coroutine_threadsafe", "call_soon_threadsafe", "QThread"}
CROSSING_ALLOWED = {Path("desktop/bridge.py")}
FOREIGN_ERRORS = {"sqlite3", "sqlcipher3", "httpx", "ollama", "keyring"}


def test_imports_keep_the_contract() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    if not linter.exists():
        pytest.skip("import-linter is not installed here")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_bridge_crosses_between_the_window_and_the_loop() -> None:
    crossing = {
        module
        for module in modules()
        if module.parts[0] == "desktop"
        for node in ast.walk(tree_of(module))
        if (isinstance(node, ast.Attribute) and node.attr in CROSSINGS)
        or (isinstance(node, ast.Name) and node.id in CROSSINGS)
    }
    assert crossing <= CROSSING_ALLOWED


def test_foreign_errors_are_not_caught_above_their_adapters() -> None:
    """`except httpx.X` may stand in models and in the network room, `except sqlite3.X` only in the vault."""
    found = []
    for module in modules():
        if module.parts[0] == "models" or module.parts[:2] in (("core", "vault"), ("core", "network")):
            continue
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.ExceptHandler) and node.type is not None:
                names = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
                found += [f"{module}:{node.lineno}" for _ in names & FOREIGN_ERRORS]
    assert found == []


def test_actions_are_made_in_one_place() -> None:
    made = {
        str(module)
        for module in modules()
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QAction"
    }
    assert made <= {"desktop/commands.py"}
