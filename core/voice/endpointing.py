"""When somebody begins to speak, pauses, goes on and has finished, from the voice detector's frames and from the words.

Silence alone decides badly: a second of it is a long wait after “stop”, and too short a one within “set a timer for …
five minutes”. So a pause is marked early (recognition makes its final pass at once) and the text of that pass says how
long to wait before the turn counts as over. Everything is counted in samples of the stream, nothing here knows a clock.

    quiet ──speech──▶ speaking ──200 ms of silence──▶ pausing ──the wait──▶ quiet
                          ▲─────────────speech───────────┘

`Endpointing(..., ends=False)` is for push-to-talk: pauses are told, the key decides the end (`close`). With `rests`
the detector, which costs most, is not asked while the room is quiet (`quiet_gate`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.voice.quiet_gate import QuietGate
from core.voice.unfinished import Completeness, completeness, is_answer
from models.speech.engines import FRAME_SAMPLES, RATE_HZ

if TYPE_CHECKING:
    from core.voice.frames import AudioFrame
    from models.speech.engines import VoiceDetector

Patience: TypeAlias = Literal["quick", "normal", "patient"]

SPEECH = 0.5
STILL_SPEECH = 0.35
"""Hysteresis of the detector's probability, as Silero's authors use it. Noise of ten kinds at three loudnesses stays
below 0.5 for whole minutes (tests/core/voice/test_endpointing.py prints it; music comes closest with 0.47)."""

FEWEST_FRAMES = 2
"""Frames of speech in a row before it counts: 64 ms. Shorter ones were clicks, and “no” has eight."""

SURE = 0.8
STEADY_FRAMES = 8
"""A chord that is struck looks like a word for a frame and less and less in the next ones, most of all in the first
three seconds of a stream, while the detector does not know the room. Somebody who speaks makes it surer with each
frame, or soon very sure, or keeps it unsure for a quarter of a second (a whisper). Counted on 600 utterances after 3 s
of their room and 2.4 h of noise: 5 false starts in place of 31, all in music; beginnings are told 1 ms later in the
mean."""

PAUSE_FRAMES = 6
"""A pause is marked after 192 ms. Within words of espeak-ng's voices the detector is silent for up to 128 ms."""

LEAD_SAMPLES = round(0.3 * RATE_HZ)
"""Sound before the first frame of speech that belongs to it: the detector is 40 to 170 ms late (300 utterances)."""

UNHEARD_FRAMES = 12
"""Quiet frames that the detector hears late, when the room is not quiet any more: it knows a beginning by what was
before, and some begin below the gate."""

TAIL_SAMPLES = round(0.2 * RATE_HZ)
"""Sound after the last frame of speech that belongs to it: quiet consonants at the end."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Silence before the turn is over, in seconds since the last frame of speech, by what has been said."""

    complete_s: float
    open_s: float
    unfinished_s: float

    def after(self, said: Completeness | None) -> float:
        """How long to wait; None: no text came (yet), and it decides when it comes, so the longest."""
        if said == "complete":
            return self.complete_s
        return self.open_s if said == "open" else self.unfinished_s


WAITS: Mapping[Patience, Waits] = {
    "quick": Waits(complete_s=0.35, open_s=0.5, unfinished_s=1.3),
    "normal": Waits(complete_s=0.35, open_s=0.7, unfinished_s=1.7),
    "patient": Waits(complete_s=0.7, open_s=1.0, unfinished_s=2.4),
}

ANSWER_WAIT_S = 0.35
"""After a whole answer (“yes”) nobody needs more, however patient."""

NO_TEXT_WAIT_S: Mapping[Patience, float] = {"quick": 0.5, "normal": 0.7, "patient": 1.1}
"""Where nobody will say what was said (`text_comes=False`)."""


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """Somebody speaks. `sample` is where the sound to be recognised begins, before the detector noticed."""

    sample: int


@dataclass(frozen=True, slots=True)
class PauseBegan:
    """No speech since `sample`; it may go on. Time for the final pass."""

    sample: int


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    """The pause was none: what was made of the sound up to it does not hold. `sample` is where speech came back."""

    sample: int


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """The turn is over. Its sound is `start_sample` to `end_sample`; `waited_s` is the silence since its last frame.

    `voiced_s` is how much of it was speech for the detector.
    """

    start_sample: int
    end_sample: int
    waited_s: float
    voiced_s: float = 0.0


SpeechEvent: TypeAlias = SpeechBegan | PauseBegan | SpeechResumed | SpeechEnded


class Endpointing:
    """Finds the beginning and end of what is said in a stream of frames. One frame takes 0.1 ms."""

    def __init__(
        self,
        detector: VoiceDetector,
        *,
        patience: Patience = "normal",
        ends: bool = True,
        text_comes: bool = True,
        rests: bool = False,
    ) -> None:
        """`ends=False`: only `close` ends an utterance. `text_comes=False`: nobody calls `said`, silence decides.

        `rests`: the detector is not asked in a quiet room, and `AudioFrame.clean` of its frames not touched.
        """
        self.patience: Patience = patience
        self.probability = 0.0
        """What the detector said of the last frame; 0 where it was not asked."""
        self._gate = QuietGate() if rests else None
        self._unheard: deque[AudioFrame] = deque(maxlen=UNHEARD_FRAMES)
        self._start: int | None = None
        self._said: Completeness | None = None
        self._detector = detector
        self._ends = ends
        self._text_comes = text_comes
        self._floor = 0
        self._voiced = 0
        self._last_end = 0
        self._heard_to = 0
        self._run = 0
        self._run_start = 0
        self._before = 0.0
        self._paused = False
        self._answered = False
        self._forget()

    @property
    def speaking(self) -> bool:
        """Whether an utterance has begun and is not over; also in its pauses."""
        return self._start is not None

    @property
    def pausing(self) -> bool:
        """Whether a pause is marked and nobody has gone on."""
        return self._paused

    def feed(self, frame: AudioFrame) -> list[SpeechEvent]:
        """What this frame tells, oldest first. A gap in the stream (a microphone that was away) is nothing special."""
        gate = self._gate
        if gate is None:
            return self._heard(frame)
        if not gate.opens(frame.raw) and self._start is None:
            gate.heard(speech=False)
            self._unheard.append(frame)
            self.probability = 0.0
            return self._silent(frame.end_sample)
        events = [event for earlier in self._unheard for event in self._heard(earlier)]
        self._unheard.clear()
        events += self._heard(frame)
        gate.heard(speech=self.probability >= STILL_SPEECH)
        return events

    def said(self, text: str, language: str) -> None:
        """What has been understood of the utterance up to the pause; heeded from the next frame on."""
        self._said = completeness(text, language)
        self._answered = is_answer(text, language)

    def close(self) -> SpeechEnded | None:
        """End the utterance here, as the key went up; None where nobody spoke. Its sound reaches to the last frame."""
        if self._start is None:
            if not self._run:
                return None
            self._start = self._begin()  # a last word began in the very last frame
            self._last_end = self._heard_to
        over = self._paused and not self._run
        return self._over(min(self._last_end + TAIL_SAMPLES, self._heard_to) if over else self._heard_to)

    def reset(self) -> None:
        """Forget everything, as when another stream begins."""
        self._detector.reset()
        self._unheard.clear()
        if self._gate is not None:
            self._gate.reset()
        self._forget()
        self._floor = 0

    # ---- one frame ------------------------------------------------------------------------------------------------

    def _heard(self, frame: AudioFrame) -> list[SpeechEvent]:
        self._before = self.probability
        self.probability = self._detector.probability(frame.clean)
        end = frame.start_sample + FRAME_SAMPLES
        if self.probability >= (SPEECH if self._quiet_frames else STILL_SPEECH):
            return self._spoken(frame.start_sample, end)
        return self._silent(end)

    def _spoken(self, start: int, end: int) -> list[SpeechEvent]:
        self._heard_to = end
        self._run += 1
        if self._run == 1:
            self._run_start = start
        self._quiet_frames = 0
        if self._start is None:
            if not self._is_beginning:
                return []
            self._start = self._begin()
            self._voiced = self._run
            self._last_end = end
            return [SpeechBegan(self._start)]
        self._voiced += 1
        if not self._paused:
            self._last_end = end
            return []
        if self._run < FEWEST_FRAMES:
            return []  # the end waits for what this becomes
        self._paused = False
        self._said = None
        self._answered = False
        self._last_end = end
        return [SpeechResumed(self._run_start)]

    @property
    def _is_beginning(self) -> bool:
        """Whether this run of frames is somebody who speaks."""
        if self._run < FEWEST_FRAMES:
            return False
        return self.probability >= min(SURE, max(SPEECH, self._before)) or self._run >= STEADY_FRAMES

    def _silent(self, end: int) -> list[SpeechEvent]:
        self._heard_to = end
        self._run = 0
        self._quiet_frames += 1
        if self._start is None:
            return []
        silence = end - self._last_end
        if not self._paused:
            if silence < PAUSE_FRAMES * FRAME_SAMPLES:
                return []
            self._paused = True
            return [PauseBegan(self._last_end)]
        if self._ends and silence >= self._wait_s() * RATE_HZ:
            return [self._over(min(self._last_end + TAIL_SAMPLES, end))]
        return []

    def _wait_s(self) -> float:
        if self._answered:
            return ANSWER_WAIT_S
        if self._said is None and not self._text_comes:
            return NO_TEXT_WAIT_S[self.patience]
        return WAITS[self.patience].after(self._said)

    # ---- one utterance --------------------------------------------------------------------------------------------

    def _begin(self) -> int:
        """Where its sound starts: before the first frame of speech, after the last utterance."""
        return max(self._run_start - LEAD_SAMPLES, self._floor, 0)

    def _over(self, end: int) -> SpeechEnded:
        assert self._start is not None
        ended = SpeechEnded(
            self._start,
            end,
            waited_s=max(0, self._heard_to - self._last_end) / RATE_HZ,
            voiced_s=self._voiced * FRAME_SAMPLES / RATE_HZ,
        )
        self._forget()
        self._floor = end
        return ended

    def _forget(self) -> None:
        self._start = None
        self._paused = False
        self._said = None
        self._answered = False
        self._run = 0
        self._run_start = 0
        self._quiet_frames = 1
        self._voiced = 0
        self._last_end = 0
        self._heard_to = 0
