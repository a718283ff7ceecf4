"""Unlock a profile: passphrase, keyring, or both, with honest words for each way it can fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.errors import (
    DataDamaged,
    HistoryDamaged,
    KeyringUnavailable,
    NewerFormat,
    ProfileInUse,
    WrongSecret,
)
from core.vault.profiles import ProfileInfo
from core.vault.unlock_secrets import FromKeyring, KeyringAndPassphrase, Passphrase, UnlockWith
from desktop.failures import Failure, failure_of
from desktop.unlock.entry_card import EntryCard, Trouble, button
from desktop.unlock.profile_picker import ProfilePicker
from desktop.widgets.passphrase_field import PassphraseField


class UnlockPage(EntryCard):
    """Asks for what opens the chosen profile. The flow tries it and tells what came of it."""

    tried = Signal(str, object, bool)  # profile id, UnlockWith, accept the older state
    profile_chosen = Signal(str)
    create_wanted = Signal()
    recover_wanted = Signal(str, bool)  # profile id, from a backup

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self._profile: ProfileInfo | None = None
        self._last_try: UnlockWith | None = None
        self.picker = ProfilePicker(self)
        self.picker.chosen.connect(self.profile_chosen)
        self.passphrase = PassphraseField(self.tr("Passphrase"), parent=self)
        self.passphrase.submitted.connect(self._unlock)
        self.trouble = Trouble(self)
        self.unlock_button = button(self.tr("Unlock"), "primary")
        self.unlock_button.setObjectName("unlock")
        self.unlock_button.clicked.connect(self._unlock)
        self.keyring_button = button(self.tr("Unlock with the system keyring"))
        self.keyring_button.setObjectName("unlock_with_keyring")
        self.keyring_button.clicked.connect(self._unlock_with_keyring)
        self.body.addWidget(self.picker)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.trouble)
        self.body.addSpacing(4)
        self.body.addWidget(self.unlock_button)
        self.body.addWidget(self.keyring_button)
        self.body.addLayout(self._other_ways())

    def _other_ways(self) -> QHBoxLayout:
        recover = button(self.tr("Use the recovery key"), "link")
        recover.clicked.connect(lambda: self.recover_wanted.emit(self._profile_id, False))
        create = button(self.tr("New profile"), "link")
        create.clicked.connect(self.create_wanted)
        row = QHBoxLayout()
        row.addWidget(recover)
        row.addStretch(1)
        row.addWidget(create)
        return row

    @property
    def _profile_id(self) -> str:
        return "" if self._profile is None else self._profile.profile_id

    @property
    def needs_passphrase(self) -> bool:
        """Whether the chosen profile has a way in that asks for a passphrase."""
        return self._profile is not None and bool(self._profile.slot_kinds & {"passphrase", "both"})

    @property
    def has_keyring(self) -> bool:
        """Whether the keyring alone opens the chosen profile."""
        return self._profile is not None and "keyring" in self._profile.slot_kinds

    def show_profile(self, profile: ProfileInfo, profiles: Sequence[ProfileInfo]) -> None:
        """Ask for what opens `profile`."""
        self._profile = profile
        self.picker.set_profiles(profiles, current=profile.profile_id)
        self.title.setText(self.tr("Welcome back"))
        self.sentence.setText(self._how(profile))
        self.passphrase.clear()
        self.trouble.clear()
        self.passphrase.setVisible(self.needs_passphrase)
        self.unlock_button.setVisible(self.needs_passphrase)
        self.keyring_button.setVisible(self.has_keyring)
        self.set_busy(False)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where typing is wanted."""
        (self.passphrase if self.needs_passphrase else self.keyring_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 a switch
        """While a try is under way nothing else can be tried."""
        for widget in (self.unlock_button, self.keyring_button, self.passphrase, self.picker):
            widget.setEnabled(not busy)
        self.unlock_button.setText(self.tr("Unlocking…") if busy else self.tr("Unlock"))

    def tell(self, error: BaseException) -> None:
        """The last try failed; say why and what can be done."""
        self.set_busy(False)
        failure = failure_of(error)
        if failure is not None:
            self.trouble.tell(failure, self._ways_out(error, failure))
        if self.needs_passphrase:
            self.passphrase.set_invalid(isinstance(error, WrongSecret))
        self.focus_first()
        self.passphrase.select_all()

    def _ways_out(self, error: BaseException, failure: Failure) -> list[QPushButton]:
        match error:
            case HistoryDamaged():
                accept = self._way(self.tr("Accept the older state"), lambda: self._try_again(accept_rollback=True))
                return [accept, self._restore()]
            case NewerFormat():
                return []
            case DataDamaged():
                return [self._restore()]
            case ProfileInUse():
                return [self._way(self.tr("Try again"), lambda: self._try_again(accept_rollback=False))]
            case KeyringUnavailable() | WrongSecret():
                return []
            case _:
                return []

    def _restore(self) -> QPushButton:
        return self._way(self.tr("Restore a backup…"), lambda: self.recover_wanted.emit(self._profile_id, True))

    def _way(self, text: str, do: Callable[[], None]) -> QPushButton:
        made = button(text)
        made.clicked.connect(lambda: do())
        return made

    def _how(self, profile: ProfileInfo) -> str:
        if not profile.is_readable:
            return self.tr("The key file of “{0}” cannot be read.").format(profile.alias)
        if "both" in profile.slot_kinds:
            return self.tr("“{0}” opens with your passphrase and the system keyring together.").format(profile.alias)
        if self.has_keyring and self.needs_passphrase:
            return self.tr("“{0}” opens with the system keyring or your passphrase.").format(profile.alias)
        if self.has_keyring:
            return self.tr("“{0}” opens with the system keyring.").format(profile.alias)
        return self.tr("Enter the passphrase of “{0}”.").format(profile.alias)

    def _unlock(self) -> None:
        if self._profile is None or not self.passphrase.text() or not self.unlock_button.isEnabled():
            return
        both = "both" in self._profile.slot_kinds
        text = self.passphrase.text()
        self._try(KeyringAndPassphrase(text) if both else Passphrase(text))

    def _unlock_with_keyring(self) -> None:
        self._try(FromKeyring())

    def _try(self, unlock: UnlockWith, *, accept_rollback: bool = False) -> None:
        self._last_try = unlock
        self.trouble.clear()
        self.set_busy(True)
        self.tried.emit(self._profile_id, unlock, accept_rollback)

    def try_keyring(self) -> None:
        """Try the keyring without being asked, as at the start of the program."""
        self._unlock_with_keyring()

    def _try_again(self, *, accept_rollback: bool) -> None:
        if self._last_try is not None:
            self._try(self._last_try, accept_rollback=accept_rollback)

    def forget(self) -> None:
        """Drop what was typed."""
        self._last_try = None
        self.passphrase.clear()
