"""The owner's wake phrases: each rated by how well it will be told from everything else that is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.settings.trouble_strip import plain_words
from desktop.settings.voice_room import VoiceRoom
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.voice.wake_phrases import PhraseRating

LONGEST_PHRASE = 60
MOST_PHRASES = 8
MARK_SIZE = 16


class WakePhrasesEditor(QWidget):
    """A line a phrase with its rating, and a field for another one. `chosen` carries all phrases anew."""

    chosen = Signal(object)
    is_wide = True

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._phrases: tuple[str, ...] = ()
        self._ratings: dict[tuple[str, str], PhraseRating] = {}
        self._marks: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Another phrase, for example “Computer, listen”"))
        self.line.setMaxLength(LONGEST_PHRASE)
        self.line.returnPressed.connect(self._add)
        self.add_button = QPushButton(self.tr("Add"), self)
        self.add_button.setEnabled(False)
        self.add_button.clicked.connect(self._add)
        self.line.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.line, stretch=1)
        adding.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addLayout(adding)
        self.setFocusProxy(self.line)
        room.setting_changed.connect(self._setting_changed)

    def setAccessibleName(self, name: str) -> None:
        """The field inside is what has the keyboard."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, phrases: Sequence[str]) -> None:
        """The phrases that are set."""
        if tuple(phrases) == self._phrases and self._marks:
            return
        self._phrases = tuple(phrases)
        had_focus = self._has_focus()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._marks = {}
        for row, phrase in enumerate(self._phrases):
            self._show_phrase(row, phrase)
        if had_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        is_full = len(self._phrases) >= MOST_PHRASES
        self.line.setEnabled(not is_full)
        self._rate()

    def words_of(self, phrase: str) -> str:
        """What is said about a phrase."""
        return self._marks[phrase][1].text()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and focused is not self.line and self.isAncestorOf(focused)

    def _show_phrase(self, row: int, phrase: str) -> None:
        mark = QLabel(self)
        mark.setFixedWidth(theme().px(MARK_SIZE))
        words = QVBoxLayout()
        words.setSpacing(0)
        said = plain_words(phrase, "", self)
        rating = plain_words("", "caption", self)
        holder = QWidget(self)
        words.setContentsMargins(0, 2, 0, 2)
        words.addWidget(said)
        words.addWidget(rating)
        holder.setLayout(words)
        remove = IconButton("close", self.tr("Remove “{0}”").format(phrase), size=16, parent=self)
        remove.clicked.connect(partial(self._remove, phrase))
        self._grid.addWidget(mark, row, 0)
        self._grid.addWidget(holder, row, 1)
        self._grid.addWidget(remove, row, 2)
        self._marks[phrase] = (mark, rating)

    def _add(self) -> None:
        phrase = " ".join(self.line.text().split())
        if phrase and phrase.casefold() not in [one.casefold() for one in self._phrases]:
            self.line.clear()
            self.chosen.emit((*self._phrases, phrase))
        elif phrase:
            self.line.selectAll()
            announce(self, self.tr("This phrase is there already."))

    def _remove(self, phrase: str) -> None:
        self.chosen.emit(tuple(one for one in self._phrases if one != phrase))

    # ---- ratings --------------------------------------------------------------------------------------------------

    def _setting_changed(self, name: str) -> None:
        if name == "spoken_language":
            self._rate()

    def _rate(self) -> None:
        language = self._room.language
        unknown = [phrase for phrase in self._phrases if (phrase, language) not in self._ratings]
        if not unknown:
            self._show_ratings()
            return

        def take(ratings: list[PhraseRating]) -> None:
            self._ratings |= {(phrase, language): rating for phrase, rating in zip(unknown, ratings, strict=True)}
            self._show_ratings()

        self._room.ask(self._room.rated(unknown, language), owner=self, told=lambda _: None, done=take)

    def _show_ratings(self) -> None:
        for phrase, (mark, label) in self._marks.items():
            rating = self._ratings.get((phrase, self._room.language))
            if rating is None:
                continue
            is_good = rating.kind == "good"
            name, colour = ("success", "success") if is_good else ("warning", "warning")
            mark.setPixmap(icon_pixmap(name, colour=colour, size=theme().px(MARK_SIZE), ratio=self.devicePixelRatioF()))
            label.setText(self._words(rating))
            label.setAccessibleName(f"{phrase}: {label.text()}")

    def _words(self, rating: PhraseRating) -> str:
        match rating.kind:
            case "good":
                return self.tr("Good: rarely said by chance.")
            case "short":
                return self.tr("Too short: it will be heard in other words. Two or more words work best.")
            case "common":
                return self.tr("Too common: it sounds like “{0}”, which is said often.").format(rating.near)
            case "command":
                return self.tr("Sounds like a spoken command, so it may do that instead.")
            case "unreadable":
                return self.tr("Its sound is not known, so it is found only where it is written like this.")
            case _:
                return self.tr("There is nothing in it that could be heard.")
