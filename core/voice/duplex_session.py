"""`DuplexSession`: a conversation by voice, from sound to sound. What may follow what stands in `session_states`; here
it is carried out: capture → endpointing → recognition → commands → turn → speaking → playback.

Everything happens on one loop. An event is taken at once; whatever takes time is a task of its own that fires the next
event when it is done, and none once it was cancelled. Time is counted in samples of the microphone.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Final, Literal, TypeAlias

import numpy as np

from core.conversations.message_tree import Message
from core.errors import HearthError, VaultLocked
from core.events import (
    Change,
    CommandHeard,
    DictationHeard,
    SentenceSpoken,
    TurnEvent,
    VoiceMode,
    VoiceState,
    VoiceStateChanged,
    VoiceTrouble,
)
from core.logs import Public
from core.voice import session_states
from core.voice.attention import Attention
from core.voice.budget import BudgetClock, VoiceBudget
from core.voice.endpointing import SpeechEnded
from core.voice.heard_words import HeardWords
from core.voice.over_answer import OverAnswer
from core.voice.push_to_talk import KeyTiming
from core.voice.recognition import Understood
from core.voice.session_parts import SessionParts
from core.voice.session_states import Action, VoiceEvent
from core.voice.session_tasks import SessionTasks, waited_for
from core.voice.session_utterance import SessionUtterance
from core.voice.spoken_chats import SpokenChats
from core.voice.spoken_turn import SpokenTurn
from models.speech.engines import Samples

_log = logging.getLogger("hearth.voice")

SILENCE_ENDS_S: Final = 60.0
"""Hands-free mode ends when nobody has spoken for so long; a wake phrase or the key begins it again. A decision."""
FOLLOW_UP_S: Final = 8.0
"""After an answer to a wake phrase nobody has to say the phrase again for so long. A decision, as of smart speakers."""
PHRASE_PATIENCE_S: Final = 6.0
"""After a wake phrase alone somebody may think for so long."""
_FIRST_SOUND_S: Final = 0.5
"""A microphone that is slower than this is not waited for: Bluetooth."""

Base: TypeAlias = Literal["off", "hands_free", "waiting_for_phrase"]
_BY_KEY: Final[frozenset[VoiceMode]] = frozenset({"push_to_talk", "dictation"})

Purpose: TypeAlias = Literal["ask", "dictate"]


class DuplexSession:
    """The session of one profile. Its state is announced as `VoiceStateChanged`, its trouble as `VoiceTrouble`."""

    def __init__(self, parts: SessionParts) -> None:
        self._parts = parts
        self._announcer = parts.announcer
        self._clock = parts.surroundings.clock
        self.state: VoiceState = "idle"
        self._chats = SpokenChats(parts)
        self.last_budget = VoiceBudget()
        self._attention = Attention(parts, sound_in=self._on_sound, microphone_changed=self.announce_state)
        self._words = HeardWords(parts)
        self._tasks = SessionTasks(self._announcer, self._fire)
        self._utterance = SessionUtterance(
            parts,
            self._attention,
            self._tasks,
            onset=lambda: self._fire("onset"),
            ended=self._utterance_ended,
            silent=self._silent,
        )
        self._over = OverAnswer(
            parts,
            self._attention,
            self._words,
            self._tasks,
            interrupted=self._interrupted,
            commanded=self.carry_out,
            own_words=lambda: self._chats.answer.own_words if self._chats.answer is not None else "",
        )
        self._base: Base = "off"
        self._exchange: VoiceMode = "off"
        self._phrase_wanted = False
        self._purpose: Purpose = "ask"
        self._is_half = False
        self._key = KeyTiming()
        self._tap_hushes = False
        self._awaits_sound = False
        self._events: deque[VoiceEvent] = deque()
        self._is_firing = False
        self._opening: asyncio.Task[None] | None = None
        self._hushing: asyncio.Task[None] | None = None
        self._question: Understood | None = None
        self._message: Message | None = None
        self._sound: Samples = np.zeros(0, dtype=np.float32)  # of the last utterance, where its mood is wanted
        self._budget = BudgetClock(self._clock)
        self._announced: VoiceStateChanged | None = None
        self._is_closed = False
        self._actions: dict[Action, Callable[[], None]] = {
            "open": self._open,
            "close": self._close,
            "begin": self._begin,
            "finish": self._finish,
            "resume": self._resume,
            "drop": self._drop,
            "ask": self._ask,
            "read": self._read,
            "hush": self._hush,
        }
        self._unsubscribe = self._announcer.subscribe(self._on_change)

    @property
    def conversation_id(self) -> str:
        """The chat that is spoken with; empty until something was asked."""
        return self._chats.conversation_id

    @property
    def mode(self) -> VoiceMode:
        """Why the state is what it is."""
        return self._exchange if self._exchange != "off" else self._base

    @property
    def muted(self) -> bool:
        """Whether the owner keeps the microphone closed."""
        return self._attention.is_muted

    # ---- what faces ask for --------------------------------------------------------------------------------------

    async def press(self, *, purpose: Purpose, conversation_id: str) -> None:
        """The key goes down. Returns when the microphone is open; errors of `Attention.open`, NoSpeechModel."""
        self._check_open()
        if self._key.is_down:
            return  # a key that repeats while it is held
        if self._key.press(self._clock.uptime_s()) == "latch":
            await self.hands_free(on=True, conversation_id=conversation_id)
            return
        self._attention.is_muted = False  # whoever holds the key wants to be heard
        self._purpose = purpose
        self._tap_hushes = self.state in ("thinking", "speaking")
        self._choose_chat(conversation_id)
        self._budget = BudgetClock(self._clock)
        self._fire("press")
        await self._opened()

    async def release(self) -> None:
        """The key goes up."""
        match self._key.release(self._clock.uptime_s()):
            case "release" if self.state == "armed" and not self._parts.capture.is_open:
                self._fire("cancel")  # the microphone has not opened meanwhile: there is nothing to hear
            case "release":
                self._fire("release")
            case "short":
                self._tapped()

    def microphone_lost(self) -> None:
        """The microphone vanished. What was heard of a sentence is given to its owner as dictated, not asked."""
        if self.state == "listening":
            self._key.forget()
            self._is_half = True
            if self._exchange in _BY_KEY:
                self._fire("ended")
            elif not self._utterance.cut():
                self._fire("nothing")
        elif self.state == "armed" and self._key.is_down:
            self._key.forget()
            self._fire("cancel")

    async def cancel(self) -> None:
        """Esc."""
        self._key.forget()
        if self.state in ("idle", "armed"):
            self._stay_away()
        else:
            self._fire("cancel")
        await self._hushed()

    async def hands_free(self, *, on: bool, conversation_id: str = "") -> None:
        """Listen, answer, listen again. Errors of `press`."""
        if not on:
            self._stay_away()
            return
        self._check_open()
        self._attention.is_muted = False
        self._purpose = "ask"
        self._choose_chat(conversation_id)
        self._base = "hands_free"
        self._fire("wait")
        await self._opened()

    async def listen_for_phrase(self, *, on: bool) -> None:
        """Wait for a wake phrase. Errors of `press`."""
        self._phrase_wanted = on
        if on:
            self._check_open()
            if self._base == "off":
                self._base = "waiting_for_phrase"
                self._fire("wait")
                await self._opened()
        elif self._base == "waiting_for_phrase":
            self._base = "off"
            if self.state in ("idle", "armed"):
                self._fire("off")
            self.announce_state()

    async def mute(self, *, on: bool) -> None:
        """Close the microphone in a conversation that goes on: what is being said is forgotten, an answer is spoken on.

        Where none goes on, a microphone that is kept open a while is closed. Off: errors of `press`.
        """
        if not on:
            self._check_open()
            self._attention.is_muted = False
            if self._base != "off":
                await self._attention.open()
                self._listen_again()
        elif self._base != "off":
            self._key.forget()
            if self.state in ("armed", "listening"):
                self._fire("cancel")
            await self._attention.mute()
        elif self.state == "idle" and self._parts.settings.microphone_ready != "always":
            await self._attention.mute()
            self._attention.is_muted = False
        self.announce_state()

    def _listen_again(self) -> None:
        """To a microphone that was closed meanwhile."""
        if self.state == "armed":
            self._wait("armed")
        elif self.state in ("thinking", "speaking"):
            self._listen_over()

    async def read_aloud(self, message: Message) -> None:
        """Speak a message that is there; what is being spoken ends."""
        self._check_open()
        self._message = message
        self._fire("read")

    async def stop_speaking(self) -> None:
        """The answer ends; hands-free mode goes on."""
        if self.state in ("thinking", "speaking"):
            self._fire("cancel")
        await self._hushed()

    async def events_of(self, conversation_id: str) -> AsyncGenerator[TurnEvent, None]:
        """What the spoken turn of this chat tells; closing this before its end stops the turn."""
        turn = self._chats.turn_of(conversation_id)
        if turn is None:
            return
        try:
            async for event in turn.events():
                yield event
        except (GeneratorExit, asyncio.CancelledError):
            if not turn.is_over:
                answer = self._chats.answer
                await (self.stop_speaking() if answer is not None and answer.turn is turn else turn.stop())
            raise

    def pause(self) -> None:
        """The owner wants silence, until `resume`."""
        if self._parts.speaking.is_speaking:
            self._over.is_paused = True
            self._parts.speaking.pause()

    def resume(self) -> None:
        """Go on."""
        self._over.is_paused = False
        self._parts.speaking.resume()

    async def carry_out(self, command: str, said: str = "") -> None:
        """Do what a command says, and tell that it was heard; faces carry out what only they can."""
        speaking = self._parts.speaking
        match command:
            case "stop" | "cancel":
                await (self.stop_speaking() if self.state in ("thinking", "speaking") else self.cancel())
            case "pause":
                self.pause()
            case "resume":
                self.resume()
            case "repeat":
                speaking.repeat()
            case "skip":
                speaking.skip()
            case "faster" | "slower" | "louder" | "quieter":
                getattr(speaking, command)()
            case "new_chat":
                self._chats.conversation_id = ""
            case "read_again":
                await self._read_again()
        self._announcer.announce(CommandHeard(command, said))

    async def aclose(self) -> None:
        """Everything ends; nothing is left running and no sound comes in. May be called twice."""
        if not self._is_closed:
            self._unsubscribe()
            self._base, self._phrase_wanted = "off", False
            self._key.forget()
            self._fire("off")
            self._is_closed = True
        await self._attention.aclose()
        await self._hushed()
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait([self._opening])
        await self._tasks.aclose()
        await self._chats.aclose()

    # ---- the machine ---------------------------------------------------------------------------------------------

    def _fire(self, event: VoiceEvent) -> None:
        """Take `event` now; one that is fired by what is done for another comes after it."""
        self._events.append(event)
        if self._is_firing:
            return
        self._is_firing = True
        try:
            while self._events:
                self._take(self._events.popleft())
        finally:
            self._is_firing = False
            self._events.clear()

    def _take(self, event: VoiceEvent) -> None:
        step = session_states.step(self.state, event)
        if step is None:
            return
        before = self.state
        at_rest: VoiceState = "idle" if self._base == "off" else "armed"
        self.state = at_rest if step.next == "rest" else step.next
        for action in step.actions:
            self._actions[action]()
        self._arrive(before, event, is_rest=step.next == "rest" or event == "wait")
        self._tell_ears()
        self.announce_state()

    def _tell_ears(self) -> None:
        """Engines are not tried while somebody talks, Hearth included: that takes every core."""
        if self.state in ("idle", "armed"):
            self._parts.ears.done_with(self)
        else:
            self._parts.ears.needed_by(self)

    def _arrive(self, before: VoiceState, event: VoiceEvent, *, is_rest: bool) -> None:
        """Who listens in the state that was reached."""
        match self.state:
            case "idle":
                self._exchange = "off"
                self._attention.is_muted = False
                self._attention.rest()
            case "armed" if is_rest:
                self._wait(before)
            case "listening" if event == "interrupted":
                self._listen_to_turn()
            case "thinking" if event in ("question", "read"):
                self._listen_over()
            case "speaking" if event == "sound_out":
                self._listen_over()

    def _wait(self, before: VoiceState) -> None:
        """Armed, and no key is held: who is waited for?"""
        self._purpose = "ask"
        was_phrase = self._base == "waiting_for_phrase"
        follows_up = self._exchange == "hands_free" and before in ("thinking", "speaking", "transcribing")
        if was_phrase and not follows_up:
            self._exchange = "off"
            self._utterance.listen_to_phrase(self._perhaps_phrase)
            return
        if not was_phrase:
            self._exchange = "off"
        self._listen_to_turn()

    def _tapped(self) -> None:
        """The key was only tapped: a mistake, the first half of a double tap, “be quiet”, or “enough” hands-free."""
        if self._base == "hands_free" and not self._tap_hushes:
            self._stay_away()
        else:
            self._fire("cancel")

    def _stay_away(self) -> None:
        """Hands-free mode ends, or a wake phrase's conversation; a wake phrase may begin another one."""
        self._exchange = "off"
        if self._base == "hands_free" or not self._phrase_wanted:
            self._base = "waiting_for_phrase" if self._phrase_wanted else "off"
        if self._base == "off":
            self._fire("off")
        else:
            self._fire("cancel")
        self.announce_state()

    # ---- what is done on the way ---------------------------------------------------------------------------------

    def _open(self) -> None:
        self._awaits_sound = True
        self._opening = asyncio.create_task(self._open_and_warm(), name="open the microphone")
        self._opening.add_done_callback(_seen)

    async def _open_and_warm(self) -> None:
        """The microphone first; everything else is loaded while somebody speaks already."""
        opening = asyncio.create_task(self._attention.open())
        try:
            await opening
            self._tasks.beside(self._warm_after_sound())
            await self._parts.ears.choice()
        except HearthError:
            self._key.forget()
            self._base = "off"
            self._fire("off")
            raise
        finally:
            opening.cancel()
        if self.state == "idle":  # let go of meanwhile
            self._attention.rest()

    async def _warm_after_sound(self) -> None:
        """What is imported holds the interpreter: the very first press was heard after 1.3 s instead of 0.5 s."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_FIRST_SOUND_S):
                await self._parts.capture.first_frame()
        await self.warm()

    async def warm(self) -> None:
        """Load what the next question will need. Trouble is not reported: the question itself will."""
        parts = self._parts
        for failed in await asyncio.gather(
            parts.ears.warm(),
            parts.surroundings.warm(),
            parts.voices.warm(self._words.language),
            self._words.warm(),
            return_exceptions=True,
        ):
            if isinstance(failed, HearthError):
                _log.info("warming failed: %s", Public(failed.code))
            elif isinstance(failed, Exception):
                raise failed

    def _close(self) -> None:
        self._exchange = "off"
        self._attention.rest()

    def _begin(self) -> None:
        self._is_half = False
        if self._key.is_down:
            self._exchange = "dictation" if self._purpose != "ask" else "push_to_talk"
            self._utterance.listen_to_key()
        elif not self._utterance.follows_turn:
            self._exchange = "hands_free"  # a phrase was said: what follows is the question
            self._listen_to_turn()

    def _finish(self) -> None:
        if self._exchange in _BY_KEY:
            self._budget.released()
            if self._is_half:
                self._utterance.cut()
            else:
                self._utterance.release()
        self._tasks.enter(self._transcribe())

    def _resume(self) -> None:
        """What was taken for the end was none: its text is not wanted yet."""
        self._tasks.leave()
        self._utterance.go_on()

    def _drop(self) -> None:
        self._tasks.leave()
        self._utterance.drop()

    def _ask(self) -> None:
        self._tasks.leave()
        self._tasks.enter(self._answer())

    def _read(self) -> None:
        self._tasks.leave()
        self._exchange = "reading"
        self._tasks.enter(self._read_message())

    def _hush(self) -> None:
        turn, self._chats.answer = self._chats.answer, None
        stage = self._tasks.take_stage()
        self._over.is_paused = False
        if turn is not None or stage is not None:
            before, self._hushing = self._hushing, asyncio.create_task(self._silence(turn, stage), name="hush")
            if before is not None:
                self._tasks.beside(waited_for(before))

    async def _silence(self, turn: SpokenTurn | None, stage: asyncio.Task[None] | None) -> None:
        """The loudspeaker first; the task that spoke is ended last, since it must not fire any more."""
        if stage is not None and turn is None:
            stage.cancel()
        try:
            if turn is not None:
                await turn.hush()
                self._budget.hushed()
        except HearthError as trouble:
            self._announcer.announce(VoiceTrouble(trouble))
        finally:
            if stage is not None:
                stage.cancel()
                await asyncio.wait([stage])

    # ---- stages: each a task that fires one event at its end -----------------------------------------------------

    async def _transcribe(self) -> VoiceEvent:
        understood = await self._utterance.understood()
        if understood is None:
            return "nothing"
        if self._parts.settings.mood:
            self._sound = self._utterance.sound()
        self._budget.understood(understood)
        self.last_budget = self._budget.so_far
        return await self._meaning(understood)

    async def _meaning(self, understood: Understood) -> VoiceEvent:
        """What is to be done about what was said. Nothing has acted on it before this moment."""
        text = understood.text.strip()
        if understood.dropped or not text:
            return "nothing"
        if self._purpose != "ask" or self._is_half:
            self._announcer.announce(DictationHeard((await self._words.translated(understood)).text.strip()))
            return "done"
        match = await self._words.command(text, understood.language, speaking=False)
        if match is not None:
            self._tasks.beside(self.carry_out(match.command, text))
            return "done"
        self._question = await self._words.translated(understood)
        return "question"

    async def _answer(self) -> VoiceEvent:
        question, self._question = self._question, None
        assert question is not None
        await self._hushed()  # what was heard of the answer before is part of this question's prompt
        hint = await self._words.mood_hint(self._sound, question.text)
        await self._chats.ask(question.text.strip(), language=question.language, hint=hint)
        return "told"

    async def _read_message(self) -> VoiceEvent:
        message, self._message = self._message, None
        assert message is not None
        await self._hushed()
        await self._chats.read(message)
        return "told"

    # ---- who listens ---------------------------------------------------------------------------------------------

    def _listen_to_turn(self) -> None:
        in_conversation = self._base == "hands_free" or self.state != "listening"
        patience_s = SILENCE_ENDS_S if self._base == "hands_free" else FOLLOW_UP_S
        self._utterance.listen_to_turn(patience_s if in_conversation else PHRASE_PATIENCE_S)

    def _listen_over(self) -> None:
        may_interrupt = self._over.listen(
            thinking=self.state == "thinking", hands_free=self._base == "hands_free", budget=self._budget
        )
        if not may_interrupt and self._base == "off":
            self._attention.rest()

    # ---- what listeners notice -----------------------------------------------------------------------------------

    def _on_sound(self) -> None:
        if self._awaits_sound and self.state == "armed" and self._key.is_down:
            self._awaits_sound = False
            self._budget.sound()
            self._fire("sound_in")

    def _utterance_ended(self, waited_s: float | None) -> None:
        self._budget.ended(waited_s)
        if waited_s is not None:
            self._fire("ended")

    def _silent(self) -> None:
        """Nobody has spoken for long."""
        if self.state == "listening":
            self._exchange = "off"
            self._fire("nothing")
        elif self.state == "armed":
            self._stay_away()

    def _perhaps_phrase(self, sound: Samples, ended: SpeechEnded) -> None:
        self._tasks.beside(self._look_for_phrase(sound, ended))

    async def _look_for_phrase(self, sound: Samples, ended: SpeechEnded) -> None:
        match = await self._words.phrase(sound)
        if match is None or not self._awaits_phrase or self._attention.is_muted:
            return
        self._purpose = "ask"
        self._budget = BudgetClock(self._clock)
        if rest := match.rest.strip():
            if await self._meaning(Understood(rest, self._words.language)) != "question" or not self._awaits_phrase:
                return
            self._exchange = "hands_free"
            self._fire("question")
        else:
            self._exchange = "hands_free"
            self._utterance.from_sample = ended.end_sample
            self._fire("phrase")

    @property
    def _awaits_phrase(self) -> bool:
        return self.state == "armed" and self._base == "waiting_for_phrase" and not self._key.is_down

    def _interrupted(self, from_sample: int | None) -> None:
        self._utterance.from_sample = from_sample
        self._fire("interrupted")

    def _on_change(self, change: Change) -> None:
        answer = self._chats.answer
        if not isinstance(change, SentenceSpoken) or answer is None or self.state != "thinking":
            return
        if change.message_id and change.message_id == answer.message_id:
            self._budget.first_sample(answer.first_token_at_s, answer.times)
            self.last_budget = self._budget.so_far
            self._fire("sound_out")

    # ---- small steps ---------------------------------------------------------------------------------------------

    def _choose_chat(self, conversation_id: str) -> None:
        if conversation_id:
            self._chats.conversation_id = conversation_id

    async def _read_again(self) -> None:
        message = await self._chats.last_answer()
        if message is not None:
            await self.read_aloud(message)

    async def _opened(self) -> None:
        """Wait until the microphone is open; whoever is cancelled meanwhile leaves it opening."""
        if self._opening is not None:
            await asyncio.shield(self._opening)

    async def _hushed(self) -> None:
        if self._hushing is not None:
            await asyncio.wait([self._hushing])

    def announce_state(self) -> None:
        """Tell how it stands, if that is new."""
        now = VoiceStateChanged(
            self.state,
            self.mode,
            self._parts.capture.is_open,
            self._chats.conversation_id,
            muted=self._attention.is_muted,
        )
        if now != self._announced:
            self._announced = now
            self._announcer.announce(now)

    def _check_open(self) -> None:
        if self._is_closed:
            raise VaultLocked("there is no voice after the lock")


def _seen(task: asyncio.Task[None]) -> None:
    """Asyncio complains about errors that nobody asked for; whoever pressed the key may not wait any more."""
    if not task.cancelled():
        task.exception()
