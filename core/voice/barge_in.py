"""Who may interrupt while Hearth speaks, and what happens then: a ladder of which each rung can be taken back.

    duck     a frame or two of speech, or (where the echo test passed) of what stands out of the room and may be some:
             the loudspeaker goes down to a third, so that a person is not shouted at
    hush     it goes on for 200 ms: the loudspeaker falls silent where it stands (where the echo test passed)
    stop     two words are heard that are not Hearth's own, or a command is, or it goes on for 1.2 s (where the echo
             test passed): the turn ends, and what was said becomes the next question
    resume   it was a cough, a door or a word in passing: the loudspeaker goes on where it was

It counts in frames and knows no clock. Hearth's own voice is told from its owner's by its words, and where the
microphone hears it (no echo test passed) also by its loudness.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.voice.plain_words import plain_words
from models.speech.engines import FRAME_SAMPLES, RATE_HZ

Rung: TypeAlias = Literal["duck", "hush", "listen", "stop", "resume"]
"""What is to be done now; “listen”: make text of what came in since `onset_sample`, and tell `heard`."""

# Silero tells of speech 88 ms after its onset (median of 60 utterances, espeak-ng, 0 to 40 dB of noise); the second
# frame is decided 32 ms later, so that the loudspeaker goes down about 120 ms after the onset.
_DUCK_FRAMES = 2
# Where the microphone does not hear Hearth one frame is enough: none of 19,375 frames of noise is taken for speech.
_DUCK_FRAMES_TRUSTED = 1
# Coughs, typing and clicks rarely keep the detector up for six frames (tests feed them); 88 + 6 × 32 = 280 ms.
_HUSH_FRAMES = 6
# The loudspeaker is silent already, so there is time to hear whether it is a command, after which the answer goes on.
_STOP_FRAMES = 38
_PAUSE_FRAMES = 6
"""Silence of 200 ms ends a stretch of speech: time to look what was said."""
_LISTEN_EVERY_FRAMES = 20
_GIVE_UP_FRAMES = 312
"""Ten seconds of silence: if the recogniser has not answered by then, it never will, and the answer goes on."""
_SPEECH = 0.5
_STILL_SPEECH = 0.35

# A sound that stands far out of the room and may be a voice is reason enough to duck, a frame or two sooner: on twelve
# phrases through the cleanup 34 ms after the onset instead of 59, nine of ten within 84 instead of 116. Of 620 s of
# noise and 120 coughs none ducks more than before; with 10 dB one cough did, with no look at the loudness 21 noises.
_MAYBE_SPEECH = 0.2
_OUT_OF_ROOM_DB = 20.0

# Where the microphone hears the loudspeaker, only what is clearly louder than that may be the owner.
_LOUDER_BY_DB = 6.0
_LEVELS_KEPT = 94  # three seconds
_LEVELS_NEEDED = 10

_OWN_WORDS_NEAR = 80.0
"""Of 100: a word this like one that is being spoken is taken for it. Recognisers mis-hear a voice behind a voice."""
_WORDS_NEEDED = 2
_WORDS_NEEDED_AT_ONCE = 4
"""While somebody still speaks: “turn it up” is a command when it is over."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood while Hearth spoke. `own` is what it was saying at that time, and just before.

    `asked` is what `BargeIn.asked` was when the sound for it was taken: a later question makes it half an answer.
    """

    text: str
    own: str
    is_command: bool = False
    asked: int = 0


class BargeIn:
    """The ladder of one spoken answer. `trusted`: the echo test says that the microphone does not hear Hearth.

    Without `by_speech` only commands stop the answer, and nothing ducks.
    """

    def __init__(self, *, by_speech: bool, trusted: bool) -> None:
        self._by_speech = by_speech
        self._trusted = trusted
        self._levels: deque[float] = deque(maxlen=_LEVELS_KEPT)
        self._rung: Rung | Literal[""] = ""
        self._onset: int | None = None
        self._spoken = 0
        self._silent = 0
        self.asked = 0
        """How often “listen” was said."""

    @property
    def onset_sample(self) -> int | None:
        """Where the stretch of speech that is being looked at began; None while there is none."""
        return self._onset

    @property
    def is_ducked(self) -> bool:
        """Whether the loudspeaker is down or silent because of us."""
        return self._rung in ("duck", "hush")

    def again(self) -> BargeIn:
        """The same ladder at its foot, for what comes after a command."""
        fresh = BargeIn(by_speech=self._by_speech, trusted=self._trusted)
        fresh._levels.extend(self._levels)
        return fresh

    def feed(self, start_sample: int, probability: float, level_db: float) -> Rung | None:
        """The next frame: how surely somebody speaks in it, and how loud it is."""
        if self._rung == "stop":
            return None
        stands_out = self._stands_out(probability, level_db)
        if self._is_owner(probability, level_db):
            return self._on_speech(start_sample)
        return self._on_maybe(start_sample) if stands_out else self._on_silence()

    def heard(self, heard: Heard) -> Rung | None:
        """What came of a “listen”."""
        if self._rung == "stop" or self._onset is None:
            return None
        is_over = self._silent >= _PAUSE_FRAMES and heard.asked == self.asked
        if is_over and heard.is_command and not _is_part_of(heard.text, heard.own):
            return self._to("stop")
        needed = _WORDS_NEEDED if is_over else _WORDS_NEEDED_AT_ONCE
        if self._by_speech and len(strange_words(heard.text, heard.own)) >= needed:
            return self._to("stop")
        return self._let_go() if is_over else None

    def _on_speech(self, start_sample: int) -> Rung | None:
        if self._onset is None:
            self._onset = start_sample
        self._spoken += 1
        self._silent = 0
        enough = _DUCK_FRAMES_TRUSTED if self._trusted else _DUCK_FRAMES
        if self._by_speech and self._spoken >= enough and not self._rung:
            return self._to("duck")
        if self._by_speech and self._trusted:
            if self._spoken >= _STOP_FRAMES:
                return self._to("stop")
            if self._spoken >= _HUSH_FRAMES and self._rung == "duck":
                return self._to("hush")
        if self._spoken % _LISTEN_EVERY_FRAMES == 0:
            return self._listen()
        return None

    def _on_maybe(self, start_sample: int) -> Rung:
        """The stretch that is looked at may begin here; for all that follows only what is surely speech counts."""
        self._onset = start_sample
        return self._to("duck")

    def _on_silence(self) -> Rung | None:
        if self._onset is None:
            return None
        self._silent += 1
        if self._silent == _PAUSE_FRAMES:
            return self._let_go() if self._spoken < _DUCK_FRAMES else self._listen()
        if self._silent >= _GIVE_UP_FRAMES:
            return self._let_go()
        return None

    def _is_owner(self, probability: float, level_db: float) -> bool:
        speech = probability >= (_STILL_SPEECH if self._spoken else _SPEECH)
        own_db = None if self._trusted else self._own_level_db()
        if self._onset is None:  # what is heard now is, as far as anybody knows, Hearth itself, or only the room
            self._levels.append(level_db)
        if self._trusted:
            return speech
        return speech and own_db is not None and level_db >= own_db + _LOUDER_BY_DB

    def _stands_out(self, probability: float, level_db: float) -> bool:
        if not (self._by_speech and self._trusted) or self._onset is not None or probability < _MAYBE_SPEECH:
            return False
        own_db = self._own_level_db()
        return own_db is not None and level_db >= own_db + _OUT_OF_ROOM_DB

    def _own_level_db(self) -> float | None:
        if len(self._levels) < _LEVELS_NEEDED:
            return None
        return sorted(self._levels)[len(self._levels) * 9 // 10]

    def _listen(self) -> Rung:
        self.asked += 1
        return "listen"

    def _to(self, rung: Rung) -> Rung:
        self._rung = rung
        return rung

    def _let_go(self) -> Rung | None:
        was_ducked = self.is_ducked
        self._begin_anew()
        return "resume" if was_ducked else None

    def _begin_anew(self) -> None:
        self._rung, self._onset = "", None
        self._spoken = self._silent = 0


def strange_words(text: str, own: str) -> list[str]:
    """The words of `text` that are not like any that Hearth is saying."""
    from rapidfuzz import fuzz, process

    said = [word.text for word in plain_words(own)]
    return [
        word.text
        for word in plain_words(text)
        if process.extractOne(word.text, said, scorer=fuzz.ratio, score_cutoff=_OWN_WORDS_NEAR) is None
    ]


def _is_part_of(text: str, own: str) -> bool:
    """Whether Hearth itself is just saying these words."""
    wanted = " ".join(word.text for word in plain_words(text))
    return f" {wanted} " in f" {' '.join(word.text for word in plain_words(own))} "


def seconds_of(frames: int) -> float:
    """How long so many frames last."""
    return frames * FRAME_SAMPLES / RATE_HZ
