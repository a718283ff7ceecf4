"""Sizes, rates and times in the owner's words: “2.0 GB”, “34 MB/s”, “about 2 minutes”."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

_MINUTE_S = 60
_HOUR_S = 3600


def size_text(size_bytes: float) -> str:
    """In powers of ten, as disks and downloads are sold: “2.0 GB”."""
    return QLocale().formattedDataSize(round(size_bytes), 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def figure(value: float, *, digits: int = 0) -> str:
    """A number as the language writes it: “1,234.5”, “1.234,5”."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # a system that names no language: the interface speaks English
        locale = QLocale("en")
    return locale.toString(float(value), "f", digits)


def rate_text(bytes_per_s: float) -> str:
    """“34 MB/s”."""
    figure = QLocale().formattedDataSize(round(bytes_per_s), 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    return QCoreApplication.translate("Amounts", "{0}/s").format(figure)


def remaining_text(seconds: float) -> str:
    """How long something still takes, no more exact than anybody can know."""
    if seconds < 5:
        return QCoreApplication.translate("Amounts", "a few seconds left")
    if seconds < _MINUTE_S:
        rounded = round(seconds / 5) * 5
        return QCoreApplication.translate("Amounts", "about {0} seconds left").format(rounded)
    if seconds < _HOUR_S:
        minutes = round(seconds / _MINUTE_S)
        return QCoreApplication.translate("Amounts", "about %n minutes left", "", minutes)
    hours = round(seconds / _HOUR_S)
    return QCoreApplication.translate("Amounts", "about %n hours left", "", hours)
