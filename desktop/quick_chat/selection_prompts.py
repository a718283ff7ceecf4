"""What can be asked about a text at the press of a button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from core.chat.prompt_template import Variable, asked_for, fill

translate = QCoreApplication.translate

LANGUAGE_NAMES = frozenset({"language", "to", "target", "target language", "into"})
_LANGUAGES = ("en", "de", "es", "fr", "it", "pt", "nl", "pl", "uk", "tr", "ja", "zh", "ko")


@dataclass(frozen=True, slots=True)
class PromptOffer:
    """One prompt for a text: `name` is the prompt library's, `title` is read, `text` has `{{text}}` in it."""

    name: str
    title: str
    text: str


def usual_offers() -> tuple[PromptOffer, ...]:
    """What is offered where there is no prompt library yet."""
    return (
        PromptOffer(
            "explain", translate("SelectionPrompts", "Explain"), "Explain this text in plain words:\n\n{{text}}"
        ),
        PromptOffer(
            "summarise",
            translate("SelectionPrompts", "Summarise"),
            "Summarise the main points of this text:\n\n{{text}}",
        ),
        PromptOffer(
            "translate",
            translate("SelectionPrompts", "Translate"),
            "Translate this text into {{language=English}}. Reply with the translation only.\n\n{{text}}",
        ),
        PromptOffer(
            "rewrite",
            translate("SelectionPrompts", "Rewrite"),
            "Rewrite this text so that it is clear and easy to read. Keep its language and its meaning. "
            "Reply with the new text only.\n\n{{text}}",
        ),
        PromptOffer(
            "grammar",
            translate("SelectionPrompts", "Fix grammar"),
            "Correct spelling, grammar and punctuation of this text. Change nothing else and keep its language. "
            "Reply with the corrected text only.\n\n{{text}}",
        ),
    )


def choice_of(offer: PromptOffer, text: str) -> Variable | None:
    """What must be chosen first, None when the button alone says everything.

    A language that the prompt leaves free is chosen from those people ask for most, the owner's own first.
    """
    for variable in asked_for(offer.text, _given(text)):
        if variable.choices:
            return variable
        if variable.name.casefold() in LANGUAGE_NAMES:
            return Variable(variable.name, variable.default, languages())
    return None


def question_of(offer: PromptOffer, text: str, *, chosen: Variable | None = None, value: str = "") -> str:
    """The question that `offer` asks about `text`."""
    values = _given(text)
    if chosen is not None:
        values[chosen.name] = value
    asked = fill(offer.text, values)
    return asked if text in asked else f"{asked}\n\n{text}"  # a prompt without a place for the text


def question_about(question: str, text: str) -> str:
    """The owner's own question, with the text it is about quoted below."""
    return f"{question.strip()}\n\n“{text.strip()}”"


def languages() -> tuple[str, ...]:
    """Languages in their own words, the owner's first."""
    own = QLocale().name().partition("_")[0]
    ordered = [own, *(code for code in _LANGUAGES if code != own)] if own in _LANGUAGES else _LANGUAGES
    return tuple(_in_its_own_words(code) for code in ordered)


def _in_its_own_words(code: str) -> str:
    if code == "en":
        return "English"  # not “American English”, as the locale would have it
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def _given(text: str) -> dict[str, str]:
    return {"text": text, "selection": text}
