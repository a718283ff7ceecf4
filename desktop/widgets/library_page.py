"""A page with a list and an editor beside it: what the pages of personas and of prompts have in common.

Everything is saved as it is typed, half a second after the last letter and whenever the eye moves on: to another row,
another page, another window. What cannot be saved, such as a name that is taken, is said beside its field, and the rest
is saved all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import HearthError
from desktop.theme.theme_state import theme
from desktop.widgets.card_rows import Card, CardRows
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.icon_button import IconButton
from desktop.widgets.menu import Menu
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

SAVE_AFTER_MS = 500
_LIST_WIDTH = 280
_EDITOR_WIDTH = 720
_ROOM_FOR_BOTH = 640


class Library(Protocol):
    """What keeps the entries: `core.chat.personas.Personas` or `core.chat.prompt_library.Prompts`."""

    async def list(self) -> Sequence[Any]:
        """All entries in the owner's order."""

    async def change(self, entry: Any, /) -> Any:
        """Keep an entry."""

    async def duplicate(self, entry_id: str, /) -> Any:
        """A copy behind it."""

    async def delete(self, entry_id: str, /) -> Any:
        """Remove and return it."""

    async def put_back(self, entry: Any, /) -> None:
        """Undo `delete`."""

    async def move(self, entry_id: str, position: int, /) -> None:
        """Change the order."""

    async def restore(self) -> int:
        """Bring back what came with Hearth."""

    async def export(self, entry_ids: Sequence[str], target: Path, /) -> int:
        """Write a file."""

    async def import_file(self, path: Path, /) -> Sequence[Any]:
        """Read a file."""


@dataclass(frozen=True, slots=True)
class LibraryWords:
    """What the page says, in the owner's language; `{0}` is filled with a name or a number."""

    title: str
    description: str
    new: str
    search: str
    list_name: str
    empty_title: str
    empty_text: str
    nothing_found: str
    deleted: str
    restore: str
    nothing_to_restore: str
    file_filter: str
    file_name: str


class EntryEditor(QWidget):
    """Edits one entry. `changed` comes with each change by hand."""

    changed = Signal()

    def show_entry(self, entry: Any) -> None:
        """Show an entry, without saying that anything changed."""
        raise NotImplementedError

    def entry(self) -> Any:
        """The entry as it is edited now."""
        raise NotImplementedError

    def refuse(self, error: HearthError | None) -> None:
        """Say beside the field what could not be saved; None: everything was."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to the first field, its text selected."""
        raise NotImplementedError


class LibraryPage(QWidget):
    """Subclasses say what an entry is. Call `finish` before the vault closes."""

    def __init__(
        self,
        bridge: Bridge,
        library: Library,
        *,
        words: LibraryWords,
        editor: EntryEditor,
        toasts: Toasts,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._library = library
        self._words = words
        self._toasts = toasts
        self._report = report
        self._entries: dict[str, Any] = {}
        self._shown_id = ""
        self._wanted_id = ""
        self._dirty = False
        self._is_new = False
        self._moving_by_us = False
        self._saving = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._saving.timeout.connect(self.save)
        self.editor = editor
        self._make_list()
        self._make_detail()
        self._lay_out()
        self._connect()
        self.refresh()

    # ---- what subclasses say --------------------------------------------------------------------------------------

    def id_of(self, entry: Any) -> str:
        """The entry's id."""
        raise NotImplementedError

    def name_of(self, entry: Any) -> str:
        """What people call it."""
        raise NotImplementedError

    def card_of(self, entry: Any) -> Card:
        """Its row."""
        raise NotImplementedError

    def create_entry(self, names: Sequence[str]) -> Coroutine[Any, Any, Any]:
        """Make a new entry whose name is none of `names`."""
        raise NotImplementedError

    def savable(self, entry: Any, stored: Any, error: HearthError) -> Any | None:
        """`entry` without what `error` refused, as in `stored`; None when nothing can be saved."""
        raise NotImplementedError

    # ---- for others -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Fetch the entries anew."""
        self._bridge.call(self._library.list(), done=self._take, failed=self._report, owner=self)

    def show_entry(self, entry_id: str) -> None:
        """Choose an entry, also one that is only just being fetched."""
        self._wanted_id = entry_id
        if entry_id in self._entries:
            self._open(entry_id)

    def save(self) -> None:
        """Keep what was typed, now."""
        self._saving.stop()
        if not self._dirty or not self._shown_id:
            return
        self._dirty = False
        entry, entry_id = self.editor.entry(), self._shown_id
        if entry != self._entries.get(entry_id):
            self._bridge.call(
                self._library.change(entry),
                done=lambda kept: self._saved(entry_id, kept),
                failed=lambda error: self._not_saved(entry, error),
                owner=self,
            )

    def finish(self) -> None:
        """The vault is about to close."""
        self.save()

    def import_from(self, paths: Sequence[Path]) -> None:
        """Take in these files."""
        self._bridge.call(self._import(paths), done=self._imported, failed=self._refused, owner=self)

    def export_to(self, target: Path, entry_ids: Sequence[str]) -> None:
        """Write these entries."""
        self.save()
        self._bridge.call(
            self._library.export(entry_ids, target),
            done=lambda count: self._toasts.show(self.tr("Exported to “{0}”.").format(target.name), kind="success"),
            failed=self._refused,
            owner=self,
        )

    def delete_shown(self) -> None:
        """Remove the entry in sight; a toast offers to put it back."""
        entry_id = self._shown_id
        if not entry_id:
            return
        self.save()
        order = self.rows.shown_ids()
        place = order.index(entry_id) if entry_id in order else 0
        beside = [one for one in order if one != entry_id]
        self._wanted_id = beside[min(place, len(beside) - 1)] if beside else ""
        self._shown_id = ""
        self._bridge.call(self._library.delete(entry_id), done=self._deleted, failed=self._refused, owner=self)

    # ---- making ---------------------------------------------------------------------------------------------------

    def _make_list(self) -> None:
        words = self._words
        self.more = IconButton("more", self.tr("More"), parent=self)  # first made, first reached by Tab
        self.new = QPushButton(words.new, self)
        self.new.setProperty("kind", "primary")
        self.new.setAccessibleName(words.new)
        self.search = SearchField(words.search, parent=self)
        self.rows = CardRows(words.list_name, self)
        self.rows.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.rows.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.nothing = EmptyState("search", words.nothing_found, compact=True, parent=self)
        self.nothing.hide()
        self._list = QWidget(self)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, stretch=1)

    def _make_detail(self) -> None:
        self.back = IconButton("arrow-left", self.tr("Back to the list"), parent=self)
        self.state = QLabel(self)
        self.state.setProperty("role", "caption")
        self.duplicate = IconButton("copy", self.tr("Duplicate"), parent=self)
        self.export = IconButton("download", self.tr("Export…"), parent=self)
        self.delete = IconButton("trash", self.tr("Delete"), parent=self)
        self.editor.setParent(self)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back)
        head.addWidget(self.state, stretch=1)
        for button in (self.duplicate, self.export, self.delete):
            head.addWidget(button)
        inside = QWidget(self)
        centre = QHBoxLayout(inside)
        centre.setContentsMargins(0, 0, 8, 16)
        centre.addWidget(self.editor, stretch=1000)
        centre.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._detail = QWidget(self)
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, stretch=1)

    def _lay_out(self) -> None:
        words = self._words
        title = QLabel(words.title, self)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        about = QLabel(words.description, self)
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title, stretch=1)
        top.addWidget(self.more)
        top.addWidget(self.new)
        self.empty = EmptyState("users", words.empty_title, words.empty_text, action=words.new, parent=self)
        both = QWidget(self)
        self._both = QHBoxLayout(both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(20)
        self._both.addWidget(self._list)
        self._both.addWidget(self._detail, stretch=1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(about)
        layout.addSpacing(12)
        layout.addWidget(self._stack, stretch=1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever shows the page begins in the list. A focus proxy would keep Tab from the buttons above it."""
        self.rows.setFocus(event.reason())

    def _connect(self) -> None:
        self.editor.changed.connect(self._edited)
        self.search.searched.connect(self._on_searched)
        self.search.moved.connect(self.rows.step)
        self.search.returnPressed.connect(self._into_editor)
        self.rows.currentRowChanged.connect(lambda _: self._on_row())
        self.rows.itemActivated.connect(lambda _: self._into_editor())
        self.rows.itemClicked.connect(lambda _: self._show_detail())
        self.rows.customContextMenuRequested.connect(self._row_menu)
        self.rows.model().rowsMoved.connect(self._dropped)
        self.rows.installEventFilter(self)
        self.new.clicked.connect(self.make_new)
        self.empty.action_requested.connect(self.make_new)
        self.more.clicked.connect(self._page_menu)
        self.back.clicked.connect(self._to_list)
        self.duplicate.clicked.connect(self._duplicate)
        self.export.clicked.connect(lambda: self._choose_target([self._shown_id]))
        self.delete.clicked.connect(self.delete_shown)
        theme().changed.connect(self._fit)

    # ---- what is there --------------------------------------------------------------------------------------------

    def _take(self, entries: Sequence[Any]) -> None:
        before = self._entries
        self._entries = {self.id_of(entry): entry for entry in entries}
        self.rows.set_cards([self.card_of(entry) for entry in entries])
        self._on_searched(self.search.text())
        self._stack.setCurrentIndex(0 if entries else 1)
        wanted = self._wanted_id or self._shown_id
        if wanted not in self._entries:
            wanted = next(iter(self.rows.shown_ids()), "")
        changed = self._entries.get(wanted) != before.get(wanted)
        if wanted != self._shown_id or (changed and not self._dirty):
            self._open(wanted)
        else:
            self._mark(wanted)
        self._fit()

    def _open(self, entry_id: str) -> None:
        """Show an entry; what was typed in the one before is saved first."""
        if entry_id != self._shown_id:
            self.save()
        self._wanted_id = ""
        self._shown_id = entry_id
        self._mark(entry_id)
        self._detail.setEnabled(bool(entry_id))
        if entry_id:
            self.editor.show_entry(self._entries[entry_id])
            self.editor.refuse(None)
            self.state.setText(self.tr("Saved as you type"))
            self._area.verticalScrollBar().setValue(0)
        if self._is_new and entry_id:
            self._is_new = False
            self._show_detail()
            self.editor.focus_first()

    def _mark(self, entry_id: str) -> None:
        blocked = self.rows.blockSignals(True)
        self.rows.set_current(entry_id)
        self.rows.blockSignals(blocked)

    def _on_row(self) -> None:
        chosen = self.rows.current_id()
        if chosen and chosen != self._shown_id and chosen in self._entries:
            self._open(chosen)

    def _on_searched(self, text: str) -> None:
        found = self.rows.filter(text.strip())
        self.nothing.setVisible(not found and bool(self._entries))
        self.rows.setVisible(bool(found) or not self._entries)
        self.rows.setDragEnabled(not text.strip())
        if text.strip() and found and self.rows.current_id() not in self.rows.shown_ids():
            self.rows.set_current(self.rows.shown_ids()[0])

    # ---- saving ---------------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._dirty = True
        self.state.setText(self.tr("Saving…"))
        self._saving.start()

    def _saved(self, entry_id: str, kept: Any) -> None:
        self._entries[entry_id] = kept
        self.rows.set_cards([self.card_of(entry) for entry in self._entries.values()])
        self.rows.filter(self.search.text().strip())
        if entry_id == self._shown_id and not self._dirty:
            self.editor.refuse(None)
            self.state.setText(self.tr("Saved"))

    def _not_saved(self, entry: Any, error: BaseException) -> None:
        stored = self._entries.get(self.id_of(entry))
        if not isinstance(error, HearthError):
            self._report(error)
            return
        if self.id_of(entry) == self._shown_id:
            self.editor.refuse(error)
            self.state.setText(self.tr("Not everything is saved"))
        else:
            self._refused(error)
        rest = self.savable(entry, stored, error) if stored is not None else None
        if rest is not None and rest != stored:
            self._bridge.call(
                self._library.change(rest),
                done=lambda kept: self._entries.__setitem__(self.id_of(kept), kept),
                failed=self._refused,
                owner=self,
            )

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, HearthError):
            self._toasts.show(f"{error.owner_sentence} {error.owner_next_step}", kind="error")
        else:
            self._report(error)

    # ---- doing ----------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """A new entry, its first field ready to be typed into."""
        self.save()
        self.search.clear()
        names = [self.name_of(entry) for entry in self._entries.values()]
        self._bridge.call(self.create_entry(names), done=self._made, failed=self._refused, owner=self)

    def _made(self, entry: Any) -> None:
        self._is_new = True
        self.show_entry(self.id_of(entry))

    def _duplicate(self) -> None:
        if self._shown_id:
            self.save()
            self._bridge.call(
                self._library.duplicate(self._shown_id), done=self._made, failed=self._refused, owner=self
            )

    def _deleted(self, entry: Any) -> None:
        def undo() -> None:
            self._wanted_id = self.id_of(entry)
            self._bridge.call(self._library.put_back(entry), failed=self._report, owner=self)

        self._toasts.show(self._words.deleted.format(self.name_of(entry)), action=(self.tr("Undo"), undo))

    def _restore(self) -> None:
        def done(count: int) -> None:
            text = (
                QCoreApplication.translate("LibraryPage", "%n brought back.", "", count)
                if count
                else self._words.nothing_to_restore
            )
            self._toasts.show(text, kind="success" if count else "info")

        self._bridge.call(self._library.restore(), done=done, failed=self._refused, owner=self)

    def _move(self, rows: int) -> None:
        order = list(self._entries)
        if self._shown_id in order and not self.search.text().strip():
            place = order.index(self._shown_id) + rows
            if 0 <= place < len(order):
                self._bridge.call(self._library.move(self._shown_id, place), failed=self._refused, owner=self)

    def _dropped(self, *_: QModelIndex | int) -> None:
        order = [card.card_id for card in self.rows.cards()]
        before = list(self._entries)
        moved = next((one for one in order if _without(order, one) == _without(before, one)), "")
        if order != before and moved:
            self._bridge.call(self._library.move(moved, order.index(moved)), failed=self._refused, owner=self)

    async def _import(self, paths: Sequence[Path]) -> tuple[list[Any], HearthError | None]:
        """File by file: one that is refused does not undo those before it, and is told."""
        taken: list[Any] = []
        refused: HearthError | None = None
        for path in paths:
            try:
                taken += await self._library.import_file(path)
            except HearthError as error:
                refused = error
        return taken, refused

    def _imported(self, outcome: tuple[list[Any], HearthError | None]) -> None:
        taken, refused = outcome
        if taken:
            self._toasts.show(QCoreApplication.translate("LibraryPage", "%n imported.", "", len(taken)), kind="success")
            self.show_entry(self.id_of(taken[0]))
        if refused is not None:
            self._refused(refused)

    # ---- menus and files ------------------------------------------------------------------------------------------

    def _page_menu(self) -> None:
        menu = Menu(self)
        menu.addAction(self.tr("Import…")).triggered.connect(self._choose_files)
        everything = menu.addAction(self.tr("Export all…"))
        everything.triggered.connect(lambda: self._choose_target(list(self._entries)))
        everything.setEnabled(bool(self._entries))
        menu.addSeparator()
        menu.addAction(self._words.restore).triggered.connect(self._restore)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _row_menu(self, at: QPoint) -> None:
        if self.rows.currentItem() is None:
            return
        menu = Menu(self)
        menu.addAction(self.tr("Duplicate")).triggered.connect(self._duplicate)
        menu.addAction(self.tr("Export…")).triggered.connect(lambda: self._choose_target([self._shown_id]))
        menu.addSeparator()
        menu.addAction(self.tr("Move up")).triggered.connect(lambda: self._move(-1))
        menu.addAction(self.tr("Move down")).triggered.connect(lambda: self._move(1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(self.delete_shown)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rows.viewport().mapToGlobal(at))

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Import"), "", self._words.file_filter)
        if chosen:
            self.import_from([Path(name) for name in chosen])

    def _choose_target(self, entry_ids: Sequence[str]) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self._words.file_name, self._words.file_filter)
        if chosen:
            target = Path(chosen)
            self.export_to(target if target.suffix else target.with_suffix(".toml"), entry_ids)

    # ---- room and keys --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list: Delete deletes, Ctrl+Shift+arrows move a row, letters search."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, both = Qt.Key(event.key()), Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if key in steps and modifiers == both:
                self._move(steps[key])
                return True
            if key == Qt.Key.Key_Delete:
                self.delete_shown()
                return True
            if (
                event.text().isprintable()
                and event.text().strip()
                and modifiers
                in (
                    Qt.KeyboardModifier.NoModifier,
                    Qt.KeyboardModifier.ShiftModifier,
                )
            ):
                self.search.setFocus()
                self.search.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and editor side by side where there is room, one at a time where not."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes to another page has finished here."""
        self.save()
        super().hideEvent(event)

    def _fit(self) -> None:
        both = self.width() >= theme().px(_ROOM_FOR_BOTH)
        self.editor.setMaximumWidth(theme().px(_EDITOR_WIDTH))
        if both:
            self._list.setFixedWidth(theme().px(_LIST_WIDTH))
        else:
            self._list.setMinimumWidth(0)
            self._list.setMaximumWidth(16_777_215)
        self.back.setVisible(not both)
        in_detail = self._detail_wanted
        self._list.setVisible(both or not in_detail)
        self._detail.setVisible(both or in_detail)

    _detail_wanted = False

    def _into_editor(self) -> None:
        self._show_detail()
        self.editor.focus_first()

    def _show_detail(self) -> None:
        self._detail_wanted = True
        self._fit()

    def _to_list(self) -> None:
        self.save()
        self._detail_wanted = False
        self._fit()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)


def _without(order: Sequence[str], one: str) -> list[str]:
    return [other for other in order if other != one]


def divider(parent: QWidget) -> QFrame:
    """A hairline between two parts of an editor."""
    line = QFrame(parent)
    line.setProperty("role", "divider")
    return line
