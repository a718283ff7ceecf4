"""“Remember that …”, typed by the owner: what is to be remembered is known without a model. Four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.memory.memory_rows import MemoryKind

MOST_CHARACTERS = 300
"""Of a message that is taken for such a wish: who pastes a page does not mean each of its words."""

_PLEASE = r"(?:(?:please|bitte|por favor|hey hearth|hearth)[,:]?\s+)*"
# After the last word of each, the thing itself; what “remember” begins otherwise (“Remember when …”, “Remember to …”,
# “Merk dir das.”) is no wish of this kind.
_ENGLISH = (
    r"(?:(?:can|could|will|would) you (?:please )?)?"
    r"(?:remember|note|keep in mind|bear in mind|make a note|don['’]t forget|do not forget|never forget)"
    r"(?: for me| for later| please)*"
    r"(?:,? that\s+|\s*:\s*|,?\s+(?=(?:I|I['’]m|I['’]ve|my|we|we['’]re|our)\s))"
)
_GERMAN = (
    r"(?:merk(?:e)? dir|behalte?|vergiss nicht|denk(?:e)? daran|notiere?(?: dir)?|erinnere dich(?: daran)?)"
    r"(?: bitte| für mich| für später)*"
    r"(?:,?\s+(?=dass\s)|\s*:\s*)"
)
_SPANISH = (
    r"(?:recuerda|recuérdame|acuérdate(?: de)?|ten en cuenta|no olvides|no te olvides de|apunta|anota|toma nota de)"
    r"(?: por favor)*"
    r"(?:,?\s+que\s+|\s*:\s*)"
)
_LISTED_JAPANESE = (
    r"(?:(?:次の(?:こと|事)を)?(?:覚えて(?:おいて|て)?|記憶して(?:おいて)?)(?:ください|下さい|ね)?\s*[:：、]\s*)"
)
_WISHES = tuple(
    re.compile(rf"^{_PLEASE}(?:{words})(?P<thing>.+)$", re.IGNORECASE | re.DOTALL)
    for words in (_ENGLISH, _GERMAN, _SPANISH, _LISTED_JAPANESE)
)
_JAPANESE = re.compile(
    r"^(?P<thing>.+?)(?:って(?:こと)?|という(?:こと|の)|である?こと|こと|の|と)?(?:を|は)?、?"
    r"(?:覚えて|記憶して|忘れないで)(?:おいて|て)?(?:ください|下さい|くれ(?:る|ますか)?|ね|よ)*[。.!！]*$",
    re.DOTALL,
)
_PREFERENCE = re.compile(
    r"\b(?:prefer|like|love|hate|dislike|favou?rite|always|never|rather|mag|bevorzuge|liebe|hasse|lieblings\w*|immer|nie"
    r"|lieber|prefiero|gusta[n]?|odio|favorit[oa]|siempre|nunca)\b|好き|嫌い|いつも|苦手",
    re.IGNORECASE,
)

# How one wants to be answered: such a wish has nothing in common with what is asked, and would never be recalled by it
# (“I prefer short answers.” has a cosine of 0.13 to a question about vaccines).
_OF_ANSWERS = re.compile(
    r"\b(?:answers?|answered|repl(?:y|ies)|respon(?:d|ses?)|explain(?:ed)?|explanations?|bullet points?|emojis?"
    r"|metric(?: units)?|imperial units|address me|call me|be (?:brief|concise|formal)"
    r"|antwort(?:en|e|est)?|beantworte\w*|erklär\w*|stichpunkt\w*|duze\w*|sieze\w*|nenn(?:e)? mich"
    r"|respuestas?|responde[rs]?|respondas|explica(?:r|ciones)?|tutéame|llámame)\b|答え|回答|返事|返答|説明して",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner wants to be remembered, in the owner's words."""

    text: str
    kind: MemoryKind


def remember_wish(message: str) -> Wish | None:
    """None for a message that is no such wish, or a question, or longer than one is."""
    said = " ".join(message.split())
    if not said or len(said) > MOST_CHARACTERS or said.rstrip("”\"')").endswith(("?", "？")):
        return None
    found = next((match for wish in _WISHES if (match := wish.match(said)) is not None), None) or _JAPANESE.match(said)
    if found is None:
        return None
    thing = found["thing"].strip(" \t\"“”„'")
    if not any(letter.isalnum() for letter in thing):
        return None
    return Wish(thing[:1].upper() + thing[1:], kind_of(thing))


def kind_of(text: str) -> MemoryKind:
    """A guess from its words."""
    return "preference" if _PREFERENCE.search(text) else "fact"


def is_about_answers(text: str) -> bool:
    """Whether it is a preference about how Hearth answers."""
    return kind_of(text) == "preference" and _OF_ANSWERS.search(text) is not None
