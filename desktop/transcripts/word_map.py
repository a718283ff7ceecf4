"""Where each word of a transcript stands in its text, and when it was said: two directions, both by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.voice.transcript_rows import SpokenSegment

PARAGRAPH_PAUSE_MS = 2_000
_LONGEST_MS = 60_000


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word: its characters in the text, its time, and the segment that it belongs to."""

    start: int
    end: int
    start_ms: int
    end_ms: int
    position: int


@dataclass(slots=True)
class WordMap:
    """Grows with the segments. Paragraphs are parted by an empty line, so that copied text has them, too."""

    words: list[PlacedWord] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)  # first character, milliseconds
    last_position: int = -1
    length: int = 0
    _starts: list[int] = field(default_factory=list)
    _times: list[int] = field(default_factory=list)
    _last_end_ms: int = 0
    _paragraph_ms: int = 0

    def add(self, segments: Sequence[SpokenSegment]) -> str:
        """Take further segments in; returns the text to be put behind what is there."""
        pieces: list[str] = []
        for segment in segments:
            self.last_position = segment.position
            if not segment.text:
                continue
            before = self._gap(segment)
            pieces += [before, segment.text]
            self.length += len(before)
            if before != " ":
                self.paragraphs.append((self.length, segment.start_ms))
                self._paragraph_ms = segment.start_ms
            self._place(segment)
            self.length += len(segment.text)
            self._last_end_ms = segment.end_ms
        return "".join(pieces)

    def word_at(self, character: int) -> PlacedWord | None:
        """The word at, or right before, this character of the text."""
        number = bisect_right(self._starts, character) - 1
        return self.words[max(0, number)] if self.words else None

    def word_when(self, at_ms: int) -> PlacedWord | None:
        """The word that is being said then, or was said last; None before the first."""
        number = bisect_right(self._times, at_ms) - 1
        return self.words[number] if number >= 0 else None

    def time_of_paragraph(self, character: int) -> int | None:
        """When the paragraph that begins with this character was said; None where none begins."""
        number = bisect_right(self.paragraphs, (character, 1 << 62)) - 1
        if number < 0 or self.paragraphs[number][0] != character:
            return None
        return self.paragraphs[number][1]

    def _gap(self, segment: SpokenSegment) -> str:
        if not self.length:
            return ""
        pause = segment.start_ms - self._last_end_ms
        together = pause < PARAGRAPH_PAUSE_MS and segment.end_ms - self._paragraph_ms < _LONGEST_MS
        return " " if together else "\n\n"

    def _place(self, segment: SpokenSegment) -> None:
        """Find the words in the text of their segment; one that is not there is left out."""
        at = 0
        for word in segment.words:
            text = word.text.strip()
            found = segment.text.find(text, at) if text else -1
            if found >= 0:
                self._put(self.length + found, len(text), word.start_ms, word.end_ms, segment.position)
                at = found + len(text)
        if not segment.words:
            self._put(self.length, len(segment.text), segment.start_ms, segment.end_ms, segment.position)

    def _put(self, start: int, length: int, start_ms: int, end_ms: int, position: int) -> None:
        self.words.append(PlacedWord(start, start + length, start_ms, end_ms, position))
        self._starts.append(start)
        self._times.append(max(start_ms, self._times[-1] if self._times else 0))
