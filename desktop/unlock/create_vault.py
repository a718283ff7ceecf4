"""A new profile: its name, how it is protected, and its recovery key, typed back once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from core.errors import WrongSecret
from core.vault.recovery_key import RecoveryKey
from core.vault.vault_keys import SHORTEST_PASSPHRASE
from desktop.failures import Failure, failure_of
from desktop.theme.fonts import register_reading_fonts
from desktop.theme.theme_state import theme
from desktop.unlock.entry_card import EntryCard, Trouble, button, label, line
from desktop.widgets.passphrase_field import PassphraseField

LONGEST_NAME = 60


class CreatePage(EntryCard):
    """Asks for name and protection."""

    wanted = Signal(str, str, bool, bool)  # alias, passphrase or "", use keyring, both needed
    back_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self.name = line(limit=LONGEST_NAME)
        self.name.setText(self.tr("Personal"))
        self.add_field(self.tr("Name of the profile"), self.name)
        self.body.addSpacing(4)
        self.body.addWidget(label(self.tr("How it opens"), "strong"))
        self.kinds = QButtonGroup(self)
        self.by_passphrase = self._kind(
            self.tr("With a passphrase"),
            self.tr("You type it each time. Without it, or the recovery key, nobody reads your chats. Not even you."),
        )
        self.by_keyring = self._kind(
            self.tr("With the system keyring"),
            self.tr("Opens by itself while you are logged in. Whoever can use your account can open it, too."),
        )
        self.by_both = self._kind(
            self.tr("With both together"),
            self.tr("Your passphrase, and only on this computer. The strongest, and the least forgiving."),
        )
        self.by_passphrase.setChecked(True)
        self._chosen = False
        self.kinds.buttonToggled.connect(self._kind_changed)
        self.kinds.buttonClicked.connect(self._kind_chosen)
        self.passphrase = PassphraseField(self.tr("Passphrase"), show_strength=True, parent=self)
        self.again = PassphraseField(self.tr("Passphrase, once more"), parent=self)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.again)
        self.trouble = Trouble(self)
        self.body.addWidget(self.trouble)
        self.create_button = button(self.tr("Create profile"), "primary")
        self.create_button.setObjectName("create_profile")
        self.create_button.clicked.connect(self._create)
        self.again.submitted.connect(self._create)
        self.body.addSpacing(4)
        self.body.addWidget(self.create_button)
        restore = button(self.tr("Restore a backup instead"), "link")
        restore.clicked.connect(self.restore_wanted)
        self.back = button(self.tr("Back"), "link")
        self.back.clicked.connect(self.back_wanted)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(restore)
        self.body.addLayout(row)

    def _kind(self, title: str, sentence: str) -> QRadioButton:
        choice = QRadioButton(title)
        choice.setAccessibleDescription(sentence)
        hint = label(sentence, "caption")
        hint.setContentsMargins(theme().px(16) + 14, 0, 0, 2)
        hint.setVisible(False)
        choice.toggled.connect(hint.setVisible)
        self.kinds.addButton(choice)
        pair = QVBoxLayout()
        pair.setSpacing(2)
        pair.addWidget(choice)
        pair.addWidget(hint)
        self.body.addLayout(pair)
        return choice

    def begin(self, *, first: bool) -> None:
        """Start anew; `first` when there is no profile yet."""
        self.title.setText(self.tr("Welcome to Hearth") if first else self.tr("New profile"))
        self.sentence.setText(
            self.tr("Your assistant, on your computer. Everything you write is kept here, encrypted, for you alone.")
        )
        self.back.setVisible(not first)
        self.passphrase.clear()
        self.again.clear()
        self.trouble.clear()
        self.set_busy(False)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def prefer_keyring(self) -> None:
        """This system has a keyring that encrypts: nothing to remember is the easier way, unless one was chosen."""
        typed = self.passphrase.text() or self.again.text()
        if not self._chosen and not typed:
            self.by_keyring.setChecked(True)

    def _kind_chosen(self) -> None:
        self._chosen = True

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 a switch
        """While it is being made nothing can be changed."""
        self.create_button.setEnabled(not busy)
        self.create_button.setText(self.tr("Creating…") if busy else self.tr("Create profile"))

    def tell(self, error: BaseException) -> None:
        """It was not made; say why."""
        self.set_busy(False)
        failure = failure_of(error)
        if failure is not None:
            self.trouble.tell(failure)

    def _kind_changed(self) -> None:
        for widget in (self.passphrase, self.again):
            widget.setVisible(not self.by_keyring.isChecked())

    def _create(self) -> None:
        if not self.create_button.isEnabled():
            return
        passphrase = "" if self.by_keyring.isChecked() else self.passphrase.text()
        refusal = self._refusal(passphrase)
        if refusal is not None:
            self.trouble.tell(refusal)
            return
        self.trouble.clear()
        self.set_busy(True)
        use_keyring = not self.by_passphrase.isChecked()
        self.wanted.emit(self.name.text().strip(), passphrase, use_keyring, self.by_both.isChecked())

    def _refusal(self, passphrase: str) -> Failure | None:
        if self.by_keyring.isChecked():
            return None
        if len(passphrase) < SHORTEST_PASSPHRASE:
            self.passphrase.setFocus()
            return Failure(
                "PassphraseTooShort",
                self.tr("A passphrase needs at least {0} characters.").format(SHORTEST_PASSPHRASE),
                self.tr("Four or five words that have nothing to do with each other are good."),
                "",
                is_bug=False,
            )
        if passphrase != self.again.text():
            self.again.setFocus()
            return Failure(
                "PassphrasesDiffer",
                self.tr("The two passphrases are not the same."),
                self.tr("Type the second one again."),
                "",
                is_bug=False,
            )
        return None


class RecoveryPage(EntryCard):
    """Shows the recovery key once. Typing it back is offered; whoever goes on without is reminded later."""

    kept = Signal(bool)  # whether it was typed back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Your recovery key"),
            self.tr(
                "If you forget the passphrase or lose the keyring, this key is the only other way in. Nobody else "
                "has it, and Hearth shows it only now. Write it down or print it, and keep it away from this computer."
            ),
            parent=parent,
        )
        self._key = ""
        self.shown = label("", "mono_large")
        self.shown.setObjectName("recovery_key")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setMargin(14)
        register_reading_fonts()
        frame = QFrame(self)
        frame.setProperty("role", "sunken")
        QVBoxLayout(frame).addWidget(self.shown)
        copy = button(self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._key))
        save = button(self.tr("Save as text…"))
        save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(save)
        row.addStretch(1)
        self.body.addWidget(frame)
        self.body.addLayout(row)
        self.typed = line(mono=True)
        self.typed.setPlaceholderText("XXXX-XXXX-…")
        self.typed.textChanged.connect(self._typed)
        self.typed.returnPressed.connect(self._finish)
        self.add_field(self.tr("Type it once, to be sure that your copy is right (or do that later)"), self.typed)
        self.trouble = Trouble(self)
        self.body.addWidget(self.trouble)
        self.finish_button = button(self.tr("I have kept it"), "primary")
        self.finish_button.setObjectName("recovery_kept")
        self.finish_button.clicked.connect(self._finish)
        self.body.addSpacing(4)
        self.body.addWidget(self.finish_button)

    def show_key(self, key: RecoveryKey) -> None:
        """Show this key."""
        self._key = key.text
        groups = key.text.split("-")
        in_a_line = 3 if len(groups) % 3 == 0 else 4  # no group is left alone
        lines = [groups[at : at + in_a_line] for at in range(0, len(groups), in_a_line)]
        self.shown.setText("\n".join("  ".join(four) for four in lines))
        self.shown.setAccessibleName(self.tr("Recovery key: {0}").format(key.text))
        self.typed.clear()
        self.trouble.clear()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop the key."""
        self._key = ""
        self.shown.setText("")
        self.shown.setAccessibleName("")
        self.typed.clear()

    def _matches(self) -> bool:
        try:
            return RecoveryKey(self.typed.text()).secret() == RecoveryKey(self._key).secret()
        except WrongSecret:
            return False

    def _typed(self) -> None:
        self.trouble.clear()

    def _finish(self) -> None:
        untyped = not self.typed.text().strip()
        if untyped or self._matches():
            self.forget()
            self.kept.emit(not untyped)
        else:
            self.trouble.tell(
                Failure(
                    "RecoveryKeyDiffers",
                    self.tr("That is not the same key."),
                    self.tr("Compare it with the key above, group by group."),
                    "",
                    is_bug=False,
                )
            )
            self.typed.setFocus()

    def _save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the recovery key"), "hearth-recovery-key.txt")
        if path:
            text = self.tr("Recovery key of a Hearth profile. Keep it away from this computer.")
            try:
                Path(path).write_text(f"{text}\n\n{self._key}\n", encoding="utf-8")
            except OSError as error:
                self.trouble.tell(
                    Failure(
                        "NotSaved",
                        self.tr("The key could not be saved there."),
                        self.tr("Choose another folder, or write the key down."),
                        str(error),
                        is_bug=False,
                    )
                )
