from __future__ import annotations

from core.knowledge.closer_look import sentences
from core.knowledge.question_words import read_question


def test_a_passage_is_looked_at_by_its_sentences_below_its_nearest_heading() -> None:
    text = "The whaler burned out. Ah. Nobody was hurt, it says; the pier was mended.\nIt cost 400 crowns."
    assert sentences("Diary\nMarch", text) == [
        "March: The whaler burned out.",
        "March: Nobody was hurt, it says;",
        "March: the pier was mended.",
        "March: It cost 400 crowns.",
    ]
    assert sentences("", "Yes.") == ["Yes."]


def test_of_a_long_passage_several_sentences_are_one_and_none_is_lost() -> None:
    text = " ".join(f"Sentence number {number} is here." for number in range(37))
    parts = sentences("", text)
    assert len(parts) == 10
    assert " ".join(parts) == text


def test_names_are_told_from_other_words_by_their_capitals() -> None:
    def names(question: str) -> list[str]:
        return [term.words[0] for term in read_question(question).names]

    assert names("How many moons does Jupiter have?") == ["jupiter"]
    assert names("Which firm was given the repair, Halloway?") == ["halloway"]
    assert names("Does it say so? The captain does.") == []  # the beginning of a sentence
    assert names("How High Is Mount Kilimanjaro") == []  # a title
    assert names("Wie funktioniert die Kernfusion in der Sonne?") == []
    assert names("What does the DSL lamp of the BP-140 mean?") == []
