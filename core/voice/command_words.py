"""The words of spoken commands of one language, read from `assets/voice` and made ready to compare.

A line there is a small pattern: [a|b] may be left out, (a|b) is a choice. Every wording that a pattern allows is
written out once; nothing is guessed beyond them, so that a sentence which merely contains a command is none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias, cast, get_args

from core.voice.likeness import Sound, sound_of
from core.voice.plain_words import plain

Command: TypeAlias = Literal[
    "stop", "cancel", "pause", "resume", "repeat", "louder", "quieter", "faster", "slower", "new_chat", "read_again"
]

COMMANDS: Final[tuple[Command, ...]] = get_args(Command)
LANGUAGES: Final = ("en", "de", "es", "ja")

_FRAME_SOUNDS = 4
"""Shorter ones (“so”, “ya”) are inside too many words to be cut off by their sound."""

_GROUP = re.compile(r"\[([^][()]*)\]|\(([^][()]*)\)")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a command; `command` None is a decoy: near in sound, and not meant."""

    command: Command | None
    units: tuple[str, ...]
    sound: Sound


@dataclass(frozen=True, slots=True)
class CommandWords:
    """What is said to the voice in one language. `leads` and `tails` may stand around a wording, longest first.

    `close_sounds` are those of the wordings, in their order; `lead_sounds` and `tail_sounds` those of the frames that
    are long enough to be known when they are misspelt. `solid` has the wordings without their spaces, `solid_frames`
    what may stand before and behind them, names among it.
    """

    language: str
    wordings: tuple[Wording, ...]
    exact: Mapping[tuple[str, ...], Wording]
    leads: tuple[tuple[str, ...], ...]
    tails: tuple[tuple[str, ...], ...]
    hesitations: frozenset[tuple[str, ...]]
    names: tuple[Sound, ...]
    readings: Mapping[str, str]
    close_sounds: tuple[str, ...]
    lead_sounds: tuple[str, ...]
    tail_sounds: tuple[str, ...]
    solid: Mapping[str, Wording]
    solid_frames: tuple[tuple[str, ...], tuple[str, ...]]

    def units(self, text: str) -> tuple[str, ...]:
        """`text` as this language compares it."""
        return plain(text, self.language, self.readings)


@cache
def command_words(language: str) -> CommandWords:
    """The words of `language`, one of `LANGUAGES`. The first call computes (0.1 s): make it off the loop."""
    data = _data(language)
    readings: dict[str, str] = data.get("readings", {})

    def written_out(patterns: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        told = dict.fromkeys(plain(text, language, readings) for pattern in patterns for text in written(pattern))
        return tuple(sorted((units for units in told if units), key=len, reverse=True))

    wordings = [
        Wording(command, units, sound_of(units, language))
        for command, patterns in _patterns(data)
        for units in written_out(patterns)
    ]
    leads, tails, names = written_out(data["leads"]), written_out(data["tails"]), written_out(data["names"])
    return CommandWords(
        language=language,
        wordings=tuple(wordings),
        exact={wording.units: wording for wording in reversed(wordings)},
        leads=leads,
        tails=tails,
        hesitations=frozenset(written_out(data["hesitations"])),
        names=tuple(sound_of(units, language) for units in names),
        readings=readings,
        close_sounds=tuple(wording.sound.close for wording in wordings),
        lead_sounds=_frame_sounds(leads, language),
        tail_sounds=_frame_sounds(tails, language),
        solid={"".join(wording.units): wording for wording in reversed(wordings)},
        solid_frames=(_solid((*leads, *names)), _solid((*tails, *names))),
    )


def _solid(frames: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Written as one word; single letters are none."""
    return tuple(solid for frame in frames if len(solid := "".join(frame)) > 1)


def _frame_sounds(frames: Iterable[tuple[str, ...]], language: str) -> tuple[str, ...]:
    sounds = dict.fromkeys(sound_of(units, language).close for units in frames)
    return tuple(sorted((sound for sound in sounds if len(sound) >= _FRAME_SOUNDS), key=len, reverse=True))


def written(pattern: str) -> Iterator[str]:
    """Every text that a pattern allows: “[a|b] c” is “a c”, “b c” and “c”."""
    group = _GROUP.search(pattern)
    if group is None:
        yield " ".join(pattern.split())
        return
    choices = [*group[1].split("|"), ""] if group[1] is not None else group[2].split("|")
    for choice in choices:
        yield from written(pattern[: group.start()] + choice + pattern[group.end() :])


def said_for(language: str) -> dict[Command, tuple[str, ...]]:
    """A few ways to say each command, to be shown; empty for a language that has none. Reads a file."""
    known = tomllib.loads((files("assets") / "voice" / "command_examples.toml").read_text(encoding="utf-8"))
    said: dict[str, list[str]] = known.get(language, {})
    return {command: tuple(said[command]) for command in COMMANDS if command in said}


def _patterns(data: Mapping[str, Any]) -> Iterator[tuple[Command | None, list[str]]]:
    for name, patterns in data["commands"].items():
        if name not in COMMANDS:
            raise ValueError(f"no such command: {name}")
        yield cast("Command", name), patterns
    yield None, data["decoys"]


def _data(language: str) -> dict[str, Any]:
    if language not in LANGUAGES:
        raise ValueError(f"no commands in {language!r}")
    return tomllib.loads((files("assets") / "voice" / f"commands_{language}.toml").read_text(encoding="utf-8"))
