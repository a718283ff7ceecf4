"""Text while somebody still speaks: what two successive passes agree on is fixed and never changes (LocalAgreement-2).

Each pass hears the whole open stretch again. Words come as pieces that keep the space behind them, so that they join to
what the recogniser wrote; scripts without spaces go by character. `Pace` says how often this machine can do it.

What the final pass makes of the stretch replaces all of it: on 150 phrases (12 voices, noise) a fixed word stood
against the final pass in two, and the final pass was right more often (146 against 145 with the fixed words kept). So
fixed words hold while somebody speaks, and a stretch is closed for good only at a pause (`recognition`), never within.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from statistics import median
from typing import Literal, TypeAlias

from core.events import LiveTextChanged

Liveness: TypeAlias = Literal["auto", "on", "off"]

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, kana, Han: written without spaces."""

_PIECE = re.compile(rf"[{_UNSPACED}][^\w\s]*\s*|[^\s{_UNSPACED}]+\s*")
_NO_WORD = re.compile(r"[^\w']+")

SHARE = 0.6
"""Of the time between two passes a pass may take so much: beyond it, partial text comes late and delays the final."""

QUICKEST_STEP_S = 0.5
SLOWEST_STEP_S = 1.5
"""Text that is older than this is no live text any more: “auto” leaves it off (a pass of more than 0.9 s)."""

_SLOWEST_WANTED_STEP_S = 6.0
_PASSES_REMEMBERED = 5
_PASSES_TO_TELL = 2
"""The very first pass may have waited for caches and clocks: it alone ends nothing."""


class Pace:
    """How often the open stretch is heard again, from the time that passes really take.

    With a pass of 0.3 s (tiny on two cores) every 0.5 s: two texts a second, at most 0.8 s behind the voice.
    """

    def __init__(self) -> None:
        self._engine_s: deque[float] = deque(maxlen=_PASSES_REMEMBERED)

    def note(self, engine_s: float) -> None:
        """A pass took so long."""
        self._engine_s.append(engine_s)

    @property
    def pass_s(self) -> float:
        """How long a pass takes here; 0 until one was made."""
        return median(self._engine_s) if self._engine_s else 0.0

    def step_s(self, liveness: Liveness = "auto") -> float | None:
        """Seconds of sound between the beginnings of two passes; None: no live text."""
        wanted = max(QUICKEST_STEP_S, self.pass_s / SHARE)
        if len(self._engine_s) < _PASSES_TO_TELL:
            wanted = min(wanted, SLOWEST_STEP_S)
        if liveness == "off" or (liveness == "auto" and wanted > SLOWEST_STEP_S):
            return None
        return min(wanted, _SLOWEST_WANTED_STEP_S)


class LiveText:
    """The text of one utterance while it grows."""

    def __init__(self) -> None:
        self._closed = ""
        self._fixed: list[str] = []
        self._tentative: list[str] = []

    @property
    def now(self) -> LiveTextChanged:
        """What is to be shown: `fixed` and `tentative` one directly after the other (a space stands in `fixed`)."""
        fixed = _glued(self._closed, "".join(self._fixed))
        tentative = "".join(self._tentative).rstrip()
        if tentative:
            fixed = _glued(fixed, tentative)[: -len(tentative)]
        return LiveTextChanged(fixed, tentative)

    def update(self, words: Sequence[str]) -> LiveTextChanged:
        """Another pass over the open stretch understood these pieces (see `pieces`). Fixed ones stay as they are.

        Its last word is never fixed: it may be the half of one, and its full stop is a guess.
        """
        rest = list(words[_matching(self._fixed, words) :])
        agreed = 0
        for before, now in zip(self._tentative, rest[:-1], strict=False):
            if _plain(before) != _plain(now):
                break
            agreed += 1
        self._fixed += rest[:agreed]
        self._tentative = rest[agreed:]
        return self.now

    def close(self, text: str) -> LiveTextChanged:
        """The open stretch was heard for good as `text`; another begins."""
        self._closed = _glued(self._closed, text.strip())
        self._fixed = []
        self._tentative = []
        return self.now


def pieces(text: str) -> list[str]:
    """`text` as words, each with what follows it up to the next."""
    return _PIECE.findall(text.strip())


def joined(texts: Sequence[str]) -> str:
    """Texts of successive stretches as one."""
    whole = ""
    for text in texts:
        whole = _glued(whole, text.strip())
    return whole


def _glued(before: str, after: str) -> str:
    if not before or not after:
        return before or after
    bare = before.rstrip()
    unspaced = re.search(rf"[{_UNSPACED}][^\w\s]*$", bare) and re.match(rf"[{_UNSPACED}]", after)
    return f"{bare}{'' if unspaced else ' '}{after}"


def _plain(piece: str) -> str:
    return _NO_WORD.sub("", piece.casefold())


def _matching(fixed: Sequence[str], words: Sequence[str]) -> int:
    """How many of `words` stand for the fixed ones, which the newest pass may have written differently (“5”, “five”).

    The beginning of `words` with the least edit distance to all of `fixed`; of several the one nearest in length.
    """
    if not fixed:
        return 0
    wanted = [_plain(word) for word in fixed]
    if [_plain(word) for word in words[: len(fixed)]] == wanted:
        return len(fixed)
    costs = list(range(len(fixed) + 1))
    distances = [costs[-1]]
    for count, word in enumerate(words, 1):
        row = [count]
        for index, other in enumerate(wanted):
            row.append(min(row[-1] + 1, costs[index + 1] + 1, costs[index] + (_plain(word) != other)))
        costs = row
        distances.append(costs[-1])
    return min(range(len(distances)), key=lambda count: (distances[count], abs(count - len(fixed))))
