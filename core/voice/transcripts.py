"""`Transcripts`: files and voice notes as text with times. A queue that hears one file after the other, and a shelf.

What was heard is kept as it comes: a lock, a crash or “Stop” loses nothing, and going on begins where the words end.
"""

from __future__ import annotations

import asyncio
import logging
import mimetypes
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar
from uuid import uuid4

from core.conversations.message_rows import milliseconds
from core.conversations.message_tree import StoredError
from core.conversations.stored_text import single_line, storable
from core.errors import HearthBug, HearthError, VaultLocked
from core.events import TranscriptChanged
from core.logs import Public
from core.voice import transcript_rows
from core.voice.transcript_formats import TranscriptForm, plain_text, written
from core.voice.transcript_rows import SpokenSegment, Transcript
from core.voice.transcription import FileEar, Tempo, TranscriptProgress
from core.voice.voice_trouble import SoundFileUnfit, SoundGone, TranscriptMissing
from models.engine_errors import SoundUnreadable
from models.speech.engines import Hearing, Samples, Segment, Task

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.voice.surroundings import Surroundings
    from core.voice.transcription import Choose

T = TypeVar("T")

_log = logging.getLogger("hearth.voice")

ANNOUNCE_EVERY_S = 0.2
"""At most five times a second, however quickly the words come."""


class Transcripts:
    """All transcripts of a profile. Belongs to the assistant's loop; every change is announced when it is durable."""

    def __init__(self, surroundings: Surroundings, choose: Choose) -> None:
        self._around = surroundings
        self._shelf = surroundings.shelf
        self._ear = FileEar(choose)
        self._queue: deque[str] = deque()
        self._progress: dict[str, TranscriptProgress] = {}
        self._told_at: dict[str, float] = {}
        self._current = ""
        self._hearing: asyncio.Task[None] | None = None
        self._worker: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()
        self._is_open = False
        self._is_closed = False

    # ---- looking -------------------------------------------------------------------------------------------------

    async def list(self) -> list[Transcript]:
        """All of them, the newest first."""
        await self._open()
        return await self._shelf.readers.run(transcript_rows.read_all)

    async def get(self, transcript_id: str) -> Transcript:
        """One of them. TranscriptMissing."""
        await self._open()
        found = await self._shelf.readers.run(lambda c: transcript_rows.read(c, transcript_id))
        if found is None:
            raise TranscriptMissing(transcript_id)
        return found

    async def segments(self, transcript_id: str, *, after: int = -1) -> Sequence[SpokenSegment]:
        """Its segments in order, those behind position `after`; none of one that is gone."""
        return await self._shelf.readers.run(lambda c: transcript_rows.segments_of(c, transcript_id, after=after))

    def progress(self, transcript_id: str) -> TranscriptProgress | None:
        """How far the one that is being heard is; None for all others. May be asked on any thread."""
        return self._progress.get(transcript_id)

    async def text(self, transcript_id: str) -> str:
        """Its text in paragraphs."""
        return plain_text(await self.segments(transcript_id))

    # ---- hearing -------------------------------------------------------------------------------------------------

    async def add(
        self, path: Path, *, keep_sound: bool | None = None, task: Task = "transcribe", language: str = ""
    ) -> Transcript:
        """Put the audio or video file at `path` into the queue. `keep_sound` None: as the settings say.

        `task` “translate” writes it down in English. Whatever is wrong with the file is told by its state “failed”.
        """
        keep = self._keeps_sound if keep_sound is None else keep_sound
        name = single_line(path.name)
        made = Transcript(
            uuid4().hex,
            single_line(path.stem) or name,
            source_name=name,
            source_path=str(await asyncio.to_thread(path.absolute)),
            media_type=mimetypes.guess_type(path.name)[0] or "",
            language=language,
            task=task,
            keep_sound=keep,
        )
        return await self._add(made)

    async def add_sound(self, data: bytes, *, title: str, conversation_id: str = "") -> Transcript:
        """Put a recording (Opus, as `opus_sound` makes it) into the queue; it is kept."""
        blob_id = await self._shelf.blobs.put(data)
        made = Transcript(
            uuid4().hex,
            single_line(title),
            media_type="audio/ogg",
            keep_sound=True,
            blob_id=blob_id,
            conversation_id=conversation_id or None,
        )
        return await self._add(made)

    async def stop(self, transcript_id: str) -> None:
        """Leave it at what was heard; `go_on` begins there. Harmless for one that is not at work."""
        if transcript_id in self._queue:
            self._queue.remove(transcript_id)
            await self._change(transcript_id, state="stopped")
        elif transcript_id == self._current and self._hearing is not None:
            hearing = self._hearing
            hearing.cancel()
            await asyncio.wait([hearing])
            if (await self.get(transcript_id)).is_at_work:  # cancelled before its first step
                await self._change(transcript_id, state="stopped")

    async def go_on(self, transcript_id: str) -> None:
        """Hear the rest of one that was stopped or failed, after those that wait. TranscriptMissing."""
        found = await self.get(transcript_id)
        if found.state in ("stopped", "failed"):
            await self._change(transcript_id, state="waiting", error=None)
            self._line_up(transcript_id)

    async def settle(self) -> None:
        """Wait until nothing is being heard any more."""
        while self._worker is not None and not self._worker.done():
            await asyncio.wait([self._worker])

    async def aclose(self) -> None:
        """Stop and keep what was heard; nothing is left running. May be called twice."""
        self._is_closed = True
        self._queue.clear()
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])
            self._worker = None
        await self._ear.aclose()
        if self._is_open:
            with suppress(HearthError):  # a full disk, or locked already: the next opening does it
                await self._shelf.writer.run(lambda c: transcript_rows.stop_all(c, now_ms=self._now_ms()))

    # ---- changing ------------------------------------------------------------------------------------------------

    async def rename(self, transcript_id: str, title: str) -> None:
        """Call it so; an empty title changes nothing. TranscriptMissing."""
        if cleaned := single_line(title):
            await self._change(transcript_id, title=cleaned)

    async def rewrite(self, transcript_id: str, position: int, text: str) -> SpokenSegment:
        """The owner's words instead of those of this segment; words that stay keep their times. TranscriptMissing."""

        def job(connection: Connection) -> SpokenSegment:
            there = transcript_rows.segments_of(connection, transcript_id, after=position - 1)
            if not there or there[0].position != position:
                raise TranscriptMissing(transcript_id)
            made = transcript_rows.realigned(there[0], storable(text))
            transcript_rows.rewrite_segment(connection, transcript_id, made)
            transcript_rows.change(connection, transcript_id, now_ms=self._now_ms())
            return made

        made = await self._shelf.writer.run(job)
        self._announce(transcript_id)
        return made

    async def delete(self, transcript_id: str) -> None:
        """Stop it, forget its words, and shred its sound."""
        await self.stop(transcript_id)
        blobs = await self._shelf.writer.run(lambda c: transcript_rows.delete(c, transcript_id))
        if blobs:
            await self._shelf.blobs.delete(blobs)
        self._progress.pop(transcript_id, None)
        self._announce(transcript_id)

    async def _keep_translation(
        self, original: Transcript, segments: Sequence[SpokenSegment], *, language: str, model: str
    ) -> Transcript:
        """A transcript of its own beside `original`, with its times and its sound."""
        made = replace(
            original,
            transcript_id=uuid4().hex,
            title=single_line(f"{original.title} ({language})"),
            language=language,
            task="translate",
            model=model,
            state="complete",
            error=None,
            created_at=self._now_ms(),
            updated_at=self._now_ms(),
        )

        def job(connection: Connection) -> None:
            there = transcript_rows.read(connection, original.transcript_id)
            if there is None:
                raise TranscriptMissing(original.transcript_id)
            transcript_rows.insert(connection, replace(made, blob_id=there.blob_id))
            transcript_rows.add_segments(connection, made.transcript_id, segments)

        await self._shelf.writer.run(job)
        self._announce(made.transcript_id)
        return made

    async def export(self, transcript_id: str, form: TranscriptForm, target: BinaryIO) -> None:
        """Write it to a place the owner chose. Audited as exports of chats are. TranscriptMissing."""
        transcript = await self.get(transcript_id)
        segments = await self.segments(transcript_id)
        text = await asyncio.to_thread(written, form, transcript, segments)
        await asyncio.to_thread(target.write, text.encode("utf-8"))
        await self._around.audit.record("transcript exported", form)

    async def translate(
        self, transcript_id: str, target: str, *, told: Callable[[float], None] = lambda share: None
    ) -> Transcript:
        """Another transcript, in `target` (ISO 639-1), by the language model; the original stays.

        `told` is called with how much is done, 0 to 1. Cancelled, nothing is kept. TranscriptMissing, `ModelTrouble`s.
        """
        from core.voice.spoken_translation import SpokenTranslation

        original = await self.get(transcript_id)
        segments = await self.segments(transcript_id)
        around = self._around
        translation = SpokenTranslation(lambda: around.gateway, lambda: around.settings.values.chat)
        model = await translation.model()
        made: list[SpokenSegment] = []
        async for some in translation.of_segments(segments, target):
            made += some
            told(len(made) / len(segments))
        return await self._keep_translation(original, made, language=target, model=model)

    # ---- its sound -----------------------------------------------------------------------------------------------

    async def sound(self, transcript_id: str, *, from_ms: int = 0) -> AsyncIterator[Samples]:
        """Its sound from `from_ms` on, at 16 kHz in blocks of about a second. SoundGone, SoundFileUnfit."""
        from core.voice import opus_sound
        from models.speech.sound_process import read_sound

        transcript = await self.get(transcript_id)
        source = await self._source(transcript)
        try:
            if isinstance(source, bytes):
                async for block in opus_sound.heard_from(source, name=transcript.title, at_ms=from_ms):
                    yield block
                return
            async with aclosing(read_sound(source, start_s=from_ms / 1000)) as read:
                async for part in read:
                    if len(part.samples):
                        yield part.samples
        except SoundUnreadable as unfit:
            raise SoundFileUnfit(unfit.detail, name=transcript.source_name or transcript.title) from unfit

    async def has_sound(self, transcript_id: str) -> bool:
        """Whether there is anything to play."""
        try:
            transcript = await self.get(transcript_id)
        except TranscriptMissing:
            return False
        return transcript.blob_id is not None or await asyncio.to_thread(_is_file, transcript.source_path)

    async def _source(self, transcript: Transcript) -> Path | bytes:
        """The kept sound, else the file."""
        if transcript.blob_id is not None:
            return await self._shelf.blobs.get(transcript.blob_id)
        if not await asyncio.to_thread(_is_file, transcript.source_path):
            raise SoundGone(name=transcript.source_name or transcript.title)
        return Path(transcript.source_path)

    # ---- the queue -----------------------------------------------------------------------------------------------

    async def _open(self) -> None:
        """Before the first look: what was at work when Hearth ended is at rest."""
        async with self._opening:
            if not self._is_open:
                await self._shelf.writer.run(lambda c: transcript_rows.stop_all(c, now_ms=self._now_ms()))
                self._is_open = True

    async def _add(self, transcript: Transcript) -> Transcript:
        if self._is_closed:
            raise VaultLocked("nothing is heard after the lock")
        await self._open()
        made = replace(transcript, created_at=self._now_ms(), updated_at=self._now_ms())
        await self._shelf.writer.run(lambda connection: transcript_rows.insert(connection, made))
        self._announce(made.transcript_id)
        self._line_up(made.transcript_id)
        return made

    def _line_up(self, transcript_id: str) -> None:
        if self._is_closed:
            return
        self._queue.append(transcript_id)
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work(), name="transcripts")

    async def _work(self) -> None:
        """One after the other; the model is given back when nobody waits any more."""
        while self._queue:
            while self._queue:
                self._current = self._queue.popleft()
                await self._hear_one(self._current)
            await self._ear.aclose()  # meanwhile somebody may have lined up

    async def _hear_one(self, transcript_id: str) -> None:
        self._hearing = asyncio.create_task(self._hear_and_tell(transcript_id), name="transcription")
        try:
            await asyncio.wait([self._hearing])
        finally:
            self._hearing.cancel()
            await asyncio.wait([self._hearing])
            self._hearing, self._current = None, ""

    async def _hear_and_tell(self, transcript_id: str) -> None:
        try:
            transcript = await self.get(transcript_id)
            await self._change(transcript_id, state="running", error=None)
            await self._hear(transcript)
        except asyncio.CancelledError:
            await self._end(transcript_id, state="stopped")
            raise
        except HearthError as error:
            _log.warning("a transcript failed: %s", Public(error.code))
            await self._end(transcript_id, state="failed", error=_stored(error))
        except Exception as bug:  # noqa: BLE001 - one file with which something is wrong must not end the queue
            _log.error("a transcript failed: %s", Public(type(bug).__name__), exc_info=bug)
            await self._end(transcript_id, state="failed", error=_stored(HearthBug(type(bug).__name__)))

    async def _end(self, transcript_id: str, **values: Any) -> None:
        self._progress.pop(transcript_id, None)
        with suppress(HearthError):  # deleted meanwhile, or nothing can be written any more
            await self._change(transcript_id, **values)

    async def _hear(self, transcript: Transcript) -> None:
        source = await self._source(transcript)
        keeping: asyncio.Task[None] | None = None
        if transcript.keep_sound and isinstance(source, Path):
            keeping = asyncio.create_task(self._keep_sound(transcript, source), name="keep sound")
        try:
            await self._listen(transcript, source)
            if keeping is not None:
                await keeping
            await self._end(transcript.transcript_id, state="complete")
        finally:
            if keeping is not None:
                keeping.cancel()
                await asyncio.gather(keeping, return_exceptions=True)

    async def _listen(self, transcript: Transcript, source: Path | bytes) -> None:
        the_id = transcript.transcript_id
        start_ms = await self._shelf.readers.run(lambda c: transcript_rows.end_of_words(c, the_id))
        hearing = Hearing(
            language=transcript.language or None if transcript.task == "transcribe" else None,
            task=transcript.task,
            hotwords=self._around.settings.values.voice.vocabulary,
            word_times=transcript.task == "transcribe",
        )
        tempo = Tempo(self._around.clock, start_ms=start_ms)
        waiting: list[Segment] = []
        language = ""
        name = transcript.source_name or transcript.title
        async with aclosing(self._ear.pieces(source, hearing, name=name, start_s=start_ms / 1000)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Segment):
                    waiting.append(piece)
                    continue
                progress = self._progress[the_id] = tempo.at(piece)
                found = "en" if transcript.task == "translate" else piece.language
                if waiting or found != language:
                    language = found
                    await self._keep(the_id, waiting, progress, hearing, language)
                    waiting = []
                self._announce(the_id, soon=True)
        if waiting:
            await self._keep(
                the_id, waiting, self._progress.get(the_id, TranscriptProgress(start_ms)), hearing, language
            )
        done = self._progress.get(the_id, TranscriptProgress(start_ms))
        await self._change(the_id, done_ms=done.done_ms, duration_ms=done.done_ms)

    async def _keep(
        self,
        transcript_id: str,
        heard: Sequence[Segment],
        progress: TranscriptProgress,
        hearing: Hearing,
        language: str,
    ) -> None:
        segments = [transcript_rows.spoken_segment(segment, word_times=hearing.word_times) for segment in heard]
        values: dict[str, Any] = {"done_ms": progress.done_ms, "model": self._ear.model}
        if language:
            values["language"] = language
        if progress.total_ms is not None:
            values["duration_ms"] = progress.total_ms

        def job(connection: Connection) -> None:
            if not transcript_rows.change(connection, transcript_id, now_ms=self._now_ms(), **values):
                raise TranscriptMissing(transcript_id)
            transcript_rows.add_segments(connection, transcript_id, segments)

        await self._shelf.writer.run(job)

    async def _keep_sound(self, transcript: Transcript, source: Path) -> None:
        """The sound as Opus, made in memory while the words are heard. SoundFileUnfit, NotEnoughSpace."""
        from core.voice.opus_sound import OpusWriter
        from models.speech.sound_process import read_sound

        opus = await asyncio.to_thread(OpusWriter)
        try:
            async with aclosing(read_sound(source)) as blocks:
                async for block in blocks:
                    await asyncio.to_thread(opus.write, block.samples)
        except SoundUnreadable as unfit:
            raise SoundFileUnfit(unfit.detail, name=transcript.source_name) from unfit
        blob_id = await self._shelf.blobs.put(await asyncio.to_thread(opus.finish))
        try:
            await self._change(transcript.transcript_id, blob_id=blob_id)
        except TranscriptMissing:
            await self._shelf.blobs.delete([blob_id])
            raise

    # ---- small steps ---------------------------------------------------------------------------------------------

    @property
    def _keeps_sound(self) -> bool:
        return self._around.settings.values.voice.keep_recordings == "audio"

    async def _change(self, transcript_id: str, **values: Any) -> None:
        def job(connection: Connection) -> None:
            if not transcript_rows.change(connection, transcript_id, now_ms=self._now_ms(), **values):
                raise TranscriptMissing(transcript_id)

        await self._shelf.writer.run(job)
        self._announce(transcript_id)

    def _announce(self, transcript_id: str, *, soon: bool = False) -> None:
        """Tell it; `soon` may be left out where it was told just now, because more is about to come."""
        now_s = self._around.clock.uptime_s()
        if soon and now_s - self._told_at.get(transcript_id, -1.0) < ANNOUNCE_EVERY_S:
            return
        self._told_at[transcript_id] = now_s
        self._around.announcer.announce(TranscriptChanged(transcript_id))

    def _now_ms(self) -> int:
        return milliseconds(self._around.clock.now())


def _is_file(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_file()
    except OSError:
        return False


def _stored(error: HearthError) -> StoredError:
    return StoredError(error.code, error.owner_sentence, error.owner_next_step, error.detail)
