"""Short messages in the corner of a window. They go by themselves, but never under the hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton

ToastKind: TypeAlias = Literal["info", "success", "warning", "error"]
ToastAction: TypeAlias = tuple[str, Callable[[], object]]

_MOST_AT_ONCE = 4
_STAY_MS = 5_000
_STAY_WITH_ACTION_MS = 10_000
_WIDTH = 360
_ICONS = {"info": "info", "success": "success", "warning": "warning", "error": "error"}
_COLOURS = {"info": "text_muted", "success": "success", "warning": "warning", "error": "danger"}


class Toasts(QWidget):
    """The stack of one window, newest below. The same text twice at once is shown once.

    Errors stay until they are closed; the rest goes after 5 s, with an action after 10 s, counted anew after the
    pointer or the keyboard was on it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(_spoken_parent(window))
        _install_access()
        self._window = window
        self.setAccessibleName(self.tr("Messages"))
        self._layout = QVBoxLayout(self)
        margin = theme().tokens.spacing.m
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(theme().tokens.spacing.s)
        self._toasts: list[Toast] = []
        window.installEventFilter(self)
        self.hide()

    def show(self, text: str = "", *, kind: ToastKind = "info", action: ToastAction | None = None) -> None:
        """Show `text`; `action` is the button's text and what it does. Spoken by screen readers, errors at once."""
        if not text:
            super().show()
            return
        for toast in self._toasts:
            if toast.text() == text:
                toast.stay_on()
                return
        while len(self._toasts) >= _MOST_AT_ONCE:
            self._drop(self._toasts[0])
        toast = Toast(text, kind, action, parent=self)
        toast.finished.connect(self._drop)
        self._toasts.append(toast)
        self._layout.addWidget(toast)
        self._place()
        super().show()
        self.raise_()
        toast.appear()
        announce(self, text, urgent=kind == "error")

    def texts(self) -> list[str]:
        """What is on show, oldest first."""
        return [toast.text() for toast in self._toasts]

    def dismiss_all(self) -> None:
        """Take every message away, as when the vault locks."""
        for toast in list(self._toasts):
            self._drop(toast)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner while the window changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _drop(self, toast: Toast) -> None:
        if toast not in self._toasts:
            return
        self._toasts.remove(toast)
        self._layout.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        if self._toasts:
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        window, parent = self._window, self.parentWidget()
        if parent is None or not self._toasts:
            return
        width = min(theme().px(_WIDTH), window.width())
        margins = self._layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        height = margins.top() + margins.bottom() + self._layout.spacing() * (len(self._toasts) - 1)
        for toast in self._toasts:
            toast.setFixedHeight(toast.height_for(inner))
            height += toast.height()
        corner = QPoint(window.width() - width, max(0, window.height() - height))
        place = corner if parent is window else window.mapTo(parent, corner)
        self.setGeometry(QRect(place, QSize(width, min(height, window.height()))))


def _spoken_parent(window: QWidget) -> QWidget:
    """Where the messages hang so that screen readers find them: stacks show them nothing but the page in sight."""
    above = window.parentWidget()
    return _spoken_parent(above) if above is not None and isinstance(window, (QStackedWidget, QSplitter)) else window


@cache
def _install_access() -> None:
    """Tell screen readers what a message is; once in a process."""
    QAccessible.installFactory(_access_of)


def _access_of(_: str, found: QObject | None) -> QAccessibleInterface | None:
    if isinstance(found, Toast):
        return QAccessibleWidget(found, QAccessible.Role.Notification, found.text())
    return None


class Toast(QFrame):
    """One message."""

    finished = Signal(object)  # itself

    def __init__(self, text: str, kind: ToastKind, action: ToastAction | None, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setProperty("role", "raised")
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark = QLabel(self)
        self._label = QLabel(text, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        close = IconButton("close", self.tr("Close this message"), size=14, parent=self)
        close.clicked.connect(self._finish)
        self._lay_out(close, action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAY_WITH_ACTION_MS if action else _STAY_MS)
        self._timer.timeout.connect(self._finish)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._paint_mark()
        theme().changed.connect(self._paint_mark)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def height_for(self, width: int) -> int:
        """Its height when it is `width` wide."""
        edges = 2 * theme().tokens.border_width  # the style sheet's border, of which the layout knows nothing
        self.ensurePolished()
        wanted = self.heightForWidth(width - edges)
        return (wanted if wanted >= 0 else self.sizeHint().height()) + edges

    def appear(self) -> None:
        """Fade in, unless nothing shall move, and let the time run."""
        duration_ms = theme().move_ms(theme().tokens.motion.calm_ms)
        if duration_ms:
            self._fade_in(duration_ms)
        else:
            self._cast_shadow()
        self.stay_on()

    def stay_on(self) -> None:
        """Count its time from now; errors wait for the owner."""
        if self._kind != "error":
            self._timer.start()

    def is_waiting(self) -> bool:
        """Whether its time is running."""
        return self._timer.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the pointer it stays."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Then its time begins anew."""
        if not self._has_focus():
            self.stay_on()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the message that has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self._finish()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, close: IconButton, action: ToastAction | None) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        if action:
            text, do = action
            button = QPushButton(text, self)
            button.setProperty("kind", "link")
            button.setAccessibleName(text)
            button.clicked.connect(do)
            button.clicked.connect(self._finish)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _fade_in(self, duration_ms: int) -> None:
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        movement = QPropertyAnimation(effect, b"opacity", self)
        movement.setDuration(duration_ms)
        movement.setStartValue(0.0)
        movement.setEndValue(1.0)
        movement.finished.connect(self._cast_shadow)
        movement.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        colour = QColor(theme().tokens.colours.shadow)
        colour.setAlpha(70)
        shadow.setColor(colour)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)  # replaces the opacity, which would be painted at each repaint

    def _paint_mark(self) -> None:
        side = theme().px(18)
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(icon_pixmap(_ICONS[self._kind], colour=_COLOURS[self._kind], size=side, ratio=ratio))

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._timer.stop()
        elif old is not None and self.isAncestorOf(old) and not self.underMouse():
            self.stay_on()

    def _finish(self) -> None:
        self._timer.stop()
        self.finished.emit(self)
