"""When a passage is near enough to a question to be handed out: the floor below which nothing was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.conversations.search_query import folded
from core.knowledge.question_words import QuestionWords, Term

if TYPE_CHECKING:
    from models.embedding.embedder import EmbedderFacts


@dataclass(frozen=True, slots=True)
class Floor:
    """A passage counts whose cosine reaches `cosine`, or `weak_cosine` where it holds `weak_share` of what the question
    asks by weight of its words, or any cosine where it holds `word_share`."""

    cosine: float
    weak_cosine: float
    weak_share: float = 0.35
    word_share: float = 0.6

    def is_reached(self, cosine: float | None, share: float) -> bool:
        """Whether a passage with this cosine (None: not known) and share of the words is near enough."""
        if share >= self.word_share or (cosine is not None and cosine >= self.cosine):
            return True
        return share >= self.weak_share and (cosine is None or cosine >= self.weak_cosine)


def floor_for(facts: EmbedderFacts | None, language: str, wished: float | None) -> Floor:
    """The floor for questions in `language` with this embedder; `wished` replaces its cosine.

    A question in a language that the embedder does not know is near to anything in that language.
    """
    if facts is None:
        return Floor(2.0, -1.0)
    cosine, weak = _COSINES.get(facts.name.split("/")[-1].split(":")[0], _USUAL)
    if "*" not in facts.languages and language and language not in facts.languages:
        cosine, weak = cosine + _UNKNOWN_LANGUAGE, weak
    if wished is not None:
        cosine = wished
    return Floor(cosine, min(weak, cosine))


def word_share(question: QuestionWords, weights: Mapping[Term, float], text: str) -> float:
    """How much of the question stands in `text`: the weights of its terms that occur, of those of all; 0 to 1."""
    terms = (*question.phrases, *question.terms)
    whole = sum(weights.get(term, 0.0) for term in terms)
    if whole <= 0:
        return 0.0
    lowered = folded(text)
    return sum(weights.get(term, 0.0) for term in terms if term.occurs_in(lowered)) / whole


_USUAL = (0.45, 0.30)
_COSINES: dict[str, tuple[float, float]] = {}
_UNKNOWN_LANGUAGE = 0.2
