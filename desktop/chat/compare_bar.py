"""Above the composer: which two models the next question goes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QLabel, QWidget

from desktop.chat.model_choices import ModelChoice
from desktop.chat.model_picker import ModelPicker
from desktop.widgets.icon_button import IconButton

_SPACING = 8


class CompareBar(QFrame):
    """Two pickers, a switch for blind answers, and a button that ends comparing."""

    changed = Signal()
    closed = Signal()
    refresh_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAccessibleName(self.tr("Compare two models"))
        self.pickers = (ModelPicker(self), ModelPicker(self))
        for picker, words in zip(self.pickers, (self.tr("First model"), self.tr("Second model")), strict=True):
            picker.setAccessibleDescription(words)
            picker.chosen.connect(lambda name, picker=picker: self._choose(picker, name))
            picker.refresh_requested.connect(self.refresh_requested)
        self.blind = QCheckBox(self.tr("Blind"), self)
        self.blind.setToolTip(self.tr("Hide the names of the models, and which is which, until you have voted"))
        self.blind.setAccessibleDescription(self.blind.toolTip())
        self.close_button = IconButton("close", self.tr("Stop comparing"), parent=self)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def _lay_out(self) -> None:
        models = QHBoxLayout()
        models.setSpacing(_SPACING)
        self._word = QLabel(self.tr("Compare"), self)
        self._word.setProperty("role", "muted")
        self._with = QLabel(self.tr("with"), self)
        self._with.setProperty("role", "muted")
        models.addWidget(self._word)
        models.addWidget(self.pickers[0])
        models.addWidget(self._with)
        models.addWidget(self.pickers[1])
        models.addStretch(1)
        rest = QHBoxLayout()
        rest.setSpacing(_SPACING)
        rest.addWidget(self.blind)
        rest.addStretch(1)
        rest.addWidget(self.close_button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(12, 4, 4, 4)
        self._box.setSpacing(_SPACING)
        self._box.addLayout(models, stretch=1)
        self._box.addLayout(rest)

    def set_models(self, models: Sequence[ModelChoice], *, server_trouble: str = "") -> None:
        """What can be chosen."""
        for picker in self.pickers:
            picker.set_models(models, server_trouble=server_trouble)

    def pair(self) -> tuple[str, str]:
        """The two models, either empty when none is chosen yet."""
        return self.pickers[0].current(), self.pickers[1].current()

    def set_pair(self, first: str, second: str) -> None:
        """Choose these two."""
        self.pickers[0].set_current(first)
        self.pickers[1].set_current(second)

    def _choose(self, picker: ModelPicker, name: str) -> None:
        """A model is compared with another one: who chooses the same twice swaps them."""
        other = self.pickers[1] if picker is self.pickers[0] else self.pickers[0]
        if other.current() == name:
            other.set_current(picker.current())
        picker.set_current(name)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one has no room."""
        super().resizeEvent(event)
        models = sum(picker.sizeHint().width() for picker in self.pickers) + _SPACING + 16
        with_words = models + sum(word.sizeHint().width() + _SPACING for word in (self._word, self._with))
        is_wide = event.size().width() >= with_words + self.blind.sizeHint().width() + 64
        self._word.setVisible(is_wide)
        self._with.setVisible(event.size().width() >= models + self._with.sizeHint().width() + _SPACING)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
