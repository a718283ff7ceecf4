"""Contrast of every declared pair, in every theme; and colours are written down in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.theme.design_tokens import (
    COLOUR_NAMES,
    CONTROL_PAIRS,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    TEXT_PAIRS,
    THEMES,
    Tokens,
    contrast,
    tokens_for,
)

ROOT = Path(__file__).resolve().parents[3]
COLOUR = re.compile(r"""["' (:]#[0-9a-fA-F]{6,8}\b|\brgba?\(\d|QColor\(\s*\d|QColor\(["'](?!#)\w""")


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_text_can_be_read_on_every_background_it_may_meet(tokens: Tokens) -> None:
    least = 7.0 if tokens is HIGH_CONTRAST else 4.5
    weak = {
        pair: round(found, 2)
        for pair in TEXT_PAIRS
        if (found := contrast(tokens.colours.named(pair[0]), tokens.colours.named(pair[1]))) < least
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_edges_and_focus_rings_can_be_seen(tokens: Tokens) -> None:
    weak = {
        pair: round(found, 2)
        for pair in CONTROL_PAIRS
        if (found := contrast(tokens.colours.named(pair[0]), tokens.colours.named(pair[1]))) < 3.0
    }
    assert weak == {}


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_every_pair_names_colours_that_exist() -> None:
    named = {name for pair in (*TEXT_PAIRS, *CONTROL_PAIRS) for name in pair}
    assert named <= COLOUR_NAMES


def test_every_text_colour_is_in_a_pair() -> None:
    inks = {name for name in COLOUR_NAMES if name.startswith(("text", "code_")) or name.endswith(("_text", "_on_soft"))}
    inks -= {"text_disabled", "code_background"}
    assert inks <= {ink for ink, _ in TEXT_PAIRS}


def test_a_choice_wins_over_the_system_and_system_follows_it() -> None:
    assert tokens_for("light", True) is LIGHT
    assert tokens_for("dark", False) is DARK
    assert tokens_for("high_contrast", False) is HIGH_CONTRAST
    assert tokens_for("system", False) is LIGHT
    assert tokens_for("system", True) is DARK
    assert tokens_for("system", True, system_high_contrast=True) is HIGH_CONTRAST
    assert tokens_for("light", True, system_high_contrast=True) is LIGHT
    assert tokens_for("a name from a newer Hearth", True) is DARK


def test_an_unknown_colour_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="blue"):
        LIGHT.colours.named("blue")


def test_no_colour_is_written_down_anywhere_else() -> None:
    strays = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        if path.name != "design_tokens.py"
        for found in COLOUR.finditer(path.read_text())
    ]
    assert strays == []
