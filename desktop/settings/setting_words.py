"""The words of settings as their owner reads them: the core words titles and helps, this side choices and units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.settings.settings_schema import SettingDescription


def setting_title(setting: SettingDescription) -> str:
    """What the setting is called."""
    return setting.title


def setting_help(setting: SettingDescription) -> str:
    """The sentence below it, empty if there is none."""
    return setting.help


def choice_title(choice: str) -> str:
    """A choice in words; one that has none (a later room's) is shown as it is kept, readably."""
    return _choices().get(choice) or choice.replace("_", " ").capitalize()


def in_order(choices: Sequence[str]) -> list[str]:
    """Choices as a list shows them; the schema knows no order."""
    known = list(_choices())
    return sorted(choices, key=lambda choice: known.index(choice) if choice in known else len(known))


def _choices() -> dict[str, str]:
    return {
        "system": QCoreApplication.translate("Settings", "System"),
        "light": QCoreApplication.translate("Settings", "Light"),
        "dark": QCoreApplication.translate("Settings", "Dark"),
        "high_contrast": QCoreApplication.translate("Settings", "High contrast"),
        "auto": QCoreApplication.translate("Settings", "Automatic"),
        "cpu": QCoreApplication.translate("Settings", "Processor"),
        "cuda": QCoreApplication.translate("Settings", "Graphics card"),
        "speech": QCoreApplication.translate("Settings", "By anything I say"),
        "commands": QCoreApplication.translate("Settings", "By “stop” and the key"),
        "on": QCoreApplication.translate("Settings", "On"),
        "off": QCoreApplication.translate("Settings", "Off"),
        "when_used": QCoreApplication.translate("Settings", "Only while it is used"),
        "after_use": QCoreApplication.translate("Settings", "After use"),
        "spoken": QCoreApplication.translate("Settings", "Spoken"),
        "always": QCoreApplication.translate("Settings", "Always"),
        "ask": QCoreApplication.translate("Settings", "Ask me"),
        "automatic": QCoreApplication.translate("Settings", "Automatic"),
        "exact": QCoreApplication.translate("Settings", "Exact comparison"),
        "chroma": QCoreApplication.translate("Settings", "Chroma, in memory"),
        "chroma_server": QCoreApplication.translate("Settings", "Chroma server"),
        "never": QCoreApplication.translate("Settings", "Never"),
        "quick": QCoreApplication.translate("Settings", "Quick"),
        "normal": QCoreApplication.translate("Settings", "Normal"),
        "patient": QCoreApplication.translate("Settings", "Patient"),
        "text": QCoreApplication.translate("Settings", "Only the text"),
        "audio": QCoreApplication.translate("Settings", "The sound as well"),
        # Languages call themselves by their own name, so that one finds back from a language one cannot read.
        "en": "English",
        "de": "Deutsch",
        "es": "Español",
        "ja": "日本語",
    }


def unit_of(name: str) -> str:
    """The unit behind a number, with the space before it; names of settings end with it."""
    units = {
        "_percent": QCoreApplication.translate("Settings", " %"),
        "_minutes": QCoreApplication.translate("Settings", " min"),
        "_days": QCoreApplication.translate("Settings", " days"),
        "_tokens": QCoreApplication.translate("Settings", " tokens"),
        "_s": QCoreApplication.translate("Settings", " s"),
    }
    return next((unit for ending, unit in units.items() if name.endswith(ending)), "")


def further_words(setting: SettingDescription) -> str:
    """By what it is found besides its title: help, choices, and the name under which it is kept."""
    choices = " ".join(f"{choice_title(choice)} {choice}" for choice in setting.choices)
    return f"{setting_help(setting)} {choices} {setting.name.replace('_', ' ').replace('.', ' ')}"
