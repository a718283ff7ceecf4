"""The card at the lower edge of the screen while one speaks: how it stands, the voice as a wave, the words so far.

It covers no composer that is in use: it stands above that.

It never takes the keyboard. Esc reaches it through the hotkeys (X11, Windows, macOS) or a window of Hearth that has the
keyboard; everywhere its own button cancels with the mouse. On Wayland the compositor decides where it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.voice.level_view import LevelView
from desktop.voice.live_words import LiveWords
from desktop.voice.stage_words import ICONS, Stage, stage_words
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton

_WIDTH = 460
_ABOVE_EDGE = 48
_GAP = 12
_ANSWER_LINES = 6
_MOST_DETAIL = 300
"""Characters of what a server says of itself: some send a page."""

SAID_MS = 2_600
"""A passing sentence (“Copied …”) is read in this time, and then the card goes."""
TROUBLE_MS = 20_000
"""What went wrong stays long enough for its button to be reached."""
ANSWER_MS = 9_000
"""An answer that is over stays so long, and longer under the pointer."""


class VoiceOverlay(QWidget):
    """`show_stage` for what goes on, `say` for a passing sentence, `show_trouble` for what is in the way."""

    cancel_wanted = Signal()
    stop_wanted = Signal()
    open_wanted = Signal()
    action_wanted = Signal()  # the button of the trouble on show
    gone = Signal()

    def __init__(self, parent: QWidget | None = None, *, keeps_clear: Callable[[], QRect] = QRect) -> None:
        """`keeps_clear`: what on the screen it must not cover, such as the message that is being dictated."""
        super().__init__(parent)
        self._keeps_clear = keeps_clear
        self._stage: Stage = "rest"
        self._passing = False  # it goes by itself
        self._placed_on = QRect()
        self.setObjectName("voice_overlay")
        self.setWindowTitle(self.tr("Hearth voice"))
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._make_parts()
        self._lay_out()
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self._leave_unless_looked_at)
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit)
        theme().changed.connect(self._dress)
        self._dress()

    def _make_parts(self) -> None:
        self._mark = QLabel(self)
        self._state = _line(self, "strong")
        self.level = LevelView(self)
        self._close = IconButton("close", self.tr("Cancel"), size=14, parent=self)
        self._close.clicked.connect(self._closed)
        self.words = LiveWords(self)
        self.answer = LiveWords(self, most_lines=_ANSWER_LINES)
        self.answer.setAccessibleName(self.tr("Answer"))
        self._next_step, self._notice, self._hint = _line(self, ""), _line(self, "warning"), _line(self, "caption")
        self._detail = _line(self, "caption")
        self._action = QPushButton(self)
        self._action.setProperty("kind", "primary")
        self._action.clicked.connect(self.action_wanted)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.clicked.connect(self.stop_wanted)
        self._open = QPushButton(self.tr("Open chat"), self)
        self._open.clicked.connect(self.open_wanted)
        for button in (self._action, self._stop, self._open, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it never has the keyboard

    def _lay_out(self) -> None:
        spacing = theme().tokens.spacing
        head = QHBoxLayout()
        head.setSpacing(spacing.s)
        head.addWidget(self._mark)
        head.addWidget(self._state)
        head.addSpacing(spacing.s)
        head.addWidget(self.level, stretch=1)
        head.addWidget(self._close)
        self._head = head
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.s)
        buttons.addWidget(self._hint, stretch=100)
        buttons.addStretch(1)
        for button in (self._stop, self._open, self._action):
            buttons.addWidget(button)
        self._buttons = buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(spacing.s)
        column.addLayout(head)
        for part in (self.words, self.answer, self._next_step, self._detail, self._notice):
            column.addWidget(part)
        column.addLayout(buttons)
        self._column = column

    # ---- what it shows ----------------------------------------------------------------------------------------------

    @property
    def stage(self) -> Stage:
        """What goes on, as it is shown."""
        return self._stage

    def state_text(self) -> str:
        """The word or sentence beside the mark."""
        return self._state.text()

    def hint_text(self) -> str:
        """The line at the lower edge."""
        return self._hint.text()

    def next_step(self) -> str:
        """What can be done about the trouble on show."""
        return self._next_step.text()

    def begin(self) -> None:
        """Somebody wants to speak: forget what was shown before, and come up."""
        self.words.set_words("")
        self.answer.set_words("")
        self._notice.setText("")
        self.level.clear()
        self.show_stage("opening")

    def show_stage(self, stage: Stage, *, hint: str = "") -> None:
        """Show what goes on; comes up if it is not there. “rest” leaves by itself, at once without an answer."""
        if stage == "rest":
            self._rest()
            return
        self._passing = False
        self._leave.stop()
        self._stage = stage
        self._next_step.setText("")
        self._say(stage_words(stage))
        self.level.set_live(stage == "listening")
        self._hint.setText(hint)
        self._show_parts(level=stage in ("opening", "listening", "ready", "waiting"))
        self._come()

    def show_words(self, fixed: str, tentative: str = "") -> None:
        """What has been understood so far."""
        self.words.set_words(fixed, tentative)
        self.words.setVisible(bool(self.words.text()))
        self._fit_if_needed(self.words)

    def show_answer(self, text: str) -> None:
        """The answer so far, as plain text."""
        self.answer.set_words(text)
        if self.answer.isHidden():
            self._show_parts(level=False)
        self._fit_if_needed(self.answer)

    def _fit_if_needed(self, words: LiveWords) -> None:
        if words.heightForWidth(words.width()) != words.height():
            self._fit_timer.start()

    def show_notice(self, sentence: str) -> None:
        """Something changed that does not end what goes on, such as another microphone."""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))
        announce(self, sentence)
        self._fit_timer.start()

    def say(self, sentence: str, *, detail: str = "", icon: str = "success", stays_ms: int = SAID_MS) -> None:
        """Show a sentence for a moment, with the text it is about."""
        self._stage, self._passing = "rest", True
        self.words.set_words(detail)
        self._notice.setText("")
        self._next_step.setText("")
        self._hint.setText("")
        self._say(sentence, icon=icon)
        self._show_parts(level=False)
        self._leave.start(stays_ms)
        self._come()

    def show_trouble(
        self, sentence: str, next_step: str, *, action: str = "", detail: str = "", has_chat: bool = False
    ) -> None:
        """What is in the way, what to do about it, and a button that leads there; `detail` stands below.

        `has_chat`: it is told in a chat as well, which can be opened.
        """
        self._stage, self._passing = "rest", True
        self.words.set_words("")
        self.answer.set_words("")
        self._notice.setText("")
        self._hint.setText("")
        self._say(sentence, icon="warning", urgent=True)
        self._next_step.setText(next_step)
        self._detail.setText(_shortened(detail))
        self._show_parts(level=False)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._open.setVisible(has_chat)
        self._leave.start(TROUBLE_MS)
        self._come()

    def leave(self) -> None:
        """Go away, whatever is shown, and forget what was said."""
        self._leave.stop()
        self.words.set_words("")
        self.answer.set_words("")
        self._stage, self._passing = "rest", False
        if self.isVisible():
            self.hide()
            self.gone.emit()

    def _rest(self) -> None:
        if self._passing:
            return  # a sentence or trouble is being read
        if self._stage == "rest" or not self.answer.text():
            self.leave()
            return
        self._stage, self._passing = "rest", True
        self._say(self.tr("Answer"), icon="chat")
        self._hint.setText("")
        self._show_parts(level=False)
        self._leave.start(ANSWER_MS)

    def _leave_unless_looked_at(self) -> None:
        if self.underMouse():
            self._leave.start(SAID_MS)
        else:
            self.leave()

    def _closed(self) -> None:
        if self._stage == "rest":
            self.leave()
        else:
            self.cancel_wanted.emit()

    def _say(self, text: str, *, icon: str = "", urgent: bool = False) -> None:
        self._icon = icon or ICONS[self._stage]
        if text != self._state.text():
            self._state.setText(text)
            self.setAccessibleName(text)
            announce(self, text, urgent=urgent)
        self._dress()

    _icon = "microphone"

    def _show_parts(self, *, level: bool) -> None:
        answers = bool(self.answer.text())
        busy = self._stage in ("thinking", "speaking")
        self.words.set_quiet(answers)
        self._state.setWordWrap(not level)
        self._head.setStretchFactor(self._state, 0 if level else 1)
        self.level.setVisible(level)
        self.words.setVisible(bool(self.words.text()))
        self.answer.setVisible(answers)
        self._next_step.setVisible(bool(self._next_step.text()))
        self._detail.setVisible(bool(self._next_step.text() and self._detail.text()))
        self._notice.setVisible(bool(self._notice.text()))
        self._hint.setVisible(bool(self._hint.text()))
        self._stop.setVisible(busy)
        self._open.setVisible(busy or answers)
        self._action.hide()
        closing = self._stage == "rest"
        self._close.set_look("close", self.tr("Close") if closing else self.tr("Cancel"))
        self._fit_timer.start()

    # ---- place and looks --------------------------------------------------------------------------------------------

    def _come(self) -> None:
        if not self.isVisible():
            self._placed_on = _active_screen()
            self._fit()
            self.show()
        self.raise_()

    def _fit(self) -> None:
        available = self._placed_on if not self._placed_on.isNull() else _active_screen()
        width = min(theme().px(_WIDTH), available.width() - 32)
        self.setFixedWidth(width)
        margins = self._column.contentsMargins()
        for words in (self.words, self.answer):
            words.setFixedHeight(words.heightForWidth(width - margins.left() - margins.right()))
        has_button = any(not button.isHidden() for button in (self._stop, self._open, self._action))
        self._buttons.setContentsMargins(0, theme().tokens.spacing.xs if has_button else 0, 0, 0)
        self._column.invalidate()
        self._column.activate()
        inner = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else 0
        height = max(inner, self._column.totalMinimumSize().height())
        self.setFixedHeight(min(height, available.height() - 2 * _ABOVE_EDGE))
        self.move(self._place(available))

    def _place(self, available: QRect) -> QPoint:
        """In the middle of the lower edge; where that would cover what is in use, above it, or at the upper edge."""
        left = available.left() + (available.width() - self.width()) // 2
        low = available.bottom() + 1 - _ABOVE_EDGE - self.height()
        used = self._keeps_clear().adjusted(0, -_GAP, 0, _GAP)
        for top in (low, used.top() - self.height(), available.top() + _ABOVE_EDGE):
            if top >= available.top() and not QRect(QPoint(left, top), self.size()).intersects(used):
                return QPoint(left, top)
        return QPoint(left, low)

    def _dress(self, *_: object) -> None:
        side = theme().px(20)
        colours: dict[str, str] = {"warning": "warning", "success": "success", "info": "text_muted"}
        colour = colours.get(self._icon, "text_muted" if self._stage == "opening" else "accent")
        self._mark.setPixmap(icon_pixmap(self._icon, colour=colour, size=side, ratio=self.devicePixelRatioF()))
        if self.isVisible():
            self._fit_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where nobody draws translucent windows, what lies outside the round corners is cut off."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() != "xcb":
            return
        path = QPainterPath()
        radius = theme().tokens.radius.xl
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised card, with an edge that is seen on any background."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.colours.control_border), 1))
        painter.setBrush(QColor(tokens.colours.surface_raised))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, tokens.radius.xl, tokens.radius.xl)


def _line(parent: QWidget, role: str) -> QLabel:
    line = QLabel(parent)
    line.setProperty("role", role)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(role != "strong")
    return line


def _shortened(detail: str) -> str:
    """As one paragraph."""
    words = " ".join(detail.split())
    return words if len(words) <= _MOST_DETAIL else f"{words[:_MOST_DETAIL].rstrip()}…"


def _active_screen() -> QRect:
    """Of the screen with Hearth's active window, else with the pointer."""
    active = QApplication.activeWindow()
    screen = active.screen() if active is not None else QGuiApplication.screenAt(QCursor.pos())
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()
