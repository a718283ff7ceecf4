"""What was sent with a message: pictures as thumbnails, other files as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias
from weakref import ref

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from core.conversations.message_tree import Attachment
from desktop.chat.transcript_style import TranscriptStyle
from desktop.theme.icons import icon_pixmap
from desktop.widgets.amounts import figure
from desktop.widgets.visible_text import visible

#: Fetches the bytes of an attachment and hands them over on the Qt thread.
LoadAttachment: TypeAlias = Callable[[Attachment, Callable[[bytes], None]], None]
_THUMB = 160
_CHIP_WIDTH, _CHIP_HEIGHT = 230, 48
_GAP = 8
#: Pictures with more pixels are not decoded at all: a small file may unpack to gigabytes.
_MOST_PIXELS = 60_000_000


class AttachmentStrip(QWidget):
    """Thumbnails and chips in lines, right-aligned as the bubble below them."""

    play_wanted = Signal(str)  # the id of a recording

    def __init__(
        self, parent: QWidget, attachments: Sequence[Attachment], load: LoadAttachment | None, style: TranscriptStyle
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._attachments = tuple(attachments)
        self._pictures: dict[str, QImage] = {}
        self._places: list[tuple[Attachment, QRectF]] = []
        self._recordings = [item for item in self._attachments if is_sound(item)]
        self._chosen = 0  # of the recordings, for the keyboard
        if self._recordings:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleDescription(self.tr("Enter plays the recording, or stops it"))
        self.setAccessibleName(
            self.tr("Attached: %1").replace("%1", ", ".join(visible(item.name) for item in attachments))
        )
        if load is not None:
            for item in self._attachments:
                if item.kind == "image":
                    self._ask(load, item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a recording plays it; on one that plays, it stops."""
        for item, place in self._places:
            if is_sound(item) and place.contains(event.position()):
                self.play_wanted.emit(item.attachment_id)
                return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk the recordings, Enter and the space bar play one."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._recordings and key in steps:
            self._chosen = (self._chosen + steps[key]) % len(self._recordings)
            self.update()
        elif self._recordings and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.play_wanted.emit(self._recordings[self._chosen].attachment_id)
        else:
            super().keyPressEvent(event)

    def _ask(self, load: LoadAttachment, item: Attachment) -> None:
        strip = ref(self)

        def arrived(data: bytes) -> None:
            alive = strip()
            if alive is not None and isValid(alive):
                alive._show(item, data)

        load(item, arrived)

    def _show(self, item: Attachment, data: bytes) -> None:
        picture = thumbnail(data, round(_THUMB * 2 * self._style.scale))
        if not picture.isNull():
            self._pictures[item.attachment_id] = picture
            self.update()

    def fit(self, width: int) -> int:
        """Arrange for `width`; returns the height."""
        lines: list[list[Attachment]] = [[]]
        used = 0.0
        for item in self._attachments:
            size = self._size_of(item)
            if lines[-1] and used + size.width() + _GAP > width:
                lines.append([])
                used = 0.0
            lines[-1].append(item)
            used += size.width() + _GAP
        self._places = []
        top = 0
        for line in lines:
            sizes = [self._size_of(item) for item in line]
            left = width - sum(size.width() + _GAP for size in sizes) + _GAP
            for item, size in zip(line, sizes, strict=True):
                self._places.append((item, QRectF(left, top, size.width(), size.height())))
                left += size.width() + _GAP
            top += max(size.height() for size in sizes) + _GAP
        return top

    def _size_of(self, item: Attachment) -> QSize:
        if item.kind == "image":
            return QSize(self._style.px(_THUMB), self._style.px(_THUMB * 0.75))
        return QSize(self._style.px(_CHIP_WIDTH), self._style.px(_CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """All thumbnails and chips."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._style.colour("window"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for item, place in self._places:
            picture = self._pictures.get(item.attachment_id)
            if picture is not None:
                self._paint_picture(painter, place, picture)
            else:
                self._paint_chip(painter, place, item)

    def _paint_picture(self, painter: QPainter, place: QRectF, picture: QImage) -> None:
        path = QPainterPath()
        path.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.save()
        painter.setClipPath(path)
        size = QSize(picture.size()).scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter.drawImage(target, picture)
        painter.restore()
        painter.setPen(QPen(self._style.colour("border"), 1))
        painter.drawPath(path)

    def _paint_chip(self, painter: QPainter, place: QRectF, item: Attachment) -> None:
        style = self._style
        painter.setPen(QPen(style.colour("border"), 1))
        painter.setBrush(style.colour("surface"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus() and item is self._recordings[self._chosen]:
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 12, 12)
        side = style.px(20)
        name = "play" if is_sound(item) else {"image": "image", "text": "file-text", "file": "file"}[item.kind]
        sign = icon_pixmap(name, colour="accent", size=side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(int(place.left()) + 12, int(place.center().y() - side / 2), sign)
        left = place.left() + side + 22
        words = QRectF(left, place.top() + 5, place.right() - left - 10, place.height() / 2 - 5)
        painter.setFont(style.small().font)
        painter.setPen(style.colour("text"))
        shown = painter.fontMetrics().elidedText(visible(item.name), Qt.TextElideMode.ElideMiddle, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(style.colour("text_faint"))
        painter.drawText(
            words.translated(0, place.height() / 2 - 5), Qt.AlignmentFlag.AlignVCenter, size_text(item.size_bytes)
        )


def is_sound(item: Attachment) -> bool:
    """Whether it can be played in its place: a voice note."""
    return item.kind == "file" and item.media_type == "audio/ogg"


def thumbnail(data: bytes, side: int) -> QImage:
    """A picture of at most `side` pixels; a null image when `data` is no picture or far too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if size.width() > side or size.height() > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def size_text(size_bytes: int) -> str:
    """A size as people write it."""
    size = float(size_bytes)
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return f"{figure(size, digits=0 if unit == 'bytes' or size >= 10 else 1)} {unit}"
        size /= 1000
    return ""
