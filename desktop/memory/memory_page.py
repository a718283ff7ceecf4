"""What Hearth remembers about its owner: list, search, change, pin, expire and forget; and whether it learns at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget

from core.errors import HearthError
from core.events import MemoriesChanged, SettingChanged
from desktop.memory.memory_card import MemoryCard
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.steady_scroll_area import SteadyScrollArea

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.memory.facts import Memories, MemoryHit
    from core.memory.memory_rows import Memory
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

T = TypeVar("T")
_COLUMN_WIDTH = 720
_MOST_CARDS = 100
_NEWS_AFTER_MS = 60


class MemoryPage(QWidget):
    """`origin_wanted` carries the chat and the message where a memory was learnt."""

    origin_wanted = Signal(str, str)

    def __init__(
        self, bridge: Bridge, assistant: Assistant, *, toasts: Toasts, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._assistant = assistant
        self._toasts = toasts
        self._report = report
        self.cards: dict[str, MemoryCard] = {}
        self._most = _MOST_CARDS
        self._memories: Sequence[Memory] = ()
        self._soon = QTimer(self, singleShot=True, interval=_NEWS_AFTER_MS)
        self._soon.timeout.connect(self.refresh)
        self._make_parts()
        self._lay_out()
        for widget in (self.count, self.search, self.forget_all, self.more, self.empty):
            widget.hide()  # until it is known what there is
        self._show_mode()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self.refresh()

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.mode = SegmentedControl(
            self.tr("What Hearth learns about you"),
            (
                ("ask", self.tr("Ask me")),
                ("automatic", self.tr("By itself")),
                ("never", self.tr("Never")),
            ),
            parent=self,
        )
        self.mode.chosen.connect(self._choose_mode)
        self._mode_words = self._label("caption")
        self.search = SearchField(self.tr("Search memories"), parent=self)
        self.search.searched.connect(lambda _: self.refresh())
        self.new = QLineEdit(self)
        self.new.setPlaceholderText(self.tr("Tell Hearth something to remember, such as “I am allergic to nuts.”"))
        self.new.setAccessibleName(self.tr("Something to remember"))
        self.new.returnPressed.connect(self._add)
        self.add = QPushButton(self.tr("Remember"), self)
        self.add.clicked.connect(self._add)
        self.count = self._label("muted")
        self.forget_all = QPushButton(icon("trash", size=16), self.tr("Forget everything…"), self)
        self.forget_all.setProperty("kind", "quiet")
        self.forget_all.clicked.connect(self._ask_to_forget_all)
        self.empty = EmptyState("thinking", "", parent=self)
        self.more = QPushButton(self.tr("Show more"), self)
        self.more.clicked.connect(self._show_more)

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._label("title", self.tr("Memory")))
        intro = self.tr(
            "What you tell Hearth about yourself can be remembered for later chats. Nothing is learnt from documents "
            "or private chats, and nothing leaves this profile."
        )
        column.addWidget(self._label("muted", intro))
        column.addWidget(self._label("strong", self.tr("Learn from chats")))
        column.addWidget(self.mode)
        column.addWidget(self._mode_words)
        column.addSpacing(8)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.new, stretch=1)
        adding.addWidget(self.add)
        column.addLayout(adding)
        column.addWidget(self.search)
        told = QHBoxLayout()
        told.addWidget(self.count, stretch=1)
        told.addWidget(self.forget_all)
        column.addLayout(told)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.empty)
        column.addStretch(1)
        inside.setMaximumWidth(theme().px(_COLUMN_WIDTH) + 48)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, stretch=1000)
        row.addStretch(1)
        area = SteadyScrollArea(self)
        area.setAccessibleName(self.tr("Memory"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it takes the keyboard, and is scrolled to
        area.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    # ---- what is known ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Fetch what is remembered, or what was searched for."""
        words = self.search.text().strip()

        def there(found: tuple[Sequence[Memory], Sequence[MemoryHit] | None]) -> None:
            if words == self.search.text().strip():
                self._take(*found)

        async def read(memories: Memories) -> tuple[Sequence[Memory], Sequence[MemoryHit] | None]:
            return await memories.list(), await memories.search(words) if words else None

        self._ask(read, done=there)

    def _ask(self, work: Callable[[Memories], Coroutine[Any, Any, T]], done: Callable[[T], None] | None = None) -> None:
        async def asked() -> T:
            return await work(await asyncio.to_thread(lambda: self._assistant.memory))

        self._bridge.call(asked(), done=done, failed=self._failed, owner=self)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, HearthError):
            self._toasts.show(f"{error.owner_sentence} {error.owner_next_step}", kind="warning")
            self.refresh()
        else:
            self._report(error)

    def _take(self, memories: Sequence[Memory], hits: Sequence[MemoryHit] | None) -> None:
        self._memories = memories
        waiting = [one for one in memories if one.state == "proposed"]
        shown = [*waiting, *(one for one in memories if one.state == "kept")]
        why: dict[str, str] = {}
        if hits is not None:
            shown = [hit.memory for hit in hits]
            near = self.tr("Means something near")
            why = {hit.memory.memory_id: "" if "word" in hit.found_by else near for hit in hits}
        self._show_cards(shown, why)
        self._show_count(len(memories), len(waiting), None if hits is None else len(hits))

    def _show_cards(self, shown: Sequence[Memory], why: dict[str, str]) -> None:
        now = self._assistant.clock.now()
        edited = {key: card for key, card in self.cards.items() if card.is_edited}
        focused = next((key for key, card in self.cards.items() if card.isAncestorOf(self.focusWidget() or self)), "")
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, MemoryCard) and widget.memory.memory_id not in edited:
                widget.hide()
                widget.deleteLater()
        self.cards = {}
        for memory in shown[: self._most]:
            card = edited.pop(memory.memory_id, None) or self._card(memory, now, why.get(memory.memory_id, ""))
            self.cards[memory.memory_id] = card
            self._list.addWidget(card)
        for left in edited.values():
            left.hide()
            left.deleteLater()
        self.more.setVisible(len(shown) > self._most)
        if focused and not (
            focused in self.cards and self.cards[focused].is_edited
        ):  # the card is another one now, or gone: the keyboard stays in the list
            near = self.cards.get(focused) or next(iter(self.cards.values()), None)
            (near.edit if near is not None else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, memory: Memory, now: datetime, found_by: str) -> MemoryCard:
        card = MemoryCard(memory, now=now, found_by=found_by, parent=self)
        card.keep_wanted.connect(lambda the_id: self._ask(lambda memories: memories.keep(the_id)))
        card.dismiss_wanted.connect(lambda the_id: self._ask(lambda memories: memories.dismiss(the_id)))
        card.edited.connect(self._edit)
        card.pin_wanted.connect(lambda the_id, pinned: self._ask(lambda memories: memories.pin(the_id, pinned=pinned)))
        card.expiry_wanted.connect(lambda the_id, at: self._ask(lambda memories: memories.expire(the_id, at)))
        card.forget_wanted.connect(self._forget)
        card.origin_wanted.connect(self.origin_wanted)
        return card

    def _show_count(self, count: int, waiting: int, found: int | None) -> None:
        words = self.tr("%n memories", "", count - waiting)
        if waiting:
            words += "  ·  " + self.tr("%n waiting for your answer", "", waiting)
        if found is not None:
            words = self.tr("%n found", "", found)
        self.count.setText(words)
        for widget in (self.count, self.search):
            widget.setVisible(count > 0)
        self.forget_all.setVisible(count > 0 and found is None)
        self.empty.setVisible(count == 0 or found == 0)
        if count == 0:
            self._show_empty()
        elif found == 0:
            self.empty.set_content("search", self.tr("Nothing found"), self.tr("No memory holds these words."))

    def _show_empty(self) -> None:
        texts = {
            "ask": self.tr(
                "When you mention something about yourself in a chat, Hearth asks whether to remember it. You can also "
                "write it here."
            ),
            "automatic": self.tr("What you mention about yourself in a chat will be kept, and listed here."),
            "never": self.tr("Hearth learns nothing from chats. What you write here is remembered all the same."),
        }
        self.empty.set_content("thinking", self.tr("Nothing is remembered yet"), texts[self.mode.value()])

    def _show_more(self) -> None:
        self._most += _MOST_CARDS
        self.refresh()

    # ---- doing -----------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        text = self.new.text().strip()
        if not text:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return

        def added(_: Memory) -> None:
            self.new.clear()
            announce(self, self.tr("Remembered."))

        self._ask(lambda memories: memories.add(text), done=added)

    def _edit(self, memory_id: str, text: str, kind: str) -> None:
        state = self.cards[memory_id].memory.state if memory_id in self.cards else "kept"
        wanted: Any = kind
        if state == "proposed":
            self._ask(lambda memories: memories.keep(memory_id, text=text, kind=wanted))
        else:
            self._ask(lambda memories: memories.edit(memory_id, text, kind=wanted))

    def _forget(self, memory_id: str) -> None:
        memory = self.cards[memory_id].memory

        def forgotten(_: int) -> None:
            again = lambda: self._ask(  # noqa: E731 short
                lambda memories: memories.add(
                    memory.text, kind=memory.kind, pinned=memory.pinned, expires_at=memory.expires_at
                )
            )
            self._toasts.show(self.tr("Forgotten."), action=(self.tr("Remember it again"), again))

        self._ask(lambda memories: memories.forget([memory_id]), done=forgotten)

    def _ask_to_forget_all(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Forget everything"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Forget all %n memories?", "", len(self._memories)))
        box.setInformativeText(
            self.tr("This cannot be undone. The chats in which they were learnt stay, and still hold the words.")
        )
        forget = box.addButton(self.tr("Forget everything"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        forget.clicked.connect(lambda: self._ask(lambda memories: memories.forget_all()))
        box.finished.connect(box.deleteLater)
        box.open()

    # ---- whether it learns -----------------------------------------------------------------------------------------

    def _choose_mode(self, mode: str) -> None:
        self._bridge.call(
            self._assistant.settings.change("memory.mode", mode),
            done=lambda _: self._show_mode(),
            failed=self._report,
            owner=self,
        )

    def _show_mode(self) -> None:
        mode = self._assistant.settings.values.memory.mode
        self.mode.set_value(mode)
        texts = {
            "ask": self.tr("After an answer Hearth proposes what it noticed. Only what you keep is remembered."),
            "automatic": self.tr("What Hearth notices is kept at once, and you are told."),
            "never": self.tr("Hearth notices nothing. What is in the list is still used."),
        }
        self._mode_words.setText(texts[mode])
        if not self._memories:
            self._show_empty()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, MemoriesChanged):
            self._soon.start()
        elif change == SettingChanged("memory.mode"):
            self._show_mode()
