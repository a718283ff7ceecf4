"""Everything about one model, and what can be done with it: the panel beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.library.model_parameters import ModelParameters
from desktop.model_library import model_words as words
from desktop.model_library.fact_grid import FactGrid
from desktop.model_library.parameters_section import ParametersSection
from desktop.model_library.plain_label import TroubleCard, plain
from desktop.model_library.text_fold import ReadOnlyText
from desktop.theme.icons import icon
from desktop.widgets.amounts import size_text
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.fold import Fold
from desktop.widgets.icon_button import IconButton
from desktop.widgets.transfer_row import ENDED, TransferRow

if TYPE_CHECKING:
    from core.errors import HearthError
    from core.library.transfers import Transfer
    from desktop.model_library.shelf import ModelItem
    from models.language.language_model import ModelDetails

SMALL_DIGEST = 16


class ModelDetail(QFrame):
    """Shows an item. Its widgets stay the same while it changes, so that the keyboard stays where it is."""

    fetch_wanted = Signal(str)
    delete_wanted = Signal(str)
    load_wanted = Signal(str)
    unload_wanted = Signal(str)
    default_wanted = Signal(str)
    variant_wanted = Signal(str)
    modelfile_wanted = Signal(str)
    listen_wanted = Signal(str)
    link_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.item: ModelItem | None = None
        self._is_busy = False
        self._has_transfer = False
        self._make_head()
        self._make_parts()
        self._lay_out()

    def _make_head(self) -> None:
        self.close_button = IconButton("close", self.tr("Close the details"), parent=self)
        self.close_button.clicked.connect(self.closed)
        self.title = plain("", "heading", self)
        self._badges = plain("", "caption", self)
        self._summary = plain("", "", self)
        self._fit = plain("", "muted", self)
        self.fetch = self._button("", "primary")
        self.default = self._button(self.tr("Use for new chats"), "primary")
        self.load = self._button(self.tr("Load now"))
        self.unload = self._button(self.tr("Unload"))
        self.listen = self._button(self.tr("Listen"), "primary")
        self.listen.setIcon(icon("play", colour="accent_text", size=16))
        self.variant = self._button(self.tr("Make a variant…"))
        self.delete = self._button(self.tr("Delete…"))
        self.fetch.clicked.connect(lambda: self._tell(self.fetch_wanted, named=False))
        self.delete.clicked.connect(lambda: self._tell(self.delete_wanted, named=False))
        self.default.clicked.connect(lambda: self._tell(self.default_wanted))
        self.load.clicked.connect(lambda: self._tell(self.load_wanted))
        self.listen.clicked.connect(lambda: self._tell(self.listen_wanted, named=False))
        self.unload.clicked.connect(lambda: self._tell(self.unload_wanted))
        self.variant.clicked.connect(lambda: self._tell(self.variant_wanted))

    def _make_parts(self) -> None:
        self.consent = plain("", "caption", self)
        self.trouble = TroubleCard(self)
        self.row = TransferRow(self)
        self.row.hide()
        names = (
            ("purpose", self.tr("Purpose")),
            ("size", self.tr("Size")),
            ("memory", self.tr("Memory")),
            ("loaded", self.tr("In memory")),
            ("languages", self.tr("Languages")),
            ("parameters", self.tr("Parameters")),
            ("context", self.tr("Context")),
            ("abilities", self.tr("Abilities")),
            ("quantisation", self.tr("Quantisation")),
            ("family", self.tr("Family")),
            ("licence", self.tr("Licence")),
            ("source", self.tr("Page")),
            ("hosts", self.tr("Downloaded from")),
            ("checksum", self.tr("Checksum")),
            ("digest", self.tr("Digest")),
            ("name", self.tr("Ollama’s name")),
            ("changed", self.tr("Changed")),
        )
        self.facts = FactGrid(names, linked=("licence", "source"), parent=self)
        self.facts.link_wanted.connect(self.link_wanted)
        self.parameters = ParametersSection()
        self.licence = ReadOnlyText(self.tr("Licence text"))
        self.template = ReadOnlyText(self.tr("Template"))
        self.system = ReadOnlyText(self.tr("System prompt"))
        self.modelfile = ReadOnlyText(self.tr("Modelfile"))
        self.folds = {
            "parameters": Fold(self.tr("How it answers"), self.parameters, self),
            "licence": Fold(self.tr("Licence text"), self.licence, self),
            "system": Fold(self.tr("System prompt"), self.system, self),
            "template": Fold(self.tr("Template"), self.template, self),
            "modelfile": Fold(self.tr("Modelfile"), self.modelfile, self),
        }
        self.folds["modelfile"].opened.connect(lambda: self._tell(self.modelfile_wanted))

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 4, 20, 20)
        column.setSpacing(8)
        column.addWidget(self._badges)
        column.addWidget(self._summary)
        column.addWidget(self._fit)
        column.addSpacing(4)
        column.addWidget(
            flow_row(
                self.fetch, self.default, self.listen, self.load, self.unload, self.variant, self.delete, parent=inside
            )
        )
        column.addWidget(self.consent)
        column.addWidget(self.trouble)
        column.addWidget(self.row)
        column.addSpacing(8)
        column.addWidget(self.facts)
        column.addSpacing(8)
        for fold in self.folds.values():
            column.addWidget(fold)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)  # the card shows through
        self._head = head = QHBoxLayout()
        head.setContentsMargins(20, 12, 8, 0)
        head.addWidget(self.title, stretch=1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._area, stretch=1)

    # ---- for the page ---------------------------------------------------------------------------------------------

    def show_item(self, item: ModelItem, *, hosts: tuple[str, ...]) -> bool:
        """Show `item`; tells whether it is another one than before."""
        is_other = self.item is None or self.item.model_id != item.model_id
        self.item = item
        if is_other:
            self._forget()
        self.title.setText(item.name)
        self.setAccessibleName(item.name)
        self._say(self._badges, " · ".join(text for text, _ in words.badges_of(item)))
        self._say(self._summary, words.summary_of(item))
        self._say(self._fit, "" if item.installed is not None else words.fit_sentence(item.fit))
        self._show_actions(item, hosts)
        self._show_facts(item, hosts)
        return is_other

    def show_details(self, details: ModelDetails) -> None:
        """What Ollama told of it."""
        self._details = details
        if self.item is not None:
            self._show_facts(self.item, self._hosts)
        for name, area, text in (
            ("licence", self.licence, details.licence),
            ("template", self.template, details.template),
            ("system", self.system, details.system),
        ):
            area.show_text(text)
            self.folds[name].setVisible(bool(text))

    def show_transfer(self, transfer: Transfer | None) -> None:
        """What is being fetched for it; None or one that has ended well takes the row away."""
        shown = transfer is not None and transfer.state not in ("done", "cancelled")
        self._has_transfer = shown and transfer is not None and transfer.state not in ENDED
        if shown and transfer is not None:
            self.row.show_transfer(transfer)
        focused = self._focused()
        self.row.setVisible(shown)
        if self.item is not None:
            self._show_actions(self.item, self._hosts)
        if focused is not None and not focused.isVisible():
            self.focus_first()

    def set_busy(self, *, busy: bool) -> None:
        """While something is asked of Ollama nothing else can be."""
        self._is_busy = busy
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
        if self.item is not None:
            self._show_actions(self.item, self._hosts)

    def show_alone(self, *, alone: bool) -> None:
        """Whether it takes the place of the list, so that closing means going back."""
        if alone:
            self.close_button.set_look("arrow-left", self.tr("Back to the list"))
            self._head.setDirection(QHBoxLayout.Direction.RightToLeft)
            self._head.setContentsMargins(12, 12, 20, 0)
        else:
            self.close_button.set_look("close", self.tr("Close the details"))
            self._head.setDirection(QHBoxLayout.Direction.LeftToRight)
            self._head.setContentsMargins(20, 12, 8, 0)

    def tell(self, error: HearthError) -> None:
        """Show what went wrong, here."""
        self.trouble.tell(error)
        self._area.ensureWidgetVisible(self.trouble)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        if not self.row.isHidden():
            self.row.focus_first()
            return
        for button in (self.fetch, self.default, self.listen, self.load, self.unload, self.variant, self.delete):
            if not button.isHidden() and button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # ---- inside ---------------------------------------------------------------------------------------------------

    _details: ModelDetails | None = None
    _hosts: tuple[str, ...] = ()

    def _focused(self) -> QWidget | None:
        """What has the keyboard in here; Qt gives it to something else when that is hidden."""
        focused = self.window().focusWidget() if self.isVisible() else None
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _forget(self) -> None:
        self._details = None
        self._has_transfer = False
        self.trouble.hide()
        self.row.hide()
        self.consent.clear()
        for fold in self.folds.values():
            fold.close_fold()
        for name in ("licence", "template", "system"):
            self.folds[name].hide()
        self.modelfile.show_text("")
        self.parameters.show_other(ModelParameters())
        self._area.verticalScrollBar().setValue(0)

    def _show_actions(self, item: ModelItem, hosts: tuple[str, ...]) -> None:
        self._hosts = hosts
        installed = item.installed
        is_there = installed is not None
        is_local = installed is not None and not installed.remote and item.is_ollamas
        is_loaded = installed is not None and installed.loaded
        can_chat = is_there and item.purpose == "language"
        focused = self._focused()
        self.fetch.setVisible(not is_there and not self._has_transfer)
        self.fetch.setText(
            self.tr("Download ({0})").format(size_text(item.size_bytes)) if item.size_bytes else self.tr("Download")
        )
        self.fetch.setAccessibleName(self.tr("Download {0}").format(item.name))
        self.default.setVisible(can_chat and not item.is_default)
        self.listen.setVisible(is_there and item.purpose == "voice")
        self.load.setVisible(is_local and not is_loaded)
        self.unload.setVisible(is_loaded)
        self.variant.setVisible(is_local and item.purpose == "language")
        self.delete.setVisible(is_there)
        for button in (self.default, self.listen, self.load, self.unload, self.variant, self.delete):
            button.setEnabled(not self._is_busy)
            button.setAccessibleDescription(item.name)
        self.load.setText(self.tr("Loading…") if self._is_busy and not is_loaded else self.tr("Load now"))
        self.folds["parameters"].setVisible(can_chat)
        self.folds["modelfile"].setVisible(is_local)
        self._say(self.consent, self._consent_of(item, hosts) if not self.fetch.isHidden() else "")
        if focused is not None and not (focused.isVisible() and focused.isEnabled()):
            self.focus_first()

    def _consent_of(self, item: ModelItem, hosts: tuple[str, ...]) -> str:
        size = size_text(item.size_bytes) if item.size_bytes else self.tr("an unknown amount")
        if item.is_ollamas:
            sentence = self.tr("Ollama downloads {0} ({1}) from {2}.")
        else:
            sentence = self.tr("Hearth downloads {0} ({1}) from {2}, and opens connections to no others.")
        return sentence.format(item.name, size, words.hosts_text(hosts))

    def _show_facts(self, item: ModelItem, hosts: tuple[str, ...]) -> None:
        entry, installed, details = item.entry, item.installed, self._details
        facts = {"purpose": words.purpose_text(item.purpose)}
        addresses: dict[str, str] = {}
        if item.size_bytes:
            facts["size"] = size_text(item.size_bytes)
        if entry is not None:
            facts |= {
                "memory": self.tr("about {0}").format(size_text(entry.memory_bytes)) if entry.memory_bytes else "",
                "languages": words.languages_text(entry.languages, most=12),
                "parameters": entry.parameters,
                "context": self._tokens(entry.context_tokens),
                "abilities": self._abilities(entry.abilities),
                "licence": entry.licence,
                "source": words.host_of(entry.source),
                "checksum": words.checksum_text(entry),
            }
            addresses = {"licence": entry.licence_url, "source": entry.source}
        if installed is None:
            facts["hosts"] = words.hosts_text(hosts)
        elif item.is_ollamas:
            facts["name"] = installed.name
            facts["digest"] = installed.digest.removeprefix("sha256:")[:SMALL_DIGEST]
            facts["loaded"] = self._loaded(item)
        if installed is not None and installed.modified_at is not None:
            moment = installed.modified_at.astimezone()
            facts["changed"] = QLocale().toString(
                QDate(moment.year, moment.month, moment.day), format=QLocale.FormatType.LongFormat
            )
        if details is not None:
            facts |= {
                "parameters": details.parameter_size or facts.get("parameters", ""),
                "context": self._tokens(details.context_tokens) or facts.get("context", ""),
                "abilities": self._abilities(tuple(sorted(details.abilities))),
                "quantisation": details.quantization,
                "family": details.family,
            }
        self.facts.show_facts(facts, addresses=addresses)

    def _loaded(self, item: ModelItem) -> str:
        if item.installed is None or not item.installed.loaded:
            return self.tr("no")
        vram = item.installed.vram_bytes
        if vram:
            return self.tr("yes, {0} of it on the graphics card").format(size_text(vram))
        return self.tr("yes")

    def _tokens(self, tokens: int | None) -> str:
        return self.tr("{0} tokens").format(QLocale().toString(tokens)) if tokens else ""

    def _abilities(self, abilities: tuple[str, ...]) -> str:
        known = {
            "chat": self.tr("chats"),
            "vision": self.tr("sees pictures"),
            "tools": self.tr("uses tools"),
            "thinking": self.tr("thinks before it answers"),
            "embedding": self.tr("finds by meaning"),
            "insert": self.tr("fills gaps in code"),
        }
        return ", ".join(known.get(ability, ability) for ability in abilities)

    def _tell(self, signal: SignalInstance, *, named: bool = True) -> None:
        if self.item is not None:
            signal.emit(self.item.served_name if named else self.item.model_id)

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _button(self, text: str, kind: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        return button
