"""Which language a sentence of an answer is in, among those that can be spoken.

py3langid's model takes 0.6 s to load (measured on a busy machine) and, cut down to the languages in question and with
its table of letters thinned out (`_Moves`), 29 MB instead of 52. So small words are looked at first: where they say
that the language goes on as it was, the model is not needed, and most conversations never load it. Loaded, a sentence
costs 0.1 ms. Short sentences prove little: the language stays as it was until there is good evidence for another.
"""

from __future__ import annotations

import re
import threading
import tomllib
from array import array
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from models.freed_memory import give_freed_memory_back

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST_LETTERS: Final = 12
"""“Sure!” could be any language; tried over greetings in four languages, guesses hold from here on."""
_SURE: Final = 0.97
_LIKELY: Final = 0.75
_PLAIN_SHARE: Final = 0.25
_SAME_SHARE: Final = 0.15
"""To go on as it was takes less: “Three ships have left since yesterday” would wait 0.6 s for the model."""
_FEWEST_WORDS: Final = 5
"""One small word proves little in a short sentence: “has” is Spanish, too."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_KANA_OR_HANGUL: Final = ((0x3040, 0x30FF, "ja"), (0xAC00, 0xD7AF, "ko"))

_lock = threading.Lock()
_identifiers: dict[tuple[str, ...], Any] = {}


def load_languages(candidates: Iterable[str]) -> None:
    """Load what `language_of` needs for these. Computes for half a second: call it off the loop."""
    names = _normal(candidates)
    if len(names) > 1:
        _identifier(names)


def language_of(text: str, candidates: Iterable[str], default: str) -> str:
    """The language of `text` (ISO 639-1) among `candidates`, or `default` where the text proves nothing."""
    return guess(text, candidates, default)[0]


def guess(text: str, candidates: Iterable[str], default: str) -> tuple[str, float]:
    """As `language_of`, with how sure that is, 0 to 1."""
    names = _normal(candidates)
    for first, last, language in _KANA_OR_HANGUL:
        if language in names and any(first <= ord(character) <= last for character in text):
            return language, 1.0
    if len(names) < 2 or _letters_in(text) < _LEAST_LETTERS:
        return default, 0.0
    ranked = _identifier(names).rank(text)
    return (str(ranked[0][0]), float(ranked[0][1])) if ranked else (default, 0.0)


def plain_language(text: str, now: str) -> str:
    """The language that the script or small words of `text` make plain; "" where it needs a closer look.

    `now` is the language so far: a short text goes on in it, and a text that is plainly in another has hardly any of
    its small words.
    """
    for first, last, written in _KANA_OR_HANGUL:
        if any(first <= ord(character) <= last for character in text):
            return written
    if _letters_in(text) < _LEAST_LETTERS:
        return now
    words = _WORD.findall(text.lower())
    hits = {name: sum(word in known for word in words) for name, known in _function_words().items()}
    best = max(hits, key=lambda name: hits[name])
    others = max(count for name, count in hits.items() if name != best)
    goes_on = hits[best] >= _SAME_SHARE * len(words) and (hits[best] >= 2 or len(words) >= _FEWEST_WORDS)
    if best == now and hits[best] > others and goes_on:
        return now
    is_plain = hits[best] >= 2 and hits[best] >= _PLAIN_SHARE * len(words) and hits[best] > others
    if not is_plain or (best != now and (hits[best] < 3 * hits.get(now, 0) or hits[best] < 2 * others)):
        return ""
    return best


class AnswerLanguage:
    """The language of one answer as it goes on: changes on strong evidence, or when two sentences agree."""

    def __init__(self, candidates: Iterable[str], hint: str = "") -> None:
        self._candidates = _normal(candidates)
        self._now = hint
        self._other = ""

    @property
    def now(self) -> str:
        """The language of the last sentence; "" while none is known."""
        return self._now

    def needs_model(self, text: str) -> bool:
        """Whether `of` will have to load, or ask, the model for this sentence."""
        return len(self._candidates) > 1 and plain_language(text, self._now) not in (*self._candidates, self._now)

    def load(self) -> None:
        """Load what `of` needs. Computes: call it off the loop."""
        load_languages(self._candidates)

    def of(self, text: str) -> str:
        """The language to speak this sentence in; sentences must come in their order."""
        if len(self._candidates) < 2:
            self._now = self._now or "".join(self._candidates)
            return self._now
        plain = plain_language(text, self._now)
        if plain == self._now or plain in self._candidates:
            self._now, self._other = plain, ""
            return self._now
        language, probability = guess(text, self._candidates, self._now)
        if language == self._now or probability < _LIKELY:
            self._other = ""
        elif not self._now or probability >= _SURE or language == self._other:
            self._now, self._other = language, ""
        else:
            self._other = language
        return self._now


def _letters_in(text: str) -> int:
    """How many letters; one of Chinese or Japanese says as much as three others."""
    return sum(3 if character >= "\u2e80" else 1 for character in text if character.isalpha())


@cache
def _function_words() -> dict[str, frozenset[str]]:
    told = tomllib.loads((files("assets") / "voice" / "function_words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in told.items()}


def _normal(candidates: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(candidates)))


def _identifier(names: tuple[str, ...]) -> Any:
    """Kept for one set of languages: another set takes its place."""
    with _lock:
        if names not in _identifiers:
            _identifiers.clear()
            _identifiers[names] = _load(names)
        return _identifiers[names]


def _load(names: tuple[str, ...]) -> Any:
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    kept = [number for number, name in enumerate(whole.nb_classes) if name in names]
    identifier = LanguageIdentifier(
        np.ascontiguousarray(whole.nb_ptc[:, kept]),
        whole.nb_pc[kept].copy(),
        [whole.nb_classes[number] for number in kept],
        _Moves(np.asarray(whole.tk_nextmove).reshape(-1, 256)),
        array("i", whole.tk_output),
        norm_probs=True,
        tk_row=whole.tk_row,
    )
    identifier._rowbase = array("I", identifier._rowbase)
    del whole
    give_freed_memory_back()
    return identifier


class _Moves:
    """The model's table, from state and letter to the next state: what differs from the usual next state of a letter.

    That is a fifth of it, 11 MB instead of 39. A letter takes 0.3 µs longer.
    """

    __slots__ = ("_letters", "_starts", "_states", "_usual")

    def __init__(self, rows: NDArray[Any]) -> None:
        import numpy as np

        usual = np.array([np.bincount(column).argmax() for column in rows.T], dtype=rows.dtype)
        differs = rows != usual
        self._usual: list[int] = usual.tolist()
        self._starts = array("I", [0, *np.cumsum(differs.sum(axis=1)).tolist()])
        self._letters = np.broadcast_to(np.arange(256, dtype=np.uint8), rows.shape)[differs].tobytes()
        self._states = array("I", rows[differs].astype(np.uint32).tobytes())

    def __getitem__(self, place: int) -> int:
        """`place` is the number of the row times 256, and the letter."""
        row, letter = place >> 8, place & 255
        at = self._letters.find(letter, self._starts[row], self._starts[row + 1])
        return self._usual[letter] if at < 0 else self._states[at]
