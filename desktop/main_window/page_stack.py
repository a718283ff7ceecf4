"""What stands beside the sidebar: the chat, or one of the pages of the profile, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

CHAT = "chat"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its stable name, what the owner reads, its icon, and what makes it."""

    name: str
    title: str
    icon: str
    make: Callable[[], QWidget]


@runtime_checkable
class KeepsLater(Protocol):
    """A page that saves as one types, after a short rest."""

    def finish(self) -> None:
        """Save what waits."""


class PageStack(QStackedWidget):
    """The chat page is always there; the others come with `add` and are made by being shown."""

    shown = Signal(str)  # the name of the page that is in sight now

    def __init__(self, chat: QWidget, entries: Sequence[PageEntry] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[PageEntry, ...] = ()
        self._made: dict[str, QWidget] = {CHAT: chat}
        self.addWidget(chat)
        self.add(entries)

    def add(self, entries: Sequence[PageEntry]) -> None:
        """Offer further pages, in this order."""
        self.entries += tuple(entries)

    @property
    def current_name(self) -> str:
        """The page in sight."""
        return next(name for name, page in self._made.items() if page is self.currentWidget())

    def page(self, name: str) -> QWidget:
        """The page called `name`, made now if it was not yet. KeyError for a name that nobody offered."""
        if name not in self._made:
            entry = {entry.name: entry for entry in self.entries}[name]
            page = entry.make()
            page.setAccessibleName(entry.title)
            self._made[name] = page
            self.addWidget(page)
        return self._made[name]

    def finish(self) -> None:
        """The profile closes: pages that keep what is typed a moment later keep it now."""
        for page in self._made.values():
            if isinstance(page, KeepsLater):
                page.finish()

    def show_page(self, name: str) -> QWidget:
        """Bring the page called `name` into sight and give it the focus."""
        page = self.page(name)
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
            self.shown.emit(name)
        page.setFocus()
        return page
