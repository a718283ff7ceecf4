"""What can be said to the voice, in the owner's language; read when it is unfolded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.settings.trouble_strip import plain_words
from desktop.settings.voice_room import VoiceRoom
from desktop.widgets.fold import Fold

if TYPE_CHECKING:
    from core.voice.command_words import Command


class CommandsFold(QWidget):
    """A heading; below it, once unfolded, a line for each command."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._language = ""
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(28, 0, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.fold = Fold(self.tr("What you can say"), self._list, self)
        self.fold.opened.connect(self._read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fold)
        self.said: dict[str, tuple[str, ...]] = {}
        room.setting_changed.connect(self._setting_changed)

    def _setting_changed(self, name: str) -> None:
        if name == "spoken_language" and self.fold.is_open:
            self._read()

    def _read(self) -> None:
        language = self._room.language
        if language != self._language:
            self._language = language
            self._room.ask(
                self._room.commands_said(language), owner=self, told=lambda _: None, done=lambda said: self._show(said)
            )

    def _show(self, said: Mapping[Command, Sequence[str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.said = {command: tuple(texts) for command, texts in said.items()}
        for row, (command, texts) in enumerate(self.said.items()):
            title = plain_words(self._title(command), "", self)
            title.setWordWrap(False)
            phrases = plain_words(self.tr(", ").join(self.tr("“{0}”").format(text) for text in texts), "muted", self)
            self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(phrases, row, 1)

    def _title(self, command: str) -> str:
        return {
            "stop": self.tr("Stop the answer"),
            "cancel": self.tr("Forget what was said"),
            "pause": self.tr("Pause"),
            "resume": self.tr("Go on"),
            "repeat": self.tr("Repeat the sentence"),
            "louder": self.tr("Louder"),
            "quieter": self.tr("Quieter"),
            "faster": self.tr("Faster"),
            "slower": self.tr("Slower"),
            "new_chat": self.tr("New chat"),
            "read_again": self.tr("Read the answer again"),
        }.get(command, command)
