"""Tables `transcript` and `transcript_segment`: what is kept of a file that was heard, and its words with their times.

Everything here runs inside a job of the vault's writer or readers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from core.conversations.message_tree import StoredError
from models.speech.engines import Segment, Task

if TYPE_CHECKING:
    from core.vault.database import Connection

TranscriptState: TypeAlias = Literal["waiting", "running", "complete", "stopped", "failed"]


class SpokenWord(NamedTuple):
    """A word as it was written, with the space before it where there is one; milliseconds from the beginning."""

    text: str
    start_ms: int
    end_ms: int
    probability: float


@dataclass(frozen=True, slots=True)
class SpokenSegment:
    """A stretch of speech. `words` together are its text; empty where only the text is known, as of a translation."""

    position: int
    start_ms: int
    end_ms: int
    text: str
    words: tuple[SpokenWord, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Transcript:
    """All about one transcript but its words. `done_ms`: so much was read; going on begins where the words end."""

    transcript_id: str
    title: str
    source_name: str = ""
    source_path: str = ""
    media_type: str = ""
    duration_ms: int | None = None
    language: str = ""
    task: Task = "transcribe"
    model: str = ""
    state: TranscriptState = "waiting"
    error: StoredError | None = None
    done_ms: int = 0
    keep_sound: bool = False
    blob_id: str | None = None
    conversation_id: str | None = None
    created_at: int = 0
    updated_at: int = 0

    @property
    def is_at_work(self) -> bool:
        """Whether it waits for its turn or is being read."""
        return self.state in ("waiting", "running")


_COLUMNS = tuple(item.name for item in fields(Transcript))


def insert(connection: Connection, transcript: Transcript) -> None:
    """Keep a new one."""
    row = _row(**{name: getattr(transcript, name) for name in _COLUMNS})
    marks = ",".join("?" * len(_COLUMNS))
    connection.execute(
        f"INSERT INTO transcript ({', '.join(_COLUMNS)}) VALUES ({marks})", tuple(row[name] for name in _COLUMNS)
    )


def change(connection: Connection, transcript_id: str, *, now_ms: int, **values: Any) -> bool:
    """Set these columns; False when it is gone."""
    row = _row(**values, updated_at=now_ms)
    done = connection.execute(
        f"UPDATE transcript SET {', '.join(f'{name} = ?' for name in row)} WHERE transcript_id = ?",
        (*row.values(), transcript_id),
    )
    return done.rowcount == 1


def read(connection: Connection, transcript_id: str) -> Transcript | None:
    """One of them; None when it is gone."""
    row = connection.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM transcript WHERE transcript_id = ?", (transcript_id,)
    ).fetchone()
    return None if row is None else _transcript(row)


def read_all(connection: Connection) -> list[Transcript]:
    """All, the newest first."""
    rows = connection.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM transcript ORDER BY created_at DESC, transcript_id"
    ).fetchall()
    return [_transcript(row) for row in rows]


def stop_all(connection: Connection, *, now_ms: int) -> list[str]:
    """Those that were at work when Hearth ended are at rest now; returns their ids."""
    rows = connection.execute(
        "UPDATE transcript SET state = 'stopped', updated_at = ? WHERE state IN ('waiting', 'running')"
        " RETURNING transcript_id",
        (now_ms,),
    ).fetchall()
    return [str(row[0]) for row in rows]


def delete(connection: Connection, transcript_id: str) -> list[str]:
    """Forget it and its words; returns the blobs that nobody names any more."""
    row = connection.execute("SELECT blob_id FROM transcript WHERE transcript_id = ?", (transcript_id,)).fetchone()
    connection.execute("DELETE FROM transcript WHERE transcript_id = ?", (transcript_id,))
    if row is None or row[0] is None:
        return []
    others = connection.execute("SELECT 1 FROM transcript WHERE blob_id = ?", (row[0],)).fetchone()
    return [] if others is not None else [str(row[0])]


# ---- words ----------------------------------------------------------------------------------------------------------


def add_segments(connection: Connection, transcript_id: str, segments: Sequence[SpokenSegment]) -> None:
    """Further segments, behind those that are there."""
    (first,) = connection.execute(
        "SELECT COALESCE(MAX(position) + 1, 0) FROM transcript_segment WHERE transcript_id = ?", (transcript_id,)
    ).fetchone()
    connection.executemany(
        "INSERT INTO transcript_segment (transcript_id, position, start_ms, end_ms, text, words)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (transcript_id, first + number, one.start_ms, one.end_ms, one.text, _words_json(one.words))
            for number, one in enumerate(segments)
        ],
    )


def segments_of(connection: Connection, transcript_id: str, *, after: int = -1) -> list[SpokenSegment]:
    """Its segments in order, those behind position `after`."""
    rows = connection.execute(
        "SELECT position, start_ms, end_ms, text, words FROM transcript_segment"
        " WHERE transcript_id = ? AND position > ? ORDER BY position",
        (transcript_id, after),
    ).fetchall()
    return [
        SpokenSegment(position, start_ms, end_ms, text, tuple(SpokenWord(*word) for word in json.loads(words)))
        for position, start_ms, end_ms, text, words in rows
    ]


def end_of_words(connection: Connection, transcript_id: str) -> int:
    """Where the last segment ends, in milliseconds; 0 without any."""
    (end_ms,) = connection.execute(
        "SELECT COALESCE(MAX(end_ms), 0) FROM transcript_segment WHERE transcript_id = ?", (transcript_id,)
    ).fetchone()
    return int(end_ms)


def rewrite_segment(connection: Connection, transcript_id: str, segment: SpokenSegment) -> bool:
    """Other words in the same place; False when it is gone."""
    done = connection.execute(
        "UPDATE transcript_segment SET text = ?, words = ? WHERE transcript_id = ? AND position = ?",
        (segment.text, _words_json(segment.words), transcript_id, segment.position),
    )
    return done.rowcount == 1


def spoken_segment(segment: Segment, *, word_times: bool = True) -> SpokenSegment:
    """An engine's segment as it is kept. Words that could not be timed share its time by their length."""
    words = tuple(
        SpokenWord(word.text, _ms(word.start_s), _ms(word.end_s), round(word.probability, 4)) for word in segment.words
    )
    made = SpokenSegment(0, _ms(segment.start_s), _ms(segment.end_s), segment.text.strip(), words)
    return replace(made, words=words_by_length(made)) if word_times and not words else made


def words_by_length(segment: SpokenSegment) -> tuple[SpokenWord, ...]:
    """The words of its text, each as long as its letters take of the whole."""
    return tuple(_shared(_spelt(segment.text), segment.start_ms, segment.end_ms))


def realigned(segment: SpokenSegment, text: str) -> SpokenSegment:
    """The segment with the owner's words: those that stayed keep their times, new ones share the room between them."""
    wanted = _spelt(text)
    text = "".join(wanted).strip()
    if not segment.words:
        return SpokenSegment(segment.position, segment.start_ms, segment.end_ms, text)
    old = [word.text.strip() for word in segment.words]
    matcher = SequenceMatcher(None, old, [word.strip() for word in wanted], autojunk=False)
    made: list[SpokenWord] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            kept = zip(segment.words[old_from:old_to], wanted[new_from:new_to], strict=True)
            made += [word._replace(text=text_now) for word, text_now in kept]
        elif new_to > new_from:
            made += _shared(wanted[new_from:new_to], *_room(segment, old_from, old_to))
    return SpokenSegment(segment.position, segment.start_ms, segment.end_ms, text, tuple(made))


def _room(segment: SpokenSegment, old_from: int, old_to: int) -> tuple[int, int]:
    """When what replaces these words is said; of words that are put in, the moment between their neighbours."""
    words = segment.words
    if old_to > old_from:
        return words[old_from].start_ms, words[old_to - 1].end_ms
    start_ms = words[old_from - 1].end_ms if old_from else segment.start_ms
    return start_ms, max(start_ms, words[old_from].start_ms if old_from < len(words) else segment.end_ms)


def _shared(texts: Sequence[str], start_ms: int, end_ms: int) -> Iterable[SpokenWord]:
    total = sum(len(text) for text in texts) or 1
    before = 0
    for text in texts:
        begins = start_ms + (end_ms - start_ms) * before // total
        before += len(text)
        yield SpokenWord(text, begins, start_ms + (end_ms - start_ms) * before // total, 1.0)


def _spelt(text: str) -> list[str]:
    """The words of a text, each but the first with a space before it."""
    return [f" {word}" if number else word for number, word in enumerate(text.split())]


# ---- rows -----------------------------------------------------------------------------------------------------------


def _row(**values: Any) -> dict[str, Any]:
    if "error" in values:
        error = values["error"]
        values["error"] = None if error is None else json.dumps(asdict(error), ensure_ascii=False)
    if "keep_sound" in values:
        values["keep_sound"] = int(values["keep_sound"])
    return values


def _transcript(row: Sequence[Any]) -> Transcript:
    values = dict(zip(_COLUMNS, row, strict=True))
    if values["error"] is not None:
        values["error"] = StoredError(**json.loads(values["error"]))
    values["keep_sound"] = bool(values["keep_sound"])
    return Transcript(**values)


def _words_json(words: Sequence[SpokenWord]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) if words else "[]"


def _ms(seconds: float) -> int:
    return max(0, round(seconds * 1000))
