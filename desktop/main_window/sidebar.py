"""Conversations, folders, tags and the search field, beside the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.bridge import Bridge, Call
from desktop.commands import Commands
from desktop.main_window.conversation_row import ConversationRow
from desktop.main_window.conversation_tree import ID_ROLE, KIND_ROLE, ConversationTree
from desktop.main_window.page_list import PageList
from desktop.main_window.search_panel import SearchPanel
from desktop.theme.icons import icon
from desktop.widgets.icon_button import IconButton
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore
    from core.conversations.folder_rows import Folder
    from core.conversations.search import ConversationSearch, SearchHit
    from core.events import Announcer, Change

PAGE = 2000
MOST_HITS = 60
MOST_HITS_BY_MEANING = 12
MESSAGES_AFTER_MS = 300
"""A row follows new messages so much later, several at once: the question that was just sent has the right of way."""


class ConversationView(QTreeView):
    """A tree without branches drawn: rows paint all of themselves."""

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Nothing."""

    @property
    def is_editing(self) -> bool:
        """Whether a name is being typed; a row that is moved or made anew would take the words with it."""
        return self.state() == QAbstractItemView.State.EditingState


class Sidebar(QWidget):
    """All conversations. Shows what the stores hold and asks them for changes; opens nothing itself."""

    opened = Signal(str, str, str)  # conversation id, message id or "", words to mark or ""
    target_changed = Signal()
    deleted = Signal(list)  # conversation ids

    def __init__(
        self,
        bridge: Bridge,
        conversations: ConversationStore,
        private: ConversationStore,
        *,
        search: ConversationSearch,
        announcer: Announcer,
        commands: Commands,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._conversations = conversations
        self._private = private
        self._search = search
        self._commands = commands
        self._search_call: Call | None = None
        self._target = ""
        self.tag = ""
        self.archived = False
        self.folders: Sequence[Folder] = ()
        self.tags: Sequence[tuple[str, int]] = ()
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Made in the order in which Tab goes through them: from above to below.
        top = self._make_top()
        self.search_field = self._make_search()
        self._notice = self._make_notice()
        self.pages = PageList(self)
        self.tree = ConversationTree(self)
        self.view = self._make_view()
        self.results = SearchPanel(self)
        self.results.chosen.connect(self._open_hit)
        self._empty = self._make_empty()
        self._pages = QStackedWidget(self)
        for page in (self.view, self.results, self._empty):
            self._pages.addWidget(page)
        self._lay_out(top)
        self._reload_timer = QTimer(self, singleShot=True, interval=0)
        self._reload_timer.timeout.connect(self.reload)
        self._changed: dict[str, None] = {}  # in the order of the news
        self._refresh_timer = QTimer(self, singleShot=True)
        self._refresh_timer.timeout.connect(self._refresh_changed)
        unsubscribe = announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self.view.selectionModel().currentChanged.connect(lambda: self.target_changed.emit())

    # ---- making ---------------------------------------------------------------------------------------------------

    def _make_view(self) -> ConversationView:
        view = ConversationView(self)
        view.setObjectName("conversations")
        view.setAccessibleName(self.tr("Conversations"))
        view.setModel(self.tree)
        view.setItemDelegate(ConversationRow(view))
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setIndentation(0)  # the rows know how deep they lie
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setProperty("kind", "bare")
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # F2 is a command
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.setDropIndicatorShown(True)
        view.setMouseTracking(True)
        view.setExpandsOnDoubleClick(False)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._context_menu)
        view.clicked.connect(self._clicked)
        view.activated.connect(self._activated)
        self.tree.rename_wanted.connect(self._rename)
        self.tree.move_wanted.connect(self.move_chats)
        self.tree.folder_move_wanted.connect(self._move_folder)
        self.tree.rowsInserted.connect(self._open_new_rows)
        return view

    def _make_search(self) -> SearchField:
        field = SearchField(self.tr("Search all chats"), parent=self)
        self._commands.keep_hint(field, "chat.search")
        field.setObjectName("search")
        field.searched.connect(self._start_search)
        field.returnPressed.connect(lambda: self.results.choose_current())
        field.moved.connect(self._walk)
        field.left_empty.connect(lambda: self.view.setFocus())
        return field

    def _make_notice(self) -> QPushButton:
        notice = QPushButton(self)
        notice.setProperty("kind", "chip")
        notice.setIcon(icon("close", size=12))
        notice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        notice.clicked.connect(lambda: self.narrow(tag="", archived=False))
        notice.hide()
        return notice

    def _make_empty(self) -> QLabel:
        empty = QLabel(self)
        empty.setProperty("role", "muted")
        empty.setWordWrap(True)
        empty.setMargin(20)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        return empty

    def _make_top(self) -> QHBoxLayout:
        new = QPushButton(icon("new-chat", colour="accent"), self.tr("New chat"), self)
        new.setAccessibleName(self.tr("New chat"))
        new.setObjectName("new_chat")
        self._commands.keep_hint(new, "chat.new")
        new.clicked.connect(lambda: self._commands.run("chat.new"))
        private = self._icon_button("private", "chat.new_private", self.tr("New private chat"))
        more = IconButton("more", self.tr("Folders, tags and archive"), parent=self)
        more.clicked.connect(lambda: self._show_list_menu(more))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(new, stretch=1)
        top.addWidget(private)
        top.addWidget(more)
        return top

    def _lay_out(self, top: QHBoxLayout) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 6)
        head.setSpacing(8)
        head.addLayout(top)
        head.addWidget(self.search_field)
        head.addWidget(self._notice, alignment=Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pages)
        layout.addWidget(self._pages, stretch=1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 10)
        foot.addWidget(self._icon_button("settings", "profile.settings", self.tr("Settings")))
        foot.addWidget(self._icon_button("shield", "profile.network", self.tr("Network and privacy")))
        foot.addWidget(self._icon_button("keyboard", "help.shortcuts", self.tr("Keyboard shortcuts")))
        foot.addStretch(1)
        foot.addWidget(self._icon_button("lock", "profile.lock", self.tr("Lock")))
        return foot

    def _icon_button(self, name: str, command_id: str, label: str) -> IconButton:
        button = IconButton(name, label, parent=self)
        self._commands.keep_hint(button, command_id, title=label)
        button.clicked.connect(lambda: self._commands.run(command_id))
        return button

    # ---- what is shown --------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything anew: folders, tags and chats."""
        self._bridge.call(self._everything(), done=self._show_everything, owner=self)

    async def _everything(self) -> tuple[list[Conversation], Sequence[Folder], Sequence[tuple[str, int]]]:
        found: list[Conversation] = []
        if not self.archived and not self.tag and self._private is not self._conversations:
            found += await self._private.list(limit=PAGE)
        offset = 0
        while True:
            page = await self._conversations.list(
                tag=self.tag or None, archived=self.archived, limit=PAGE, offset=offset
            )
            found += page
            offset += PAGE
            if len(page) < PAGE:
                break
        return found, await self._conversations.folders(), await self._conversations.tags()

    def _show_everything(
        self, everything: tuple[list[Conversation], Sequence[Folder], Sequence[tuple[str, int]]]
    ) -> None:
        if self.view.is_editing:
            QTimer.singleShot(MESSAGES_AFTER_MS, self, self.reload)
            return
        conversations, self.folders, self.tags = everything
        narrowed = bool(self.tag or self.archived)
        self.tree.reset(conversations, () if narrowed else self.folders, today=datetime.now().astimezone().date())
        self._open_groups()
        self.mark(self._target)
        self._show_page()

    def _open_groups(self) -> None:
        for row in range(self.tree.rowCount()):
            index = self.tree.index(row, 0)
            if index.data(KIND_ROLE) == "group":
                self.view.expand(index)

    def _open_new_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            index = self.tree.index(row, 0, parent)
            if index.data(KIND_ROLE) == "group":
                # Only once the row's own children are in place does the view know what to expand.
                QTimer.singleShot(0, self, self._open_groups)

    def _show_page(self) -> None:
        if self.search_field.text().strip():
            self._pages.setCurrentWidget(self.results)
        elif self.tree.rowCount() == 0:
            self._empty.setText(self._empty_text())
            self._pages.setCurrentWidget(self._empty)
        else:
            self._pages.setCurrentWidget(self.view)

    def _empty_text(self) -> str:
        if self.archived:
            return self.tr("The archive is empty. Chats that you archive are kept here, out of the way.")
        if self.tag:
            return self.tr("No chat has this tag.")
        return self.tr("Your chats will be listed here.")

    def narrow(self, *, tag: str, archived: bool) -> None:
        """Show only chats with `tag`, or the archive, or everything again."""
        self.tag, self.archived = tag, archived
        self._notice.setVisible(bool(tag or archived))
        self._notice.setText(self.tr("Archive") if archived else f"#{tag}")
        self._notice.setAccessibleName(self.tr("Show all chats again, not only {0}").format(self._notice.text()))
        self.reload()

    def mark(self, conversation_id: str) -> None:
        """Mark the chat whose page is open."""
        self._target = conversation_id
        index = self.tree.index_of(conversation_id)
        if index.isValid():
            if self.view.currentIndex() != index:
                self.view.setCurrentIndex(index)
        else:
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()

    def set_busy(self, conversation_ids: Iterable[str]) -> None:
        """In these chats an answer is being written."""
        self.tree.set_busy(conversation_ids)

    def _on_change(self, change: Change) -> None:
        from core.events import ConversationChanged, FoldersChanged

        match change:
            case FoldersChanged():
                self._reload_timer.start()
            case ConversationChanged(conversation_id, "deleted"):
                self.tree.drop(conversation_id)
                self._show_page()
            case ConversationChanged(conversation_id, what):
                self._changed[conversation_id] = None
                if what != "messages":
                    self._refresh_timer.start(0)
                elif not self._refresh_timer.isActive():
                    self._refresh_timer.start(MESSAGES_AFTER_MS)

    def _refresh_changed(self) -> None:
        changed, self._changed = list(self._changed), {}
        self._bridge.call(self._those(changed), done=self._refresh_all, owner=self)

    async def _those(self, conversation_ids: Sequence[str]) -> list[tuple[str, Conversation | None]]:
        return [(one, await self._one(one)) for one in conversation_ids]

    def _refresh_all(self, found: Sequence[tuple[str, Conversation | None]]) -> None:
        if self.view.is_editing:
            self._changed.update(dict.fromkeys(conversation_id for conversation_id, _ in found))
            self._refresh_timer.start(MESSAGES_AFTER_MS)
            return
        for conversation_id, conversation in found:
            self._refresh(conversation_id, conversation)

    async def _one(self, conversation_id: str) -> Conversation | None:
        from core.errors import ConversationMissing

        for store in (self._conversations, self._private):
            try:
                return await store.get(conversation_id)
            except ConversationMissing:
                continue
        return None

    def _refresh(self, conversation_id: str, conversation: Conversation | None) -> None:
        if conversation is None or not self._belongs_here(conversation):
            self.tree.drop(conversation_id)
        else:
            self.tree.put(conversation)
            if conversation_id == self._target:
                self.mark(conversation_id)
        self._show_page()

    def _belongs_here(self, conversation: Conversation) -> bool:
        if conversation.archived != self.archived:
            return False
        return not self.tag or self.tag in conversation.tags

    # ---- what the owner does --------------------------------------------------------------------------------------

    def selected_chats(self) -> list[str]:
        """The chats that commands act on: those marked in the list, else the one whose page is open."""
        rows = self.view.selectionModel().selectedIndexes()
        chats = [str(index.data(ID_ROLE)) for index in rows if index.data(KIND_ROLE) == "chat"]
        return chats or ([self._target] if self._target else [])

    def selected_folder(self) -> str:
        """The folder that is marked, or an empty text."""
        index = self.view.currentIndex()
        return str(index.data(ID_ROLE)) if index.data(KIND_ROLE) == "folder" else ""

    def edit_name(self) -> None:
        """Rename the marked row in place."""
        index = self.view.currentIndex()
        if not index.isValid() and self._target:
            index = self.tree.index_of(self._target)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.edit(index)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def neighbour(self, step: int) -> str:
        """The chat above or below the open one, for stepping through with the keyboard."""
        ids = self.tree.conversation_ids()
        if not ids:
            return ""
        at = ids.index(self._target) + step if self._target in ids else 0
        return ids[max(0, min(len(ids) - 1, at))]

    def move_chats(self, conversation_ids: Sequence[str], folder_id: str | None) -> None:
        """Put chats into a folder, or with None out of theirs."""
        for conversation_id in conversation_ids:
            self._bridge.call(self._conversations.move(conversation_id, folder_id), owner=self)

    def store_for(self, conversation_id: str) -> ConversationStore:
        """The store that holds a shown chat."""
        conversation = self.tree.conversation(conversation_id)
        return self._private if conversation is not None and conversation.private else self._conversations

    def _rename(self, kind: str, row_id: str, name: str) -> None:
        if kind == "folder":
            self._bridge.call(self._conversations.rename_folder(row_id, name), owner=self)
        else:
            self._bridge.call(self.store_for(row_id).rename(row_id, name), owner=self)

    def _move_folder(self, folder_id: str, parent_id: str | None) -> None:
        self._bridge.call(self._conversations.move_folder(folder_id, parent_id), owner=self)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(KIND_ROLE) == "chat":
            if len(self.view.selectionModel().selectedIndexes()) <= 1:
                self.opened.emit(index.data(ID_ROLE), "", "")
        else:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _activated(self, index: QModelIndex) -> None:
        if index.data(KIND_ROLE) == "chat":
            self.opened.emit(index.data(ID_ROLE), "", "")

    def _context_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        kind = index.data(KIND_ROLE) if index.isValid() else ""
        self.show_menu_for(str(kind), self.view.viewport().mapToGlobal(at))

    show_menu_for: Callable[[str, QPoint], None]  # set by the commands of the conversations
    show_list_menu: Callable[[QPoint], None]

    def _show_list_menu(self, button: QWidget) -> None:
        self.show_list_menu(button.mapToGlobal(QPoint(0, button.height())))

    # ---- search ---------------------------------------------------------------------------------------------------

    def _start_search(self, text: str) -> None:
        text = text.strip()
        if self._search_call is not None:
            self._search_call.cancel()
        if not text:
            self._show_page()
            return
        self._search_call = self._bridge.call(
            self._search.search(text, limit=MOST_HITS), done=lambda hits: self._show_hits(hits, text), owner=self
        )

    def _show_hits(self, hits: Sequence[SearchHit], text: str) -> None:
        if text == self.search_field.text().strip():
            self.results.show_hits(hits, text)
            self._pages.setCurrentWidget(self.results)
            self._search_call = self._bridge.call(
                self._search.by_meaning(text, hits, limit=MOST_HITS_BY_MEANING),
                done=lambda near: self._show_more_hits(near, text),
                owner=self,
            )

    def _show_more_hits(self, hits: Sequence[SearchHit], text: str) -> None:
        if text == self.search_field.text().strip():
            self.results.add_hits(hits, text)

    def _walk(self, rows: int) -> None:
        if self._pages.currentWidget() is self.results:
            self.results.mark(rows)
        else:
            self.view.setFocus()

    def _open_hit(self, hit: SearchHit) -> None:
        words = self.search_field.text().strip() if hit.message_id and hit.found_by == "word" else ""
        self.opened.emit(hit.conversation_id, hit.message_id or "", words)
