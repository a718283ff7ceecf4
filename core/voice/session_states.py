"""The conversation by voice as one state machine, as data: what may follow what, and what is to be done on the way.

It knows neither sound nor tasks; `duplex_session` carries the actions out. `rest` is where a conversation waits for its
next word: `armed` in hands-free mode and while waiting for a phrase, else `idle`.

    idle         the microphone does nothing for us (it may be kept warm)
    armed        sound comes in and is forgotten after a second; nobody has begun to speak
    listening    an utterance grows
    transcribing it has ended and becomes text
    thinking     the question is asked (or a message is to be read aloud); no sound is out yet
    speaking     the loudspeaker plays

    idle         press       -> armed         open, begin
    idle         wait        -> armed         open
    idle         read        -> thinking      read
    armed        press       -> armed         open, begin
    armed        wait        -> armed         open
    armed        sound_in    -> listening
    armed        onset       -> listening     begin
    armed        phrase      -> listening     begin
    armed        question    -> thinking      ask
    armed        read        -> thinking      drop, read
    armed        release     -> transcribing  finish
    armed        cancel      -> rest          drop
    armed        failed      -> rest          drop
    listening    press       -> listening
    listening    wait        -> listening
    listening    release     -> transcribing  finish
    listening    ended       -> transcribing  finish
    listening    nothing     -> rest          drop
    listening    cancel      -> rest          drop
    listening    failed      -> rest          drop
    listening    read        -> thinking      drop, read
    transcribing press       -> listening     resume
    transcribing onset       -> listening     resume
    transcribing wait        -> transcribing
    transcribing question    -> thinking      ask
    transcribing done        -> rest
    transcribing nothing     -> rest
    transcribing cancel      -> rest          drop
    transcribing failed      -> rest          drop
    transcribing read        -> thinking      drop, read
    thinking     press       -> armed         hush, open, begin
    thinking     wait        -> thinking      open
    thinking     sound_out   -> speaking
    thinking     interrupted -> listening     hush
    thinking     told        -> rest
    thinking     cancel      -> rest          hush
    thinking     failed      -> rest          hush
    thinking     read        -> thinking      hush, read
    speaking     press       -> armed         hush, open, begin
    speaking     wait        -> speaking      open
    speaking     interrupted -> listening     hush
    speaking     told        -> rest
    speaking     cancel      -> rest          hush
    speaking     failed      -> rest          hush
    speaking     read        -> thinking      hush, read
    any          off         -> idle          drop, hush, close

What an event means is said at `VoiceEvent`; one that has no line in its state comes too late and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from core.events import VoiceState

VoiceEvent: TypeAlias = Literal[
    "press",  # the key went down
    "release",  # and up, after long enough
    "cancel",  # Esc, “cancel”, “stop”, or a press that was too short
    "wait",  # hands-free mode or waiting for a phrase begins
    "off",  # everything ends: switched off, or the profile is locked
    "read",  # a message is to be read aloud
    "sound_in",  # the first sound since the key went down
    "onset",  # somebody began to speak (hands-free)
    "phrase",  # the wake phrase was said
    "ended",  # whoever spoke has come to an end (hands-free)
    "question",  # there is something to ask
    "done",  # what was said needs no answer: a command, a dictation
    "nothing",  # nothing was said that could be understood
    "sound_out",  # the first sample of the answer is played
    "interrupted",  # somebody really speaks over the answer
    "told",  # the answer is over and the loudspeaker silent
    "failed",  # whatever was going on failed; it has been announced
]

Action: TypeAlias = Literal[
    "open",  # let sound come in, and warm the models that will be needed
    "close",  # no sound comes in any more
    "begin",  # an utterance begins, with what was said in the last moments
    "finish",  # it has ended: make it text
    "resume",  # it has not ended after all: go on with the same one
    "drop",  # forget it
    "ask",  # ask the language model, and speak its answer
    "read",  # speak a message that is there
    "hush",  # end the answer: loudspeaker silent, turn stopped, what was heard is marked
]

Next: TypeAlias = VoiceState | Literal["rest"]


@dataclass(frozen=True, slots=True)
class Step:
    """Where an event leads, and what is to be done on the way, in this order."""

    next: Next
    actions: tuple[Action, ...] = ()


_REST: Final = "rest"
_STEPS: Final[Mapping[VoiceState, Mapping[VoiceEvent, Step]]] = {
    "idle": {
        "press": Step("armed", ("open", "begin")),
        "wait": Step("armed", ("open",)),
        "read": Step("thinking", ("read",)),
    },
    "armed": {
        "press": Step("armed", ("open", "begin")),
        "wait": Step("armed", ("open",)),
        "sound_in": Step("listening"),
        "onset": Step("listening", ("begin",)),
        "phrase": Step("listening", ("begin",)),
        "question": Step("thinking", ("ask",)),
        "read": Step("thinking", ("drop", "read")),
        "release": Step("transcribing", ("finish",)),
        "cancel": Step(_REST, ("drop",)),
        "failed": Step(_REST, ("drop",)),
    },
    "listening": {
        "press": Step("listening"),
        "wait": Step("listening"),
        "release": Step("transcribing", ("finish",)),
        "ended": Step("transcribing", ("finish",)),
        "nothing": Step(_REST, ("drop",)),
        "cancel": Step(_REST, ("drop",)),
        "failed": Step(_REST, ("drop",)),
        "read": Step("thinking", ("drop", "read")),
    },
    "transcribing": {
        "press": Step("listening", ("resume",)),
        "onset": Step("listening", ("resume",)),
        "wait": Step("transcribing"),
        "question": Step("thinking", ("ask",)),
        "done": Step(_REST),
        "nothing": Step(_REST),
        "cancel": Step(_REST, ("drop",)),
        "failed": Step(_REST, ("drop",)),
        "read": Step("thinking", ("drop", "read")),
    },
    "thinking": {
        "press": Step("armed", ("hush", "open", "begin")),
        "wait": Step("thinking", ("open",)),
        "sound_out": Step("speaking"),
        "interrupted": Step("listening", ("hush",)),
        "told": Step(_REST),
        "cancel": Step(_REST, ("hush",)),
        "failed": Step(_REST, ("hush",)),
        "read": Step("thinking", ("hush", "read")),
    },
    "speaking": {
        "press": Step("armed", ("hush", "open", "begin")),
        "wait": Step("speaking", ("open",)),
        "interrupted": Step("listening", ("hush",)),
        "told": Step(_REST),
        "cancel": Step(_REST, ("hush",)),
        "failed": Step(_REST, ("hush",)),
        "read": Step("thinking", ("hush", "read")),
    },
}
_OFF: Final = Step("idle", ("drop", "hush", "close"))


def step(state: VoiceState, event: VoiceEvent) -> Step | None:
    """What `event` does in `state`; None when it comes too late to do anything."""
    return _OFF if event == "off" else _STEPS[state].get(event)
