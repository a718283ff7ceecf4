"""Collects every string that people read, updates assets/translations/*.ts and compiles them to .qm.

python3 build/dev.py translations            update the .ts files, compile them, tell what is not translated yet
python3 build/dev.py translations --check    change nothing; fails when something is missing or out of date

Sources: the literals in `self.tr("…")`, `translate("Context", "…")` and, everywhere, in `worded("…")`;
and the `sentence` and `next_step` of errors; titles and descriptions of settings; the built-in personas and prompts;
what the catalogue says about each model. hearth_en.ts holds plurals only: “%n messages” would read “1 messages”.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("de", "es", "ja")
ENGLISH = "en"
CORE = "core"
"""The context of what has no widget's."""
SENTENCES = ("sentence", "next_step")
META = ("title", "description")
IN_TABLES = {
    "assets/personas": ("name", "description", "instructions", "greeting", "starters"),
    "assets/prompts": ("title", "description", "text"),
    "models": ("summary",),
}
"""Fields of the entries of .toml files that people read, by folder."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text in the sources. `context` is the class that says it; `numerus`: it has forms for several numbers."""

    context: str
    source: str
    comment: str = ""
    numerus: bool = False


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
        for language in (*LANGUAGES, ENGLISH):
            kept = FOLDER / f"hearth_{language}.ts"
            target = Path(scratch) / kept.name if options.check else kept
            if options.check and kept.exists():
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
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        # As C++, since the reader of Python in Qt's lupdate overlooks plurals and names that stand for `translate`.
        canonical = Path(scratch) / "texts.cpp"
        calls = (_as_cpp(text) for text in sorted(collected()))
        canonical.write_text("void texts(int n) {\n" + "\n".join(calls) + "\n}\n", encoding="utf-8")
        command = [tool("lupdate"), str(canonical), "-silent", "-no-obsolete", "-locations", "none"]
        command += ["-source-language", ENGLISH, "-target-language", language]
        command += ["-pluralonly"] * (language == ENGLISH) + ["-ts", str(target)]
        subprocess.run(command, check=True)


def _as_cpp(text: Text) -> str:
    parts = [json.dumps(part, ensure_ascii=False) for part in (text.context, text.source, text.comment)]
    return f"QCoreApplication::translate({', '.join(parts)}{', n' if text.numerus else ''});"


def compile_file(source: Path, target: Path) -> None:
    """A .ts file to the .qm that Qt loads, put into its place at once: a program that runs has mapped the old one."""
    made = target.with_suffix(".new")
    subprocess.run([tool("lrelease"), str(source), "-silent", "-qm", str(made)], check=True)
    made.replace(target)


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


def collected() -> set[Text]:
    """Every text that people read."""
    found: set[Text] = set()
    for folder in ("core", "models", "desktop"):
        for path in (ROOT / folder).rglob("*.py"):
            found.update(texts_in(ast.parse(path.read_text(encoding="utf-8"))))
    for folder, fields in IN_TABLES.items():
        for path in (ROOT / folder).glob("*.toml"):
            words = _words_in_table(tomllib.loads(path.read_text(encoding="utf-8")), fields)
            found.update(Text(CORE, word) for word in words)
    return {text for text in found if text.source}


def _words_in_table(table: dict[str, Any], fields: tuple[str, ...]) -> Iterator[str]:
    entries_of_table = (entry for part in table.values() if isinstance(part, list) for entry in part)
    for entry in entries_of_table:
        for value in (entry.get(field, "") for field in fields):
            yield from filter(None, value if isinstance(value, list) else [value])


def texts_in(tree: ast.AST, room: str = "") -> Iterator[Text]:
    """The texts of one file, or of the class `room` in it."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.ClassDef():
                yield from (Text(CORE, word) for word in _sentences_of(node))
                yield from texts_in(node, node.name)
                continue
            case ast.Call():
                yield from _texts_of_call(node, room)
        yield from texts_in(node, room)


def _texts_of_call(call: ast.Call, room: str) -> Iterator[Text]:
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr="tr"), args=[ast.Constant(str(text)), *more]):
            yield Text(room, text, *_comment_and_count(more))
        case ast.Call(
            func=ast.Attribute(attr="translate") | ast.Name(id="translate"),
            args=[ast.Constant(str(context)), ast.Constant(str(text)), *more],
        ):
            yield Text(context, text, *_comment_and_count(more))
        case ast.Call(func=ast.Name(id="worded"), args=[ast.Constant(str(text))]):
            yield Text(CORE, text)
        case ast.Call(func=ast.Name(id="Meta"), keywords=keywords):
            values = [one.value for one in keywords if one.arg in META]
            yield from (Text(CORE, str(one.value)) for one in values if isinstance(one, ast.Constant))


def _comment_and_count(more: list[ast.expr]) -> tuple[str, bool]:
    comment = more[0].value if more and isinstance(more[0], ast.Constant) else ""
    return str(comment or ""), len(more) > 1


def _sentences_of(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        value = getattr(line, "value", None)
        if isinstance(target, ast.Name) and target.id in SENTENCES and isinstance(value, ast.Constant):
            yield str(value.value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
