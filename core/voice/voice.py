"""`Voice`: the one door to talking and listening, `assistant.voice`. Faces call it and render what it announces.

Made when somebody first wants to talk, closed at the lock. Every method belongs to the assistant's loop.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal, TypeAlias

from core.errors import VaultLocked
from core.events import TurnEvent, VoiceMode, VoiceState, VoiceStateChanged
from core.voice.budget import VoiceBudget
from core.voice.surroundings import Surroundings
from core.voice.voice_trouble import NoSpeechModel, NoVoice

Purpose: TypeAlias = Literal["ask", "dictate", "note"]


class Voice:
    """A conversation by voice. Nothing is opened or loaded before it is needed.

    Announced on the assistant's announcer: `VoiceStateChanged`, `LiveTextChanged`, `VoiceTurnBegan`, `DictationHeard`,
    `SentenceSpoken`, `CommandHeard`, `MoodHeard`, `VoiceTrouble`, `SoundDevicesChanged`.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._state: VoiceState = "idle"
        self._mode: VoiceMode = "off"
        self._conversation_id = ""
        self._is_closed = False
        self.last_budget = VoiceBudget()

    # ---- how it stands -------------------------------------------------------------------------------------------

    @property
    def state(self) -> VoiceState:
        """What goes on now."""
        return self._state

    @property
    def mode(self) -> VoiceMode:
        """Why."""
        return self._mode

    @property
    def microphone_open(self) -> bool:
        """Whether any sound comes in, also where nobody listens to it."""
        return False

    @property
    def conversation_id(self) -> str:
        """The chat that is spoken with; empty until something was asked."""
        return self._conversation_id

    # ---- the key -------------------------------------------------------------------------------------------------

    async def press(self, *, purpose: Purpose = "ask", conversation_id: str = "") -> None:
        """The key goes down: listen until `release`. Interrupts an answer that is being spoken.

        `purpose` “ask” asks in `conversation_id` (empty: the chat spoken with last, else a new one), “dictate” only
        announces `DictationHeard`. NoMicrophone, NoSpeechModel, SoundServerGone.
        """
        self._check_open()
        raise NoSpeechModel

    async def release(self) -> None:
        """The key goes up: what was said is sent. Under 0.3 s it is ignored; twice shortly, hands-free begins."""

    async def cancel(self) -> None:
        """Esc: forget what is being said, or end the answer; in hands-free mode with neither, end that."""

    async def hands_free(self, on: bool, conversation_id: str = "") -> None:  # noqa: FBT001 - reads as it is said
        """Listen for speech by itself, answer, and listen again; or no longer. NoMicrophone, NoSpeechModel."""
        self._check_open()
        if on:
            raise NoSpeechModel

    async def listen_for_phrase(self, on: bool) -> None:  # noqa: FBT001 - reads as it is said
        """Wait for a wake phrase of the settings; or no longer. NoMicrophone, NoSpeechModel."""
        self._check_open()
        if on:
            raise NoSpeechModel

    # ---- answers -------------------------------------------------------------------------------------------------

    async def turn_events(self, conversation_id: str) -> AsyncGenerator[TurnEvent, None]:
        """The spoken turn that runs in this chat, or ran last, from its first event on; nothing without one.

        Several may read. Closing this before the end stops the turn, as the owner's “Stop” does.
        """
        none: tuple[TurnEvent, ...] = ()
        for event in none:
            yield event

    async def read_aloud(self, message_id: str) -> None:
        """Speak a message that is there; returns when it begins. NoVoice, NoLoudspeaker, MessageMissing."""
        self._check_open()
        raise NoVoice

    async def stop_speaking(self) -> None:
        """Silence, and the answer that was being spoken ends."""

    async def pause(self) -> None:
        """Silence in mid-word, until `resume`."""

    async def resume(self) -> None:
        """Go on where it was paused."""

    async def repeat(self) -> None:
        """The sentence again."""

    async def skip(self) -> None:
        """The next sentence."""

    async def faster(self) -> None:
        """15 % faster, from the next sentence on."""

    async def slower(self) -> None:
        """15 % slower, from the next sentence on."""

    async def louder(self) -> None:
        """15 % louder."""

    async def quieter(self) -> None:
        """15 % quieter."""

    async def carry_out(self, command: str) -> None:
        """Do what a spoken command says; `CommandHeard` is announced, also for those only a face can carry out."""

    # ---- readiness -----------------------------------------------------------------------------------------------

    async def warm(self) -> None:
        """Load what the next question will need. Trouble is not reported: the question itself will."""

    async def aclose(self) -> None:
        """Microphone closed, loudspeaker silent, models unloaded, nothing left running. May be called twice."""
        self._is_closed = True
        self._become("idle", "off")

    # ---- small steps ---------------------------------------------------------------------------------------------

    def _become(self, state: VoiceState, mode: VoiceMode) -> None:
        if (state, mode) == (self._state, self._mode):
            return
        self._state, self._mode = state, mode
        change = VoiceStateChanged(state, mode, self.microphone_open, self._conversation_id)
        self._surroundings.announcer.announce(change)

    def _check_open(self) -> None:
        if self._is_closed:
            raise VaultLocked("there is no voice after the lock")
