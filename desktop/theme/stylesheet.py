"""From tokens to Qt: palette, font and one style sheet; and following the system's light, dark and contrast."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.theme.control_images import images_of
from desktop.theme.design_tokens import Tokens, tokens_for
from desktop.theme.fonts import register_interface_fonts
from desktop.theme.style_rules import RULES
from desktop.theme.theme_state import STYLED, Theme, theme

__all__ = ["MAX_TEXT_SCALE_PERCENT", "MIN_TEXT_SCALE_PERCENT", "SystemTheme", "Theme", "apply_theme", "theme"]

MIN_TEXT_SCALE_PERCENT = 80
MAX_TEXT_SCALE_PERCENT = 200


def apply_theme(
    app: QApplication, tokens: Tokens, *, text_scale_percent: int = 100, reduced_motion: bool | None = None
) -> None:
    """Make the whole program look like `tokens`, now. Sizes outside 80–200 % are brought inside.

    `reduced_motion` None leaves it as it is. Applying what is applied already costs nothing.
    """
    current = theme()
    scale = min(max(text_scale_percent, MIN_TEXT_SCALE_PERCENT), MAX_TEXT_SCALE_PERCENT)
    if reduced_motion is not None:
        current.reduced_motion = reduced_motion
    sheet_is_there = bool(app.styleSheet())
    if sheet_is_there and current.tokens is tokens and current.text_scale_percent == scale:
        return
    register_interface_fonts()
    current.tokens, current.text_scale_percent = tokens, scale
    if not sheet_is_there and not app.property(STYLED):
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    app.setPalette(palette_of(tokens))
    app.setFont(ui_font())
    app.setStyleSheet(sheet_of(tokens, scale))
    current.changed.emit(tokens)


def ui_font(size: int | None = None, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface font at a size of the type scale (body when None), after the owner's text size."""
    scale = theme().tokens.type
    font = QFont(scale.ui_family)
    font.setPixelSize(theme().px(size or scale.body))
    font.setWeight(weight)
    return font


def mono_font(size: int | None = None) -> QFont:
    """The fixed-width font; `fonts.register_reading_fonts` must have been called."""
    scale = theme().tokens.type
    font = QFont(scale.mono_family)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(theme().px(size or scale.small))
    return font


def sheet_of(tokens: Tokens, text_scale_percent: int) -> str:
    """The style sheet. One quirk is worth knowing: a ring that appears with focus takes its width from the padding."""
    colours = tokens.colours
    strong = tokens.name == "high_contrast"
    values = {name: colours.named(name) for name in type(colours).__struct_fields__}
    values |= {
        size: f"{round(getattr(tokens.type, size) * text_scale_percent / 100)}px"
        for size in ("caption", "small", "body", "reading", "heading", "title", "display")
    }
    ring, line = tokens.focus_width, tokens.border_width
    values |= _control_sizes(text_scale_percent)
    values |= {
        "mono_family": tokens.type.mono_family,
        "images": images_of(tokens),
        "ring": f"{ring}px",
        "line": f"{line}px",
        "button_v": f"{7 - ring}px",
        "button_v_plain": f"{7 - line}px",
        "field_v_focus": f"{6 + line - ring}px",
        "search_h_focus": f"{max(0, 2 + line - ring)}px",
        "sunken_border": colours.border if strong else colours.surface_sunken,
        "soft_border": colours.accent if strong else colours.accent_soft,
        "danger_edge": colours.danger if strong else colours.danger_soft,
        "warning_edge": colours.warning if strong else colours.warning_soft,
        "picker_right": f"{12 + round(14 * text_scale_percent / 100)}px",
        "send_radius": f"{round(34 * text_scale_percent / 100) // 2}px",
        "menu_border": colours.border,
        "segment_edge": colours.border,
        "hover_edge": colours.border if strong else colours.hover,
        "chosen_edge": f"border-left-color: {colours.accent};" if strong else "",  # the focus needs the other sides
        "chip_v": f"{2 + ring - line}px",
        "chip_h": f"{9 + ring - line}px",
        "segment_v": f"{3 + ring - line}px",
        "segment_h": f"{12 + ring - line}px",
    }
    return Template(RULES).substitute(values)


def _control_sizes(text_scale_percent: int) -> dict[str, str]:
    """Icons, check boxes and arrows grow with the text beside them; a radio button's ring and dot fill one box."""

    def scaled(size: int) -> int:
        return round(size * text_scale_percent / 100)

    icon, dot = scaled(16), scaled(8)
    edge = (icon + 2 - dot) // 2
    sizes = {
        "icon": icon,
        "spin": scaled(12),
        "spin_width": scaled(22),
        "spin_room": scaled(22) + 2,
        "spin_room_focus": scaled(22) + 1,
        "arrow_room": icon + 10,
        "arrow_room_focus": icon + 9,
        "radio_dot": icon + 2 - 2 * edge,
        "radio_edge": edge,
        "radio_round": (icon + 2) // 2,
    }
    return {name: f"{size}px" for name, size in sizes.items()}


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for what no style sheet reaches: text documents, painters, placeholder texts, disabled states."""
    colours = tokens.colours
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.surface_sunken,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.text_faint,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.danger,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.selection_text,
        QPalette.ColorRole.Link: colours.link,
        QPalette.ColorRole.LinkVisited: colours.link,
        QPalette.ColorRole.ToolTipBase: colours.tooltip,
        QPalette.ColorRole.ToolTipText: colours.tooltip_text,
        QPalette.ColorRole.Light: colours.surface_raised,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.control_border,
        QPalette.ColorRole.Shadow: colours.shadow,
        QPalette.ColorRole.Accent: colours.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text_disabled))
    return palette


class SystemTheme(QObject):
    """Keeps the program in the look that the owner chose; “system” follows the desktop while it changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        self._text_scale_percent = 100
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def choose(self, choice: str, *, text_scale_percent: int = 100, reduced_motion: bool = False) -> None:
        """Take “system”, “light”, “dark” or “high_contrast” and the text size, and show them at once."""
        self._choice, self._text_scale_percent = choice, text_scale_percent
        theme().reduced_motion = reduced_motion
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "high_contrast": Qt.ColorScheme.Dark}
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(wanted.get(choice, Qt.ColorScheme.Unknown))  # title bars and native dialogs follow
        self._apply()

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._apply(scheme=scheme)

    def _apply(self, *_: object, scheme: Qt.ColorScheme | None = None) -> None:
        hints = QGuiApplication.styleHints()
        dark = (scheme or hints.colorScheme()) == Qt.ColorScheme.Dark
        strong = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        tokens = tokens_for(self._choice, dark, system_high_contrast=strong)
        apply_theme(self._app, tokens, text_scale_percent=self._text_scale_percent)
