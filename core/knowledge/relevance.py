"""When a passage is near enough to a question to be handed out: the floor below which nothing was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.conversations.search_query import folded
from core.knowledge.question_words import QuestionWords, Term

if TYPE_CHECKING:
    from models.embedding.embedder import Embedder, EmbedderFacts


@dataclass(frozen=True, slots=True)
class Cosines:
    """Of one embedder: `near` is what a passage reaches that answers, `far` what hardly any other exceeds."""

    near: float
    far: float


@dataclass(frozen=True, slots=True)
class Floor:
    """When a passage is about a question: by its cosine alone, or by less of it and its share of the words."""

    near: float
    far: float
    least: float = 0.1  # words alone do not make it relevant where the embedder sees nothing in common
    some_words: float = 0.4  # by weight; of 24 questions about other things none shares a third of its words

    def is_reached(self, cosine: float | None, share: float) -> bool:
        """Whether a passage with this cosine (None: not known) and share of the question's words is near enough."""
        if cosine is None:
            return share >= self.some_words
        if cosine >= self.near:
            return True
        return (share >= _MOST_WORDS and cosine >= self.least) or (share >= self.some_words and cosine >= self.far)


_MOST_WORDS = 0.6
# A third of the way from near to what questions in the passage's own words reach.
_WITHOUT_THE_NAME = 0.08

# Measured on 20 passages from letters, manuals, code and contracts, with one question for each and 24 about other
# things: those that answer have 0.41 to 0.81 (one 0.22), the nearest to the others at most 0.31. On the corpus of the
# tests, whose questions use other words than the passages, answers have 0.17 to 0.63; to 15 of 17 English questions
# about other things the nearest has less than 0.33 (0.34 and 0.35 the two).
_MEASURED = {"all-MiniLM-L6-v2": Cosines(0.33, 0.22)}

# With a closer look at sentences 28 of the 33 right passages have 0.31 and more; of the nearest to 17 English questions
# about other things three have 0.33 to 0.35, all others less than 0.31.
_MEASURED_CLOSELY = {"all-MiniLM-L6-v2": Cosines(0.32, 0.22)}

# Five German questions to a model for English: those that answer have 0.23 to 0.62, others up to 0.49.
_UNKNOWN_LANGUAGE = Cosines(0.60, 0.22)

# Ten questions in eight other alphabets about what the corpus of the tests does not hold: the nearest has 0.44 to 0.68.
_UNKNOWN_ALPHABET = Cosines(2.0, -1.0)

_PAIRS = (
    ("How long is the notice period?", "The lease may be ended with three months' notice to the end of a quarter."),
    ("Are pets allowed?", "Dogs and cats may be kept in the flat if the landlord has agreed beforehand."),
    ("What does the flashing red light mean?", "A flashing red lamp means that the filter is full."),
    ("How long does the cake have to bake?", "Preheat the oven to 180 degrees and bake the cake for forty minutes."),
    ("How many days of vacation do staff get?", "Employees are entitled to 28 days of paid leave a year."),
    ("Which gas does photosynthesis set free?", "Plants turn light into chemical energy and release oxygen."),
    ("When are backups deleted?", "Server backups are kept for 30 days and then removed."),
    ("Why were the deliveries late?", "The train strike in October delayed the Hamburg warehouse by nine days."),
)


async def cosines_of(embedder: Embedder) -> Cosines:
    """What near and far mean for it: known, or measured on eight questions and their answers.

    Two fifths of the way from what nine of ten others stay below to the median of the answers. For the built-in model,
    whose floor was measured on more, that gives 0.37 and 0.20.
    """
    known = _MEASURED.get(embedder.facts.name.partition(":")[0])
    if known is not None:
        return known
    import numpy as np  # whoever only knows of memories and chats loads this module, too

    questions = await embedder.embed([question for question, _ in _PAIRS], use="query")
    passages = await embedder.embed([passage for _, passage in _PAIRS])
    all_cosines = questions @ passages.T
    others = all_cosines[~np.eye(len(_PAIRS), dtype=bool)]
    far = float(np.quantile(others, 0.9))
    answers = float(np.median(np.diag(all_cosines)))
    return Cosines(far + 0.4 * max(0.0, answers - far), far)


def measured_closely(facts: EmbedderFacts) -> Cosines | None:
    """What near and far mean after a closer look; None where nobody measured it: then none is taken."""
    return _MEASURED_CLOSELY.get(facts.name.partition(":")[0])


def cosines_for(cosines: Cosines, facts: EmbedderFacts, language: str, *, is_latin: bool = True) -> Cosines:
    """What they mean for questions in `language` ("" unknown); `is_latin`: written in the Latin alphabet.

    To a model that does not know a language everything in that language is near: there words count for more. Of another
    alphabet such a model knows single letters at most, so nothing is near by itself: words alone decide.
    """
    if "*" in facts.languages:
        return cosines
    if not is_latin:
        return _UNKNOWN_ALPHABET
    if language not in ("", *facts.languages):
        return Cosines(max(cosines.near, _UNKNOWN_LANGUAGE.near), -1.0)
    return cosines


def floor_for(cosines: Cosines | None, wished: float | None, *, name_is_missing: bool = False) -> Floor:
    """The floor where cosines mean this; `wished` replaces the one that is enough by itself.

    `name_is_missing`: the question names somebody or something that no document does. Other words can be said
    otherwise, names hardly ever: what is not clearly near is about something else.
    """
    if cosines is None:
        return Floor(2.0, -1.0, -1.0)
    near = cosines.near if wished is None else wished
    if name_is_missing:
        return Floor(near + _WITHOUT_THE_NAME, near, near, some_words=_MOST_WORDS)
    return Floor(near, min(cosines.far, near), min(0.1, cosines.far))


def answering(cosines: Cosines, cosine: float | None, share: float) -> float:
    """How well a passage with this cosine and share of the question's words answers: its place among what was found.

    Ranks alone put a passage that holds one word of five before the one that means the same. Closeness is counted in
    steps from `far` to `near`; few of the words say little, all of them nearly everything, such as a part's number.
    """
    closeness = 0.0 if cosine is None else (cosine - cosines.far) / max(0.05, cosines.near - cosines.far)
    return closeness + _ALL_WORDS * share**3


# Measured on 69 questions to the corpus of the tests: nDCG@10 is 0.92 to 0.93 anywhere from 4 to 8 (0.79 by ranks
# alone), in both halves of the questions.
_ALL_WORDS = 5.0


def word_share(question: QuestionWords, weights: Mapping[Term, float], text: str) -> float:
    """How much of the question stands in `text`: the weights of its terms that occur, of those of all; 0 to 1.

    Weights are bounded: in few documents a word is either everywhere or nowhere. Of a script without spaces, pieces
    that occur nowhere count half, as many of them are no words.
    """
    whole = shared = 0.0
    lowered = folded(text)
    for term in (*question.phrases, *question.terms):
        weight = min(3.0, max(1.0, weights.get(term, 3.0)))
        if term.occurs_in(lowered):
            shared += weight
        elif term.index == "chunk_trigrams":
            weight *= 0.5
        whole += weight
    return shared / whole if whole else 0.0
