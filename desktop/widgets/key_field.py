"""Records a combination of keys by pressing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton

WIDTH, LEAST_WIDTH = 200, 130
"""Of the button, at 100 % text."""
CAN_GRAB = ("xcb", "windows", "cocoa")
"""Where Qt may take the keyboard for a moment, so that the desktop does not act on what is pressed."""

HOLDABLE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
KEPT = HOLDABLE | Qt.KeyboardModifier.KeypadModifier
MODIFIER_KEYS = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Meta: Qt.KeyboardModifier.MetaModifier,
    Qt.Key.Key_Super_L: Qt.KeyboardModifier.MetaModifier,
    Qt.Key.Key_Super_R: Qt.KeyboardModifier.MetaModifier,
}
SILENT_KEYS = frozenset({Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key(0)})
NONE = Qt.KeyboardModifier.NoModifier


class KeyField(QWidget):
    """Shows keys in Qt's portable form. A click, Enter or Space begins to record; Esc, Tab or leaving ends it.

    `changed` carries the new keys, "" after Backspace or the cross; the owner of the field decides whether they stay
    (`set_keys`). `recording` tells when it begins and ends to listen, so that global hotkeys can keep still.
    """

    changed = Signal(str)
    recording = Signal(bool)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._keys = ""
        self.recorder = _Recorder(self)
        self.recorder.began.connect(self._began)
        self.recorder.ended.connect(self._ended)
        self.recorder.held.connect(self._show_held)
        self.recorder.recorded.connect(self._recorded)
        self.clear_button = IconButton("close", self.tr("No keys: {0}").format(name), size=14, parent=self)
        self.clear_button.clicked.connect(lambda: self._recorded(""))
        kept = self.clear_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(kept)
        self._conflict = QLabel(self)
        self._conflict.setProperty("role", "error")
        self._conflict.setWordWrap(True)
        self._conflict.hide()
        self._lay_out()
        self.setFocusProxy(self.recorder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._fit()
        theme().changed.connect(self._fit)
        self.set_keys("")

    @property
    def keys(self) -> str:
        """What it shows, in portable form."""
        return self._keys

    @property
    def is_recording(self) -> bool:
        """Whether the next keys are taken."""
        return self.recorder.is_listening

    @property
    def conflict(self) -> str:
        """What speaks against the keys that were pressed last; "" for nothing."""
        return self._conflict.text() if not self._conflict.isHidden() else ""

    def set_keys(self, keys: str) -> None:
        """Show `keys`."""
        self._keys = keys
        self._show_keys()

    def show_conflict(self, text: str) -> None:
        """Say below the field what speaks against the keys; "" takes it away."""
        self._conflict.setText(text)
        self._conflict.setVisible(bool(text))
        self.recorder.setAccessibleDescription(text)
        if text:
            announce(self.recorder, text, urgent=True)

    def sizeHint(self) -> QSize:
        """As wide as its neighbours, whatever keys it shows."""
        return QSize(self._full_width, super().sizeHint().height())

    def _lay_out(self) -> None:
        spacing = theme().tokens.spacing
        row = QHBoxLayout()
        row.setSpacing(spacing.xs)
        row.addWidget(self.recorder, stretch=1)
        row.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.xs)
        layout.addLayout(row)
        layout.addWidget(self._conflict)

    def _fit(self) -> None:
        self.recorder.setMinimumWidth(theme().px(LEAST_WIDTH))
        self.setMaximumWidth(self._full_width)
        self.updateGeometry()

    @property
    def _full_width(self) -> int:
        return theme().px(WIDTH) + self.clear_button.sizeHint().width() + theme().tokens.spacing.xs

    def _show_keys(self) -> None:
        shown = _native(self._keys)
        self.recorder.setText(shown or self.tr("Set keys…"))
        self.recorder.setAccessibleName(
            self.tr("{0}: {1}").format(self._name, shown) if shown else self.tr("{0}: no keys").format(self._name)
        )
        self.recorder.setToolTip(self.tr("Press Enter, then the new keys"))
        self.clear_button.setVisible(bool(self._keys))

    def _show_held(self, held: object) -> None:
        assert isinstance(held, Qt.KeyboardModifier)
        names = QKeySequence(QKeyCombination(held, Qt.Key.Key_A)).toString(QKeySequence.SequenceFormat.NativeText)
        self.recorder.setText(self.tr("{0}…").format(names.removesuffix("A")) if held else self.tr("Press the keys…"))

    def _began(self) -> None:
        self.show_conflict("")
        self._show_held(NONE)
        self.clear_button.setVisible(False)
        announce(self.recorder, self.tr("Press the keys. Escape keeps the old ones, Backspace removes them."))
        self.recording.emit(True)

    def _ended(self) -> None:
        self._show_keys()
        self.recording.emit(False)

    def _recorded(self, keys: str) -> None:
        self.show_conflict("")
        if keys == self._keys:
            return
        self.set_keys(keys)
        if not keys:
            self.recorder.setFocus()
        self.changed.emit(keys)


class _Recorder(QPushButton):
    """The button that listens."""

    began = Signal()
    ended = Signal()
    held = Signal(object)  # Qt.KeyboardModifier
    recorded = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_listening = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long keys widen no window
        self.clicked.connect(self._toggle)

    def event(self, event: QEvent) -> bool:
        """While it listens no shortcut of the window may come first, and Tab with modifiers is a key like others."""
        if self.is_listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._take(event):
                return True
        return super().event(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show what is still held."""
        if self.is_listening:
            lifted = MODIFIER_KEYS.get(Qt.Key(event.key()), NONE)
            self.held.emit(event.modifiers() & HOLDABLE & ~lifted)
        else:
            super().keyReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Elsewhere the keys mean something else."""
        self._stop()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees what is recorded any more."""
        self._stop()
        super().hideEvent(event)

    def _toggle(self) -> None:
        if self.is_listening:
            self._stop()
        else:
            self._listen()

    def _listen(self) -> None:
        self.is_listening = True
        self.setChecked(True)
        self.setFocus()
        if QGuiApplication.platformName() in CAN_GRAB:
            self.grabKeyboard()
        self.began.emit()

    def _stop(self) -> None:
        self.setChecked(False)
        if self.is_listening:
            self.is_listening = False
            if QGuiApplication.platformName() in CAN_GRAB:
                self.releaseKeyboard()
            self.ended.emit()

    def _take(self, event: QKeyEvent) -> bool:
        """One key while it listens; False for keys that go on to others."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & KEPT
        if key in MODIFIER_KEYS:
            self.held.emit((modifiers | MODIFIER_KEYS[key]) & HOLDABLE)
            return True
        if key in SILENT_KEYS or event.isAutoRepeat():
            return True
        bare = not modifiers & (HOLDABLE & ~Qt.KeyboardModifier.ShiftModifier)
        if bare and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._stop()
            return False
        self._stop()
        if modifiers == NONE and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.recorded.emit("")
        elif not (modifiers == NONE and key == Qt.Key.Key_Escape):
            pressed = QKeySequence(QKeyCombination(modifiers, _unshifted_tab(key)))
            self.recorded.emit(pressed.toString(QKeySequence.SequenceFormat.PortableText))
        return True


def _unshifted_tab(key: Qt.Key) -> Qt.Key:
    return Qt.Key.Key_Tab if key == Qt.Key.Key_Backtab else key


def _native(keys: str) -> str:
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
