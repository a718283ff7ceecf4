"""The strip above the editor: what will be sent along, with a way to take each piece off again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.conversations.message_tree import NewAttachment
from desktop.chat.attachment_intake import TakenAttachment
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import figure
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton
from desktop.widgets.spinner import Spinner

_THUMBNAIL_SIDE = 40


class AttachmentStrip(QScrollArea):
    """Tiles in one row, walked with the arrow keys; Delete or Backspace takes the one with the keyboard off."""

    changed = Signal()
    left_by_keyboard = Signal()  # the last tile went away under the keyboard

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[int, _Tile] = {}
        self.setAccessibleName(self.tr("Attachments"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inner = QWidget(self)
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().tokens.spacing.s)
        self._row.addStretch(1)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.hide()

    def expect(self, number: int, name: str) -> None:
        """A place for something that is being read."""
        # Not at the start: for a widget that Qt made by itself PySide first looks through all its types (15 ms).
        self.viewport().setAutoFillBackground(False)
        tile = _Tile(name, self._inner)
        tile.remove_requested.connect(lambda: self.remove(number))
        tile.step_requested.connect(lambda step: self._walk(number, step))
        self._tiles[number] = tile
        self._row.insertWidget(self._row.count() - 1, tile)
        self.show()
        self._on_changed()

    def fill(self, number: int, taken: TakenAttachment) -> None:
        """It was read. What was taken off in the meantime stays off."""
        if number in self._tiles:
            self._tiles[number].fill(taken)
            self._on_changed()

    def remove(self, number: int) -> None:
        """Take one off; the keyboard goes to its neighbour."""
        tile = self._tiles.get(number)
        if tile is None:
            return
        had_focus = tile.hasFocus() or tile.isAncestorOf(tile.focusWidget() or tile)
        order = list(self._tiles)
        index = order.index(number)
        del self._tiles[number]
        tile.hide()
        self._row.removeWidget(tile)
        tile.deleteLater()
        rest = list(self._tiles)
        if had_focus and rest:
            self._tiles[rest[min(index, len(rest) - 1)]].setFocus(Qt.FocusReason.TabFocusReason)
        elif had_focus:
            self.left_by_keyboard.emit()
        self._on_changed()

    def clear(self) -> None:
        """Take everything off."""
        for number in list(self._tiles):
            self.remove(number)

    def attachments(self) -> tuple[NewAttachment, ...]:
        """What was read so far, in the order it was given."""
        return tuple(tile.taken.attachment for tile in self._tiles.values() if tile.taken)

    def taken(self) -> tuple[TakenAttachment, ...]:
        """The same with the small pictures."""
        return tuple(tile.taken for tile in self._tiles.values() if tile.taken)

    def count(self) -> int:
        """How many tiles there are, those still being read included."""
        return len(self._tiles)

    def is_reading(self) -> bool:
        """Whether something is still being read."""
        return any(tile.taken is None for tile in self._tiles.values())

    def sizeHint(self) -> QSize:
        """One row of tiles."""
        height = max((tile.sizeHint().height() for tile in self._tiles.values()), default=0)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().isVisible() else 0
        return QSize(200, height + bar + 2)

    def minimumSizeHint(self) -> QSize:
        """It scrolls sideways, never up and down."""
        return QSize(80, self.sizeHint().height())

    def _walk(self, number: int, step: int) -> None:
        order = list(self._tiles)
        target = order.index(number) + step
        if 0 <= target < len(order):
            tile = self._tiles[order[target]]
            tile.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(tile)

    def _on_changed(self) -> None:
        self.setVisible(bool(self._tiles))
        self.updateGeometry()
        self.changed.emit()


class _Tile(QFrame):
    remove_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.taken: TakenAttachment | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(theme().px(224))
        self._thumbnail = _Thumbnail(self)
        self._name = ElidedLabel(name, mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self._size = QLabel(self.tr("Reading…"), self)
        self._size.setProperty("role", "caption")
        self._remove = IconButton("close", self.tr("Remove %1").replace("%1", name), size=14, parent=self)
        self._remove.setToolTip(self.tr("Remove (Delete)"))
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tile itself takes the keyboard
        self._remove.clicked.connect(self.remove_requested)
        self.setAccessibleName(self.tr("%1, being read").replace("%1", name))
        self._lay_out()

    def fill(self, taken: TakenAttachment) -> None:
        self.taken = taken
        attachment = taken.attachment
        size = human_size(len(attachment.data))
        self._name.setText(attachment.name)
        self._size.setText(size)
        kind = self.tr("picture") if attachment.kind == "image" else self.tr("text")
        self.setAccessibleName(f"{attachment.name}, {kind}, {size}")
        self.setAccessibleDescription(self.tr("Delete removes it."))
        self._thumbnail.set_preview(taken.preview)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        elif key in steps:
            self.step_requested.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        focused = self.hasFocus()
        width = tokens.focus_width if focused else tokens.border_width
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.colours.surface_sunken))
        painter.setPen(QPen(QColor(tokens.colours.focus if focused else tokens.colours.border), width))
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, tokens.radius.m, tokens.radius.m)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 4, 6)
        row.setSpacing(theme().tokens.spacing.s)
        row.addWidget(self._thumbnail)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addWidget(self._name)
        lines.addWidget(self._size)
        lines.addStretch(1)
        row.addLayout(lines, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)


class _Thumbnail(QWidget):
    """The picture with round corners, the sign of a text, or the turning ring while it is read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_THUMBNAIL_SIDE, _THUMBNAIL_SIDE)
        self._preview: QImage | None = None
        self._spinner = Spinner(self.update, self)
        self._spinner.start()

    def set_preview(self, preview: QImage) -> None:
        self._preview = preview
        self._spinner.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(rect, tokens.radius.s, tokens.radius.s)
        painter.fillPath(shape, QColor(tokens.colours.pressed))
        if self._preview is None:
            self._spinner.paint(painter, rect.adjusted(11, 11, -11, -11), QColor(tokens.colours.text_muted))
        elif self._preview.isNull():
            mark = icon_pixmap("file-text", colour="text_muted", size=22, ratio=self.devicePixelRatioF())
            painter.drawPixmap(9, 9, mark)
        else:
            painter.setClipPath(shape)
            painter.drawImage(rect, self._preview, _middle(self._preview))


def _middle(image: QImage) -> QRectF:
    """The largest square in the middle of an image."""
    side = min(image.width(), image.height())
    return QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)


def human_size(size_bytes: int) -> str:
    """“312 KB”, “1.4 MB”: as file managers write it, with 1,000 bytes to the KB."""
    if size_bytes < 1000:
        return f"{size_bytes} B"
    if size_bytes < 1_000_000:
        return f"{figure(size_bytes / 1000)} KB"
    return f"{figure(size_bytes / 1_000_000, digits=1)} MB"
