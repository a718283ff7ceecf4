"""Every command with its keys, which are changed by pressing others. What is changed holds at once in all windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.commands import Command, Commands, group_title, native, portable
from desktop.shortcut_rules import refusal_of
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.folded_text import has_words
from desktop.widgets.icon_button import IconButton
from desktop.widgets.key_field import KeyField
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.settings.settings_store import SettingsStore
    from desktop.bridge import Bridge

SETTING = "desktop.shortcuts"


class ShortcutsPage(QWidget):
    """All commands by group."""

    def __init__(
        self,
        bridge: Bridge,
        settings: SettingsStore,
        *,
        commands: Commands,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._settings = settings
        self._commands = commands
        self._report = report
        self.rows: dict[str, ShortcutRow] = {}
        self._headings: dict[str, QLabel] = {}
        self.search = SearchField(self.tr("Search commands and keys"), parent=self)
        self.search.searched.connect(self._filter)
        self.reset_all = QPushButton(icon("retry", size=16), self.tr("Reset all"), self)
        self.reset_all.setProperty("kind", "quiet")
        self.reset_all.clicked.connect(self._reset_all)
        self.nothing = EmptyState("search", self.tr("No command is called like that."), compact=True, parent=self)
        self._lay_out()
        self._show()
        self._filter("")
        commands.changed.connect(self._show)

    def _lay_out(self) -> None:
        intro = QLabel(self.tr("Press the plus to give a command other keys; a command can have several."), self)
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.search, stretch=1)
        top.addWidget(self.reset_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().tokens.spacing.xs)
        layout.addWidget(intro)
        layout.addSpacing(theme().tokens.spacing.s)
        layout.addLayout(top)
        layout.addWidget(self.nothing)
        for command in self._commands.all():
            if command.group not in self._headings:
                heading = QLabel(group_title(command.group), self)
                heading.setProperty("role", "heading")
                heading.setContentsMargins(0, theme().tokens.spacing.l, 0, theme().tokens.spacing.xs)
                self._headings[command.group] = heading
                layout.addWidget(heading)
            row = ShortcutRow(command, self._commands, self)
            row.keys_wanted.connect(self._give)
            self.rows[command.command_id] = row
            layout.addWidget(row)

    def _give(self, command_id: str, keys: Any) -> None:
        self._commands.set_shortcuts(command_id, keys)
        self._keep()

    def _reset_all(self) -> None:
        self._commands.use_overrides({})
        self._keep()

    def _keep(self) -> None:
        self._bridge.call(self._settings.change(SETTING, self._commands.overrides), failed=self._report, owner=self)

    def _show(self) -> None:
        changed = False
        for command_id, row in self.rows.items():
            if command_id in self._commands:
                row.show_keys()
                changed = changed or row.is_changed
        self.reset_all.setEnabled(changed)

    def _filter(self, words: str) -> None:
        shown: set[str] = set()
        for row in self.rows.values():
            fits = row.matches(words)
            row.setVisible(fits)
            if fits:
                shown.add(row.command.group)
        for group, heading in self._headings.items():
            heading.setVisible(group in shown)
        self.nothing.setVisible(not shown)


class ShortcutRow(QWidget):
    """One command. `keys_wanted` carries its id and all keys that it shall have."""

    keys_wanted = Signal(str, object)

    def __init__(self, command: Command, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.command = command
        self._commands = commands
        self._wanted = ""
        self.title = QLabel(command.title.rstrip("…"), self)
        self.title.setWordWrap(True)
        self.add_button = IconButton("plus", self.tr("Add keys for “{0}”").format(self.title.text()), parent=self)
        self.add_button.clicked.connect(self._begin)
        self.reset_button = IconButton("retry", self.tr("Reset “{0}”").format(self.title.text()), size=16, parent=self)
        keep = self.reset_button.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(keep)
        self.reset_button.clicked.connect(self._reset)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme().tokens.spacing.xs)
        self.entry: KeyField | None = None
        self._editing = QWidget(self)
        self._entry_place = QHBoxLayout()
        self.notice = QLabel(self)
        self.notice.setProperty("role", "error")
        self.notice.setWordWrap(True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignRight)  # below the keys that it is about
        self.take_button = QPushButton(self.tr("Use it here instead"), self)
        self.take_button.clicked.connect(self._take)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setProperty("kind", "quiet")
        self.cancel_button.clicked.connect(self._cancel)
        self._lay_out()
        self._editing.hide()
        self._tell("")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme().tokens.spacing.s)
        line.addWidget(self.title, stretch=1)
        line.addLayout(self._chips)
        line.addWidget(self.add_button)
        line.addWidget(self.reset_button)
        choices = QHBoxLayout()
        choices.addStretch(1)
        choices.addWidget(self.take_button)
        choices.addWidget(self.cancel_button)
        self._entry_place.addStretch(1)
        editing = QVBoxLayout(self._editing)
        editing.setContentsMargins(0, 0, 0, theme().tokens.spacing.s)
        editing.setSpacing(theme().tokens.spacing.xs)
        editing.addLayout(self._entry_place)
        editing.addWidget(self.notice)
        editing.addLayout(choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._editing)

    @property
    def keys(self) -> tuple[str, ...]:
        """What the command has now, in portable form."""
        return self._commands.shortcuts(self.command.command_id)

    @property
    def is_changed(self) -> bool:
        """Whether the owner gave it other keys, or gave one of its own to another command."""
        return self.keys != self._commands.default_shortcuts(self.command.command_id)

    def matches(self, words: str) -> bool:
        """Whether all of `words` stand in the title, the group, the keywords or the keys."""
        keys = " ".join(f"{native(one)} {one}" for one in self.keys)
        text = f"{self.title.text()} {group_title(self.command.group)} {self.command.keywords} {keys}"
        return has_words(text, words)

    def show_keys(self) -> None:
        """Show the keys that hold now."""
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for keys in self.keys:
            self._chips.addWidget(self._chip(keys))
        self.reset_button.setVisible(self.is_changed)

    def _chip(self, keys: str) -> QPushButton:
        chip = QPushButton(icon("close", size=12), native(keys), self)
        chip.setIconSize(QSize(theme().px(12), theme().px(12)))
        chip.setProperty("kind", "chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the keys
        chip.setToolTip(self.tr("Remove {0}").format(native(keys)))
        chip.setAccessibleName(self.tr("Remove {0} from “{1}”").format(native(keys), self.title.text()))
        chip.clicked.connect(lambda: self._remove(keys))
        return chip

    def _remove(self, keys: str) -> None:
        self.add_button.setFocus()
        self.keys_wanted.emit(self.command.command_id, tuple(one for one in self.keys if one != keys))

    def _reset(self) -> None:
        self._end()
        self.add_button.setFocus()
        self.keys_wanted.emit(self.command.command_id, self._commands.default_shortcuts(self.command.command_id))

    # ---- pressing new keys ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self.entry is None:
            self.entry = KeyField(self.tr("New keys for “{0}”").format(self.title.text()), parent=self._editing)
            self.entry.changed.connect(self._pressed)
            self.entry.recording.connect(self._on_recording)
            self._entry_place.addWidget(self.entry)
        self.entry.set_keys("")
        self._tell("")
        self.add_button.setEnabled(False)
        self._editing.show()
        self.entry.recorder.click()

    def _on_recording(self, begun: bool) -> None:  # noqa: FBT001  a signal's value
        # One turn later: the keys that end it are told after it has ended.
        if begun:
            self._tell("")
        else:
            QTimer.singleShot(0, self, self._end_without_keys)

    def _end_without_keys(self) -> None:
        if self.entry is not None and not self.entry.keys and not self.entry.is_recording:
            self._end()

    def _pressed(self, keys: str) -> None:
        self._wanted = portable(keys)
        if not self._wanted:
            self._cancel()
            return
        refusal = refusal_of(self._wanted)
        other = self._commands.conflict_of(self._wanted, besides=self.command.command_id)
        if refusal:
            self._tell(refusal)
        elif other is not None:
            text = self.tr("{0} already belongs to “{1}”.").format(
                native(self._wanted), self._commands.title(other.command_id).rstrip("…")
            )
            self._tell(text, can_take=True)
        else:
            self._take()

    def _take(self) -> None:
        wanted = self._wanted
        self._cancel()
        self.keys_wanted.emit(self.command.command_id, (*self.keys, wanted))

    def _cancel(self) -> None:
        self._end()
        self.add_button.setFocus()

    def _end(self) -> None:
        focus = QApplication.focusWidget()
        self.add_button.setEnabled(True)
        if focus is not None and self._editing.isAncestorOf(focus):
            self.add_button.setFocus()
        self._editing.hide()
        self._tell("")

    def _tell(self, text: str, *, can_take: bool = False) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
        self.take_button.setVisible(can_take)
        self.cancel_button.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)
            if can_take:
                self.take_button.setFocus()
