"""Hotkeys on Windows: RegisterHotKey tells of presses through Qt's own message loop, a keyboard hook of releases.

The hook is there only while a hotkey is held, so nothing else that is typed passes through Hearth. Source: Microsoft's
pages on RegisterHotKey, WM_HOTKEY, SetWindowsHookEx and VkKeyScan.
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer

from desktop.hotkeys.hotkey_backend import OK, BindResult, HotkeyBackend, taken_by_another
from desktop.hotkeys.key_names import Keys, Modifier, UnreadableKeys, sentence_for

log = logging.getLogger("hearth.hotkeys")

MOD_NOREPEAT = 0x4000
MOD_SHIFT = 0x0004
MODIFIER_FLAGS: dict[Modifier, int] = {"Alt": 0x0001, "Ctrl": 0x0002, "Shift": MOD_SHIFT, "Meta": 0x0008}
WM_HOTKEY, WM_KEYUP, WM_SYSKEYUP = 0x0312, 0x0101, 0x0105
WH_KEYBOARD_LL = 13
HOTKEY_ALREADY_REGISTERED = 1409
DOWN = 0x8000
NOT_ON_LAYOUT = -1
LOOK_MS = 100
"""Windows drops a hook without a word when its program was slow; a look at the key itself finds the release then."""


class KeyboardApi(Protocol):
    """What is asked of user32."""

    def register(self, number: int, flags: int, virtual_key: int) -> int:
        """0, or the error."""

    def unregister(self, number: int) -> None:
        """Give it back."""

    def virtual_key_of(self, letter: str) -> int:
        """Its key on this layout in the low byte, 1 in the high byte where Shift is needed; -1: it has none."""

    def is_down(self, virtual_key: int) -> bool:
        """Whether the key is held now."""

    def hook_releases(self, released: Callable[[int], None]) -> None:
        """Tell every key that is let go from now on, until `unhook`."""

    def unhook(self) -> None:
        """Tell no more."""

    def hotkey_of(self, message: int) -> int | None:
        """The number of the hotkey that a message at this address is about."""


class WindowsBackend(HotkeyBackend):
    """`api` is user32, made when it is first needed."""

    name = "windows"

    def __init__(self, api: KeyboardApi | None = None, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made_api = api
        self._filter: _MessageFilter | None = None
        self._last_number = 0
        self._numbers: dict[int, tuple[str, int]] = {}  # number -> hotkey and virtual key
        self._texts: dict[str, str] = {}
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_at_keys)

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """Register `keys`; without auto-repeat."""
        self.unbind(hotkey_id)
        result, number, virtual_key = self._register(keys)
        if result is OK:
            self._numbers[number] = (hotkey_id, virtual_key)
            self._texts[hotkey_id] = keys
        return result

    def unbind(self, hotkey_id: str) -> None:
        """Give it back."""
        self._texts.pop(hotkey_id, None)
        for number, (bound, _) in list(self._numbers.items()):
            if bound == hotkey_id:
                del self._numbers[number]
                self._api.unregister(number)
        self._key_up(hotkey_id)
        self._rest()

    def probe(self, keys: str) -> BindResult:
        """Register and give back; Windows would refuse a second time what is ours already."""
        if any(keys == bound for bound in self._texts.values()):
            return OK
        result, number, _ = self._register(keys)
        if result is OK:
            self._api.unregister(number)
        return result

    def close(self) -> None:
        """Give everything back."""
        for hotkey_id in {bound for bound, _ in self._numbers.values()}:
            self.unbind(hotkey_id)
        if self._filter is not None:
            application = QCoreApplication.instance()
            if application is not None:
                application.removeNativeEventFilter(self._filter)
            self._filter = None

    @property
    def _api(self) -> KeyboardApi:
        if self._made_api is None:
            self._made_api = User32()
        application = QCoreApplication.instance()
        if self._filter is None and application is not None:
            self._filter = _MessageFilter(self._on_message)
            application.installNativeEventFilter(self._filter)
        return self._made_api

    def _register(self, keys: str) -> tuple[BindResult, int, int]:
        try:
            wanted = Keys.read(keys)
        except UnreadableKeys:
            return BindResult("refused", sentence_for("unreadable", keys)), 0, 0
        flags, virtual_key = flags_and_key(wanted, self._api.virtual_key_of)
        if not virtual_key:
            return self._no_such_key(wanted), 0, 0
        self._last_number += 1  # 1 to 0xBFFF are free for programs
        error = self._api.register(self._last_number, flags | MOD_NOREPEAT, virtual_key)
        if not error:
            return OK, self._last_number, virtual_key
        if error == HOTKEY_ALREADY_REGISTERED:
            return taken_by_another(), 0, 0
        log.warning("RegisterHotKey failed with %d", error)
        return self._no_such_key(wanted), 0, 0

    def _no_such_key(self, keys: Keys) -> BindResult:
        return BindResult(
            "refused",
            self.tr("Windows cannot watch the key “{0}”.").format(keys.shown),
            self.tr("Choose another combination."),
        )

    # ---- presses and releases ---------------------------------------------------------------------------------------

    def _on_message(self, address: int) -> bool:
        assert self._made_api is not None
        number = self._made_api.hotkey_of(address)
        if number not in self._numbers:
            return False
        hotkey_id, virtual_key = self._numbers[number]
        if not self._held:
            self._made_api.hook_releases(self._on_release)
            self._look.start()
        self._key_down(hotkey_id)
        if not self._made_api.is_down(virtual_key):  # let go before the hook was there
            self._on_release(virtual_key)
        return True

    def _on_release(self, virtual_key: int) -> None:
        for hotkey_id, key in list(self._numbers.values()):
            if key == virtual_key:
                self._key_up(hotkey_id)
        self._rest()

    def _look_at_keys(self) -> None:
        for hotkey_id, virtual_key in list(self._numbers.values()):
            if hotkey_id in self._held and not self._api.is_down(virtual_key):
                self._on_release(virtual_key)

    def _rest(self) -> None:
        if not self._held and self._look.isActive():
            self._look.stop()
            self._api.unhook()


def flags_and_key(keys: Keys, virtual_key_of: Callable[[str], int]) -> tuple[int, int]:
    """Flags of RegisterHotKey and the virtual key; 0 for a key that this keyboard lacks."""
    flags = sum(MODIFIER_FLAGS[name] for name in keys.modifiers)
    fixed = keys.codes.windows
    if fixed:
        return flags, fixed
    if not 0x20 < keys.key.value < 0x10000:
        return flags, 0
    found = virtual_key_of(chr(keys.key.value).lower())
    if found == NOT_ON_LAYOUT:
        return flags, 0
    return flags | (MOD_SHIFT if found & 0x100 else 0), found & 0xFF


class _MessageFilter(QAbstractNativeEventFilter):
    """Sees each message of this thread, also those that belong to no window."""

    def __init__(self, on_message: Callable[[int], bool]) -> None:
        super().__init__()
        self._on_message = on_message

    def nativeEventFilter(self, _type: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """True takes the message."""
        return self._on_message(int(message)), 0


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("point", ctypes.c_int32 * 2),
    )


class _KeyEvent(ctypes.Structure):
    _fields_ = (
        ("virtual_key", ctypes.c_uint32),
        ("scan_code", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


class User32:
    """The real one; exists on Windows only."""

    def __init__(self) -> None:
        windows: Any = ctypes  # the names below exist on Windows only
        self._last_error: Callable[[], int] = windows.get_last_error
        self._user32: Any = windows.WinDLL("user32", use_last_error=True)
        self._kernel32: Any = windows.WinDLL("kernel32", use_last_error=True)
        self._hook_type: Any = windows.WINFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_size_t, ctypes.c_ssize_t)
        self._hook: Any = None
        self._hook_function: Any = None
        self._declare()

    def _declare(self) -> None:
        """Say which arguments are as wide as a pointer; ctypes would cut them to 32 bits."""
        user32, word, pointer = self._user32, ctypes.c_uint32, ctypes.c_void_p
        user32.RegisterHotKey.argtypes = (pointer, ctypes.c_int, word, word)
        user32.UnregisterHotKey.argtypes = (pointer, ctypes.c_int)
        user32.VkKeyScanW.argtypes = (ctypes.c_wchar,)
        user32.VkKeyScanW.restype = ctypes.c_int16
        user32.GetAsyncKeyState.argtypes = (ctypes.c_int,)
        user32.GetAsyncKeyState.restype = ctypes.c_uint16
        user32.SetWindowsHookExW.argtypes = (ctypes.c_int, self._hook_type, pointer, word)
        user32.SetWindowsHookExW.restype = pointer
        user32.UnhookWindowsHookEx.argtypes = (pointer,)
        user32.CallNextHookEx.argtypes = (pointer, ctypes.c_int, ctypes.c_size_t, ctypes.c_ssize_t)
        user32.CallNextHookEx.restype = ctypes.c_ssize_t
        self._kernel32.GetModuleHandleW.argtypes = (ctypes.c_wchar_p,)
        self._kernel32.GetModuleHandleW.restype = pointer

    def register(self, number: int, flags: int, virtual_key: int) -> int:
        """RegisterHotKey for this thread."""
        return 0 if self._user32.RegisterHotKey(None, number, flags, virtual_key) else self._last_error() or -1

    def unregister(self, number: int) -> None:
        """UnregisterHotKey."""
        self._user32.UnregisterHotKey(None, number)

    def virtual_key_of(self, letter: str) -> int:
        """VkKeyScan."""
        return int(self._user32.VkKeyScanW(letter))

    def is_down(self, virtual_key: int) -> bool:
        """GetAsyncKeyState."""
        return bool(self._user32.GetAsyncKeyState(virtual_key) & DOWN)

    def hook_releases(self, released: Callable[[int], None]) -> None:
        """A low-level keyboard hook; it runs in this thread, from its message loop."""
        if self._hook:
            return

        def on_key(code: int, wparam: int, lparam: int) -> int:
            if code >= 0 and wparam in (WM_KEYUP, WM_SYSKEYUP):
                key = int(_KeyEvent.from_address(lparam).virtual_key)
                QTimer.singleShot(0, lambda: released(key))  # Windows waits for this function: be gone at once
            return int(self._user32.CallNextHookEx(None, code, wparam, lparam))

        self._hook_function = self._hook_type(on_key)
        self._hook = self._user32.SetWindowsHookExW(
            WH_KEYBOARD_LL, self._hook_function, self._kernel32.GetModuleHandleW(None), 0
        )
        if not self._hook:
            log.warning("no keyboard hook (%d); releases are found by looking", self._last_error())

    def unhook(self) -> None:
        """UnhookWindowsHookEx."""
        hook, self._hook = self._hook, None
        if hook:
            self._user32.UnhookWindowsHookEx(hook)
        self._hook_function = None

    def hotkey_of(self, message: int) -> int | None:
        """The identifier in a WM_HOTKEY."""
        return hotkey_in(message)


def hotkey_in(address: int) -> int | None:
    """The number in the MSG structure at `address`, if it is a WM_HOTKEY."""
    message = _Message.from_address(address)
    return int(message.wparam) if message.message == WM_HOTKEY else None
