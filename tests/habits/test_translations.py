"""Every text that people read is collected, translated and whole in each language. The collector is build's own."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from desktop.translation import NAMES, SOURCE_LANGUAGE
from tests.habits.source_tree import ROOT, modules, tree_of

FORMS = {"de": 2, "en": 2, "es": 2, "ja": 1}
"""How many forms each language has for a number, as Qt counts them (Spanish “many” is not among them)."""

SAYS = frozenset(
    {
        *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName"),
        *("setAccessibleDescription", "setPlaceholderText", "setWindowTitle", "setTitle", "setTabText"),
        *("setSuffix", "setPrefix", "setSpecialValueText", "setInformativeText", "setLabelText", "addTab"),
        *("addAction", "addMenu", "addItem", "addRow", "announce", "notify", "say", "question"),
        *("information", "warning", "critical", "QLabel", "QPushButton", "QCheckBox", "QRadioButton"),
        *("QGroupBox", "QToolButton", "QAction", "Command", "IconButton", "EmptyState", "BusyButton"),
        *("PageEntry", "PaletteEntry"),
    }
)
"""What shows or speaks the texts that it is given."""

KEPT = {
    "English": "languages call themselves by their own names",
    "Deutsch": "languages call themselves by their own names",
    "Español": "languages call themselves by their own names",
    "Hearth": "a name",
    "Markdown": "a name",
    "XXXX-XXXX-…": "the form of a recovery key",
    "XXXX-XXXX-XXXX-…": "the form of a recovery key",
    "hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M": "the name of a model",
    "XDG_CURRENT_DESKTOP": "a name of the environment",
}
ENGLISH_ONLY = ("desktop/cli/", "desktop/self_test", "desktop/bridge.py")
"""The terminal and what only programmers read."""

TO_MODELS_AND_PROGRAMS = {
    "desktop/quick_chat/selection_prompts.py": "prompts for the model, used only where there is no prompt library",
    "desktop/__main__.py": "printed in the terminal, before Qt is there",
    "desktop/commands.py": "told to programmers",
    "desktop/theme/style_rules.py": "style rules",
    "desktop/widgets/passphrase_strength.py": "passphrases that everybody tries",
    "desktop/autostart.py": "sentences of errors, which the collector takes from their classes; a .desktop file",
    "desktop/start_request.py": "details for the log",
    "desktop/single_instance.py": "details for the log",
    "desktop/screenshot_portal.py": "details for the log",
    "desktop/instance_lock.py": "details for the log",
}


@cache
def collector() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_translations", ROOT / "build" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@cache
def collected() -> frozenset[tuple[str, str, str, bool]]:
    """Context, source, comment and whether it has plurals, of every text in the sources."""
    return frozenset((text.context, text.source, text.comment, text.numerus) for text in collector().collected())


def file_of(language: str) -> Path:
    path: Path = collector().FOLDER / f"hearth_{language}.ts"
    return path


def missing_in(language: str) -> list[str]:
    """What `language` does not say yet, “context: text”."""
    wanted = {
        (context, source, comment)
        for context, source, comment, numerus in collected()
        if numerus or language != SOURCE_LANGUAGE
    }
    said = {
        (entry.context, entry.source, entry.comment)
        for entry in collector().entries(file_of(language))
        if entry.finished
    }
    return sorted(f"{context}: {source}" for context, source, _ in wanted - said)


@pytest.mark.parametrize("language", NAMES)
def test_everything_is_said_in_every_language(language: str) -> None:
    missing = missing_in(language)
    assert not missing, f"{len(missing)} texts are not said in {language}, the first: {missing[:10]}"


@pytest.mark.parametrize("language", NAMES)
def test_nothing_is_said_that_no_source_says_any_more(language: str) -> None:
    known = {(context, source) for context, source, _, _ in collected()}
    assert not [entry for entry in collector().entries(file_of(language)) if (entry.context, entry.source) not in known]


@pytest.mark.parametrize("language", NAMES)
def test_numbers_have_all_their_forms(language: str) -> None:
    plurals = [entry for entry in collector().entries(file_of(language)) if entry.numerus]
    assert plurals
    assert {entry.source: len(entry.forms) for entry in plurals if len(entry.forms) != FORMS[language]} == {}


@pytest.mark.parametrize("language", NAMES)
def test_a_translation_keeps_gaps_marks_and_edges(language: str) -> None:
    wrong = [
        f"{entry.source!r} → {form!r}: {difference}"
        for entry in collector().entries(file_of(language))
        for form in entry.forms
        if form and (difference := differences(entry.source, form, numerus=entry.numerus))
    ]
    assert not wrong, f"{len(wrong)} translations differ:\n" + "\n".join(wrong[:20])


@pytest.mark.parametrize("language", NAMES)
def test_what_is_shipped_is_what_is_written(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    collector().compile_file(file_of(language), made)
    assert made.read_bytes() == file_of(language).with_suffix(".qm").read_bytes()


def differences(source: str, form: str, *, numerus: bool) -> str:
    """What the form of a text lost or added, empty when it is whole."""
    checks: dict[str, Callable[[str], object]] = {
        "fields": lambda text: Counter(re.findall(r"(?<!\{)\{\w*\}(?!\})|%[1-9]", text)),
        "variables": variables,
        "tags": lambda text: Counter(re.findall(r"</?[a-z]+", text)),
        "lines": lambda text: text.count("\n"),
        "ellipsis": lambda text: text.rstrip().endswith("…"),
        "mnemonic": lambda text: len(re.findall(r"&\w", text)),
        "edges": lambda text: (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]),
    }
    found = [name for name, check in checks.items() if check(source) != check(form)]
    if not numerus and source.count("%n") != form.count("%n"):
        found.append("%n")
    return ", ".join(found)


def variables(text: str) -> Counter[tuple[str, bool, int]]:
    """The gaps of a prompt: the name stays, the words to choose from may be another language's."""
    found = re.findall(r"\{\{([^{}]*)\}\}", text)
    return Counter((re.split(r"[=|]", gap)[0], "=" in gap, gap.count("|")) for gap in found)


def test_a_lost_gap_and_a_lost_blank_are_noticed() -> None:
    assert differences("{0} of {1}", "{0} von", numerus=False) == "fields"
    assert differences("Say {{tone|a|b}}", "Sag {{ton|a|b}}", numerus=False) == "variables"
    assert differences("Say {{tone|a|b}}", "Sag {{tone|x|y}}", numerus=False) == ""
    assert differences("Open… ", "Öffnen…", numerus=False) == "edges"
    assert differences("%n chats", "Ein Chat", numerus=True) == ""


# ---- every literal that people read goes through tr, translate or worded ---------------------------------------------


def windows() -> list[Path]:
    """The modules of what is shown in windows."""
    return [path for path in modules() if path.parts[0] == "desktop" and not str(path).startswith(ENGLISH_ONLY)]


@pytest.mark.parametrize("module", windows(), ids=str)
def test_no_text_reaches_a_widget_past_the_translation(module: Path) -> None:
    said = [
        f"line {literal.lineno}: {literal.value!r}"
        for call in ast.walk(tree_of(module))
        if isinstance(call, ast.Call) and name_of(call.func) in SAYS and not is_log(call)
        for argument in call.args
        for literal in literals(argument)
        if re.search(r"[A-Za-z]{2}", str(literal.value)) and not is_code(str(literal.value))
    ]
    assert not said


@pytest.mark.parametrize("module", windows(), ids=str)
def test_no_sentence_stands_outside_the_translation(module: Path) -> None:
    if str(module) in TO_MODELS_AND_PROGRAMS:
        return
    found = [
        f"line {literal.lineno}: {literal.value!r}"
        for literal in literals(tree_of(module))
        if re.search(r"[A-Za-z’]{2,} [A-Za-z’]{2,}.*[.…?!]\s*$", str(literal.value), re.DOTALL)
        and "\n" not in str(literal.value)
    ]
    assert not found


@pytest.mark.parametrize("module", modules(), ids=str)
def test_what_is_translated_is_a_literal_of_this_very_object(module: Path) -> None:
    for call in ast.walk(tree_of(module)):
        if not isinstance(call, ast.Call):
            continue
        if isinstance(call.func, ast.Name) and call.func.id in ("tr", "_tr"):
            pytest.fail(f"line {call.lineno}: the collector does not know {call.func.id}(…)")
        if isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
            owner = call.func.value
            assert name_of(owner) == "self", f"line {call.lineno}: another object’s tr"
            assert is_text(call.args[0]), f"line {call.lineno}: no literal"


def test_plurals_of_a_class_that_others_build_upon_name_their_context() -> None:
    """Qt looks in the class of the object first, and takes “3 messages” there for a translation."""
    bases, plural = set[str](), set[str]()
    for module in windows():
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.ClassDef):
                bases.update(name_of(base) for base in node.bases)
                plural.update(node.name for text in collector().texts_in(node, node.name) if is_own_plural(node, text))
    assert not bases & plural


def is_own_plural(node: ast.ClassDef, text: object) -> bool:
    return bool(getattr(text, "numerus", False)) and getattr(text, "source", "") in {
        call.args[0].value
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and isinstance(call.args[0], ast.Constant)
    }


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The texts in `tree` that are neither translated, nor keys, nor names of states, nor documentation."""
    if isinstance(tree, ast.Call) and name_of(tree.func) in ("tr", "translate", "worded", "getLogger", "setProperty"):
        return
    if isinstance(tree, ast.Call) and is_log(tree):
        return
    if isinstance(tree, (ast.Subscript, ast.Compare, ast.Raise)) or is_documentation(tree):
        return
    if isinstance(tree, ast.Dict):
        for value in tree.values:
            yield from literals(value)
        return
    if isinstance(tree, ast.IfExp):
        yield from literals(tree.body)
        yield from literals(tree.orelse)
        return
    if is_text(tree) and isinstance(tree, ast.Constant) and tree.value not in KEPT:
        yield tree
    for child in ast.iter_child_nodes(tree):
        if not (isinstance(child, ast.arg) or (isinstance(tree, ast.AnnAssign) and child is tree.annotation)):
            yield from literals(child)


def is_log(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and name_of(call.func.value) in ("log", "_log")


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_documentation(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and is_text(node.value)


def is_code(text: str) -> bool:
    """Ids, names of icons and keys: no blank, and no capital that begins a word of its own."""
    return bool(
        re.fullmatch(r"[a-z0-9_.:/#-]+|(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:[A-Z]|[A-Z][a-z]+\d*|F\d+)", text)
    ) and (text[:1].islower() or "+" in text or len(text) < 2)


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
