"""Widgets made from the settings' own descriptions: one row a setting, kept as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
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

from desktop.settings.model_choice import ModelChoiceBox, ModelOffer, ModelOrder
from desktop.settings.server_records import ServerRecords
from desktop.settings.setting_words import choice_title, further_words, in_order, setting_help, setting_title, unit_of
from desktop.theme.theme_state import theme
from desktop.widgets.folded_text import has_words, places_of_words
from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.settings.settings_schema import SettingDescription

LONG_TEXT = 1000
"""A text that may be longer than this gets a field of several lines."""

ROW_INSET = 10
"""Free space at both sides of a row, so that the mark of one that was led to reaches beyond its words."""

LINK_INSET = 6
"""Ring and padding of a button that looks like a link: so much further out it begins where words above it begin."""

LINE_WIDTH = 220

SCROLL_BAR = 32
"""A row goes back to one line only with so much room to spare. Else it could go to and fro without end: one line is
higher where its words wrap, so that the page gets a scroll bar, which takes the room that one line needs."""

MARKED_MS = 2500
"""So long the row that somebody was led to is marked."""


ControlMaker: TypeAlias = Callable[[QWidget], QWidget]
"""Makes a control of its own for a setting, in a parent: it has `chosen`, a signal with the value that is wanted,
`show_value`, and `is_wide` where it stands below the words."""


class SettingRow(QWidget):
    """Title, help and control of one setting. `changed` carries its name and the value that is wanted."""

    changed = Signal(str, object)
    reset_wanted = Signal(str)

    def __init__(
        self,
        description: SettingDescription,
        value: Any,
        parent: QWidget | None = None,
        *,
        models: ModelOffer | None = None,
        control: ControlMaker | None = None,
    ) -> None:
        super().__init__(parent)
        self.description = description
        self._models = models
        self._value = value
        self._is_marked = False
        self.setObjectName(description.name)
        self.control, self._show = self._make(description) if control is None else self._own(control)
        self.control.setAccessibleName(setting_title(description))
        self.control.setAccessibleDescription(setting_help(description))
        self.reset_button = self._make_reset()
        self._title = self._label(setting_title(description), "strong")
        self._title.setBuddy(self.control)
        self._title.setWordWrap(True)
        self._help = self._label(setting_help(description), "caption")
        self._help.setWordWrap(True)
        self._help.setVisible(bool(setting_help(description)))
        self._error = self._label("", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._lay_out()
        self.show_value(value)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._help, self._error):
            words.addWidget(label)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme().tokens.spacing.m)
        self._beside.addLayout(words, stretch=1)
        top = QHBoxLayout()
        top.setSpacing(theme().tokens.spacing.m)
        top.addLayout(self._beside, stretch=1)
        top.addWidget(self.reset_button, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ROW_INSET, 10, ROW_INSET, 10)
        layout.setSpacing(8)
        layout.addLayout(top)
        is_list = isinstance(self.control, QPlainTextEdit | ServerRecords | ModelOrder)
        self._is_below = is_list or bool(getattr(self.control, "is_wide", False))
        if self._is_below:
            layout.addWidget(self.control)
        else:
            self._beside.addWidget(self.control, alignment=Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A control that would leave the words no room stands below them."""
        super().resizeEvent(event)
        if not self._is_below:
            below = self._beside.direction() == QBoxLayout.Direction.TopToBottom
            room = self.width() - (SCROLL_BAR if below else 0)
            wide = self.control.sizeHint().expandedTo(self.control.minimumSize()).width() > room * 0.45
            way = QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight
            if way != self._beside.direction():
                self._beside.setDirection(way)
                self.updateGeometry()  # the words wrap otherwise now; the page was laid out for what they needed before
            self._beside.setSpacing(theme().tokens.spacing.s if wide else theme().tokens.spacing.m)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _make_reset(self) -> IconButton:
        button = IconButton(
            "retry", self.tr("Reset “{0}”").format(setting_title(self.description)), size=16, parent=self
        )
        keep = button.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # the controls stay in line
        button.setSizePolicy(keep)
        button.clicked.connect(lambda: self.reset_wanted.emit(self.description.name))
        return button

    def show_value(self, value: Any) -> None:
        """Show `value`, which is in force."""
        self._value = value
        self.control.blockSignals(True)
        self._show(value)
        self.control.blockSignals(False)
        self._error.hide()
        had_focus = self.reset_button.hasFocus()
        self.reset_button.setVisible(self.is_changed)
        if had_focus and not self.is_changed:
            self.control.setFocus()

    @property
    def value(self) -> Any:
        """The value that it shows."""
        return self._value

    @property
    def is_changed(self) -> bool:
        """Whether its value is another than the default."""
        return bool(self._value != self.description.default)

    def refuse(self, sentence: str) -> None:
        """The value that was wanted cannot be taken."""
        self._error.setText(sentence)
        self._error.show()

    def matches(self, words: str) -> bool:
        """Whether all of `words` stand in title, help, choices or name."""
        return has_words(f"{setting_title(self.description)} {further_words(self.description)}", words)

    def mark_words(self, words: str) -> None:
        """Mark these words in title and help; none of them with an empty text."""
        for label, text in (
            (self._title, setting_title(self.description)),
            (self._help, setting_help(self.description)),
        ):
            places = places_of_words(text, words)
            label.setTextFormat(Qt.TextFormat.RichText if places else Qt.TextFormat.PlainText)
            label.setText(_with_marks(text, places) if places else text)

    def mark(self) -> None:
        """Mark the whole row for a moment and give its control the keyboard: here is what was looked for."""
        self._is_marked = True
        self.update()
        QTimer.singleShot(MARKED_MS, self, self._unmark)
        self.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _unmark(self) -> None:
        self._is_marked = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark lies behind the words and reaches a little beyond them."""
        if self._is_marked:
            tokens = theme().tokens
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(tokens.colours.accent_soft))
            painter.setPen(QColor(tokens.colours.accent))
            ground = self.rect().toRectF().adjusted(0.5, 2.5, -0.5, -2.5)
            painter.drawRoundedRect(ground, tokens.radius.s, tokens.radius.s)

    def _tell(self, value: Any) -> None:
        self.changed.emit(self.description.name, value)

    def _own(self, make: ControlMaker) -> tuple[QWidget, Callable[[Any], None]]:
        control: Any = make(self)
        control.chosen.connect(self._tell)
        return control, control.show_value

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
            case "names" if self._models is not None and description.name.endswith("_models"):
                return self._model_order(self._models)
            case "names":
                return self._line(lambda value: ", ".join(value), _names)
            case "text" if self._models is not None and description.name.endswith("_model"):
                return self._model(self._models)
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
        spin.setSuffix(unit_of(description.name))
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
        for choice in in_order(description.choices):
            combo.addItem(choice_title(choice), choice)
        combo.activated.connect(lambda row: self._tell(combo.itemData(row)))
        return combo, lambda value: combo.setCurrentIndex(combo.findData(value))

    def _line(self, shown: Callable[[Any], str], read: Callable[[str], Any]) -> tuple[QWidget, Callable[[Any], None]]:
        line = QLineEdit(self)
        line.setMinimumWidth(LINE_WIDTH)

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

    def _model(self, models: ModelOffer) -> tuple[QWidget, Callable[[Any], None]]:
        box = ModelChoiceBox(models, empty_text=self.tr("The first one installed"), parent=self)
        box.chosen.connect(self._tell)
        return box, lambda value: box.show_value(str(value))

    def _model_order(self, models: ModelOffer) -> tuple[QWidget, Callable[[Any], None]]:
        order = ModelOrder(models, self)
        order.changed.connect(self._tell)
        return order, order.show_names

    def _records(self) -> tuple[QWidget, Callable[[Any], None]]:
        records = ServerRecords(self)
        records.changed.connect(self._tell)
        return records, records.show_records


class SettingsForm(QWidget):
    """All settings of one section."""

    changed = Signal(str, object)
    reset_wanted = Signal(str)

    def __init__(
        self,
        descriptions: Iterable[SettingDescription],
        value_of: Callable[[str], Any],
        parent: QWidget | None = None,
        *,
        models: ModelOffer | None = None,
        controls: Mapping[str, ControlMaker] | None = None,
    ) -> None:
        super().__init__(parent)
        own = controls or {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.rows: dict[str, SettingRow] = {}
        for description in descriptions:
            value, control = value_of(description.name), own.get(description.name)
            row = SettingRow(description, value, self, models=models, control=control)
            row.changed.connect(self.changed)
            row.reset_wanted.connect(self.reset_wanted)
            self.rows[description.name] = row
            layout.addWidget(row)

    def changed_names(self) -> list[str]:
        """The settings that differ from their defaults."""
        return [name for name, row in self.rows.items() if row.is_changed]


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


def _with_marks(text: str, places: Iterable[tuple[int, int]]) -> str:
    colours = theme().tokens.colours
    opening = f'<span style="background: {colours.highlight}; color: {colours.highlight_text}">'
    parts, done = [], 0
    for start, end in places:
        parts += [escape(text[done:start]), opening, escape(text[start:end]), "</span>"]
        done = end
    return "".join([*parts, escape(text[done:])])


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _decimal_or_none(text: str) -> float | str | None:
    text = text.strip().replace(",", ".")
    try:
        return float(text) if text else None
    except ValueError:
        return text  # refused by the store, in its own words
