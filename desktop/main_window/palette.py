"""The palette: one field that finds every action, page, setting and chat, over the window it belongs to.

It lies inside the window and is no window of its own: input methods, window managers and screen readers then treat its
field as any other. It is made when it is first opened and kept; sources are asked anew each time.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.main_window.palette_rows import Heading, PaletteRowPainter, PaletteRows, Row, spoken
from desktop.main_window.palette_search import EntryKind, IndexedEntry, PaletteEntry, PaletteIndex, indexed
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.bridge import Bridge, Call

__all__ = ["Palette", "PaletteEntry", "PaletteSearch", "PaletteSource"]

PaletteSource: TypeAlias = Callable[[], "Sequence[PaletteEntry] | Awaitable[Sequence[PaletteEntry]]"]
"""Gives its entries at once, or as a coroutine that runs on the core's loop."""

PaletteSearch: TypeAlias = Callable[[str], "Awaitable[Sequence[PaletteEntry]]"]
"""Finds entries by words that stand in none of their titles, on the core's loop."""

WIDTH = 640
ROWS_IN_SIGHT = 10
SEARCH_AFTER_MS = 180
SPEAK_AFTER_MS = 350
MOST_RECENT = 6
REMEMBERED = 50
INDEXED_AT_ONCE = 250
"""Entries of a slow source are made ready on the core's loop in portions, so that an answer streams on meanwhile."""

BROWSED: tuple[EntryKind, ...] = ("command", "page", "persona", "prompt", "model", "setting")
SUGGESTED = ("chat.new", "chat.search", "profile.settings", "help.shortcuts")


class Palette(QWidget):
    """Covers `parent` while it is open. `sources` by name; `search` is asked a moment after the last key."""

    def __init__(
        self,
        bridge: Bridge,
        *,
        sources: Mapping[str, PaletteSource],
        search: PaletteSearch | None = None,
        suggested: Sequence[str] = SUGGESTED,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sources = dict(sources)
        self._search = search
        self._suggested = suggested
        self._index = PaletteIndex()
        self._used: list[str] = []  # identities, the latest last
        self._calls: dict[str, Call] = {}
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Find anything"))
        self.field = QLineEdit(self)
        self.list = QListView(self)
        self.rows = PaletteRows(self)
        self.empty = EmptyState("search", "", "", compact=True, parent=self)
        self._panel = QFrame(self)
        self._mark = QLabel(self)
        self._lay_out()
        self._dress()
        self._search_timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._search_timer.timeout.connect(self._ask_search)
        self._speak_timer = QTimer(self, singleShot=True, interval=SPEAK_AFTER_MS)
        self._speak_timer.timeout.connect(self._speak)
        theme().changed.connect(self._fit)
        parent.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self.hide()

    # ---- making ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        spacing = theme().tokens.spacing
        self._panel.setProperty("role", "raised")
        # Opaque, so that a key repaints this and nothing of the window below.
        inside = _Ground(self._panel)
        frame = QVBoxLayout(self._panel)
        frame.setContentsMargins(spacing.xs, spacing.xs, spacing.xs, spacing.xs)
        frame.addWidget(inside)
        top = QHBoxLayout()
        top.setContentsMargins(spacing.m, spacing.s, spacing.m, spacing.s)
        top.setSpacing(spacing.m)
        top.addWidget(self._mark)
        top.addWidget(self.field, stretch=1)
        line = QFrame(inside)
        line.setProperty("role", "divider")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(line)
        layout.addSpacing(spacing.xs)
        layout.addWidget(self.list, stretch=1)
        layout.addWidget(self.empty, stretch=1)

    def _dress(self) -> None:
        self.field.setProperty("kind", "bare")
        self.field.setPlaceholderText(self.tr("Find actions, chats, settings…"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PaletteRowPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("kind", "bare")
        self.list.setAccessibleName(self.tr("Results"))
        self.list.clicked.connect(self._run_at)
        self.list.installEventFilter(self)

    # ---- opening and closing --------------------------------------------------------------------------------------

    def open(self, query: str = "") -> None:
        """Show it with the field empty, or with `query`; asks all sources."""
        self._before = QApplication.focusWidget()
        self._index.use(self._lately())
        self._ask_sources()
        self._fit()
        self.field.setText(query)
        self._show_for(query)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def toggle(self) -> None:
        """Open it, or close it when it is open."""
        self.leave() if self.isVisible() else self.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of the profile stays in a palette that is closed, and no work goes on for it."""
        super().hideEvent(event)
        self._search_timer.stop()
        self._speak_timer.stop()
        for call in self._calls.values():
            call.cancel()
        self._calls.clear()
        self.rows.show((), "")

    def leave(self) -> None:
        """Close it and give the keyboard back to whom it belonged."""
        before = self._before
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new) and new.window() is self.window():
            self.hide()

    # ---- entries --------------------------------------------------------------------------------------------------

    def _ask_sources(self) -> None:
        for name, source in self._sources.items():
            answer = source()
            if inspect.iscoroutine(answer):
                self._calls[name] = self._bridge.call(
                    _indexed_in_portions(answer), done=partial(self._take, name), owner=self
                )
            elif not inspect.isawaitable(answer):
                self._index.put(name, indexed(answer))

    def _take(self, name: str, entries: Sequence[IndexedEntry]) -> None:
        self._calls.pop(name, None)
        self._index.put(name, entries)
        if self.isVisible():
            self._show_for(self.field.text())

    def _on_text(self, text: str) -> None:
        if self.isVisible():
            self._show_for(text)

    def _show_for(self, query: str) -> None:
        typed = query.strip()
        found: Sequence[Row] = self._index.find(query) if typed else self._without_query()
        self._show_rows(found, query)
        if (searching := self._calls.pop("?", None)) is not None:
            searching.cancel()
        if typed and self._search is not None:
            self._search_timer.start()
        else:
            self._search_timer.stop()

    def _show_rows(self, found: Sequence[Row], query: str) -> None:
        self.rows.show(found, query)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found:
            self._choose(0, 1)
            self.list.scrollToTop()
        else:
            self.empty.set_content(
                "search", self.tr("Nothing is called like that"), self.tr("Try fewer letters or other words.")
            )
        self._speak_timer.start()

    def _without_query(self) -> list[Row]:
        """What was used lately and what is often wanted, then everything but the chats."""
        everything = {entry.identity: entry for kind in BROWSED for entry in self._index.of_kind(kind)}
        chats = self._index.of_kind("chat")
        known = {**everything, **{chat.identity: chat for chat in chats}}
        used = [known[one] for one in reversed(self._used) if one in known]
        recent = list(dict.fromkeys([*used, *chats[:MOST_RECENT]]))[:MOST_RECENT]
        taken = {entry.identity for entry in recent}
        suggested = [everything[one] for one in self._suggested if one in everything and one not in taken]
        taken.update(entry.identity for entry in suggested)
        rest = [entry for entry in everything.values() if entry.identity not in taken]
        parts = ((self.tr("Recent"), recent), (self.tr("Suggested"), suggested), (self.tr("Everything else"), rest))
        rows: list[Row] = []
        for title, entries in parts:
            if entries:
                rows += (Heading(title), *entries)
        return rows

    def _ask_search(self) -> None:
        query = self.field.text().strip()
        if query and self._search is not None:
            answer = self._search(query)
            if inspect.iscoroutine(answer):
                self._calls["?"] = self._bridge.call(answer, done=partial(self._add_found, query), owner=self)

    def _add_found(self, query: str, entries: Sequence[PaletteEntry]) -> None:
        self._calls.pop("?", None)
        if query != self.field.text().strip() or not entries or not self.isVisible():
            return
        had_none = not self.rows.rows
        self.rows.add([Heading(self.tr("In your chats")), *entries])
        self.list.show()
        self.empty.hide()
        if had_none:
            self._choose(0, 1)
        self._speak_timer.start()

    # ---- choosing -------------------------------------------------------------------------------------------------

    @property
    def current(self) -> PaletteEntry | None:
        """The entry that Enter takes."""
        return self.rows.entry(self.list.currentIndex().row())

    def _choose(self, row: int, step: int) -> None:
        """Mark `row`, or the next one in the direction of `step` (else the other way) that is an entry."""
        count = self.rows.rowCount()
        row = max(0, min(count - 1, row))
        ways = [range(row, count), range(row, -1, -1)]
        for way in ways if step > 0 else reversed(ways):
            wanted = next((one for one in way if self.rows.entry(one) is not None), None)
            if wanted is not None:
                self.list.setCurrentIndex(self.rows.index(wanted))
                if wanted <= 1:
                    self.list.scrollToTop()  # with its heading
                return

    def _walk(self, step: int) -> None:
        self._choose(self.list.currentIndex().row() + step, step)
        self._speak_timer.start()

    def _run_at(self, index: QModelIndex | QPersistentModelIndex) -> None:
        entry = self.rows.entry(index.row())
        if entry is None:
            return
        if entry.identity in self._used:
            self._used.remove(entry.identity)
        self._used = [*self._used[-REMEMBERED + 1 :], entry.identity]
        # The keyboard goes back first: what the entry does may put it elsewhere.
        self.leave()
        entry.run()

    def _lately(self) -> dict[str, float]:
        return {identity: (place + 1) / len(self._used) for place, identity in enumerate(self._used)}

    # ---- keys and mouse -------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of field and list are one thing; the palette covers its window whatever size that takes."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._walked(event):
                return True
            if watched is self.list and event.text().isprintable() and event.text().strip():
                self.field.setFocus()
                self.field.insert(event.text())
                return True
        return False

    def _walked(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -ROWS_IN_SIGHT + 1,
            Qt.Key.Key_PageDown: ROWS_IN_SIGHT - 1,
        }
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run_at(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key == Qt.Key.Key_Home and self._leaves_text(event, 0):
            self._choose(0, 1)
        elif key == Qt.Key.Key_End and self._leaves_text(event, len(self.field.text())):
            self._choose(self.rows.rowCount() - 1, -1)
        else:
            return False
        return True

    def _leaves_text(self, event: QKeyEvent, edge: int) -> bool:
        """Home and End move in the text first; at its ends, with Ctrl, or from the list they move in the list."""
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier or self.list.hasFocus():
            return True
        return not modifiers and self.field.cursorPosition() == edge and not self.field.hasSelectedText()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's own name
        """Tab stays inside while it is open."""
        (self.list if self.field.hasFocus() and self.list.isVisible() else self.field).setFocus()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it closes it."""
        if self._panel.geometry().contains(event.position().toPoint()):
            super().mousePressEvent(event)
        else:
            self.leave()

    # ---- looks ----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        tokens = theme().tokens
        margin = tokens.spacing.l
        width = min(theme().px(WIDTH), window.width() - 2 * margin)
        row = self.list.itemDelegate().sizeHint(None, QModelIndex()).height()  # type: ignore[arg-type]
        height = theme().px(56) + row * ROWS_IN_SIGHT
        top = max(margin, round(window.height() * 0.12))
        height = min(height, window.height() - top - margin)
        self._panel.setGeometry(QRect((window.width() - width) // 2, top, width, height))
        side = theme().px(18)
        self._mark.setPixmap(icon_pixmap("search", colour="text_faint", size=side, ratio=self.devicePixelRatioF()))
        font = self.field.font()
        font.setPixelSize(theme().px(tokens.type.heading))
        self.field.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin veil, so that the eye goes to the field."""
        veil = QColor(theme().tokens.colours.shadow)
        veil.setAlpha(70 if theme().tokens.dark else 28)
        painter = QPainter(self)
        painter.fillRect(event.rect(), veil)

    def _speak(self) -> None:
        entry = self.current
        count = sum(1 for row in self.rows.rows if isinstance(row, PaletteEntry))
        results = self.tr("%n results", "", count)
        announce(self.field, results if entry is None else f"{spoken(entry)}. {results}")


class _Ground(QWidget):
    """Paints all of itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(theme().tokens.colours.surface_raised))


async def _indexed_in_portions(source: Awaitable[Sequence[PaletteEntry]]) -> list[IndexedEntry]:
    import asyncio

    entries = await source
    ready: list[IndexedEntry] = []
    for first in range(0, len(entries), INDEXED_AT_ONCE):
        ready += (
            IndexedEntry(entry, first + place) for place, entry in enumerate(entries[first : first + INDEXED_AT_ONCE])
        )
        await asyncio.sleep(0)
    return ready
