from __future__ import annotations

import pytest

from core.memory.wishes import is_about_answers, remember_wish


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("Remember that my sister is called Anna.", "My sister is called Anna."),
        ("please remember: I eat no meat", "I eat no meat"),
        ("Can you remember that I live in Oslo", "I live in Oslo"),
        ("Remember my name is Kim", "My name is Kim"),
        ("Don’t forget that we move in May!", "We move in May!"),
        ("Keep in mind that I'm deaf in one ear", "I'm deaf in one ear"),
        ("Merk dir bitte, dass ich kein Fleisch esse.", "Dass ich kein Fleisch esse."),
        ("Merke dir: ich wohne in Köln", "Ich wohne in Köln"),
        ("Vergiss nicht, dass mein Hund Bruno heißt", "Dass mein Hund Bruno heißt"),
        ("Recuerda que soy vegetariana.", "Soy vegetariana."),
        ("Por favor, ten en cuenta que vivo en Lima", "Vivo en Lima"),
        ("Anota: mi perro se llama Bruno", "Mi perro se llama Bruno"),
        ("私はベジタリアンだと覚えておいてください。", "私はベジタリアンだ"),
        ("妹の名前は花子って覚えておいて", "妹の名前は花子"),
        ("覚えておいて：犬の名前はポチです", "犬の名前はポチです"),
    ],
)
def test_what_the_owner_wants_remembered_is_understood_in_four_languages(said: str, thing: str) -> None:
    wish = remember_wish(said)
    assert wish is not None
    assert wish.text == thing


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Remember?",
        "Do you remember that I live in Oslo?",
        "Remember when we went to Oslo",
        "Remember to water the plants",
        "I remember that summer well",
        "Merk dir das",
        "Merkst du dir, dass ich da war?",
        "¿Recuerdas que vivo en Lima?",
        "覚えていますか？",
        "The text says: remember that the king is dead",
        "Remember that " + "it is long " * 60,
        "Remember that …",
    ],
)
def test_what_only_sounds_like_it_is_no_such_wish(said: str) -> None:
    assert remember_wish(said) is None


def test_a_preference_is_told_from_a_fact_by_its_words() -> None:
    kinds = {
        text: wish.kind
        for text in ("Remember that I prefer tea", "Remember that I live in Oslo", "Recuerda que me gustan los gatos")
        if (wish := remember_wish(text)) is not None
    }
    assert list(kinds.values()) == ["preference", "fact", "preference"]


@pytest.mark.parametrize(
    "text",
    [
        "I prefer short answers without bullet points",
        "Always reply in English",
        "Ich mag lieber kurze Antworten",
        "Prefiero respuestas cortas",
        "短い回答が好きです",
    ],
)
def test_how_the_owner_wants_to_be_answered_is_noticed(text: str) -> None:
    assert is_about_answers(text)


@pytest.mark.parametrize(
    "text", ["I prefer tea", "I live in Oslo", "The answer is 42", "Ich mag Tee", "お茶が好きです"]
)
def test_other_things_are_not_about_answers(text: str) -> None:
    assert not is_about_answers(text)
