"""The hands of the voice on the desktop: what keys, buttons and commands want of it, and what it tells in return.

A press of the key comes before everything else: nothing is asked or looked up that could wait. What is wanted of the
core is told in the order in which it was wanted, so that a release never overtakes its press.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer, Signal

from core.errors import ModelTrouble
from core.events import (
    CommandHeard,
    DictationHeard,
    LiveTextChanged,
    MoodHeard,
    SettingChanged,
    SoundServerReturned,
    VoiceState,
    VoiceStateChanged,
    VoiceTrouble,
    VoiceTurnBegan,
)
from desktop.voice import dictation
from desktop.voice.note_taking import NoteTaking
from desktop.voice.spoken_turns import SpokenTurns
from desktop.voice.stage_words import Holding, copied_words
from desktop.voice.voice_commands import MENU
from desktop.voice.voice_notice import Notice, ToldOnce, locked_notice, notice_of
from desktop.voice.voice_places import Asked, Parts, PlaceName, VoicePlaces
from desktop.voice.voice_show import IDLE, VoiceShow

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.voice.voice import Voice
    from desktop.bridge import Bridge
    from desktop.chat.chat_page import ChatPage
    from desktop.chat.composer import Composer
    from desktop.chat.live_turns import LiveTurns
    from desktop.commands import Commands
    from desktop.hotkeys.bindings import Hotkeys
    from desktop.notifications import Notifications
    from desktop.quick_chat.popup import QuickChat

Purpose: TypeAlias = Literal["ask", "dictate"]
Outcome: TypeAlias = Literal["", "asked", "written", "command", "cancelled", "failed"]

PREPARE_AFTER_MS = 4_000
"""So long after a profile was opened the voice is loaded, if there is a speech model: the first paint is long over."""

TOO_SHORT_MS = 300
"""The core ignores a press that was shorter; here the owner is told why nothing happened."""


class VoiceDesk(QObject):
    """One for the program. `set_assistant` tells who listens, None while Hearth is locked."""

    chat_wanted = Signal(str)  # conversation id
    way_wanted = Signal(str)  # speech, voice, settings, unlock
    changed = Signal()  # how it stands is another now

    def __init__(
        self,
        bridge: Bridge,
        *,
        live: LiveTurns,
        quick: Callable[[], QuickChat],
        hotkeys: Callable[[], Hotkeys | None],
        notifications: Callable[[], Notifications],
        report: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._live = live
        self._quick = quick
        self._notifications = notifications
        self._report = report
        self._assistant: Assistant | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._in_turn = asyncio.Lock()
        self.places = VoicePlaces()
        self.view = VoiceShow(bridge, self.places, hotkeys=hotkeys, parent=self)
        self._turns = SpokenTurns(bridge, self.view, self.places, live=live, parent=self)
        self._note = NoteTaking(bridge, self.view, self.places, in_turn=self._in_turn, parent=self)
        self._told = ToldOnce()
        self._place: PlaceName = "quick"
        self._purpose: Purpose = "ask"
        self._elsewhere = False
        self._outcome: Outcome = ""
        self._cause: Notice | None = None  # what befell the sentence that is being said
        self._pressing = False
        self._since_press = QElapsedTimer()
        self._held_ms = 0
        self._connect()
        self._prepare_timer = QTimer(self, singleShot=True, interval=PREPARE_AFTER_MS)
        self._prepare_timer.timeout.connect(self._prepare)

    def _connect(self) -> None:
        self.view.cancel_wanted.connect(self.cancel)
        self.view.stop_wanted.connect(self.stop_speaking)
        self.view.open_wanted.connect(self._open_chat)
        self.view.way_wanted.connect(self.way_wanted)
        self._note.changed.connect(self.changed)
        self._note.not_begun.connect(self._not_begun)
        self._note.not_done.connect(self._not_done)
        self._note.nothing_said.connect(self._say_nothing)

    # ---- who listens, and where -------------------------------------------------------------------------------------

    def set_assistant(self, assistant: Assistant | None) -> None:
        """Who listens from now on. At a lock everything of the voice goes from the screen at once."""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self._assistant = assistant
        self._outcome, self._pressing = "", False
        self._turns.set_assistant(assistant)
        self._told.forget()
        self._note.forget()
        self.view.leave()
        self.view.take(IDLE)
        self.view.feed.set_assistant(assistant)
        if assistant is None:
            self._prepare_timer.stop()
            self.places.forget_page()
        else:
            self._unsubscribe = assistant.announcer.subscribe(self._bridge.listener(self._on_change, self))
            self._prepare_timer.start()
        self.changed.emit()

    def use_window(self, page: ChatPage, commands: Commands) -> None:
        """The main window has this chat page now; it gets a microphone and a bar."""
        if page is self.places.page:
            return
        self._join(self.places.add_page(page, commands))
        page.header.microphone_close_wanted.connect(self.close_microphone)
        self.view.show()

    def use_quick(self, quick: QuickChat) -> None:
        """The quick chat is there, or all its words have changed."""
        self._join(self.places.add_quick(quick))
        self.view.show()

    def _join(self, parts: Parts) -> None:
        button, bar, name = parts.button, parts.bar, parts.name
        button.began.connect(lambda: self.begin(self._purpose_of(name), place=name))
        button.ended.connect(self.end)
        button.latched.connect(self.view.latch)
        button.menu_wanted.connect(self._show_menu)
        bar.mute_wanted.connect(self.mute)
        bar.pause_wanted.connect(lambda paused: self._do(lambda v: v.pause() if paused else v.resume()))
        bar.skip_wanted.connect(lambda: self._do(lambda voice: voice.skip()))
        bar.end_wanted.connect(self._end_bar)
        parts.composer.editor().escape_pressed.connect(self._escaped_in_composer)

    def _purpose_of(self, name: PlaceName) -> Purpose:
        """Notes are dictated; nobody answers them."""
        page = self.places.live_page
        return "dictate" if name == "window" and page is not None and page.is_notes else "ask"

    def retranslate(self) -> None:
        """All words change."""
        self.view.retranslate()

    def close(self) -> None:
        """Hearth ends."""
        self.set_assistant(None)
        self.view.close()

    # ---- how it stands ----------------------------------------------------------------------------------------------

    @property
    def state(self) -> VoiceState:
        """What the core does. A voice note listens as well."""
        return "listening" if self._note.is_recording else self.view.now.state

    @property
    def microphone_open(self) -> bool:
        """Whether sound comes in."""
        return self.view.now.microphone_open

    @property
    def is_listening(self) -> bool:
        """Whether what is said now will be sent or written."""
        return self.view.stage in ("opening", "listening") and not self.is_hands_free

    @property
    def is_hands_free(self) -> bool:
        """Whether it listens by itself."""
        return self.view.mode == "hands_free"

    @property
    def takes_note(self) -> bool:
        """Whether a voice note is recorded."""
        return self._note.is_recording

    @property
    def is_speaking(self) -> bool:
        """Whether something is spoken, or about to be."""
        return self.state in ("thinking", "speaking")

    def tells(self, conversation_id: str) -> bool:
        """Whether the owner sees or hears the answer in this chat: nobody need tell of it."""
        return self._turns.tells(conversation_id)

    # ---- the key ----------------------------------------------------------------------------------------------------

    def talk_began(self) -> None:
        """The global key goes down."""
        self.begin("ask")

    def talk_ended(self) -> None:
        """The global key goes up."""
        self.end()

    def toggle_talk(self) -> None:
        """A command has no release: the first begins, the second sends."""
        if self.is_listening:
            self.end()
        else:
            self.begin("ask", holding="latched")

    def toggle_dictation(self, *, elsewhere: bool = False) -> None:
        """Write down what is said: into the message, or for another program through the clipboard."""
        if self.is_listening:
            self.end()
        else:
            self.begin("dictate", holding="latched", elsewhere=elsewhere)

    def toggle_note(self) -> None:
        """Record into the message: the first begins, the second writes it there."""
        if self._assistant is None:
            self.view.trouble(locked_notice())
        elif self.is_listening:
            self.end()
        elif not self._note.is_under_way:
            self._quick()
            self._outcome = "cancelled"  # of what else went on: it makes way
            self._note.begin(self._assistant)

    def begin(
        self,
        purpose: Purpose,
        *,
        holding: Holding = "held",
        place: PlaceName | None = None,
        elsewhere: bool = False,
    ) -> None:
        """Listen. `place` is where the question or the text goes, None: where the owner is."""
        assistant = self._assistant
        if assistant is None:
            self.view.trouble(locked_notice())
            return
        if self._note.is_under_way:
            self._note.end()
            return
        self._quick()  # it may be where the question goes
        self._place = place or self.places.chosen()
        self._purpose, self._elsewhere, self._outcome = purpose, elsewhere, ""
        self._since_press.start()
        self._held_ms = 0
        self._pressing = True
        asked = self.places.asked(self._place) if purpose == "ask" else None
        if asked is not None and self._live.is_busy(asked.conversation_id):
            self._live.stop(asked.conversation_id)  # whoever speaks wants no more of the answer before
        self._tell(lambda: self._pressed(assistant, purpose, asked), failed=self._not_begun)
        self.view.begin(holding=holding, dictating=purpose == "dictate")
        self.changed.emit()

    async def _pressed(self, assistant: Assistant, purpose: Purpose, asked: Asked | None) -> None:
        conversation_id = await self._turns.conversation_for(asked, self._place) if asked is not None else ""
        await assistant.voice.press(purpose=purpose, conversation_id=conversation_id)

    def end(self) -> None:
        """What was said is sent, or written."""
        if self._note.is_recording:
            self._note.end()
            return
        self._held_ms = int(self._since_press.elapsed()) if self._since_press.isValid() else 0
        self._do(lambda voice: voice.release())

    def cancel(self) -> None:
        """What was said is forgotten."""
        if self._note.is_under_way:
            self._note.cancel()
            return
        self._outcome = "cancelled"
        self.view.leave()
        self._do(lambda voice: voice.cancel())

    def _not_begun(self, error: BaseException) -> None:
        self._outcome, self._pressing = "failed", False
        if self._assistant is None:
            return  # locked in the middle of it
        self._turns.tidy()
        notice = notice_of(error)
        if notice is None:
            self.view.leave()
            self._report(error)
        else:
            self._told.is_news(notice)
            self.view.trouble(notice)
        self.changed.emit()

    # ---- hands-free -------------------------------------------------------------------------------------------------

    def set_hands_free(self, wanted: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Listen by itself, answer, listen again; or no longer."""
        assistant = self._assistant
        if assistant is None:
            self.view.trouble(locked_notice())
            return
        if self._note.is_under_way:
            self._note.end()
            return
        if not wanted:
            self._do(lambda voice: voice.hands_free(False))
            self.view.show()
            return
        self._quick()
        self._place, self._outcome, self._purpose = self.places.chosen(), "", "ask"
        asked = self.places.asked(self._place)

        async def listening() -> None:
            conversation_id = await self._turns.conversation_for(asked, self._place) if asked is not None else ""
            await assistant.voice.hands_free(True, conversation_id)

        self._tell(listening, failed=self._not_begun)

    def mute(self, wanted: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Close the microphone and stay in the conversation; or open it again."""
        self._do(lambda voice: voice.mute(wanted))

    def close_microphone(self) -> None:
        """No sound comes in any more, whatever it was open for."""
        mode = self.view.mode
        if mode == "hands_free":
            self._do(lambda voice: voice.hands_free(False))
        elif mode == "waiting_for_phrase":
            self._do(lambda voice: voice.listen_for_phrase(False))
        else:
            self.cancel()

    def _end_bar(self) -> None:
        if self.is_hands_free or self.view.now.mode == "waiting_for_phrase":
            self.close_microphone()
            self.view.show()
        else:
            self.stop_speaking()

    # ---- speaking ---------------------------------------------------------------------------------------------------

    def stop_speaking(self) -> None:
        """Silence; the answer ends."""
        self._do(lambda voice: voice.stop_speaking())

    def _escaped_in_composer(self) -> None:
        """Only there: while it speaks, Esc still belongs to every other window and dialog."""
        if self.state == "speaking":
            self.stop_speaking()

    def tell(self, command: str) -> None:
        """Do what the spoken command of this name does."""
        self._do(lambda voice: voice.carry_out(command))

    @property
    def can_read_last(self) -> bool:
        """Whether the chat on the screen has an answer."""
        return bool(self._last_answer())

    def read_last(self) -> None:
        """Read the last answer of the chat on the screen aloud; stop where it is being read."""
        page = self.places.live_page
        if page is not None and (message_id := self._last_answer()):
            page.aloud.toggle(message_id)

    def _last_answer(self) -> str:
        page = self.places.live_page
        path = [] if page is None else page.path
        return next((one.message_id for one in reversed(path) if one.role == "assistant" and one.text), "")

    # ---- what the core tells ----------------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        match change:
            case VoiceStateChanged():
                self._take_state(change)
            case LiveTextChanged(fixed, tentative):
                self.view.words(fixed, tentative)
            case VoiceTurnBegan(conversation_id):
                self._outcome = "asked"
                self._turns.begin(conversation_id)
            case DictationHeard(text):
                self._written(text)
            case CommandHeard(command, said):
                self._command_heard(command, said)
            case MoodHeard(mood):
                self.view.mood(mood)
            case VoiceTrouble(error):
                self._show_trouble(error)
            case SoundServerReturned():
                self._told.forget()
                self._show_notice(Notice(self.tr("The sound system of this computer answers again."), ""), kind="info")
            case SettingChanged("voice.wake" | "voice.wake_phrases"):
                self._follow_wake()

    def _take_state(self, change: VoiceStateChanged) -> None:
        before = self.view.now.state
        if change.state == "listening":
            self._pressing, self._cause = False, None
            self._told.forget()
        self.view.take(change)
        if change.state == "idle" and before != "idle":
            self._ended(before)
        self.changed.emit()

    def _ended(self, before: VoiceState) -> None:
        """Back at rest: say gently why nothing came of it, and tidy up."""
        if not self._outcome and before in ("armed", "listening") and 0 < self._held_ms < TOO_SHORT_MS:
            self.view.say(self.tr("Hold the key while you speak."), icon="info")
        elif not self._outcome and before in ("listening", "transcribing"):
            if self._cause is not None:
                self.view.trouble(self._cause)
            else:
                self._say_nothing()
        self._pressing, self._cause = False, None
        self._turns.tidy()

    def _say_nothing(self) -> None:
        self.view.say(self.tr("Nothing was understood."), icon="info")

    def _written(self, text: str) -> None:
        self._outcome = "written"
        cause, self._cause = self._cause, None
        composer: Composer | None = None if self._elsewhere else self.places.composer(self._place)
        if composer is not None and composer.isVisible():
            self.view.leave()
            dictation.write_into(composer, text)
            if cause is not None:  # it is half a sentence, and this is why
                kept = self.tr("What was understood so far is in the message.")
                self.view.trouble(replace(cause, next_step=f"{kept} {cause.next_step}".rstrip()))
        else:
            dictation.copy(text)
            self.view.say(copied_words(), detail=text)
            if cause is not None:
                self.view.overlay.show_notice(cause.sentence)

    def _command_heard(self, command: str, said: str) -> None:
        self._outcome = "command"
        page, quick = self.places.live_page, self.places.quick
        if command == "new_chat":
            if self._place == "window" and page is not None:
                page.show_new()
            elif quick is not None and quick.session is not None:
                quick.session.begin_anew()
        if said and not self.is_speaking and not self.places.has_bar_in_sight():
            self.view.say(self.tr("“{0}”").format(said), icon="success")

    # ---- trouble ----------------------------------------------------------------------------------------------------

    def _show_trouble(self, error: BaseException) -> None:
        notice = notice_of(error)
        if notice is None or isinstance(error, ModelTrouble):
            return  # whoever shows the turn tells what its model failed of
        if self._pressing or not self._told.is_news(notice):
            return  # what keeps a press from being heard is raised as well
        self._show_notice(notice, kind="warning")

    def _show_notice(self, notice: Notice, *, kind: Literal["info", "warning"]) -> None:
        page = self.places.live_page
        if self.view.overlay_shown and self.view.stage != "rest":
            self._cause = notice if kind == "warning" else self._cause
            self.view.overlay.show_notice(notice.sentence)
        elif page is not None and page.isActiveWindow():
            action = (notice.action, lambda: self.way_wanted.emit(notice.way)) if notice.way else None
            page.toasts.show(f"{notice.sentence} {notice.next_step}".rstrip(), kind=kind, action=action)
        else:
            self._notify(notice)

    def _notify(self, notice: Notice) -> None:
        self._notifications().notify(
            notice.sentence, notice.next_step, action=lambda _: self.way_wanted.emit(notice.way), subject="voice"
        )

    # ---- being ready ------------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Load what the first press would wait for: the room of the voice, and the picture of the overlay."""
        assistant = self._assistant
        if assistant is None:
            return

        async def has_speech_model() -> bool:
            if not any(model.purpose == "speech" for model in await assistant.library.installed()):
                return False
            await asyncio.to_thread(lambda: assistant.voice)  # the libraries of sound and speech are imported
            return True

        def known(found: bool) -> None:  # noqa: FBT001  an answer
            if found:
                self.view.warm()
                if assistant.settings.values.voice.wake:
                    self._follow_wake()

        self._bridge.call(has_speech_model(), done=known, failed=lambda _: None, owner=self)

    def _follow_wake(self) -> None:
        if self._assistant is not None:
            wanted = self._assistant.settings.values.voice.wake
            self._do(lambda voice: voice.listen_for_phrase(wanted))

    # ---- small steps ------------------------------------------------------------------------------------------------

    def _open_chat(self) -> None:
        if self.view.quiet is not None:
            self.chat_wanted.emit(self.view.quiet.conversation_id)
            self.view.leave()

    def _show_menu(self, at: QPoint) -> None:
        commands, page = self.places.commands, self.places.live_page
        if commands is not None and page is not None:
            menu = commands.menu(MENU, page)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def _do(self, what: Callable[[Voice], Coroutine[Any, Any, None]]) -> None:
        assistant = self._assistant
        if assistant is None:
            return

        async def done() -> None:
            await what(assistant.voice)

        self._tell(done, failed=self._not_done)

    def _not_done(self, error: BaseException) -> None:
        notice = notice_of(error)
        if self._assistant is None:
            return  # it was asked for just before the lock, which has ended everything
        if notice is None:
            self._report(error)
        elif self._told.is_news(notice):
            self.view.trouble(notice)

    def _tell(self, wish: Callable[[], Coroutine[Any, Any, None]], *, failed: Callable[[BaseException], None]) -> None:
        async def in_turn() -> None:
            async with self._in_turn:
                await wish()

        self._bridge.call(in_turn(), failed=failed, owner=self)
