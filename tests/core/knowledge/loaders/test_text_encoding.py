from __future__ import annotations

import pytest

from core.knowledge.loaders.text_encoding import decoded, encoding_of

SAID = {
    "cp1252": "Le café est très agréable. Die Größe der Übung ist schön, señor. “Quoted” – it’s €5.",
    "cp1250": "Zażółć gęślą jaźń. Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "cp1251": "Привет, мир! Это обычный русский текст. Съешь ещё этих мягких булок.",
    "koi8-r": "Привет, мир! Это обычный русский текст. Съешь ещё этих мягких булок.",
    "cp1253": "Καλημέρα κόσμε, αυτό είναι ένα απλό κείμενο.",
    "cp1255": "שלום עולם, זה טקסט פשוט בעברית",
    "cp1256": "مرحبا بالعالم، هذا نص بسيط باللغة العربية",
    "cp874": "สวัสดีชาวโลก นี่คือข้อความภาษาไทย",
    "cp932": "これは日本語の文章です。東京は大きな都市です。",
    "euc_jp": "これは日本語の文章です。東京は大きな都市です。",
    "cp949": "안녕하세요. 이것은 한국어 문장입니다. 서울은 큰 도시입니다.",
    "gb18030": "这是一个中文句子。北京是一个大城市，人口很多。",
    "big5": "這是一個中文句子。台北是一個大城市，人口很多。",
}


@pytest.mark.parametrize("encoding", SAID)
def test_an_encoding_is_told_by_what_the_text_would_say(encoding: str) -> None:
    text = SAID[encoding]
    assert decoded(text.encode(encoding)) == text
    assert encoding_of(f"{text}\n".encode(encoding) * 50) == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_known_with_and_without_its_mark(encoding: str) -> None:
    text = "Plain words, naïve ones, and 漢字 between a few more plain words."
    assert decoded(text.encode(encoding)) == text


def test_valid_utf8_wins_over_what_is_declared_and_a_cut_last_character_does_not_matter() -> None:
    data = "Größe 漢".encode()
    assert decoded(data, "latin-1") == "Größe 漢"
    assert decoded(data[:-1]).startswith("Größe ")


@pytest.mark.parametrize("declared", ["rot13", "zlib", "base64", "no-such", "unicode_escape\n", "undefined"])
def test_what_is_no_encoding_of_text_is_never_used(declared: str) -> None:
    assert decoded(b"caf\xe9 cr\xe8me", declared) == "café crème"


def test_all_line_ends_are_one() -> None:
    assert decoded(b"a\r\nb\rc\n") == "a\nb\nc\n"
