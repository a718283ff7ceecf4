from __future__ import annotations

import itertools
import random

import pytest

from core.voice.sentences import LONGEST, Sentence, SentenceSplitter


def pieces(text: str, *, language: str = "", cuts: list[str] | None = None) -> list[Sentence]:
    splitter = SentenceSplitter(language)
    found = [sentence for part in (cuts or [text]) for sentence in splitter.feed(part)]
    return found + splitter.finish()


def texts(text: str, *, language: str = "") -> list[str]:
    return [sentence.text for sentence in pieces(text, language=language)]


ANSWER = (
    """Sure! Here is what I found about Dr. Smith, e.g. the U.S. version (v. 3.14) at https://example.org/a.b?c=d.
Next sentence; it goes on.[1] More? "Yes." We left at 5 p.m. Then it rained... and stopped. J. R. R. Tolkien wrote it.

## A heading. With dots
1. First item. It has two sentences.
2. Second **item** with `code. More. Code`
   - nested *text*.
- [link. With dot](http://x.y/z) here 🎉

~~~~python
print("hello. World")
```
~~~~
After code – text, and `unclosed code. With a stop.

| a | b |
|---|---|
| 1 | 2. |
Text after a table.

a | b
---|:--
1 | 2

$$
x = \\frac{1}{2}.
$$
\\[ y = 2. \\]

***
[^1]: a footnote. Yes.
> A quoted line. With two
> sentences.
Roses are red
Violets are blue,
Am 3. Oktober kam z. B. Herr Dr. Müller usw. Dann ging er. Das war d. h. so.
El Sr. García vive en la Av. Mayor, p. ej. en EE. UU. ¿Verdad? ¡Claro!
今日はいい天気ですね。「そうです。はい。」と言った！？次、行きましょう
A line that is wrapped by hand at some eighty characters goes on in the
next line. [not a definition] follows, [neither is this
* and 【3†source】 that. 12345. 1) 3.5 -x =y :z |no table ``quoted`` #tag $5 \\n
Let me count: """
    + ("word " * 120 + "end.")
    + ("東京" * 120)
    + "https://example.org/"
    + "x" * 900
)


def test_any_way_of_cutting_the_stream_gives_the_same_sentences() -> None:
    whole = pieces(ANSWER)
    chance = random.Random(4)
    assert pieces("", cuts=list(ANSWER)) == whole
    for _ in range(120):
        longest, cuts, at = chance.choice((1, 2, 3, 5, 8, 20, 100, 1000)), [], 0
        while at < len(ANSWER):
            size = chance.randint(1, longest)
            cuts.append(ANSWER[at : at + size])
            at += size
        assert pieces("", cuts=cuts) == whole


def test_made_up_answers_are_cut_the_same_way_however_they_come() -> None:
    alphabet = [
        "a",
        "B",
        " ",
        "\n",
        ".",
        "!",
        "…",
        '"',
        "`",
        "```",
        "|",
        "-",
        "*",
        "#",
        "1",
        "[",
        "]",
        "(",
        ")",
        "$$",
        "\\",
        ":",
        ",",
        "。",
        "「",
        "」",
        "漢",
        "~",
        ">",
        "=",
        "Dr",
        "z",
        "  ",
        "\n\n",
    ]
    chance = random.Random(11)
    for _ in range(250):
        text = "".join(chance.choices(alphabet, k=chance.randint(1, 120)))
        cuts, at = [], 0
        while at < len(text):
            size = chance.randint(1, 6)
            cuts.append(text[at : at + size])
            at += size
        assert pieces("", cuts=cuts) == pieces(text), text


def test_every_piece_names_its_place_in_the_answer() -> None:
    found = pieces(ANSWER)
    assert all(ANSWER[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(sentence.text == sentence.text.strip() != "" for sentence in found)


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        ("Dr. Smith met Mr. J. Doe. They spoke.", "en", ["Dr. Smith met Mr. J. Doe.", "They spoke."]),
        ("It costs 3.14 or 1,000.50. Cheap.", "en", ["It costs 3.14 or 1,000.50.", "Cheap."]),
        ("At 5 p.m. it closes. At 6 p.m. It is dark.", "en", ["At 5 p.m. it closes.", "At 6 p.m.", "It is dark."]),
        ("So do I. Then go.", "en", ["So do I.", "Then go."]),
        ("Read e.g. Proust, cf. Fig. 3 and No. 7. Done.", "en", ["Read e.g. Proust, cf. Fig. 3 and No. 7.", "Done."]),
        ("Visit www.example.org. It works.", "en", ["Visit www.example.org.", "It works."]),
        ("Wait... what? Yes!! Good.", "en", ["Wait... what?", "Yes!!", "Good."]),
        ('"Stop!" he said. “Why?” She left.', "en", ['"Stop!" he said.', "“Why?”", "She left."]),
        ("True.[1][2] Known since 1990 [3]. Fine.", "en", ["True.[1][2]", "Known since 1990 [3].", "Fine."]),
        ("Am 3. Oktober kam er. Gut.", "de", ["Am 3. Oktober kam er.", "Gut."]),
        ("Das ist z. B. Wasser, d. h. Eis. Ja.", "de", ["Das ist z. B. Wasser, d. h. Eis.", "Ja."]),
        ("Es war 1990. Dann kam Nr. 5 bzw. Abb. 2. Ende.", "de",
         ["Es war 1990.", "Dann kam Nr. 5 bzw. Abb. 2. Ende."]),
        ("El Sr. Paz llegó. ¿Quién? ¡Él! Sí.", "es", ["El Sr. Paz llegó.", "¿Quién?", "¡Él!", "Sí."]),
        ("はい。「行く。来る。」と言った。終わり！", "ja", ["はい。", "「行く。来る。」と言った。", "終わり！"]),
        ("See [the docs. Part two](https://x.org/a) now. Ok.", "en",
         ["See [the docs. Part two](https://x.org/a) now.", "Ok."]),
        ("Run `a. B` now. Ok.", "en", ["Run `a. B` now.", "Ok."]),
        ("Solve it for x. Then stop.", "en", ["Solve it for x.", "Then stop."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_end_them(text: str, language: str, sentences: list[str]) -> None:
    assert texts(text, language=language) == sentences


def test_a_sentence_is_given_out_as_soon_as_the_next_word_begins() -> None:
    splitter = SentenceSplitter("en")
    assert splitter.feed("It is noon.") == []
    assert [sentence.text for sentence in splitter.feed(" T")] == ["It is noon."]
    assert [sentence.text for sentence in splitter.feed("rue.\n")] == ["True."]


def test_japanese_sentences_wait_for_nothing() -> None:
    assert [sentence.text for sentence in SentenceSplitter("ja").feed("元気です。")] == ["元気です。"]


def test_the_first_piece_may_be_a_clause_and_later_ones_are_sentences() -> None:
    found = pieces("In the beginning of the year, nobody knew that the winter, long as it was, would end. It did.")
    assert [(piece.text[-6:], piece.ends) for piece in found] == [
        (" year,", "clause"),
        ("d end.", "sentence"),
        ("t did.", "block"),
    ]
    assert found[0].text == "In the beginning of the year,"


def test_a_short_beginning_is_not_cut_at_its_comma() -> None:
    assert texts("Yes, of course. Good.")[0] == "Yes, of course."


def test_code_tables_and_formulas_are_one_piece_each_told_by_their_first_line() -> None:
    found = pieces("Look:\n```sh\nls. Then\ncd\n```\nThen\n\n| a | b |\n|--|--|\n| c | d |\n\n$$\nx.\n$$\nEnd.")
    assert [(piece.kind, piece.text) for piece in found] == [
        ("prose", "Look:"),
        ("code", "```sh"),
        ("prose", "Then"),
        ("table", "| a | b |"),
        ("code", "$$"),
        ("prose", "End."),
    ]


def test_a_block_of_code_is_told_before_it_is_whole() -> None:
    splitter = SentenceSplitter()
    assert [piece.kind for piece in splitter.feed("```python\nimport o")] == ["code"]
    assert splitter.feed("s\n" * 100) == []


def test_lists_and_headings_are_pieces_of_their_own() -> None:
    found = pieces("# Plan\n1. Boil water. Wait\n2) Add tea\n- [ ] stir\n\nEnjoy")
    assert [(piece.kind, piece.text, piece.ends) for piece in found] == [
        ("heading", "# Plan", "block"),
        ("list_item", "1. Boil water.", "sentence"),
        ("list_item", "Wait", "block"),
        ("list_item", "2) Add tea", "block"),
        ("list_item", "- [ ] stir", "block"),
        ("prose", "Enjoy", "block"),
    ]


def test_text_wrapped_by_hand_is_one_sentence_and_a_poem_is_lines() -> None:
    assert texts("This line was wrapped by somebody at fifty letters\nand goes on here. End") == [
        "This line was wrapped by somebody at fifty letters\nand goes on here.",
        "End",
    ]
    assert texts("Roses are red\nviolets are blue") == ["Roses are red", "violets are blue"]


def test_rules_and_footnotes_are_passed_over() -> None:
    assert texts("One.\n\n---\n***\n[^1]: Note. More.\n[a]: https://x.org\nTwo.") == ["One.", "Two."]


def test_a_text_without_punctuation_is_cut_at_a_space_or_comma() -> None:
    found = texts("word " * 200)
    assert all(len(text) <= LONGEST and set(text.split()) == {"word"} for text in found)
    with_comma = texts("Short start. Then. " + "word " * 30 + "comma, " + "word " * 60)
    assert any(text.endswith("comma,") for text in with_comma)


def test_japanese_without_punctuation_is_cut_earlier_since_it_takes_longer_to_say() -> None:
    assert all(len(text) <= LONGEST * 2 // 5 for text in texts("東京" * 200))


def test_a_long_address_is_not_cut() -> None:
    address = "https://example.org/" + "x" * 900
    assert texts(f"Go to {address} now.") == ["Go to", f"{address} now."] or address in "".join(texts(address))


def test_nothing_is_given_out_for_nothing() -> None:
    assert pieces("") == pieces(" \n\n \t\n") == []
