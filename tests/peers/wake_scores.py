"""How well wake phrases are found in transcripts of a small Whisper, how often other speech is taken for one.

The mishearings are of the kinds that small recognisers make of a short phrase out of context: a real word for a name,
a lost last sound, words run together, another language's spelling. The other speech is every sentence the tests have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.voice.wake_phrases import WakePhrases
from tests.peers.said_to_the_model import NO_COMMANDS
from tests.peers.said_to_the_voice import COMMANDS

HEARD: dict[tuple[str, str], tuple[str, ...]] = {
    ("Hey Hearth", "en"): (
        "Hey Hearth.",
        "Hey, Hearth!",
        "Hey Heart.",
        "Hay Hearth,",
        "Hey Harth",
        "Hey Hart.",
        "Hey hearth",
        "hey heard",
        "A Hearth.",
        "Hey, Heath.",
        "Hey Hurth.",
        "Hey Arth.",
        "Hey Hearts.",
        "Hey Harf.",
        "Heyhearth.",
        "Hi Hearth.",
        "Hey Haarth",
        "Hey, Garth.",
    ),
    ("Hey Hearth", "de"): (
        "Hey Hearth.",
        "Hey Haas.",
        "Hey Hart!",
        "Hey Harz.",
        "Hey Herd.",
        "Hey Hearth!",
        "Hej Hearth",
        "Hey, Hearth.",
    ),
    ("Computer, wake up", "en"): (
        "Computer, wake up.",
        "Computer wake up",
        "Compute her, wake up.",
        "Computer, wakeup!",
        "Computer, wake up?",
        "Computer, make up.",
        "Commuter, wake up.",
        "Computers wake up.",
    ),
    ("Hallo Kamin", "de"): (
        "Hallo Kamin.",
        "Hallo, Kamin!",
        "Hallo Karmin",
        "Hallo Camin.",
        "Hallo Kamien",
        "Halo Kamin.",
        "Hallo Kamine.",
    ),
    ("Oye hogar", "es"): (
        "Oye, hogar.",
        "Oye hogar",
        "¡Oye, hogar!",
        "Oye ogar.",
        "Hoy hogar.",
        "Oye, jugar",
        "Oye hogare",
    ),
    ("ねえハース", "ja"): (
        "ねえ、ハース。",
        "ねえハース",
        "ねぇ、ハース",
        "ねえ、はーす",
        "ねえハーツ",
        "ねーハース",
        "ねえ、ハス。",
    ),
}

REST = {
    "en": "What time is it in Tokyo?",
    "de": "Wie spät ist es in Tokio?",
    "es": "¿Qué hora es en Tokio?",
    "ja": "東京は今何時ですか？",
}

NEAR_SPEECH: dict[str, tuple[str, ...]] = {
    "en": (
        "He hears the music.",
        "He heard it from her.",
        "They heard about the accident.",
        "Hey her dress is nice.",
        "Hey, how are things?",
        "Hey, he has it.",
        "A heart of gold.",
        "Hay harvest begins.",
        "The earth is round.",
        "Hey, her birthday is tomorrow.",
        "Head hurts.",
        "He has heard nothing.",
        "He hurt his arm.",
        "Hey, are there any left?",
        "Hey, I was there.",
        "Okay, here it is.",
        "The computer woke up.",
        "Hey, hold on.",
        "Hey Henry.",
        "Hey honey.",
        "Hey Harry, come here.",
        "Hey you.",
        "Day hour.",
        "Hey, hard work pays.",
        "They are far away.",
    ),
    "de": (
        "Hey, hast du Zeit?",
        "Hey, hör mal zu.",
        "Hallo Karin, wie geht es?",
        "Hallo Kameraden.",
        "Hallo zusammen.",
        "Heiß hier drin.",
        "Der Kamin ist an.",
        "Hey, warte auf mich.",
        "Heute hat es geregnet.",
        "Hallo Martin, komm rein.",
        "Hey Herr Müller.",
        "Hallo Kevin.",
    ),
    "es": (
        "Oye, jugamos mañana.",
        "Hoy llueve.",
        "Oye, hola.",
        "Oye Hugo.",
        "Oye, ¿a qué hora?",
        "Hoy lo haré.",
        "Oye, oscar viene.",
        "El hogar es bonito.",
    ),
    "ja": (
        "ねえ、はさみはどこ",
        "ねえ、早く来て",
        "ねえ、走って",
        "ねえ、母は元気",
        "寝坊した",
        "ねえ、外で遊ぼう",
        "ねえ、橋を渡ろう",
        "ねえ、春だね",
    ),
}


@dataclass(slots=True)
class WakeScore:
    """Phrases found, with nothing and with something said after them; other sentences that were taken for one."""

    said: int = 0
    found: int = 0
    others: int = 0
    false: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def found_share(self) -> float:
        """Of the phrases that were said."""
        return self.found / max(self.said, 1)

    @property
    def false_share(self) -> float:
        """Of all other sentences."""
        return self.false / max(self.others, 1)


def score_wake_phrases(more: Sequence[tuple[str, str]] = ()) -> WakeScore:
    """Every mishearing, alone and before a question; every other sentence against every phrase.

    `more`: other sentences and their languages.
    """
    score = WakeScore()
    for (phrase, language), texts in HEARD.items():
        spotter = WakePhrases((phrase,), ("en", language))
        for text in texts:
            for rest in ("", REST[language]):
                match = spotter.spotted(f"{text} {rest}".strip(), language)
                score.said += 1
                score.found += match is not None
                if match is None or match.rest != rest:
                    score.faults.append(f"{phrase}: {text} {rest} -> {match}")
    for phrase, own in HEARD:
        spotter = WakePhrases((phrase,), ("en", own))
        for text, language in (*_other_speech(), *more):
            if language not in ("en", own) or "Hearth" in text:
                continue
            score.others += 1
            if (match := spotter.spotted(text, language)) is not None:
                score.false += 1
                score.faults.append(f"{phrase} taken from: {text} -> {match}")
    return score


def _other_speech() -> list[tuple[str, str]]:
    sentences = [(text, language) for language, texts in NO_COMMANDS.items() for text in texts]
    sentences += [(text, language) for language, said in COMMANDS.items() for texts in said.values() for text in texts]
    near = [(text, language) for language, texts in NEAR_SPEECH.items() for text in texts]
    return sentences + near
