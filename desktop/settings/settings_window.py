"""All settings: pages on the left, a search over titles, helps and choices above them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import HearthError
from core.settings.settings_schema import SettingDescription, descriptions
from desktop.settings.model_choice import ModelOffer
from desktop.settings.settings_form import ROW_INSET, SettingRow, SettingsForm
from desktop.settings.settings_pages import PageForm, PageRoom, SettingsPage, page_of_section, settings_pages
from desktop.settings.settings_search import SettingsSearch, hits_of
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField
from desktop.widgets.steady_scroll_area import SteadyScrollArea

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from desktop.bridge import Bridge
    from desktop.commands import Commands
    from desktop.settings.hotkeys_page import HotkeyRoom
    from desktop.widgets.toast import Toasts

PAGE_ROLE = Qt.ItemDataRole.UserRole
LEAST = QSize(820, 520)
FRAME = QSize(40, 80)
SIDE_WIDTH = 220


class SettingsWindow(QDialog):
    """Does not stop the work in the main window."""

    erase_wanted = Signal()
    lock_wanted = Signal()
    models_wanted = Signal(str)  # the purpose of the models
    guide_wanted = Signal()  # the first steps with the voice

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        toasts: Toasts,
        report: Callable[[BaseException], None],
        commands: Commands | None = None,
        hotkeys: HotkeyRoom | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._room = PageRoom(
            bridge,
            assistant,
            toasts,
            report,
            commands,
            erase_wanted=self.erase_wanted.emit,
            lock_wanted=self.lock_wanted.emit,
            hotkeys=hotkeys,
            models_wanted=self.models_wanted.emit,
            guide_wanted=self.guide_wanted.emit,
        )
        self._page_forms: dict[str, PageForm] = {}
        self.forms: dict[str, SettingsForm] = {}
        self.pages: dict[str, SettingsPage] = {page.name: page for page in settings_pages() if page.when(self._room)}
        self._made: dict[str, QScrollArea] = {}
        self._resets: dict[str, QPushButton] = {}
        self._before_reset: dict[str, dict[str, Any]] = {}
        self._models = ModelOffer(bridge, assistant.gateway.models, self)
        self.search = SearchField(self.tr("Search settings"), parent=self)
        self.search.searched.connect(self._filter)
        self.search.left_empty.connect(self.close)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.currentItemChanged.connect(self._page_chosen)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget(self)
        self.nothing = EmptyState(
            "search", self.tr("No setting has these words."), self.tr("Try fewer or other words."), parent=self
        )
        self.found = SettingsSearch(self._row_for_search, self)
        self.found.page_wanted.connect(self.show_page)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.found)
        self._lay_out()
        self._list_pages()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self._fit_window()
        theme().changed.connect(self._fit_window)
        self.resize(self.minimumSize().expandedTo(QSize(860, 640)).boundedTo(self._screen_room()))

    def showEvent(self, event: QShowEvent) -> None:
        """The rows of the list are as high as the style makes them, which it did not know when they were made."""
        super().showEvent(event)
        self.list.doItemsLayout()

    def _fit_window(self) -> None:
        """Rows have the room that their words need, on a screen that has it; pages scroll where it has not."""
        wanted = QSize(theme().px(LEAST.width()), theme().px(LEAST.height()))
        self.setMinimumSize(wanted.boundedTo(self._screen_room()))
        if self.isVisible():
            self._keep_on_screen()

    def _screen_room(self) -> QSize:
        """What a window may fill; around it the system puts its frame."""
        return self.screen().availableSize() - FRAME

    def _keep_on_screen(self) -> None:
        """A window that grew where it stood would reach beyond the edge of the screen."""
        frame, available = self.frameGeometry(), self.screen().availableGeometry()
        left = max(available.left(), min(frame.left(), available.right() + 1 - frame.width()))
        top = max(available.top(), min(frame.top(), available.bottom() + 1 - frame.height()))
        if (left, top) != (frame.left(), frame.top()):
            self.move(left, top)

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

    # ---- pages ----------------------------------------------------------------------------------------------------

    def _list_pages(self) -> None:
        for page in self.pages.values():
            item = QListWidgetItem(icon(page.icon), page.title, self.list)
            item.setData(PAGE_ROLE, page.name)
        self.list.setCurrentRow(0)

    @property
    def current_page(self) -> str:
        """The name of the page that is chosen."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(PAGE_ROLE))

    def page(self, name: str) -> QScrollArea:
        """The page called `name`, made now if it was not yet."""
        if name not in self._made:
            self._made[name] = self._make_page(self.pages[name])
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def _make_page(self, page: SettingsPage) -> QScrollArea:
        room = QWidget()
        room.setProperty("role", "page")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(room)
        layout.setContentsMargins(28 - ROW_INSET, 20, 28 - ROW_INSET, 24)
        layout.setSpacing(8)
        heading = QLabel(page.title, room)
        heading.setProperty("role", "title")
        heading.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        layout.addWidget(heading)
        own = self._page_form(page)
        forms = [self._form(section, own) for section in page.sections]
        for form in forms:
            layout.addWidget(form)
        if own is not None:
            rows = {name: row for form in forms for name, row in form.rows.items()}
            layout.addWidget(own.arrange(rows))  # takes them out of their forms, which are empty then
        if page.make is not None:
            part = page.make(self._room)
            part.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
            layout.addWidget(part)
        if page.sections:
            layout.addWidget(self._reset_button(page), alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        area = SteadyScrollArea(self)
        area.setWidget(room)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys that scroll come to it from every control inside
        area.setAccessibleName(page.title)
        return area

    def _page_form(self, page: SettingsPage) -> PageForm | None:
        if page.form is not None and page.name not in self._page_forms:
            self._page_forms[page.name] = page.form(self._room)
        return self._page_forms.get(page.name)

    def _form(self, section: str, own: PageForm | None = None) -> SettingsForm:
        wanted = [one for one in _shown_settings() if one.section == section]
        controls = None if own is None else own.controls
        form = SettingsForm(wanted, self._assistant.settings.value, models=self._models, controls=controls)
        form.changed.connect(self._change)
        form.reset_wanted.connect(self._reset)
        self.forms[section] = form
        return form

    def _reset_button(self, page: SettingsPage) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "quiet")
        button.setIcon(icon("retry", size=16))
        button.clicked.connect(lambda: self._reset_page(page))
        self._resets[page.name] = button
        self._show_reset(page)
        return button

    def show_page(self, name: str = "") -> None:
        """Open the window, at this page if one is named."""
        for row in range(self.list.count()):
            if self.list.item(row).data(PAGE_ROLE) == name:
                self.search.clear()
                self.list.setCurrentRow(row)
        self.show()
        self.raise_()
        self.activateWindow()
        self._models.look()

    def show_setting(self, name: str) -> None:
        """Open the window at one setting: in sight, marked, its control with the keyboard."""
        page = page_of_section(name.partition(".")[0])
        self.show_page(page.name)
        row = self.forms[name.partition(".")[0]].rows[name]

        def lead_there() -> None:
            # One turn later: before it was shown the page knows no heights.
            self.page(page.name).ensureWidgetVisible(row, 0, 80)
            row.mark()

        QTimer.singleShot(0, row, lead_there)

    def _page_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = str(item.data(PAGE_ROLE))
        if self.search.text().strip():
            self.found.scroll_to(name)
        else:
            self._stack.setCurrentWidget(self.page(name))

    # ---- search ---------------------------------------------------------------------------------------------------

    def _filter(self, words: str) -> None:
        hits = hits_of(words, tuple(self.pages.values()), _shown_settings())
        fitting = {hit.page.name for hit in hits}
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(bool(words) and item.data(PAGE_ROLE) not in fitting)
        if not words:
            self._page_chosen(self.list.currentItem())
        elif not hits:
            self._stack.setCurrentWidget(self.nothing)
        else:
            self._stack.setCurrentWidget(self.found)
            self.found.show_hits(hits, words)

    def _row_for_search(self, description: SettingDescription) -> SettingRow:
        value = self._assistant.settings.value(description.name)
        own = self._page_form(page_of_section(description.section))
        control = None if own is None else own.controls.get(description.name)
        row = SettingRow(description, value, self.found.widget(), models=self._models, control=control)
        row.changed.connect(self._change)
        row.reset_wanted.connect(self._reset)
        return row

    # ---- changes --------------------------------------------------------------------------------------------------

    def _change(self, name: str, value: Any) -> None:
        self._call(name, self._assistant.settings.change(name, value))

    def _reset(self, name: str) -> None:
        self._call(name, self._assistant.settings.reset(name))

    def _reset_page(self, page: SettingsPage) -> None:
        """Back to the defaults, or, pressed once more, back to what was."""
        undone = self._before_reset.pop(page.name, None)
        if undone is None:
            changed = [name for section in page.sections for name in self.forms[section].changed_names()]
            self._before_reset[page.name] = {name: self._assistant.settings.value(name) for name in changed}
            for name in changed:
                self._reset(name)
        else:
            for name, value in undone.items():
                self._change(name, value)

    def _call(self, name: str, work: Any) -> None:
        self._bridge.call(work, failed=partial(self._failed, name), owner=self)

    def _failed(self, name: str, error: BaseException) -> None:
        rows = self._rows(name)
        if not isinstance(error, HearthError) or not rows:
            self._report(error)
            return
        for row in rows:
            row.show_value(self._assistant.settings.value(name))
            row.refuse(f"{error.owner_sentence} {error.owner_next_step}")

    def _rows(self, name: str) -> list[SettingRow]:
        form = self.forms.get(name.partition(".")[0])
        found = [form.rows.get(name) if form is not None else None, self.found.rows.get(name)]
        return [row for row in found if row is not None]

    def _on_change(self, change: Change) -> None:
        from core.events import ModelsChanged, SettingChanged

        match change:
            case SettingChanged(name):
                for row in self._rows(name):
                    row.show_value(self._assistant.settings.value(name))
                for page in self.pages.values():
                    if name.partition(".")[0] in page.sections:
                        self._show_reset(page)
            case ModelsChanged() if self.isVisible():
                self._models.look()

    def _show_reset(self, page: SettingsPage) -> None:
        button = self._resets.get(page.name)
        if button is None:
            return
        changed = any(self.forms[section].changed_names() for section in page.sections)
        if changed:
            self._before_reset.pop(page.name, None) if self._is_reset_over(page) else None
        undo = page.name in self._before_reset
        button.setText(self.tr("Undo the reset") if undo else self.tr("Reset this page"))
        button.setEnabled(changed or undo)

    def _is_reset_over(self, page: SettingsPage) -> bool:
        """Whether something was changed again after the page was reset."""
        waiting = self._before_reset.get(page.name, {})
        rows = [row for section in page.sections for row in self.forms[section].rows.values() if row.is_changed]
        # What the rows show, not what the core holds: that may be ahead by the news that are still on their way.
        return any(waiting.get(row.description.name, _NOTHING) != row.value for row in rows)


_NOTHING = object()


def _shown_settings() -> list[SettingDescription]:
    return [one for one in descriptions().values() if not one.hidden and one.kind != "mapping"]
