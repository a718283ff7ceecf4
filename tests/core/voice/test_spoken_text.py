from __future__ import annotations

import pytest

from core.voice.sentences import Sentence, SentenceKind, SentenceSplitter
from core.voice.spoken_text import spoken, spoken_words


def said(text: str, language: str = "en", *, kind: SentenceKind = "prose") -> str:
    return spoken(Sentence(text, 0, len(text), kind), language)


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("This is **bold**, *italic*, __strong__ and _soft_.", "This is bold, italic, strong and soft."),
        ("Half **open emphasis.", "Half open emphasis."),
        ("~~Gone~~ but ==marked==.", "Gone but marked."),
        ("Call `print(x)` or `snake_case_name`.", "Call print(x) or snake case name."),
        ("Great! 🎉🎉 Next 👩‍👩‍👧 1️⃣ step ✅.", "Great! Next 1 step."),
        ("It is true.[1][2] So [3, 4] they say[^5].", "It is true. So they say."),
        ("Known【3†source】 well.²", "Known well."),
        ("A room of 20 m² and 5 km².", "A room of 20 m² and 5 km²."),
        ("It is 20 °C.", "It is 20 °C."),
        ("See [the docs](https://x.org/a_(b)?c=d) now.", "See the docs now."),
        ("See [the docs][1] and ![a cat](cat.png).", "See the docs and a cat."),
        ("Go to https://www.example.org/a/b?c=d#e.", "Go to example dot org."),
        ("Go to (www.example.org), please.", "Go to (example dot org), please."),
        ("Go to <https://example.org:8080/x> now.", "Go to example dot org now."),
        ("Write to jo.doe@example.org.", "Write to jo dot doe at example dot org."),
        ("An [[Article|article]] of the wiki.", "An article of the wiki."),
        ("One<br>two &amp; three <b>four</b><!-- no -->.", "One two & three four."),
        ("If a < b and c > d.", "If a < b and c > d."),
        ("A → B, C -> D.", "A, B, C, D."),
        ("He came – late — but came.", "He came, late, but came."),
        ("It costs $5 or $7.50 today.", "It costs $5 or $7.50 today."),
        ("So $x^2 \\times \\frac{1}{2}$ and \\(a \\le b\\).", "So x² × 1 / 2 and a ≤ b."),
        ("Ends without a stop", "Ends without a stop."),
        ("Really?!!", "Really?!"),
        ("> quoted text\n> goes on.", "quoted text goes on."),
        ("A 5\\*3 escaped.", "A 5*3 escaped."),
    ],
)
def test_markup_is_not_spoken(written: str, heard: str) -> None:
    assert said(written) == heard


@pytest.mark.parametrize("text", ["", "🎉", "---", "***", "[1]", "<br>", "**", "…", "`​`", "→"])
def test_nothing_is_said_where_there_are_no_words(text: str) -> None:
    assert said(text) == ""


def test_lists_are_told_by_their_numbers_and_headings_without_their_marks() -> None:
    assert said("2. Add **tea**", kind="list_item") == "2: Add tea."
    assert said("10) Stir", kind="list_item") == "10: Stir."
    assert said("- [x] done already", kind="list_item") == "done already."
    assert said("3. 混ぜる", "ja", kind="list_item") == "3、混ぜる。"
    assert said("## Plan", kind="heading") == "Plan."


def test_a_clause_keeps_its_open_end() -> None:
    assert spoken(Sentence("In the end,", 0, 11, "prose", "clause"), "en") == "In the end,"


@pytest.mark.parametrize(("language", "code"), [("en", "code"), ("de", "Code"), ("es", "código"), ("ja", "コード")])
def test_code_and_tables_are_announced_in_the_language(language: str, code: str) -> None:
    assert code in said("```python", language, kind="code")
    assert said("| a |", language, kind="table") == spoken_words(language).table
    assert said("$$", language, kind="code") == spoken_words(language).formula


def test_addresses_are_spoken_in_the_language() -> None:
    assert said("Siehe https://example.org/x.", "de") == "Siehe example Punkt org."
    assert said("Ve a https://example.org.", "es") == "Ve a example punto org."
    assert said("See https://[broken.", "en") == "See a link."
    assert said("Bonjour https://example.fr", "fr") == "Bonjour example dot fr."


def test_no_markup_is_left_of_a_whole_answer() -> None:
    answer = (
        "# Title\n\nSome **bold. Still** bold and [a link. Here](http://x.y/z).\n\n1. `one. two`\n- _three_[^1]\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```c\nint x;\n```\nSee <https://x.org>. 🎉\n\n[^1]: Note."
    )
    splitter = SentenceSplitter("en")
    heard = [spoken(sentence, "en") for sentence in splitter.feed(answer) + splitter.finish()]
    assert " ".join(text for text in heard if text) == (
        "Title. Some bold. Still bold and a link. Here. 1: one. two. three. Here is a table. Here is some code. "
        "See x dot org."
    )
