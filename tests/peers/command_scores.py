"""How well spoken commands are understood: 300 spoilt commands and all other sentences, for tests and the bench.

Two kinds of scores. `score_spoken_commands` goes through sound and a real recogniser; the one that tests have was
taught English phrases only. The others are scores of TEXT: for German, Spanish, Japanese (and English beside them) an
error model (`recognition_errors`) writes what a recogniser might have made of the words. They say how much the matching
forgives and what it never takes for a command, not how well some Whisper hears these languages.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice

from core.voice.command_words import LANGUAGES, Command
from core.voice.spoken_commands import NEEDS_A_VOICE, SpokenCommands
from models.speech.engines import Samples
from tests.peers.recognition_errors import dressed, spoilt
from tests.peers.said_in_the_room import IN_THE_ROOM
from tests.peers.said_to_the_model import NO_COMMANDS
from tests.peers.said_to_the_voice import COMMANDS
from tests.peers.spoken_corpus import ENGLISH_VOICES, PITCHES, SPEEDS, speech


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance as the recogniser wrote it; `means` None is no command."""

    text: str
    language: str
    means: Command | None
    speaking: bool
    meant: str


@dataclass(slots=True)
class CommandScore:
    """Commands that were understood, and actions nobody asked for. `faults`: text, what it means, what was done."""

    commands: int = 0
    understood: int = 0
    others: int = 0
    wrong_actions: int = 0
    faults: list[tuple[Said, str]] = field(default_factory=list)

    @property
    def right_share(self) -> float:
        """Of all utterances, those after which the right thing was done: the command, or nothing."""
        return 1 - len(self.faults) / max(self.commands + self.others, 1)

    @property
    def understood_share(self) -> float:
        """Of the commands."""
        return self.understood / max(self.commands, 1)

    @property
    def wrong_share(self) -> float:
        """Wrong actions of all utterances."""
        return self.wrong_actions / max(self.commands + self.others, 1)

    def add(self, said: Said, done: Command | None) -> None:
        """Count one utterance."""
        if said.means is None:
            self.others += 1
        else:
            self.commands += 1
            self.understood += done == said.means
        if done != said.means:
            self.wrong_actions += done is not None
            self.faults.append((said, str(done)))


def score_commands(
    commands: int = 300, *, seed: int = 1, spoilt_share: float = 0.5, matcher: SpokenCommands | None = None
) -> CommandScore:
    """Score so many commands over an answer, `spoilt_share` of them with mistakes in their words, and all others.

    The rest is only dressed, as recognisers do; sentences that are no command come while an answer is spoken and while
    none is.
    """
    matcher = matcher or SpokenCommands()
    score = CommandScore()
    said = [*islice(_commands(seed, spoilt_share, speaking=True), commands), *_others(seed)]
    for each in said:
        match = matcher.match(each.text, speaking=each.speaking, language=each.language)
        score.add(each, match.command if match else None)
    return score


def score_quiet_commands(commands: int = 300, *, seed: int = 1) -> CommandScore:
    """As `score_commands`, while nothing is spoken: words as they were said, in the recogniser's dress."""
    matcher = SpokenCommands()
    score = CommandScore()
    for each in islice(_commands(seed, 0.0, speaking=False), commands):
        match = matcher.match(each.text, speaking=False, language=each.language)
        score.add(each, match.command if match else None)
    return score


def score_texts(
    language: str,
    commands: int = 300,
    *,
    seed: int = 1,
    spoilt_share: float = 0.5,
    matcher: SpokenCommands | None = None,
) -> CommandScore:
    """Score TEXTS of one language: so many commands over an answer, and all ordinary sentences, over one and without.

    `spoilt_share` of the commands have mistakes in their words, the others are only dressed. The matcher listens for
    all languages, as it does for an owner who chose none.
    """
    matcher = matcher or SpokenCommands()
    score = CommandScore()
    means_and_texts = [(means, text) for means, texts in COMMANDS[language].items() for text in texts]
    random.Random(seed).shuffle(means_and_texts)
    dice = random.Random(seed)
    said: list[Said] = []
    for number, (name, meant) in enumerate(islice(cycle(means_and_texts), commands)):
        means: Command = name  # type: ignore[assignment]
        spoil = dice.random() < spoilt_share
        text = spoilt(meant, language, seed=seed * 99_991 + number) if spoil else dressed(meant, language, dice)
        said.append(Said(text, language, means, True, meant))
    for meant in ordinary(language):
        text = dressed(meant, language, dice)
        said += [Said(text, language, None, speaking, meant) for speaking in (True, False)]
    for each in said:
        match = matcher.match(each.text, speaking=each.speaking, language=language)
        score.add(each, match.command if match else None)
    return score


def ordinary(language: str) -> tuple[str, ...]:
    """Sentences that are no command: said to the model, and said in the room."""
    return tuple(dict.fromkeys((*NO_COMMANDS[language], *IN_THE_ROOM[language])))


def _commands(seed: int, spoilt_share: float, *, speaking: bool) -> Iterator[Said]:
    """Endless, each command and language in turn."""
    dice = random.Random(seed)
    kinds = [(language, means) for means in COMMANDS["en"] for language in LANGUAGES]
    for number, (language, name) in enumerate(cycle(kinds)):
        means: Command = name  # type: ignore[assignment]
        if not speaking and means in NEEDS_A_VOICE:
            continue
        meant = dice.choice(COMMANDS[language][name])
        if dice.random() < spoilt_share:
            text = spoilt(meant, language, seed=seed * 100_003 + number)
        else:
            text = dressed(meant, language, dice)
        yield Said(text, language, means, speaking, meant)


def _others(seed: int) -> Iterator[Said]:
    dice = random.Random(-seed)
    for language, sentences in NO_COMMANDS.items():
        for meant in sentences:
            for speaking in (True, False):
                yield Said(dressed(meant, language, dice), language, None, speaking, meant)


SPOKEN_COMMANDS: dict[str, Command] = {
    "Stop.": "stop",
    "Cancel.": "cancel",
    "Cancel that.": "cancel",
    "Never mind.": "cancel",
    "Pause.": "pause",
    "Resume.": "resume",
    "Repeat.": "repeat",
    "Repeat that.": "repeat",
    "Louder.": "louder",
    "Turn the volume up.": "louder",
    "Quieter.": "quieter",
    "Turn the volume down.": "quieter",
    "Speak faster.": "faster",
    "Speak slower.": "slower",
    "Start a new chat.": "new_chat",
}
"""What the little Whisper of the tests was taught that is a command."""

SPOKEN_OTHERS = (
    "Stop recording.",
    "Start recording.",
    "Take a note.",
    "Read the last note.",
    "Read my messages.",
    "Save the note.",
    "Yes.",
    "No.",
    "Okay.",
    "Thank you.",
    "Hello.",
    "Good morning.",
    "Help.",
    "What can you do?",
    "What time is it?",
    "What day is it today?",
    "Mute the microphone.",
    "Open the browser.",
    "Close the window.",
    "Take a screenshot.",
    "Lock the screen.",
    "Tell me a joke.",
    "Tell me more.",
    "Clear the history.",
    "Switch to dark mode.",
    "Play some music.",
    "Next.",
    "Previous.",
    "Go back.",
    "Remember this.",
    "Forget that.",
    "Who are you?",
    "Call me later.",
    "What did I say?",
    "Set a timer for five minutes.",
)


def score_spoken_commands(
    recognise: Callable[[Samples], str], count: int = 300, *, seed: int = 3, matcher: SpokenCommands | None = None
) -> CommandScore:
    """Score `count` utterances spoken by espeak-ng, half of them commands, in voices, speeds and noises of all kinds.

    `recognise` is the engine: sound at 16 kHz in, its text out. What it mishears counts.
    """
    matcher = matcher or SpokenCommands(("en",))
    dice = random.Random(seed)
    score = CommandScore()
    commands = cycle(SPOKEN_COMMANDS)
    for number in range(count):
        meant = next(commands) if number % 2 else dice.choice(SPOKEN_OTHERS)
        sound = speech(
            meant,
            voice=dice.choice(ENGLISH_VOICES),
            speed=dice.choice(SPEEDS),
            pitch=dice.choice(PITCHES),
            loudness=dice.choice((0.3, 0.6, 1.0)),
            noise_db=dice.choice((None, 30.0, 20.0, 15.0)),
        )
        text = recognise(sound)
        match = matcher.match(text, speaking=True, language="en")
        score.add(Said(text, "en", SPOKEN_COMMANDS.get(meant), True, meant), match.command if match else None)
    return score
