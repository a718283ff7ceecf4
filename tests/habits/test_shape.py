from __future__ import annotations

import ast
from collections import Counter

import pytest

from tests.habits.source_tree import ROOT, modules, tracked_files, tree_of

MOST_LINES = 700
MOST_TEST_LINES = 1000
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base", "shared"}
TOP_LEVEL = {
    *("desktop", "core", "models", "assets", "tests", "build"),
    *("pyproject.toml", "installer.spec", "README.md", "requirements.lock"),
    *("LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", ".gitignore", ".ci"),
}


def test_no_file_is_longer_than_it_may_be() -> None:
    long = {
        str(file): lines
        for file in tracked_files()
        if file.suffix == ".py"
        and (lines := len((ROOT / file).read_text(encoding="utf-8").splitlines()))
        > (MOST_TEST_LINES if file.parts[0] == "tests" else MOST_LINES)
    }
    assert not long


def test_a_file_name_stands_once_in_the_whole_tree() -> None:
    names = Counter(module.name for module in modules() if module.name not in ("__init__.py", "__main__.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_room_is_a_drawer() -> None:
    assert [str(module) for module in modules() if module.stem in DRAWERS or set(module.parts) & DRAWERS] == []


def test_every_room_says_what_it_is_for() -> None:
    silent = [str(module) for module in modules() if ast.get_docstring(tree_of(module)) is None]
    assert silent == []


@pytest.mark.parametrize("kind", [ast.ClassDef, ast.FunctionDef])
def test_what_is_public_is_documented(kind: type[ast.ClassDef] | type[ast.FunctionDef]) -> None:
    silent = [
        f"{module}:{node.lineno} {node.name}"
        for module in modules()
        for node in tree_of(module).body
        if isinstance(node, kind) and not node.name.startswith("_") and ast.get_docstring(node) is None
    ]
    assert silent == []


def test_the_top_level_is_fixed() -> None:
    assert {file.parts[0] for file in tracked_files()} - TOP_LEVEL == set()


def test_build_is_a_folder_and_not_a_package() -> None:
    assert not (ROOT / "build" / "__init__.py").exists()
