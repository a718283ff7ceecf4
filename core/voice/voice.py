"""`Voice`: the one door to talking and listening, `assistant.voice`. Faces call it and render what it announces.

Made when somebody first wants to talk, closed at the lock. Every method belongs to the assistant's loop.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from core.conversations.message_tree import Message
from core.errors import HearthError, MessageMissing, VaultLocked
from core.events import (
    Change,
    CommandHeard,
    DictationHeard,
    LiveTextChanged,
    SentenceSpoken,
    TurnEvent,
    VoiceMode,
    VoiceState,
    VoiceStateChanged,
)
from core.logs import Public
from core.settings.sections import VoiceSettings
from core.voice.budget import VoiceBudget
from core.voice.capture import Capture
from core.voice.cleanup import Cleanup, CleanupStages
from core.voice.duplex_session import DuplexSession, Purpose
from core.voice.ears import Ears
from core.voice.echo_test import EchoVerdict, echo_test
from core.voice.levels import Level
from core.voice.listening_sounds import ListeningSounds
from core.voice.playback import Playback
from core.voice.recognition import Recognition
from core.voice.session_parts import SessionParts
from core.voice.sound_devices import SoundDevices, Sounding
from core.voice.sound_troubles import SoundTroubles
from core.voice.speaking import Speaking
from core.voice.surroundings import Surroundings
from core.voice.voice_choice import VoiceChoice
from models.freed_memory import share_memory_pools
from models.library import ModelFiles

if TYPE_CHECKING:
    from core.voice.sound_player import SoundPlayer
    from core.voice.sound_trial import SoundTrial
    from core.voice.transcripts import Transcripts
    from core.voice.voice_notes import VoiceNoteRecorder

_log = logging.getLogger("hearth.voice")


class Voice:
    """A conversation by voice. Nothing is opened or loaded before it is needed.

    Announced on the assistant's announcer: `VoiceStateChanged`, `LiveTextChanged`, `VoiceTurnBegan`, `DictationHeard`,
    `SentenceSpoken`, `CommandHeard`, `MoodHeard`, `VoiceTrouble`, `SoundDevicesChanged`.
    """

    def __init__(self, surroundings: Surroundings, *, devices: Sounding | None = None) -> None:
        """`devices`: those of the computer, or a test's."""
        share_memory_pools()
        self._surroundings = surroundings
        self._is_closed = False
        self._muted_for_note = False
        clock = surroundings.clock
        files = ModelFiles(surroundings.paths.models)
        self._own_devices: SoundDevices | None = None
        if devices is None:
            devices = self._own_devices = SoundDevices(announcer=surroundings.announcer)
        self._devices: Sounding = devices
        self._troubles = announcer = SoundTroubles(surroundings.announcer, devices, clock)
        self.playback = Playback(self._devices, announcer=announcer, clock=clock)
        self.capture = Capture(
            self._devices,
            self._made_cleanup,
            announcer=announcer,
            clock=clock,
            reference=self.playback.reference,
        )
        self.engines = Ears(
            files,
            surroundings.paths.data / "speech-devices.json",
            settings=self._settings,
            keep_alive_s=lambda: surroundings.settings.values.chat.keep_alive_minutes * 60.0,
            announcer=announcer,
        )
        self.voices = VoiceChoice(files, self._settings, announcer=announcer)
        self.speaking = Speaking(self.voices, self.playback, announcer=announcer, clock=clock)
        self._sounds = ListeningSounds(
            Playback(self._devices, announcer=announcer, clock=clock),
            self.capture,
            answer=self.playback,
            settings=self._settings,
        )
        ear = self.engines.recogniser
        recognition = Recognition(
            ear, settings=self._settings, announcer=announcer, clock=clock, translates=lambda: ear.translates
        )
        self._session = DuplexSession(
            SessionParts(
                surroundings,
                announcer,
                capture=self.capture,
                playback=self.playback,
                ears=self.engines,
                voices=self.voices,
                recognition=recognition,
                speaking=self.speaking,
                without_tones=self._sounds.without,
            )
        )
        self._troubles.microphone_lost = self._session.microphone_lost
        self._sounds.follow(announcer)
        self._unsubscribe = surroundings.announcer.subscribe(self._notice_use)

    # ---- how it stands -------------------------------------------------------------------------------------------

    @property
    def state(self) -> VoiceState:
        """What goes on now."""
        return self._session.state

    @property
    def mode(self) -> VoiceMode:
        """Why."""
        return self._session.mode

    @property
    def microphone_open(self) -> bool:
        """Whether any sound comes in, also where nobody listens to it."""
        return self.capture.is_open

    @property
    def conversation_id(self) -> str:
        """The chat that is spoken with; empty until something was asked."""
        return self._session.conversation_id

    @property
    def last_budget(self) -> VoiceBudget:
        """Where the time of the last exchange went."""
        return self._session.last_budget

    @property
    def devices(self) -> Sounding:
        """Microphones and loudspeakers."""
        return self._devices

    def level(self) -> Level:
        """How loud the microphone is now; silence while it is closed."""
        return self.capture.level()

    # ---- notes and files -----------------------------------------------------------------------------------------

    @cached_property
    def transcripts(self) -> Transcripts:
        """Files and recordings as text."""
        from core.voice.transcripts import Transcripts

        return Transcripts(self._surroundings, self.engines.choice)

    @cached_property
    def player(self) -> SoundPlayer:
        """Plays what was recorded."""
        from core.voice.sound_player import SoundPlayer

        around = self._surroundings
        return SoundPlayer(Playback(self._devices, announcer=self._troubles, clock=around.clock))

    @cached_property
    def note_recorder(self) -> VoiceNoteRecorder:
        """Records into a message. VaultLocked after the lock."""
        self._check_open()
        from core.voice.voice_notes import VoiceNoteRecorder

        return VoiceNoteRecorder(
            self.capture,
            self.engines.recogniser,
            detector=self.engines.detector,
            settings=self._settings,
            told=self._session.announce_state,
            before=self._make_way_for_note,
            after=self._go_on_after_note,
        )

    async def _make_way_for_note(self) -> None:
        """Nobody answers what is said into a note, and nothing is spoken into it. NoSpeechModel."""
        self._use_settings()
        await self.engines.choice()
        self._hold_player()
        await self.stop_speaking()
        if self.state in ("listening", "transcribing"):
            await self.cancel()
        self._muted_for_note = self.state != "idle" and not self.muted
        await self.mute(True)
        self.engines.needed_by(self)

    async def _go_on_after_note(self) -> None:
        """A conversation or a wake phrase is listened for again."""
        self.engines.done_with(self)
        was_muted, self._muted_for_note = self._muted_for_note, False
        if was_muted and not self._is_closed:
            with suppress(HearthError):  # the note is worth more; who presses the key next is told
                await self.mute(False)

    @cached_property
    def trial(self) -> SoundTrial:
        """For trying microphone, loudspeaker and voices out."""
        from core.voice.sound_trial import SoundTrial

        around = self._surroundings
        return SoundTrial(
            self.capture,
            Playback(self._devices, announcer=self._troubles, clock=around.clock),
            self.voices,
            settings=self._settings,
            hold_microphone=self.test_microphone,
        )

    async def _close_files(self) -> None:
        made = vars(self)
        if "note_recorder" in made:
            await self.note_recorder.aclose()
        for name in ("transcripts", "player", "trial"):
            if name in made:
                await made[name].aclose()

    # ---- the key -------------------------------------------------------------------------------------------------

    async def press(self, *, purpose: Purpose = "ask", conversation_id: str = "") -> None:
        """The key goes down: listen until `release`. Interrupts an answer that is being spoken.

        `purpose` “ask” asks in `conversation_id` (empty: the chat spoken with last, else a new one), “dictate” only
        announces `DictationHeard`. Returns when the microphone is open. NoMicrophone, SoundDeviceRefused,
        SoundServerGone, SystemLibraryMissing, NoSpeechModel.
        """
        self._use_settings()
        self._hold_player()
        await self._session.press(purpose=purpose, conversation_id=conversation_id)

    async def release(self) -> None:
        """The key goes up: what was said is sent. Under 0.3 s it is ignored; twice shortly, hands-free begins."""
        await self._session.release()

    async def cancel(self) -> None:
        """Esc: forget what is being said, or end the answer; in hands-free mode with neither, end that."""
        await self._session.cancel()

    async def hands_free(self, on: bool, conversation_id: str = "") -> None:  # noqa: FBT001 - reads as it is said
        """Listen for speech by itself, answer, and listen again; or no longer. Errors of `press`."""
        self._use_settings()
        if on:
            self._hold_player()
        await self._session.hands_free(on=on, conversation_id=conversation_id)

    async def listen_for_phrase(self, on: bool) -> None:  # noqa: FBT001 - reads as it is said
        """Wait for a wake phrase of the settings; or no longer. Errors of `press`."""
        self._use_settings()
        await self._session.listen_for_phrase(on=on)

    async def mute(self, on: bool) -> None:  # noqa: FBT001 - reads as it is said
        """Stay in hands-free mode, or waiting for a phrase, with the microphone closed; or open it again.

        What is being said is forgotten, an answer is spoken to its end. The key opens the microphone as well. Where no
        conversation goes on, nothing happens. Errors of `press`.
        """
        await self._session.mute(on=on)

    @property
    def muted(self) -> bool:
        """Whether the owner has closed the microphone of a conversation that goes on."""
        return self._session.muted

    # ---- answers -------------------------------------------------------------------------------------------------

    async def turn_events(self, conversation_id: str) -> AsyncGenerator[TurnEvent, None]:
        """The spoken turn that runs in this chat, or ran last, from its first event on; nothing without one.

        Several may read. Closing this before the end stops the turn, as the owner's “Stop” does.
        """
        async with aclosing(self._session.events_of(conversation_id)) as events:
            async for event in events:
                yield event

    async def read_aloud(self, message_id: str) -> None:
        """Speak a message that is there; returns when it begins. NoVoice, MessageMissing; the rest is announced."""
        self._check_open()
        message = await self._message(message_id)
        await self.voices.choice_for(self._settings().spoken_language)
        self._hold_player()
        await self._session.read_aloud(message)

    async def stop_speaking(self) -> None:
        """Silence, and the answer that was being spoken ends."""
        await self._session.stop_speaking()

    async def pause(self) -> None:
        """Silence in mid-word, until `resume`."""
        self._session.pause()

    async def resume(self) -> None:
        """Go on where it was paused."""
        self._session.resume()

    async def repeat(self) -> None:
        """The sentence again."""
        self.speaking.repeat()

    async def skip(self) -> None:
        """The next sentence."""
        self.speaking.skip()

    async def faster(self) -> None:
        """15 % faster, from the next sentence on."""
        self.speaking.faster()

    async def slower(self) -> None:
        """15 % slower, from the next sentence on."""
        self.speaking.slower()

    async def louder(self) -> None:
        """15 % louder."""
        self.speaking.louder()

    async def quieter(self) -> None:
        """15 % quieter."""
        self.speaking.quieter()

    async def carry_out(self, command: str) -> None:
        """Do what a spoken command says; `CommandHeard` is announced, also for those only a face can carry out."""
        self._check_open()
        await self._session.carry_out(command)

    # ---- readiness -----------------------------------------------------------------------------------------------

    async def warm(self) -> None:
        """Load what the next question will need. Trouble is not reported: the question itself will."""
        self._check_open()
        await self._session.warm()
        with suppress(HearthError):
            await self._devices.find("", "microphone")
            if self._settings().microphone_ready == "always" and not self.muted:
                await self.capture.open(self._settings().microphone)
                self._session.announce_state()

    async def test_microphone(self, on: bool) -> None:  # noqa: FBT001 - reads as it is said
        """Open the microphone so that `level` tells, or close it again if nobody else uses it. Errors of `press`."""
        if on:
            self._check_open()
            self._use_settings()
            self._hold_player()
            await self.capture.open(self._settings().microphone)
        elif not self._is_heard:
            await self.capture.close()
        self._session.announce_state()

    @property
    def _is_heard(self) -> bool:
        """Whether the microphone stays open after a test: somebody talks, records, or wants it ready always."""
        is_recording = "note_recorder" in vars(self) and self.note_recorder.is_recording
        is_ready = self._settings().microphone_ready == "always" and not self._is_closed
        return self.state != "idle" or is_recording or is_ready

    async def echo_test(self) -> EchoVerdict:
        """What this computer can do while it speaks; six seconds, heard by everybody. Kept in the settings.

        What goes on ends first. NoMicrophone, NoLoudspeaker and their kin.
        """
        self._check_open()
        self._use_settings()
        self._hold_player()
        await self._session.cancel()
        await self.capture.open(self._settings().microphone)
        try:
            await self.playback.open(self._settings().speaker)
            verdict = await echo_test(self.capture, self.playback)
        finally:
            await self.test_microphone(False)
        await self._surroundings.settings.change("voice.echo_verdict", verdict.kind)
        return verdict

    def _notice_use(self, change: Change) -> None:
        """Whoever talks uses Hearth and touches nothing: it must not lock for idleness in mid-conversation.

        Other people's words while a wake phrase is awaited, and noises, are no use.
        """
        if isinstance(change, VoiceStateChanged):
            is_use = change.state in ("thinking", "speaking") or change.mode in ("push_to_talk", "dictation")
        else:
            is_use = isinstance(change, LiveTextChanged | SentenceSpoken | CommandHeard | DictationHeard)
        if is_use:
            self._surroundings.auto_lock.touch()

    async def aclose(self) -> None:
        """Microphone closed, loudspeaker silent, models unloaded, nothing left running. May be called twice."""
        self._is_closed = True
        self._unsubscribe()
        endings = [
            self._session.aclose,
            self._sounds.aclose,
            self._close_files,
            self.speaking.aclose,
            self.playback.aclose,
            self.capture.close,
            self.engines.aclose,
            self.voices.aclose,
            self._troubles.aclose,
        ]
        if self._own_devices is not None:
            endings.append(self._own_devices.aclose)
        for end in endings:  # in this order, and whatever one of them meets, the others end as well
            try:
                await end()
            except HearthError as trouble:
                _log.warning("a part of the voice did not end well: %s", Public(trouble.code))

    # ---- small steps ---------------------------------------------------------------------------------------------

    def _settings(self) -> VoiceSettings:
        return self._surroundings.settings.values.voice

    def _use_settings(self) -> None:
        """Stages of cleaning that were switched meanwhile."""
        self._check_open()
        cleanup, wanted = self.capture.cleanup, _stages(self._settings())
        if cleanup is not None and cleanup.stages != wanted:
            cleanup.switch(wanted)

    def _made_cleanup(self) -> Cleanup:
        stages = _stages(self._settings())
        return Cleanup(
            high_pass=stages.high_pass,
            noise_suppression=stages.noise_suppression,
            gain=stages.gain,
            echo_cancellation=stages.echo_cancellation,
        )

    def _hold_player(self) -> None:
        """What was recorded is not played into an open microphone, nor under Hearth's own voice; its owner goes on."""
        if "player" in vars(self):
            self.player.pause()

    async def _message(self, message_id: str) -> Message:
        """From the chats that are kept, or from the private ones."""
        try:
            return await self._surroundings.conversations.message(message_id)
        except MessageMissing:
            return await self._surroundings.private.message(message_id)

    def _check_open(self) -> None:
        if self._is_closed:
            raise VaultLocked("there is no voice after the lock")


def _stages(settings: VoiceSettings) -> CleanupStages:
    return CleanupStages(
        high_pass=settings.high_pass,
        noise_suppression=settings.noise_suppression,
        gain=settings.gain,
        echo_cancellation=settings.echo_cancellation,
    )
