"""What the page of models says about one model, in the owner's language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from core.wording import worded
from desktop.model_library.shelf import Fitness, ModelItem
from desktop.widgets.amounts import size_text
from desktop.widgets.language_name import language_name

if TYPE_CHECKING:
    from models.catalogue import CatalogueModel, Purpose

MOST_LANGUAGES = 3


def languages_text(codes: tuple[str, ...], *, most: int = MOST_LANGUAGES) -> str:
    """“English, German and 4 more”; “many languages”."""
    translate = QCoreApplication.translate
    if not codes:
        return ""
    if "*" in codes:
        return translate("ModelWords", "many languages")
    names = [language_name(code) for code in codes[:most]]
    if len(codes) <= most:
        return ", ".join(names)
    return translate("ModelWords", "{0} and %n more", "", len(codes) - most).format(", ".join(names))


def purpose_text(purpose: Purpose) -> str:
    """What such a model is for, in a sentence."""
    translate = QCoreApplication.translate
    match purpose:
        case "language":
            return translate("ModelWords", "Answers, writes and explains in chats.")
        case "speech":
            return translate("ModelWords", "Turns what you say into text.")
        case "voice":
            return translate("ModelWords", "Reads answers aloud.")
        case "embedding":
            return translate("ModelWords", "Finds passages by their meaning.")


def fit_text(fit: Fitness) -> str:
    """The badge; empty where there is nothing to say."""
    translate = QCoreApplication.translate
    match fit:
        case "recommended":
            return translate("ModelWords", "Recommended")
        case "tight":
            return translate("ModelWords", "Tight")
        case "memory":
            return translate("ModelWords", "Too large for this computer")
        case "disk":
            return translate("ModelWords", "Not enough disk space")
        case _:
            return ""


def fit_sentence(fit: Fitness) -> str:
    """The badge in a sentence."""
    translate = QCoreApplication.translate
    match fit:
        case "recommended":
            return translate("ModelWords", "The best choice for this computer.")
        case "good":
            return translate("ModelWords", "Fits this computer comfortably.")
        case "tight":
            return translate("ModelWords", "Fits this computer, but leaves little room for anything else.")
        case "memory":
            return translate("ModelWords", "Needs more memory than this computer has.")
        case "disk":
            return translate("ModelWords", "Needs more disk space than is free.")
        case _:
            return ""


def host_of(address: str) -> str:
    """The host of an address, without “www.”."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def source_host(entry: CatalogueModel) -> str:
    """Where its bytes come from."""
    return entry.hosts[0] if entry.hosts else host_of(entry.source)


def checksum_text(entry: CatalogueModel) -> str:
    """Who vouches for its bytes."""
    translate = QCoreApplication.translate
    if entry.ollama_name:
        return translate("ModelWords", "Checked by Ollama against its registry")
    known = sum(1 for file in entry.files if file.sha256)
    if known == len(entry.files):
        return translate("ModelWords", "Known to Hearth; every byte is checked against it")
    if known:
        return translate("ModelWords", "Known for %n files; for the others the host’s own is used", "", known)
    return translate("ModelWords", "Not published beforehand; the host’s own is used")


def summary_of(item: ModelItem) -> str:
    """One line on what it is."""
    return worded(item.entry.summary) if item.entry is not None else purpose_text(item.purpose)


def caption_of(item: ModelItem) -> str:
    """The small print of a row: size, memory, languages, licence, host."""
    translate = QCoreApplication.translate
    parts = []
    if item.installed is not None and item.installed.remote:
        parts.append(translate("ModelWords", "runs on somebody else’s computer"))
    elif item.size_bytes:
        parts.append(size_text(item.size_bytes))
    entry = item.entry
    if entry is not None:
        if entry.memory_bytes:
            parts.append(translate("ModelWords", "{0} of memory").format(size_text(entry.memory_bytes)))
        parts += [languages_text(entry.languages), entry.licence, source_host(entry)]
    return " · ".join(part for part in parts if part)


def badges_of(item: ModelItem) -> list[tuple[str, str]]:
    """(text, tone) of each badge; tones are `accent`, `plain`, `warning`."""
    translate = QCoreApplication.translate
    badges: list[tuple[str, str]] = []
    if item.is_default:
        badges.append((translate("ModelWords", "New chats"), "accent"))
    installed = item.installed
    if installed is not None:
        if installed.remote:
            badges.append((translate("ModelWords", "Cloud"), "warning"))
        elif installed.loaded:
            badges.append((translate("ModelWords", "Loaded"), "success"))
    elif text := fit_text(item.fit):
        badges.append((text, "accent" if item.fit == "recommended" else "plain" if item.fit == "tight" else "warning"))
    return badges


def spoken_of(item: ModelItem) -> str:
    """All that a row shows, for screen readers."""
    return ", ".join((item.name, *(text for text, _ in badges_of(item)), summary_of(item), caption_of(item)))


def hosts_text(hosts: tuple[str, ...]) -> str:
    """“a, b and c”, all of them: the owner consents to each."""
    return QLocale().createSeparatedList(list(hosts))
