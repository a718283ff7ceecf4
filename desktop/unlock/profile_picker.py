"""Which profile: a list to choose from, hidden while there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from core.vault.profiles import ProfileInfo
from desktop.theme.icons import icon


class ProfilePicker(QComboBox):
    """The profiles by name."""

    chosen = Signal(str)  # profile id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Profile"))
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def set_profiles(self, profiles: Sequence[ProfileInfo], *, current: str) -> None:
        """Offer these."""
        self.clear()
        for profile in profiles:
            self.addItem(icon("user"), profile.alias, profile.profile_id)
        self.setCurrentIndex(max(0, self.findData(current)))
        self.setVisible(len(profiles) > 1)
