"""How a text sounds: phonemes through the espeak-ng that lives inside piper-tts.

Words are spoken one by one, so that the same word always gives the same phonemes, whatever stands beside it. espeak-ng
cannot read kanji (it leaves some out and says “Chinese letter” for others): a kanji stands for itself here and sounds
like nothing else, so readings must be put in before. Nothing is loaded at import; the first call pays for piper and
onnxruntime (0.3 s measured), a later new word about 35 µs, a known one nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_KEPT_WORDS = 8192
"""Words whose phonemes are remembered, all languages together: under 3 MB."""

_VOICES = {"en": "en-us", "en-gb": "en", "zh": "cmn", "no": "nb", "iw": "he", "jw": "id", "tl": "en-us"}
"""Whisper's language codes that espeak-ng calls otherwise; its plain 'en' is British and drops many an r."""

_OTHERWISE = "en-us"
_KANJI = re.compile(r"[㐀-䶿一-鿿豈-﫿々]")
_PIECES = re.compile(r"[㐀-䶿一-鿿豈-﫿々]|[^㐀-䶿一-鿿豈-﫿々]+")
_SWITCH = re.compile(r"\([^)]*\)")  # “(en)…(ja)” around words of another language
_AFFRICATES = re.compile(r"t[ʃɕs]|d[ʒʑz]|.", re.DOTALL)
_SILENT = frozenset("ˈˌːˑ ‿|ʲᵝ̃-_\u200d͡")


def phonemes(text: str, language: str) -> tuple[str, ...]:
    """The phonemes of `text` as IPA, affricates as one, without stress, length and pauses. Safe from any thread.

    `language` is ISO 639-1; one that espeak-ng does not know is read as English.
    """
    return tuple(sound for word in word_phonemes(text, language) for sound in word)


def word_phonemes(text: str, language: str) -> tuple[tuple[str, ...], ...]:
    """As `phonemes`, one tuple for each word that white space sets apart; of a word without sound it is empty."""
    return tuple(_spoken(text.split(), language))


def warm(language: str = "en") -> None:
    """Load espeak-ng, so that the first word does not wait for it. Computes: call it off the loop."""
    phonemes("a", language)


def _spoken(words: Iterable[str], language: str) -> list[tuple[str, ...]]:
    known = _known_words()
    spoken = []
    for word in words:
        key = (language, word)
        found = known.get(key)
        if found is None:
            found = _speak(word, language)
            if len(known) >= _KEPT_WORDS:
                known.clear()
            known[key] = found
        spoken.append(found)
    return spoken


@cache
def _known_words() -> dict[tuple[str, str], tuple[str, ...]]:
    return {}


_WEAK = {"en": {"a": ("ə",), "A": ("ə",)}}
"""Words that are never said as espeak-ng says them alone (a letter's name)."""


def _speak(word: str, language: str) -> tuple[str, ...]:
    weak = _WEAK.get(language, {}).get(word)
    if weak is not None:
        return weak
    sounds: list[str] = []
    for piece in _PIECES.findall(_bare(word)):
        if _KANJI.match(piece):
            sounds += [piece, piece]  # two, as most readings have two morae: it must weigh what it hides
        else:
            sounds += _sounds(_ipa(piece, language), language)
    return tuple(sounds)


def _bare(word: str) -> str:
    """Without signs at its ends: espeak-ng would call three full stops “dot”."""
    letters = [at for at, sign in enumerate(word) if unicodedata.category(sign)[0] not in "PS"]
    return word[letters[0] : letters[-1] + 1] if letters else ""


def _ipa(text: str, language: str) -> str:
    """espeak-ng's own answer. One voice is set for the whole process, so setting and asking are one step."""
    bridge, lock = _espeak()
    with lock:
        _set_voice(bridge, language)
        return "".join(clause for clause, _, _ in bridge.get_phonemes(text))


def _set_voice(bridge: Any, language: str) -> None:
    try:
        bridge.set_voice(_VOICES.get(language, language) or _OTHERWISE)
    except RuntimeError:  # what the bridge raises for a name it does not know
        bridge.set_voice(_OTHERWISE)


@cache
def _espeak() -> tuple[Any, Any]:
    """The bridge and the lock that piper's own synthesis holds around it."""
    import piper
    from piper import espeakbridge
    from piper.voice import _ESPEAK_PHONEMIZER_LOCK

    with _ESPEAK_PHONEMIZER_LOCK:
        espeakbridge.initialize(str(Path(piper.__file__).parent / "espeak-ng-data"))
    return espeakbridge, _ESPEAK_PHONEMIZER_LOCK


_SAME = {
    "en": {"ɾ": "t", "ɐ": "ə", "ᵻ": "ɪ", "ɫ": "l", "ʔ": "t"},  # “latter”, “again”
    "de": {"ɜ": "ɐ", "ɾ": "r", "ɹ": "r", "ɡ": "g"},  # “lauter” ends as “Lauda” does
    "es": {"β": "b", "ð": "d", "ɣ": "ɡ", "ɾ": "r", "v": "b", "ʝ": "j", "ʎ": "j"},  # one sound to who speaks it
    "ja": {"ɽ": "r", "l": "r", "ɴ": "n", "ŋ": "n"},
}


def _sounds(ipa: str, language: str) -> list[str]:
    """`ipa` cut into single sounds; marks that add nothing to telling words apart are left out."""
    plain = unicodedata.normalize("NFD", _SWITCH.sub("", ipa))
    kept = "".join(sign for sign in plain if sign not in _SILENT and not unicodedata.combining(sign))
    same = _SAME.get(language, {})
    return [same.get(sound, sound) for sound in _AFFRICATES.findall(kept)]
