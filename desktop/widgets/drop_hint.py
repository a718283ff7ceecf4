"""What lies over a page while something is dragged across it: where it may fall, and what becomes of it then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme.icons import icon_pixmap
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme

_INSET = 12
_GROUND_ALPHA = 248  # of 255: the page below can be guessed, the words above it read


class DropHint(QWidget):
    """Covers its parent; neither the pointer nor the drag takes notice of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, words: str) -> None:
        """Show it with these words."""
        self._words = words
        self.setAccessibleName(words)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with a broken edge, a sign and the words."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.colours.window)
        ground.setAlpha(_GROUND_ALPHA)
        painter.fillRect(self.rect(), ground)
        inset = theme().px(_INSET)
        sheet = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(tokens.colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(sheet, tokens.radius.l, tokens.radius.l)
        side, gap = theme().px(36), theme().px(12)
        sign = icon_pixmap("file-text", colour="accent", size=side, ratio=self.devicePixelRatioF())
        middle = self.rect().center()
        painter.drawPixmap(middle.x() - side // 2, middle.y() - side - gap, sign)
        painter.setFont(ui_font(tokens.type.heading))
        painter.setPen(QColor(tokens.colours.text))
        words = sheet.adjusted(inset, middle.y() - sheet.top(), -inset, 0)
        painter.drawText(
            words,
            int((Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value)
            | int(Qt.TextFlag.TextWordWrap.value),
            self._words,
        )
