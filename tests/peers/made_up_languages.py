"""Languages nobody speaks, of every text that the collector finds: to see what is translated, and how wide it is."""

from __future__ import annotations

import importlib.util
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

_BUILD = Path(__file__).resolve().parent.parent.parent / "build" / "translations.py"


@cache
def collector() -> ModuleType:
    """`build/translations.py`, which is no package's."""
    spec = importlib.util.spec_from_file_location("build_translations_of_peers", _BUILD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def write_language(folder: Path, language: str, word: Callable[[str], str]) -> None:
    """`hearth_LANGUAGE.qm` in `folder`, with `word(text)` for every text."""
    source = folder / f"hearth_{language}.ts"
    collector().update(source, language)
    tree = ET.parse(source)
    for message in tree.iter("message"):
        text = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = list(translation.iter("numerusform"))
        for form in forms or [translation]:
            form.text = word(text)
    tree.write(source, encoding="utf-8", xml_declaration=True)
    collector().compile_file(source, source.with_suffix(".qm"))
