"""Widgets made from the settings' own descriptions: one row a setting, kept as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.server_records import ServerRecords

if TYPE_CHECKING:
    from core.settings.settings_schema import SettingDescription

LONG_TEXT = 1000
"""A text that may be longer than this gets a field of several lines."""

UNITS = {"_percent": " %", "_minutes": " min", "_days": " days", "_s": " s", "_tokens": " tokens"}
"""Names of settings end with their unit; the number on the screen does, too."""

CHOICE_TITLES = {
    "system": "Like the system",
    "light": "Light",
    "dark": "Dark",
    "high_contrast": "High contrast",
}


class SettingRow(QWidget):
    """Title, help and control of one setting. `changed` carries its name and the value that is wanted."""

    changed = Signal(str, object)

    def __init__(self, description: SettingDescription, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.description = description
        self.setObjectName(description.name)
        self.control, self._show = self._make(description)
        self.control.setAccessibleName(description.title)
        self.control.setAccessibleDescription(description.help)
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        title = QLabel(description.title, self)
        title.setProperty("role", "strong")
        title.setBuddy(self.control)
        words.addWidget(title)
        if description.help:
            hint = QLabel(description.help, self)
            hint.setProperty("role", "caption")
            hint.setWordWrap(True)
            words.addWidget(hint)
        words.addWidget(self._error)
        layout: QHBoxLayout | QVBoxLayout
        if isinstance(self.control, QPlainTextEdit | ServerRecords):
            layout = QVBoxLayout(self)
            layout.addLayout(words)
            layout.addWidget(self.control)
        else:
            layout = QHBoxLayout(self)
            layout.addLayout(words, stretch=1)
            layout.addWidget(self.control, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(16 if isinstance(layout, QHBoxLayout) else 8)
        self.show_value(value)

    def show_value(self, value: Any) -> None:
        """Show `value`, which is in force."""
        self.control.blockSignals(True)
        self._show(value)
        self.control.blockSignals(False)
        self._error.hide()

    def refuse(self, sentence: str) -> None:
        """The value that was wanted cannot be taken."""
        self._error.setText(sentence)
        self._error.show()

    def matches(self, words: str) -> bool:
        """Whether all of `words` stand in title or help."""
        text = f"{self.description.title} {self.description.help}".casefold()
        return all(word in text for word in words.casefold().split())

    def _tell(self, value: Any) -> None:
        self.changed.emit(self.description.name, value)

    def _make(self, description: SettingDescription) -> tuple[QWidget, Callable[[Any], None]]:
        match description.kind:
            case "switch":
                return self._tristate() if description.optional else self._switch()
            case "number":
                return self._number(description)
            case "decimal":
                return self._decimal(description)
            case "choice":
                return self._choice(description)
            case "records":
                return self._records()
            case "names":
                return self._line(lambda value: ", ".join(value), _names)
            case _:
                long = (description.maximum or 0) > LONG_TEXT
                return self._long_text() if long else self._line(str, lambda text: text.strip())

    def _switch(self) -> tuple[QWidget, Callable[[Any], None]]:
        box = QCheckBox(self)
        box.setProperty("kind", "alone")  # no text of its own, so no room for one
        box.toggled.connect(self._tell)
        return box, lambda value: box.setChecked(bool(value))

    def _tristate(self) -> tuple[QWidget, Callable[[Any], None]]:
        combo = _QuietCombo(self)
        for title, value in (
            (self.tr("The model decides"), None),
            (self.tr("Always"), True),
            (self.tr("Never"), False),
        ):
            combo.addItem(title, value)
        combo.activated.connect(lambda row: self._tell(combo.itemData(row)))
        return combo, lambda value: combo.setCurrentIndex({None: 0, True: 1, False: 2}[value])

    def _number(self, description: SettingDescription) -> tuple[QWidget, Callable[[Any], None]]:
        spin = _QuietSpin(self)
        spin.setSuffix(next((unit for ending, unit in UNITS.items() if description.name.endswith(ending)), ""))
        spin.setRange(int(description.minimum or 0), int(description.maximum or 2_000_000_000))
        spin.setSingleStep(int(description.step or 1))
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(self._tell)
        return spin, lambda value: spin.setValue(int(value))

    def _decimal(self, description: SettingDescription) -> tuple[QWidget, Callable[[Any], None]]:
        if description.optional:
            return self._line(lambda value: "" if value is None else f"{value:g}", _decimal_or_none)
        spin = QDoubleSpinBox(self)
        spin.setRange(description.minimum or 0.0, description.maximum or 1e9)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(self._tell)
        return spin, lambda value: spin.setValue(float(value))

    def _choice(self, description: SettingDescription) -> tuple[QWidget, Callable[[Any], None]]:
        combo = _QuietCombo(self)
        for choice in description.choices:
            combo.addItem(self.tr(CHOICE_TITLES.get(choice, choice)), choice)
        combo.activated.connect(lambda row: self._tell(combo.itemData(row)))
        return combo, lambda value: combo.setCurrentIndex(combo.findData(value))

    def _line(self, shown: Callable[[Any], str], read: Callable[[str], Any]) -> tuple[QWidget, Callable[[Any], None]]:
        line = QLineEdit(self)
        line.setMinimumWidth(220)

        def finished() -> None:
            if line.isModified():
                line.setModified(False)
                self._tell(read(line.text()))

        line.editingFinished.connect(finished)
        return line, lambda value: line.setText(shown(value))

    def _long_text(self) -> tuple[QWidget, Callable[[Any], None]]:
        text = _LongText(self)
        text.finished.connect(self._tell)
        return text, lambda value: text.setPlainText(str(value))

    def _records(self) -> tuple[QWidget, Callable[[Any], None]]:
        records = ServerRecords(self)
        records.changed.connect(self._tell)
        return records, records.show_records


class SettingsForm(QWidget):
    """All settings of one section."""

    changed = Signal(str, object)

    def __init__(
        self, descriptions: Iterable[SettingDescription], value_of: Callable[[str], Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.rows: dict[str, SettingRow] = {}
        for description in descriptions:
            row = SettingRow(description, value_of(description.name), self)
            row.changed.connect(self.changed)
            self.rows[description.name] = row
            layout.addWidget(row)

    def filter(self, words: str) -> bool:
        """Show only rows with these words; tells whether there is one."""
        found = False
        for row in self.rows.values():
            fits = row.matches(words)
            row.setVisible(fits)
            found = found or fits
        return found


class _QuietSpin(QSpinBox):
    """Changes by the wheel only while it has the keyboard: scrolling a page must change nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _QuietCombo(QComboBox):
    """The same for choices."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel to the page."""
        event.ignore()


class _LongText(QPlainTextEdit):
    """Several lines, told when the keyboard leaves."""

    finished = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(110)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: Any) -> None:
        """Leaving keeps the text."""
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.finished.emit(self.toPlainText())


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _decimal_or_none(text: str) -> float | str | None:
    text = text.strip().replace(",", ".")
    try:
        return float(text) if text else None
    except ValueError:
        return text  # refused by the store, in its own words
