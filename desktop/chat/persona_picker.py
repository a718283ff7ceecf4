"""The button that says who answers, and the list to choose another persona from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.avatar import avatar_icon
from desktop.widgets.card_rows import ROW_HEIGHT, Card, CardRows
from desktop.widgets.picker_button import PickerButton, button_text
from desktop.widgets.popup_frame import PopupFrame
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.chat.personas import Persona

_MOST_LETTERS = 16
_WIDTH = 340
_ROWS_IN_SIGHT = 7
_SEARCHED_FROM = 8


class PersonaPicker(PickerButton):
    """`chosen` carries an id, empty for nobody in particular; who answers is set by the page, not by the click."""

    chosen = Signal(str)
    manage_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", parent)
        self._personas: tuple[Persona, ...] = ()
        self._current = ""
        self._popup: PersonaPopup | None = None
        theme().changed.connect(self._show_current)
        self._show_current()

    def set_personas(self, personas: Sequence[Persona]) -> None:
        """Who can be chosen."""
        self._personas = tuple(personas)
        self._show_current()
        if self._popup is not None and self._popup.isVisible():
            self._popup.show_personas(self._personas, self._current)

    def set_current(self, persona_id: str) -> None:
        """Who answers now; one that is not there any more counts as nobody."""
        self._current = persona_id
        self._show_current()

    def current(self) -> Persona | None:
        """Who answers; None for nobody in particular."""
        return next((one for one in self._personas if one.persona_id == self._current), None)

    def open_list(self, anchor: QWidget | None = None) -> None:
        """Open the list beside `anchor`, or beside the button."""
        if self._popup is None:
            self._popup = PersonaPopup(self)
            self._popup.chosen.connect(self.chosen)
            self._popup.manage_wanted.connect(self.manage_wanted)
            self.own(self._popup)
        self._popup.show_personas(self._personas, self._current)
        self.unfold(self._popup, width=_WIDTH, anchor=anchor)

    def popup(self) -> PersonaPopup | None:
        """The list, once it was opened."""
        return self._popup

    def _show_current(self) -> None:
        side = theme().px(18)
        self.setIconSize(QSize(side, side))
        persona = self.current()
        if persona is None:
            self.setIcon(icon("users", size=18))
            self.setText("")
            self.setAccessibleName(self.tr("Persona: none"))
            self.setToolTip(self.tr("Choose a persona"))
        else:
            name = persona.name
            self.setIcon(avatar_icon(name, persona.colour, size=side, ratio=self.devicePixelRatioF()))
            self.setText(f" {button_text(name, most=_MOST_LETTERS)}")
            self.setAccessibleName(self.tr("Persona: {0}").format(name))
            self.setToolTip(self.accessibleName())
        self.updateGeometry()


class PersonaPopup(PopupFrame):
    """Nobody in particular first, then all personas, then the way to their page."""

    chosen = Signal(str)
    manage_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Choose a persona"))
        self._search = SearchField(self.tr("Search personas"), parent=self)
        self.rows = CardRows(self.tr("Personas"), self)
        self.manage = QPushButton(icon("settings", size=16), " " + self.tr("Edit personas…"), self)
        self.manage.setProperty("kind", "nav")
        self.manage.setAccessibleName(self.tr("Edit personas…"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self._search, self.rows, self.manage):
            layout.addWidget(widget)
        self.rows.installEventFilter(self)
        self.rows.itemClicked.connect(self._take)
        self._search.searched.connect(self._on_searched)
        self._search.moved.connect(self.rows.step)
        self._search.returnPressed.connect(lambda: self._take(self.rows.currentItem()))
        self._search.left_empty.connect(self.close)
        self.manage.clicked.connect(self._manage)

    def show_personas(self, personas: Sequence[Persona], current: str) -> None:
        """Fill the list."""
        nobody = Card("", self.tr("No persona"), self.tr("Plain answers, no particular role"), icon_name="hearth")
        cards = [Card(one.persona_id, one.name, one.description, colour=one.colour) for one in personas]
        self.rows.set_cards([nobody, *cards])
        self._search.clear()
        self._search.setVisible(len(cards) >= _SEARCHED_FROM)
        self.rows.filter("")
        if not self.rows.set_current(current):
            self.rows.set_current("")
        self._fit()

    def take_focus(self) -> None:
        """The keyboard goes where one can choose."""
        target: QWidget = self._search if self._search.isVisible() else self.rows
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the row."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.rows.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _on_searched(self, text: str) -> None:
        self.rows.filter(text)
        if self.rows.current_id() not in self.rows.shown_ids() and self.rows.shown_ids():
            self.rows.set_current(self.rows.shown_ids()[0])
        self._fit()

    def _fit(self) -> None:
        rows = min(_ROWS_IN_SIGHT, max(1, len(self.rows.shown_ids())))
        self.rows.setFixedHeight(rows * theme().px(ROW_HEIGHT) + 4)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            wanted = self.rows.current_id()
            self.close()
            self.chosen.emit(wanted)

    def _manage(self) -> None:
        self.close()
        self.manage_wanted.emit()
