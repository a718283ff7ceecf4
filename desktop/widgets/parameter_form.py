"""Fields for how a model answers: each one may stay empty, which leaves it to the next in line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from core.library.model_parameters import LIMITS, ModelParameters
from desktop.theme.theme_state import theme
from desktop.widgets.form_field import FormField

_ROOM_FOR_TWO = 420
_WITH_DECIMALS = frozenset({"temperature", "top_p", "repeat_penalty"})


class ParameterForm(QWidget):
    """`changed` comes with each letter; `parameters` leaves out what is not a number within its limits."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().tokens.spacing.m)
        self._grid.setVerticalSpacing(theme().tokens.spacing.m)
        for name, (label, hint) in self._words().items():
            line = QLineEdit(self)
            line.setPlaceholderText(self.tr("as usual"))
            line.textEdited.connect(self._on_edited(name))
            self._lines[name] = line
            self.fields[name] = FormField(label, line, hint=hint, parent=self)
        self._columns = 0
        self._arrange()

    def show_parameters(self, parameters: ModelParameters) -> None:
        """Show these."""
        told = parameters.as_dict()
        for name, line in self._lines.items():
            line.setText(f"{told[name]:g}" if name in _WITH_DECIMALS and name in told else str(told.get(name, "")))
            self.fields[name].refuse("")

    def parameters(self) -> ModelParameters:
        """What stands there and fits."""
        read: dict[str, Any] = {name: _number(name, line.text()) for name, line in self._lines.items()}
        return ModelParameters.from_mapping(read)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() > theme().px(_ROOM_FOR_TWO) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_edited(self, name: str) -> Callable[[str], None]:
        def edited(text: str) -> None:
            fits = not text.strip() or getattr(self.parameters(), name) is not None
            least, most = LIMITS[name]
            self.fields[name].refuse(
                "" if fits else self.tr("A number from {0} to {1}, or nothing.").format(f"{least:g}", f"{most:,.0f}")
            )
            self.changed.emit()

        return edited

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "temperature": (self.tr("Temperature"), self.tr("0 is strict, 1 lively, 2 wild")),
            "context_tokens": (self.tr("Context"), self.tr("Tokens that the model sees at once")),
            "max_tokens": (self.tr("Longest answer"), self.tr("In tokens")),
            "seed": (self.tr("Seed"), self.tr("The same number makes answers repeatable")),
            "top_p": (self.tr("Top P"), self.tr("Share of likely words to choose from")),
            "top_k": (self.tr("Top K"), self.tr("Number of likely words to choose from")),
            "repeat_penalty": (self.tr("Repeat penalty"), self.tr("Above 1 avoids repeating words")),
            "keep_alive_minutes": (self.tr("Keep loaded"), self.tr("Minutes in memory after use")),
        }


def _number(name: str, text: str) -> float | int | None:
    """The number written there, with a point or a comma; None for anything else."""
    text = text.strip().replace(",", ".") if name in _WITH_DECIMALS else text.strip()
    try:
        return float(text) if name in _WITH_DECIMALS else int(text)
    except (ValueError, OverflowError):
        return None
