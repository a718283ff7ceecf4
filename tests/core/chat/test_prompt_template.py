from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from core.chat.prompt_template import MOST_VARIABLES, Variable, asked_for, date_in_words, fill, variables


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no variables", ()),
        ("{{name}}", (Variable("name"),)),
        ("{{ what matters }}", (Variable("what matters"),)),
        ("{{name=Ada}}", (Variable("name", "Ada"),)),
        ("{{name=}}", (Variable("name"),)),
        ("{{tone|formal|friendly}}", (Variable("tone", "formal", ("formal", "friendly")),)),
        ("{{tone=friendly|formal|friendly}}", (Variable("tone", "friendly", ("formal", "friendly")),)),
        ("{{tone=odd|formal}}", (Variable("tone", "odd", ("odd", "formal")),)),
        ("{{a|x||y}}", (Variable("a", "x", ("x", "y")),)),
        (
            "{{größe=40 °C}} {{言語|日本語|英語}}",
            (Variable("größe", "40 °C"), Variable("言語", "日本語", ("日本語", "英語"))),
        ),
        ("{{list=one\ntwo}}", (Variable("list", "one\ntwo"),)),
        ("{{Name}} {{name=x}}", (Variable("Name", "x"),)),
        (r"{{a=1\=2\|3\}\\}}", (Variable("a", "1=2|3}\\"),)),
        (r"{{a|x\|y|z}}", (Variable("a", "x|y", ("x|y", "z")),)),
    ],
)
def test_a_prompt_tells_what_it_asks_for(text: str, found: tuple[Variable, ...]) -> None:
    assert variables(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "{{}}", "{{ }}", "{{user.name}}", "{name}", "{{name", "name}}", "{{a{b}}", "{% if x %}", "{{|a|b}}",
        "{{a||}}", "{{-x}}", "{{=x}}", "{{" + "x" * 41 + "}}", "{ {a} }", "{{a b\nc}}",
    ],
)  # fmt: skip
def test_what_is_no_variable_stays_as_it_is(text: str) -> None:
    assert variables(text) == ()
    assert fill(text, {"a": "!", "name": "!", "x": "!"}) == text


def test_filling_takes_values_then_defaults_then_nothing() -> None:
    text = "Dear {{name}}, a {{tone|warm|cool}} hello from {{place=home}}. {{NAME}}!"
    assert fill(text, {"Name": "Ada"}) == "Dear Ada, a warm hello from home. Ada!"
    assert fill(text, {"name": "", "tone": "cool", "place": ""}) == "Dear , a cool hello from . !"


def test_an_escaped_brace_is_a_plain_one() -> None:
    assert fill(r"Write \{{name}} literally, {{name}}.", {"name": "Ada"}) == "Write {{name}} literally, Ada."


def test_text_and_selection_stand_in_for_each_other() -> None:
    assert fill("{{text}}|{{selection}}", {"text": "a"}) == "a|a"
    assert fill("{{text}}|{{selection}}", {"selection": "b"}) == "b|b"
    assert fill("{{text}}|{{selection}}", {"text": "a", "selection": "b"}) == "a|b"


def test_a_value_that_looks_like_a_variable_is_never_looked_at() -> None:
    text = "{{a}} {{b=fallback}} {{clipboard}}"
    filled = fill(text, {"a": "{{b}} \\{{ {{clipboard}}", "b": "{{a}}", "clipboard": "secret"})
    assert filled == "{{b}} \\{{ {{clipboard}} {{a}} secret"


def test_only_what_is_not_known_is_asked_for() -> None:
    text = "{{date}} {{clipboard}} {{text}}"
    assert [one.name for one in asked_for(text, {"date": "2026-01-05", "clipboard": ""})] == ["clipboard", "text"]
    assert [one.is_multi_line for one in variables("{{text}} {{name}} {{code|a|b}} {{x=1\n2}}")] == [
        True, False, False, True,
    ]  # fmt: skip


def test_more_variables_than_a_small_form_holds_stay_text() -> None:
    text = " ".join(f"{{{{v{number}}}}}" for number in range(MOST_VARIABLES + 3))
    assert len(variables(text)) == MOST_VARIABLES
    assert fill(text, {}).strip() == "{{v20}} {{v21}} {{v22}}"


def test_the_date_is_the_same_in_every_language() -> None:
    assert date_in_words(datetime(2026, 1, 5, 9, tzinfo=UTC)) == "2026-01-05"


PIECES = [
    "{{",
    "}}",
    "{",
    "}",
    "\\",
    "|",
    "=",
    "a",
    "name",
    " ",
    "\n",
    "{{a}}",
    "{{b=x}}",
    "{{c|1|2}}",
    "\\{{",
    "é",
    "日",
]


@pytest.mark.parametrize("seed", range(40))
def test_random_texts_fill_to_their_text_with_every_value_whole(seed: int) -> None:
    """Against any text and any values: nothing raises, values come out whole, filling again with no values is stable
    when no variable is left, and what has no variables changes in nothing but its escapes."""
    dice = random.Random(seed)
    for _ in range(200):
        text = "".join(dice.choices(PIECES, k=dice.randint(0, 14)))
        asked = variables(text)
        values = {one.name: "".join(dice.choices(PIECES, k=dice.randint(0, 6))) for one in asked}
        marks = {name: f"\x02{number}\x03" for number, name in enumerate(values)}
        outline = fill(text, marks)
        for name, mark in marks.items():
            assert mark in outline
            outline = outline.replace(mark, values[name])
        assert fill(text, values) == outline
        if not asked:
            assert fill(text, {"a": "z"}) == text.replace("\\{{", "{{")


def test_a_hostile_text_takes_no_time_to_speak_of() -> None:
    for text in (
        "{{" * 20_000,
        "{{a" + "|x" * 20_000,
        "{{a=" + "\\" * 40_000,
        "{{a=" + "\\}" * 20_000 + "}}",
        "\\" * 50_000,
    ):
        assert len(fill(text, {})) <= len(text)
