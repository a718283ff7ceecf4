"""One file being heard by a Whisper of its own process, so that whoever speaks meanwhile is not kept waiting.

A child that dies is started once more where the words end; a graphics card that gives up is replaced by the processor.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from core.clock import Clock
from core.errors import HearthError
from core.logs import Public
from core.voice.voice_trouble import RecogniserDied, SoundFileUnfit, SpeechModelUnfit, SpeechNotTranslated
from models import engine_errors
from models.engine_errors import EngineDied, EngineError, SpeechEngineFailed
from models.speech.engines import Hearing, Segment
from models.speech.whisper_messages import FileProgress

if TYPE_CHECKING:
    from core.voice.ears import SpeechChoice
    from models.speech.whisper_process import WhisperProcess

Choose: TypeAlias = "Callable[[], Awaitable[SpeechChoice]]"

_log = logging.getLogger("hearth.voice")

_TRIES = 3  # as it is; on the processor instead of the card; in a new child
_NO_SPEECH = 0.6
_UNLIKELY = -1.0
"""Both together, as in Whisper's own code: nobody spoke, and the words are a guess."""

_LOOPED_RATIO = 2.4
_LOOPED_LETTERS = 120


@dataclass(frozen=True, slots=True)
class TranscriptProgress:
    """How a file that is being heard moves on. `speed`: seconds of sound a second; None until that is known."""

    done_ms: int
    total_ms: int | None = None
    speed: float | None = None

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where the file does not say how long it is."""
        return min(1.0, self.done_ms / self.total_ms) if self.total_ms else None

    @property
    def left_s(self) -> float | None:
        """Seconds until it is done, if it goes on like this."""
        if not self.total_ms or not self.speed:
            return None
        return max(0.0, (self.total_ms - self.done_ms) / 1000 / self.speed)


class Tempo:
    """Measures how quickly a file is heard."""

    def __init__(self, clock: Clock, *, start_ms: int) -> None:
        self._clock = clock
        self._start_ms = start_ms
        self._began_s: float | None = None

    def at(self, progress: FileProgress) -> TranscriptProgress:
        """The progress, with its speed since the first news: loading the model does not count."""
        done_ms = round(progress.done_s * 1000)
        total_ms = None if progress.total_s is None else round(progress.total_s * 1000)
        now_s = self._clock.uptime_s()
        if self._began_s is None:
            self._began_s = now_s
        took_s = now_s - self._began_s
        heard_s = (done_ms - self._start_ms) / 1000
        return TranscriptProgress(done_ms, total_ms, heard_s / took_s if took_s > 0.5 and heard_s > 0 else None)


class FileEar:
    """A speech model for files, in a process of its own. Its errors are `HearthError`s."""

    def __init__(self, choose: Choose) -> None:
        self._choose = choose
        self._process: WhisperProcess | None = None
        self._made_for = ""
        self.model = ""

    @property
    def process(self) -> WhisperProcess | None:
        """The child that hears; None while there is none."""
        return self._process

    async def pieces(
        self, source: Path | bytes, hearing: Hearing, *, name: str, start_s: float = 0.0
    ) -> AsyncGenerator[FileProgress | Segment, None]:
        """What is said in `source` from `start_s` on, and how far it is. `name` is what errors call it.

        NoSpeechModel, SpeechModelUnfit, SpeechNotTranslated, SoundFileUnfit, RecogniserDied.
        """
        for attempt in range(_TRIES):
            process = await self._current()
            try:
                async with aclosing(process.transcribe_file(source, hearing, clip_start_s=start_s)) as pieces:
                    async for piece in pieces:
                        if isinstance(piece, Segment):
                            start_s = max(start_s, piece.end_s)
                            if not _is_said(piece):
                                continue
                        yield piece
                return
            except SpeechEngineFailed as failed:
                _log.warning("hearing a file failed: %s", Public(type(failed).__name__))
                if attempt == _TRIES - 1 or not (failed.blames_card or isinstance(failed, EngineDied)):
                    raise RecogniserDied(failed.detail) from failed
                await process.aclose()
                self._process = process.cpu_instead() if failed.blames_card else None
            except EngineError as unfit:
                raise _told(unfit, name=name, model=self.model) from unfit

    async def aclose(self) -> None:
        """Give the memory back; the next file loads the model again."""
        process, self._process = self._process, None
        if process is not None:
            await process.aclose()

    async def _current(self) -> WhisperProcess:
        from models.speech.whisper_process import WhisperProcess

        choice = await self._choose()
        if self._process is None or self._made_for != choice.model.model_id:
            await self.aclose()
            self._process = WhisperProcess(
                choice.model.folder,
                device=choice.device,
                compute_type=choice.compute_type,
                threads=choice.threads,
            )
            self._made_for = choice.model.model_id
            self.model = choice.model.model_id
        return self._process


def _is_said(segment: Segment) -> bool:
    """Whether a segment is no invention: the recogniser's doubt, and texts that go round in circles."""
    if segment.no_speech_probability > _NO_SPEECH and segment.average_log_probability < _UNLIKELY:
        return False
    looped = segment.compression_ratio > _LOOPED_RATIO and len(segment.text) > _LOOPED_LETTERS
    return bool(segment.text.strip()) and not looped


def _told(error: EngineError, *, name: str, model: str) -> HearthError:
    match error:
        case engine_errors.SoundUnreadable():
            return SoundFileUnfit(error.detail, name=name)
        case engine_errors.SpeechModelUnfit():
            return SpeechModelUnfit(f"{error.file}: {error.detail}", model=model)
        case engine_errors.TranslationMissing():
            return SpeechNotTranslated(error.detail, model=model)
    return RecogniserDied(error.detail)
