from __future__ import annotations

import numpy as np
import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from core.voice import spoken_language
from core.voice.spoken_language import AnswerLanguage, language_of, load_languages, plain_language

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


def test_the_thinned_out_table_says_the_same_as_the_whole_one() -> None:
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    thin = spoken_language._load(FOUR)
    places = np.random.default_rng(1).integers(0, len(whole.tk_nextmove), 50_000).tolist()
    assert [thin.tk_nextmove[place] for place in places] == [whole.tk_nextmove[place] for place in places]
    whole.set_languages(FOUR)
    for text in ("The weather will be fine.", "Schönes Wetter heute!", "Hará buen tiempo.", "今日は晴れ", "日本"):
        ours, theirs = thin.rank(text), whole.rank(text)
        assert [language for language, _ in ours] == [language for language, _ in theirs]
        assert [share for _, share in ours] == pytest.approx([share for _, share in theirs], abs=1e-4)


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
    ("text", "now", "plain"),
    [
        ("The weather will be fine tomorrow in all of the country.", "en", "en"),
        ("The weather will be fine tomorrow in all of the country.", "", "en"),
        ("Das Wetter wird morgen in den Bergen nicht so schön sein.", "de", "de"),
        ("Das Wetter wird morgen in den Bergen nicht so schön sein.", "", "de"),
        ("Das Wetter wird nicht so schön sein und das ist für uns gut.", "en", "de"),
        ("El tiempo en la costa será bueno para todos.", "es", "es"),
        ("明日はいい天気でしょう。", "ja", "ja"),
        ("明日はいい天気でしょう。", "en", "ja"),
        ("Ok!", "de", "de"),
        ("Ok!", "", ""),
        ("It is called “Der Wanderer über dem Nebelmeer”.", "en", ""),
        ("Reykjavik, Akureyri, Selfoss, Egilsstaðir.", "en", ""),
    ],
)
def test_small_words_and_script_make_a_language_plain(text: str, now: str, plain: str) -> None:
    assert plain_language(text, now) == plain


def test_a_plain_conversation_never_loads_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.voice.spoken_language._identifiers", {})
    answer = AnswerLanguage(FOUR)
    for text, language in (
        ("Sure!", ""),
        ("The weather will be fine tomorrow in all of the country.", "en"),
        ("明日はいい天気でしょう。", "ja"),
        ("Das Wetter wird nicht so schön sein und das ist für uns gut.", "de"),
    ):
        assert not answer.needs_model(text)
        assert answer.of(text) == language
    from core.voice import spoken_language

    assert spoken_language._identifiers == {}


def test_with_one_voice_there_is_nothing_to_find_out() -> None:
    answer = AnswerLanguage(("de",))
    assert not answer.needs_model("The weather will be fine tomorrow.")
    assert answer.of("The weather will be fine tomorrow.") == "de"
