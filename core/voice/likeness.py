"""How much two texts sound alike: edit distance over phonemes, counted three times, coarser each time.

A sound exchanged for its neighbour (t for d, one back vowel for another) costs a third, for one of the same manner (p
for k) two thirds, for anything else one; so does a sound left out or put in. Taking the mean of three plain edit
distances (exact sounds, close sounds, manner) gives these weights and runs wholly in rapidfuzz's C code.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from core.voice.plain_words import is_spaced
from models.speech.phonemes import word_phonemes

# Sounds that recognisers and people take for each other: voicing, neighbouring places, neighbouring vowels. The first
# of a row names it. After the natural classes of the IPA chart.
_CLOSE = (
    "pb", "tdɖʈ", "kɡgqʔ", "fvɸβʋ", "θðszʂʐ", "ʃʒɕʑCJ", "mɱnŋɲɳ", "lɫʎɭ", "rɹɾʁɽʀɻ", "hxçχɣɦħ", "jʝ", "wʍɥ",
    "iɪyʏɨᵻ", "eɛøœ", "aɑɒɐʌɶæ", "oɔɵɤ", "uʊɯʉ", "əɜɚɝɘɞ", "S",
)  # fmt: skip
_MANNER = {
    "plosive": "pbtdɖʈkɡgqʔCJS",
    "fricative": "fvɸβʋθðszʂʐʃʒɕʑhxçχɣɦħ",
    "nasal": "mɱnŋɲɳ",
    "glide": "lɫʎɭrɹɾʁɽʀɻjʝwʍɥ",
    "vowel": "iɪyʏɨᵻeɛøœæaɑɒɐʌɶoɔɵɤuʊɯʉəɜɚɝɘɞ",
}
_ONE_SIGN = {"tʃ": "C", "tɕ": "C", "dʒ": "J", "dʑ": "J", "ts": "S", "dz": "S"}
_CLOSE_OF = str.maketrans({sign: row[0] for row in _CLOSE for sign in row})
_MANNER_OF = str.maketrans({sign: name[0].upper() for name, row in _MANNER.items() for sign in row})


@dataclass(frozen=True, slots=True)
class Sound:
    """A text as it sounds, one sign a phoneme: exactly, by close neighbours, by manner; and where its words end."""

    exact: str
    close: str
    manner: str
    word_ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.exact)

    @property
    def is_unread(self) -> bool:
        """Whether it has kanji, whose sound is not known."""
        return any("㐀" <= sign <= "鿿" for sign in self.exact)

    def part(self, start: int, end: int) -> Sound:
        """The sounds from `start` to `end`, as one word."""
        return Sound(self.exact[start:end], self.close[start:end], self.manner[start:end], (end - start,))


def sound_of(units: tuple[str, ...], language: str) -> Sound:
    """How these units (`plain_words.plain`) sound in `language`."""
    text = (" " if is_spaced(language) else "").join(units)
    words = ["".join(_ONE_SIGN.get(sign, sign) for sign in word) for word in word_phonemes(text, language)]
    ends, at = [], 0
    for word in words:
        at += len(word)
        ends.append(at)
    return _sound("".join(words), tuple(ends))


def _sound(exact: str, word_ends: tuple[int, ...]) -> Sound:
    return Sound(exact, exact.translate(_CLOSE_OF), exact.translate(_MANNER_OF), word_ends)


def distance(first: Sound, second: Sound) -> float:
    """How far apart: 0 the same sounds, 1 nothing in common; the edits of each third by the longer one's length."""
    return edits(first, second) / max(len(first), len(second), 1)


def edits(first: Sound, second: Sound) -> float:
    """How many sounds must be changed, neighbours counted in thirds."""
    return (
        Levenshtein.distance(first.exact, second.exact)
        + Levenshtein.distance(first.close, second.close)
        + Levenshtein.distance(first.manner, second.manner)
    ) / 3


def worst_word(wanted: Sound, heard: Sound) -> float:
    """The share of close sounds that differ in the word of `wanted` that fares worst; above 1 where much was put in.

    “Turn it up” and “turn it off” are near as a whole; their last words have nothing in common.
    """
    changes = [0] * len(wanted.word_ends)
    for edit in Levenshtein.editops(wanted.close, heard.close):
        changes[_word_at(wanted, edit.src_pos)] += 1
    starts = (0, *wanted.word_ends[:-1])
    return max(
        (change / max(end - start, 1) for change, start, end in zip(changes, starts, wanted.word_ends, strict=True)),
        default=0.0,
    )


def _word_at(sound: Sound, place: int) -> int:
    for index, end in enumerate(sound.word_ends):
        if place < end:
            return index
    return len(sound.word_ends) - 1
