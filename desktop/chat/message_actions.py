"""What can be done with a message: the actions, the bar under a row and the context menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from core.conversations.message_tree import Message
from desktop.theme.icons import icon

translate = QCoreApplication.translate

ActionKind: TypeAlias = Literal[
    "copy",
    "copy_markdown",
    "edit",
    "regenerate",
    "retry",
    "previous_branch",
    "next_branch",
    "fork",
    "delete",
    "compare",
    "side_by_side",
    "change_note",
    "ask_about",
    "remove_note",
    "setup",
    "keep_note",
    "read_aloud",
    "play_recording",
    "open_source",
    "how_made",
    "show_memory",
]

#: What a row is part of: a chat, a page of notes, or one side of a comparison.
RowPlace: TypeAlias = Literal["chat", "notes", "comparison"]


@dataclass(frozen=True, slots=True)
class MessageAction:
    """The owner wants something done with a message.

    `text` is the new text for `edit` and `change_note`, the wanted model for `regenerate`, `retry` and `compare`
    (empty: the chat's own), the attachment for `play_recording`, the passage's number for `open_source`, and what was
    copied for `copy` and `copy_markdown`, which the transcript has done already.
    """

    kind: ActionKind
    message_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An action as it is shown."""

    kind: ActionKind
    title: str
    icon: str


def offers_for(message: Message, place: RowPlace = "chat", *, is_spoken: bool = False) -> list[Offer]:
    """The actions of a message, most wanted first. A growing answer, or one that is compared, can only be copied.

    `is_spoken`: it is being read aloud, so that the offer to do so ends it.
    """
    offers = [
        Offer("copy", translate("MessageActions", "Copy"), "copy"),
        Offer("copy_markdown", translate("MessageActions", "Copy as Markdown"), "file-text"),
    ]
    if message.state == "streaming" or place == "comparison":
        return offers
    if message.text.strip():
        offers.append(_aloud(is_spoken=is_spoken))
    if place == "notes":
        return [
            *offers,
            Offer("edit", translate("MessageActions", "Change this note"), "edit"),
            Offer("ask_about", translate("MessageActions", "Ask a model about this"), "question"),
            Offer("remove_note", translate("MessageActions", "Delete this note"), "trash"),
        ]
    if message.role == "user":
        offers.append(Offer("edit", translate("MessageActions", "Edit and send again"), "edit"))
    elif message.role == "assistant":
        offers.append(Offer("how_made", translate("MessageActions", "How this answer was made"), "info"))
        offers.append(Offer("regenerate", translate("MessageActions", "Answer again"), "retry"))
        if message.sibling_count > 1:
            offers.append(Offer("side_by_side", translate("MessageActions", "Show versions side by side"), "compare"))
    offers.append(Offer("fork", translate("MessageActions", "Continue in a new chat"), "fork"))
    offers.append(Offer("delete", translate("MessageActions", "Delete from here"), "trash"))
    return offers


def _aloud(*, is_spoken: bool) -> Offer:
    if is_spoken:
        return Offer("read_aloud", translate("MessageActions", "Stop reading"), "stop")
    return Offer("read_aloud", translate("MessageActions", "Read aloud"), "speaker")


class ActionBar(QWidget):
    """Small buttons under a row: the branch switch, which stays, and actions that come with pointer or keyboard."""

    chosen = Signal(str, str)  # kind, text

    def __init__(
        self,
        parent: QWidget,
        message: Message,
        models: Sequence[str],
        *,
        place: RowPlace = "chat",
        is_spoken: bool = False,
    ) -> None:
        super().__init__(parent)
        self._buttons: list[QToolButton] = []
        self._models = tuple(models)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        if message.sibling_count > 1:
            self._add_branch_switch(row, message)
        for offer in offers_for(message, place, is_spoken=is_spoken):
            if offer.kind != "copy_markdown":
                self._buttons.append(self._button(row, offer))
        if others_than(message, models) and place == "chat":
            self._add_model_choice()
            self._add_comparison(row, others_than(message, models))

    def show_actions(self, shown: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show or hide all but the branch switch."""
        for button in self._buttons:
            button.setVisible(shown)

    def _button(self, row: QHBoxLayout, offer: Offer) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "icon")
        button.setIcon(icon(offer.icon, size=16))
        button.setToolTip(offer.title)
        button.setAccessibleName(offer.title)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(offer.kind, ""))
        button.setObjectName(offer.kind)
        row.addWidget(button)
        return button

    def show_spoken(self, is_spoken: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Whether the message is being read aloud; the button that begins it ends it then."""
        offer = _aloud(is_spoken=is_spoken)
        for button in self._buttons:
            if button.objectName() == offer.kind and button.accessibleName() != offer.title:
                button.setIcon(icon(offer.icon, size=16))
                button.setToolTip(offer.title)
                button.setAccessibleName(offer.title)

    def _add_branch_switch(self, row: QHBoxLayout, message: Message) -> None:
        before = self._button(row, Offer("previous_branch", self.tr("Earlier version"), "chevron-left"))
        before.setEnabled(message.sibling_index > 0)
        label = QLabel(f"{message.sibling_index + 1}/{message.sibling_count}", self)
        label.setProperty("role", "caption")
        label.setAccessibleName(
            self.tr("Version %1 of %2")
            .replace("%1", str(message.sibling_index + 1))
            .replace("%2", str(message.sibling_count))
        )
        row.addWidget(label)
        after = self._button(row, Offer("next_branch", self.tr("Later version"), "chevron-right"))
        after.setEnabled(message.sibling_index + 1 < message.sibling_count)

    def _add_model_choice(self) -> None:
        button = next(button for button in self._buttons if button.objectName() == "regenerate")
        menu = QMenu(button)
        add_model_choice(menu, self._models, lambda model: self.chosen.emit("regenerate", model))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda at: menu.popup(button.mapToGlobal(at)))
        button.setToolTip(self.tr("Answer again (right-click to choose the model)"))

    def _add_comparison(self, row: QHBoxLayout, others: Sequence[str]) -> None:
        offer = Offer("compare", self.tr("Compare with another model"), "compare")
        if len(others) == 1:
            offer = Offer("compare", self.tr("Compare with {0}").format(others[0]), "compare")
        button = self._button(row, offer)
        button.clicked.disconnect()
        button.clicked.connect(lambda: self._compare(button, others))
        self._buttons.append(button)

    def _compare(self, button: QToolButton, others: Sequence[str]) -> None:
        if len(others) == 1:
            self.chosen.emit("compare", others[0])
            return
        menu = QMenu(button)
        add_model_choice(menu, others, lambda model: self.chosen.emit("compare", model))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def others_than(message: Message, models: Sequence[str]) -> list[str]:
    """Models that may answer beside this answer; none for anything that is no whole answer."""
    if message.role != "assistant" or message.state == "streaming" or len(models) < 2:
        return []
    return [name for name in models if name != message.model]


def add_model_choice(menu: QMenu, models: Sequence[str], chosen: object) -> None:
    """One entry a model."""
    assert callable(chosen)
    for name in models:
        menu.addAction(name).triggered.connect(lambda _checked=False, name=name: chosen(name))
