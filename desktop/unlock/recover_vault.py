"""When the usual way in is lost: the recovery key, or a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from core.vault.profiles import ProfileInfo
from core.vault.recovery_key import RecoveryKey
from core.vault.unlock_secrets import Passphrase
from core.vault.vault_keys import SHORTEST_PASSPHRASE
from desktop.failures import Failure, failure_of
from desktop.theme.fonts import register_reading_fonts
from desktop.unlock.entry_card import EntryCard, Trouble, button, line
from desktop.widgets.passphrase_field import PassphraseField


class RecoverPage(EntryCard):
    """Opens a profile with its recovery key and gives it a new passphrase."""

    tried = Signal(str, object, str)  # profile id, RecoveryKey, new passphrase
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self._profile_id = ""
        register_reading_fonts()
        self.key = line(mono=True)
        self.key.setPlaceholderText("XXXX-XXXX-XXXX-…")
        self.add_field(self.tr("Recovery key"), self.key)
        self.passphrase = PassphraseField(self.tr("New passphrase"), show_strength=True, parent=self)
        self.add_field(self.tr("New passphrase"), self.passphrase)
        self.trouble = Trouble(self)
        self.body.addWidget(self.trouble)
        self.open_button = button(self.tr("Open and set the passphrase"), "primary")
        self.open_button.setObjectName("recover")
        self.open_button.clicked.connect(self._try)
        self.passphrase.submitted.connect(self._try)
        self.body.addSpacing(4)
        self.body.addWidget(self.open_button)
        back = button(self.tr("Back"), "link")
        back.clicked.connect(self.back_wanted)
        self.body.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)

    def begin(self, profile: ProfileInfo) -> None:
        """Ask for the recovery key of `profile`."""
        self._profile_id = profile.profile_id
        self.title.setText(self.tr("Use the recovery key"))
        sentence = self.tr("It opens “{0}”. Then choose a new passphrase; the recovery key stays as it is.")
        sentence = sentence.format(profile.alias)
        if "both" in profile.slot_kinds:
            more = self.tr("The passphrase will open it alone; Settings › Keys can ask for the keyring again.")
            sentence = f"{sentence} {more}"
        self.sentence.setText(sentence)
        self.key.clear()
        self.passphrase.clear()
        self.trouble.clear()
        self.set_busy(False)
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 a switch
        """While a try is under way nothing else can be tried."""
        self.open_button.setEnabled(not busy)

    def tell(self, error: BaseException) -> None:
        """It did not open; say why."""
        self.set_busy(False)
        failure = failure_of(error)
        if failure is not None:
            self.trouble.tell(failure)

    def _try(self) -> None:
        if not self.open_button.isEnabled():
            return
        if len(self.passphrase.text()) < SHORTEST_PASSPHRASE:
            self.trouble.tell(
                Failure(
                    "PassphraseTooShort",
                    self.tr("A passphrase needs at least {0} characters.").format(SHORTEST_PASSPHRASE),
                    self.tr("Four or five words that have nothing to do with each other are good."),
                    "",
                    is_bug=False,
                )
            )
            return
        self.trouble.clear()
        self.set_busy(True)
        self.tried.emit(self._profile_id, RecoveryKey(self.key.text().strip()), self.passphrase.text())


class RestorePage(EntryCard):
    """Brings a profile back from a backup file."""

    wanted = Signal(object, object)  # Path, UnlockWith
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Restore a backup"),
            self.tr("The backup is checked whole before anything is replaced. A profile that is there now is kept."),
            parent=parent,
        )
        self.path = line()
        self.path.setReadOnly(True)
        self.path.setPlaceholderText(self.tr("No file chosen"))
        choose = button(self.tr("Choose…"))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.path, stretch=1)
        row.addWidget(choose)
        self.path.setAccessibleName(self.tr("Backup file"))
        self.body.addLayout(row)
        self.secret = PassphraseField(self.tr("Passphrase or recovery key"), parent=self)
        self.add_field(self.tr("Passphrase or recovery key at the time of the backup"), self.secret)
        self.trouble = Trouble(self)
        self.body.addWidget(self.trouble)
        self.restore_button = button(self.tr("Restore"), "primary")
        self.restore_button.setObjectName("restore")
        self.restore_button.clicked.connect(self._try)
        self.secret.submitted.connect(self._try)
        self.body.addSpacing(4)
        self.body.addWidget(self.restore_button)
        back = button(self.tr("Back"), "link")
        back.clicked.connect(self.back_wanted)
        self.body.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)

    def begin(self, folder: Path) -> None:
        """Start anew; `folder` is where backups usually lie."""
        self._folder = folder
        self.path.clear()
        self.secret.clear()
        self.trouble.clear()
        self.set_busy(False)

    def choose_file(self, path: Path) -> None:
        """Restore from this file."""
        self.path.setText(str(path))

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 a switch
        """While it is being restored nothing can be changed."""
        self.restore_button.setEnabled(not busy)
        self.restore_button.setText(self.tr("Checking and restoring…") if busy else self.tr("Restore"))

    def tell(self, error: BaseException) -> None:
        """It was not restored; say why."""
        self.set_busy(False)
        failure = failure_of(error)
        if failure is not None:
            self.trouble.tell(failure)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), str(self._folder))
        if path:
            self.choose_file(Path(path))

    def _try(self) -> None:
        if not self.restore_button.isEnabled() or not self.path.text() or not self.secret.text():
            return
        self.trouble.clear()
        self.set_busy(True)
        self.wanted.emit(Path(self.path.text()), secret_from(self.secret.text()))


def secret_from(text: str) -> Passphrase | RecoveryKey:
    """A recovery key if it is written like one, else a passphrase."""
    from core.errors import WrongSecret

    key = RecoveryKey(text)
    try:
        key.secret()
    except WrongSecret:
        return Passphrase(text)
    return key
