"""Leads from page to page until a vault is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.vault.profiles import ProfileInfo, Profiles
from core.vault.recovery_key import RecoveryKey
from core.vault.unlock_secrets import UnlockWith
from desktop.bridge import Bridge
from desktop.unlock.create_vault import CreatePage, RecoveryPage
from desktop.unlock.recover_vault import RecoverPage, RestorePage
from desktop.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from core.vault.vault import Vault


class UnlockFlow(QStackedWidget):
    """The pages of the way in. Holds a vault only while its new recovery key is typed back (`unfinished`)."""

    unlocked = Signal(object)  # Vault, which now belongs to the listener

    def __init__(self, bridge: Bridge, profiles: Profiles, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._profiles = profiles
        self._known: list[ProfileInfo] = []
        self._current = ""
        self.unfinished: Vault | None = None
        self.recovery_unchecked = False
        self.unlock = UnlockPage(self)
        self.create_page = CreatePage(self)
        self.recovery = RecoveryPage(self)
        self.recover = RecoverPage(self)
        self.restore = RestorePage(self)
        for page in (self.unlock, self.create_page, self.recovery, self.recover, self.restore):
            self.addWidget(page)
        self.unlock.tried.connect(self._open)
        self.unlock.profile_chosen.connect(self._show_profile)
        self.unlock.create_wanted.connect(self.show_create)
        self.unlock.recover_wanted.connect(self._show_recover)
        self.create_page.wanted.connect(self._create)
        self.create_page.back_wanted.connect(self.begin)
        self.create_page.restore_wanted.connect(self.show_restore)
        self.recovery.kept.connect(self._recovery_kept)
        self.recover.tried.connect(self._recover)
        self.recover.back_wanted.connect(self.begin)
        self.restore.wanted.connect(self._restore)
        self.restore.back_wanted.connect(self.begin)

    def begin(self, profile_id: str = "") -> None:
        """Show the first page: a welcome without profiles, else the way into `profile_id` or the first one."""
        self._known = self._profiles.list()
        if not self._known:
            self.show_create()
            return
        known = {profile.profile_id for profile in self._known}
        wanted = next((one for one in (profile_id, self._current) if one in known), self._known[0].profile_id)
        self._show_profile(wanted)

    def _profile(self, profile_id: str) -> ProfileInfo:
        return next((one for one in self._known if one.profile_id == profile_id), self._known[0])

    def _show_profile(self, profile_id: str) -> None:
        self._current = profile_id
        self.setCurrentWidget(self.unlock)
        self.unlock.show_profile(self._profile(profile_id), self._known)

    def show_create(self) -> None:
        """Ask for a new profile."""
        self.setCurrentWidget(self.create_page)
        self.create_page.begin(first=not self._known)
        self._bridge.call(self._profiles.keyring_works(), done=self._keyring_found, owner=self)

    def _keyring_found(self, works: bool) -> None:  # noqa: FBT001 an answer
        if works:
            self.create_page.prefer_keyring()

    def _show_recover(self, profile_id: str, from_backup: bool) -> None:  # noqa: FBT001 a signal's value
        if from_backup:
            self.show_restore()
        else:
            self.setCurrentWidget(self.recover)
            self.recover.begin(self._profile(profile_id))

    def show_restore(self) -> None:
        """Ask for a backup."""
        self.setCurrentWidget(self.restore)
        self.restore.begin(Path.home())

    # ---- asking the core ------------------------------------------------------------------------------------------

    def _open(self, profile_id: str, unlock: UnlockWith, accept_rollback: bool) -> None:  # noqa: FBT001 a signal's
        self._bridge.call(
            self._profiles.open(profile_id, unlock, accept_rollback=accept_rollback),
            done=self._opened,
            failed=self.unlock.tell,
            owner=self,
        )

    def _opened(self, vault: Vault) -> None:
        self.unlock.forget()
        self.unlocked.emit(vault)

    def _create(self, alias: str, passphrase: str, use_keyring: bool, both: bool) -> None:  # noqa: FBT001 a signal's
        self._bridge.call(
            self._profiles.create(alias, passphrase=passphrase or None, use_keyring=use_keyring, require_both=both),
            done=self._created,
            failed=self.create_page.tell,
            owner=self,
        )

    def _created(self, made: tuple[Vault, RecoveryKey]) -> None:
        self.unfinished, key = made
        self.create_page.begin(first=False)  # forget the passphrases
        self.setCurrentWidget(self.recovery)
        self.recovery.show_key(key)

    def _recovery_kept(self, checked: bool) -> None:  # noqa: FBT001 a signal's value
        self.recovery_unchecked = not checked
        vault, self.unfinished = self.unfinished, None
        if vault is not None:
            self.unlocked.emit(vault)

    def _recover(self, profile_id: str, key: RecoveryKey, passphrase: str) -> None:
        self._bridge.call(
            self._recovered(profile_id, key, passphrase),
            done=self._opened,
            failed=self.recover.tell,
            owner=self,
        )

    async def _recovered(self, profile_id: str, key: RecoveryKey, passphrase: str) -> Vault:
        vault = await self._profiles.open(profile_id, key)
        try:
            # Also where the keyring was needed as well: it may be what was lost, so the passphrase alone must do.
            await vault.keys.add_passphrase(passphrase)
        except BaseException:
            await vault.close()
            raise
        return vault

    def _restore(self, backup: Path, unlock: UnlockWith) -> None:
        self._bridge.call(
            self._profiles.restore(backup, unlock),
            done=lambda info: self.begin(info.profile_id),
            failed=self.restore.tell,
            owner=self,
        )
