"""Hotkeys on macOS: pynput hears every key, in a thread of its own; only ours cross over to Qt's.

macOS lets a program hear keys only with its owner's permission. In Qt's words Ctrl is the Command key there, and Meta
is Control.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject

from desktop.hotkeys.hotkey_backend import OK, BindResult, HotkeyBackend
from desktop.hotkeys.key_names import Keys, Modifier, UnreadableKeys, sentence_for

log = logging.getLogger("hearth.hotkeys")

MODIFIER_NAMES: dict[str, Modifier] = {"cmd": "Ctrl", "ctrl": "Meta", "alt": "Alt", "shift": "Shift"}
"""pynput's names, without “_l” and “_r”."""

Heard = tuple[Literal["down", "up"], str]


class MacosBackend(HotkeyBackend):
    """`to_qt` runs a call in Qt's thread, as the bridge does. The listener starts with the first `bind`."""

    name = "macos"
    can_probe = False

    def __init__(self, to_qt: Callable[[Callable[[], None]], None], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._to_qt = to_qt
        self._keys = HeldCombinations()
        self._listener: Any = None

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """Watch for `keys`, if this program may hear keys at all."""
        try:
            wanted = Keys.read(keys)
        except UnreadableKeys:
            return BindResult("refused", sentence_for("unreadable", keys))
        if wanted.codes.macos < 0:
            return BindResult(
                "refused",
                self.tr("macOS cannot watch the key “{0}”.").format(wanted.shown),
                self.tr("Choose another combination."),
            )
        if not _is_trusted():
            return self._not_trusted()
        self._keys.watch(hotkey_id, wanted)
        self._start()
        return OK

    def unbind(self, hotkey_id: str) -> None:
        """Watch for it no longer; without any, nothing is heard at all."""
        self._keys.forget(hotkey_id)
        self._key_up(hotkey_id)
        if self._keys.is_empty:
            self._stop()

    def probe(self, keys: str) -> BindResult:
        """Others are not asked: on macOS every program may hear the same keys."""
        try:
            Keys.read(keys)
        except UnreadableKeys:
            return BindResult("refused", sentence_for("unreadable", keys))
        return OK if _is_trusted() else self._not_trusted()

    def close(self) -> None:
        """End the listener."""
        self._stop()
        self._all_up()

    def _not_trusted(self) -> BindResult:
        return BindResult(
            "refused",
            self.tr("macOS does not let Hearth hear keys yet."),
            self.tr("Open System Settings › Privacy & Security › Accessibility, switch Hearth on, and try again."),
        )

    def _start(self) -> None:
        if self._listener is None:
            from pynput import keyboard

            self._listener = keyboard.Listener(
                on_press=lambda key: self._heard(key, down=True), on_release=lambda key: self._heard(key, down=False)
            )
            self._listener.start()

    def _stop(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.stop()

    def _heard(self, key: Any, *, down: bool) -> None:
        """In the listener's thread: find out whether it is one of ours, and let the rest be forgotten."""
        name, place = name_and_place(key)
        for what, hotkey_id in self._keys.feed(name, place, down=down):
            tell = self._key_down if what == "down" else self._key_up
            self._to_qt(lambda tell=tell, hotkey_id=hotkey_id: tell(hotkey_id))  # type: ignore[misc]


class HeldCombinations:
    """Which modifiers are held, and which combinations have begun. `watch` and `forget` replace whole mappings, so
    that the listener's thread may read them at any time."""

    def __init__(self) -> None:
        self._wanted: dict[str, Keys] = {}
        self._modifiers: set[str] = set()
        self._down: dict[int, str] = {}  # key code -> hotkey

    @property
    def is_empty(self) -> bool:
        """Whether nothing is watched."""
        return not self._wanted

    def watch(self, hotkey_id: str, keys: Keys) -> None:
        """Tell of `keys` from now on."""
        self._wanted = {**self._wanted, hotkey_id: keys}

    def forget(self, hotkey_id: str) -> None:
        """Tell of it no longer."""
        self._wanted = {name: keys for name, keys in self._wanted.items() if name != hotkey_id}

    def feed(self, name: str, place: int, *, down: bool) -> list[Heard]:
        """What one key going down or up means. `name`: pynput's for a modifier, `place`: the key code of others."""
        if name:
            (self._modifiers.add if down else self._modifiers.discard)(name)
            return []
        if not down:
            hotkey_id = self._down.pop(place, None)
            return [] if hotkey_id is None else [("up", hotkey_id)]
        if place in self._down:
            return []  # it repeats
        held = frozenset(MODIFIER_NAMES[one.partition("_")[0]] for one in self._modifiers)
        for hotkey_id, keys in self._wanted.items():
            if keys.codes.macos == place and keys.modifiers == held:
                self._down[place] = hotkey_id
                return [("down", hotkey_id)]
        return []


def name_and_place(key: Any) -> tuple[str, int]:
    """The name of a modifier, or "" and the key code of another key, from what pynput tells."""
    name = str(getattr(key, "name", "") or "")
    if name.partition("_")[0] in MODIFIER_NAMES:
        return name, -1
    place = getattr(getattr(key, "value", key), "vk", None)
    return "", -1 if place is None else int(place)


def _is_trusted() -> bool:
    services: Any = importlib.import_module("HIServices")  # comes with pynput on macOS
    return bool(services.AXIsProcessTrusted())
