"""What was noticed about the owner in a chat: a bar above the composer that asks, and takes no keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.errors import HearthError
from core.events import MemoriesChanged, MemoryProposed
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.memory.facts import Memories
    from core.memory.memory_rows import Memory
    from desktop.bridge import Bridge
    from desktop.chat.chat_page import ChatPage

T = TypeVar("T")


class ProposalBar(QFrame):
    """One proposal at a time: “Keep”, “Edit”, “No”."""

    kept = Signal(str, str)  # id, text
    dismissed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "accent_card")
        self._memory: Memory | None = None
        self._sign = QLabel(self)
        self._question = QLabel(self)
        self._question.setProperty("role", "strong")
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("What is remembered"))
        self.field.returnPressed.connect(self._keep)
        self.field.installEventFilter(self)
        self.keep = self._button(self.tr("Keep"), self._keep)
        self.edit = self._button(self.tr("Edit"), self._begin_edit)
        self.no = self._button(self.tr("No"), self._dismiss)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.keep, self.edit, self.no):
            buttons.addWidget(button)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._question)
        told.addWidget(self.words)
        told.addWidget(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, stretch=1)
        row.addLayout(buttons)
        theme().changed.connect(self._paint_sign)
        self._paint_sign()
        self.hide()

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: do())
        return button

    def _paint_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icon_pixmap("thinking", colour="accent_on_soft", size=theme().px(18), ratio=ratio))

    def show_memory(self, memory: Memory, *, others: int) -> None:
        """Ask about this one; `others` wait behind it."""
        new = self._memory is None or self._memory.memory_id != memory.memory_id
        self._memory = memory
        question = self.tr("Remember this?")
        if others:
            question += "  " + self.tr("(%n more)", "", others)
        self._question.setText(question)
        self.words.setText(visible(memory.text))
        self.setAccessibleName(f"{question} {visible(memory.text)}")
        if new:
            self._show_field(False)
        self.show()

    def put_away(self) -> None:
        """Nothing is to be asked."""
        self._memory = None
        self.hide()

    @property
    def memory_id(self) -> str:
        """What is asked about, empty while nothing is."""
        return self._memory.memory_id if self._memory is not None else ""

    def _show_field(self, shown: bool) -> None:  # noqa: FBT001  a setter
        self.field.setVisible(shown)
        self.words.setVisible(not shown)
        self.edit.setVisible(not shown)
        if shown and self._memory is not None:
            self.field.setText(self._memory.text)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_edit(self) -> None:
        self._show_field(True)

    def _keep(self) -> None:
        if self._memory is not None:
            text = self.field.text().strip() if self.field.isVisible() else ""
            self.kept.emit(self._memory.memory_id, text)

    def _dismiss(self) -> None:
        if self._memory is not None:
            self.dismissed.emit(self._memory.memory_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the field as it was."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self.field and event.type() == QEvent.Type.KeyPress and is_escape:
            self._show_field(False)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False


class MemoryProposals(QObject):
    """Shows what was noticed in the chat on the screen; what is not answered waits on the page of memories, too."""

    def __init__(
        self, page: ChatPage, bridge: Bridge, assistant: Assistant, *, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._waiting: dict[str, Memory | None] = {}  # in the order of noticing; None while it is being fetched
        self.bar: ProposalBar | None = None
        page.conversation_changed.connect(lambda _: self._show())
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def _on_change(self, change: Change) -> None:
        if isinstance(change, MemoryProposed):
            the_id, kept = change.memory_id, change.kept
            if not kept:
                self._waiting[the_id] = None
            self._ask(lambda memories: memories.get(the_id), done=lambda memory: self._noticed(memory, kept=kept))
        elif isinstance(change, MemoriesChanged) and self._waiting:
            self._ask(lambda memories: memories.list(state="proposed"), done=self._still)

    def _ask(self, work: Callable[[Memories], Coroutine[Any, Any, T]], done: Callable[[T], None] | None = None) -> None:
        async def asked() -> T:
            return await work(await asyncio.to_thread(lambda: self._assistant.memory))

        self._bridge.call(asked(), done=done, failed=self._failed, owner=self)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, HearthError):  # one that was forgotten meanwhile is no news
            self._report(error)

    def _noticed(self, memory: Memory, *, kept: bool) -> None:
        page = self._page
        if kept:
            undo = lambda: self._ask(lambda memories: memories.forget([memory.memory_id]))  # noqa: E731 short
            words = self.tr("Remembered: “{0}”").format(visible(memory.text))
            page.toasts.show(words, action=(self.tr("Forget it"), undo))
            return
        self._waiting[memory.memory_id] = memory
        self._show()

    def _still(self, proposed: list[Memory]) -> None:
        there = {one.memory_id: one for one in proposed}
        self._waiting = {key: there[key] for key in self._waiting if key in there}
        self._show()

    def _show(self) -> None:
        page = self._page
        here = [
            one for one in self._waiting.values() if one is not None and one.conversation_id == page.conversation_id
        ]
        if not here:
            if self.bar is not None and self.bar.memory_id:
                had_keyboard = self.bar.isAncestorOf(page.focusWidget() or page)
                page.hold_still()
                self.bar.put_away()
                if had_keyboard:
                    page.composer.focus_editor()
            return
        if self.bar is None:
            self.bar = ProposalBar(page)
            self.bar.kept.connect(self._keep)
            self.bar.dismissed.connect(self._dismiss)
            page.put_above_composer(self.bar)
        if not self.bar.memory_id:
            page.hold_still()
        if self.bar.memory_id != here[0].memory_id:
            announce(page, self.tr("Remember this? {0}").format(visible(here[0].text)))
        self.bar.show_memory(here[0], others=len(here) - 1)

    def _keep(self, memory_id: str, text: str) -> None:
        self._ask(lambda memories: memories.keep(memory_id, text=text or None), done=lambda _: self._done(memory_id))

    def _dismiss(self, memory_id: str) -> None:
        self._ask(lambda memories: memories.dismiss(memory_id), done=lambda _: self._done(memory_id))

    def _done(self, memory_id: str) -> None:
        self._waiting.pop(memory_id, None)
        self._show()
