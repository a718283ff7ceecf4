"""Opening a chat of 10,000 messages, and the UI thread's time per flush while an answer grows to 32 KB in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psutil
from PySide6.QtWidgets import QApplication

from core.conversations.message_tree import Message
from core.events import SourcesFound, TextDelta
from desktop.chat.transcript_view import TranscriptView
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from models.language.messages import Role, Usage
from tests.bench.figure import Figure, percentile
from tests.peers.found_passages import passage

MESSAGES = 10_000
GROWN_TO = 32 * 1024
#: 200 tokens a second, 4 characters a token, one flush per 30 ms: six tokens a flush.
FLUSH_CHARACTERS = 24
OPENINGS = 5
_SENTENCE = "Some *emphasis* and **strong** words with `code` and a [link](https://example.org/x), then plain text. "
_CITED = (
    "The *notice period* is three months [1], and it is to be given in writing [2], as the lease has it [1, 2]. " * 400
)
_OPEN_MS, _ADDED_MB, _FLUSH_MS = 200, 80, 8


def sample_message(number: int, role: Role, text: str, *, state: str = "complete") -> Message:
    """A message of the sample chat."""
    return Message(
        message_id=f"message-{number}",
        conversation_id="sample",
        parent_id=f"message-{number - 1}" if number else None,
        role=role,
        text=text,
        thinking="",
        state=state,  # type: ignore[arg-type]
        model="llama3.2:3b" if role == "assistant" else "",
        error=None,
        tool_calls=(),
        notices=(),
        attachments=(),
        usage=Usage(),
        first_token_s=None,
        total_s=None,
        created_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
        sibling_index=0,
        sibling_count=1,
    )


def sample_path(count: int) -> list[Message]:
    """Short questions and answers with emphasis, lists and code, about 500 characters each."""
    answers = (
        _SENTENCE * 5,
        f"{_SENTENCE}\n\n- one\n- two with `code`\n- three\n\n{_SENTENCE * 2}",
        f"{_SENTENCE}\n\n```python\ndef f(x):\n    return x + 1\n```\n\n{_SENTENCE}",
    )
    return [
        sample_message(number, "user", f"Question {number}: how does this work, and why?")
        if number % 2 == 0
        else sample_message(number, "assistant", answers[number % 3] + f" ({number})")
        for number in range(count)
    ]


def answers() -> dict[str, str]:
    """What grows: every shape that could make one block large."""
    code = "def shortest(graph, start):\n    return {place: cost + 1 for place, cost in graph[start].items()}\n\n"
    return {
        "mixed": ("## Heading\n\n" + _SENTENCE * 4 + "\n\n- one\n- two\n\n```python\n" + code * 3 + "```\n\n") * 40,
        "paragraphs": (_SENTENCE * 5 + "\n\n") * 80,
        "one paragraph": _SENTENCE * 400,
        "one code block": "```python\n" + code * 400,
        "one table": "| one | two | three |\n|---|--:|---|\n" + "| word *x* | 12 | `code` and words |\n" * 1200,
        "one list": "- " + "\n- ".join([_SENTENCE] * 400),
        "nested list": "- top\n" + f"  - {_SENTENCE}\n" * 400,
        "no break at all": "abcdefghij" * 4000,
    }


def opened_view() -> tuple[QApplication, TranscriptView]:
    """An empty transcript in a window of usual size."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    apply_theme(app, LIGHT)
    view = TranscriptView()
    view.resize(1100, 800)
    view.show()
    _settle(app)
    return app, view


def measure() -> list[Figure]:
    """All rows of the transcript."""
    app, view = opened_view()
    view.set_path(sample_path(200))  # fonts, style sheet and parser are there before the clock starts
    _settle(app)
    view.set_path([])
    _settle(app)
    process = psutil.Process()
    before = process.memory_info().rss
    path = sample_path(MESSAGES)
    times = [_opening_ms(app, view, path) for _ in range(OPENINGS)]
    added = (process.memory_info().rss - before) / 1e6
    figures = [
        Figure("open a chat of 10,000 messages, painted", percentile(times, 0.5), "ms", target=_OPEN_MS),
        Figure("memory it adds, with the messages", added, "MB", target=_ADDED_MB),
    ]
    for name, text in answers().items():
        figures += _flush_figures(app, view, name, text[:GROWN_TO])
    figures += _flush_figures(app, view, "citations", _CITED[:GROWN_TO], SourcesFound("q", (passage(), passage())))
    figures.append(Figure("scroll by one wheel notch in it, p99", _scroll_p99_ms(app, view), "ms"))
    view.close()
    view.deleteLater()
    _settle(app)
    return figures


def _opening_ms(app: QApplication, view: TranscriptView, path: list[Message]) -> float:
    view.set_path([])
    _settle(app)
    started = time.perf_counter()
    view.set_path(path)
    app.processEvents()
    elapsed = (time.perf_counter() - started) * 1000
    _settle(app)
    return elapsed


def _flush_figures(
    app: QApplication, view: TranscriptView, name: str, text: str, sources: SourcesFound | None = None
) -> list[Figure]:
    """Judged by the thread's processor time: on a busy machine the wall clock counts other programs."""
    times = flush_times_ms(app, view, text, sources)
    processor, wall = [spent for spent, _ in times], [passed for _, passed in times]
    return [
        Figure(f"UI thread per flush, {name}: median", percentile(processor, 0.5), "ms"),
        Figure(
            f"UI thread per flush, {name}: p99",
            percentile(processor, 0.99),
            "ms",
            target=_FLUSH_MS,
            note=f"wall clock {percentile(wall, 0.99):.1f} ms",
        ),
    ]


def flush_times_ms(
    app: QApplication, view: TranscriptView, text: str, sources: SourcesFound | None = None
) -> list[tuple[float, float]]:
    """Stream `text` into a new last message; it may cite `sources`.

    For each batch: processor time of this thread and time passed, both in ms, until the window is painted again.
    """
    answer = sample_message(len(view.model), "assistant", "", state="streaming")
    view.begin_answer(answer)
    if sources is not None:
        view.apply(answer.message_id, [sources])
    _settle(app)
    times = []
    for position in range(0, len(text), FLUSH_CHARACTERS):
        piece = text[position : position + FLUSH_CHARACTERS]
        spent, started = time.thread_time(), time.perf_counter()
        view.apply(answer.message_id, [TextDelta(piece)])
        app.processEvents()
        times.append(((time.thread_time() - spent) * 1000, (time.perf_counter() - started) * 1000))
    view.finish(replace(answer, text=text, state="complete"))
    _settle(app)
    return times


def _scroll_p99_ms(app: QApplication, view: TranscriptView) -> float:
    def notch() -> None:
        view.list.scroll_by(-120)
        app.processEvents()

    return percentile([_elapsed_ms(notch) for _ in range(400)], 0.99)


def _elapsed_ms(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _settle(app: QApplication) -> None:
    """Let timers that wait for a quiet moment run."""
    until = time.perf_counter() + 0.1
    while time.perf_counter() < until:
        app.processEvents()
