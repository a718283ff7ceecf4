"""The ways to open this profile: change, add, remove, and a new recovery key."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import HearthError
from desktop.failures import failure_of
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from core.vault.recovery_key import RecoveryKey
    from core.vault.unlock_secrets import SlotKind
    from core.vault.vault import Vault
    from core.vault.vault_keys import SlotInfo
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts


class KeysPage(QWidget):
    """One card a way in."""

    lock_wanted = Signal()

    def __init__(
        self, bridge: Bridge, vault: Vault, *, toasts: Toasts, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._vault = vault
        self._toasts = toasts
        self._report = report
        self._slots = QVBoxLayout()
        self._slots.setSpacing(8)
        intro = QLabel(self.tr("Each of these opens this profile. Keep at least one that you cannot lose."), self)
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        self._adding = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(intro)
        layout.addLayout(self._slots)
        layout.addLayout(self._adding)
        layout.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the ways in that there are now."""
        _empty(self._slots)
        _empty(self._adding)
        slots = self._vault.keys.slots()
        for slot in slots:
            self._slots.addWidget(self._card(slot))
        kinds = {slot.kind for slot in slots}
        if "passphrase" not in kinds:
            self._add_button(self.tr("Add a passphrase…"), self._add_passphrase)
        if "keyring" not in kinds:
            self._add_button(self.tr("Add the system keyring"), self._add_keyring)
        if "both" not in kinds:
            self._add_button(self.tr("Require both…"), self._require_both)
        if "recovery" not in kinds:
            self._add_button(self.tr("Add a recovery key"), self._new_recovery_key)
        self._add_button(self.tr("Encrypt anew…"), self._rotate)

    def _add_button(self, text: str, do: Callable[[], None]) -> None:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: do())
        self._adding.addWidget(button)

    def _card(self, slot: SlotInfo) -> QFrame:
        titles = {
            "passphrase": (self.tr("Passphrase"), self.tr("Opens the profile by itself.")),
            "keyring": (self.tr("System keyring"), self.tr("Opens the profile while you are logged in.")),
            "both": (self.tr("Passphrase and keyring together"), self.tr("Neither opens the profile alone.")),
            "recovery": (self.tr("Recovery key"), self.tr("For the day when everything else is lost.")),
        }
        title, sentence = titles[slot.kind]
        card = QFrame(self)
        card.setObjectName(f"slot_{slot.kind}")
        card.setProperty("role", "card")
        words = QVBoxLayout()
        words.setSpacing(2)
        for text, role in (
            (title, "strong"),
            (sentence, ""),
            (self.tr("Since {0}").format(f"{slot.created_at.astimezone():%Y-%m-%d}"), "caption"),
        ):
            label = QLabel(text, card)
            label.setProperty("role", role)
            label.setWordWrap(True)
            words.addWidget(label)
        deeds = FlowLayout()
        if slot.kind in ("passphrase", "both"):
            deeds.addWidget(self._card_button(self.tr("Change…"), title, self._change_passphrase))
        if slot.kind == "recovery":
            deeds.addWidget(self._card_button(self.tr("Check…"), title, self._check_recovery_key))
            deeds.addWidget(self._card_button(self.tr("New key…"), title, self._new_recovery_key))
        else:
            deeds.addWidget(self._card_button(self.tr("Remove"), title, lambda: self._remove(slot.kind, title)))
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addLayout(deeds)
        return card

    def _card_button(self, text: str, title: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(f"{text.rstrip('…')}: {title}")
        button.clicked.connect(lambda: do())
        return button

    # ---- changes --------------------------------------------------------------------------------------------------

    def _do(self, work: Coroutine[Any, Any, Any], said: str) -> None:
        def done(_: object) -> None:
            self.refresh()
            self._toasts.show(said, kind="success")

        self._bridge.call(work, done=done, failed=self._report, owner=self)

    def _add_passphrase(self) -> None:
        PassphraseDialog(
            self._bridge,
            self.tr("Add a passphrase"),
            lambda _, new: self._vault.keys.add_passphrase(new),
            done=self._changed,
            parent=self,
        ).open()

    def _change_passphrase(self) -> None:
        PassphraseDialog(
            self._bridge,
            self.tr("Change the passphrase"),
            self._vault.keys.change_passphrase,
            ask_present=True,
            done=self._changed,
            parent=self,
        ).open()

    def _require_both(self) -> None:
        PassphraseDialog(
            self._bridge,
            self.tr("Require passphrase and keyring together"),
            lambda _, new: self._vault.keys.require_both(new),
            done=self._changed,
            parent=self,
        ).open()

    def _changed(self) -> None:
        self.refresh()
        self._toasts.show(self.tr("The way in was changed."), kind="success")

    def _add_keyring(self) -> None:
        self._do(self._vault.keys.add_keyring(), self.tr("The system keyring opens this profile now."))

    def _remove(self, kind: SlotKind, title: str) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Remove “{0}”?").format(title))
        box.setInformativeText(self.tr("It will no longer open this profile."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._do(self._vault.keys.remove_slot(kind), self.tr("Removed.")))
        box.finished.connect(box.deleteLater)
        box.open()

    def _check_recovery_key(self) -> None:
        dialog = RecoveryCheck(self._bridge, self._vault, parent=self)
        dialog.passed.connect(lambda: self._toasts.show(self.tr("Your copy opens this profile."), kind="success"))
        dialog.open()

    def _new_recovery_key(self) -> None:
        self._bridge.call(
            self._vault.keys.new_recovery_key(), done=self._show_recovery_key, failed=self._report, owner=self
        )

    def _rotate(self) -> None:
        kinds = {slot.kind for slot in self._vault.keys.slots()}
        if not kinds & {"passphrase", "both"}:
            self._ask_core_to_rotate(None)
            return
        dialog = PassphraseDialog(
            self._bridge,
            self.tr("Encrypt everything anew"),
            lambda present, _: self._rotated(present),
            ask_present=True,
            ask_new=False,
            done=lambda: None,
            parent=self,
        )
        dialog.open()

    async def _rotated(self, passphrase: str) -> None:
        key = await self._vault.rotate_master_key(passphrase=passphrase)
        self._bridge.to_qt(lambda: self._show_recovery_key(key, close_after=True))

    def _ask_core_to_rotate(self, passphrase: str | None) -> None:
        self._bridge.call(
            self._vault.rotate_master_key(passphrase=passphrase),
            done=lambda key: self._show_recovery_key(key, close_after=True),
            failed=self._report,
            owner=self,
        )

    def _show_recovery_key(self, key: RecoveryKey, *, close_after: bool = False) -> None:
        self.refresh()
        box = QMessageBox(self)
        box.setText(self.tr("Your new recovery key"))
        box.setInformativeText(
            self.tr(
                "{0}\n\nThe old one opens nothing any more, except backups made before. It is shown only now."
            ).format(key.text)
        )
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = box.addButton(self.tr("Copy"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(key.text))
        box.addButton(self.tr("I have kept it"), QMessageBox.ButtonRole.AcceptRole)
        if close_after:  # a new master key closes the vault; it opens again with the secrets that it had
            box.finished.connect(self.lock_wanted)
        box.finished.connect(box.deleteLater)
        box.open()


class PassphraseDialog(QDialog):
    """Asks for a new passphrase, and for the present one where it is needed; stays open until it was taken."""

    def __init__(
        self,
        bridge: Bridge,
        title: str,
        change: Callable[[str, str], Coroutine[Any, Any, None]],
        *,
        done: Callable[[], None],
        ask_present: bool = False,
        ask_new: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._bridge = bridge
        self._change = change
        self._done = done
        self.present = PassphraseField(self.tr("Present passphrase"), parent=self)
        self.present.setVisible(ask_present)
        self.new = PassphraseField(self.tr("New passphrase"), show_strength=True, parent=self)
        self.again = PassphraseField(self.tr("New passphrase, once more"), parent=self)
        for field in (self.new, self.again):
            field.setVisible(ask_new)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.try_it)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.present, self.new, self.again, self.error, self._buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(380)

    def try_it(self) -> None:
        """Ask the core for the change."""
        if self.new.text() != self.again.text():
            self._tell(self.tr("The two passphrases are not the same."))
            return
        self._buttons.setEnabled(False)
        self._bridge.call(
            self._change(self.present.text(), self.new.text()), done=self._changed, failed=self._failed, owner=self
        )

    def _changed(self, _: None) -> None:
        self._done()
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._buttons.setEnabled(True)
        failure = failure_of(error)
        if failure is not None:
            self._tell(f"{failure.sentence} {failure.next_step}")
        if not isinstance(error, HearthError):
            self._bridge.unheard(error)

    def _tell(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()


class RecoveryCheck(QDialog):
    """The owner types the recovery key from the copy; tells whether it opens this profile. Changes nothing."""

    passed = Signal()

    def __init__(self, bridge: Bridge, vault: Vault, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check the recovery key"))
        self._bridge = bridge
        self._vault = vault
        sentence = QLabel(self.tr("Type the recovery key from your copy. Nothing is changed by this."), self)
        sentence.setWordWrap(True)
        self.typed = QLineEdit(self)
        self.typed.setProperty("role", "mono")
        self.typed.setPlaceholderText("XXXX-XXXX-…")
        self.typed.setAccessibleName(self.tr("Recovery key"))
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.try_it)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (sentence, self.typed, self.error, self._buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(460)

    def try_it(self) -> None:
        """Ask the core."""
        from core.vault.recovery_key import RecoveryKey

        self._buttons.setEnabled(False)
        work = self._vault.keys.check_recovery_key(RecoveryKey(self.typed.text()))
        self._bridge.call(work, done=self._right, failed=self._wrong, owner=self)

    def _right(self, _: None) -> None:
        self.passed.emit()
        self.accept()

    def _wrong(self, error: BaseException) -> None:
        self._buttons.setEnabled(True)
        failure = failure_of(error)
        if failure is not None:
            self.error.setText(f"{failure.sentence} {failure.next_step}")
            self.error.show()


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
