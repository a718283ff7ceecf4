from __future__ import annotations

import pytest

from core.voice.spoken_language import AnswerLanguage, goes_on_in, language_of, load_languages

FOUR = ("en", "de", "es", "ja")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The weather will be fine tomorrow.", "en"),
        ("Morgen wird das Wetter schön sein.", "de"),
        ("Mañana hará buen tiempo en la costa.", "es"),
        ("明日はいい天気でしょう。", "ja"),
        ("東京です", "ja"),
    ],
)
def test_sentences_are_told_apart(text: str, language: str) -> None:
    load_languages(FOUR)
    assert language_of(text, FOUR, "xx") == language


@pytest.mark.parametrize("text", ["", "Ok!", "123 456", "😀", "Sí."])
def test_a_text_that_proves_nothing_is_the_usual_language(text: str) -> None:
    assert language_of(text, FOUR, "de") == "de"


def test_only_languages_that_can_be_spoken_are_found() -> None:
    assert language_of("Morgen wird das Wetter schön sein.", ("en", "es"), "en") in ("en", "es")
    assert language_of("Morgen wird das Wetter schön sein.", ("en",), "en") == "en"


def test_the_language_follows_strong_evidence_and_ignores_a_foreign_name() -> None:
    answer = AnswerLanguage(FOUR, "en")
    assert answer.of("The painting hangs in the museum.") == "en"
    assert answer.of("It is called “Der Wanderer”.") == "en"
    assert answer.of("Auf Deutsch heißt das: Der Wanderer über dem Nebelmeer ist ein Gemälde.") == "de"
    assert answer.of("Gut!") == "de"
    assert answer.of("And now we go back to talking about it in English.") == "en"


def test_without_a_hint_the_first_sentence_decides() -> None:
    answer = AnswerLanguage(FOUR)
    assert answer.of("Ja.") == ""
    assert answer.of("Das ist eine gute Frage, danke dafür.") == "de"
    assert answer.now == "de"


@pytest.mark.parametrize(
    ("text", "language", "is_plain"),
    [
        ("The weather will be fine tomorrow in all of the country.", "en", True),
        ("Das Wetter wird morgen in den Bergen schön sein.", "de", True),
        ("El tiempo en la costa será bueno para todos.", "es", True),
        ("明日はいい天気でしょう。", "ja", True),
        ("Ok!", "de", True),
        ("Ok!", "", False),
        ("Das Wetter wird morgen in den Bergen schön sein.", "en", False),
        ("The weather will be fine tomorrow.", "de", False),
        ("明日はいい天気でしょう。", "en", False),
        ("Reykjavik, Akureyri, Selfoss, Egilsstaðir.", "en", False),
    ],
)
def test_small_words_tell_that_the_language_goes_on(text: str, language: str, is_plain: bool) -> None:  # noqa: FBT001
    assert goes_on_in(text, language) is is_plain
