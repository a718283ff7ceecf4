from __future__ import annotations

import re

import pytest

from core.conversations.search_query import read_query
from core.conversations.snippet import SNIPPET_CHARACTERS, snippet


def shown(text: str, typed: str) -> tuple[str, list[str]]:
    """The snippet, and what is highlighted in it."""
    found = snippet(text, read_query(typed).pattern)
    return found.text, [found.text[start:end] for start, end in found.highlights]


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert shown("one\ntwo\tthree\0four", "two ") == ("one two three four", ["two"])


def test_the_window_holds_the_most_different_hits() -> None:
    text = "fox " + "x " * 300 + "brown and quick fox here " + "y " * 300

    part, marks = shown(text, "quick brown fox ")

    assert marks == ["brown", "quick", "fox"]
    assert part.startswith("…")
    assert len(part) <= SNIPPET_CHARACTERS + 2


def test_words_are_highlighted_whole_and_inside_of_others_not_at_all() -> None:
    assert shown("cat concat cats", "cat ")[1] == ["cat"]
    assert shown("cat concat cats", "cat")[1] == ["cat", "cat"]
    assert shown("snake_case case", "case ")[1] == ["case", "case"]


def test_syllables_of_other_letters_are_not_taken_for_the_same() -> None:
    assert shown("학 한", "한")[1] == ["한"]
    assert shown("か が", "が")[1] == ["が"]


def test_without_a_hit_the_beginning_is_shown() -> None:
    part, marks = shown("word " * 100, "absent ")

    assert part.startswith("word word")
    assert part.endswith("…")
    assert marks == []
    assert snippet("", re.compile("x")).text == ""


def test_a_hit_longer_than_the_window_is_cut_with_it() -> None:
    found = snippet("汉" * 1000, re.compile("汉{900}"))

    assert found.highlights == ((0, SNIPPET_CHARACTERS),)


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("## Blue\n\n**Rayleigh** scattering", "rayleigh", "Blue Rayleigh scattering"),
        ("| Colour | nm |\n|---|---:|\n| Blue | 450 |", "blue", "Colour nm Blue 450 "),
        ("Call `scatter(x)` *now*.", "scatter", "Call scatter(x) now."),
        ("See [the book](https://example.org/a) again.", "book", "See the book again."),
        ("Here:\n```python\nprint(a || b)\n```\ndone", "print", "Here: print(a || b) done"),
        ("- milk\n- eggs\n> said", "eggs", "milk eggs said"),
        ("2 * 3 * 4 and __init__ and a_b_c", "init", "2 * 3 * 4 and __init__ and a_b_c"),
    ],
)
def test_a_snippet_shows_words_and_not_the_marks_of_markdown(text: str, word: str, shown: str) -> None:
    found = snippet(text, re.compile(word))
    assert found.text == shown
    assert [found.text[first:last].lower() for first, last in found.highlights] == [word]


def test_what_was_found_is_shown_even_where_it_is_a_mark() -> None:
    found = snippet("a `b` c", re.compile("`b`"))
    assert found.text == "a `b` c"
    assert found.highlights == ((2, 5),)
