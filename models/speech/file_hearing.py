"""A whole file as text, in steps: decoded a second at a time, cut into windows, heard window by window.

Between two steps whoever speaks can be heard. Runs in the process that hears.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from models.speech.engines import RATE_HZ, Hearing
from models.speech.silero import SileroDetector
from models.speech.sound_file import SoundFile
from models.speech.speech_windows import SpeechWindows, Window
from models.speech.whisper import Abandoned, Whisper
from models.speech.whisper_messages import FileProgress, Finished, Progressed, Reply, SegmentHeard

_STEP_S = 0.25
"""Decoding and looking for speech goes on for so long at once; it is 100 times quicker than the sound."""

_SURE = 0.5
"""A language found with this probability is kept for the rest of the file, as faster-whisper does."""


class FileHearing:
    """One file being heard."""

    def __init__(
        self,
        whisper: Whisper,
        call: int,
        hearing: Hearing,
        *,
        clip_start_s: float,
        abandoned: Callable[[], bool],
    ) -> None:
        self._whisper = whisper
        self._call = call
        self._hearing = hearing
        self._clip_start_s = clip_start_s
        self._abandoned = abandoned
        self._language = hearing.language or ""
        self._done_s = clip_start_s
        self._total_s: float | None = None

    def steps(self, file: BinaryIO) -> Iterator[list[Reply]]:
        """Hear it; each step gives what is to be told. Raises `EngineError`s and `Abandoned`."""
        with file, SoundFile(file, clip_start_s=self._clip_start_s) as sound:
            self._total_s = sound.total_s
            windows = SpeechWindows(SileroDetector(), several=self._whisper.facts.hears_long)
            yield [self._progress()]
            began = time.monotonic()
            for block in sound.blocks():
                if self._abandoned():
                    raise Abandoned
                self._done_s = max(self._done_s, block.start_s + len(block.samples) / RATE_HZ)
                for window in windows.feed(block.start_s, block.samples):
                    yield self._hear(window)
                    began = time.monotonic()
                if time.monotonic() - began > _STEP_S:
                    yield [self._progress()]
                    began = time.monotonic()
            for window in windows.finish():
                yield self._hear(window)
        self._total_s = 0.0
        yield [self._progress(), Finished(self._call)]

    def _hear(self, window: Window) -> list[Reply]:
        heard = self._whisper.hear_window(window.samples, self._hearing, abandoned=self._abandoned)
        self._language = heard.language
        if heard.language_probability >= _SURE:
            self._hearing = replace(self._hearing, language=heard.language)
        replies: list[Reply] = [SegmentHeard(self._call, window.placed(segment)) for segment in heard.segments]
        return [*replies, self._progress()]

    def _progress(self) -> Progressed:
        """A file that says it is shorter than it is is not believed."""
        done_s = round(self._done_s, 3)
        total_s = None if self._total_s is None else max(self._total_s, done_s)
        return Progressed(self._call, FileProgress(done_s, total_s, self._language))
