"""Fonts, colours and measures of the transcript, made once from the theme's tokens and the owner's text size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat

from desktop.chat.markdown_blocks import Emphasis
from desktop.theme.design_tokens import Tokens
from desktop.theme.fonts import register_reading_fonts
from desktop.theme.theme_state import theme

#: Widest column of text in logical pixels at 100 %: about 90 characters, which still reads well.
READING_WIDTH = 760
_HEADING_FACTORS = {1: 1.47, 2: 1.27, 3: 1.13, 4: 1.0, 5: 1.0, 6: 0.93}


class Letters:
    """One font at one size, with its line height in pixels and the formats of its emphases."""

    def __init__(self, font: QFont, line_factor: float, style: TranscriptStyle, colour: str) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.line_height = round(self.metrics.height() * line_factor)
        self.ascent, self.descent = self.metrics.ascent(), self.metrics.descent()
        self.colour = QColor(colour)
        self._style = style
        self._formats: dict[Emphasis, QTextCharFormat] = {}

    @property
    def baseline(self) -> float:
        """Distance of the base line from the top of a line."""
        return (self.line_height + self.ascent - self.descent) / 2

    def format_of(self, emphasis: Emphasis) -> QTextCharFormat:
        """How a span with `emphasis` is written."""
        found = self._formats.get(emphasis)
        if found is None:
            found = self._formats[emphasis] = self._made(emphasis)
        return found

    def _made(self, emphasis: Emphasis) -> QTextCharFormat:
        font = QFont(self.font)
        if emphasis & Emphasis.CODE:
            font = QFont(self._style.tokens.type.mono_family)
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setPixelSize(max(1, round(self.font.pixelSize() * 0.9)))
        if emphasis & Emphasis.STRONG:
            font.setWeight(QFont.Weight.DemiBold if self.font.weight() < QFont.Weight.DemiBold else QFont.Weight.Bold)
        font.setItalic(bool(emphasis & Emphasis.ITALIC))
        font.setStrikeOut(bool(emphasis & Emphasis.STRUCK))
        made = QTextCharFormat()
        if emphasis & Emphasis.CITATION:
            font.setPixelSize(self._style.citation_px)
            font.setWeight(QFont.Weight.DemiBold)
            font.setItalic(False)
            unsupported = bool(emphasis & Emphasis.UNSUPPORTED)
            made.setForeground(self._style.colour("warning_on_soft" if unsupported else "accent_on_soft"))
        if emphasis & Emphasis.LINK:
            font.setUnderline(True)
            made.setForeground(self._style.colour("link"))
        made.setFont(font)
        return made


class TranscriptStyle:
    """Everything a row needs to know about looks. Made anew when the theme or the text size changes."""

    def __init__(self, tokens: Tokens, scale_percent: int) -> None:
        register_reading_fonts()
        self.tokens = tokens
        self.scale = scale_percent / 100
        self._colours: dict[str, QColor] = {}
        self._letters: dict[tuple[str, int], Letters] = {}
        self.reading_width = round(READING_WIDTH * max(1.0, self.scale))

    @property
    def citation_px(self) -> int:
        """Height of the letters of a citation."""
        return self.px(self.tokens.type.caption - 1)

    def px(self, size: float) -> int:
        """A length in logical pixels after the owner's text size."""
        return max(1, round(size * self.scale))

    def colour(self, name: str) -> QColor:
        """The token colour called `name`."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(self.tokens.colours.named(name))
        return found

    def prose(self, level: int = 0, *, colour: str = "text") -> Letters:
        """Letters of running text (level 0) or of a heading."""
        return self._cached("prose:" + colour, level)

    def small(self, *, colour: str = "text_muted") -> Letters:
        """Letters of headers, notices and folded things."""
        return self._cached("small:" + colour, 0)

    def mono(self) -> Letters:
        """Letters of code blocks."""
        return self._cached("mono:code_text", 0)

    def _cached(self, kind: str, level: int) -> Letters:
        found = self._letters.get((kind, level))
        if found is None:
            found = self._letters[kind, level] = self._made_letters(kind, level)
        return found

    def _made_letters(self, kind: str, level: int) -> Letters:
        scale = self.tokens.type
        name, colour = kind.split(":")
        ink = self.tokens.colours.named(colour)
        if name == "mono":
            font = QFont(scale.mono_family)
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setFeature(QFont.Tag("calt"), 0)  # no ligatures: “!=” must look like what will be copied
            font.setPixelSize(self.px(scale.small))
            return Letters(font, 1.18, self, ink)
        font = QFont(scale.ui_family)
        if name == "small":
            font.setPixelSize(self.px(scale.small))
            return Letters(font, 1.25, self, ink)
        font.setPixelSize(self.px(scale.reading * (_HEADING_FACTORS[level] if level else 1.0)))
        if level:
            font.setWeight(QFont.Weight.DemiBold)
            return Letters(font, 1.12, self, ink)
        return Letters(font, 1.36, self, ink)


@lru_cache(maxsize=4)
def _style(tokens: Tokens, scale_percent: int) -> TranscriptStyle:
    return TranscriptStyle(tokens, scale_percent)


def current_style() -> TranscriptStyle:
    """The style of the theme that holds now."""
    return _style(theme().tokens, theme().text_scale_percent)
