"""The model's thinking, folded until somebody wants to read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.chat.block_stream import BlockStream
from desktop.chat.markdown_blocks import Block
from desktop.chat.message_layout import ColumnLook, MessageLayout
from desktop.chat.transcript_style import TranscriptStyle
from desktop.theme.icons import icon

#: Longer thinking is shown up to here; it can be copied whole with the message's export.
_SHOWN = 64_000


class ThinkingFold(QWidget):
    """A line that opens. While folded nothing of the text is read or laid out."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget, style: TranscriptStyle) -> None:
        super().__init__(parent)
        self._style = style
        self._text = ""
        self._open = False
        self._stream: BlockStream | None = None
        self._read = 0
        self._layout = MessageLayout(style, ColumnLook("text_muted", small=True))
        self.button = QToolButton(self)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setCheckable(False)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._toggle)
        self._show_arrow()

    def set_state(self, text: str, *, live: bool, seconds: float | None) -> None:
        """Show that the model thinks (`live`) or thought for `seconds`."""
        self._text = text[:_SHOWN]
        if live:
            title = self.tr("Thinking…")
        elif seconds is None:
            title = self.tr("Thought about it")
        else:
            title = self.tr("Thought for %1 s").replace("%1", str(max(1, round(seconds))))
        if self.button.text() != title:
            self.button.setText(title)
            self.button.setAccessibleName(title)
        if self._open:
            self._read_on()

    @property
    def is_open(self) -> bool:
        """Whether the thinking can be read."""
        return self._open

    def set_open(self, wanted: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Open or fold."""
        if wanted != self._open:
            self._toggle()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show_arrow()
        if self._open:
            self._read_on()
        self.toggled.emit(self._open)

    def _show_arrow(self) -> None:
        self.button.setIcon(icon("chevron-down" if self._open else "chevron-right", size=16))
        self.button.setAccessibleDescription(self.tr("Open") if self._open else self.tr("Folded"))

    def _read_on(self) -> None:
        if self._stream is None:
            self._stream = BlockStream()
        first = self._stream.append(self._text[self._read :])
        self._read = len(self._text)
        blocks: Sequence[Block] = self._stream.blocks
        self._layout.set_blocks(blocks, first)
        self.update()

    def fit(self, width: int) -> int:
        """Lay out for `width`; returns the height."""
        head = self.button.sizeHint()
        self.button.setGeometry(-12, 0, min(head.width(), width) + 12, head.height())
        if not self._open:
            return head.height()
        self._layout.set_width(width - self._style.px(18))
        return int(head.height() + self._layout.height + self._style.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text beside a thin bar."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._style.colour("window"))
        if not self._open:
            return
        top = self.button.height() + self._style.px(4)
        painter.fillRect(QRectF(1, top, 2, self._layout.height), self._style.colour("border"))
        self._layout.paint(painter, QPointF(self._style.px(18), top), QRectF(event.rect()), {})
