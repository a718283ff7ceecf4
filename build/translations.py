"""Collects every string that people read, updates assets/translations/*.ts and compiles them to .qm.

python3 build/dev.py translations            update the .ts files, compile them, tell what is not translated yet
python3 build/dev.py translations --check    change nothing; fails when something is missing or out of date

Sources: `tr` and `QCoreApplication.translate` in desktop/ (by Qt's lupdate); in core/ and models/ the literals in
`worded("…")`, the `sentence` and `next_step` of errors, titles and descriptions of settings.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("de", "es", "ja")
CORE = "core"
SENTENCES = ("sentence", "next_step")
META = ("title", "description")


@dataclass(frozen=True, slots=True)
class Entry:
    """One source text of one file. `forms` are its translations, several for plurals."""

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    finished: bool
    numerus: bool


def main(arguments: list[str]) -> int:
    """Update and compile, or check; returns the exit status."""
    parser = argparse.ArgumentParser(prog="dev.py translations", description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing")
    options = parser.parse_args(arguments)
    missing = 0
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            kept = FOLDER / f"hearth_{language}.ts"
            target = Path(scratch) / kept.name if options.check else kept
            if options.check:
                target.write_bytes(kept.read_bytes())
            update(target, language)
            if not options.check:
                compile_file(target, target.with_suffix(".qm"))
            untranslated = [entry for entry in entries(target) if not entry.finished]
            missing += len(untranslated)
            print(f"{language}: {len(entries(target))} texts, {len(untranslated)} not translated")
            for entry in untranslated[:20]:
                print(f"    {entry.context}: {entry.source[:100]!r}")
    return 1 if options.check and missing else 0


def update(target: Path, language: str) -> None:
    """Bring the .ts file `target` up to date with the sources; what no source has any more is dropped."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        core_texts = Path(scratch) / "core_texts.py"
        calls = (f"QCoreApplication.translate({CORE!r}, {text!r})" for text in sorted(set(texts_of_core())))
        core_texts.write_text("\n".join(calls) + "\n", encoding="utf-8")
        sources = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
        command = [tool("lupdate"), *sources, str(core_texts), "-silent", "-no-obsolete", "-locations", "none"]
        command += ["-source-language", "en", "-target-language", language, "-ts", str(target)]
        subprocess.run(command, check=True)


def compile_file(source: Path, target: Path) -> None:
    """A .ts file to the .qm that Qt loads."""
    subprocess.run([tool("lrelease"), str(source), "-silent", "-qm", str(target)], check=True)


def tool(name: str) -> str:
    """Qt's own program, as PySide6 brings it."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = folder / (f"{name}.exe" if sys.platform == "win32" else name)
    return str(found if found.exists() else folder / "Qt" / "libexec" / name)


def entries(path: Path) -> list[Entry]:
    """All texts of a .ts file."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            found.append(
                Entry(
                    context=context.findtext("name", ""),
                    source=message.findtext("source", ""),
                    comment=message.findtext("comment", ""),
                    forms=forms,
                    finished=translation.get("type") is None and all(forms),
                    numerus=message.get("numerus") == "yes",
                )
            )
    return found


def texts_of_core() -> Iterator[str]:
    """Every literal of core/ and models/ that people read."""
    for folder in ("core", "models"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from _texts_in(ast.parse(path.read_text(encoding="utf-8")))


def _texts_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef():
                yield from _sentences_of(node)
            case ast.Call(func=ast.Name(id="worded"), args=[ast.Constant(value=str(text))]):
                yield text
            case ast.Call(func=ast.Name(id="Meta"), keywords=keywords):
                words = [one.value for one in keywords if one.arg in META]
                yield from (str(one.value) for one in words if isinstance(one, ast.Constant))


def _sentences_of(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        value = getattr(line, "value", None)
        if isinstance(target, ast.Name) and target.id in SENTENCES and isinstance(value, ast.Constant):
            yield str(value.value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
