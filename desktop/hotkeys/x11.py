"""Hotkeys on X11: keys are grabbed on the root window, over a connection of their own that Qt's loop watches.

A grab on the root lasts until the key is let go, so the release arrives whatever happens to the modifiers.
"""

from __future__ import annotations

import logging
import os
import re
import socket
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from desktop.hotkeys.hotkey_backend import OK, BindResult, HotkeyBackend, taken_by_another
from desktop.hotkeys.key_names import Keys, UnreadableKeys, sentence_for
from desktop.hotkeys.x11_keyboard import Grab, X11Keyboard
from desktop.hotkeys.xkb_requests import hear_single_releases

log = logging.getLogger("hearth.hotkeys")

REPEAT_GAP_MS = 8
"""A release that is the half of a repeat has its press right behind it (measured under Xvfb: in the same packet)."""
WATCH_MS, WATCH_CLOSELY_MS = 250, 25
"""How often a held key is looked at. The grab, and with it the release, belongs to the first of several keys; the
others must be looked at more often once that one is up."""
SETTLE_MS = 50
"""A new layout is told of in a burst; the grabs move once it is over."""


class X11Backend(HotkeyBackend):
    """`display` names the server, as in DISPLAY; connected to by the first `bind` or `probe`."""

    name = "x11"
    modules = (
        *("Xlib.error", "Xlib.protocol.rq", "Xlib.protocol.request", "Xlib.display", "Xlib.ext.randr"),
        *("Xlib.ext.xinput", "Xlib.ext.xtest", "Xlib.ext.record", "Xlib.ext.security", "Xlib.ext.composite"),
        *("Xlib.ext.shape", "Xlib.ext.xfixes", "Xlib.ext.damage", "Xlib.ext.res", "Xlib.ext.screensaver"),
    )

    def __init__(
        self, display: str | None = None, *, detectable_repeat: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._display_name = display
        self._wants_detectable = detectable_repeat
        self._display: Any = None
        self._notifier: QSocketNotifier | None = None
        self._xkb_event: int | None = None
        self._keyboard = X11Keyboard({}, ())
        self._wanted: dict[str, Keys] = {}
        self._grabbed: dict[str, list[Grab]] = {}
        self._down: dict[int, str] = {}  # key code -> hotkey
        self._let_go: dict[int, QTimer] = {}  # releases that may be the half of a repeat
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._grab_anew)
        self._watch = QTimer(self)
        self._watch.timeout.connect(lambda: self._guarded(self._look_for_releases))

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """Grab `keys` in every state of the locks."""
        self.unbind(hotkey_id)
        try:
            wanted = Keys.read(keys)
        except UnreadableKeys:
            return BindResult("refused", sentence_for("unreadable", keys))
        if not self._connected():
            return self._no_server()
        self._wanted[hotkey_id] = wanted
        return self._guarded(lambda: self._grab(hotkey_id, wanted))

    def unbind(self, hotkey_id: str) -> None:
        """Let the key go, also for other programs."""
        self._wanted.pop(hotkey_id, None)
        grabs = self._grabbed.pop(hotkey_id, [])
        for keycode in [code for code, held in self._down.items() if held == hotkey_id]:
            self._forget_down(keycode)
        self._key_up(hotkey_id)
        if grabs and self._display is not None:
            self._guarded(lambda: self._ungrab(grabs))

    def probe(self, keys: str) -> BindResult:
        """Grab and let go; what is ours already can be had."""
        try:
            wanted = Keys.read(keys)
        except UnreadableKeys:
            return BindResult("refused", sentence_for("unreadable", keys))
        if any(self._grabbed.get(name) for name, one in self._wanted.items() if one == wanted):
            return OK
        if not self._connected():
            return self._no_server()

        def tried() -> BindResult:
            result, grabs = self._try_grab(wanted)
            self._ungrab(grabs)
            return result

        return self._guarded(tried)

    def close(self) -> None:
        """Close the connection; the server lets all its grabs go."""
        self._settle.stop()
        self._drop_connection()
        self._wanted.clear()

    # ---- the connection ---------------------------------------------------------------------------------------------

    def _connected(self) -> bool:
        if self._display is not None:
            return True
        name = self._display_name or os.environ.get("DISPLAY", "")
        if not _answers(name):
            return False
        import Xlib.error
        from Xlib.display import Display

        try:
            self._display = Display(name)
            self._display.set_error_handler(_log_error)
            self._xkb_event = hear_single_releases(self._display) if self._wants_detectable else None
            self._look_at_keyboard()
        except (Xlib.error.DisplayError, Xlib.error.ConnectionClosedError, Xlib.error.XauthError, OSError) as error:
            log.warning("no connection to the X server: %s", type(error).__name__)
            self._drop_connection()
            return False
        self._notifier = QSocketNotifier(self._display.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return True

    def _guarded(self, do: Any) -> BindResult:
        """Do something with the server; if it is gone, say so instead of raising."""
        from Xlib.error import ConnectionClosedError

        try:
            result = do()
        except (ConnectionClosedError, OSError):
            self._server_gone()
            return self._no_server()
        QTimer.singleShot(0, self, self._read)  # answers may have brought events along
        return result if isinstance(result, BindResult) else OK

    def _server_gone(self) -> None:
        log.warning("the X server is gone")
        lost = list(self._wanted)
        self._wanted.clear()
        self._drop_connection()
        for hotkey_id in lost:
            self.answered.emit(hotkey_id, self._no_server())

    def _drop_connection(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        display, self._display = self._display, None
        self._grabbed.clear()
        for keycode in list(self._down):
            self._forget_down(keycode)
        self._all_up()
        if display is not None:
            _close_quietly(display)

    def _no_server(self) -> BindResult:
        return BindResult(
            "refused",
            self.tr("The X server does not answer, so no key can be watched."),
            self.tr("Start Hearth anew within your desktop session."),
        )

    # ---- grabbing ---------------------------------------------------------------------------------------------------

    def _grab(self, hotkey_id: str, keys: Keys) -> BindResult:
        result, grabs = self._try_grab(keys)
        self._grabbed[hotkey_id] = grabs
        return result

    def _try_grab(self, keys: Keys) -> tuple[BindResult, list[Grab]]:
        from Xlib import X
        from Xlib.error import BadAccess, CatchError

        grabs = self._keyboard.grabs(keys)
        if not grabs:
            return self._no_such_key(keys), []
        refused = CatchError()
        root = self._display.screen().root
        for grab, locks in self._with_locks(grabs):
            root.grab_key(grab.keycode, grab.modifiers | locks, 0, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._display.sync()
        error = refused.get_error()
        if error is None:
            return OK, grabs
        self._ungrab(grabs)
        if not isinstance(error, BadAccess):
            log.warning("the X server refused a grab: %s", type(error).__name__)
            return self._no_such_key(keys), []
        return taken_by_another(), []

    def _ungrab(self, grabs: Iterable[Grab]) -> None:
        root = self._display.screen().root
        for grab, locks in self._with_locks(grabs):
            root.ungrab_key(grab.keycode, grab.modifiers | locks)
        self._display.sync()  # another program may take it from now on

    def _with_locks(self, grabs: Iterable[Grab]) -> list[tuple[Grab, int]]:
        return [(grab, locks) for grab in grabs for locks in self._keyboard.lock_combinations()]

    def _no_such_key(self, keys: Keys) -> BindResult:
        return BindResult(
            "refused",
            self.tr("Your keyboard layout has no key “{0}”.").format(keys.shown),
            self.tr("Choose another combination."),
        )

    def _look_at_keyboard(self) -> None:
        first = self._display.display.info.min_keycode
        count = self._display.display.info.max_keycode - first + 1
        rows = self._display.get_keyboard_mapping(first, count)
        symbols = {first + place: tuple(row) for place, row in enumerate(rows) if any(row)}
        self._keyboard = X11Keyboard(symbols, [list(one) for one in self._display.get_modifier_mapping()])

    def _grab_anew(self) -> None:
        """The layout changed: the same letters may be on other keys now."""
        if self._display is not None:
            self._guarded(self._move_grabs)

    def _move_grabs(self) -> None:
        for grabs in self._grabbed.values():
            self._ungrab(grabs)
        self._grabbed.clear()
        self._look_at_keyboard()
        for hotkey_id, keys in self._wanted.items():
            self.answered.emit(hotkey_id, self._grab(hotkey_id, keys))

    # ---- events -----------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        from Xlib.error import ConnectionClosedError

        try:
            while self._display is not None and self._display.pending_events():
                self._take(self._display.next_event())
        except (ConnectionClosedError, OSError):
            self._server_gone()

    def _take(self, event: Any) -> None:
        from Xlib import X

        if event.type == X.KeyPress:
            self._on_press(event.detail, event.state)
        elif event.type == X.KeyRelease:
            self._on_release(event.detail)
        elif event.type in (X.MappingNotify, self._xkb_event):
            self._settle.start()

    def _on_press(self, keycode: int, state: int) -> None:
        if keycode in self._down:
            waiting = self._let_go.pop(keycode, None)  # a repeat: the release before it was none
            if waiting is not None:
                waiting.stop()
            return
        hotkey_id = self._hotkey_at(keycode, state)
        if hotkey_id is not None:
            self._down[keycode] = hotkey_id
            self._watch.start(WATCH_MS)
            self._key_down(hotkey_id)

    def _on_release(self, keycode: int) -> None:
        if keycode not in self._down:
            return
        if self._xkb_event is not None:
            self._released(keycode)
        elif keycode not in self._let_go:
            timer = self._let_go[keycode] = QTimer(self, singleShot=True, interval=REPEAT_GAP_MS)
            timer.timeout.connect(lambda: self._released(keycode))
            timer.start()

    def _released(self, keycode: int) -> None:
        hotkey_id = self._down.get(keycode)
        self._forget_down(keycode)
        if self._down:
            self._watch.start(WATCH_CLOSELY_MS)
        if hotkey_id is not None:
            self._key_up(hotkey_id)

    def _look_for_releases(self) -> None:
        pressed = self._display.query_keymap()
        for keycode in list(self._down):
            if not pressed[keycode // 8] & 1 << keycode % 8:
                self._released(keycode)

    def _forget_down(self, keycode: int) -> None:
        self._down.pop(keycode, None)
        if not self._down:
            self._watch.stop()
        waiting = self._let_go.pop(keycode, None)
        if waiting is not None:
            waiting.stop()
            waiting.deleteLater()

    def _hotkey_at(self, keycode: int, state: int) -> str | None:
        # Bits of the mouse buttons and of the layout's group say nothing about the combination.
        held = state & 0xFF & ~max(self._keyboard.lock_combinations())
        for hotkey_id, grabs in self._grabbed.items():
            if Grab(keycode, held) in grabs:
                return hotkey_id
        return None


def _log_error(error: Any, _request: object) -> None:
    """In the place of python-xlib's own, which prints."""
    log.info("the X server reports %s", type(error).__name__)


def _answers(display: str) -> bool:
    """Whether somebody listens at a local display's socket; python-xlib would go on to ask over TCP."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return bool(display)  # an SSH tunnel, such as localhost:10.0
    path = f"/tmp/.X11-unix/X{local[1]}"
    for address in (f"\0{path}", path):
        with socket.socket(socket.AF_UNIX) as door:
            try:
                door.connect(address)
            except OSError:
                continue
            return True
    log.warning("nobody listens at the display %s", display)
    return False


def _close_quietly(display: Any) -> None:
    from Xlib.error import ConnectionClosedError

    try:
        display.close()
    except (ConnectionClosedError, OSError):
        log.debug("the connection to the X server was closed already")
