"""Parts of a form: a label with its control, a text area that grows, choices that the wheel does not change."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.theme_state import theme


class FormField(QWidget):
    """Label, hint, control and, when something is wrong, why."""

    def __init__(self, label: str, control: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        control.setParent(self)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        self._error = _line("", "error", self)
        self._error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        title = _line(label, "strong", self)
        title.setBuddy(control)
        layout.addWidget(title)
        if hint:
            layout.addWidget(_line(hint, "caption", self))
        layout.addSpacing(2)
        layout.addWidget(control)
        layout.addWidget(self._error)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the value; an empty sentence takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setProperty("invalid", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def error(self) -> str:
        """What is wrong, empty when nothing is."""
        return self._error.text() if not self._error.isHidden() else ""


class TextArea(QPlainTextEdit):
    """Grows with its text between two numbers of lines; Tab leaves it; the wheel scrolls the page where it can."""

    def __init__(self, *, fewest_lines: int, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest_lines, most_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_soon)
        theme().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the page gives."""
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the lines anew; the height follows when the layout around has ended its round."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_soon()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing to scroll here, or nobody writes here: the page scrolls."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        lines = min(max(self._fewest, int(self.document().size().height())), self._most)
        height = lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + 16
        if height != self.height():
            self.setFixedHeight(height)


class QuietCombo(QComboBox):
    """Scrolling a page must change nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel to the page."""
        event.ignore()


def _line(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
