"""Asks what to do with audio or video that was put into a chat: write it down, or attach it as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget


class RecordingOffer(QMessageBox):
    """`transcribe_wanted` and `attach_wanted` say what was chosen."""

    transcribe_wanted = Signal()
    attach_wanted = Signal()

    def __init__(self, paths: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Recording"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        if len(paths) == 1:
            self.setText(self.tr("“{0}” is audio or video.").format(paths[0].name))
        else:
            self.setText(self.tr("%n files are audio or video.", "", len(paths)))
        self.setInformativeText(self.tr("Models read texts: written down, you can ask about what is said in it."))
        self.transcribe = self.addButton(self.tr("Transcribe"), QMessageBox.ButtonRole.AcceptRole)
        self.attach = self.addButton(self.tr("Attach as it is"), QMessageBox.ButtonRole.ActionRole)
        self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.transcribe)
        self.transcribe.clicked.connect(self.transcribe_wanted)
        self.attach.clicked.connect(self.attach_wanted)
