"""The sidebar's rows as a model: private chats, pinned ones, folders with theirs, then the rest by age.

Made for thousands of chats: rows move one by one as conversations change, the view draws only what is in sight.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from core.conversations.conversation_rows import Conversation
    from core.conversations.folder_rows import Folder

CHAT_MIME = "application/x-hearth-conversation"
FOLDER_MIME = "application/x-hearth-folder"

KIND_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2
CONVERSATION_ROLE = Qt.ItemDataRole.UserRole + 3
BUSY_ROLE = Qt.ItemDataRole.UserRole + 4
DEPTH_ROLE = Qt.ItemDataRole.UserRole + 5  # in how many folders a row lies

NodeKind: TypeAlias = Literal["root", "group", "folder", "chat"]
Index: TypeAlias = QModelIndex | QPersistentModelIndex
GROUPS = ("private", "pinned", "folders", "today", "yesterday", "week", "earlier")
SEPARATE = "\x1f"


class _Node:
    __slots__ = ("children", "conversation", "kind", "node_id", "order", "parent", "title")

    def __init__(self, kind: NodeKind, node_id: str, title: str, order: tuple[object, ...]) -> None:
        self.kind = kind
        self.node_id = node_id
        self.title = title
        self.order = order  # where it stands among its siblings
        self.parent: _Node | None = None
        self.children: list[_Node] = []
        self.conversation: Conversation | None = None

    def row(self) -> int:
        return 0 if self.parent is None else self.parent.children.index(self)


class ConversationTree(QAbstractItemModel):
    """Conversations and folders for a tree view. It shows and asks; the store decides."""

    rename_wanted = Signal(str, str, str)  # kind, id, new name
    move_wanted = Signal(list, object)  # conversation ids, folder id or None
    folder_move_wanted = Signal(str, object)  # folder id, new parent id or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node("root", "", "", ())
        self._groups: dict[str, _Node] = {}
        self._folders: dict[str, _Node] = {}
        self._chats: dict[str, _Node] = {}
        self._busy: set[str] = set()
        self._today = date.min

    # ---- what it holds ------------------------------------------------------------------------------------------

    def reset(self, conversations: Iterable[Conversation], folders: Sequence[Folder], *, today: date) -> None:
        """Show exactly these. `today` decides what counts as today and yesterday."""
        self.beginResetModel()
        self._root = _Node("root", "", "", ())
        self._groups, self._folders, self._chats = {}, {}, {}
        self._today = today
        self._add_folders(folders)
        for conversation in conversations:
            self._place_quietly(conversation)
        self._sort(self._root)
        self.endResetModel()

    def put(self, conversation: Conversation) -> None:
        """Show `conversation` as it is now: a new row, a row that moves, or one that changes in place."""
        old = self._chats.get(conversation.conversation_id)
        if old is not None and old.parent is not None:
            parent_key = self._parent_key(conversation)
            if old.parent.node_id == parent_key and self._keeps_its_place(old, _order_of(conversation)):
                old.conversation, old.title, old.order = conversation, conversation.title, _order_of(conversation)
                index = self.index_of(conversation.conversation_id)
                self.dataChanged.emit(index, index)
                return
            self.drop(conversation.conversation_id)
        parent = self._parent_for(conversation)
        node = _chat_node(conversation)
        self._insert(parent, node)
        self._chats[conversation.conversation_id] = node

    def drop(self, conversation_id: str) -> None:
        """Show it no more."""
        node = self._chats.pop(conversation_id, None)
        if node is not None and node.parent is not None:
            parent = node.parent
            self._remove(node)
            if parent.kind == "group" and not parent.children:
                self._groups.pop(parent.node_id)
                self._remove(parent)

    def set_busy(self, conversation_ids: Iterable[str]) -> None:
        """Mark the chats in which an answer is being written."""
        changed = self._busy.symmetric_difference(conversation_ids)
        self._busy = set(conversation_ids)
        for conversation_id in changed:
            index = self.index_of(conversation_id)
            if index.isValid():
                self.dataChanged.emit(index, index, [BUSY_ROLE])

    def conversation(self, conversation_id: str) -> Conversation | None:
        """The conversation with this id, if it is shown."""
        node = self._chats.get(conversation_id)
        return None if node is None else node.conversation

    def conversation_ids(self) -> list[str]:
        """All shown chats, top to bottom."""
        return list(_chats_below(self._root))

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Where a chat stands; invalid if it is not shown."""
        node = self._chats.get(conversation_id)
        return QModelIndex() if node is None else self._index(node)

    def index_of_folder(self, folder_id: str) -> QModelIndex:
        """Where a folder stands; invalid if it is not shown."""
        node = self._folders.get(folder_id)
        return QModelIndex() if node is None else self._index(node)

    # ---- Qt's questions -----------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's signature
        """Qt: the index of a child."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Qt: the index above."""
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._root else self._index(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        """Qt: how many rows lie below."""
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        """Qt: one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show."""
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(node)
            case Qt.ItemDataRole.EditRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return self._title(node) if node.kind == "chat" else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node)
            case _ if role == KIND_ROLE:
                return node.kind
            case _ if role == ID_ROLE:
                return node.node_id
            case _ if role == CONVERSATION_ROLE:
                return node.conversation
            case _ if role == BUSY_ROLE:
                return node.node_id in self._busy
            case _ if role == DEPTH_ROLE:
                return self._depth(node)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: an inline rename. The store is asked; the row changes when it has."""
        node = self._node(index)
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == node.title:
            return False
        self.rename_wanted.emit(node.kind, node.node_id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a row."""
        kind = self._node(index).kind
        if kind == "root":
            return Qt.ItemFlag.ItemIsDropEnabled  # dropped on the free space: out of all folders
        if kind == "group":
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        if kind == "folder":
            return usual | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Qt: what can be dropped here."""
        return [CHAT_MIME, FOLDER_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: things are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: what is carried away. Ids only, so that no other program learns a title."""
        data = QMimeData()
        for mime, kind in ((CHAT_MIME, "chat"), (FOLDER_MIME, "folder")):
            ids = [self._node(index).node_id for index in indexes if self._node(index).kind == kind]
            if ids:
                data.setData(mime, SEPARATE.join(ids).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Qt: whether it may be dropped there."""
        return data.hasFormat(CHAT_MIME) or data.hasFormat(FOLDER_MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Qt: something was dropped. False: the view must not remove rows, they move when the store has moved them."""
        folder_id = self._folder_at(parent)
        if data.hasFormat(CHAT_MIME):
            self.move_wanted.emit(_ids(data, CHAT_MIME), folder_id)
        if data.hasFormat(FOLDER_MIME):
            for moved in _ids(data, FOLDER_MIME):
                if folder_id is None or moved not in self._with_those_above(folder_id):
                    self.folder_move_wanted.emit(moved, folder_id)
        return False

    # ---- inside -------------------------------------------------------------------------------------------------

    def _node(self, index: Index) -> _Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        return node if isinstance(node, _Node) else self._root

    def _index(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row(), 0, node)

    def _folder_at(self, index: Index) -> str | None:
        node: _Node | None = self._node(index)
        while node is not None and node.kind != "folder":
            node = node.parent
        return None if node is None else node.node_id

    def _with_those_above(self, folder_id: str) -> set[str]:
        found: set[str] = set()
        node: _Node | None = self._folders.get(folder_id)
        while node is not None and node.kind == "folder":
            found.add(node.node_id)
            node = node.parent
        return found

    def _depth(self, node: _Node) -> int:
        depth, above = 0, node.parent
        while above is not None and above.kind == "folder":
            depth, above = depth + 1, above.parent
        return depth

    def _title(self, node: _Node) -> str:
        if node.kind == "group":
            return {
                "private": self.tr("Private, not saved"),
                "pinned": self.tr("Pinned"),
                "folders": self.tr("Folders"),
                "today": self.tr("Today"),
                "yesterday": self.tr("Yesterday"),
                "week": self.tr("Previous 7 days"),
                "earlier": self.tr("Earlier"),
            }[node.node_id]
        return node.title or self.tr("New chat")

    def _spoken(self, node: _Node) -> str:
        conversation = node.conversation
        if conversation is None:
            return self.tr("Folder {0}").format(node.title) if node.kind == "folder" else self._title(node)
        marks = [self._title(node)]
        if conversation.private:
            marks.append(self.tr("private"))
        if conversation.pinned:
            marks.append(self.tr("pinned"))
        if node.node_id in self._busy:
            marks.append(self.tr("an answer is being written"))
        return ", ".join(marks)

    def _add_folders(self, folders: Sequence[Folder]) -> None:
        by_id = {folder.folder_id: folder for folder in folders}
        for folder in folders:
            order = (GROUPS.index("folders"), folder.position, folder.name.casefold())
            self._folders[folder.folder_id] = _Node("folder", folder.folder_id, folder.name, order)
        if not folders:
            return
        heading = self._groups["folders"] = _group_node("folders")
        _adopt(self._root, heading)
        for folder in folders:
            above = self._folders.get(folder.parent_id or "") if _ends(folder, by_id) else None
            _adopt(above or heading, self._folders[folder.folder_id])

    def _place_quietly(self, conversation: Conversation) -> None:
        node = _chat_node(conversation)
        self._chats[conversation.conversation_id] = node
        key = self._parent_key(conversation)
        parent = self._folders.get(key) or self._groups.get(key)
        if parent is None:
            parent = self._groups[key] = _group_node(key)
            _adopt(self._root, parent)
        _adopt(parent, node)

    def _sort(self, node: _Node) -> None:
        node.children.sort(key=lambda child: child.order)
        for child in node.children:
            self._sort(child)

    def _parent_key(self, conversation: Conversation) -> str:
        if conversation.private:
            return "private"
        if conversation.pinned:
            return "pinned"
        if conversation.folder_id in self._folders:
            return str(conversation.folder_id)
        return age_group(conversation.updated_at, self._today)

    def _parent_for(self, conversation: Conversation) -> _Node:
        key = self._parent_key(conversation)
        parent = self._folders.get(key) or self._groups.get(key)
        if parent is None:
            parent = self._groups[key] = _group_node(key)
            self._insert(self._root, parent)
        return parent

    def _keeps_its_place(self, node: _Node, order: tuple[object, ...]) -> bool:
        if node.parent is None:
            return False
        siblings, row = node.parent.children, node.row()
        after = row == 0 or siblings[row - 1].order <= order
        before = row == len(siblings) - 1 or order <= siblings[row + 1].order
        return bool(after and before)

    def _insert(self, parent: _Node, node: _Node) -> None:
        row = bisect_left([child.order for child in parent.children], node.order)
        self.beginInsertRows(QModelIndex() if parent is self._root else self._index(parent), row, row)
        node.parent = parent
        parent.children.insert(row, node)
        self.endInsertRows()

    def _remove(self, node: _Node) -> None:
        parent = node.parent
        if parent is None:
            return
        row = node.row()
        self.beginRemoveRows(QModelIndex() if parent is self._root else self._index(parent), row, row)
        parent.children.pop(row)
        self.endRemoveRows()


def age_group(at: datetime, today: date) -> str:
    """Under which heading a chat of that time stands, by the owner's own calendar."""
    day = at.astimezone().date()
    if day >= today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    return "week" if day > today - timedelta(days=8) else "earlier"


def _chat_node(conversation: Conversation) -> _Node:
    node = _Node("chat", conversation.conversation_id, conversation.title, _order_of(conversation))
    node.conversation = conversation
    return node


def _order_of(conversation: Conversation) -> tuple[object, ...]:
    return (len(GROUPS), -conversation.updated_at.timestamp(), conversation.conversation_id)  # below the folders


def _group_node(key: str) -> _Node:
    return _Node("group", key, "", (GROUPS.index(key), 0, ""))


def _adopt(parent: _Node, node: _Node) -> None:
    node.parent = parent
    parent.children.append(node)


def _ends(folder: Folder, by_id: dict[str, Folder]) -> bool:
    """Whether the way up from `folder` ends: a circle of folders would hide all of them."""
    seen = {folder.folder_id}
    above = folder.parent_id
    while above is not None and above in by_id:
        if above in seen:
            return False
        seen.add(above)
        above = by_id[above].parent_id
    return True


def _chats_below(node: _Node) -> Iterable[str]:
    for child in node.children:
        if child.kind == "chat":
            yield child.node_id
        yield from _chats_below(child)


def _ids(data: QMimeData, mime: str) -> list[str]:
    return bytes(data.data(mime).data()).decode(errors="replace").split(SEPARATE)
