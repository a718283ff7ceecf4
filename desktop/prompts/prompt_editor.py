"""Every field of one prompt; its variables are marked as they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.chat.prompt_library import (
    NAME_CHARACTERS,
    Prompt,
    PromptNameTaken,
    PromptUnfit,
    Variable,
    name_from,
    variables,
)
from core.chat.prompt_template import GIVEN_NAMES, places
from core.errors import HearthError
from desktop.theme.theme_state import theme
from desktop.widgets.form_field import FormField, TextArea
from desktop.widgets.library_page import EntryEditor, divider


class PromptEditor(EntryEditor):
    """`try_wanted` asks for the form that this prompt brings up."""

    try_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = Prompt("", "", "", "")
        self._showing = False
        self.title = QLineEdit(self)
        self.title.setMaxLength(100)
        self.name = QLineEdit(self)
        self.name.setMaxLength(NAME_CHARACTERS + 1)
        self.description = QLineEdit(self)
        self.description.setMaxLength(300)
        self.text = TextArea(fewest_lines=8, most_lines=24, parent=self)
        self._marks = _VariableMarks(self.text.document())
        self.asks = QLabel(self)
        self.asks.setProperty("role", "muted")
        self.asks.setWordWrap(True)
        self.asks.setTextFormat(Qt.TextFormat.PlainText)
        self.try_button = QPushButton(self.tr("Try it…"), self)
        self.try_button.clicked.connect(self.try_wanted)
        self.starter = QCheckBox(self.tr("Offer it in an empty chat"), self)
        self.selection = QCheckBox(self.tr("Offer it for selected text"), self)
        self._lay_out()
        self.title.textEdited.connect(self._on_title)
        self.name.textEdited.connect(self.changed)
        self.description.textEdited.connect(self.changed)
        self.text.textChanged.connect(self._on_text)
        for box in (self.starter, self.selection):
            box.clicked.connect(self.changed)

    def show_entry(self, entry: Any) -> None:
        """Show a prompt."""
        prompt: Prompt = entry
        self._prompt = prompt
        self._showing = True
        self.title.setText(prompt.title)
        self.name.setText(f"/{prompt.name}")
        self.description.setText(prompt.description)
        self.text.setPlainText(prompt.text)
        self.starter.setChecked(prompt.starter)
        self.selection.setChecked(prompt.selection)
        self._showing = False
        self._show_variables()

    def entry(self) -> Prompt:
        """The prompt as it is edited now."""
        return replace(
            self._prompt,
            title=self.title.text().strip(),
            name=name_from(self.name.text()),
            description=self.description.text(),
            text=self.text.toPlainText(),
            starter=self.starter.isChecked(),
            selection=self.selection.isChecked(),
        )

    def refuse(self, error: HearthError | None) -> None:
        """Only the name can be refused."""
        told = isinstance(error, PromptNameTaken | PromptUnfit)
        self._name_field.refuse(f"{error.owner_sentence} {error.owner_next_step}" if error and told else "")

    def focus_first(self) -> None:
        """The title, ready to be typed over."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def _on_title(self, text: str) -> None:
        """As long as the name is the title's own, it follows."""
        if name_from(self.name.text()) == name_from(self._title_before):
            self.name.setText(f"/{name_from(text)}")
        self._title_before = text
        self.changed.emit()

    _title_before = ""

    def _on_text(self) -> None:
        self._show_variables()
        if not self._showing:
            self.changed.emit()

    def _show_variables(self) -> None:
        if self._showing:
            return
        self._title_before = self.title.text()
        found = [self._told(variable) for variable in variables(self.text.toPlainText())]
        self.asks.setText(self.tr("Asks for: {0}").format(" · ".join(found)) if found else self.tr("Asks for nothing."))

    def _told(self, variable: Variable) -> str:
        if variable.name.casefold() in GIVEN_NAMES:
            return self.tr("{0} (filled by Hearth)").format(variable.name)
        if variable.choices:
            return f"{variable.name} ({', '.join(variable.choices)})"
        return f"{variable.name} ({variable.default})" if variable.default else variable.name

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(theme().tokens.spacing.m)
        self._name_field = FormField(
            self.tr("Name"),
            self.name,
            hint=self.tr("What you type in a chat to call it."),
            parent=self,
        )
        layout.addWidget(FormField(self.tr("Title"), self.title, parent=self))
        layout.addWidget(self._name_field)
        layout.addWidget(
            FormField(self.tr("Description"), self.description, hint=self.tr("One line, shown in lists."), parent=self)
        )
        layout.addWidget(
            FormField(
                self.tr("Text"),
                self.text,
                hint=self.tr(
                    "{{name}} asks for a text, {{name=Ada}} begins with one, {{tone|formal|friendly}} offers a choice. "
                    "{{text}} is a longer text; {{clipboard}}, {{selection}} and {{date}} fill themselves."
                ),
                parent=self,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.asks, stretch=1)
        row.addWidget(self.try_button, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        layout.addWidget(divider(self))
        layout.addWidget(self.starter)
        layout.addWidget(self.selection)
        layout.addStretch(1)


class _VariableMarks(QSyntaxHighlighter):
    """Variables in the colour of links, in every theme."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """One line; a variable that runs over several stays plain, which harms nobody."""
        look = QTextCharFormat()
        look.setForeground(QColor(theme().tokens.colours.link))
        look.setFontWeight(QFont.Weight.DemiBold)
        for start, end in places(text):
            # Qt counts in UTF-16: what lies beyond the basic plane takes two.
            first = len(text[:start].encode("utf-16-le")) // 2
            self.setFormat(first, len(text[start:end].encode("utf-16-le")) // 2, look)
