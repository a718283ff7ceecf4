"""Finding by letters: which fit, in which order, and that a growing query finds what it would find anew."""

from __future__ import annotations

import random

import pytest

from desktop.main_window.palette_search import (
    MOST_FOUND,
    PaletteEntry,
    PaletteIndex,
    indexed,
    marked,
)
from desktop.widgets.folded_text import fold, fold_with_origins, places_of_words


def index_of(*titles: str) -> PaletteIndex:
    index = PaletteIndex()
    index.put("all", indexed(PaletteEntry("chat", title) for title in titles))
    return index


def found(index: PaletteIndex, query: str, *, limit: int = MOST_FOUND) -> list[str]:
    return [entry.title for entry in index.find(query, limit=limit)]


def test_beginnings_come_before_words_before_parts_before_letters_in_order() -> None:
    index = index_of("Closest", "A long set", "Settings", "Set", "Silent evening talk")
    assert found(index, "set") == ["Set", "Settings", "A long set", "Silent evening talk"]
    assert found(index, "sest") == ["Closest"]


def test_initials_come_before_parts_of_words() -> None:
    assert found(index_of("France", "New chat"), "nc") == ["New chat", "France"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("grosse", "Größe der Fenster"),
        ("GRÖSSE", "Größe der Fenster"),
        ("istanbul", "İstanbul im Mai"),
        ("smorrebrod", "Smørrebrød"),
        ("lodz", "Łódź"),
        ("設定", "声の設定"),
        ("かたかな", "カタカナの練習"),
        ("カタカナ", "かたかなの練習"),
        ("ﾒﾓ", "メモ帳"),
        ("한글", "오늘은 한글"),
        ("qwen3:4b", "Ask qwen3:4b"),
        ("stngs", "Settings"),
        ("dltcht", "Delete chat"),
        ("chat del", "Delete chat"),
    ],
)
def test_accents_case_widths_and_scripts_do_not_matter(query: str, title: str) -> None:
    assert found(index_of("Quite another", title), query) == [title]


def test_keywords_and_subtitles_find_after_titles() -> None:
    index = PaletteIndex()
    theme = PaletteEntry("setting", "Theme", subtitle="Appearance", keywords="System Light Dark")
    index.put("all", indexed([theme, PaletteEntry("chat", "Dark bread")]))
    assert found(index, "dark") == ["Dark bread", "Theme"]
    assert found(index, "theme dark") == ["Theme"]
    assert found(index, "appearance") == ["Theme"]


def test_letters_that_lie_far_apart_are_no_resemblance() -> None:
    assert found(index_of("Some very long title about nothing in particular at the end of the year"), "sty") == []


def test_one_letter_finds_beginnings_of_words_only() -> None:
    assert found(index_of("Bread", "A baker", "About"), "b") == ["Bread", "A baker"]


def test_recent_use_orders_equals_and_never_lifts_a_worse_fit() -> None:
    index = index_of("Settings", "Search", "Closet")
    index.use({"chat:Search": 1.0, "chat:Closet": 0.9})
    assert found(index, "se")[0] == "Search"
    index.use({"chat:Closet": 1.0})
    assert found(index, "se")[-1] == "Closet"


def test_commands_stand_before_chats_that_fit_equally_well() -> None:
    index = PaletteIndex()
    index.put("chats", indexed([PaletteEntry("chat", "New bread")]))
    index.put("commands", indexed([PaletteEntry("command", "New chat")]))
    assert found(index, "new") == ["New chat", "New bread"]


def test_a_query_typed_letter_by_letter_finds_the_same_as_at_once() -> None:
    choose = random.Random(5)
    syllables = ["se", "tt", "in", "gs", "ne", "ch", "at", "da", "rk", "so", "ür", "パン"]
    titles = [
        " ".join("".join(choose.choices(syllables, k=choose.randint(1, 3))) for _ in range(choose.randint(1, 5)))
        for _ in range(400)
    ]
    grown = index_of(*titles)
    for _ in range(60):
        query = choose.choice(titles)[: choose.randint(2, 9)]
        query = query if choose.random() < 0.5 else "".join(choose.choices(query, k=len(query)))
        for limit in (5, 40):
            for end in range(1, len(query) + 1):
                assert found(grown, query[:end], limit=limit) == found(index_of(*titles), query[:end], limit=limit)


def test_a_source_that_changes_is_found_anew() -> None:
    index = index_of("Bread")
    assert found(index, "bre") == ["Bread"]
    index.put("all", indexed([PaletteEntry("chat", "Breakfast")]))
    assert found(index, "bre") == ["Breakfast"]


@pytest.mark.parametrize("query", ["", "   ", "\x00", "[", "*+?", "\\", "a\nb", "\ud83d", "́", "^$"])
def test_no_query_breaks_it(query: str) -> None:
    found(index_of("Settings", "[draft] *+? \\ ^$", "", "́", "🙂 smile"), query)
    marked("[draft] *+? \\ ^$", query)


@pytest.mark.parametrize(
    ("text", "query", "marks"),
    [
        ("Settings", "set", ["Set"]),
        ("New chat", "nc", ["N", "c"]),
        ("Reset the settings", "set", ["set"]),
        ("Größe Übersicht", "ubers gross", ["Größ", "Übers"]),
        ("Delete chat", "dltc", ["D", "l", "t", "c"]),
        ("声の設定", "設定", ["設定"]),
        ("🙂 smile", "smi", ["smi"]),
    ],
)
def test_the_letters_that_were_found_are_marked(text: str, query: str, marks: list[str]) -> None:
    assert [text[start:end] for start, end in marked(text, query)] == marks


@pytest.mark.parametrize("text", ["plain", "Größe", "İstanbul", "ﬁne", "パン屋", "한글", "🙂 é"])
def test_folding_letter_by_letter_gives_the_folded_text(text: str) -> None:
    folded, origins = fold_with_origins(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)


def test_every_place_of_a_word_is_told() -> None:
    assert places_of_words("Lock with the screen lock", "lock") == ((0, 4), (21, 25))
