"""One memory as a card: its words, where they came from, and everything that can be done with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.memory.memory_words import fate_words, origin_words
from desktop.theme.theme_state import theme
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icon_button import IconButton
from desktop.widgets.menu import Menu
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from core.memory.memory_rows import Memory

_EDITOR_LINES = 3
_CONTROL = Qt.KeyboardModifier.ControlModifier


class MemoryEditor(QPlainTextEdit):
    """Ctrl+Enter saves, Esc leaves it as it was."""

    saved = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two keys that end it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL:
            self.saved.emit()
        else:
            super().keyPressEvent(event)


class MemoryCard(QFrame):
    """Says what is wanted by signals; what it shows comes with `show_memory`."""

    keep_wanted = Signal(str)
    dismiss_wanted = Signal(str)
    edited = Signal(str, str, str)  # id, text, kind
    pin_wanted = Signal(str, bool)
    expiry_wanted = Signal(str, object)  # id, datetime or None
    forget_wanted = Signal(str)
    origin_wanted = Signal(str, str)  # conversation, message

    def __init__(self, memory: Memory, *, now: datetime, found_by: str = "", parent: QWidget) -> None:
        super().__init__(parent)
        self.memory = memory
        self._now = now
        self.editor: MemoryEditor | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 12, 12)
        self._layout.setSpacing(8)
        self._found_by = found_by
        self._inside: QWidget | None = None
        self.show_memory(memory)

    def show_memory(self, memory: Memory) -> None:
        """Show it as it is now."""
        self.memory = memory
        proposed = memory.state == "proposed"
        self.setProperty("role", "accent_card" if proposed else "card")
        self.setAccessibleName(visible(memory.text))
        self._fill(self._proposal() if proposed else self._kept())

    def _fill(self, inside: QWidget) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._layout.addWidget(inside)

    # ---- as it is read ---------------------------------------------------------------------------------------------

    def _words(self, inside: QWidget) -> QLabel:
        words = QLabel(visible(self.memory.text), inside)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _badge(self, text: str, inside: QWidget) -> QLabel:
        badge = QLabel(text, inside)
        badge.setProperty("role", "badge")
        return badge

    def _facts(self, inside: QWidget) -> FlowLayout:
        """Where it came from, and what became of it."""
        memory = self.memory
        flow = FlowLayout(spacing=8)
        if memory.kind == "preference":
            flow.addWidget(self._badge(self.tr("Preference"), inside))
        if memory.conversation_id is None:
            flow.addWidget(self._caption(origin_words(memory), inside))
        else:
            origin = QPushButton(origin_words(memory), inside)
            origin.setProperty("kind", "link")
            origin.setObjectName("origin")
            origin.setToolTip(self.tr("Show the chat"))
            origin.clicked.connect(
                lambda: self.origin_wanted.emit(memory.conversation_id or "", memory.message_id or "")
            )
            flow.addWidget(origin)
        for words in [*fate_words(memory, self._now), *([self._found_by] if self._found_by else [])]:
            flow.addWidget(self._caption(words, inside))
        return flow

    def _caption(self, text: str, inside: QWidget) -> QLabel:
        label = QLabel(text, inside)
        label.setProperty("role", "caption")
        return label

    def _kept(self) -> QWidget:
        inside = QWidget(self)
        memory = self.memory
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._words(inside), stretch=1)
        pin_title = self.tr("Use it only where it matters") if memory.pinned else self.tr("Use it in every answer")
        self.pin = IconButton("pin-filled" if memory.pinned else "pin", pin_title, parent=inside)
        self.pin.clicked.connect(lambda: self.pin_wanted.emit(memory.memory_id, not memory.pinned))
        self.edit = IconButton("edit", self.tr("Word it otherwise"), parent=inside)
        self.edit.clicked.connect(self.begin_edit)
        self.expiry = IconButton("clock", self.tr("How long it is remembered"), parent=inside)
        self.expiry.clicked.connect(self._choose_expiry)
        self.forget = IconButton("trash", self.tr("Forget it"), parent=inside)
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(memory.memory_id))
        for button in (self.pin, self.edit, self.expiry, self.forget):
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(self._facts(inside))
        return inside

    def _proposal(self) -> QWidget:
        inside = QWidget(self)
        memory_id = self.memory.memory_id
        title = QLabel(self.tr("Remember this?"), inside)
        title.setProperty("role", "strong")
        self.keep = QPushButton(self.tr("Keep"), inside)
        self.keep.setProperty("kind", "primary")
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(memory_id))
        self.edit = IconButton("edit", self.tr("Word it otherwise"), parent=inside)
        self.edit.clicked.connect(self.begin_edit)
        self.no = QPushButton(self.tr("No"), inside)
        self.no.clicked.connect(lambda: self.dismiss_wanted.emit(memory_id))
        row = QHBoxLayout()
        for button in (self.keep, self.no, self.edit):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._words(inside))
        column.addLayout(self._facts(inside))
        column.addLayout(row)
        return inside

    def _choose_expiry(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("expiry_menu")
        choices = (
            (self.tr("For good"), None),
            (self.tr("For a week"), 7),
            (self.tr("For a month"), 30),
            (self.tr("For half a year"), 183),
            (self.tr("For a year"), 365),
        )
        for title, days in choices:
            until = None if days is None else self._now + timedelta(days=days)
            menu.addAction(title).triggered.connect(
                lambda _=False, until=until: self.expiry_wanted.emit(self.memory.memory_id, until)
            )
        menu.popup(self.expiry.mapToGlobal(self.expiry.rect().bottomLeft()))

    # ---- as it is written ------------------------------------------------------------------------------------------

    def begin_edit(self) -> None:
        """Let the owner word it otherwise, in place."""
        inside = QWidget(self)
        self.editor = editor = MemoryEditor(self.memory.text, inside)
        editor.setAccessibleName(self.tr("What is remembered"))
        editor.setTabChangesFocus(True)
        editor.setFixedHeight(editor.fontMetrics().lineSpacing() * _EDITOR_LINES + theme().px(18))
        self.kind = SegmentedControl(
            self.tr("Kind"), (("fact", self.tr("Fact")), ("preference", self.tr("Preference"))), parent=inside
        )
        self.kind.set_value(self.memory.kind)
        self.save = QPushButton(self.tr("Keep"), inside)
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self._save)
        cancel = QPushButton(self.tr("Cancel"), inside)
        cancel.clicked.connect(self._end_edit)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(cancel)
        row.addStretch(1)
        row.addWidget(self.kind)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(editor)
        column.addLayout(row)
        editor.saved.connect(self._save)
        editor.left.connect(self._end_edit)
        self._fill(inside)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.moveCursor(editor.textCursor().MoveOperation.End)

    @property
    def is_edited(self) -> bool:
        """Whether the owner is changing it now."""
        return self.editor is not None

    def _save(self) -> None:
        if self.editor is not None:
            text, kind = self.editor.toPlainText().strip(), self.kind.value()
            if text:
                self.edited.emit(self.memory.memory_id, text, kind)
                self._end_edit()

    def _end_edit(self) -> None:
        self.editor = None
        self.show_memory(self.memory)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
