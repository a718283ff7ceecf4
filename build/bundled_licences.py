"""What may be handed on only with its licence: finds the texts for everything that the one-folder program holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import Distribution, distributions, packages_distributions
from pathlib import Path

FOLDER = "licences"
_TEXT = re.compile(r"(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|AUTHORS|THIRD.?PARTY)", re.IGNORECASE)
_NO_TEXT = (".py", ".pyc", ".pyi", ".so", ".h")


def of_packages(modules: Iterable[str]) -> list[tuple[str, str]]:
    """(file, folder in the program) of each package that one of `modules` (dotted names) comes from.

    A wheel without any text gives its metadata, which name the licence.
    """
    owners = packages_distributions()
    wanted = {owner for module in modules for owner in owners.get(module.split(".")[0], ())}
    found = {each.metadata["Name"]: each for each in distributions() if each.metadata["Name"] in wanted}
    return [(str(file), f"{FOLDER}/{name}") for name, each in sorted(found.items()) for file in _texts(each)]


def _texts(distribution: Distribution) -> Iterator[Path]:
    listed = [Path(str(file.locate())) for file in distribution.files or [] if _is_text(file.name)]
    texts = [file for file in listed if file.is_file()]
    metadata = [Path(str(file.locate())) for file in distribution.files or [] if file.name == "METADATA"]
    yield from texts or metadata


def _is_text(name: str) -> bool:
    return _TEXT.search(name) is not None and not name.endswith(_NO_TEXT)


def of_system_libraries(libraries: Iterable[str]) -> list[tuple[str, str]]:
    """The same for libraries of the system that were taken along, where this is a Debian; else nothing."""
    if shutil.which("dpkg") is None:
        return []
    packages = {package for library in libraries if (package := _debian_package(Path(library).resolve()))}
    texts = {package: Path("/usr/share/doc", package, "copyright") for package in sorted(packages)}
    return [(str(text.resolve()), f"{FOLDER}/{package}") for package, text in texts.items() if text.is_file()]


@cache
def _debian_package(library: Path) -> str:
    for path in (library, Path("/", *library.parts[2:])):  # a merged /usr is known to dpkg without it
        done = subprocess.run(["dpkg", "-S", str(path)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""
