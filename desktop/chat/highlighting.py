"""Colours for code, found in short slices of time, so that a long block never holds up the window."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pygments.lexer import Lexer

#: One coloured stretch of a line: first character, length, name of the token colour.
ColouredRun: TypeAlias = tuple[int, int, str]
ColouredLines: TypeAlias = list[list[ColouredRun]]

#: Time that one slice may take in seconds; a frame at 60 Hz is 16 ms.
_SLICE_S = 0.002
#: Longer code stays plain: pygments needs about 1 ms per KiB.
MAX_CHARACTERS = 400_000
_KEPT_RESULTS = 64
#: Prefixes of pygments' token names and the colour they take; the first that fits counts.
_COLOURS = (
    ("Comment", "code_comment"),
    ("Keyword", "code_keyword"),
    ("Operator.Word", "code_keyword"),
    ("Literal.String", "code_string"),
    ("Literal.Number", "code_number"),
    ("Literal.Date", "code_number"),
    ("Name.Function", "code_name"),
    ("Name.Class", "code_name"),
    ("Name.Builtin", "code_name"),
    ("Name.Decorator", "code_name"),
    ("Name.Tag", "code_keyword"),
    ("Name.Attribute", "code_name"),
    ("Name.Namespace", "code_name"),
    ("Name.Exception", "code_name"),
    ("Name.Constant", "code_number"),
    ("Generic.Deleted", "code_keyword"),
    ("Generic.Inserted", "code_string"),
    ("Generic.Heading", "code_name"),
)


@dataclass(slots=True)
class _Job:
    key: object
    code: str
    language: str
    done: Callable[[str, ColouredLines], None]
    lines: ColouredLines = field(default_factory=lambda: [[]])
    column: int = 0
    tokens: Iterator[tuple[object, str]] | None = None


class Highlighter(QObject):
    """A queue of code blocks. Its owner is the transcript; it ends with it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._queue: OrderedDict[object, _Job] = OrderedDict()
        self._results: OrderedDict[tuple[str, str], ColouredLines] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    def known(self, code: str, language: str) -> ColouredLines | None:
        """Colours that were found before, None when `request` has to find them."""
        found = self._results.get((language, code))
        if found is not None:
            self._results.move_to_end((language, code))
        return found

    def request(self, key: object, code: str, language: str, done: Callable[[str, ColouredLines], None]) -> None:
        """Find the colours of `code`, then call `done(code, colours)`. A new request for `key` replaces the old."""
        if len(code) > MAX_CHARACTERS or _lexer(language) is None:
            self._queue.pop(key, None)
            return
        self._queue[key] = _Job(key, code, language, done)
        self._timer.start()

    def is_busy_with(self, key: object) -> bool:
        """Whether a request for `key` waits or is worked on."""
        return key in self._queue

    def forget(self, key: object) -> None:
        """Drop a request: its row is gone."""
        self._queue.pop(key, None)

    def _work(self) -> None:
        deadline = time.perf_counter() + _SLICE_S
        while self._queue and time.perf_counter() < deadline:
            job = next(iter(self._queue.values()))
            if self._advance(job, deadline):
                del self._queue[job.key]
                self._keep(job)
                job.done(job.code, job.lines)
        if not self._queue:
            self._timer.stop()

    def _advance(self, job: _Job, deadline: float) -> bool:
        """Read tokens until the time is up; True when the code is read to its end."""
        if job.tokens is None:
            lexer = _lexer(job.language)
            if lexer is None:
                return True
            job.tokens = iter(lexer.get_tokens(job.code))
        for count, (kind, text) in enumerate(job.tokens):
            _add(job, _colour_of(kind), text)
            if count % 16 == 15 and time.perf_counter() >= deadline:
                return False
        return True

    def _keep(self, job: _Job) -> None:
        self._results[job.language, job.code] = job.lines
        while len(self._results) > _KEPT_RESULTS:
            self._results.popitem(last=False)


def _add(job: _Job, colour: str | None, text: str) -> None:
    first, *others = text.split("\n")
    _add_run(job, colour, first)
    for part in others:
        job.lines.append([])
        job.column = 0
        _add_run(job, colour, part)


def _add_run(job: _Job, colour: str | None, text: str) -> None:
    if text and colour is not None:
        job.lines[-1].append((job.column, len(text), colour))
    job.column += len(text)


@cache
def _colour_of(kind: object) -> str | None:
    name = str(kind).removeprefix("Token.")
    return next((colour for prefix, colour in _COLOURS if name.startswith(prefix)), None)


@cache
def _lexer(language: str) -> Lexer | None:
    if not language:
        return None
    from pygments.lexers import get_lexer_by_name  # late: 30 ms that the first paint need not wait for
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
