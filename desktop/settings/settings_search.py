"""What a search in the settings found: rows of all pages in one list, the words marked, each below its page's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.settings.setting_words import further_words, setting_title
from desktop.theme.icons import icon
from desktop.widgets.folded_text import has_words

if TYPE_CHECKING:
    from core.settings.settings_schema import SettingDescription
    from desktop.settings.settings_form import SettingRow
    from desktop.settings.settings_pages import SettingsPage

ROWS_AT_ONCE = 4
"""A row takes some milliseconds to make; between so many the window takes keys."""


@dataclass(frozen=True, slots=True)
class PageHits:
    """A page with those of its settings that were found; none where the page itself was."""

    page: SettingsPage
    settings: tuple[SettingDescription, ...]


def hits_of(words: str, pages: Sequence[SettingsPage], settings: Sequence[SettingDescription]) -> list[PageHits]:
    """Pages in their order that have all of `words` in a setting or in their own name."""
    found: list[PageHits] = []
    for page in pages:
        fitting = tuple(one for one in settings if one.section in page.sections and _fits(one, words))
        if fitting or has_words(f"{page.title} {page.words}", words):
            found.append(PageHits(page, fitting))
    return found


def _fits(setting: SettingDescription, words: str) -> bool:
    return has_words(f"{setting_title(setting)} {further_words(setting)}", words)


class SettingsSearch(QScrollArea):
    """`page_wanted` carries the name of a page whose heading was pressed."""

    page_wanted = Signal(str)

    def __init__(self, make_row: Callable[[SettingDescription], SettingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Found settings"))
        self._make_row = make_row
        self.rows: dict[str, SettingRow] = {}
        self.headings: dict[str, QPushButton] = {}
        room = QWidget()
        room.setProperty("role", "page")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(room)
        self._layout.setContentsMargins(18, 16, 18, 24)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.setWidget(room)
        self._waiting: list[SettingsPage | SettingDescription] = []
        self._words = ""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._show_some)

    def show_hits(self, hits: Sequence[PageHits], words: str) -> None:
        """Show these; rows that were made for former words are used again."""
        self._words = words
        self._waiting = []
        for hit in hits:
            self._waiting += (hit.page, *hit.settings)
        for widget in (*self.rows.values(), *self.headings.values()):
            widget.hide()
            self._layout.removeWidget(widget)
        self.verticalScrollBar().setValue(0)
        self._show_some()

    def scroll_to(self, page: str) -> None:
        """Bring what was found on `page` to the top."""
        heading = self.headings.get(page)
        if heading is not None:
            self.verticalScrollBar().setValue(heading.y() - 12)

    def _show_some(self) -> None:
        some, self._waiting = self._waiting[:ROWS_AT_ONCE], self._waiting[ROWS_AT_ONCE:]
        for one in some:
            widget = self._widget_for(one)
            alignment = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
            self._layout.insertWidget(self._layout.count() - 1, widget, 0, alignment)
            widget.show()
        if self._waiting:
            self._next.start()

    def _widget_for(self, one: SettingsPage | SettingDescription) -> QWidget:
        from core.settings.settings_schema import SettingDescription

        if not isinstance(one, SettingDescription):
            return self._heading(one)
        if one.name not in self.rows:
            self.rows[one.name] = self._make_row(one)
        row = self.rows[one.name]
        row.mark_words(self._words)
        return row

    def _heading(self, page: SettingsPage) -> QPushButton:
        if page.name not in self.headings:
            button = QPushButton(icon(page.icon, colour="link"), page.title, self.widget())
            button.setProperty("kind", "link")
            button.setToolTip(self.tr("Open this page"))
            button.clicked.connect(lambda: self.page_wanted.emit(page.name))
            self.headings[page.name] = button
        return self.headings[page.name]
