"""What stays at hand while the window is closed: tray icon, global hotkeys, quick chat, notifications.

Made once, after the first page can be typed into. It decides nothing about profiles and windows: it tells by signals
what the owner wants, and is told which assistant is open, if any.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.start_request import Request

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.conversation_rows import Conversation
    from core.events import Change
    from core.settings.settings_store import EarlySettingsFile
    from desktop.bridge import Bridge
    from desktop.chat.live_turns import LiveTurns
    from desktop.hotkeys.bindings import Hotkeys
    from desktop.notifications import Notifications
    from desktop.quick_chat.popup import QuickChat
    from desktop.theme.tray_icons import TrayState
    from desktop.tray import Tray
    from desktop.voice.voice_desk import VoiceDesk

log = logging.getLogger("hearth.presence")

WARM_QUICK_CHAT_AFTER_MS = 2_500
"""The quick chat is made when nobody waits for anything, so that its first time is as quick as the others."""

TITLE_WITHIN_MS = 5_000
"""A new chat gets its title after its first answer; the notice of the answer waits for it so long."""

CHATS_AFTER_MS = 800
"""The tray's menu follows new chats so much later, several at once."""


class Presence(QObject):
    """`start` makes what the settings want; `set_assistant` tells who answers, None while Hearth is locked."""

    window_wanted = Signal(str)  # an activation token, or ""
    window_toggled = Signal(str)
    new_chat_wanted = Signal(str)
    chat_wanted = Signal(str)  # conversation id
    page_wanted = Signal(str)  # name of a page of the profile
    models_wanted = Signal(str)  # the page of models, at this purpose
    settings_wanted = Signal()
    lock_wanted = Signal()
    quit_wanted = Signal()
    files_wanted = Signal(list)  # paths to be attached to a new chat
    link_activated = Signal(str)
    way_back_lost = Signal()
    settings_page_wanted = Signal(str)
    talk_began = Signal()
    talk_ended = Signal()

    def __init__(
        self,
        bridge: Bridge,
        early: EarlySettingsFile,
        *,
        live: LiveTurns,
        report: Callable[[BaseException], None],
        window_shortcuts: Callable[[], Iterable[str]] = tuple,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._window_shortcuts = window_shortcuts
        self._early = early
        self._live = live
        self._report = report
        self._assistant: Assistant | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._busy: set[str] = set()
        self._untitled: set[str] = set()  # chats with an answer that is told of when they have a title
        self._offline = False
        self.tray: Tray | None = None
        self.hotkeys: Hotkeys | None = None
        self.quick: QuickChat | None = None
        self._notifications: Notifications | None = None
        self._voice: VoiceDesk | None = None
        live.busy_changed.connect(self._show_busy)
        live.ended.connect(self._answered)
        self._warm_timer = QTimer(self, singleShot=True, interval=WARM_QUICK_CHAT_AFTER_MS)
        self._warm_timer.timeout.connect(self.quick_chat)
        self._chats_timer = QTimer(self, singleShot=True, interval=CHATS_AFTER_MS)
        self._chats_timer.timeout.connect(self._find_chats)

    # ---- starting -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the tray and bind the hotkeys, as the settings want them."""
        self.apply_tray()
        self.apply_hotkeys()
        self._warm_timer.start()

    @property
    def can_bring_back(self) -> bool:
        """Whether the owner has a way back to a hidden window, without starting Hearth again."""
        by_tray = self.tray is not None and self.tray.shown and self.tray.available
        if by_tray or self.hotkeys is None:
            return by_tray
        states = self.hotkeys.states()
        return any(states[hotkey].state == "ok" for hotkey in ("quick_chat", "window"))

    @property
    def voice(self) -> VoiceDesk:
        """What keys and buttons want of the voice, and where it is seen."""
        if self._voice is None:
            from desktop.voice.voice_desk import VoiceDesk

            desk = self._voice = VoiceDesk(
                self._bridge,
                live=self._live,
                quick=self.quick_chat,
                hotkeys=lambda: self.hotkeys,
                notifications=lambda: self.notifications,
                report=self._report,
                parent=self,
            )
            self.talk_began.connect(desk.talk_began)
            self.talk_ended.connect(desk.talk_ended)
            desk.chat_wanted.connect(self.chat_wanted)
            desk.way_wanted.connect(self._go)
            desk.changed.connect(self._show_state)
            desk.set_assistant(self._assistant)
        return self._voice

    def _go(self, way: str) -> None:
        """Where the button of a trouble leads."""
        match way:
            case "speech" | "voice":
                self.models_wanted.emit(way)
            case "settings":
                self.settings_page_wanted.emit("voice")
            case "unlock":
                self.window_wanted.emit("")

    @property
    def notifications(self) -> Notifications:
        """How the owner is told of something while the window is not in front."""
        if self._notifications is None:
            from desktop.notifications import Notifications

            self._notifications = Notifications(self, tray=lambda: self.tray)
            self._notifications.is_locked = self._assistant is None
        return self._notifications

    def apply_setting(self, name: str) -> None:
        """The setting called `name` has a new value."""
        if name == "desktop.tray":
            self.apply_tray()
        elif name.startswith("hotkeys."):
            self.apply_hotkeys()

    def apply_tray(self) -> None:
        """Show or hide the icon, as the setting says."""
        wanted = self._early.values.desktop.tray
        if not wanted:
            if self.tray is not None:
                self.tray.hide()
            return
        if self.tray is None:
            self.tray = self._made_tray()
        self.tray.show()
        self._show_state()
        self._chats_timer.start()

    def _made_tray(self) -> Tray:
        from desktop.tray import Tray

        tray = Tray(self)
        tray.quick_wanted.connect(self.toggle_quick)
        tray.new_chat_wanted.connect(lambda: self.new_chat_wanted.emit(""))
        tray.window_wanted.connect(lambda: self.window_wanted.emit(""))
        tray.unlock_wanted.connect(lambda: self.window_wanted.emit(""))
        tray.chat_wanted.connect(self.chat_wanted)
        tray.lock_wanted.connect(self.lock_wanted)
        tray.settings_wanted.connect(self.settings_wanted)
        tray.quit_wanted.connect(self.quit_wanted)
        tray.available_changed.connect(self._tray_changed)
        return tray

    def _tray_changed(self, available: bool) -> None:  # noqa: FBT001 a signal's value
        if not available and not self.can_bring_back:
            self.way_back_lost.emit()

    def apply_hotkeys(self) -> None:
        """Bind what the settings name; nothing is loaded for nobody's hotkeys."""
        wanted = self._early.values.hotkeys
        if self.hotkeys is None:
            from desktop.hotkeys.bindings import Hotkeys

            self.hotkeys = Hotkeys(window_shortcuts=self._window_shortcuts, to_qt=self._bridge.to_qt, parent=self)
            self.hotkeys.pressed.connect(self._pressed)
            self.hotkeys.released.connect(self._released)
        self.hotkeys.apply(wanted)

    # ---- who answers ----------------------------------------------------------------------------------------------

    def set_assistant(self, assistant: Assistant | None) -> None:
        """Who answers from now on; None: Hearth is locked."""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self._assistant = assistant
        self._offline = False
        self._untitled.clear()
        if assistant is not None:
            self._unsubscribe = assistant.announcer.subscribe(self._bridge.listener(self._on_change, self))
            self._chats_timer.start()
        if self._notifications is not None:
            self._notifications.is_locked = assistant is None
        if self.quick is not None:
            self.quick.set_assistant(assistant)
        self.voice.set_assistant(assistant)
        self._show_state()

    def _answered(self, conversation_id: str, _: object, error: object) -> None:
        """Tell of it where nobody looks at Hearth."""
        if error is None and not self.voice.tells(conversation_id):
            self._look_at_answer(conversation_id, patient=True)

    def _look_at_answer(self, conversation_id: str, *, patient: bool) -> None:
        if self._assistant is not None and self._tells:
            chat = self._assistant.store_of(conversation_id).get(conversation_id)
            self._bridge.call(chat, done=lambda found: self._tell_answer(found, patient=patient), owner=self)

    @property
    def _tells(self) -> bool:
        active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return not active and self._early.values.desktop.notifications

    def _tell_answer(self, chat: Conversation, *, patient: bool) -> None:
        conversation_id = chat.conversation_id
        if self._assistant is None or not self._tells:
            return  # locked, or looked at, while the chat was fetched
        if patient and not (chat.title or chat.private):
            self._untitled.add(conversation_id)
            QTimer.singleShot(TITLE_WITHIN_MS, self, lambda: self._tell_untitled(conversation_id))
            return
        self._untitled.discard(conversation_id)
        self.notifications.notify(
            self.tr("An answer is ready"),
            "" if chat.private else chat.title,
            action=lambda token: self._show_told(conversation_id, token),
            subject=f"answer {conversation_id}",
        )

    def _show_told(self, conversation_id: str, token: str) -> None:
        self.window_wanted.emit(token)
        self.chat_wanted.emit(conversation_id)

    def _tell_untitled(self, conversation_id: str) -> None:
        if conversation_id in self._untitled:
            self._untitled.discard(conversation_id)
            self._look_at_answer(conversation_id, patient=False)

    def put_notices_away(self) -> None:
        """The window is looked at: what they tell of is seen there."""
        self._untitled.clear()
        if self._notifications is not None:
            self._notifications.close_all()

    def show_offline(self, offline: bool) -> None:  # noqa: FBT001 a state
        """Whether no model server answers."""
        self._offline = offline
        self._show_state()

    def _on_change(self, change: Change) -> None:
        from core.events import ConversationChanged

        if isinstance(change, ConversationChanged):
            self._chats_timer.start()
            if change.what == "details" and change.conversation_id in self._untitled:
                self._look_at_answer(change.conversation_id, patient=True)

    def _find_chats(self) -> None:
        assistant, tray = self._assistant, self.tray
        if assistant is None or tray is None or not tray.shown:
            return
        self._bridge.call(assistant.conversations.list(limit=8), done=self._show_chats, owner=self)

    def _show_chats(self, chats: list[Conversation]) -> None:
        from desktop.tray import RecentChat

        if self.tray is not None:
            newest = sorted(chats, key=lambda chat: chat.updated_at, reverse=True)
            self.tray.set_chats([RecentChat(chat.conversation_id, chat.title) for chat in newest])

    def _show_busy(self, busy: set[str]) -> None:
        self._busy = busy
        self._show_state()

    def _show_state(self) -> None:
        if self.tray is None:
            return
        self.tray.set_state(self._state())

    def _state(self) -> TrayState:
        """What is going on, the microphone before all else: whoever is heard must know it."""
        if self._assistant is None:
            return "locked"
        voice = self.voice
        if voice.state == "listening" and voice.microphone_open:
            return "listening"
        if voice.state == "speaking":
            return "speaking"
        if self._busy or voice.state == "thinking":
            return "thinking"
        if voice.microphone_open:
            return "armed"
        return "offline" if self._offline else "idle"

    # ---- quick chat -----------------------------------------------------------------------------------------------

    def quick_chat(self) -> QuickChat:
        """The small window, made now if it was not yet."""
        if self.quick is None:
            from desktop.quick_chat.popup import QuickChat

            quick = QuickChat(
                self._bridge,
                assistant=self._assistant,
                live=self._live,
                place=self._early.values.desktop.quick_chat_place,
                report=self._report,
            )
            quick.continue_wanted.connect(self.chat_wanted)
            quick.unlock_wanted.connect(lambda: self.window_wanted.emit(""))
            quick.models_wanted.connect(lambda: self.page_wanted.emit("models"))
            quick.setup_wanted.connect(lambda: self.page_wanted.emit("guide"))
            quick.link_activated.connect(self.link_activated)
            quick.place_changed.connect(self._keep_place)
            quick.warm()
            self.quick = quick
            self.voice.use_quick(quick)
        return self.quick

    def toggle_quick(self, token: str = "") -> None:
        """Show the quick chat, or hide it."""
        self.quick_chat().toggle(token=token)

    def ask_about_selection(self, token: str = "") -> None:
        """Take what is selected, or the clipboard, into the quick chat."""
        self.quick_chat().show_selection(token=token)

    def ask_about_screen(self) -> None:
        """Take a picture of the screen into the quick chat."""
        from desktop.screenshot import Screenshot

        quick = self.quick_chat()
        screenshot = Screenshot(self)
        screenshot.taken.connect(lambda image: quick.show_with("", images=(image,)))
        screenshot.refused.connect(self._screen_refused)
        for over in (screenshot.taken, screenshot.cancelled, screenshot.refused):
            over.connect(screenshot.deleteLater)
        quick.dismiss()  # it would be on the picture
        screenshot.take()

    def _screen_refused(self, sentence: str) -> None:
        quick = self.quick_chat()
        quick.show_now()
        quick.body.say(sentence)

    def _keep_place(self, place: str) -> None:
        try:
            self._early.change("desktop.quick_chat_place", place)
        except OSError as error:
            log.warning("the quick chat's place was not kept: %s", type(error).__name__)

    # ---- what is asked for ----------------------------------------------------------------------------------------

    def carry_out(self, request: Request) -> None:
        """Do what a later start asks for."""
        match request.verb:
            case "show":
                self.window_wanted.emit(request.token)
            case "new":
                self.new_chat_wanted.emit(request.token)
            case "toggle":
                self.toggle_quick(request.token)
            case "quick" | "ask":
                self.quick_chat().show_now(token=request.token)
                if request.text:
                    self.quick_chat().body.composer.set_text(request.text)
            case "selection":
                self.ask_about_selection(request.token)
            case "screenshot":
                self.ask_about_screen()
            case "talk":
                self.voice.toggle_talk()
            case "dictate":
                self.voice.toggle_dictation(elsewhere=True)
            case "open":
                self.window_wanted.emit(request.token)
                self.files_wanted.emit(list(request.files))
            case "quit":
                self.quit_wanted.emit()

    def _pressed(self, hotkey: str) -> None:
        match hotkey:
            case "quick_chat":
                self.toggle_quick(self._token)
            case "selection":
                self.ask_about_selection(self._token)
            case "screenshot":
                self.ask_about_screen()
            case "window":
                self.window_toggled.emit(self._token)
            case "talk":
                self.talk_began.emit()

    @property
    def _token(self) -> str:
        return "" if self.hotkeys is None else self.hotkeys.activation_token

    def _released(self, hotkey: str) -> None:
        if hotkey == "talk":
            self.talk_ended.emit()

    # ---- the rest -------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words change."""
        if self.tray is not None:
            self.tray.retranslate()
        if self.hotkeys is not None:
            self.hotkeys.retranslate()
        if self.quick is not None:
            self.quick.retranslate()
            self.voice.use_quick(self.quick)
        self.voice.retranslate()

    def close(self) -> None:
        """Hearth ends: give the hotkeys back, take everything off the screen."""
        self._warm_timer.stop()
        self._chats_timer.stop()
        self.set_assistant(None)
        self.voice.close()
        if self.hotkeys is not None:
            self.hotkeys.close()
        if self.tray is not None:
            self.tray.hide()
            self.tray.deleteLater()
            self.tray = None
        if self.quick is not None:
            self.quick.close()
            self.quick.deleteLater()
            self.quick = None
