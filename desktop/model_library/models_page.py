"""The page “Models”: what this computer has, what is installed, what could be, and what is being fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.errors import HearthError, VaultLocked
from desktop.model_library.hardware_card import HardwareCard
from desktop.model_library.model_deeds import ModelDeeds
from desktop.model_library.model_detail import ModelDetail
from desktop.model_library.model_list import ModelList
from desktop.model_library.ollama_card import OllamaCard
from desktop.model_library.plain_label import TroubleCard, plain
from desktop.model_library.program_desk import ProgramDesk
from desktop.model_library.shelf import (
    PURPOSES,
    Machine,
    Stock,
    Wish,
    chosen_items,
    languages_of,
    look_at_machine,
    look_at_stock,
)
from desktop.model_library.transfer_list import TransferList
from desktop.theme.theme_state import theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.form_field import QuietCombo
from desktop.widgets.language_name import language_name
from desktop.widgets.search_field import SearchField
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.transfer_row import TransferRow

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from core.assistant import Assistant
    from core.events import Change
    from core.library.model_parameters import ModelParameters
    from core.library.transfers import Transfer
    from desktop.bridge import Bridge, Call
    from desktop.model_library.shelf import ModelItem
    from desktop.widgets.toast import Toasts
    from models.catalogue import CatalogueModel, Purpose

LOOK_AGAIN_MS = 20_000
"""Ollama unloads models by itself and tells nobody; while the page is in sight it is asked so often."""
_ROOM_FOR_BOTH = 860
_DETAIL_WIDTH = 400
_WIDEST_LIST = 1200
_EDGE = 24


class ModelsPage(QWidget):
    """Made when it is first shown. `link_wanted` carries an address that the owner pressed."""

    guide_wanted = Signal()
    servers_wanted = Signal()
    link_wanted = Signal(str)

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
        self._bridge = bridge
        self._assistant = assistant
        self._toasts = toasts
        self._report = report
        self._catalogue: tuple[CatalogueModel, ...] = ()
        self._machine = Machine()
        self._stock = Stock()
        self._wish = Wish()
        self._looking: Call | None = None
        self._look_wanted = False
        self._finished = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Models"))
        self.deeds = ModelDeeds(bridge, assistant, report=report, page=self)
        self.deeds.transfer_began.connect(self._transfer_began)
        self._make_top()
        self._make_parts()
        self._lay_out()
        self.program = ProgramDesk(assistant, self.ollama, self.deeds, toasts=toasts)
        self.program.changed.connect(self.refresh)
        self._connect()
        theme().changed.connect(self._fit_soon)
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._list_top = 0
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self._look_at_machine()

    # ---- making ---------------------------------------------------------------------------------------------------

    def _make_top(self) -> None:
        self._title = QLabel(self.tr("Models"), self)
        self._title.setProperty("role", "title")
        self.create_button = QPushButton(self.tr("Create from a Modelfile…"), self)
        self.add_button = QPushButton(self.tr("Add another model…"), self)
        names = (
            ("language", self.tr("Language")),
            ("speech", self.tr("Speech")),
            ("voice", self.tr("Voices")),
            ("embedding", self.tr("Embedding")),
        )
        self.purpose = SegmentedControl(self.tr("Purpose"), names, parent=self)
        self.purpose.setMinimumWidth(1)  # where it has no room, the choice below stands in for it
        self.purpose_choice = QuietCombo(self)
        self.purpose_choice.setAccessibleName(self.tr("Purpose"))
        for value, name in names:
            self.purpose_choice.addItem(name, value)
        self.purpose_choice.hide()
        self.search = SearchField(self.tr("Search models"), parent=self)
        self.language = QuietCombo(self)
        self.language.setAccessibleName(self.tr("Language that the model should know"))
        self.language.addItem(self.tr("Any language"), "")
        self.language.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.language.setMinimumContentsLength(12)

    def _make_parts(self) -> None:
        self.hardware = HardwareCard(self)
        self.ollama = OllamaCard(self)
        self.transfers = TransferList(self)
        self.trouble = TroubleCard(self)
        self.away = plain("", "muted", self)
        self.away.hide()
        self.list = ModelList(self.tr("Models"), self)
        self.nothing = EmptyState("search", self.tr("No model matches"), compact=True, parent=self)
        self.nothing.hide()
        self._detail: ModelDetail | None = None

    def _lay_out(self) -> None:
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(8)
        head.addWidget(self._title, stretch=1)
        buttons = flow_row(self.create_button, self.add_button, parent=self)
        policy = buttons.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        buttons.setSizePolicy(policy)
        head.addWidget(buttons)
        self._purpose_row = QWidget(self)
        purposes = QHBoxLayout(self._purpose_row)
        purposes.setContentsMargins(0, 0, 0, 0)
        purposes.addWidget(self.purpose)
        purposes.addWidget(self.purpose_choice)
        self._filters = QWidget(self)
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self.search, stretch=1)
        filters.addWidget(self.language)
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDEST_LIST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 24)
        column.setSpacing(12)
        self._column = inside
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.hardware, stretch=1)
        self._cards.addWidget(self.ollama, stretch=1)
        column.addLayout(self._cards)
        for part in (self.trouble, self.transfers, self.away, self.nothing, self.list):
            column.addWidget(part)
        column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.area, stretch=1)
        self._body = body
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._purpose_row)
        layout.addWidget(self._filters)
        layout.addLayout(body, stretch=1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever shows the page begins in the list. A focus proxy would keep Tab from what stands above it."""
        self.list.setFocus(event.reason())

    def _connect(self) -> None:
        self.create_button.clicked.connect(lambda: self.deeds.write_modelfile())
        self.add_button.clicked.connect(lambda: self.deeds.add_model())
        self.purpose.chosen.connect(self._on_purpose)
        self.purpose_choice.activated.connect(lambda _: self._on_purpose(self.purpose_choice.currentData()))
        self.search.searched.connect(lambda text: self._wish_for(replace(self._wish, query=text)))
        self.search.moved.connect(self.list.step)
        self.search.returnPressed.connect(lambda: self.open_model(self.list.current_id()))
        self.language.currentIndexChanged.connect(
            lambda _: self._wish_for(replace(self._wish, language=self.language.currentData() or ""))
        )
        self.list.opened.connect(self.open_model)
        self.list.current_changed.connect(self._on_current)
        self.list.reveal_wanted.connect(self._reveal)
        self.list.installEventFilter(self)
        self._connect_transfers(self.transfers)
        self.ollama.guide_wanted.connect(self.guide_wanted)
        self.ollama.servers_wanted.connect(self.servers_wanted)

    def _connect_transfers(self, source: TransferList | TransferRow) -> None:
        source.pause_wanted.connect(self.deeds.pause)
        source.resume_wanted.connect(self.deeds.resume)
        source.cancel_wanted.connect(self.deeds.cancel)
        source.dismiss_wanted.connect(self.deeds.dismiss)

    @property
    def detail(self) -> ModelDetail:
        """The panel beside the list; made when it is first asked for, hidden."""
        if self._detail is None:
            self._detail = ModelDetail(self)
            self._detail.hide()
            self._body.addWidget(self._detail)
            self._connect_transfers(self._detail.row)
            self._connect_detail(self._detail)
        return self._detail

    @property
    def _is_open(self) -> bool:
        return self._detail is not None and not self._detail.isHidden()

    def _connect_detail(self, detail: ModelDetail) -> None:
        deeds, library = self.deeds, self._assistant.library
        detail.closed.connect(self.close_detail)
        detail.link_wanted.connect(self.link_wanted)
        detail.fetch_wanted.connect(lambda model_id: deeds.fetch(model_id, refused=detail.tell))
        detail.delete_wanted.connect(self._delete)
        detail.listen_wanted.connect(lambda model_id: deeds.listen(model_id, refused=detail.tell))
        detail.load_wanted.connect(lambda name: self._work(library.load(name)))
        detail.unload_wanted.connect(lambda name: self._work(library.unload(name)))
        detail.default_wanted.connect(self._use_for_new_chats)
        detail.variant_wanted.connect(lambda name: deeds.make_variant(name, refused=detail.tell))
        detail.modelfile_wanted.connect(self._read_modelfile)
        detail.parameters.save_wanted.connect(self._save_parameters)

    # ---- looking --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look at what is there now; what is asked meanwhile is asked once more."""
        if self._looking is not None:
            self._look_wanted = True
        elif not self._finished:
            self._look_wanted = False
            self._looking = self._bridge.call(
                look_at_stock(self._assistant), done=self._looked, failed=self._not_looked, owner=self
            )

    def finish(self) -> None:
        """The vault is about to close."""
        self._finished = True
        self._again.stop()
        if self._looking is not None:
            self._looking.cancel()
        self.deeds.close_all()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes finds what is there now."""
        super().showEvent(event)
        self._again.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nobody is asked."""
        super().hideEvent(event)
        self._again.stop()

    def _look_at_machine(self) -> None:
        self.transfers.show_all(self._assistant.library.transfers.all())
        language = QLocale().name().partition("_")[0]
        work = look_at_machine(self._assistant, language=language)
        self._bridge.call(work, done=self._machine_seen, failed=self._report, owner=self)

    def _machine_seen(self, machine: Machine) -> None:
        self._machine = machine
        self._catalogue = self._assistant.library.catalogue.models
        if machine.hardware is not None:
            self.hardware.show_hardware(machine.hardware)
        if self._stock.use is not None:
            self.hardware.show_use(self._stock.use)
        self._offer_languages()
        self._show_rows()

    def _looked(self, stock: Stock) -> None:
        self._looking = None
        self._stock = stock
        if stock.use is not None:
            self.hardware.show_use(stock.use)
        self._show_program()
        self._show_rows()
        if self._look_wanted:
            self.refresh()

    def _not_looked(self, error: BaseException) -> None:
        self._looking = None
        if not self._finished and not isinstance(error, VaultLocked):
            self._report(error)

    # ---- showing --------------------------------------------------------------------------------------------------

    def show_purpose(self, value: str) -> None:
        """Show the models for “language”, “speech”, “voice” or “embedding”."""
        self._on_purpose(value)

    def _on_purpose(self, value: str) -> None:
        purpose: Purpose = next(one for one in PURPOSES if one == value)
        self.purpose.set_value(value)
        self.purpose_choice.setCurrentIndex(PURPOSES.index(purpose))
        self._wish = replace(self._wish, purpose=purpose, language="")
        self.close_detail()
        self._offer_languages()
        self._show_program()
        self._show_rows()
        self.area.verticalScrollBar().setValue(0)

    def _wish_for(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._show_rows()

    def _offer_languages(self) -> None:
        codes = languages_of(self._catalogue, self._wish.purpose)
        names = sorted((language_name(code), code) for code in codes)
        blocked = self.language.blockSignals(True)
        while self.language.count() > 1:
            self.language.removeItem(1)
        for name, code in names:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._wish.language)))
        self.language.blockSignals(blocked)

    def _show_rows(self) -> None:
        default_model = self._assistant.settings.values.chat.default_model
        installed, available = chosen_items(
            self._catalogue, self._machine, self._stock, wish=self._wish, default_model=default_model
        )
        rows: list[str | ModelItem] = []
        if installed:
            rows += [self.tr("Installed"), *installed]
        if available:
            rows += [self.tr("Available"), *available]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._say_what_is_missing(is_filtered=bool(self._wish.query or self._wish.language), has_rows=bool(rows))
        self._keep_detail()

    def _say_what_is_missing(self, *, is_filtered: bool, has_rows: bool) -> None:
        is_away = self._stock.is_away and self._wish.purpose in ("language", "embedding")
        self.away.setText(
            self.tr("Ollama does not answer, so its models are missing here. Files and the catalogue are shown.")
        )
        self.away.setVisible(is_away)
        self.nothing.set_content(
            "search",
            self.tr("No model matches") if is_filtered else self.tr("Nothing here yet"),
            self.tr("Try another word or language.") if is_filtered else "",
        )
        self.nothing.setVisible(not has_rows and bool(self._catalogue))

    def _show_program(self) -> None:
        self.program.show(self._stock.situation)
        self.ollama.setVisible(self._wish.purpose == "language")
        self.create_button.setVisible(self._wish.purpose == "language")
        self.add_button.setVisible(self._wish.purpose in ("language", "embedding"))

    # ---- one model ------------------------------------------------------------------------------------------------

    def open_model(self, model_id: str) -> None:
        """Show everything about a model, and give the keyboard to what can be done with it."""
        if not model_id:
            return
        self.list.set_current(model_id)
        self._show_detail(model_id)
        self.detail.focus_first()

    def close_detail(self) -> None:
        """Back to the list."""
        if not self._is_open:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.detail.isAncestorOf(focused)
        self.detail.hide()
        self._fit()
        if had_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, model_id: str) -> None:
        """Where both have room, the panel follows the list."""
        if model_id and self._is_open and not self._is_narrow():
            self._show_detail(model_id)

    def _show_detail(self, model_id: str) -> None:
        item = self.list.item_of(model_id)
        if item is None:
            return
        library = self._assistant.library
        is_other = self.detail.show_item(item, hosts=library.hosts_of(model_id))
        self.detail.show_transfer(self._transfer_of(model_id))
        if self.detail.isHidden():
            self.detail.show()
            self._fit()
            QTimer.singleShot(0, self, self.list.reveal_current)
        if is_other:
            self._read_details(item)

    def _keep_detail(self) -> None:
        """The model in the panel is another one now, or is gone."""
        shown = self.detail.item if self._is_open else None
        if shown is None:
            return
        item = self.list.item_of(shown.model_id)
        if item is None:
            known = {model.model_id for model in self._catalogue} | {one.model_id for one in self._stock.installed}
            if shown.model_id not in known:
                self.close_detail()
            return
        was_there = shown.installed is not None
        self.detail.show_item(item, hosts=self._assistant.library.hosts_of(item.model_id))
        if (item.installed is not None) != was_there:
            self._read_details(item)

    def _read_details(self, item: ModelItem) -> None:
        if item.installed is None or not item.is_ollamas:
            return
        name, library = item.installed.name, self._assistant.library

        def is_shown() -> bool:
            return self.detail.item is not None and self.detail.item.model_id == item.model_id

        self.deeds.do(
            library.parameters(name),
            refused=self.detail.tell,
            then=lambda kept: self.detail.parameters.show_parameters(kept) if is_shown() else None,
        )
        self.deeds.do(
            library.details(name),
            refused=lambda error: self.detail.tell(error) if is_shown() else None,
            then=lambda details: self.detail.show_details(details) if is_shown() else None,
        )

    def _read_modelfile(self, name: str) -> None:
        self.deeds.do(
            self._assistant.library.modelfile(name),
            refused=self.detail.tell,
            then=self.detail.modelfile.show_text,
        )

    def _save_parameters(self, parameters: ModelParameters) -> None:
        item = self.detail.item
        if item is not None:
            self.deeds.do(
                self._assistant.library.set_parameters(item.served_name, parameters),
                refused=self.detail.tell,
                then=lambda _: self.detail.parameters.saved(parameters),
            )

    def _delete(self, model_id: str) -> None:
        item = self.list.item_of(model_id) or self.detail.item
        if item is not None:
            self.deeds.ask_and_delete(item, refused=self.detail.tell)

    def _use_for_new_chats(self, name: str) -> None:
        def done(_: object) -> None:
            self._show_rows()
            self._toasts.show(self.tr("New chats use {0}.").format(name), kind="success")

        work = self._assistant.settings.change("chat.default_model", name)
        self.deeds.do(work, refused=self.detail.tell, then=done)

    def _work(self, work: Coroutine[Any, Any, Any]) -> None:
        def rest() -> None:
            self.detail.set_busy(busy=False)

        def refused(error: HearthError) -> None:
            rest()
            self.detail.tell(error)

        self.detail.set_busy(busy=True)
        self.deeds.do(work, refused=refused, then=lambda _: rest())

    # ---- news -----------------------------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        from core.events import ModelsChanged, SettingChanged, TransferChanged

        if isinstance(change, TransferChanged):
            self._follow(change.transfer_id)
        elif isinstance(change, ModelsChanged) and self.isVisible():
            self._show_program()
            self.refresh()
        elif isinstance(change, SettingChanged) and change.name in (
            "chat.default_model",
            "model_server.private_ollama",
        ):
            self._show_program()
            self._show_rows()

    def _transfer_began(self, transfer: Transfer) -> None:
        self._follow(transfer.transfer_id)

    def _follow(self, transfer_id: str) -> None:
        transfer = self._assistant.library.transfers.get(transfer_id)
        if transfer is None:
            self.transfers.show_all(self._assistant.library.transfers.all())
            return
        self.transfers.show_one(transfer)
        shown = self.detail.item if self._is_open else None
        if shown is not None and shown.model_id == transfer.model_id:
            self.detail.show_transfer(transfer)
        dialog = self.deeds.modelfile_dialog
        if dialog is not None and dialog.transfer_id == transfer_id:
            dialog.follow(transfer)
        if transfer.has_ended:
            self._ended(transfer)

    def _ended(self, transfer: Transfer) -> None:
        if transfer.kind == "program":
            self.program.ended(transfer)
        if transfer.state == "done":
            self._toasts.show(self.tr("{0} is ready.").format(transfer.title), kind="success")

    def _transfer_of(self, model_id: str) -> Transfer | None:
        found = [one for one in self._assistant.library.transfers.all() if one.model_id == model_id]
        return found[-1] if found else None

    # ---- room -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and panel beside each other where there is room, else one at a time."""
        super().resizeEvent(event)
        self._fit()

    def _is_narrow(self) -> bool:
        return self.width() < theme().px(_ROOM_FOR_BOTH)

    def _fit_soon(self, *_: object) -> None:
        """After the letters have their new size."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        has_detail, is_narrow = self._is_open, self._is_narrow()
        self._fit_top(is_narrow=is_narrow)
        if not has_detail:
            pass
        elif is_narrow:
            self.detail.setMaximumWidth(16_777_215)
            self.detail.setMinimumWidth(0)
        else:
            self.detail.setFixedWidth(theme().px(_DETAIL_WIDTH))
        alone = has_detail and is_narrow
        self.area.setVisible(not alone)
        self._filters.setVisible(not alone)
        self._purpose_row.setVisible(not alone)
        if has_detail:
            self.detail.show_alone(alone=is_narrow)
        beside = not has_detail and not is_narrow
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes or goes above the list does not move it under the eye of whoever reads it."""
        if watched is self.list and isinstance(event, QMoveEvent):
            self._settling.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """The layout has come to rest: whoever has scrolled sees the list where it was."""
        bar, by = self.area.verticalScrollBar(), self.list.y() - self._list_top
        self._list_top = self.list.y()
        if by and bar.value():
            bar.setValue(bar.value() + by)

    def _fit_top(self, *, is_narrow: bool) -> None:
        """Large letters in a narrow window: buttons under the title, a list instead of the segments."""
        room = self.width() - 2 * _EDGE
        tight = self.create_button.sizeHint().width() + self.add_button.sizeHint().width() + 160 > room
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow and tight else QBoxLayout.Direction.LeftToRight
        )
        has_room = self.purpose.sizeHint().width() <= room
        if has_room == self.purpose.isHidden():
            self.purpose.setVisible(has_room)
            self.purpose_choice.setVisible(not has_room)

    def _reveal(self, top: int, height: int) -> None:
        place = self.list.mapTo(self._column, self.list.rect().topLeft()).y() + top
        self.area.ensureVisible(0, place + height // 2, 0, height // 2 + 8)
