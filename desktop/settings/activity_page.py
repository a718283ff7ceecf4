"""What was done to this profile that matters, newest first: the audit trail in the owner's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from core.audit.trail import AuditEntry, AuditTrail
    from desktop.bridge import Bridge

ENTRIES_AT_ONCE = 50
_LONG_NAME = re.compile(r"\S{18,}")
_JOINT = re.compile(r"[/._:@-]")


class ActivityPage(QWidget):
    """Entries as far back as one asks for, and whether any was tampered with."""

    def __init__(self, bridge: Bridge, trail: AuditTrail, *, report: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._bridge = bridge
        self._trail = trail
        self._report = report
        self._shown: list[AuditEntry] = []
        intro = QLabel(
            self.tr("Consequential acts are recorded here. Nothing in this list can be changed or removed unnoticed."),
            self,
        )
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        self.verdict = QLabel(self)
        self.verdict.setProperty("role", "caption")
        self.check_button = QPushButton(self.tr("Check the list"), self)
        self.check_button.clicked.connect(self._check)
        checking = QHBoxLayout()
        checking.addWidget(self.check_button)
        checking.addWidget(self.verdict, stretch=1)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        self.more_button = QPushButton(self.tr("Show older"), self)
        self.more_button.clicked.connect(self._older)
        self.more_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addLayout(checking)
        layout.addLayout(self._rows)
        layout.addWidget(self.more_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the newest entries each time the page comes into sight."""
        super().showEvent(event)
        self._bridge.call(self._trail.entries(ENTRIES_AT_ONCE), done=self._show_anew, failed=self._report, owner=self)

    def _older(self) -> None:
        self._bridge.call(
            self._trail.entries(ENTRIES_AT_ONCE, before=self._shown[-1].sequence),
            done=self._add,
            failed=self._report,
            owner=self,
        )

    def _show_anew(self, entries: Sequence[AuditEntry]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = []
        self._add(entries)

    def _add(self, entries: Sequence[AuditEntry]) -> None:
        for entry in entries:
            row = len(self._shown)
            at = QLabel(f"{entry.at.astimezone():%Y-%m-%d %H:%M}", self)
            at.setProperty("role", "caption")
            words = self._words(entry)
            what = QLabel(_breakable(words), self)
            what.setTextFormat(Qt.TextFormat.PlainText)
            what.setWordWrap(True)
            what.setAccessibleName(f"{at.text()}: {words}")
            self._rows.addWidget(at, row, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(what, row, 1)
            self._shown.append(entry)
        self.more_button.setVisible(len(entries) == ENTRIES_AT_ONCE)

    def _check(self) -> None:
        def told(whole: bool) -> None:  # noqa: FBT001 - the answer of `verify`
            self.verdict.setText(
                self.tr("Every entry is as it was written.")
                if whole
                else self.tr("This list was tampered with. Restore a backup that you trust.")
            )

        self._bridge.call(self._trail.verify(), done=told, failed=self._report, owner=self)

    def _words(self, entry: AuditEntry) -> str:
        count = _whole(entry.detail.get("count"))
        sentences = {
            "profile opened": self.tr("The profile was opened."),
            "profile closed": self.tr("The profile was closed ({0}).").format(self._reason(entry.subject)),
            "chats exported": self.tr("%n chats were exported.", "", count),
            "chats imported": self.tr("%n chats were imported from {0}.", "", count).format(entry.subject),
            "chats expired": self.tr("%n chats were deleted because their time was over.", "", count),
            "backed up": self.tr("The profile was backed up."),
            "door opened": self.tr("A door to {0} was opened.").format(entry.subject),
            "door closed": self.tr("The door to {0} was closed.").format(entry.subject),
            "setting changed": self.tr("The setting {0} was changed.").format(entry.subject),
            "passphrase added": self.tr("A passphrase was added."),
            "passphrase changed": self.tr("The passphrase was changed."),
            "keyring added": self.tr("The system keyring was added."),
            "both required": self.tr("Passphrase and keyring together are required now."),
            "recovery key renewed": self.tr("A new recovery key was made."),
            "recovery key checked": self.tr("The recovery key was checked."),
            "way in removed": self.tr("A way to open the profile was removed."),
            "profile renamed": self.tr("The profile was renamed."),
            "download began": self.tr("The download of {0} began.").format(entry.subject),
            "download ended": self.tr("The download of {0} ended.").format(entry.subject),
            "model deleted": self.tr("The model {0} was deleted.").format(entry.subject),
            "master key change begun": self.tr("Everything was encrypted anew."),
        }
        return sentences.get(entry.act, " ".join(part for part in (entry.act, entry.subject) if part))

    def _reason(self, reason: str) -> str:
        return {
            "owner": self.tr("by you"),
            "idle": self.tr("nobody was there"),
            "suspend": self.tr("the computer went to sleep"),
            "screen_lock": self.tr("the screen was locked"),
            "closing": self.tr("Hearth ended"),
        }.get(reason, reason)


def _breakable(text: str) -> str:
    """Names of models and hosts have no blanks: large letters in a narrow window may break them at their signs."""
    return _LONG_NAME.sub(lambda name: _JOINT.sub("\\g<0>\u200b", name[0]), text)


def _whole(count: object) -> int:
    return count if isinstance(count, int) else 0
