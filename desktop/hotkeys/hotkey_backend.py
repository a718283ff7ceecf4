"""What every window system must do for global hotkeys, and the one rule they share: one press, then one release.

A backend lives in Qt's thread and never makes it wait. A held key that repeats is one press; a release comes once and
always: also when the modifiers go first, when the hotkey is taken back while held, and when the connection dies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

BindState = Literal["ok", "asking", "taken", "refused"]


@dataclass(frozen=True, slots=True)
class BindResult:
    """How a wish ended.

    ok: the key works. asking: the system asks its owner; the answer comes by `answered`. taken: another program has
    it. refused: not possible here. `shown_keys`: what really sets it off, where the system chose something else.
    """

    state: BindState
    sentence: str = ""
    next_step: str = ""
    shown_keys: str = ""


OK = BindResult("ok")


def taken_by_another() -> BindResult:
    """Another program holds the combination."""
    return BindResult(
        "taken",
        QCoreApplication.translate("HotkeyBackend", "Another program uses this combination."),
        QCoreApplication.translate("HotkeyBackend", "Choose another one, or free it in that program."),
    )


class HotkeyBackend(QObject):
    """One window system. `pressed` and `released` carry the id of a hotkey, `answered` an id and its new result."""

    pressed = Signal(str)
    released = Signal(str)
    answered = Signal(str, object)  # BindResult

    name: ClassVar[str] = ""
    can_release: ClassVar[bool] = True
    """Whether it tells when a key is let go; talking by holding a key needs that."""
    can_probe: ClassVar[bool] = True
    """Whether it can find out at once that another program holds a combination."""
    can_pause: ClassVar[bool] = True
    """Whether hotkeys can be given back for a moment, so that a field can record the very same keys."""
    modules: ClassVar[tuple[str, ...]] = ()
    """What it imports when it first binds, in pieces of some milliseconds that can be loaded one after the other."""
    is_possible: ClassVar[bool] = True
    """False where no hotkey can work at all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: set[str] = set()
        self.activation_token = ""
        """Lets the window that the last press opens come to the front, where the system gives such tokens."""

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """Deliver presses of `keys` (Qt's portable form) as `hotkey_id`, instead of what it had before.

        `title` says what it does, for systems that show their owner a list.
        """
        raise NotImplementedError

    def unbind(self, hotkey_id: str) -> None:
        """Deliver it no longer; one that is held is released."""
        raise NotImplementedError

    def probe(self, keys: str) -> BindResult:
        """Whether `keys` could be had now; nothing stays bound."""
        raise NotImplementedError

    @property
    def can_configure(self) -> bool:
        """Whether the system has a list of these hotkeys that its owner can change."""
        return False

    def configure(self) -> bool:
        """Open the system's own list of these hotkeys; False where it has none."""
        return False

    def close(self) -> None:
        """Give everything back."""
        raise NotImplementedError

    # ---- for the backends -------------------------------------------------------------------------------------------

    def _key_down(self, hotkey_id: str) -> None:
        if hotkey_id not in self._held:
            self._held.add(hotkey_id)
            self.pressed.emit(hotkey_id)

    def _key_up(self, hotkey_id: str) -> None:
        if hotkey_id in self._held:
            self._held.discard(hotkey_id)
            self.released.emit(hotkey_id)

    def _all_up(self) -> None:
        for hotkey_id in sorted(self._held):
            self._key_up(hotkey_id)
