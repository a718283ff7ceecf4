"""Paints what stands around a message's text: bubble, header, quiet lines, marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.conversations.message_tree import Message
from desktop.chat.markdown_blocks import Emphasis
from desktop.chat.row_words import author_of, time_of, trust_of
from desktop.chat.transcript_style import TranscriptStyle
from desktop.theme.icons import icon_pixmap

_BUBBLE_RADIUS = 18


def paint_bubble(painter: QPainter, style: TranscriptStyle, bubble: QRectF) -> None:
    """The ground of the owner's words; in high contrast with an edge."""
    if bubble.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = style.tokens.name == "high_contrast"
    painter.setPen(QPen(style.colour("border"), 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("bubble"))
    painter.drawRoundedRect(bubble.adjusted(0.5, 0.5, -0.5, -0.5), _BUBBLE_RADIUS, _BUBBLE_RADIUS)
    painter.restore()


def paint_note(painter: QPainter, style: TranscriptStyle, card: QRectF) -> None:
    """A sheet of paper."""
    if card.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.colour("border"), style.tokens.border_width))
    painter.setBrush(style.colour("surface"))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), style.tokens.radius.l, style.tokens.radius.l)
    painter.restore()


def paint_header(painter: QPainter, style: TranscriptStyle, area: QRect, message: Message) -> None:
    """Who answered, and when."""
    side = style.px(18)
    sign = icon_pixmap("flame", colour="accent", size=side, ratio=painter.device().devicePixelRatioF())
    painter.drawPixmap(area.left(), area.center().y() - side // 2, sign)
    small = style.small()
    painter.setFont(small.format_of(Emphasis.STRONG).font())
    painter.setPen(style.colour("text"))
    words = area.adjusted(side + style.px(8), 0, 0, 0)
    name = author_of(message)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
    wide = painter.fontMetrics().horizontalAdvance(name)
    painter.setFont(small.font)
    painter.setPen(style.colour("text_faint"))
    told = f"{time_of(message)}  ·  {trust}" if (trust := trust_of(message)) else time_of(message)
    painter.drawText(words.adjusted(wide + style.px(9), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, told)


def paint_notices(painter: QPainter, style: TranscriptStyle, area: QRect, lines: Sequence[tuple[str, str]]) -> None:
    """Quiet lines, each with an icon."""
    height = style.small().line_height + style.px(4)
    side = style.px(15)
    painter.setFont(style.small().font)
    painter.setPen(style.colour("text_muted"))
    for number, (words, sign) in enumerate(lines):
        line = QRect(area.left(), area.top() + number * height, area.width(), height)
        picture = icon_pixmap(sign, colour="text_muted", size=side, ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(line.left() + 1, line.center().y() - side // 2, picture)
        line.adjust(side + style.px(9), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_stopped(painter: QPainter, style: TranscriptStyle, area: QRectF, words: str) -> None:
    """The mark of an answer that the owner stopped."""
    painter.setFont(style.small().font)
    painter.setPen(style.colour("text_faint"))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def paint_dot(painter: QPainter, style: TranscriptStyle, place: QPointF) -> None:
    """The mark of an answer that is being written."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("accent"))
    painter.drawEllipse(QPointF(place.x() + style.px(6), place.y()), style.px(5), style.px(5))
    painter.restore()
