"""What the owner can do with the chats in the sidebar: commands, menus, and the questions they ask."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from desktop.commands import SEPARATOR, Command, Commands

if TYPE_CHECKING:
    from core.assistant import Assistant, ExportFormat
    from core.conversations.conversation_rows import Conversation
    from desktop.bridge import Bridge
    from desktop.chat.pending_deletes import PendingDeletes
    from desktop.main_window.sidebar import Sidebar
    from desktop.widgets.toast import Toasts

FORMATS: tuple[tuple[ExportFormat, str, str], ...] = (
    ("markdown", "Markdown", "md"),
    ("html", "HTML", "html"),
    ("json", "JSON", "json"),
)
CHAT_MENU = ("chat.rename", "chat.pin", "chat.archive", "chat.tags")


class ChatCommands(QObject):
    """Registers the commands of the sidebar and carries them out."""

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        sidebar: Sidebar,
        commands: Commands,
        deletes: PendingDeletes,
        toasts: Toasts,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__(sidebar)
        self._bridge = bridge
        self._assistant = assistant
        self._sidebar = sidebar
        self._commands = commands
        self._deletes = deletes
        self._toasts = toasts
        self._report = report
        commands.add(self._all_commands())
        sidebar.show_menu_for = self.show_menu_for
        sidebar.show_list_menu = self.show_list_menu

    def _all_commands(self) -> list[Command]:
        chosen, saved = self._has_chats, self._has_saved_chats
        return [
            Command("chat.rename", self.tr("Rename"), self._sidebar.edit_name, shortcuts=("F2",), enabled_when=chosen),
            Command(
                "chat.pin",
                self.tr("Pin"),
                self._pin,
                shortcuts=("Ctrl+Shift+P",),
                enabled_when=saved,
                title_now=lambda: self.tr("Unpin") if self._any_pinned() else self.tr("Pin"),
            ),
            Command(
                "chat.archive",
                self.tr("Archive"),
                self._archive,
                shortcuts=("Ctrl+Shift+A",),
                enabled_when=saved,
                title_now=lambda: self.tr("Take out of the archive") if self._any_archived() else self.tr("Archive"),
            ),
            Command("chat.tags", self.tr("Tags…"), self._tags, shortcuts=("Ctrl+T",), enabled_when=saved),
            Command(
                "chat.delete",
                self.tr("Delete"),
                self._delete,
                shortcuts=("Ctrl+Shift+Backspace",),
                enabled_when=chosen,
            ),
            Command("folder.new", self.tr("New folder…"), self._new_folder, shortcuts=("Ctrl+Alt+N",)),
            Command("folder.rename", self.tr("Rename folder"), self._sidebar.edit_name, enabled_when=self._has_folder),
            Command("folder.delete", self.tr("Delete folder"), self._delete_folder, enabled_when=self._has_folder),
            Command(
                "view.archive",
                self.tr("Show the archive"),
                self._show_archive,
                group="view",
                checked_when=lambda: self._sidebar.archived,
            ),
            Command("profile.import", self.tr("Import chats…"), self._import, group="profile"),
        ]

    # ---- menus ----------------------------------------------------------------------------------------------------

    def show_menu_for(self, kind: str, at: QPoint) -> None:
        """The context menu of a chat, a folder, or the free space."""
        menu = {"chat": self.chat_menu, "folder": self._folder_menu}.get(kind, self._list_menu)()
        menu.popup(at)

    def show_list_menu(self, at: QPoint) -> None:
        """The menu of the whole list."""
        self._list_menu().popup(at)

    def chat_menu(self, further: Sequence[str] = ()) -> QMenu:
        """What can be done with the chosen chats, and the commands `further`; what deletes stands last and apart."""
        menu = self._commands.menu(CHAT_MENU, self._sidebar)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addSeparator()
        if self._has_saved_chats():
            folders = menu.addMenu(self.tr("Move to folder"))
            self._commands.add_choice(folders, self.tr("No folder"), lambda: self._move(None))
            for folder in self._sidebar.folders:
                self._commands.add_choice(folders, folder.name, partial(self._move, folder.folder_id))
        if self._has_chats():
            exports = menu.addMenu(self.tr("Export as"))
            for chosen, name, ending in FORMATS:
                self._commands.add_choice(exports, name, partial(self._export, chosen, ending))
        self._commands.extend_menu(menu, (*([SEPARATOR] if further else []), *further, SEPARATOR, "chat.delete"))
        return menu

    def _folder_menu(self) -> QMenu:
        menu = self._commands.menu(("folder.rename", "folder.delete", SEPARATOR, "folder.new"), self._sidebar)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _list_menu(self) -> QMenu:
        menu = self._commands.menu(("folder.new", "view.archive", "profile.import"), self._sidebar)
        menu.aboutToHide.connect(menu.deleteLater)
        tags = menu.addMenu(self.tr("Only with tag"))
        tags.setEnabled(bool(self._sidebar.tags))
        for tag, count in self._sidebar.tags:
            self._commands.add_choice(
                tags,
                f"{tag} ({count})",
                partial(self._sidebar.narrow, tag=tag, archived=False),
                checked=tag == self._sidebar.tag,
            )
        return menu

    # ---- the chosen rows ------------------------------------------------------------------------------------------

    def _chats(self) -> list[Conversation]:
        found = (self._sidebar.tree.conversation(one) for one in self._sidebar.selected_chats())
        return [chat for chat in found if chat is not None]

    def _has_chats(self) -> bool:
        return bool(self._chats())

    def _has_saved_chats(self) -> bool:
        chats = self._chats()
        return bool(chats) and not any(chat.private for chat in chats)

    def _any_pinned(self) -> bool:
        return any(chat.pinned for chat in self._chats())

    def _any_archived(self) -> bool:
        return any(chat.archived for chat in self._chats())

    def _has_folder(self) -> bool:
        return bool(self._sidebar.selected_folder())

    # ---- carrying out ---------------------------------------------------------------------------------------------

    def _ask_core(self, work: Coroutine[Any, Any, Any]) -> None:
        self._bridge.call(work, failed=self._report, owner=self)

    def _pin(self) -> None:
        chats = self._chats()
        pinned = not self._any_pinned()
        for chat in chats:
            self._ask_core(self._assistant.conversations.pin(chat.conversation_id, pinned))

    def _archive(self) -> None:
        chats = self._chats()
        archived = not self._any_archived()
        ids = [chat.conversation_id for chat in chats]
        store = self._assistant.conversations

        def put(state: bool) -> None:  # noqa: FBT001 what it says
            for one in ids:
                self._ask_core(store.archive(one, state))

        put(archived)
        text = self.tr("Moved to the archive.") if archived else self.tr("Taken out of the archive.")
        self._toasts.show(text, action=(self.tr("Undo"), lambda: put(not archived)))

    def _move(self, folder_id: str | None) -> None:
        self._sidebar.move_chats([chat.conversation_id for chat in self._chats()], folder_id)

    def _tags(self) -> None:
        chats = self._chats()
        present = ", ".join(chats[0].tags)
        text, ok = QInputDialog.getText(
            self._sidebar,
            self.tr("Tags"),
            self.tr("Tags, with commas between them"),
            QLineEdit.EchoMode.Normal,
            present,
        )
        if ok:
            tags = [tag.strip().lstrip("#") for tag in text.split(",") if tag.strip()]
            for chat in chats:
                self._ask_core(self._assistant.conversations.set_tags(chat.conversation_id, tags))

    def _delete(self) -> None:
        chats = self._chats()
        for chat in chats:
            self._sidebar.tree.drop(chat.conversation_id)
        stores = {chat.conversation_id: self._sidebar_store(chat) for chat in chats}
        key = "+".join(stores)

        def delete() -> None:
            for conversation_id, store in stores.items():
                self._bridge.call(store.delete(conversation_id), failed=self._report)

        def undo() -> None:
            if self._deletes.undo(key):
                self._sidebar.reload()

        self._deletes.later(key, delete)
        self._sidebar.deleted.emit(list(stores))
        text = self.tr("%n chats deleted.", "", len(chats))
        self._toasts.show(text, action=(self.tr("Undo"), undo))

    def _sidebar_store(self, chat: Conversation) -> Any:
        return self._assistant.private if chat.private else self._assistant.conversations

    def _new_folder(self) -> None:
        name, ok = QInputDialog.getText(self._sidebar, self.tr("New folder"), self.tr("Name of the folder"))
        if ok and name.strip():
            self._ask_core(self._assistant.conversations.create_folder(name.strip()))

    def _delete_folder(self) -> None:
        folder_id = self._sidebar.selected_folder()
        if folder_id:
            self._ask_core(self._assistant.conversations.delete_folder(folder_id))
            self._toasts.show(self.tr("Folder deleted. Its chats were kept."))

    def _show_archive(self) -> None:
        self._sidebar.narrow(tag="", archived=not self._sidebar.archived)

    def _export(self, chosen: ExportFormat, ending: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        ids = [chat.conversation_id for chat in self._chats()]
        path, _ = QFileDialog.getSaveFileName(self._sidebar, self.tr("Export"), f"hearth-chat.{ending}")
        if path:
            self._bridge.call(
                self._exported(chosen, Path(path), ids),
                done=lambda count: self._toasts.show(self.tr("Exported."), kind="success"),
                failed=self._report,
                owner=self,
            )

    async def _exported(self, chosen: ExportFormat, path: Path, ids: list[str]) -> int:
        with path.open("wb") as target:
            return await self._assistant.export_chats(chosen, target, ids)

    def _import(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(
            self._sidebar, self.tr("Import chats from Hearth, ChatGPT or Open WebUI"), "", "*.json *.zip;;*"
        )
        if path:
            self._bridge.call(
                self._assistant.import_chats(Path(path)),
                done=self._imported,
                failed=self._report,
                owner=self,
            )

    def _imported(self, report: Any) -> None:
        self._sidebar.reload()
        messages = self.tr("%n messages", "", report.messages)
        text = self.tr("%n chats with {0} were imported.", "", report.conversations).format(messages)
        if report.skipped:
            text += " " + self.tr("{0} could not be read.").format(len(report.skipped))
        self._toasts.show(text, kind="success")
