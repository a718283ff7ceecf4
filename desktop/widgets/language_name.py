"""What a language is called in the owner's window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop.translation import NAMES


def language_name(code: str) -> str:
    """“Japanese”; in a window that is not English the language's own name."""
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return code
    if QLocale().language() in (QLocale.Language.English, QLocale.Language.C):
        return QLocale.languageToString(locale.language())
    # Qt's own names of these tell a country, too: “American English”, “español de España”.
    name = NAMES.get(code) or locale.nativeLanguageName()
    return name[:1].upper() + name[1:]
