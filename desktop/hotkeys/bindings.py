"""Which hotkeys the owner wants, what became of each, and what speaks against a combination."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.hotkeys.backend_choice import choose_backend, make_backend
from desktop.hotkeys.hotkey_backend import BindResult, HotkeyBackend
from desktop.hotkeys.key_names import Keys, UnreadableKeys, fault_of, sentence_for

if TYPE_CHECKING:
    from core.settings.sections import HotkeySettings

HOTKEY_IDS = ("quick_chat", "selection", "screenshot", "window", "talk")
HELD_HOTKEYS = frozenset({"talk"})
"""Those that last as long as their key is held."""

COMMANDS = {
    "quick_chat": "hearth toggle",
    "selection": "hearth selection",
    "screenshot": "hearth screenshot",
    "window": "hearth show",
    "talk": "hearth talk",
}
"""What a desktop's own shortcut calls where we cannot watch keys."""

ESCAPE, ESCAPE_HELD = "escape", "escape_held"
"""Esc alone, and Esc while the modifiers of the talk key are held; bound only while somebody speaks."""

WATCHES_ESCAPE = frozenset({"x11", "windows", "macos"})
"""Where a key can be had for a moment. The portal would ask its owner each time, so there Esc cancels only while a
window of Hearth has the keyboard, and the overlay has a button."""

State = Literal["none", "ok", "asking", "taken", "refused", "conflict"]


@dataclass(frozen=True, slots=True)
class BindingState:
    """One hotkey as it is now. `keys`: what is wanted, "" for none; `shown_keys`: what sets it off, to be read.

    `command` is what a shortcut of the desktop would call instead.
    """

    hotkey_id: str
    keys: str
    state: State
    shown_keys: str = ""
    sentence: str = ""
    next_step: str = ""
    command: str = ""


class Hotkeys(QObject):
    """All global hotkeys. `pressed` and `released` carry an id of `HOTKEY_IDS`; `changed`: a state is another now.

    Without a `backend` it is this session's; nothing is watched before `apply`. `to_qt` is the bridge's.
    `window_shortcuts` tells the shortcuts of our own window, in portable form: with the same keys, one of the two
    would never be heard.
    """

    pressed = Signal(str)
    released = Signal(str)
    changed = Signal()
    escape_pressed = Signal()

    def __init__(
        self,
        backend: HotkeyBackend | None = None,
        *,
        window_shortcuts: Callable[[], Iterable[str]] = tuple,
        to_qt: Callable[[Callable[[], None]], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        backend = backend or make_backend(choose_backend(), to_qt=to_qt)
        self._backend = backend
        backend.setParent(self)
        backend.pressed.connect(self._pressed)
        backend.released.connect(self._released)
        backend.answered.connect(self._answered)
        self.window_shortcuts = window_shortcuts
        self._wanted: dict[str, str] = dict.fromkeys(HOTKEY_IDS, "")
        self._results: dict[str, BindResult] = {}
        self._bound: dict[str, str] = {}
        self._objections: dict[str, str] = {}
        self._paused = False
        self._closed = False
        self._loading = list(backend.modules)

    # ---- what is wanted ---------------------------------------------------------------------------------------------

    def apply(self, wanted: HotkeySettings) -> None:
        """Bind what is wanted and differs from what is bound; `changed` follows."""
        self._wanted = {hotkey_id: getattr(wanted, hotkey_id) for hotkey_id in HOTKEY_IDS}
        if self._loading and any(self._wanted.values()):
            QTimer.singleShot(0, self, self._load_on)
        else:
            self._bind_wanted()

    def retry(self, hotkey_id: str) -> None:
        """Try one again that is taken or was refused."""
        self._results.pop(hotkey_id, None)
        self._bind_wanted()

    def retranslate(self) -> None:
        """All words change: what was not bound says anew why. A desktop that asks its owner is not asked again."""
        if self._backend.name != "portal":
            self._results = {one: result for one, result in self._results.items() if result.state == "ok"}
        self._bind_wanted()

    def pause(self, paused: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """While a field records keys, ours must reach it instead of doing their work."""
        if paused == self._paused or not self._backend.can_pause:
            return
        self._paused = paused
        if paused:
            for hotkey_id in list(self._bound):
                self._forget(hotkey_id)
        else:
            self._bind_wanted()

    def watch_escape(self, wanted: bool) -> bool:  # noqa: FBT001  a state
        """Take Esc from all programs until this is called with False; tells whether `escape_pressed` will come."""
        if self._closed or self._loading or self._backend.name not in WATCHES_ESCAPE:
            return False
        held = self._wanted["talk"].rpartition("+")[0]
        if not wanted:
            for hotkey_id in (ESCAPE, ESCAPE_HELD):
                self._backend.unbind(hotkey_id)
            return False
        if held:
            self._backend.bind(ESCAPE_HELD, f"{held}+Esc")
        return self._backend.bind(ESCAPE, "Esc").state == "ok"

    def close(self) -> None:
        """Give all keys back."""
        self._closed = True
        self._backend.close()

    # ---- what is ----------------------------------------------------------------------------------------------------

    def states(self) -> dict[str, BindingState]:
        """Every hotkey, in the order in which it is shown."""
        return {hotkey_id: self._state_of(hotkey_id) for hotkey_id in HOTKEY_IDS}

    def works(self, *hotkey_ids: str) -> bool:
        """Whether at least one of these is bound."""
        return any(self._state_of(hotkey_id).state == "ok" for hotkey_id in hotkey_ids)

    @property
    def backend_name(self) -> str:
        """Who watches the keys: x11, portal, windows, macos or none."""
        return self._backend.name

    @property
    def is_possible(self) -> bool:
        """False where no hotkey can work; desktop shortcuts are the way then."""
        return self._backend.is_possible

    @property
    def can_release(self) -> bool:
        """Whether talking by holding a key works here."""
        return self._backend.can_release

    @property
    def activation_token(self) -> str:
        """Of the last press: lets the window that it opens come to the front on Wayland; "" elsewhere."""
        return self._backend.activation_token

    @property
    def can_configure(self) -> bool:
        """Whether the desktop has a list of our hotkeys that can be opened."""
        return self._backend.can_configure

    def configure(self) -> bool:
        """Open the desktop's own list of our hotkeys; False where it has none."""
        return self._backend.configure()

    # ---- before a combination is chosen -----------------------------------------------------------------------------

    def check(self, keys: str, *, hotkey_id: str = "") -> str:
        """Why `keys` cannot be taken for `hotkey_id`, as a sentence; "" where nothing of ours speaks against it."""
        return self._objection(keys, [wanted for other, wanted in self._wanted.items() if other != hotkey_id])

    def probe(self, keys: str) -> BindResult:
        """Whether the system would give us `keys` now: “taken” where another program has them."""
        return self._backend.probe(keys)

    # ---- binding ----------------------------------------------------------------------------------------------------

    def _load_on(self) -> None:
        """One module a turn of Qt's loop: all at once would make the window wait."""
        if self._closed:
            return
        if self._loading:
            importlib.import_module(self._loading.pop(0))
            QTimer.singleShot(0, self, self._load_on)
        else:
            self._bind_wanted()

    def _bind_wanted(self) -> None:
        if self._paused or self._closed or self._loading:
            return
        earlier: list[str] = []
        for hotkey_id, keys in self._wanted.items():
            objection = self._objection(keys, earlier) if keys else ""
            self._objections[hotkey_id] = objection
            self._bind_one(hotkey_id, "" if objection else keys)
            earlier.append(keys)
        self.changed.emit()

    def _bind_one(self, hotkey_id: str, keys: str) -> None:
        if keys == self._bound.get(hotkey_id, "") and (not keys or hotkey_id in self._results):
            return
        if keys:
            self._bound[hotkey_id] = keys
            self._results[hotkey_id] = self._backend.bind(hotkey_id, keys, title=self._title(hotkey_id))
        else:
            self._forget(hotkey_id)

    def _forget(self, hotkey_id: str) -> None:
        self._results.pop(hotkey_id, None)
        if self._bound.pop(hotkey_id, ""):
            self._backend.unbind(hotkey_id)

    def _pressed(self, hotkey_id: str) -> None:
        if hotkey_id in (ESCAPE, ESCAPE_HELD):
            self.escape_pressed.emit()
        else:
            self.pressed.emit(hotkey_id)

    def _released(self, hotkey_id: str) -> None:
        if hotkey_id not in (ESCAPE, ESCAPE_HELD):
            self.released.emit(hotkey_id)

    def _answered(self, hotkey_id: str, result: BindResult) -> None:
        if hotkey_id in self._bound and self._results.get(hotkey_id) != result:
            self._results[hotkey_id] = result
            self.changed.emit()

    # ---- small steps ------------------------------------------------------------------------------------------------

    def _objection(self, keys: str, others: Iterable[str]) -> str:
        fault = fault_of(keys)
        if fault:
            return sentence_for(fault, _shown(keys))
        same = _canonical(keys)
        if same in {_canonical(one) for one in others if one}:
            return self.tr("You use this combination for another hotkey already.")
        if same in {_canonical(one) for one in self.window_shortcuts()}:
            return self.tr("Hearth’s own window uses this combination.")
        return ""

    def _state_of(self, hotkey_id: str) -> BindingState:
        keys = self._wanted[hotkey_id]
        objection = self._objections.get(hotkey_id, "")
        plain = BindingState(hotkey_id, keys, "none", _shown(keys), command=COMMANDS[hotkey_id])
        if not keys:
            return plain
        if objection:
            return replace(
                plain, state="conflict", sentence=objection, next_step=self.tr("Choose another combination.")
            )
        if hotkey_id in HELD_HOTKEYS and not self.can_release and self.is_possible:
            return replace(plain, state="refused", sentence=self.tr("Here nobody tells when a key is let go."))
        result = self._results.get(hotkey_id, BindResult("asking"))
        return replace(
            plain,
            state=result.state,
            shown_keys=result.shown_keys or plain.shown_keys,
            sentence=result.sentence,
            next_step=result.next_step,
        )

    def _title(self, hotkey_id: str) -> str:
        """What a desktop that shows its owner a list says about it."""
        titles = {
            "quick_chat": self.tr("Quick chat"),
            "selection": self.tr("Ask about the selected text"),
            "screenshot": self.tr("Ask about the screen"),
            "window": self.tr("Show the window"),
            "talk": self.tr("Hold to talk"),
        }
        return titles[hotkey_id]


def _canonical(keys: str) -> str:
    try:
        return Keys.read(keys).text
    except UnreadableKeys:
        return keys


def _shown(keys: str) -> str:
    try:
        return Keys.read(keys).shown
    except UnreadableKeys:
        return keys
