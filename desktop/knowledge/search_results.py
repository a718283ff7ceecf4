"""What a search over documents found, with its filters, and what is said when nothing was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.knowledge.hit_list import HitList
from desktop.knowledge.search_filters import SearchFilters
from desktop.widgets.announcer import announce
from desktop.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from core.knowledge.document_rows import Collection
    from core.knowledge.passage import Found


class SearchResults(QWidget):
    """`filters.changed` asks for another search; `hits.opened` carries a passage."""

    everywhere_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = SearchFilters(self)
        self.hits = HitList(self)
        self.nothing = EmptyState("search", self.tr("Nothing found"), parent=self)
        self.nothing.action_requested.connect(self.filters.clear)
        self.line = QLabel(self)
        self.line.setProperty("role", "caption")
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setWordWrap(True)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.hits)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.line)
        column.addWidget(self.stack, stretch=1)

    def show_collections(self, collections: Sequence[Collection]) -> None:
        """Those that a filter can name."""
        self.filters.show_collections(collections)

    def show_found(self, found: Found) -> None:
        """What came back."""
        count = len(found.passages)
        self.hits.show_passages(found.passages)
        self.stack.setCurrentWidget(self.hits if count else self.nothing)
        said = [QCoreApplication.translate("SearchResults", "%n passages", "", count)] if count else []
        said += [self._why_words_only(found)] if found.without_meaning else []
        self.line.setText(" · ".join(said))
        self.line.setVisible(bool(said))
        if not count:
            self._say_nothing_found(found)
        announce(self, self.line.text() or self.tr("Nothing found"))

    def show_failed(self, sentence: str) -> None:
        """The search itself went wrong."""
        self.hits.show_passages(())
        self.line.hide()
        self.nothing.set_content("error", sentence)
        self.stack.setCurrentWidget(self.nothing)

    def _say_nothing_found(self, found: Found) -> None:
        text = self.tr("Your documents do not seem to say anything about it. Try other words.")
        if any(dropped.passage.word_rank is not None for dropped in found.dropped):
            text = self.tr(
                "Passages with some of these words were found, but they are about something else. Try other words."
            )
        action = self.tr("Search everywhere") if self.filters.narrows else ""
        self.nothing.set_content("search", self.tr("Nothing found"), text, action=action)

    def _why_words_only(self, found: Found) -> str:
        match found.without_meaning:
            case "not_indexed":
                return self.tr("searched by words: meanings are still being prepared")
            case _:
                return self.tr("searched by words: the model of meanings does not answer")
