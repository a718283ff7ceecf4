from __future__ import annotations

import re

from tests.habits.source_tree import ROOT, tracked_files

TEXT = {".py", ".md", ".toml", ".lock", ".sh", ".ps1", ".spec", ".yml", ".txt", ".svg", ".json", ""}
# Written in pieces, so that this page does not find itself.
INDEX = re.compile("index" + r"-url|--find" + r"-links|file:" + r"///|pypi\." + r"org|pythonhosted\." + "org")
HOME = re.compile(r"(?<![A-Za-z0-9_.])/(?:home/[a-z]+|root|Users/[A-Za-z]+)/")


def test_no_tracked_file_names_a_package_index_or_somebodys_folder() -> None:
    found = []
    for file in tracked_files():
        if file.suffix not in TEXT or file.parts[:2] == ("assets", "licences"):
            continue
        text = (ROOT / file).read_text(encoding="utf-8", errors="replace")
        found += [f"{file}: {match.group()}" for pattern in (INDEX, HOME) for match in pattern.finditer(text)]
    assert found == []


def test_the_lock_holds_hashes_for_everything_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    for block in re.split(r"\n(?=[a-z])", lock):
        if re.match(r"[a-z0-9-]+==", block):
            assert "--hash=sha256:" in block, block.splitlines()[0]
