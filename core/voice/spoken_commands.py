"""Spoken commands: a whole utterance that says nothing but “stop”, “louder, please” and the like, matched at once.

What is left of an utterance without hesitations, politeness and Hearth's name must as a whole be one of the wordings of
`assets/voice`, letter by letter or by its sound. Sounds may differ by a share that depends on what goes on:

==========================  ==========================================================================================
speaking (read, paused)     all eleven commands; sounds may differ by `NEAR_WHILE_SPEAKING`: who talks over an answer
                            mostly wants something of the voice, and the voice itself spoils what is heard
nothing is being spoken     all but “pause” and “go on” (there is nothing to pause, and “continue” is a question to the
                            model); sounds may differ by `NEAR_OTHERWISE` only: what is said is mostly a question
==========================  ==========================================================================================

“Stop” and “cancel” apply while an answer is thought out, too: they end the turn. A finished answer can be repeated,
read again, and the voice set for the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from core.voice.command_words import LANGUAGES, Command, CommandWords, Wording, command_words
from core.voice.likeness import Sound, distance, edits, sound_of, worst_word
from core.voice.plain_words import joined, plain

NEEDS_A_VOICE: Final[frozenset[Command]] = frozenset({"pause", "resume"})
"""Commands that mean something else, or nothing, while nothing is being spoken."""

# Measured with tests/peers/command_scores.py (texts, 2 x 300 commands, every one misspelt; 1208 other sentences each
# time): of the commands 0.89 are understood at 0.10, 0.94 at 0.15, 0.957 at 0.18, 0.963 at 0.21, 0.98 at 0.27. One
# wrong action in all up to 0.21, five at 0.27. Of 8038 texts of Hearth's own window, eight were taken at 0.18 and
# eleven at 0.21, while a decoy still had to be farther away than the command.
NEAR_WHILE_SPEAKING = 0.18
"""Share of the sounds that may differ: one in five, neighbours counted in thirds."""
NEAR_OTHERWISE = 0.12
WORST_WORD = 0.5
"""Share of sounds that may differ in one word, so that “turn it up” is not “turn it off”."""
MOST_EDITS = 2.0
CLEAR_BY = 0.04
"""The next best command must be farther away by so much; a decoy must only not be nearer."""
REGROUPED = 0.98
"""How certain a wording is whose letters are all there, with other spaces between them."""

_LETTERS_PER_WRONG = 3
_NAME_NEAR = 0.4
_MOST_UNITS = {True: 14, False: 40}
_CONSIDERED = 12
_FRAME_SOUNDS_PER_EDIT = 4
_MOST_FRAME_EDITS = 2


@dataclass(frozen=True, slots=True)
class CommandMatch:
    """A command that was understood. `certainty` is 1 for a wording as written, else 1 less the sounds that differ."""

    command: Command
    certainty: float
    language: str = ""


class SpokenCommands:
    """Finds commands in what was heard, in the languages given; others are left out."""

    def __init__(self, languages: Sequence[str] = LANGUAGES, *, names: Sequence[str] = ()) -> None:
        """`names`: what else the owner calls Hearth, besides its name."""
        self._languages = tuple(language for language in dict.fromkeys(languages) if language in LANGUAGES)
        self._names = tuple(names)
        self._words: dict[str, CommandWords] = {}

    def warm(self) -> None:
        """Read the words of all languages, so that the first command does not wait. Computes: call it off the loop."""
        for language in self._languages:
            self._of(language)

    def match(self, text: str, *, speaking: bool, language: str = "") -> CommandMatch | None:
        """The command that `text` is as a whole, or None.

        `speaking`: an answer is being spoken, or is paused. `language` is what the recogniser found: in the others only
        wordings as written count, as a recogniser is often wrong about one short word.
        """
        found = [
            match
            for own in self._languages
            if (match := self._match(text, self._of(own), speaking=speaking, fuzzy=language in ("", own)))
        ]
        return max(found, key=lambda match: (match.certainty, match.language == language), default=None)

    def _of(self, language: str) -> CommandWords:
        words = self._words.get(language)
        if words is None:
            words = command_words(language)
            called = tuple(sound_of(words.units(name), language) for name in self._names)
            words = self._words[language] = replace(words, names=words.names + called)
        return words

    def _match(self, text: str, words: CommandWords, *, speaking: bool, fuzzy: bool) -> CommandMatch | None:
        units = words.units(text)
        if not units or len(units) > _MOST_UNITS[words.language != "ja"]:
            return None
        cores = list(_cores(units, words))
        said = next((wording for core in cores if (wording := words.exact.get(core)) and wording.command), None)
        if said is not None and words.exact.get(cores[0], said).command:
            return _answer(said, 1.0, words, speaking=speaking)
        if not fuzzy or cores[0] in words.exact:
            return None
        if (regrouped := _regrouped(cores[0], words)) is not None:
            return _answer(regrouped, REGROUPED, words, speaking=speaking)
        near = NEAR_WHILE_SPEAKING if speaking else NEAR_OTHERWISE
        sounds: dict[Sound, str] = {}
        for core in reversed(cores):
            for sound, text in _sound_cores(core, words):
                sounds[sound] = sounds.get(sound) or text  # what is left by its letters counts as that
        matches = [
            match
            for sound, text in sounds.items()
            if (match := _nearest(sound, text, words, near=near if text else NEAR_OTHERWISE))
        ]
        if not matches:
            return None
        wording, off = min(matches, key=lambda match: match[1])
        return _answer(wording, 1.0 - off, words, speaking=speaking)


def _regrouped(units: tuple[str, ...], words: CommandWords) -> Wording | None:
    """The wording that has these letters, however they are put into words: “noch mal”, “nochmal”, “stopplease”."""
    if words.language == "ja":
        return None
    leads, tails = words.solid_frames
    told: set[str] = set()
    waiting = ["".join(units)]
    while waiting:
        solid = waiting.pop(0)
        if solid in told:
            continue
        told.add(solid)
        if (wording := words.solid.get(solid)) is not None:
            return wording
        waiting += [solid.removeprefix(lead) for lead in leads if solid.startswith(lead)]
        waiting += [solid.removesuffix(tail) for tail in tails if solid.endswith(tail)]
    return None


def _answer(wording: Wording, certainty: float, words: CommandWords, *, speaking: bool) -> CommandMatch | None:
    if wording.command is None or (not speaking and wording.command in NEEDS_A_VOICE):
        return None
    return CommandMatch(wording.command, round(certainty, 3), words.language)


def _cores(units: tuple[str, ...], words: CommandWords) -> Iterator[tuple[str, ...]]:
    """What may be the command itself: the whole, then less and less of what may stand around it."""
    told: set[tuple[str, ...]] = set()
    waiting = [_unhesitating(units, words), units]
    while waiting:
        core = _once(waiting.pop(0))
        if not core or core in told:
            continue
        told.add(core)
        yield core
        waiting += [core[len(lead) :] for lead in words.leads if core[: len(lead)] == lead]
        waiting += [core[: -len(tail)] for tail in words.tails if core[-len(tail) :] == tail]
        waiting += _unnamed(core, words)


def _unhesitating(units: tuple[str, ...], words: CommandWords) -> tuple[str, ...]:
    kept: list[str] = []
    at = 0
    while at < len(units):
        pause = next((pause for pause in words.hesitations if units[at : at + len(pause)] == pause), None)
        if pause is None:
            kept.append(units[at])
        at += len(pause or (units[at],))
    return tuple(kept)


def _once(units: tuple[str, ...]) -> tuple[str, ...]:
    """“Stop. Stop. Stop.” is “stop”: recognisers repeat, and so do people."""
    for size in range(1, len(units) // 2 + 1):
        if len(units) % size == 0 and units == units[:size] * (len(units) // size):
            return units[:size]
    return units


def _unnamed(core: tuple[str, ...], words: CommandWords) -> Iterator[tuple[str, ...]]:
    """Without Hearth's name at either end, as recognisers spell it (“Heart”, “Hearts”, “Harth”)."""
    if words.language == "ja" or len(core) < 2:
        return
    for rest, name in ((core[1:], core[:1]), (core[:-1], core[-1:])):
        heard = sound_of(name, words.language)
        if any(distance(heard, known) <= _NAME_NEAR for known in words.names):
            yield rest


def _sound_cores(core: tuple[str, ...], words: CommandWords) -> Iterator[tuple[Sound, str]]:
    """`core` as it sounds, and without what stands around it where that is misspelt too (“Kanst du”, “pleas”).

    With its letters, where nothing was cut off by sound.
    """
    heard = sound_of(core, words.language)
    if heard.is_unread:
        yield heard, joined(core, words.language)  # a kanji may be anything, so nothing is cut off beside it
        return
    for lead in words.lead_sounds:
        end = _nearest_end(lead, heard.close)
        if 0 < end < len(heard):
            rest = heard.part(end, len(heard))
            yield from ((part, "") for part in (rest, *_behind(rest, words)))
    yield from ((part, "") for part in _behind(heard, words))
    yield heard, joined(core, words.language)


def _behind(heard: Sound, words: CommandWords) -> Iterator[Sound]:
    """Without each tail that it ends in."""
    backwards = heard.close[::-1]
    for tail in words.tail_sounds:
        end = _nearest_end(tail[::-1], backwards)
        if 0 < end < len(heard):
            yield heard.part(0, len(heard) - end)


def _nearest_end(frame: str, heard: str) -> int:
    """How many sounds of `heard` are `frame`, give or take one for every four; 0 where it does not begin with it."""
    most = min(len(frame) // _FRAME_SOUNDS_PER_EDIT, _MOST_FRAME_EDITS)
    off, end = min(
        (Levenshtein.distance(frame, heard[:end], score_cutoff=most), abs(end - len(frame)) * 100 + end)
        for end in range(len(frame) - most, len(frame) + most + 1)
    )
    return end % 100 if off <= most else 0


def _nearest(heard: Sound, text: str, words: CommandWords, *, near: float) -> tuple[Wording, float] | None:
    """The wording that sounds most like `heard`, if it is near enough and no decoy or other command is as near."""
    if len(heard) < 2:
        return None
    considered = process.extract(
        heard.close,
        words.close_sounds,
        scorer=Levenshtein.normalized_distance,
        limit=_CONSIDERED,
        score_cutoff=0.5,
    )
    ranked = sorted(
        (
            (_off(heard, text, words.wordings[index], words.language), words.wordings[index])
            for _, _, index in considered
        ),
        key=lambda pair: (pair[0], pair[1].command is None),
    )
    if not ranked or ranked[0][1].command is None:
        return None
    off, wording = ranked[0]
    other = next((away for away, rival in ranked if rival.command not in (wording.command, None)), 1.0)
    alike = off <= near and (_sounds_like(heard, wording) or _spelt_like(text, wording, words.language))
    return (wording, off) if alike and (off == 0.0 or other - off >= CLEAR_BY) else None


def _sounds_like(heard: Sound, wording: Wording) -> bool:
    """Also word by word: much may differ in none of them."""
    return edits(heard, wording.sound) <= MOST_EDITS and worst_word(wording.sound, heard) <= WORST_WORD


def _spelt_like(text: str, wording: Wording, language: str) -> bool:
    """One letter of a word is another: espeak-ng may read that quite otherwise (“akain”, “niw”), and no ear does."""
    units = plain(text, language)
    if language == "ja" or len(units) != len(wording.units):
        return False
    wrong = [Levenshtein.distance(*pair) for pair in zip(units, wording.units, strict=True)]
    room = all(len(word) >= _LETTERS_PER_WRONG * off for word, off in zip(wording.units, wrong, strict=True))
    return room and sum(wrong) <= MOST_EDITS


def _off(heard: Sound, text: str, wording: Wording, language: str) -> float:
    """How far apart by sound; where the letters are nearer, half way to them: odd spellings mislead espeak-ng."""
    by_sound = distance(heard, wording.sound)
    if not text or language == "ja":
        return by_sound
    by_letter = Levenshtein.normalized_distance(text, joined(wording.units, language))
    return min(by_sound, (by_sound + by_letter) / 2)
