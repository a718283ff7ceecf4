"""The sentence that is spoken is found among the painted blocks, whatever markup it is made of."""

from __future__ import annotations

import pytest

from desktop.chat.block_stream import read_message
from desktop.chat.spoken_place import places_of


def spoken(raw: str, sentence: str, *, turn: int = 0) -> list[str]:
    """What is set off when the `turn`-th place of `sentence` in `raw` is spoken."""
    start = -1
    for _ in range(turn + 1):
        start = raw.index(sentence, start + 1)
    texts = [block.plain_text for block in read_message(raw)]
    return [texts[at.block][at.start : at.end] for at in places_of(raw, start, start + len(sentence), texts)]


@pytest.mark.parametrize(
    ("raw", "sentence", "wanted"),
    [
        ("It rains. It will stop.", "It will stop.", "It will stop."),
        ("It **rains** hard. Wait.", "It **rains** hard.", "It rains hard."),
        (
            "See [the map](https://example.org/a?b=c). Go on.",
            "See [the map](https://example.org/a?b=c).",
            "See the map.",
        ),
        ("# A title\n\nThen *text*.", "# A title", "A title"),
        ("1. First one.\n2. Second `x = 1` here.\n", "Second `x = 1` here.", "Second x = 1 here."),
        ("> Quoted words.\n\nOwn words.", "Quoted words.", "Quoted words."),
        ("Er sagte: „Ja.“ Dann ging er.", "„Ja.“", "„Ja.“"),
        ("今日は晴れです。明日は雨です。", "明日は雨です。", "明日は雨です。"),
        ("A\\*b stays. End.", "A\\*b stays.", "A*b stays."),
    ],
)
def test_markup_does_not_hide_the_sentence(raw: str, sentence: str, wanted: str) -> None:
    assert spoken(raw, sentence) == [wanted]


def test_a_sentence_that_stands_twice_is_found_where_it_is_spoken() -> None:
    raw = "Yes, **of course**. It is so.\n\nAnd once more: `of course`. Yes, **of course**. The end."
    texts = [block.plain_text for block in read_message(raw)]
    start = raw.rindex("Yes, **of")
    (place,) = places_of(raw, start, start + len("Yes, **of course**."), texts)
    assert place.block == 1
    assert texts[1][place.start : place.end] == "Yes, of course."


def test_a_sentence_over_two_blocks_is_set_off_in_both() -> None:
    assert spoken("First part\n\n- second part", "First part\n\n- second part") == ["First part", "second part"]


def test_what_cannot_be_found_sets_off_its_block() -> None:
    raw = "One two three.\n\nSee [the map][m] now.\n\n[m]: https://example.org\n\nLast words here."
    texts = [block.plain_text for block in read_message(raw)]
    start = raw.index("See")
    sentence = "See [the map][m] now."
    (place,) = places_of(raw, start, start + len(sentence), texts)
    assert texts[place.block] == "See the map now."
    assert (place.start, place.end) == (0, len(texts[place.block]))


def test_nothing_to_read_sets_nothing_off() -> None:
    assert spoken("Above.\n\n---\n\nBelow.", "---") == []


def test_every_sentence_of_a_long_answer_is_found_in_its_turn() -> None:
    sentences = [f"Sentence number {n} says **hello** again." for n in range(200)]
    raw = " ".join(sentences)
    texts = [block.plain_text for block in read_message(raw)]
    start = 0
    for sentence in sentences:
        start = raw.index(sentence, start)
        places = places_of(raw, start, start + len(sentence), texts)
        assert "".join(texts[at.block][at.start : at.end] for at in places) == sentence.replace("**", "")
