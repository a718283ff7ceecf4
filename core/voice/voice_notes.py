"""Voice notes: spoken into a message, written down while one speaks; the sound is kept where the settings say so.

The words go where the owner writes, to be corrected before they are sent; the sound goes along as an attachment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import numpy as np

from core.conversations.message_tree import NewAttachment
from core.errors import VaultLocked
from core.settings.sections import VoiceSettings
from core.voice.capture import Capture
from core.voice.ears import Ear
from core.voice.endpointing import SPEECH
from core.voice.levels import Level
from core.voice.not_speech import what_was_said
from core.voice.open_sound import OpenSound, Piece
from core.voice.opus_sound import MEDIA_TYPE, encoded
from models.speech.engines import RATE_HZ, Hearing, Samples, VoiceDetector, Word

PRE_ROLL_S = 0.4
_PIECE_S = 28.0
"""So much is understood at once at most; then it is cut at its quietest place."""

_PAUSE_FRAMES = 38
"""1.2 s of silence end a piece, so that nearly all is understood when the owner has done."""

_SILENCE = 0.35
_CUT_AFTER_S = 15.0
_CUT_BEFORE_END_S = 1.0
MOST_S = 3600.0
"""A note ends by itself after an hour, which is 230 MB of sound in memory."""


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """What was said, and its sound as Opus; None where only the text is kept."""

    text: str
    language: str
    duration_s: float
    words: tuple[Word, ...] = field(default=(), repr=False)
    sound: bytes | None = field(default=None, repr=False)

    def attachment(self, name: str) -> NewAttachment | None:
        """The sound for a message; `name` is what people read, without an ending."""
        return None if self.sound is None else NewAttachment("file", f"{name}.ogg", MEDIA_TYPE, self.sound)


class VoiceNoteRecorder:
    """One note: `begin`, then `finish` or `cancel`. Belongs to one loop.

    `told` is called after the microphone was opened and closed, so that its mark can be shown. `before` makes sure that
    nobody else listens meanwhile, and raises where nothing could be understood; `after` takes that back.
    """

    def __init__(
        self,
        capture: Capture,
        ear: Ear,
        *,
        detector: Callable[[], Awaitable[VoiceDetector]],
        settings: Callable[[], VoiceSettings],
        told: Callable[[], None] = lambda: None,
        before: Callable[[], Awaitable[None]] | None = None,
        after: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._capture = capture
        self._ear = ear
        self._make_detector = detector
        self._settings = settings
        self._told = told
        self._before = before or _nothing
        self._after = after or _nothing
        self._reading: asyncio.Task[None] | None = None
        self._hearing: list[asyncio.Task[tuple[str, str, tuple[Word, ...]]]] = []
        self._open = OpenSound()
        self._kept: list[Samples] = []
        self._samples = 0
        self._was_open = False
        self._is_closed = False

    @property
    def is_recording(self) -> bool:
        """Whether it records."""
        return self._reading is not None

    @property
    def duration_s(self) -> float:
        """How long it is so far. May be asked on any thread."""
        return self._samples / RATE_HZ

    def level(self) -> Level:
        """How loud it is now."""
        return self._capture.level()

    async def begin(self) -> None:
        """Record, from 0.4 s ago on where the microphone was open.

        NoSpeechModel, NoMicrophone, SoundDeviceRefused, SoundServerGone; VaultLocked after `aclose`.
        """
        if self._reading is not None:
            return
        detector = await self._make_detector()
        await self._before()
        self._check_open()
        self._was_open = self._capture.is_open
        try:
            await self._capture.open(self._settings().microphone)
        except BaseException:
            await self._after()
            raise
        if self._is_closed:
            await self._capture.close()
        self._check_open()
        self._open, self._kept, self._hearing, self._samples = OpenSound(), [], [], 0
        self._reading = asyncio.create_task(self._read(detector), name="voice note")
        self._told()

    async def finish(self) -> VoiceNote:
        """Stop, and what was said. RecogniserDied, NoSpeechModel; then the sound is lost with the note."""
        await self._stop()
        try:
            if self._open.seconds:
                self._hear(self._open.until())
            heard = await asyncio.gather(*self._hearing)
        except BaseException:
            await self._drop()
            raise
        words = tuple(word for _, _, some in heard for word in some)
        language = next((language for text, language, _ in heard if text), "")
        text = " ".join(text for text, _, _ in heard if text)
        sound = await self._sound(text) if self._settings().keep_recordings == "audio" and self._kept else None
        duration_s, self._kept, self._hearing = self.duration_s, [], []
        return VoiceNote(text, language, duration_s, words, sound)

    async def cancel(self) -> None:
        """Forget it. Harmless when nothing is recorded."""
        await self._stop()
        await self._drop()

    async def aclose(self) -> None:
        """Forget what is recorded, for good: nothing begins any more."""
        self._is_closed = True
        await self.cancel()

    def _check_open(self) -> None:
        if self._is_closed:
            raise VaultLocked("no voice note after the lock")

    async def _stop(self) -> None:
        reading, self._reading = self._reading, None
        if reading is None:
            return
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        if not self._was_open:
            await self._capture.close()
        await self._after()
        self._told()

    async def _drop(self) -> None:
        for task in self._hearing:
            task.cancel()
        await asyncio.gather(*self._hearing, return_exceptions=True)
        self._open, self._kept, self._hearing, self._samples = OpenSound(), [], [], 0

    async def _read(self, detector: VoiceDetector) -> None:
        keep = self._settings().keep_recordings == "audio"
        spoke, silent_frames = False, 0
        async for frame in self._capture.frames(PRE_ROLL_S):
            speech = detector.probability(frame.clean)
            self._open.add(frame.start_sample, frame.raw, speech)
            spoke = spoke or speech >= SPEECH
            silent_frames = 0 if speech >= _SILENCE else silent_frames + 1
            if keep:
                self._kept.append(frame.raw)
            self._samples += len(frame.raw)
            if spoke and silent_frames >= _PAUSE_FRAMES:
                self._hear(self._open.until())
                self._open, spoke = OpenSound(), False
            elif self._open.seconds >= _PIECE_S:
                cut = self._open.quietest(after_s=_CUT_AFTER_S, before_end_s=_CUT_BEFORE_END_S)
                self._hear(self._open.until(cut))
                self._open.drop_until(cut)
            if self.duration_s >= MOST_S:
                return

    def _hear(self, piece: Piece) -> None:
        before_s = self.duration_s - self._open.seconds
        self._hearing.append(asyncio.create_task(self._heard(piece, before_s), name="note heard"))

    async def _heard(self, piece: Piece, before_s: float) -> tuple[str, str, tuple[Word, ...]]:
        """Text, language and words of a piece; nothing where nobody spoke."""
        settings = self._settings()
        hearing = Hearing(
            language=settings.spoken_language or None, hotwords=settings.vocabulary, word_times=True, beam_size=5
        )
        heard = await self._ear.transcribe(piece.samples, hearing)
        segments, _ = what_was_said(heard.segments, piece.evidence, heard.language)
        words = tuple(
            Word(word.text, word.start_s + before_s, word.end_s + before_s, word.probability)
            for segment in segments
            for word in segment.words
        )
        return "".join(segment.text for segment in segments).strip(), heard.language, words

    async def _sound(self, text: str) -> bytes:
        samples = np.concatenate(self._kept)
        return await asyncio.to_thread(encoded, samples, text=text)


async def _nothing() -> None:
    """Nobody else listens."""
