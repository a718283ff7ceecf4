"""An open profile on the screen: sidebar, chat, and what joins them. Made when a vault opens, dropped when it locks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.chat.chat_page import ChatPage
from desktop.chat.live_turns import LiveTurns
from desktop.chat.page_commands import page_commands
from desktop.chat.pending_deletes import PendingDeletes
from desktop.commands import Command, Commands
from desktop.main_window.chat_commands import ChatCommands
from desktop.main_window.page_stack import CHAT, PageStack
from desktop.main_window.profile_pages import GUIDE, KNOWLEDGE, MODELS, TRANSCRIPTS, VOICE_GUIDE, ProfilePages
from desktop.main_window.sidebar import Sidebar
from desktop.main_window.sidebar_room import SidebarRoom
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.toast import Toasts

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.knowledge.passage import Passage
    from desktop.bridge import Bridge
    from desktop.chat.composer import Draft
    from desktop.knowledge.passage_view import PassageView
    from desktop.main_window.palette import Palette, PaletteSearch, PaletteSource
    from desktop.settings.hotkeys_page import HotkeyRoom
    from desktop.settings.settings_window import SettingsWindow
    from desktop.widgets.drop_hint import DropHint

SIDEBAR_WIDTH, PAGE_WIDTH = 200, 340
"""The least that each of them gets."""
REMIND_AFTER_MS = 60_000
"""A newcomer wants the first answer first."""

LEAST_SIDEBAR = 170
"""At 100 % text; large words need a wider sidebar than the owner may have chosen for small ones."""

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the owner is, so that a workspace that is made anew (in another language) begins there."""

    conversation_id: str
    private: bool
    page: str
    settings_page: str | None  # None: the settings are closed
    drafts: dict[str, Draft]


class Workspace(QWidget):
    """Everything one sees of an open profile."""

    lock_wanted = Signal()
    quit_wanted = Signal()
    erase_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        live: LiveTurns,
        hotkeys: Callable[[], HotkeyRoom | None] = lambda: None,
        report: Callable[[BaseException], None],
        sidebar_width: int = 280,
        place: Place | None = None,
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._drop_hint: DropHint | None = None
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._hotkeys = hotkeys
        self._settings_window: SettingsWindow | None = None
        self._palette: Palette | None = None
        self.viewer: PassageView | None = None
        self.live = live
        self.deletes = PendingDeletes(self)
        self.commands = Commands(self, icon_of=icon, overrides=assistant.settings.early.desktop.shortcuts)
        self.commands.add(self._window_commands())
        self.sidebar = Sidebar(
            bridge,
            assistant.conversations,
            assistant.private,
            search=assistant.search,
            announcer=assistant.announcer,
            commands=self.commands,
        )
        self.chat = ChatPage(bridge, assistant, live=self.live, deletes=self.deletes, report=report)
        self.commands.add(page_commands(self.chat))
        self.chat_commands = ChatCommands(
            bridge,
            assistant,
            sidebar=self.sidebar,
            commands=self.commands,
            deletes=self.deletes,
            toasts=self.chat.toasts,
            report=report,
        )
        self.pages = PageStack(self.chat, parent=self)
        self._page_toasts = Toasts(self.pages)
        self.profile_pages = ProfilePages(
            bridge,
            assistant,
            models=lambda: [model.name for model in self.chat.models],
            toasts=lambda: self._page_toasts,
            report=report,
            parent=self,
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(self.pages)
        self.splitter.setStretchFactor(1, 1)
        self.sidebar.setMinimumWidth(SIDEBAR_WIDTH)
        self.pages.setMinimumWidth(PAGE_WIDTH)
        self.splitter.setSizes([max(sidebar_width, theme().px(LEAST_SIDEBAR)), 10_000])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._room_of_sidebar = SidebarRoom(self, self.sidebar, chat_in_sight=lambda: self.pages.current_name == CHAT)
        self._connect()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self._add_pages()
        self._begin_at(place)

    def _begin_at(self, place: Place | None) -> None:
        if place is None:
            self.chat.show_new()
            return
        self.chat.put_drafts(place.drafts)
        self.chat.show_new(private=place.private and not place.conversation_id)
        if place.conversation_id:
            self.chat.show_conversation(place.conversation_id)
        self.pages.show_page(place.page)
        if place.settings_page is not None:
            self.show_settings(place.settings_page)

    def place(self) -> Place:
        """Where the owner is now. What is typed goes with it: this workspace is about to be replaced."""
        settings = self._settings_window
        shown = settings is not None and settings.isVisible()
        return Place(
            conversation_id=self.chat.conversation_id,
            private=self.chat.private,
            page=self.pages.current_name,
            settings_page=settings.current_page if settings is not None and shown else None,
            drafts=self.chat.take_drafts(),
        )

    def put_away(self) -> None:
        """Another workspace takes over: answers go on, what the owner deleted is deleted, windows of this one close."""
        self.deletes.all_now()
        self.chat.toasts.dismiss_all()
        self._page_toasts.dismiss_all()
        if self._palette is not None:
            self._palette.hide()
        if self.viewer is not None:
            self.viewer.close()
        if self._settings_window is not None:
            self._settings_window.close()

    def fill(self) -> None:
        """Ask the core for chats and models: after one can type, since that loads the libraries of the network."""
        self.sidebar.reload()
        self.chat.find_models()
        self.show_guide_if_needed()
        if self._assistant.settings.values.guide.recovery_unchecked:
            QTimer.singleShot(REMIND_AFTER_MS, self, self._remind_of_recovery_key)

    def _remind_of_recovery_key(self) -> None:
        self.toasts.show(
            self.tr("You have not checked your copy of the recovery key yet."),
            action=(self.tr("Check it"), lambda: self.show_settings("keys")),
        )

    def _add_pages(self) -> None:
        listed, unlisted = self.profile_pages.listed(), self.profile_pages.unlisted()
        self.pages.add([*listed, *unlisted])
        self.sidebar.pages.add(listed)
        self.commands.add(
            Command(
                f"go.{entry.name}",
                entry.title,
                partial(self.pages.show_page, entry.name),
                group="view",
                icon=entry.icon,
            )
            for entry in [*listed, *unlisted]
        )
        self.profile_pages.chat_wanted.connect(self.show_chat)
        self.profile_pages.page_wanted.connect(self.pages.show_page)
        self.profile_pages.models_wanted.connect(self.show_models)
        self.profile_pages.settings_wanted.connect(self.show_settings)
        self.profile_pages.link_wanted.connect(self.open_link)
        self.profile_pages.message_wanted.connect(lambda chat, message: self._open(chat, message, ""))
        self.profile_pages.passage_wanted.connect(self.show_passage)
        self.profile_pages.collection_wanted.connect(self._ask_collection)
        self.profile_pages.prompt_wanted.connect(self._use_text)
        self.profile_pages.text_wanted.connect(self._ask_about)
        self.chat.composer.offers_recordings = self.chat.composer.offers_folders = True
        self.chat.composer.folders_offered.connect(self._offer_collection)
        self.chat.composer.recordings_offered.connect(self._offer_transcript)
        self.chat.setup_wanted.connect(lambda: self.pages.show_page(GUIDE))
        self.chat.page_wanted.connect(self.pages.show_page)
        self.chat.models_wanted.connect(self.show_models)
        self.chat.passage_wanted.connect(lambda passage: self.show_passage(passage, self.chat.conversation_id))

    @property
    def toasts(self) -> Toasts:
        """Where short messages are seen now: over the chat, or over the page before it."""
        return self.chat.toasts if self.pages.current_name == CHAT else self._page_toasts

    def _use_prompt(self, prompt_id: str) -> None:
        self.show_chat()
        self.chat.shelf.use_prompt_called(prompt_id)

    def _use_text(self, text: str) -> None:
        self.show_chat()
        self.chat.shelf.use_text(text)

    def _ask_about(self, name: str, text: str) -> None:
        """A new chat with this text attached; the question is the owner's."""
        self.show_chat()
        self.chat.show_new()
        self.chat.composer.add_text(text, name=name)
        self.chat.composer.focus_editor()

    def _ask_collection(self, collection_id: str) -> None:
        """A new chat that answers from these documents; the question is the owner's."""
        self.chat.show_new()
        self.chat.shelf.sources.choose(False, [collection_id])
        self.show_chat()

    def _offer_transcript(self, paths: list[Path]) -> None:
        """Audio or video came into the composer."""
        from desktop.main_window.recording_offer import RecordingOffer

        def write_down(keep_sound: bool, task: str) -> None:  # noqa: FBT001  a signal's value
            page = self.pages.show_page(TRANSCRIPTS)
            self.profile_pages.write_down(page, paths, keep_sound=keep_sound, task=task)

        keep_sound = self._assistant.settings.values.voice.keep_recordings == "audio"
        offer = RecordingOffer(paths, keep_sound=keep_sound, parent=self.window())
        offer.attach_wanted.connect(lambda: self.chat.composer.attach_recordings(paths))
        offer.chosen.connect(write_down)
        offer.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Folders are welcome wherever nothing else takes them, files where there is a chat to attach them to."""
        words = self._drop_words(event)
        if words:
            event.acceptProposedAction()
            self._say_what_becomes_of_it(words)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere."""
        if self._drop_words(event):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere, perhaps to the text that is being written, which takes it, too."""
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer to read folders; files go into the chat."""
        self._end_drag()
        folders, files = _dropped(event)
        if folders:
            event.acceptProposedAction()
            self._offer_collection(folders)
        elif files and self.pages.current_name == CHAT:
            event.acceptProposedAction()
            self.chat.composer.add_files(files)
            self.chat.composer.focus_editor()

    def _say_what_becomes_of_it(self, words: str) -> None:
        from desktop.widgets.drop_hint import DropHint

        self._drop_hint = self._drop_hint or DropHint(self.pages)
        self._drop_hint.say(words)

    def _end_drag(self) -> None:
        if self._drop_hint is not None:
            self._drop_hint.hide()

    def _drop_words(self, event: QDropEvent) -> str:
        """What becomes of what is dragged; nothing, where it is not taken."""
        folders, files = _dropped(event)
        if folders:
            return self.tr("Drop the folder to ask its documents")
        return self.tr("Drop files to attach them to this chat") if files and self.pages.current_name == CHAT else ""

    def _offer_collection(self, folders: list[Path]) -> None:
        """A folder came into the window: its documents can be read."""
        self.profile_pages.offer_folders(self.pages.show_page(KNOWLEDGE), folders)

    def _begin_with(self, persona_id: str) -> None:
        self.show_chat()
        self.chat.shelf.choose_for_new(persona_id)

    def show_guide_if_needed(self) -> None:
        """A newcomer without any model is led to one; whoever has one, or was here before, is left alone."""
        if not self._assistant.settings.values.guide.finished:
            self._bridge.call(self._has_model(), done=self._model_found, failed=self._report, owner=self)

    async def _has_model(self) -> bool:
        if not any(model.purpose == "language" for model in await self._assistant.library.installed()):
            return False
        await self._assistant.settings.change("guide.finished", True)
        return True

    def _model_found(self, found: bool) -> None:  # noqa: FBT001 an answer
        if not found and not self.chat.conversation_id and self.pages.current_name == CHAT:
            self.pages.show_page(GUIDE)

    def show_chat(self) -> None:
        """Bring the chat into sight, whichever page stands before it."""
        self.pages.show_page(CHAT)
        self.chat.composer.focus_editor()

    def _connect(self) -> None:
        self.sidebar.pages.chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self.sidebar.pages.mark)
        self.pages.shown.connect(lambda _: self._room_of_sidebar.fit())
        # One mark in the sidebar: the page in sight, or the chat.
        self.pages.shown.connect(lambda name: self.sidebar.mark(self.chat.conversation_id if name == CHAT else ""))
        self.pages.shown.connect(lambda _: self._page_toasts.raise_())  # the stack puts its page on top
        self.chat.shown_anew.connect(lambda: self.pages.show_page(CHAT))
        self.sidebar.opened.connect(self._open)
        self.sidebar.deleted.connect(self._deleted)
        self.chat.conversation_changed.connect(self.sidebar.mark)
        self.chat.sidebar_wanted.connect(lambda: self.commands.run("view.sidebar"))
        self.chat.menu_wanted.connect(self._show_chat_menu)
        self.chat.link_activated.connect(self.open_link)
        self.live.busy_changed.connect(self.sidebar.set_busy)
        self.live.ended.connect(self._answered)

    def _on_change(self, change: Change) -> None:
        from core.events import SettingChanged

        if change == SettingChanged("desktop.shortcuts"):
            self.commands.use_overrides(self._assistant.settings.early.desktop.shortcuts)

    def _window_commands(self) -> list[Command]:
        answering = lambda: self.chat.busy  # noqa: E731 the page does not exist yet
        return [
            Command("chat.new", self.tr("New chat"), self._new, shortcuts=("Ctrl+N",), icon="new-chat"),
            Command(
                "chat.new_private",
                self.tr("New private chat"),
                lambda: self.chat.show_new(private=True),
                shortcuts=("Ctrl+Shift+N",),
                icon="private",
            ),
            Command(
                "chat.search",
                self.tr("Search all chats"),
                self._search,
                shortcuts=("Ctrl+Shift+F",),
                icon="search",
                keywords=self.tr("find messages words"),
            ),
            Command("chat.previous", self.tr("Previous chat"), lambda: self._step(-1), shortcuts=("Alt+Up",)),
            Command("chat.next", self.tr("Next chat"), lambda: self._step(1), shortcuts=("Alt+Down",)),
            Command(
                "answer.stop",
                self.tr("Stop the answer"),
                lambda: self.chat.answers.stop(),
                group="answer",
                shortcuts=("Ctrl+.",),
                enabled_when=answering,
            ),
            Command(
                "answer.regenerate",
                self.tr("Answer again"),
                lambda: self.chat.answers.regenerate_last(),
                group="answer",
                shortcuts=("Ctrl+R",),
                enabled_when=lambda: self.chat.answers.can_regenerate,
            ),
            Command(
                "answer.write",
                self.tr("Write a message"),
                lambda: self.chat.composer.focus_editor(),
                group="answer",
                shortcuts=("Ctrl+L",),
            ),
            Command(
                "view.palette",
                self.tr("Find anything"),
                self._show_palette,
                group="view",
                shortcuts=("Ctrl+K",),
                icon="search",
            ),
            Command(
                "view.sidebar",
                self.tr("Sidebar"),
                lambda: self._room_of_sidebar.toggle(),
                group="view",
                shortcuts=("Ctrl+B",),
                checked_when=lambda: self.sidebar.isVisible(),
            ),
            Command(
                "profile.settings", self.tr("Settings…"), self.show_settings, group="profile", shortcuts=("Ctrl+,",)
            ),
            Command(
                "profile.network",
                self.tr("Network…"),
                lambda: self.show_settings("network"),
                group="profile",
                shortcuts=("Ctrl+Shift+D",),
            ),
            Command(
                "profile.lock", self.tr("Lock"), self.lock_wanted.emit, group="profile", shortcuts=("Ctrl+Shift+L",)
            ),
            Command("profile.quit", self.tr("Quit"), self.quit_wanted.emit, group="profile", shortcuts=("Ctrl+Q",)),
            Command(
                "help.shortcuts",
                self.tr("Keyboard shortcuts"),
                self._show_shortcuts,
                group="help",
                shortcuts=("F1", "Ctrl+/"),
            ),
        ]

    # ---- doing ----------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        folder = self.sidebar.selected_folder()
        self.chat.show_new(folder_id=folder or None)

    def _search(self) -> None:
        if not self.sidebar.isVisible():
            self._room_of_sidebar.toggle()
        self.sidebar.focus_search()

    def _show_palette(self) -> None:
        from desktop.main_window.palette import Palette

        if self._palette is None:
            self._palette = Palette(
                self._bridge, sources=self._palette_sources(), search=self._palette_search(), parent=self
            )
        self._palette.toggle()

    def _palette_sources(self) -> dict[str, PaletteSource]:
        from desktop.main_window import palette_sources

        core = self._assistant
        return {
            "commands": palette_sources.command_source(self.commands, without=("view.palette",)),
            "pages": palette_sources.settings_page_source(self.show_settings),
            "settings": palette_sources.setting_source(self.show_setting),
            "chats": palette_sources.chat_source((core.conversations, core.private), self.chat.show_conversation),
            "personas": palette_sources.persona_source(lambda: core.personas.list(), self._begin_with),
            "prompts": palette_sources.prompt_source(lambda: core.prompts.list(), self._use_prompt),
            "models": palette_sources.model_source(lambda: self.chat.models, self.chat.picker.chosen.emit),
        }

    def _palette_search(self) -> PaletteSearch:
        from desktop.main_window.palette_sources import message_search

        return message_search(self._assistant.search, self._open)

    def _step(self, rows: int) -> None:
        wanted = self.sidebar.neighbour(rows)
        if wanted:
            self.chat.show_conversation(wanted)

    def _open(self, conversation_id: str, message_id: str, words: str) -> None:
        self.chat.show_conversation(conversation_id, message_id=message_id, words=words)

    def _deleted(self, conversation_ids: list[str]) -> None:
        if self.chat.conversation_id in conversation_ids:
            self.chat.show_new()

    def _answered(self, conversation_id: str, turn: object, error: object) -> None:
        is_seen = conversation_id == self.chat.conversation_id or self.live.is_told(conversation_id)
        if error is None and not is_seen:
            chat = self.sidebar.tree.conversation(conversation_id)
            title = chat.title if chat is not None and chat.title else self.tr("New chat")
            self.toasts.show(
                self.tr("An answer is ready in “{0}”.").format(title),
                action=(self.tr("Show"), lambda: self.chat.show_conversation(conversation_id)),
            )

    def _show_chat_menu(self, below: QWidget) -> None:
        menu = self.chat_commands.chat_menu(("answer.regenerate", "help.shortcuts"))
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def show_settings(self, page: str = "") -> None:
        """Open the settings, at `page` if it is given."""
        self._settings().show_page(page)

    def show_setting(self, name: str) -> None:
        """Open the settings at the setting called `name`, such as `chat.default_model`."""
        self._settings().show_setting(name)

    def _settings(self) -> SettingsWindow:
        from desktop.settings.settings_window import SettingsWindow

        if self._settings_window is None:
            self._settings_window = SettingsWindow(
                self._bridge,
                self._assistant,
                toasts=self.toasts,
                report=self._report,
                commands=self.commands,
                hotkeys=self._hotkeys(),
                parent=self,
            )
            self._settings_window.erase_wanted.connect(self.erase_wanted)
            self._settings_window.lock_wanted.connect(self.lock_wanted)
            self._settings_window.models_wanted.connect(self.show_models)
            self._settings_window.guide_wanted.connect(lambda: self._leave_settings_for(VOICE_GUIDE))
        return self._settings_window

    def show_models(self, purpose: str) -> None:
        """The page of models, at those for “language”, “speech” or “voice”."""
        from desktop.model_library.models_page import ModelsPage

        page = self._leave_settings_for(MODELS)
        if isinstance(page, ModelsPage):
            page.show_purpose(purpose)

    def _leave_settings_for(self, page: str) -> QWidget:
        if self._settings_window is not None:
            self._settings_window.close()
        return self.pages.show_page(page)

    def _show_shortcuts(self) -> None:
        from desktop.main_window.shortcuts_overview import ShortcutsOverview

        overview = ShortcutsOverview(self.commands, parent=self)
        overview.change_wanted.connect(lambda: self.show_settings("shortcuts"))
        overview.open()

    def show_passage(self, passage: Passage, conversation_id: str = "") -> None:
        """The viewer at this passage; `conversation_id` is that of the chat that cites it, if one does."""
        from desktop.knowledge.passage_view import PassageView

        if self.viewer is None:
            self.viewer = PassageView(self._bridge, self._assistant, report=self._report, parent=self)
        self.viewer.show_passage(passage, conversation_id=conversation_id)

    def open_link(self, address: str) -> None:
        """Open an address in the browser, after showing all of it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices
        from PySide6.QtWidgets import QMessageBox

        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if url.scheme().lower() not in SAFE_SCHEMES:
            self.toasts.show(self.tr("Hearth does not open addresses of this kind: {0}").format(address[:200]))
            return
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Open a link"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Open this address in your browser?"))
        box.setInformativeText(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        go = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        go.clicked.connect(lambda: QDesktopServices.openUrl(url))
        box.finished.connect(box.deleteLater)
        box.open()

    # ---- the end --------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Before the vault closes: what the owner deleted is deleted, nothing of the profile stays on the screen."""
        self.live.stop_all()
        self.pages.finish()  # the chat among them
        self.put_away()


def _dropped(event: QDropEvent) -> tuple[list[Path], list[Path]]:
    """Folders and files of this computer among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    folders = [path for path in paths if path.is_dir()]
    return folders, [path for path in paths if path not in folders]
