"""The small window over other programs. Made once and kept hidden, so that it is there at once.

Esc stops an answer that is on its way, else it hides the window; whoever had the keyboard before gets it back. Hidden
for ten minutes, it begins a new chat; what was typed and not sent stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.clock import Clock, RealClock
from desktop.chat.live_turns import LiveTurns
from desktop.quick_chat.popup_place import PopupPlace, kept_inside
from desktop.quick_chat.quick_body import Origin, QuickBody
from desktop.quick_chat.quick_session import QuickSession
from desktop.quick_chat.selection_prompts import PromptOffer
from desktop.selection import Taken, must_be_shown_first, take
from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from core.assistant import Assistant
    from desktop.bridge import Bridge
    from desktop.quick_chat.x11_focus import X11Focus

FRESH_AFTER_S = 600.0
"""Whoever comes back later than this asks something else."""

FIND_MODELS_AFTER_MS = 60
"""The window is painted before the servers are asked what they offer."""

KEEP_PLACE_AFTER_MS = 500
WARM_STEP_MS = 40
READ_OFFERS_AFTER_MS = 1_500
"""Soon enough for whoever selects a text, late enough for whoever has just started Hearth."""
TAKE_AFTER_MS = 150
"""On Wayland only who has the keyboard may look at the selection; it has it after this."""

# WORKAROUND(Qt 6.11, xcb): the end of the focus is believed only after 100 ms; a window that is hidden and shown again
# meanwhile gets the keys but is never told that it is active, so that no entry in it takes them.
_BELIEVED_AFTER_MS = 150

INSIST_AFTER_MS = (0, 30, 120, 400)
"""A window manager puts a window on the screen when it comes to it, and forgets what was asked before."""

_WIDTH = 580
_SHARE_OF_THE_SCREEN = 0.76
_REFERENCE_HEIGHT = 140


class QuickChat(QWidget):
    """`set_assistant` gives it the core, or None while Hearth is locked. `retranslate` after a change of language."""

    continue_wanted = Signal(str)  # conversation id: show it in the main window
    unlock_wanted = Signal()
    models_wanted = Signal()  # the owner wants to see what models there are, and to get one
    setup_wanted = Signal()  # … where nothing is there that could run one
    link_activated = Signal(str)
    shown = Signal()
    dismissed = Signal()
    place_changed = Signal(str)  # to be kept in the early setting desktop.quick_chat_place

    def __init__(
        self,
        bridge: Bridge,
        *,
        assistant: Assistant | None = None,
        live: LiveTurns | None = None,
        offers: Callable[[], Sequence[PromptOffer]] | None = None,
        place: str = "",
        report: Callable[[BaseException], None] | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(None)
        self._bridge = bridge
        self._live = live or LiveTurns(bridge, self)
        self._offers = offers
        self._report = report or bridge.unheard
        self._clock = clock or RealClock()
        self._place = PopupPlace.from_text(place)
        self._session: QuickSession | None = None
        self._x11: X11Focus | None = None
        self._before_x11 = 0
        self._before: QWidget | None = None
        self._hidden_at_s = self._clock.uptime_s()
        self._dragged = self._activating = False
        self._waiting: tuple[str, tuple[QImage, ...], Origin] | None = None
        self._corner = QPoint()
        self._just_hidden = QElapsedTimer()
        self._make_window()
        self.body = QuickBody(self, offers=self._offers)
        self._outer.addWidget(self.body)
        self._cold_steps = self._all_cold_steps()
        self._connect()
        self.set_assistant(assistant)

    def _make_window(self) -> None:
        self.setObjectName("quick_chat")
        self.setWindowTitle(self.tr("Hearth quick chat"))
        self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._models_timer = QTimer(self, singleShot=True, interval=FIND_MODELS_AFTER_MS)
        self._models_timer.timeout.connect(lambda: self.body.find_models())
        self._place_timer = QTimer(self, singleShot=True, interval=KEEP_PLACE_AFTER_MS)
        self._place_timer.timeout.connect(self._keep_place)
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit)
        theme().changed.connect(self._fit_timer.start)

    def _connect(self) -> None:
        body = self.body
        body.dismiss_wanted.connect(self.dismiss)
        body.unlock_wanted.connect(self.unlock_wanted)
        body.models_wanted.connect(self.models_wanted)
        body.setup_wanted.connect(self.setup_wanted)
        body.open_wanted.connect(self._go_on_in_window)
        body.link_activated.connect(self.link_activated)
        body.move_began.connect(self._drag_began)
        body.resized.connect(self._fit_timer.start)

    def retranslate(self) -> None:
        """Make everything anew in the language that is spoken now; the chat, the draft and the quoted text stay."""
        old = self.body
        self.setWindowTitle(self.tr("Hearth quick chat"))
        self.body = QuickBody(self, offers=self._offers)
        self._outer.addWidget(self.body)
        self.body.take_over(old)
        self._connect()
        self._outer.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.body.find_models()
        self._fit()

    # ---- locked and open ------------------------------------------------------------------------------------------

    @property
    def session(self) -> QuickSession | None:
        """The chat of the open profile."""
        return self._session

    def set_assistant(self, assistant: Assistant | None) -> None:
        """The profile that is open; None when it locks: nothing of it stays here."""
        if self._session is not None:
            self._session.finish()
            self._session = None
        if assistant is not None:
            self._session = QuickSession(
                self._bridge,
                assistant,
                self._live,
                transcript=lambda: self.body.transcript,
                report=self._report,
                parent=self,
            )
            QTimer.singleShot(READ_OFFERS_AFTER_MS, self._session, self._session.read_offers)
        self.body.set_session(self._session)
        if self.isVisible():
            self.body.focus()
        if assistant is None:
            return
        if self.isVisible():
            self._models_timer.start()
        if self._waiting is not None:
            text, images, origin = self._waiting
            self._waiting = None
            self._take(text, images, origin)

    # ---- coming and going -----------------------------------------------------------------------------------------

    def warm(self) -> None:
        """Make what the first showing needs, while Hearth is idle: in small steps, so that nobody feels them."""
        if self._cold_steps:
            self._cold_steps.pop(0)()
            QTimer.singleShot(WARM_STEP_MS, self, self.warm)

    def _warm_now(self) -> None:
        """It is wanted before it is warm: make what is left."""
        while self._cold_steps:
            self._cold_steps.pop(0)()

    def _all_cold_steps(self) -> list[Callable[[], object]]:
        def transcript() -> object:
            return self.body.transcript

        # Fonts, icons and the style of every part are looked up by being drawn once. Each step asks for the body that
        # is there then: another language makes a new one between two steps.
        return [
            self._load_x11,
            self._connect_x11,
            transcript,
            self.winId,
            self._fit,
            lambda: self.body.header.grab(),
            lambda: self.body.composer.grab(),
            lambda: self.body.answers.grab(),
            self.grab,
        ]

    def _load_x11(self) -> None:
        if QGuiApplication.platformName() == "xcb":
            import Xlib.display  # noqa: F401

    def _connect_x11(self) -> None:
        from desktop.quick_chat.x11_focus import X11Focus

        self._x11 = X11Focus.connected()

    def toggle(self, *, token: str = "") -> None:
        """The hotkey: show it; away with it when it has the keyboard already."""
        if self.isVisible() and self.isActiveWindow():
            self.dismiss()
        else:
            self.show_now(token=token)

    def show_with(
        self, text: str, *, images: Sequence[QImage] = (), origin: Origin = "selection", token: str = ""
    ) -> None:
        """Show it with a text to ask about, or pictures. Without either it says so and lets the owner type."""
        self.show_now(token=token)
        if self._session is None:
            self._waiting = (text, tuple(images), origin)
        else:
            self._take(text, tuple(images), origin)

    def show_selection(self, *, token: str = "") -> None:
        """Show it with what is selected in the program in front, or else with what was copied last."""
        if must_be_shown_first():
            self.show_now(token=token)
            QTimer.singleShot(TAKE_AFTER_MS, self, lambda: self._show_taken(take()))
        else:
            taken = take()
            self.show_with(taken.text, origin=taken.origin or "selection", token=token)

    def _show_taken(self, taken: Taken) -> None:
        if self._session is None:
            self._waiting = (taken.text, (), taken.origin or "selection")
        else:
            self._take(taken.text, (), taken.origin or "selection")

    def show_now(self, *, token: str = "") -> None:
        """Show it on the screen with the pointer and give it the keyboard.

        `token` is what the desktop gave to whoever asked for it (xdg-activation); empty where there is none.
        """
        self._warm_now()
        if (wait_ms := self._wait_ms()) > 0:
            QTimer.singleShot(wait_ms, self, lambda: self.show_now(token=token))
            return
        if not self.isVisible():
            self._remember_who_was_active()
            self._begin_anew_after_a_while()
            self._fit_to(self._screen_now())
            self.show()
        self.raise_()
        self._activate(token)
        self.body.focus()
        if self._session is not None:
            self._models_timer.start()
        self.shown.emit()

    def _wait_ms(self) -> int:
        """How long it must stay hidden, because it was hidden just now."""
        if self._x11 is None or self.isVisible() or not self._just_hidden.isValid():
            return 0
        return max(0, _BELIEVED_AFTER_MS - int(self._just_hidden.elapsed()))

    def dismiss(self) -> None:
        """Hide it; the keyboard goes back to whom it was taken from."""
        if not self.isVisible():
            return
        was_active = self.isActiveWindow()
        if self._place_timer.isActive():
            self._place_timer.stop()
            self._keep_place()
        self._dragged = False
        self._waiting = None
        self._hidden_at_s = self._clock.uptime_s()
        self._just_hidden.start()
        self.body.put_away_messages()
        self.hide()
        if was_active:
            self._give_back()
        self.dismissed.emit()

    def _take(self, text: str, images: tuple[QImage, ...], origin: Origin) -> None:
        for image in images:
            self.body.composer.add_image(image)
        if text.strip():
            self.body.show_text(text, origin=origin)
        elif not images:
            self.body.say(self.tr("Nothing is selected, and no text was copied. Just type your question."))
        self._fit()

    def _begin_anew_after_a_while(self) -> None:
        session = self._session
        self.body.say("")
        if session is None or session.busy or not (session.conversation_id or session.private):
            return
        if self._clock.uptime_s() - self._hidden_at_s >= FRESH_AFTER_S:
            session.begin_anew()

    def _go_on_in_window(self, conversation_id: str) -> None:
        """The main window takes over; the next question here begins another chat."""
        if conversation_id and self._session is not None:
            self._before, self._before_x11 = None, 0
            self.dismiss()
            self._session.begin_anew()
            self.continue_wanted.emit(conversation_id)

    # ---- the keyboard ---------------------------------------------------------------------------------------------

    def _remember_who_was_active(self) -> None:
        self._before = QApplication.activeWindow()
        self._before_x11 = self._x11.active_window() if self._x11 is not None else 0

    def _activate(self, token: str) -> None:
        self._activating = True
        if token:
            # Qt's Wayland plugin takes the token from here, as a program does that was started with one.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self.activateWindow()
        handle = self.windowHandle()
        if handle is not None:
            handle.requestActivate()
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)
        # Once more after the window manager has it: a request for a window that it does not know yet is lost.
        if self._x11 is not None:
            for after_ms in INSIST_AFTER_MS:
                QTimer.singleShot(after_ms, self, self._insist)

    def _insist(self) -> None:
        if self._activating and self.isVisible() and not self.isActiveWindow() and self._x11 is not None:
            self._x11.activate(int(self.winId()))

    def _give_back(self) -> None:
        if self._before is not None and self._before.isVisible():
            self._before.activateWindow()
        elif self._x11 is not None and self._before_x11 not in (0, int(self.winId())):
            self._x11.activate(self._before_x11)
        self._before, self._before_x11 = None, 0

    def changeEvent(self, event: QEvent) -> None:
        """Once it has the keyboard, it insists no longer."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._activating = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.body.escape()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to hide it."""
        event.ignore()
        self.dismiss()

    # ---- place and size -------------------------------------------------------------------------------------------

    def _screen_now(self) -> QRect:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        return screen.availableGeometry()

    def _fit_to(self, available: QRect) -> None:
        width = min(theme().px(_WIDTH), available.width() - 32)
        most = round(available.height() * _SHARE_OF_THE_SCREEN)
        self.body.setFixedWidth(width - 2)
        self.body.bound_height(most - 2)
        self.setFixedWidth(width)
        height = min(most, self.body.height_for(width - 2) + 2)
        self.setFixedHeight(height)
        if self._place_timer.isActive():
            return  # it is being moved just now
        if not self.isVisible():
            self._corner = self._place.corner(self._reference(), available)
        # Not `pos()`: while a window manager puts its frame around the window, that is the place inside the frame.
        inside = kept_inside(self._corner, self.size(), available)
        if inside != self._corner or not self.isVisible():
            self._corner = inside
            self.move(inside)

    def _fit(self) -> None:
        screen = self.screen() if self.isVisible() else None
        self._fit_to(screen.availableGeometry() if screen is not None else self._screen_now())

    def _reference(self) -> QSize:
        """What its place is reckoned with, whatever it shows: so the line to type in is always found at one place."""
        return QSize(self.width(), theme().px(_REFERENCE_HEIGHT))

    def _drag_began(self) -> None:
        self._dragged = True

    def moveEvent(self, event: QMoveEvent) -> None:
        """Where its owner puts it, it comes again."""
        super().moveEvent(event)
        if self._dragged and self.pos() != self._corner:
            self._place_timer.start()

    def _keep_place(self) -> None:
        screen = self.screen()
        if screen is not None:
            self._corner = self.pos()
            self._place = PopupPlace.of(self._corner, self._reference(), screen.availableGeometry())
            self.place_changed.emit(self._place.as_text())

    # ---- its edge -------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """A compositor may have come or gone since."""
        super().showEvent(event)
        self._cut_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The corners go along."""
        super().resizeEvent(event)
        self._cut_corners()

    def _cut_corners(self) -> None:
        """Where nobody draws translucent windows, what lies outside the round corners is cut off."""
        if self._x11 is None or self._x11.is_composited():
            self.clearMask()
            return
        path = QPainterPath()
        radius = theme().tokens.radius.l
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, with an edge that is seen on any background."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.colours.control_border), 1))
        painter.setBrush(QColor(tokens.colours.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.radius.l, tokens.radius.l)
