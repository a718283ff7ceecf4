"""How the page of models calls things."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from desktop.widgets.language_name import language_name


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_a_language_is_called_by_its_own_name_without_a_country() -> None:
    assert [language_name(code) for code in ("en", "es", "fr")] == ["English", "Español", "Français"]


def test_what_is_no_language_stays_as_it_is() -> None:
    assert language_name("xx") == "xx"
