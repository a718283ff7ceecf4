"""Controls of settings that name models: they offer those that are installed, and take any other name as well."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.inference.served_models import ServedModel
    from desktop.bridge import Bridge

LEAST_WIDTH = 220


class ModelOffer(QObject):
    """The models that can be chosen now. One for all controls; asks the core when a control comes into sight."""

    changed = Signal()

    def __init__(
        self, bridge: Bridge, ask: Callable[[], Coroutine[Any, Any, Sequence[ServedModel]]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ask = ask
        self.names: tuple[str, ...] = ()

    def look(self) -> None:
        """Ask which models there are. When no server answers, the controls offer nothing and still take a name."""
        self._bridge.call(self._ask(), done=self._take, failed=lambda _: self._take(()), owner=self)

    def _take(self, models: Sequence[ServedModel]) -> None:
        names = tuple(model.name for model in models if model.chats)
        if names != self.names:
            self.names = names
            self.changed.emit()


class ModelChoiceBox(QComboBox):
    """One model by the gateway's name. `chosen` carries what the owner picked or typed; empty is a choice, too."""

    chosen = Signal(str)

    def __init__(self, offer: ModelOffer, *, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._value = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(len(empty_text) + 2)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(empty_text)
        self._empty_text = empty_text
        self._fill()
        offer.changed.connect(self._fill)
        self.activated.connect(lambda row: self._tell(str(self.itemData(row))))
        line.editingFinished.connect(lambda: self._tell(line.text().strip()))

    def show_value(self, name: str) -> None:
        """The model that is set. What is being typed stays: the word of an earlier choice may come late."""
        self._value = name
        line = self.lineEdit()
        if line is not None and line.isModified():
            return
        self.setCurrentIndex(self.findData(name))
        self.setEditText(name)

    def showPopup(self) -> None:
        """The list is as fresh as the server."""
        self._offer.look()
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page changes nothing."""
        event.ignore()

    def setAccessibleName(self, name: str) -> None:
        """The line inside is what has the keyboard."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)

    def _fill(self) -> None:
        line = self.lineEdit()
        typed = line.text() if line is not None and line.isModified() else self._value
        self.blockSignals(True)
        self.clear()
        self.addItem(self._empty_text, "")
        for name in self._offer.names:
            self.addItem(name, name)
        self.setCurrentIndex(self.findData(typed))
        self.setEditText(typed)
        self.blockSignals(False)

    def _tell(self, name: str) -> None:
        self.setEditText(name)  # the entry for “none” shows nothing, not its own words
        if name != self._value:
            self._value = name
            self.chosen.emit(name)


class ModelOrder(QWidget):
    """Several models in an order. `changed` carries all names anew."""

    changed = Signal(object)

    def __init__(self, offer: ModelOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.box = ModelChoiceBox(offer, empty_text=self.tr("Add a model"), parent=self)
        self.box.setAccessibleName(self.tr("Add a model"))
        self.box.chosen.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._list)
        layout.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.box)

    @property
    def names(self) -> tuple[str, ...]:
        """The models as they are shown."""
        return self._names

    def show_names(self, names: Sequence[str]) -> None:
        """The models that are set, the first one first."""
        self._names = tuple(names)
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, name in enumerate(self._names):
            self._list.addWidget(self._row(place, name))
        self.box.show_value("")

    def _row(self, place: int, name: str) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        number = QLabel(f"{place + 1}.", row)
        number.setProperty("role", "caption")
        label = QLabel(name, row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(number)
        layout.addWidget(label, stretch=1)
        up = IconButton("chevron-up", self.tr("Move {0} up").format(name), size=16, parent=row)
        up.setEnabled(place > 0)
        up.clicked.connect(lambda: self._move(place, place - 1))
        down = IconButton("chevron-down", self.tr("Move {0} down").format(name), size=16, parent=row)
        down.setEnabled(place < len(self._names) - 1)
        down.clicked.connect(lambda: self._move(place, place + 1))
        remove = IconButton("close", self.tr("Remove {0}").format(name), size=16, parent=row)
        remove.clicked.connect(lambda: self._change(self._names[:place] + self._names[place + 1 :]))
        for button in (up, down, remove):
            layout.addWidget(button)
        return row

    def _add(self, name: str) -> None:
        self.box.show_value("")
        if name and name not in self._names:
            self._change((*self._names, name))

    def _move(self, place: int, to: int) -> None:
        names = list(self._names)
        names.insert(to, names.pop(place))
        self._change(tuple(names))

    def _change(self, names: tuple[str, ...]) -> None:
        self.show_names(names)
        self.changed.emit(names)
