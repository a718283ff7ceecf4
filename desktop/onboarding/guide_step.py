"""One step of the guide: a mark, a title, a sentence, parts, one highlighted button, quiet ways out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon_pixmap, logo
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.spinner import Spinner

MARK = 48


class Turning(QWidget):
    """A ring that turns while it is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spinner = Spinner(self.update, self)
        self.setFixedSize(QSize(28, 28))

    def turn(self, on: bool) -> None:  # noqa: FBT001 a setter
        """Turn and be seen, or neither."""
        self.setVisible(on)
        if on:
            self._spinner.start()
        else:
            self._spinner.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        colour = QColor(theme().tokens.colours.text_muted)
        self._spinner.paint(QPainter(self), QRectF(self.rect()).adjusted(3, 3, -3, -3), colour)


class GuideStep(QWidget):
    """Shown anew for each step; what belonged to the step before goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._text = QLabel(self)
        self._text.setProperty("role", "muted")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._turning = Turning(self)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        self._ways_out = QWidget(self)
        self._links = FlowLayout(self._ways_out, spacing=16)
        self.primary: QPushButton | None = None
        self._has_keyboard = True
        self._made: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._mark)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addWidget(self._turning)
        layout.addSpacing(8)
        layout.addLayout(self._parts)
        layout.addWidget(self._ways_out)

    @property
    def title(self) -> str:
        """What the step is about."""
        return self._title.text()

    def show_waiting(self, title: str) -> None:
        """Something is being looked at or started; there is nothing to press."""
        self.show_step(title, "")
        self._turning.turn(True)

    def show_step(self, title: str, text: str, *, icon_name: str = "") -> None:
        """Begin a step; its parts and buttons follow. The keyboard goes on from step to step unless it is elsewhere."""
        self._has_keyboard = self._may_have_keyboard()
        if self._has_keyboard and self.isVisible():  # else it went on to whatever stands behind the button that goes
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear()
        self._turning.turn(False)
        ratio = self.devicePixelRatioF()
        mark = icon_pixmap(icon_name, colour="accent", size=MARK, ratio=ratio) if icon_name else logo(MARK, ratio=ratio)
        self._mark.setPixmap(mark)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        announce(self, f"{title}. {text}")

    def add_part(self, part: QWidget, *, keep: bool = False) -> None:
        """Something between the sentence and the buttons; it goes with the step unless its owner will `keep` it."""
        self._parts.addWidget(part)
        if not keep:
            self._made.append(part)
        part.show()

    def add_primary(self, text: str, do: Callable[[], object]) -> QPushButton:
        """The one highlighted button: the way on."""
        button = QPushButton(text, self)
        button.setProperty("kind", "primary")
        button.setObjectName("guide_primary")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: do())
        self._parts.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._made.append(button)
        self.primary = button
        button.show()
        self.focus_primary()
        return button

    def _may_have_keyboard(self) -> bool:
        """Whether nobody would miss it: who walks in the sidebar while something is looked up stays there."""
        focus = QApplication.focusWidget()
        return focus is None or focus is self or self.isAncestorOf(focus) or focus.isAncestorOf(self)

    def focus_primary(self) -> None:
        """Enter presses it, while it is in sight and the keyboard was not elsewhere when the step began."""
        if self.primary is not None and self._has_keyboard and self.isVisible():
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_fine_print(self, text: str) -> QLabel:
        """What exactly the button does."""
        label = QLabel(text, self)
        label.setProperty("role", "caption")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._parts.addWidget(label)
        self._made.append(label)
        label.show()
        return label

    def add_link(self, text: str, do: Callable[[], object]) -> None:
        """A quiet way out."""
        button = QPushButton(text, self)
        button.setProperty("kind", "link")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: do())
        self._links.addWidget(button)
        self._made.append(button)
        button.show()

    def _clear(self) -> None:
        self.primary = None
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        self._made = []
        while (item := self._parts.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
        while self._links.takeAt(0) is not None:
            pass
