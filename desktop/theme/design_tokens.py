"""Colours, spacing and type as named values: the only place in Hearth where a colour is written down.

Every pair of colours that may meet as text and background, or as a control and what it lies on, is listed in
`TEXT_PAIRS` and `CONTROL_PAIRS`; a test computes the contrast of each of them in each theme. The values are structs of
`msgspec`: as dataclasses they cost 6 ms of the way to the first paint (measured).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

ThemeName: TypeAlias = Literal["light", "dark", "high_contrast"]


PAPER_MARK, PAPER_MARK_EDGE = "#ffd84d", "#b26a00"
"""What marks a passage on a drawn page, and the bar beside it: paper is white in every theme."""


class Colours(msgspec.Struct, frozen=True):
    """Every colour of one theme as `#rrggbb`, named for its use, never for its hue."""

    window: str  # the page
    sidebar: str  # the column beside the page
    surface: str  # cards, fields, the composer
    surface_raised: str  # menus, dialogs, toasts: what floats above the page
    surface_sunken: str  # wells, tracks, quiet blocks inside a surface
    hover: str  # under the pointer
    pressed: str  # held down, and the chosen row of a list
    border: str  # hairlines that only divide
    control_border: str  # edges that say where a control is
    text: str
    text_muted: str
    text_faint: str  # placeholders, time stamps; still readable
    text_disabled: str  # no contrast is promised for what cannot be used
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str  # on the accent
    accent_soft: str  # a breath of the accent behind text
    accent_on_soft: str  # text and icons on it
    link: str
    danger: str
    danger_hover: str
    danger_text: str  # on danger
    danger_soft: str
    danger_on_soft: str
    warning: str
    warning_soft: str
    warning_on_soft: str
    success: str
    success_soft: str
    success_on_soft: str
    private: str  # edge and mark of a private chat
    private_surface: str
    private_on_surface: str
    bubble: str  # the owner's messages
    bubble_text: str
    code_background: str
    code_text: str
    code_comment: str
    code_keyword: str
    code_string: str
    code_number: str
    code_name: str
    highlight: str  # a search hit
    highlight_text: str
    selection: str
    selection_text: str
    focus: str  # the ring around what has the keyboard
    focus_on_accent: str  # the same ring around a filled button
    tooltip: str
    tooltip_text: str
    scroll_handle: str
    scroll_handle_hover: str
    shadow: str

    def named(self, name: str) -> str:
        """The colour called `name`; a KeyError names a colour that does not exist."""
        if name not in COLOUR_NAMES:
            raise KeyError(name)
        value: str = getattr(self, name)
        return value


COLOUR_NAMES = frozenset(Colours.__struct_fields__)


class Spacing(msgspec.Struct, frozen=True):
    """Distances in logical pixels; nothing is spaced by another number."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741  the usual name of the size between m and xl
    xl: int = 24
    xxl: int = 32


class Radius(msgspec.Struct, frozen=True):
    """Corner radii in logical pixels."""

    s: int = 6
    m: int = 9
    l: int = 14  # noqa: E741  the usual name of the size between m and xl
    xl: int = 20


class TypeScale(msgspec.Struct, frozen=True):
    """Letter sizes in logical pixels at 100 %, and the families that ship with Hearth."""

    ui_family: str = "Inter"
    mono_family: str = "JetBrains Mono"
    caption: int = 12
    small: int = 13
    body: int = 14
    reading: int = 15  # the transcript and the composer
    heading: int = 17
    title: int = 22
    display: int = 30


class Motion(msgspec.Struct, frozen=True):
    """How long movements take, in milliseconds. With reduced motion nothing moves."""

    quick_ms: int = 120
    calm_ms: int = 200


class Tokens(msgspec.Struct, frozen=True):
    """One whole theme."""

    name: ThemeName
    dark: bool
    colours: Colours
    border_width: int = 1
    focus_width: int = 2
    spacing: Spacing = Spacing()
    radius: Radius = Radius()
    type: TypeScale = TypeScale()
    motion: Motion = Motion()


LIGHT = Tokens(
    name="light",
    dark=False,
    colours=Colours(
        window="#fbf8f3",
        sidebar="#f3eee5",
        surface="#fffdfa",
        surface_raised="#fffefc",
        surface_sunken="#f1ebe1",
        hover="#ece4d8",
        pressed="#e4dacb",
        border="#e6ddd0",
        control_border="#908270",
        text="#2a231d",
        text_muted="#62574b",
        text_faint="#6f6457",
        text_disabled="#a99e90",
        accent="#b5431a",
        accent_hover="#9f3a15",
        accent_pressed="#8a3111",
        accent_text="#ffffff",
        accent_soft="#fae5d8",
        accent_on_soft="#8f3412",
        link="#a63c15",
        danger="#a9143c",
        danger_hover="#900f32",
        danger_text="#ffffff",
        danger_soft="#fae2e6",
        danger_on_soft="#86102f",
        warning="#8a5a00",
        warning_soft="#fbeecb",
        warning_on_soft="#6d4700",
        success="#2f6b3c",
        success_soft="#e2f0df",
        success_on_soft="#25552f",
        private="#5b4b8a",
        private_surface="#efebf8",
        private_on_surface="#46386f",
        bubble="#f3e8da",
        bubble_text="#2a231d",
        code_background="#f5f0e7",
        code_text="#2f2822",
        code_comment="#6c6154",
        code_keyword="#9c3513",
        code_string="#3c6326",
        code_number="#7a4b00",
        code_name="#2a5885",
        highlight="#ffe08a",
        highlight_text="#2a231d",
        selection="#f3cdb6",
        selection_text="#2a231d",
        focus="#1d5fa8",
        focus_on_accent="#150f0a",
        tooltip="#2f2822",
        tooltip_text="#fbf6ee",
        scroll_handle="#d3c8b8",
        scroll_handle_hover="#ab9e8c",
        shadow="#3a2a1c",
    ),
)

DARK = Tokens(
    name="dark",
    dark=True,
    colours=Colours(
        window="#1c1916",
        sidebar="#161311",
        surface="#25211d",
        surface_raised="#2c2722",
        surface_sunken="#171412",
        hover="#322c26",
        pressed="#3c352e",
        border="#373029",
        control_border="#8a7d6e",
        text="#f1eae1",
        text_muted="#bdb1a3",
        text_faint="#a89c8d",
        text_disabled="#6d6459",
        accent="#e8743b",
        accent_hover="#f08a55",
        accent_pressed="#d9652d",
        accent_text="#1a0f08",
        accent_soft="#43281a",
        accent_on_soft="#ffb58d",
        link="#f39a68",
        danger="#f4849a",
        danger_hover="#f89db0",
        danger_text="#28070f",
        danger_soft="#431d27",
        danger_on_soft="#ffb3c1",
        warning="#e9b44c",
        warning_soft="#3c2f14",
        warning_on_soft="#f5cd7d",
        success="#86c590",
        success_soft="#1f3324",
        success_on_soft="#a7dcaf",
        private="#b3a1ea",
        private_surface="#29233b",
        private_on_surface="#cfc2f7",
        bubble="#33291f",
        bubble_text="#f4ede4",
        code_background="#171412",
        code_text="#ebe3d8",
        code_comment="#a09486",
        code_keyword="#f39a68",
        code_string="#a9cf8c",
        code_number="#e9bd6a",
        code_name="#8fbfee",
        highlight="#6d5210",
        highlight_text="#fff3d0",
        selection="#6b3a20",
        selection_text="#fff4ec",
        focus="#86b9f2",
        focus_on_accent="#ffffff",
        tooltip="#f1eae1",
        tooltip_text="#211c17",
        scroll_handle="#4a423a",
        scroll_handle_hover="#786c5f",
        shadow="#000000",
    ),
)

HIGH_CONTRAST = Tokens(
    name="high_contrast",
    dark=True,
    border_width=1,
    focus_width=3,
    colours=Colours(
        window="#000000",
        sidebar="#000000",
        surface="#000000",
        surface_raised="#000000",
        surface_sunken="#000000",
        hover="#2b2b2b",
        pressed="#3a3a3a",
        border="#ffffff",
        control_border="#ffffff",
        text="#ffffff",
        text_muted="#f2f2f2",
        text_faint="#e0e0e0",
        text_disabled="#9a9a9a",
        accent="#ffb000",
        accent_hover="#ffc540",
        accent_pressed="#e69e00",
        accent_text="#000000",
        accent_soft="#2e2000",
        accent_on_soft="#ffd27a",
        link="#ffc540",
        danger="#ff9db0",
        danger_hover="#ffbdca",
        danger_text="#000000",
        danger_soft="#2e0710",
        danger_on_soft="#ffc9d3",
        warning="#ffd84d",
        warning_soft="#2b2300",
        warning_on_soft="#ffe480",
        success="#8df09c",
        success_soft="#06260c",
        success_on_soft="#b4f7be",
        private="#cdb9ff",
        private_surface="#17102e",
        private_on_surface="#e3d8ff",
        bubble="#1f1f1f",
        bubble_text="#ffffff",
        code_background="#0a0a0a",
        code_text="#ffffff",
        code_comment="#d0d0d0",
        code_keyword="#ffc540",
        code_string="#a8f0a0",
        code_number="#ffd84d",
        code_name="#9fd4ff",
        highlight="#ffe600",
        highlight_text="#000000",
        selection="#ffb000",
        selection_text="#000000",
        focus="#4de8ff",
        focus_on_accent="#000000",
        tooltip="#ffffff",
        tooltip_text="#000000",
        scroll_handle="#ffffff",
        scroll_handle_hover="#ffb000",
        shadow="#000000",
    ),
)

THEMES: tuple[Tokens, ...] = (LIGHT, DARK, HIGH_CONTRAST)

_PAGES = ("window", "sidebar", "surface", "surface_raised", "surface_sunken", "hover", "pressed")
_QUIET_PAGES = ("window", "sidebar", "surface", "surface_raised", "surface_sunken")

#: Text and the background it may stand on: 4.5 : 1 (WCAG 2.2, 1.4.3 AA), in high contrast 7 : 1 (1.4.6 AAA).
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("text", page) for page in _PAGES),
    *(("text_muted", page) for page in _PAGES),
    *(("text_faint", page) for page in _QUIET_PAGES),
    *((ink, page) for ink in ("link", "danger", "warning", "success", "private") for page in _QUIET_PAGES),
    *(("accent_text", fill) for fill in ("accent", "accent_hover", "accent_pressed")),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "surface_raised"),
    ("accent_on_soft", "accent_soft"),
    ("danger_text", "danger"),
    ("danger_text", "danger_hover"),
    *((f"{kind}_on_soft", f"{kind}_soft") for kind in ("danger", "warning", "success")),
    *(("text", f"{kind}_soft") for kind in ("accent", "danger", "warning", "success")),
    *(("text_muted", f"{kind}_soft") for kind in ("accent", "danger", "warning", "success")),
    ("private_on_surface", "private_surface"),
    ("text_faint", "accent_soft"),
    ("text_faint", "hover"),  # what a row of a list says at its edge, under the pointer
    *(("link", f"{kind}_soft") for kind in ("accent", "danger", "warning")),  # quiet buttons on cards
    ("danger", "danger_soft"),
    ("warning", "warning_soft"),
    ("text", "private_surface"),
    ("text_muted", "private_surface"),
    ("text_faint", "private_surface"),
    ("bubble_text", "bubble"),
    ("text_muted", "bubble"),
    ("link", "bubble"),
    *((f"code_{ink}", "code_background") for ink in ("text", "comment", "keyword", "string", "number", "name")),
    ("text_muted", "code_background"),
    ("highlight_text", "highlight"),
    ("selection_text", "selection"),
    ("tooltip_text", "tooltip"),
)

#: Edges and marks that must be seen: 3 : 1 (WCAG 2.2, 1.4.11 and 2.4.13).
CONTROL_PAIRS: tuple[tuple[str, str], ...] = (
    *(("control_border", page) for page in ("window", "sidebar", "surface", "surface_raised")),
    *(("focus", page) for page in _PAGES),
    ("focus", "accent_soft"),
    *(("focus", page) for page in ("private_surface", "danger_soft", "warning_soft", "bubble", "code_background")),
    ("danger_text", "danger"),  # the ring inside of a button that destroys
    ("focus_on_accent", "accent"),
    ("accent", "window"),
    ("accent", "sidebar"),
    # Bars of progress in their wells; the bar beside a chosen row.
    *(("accent", page) for page in ("surface", "surface_sunken", "hover", "pressed")),
    ("private", "window"),  # the edge of the badge and of the composer
    ("private", "surface"),
    ("private", "private_surface"),
)


def tokens_for(theme: str, system_dark: bool, *, system_high_contrast: bool = False) -> Tokens:  # noqa: FBT001
    """The tokens for a choice of the owner; “system”, and any name that is not known, follows the system."""
    for tokens in THEMES:
        if tokens.name == theme:
            return tokens
    if system_high_contrast:
        return HIGH_CONTRAST
    return DARK if system_dark else LIGHT


def contrast(first: str, second: str) -> float:
    """Contrast of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
