"""How one model answers, as the owner wants it: the form, saved by a button, taken back by another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.library.model_parameters import ModelParameters
from desktop.model_library.plain_label import plain
from desktop.widgets.announcer import announce
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.parameter_form import ParameterForm


class ParametersSection(QWidget):
    """`save_wanted` carries the wishes; empty ones after a reset."""

    save_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ModelParameters()
        self.form = ParameterForm(self)
        self.form.changed.connect(self._on_changed)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.clicked.connect(self._on_save)
        self.reset = QPushButton(self.tr("Reset"), self)
        self.reset.setProperty("kind", "quiet")
        self.reset.clicked.connect(self._on_reset)
        for button in (self.save, self.reset):
            button.setAutoDefault(True)
        self.save.setAccessibleDescription(self.tr("Keep these values for this model"))
        self.reset.setAccessibleDescription(self.tr("Forget all values that you set for this model"))
        self._state = plain("", "caption", self)
        about = plain(
            self.tr("Empty fields leave it to your settings and to the model. A persona’s own values come first."),
            "caption",
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.form)
        layout.addWidget(flow_row(self.save, self.reset, parent=self))
        layout.addWidget(self._state)
        self._on_changed()

    @property
    def is_edited(self) -> bool:
        """Whether something stands there that is not saved."""
        return self.form.parameters() != self._kept or any(field.error() for field in self.form.fields.values())

    @property
    def state(self) -> str:
        """What it says about saving."""
        return self._state.text()

    def show_parameters(self, parameters: ModelParameters) -> None:
        """What is kept; what the owner is just typing stays."""
        was_edited = self.is_edited
        self._kept = parameters
        if not was_edited:
            self.form.show_parameters(parameters)
        self._on_changed()

    def show_other(self, parameters: ModelParameters) -> None:
        """Another model's; whatever was typed for the last one goes."""
        self._kept = parameters
        self.form.show_parameters(parameters)
        self._state.clear()
        self._on_changed()

    def saved(self, parameters: ModelParameters) -> None:
        """They are kept now."""
        self._kept = parameters
        self._on_changed()
        self._state.setText(self.tr("Saved. It holds from the next answer on."))
        announce(self, self._state.text())

    def _on_changed(self) -> None:
        wrong = any(field.error() for field in self.form.fields.values())
        self.save.setEnabled(self.is_edited and not wrong)
        self.reset.setEnabled(not self._kept.is_empty or self.is_edited)
        if self.is_edited:
            self._state.setText(self.tr("Not saved yet."))
        elif self._state.text() == self.tr("Not saved yet."):
            self._state.clear()
        self._state.setVisible(bool(self._state.text()))

    def _on_save(self) -> None:
        self.save_wanted.emit(self.form.parameters())

    def _on_reset(self) -> None:
        self.form.show_parameters(ModelParameters())
        self.save_wanted.emit(ModelParameters())
