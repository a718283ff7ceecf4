"""Shows how the voice stands, everywhere at once: overlay, bars, microphones, the header's mark; and watches Esc."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from core.events import VoiceMode, VoiceStateChanged
from desktop.voice.level_feed import LevelFeed
from desktop.voice.stage_words import Holding, Stage, hint_words, stage_of
from desktop.voice.voice_notice import Notice, notice_of

if TYPE_CHECKING:
    from desktop.bridge import Bridge
    from desktop.chat.composer import Composer
    from desktop.hotkeys.bindings import Hotkeys
    from desktop.voice.overlay import VoiceOverlay
    from desktop.voice.quiet_answer import QuietAnswer
    from desktop.voice.voice_places import VoicePlaces

IDLE = VoiceStateChanged("idle", "off", microphone_open=False)
_HEARS: frozenset[Stage] = frozenset({"opening", "ready", "waiting", "listening"})
_TAKES: frozenset[Stage] = frozenset({"opening", "listening", "understanding"})


class VoiceShow(QObject):
    """Decides nothing but what is shown where. `cancel_wanted`: Esc, or the overlay's cross."""

    cancel_wanted = Signal()
    stop_wanted = Signal()
    open_wanted = Signal()
    way_wanted = Signal(str)  # where the button of the trouble on show leads

    def __init__(
        self, bridge: Bridge, places: VoicePlaces, *, hotkeys: Callable[[], Hotkeys | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._hotkeys = hotkeys
        self._overlay: VoiceOverlay | None = None
        self._watched: Hotkeys | None = None
        self._watching = self._escape_works = False
        self._notice: Notice | None = None
        self._beside: Composer | None = None
        self.feed = LevelFeed(bridge, self)
        self.feed.heard.connect(self._push)
        self.now = IDLE
        self.holding: Holding = "held"
        self.dictating = False
        self.is_ours = False  # somebody pressed something here and the core has not answered yet
        self.quiet: QuietAnswer | None = None
        self.note: Stage = "rest"
        """How far a voice note is, of which the core's conversation knows nothing."""

    # ---- the overlay ------------------------------------------------------------------------------------------------

    @property
    def overlay(self) -> VoiceOverlay:
        """Made when something is to be shown on it, or while Hearth is idle."""
        if self._overlay is None:
            from desktop.voice.overlay import VoiceOverlay

            overlay = self._overlay = VoiceOverlay(keeps_clear=self._in_use)
            overlay.cancel_wanted.connect(self.cancel_wanted)
            overlay.stop_wanted.connect(self.stop_wanted)
            overlay.open_wanted.connect(self.open_wanted)
            overlay.action_wanted.connect(self._go)
            overlay.gone.connect(lambda: self.feed.want("overlay", False))
        return self._overlay

    def _in_use(self) -> QRect:
        """Where on the screen one writes, as it was when the overlay came: some systems then call that the window in
        use."""
        if not self.overlay_shown:
            self._beside = self._places.composer_in_use()
        beside = self._beside
        if beside is None or not shiboken6.isValid(beside) or not beside.isVisible():
            return QRect()
        return QRect(beside.mapToGlobal(QPoint(0, 0)), beside.size())

    def warm(self) -> None:
        """Draw the overlay once, unseen: fonts, icons and style are there when somebody waits for it."""
        self.overlay.winId()
        self.overlay.grab()

    @property
    def overlay_shown(self) -> bool:
        """Whether the overlay is on the screen."""
        return self._overlay is not None and self._overlay.isVisible()

    def _go(self) -> None:
        notice = self._notice
        self.leave()
        if notice is not None:
            self.way_wanted.emit(notice.way)

    def begin(self, *, holding: Holding, dictating: bool) -> None:
        """Somebody wants to speak: the overlay is there at once, and calls itself listening when sound comes."""
        self.holding, self.dictating, self.quiet, self.is_ours = holding, dictating, None, True
        self.overlay.begin()
        for parts in self._places.parts():
            parts.bar.show_words("")
            parts.bar.show_mood("")
        self._watch_escape(wanted=True)
        self.show()

    def latch(self) -> None:
        """It was a click: listening goes on."""
        self.holding = "latched"
        self.show()

    def trouble(self, notice: Notice, *, has_chat: bool = False) -> None:
        """What is in the way, on the overlay. `has_chat`: of the answer on show, whose chat can be opened."""
        self.is_ours = False
        self._notice = notice
        self.show()
        self.overlay.show_trouble(
            notice.sentence, notice.next_step, action=notice.action, detail=notice.detail, has_chat=has_chat
        )

    def say(self, sentence: str, *, detail: str = "", icon: str = "success") -> None:
        """A passing sentence on the overlay."""
        self.is_ours = False
        self.overlay.say(sentence, detail=detail, icon=icon)

    def leave(self) -> None:
        """The overlay goes."""
        self.is_ours = False
        self.quiet = None
        if self._overlay is not None:
            self._overlay.leave()
        self._watch_escape(wanted=False)

    def retranslate(self) -> None:
        """All words change; what is going on goes on."""
        overlay, self._overlay = self._overlay, None
        if overlay is None:
            return
        was_shown, words = overlay.isVisible(), overlay.words.text()
        overlay.hide()
        overlay.deleteLater()
        if was_shown and self.stage != "rest":
            self.overlay.show_words(words)
            self.show()

    def close(self) -> None:
        """Nothing stays on the screen, no key stays taken."""
        self.leave()
        self.feed.set_assistant(None)
        if self._overlay is not None:
            self._overlay.deleteLater()
            self._overlay = None

    # ---- what goes on -----------------------------------------------------------------------------------------------

    @property
    def stage(self) -> Stage:
        """What is shown."""
        if self.note != "rest":
            return self.note
        stage = stage_of(self.now.state, self.now.mode, microphone_open=self.now.microphone_open)
        if self.now.muted and stage in _HEARS:
            return "rest"  # the bar says that it is muted
        return "opening" if stage == "rest" and self.is_ours else stage

    @property
    def mode(self) -> VoiceMode:
        """Why."""
        return self.now.mode if self.note == "rest" else "dictation"

    def take(self, change: VoiceStateChanged) -> None:
        """The core is in another state."""
        self.now = change
        if change.state != "idle":
            self.is_ours = False
        self.show()

    def show(self) -> None:
        """Show how it is now."""
        stage, mode = self.stage, self.mode
        muted = self.now.muted and self.note == "rest"
        listens = stage in ("opening", "listening") and mode in ("off", "push_to_talk", "dictation")
        for parts in self._places.parts():
            parts.bar.show_stage(stage, mode, muted=muted)
            parts.button.show_listening(listens)
        page = self._places.live_page
        if page is not None:
            page.header.show_microphone(self.now.microphone_open)
        self._show_overlay(stage)
        takes = stage in _TAKES and mode in ("off", "push_to_talk", "dictation")
        self._watch_escape(wanted=takes)
        self.feed.want("overlay", self.overlay_shown and stage in _HEARS)
        self.feed.want("bar", stage in _HEARS and any(parts.bar.isVisible() for parts in self._places.parts()))

    def _show_overlay(self, stage: Stage) -> None:
        if not self._wants_overlay(stage):
            if self._overlay is not None and self._overlay.stage != "rest":
                self._overlay.show_stage("rest")
            return
        hint = ""
        if stage in ("opening", "listening"):
            holding: Holding = "hands_free" if self.mode in ("hands_free", "waiting_for_phrase") else self.holding
            hint = hint_words(holding, dictating=self.dictating, escape=self._escape_works)
        self.overlay.show_stage(stage, hint=hint)

    def _wants_overlay(self, stage: Stage) -> bool:
        mode = self.mode
        if stage == "rest" or (mode == "waiting_for_phrase" and stage == "waiting"):
            return False
        if mode == "reading":
            return False
        answers = stage in ("thinking", "speaking")
        if answers and self.quiet is not None and not self._places.shows(self.quiet.conversation_id):
            return True  # the answer is seen nowhere else
        if mode in ("hands_free", "waiting_for_phrase"):
            return not self._places.has_bar_in_sight()
        return not answers

    def words(self, fixed: str, tentative: str) -> None:
        """What has been understood so far."""
        if self._overlay is not None:
            self._overlay.show_words(fixed, tentative)
        for parts in self._places.parts():
            parts.bar.show_words(" ".join(f"{fixed}{tentative}".split()))

    def mood(self, mood: str) -> None:
        """How it sounded."""
        for parts in self._places.parts():
            parts.bar.show_mood(mood)

    def show_quiet(self) -> None:
        """More of the answer that is seen nowhere else, or why there is none."""
        quiet = self.quiet
        if quiet is None:
            return
        if quiet.error is not None and (not quiet.has_words or not self.overlay_shown):
            notice = notice_of(quiet.error)
            if notice is not None:
                self.trouble(notice, has_chat=True)
        elif self.overlay_shown:
            self.overlay.show_answer(quiet.text)

    def _push(self, rms_db: float, peak_db: float, clipped: bool) -> None:  # noqa: FBT001  a signal's value
        if self.overlay_shown:
            self.overlay.level.push(rms_db, clipped=clipped)
        for parts in self._places.parts():
            if parts.bar.isVisible():
                parts.bar.level.push(rms_db, clipped=clipped)

    # ---- Esc --------------------------------------------------------------------------------------------------------

    def _watch_escape(self, *, wanted: bool) -> None:
        if wanted == self._watching:
            return
        self._watching = wanted
        hotkeys = self._hotkeys()
        if hotkeys is not None and hotkeys is not self._watched:
            hotkeys.escape_pressed.connect(self._escaped)
            self._watched = hotkeys
        application = QApplication.instance()
        assert application is not None
        if wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
        reaches_us = hotkeys is not None and hotkeys.watch_escape(wanted)
        # Without the hotkeys Esc is ours only where a window of Hearth has the keyboard.
        self._escape_works = wanted and (reaches_us or QApplication.activeWindow() is not None)

    def _escaped(self) -> None:
        if self._watching:
            self.cancel_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a window of Hearth while somebody speaks."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape or not watched.isWidgetType():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.cancel_wanted.emit()
        return True
