from __future__ import annotations

import importlib
import re
from collections.abc import Iterator

import pytest

from core import errors
from core.errors import HearthError, ModelTrouble
from tests.habits.source_tree import modules


def every_error() -> list[type[HearthError]]:
    for module in modules():
        if module.parts[0] == "core":
            importlib.import_module(".".join(module.with_suffix("").parts).removesuffix(".__init__"))

    def below(kind: type[HearthError]) -> Iterator[type[HearthError]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    return sorted(set(below(HearthError)), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_and_a_next_step(kind: type[HearthError]) -> None:
    for text in (kind.sentence, kind.next_step):
        assert len(text) >= 8
        assert text.rstrip().endswith((".", "”", "}")), text
    assert kind.__doc__


def test_no_two_errors_share_a_code() -> None:
    codes = [kind.__name__ for kind in every_error()]
    assert len(codes) == len(set(codes))


def test_the_tree_of_errors_is_drawn_as_it_is() -> None:
    """Kinds of model trouble are many and have a page of their own."""
    drawing = (errors.__doc__ or "").partition("HearthError\n")[2].partition("\n\n")[0]
    drawn: dict[str, str] = {}
    branch = ""
    for line in drawing.splitlines():
        names = re.findall(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b|\bCancelled\b", line)
        branch = names[0] if line[0] in "├└" else branch
        drawn.update(dict.fromkeys(names, branch))
    there = {
        kind.__name__: next(step.__name__ for step in kind.__mro__ if HearthError in step.__bases__)
        for kind in every_error()
        if kind.__module__.startswith("core.") and (kind is ModelTrouble or not issubclass(kind, ModelTrouble))
    }
    assert drawn == there
