"""The language of the interface: Qt Linguist files, changed while the program runs.

Whoever shows words makes its widgets anew on `changed`; texts that were already set do not follow by themselves.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from core.wording import install_translation

log = logging.getLogger("hearth.translation")

FOLDER: Final = Path(__file__).resolve().parent.parent / "assets" / "translations"
SOURCE_LANGUAGE: Final = "en"
NAMES: Final = {"en": "English", "de": "Deutsch", "es": "Español", "ja": "日本語"}
"""Each language in its own words, so that one finds the way back from one that one cannot read."""

FONTS: Final = {"ja": ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Meiryo", "IPAexGothic")}
"""Who lends the letters that Inter lacks, best first. Without any of them Qt takes what the system has for the script,
which for Japanese may be Chinese forms of the same letters; where it has nothing at all, boxes are seen."""

CORE: Final = "core"
"""The context of everything that the core words."""


def system_language() -> str:
    """The first language of this system that Hearth speaks, English where there is none."""
    for name in QLocale.system().uiLanguages():
        if (language := name.replace("_", "-").partition("-")[0].lower()) in NAMES:
            return language
    return SOURCE_LANGUAGE


class Translation(QObject):
    """Which language is spoken. English has a file too: with the forms of “%n messages” for one and for many."""

    changed = Signal(str)

    def __init__(self, application: QCoreApplication, *, folder: Path | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._folder = folder or FOLDER
        self._installed: list[QTranslator] = []
        self.language = ""

    def choose(self, wanted: str) -> None:
        """Speak `wanted` (`system` or a language of `NAMES`); announces `changed` when that is another one."""
        language = wanted if wanted in NAMES else system_language()
        QLocale.setDefault(_locale_of(wanted))
        if language == self.language:
            return
        for old in self._installed:
            self._application.removeTranslator(old)
            old.deleteLater()
        self._installed = self._load(language)
        self.language = language
        _borrow_letters(FONTS.get(language, ()))
        install_translation(None if language == SOURCE_LANGUAGE else _word_for_core)
        self.changed.emit(language)

    def _load(self, language: str) -> list[QTranslator]:
        loaded: list[QTranslator] = []
        for name, folder in self._files_of(language):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                loaded.append(translator)
            else:
                log.warning("a translation is missing")
        return loaded

    def _files_of(self, language: str) -> list[tuple[str, str]]:
        own = [(f"hearth_{language}", str(self._folder))]
        if language == SOURCE_LANGUAGE:
            return own
        return [(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), *own]


def _locale_of(wanted: str) -> QLocale:
    """How times and numbers are written: as the system does, unless the owner chose a language that it does not speak.

    “English” on a British system keeps the British way.
    """
    system = QLocale.system()
    if wanted not in NAMES or system.language() == QLocale(wanted).language():
        return system
    return QLocale(wanted)


def _borrow_letters(families: Sequence[str]) -> None:
    from PySide6.QtGui import QFont

    from desktop.theme.design_tokens import TypeScale

    scale = TypeScale()
    for own in (scale.ui_family, scale.mono_family):
        QFont.removeSubstitutions(own)
        if families:
            QFont.insertSubstitutions(own, list(families))


def _word_for_core(text: str) -> str:
    # Thread-safe by Qt's documentation: the core words its sentences on its own thread.
    return QCoreApplication.translate(CORE, text)
