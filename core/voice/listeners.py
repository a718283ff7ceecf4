"""What frames of sound mean, by what is going on: a key is held, somebody may speak, a phrase is awaited, or Hearth
speaks itself. Each listener is fed frame by frame and tells the session what it noticed; none of them waits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np

from core.voice.barge_in import BargeIn, Rung
from core.voice.endpointing import (
    LEAD_SAMPLES,
    Endpointing,
    PauseBegan,
    SpeechBegan,
    SpeechEnded,
    SpeechEvent,
    SpeechResumed,
)
from core.voice.frames import AudioFrame
from core.voice.levels import level_of
from core.voice.push_to_talk import TAIL_S
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples, VoiceDetector

if TYPE_CHECKING:
    from core.voice.recognition import Utterance

PAST_S = 1.5
"""Kept of what nobody has asked for, so that a beginning is never lost."""
MOST_SPEECH_S = 30.0
"""Whisper hears no more at once; what is awaited of a wake phrase or an interruption is far shorter."""

Begin: TypeAlias = "Callable[[int, Utterance | None], Utterance]"
"""Makes the utterance that begins at a sample, or takes the one that goes on."""

_QUIET_FRAMES = 3
"""96 ms of quiet after a release end the utterance: the silence within a “p” or “t” is shorter."""
_NOISE_DB, _FAR_BELOW_DB = 3.0, 30.0
"""Quiet is what differs from the softest frame as frames of noise do, or is far below the loudest one of speech."""


_BEHIND_SAMPLES = round(0.1 * RATE_HZ)
"""So much sound may wait for its turn when the key goes up; where more does, a quiet frame is not yet the end."""


class Listener(Protocol):
    """Gets every frame while it is the one that listens."""

    def feed(self, frame: AudioFrame) -> None:
        """The next frame."""


class Past:
    """The last frames, and how surely somebody spoke in each where the detector was asked.

    While something is being looked at they are kept from there on, up to half a minute.
    """

    def __init__(self) -> None:
        self._frames: deque[AudioFrame] = deque(maxlen=round(MOST_SPEECH_S * RATE_HZ / FRAME_SAMPLES))
        self._speech: dict[int, float] = {}
        self._kept_from: int | None = None

    def add(self, frame: AudioFrame) -> None:
        """The newest frame; what is too old is forgotten."""
        if len(self._frames) == self._frames.maxlen:
            self._forget_oldest()
        self._frames.append(frame)
        oldest = frame.end_sample - round(PAST_S * RATE_HZ)
        if self._kept_from is not None:
            oldest = min(oldest, self._kept_from)
        while self._frames[0].end_sample <= oldest:
            self._forget_oldest()

    def note(self, frame: AudioFrame, probability: float) -> None:
        """What the detector said of it."""
        self._speech[frame.start_sample] = probability

    def probability(self, frame: AudioFrame) -> float | None:
        """What the detector said of it; None where it was not asked."""
        return self._speech.get(frame.start_sample)

    def keep_from(self, sample: int | None) -> None:
        """Forget nothing from `sample` on; None: only the usual."""
        self._kept_from = sample

    def since(self, sample: int) -> list[AudioFrame]:
        """The frames that hold `sample` and what came after it."""
        return [frame for frame in self._frames if frame.end_sample > sample]

    def begin_of(self, seconds: float) -> int | None:
        """Where the last `seconds` begin, as one stretch: what lies before a gap is left out. None without sound."""
        if not self._frames:
            return None
        earliest = self._frames[-1].end_sample - round(seconds * RATE_HZ)
        begin = self._frames[-1].start_sample
        for frame in reversed(self._frames):
            if frame.end_sample <= earliest:
                break
            begin = frame.start_sample
            if frame.after_gap:
                break
        return begin

    def clear(self) -> None:
        """Forget everything."""
        self._frames.clear()
        self._speech.clear()
        self._kept_from = None

    def _forget_oldest(self) -> None:
        self._speech.pop(self._frames.popleft().start_sample, None)


def sound_of(frames: Iterable[AudioFrame]) -> Samples:
    """The untouched sound of these frames."""
    parts = [frame.raw for frame in frames]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


class _Growing:
    """An utterance that gets each frame once, also those that came after what seemed to be its end and was none."""

    def __init__(self, begin: Begin, past: Past, start_sample: int) -> None:
        past.keep_from(start_sample)
        self._begin = begin
        self._past = past
        self._start_sample = start_sample
        self._fed_to = start_sample
        self.utterance = begin(start_sample, None)
        self.catch_up()

    def catch_up(self) -> None:
        """Feed what came in since the last time."""
        for frame in self._past.since(self._fed_to):
            self.utterance.feed(frame, self._past.probability(frame))
            self._fed_to = frame.end_sample

    def again(self) -> None:
        """It goes on, but its text was asked for already."""
        self.utterance = self._begin(self._start_sample, self.utterance)
        self.catch_up()


class _Quiet:
    """For how long nothing has sounded, by loudness: the voice detector tells the end of speech up to 108 ms late."""

    def __init__(self) -> None:
        self.frames = 0
        self._loudest_db = -120.0
        self._softest_db = 0.0

    def add(self, frame: AudioFrame) -> None:
        """The next frame."""
        level_db = level_of(frame.raw).rms_db
        self._loudest_db = max(self._loudest_db, level_db)
        self._softest_db = min(self._softest_db, level_db)
        is_quiet = level_db <= max(self._softest_db + _NOISE_DB, self._loudest_db - _FAR_BELOW_DB)
        self.frames = self.frames + 1 if is_quiet else 0


class KeyListener:
    """While the key is held everything belongs to the utterance, but for the silence before and after it.

    Pauses are told, so that the final pass has begun before the release; the release alone ends it.
    """

    def __init__(
        self,
        endpointing: Endpointing,
        past: Past,
        *,
        start_sample: int,
        begin: Begin,
        ended: Callable[[int], None],
    ) -> None:
        """`begin` makes the utterance; `ended` gets its last sample, once the tail after the release has come in."""
        past.keep_from(start_sample)
        self._endpointing = endpointing
        self._past = past
        self._start_sample = start_sample
        self._begin = begin
        self._ended = ended
        self._growing: _Growing | None = None
        self._released = start_sample
        self._end: int | None = None
        self._is_over = False
        self._heard_to = start_sample
        self._quiet = _Quiet()

    def feed(self, frame: AudioFrame) -> None:
        """The next frame."""
        self._heard_to = frame.end_sample
        events = self._endpointing.feed(frame)
        self._past.note(frame, self._endpointing.probability)
        self._quiet.add(frame)
        if self._is_over:
            return
        if self._growing is not None:
            self._growing.catch_up()
        for event in events:
            self._take(event)
        if self._end is not None:
            self._after_release(self._end)

    def release(self, said_to: int, *, tail_s: float = TAIL_S) -> None:
        """The key went up while the sample `said_to` was said: what comes until then belongs to the utterance.

        It ends `tail_s` later, or at once where nothing has sounded for that long.
        """
        is_behind = not tail_s or said_to - self._heard_to > _BEHIND_SAMPLES
        self._released = max(said_to, self._heard_to) if is_behind else self._heard_to
        self._end = self._released + round(tail_s * RATE_HZ)
        if self._growing is not None:
            self._growing.utterance.ending()
        self._after_release(self._end)

    def _after_release(self, end: int) -> None:
        """The final pass begins with the first quiet frame; a sound that goes on takes that back."""
        if self._heard_to < self._released:
            return
        if self._quiet.frames >= _QUIET_FRAMES or self._heard_to >= end:
            self.end()
        elif self._growing is None:
            return
        elif self._quiet.frames:
            self._growing.utterance.pause(self._heard_to)
        else:
            self._growing.utterance.resume()

    def end(self) -> None:
        """It ends here, whatever is missing of the moment."""
        if self._is_over:
            return
        self._is_over = True
        spoken = self._endpointing.close()
        if self._growing is None:  # the detector noticed nobody: the recogniser decides
            begin = self._start_sample if spoken is None else max(self._start_sample, spoken.start_sample)
            self._growing = _Growing(self._begin, self._past, begin)
        end = self._heard_to if self._end is None else min(self._end, self._heard_to)
        self._ended(end if spoken is None else min(end, spoken.end_sample))

    def go_on(self) -> None:
        """The key went down again before the text was there."""
        self._end, self._is_over = None, False
        if self._growing is not None:
            self._growing.again()

    def _take(self, event: SpeechEvent) -> None:
        match event:
            case SpeechBegan(sample) if self._growing is None:
                self._growing = _Growing(self._begin, self._past, max(sample, self._start_sample))
                if self._end is not None:
                    self._growing.utterance.ending()
            case PauseBegan(sample) if self._growing is not None:
                self._growing.utterance.pause(sample)
            case SpeechResumed() if self._growing is not None:
                self._growing.utterance.resume()


class TurnListener:
    """Hands-free: waits for somebody to speak, follows the utterance and says when it is over."""

    def __init__(
        self,
        endpointing: Endpointing,
        past: Past,
        *,
        begin: Begin,
        onset: Callable[[], None],
        ended: Callable[[SpeechEnded], None],
        silent: Callable[[], None],
        patience_s: float,
    ) -> None:
        """`onset` is called when somebody speaks, also when it goes on after it seemed to be over.

        `silent` is called once, when nobody has spoken for `patience_s`.
        """
        self._growing: _Growing | None = None
        self._endpointing = endpointing
        self._past = past
        self._begin = begin
        self._onset = onset
        self._ended = ended
        self._silent = silent
        self._patience_samples = round(patience_s * RATE_HZ)
        self._quiet_samples = 0
        self._is_over = False

    def feed(self, frame: AudioFrame) -> None:
        """The next frame."""
        events = self._endpointing.feed(frame)
        self._past.note(frame, self._endpointing.probability)
        if self._growing is not None and not self._is_over:
            self._growing.catch_up()
            self._tell_text(self._growing.utterance)
        for event in events:
            self._take(event)
        self._count(frame)

    def cut(self) -> bool:
        """It ends here, for no more sound comes; false where nobody has spoken."""
        spoken = None if self._is_over else self._endpointing.close()
        if spoken is not None:
            self._is_over = True
            self._ended(spoken)
        return spoken is not None

    def _tell_text(self, utterance: Utterance) -> None:
        """What has been understood up to the pause decides how long it may be."""
        if self._endpointing.pausing and (early := utterance.early) is not None:
            self._endpointing.said(early.text, early.language)

    def _take(self, event: SpeechEvent) -> None:
        match event:
            case SpeechBegan(sample):
                self._spoken(sample)
            case PauseBegan(sample) if self._growing is not None:
                self._growing.utterance.pause(sample)
            case SpeechResumed() if self._growing is not None:
                self._growing.utterance.resume()
            case SpeechEnded():
                self._is_over = True
                self._ended(event)

    def _spoken(self, sample: int) -> None:
        """Somebody speaks; after an end that has not become text yet, it is the same utterance that goes on."""
        if self._growing is None:
            self._growing = _Growing(self._begin, self._past, sample)
        elif self._is_over:
            self._growing.again()
        self._is_over = False
        self._onset()

    def _count(self, frame: AudioFrame) -> None:
        if self._endpointing.speaking or self._is_over:
            self._quiet_samples = 0
            return
        before = self._quiet_samples
        self._quiet_samples += len(frame.raw)
        if before < self._patience_samples <= self._quiet_samples:
            self._silent()


class PhraseListener:
    """Waits for a wake phrase: hands each stretch of speech over, and forgets it.

    One whose beginning is no longer kept is left out: other people, or a television, who make no pause for half a
    minute. A phrase stands at the beginning, and somewhere in the middle it was not meant for Hearth.
    """

    def __init__(self, endpointing: Endpointing, past: Past, *, said: Callable[[Samples, SpeechEnded], None]) -> None:
        """`said` gets a stretch of speech, whole."""
        self._endpointing = endpointing
        self._past = past
        self._said = said

    def feed(self, frame: AudioFrame) -> None:
        """The next frame."""
        for event in self._endpointing.feed(frame):
            match event:
                case SpeechBegan(sample):
                    self._past.keep_from(sample)
                case SpeechEnded():
                    frames = self._past.since(event.start_sample)
                    if frames and frames[0].start_sample <= event.start_sample + LEAD_SAMPLES:
                        self._said(sound_of(f for f in frames if f.start_sample < event.end_sample), event)
                    self._past.keep_from(None)


class OverListener:
    """While Hearth thinks or speaks: the ladder of `barge_in`, on the cleaned sound."""

    def __init__(self, detector: VoiceDetector, past: Past, ladder: BargeIn, *, rung: Callable[[Rung], None]) -> None:
        detector.reset()
        self.ladder = ladder
        self._detector = detector
        self._past = past
        self._rung = rung

    def feed(self, frame: AudioFrame) -> None:
        """The next frame."""
        probability = self._detector.probability(frame.clean)
        self._past.note(frame, probability)
        rung = self.ladder.feed(frame.start_sample, probability, level_of(frame.clean).rms_db)
        self._past.keep_from(self.begin_sample)
        if rung is not None:
            self._rung(rung)

    @property
    def begin_sample(self) -> int | None:
        """Where the sound of what is said over the answer begins, before the detector noticed it."""
        onset = self.ladder.onset_sample
        return None if onset is None else max(0, onset - LEAD_SAMPLES)

    def sound(self) -> Samples:
        """What was said over the answer so far."""
        begin = self.begin_sample
        return sound_of(() if begin is None else self._past.since(begin))
