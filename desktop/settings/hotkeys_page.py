"""The global hotkeys: which keys, whether they work, and what to do where the desktop refuses."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.settings.settings_schema import SettingDescription, descriptions
from desktop.theme.icons import icon, icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.folded_text import has_words
from desktop.widgets.key_field import KeyField

if TYPE_CHECKING:
    from core.settings.settings_store import SettingsStore
    from desktop.bridge import Bridge

translate = QCoreApplication.translate

SECTION = "hotkeys"
MARKS = {"ok": "success", "asking": "clock", "taken": "warning", "refused": "warning", "conflict": "warning"}
MARK_COLOURS = {"ok": "success", "asking": "text_muted"}
ROLES = {"ok": "success", "asking": "caption"}
MARK_SIZE = 16
NARROW = 420
"""Rows narrower than this at 100 % text have their keys below the words."""
SCROLL_BAR = 32
"""So much room to spare, before the keys stand beside the words again; a scroll bar would make them go to and fro."""


class HotkeyState(Protocol):
    """One hotkey as it is now; `desktop.hotkeys.bindings.BindingState` is one."""

    @property
    def keys(self) -> str:
        """What is wanted."""

    @property
    def state(self) -> str:
        """none, ok, asking, taken, refused or conflict."""

    @property
    def shown_keys(self) -> str:
        """What sets it off, to be read."""

    @property
    def sentence(self) -> str:
        """What is wrong."""

    @property
    def next_step(self) -> str:
        """What to do."""

    @property
    def command(self) -> str:
        """What a shortcut of the desktop would call."""


class HotkeyRoom(Protocol):
    """What the page asks of `desktop.hotkeys.bindings.Hotkeys`."""

    @property
    def changed(self) -> Any:
        """Signal: a state is another now."""

    @property
    def is_possible(self) -> bool:
        """Whether hotkeys can work at all."""

    @property
    def can_configure(self) -> bool:
        """Whether the desktop has a list of its own."""

    def states(self) -> Mapping[str, Any]:
        """A `HotkeyState` for each id, in order."""

    def check(self, keys: str, *, hotkey_id: str = "") -> str:
        """What of ours speaks against `keys`."""

    def probe(self, keys: str) -> Any:
        """Whether the system would give them: `state`, `sentence` and `next_step`."""

    def retry(self, hotkey_id: str) -> None:
        """Try again."""

    def pause(self, paused: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Keep still while keys are recorded."""

    def configure(self) -> bool:
        """Open the desktop's own list."""


class HotkeysPage(QWidget):
    """One row a hotkey, but for those `without` use here; keys are kept by the settings, and whoever owns `hotkeys`
    binds them when they change."""

    def __init__(
        self,
        bridge: Bridge,
        settings: SettingsStore,
        *,
        hotkeys: HotkeyRoom,
        report: Callable[[BaseException], None],
        without: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._settings = settings
        self._hotkeys = hotkeys
        self._report = report
        self.rows: dict[str, HotkeyRow] = {}
        intro = QLabel(self.tr("These keys work while another program is in front."), self)
        intro.setProperty("role", "muted")
        intro.setWordWrap(True)
        self.notice = _Notice(self)
        self.notice.retry_button.clicked.connect(self._retry_all)
        self.notice.retry_button.setVisible(hotkeys.is_possible)
        self.configure_button = QPushButton(
            icon("external", size=16), self.tr("Change in the desktop’s settings"), self
        )
        self.configure_button.setProperty("kind", "quiet")
        self.configure_button.clicked.connect(lambda: hotkeys.configure())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(intro)
        layout.addSpacing(theme().tokens.spacing.m)
        layout.addWidget(self.notice)
        for hotkey_id in [one for one in hotkeys.states() if one not in without]:
            row = HotkeyRow(descriptions()[f"{SECTION}.{hotkey_id}"], self)
            row.keys_wanted.connect(lambda keys, hotkey_id=hotkey_id: self._wanted(hotkey_id, keys))
            row.retry_wanted.connect(lambda hotkey_id=hotkey_id: hotkeys.retry(hotkey_id))
            row.field.recording.connect(hotkeys.pause)
            self.rows[hotkey_id] = row
            layout.addWidget(row)
        layout.addSpacing(theme().tokens.spacing.s)
        layout.addWidget(self.configure_button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        hotkeys.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how each hotkey is now."""
        states = self._hotkeys.states()
        wanted = [state for state in states.values() if state.keys]
        none_works = not self._hotkeys.is_possible or (
            bool(wanted) and all(state.state == "refused" and state.sentence == wanted[0].sentence for state in wanted)
        )
        for hotkey_id, row in self.rows.items():
            row.show_state(states[hotkey_id], told_above=none_works and states[hotkey_id].state == "refused")
        self.notice.setVisible(none_works)
        if wanted:
            self.notice.tell(wanted[0].sentence)
        self.configure_button.setVisible(self._hotkeys.can_configure)

    def _retry_all(self) -> None:
        for hotkey_id, state in self._hotkeys.states().items():
            if state.state == "refused":
                self._hotkeys.retry(hotkey_id)

    def filter(self, words: str) -> bool:
        """Show only rows with these words; tells whether there is one."""
        found = False
        for row in self.rows.values():
            fits = row.matches(words)
            row.setVisible(fits)
            found = found or fits
        return found

    def _wanted(self, hotkey_id: str, keys: str) -> None:
        row = self.rows[hotkey_id]
        objection = self._hotkeys.check(keys, hotkey_id=hotkey_id) if keys else ""
        if keys and not objection:
            tried = self._hotkeys.probe(keys)
            if tried.state == "taken":
                objection = self.tr("{0} {1}").format(tried.sentence, tried.next_step)
        if objection:
            row.field.set_keys(self._hotkeys.states()[hotkey_id].keys)
            row.field.show_conflict(objection)
            return
        self._bridge.call(self._settings.change(f"{SECTION}.{hotkey_id}", keys), failed=self._report, owner=self)


class HotkeyRow(QWidget):
    """Title and help, the keys, and below how they do."""

    keys_wanted = Signal(str)
    retry_wanted = Signal()

    def __init__(self, description: SettingDescription, parent: QWidget) -> None:
        super().__init__(parent)
        self.description = description
        self.setObjectName(description.name)
        self.field = KeyField(description.title, parent=self)
        self.field.changed.connect(self.keys_wanted)
        self._mark = QLabel(self)
        self.state_label = QLabel(self)
        self.state_label.setWordWrap(True)
        self.retry_button = self._button(self.tr("Try again"), self.retry_wanted.emit)
        self.reset_button = self._button(self.tr("Reset"), lambda: self.keys_wanted.emit(str(description.default)))
        self.command_row = _CommandRow(self)
        self._shown = ""
        self._lay_out()

    def show_state(self, state: HotkeyState, *, told_above: bool = False) -> None:
        """Show the keys and what became of them; `told_above`: the page says it for all rows at once."""
        if not self.field.is_recording:
            self.field.set_keys(state.keys)
        self.reset_button.setVisible(state.keys != self.description.default)
        self.retry_button.setVisible(state.state in ("taken", "refused") and not told_above)
        self.command_row.setVisible(state.state == "refused")
        self.command_row.set_command(state.command)
        words = "" if told_above else self._words(state)
        self._mark.setVisible(bool(words))
        self.state_label.setVisible(bool(words) or not self.reset_button.isHidden())
        self._mark.setPixmap(self._picture(state.state))
        self._give_role(ROLES.get(state.state, "warning"))
        self.state_label.setText(words)
        if self._shown and words and words != self._shown and self.isVisible():
            announce(self.state_label, words)
        self._shown = words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room, such as for large text, the keys stand below the words."""
        below = self._top.direction() == QBoxLayout.Direction.TopToBottom
        narrow = event.size().width() < theme().px(NARROW) + (SCROLL_BAR if below else 0)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for part in (self._top, self._state):
            part.setDirection(direction)
        super().resizeEvent(event)

    def matches(self, words: str) -> bool:
        """Whether title, help or keys have all of `words`."""
        return has_words(f"{self.description.title} {self.description.help} {self.field.keys}", words)

    def _lay_out(self) -> None:
        spacing = theme().tokens.spacing
        title = QLabel(self.description.title, self)
        title.setProperty("role", "strong")
        title.setBuddy(self.field)
        title.setWordWrap(True)
        hint = QLabel(self.description.help, self)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(hint)
        words.addStretch(1)
        keys = QVBoxLayout()
        keys.addWidget(self.field)
        keys.addStretch(1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(spacing.s)
        self._top.addLayout(words, stretch=1)
        self._top.addLayout(keys)
        told = QHBoxLayout()
        told.setSpacing(spacing.s)
        told.addWidget(self._mark)
        told.addWidget(self.state_label, stretch=1)
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.xs)
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(0)
        self._state = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._state.setSpacing(spacing.xs)
        self._state.addLayout(told, stretch=1)
        self._state.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing.m, 0, spacing.m)
        layout.setSpacing(spacing.xs)
        layout.addLayout(self._top)
        layout.addLayout(self._state)
        layout.addWidget(self.command_row)

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(self.tr("{0}: {1}").format(text, self.description.title))
        button.clicked.connect(lambda: do())
        return button

    def _give_role(self, role: str) -> None:
        self.state_label.setProperty("role", role)
        self.state_label.style().polish(self.state_label)

    def _words(self, state: HotkeyState) -> str:
        if state.state == "ok":
            return self.tr("Works: {0}").format(state.shown_keys)
        return " ".join(part for part in (state.sentence, state.next_step) if part)

    def _picture(self, state: str) -> Any:
        size = theme().px(MARK_SIZE)
        colour = MARK_COLOURS.get(state, "warning")
        return icon_pixmap(MARKS.get(state, "info"), colour=colour, size=size, ratio=self.devicePixelRatioF())


class _CommandRow(QFrame):
    """A command that a shortcut of the desktop can call, and a button that copies it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self.command = QLabel(self)
        self.command.setProperty("role", "mono")
        self.command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button = QPushButton(icon("copy", size=16), self.tr("Copy"), self)
        self.copy_button.setProperty("kind", "quiet")
        self.copy_button.clicked.connect(self._copy)
        layout = QHBoxLayout(self)
        spacing = theme().tokens.spacing
        layout.setContentsMargins(spacing.m, spacing.xs, spacing.xs, spacing.xs)
        layout.addWidget(self.command, stretch=1)
        layout.addWidget(self.copy_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_command(self, command: str) -> None:
        """Show `command`."""
        self.command.setText(command)
        self.copy_button.setAccessibleName(self.tr("Copy the command “{0}”").format(command))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        announce(self.copy_button, self.tr("Copied."))


class _Notice(QFrame):
    """How to make a shortcut in the desktop's own settings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self.words = QLabel(desktop_hint(os.environ.get("XDG_CURRENT_DESKTOP", "")), self)
        self.words.setWordWrap(True)
        self.retry_button = QPushButton(self.tr("Try again"), self)
        self.tell("")
        layout = QVBoxLayout(self)
        spacing = theme().tokens.spacing
        layout.setContentsMargins(spacing.l, spacing.m, spacing.l, spacing.m)
        layout.setSpacing(spacing.s)
        layout.addWidget(self._title)
        layout.addWidget(self.words)
        layout.addWidget(self.retry_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def tell(self, sentence: str) -> None:
        """Say why no key works."""
        self._title.setText(sentence or self.tr("Let your desktop press the keys"))


def desktop_hint(desktop: str) -> str:
    """Where a shortcut is made in this desktop's settings; `desktop` as in XDG_CURRENT_DESKTOP."""
    known = desktop.casefold()
    if "gnome" in known or "unity" in known:
        return translate(
            "DesktopHint",
            "Settings › Keyboard › View and Customise Shortcuts › Custom Shortcuts › Add. "
            "Give it one of the commands below and press the keys you want.",
        )
    if "kde" in known:
        return translate(
            "DesktopHint",
            "System Settings › Keyboard › Shortcuts › Add New › Command or Script. "
            "Give it one of the commands below and press the keys you want.",
        )
    if "sway" in known or "hyprland" in known or "wlroots" in known:
        return translate(
            "DesktopHint",
            "Add a line to the configuration, in Sway for example: bindsym Ctrl+Mod1+space exec hearth toggle",
        )
    return translate(
        "DesktopHint",
        "In your desktop’s keyboard settings, make a shortcut of your own for one of the commands below.",
    )
