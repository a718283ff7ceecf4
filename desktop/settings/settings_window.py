"""All settings: pages on the left, a search over titles and descriptions above them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import HearthError
from core.settings.settings_schema import descriptions
from desktop.settings.activity_page import ActivityPage
from desktop.settings.keys_page import KeysPage
from desktop.settings.network_page import NetworkPage
from desktop.settings.privacy_page import PrivacyPage
from desktop.settings.settings_form import SettingsForm
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

PAGE_ROLE = Qt.ItemDataRole.UserRole
SIDE_WIDTH = 220


class SettingsWindow(QDialog):
    """Does not stop the work in the main window."""

    erase_wanted = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        toasts: Toasts,
        report: Callable[[BaseException], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self.forms: dict[str, SettingsForm] = {}
        self.pages: dict[str, QWidget] = {}
        self.search = SearchField(self.tr("Search settings"), parent=self)
        self.search.actions()[0].setText(self.tr("Search"))  # screen readers find the picture as a button
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.currentItemChanged.connect(self._page_chosen)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget(self)
        self.nothing = EmptyState(
            "search", self.tr("No setting has these words."), self.tr("Try fewer or other words."), parent=self
        )
        self._stack.addWidget(self.nothing)
        self._lay_out()
        self._add_pages(toasts)
        self.list.setCurrentRow(0)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self.resize(820, 620)

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setProperty("role", "sidebar")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side = side
        self._fit_side()
        theme().changed.connect(self._fit_side)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.addWidget(self.search)
        inside.addWidget(self.list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._stack, stretch=1)

    def _fit_side(self) -> None:
        self._side.setFixedWidth(theme().px(SIDE_WIDTH))

    def _add_pages(self, toasts: Toasts) -> None:
        self._add_page("appearance", self.tr("Appearance"), "sun", [self._form("appearance"), self._form("general")])
        self._add_page("desktop", self.tr("Desktop"), "display", [self._form("desktop")])
        self._add_page("chat", self.tr("Chat"), "chat", [self._form("chat")])
        self._add_page("model_server", self.tr("Model servers"), "model", [self._form("model_server")])
        privacy: list[QWidget] = [self._form("privacy")]
        if self._assistant.vault is not None:
            page = PrivacyPage(self._bridge, self._assistant, toasts=toasts, report=self._report)
            page.erase_wanted.connect(self.erase_wanted)
            privacy.append(page)
        self._add_page("privacy", self.tr("Privacy"), "shield", privacy)
        self._add_page(
            "network",
            self.tr("Network"),
            "globe",
            [NetworkPage(self._bridge, self._assistant, report=self._report)],
        )
        if self._assistant.vault is not None:
            keys = KeysPage(self._bridge, self._assistant.vault, toasts=toasts, report=self._report)
            keys.lock_wanted.connect(self.lock_wanted)
            self._add_page("keys", self.tr("Keys"), "key", [keys])
            activity = ActivityPage(self._bridge, self._assistant.audit, report=self._report)
            self._add_page("activity", self.tr("Activity"), "clock", [activity])

    def _form(self, section: str) -> SettingsForm:
        wanted = [one for one in descriptions().values() if one.section == section and not one.hidden]
        form = SettingsForm(wanted, self._assistant.settings.value)
        form.changed.connect(self._change)
        self.forms[section] = form
        return form

    def _add_page(self, name: str, title: str, icon_name: str, parts: list[QWidget]) -> None:
        room = QWidget()
        room.setProperty("role", "page")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(room)
        layout.setContentsMargins(28, 20, 28, 24)
        layout.setSpacing(8)
        heading = QLabel(title, room)
        heading.setProperty("role", "title")
        layout.addWidget(heading)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(room)
        area.setAccessibleName(title)
        self._stack.addWidget(area)
        self.pages[name] = area
        item = QListWidgetItem(icon(icon_name), title, self.list)
        item.setData(PAGE_ROLE, name)

    @property
    def current_page(self) -> str:
        """The name of the page in sight."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(PAGE_ROLE))

    def show_page(self, name: str = "") -> None:
        """Open the window, at this page if one is named."""
        for row in range(self.list.count()):
            if self.list.item(row).data(PAGE_ROLE) == name:
                self.search.clear()
                self.list.setCurrentRow(row)
        self.show()
        self.raise_()
        self.activateWindow()

    def _page_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._stack.setCurrentWidget(self.pages[item.data(PAGE_ROLE)])

    def _filter(self, words: str) -> None:
        words = words.strip()
        first: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = self._page_fits(str(item.data(PAGE_ROLE)), item.text(), words)
            item.setHidden(not fits)
            if fits and first is None:
                first = item
        if first is None:
            self._stack.setCurrentWidget(self.nothing)
        elif self.list.currentItem() is None or self.list.currentItem().isHidden() or not words:
            self.list.setCurrentItem(first)
            self._page_chosen(first)
        else:
            self._page_chosen(self.list.currentItem())

    def _page_fits(self, name: str, title: str, words: str) -> bool:
        sections = ("appearance", "general") if name == "appearance" else (name,)
        found = [self.forms[one].filter(words) for one in sections if one in self.forms]
        return any(found) or words.casefold() in title.casefold()

    # ---- changes --------------------------------------------------------------------------------------------------

    def _change(self, name: str, value: Any) -> None:
        def failed(error: BaseException) -> None:
            row = self._row(name)
            if isinstance(error, HearthError) and row is not None:
                row.show_value(self._assistant.settings.value(name))
                row.refuse(f"{error.owner_sentence} {error.owner_next_step}")
            else:
                self._report(error)

        self._bridge.call(self._assistant.settings.change(name, value), failed=failed, owner=self)

    def _row(self, name: str) -> Any:
        form = self.forms.get(name.partition(".")[0])
        return None if form is None else form.rows.get(name)

    def _on_change(self, change: Change) -> None:
        from core.events import SettingChanged

        if isinstance(change, SettingChanged):
            row = self._row(change.name)
            if row is not None:
                row.show_value(self._assistant.settings.value(change.name))
