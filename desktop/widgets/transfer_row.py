"""One download, pull or other long job of the library: how far, how fast, how long; pause, go on, cancel, try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.amounts import rate_text, remaining_text, size_text
from desktop.widgets.announcer import announce

if TYPE_CHECKING:
    from core.library.transfers import Transfer

_STEPS = 1000
ENDED = frozenset({"done", "failed", "cancelled"})


class TransferRow(QFrame):
    """Shows what `show_transfer` gave it last; the signals carry the transfer's id."""

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    cancel_wanted = Signal(str)
    dismiss_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")  # the bar's groove would not be seen on a sunken one
        self._transfer_id = ""
        self._state = ""
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._line = QLabel(self)
        self._line.setProperty("role", "muted")
        self._line.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.pause = self._button(self.tr("Pause"))
        self.resume = self._button(self.tr("Resume"))
        self.cancel = self._button(self.tr("Cancel"))
        self.dismiss = self._button(self.tr("Dismiss"))
        self.pause.clicked.connect(lambda: self.pause_wanted.emit(self._transfer_id))
        self.resume.clicked.connect(lambda: self.resume_wanted.emit(self._transfer_id))
        self.cancel.clicked.connect(lambda: self.cancel_wanted.emit(self._transfer_id))
        self.dismiss.clicked.connect(lambda: self.dismiss_wanted.emit(self._transfer_id))
        head = QHBoxLayout()
        head.addWidget(self._title, stretch=1)
        for button in (self.pause, self.resume, self.cancel, self.dismiss):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self._line)

    def focus_first(self) -> None:
        """Give the keyboard to the first button in sight."""
        for button in (self.pause, self.resume, self.cancel, self.dismiss):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    @property
    def words(self) -> str:
        """What the line below the bar says."""
        return self._line.text()

    def show_transfer(self, transfer: Transfer) -> None:
        """Show how far `transfer` has come."""
        changed = transfer.state != self._state
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._transfer_id, self._state = transfer.transfer_id, transfer.state
        self._title.setText(transfer.title)
        self._line.setText(self._words(transfer))
        total = transfer.total_bytes
        if total:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(min(_STEPS, int(transfer.done_bytes * _STEPS / total)))
        else:
            self.bar.setRange(0, _STEPS if transfer.state in ENDED else 0)
            self.bar.setValue(_STEPS if transfer.state == "done" else 0)
        self.bar.setVisible(transfer.state not in ("failed", "cancelled"))
        running = transfer.state in ("queued", "running")
        self.pause.setVisible(running and transfer.can_pause)
        self.resume.setVisible(transfer.state in ("paused", "failed"))
        self.resume.setText(self.tr("Try again") if transfer.state == "failed" else self.tr("Resume"))
        self.cancel.setVisible(transfer.state not in ENDED)
        self.dismiss.setVisible(transfer.state in ENDED)
        self.bar.setAccessibleName(self.tr("Progress of {0}").format(transfer.title))
        self.setAccessibleName(transfer.title)
        self.setAccessibleDescription(self._line.text())
        if had_focus and focused is not None and focused.isHidden():
            self.focus_first()
        if changed:
            announce(self, f"{transfer.title}: {self._line.text()}")

    def _words(self, transfer: Transfer) -> str:
        match transfer.state:
            case "queued":
                return self.tr("Waiting for another download to end")
            case "running":
                return self._running_words(transfer)
            case "paused":
                return self.tr("Paused at {0}").format(self._amount(transfer))
            case "verifying":
                return self.tr("Checking that every byte is right")
            case "installing":
                return self.tr("Unpacking")
            case "done":
                return self.tr("Done")
            case "cancelled":
                return self.tr("Cancelled")
            case "failed":
                error = transfer.error
                return self.tr("Failed") if error is None else f"{error.owner_sentence} {error.owner_next_step}"

    def _running_words(self, transfer: Transfer) -> str:
        if not transfer.done_bytes and not transfer.bytes_per_s:
            return transfer.step or self.tr("Connecting")
        parts = [self._amount(transfer)]
        if transfer.bytes_per_s:
            parts.append(rate_text(transfer.bytes_per_s))
        if transfer.remaining_s is not None:
            parts.append(remaining_text(transfer.remaining_s))
        return " · ".join(parts)

    def _amount(self, transfer: Transfer) -> str:
        if not transfer.total_bytes:
            return size_text(transfer.done_bytes)
        return self.tr("{0} of {1}").format(size_text(transfer.done_bytes), size_text(transfer.total_bytes))

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "quiet")
        button.setAutoDefault(True)
        return button
