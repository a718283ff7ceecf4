"""A small form for the `{{variables}}` of a prompt: one field each, Enter goes on, the filled text shown below.

Also what Hearth fills by itself: the date, the clipboard and the selected text, read only when a prompt names them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.chat.prompt_template import Variable, asked_for, date_in_words, fill, variables
from desktop.theme.theme_state import theme

MOST_GIVEN_CHARACTERS = 200_000
_WIDTH = 540
_FIELDS_SHARE = 0.55
_AROUND_FIELDS = 330  # heading, preview and buttons
_MOST_PREVIEW_CHARACTERS = 4_000


def given_values(text: str) -> dict[str, str]:
    """What Hearth knows of the variables of `text`, without asking."""
    wanted = {variable.name.casefold() for variable in variables(text)}
    given = {"date": date_in_words(datetime.now().astimezone())}
    clipboard = QGuiApplication.clipboard()
    if "clipboard" in wanted:
        given["clipboard"] = clipboard.text()[:MOST_GIVEN_CHARACTERS]
    if "selection" in wanted and clipboard.supportsSelection():
        given["selection"] = clipboard.text(QClipboard.Mode.Selection)[:MOST_GIVEN_CHARACTERS]
    return {name: value for name, value in given.items() if value.strip()}


class PromptForm(QDialog):
    """`filled` carries the finished text. `rest` is what was typed already, for the field that takes longer text."""

    filled = Signal(str)

    def __init__(
        self,
        title: str,
        text: str,
        *,
        given: Mapping[str, str],
        rest: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._given = dict(given)
        self._composing = False
        self._fields: dict[str, tuple[QWidget, Callable[[], str]]] = {}
        self.setWindowTitle(title)
        self.setModal(True)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        hint = QLabel(self.tr("Enter goes on, Shift+Enter breaks a line, Esc goes back."), self)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        spacing = theme().tokens.spacing
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(spacing.s)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addSpacing(spacing.xs)
        layout.addWidget(self._make_fields(rest), stretch=1)
        layout.addWidget(self._make_preview())
        layout.addSpacing(spacing.xs)
        layout.addLayout(self._make_buttons(action or self.tr("Insert")))
        self._show_preview()
        self.setMinimumWidth(min(theme().px(_WIDTH), 900))
        self._focus_first(rest)

    def fields(self) -> dict[str, QWidget]:
        """The controls by the names of their variables."""
        return {name: control for name, (control, _) in self._fields.items()}

    def text(self) -> str:
        """The prompt as it is filled now."""
        return fill(self._text, {**self._given, **{name: read() for name, (_, read) in self._fields.items()}})

    def preview(self) -> str:
        """What the preview shows."""
        return self._preview.text()

    def accept(self) -> None:
        """Hand the text over and close."""
        text = self.text()
        super().accept()
        self.filled.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field and from the last one to the text; an input method keeps its own Enter."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self._composing:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._list_is_open(watched)
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if enter and modifiers == Qt.KeyboardModifier.ControlModifier:
                self.accept()
                return True
            if enter and modifiers == Qt.KeyboardModifier.NoModifier:
                self._go_on(watched)
                return True
        return super().eventFilter(watched, event)

    def _list_is_open(self, watched: QObject) -> bool:
        return isinstance(watched, QComboBox) and watched.view().isVisible()

    def _make_fields(self, rest: str) -> QWidget:
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(theme().tokens.spacing.xs)
        asked = asked_for(self._text, self._given)
        wanted = next(
            (one for one in asked if one.is_multi_line), next((one for one in asked if not one.choices), None)
        )
        for variable in asked:
            value = rest if rest and variable is wanted else variable.default
            label = QLabel(_title_of(variable.name), inside)
            label.setProperty("role", "strong")
            label.setTextFormat(Qt.TextFormat.PlainText)
            control, read = self._control(variable, value, inside)
            control.setAccessibleName(_title_of(variable.name))
            control.installEventFilter(self)
            label.setBuddy(control)
            self._fields[variable.name] = (control, read)
            layout.addWidget(label)
            layout.addWidget(control)
            layout.addSpacing(theme().tokens.spacing.s)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        height = self.screen().availableGeometry().height()
        most = max(theme().px(80), min(int(height * _FIELDS_SHARE), height - theme().px(_AROUND_FIELDS)))
        area.setMinimumHeight(min(inside.sizeHint().height() + 4, most))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _control(self, variable: Variable, value: str, parent: QWidget) -> tuple[QWidget, Callable[[], str]]:
        if variable.choices:
            combo = QComboBox(parent)
            combo.addItems(list(variable.choices))
            combo.setCurrentIndex(max(0, combo.findText(value)))
            combo.currentIndexChanged.connect(self._show_preview)
            return combo, combo.currentText
        if variable.is_multi_line or "\n" in value:
            text = QPlainTextEdit(value, parent)
            text.setTabChangesFocus(True)
            text.setFixedHeight(theme().px(104))
            text.textChanged.connect(self._show_preview)
            return text, text.toPlainText
        line = QLineEdit(value, parent)
        line.textChanged.connect(self._show_preview)
        return line, line.text

    def _make_preview(self) -> QWidget:
        self._preview = QLabel(self)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._preview.setContentsMargins(12, 10, 12, 10)
        self._preview.setProperty("role", "muted")
        area = QScrollArea(self)
        area.setAccessibleName(self.tr("Preview"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._preview)
        frame = QFrame(self)
        frame.setProperty("role", "sunken")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(area)
        frame.setFixedHeight(theme().px(132))
        return frame

    def _make_buttons(self, action: str) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.insert_button = QPushButton(action, self)
        self.insert_button.setProperty("kind", "primary")
        self.insert_button.clicked.connect(self.accept)
        for button in (cancel, self.insert_button):
            button.setAutoDefault(False)
        self.insert_button.setToolTip(self.tr("Ctrl+Enter"))
        row = QHBoxLayout()
        row.setSpacing(theme().tokens.spacing.s)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.insert_button)
        return row

    def _show_preview(self) -> None:
        text = self.text()
        shown = text if len(text) <= _MOST_PREVIEW_CHARACTERS else text[:_MOST_PREVIEW_CHARACTERS] + "…"
        self._preview.setText(shown.replace("\0", ""))

    def _go_on(self, control: QObject) -> None:
        controls = [one for one, _ in self._fields.values()]
        place = next((place for place, one in enumerate(controls) if one is control), len(controls))
        if place + 1 < len(controls):
            controls[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.accept()

    def _focus_first(self, rest: str) -> None:
        """The keyboard waits in the first field that was not filled by what was typed already."""
        open_ones = [control for control, read in self._fields.values() if not rest or read() != rest]
        for control in open_ones[:1]:
            control.setFocus(Qt.FocusReason.OtherFocusReason)


def _title_of(name: str) -> str:
    """What the owner reads for a variable; names that the built-in prompts use are translated."""
    translate = QCoreApplication.translate
    known = {
        "for": translate("PromptForm", "For"),
        "language": translate("PromptForm", "Language"),
        "length": translate("PromptForm", "Length"),
        "options": translate("PromptForm", "Options"),
        "question": translate("PromptForm", "Question"),
        "text": translate("PromptForm", "Text"),
        "tone": translate("PromptForm", "Tone"),
        "what matters": translate("PromptForm", "What matters"),
        "what to say": translate("PromptForm", "What to say"),
    }
    return known.get(name.casefold()) or name[:1].upper() + name[1:]
