from __future__ import annotations

from core.conversations.stored_text import has_spaceless, single_line, storable, with_short_pieces


def test_text_stays_as_it_is_unless_it_is_no_unicode() -> None:
    for text in ("plain", "é 汉 😀 \0 \n", "\ufffe"):
        assert storable(text) is text
    assert storable("a\ud83d\ude00b\udc00c\ud800") == "a😀b�c�"


def test_a_line_keeps_emoji_families_and_loses_what_turns_text_around() -> None:
    assert single_line("  a\r\n\tb\0c ") == "a b c"
    assert single_line("👩‍👩‍👧 \u202eevil\u2066 \u2028x") == "👩‍👩‍👧 evil x"
    assert single_line("x" * 500, limit=10) == "x" * 9 + "…"
    assert single_line(single_line("word " * 500)) == single_line("word " * 500)


def test_scripts_without_spaces_are_known() -> None:
    assert all(map(has_spaceless, ("汉", "ひ", "カ", "한", "ไทย", "ລາວ", "ខ្មែរ", "𠮷", "latin 漢")))
    assert not any(map(has_spaceless, ("", "plain", "éüß", "кириллица", "עברית", "😀", "…“”")))


def test_pairs_and_single_characters_are_filed_behind_the_text() -> None:
    assert with_short_pieces("a汉字") == "a汉字\x01汉字\x01\x01字\x01\x01汉"
    assert with_short_pieces("汉\x01\0字") == "汉  字\x01\x01字\x01\x01汉"
