"""Above the transcript: the chat's title, which can be changed in place, its marks and the menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton

MOST_LETTERS = 20


class TitleLine(QLineEdit):
    """Looks like a heading until it is edited; Enter keeps the new title, Escape the old one."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat_title")
        self.setProperty("kind", "bare")
        self.setMaxLength(200)
        self.setAccessibleName(self.tr("Title of the chat"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ""
        self.editingFinished.connect(self._finish)

    def set_title(self, title: str) -> None:
        """Show this title, unless the owner is writing another one just now."""
        self._title = title
        if not self.hasFocus() or not self.isModified():
            self.setText(title)
            self.setCursorPosition(0)
            self.setToolTip(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the change back."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._title)
            self.setModified(False)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        text = self.text().strip()
        if self.isModified() and text != self._title:
            self.renamed.emit(text)
        self.setModified(False)
        if self.hasFocus():
            self.clearFocus()


class ChatHeader(QWidget):
    """Title of the chat on the screen."""

    sidebar_wanted = Signal()
    menu_wanted = Signal(QWidget)  # below which widget
    persona_wanted = Signal(QWidget)  # the list, below which widget
    microphone_close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar_button = IconButton("sidebar", self.tr("Show or hide the sidebar"), parent=self)
        self.sidebar_button.clicked.connect(self.sidebar_wanted)
        self.title = TitleLine(self)
        self.badge = QLabel(self.tr("Private"), self)
        self.badge.setObjectName("private_badge")
        self.badge.setProperty("role", "private_badge")
        self.badge.setToolTip(self.tr("Nothing of this chat is written to the disk."))
        self._persona: QPushButton | None = None
        self._microphone: QPushButton | None = None
        self.menu_button = IconButton("more", self.tr("Menu of this chat"), parent=self)
        self.menu_button.clicked.connect(lambda: self.menu_wanted.emit(self.menu_button))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.sidebar_button)
        layout.addWidget(self.badge)
        layout.addWidget(self.title, stretch=1)
        self.tags = ElidedLabel(parent=self)
        self.tags.setProperty("role", "caption")
        self.tags.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tags.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.tags.hide()
        layout.addWidget(self.tags)
        layout.addWidget(self.menu_button)
        self._row = layout

    def show_persona(self, name: str, colour: str) -> None:
        """Say who answers; nobody in particular without a name. The mark is made when there is one to show."""
        if self._persona is None and name:
            self._persona = QPushButton(self)
            self._persona.setObjectName("header_persona")
            self._persona.setProperty("kind", "chip")
            self._persona.clicked.connect(lambda: self.persona_wanted.emit(self._persona))
            self._row.insertWidget(self._row.indexOf(self.title), self._persona)
        if self._persona is not None:
            from desktop.widgets.avatar import avatar_icon

            side = theme().px(16)
            self._persona.setIconSize(QSize(side, side))
            short = name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"
            self._persona.setText(" " + short.replace("&", "&&"))
            self._persona.setIcon(avatar_icon(name, colour, size=side, ratio=self.devicePixelRatioF()))
            self._persona.setAccessibleName(self.tr("Persona: {0}").format(name))
            self._persona.setToolTip(name)
            self._persona.setVisible(bool(name))

    def show_microphone(self, is_open: bool) -> None:  # noqa: FBT001  a state
        """Say that sound comes in, as long as it does. The mark is made when there is one to show."""
        if self._microphone is None and is_open:
            mark = self._microphone = QPushButton(self.tr("Microphone open"), self)
            mark.setObjectName("header_microphone")
            mark.setProperty("kind", "chip")
            mark.setIcon(icon("microphone", colour="accent"))
            mark.setToolTip(self.tr("Sound comes in. Press to close the microphone."))
            mark.setAccessibleName(self.tr("Microphone open. Press to close it."))
            mark.clicked.connect(self.microphone_close_wanted)
            self._row.insertWidget(self._row.indexOf(self.tags), mark)
        if self._microphone is not None:
            self._microphone.setVisible(is_open)

    def show_chat(self, title: str, *, private: bool, exists: bool, tags: Sequence[str] = ()) -> None:
        """Show what is known of the chat; one that does not exist yet has no title to change."""
        self.title.setReadOnly(not exists)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus if exists else Qt.FocusPolicy.NoFocus)
        self.title.set_title(title or (self.tr("New chat") if exists else ""))
        self.badge.setVisible(private)
        self.tags.setText("  ".join(f"#{tag}" for tag in tags))
        self.tags.setAccessibleName(self.tr("Tags: {0}").format(", ".join(tags)))
        self.tags.setVisible(bool(tags))
        self.menu_button.setVisible(exists)
