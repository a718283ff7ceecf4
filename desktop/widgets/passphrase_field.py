"""Hidden entry of a passphrase: reveal, an estimate of its strength, a hint when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.passphrase_strength import Strength, estimate_strength


class PassphraseField(QWidget):
    """`submitted` is Enter. With `show_strength` an estimate stands below; it never forbids anything by itself."""

    submitted = Signal()
    text_changed = Signal(str)
    strength_changed = Signal(object)  # Strength

    def __init__(self, name: str, *, show_strength: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = _HiddenEntry(self)
        self._entry.setAccessibleName(name)
        self._entry.setPlaceholderText(name)
        self._reveal = self._entry.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal)
        self._caps = QLabel(self.tr("Caps Lock is on."), self)
        self._caps.setProperty("role", "warning")
        self._caps.hide()
        self._bar = _StrengthBar(self)
        self._verdict = QLabel(self)
        self._verdict.setProperty("role", "caption")
        self._strength = Strength(0.0, "empty")
        self._verdict.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        for widget in (self._bar, self._verdict):
            widget.setVisible(show_strength)
        self._entry.returnPressed.connect(self.submitted)
        self._entry.textChanged.connect(self._on_text)
        self._entry.caps_lock_seen.connect(self._on_caps_lock)
        self._on_reveal(False)
        self._on_text("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the entry. With a focus proxy Shift+Tab would pass it by."""
        self._entry.setFocus(event.reason())

    def text(self) -> str:
        """What was entered."""
        return self._entry.text()

    def strength(self) -> Strength:
        """The estimate for what was entered."""
        return self._strength

    def clear(self) -> None:
        """Forget the entry and hide it again; Qt's undo history goes with it."""
        self._entry.clear()
        self._reveal.setChecked(False)

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Mark the entry as refused; typing takes the mark away."""
        self._entry.setProperty("invalid", invalid)
        self._entry.style().polish(self._entry)

    def select_all(self) -> None:
        """Choose all of it, so that the next try replaces it."""
        self._entry.selectAll()

    def caps_lock_is_shown(self) -> bool:
        """Whether the hint stands below the entry."""
        return self._caps.isVisibleTo(self)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().tokens.spacing.xs)
        layout.addWidget(self._entry)
        layout.addWidget(self._caps)
        layout.addWidget(self._bar)
        layout.addWidget(self._verdict)

    def _on_reveal(self, revealed: bool) -> None:  # noqa: FBT001  the signal's own parameter
        mode = QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password
        self._entry.setEchoMode(mode)
        self._reveal.setIcon(icon("eye-off" if revealed else "eye"))
        name = self.tr("Hide what is typed") if revealed else self.tr("Show what is typed")
        self._reveal.setText(name)
        self._reveal.setToolTip(name)

    def _on_text(self, text: str) -> None:
        if self._entry.property("invalid"):
            self.set_invalid(False)
        before, self._strength = self._strength, estimate_strength(text)
        verdict = self._words()[self._strength.level]
        self._verdict.setText(verdict)
        self._bar.set_steps(self._strength.steps)
        self._bar.setAccessibleDescription(verdict)
        self.text_changed.emit(text)
        if before.level != self._strength.level:
            self.strength_changed.emit(self._strength)
            if self._verdict.isVisible() and verdict:
                announce(self._entry, verdict)

    def _words(self) -> dict[str, str]:
        return {
            "empty": self.tr("Four or five unrelated words are easy to keep and hard to guess."),
            "very_weak": self.tr("Very easy to guess"),
            "weak": self.tr("Easy to guess"),
            "fair": self.tr("Could be better"),
            "good": self.tr("Good"),
            "strong": self.tr("Very hard to guess"),
        }

    def _on_caps_lock(self, is_on: bool) -> None:  # noqa: FBT001  the signal's own parameter
        if is_on != self.caps_lock_is_shown():
            self._caps.setVisible(is_on)
            if is_on:
                announce(self._entry, self._caps.text())


class _HiddenEntry(QLineEdit):
    """Tells from the letters themselves whether Caps Lock is on: Qt has no way to ask for it."""

    caps_lock_seen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self._caps_lock = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, gives Caps Lock away."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps_lock = not self._caps_lock
            self.caps_lock_seen.emit(self._caps_lock)
        elif len(letter) == 1 and letter.lower() != letter.upper():
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps_lock = letter.isupper() != with_shift
            self.caps_lock_seen.emit(self._caps_lock)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Elsewhere the key may be pressed unseen: what was known is forgotten."""
        self._caps_lock = False
        self.caps_lock_seen.emit(False)
        super().focusOutEvent(event)


class _StrengthBar(QWidget):
    """Four parts, filled from the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = 0
        self.setAccessibleName(self.tr("Strength"))
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(160, 8)

    def set_steps(self, steps: int) -> None:
        """Fill `steps` of four parts."""
        self._steps = steps
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Danger, warning, then success; the words beside it say the same without colour."""
        colours = theme().tokens.colours
        filled = {0: colours.border, 1: colours.danger, 2: colours.warning}.get(self._steps, colours.success)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, height = 4.0, 4.0
        width = (self.width() - 3 * gap) / 4
        for part in range(4):
            painter.setBrush(QColor(filled if part < self._steps else colours.pressed))
            rect = QRectF(part * (width + gap), (self.height() - height) / 2, width, height)
            painter.drawRoundedRect(rect, 2, 2)
