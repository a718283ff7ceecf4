"""Prompts offered while a “/” stands at the beginning of the composer: filtered as one types, taken by Enter or Tab.

The keyboard stays in the editor: the menu only watches its keys. While an input method composes, it keeps out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidgetItem, QVBoxLayout

from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.card_rows import ROW_HEIGHT, Card, CardRows
from desktop.widgets.popup_frame import paint_raised

if TYPE_CHECKING:
    from core.chat.prompt_library import Prompt
    from desktop.chat.message_editor import MessageEditor

_ROWS_IN_SIGHT = 6
_WIDTH = 460
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS_IN_SIGHT,
    Qt.Key.Key_PageDown: _ROWS_IN_SIGHT,
}


class SlashMenu(QFrame):
    """A child of the window, above the editor. `chosen` carries the prompt."""

    chosen = Signal(object)

    def __init__(self, editor: MessageEditor) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self._prompts: tuple[Prompt, ...] = ()
        self._given_up = False
        self.rows = CardRows(self.tr("Prompts"), self)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        hint = QLabel(self.tr("Enter takes it, Esc keeps the text as it is."), self)
        hint.setProperty("role", "caption")
        hint.setContentsMargins(8, 0, 8, 4)
        self._hint = hint
        self.setAccessibleName(self.tr("Prompts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.rows)
        layout.addWidget(hint)
        self.rows.itemClicked.connect(self._take)
        editor.installEventFilter(self)
        self.hide()

    def set_prompts(self, prompts: Sequence[Prompt]) -> None:
        """What can be chosen."""
        self._prompts = tuple(prompts)
        if self.isVisible():
            self.follow(self._editor.toPlainText())

    def follow(self, text: str) -> None:
        """The editor's text is `text` now: offer what fits the name that is being typed."""
        name = typed_name(text)
        if name is None:
            self._given_up = self._given_up and text.startswith("/")
            self.hide()
            return
        found = matching(self._prompts, name)
        if self._given_up or not found:
            self.hide()
            return
        self.rows.set_cards([_card(prompt) for prompt in found])
        if not self.isVisible() or self.rows.current_id() not in self.rows.shown_ids():
            self.rows.setCurrentRow(0)
        if any(prompt.name.casefold() == name.casefold() for prompt in found):
            self.rows.setCurrentRow(0)
        self._place()
        if not self.isVisible():
            self.show()
            self._say()
        self.raise_()

    def given_up(self) -> bool:
        """Whether the owner closed the menu: the text is meant as it stands."""
        return self._given_up

    def give_up(self) -> None:
        """Offer nothing as long as the text begins with this slash."""
        self._given_up = True
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor's keys while the menu is open; it goes when the keyboard does."""
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self._editor.is_composing():
            return self._on_key(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """What floats above the page."""
        paint_raised(self)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain:
            return False
        if key in _STEPS:
            self.rows.step(_STEPS[key])
            self._say()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.rows.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.give_up()
            return True
        return False

    def _take(self, item: QListWidgetItem | None) -> None:
        wanted = self.rows.current_id() if item is not None else ""
        prompt = next((one for one in self._prompts if one.prompt_id == wanted), None)
        if prompt is not None:
            self.hide()
            self.chosen.emit(prompt)

    def _say(self) -> None:
        """The focus stays in the editor, so a screen reader must be told which row is meant."""
        item = self.rows.currentItem()
        if item is not None:
            place = self.tr("{0} of {1}").format(self.rows.currentRow() + 1, self.rows.count())
            announce(self._editor, f"{item.data(Qt.ItemDataRole.AccessibleTextRole)}, {place}")

    def _place(self) -> None:
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(_ROWS_IN_SIGHT, max(1, self.rows.count()))
        self.rows.setFixedHeight(rows * theme().px(ROW_HEIGHT) + 4)
        top_left = self._editor.mapTo(window, QPoint(0, 0))
        width = min(theme().px(_WIDTH), self._editor.width() + 16, window.width() - 16)
        self.setFixedWidth(width)
        self.adjustSize()
        room = top_left.y() - 24
        if self.height() > room:  # little room above the composer: fewer rows, which scroll
            self.rows.setFixedHeight(max(theme().px(ROW_HEIGHT), self.rows.height() - (self.height() - room)))
            self.adjustSize()
        self.move(max(8, top_left.x() - 8), max(8, top_left.y() - self.height() - 20))


def typed_name(text: str) -> str | None:
    """The name after the slash while it is being typed; None when there is no slash or the name is over."""
    if not text.startswith("/") or any(character.isspace() for character in text):
        return None
    return text[1:]


def called(prompts: Sequence[Prompt], text: str) -> tuple[Prompt, str] | None:
    """`/name rest`: the prompt that is called so, and the rest; None when no prompt is."""
    if not text.startswith("/"):
        return None
    words = text[1:].split(maxsplit=1)
    name = words[0].casefold() if words and not text[1:2].isspace() else ""
    prompt = next((one for one in prompts if name and one.name.casefold() == name), None)
    return None if prompt is None else (prompt, words[1].strip() if len(words) > 1 else "")


def matching(prompts: Sequence[Prompt], typed: str) -> list[Prompt]:
    """Names that begin so first, then what holds the letters in name, title or description."""
    wanted = typed.casefold()
    begin = [one for one in prompts if one.name.casefold().startswith(wanted)]
    hold = [
        one for one in prompts if one not in begin and wanted in f"{one.name} {one.title} {one.description}".casefold()
    ]
    return sorted(begin, key=lambda one: one.name.casefold() != wanted) + hold


def _card(prompt: Prompt) -> Card:
    return Card(
        prompt.prompt_id,
        prompt.title,
        prompt.description,
        icon_name="quote",
        colour="accent",
        trailing=f"/{prompt.name}",
        spoken=", ".join(part for part in (prompt.title, f"/{prompt.name}", prompt.description) if part),
    )
