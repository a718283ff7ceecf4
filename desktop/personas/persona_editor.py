"""Every field of one persona."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.chat.personas import COLOURS, MOST_STARTERS, NAME_CHARACTERS, Persona, PersonaUnfit
from core.errors import HearthError
from desktop.theme.theme_state import theme
from desktop.widgets.avatar import avatar_icon
from desktop.widgets.form_field import FormField, QuietCombo, TextArea
from desktop.widgets.library_page import EntryEditor, divider
from desktop.widgets.parameter_form import ParameterForm


class PersonaEditor(EntryEditor):
    """`gateway_models` names the models on offer now."""

    def __init__(self, *, gateway_models: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gateway_models = gateway_models
        self._persona = Persona("", "")
        self.name = QLineEdit(self)
        self.name.setMaxLength(NAME_CHARACTERS)
        self.colours = ColourChoice(self)
        self.description = QLineEdit(self)
        self.description.setMaxLength(300)
        self.instructions = TextArea(fewest_lines=6, most_lines=18, parent=self)
        self.model = QuietCombo(self)
        self.greeting = QLineEdit(self)
        self.greeting.setMaxLength(300)
        self.starters = TextArea(fewest_lines=3, most_lines=MOST_STARTERS, parent=self)
        self.parameters = ParameterForm(self)
        self._lay_out()
        for line in (self.name, self.description, self.greeting):
            line.textEdited.connect(self.changed)
        for area in (self.instructions, self.starters):
            area.textChanged.connect(self._on_text)
        self.model.activated.connect(self.changed)
        self.colours.chosen.connect(self.changed)
        self.name.textChanged.connect(self.colours.set_name)
        self.parameters.changed.connect(self.changed)
        self._showing = False

    def show_entry(self, entry: Any) -> None:
        """Show a persona; fields that say the same already keep their cursor."""
        persona: Persona = entry
        self._persona = persona
        self._showing = True
        self.name.setText(persona.name)
        self.description.setText(persona.description)
        self.greeting.setText(persona.greeting)
        self.instructions.setPlainText(persona.instructions)
        self.starters.setPlainText("\n".join(persona.starters))
        self.colours.set_value(persona.colour)
        self.parameters.show_parameters(persona.parameters)
        self._fill_models(persona.model)
        self._showing = False

    def entry(self) -> Persona:
        """The persona as it is edited now."""
        return replace(
            self._persona,
            name=self.name.text(),
            description=self.description.text(),
            greeting=self.greeting.text(),
            instructions=self.instructions.toPlainText(),
            starters=tuple(line.strip() for line in self.starters.toPlainText().splitlines() if line.strip()),
            colour=self.colours.value(),
            model=str(self.model.currentData() or ""),
            parameters=self.parameters.parameters(),
        )

    def refuse(self, error: HearthError | None) -> None:
        """Only the name can be refused."""
        unfit = isinstance(error, PersonaUnfit)
        self._name_field.refuse(f"{error.owner_sentence} {error.owner_next_step}" if error and unfit else "")

    def focus_first(self) -> None:
        """The name, ready to be typed over."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _on_text(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _fill_models(self, chosen: str) -> None:
        self.model.clear()
        self.model.addItem(self.tr("The model of the chat"), "")
        offered = list(dict.fromkeys(self._gateway_models()))
        for name in offered:
            self.model.addItem(name, name)
        if chosen and chosen not in offered:
            self.model.addItem(self.tr("{0} (not installed)").format(chosen), chosen)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(theme().tokens.spacing.m)
        self._name_field = FormField(self.tr("Name"), self.name, parent=self)
        fields: list[QWidget] = [
            self._name_field,
            FormField(self.tr("Colour"), self.colours, parent=self),
            FormField(
                self.tr("Description"),
                self.description,
                hint=self.tr("One line, shown where you choose who answers."),
                parent=self,
            ),
            FormField(
                self.tr("Instructions"),
                self.instructions,
                hint=self.tr(
                    "What the model is told before every chat with this persona, after your own instructions."
                ),
                parent=self,
            ),
            FormField(
                self.tr("Model"),
                self.model,
                hint=self.tr("Answers in new chats with this persona, unless you choose another one there."),
                parent=self,
            ),
            divider(self),
            FormField(self.tr("Greeting"), self.greeting, hint=self.tr("Shown in an empty chat."), parent=self),
            FormField(
                self.tr("Starters"),
                self.starters,
                hint=self.tr("Ways to begin, one in each line. They are offered in an empty chat."),
                parent=self,
            ),
            divider(self),
        ]
        for field in fields:
            layout.addWidget(field)
        heading = QLabel(self.tr("How it answers"), self)
        heading.setProperty("role", "heading")
        hint = QLabel(self.tr("An empty field leaves it to the model and to your settings."), self)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.parameters)
        layout.addStretch(1)


class ColourChoice(QWidget):
    """One round mark for each colour, and one without; arrow keys move the choice."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._group = QButtonGroup(self)
        self._values = ("", *COLOURS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, (value, name) in enumerate(self._names().items()):
            button = QPushButton(self)
            button.setProperty("kind", "icon")
            button.setCheckable(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            self._group.addButton(button, place)
            row.addWidget(button)
            assert value == self._values[place]
        row.addStretch(1)
        self._group.idClicked.connect(lambda _: self.chosen.emit())
        self._group.idToggled.connect(lambda _id, _on: self._let_tab_reach_the_choice())
        theme().changed.connect(self._paint)
        self.set_value("")
        self._paint()

    def value(self) -> str:
        """The name of the colour, empty for none."""
        return self._values[max(0, self._group.checkedId())]

    def set_value(self, value: str) -> None:
        """Take a colour without saying so."""
        place = self._values.index(value) if value in self._values else 0
        self._group.button(place).setChecked(True)

    def set_name(self, name: str) -> None:
        """The marks show its first letter."""
        if name[:1] != self._name[:1]:
            self._name = name
            self._paint()

    def _let_tab_reach_the_choice(self) -> None:
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _paint(self) -> None:
        side = theme().px(24)
        for place, value in enumerate(self._values):
            button = self._group.button(place)
            button.setIcon(avatar_icon(self._name, value, size=side, ratio=self.devicePixelRatioF()))
            button.setIconSize(QSize(side, side))

    def _names(self) -> dict[str, str]:
        return {
            "": self.tr("Grey"),
            "accent": self.tr("Orange"),
            "warning": self.tr("Amber"),
            "success": self.tr("Green"),
            "code_name": self.tr("Blue"),
            "private": self.tr("Violet"),
            "danger": self.tr("Red"),
        }
