"""Asks what to do with audio or video that was put into a chat: write it down and how, or attach it as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop.transcripts.file_choice import FileChoice


class RecordingOffer(FileChoice):
    """One question: `chosen` says how it is to be written down, `attach_wanted` that it is not."""

    attach_wanted = Signal()

    def __init__(self, paths: Sequence[Path], *, keep_sound: bool, parent: QWidget) -> None:
        super().__init__(paths, keep_sound=keep_sound, parent=parent)
        why = QLabel(self.tr("Models read texts: written down, you can ask about what is said in it."), self)
        why.setWordWrap(True)
        self.column.insertWidget(2, why)
        self.attach = self.buttons.addButton(self.tr("Attach as it is"), QDialogButtonBox.ButtonRole.ResetRole)
        self.attach.clicked.connect(self.attach_wanted)
        self.attach.clicked.connect(self.reject)
