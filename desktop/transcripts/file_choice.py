"""What is asked once when files are to be written down: whether their sound is kept, and the language of the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.theme.theme_state import theme
from desktop.widgets.segmented_control import SegmentedControl

_MOST_NAMED = 5


class FileChoice(QDialog):
    """`chosen` carries: keep the sound, and “transcribe” or “translate”."""

    chosen = Signal(bool, str)

    def __init__(self, paths: Sequence[Path], *, keep_sound: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Transcribe"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # WORKAROUND(PySide6 6.11): `tr` finds the strings of a base class, but not those with a number in them.
        question = QCoreApplication.translate("FileChoice", "Write down %n files?", "", len(paths))
        title = QLabel(question, self)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        names = QLabel(_named(paths), self)
        names.setProperty("role", "muted")
        names.setTextFormat(Qt.TextFormat.PlainText)
        names.setWordWrap(True)
        self.task = SegmentedControl(
            self.tr("Language of the text"),
            [("transcribe", self.tr("As spoken")), ("translate", self.tr("In English"))],
            parent=self,
        )
        self.keep = QCheckBox(self.tr("Keep the sound"), self)
        self.keep.setChecked(keep_sound)
        about = QLabel(
            self.tr(
                "An encrypted copy in this profile, about 11 MB an hour. Without it, words can be heard as long as the "
                "file stays where it is."
            ),
            self,
        )
        about.setProperty("role", "caption")
        about.setWordWrap(True)
        self.buttons = buttons = QDialogButtonBox(self)
        self.begin = buttons.addButton(self.tr("Transcribe"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.begin.setProperty("kind", "primary")
        self.begin.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.keep.isChecked(), self.task.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for part in (title, names):
            column.addWidget(part)
        self.column = column
        column.addSpacing(8)
        column.addWidget(self.task, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self.keep)
        column.addWidget(about)
        column.addSpacing(12)
        column.addWidget(buttons)
        self.setMinimumWidth(theme().px(400))
        self.begin.setFocus()


def _named(paths: Sequence[Path]) -> str:
    names = [path.name if len(path.name) <= 60 else f"{path.name[:38]}…{path.name[-20:]}" for path in paths]
    shown = names[:_MOST_NAMED]
    return "\n".join(shown + (["…"] if len(names) > _MOST_NAMED else []))
