"""Small widgets that lie on a message's blocks: copy buttons of code, scroll bars of wide code and tables."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollBar, QToolButton, QWidget

from desktop.chat.code_block import CodeLayout
from desktop.chat.message_layout import MessageLayout
from desktop.chat.table_block import TableLayout
from desktop.theme.icons import icon

_COPIED_MS = 1600


class CopyButton(QToolButton):
    """Copies one code block and says so for a moment."""

    def __init__(self, parent: QWidget, code: CodeLayout) -> None:
        super().__init__(parent)
        self.code = code
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("kind", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._copy)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_COPIED_MS)
        self._back.timeout.connect(self._rest)
        self._rest()

    def _rest(self) -> None:
        self.setText(self.tr("Copy"))
        self.setIcon(icon("copy", size=14))
        language = self.code.block.language
        self.setAccessibleName(self.tr("Copy %1 code").replace("%1", language) if language else self.tr("Copy code"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text)
        self.setText(self.tr("Copied"))
        self.setIcon(icon("check", colour="success", size=14))
        self.setAccessibleName(self.tr("Copied"))
        self._back.start()


class RowTools:
    """The widgets of one row. `place` makes, moves and removes them as the blocks need."""

    def __init__(self, row: QWidget, layout: MessageLayout, scrolled: Callable[[], None]) -> None:
        self._row = row
        self._layout = layout
        self._scrolled = scrolled
        self._copy: dict[int, CopyButton] = {}
        self._bars: dict[int, QScrollBar] = {}

    def place(self, left: float, top: float, first: int = 0) -> None:
        """Put everything where the blocks from `first` on are; `left` and `top` are the column's corner in the row."""
        placed = self._layout.placed
        for number in [n for n in self._copy if n >= len(placed) or not isinstance(placed[n].layout, CodeLayout)]:
            self._copy.pop(number).deleteLater()
        for number in [n for n in self._bars if n >= len(placed)]:
            self._bars.pop(number).deleteLater()
        for number in range(first, len(placed)):
            layout = placed[number].layout
            if isinstance(layout, CodeLayout):
                self._place_copy(number, layout, left + placed[number].left, top + placed[number].top)
            if isinstance(layout, (CodeLayout, TableLayout)):
                self._place_bar(number, layout, left + placed[number].left, top + placed[number].top)

    def _place_copy(self, number: int, code: CodeLayout, left: float, top: float) -> None:
        button = self._copy.get(number)
        if button is None or button.code is not code:
            if button is not None:
                button.deleteLater()
            button = self._copy[number] = CopyButton(self._row, code)
            button.show()
        size = button.sizeHint()
        height = min(size.height(), int(code.header_height) - 2)
        width = button.fontMetrics().horizontalAdvance(button.text()) + button.iconSize().width() + 22
        x = int(left + code.width - width - 5)
        button.setGeometry(x, int(top + (code.header_height - height) / 2), width, height)

    def _place_bar(self, number: int, layout: CodeLayout | TableLayout, left: float, top: float) -> None:
        bar = self._bars.get(number)
        if layout.max_scroll <= 0:
            if bar is not None:
                self._bars.pop(number).deleteLater()
            return
        if bar is None:
            bar = self._bars[number] = QScrollBar(Qt.Orientation.Horizontal, self._row)
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.setAccessibleName(QCoreApplication.translate("RowTools", "Scroll sideways"))
            bar.valueChanged.connect(lambda value, number=number: self._scroll(number, value))
            bar.show()
        bar.setRange(0, int(layout.max_scroll))
        bar.setPageStep(int(layout.width))
        bar.setSingleStep(40)
        height = bar.sizeHint().height()
        bar.setGeometry(int(left) + 6, int(top + layout.height) - height - 1, int(layout.width) - 12, height)

    def _scroll(self, number: int, value: int) -> None:
        layout = self._layout.placed[number].layout
        if isinstance(layout, (CodeLayout, TableLayout)):
            layout.scroll_x = float(value)
            self._scrolled()

    def scroll_sideways(self, number: int, delta: float) -> bool:
        """Scroll block `number` by `delta` pixels; False when it is not wider than the column."""
        bar = self._bars.get(number)
        if bar is None:
            return False
        bar.setValue(bar.value() + int(delta))
        return True
