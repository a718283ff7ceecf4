"""The button that says which documents a chat asks, and the list to choose them from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.picker_button import PickerButton, button_text
from desktop.widgets.popup_frame import PopupFrame

_WIDTH = 340
_MOST_LETTERS = 16
_ROWS_IN_SIGHT = 7


@dataclass(frozen=True, slots=True)
class AskedDocuments:
    """Which documents a chat asks.

    `offered` are (id, name, files that can be asked) of all collections. `every`: all of them, also later ones; else
    `chosen` are ids. `attached` counts files of the chat itself, which are asked in any case; `waiting` files that are
    still to be read. `begins`: nothing was said in the chat yet, and the button says in words what it is for.
    """

    offered: tuple[tuple[str, str, int], ...] = ()
    every: bool = False
    chosen: tuple[str, ...] = ()
    attached: int = 0
    waiting: int = 0
    begins: bool = False

    @property
    def asked_ids(self) -> tuple[str, ...]:
        """Collections that are asked and still there."""
        return tuple(one for one, _, _ in self.offered if self.every or one in self.chosen)

    @property
    def asks(self) -> bool:
        """Whether the owner wants answers from documents here."""
        return bool(self.asked_ids)


class SourcesPicker(PickerButton):
    """`chosen` carries (every, ids); what is asked is set by the page, not by the click."""

    chosen = Signal(bool, object)
    manage_wanted = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", parent)
        self._asked = AskedDocuments()
        self._popup: SourcesPopup | None = None
        self.setObjectName("ask_documents")
        theme().changed.connect(self._show)
        self._show()

    def set_asked(self, asked: AskedDocuments) -> None:
        """What there is, and what this chat asks of it."""
        self._asked = asked
        self._show()
        if self._popup is not None and self._popup.isVisible():
            self._popup.show_asked(asked)

    @property
    def asked(self) -> AskedDocuments:
        """What was set."""
        return self._asked

    def open_list(self) -> None:
        """Open the list beside the button."""
        if self._popup is None:
            self._popup = SourcesPopup(self)
            self._popup.chosen.connect(self.chosen)
            self._popup.manage_wanted.connect(self.manage_wanted)
            self.own(self._popup)
        self._popup.show_asked(self._asked)
        self.unfold(self._popup, width=_WIDTH)
        self.opened.emit()

    def popup(self) -> SourcesPopup | None:
        """The list, once it was opened."""
        return self._popup

    def _show(self) -> None:
        asked = self._asked
        side = theme().px(18)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("file-text", size=18, colour="accent" if asked.asks or asked.attached else "text_muted"))
        words = self._words()
        short = button_text(words, most=_MOST_LETTERS)
        if not words and asked.begins and any(ready for _, _, ready in asked.offered):
            short = self.tr("Documents")
        self.setText(f" {short}" if short else "")
        if words:
            spoken = self.tr("Answers from documents: {0}").format(words)
            self.setToolTip(spoken)
        else:
            spoken = self.tr("Answers from documents: none")
            self.setToolTip(self.tr("Ask my documents"))
        self.setAccessibleName(spoken)
        self.updateGeometry()

    def _words(self) -> str:
        asked = self._asked
        names = [name for one, name, _ in asked.offered if one in asked.asked_ids]
        if asked.every and names:
            return self.tr("All documents")
        if len(names) == 1:
            return names[0]
        if names:
            return self.tr("%n collections", "", len(names))
        return self.tr("%n attached files", "", asked.attached) if asked.attached else ""


class SourcesPopup(PopupFrame):
    """All documents, or some collections of them; every tick counts at once."""

    chosen = Signal(bool, object)
    manage_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Ask my documents"))
        self._asked = AskedDocuments()
        self.every = QCheckBox(self.tr("All my documents"), self)
        self.boxes: dict[str, QCheckBox] = {}
        title = QLabel(self.tr("Ask my documents"), self)
        title.setProperty("role", "strong")
        self._hint = self._label("caption")
        self._attached = self._label("caption")
        self._divider = QFrame(self)
        self._divider.setProperty("role", "divider")
        self.manage = QPushButton(icon("file-text", size=16), " " + self.tr("Add and manage documents…"), self)
        self.manage.setProperty("kind", "nav")
        self.manage.setAccessibleName(self.tr("Add and manage documents…"))
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        self._scroll.viewport().setAutoFillBackground(False)  # the popup's own ground
        self._list.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(6)
        for widget in (title, self._hint, self.every, self._scroll, self._attached, self._divider, self.manage):
            layout.addWidget(widget)
        self.every.clicked.connect(self._take_every)
        self.manage.clicked.connect(self._manage)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_asked(self, asked: AskedDocuments) -> None:
        """Show what there is and what is ticked."""
        if [one[:2] for one in asked.offered] != [one[:2] for one in self._asked.offered] or not self.boxes:
            self._fill(asked)
        self._asked = asked
        self.every.setChecked(asked.every and bool(asked.offered))
        self.every.setVisible(bool(asked.offered))
        for one, name, count in asked.offered:
            box = self.boxes[one]
            box.setText(f"{name}  ·  {count}".replace("&", "&&"))
            box.setAccessibleName(self.tr("{name}, %n documents", "", count).format(name=name))
            box.setChecked(asked.every or one in asked.chosen)
        self._hint.setText(self._hint_text(asked))
        self._attached.setText(self.tr("%n files attached to this chat are asked, too.", "", asked.attached))
        self._attached.setVisible(asked.attached > 0)
        self._scroll.setVisible(bool(asked.offered))
        height = self._list.sizeHint().height()
        self._scroll.setFixedHeight(min(height, theme().px(34) * _ROWS_IN_SIGHT))
        self.adjustSize()

    def _hint_text(self, asked: AskedDocuments) -> str:
        if not asked.offered:
            return self.tr("There are no documents yet. Add files or a folder, and ask about what is in them.")
        if asked.waiting:
            return self.tr("%n files are still being read; answers come from the others.", "", asked.waiting)
        return self.tr("Answers come from what is ticked, with their sources.")

    def _fill(self, asked: AskedDocuments) -> None:
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        before = self.every
        for one, _, _ in asked.offered:
            box = QCheckBox(self._list)
            box.clicked.connect(self._take)
            self.boxes[one] = box
            self._rows.addWidget(box)
            QWidget.setTabOrder(before, box)
            before = box
        QWidget.setTabOrder(before, self.manage)

    def take_focus(self) -> None:
        """The keyboard goes where one can choose."""
        target: QWidget = self.every if self._asked.offered else self.manage
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Arrows go from box to box, as in a list; Enter closes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.manage.hasFocus():
                self.close()
                return True
        return super().event(event)

    def _take_every(self) -> None:
        self.chosen.emit(self.every.isChecked(), ())

    def _take(self) -> None:
        """One box: of “all”, all others stay ticked."""
        ticked = tuple(one for one, box in self.boxes.items() if box.isChecked())
        self.chosen.emit(False, ticked)

    def _manage(self) -> None:
        self.close()
        self.manage_wanted.emit()
