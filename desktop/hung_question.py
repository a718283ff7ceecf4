"""Asks what to do about a first instance that does not answer: in a small window of this start's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from desktop.cli.handover import Choice


def ask() -> Choice:
    """Show the question and wait. The application object stays for the window that may follow.

    To end it and to make another one would leave everything dead that is kept for the whole run, as the theme is.
    """
    from core.paths import HearthPaths
    from core.settings.settings_store import EarlySettingsFile
    from desktop.app import make_application
    from desktop.theme.stylesheet import SystemTheme
    from desktop.translation import Translation

    application = make_application()
    look = EarlySettingsFile(HearthPaths.of_this_user().early_settings).values.appearance
    shown_in = SystemTheme(application)
    shown_in.choose(look.theme, text_scale_percent=look.text_scale_percent, reduced_motion=True)
    spoken = Translation(application)
    spoken.choose(look.language)
    question = HungQuestion()
    question.exec()
    choice = question.choice
    for made in (question, spoken, shown_in):
        made.deleteLater()
    return choice


class HungQuestion(QDialog):
    """“Wait” is what Return does; Esc leaves everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice = "leave"
        self.setWindowTitle(self.tr("Hearth does not answer"))
        spacing = theme().tokens.spacing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.xl, spacing.xl, spacing.xl, spacing.xl)
        layout.setSpacing(spacing.m)
        layout.addWidget(self._label(self.tr("Hearth is running, but it does not answer"), role="heading"))
        layout.addWidget(
            self._label(
                self.tr(
                    "It may be busy for a moment. If it stays like this, end it and Hearth starts anew. "
                    "What was saved is safe; text that you were still typing may be lost."
                ),
                role="muted",
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.s)
        buttons.addStretch(1)
        self.end = QPushButton(self.tr("End it"))
        self.end.setAutoDefault(False)
        self.end.clicked.connect(lambda: self._choose("end"))
        self.wait = QPushButton(self.tr("Wait"))
        self.wait.setProperty("kind", "primary")
        self.wait.setDefault(True)
        self.wait.clicked.connect(lambda: self._choose("wait"))
        buttons.addWidget(self.end)
        buttons.addWidget(self.wait)
        layout.addSpacing(spacing.s)
        layout.addLayout(buttons)
        self.setMinimumWidth(theme().px(440))
        self.wait.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, text: str, *, role: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()
