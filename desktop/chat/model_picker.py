"""The button that says which model answers, and opens the list to choose another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.chat.model_choices import STATE_MARKS, ModelChoice, ModelState, state_words
from desktop.theme.icons import icon, icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.picker_button import PickerButton, button_text

if TYPE_CHECKING:
    from desktop.chat.model_popup import ModelPopup

__all__ = ["ModelChoice", "ModelPicker", "ModelState"]

_MOST_LETTERS = 28
_WIDTH = 400


class ModelPicker(PickerButton):
    """Takes value objects, emits the chosen name; which model is in use is set by the page, not by the click."""

    chosen = Signal(str)
    refresh_requested = Signal()  # also when the list is opened: what is in memory changes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("picker", parent)
        self._models: tuple[ModelChoice, ...] = ()
        self._current = ""
        self._server_trouble = ""
        self._popup: ModelPopup | None = None
        theme().changed.connect(self._show_current)
        self._show_current()

    def set_models(self, models: Sequence[ModelChoice], *, server_trouble: str = "") -> None:
        """What can be chosen. `server_trouble` is a sentence with the next step, when no server answers."""
        self._models, self._server_trouble = tuple(models), server_trouble
        self._show_current()
        if self._popup is not None and self._popup.isVisible():
            self._popup.show_models(self._models, self._current, server_trouble=server_trouble)

    def set_loaded(self, name: str) -> None:
        """This model has just answered, so it is in memory. The others are known again with the next `set_models`."""
        loaded = [replace(choice, state="loaded") if choice.name == name else choice for choice in self._models]
        if loaded != list(self._models):
            self.set_models(loaded, server_trouble=self._server_trouble)

    def set_current(self, name: str) -> None:
        """The model in use, by the gateway's name; one that is not in the list is shown as missing."""
        self._current = name
        self._show_current()

    def current(self) -> str:
        """The model in use."""
        return self._current

    def state(self) -> ModelState:
        """How the model in use is."""
        if self._server_trouble:
            return "server_down"
        return next((choice.state for choice in self._models if choice.name == self._current), "missing")

    def open_list(self) -> None:
        """Open the list under (or above) the button, and ask for fresh states."""
        if self._popup is None:
            from desktop.chat.model_popup import ModelPopup

            self._popup = ModelPopup(self)
            self._popup.chosen.connect(self.chosen)
            self._popup.refresh_requested.connect(self.refresh_requested)
            self.own(self._popup)
        self._popup.show_models(self._models, self._current, server_trouble=self._server_trouble)
        self.unfold(self._popup, width=_WIDTH)
        self.refresh_requested.emit()

    def popup(self) -> ModelPopup | None:
        """The list, once it was opened."""
        return self._popup

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow stands at the right edge."""
        super().paintEvent(event)
        side = theme().px(14)
        arrow = icon_pixmap("chevron-down", size=side, ratio=self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - side - 7, (self.height() - side) // 2, arrow)

    def folded(self) -> None:
        """The keyboard comes back to the button."""
        super().folded()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_current(self) -> None:
        choice = next((choice for choice in self._models if choice.name == self._current), None)
        label = choice.label if choice else self._current or self.tr("Choose a model")
        state = self.state()
        mark, colour = STATE_MARKS[state] if self._current else ("model", "text_muted")
        side = theme().px(14)
        self.setIcon(icon(mark, colour=colour, size=side))
        self.setIconSize(QSize(side, side))
        self.setText(button_text(label, most=_MOST_LETTERS))
        is_remote = choice is not None and choice.remote
        parts = [label, state_words(state, remote=is_remote) if self._current else ""]
        self.setAccessibleName(self.tr("Model: %1").replace("%1", ", ".join(part for part in parts if part)))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
