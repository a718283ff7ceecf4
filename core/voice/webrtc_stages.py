"""WebRTC's audio processing in the livekit library, reached through its C interface.

The library's Python package is a client for video calls: importing it takes 10 MB and 0.3 s, and its messages cost as
much as the processing itself. Four of them are needed here, and they are few bytes: they are written by hand, after
livekit's `ffi.proto` (protobuf never gives a field another number). A test asks the package whether they are right.
"""

from __future__ import annotations

import atexit
import ctypes
import importlib.util
import sys
import weakref
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.speech.engines import RATE_HZ

Whole: TypeAlias = NDArray[np.int16]

STEP: Final = RATE_HZ // 100
"""WebRTC takes 10 ms at a time."""

_NEW, _PROCESS, _PROCESS_REVERSE, _SET_DELAY = 50, 51, 52, 53
_MADE, _PROCESSED, _REVERSE_PROCESSED, _DELAY_SET = 49, 50, 51, 52
_BITS: Final = 7
_AS_NUMBER, _AS_BYTES = 0, 2
_LIBRARIES: Final = {"linux": "liblivekit_ffi.so", "darwin": "liblivekit_ffi.dylib", "win32": "livekit_ffi.dll"}


class WebRtcStages:
    """One chain of stages for one stream. Raises RuntimeError with the library's own text, OSError without it."""

    def __init__(self, *, echo_cancellation: bool, noise_suppression: bool, high_pass: bool, gain: bool) -> None:
        self._library = _library()
        wanted = (echo_cancellation, gain, high_pass, noise_suppression)
        asked = b"".join(_number(field, int(on)) for field, on in enumerate(wanted, start=1))
        made = _fields(self._library.request(_bytes(_NEW, asked)))[_MADE]
        self._handle: int = _fields(_fields(_fields(made)[1])[1])[1]
        weakref.finalize(self, self._library.drop, self._handle).atexit = False
        self.near, near = _buffer()
        """10 ms of what the microphone hears: `process` works on them where they lie."""
        self.far, far = _buffer()
        """10 ms of what the loudspeaker plays, for `process_reverse`."""
        self._near_request = _bytes(_PROCESS, self._about(near))
        self._far_request = _bytes(_PROCESS_REVERSE, self._about(far))
        self._kept = near, far

    def process(self) -> None:
        """Clean what is in `near`."""
        self._ask(self._near_request, _PROCESSED)

    def process_reverse(self) -> None:
        """Tell that `far` is played now."""
        self._ask(self._far_request, _REVERSE_PROCESSED)

    def set_delay(self, delay_ms: int) -> None:
        """How long sound takes from the loudspeaker's queue into the microphone's."""
        told = _number(1, self._handle) + _number(2, delay_ms & (1 << 64) - 1)  # as protobuf writes a negative number
        self._ask(_bytes(_SET_DELAY, told), _DELAY_SET)

    def _about(self, buffer: ctypes.Array[ctypes.c_int16]) -> bytes:
        told = (self._handle, ctypes.addressof(buffer), ctypes.sizeof(buffer), RATE_HZ, 1)
        return b"".join(_number(field, value) for field, value in enumerate(told, start=1))

    def _ask(self, request: bytes, answer: int) -> None:
        told = _fields(self._library.request(request)).get(answer, b"")
        if told:
            raise RuntimeError(_fields(told)[1].decode(errors="replace"))


class _Library:
    """The loaded library. It lives as long as the process."""

    def __init__(self, path: Path) -> None:
        native = self._native = ctypes.CDLL(str(path))
        pointer = ctypes.POINTER(ctypes.c_uint8)
        listener = ctypes.CFUNCTYPE(None, pointer, ctypes.c_size_t)
        native.livekit_ffi_initialize.argtypes = [listener, ctypes.c_bool, ctypes.c_char_p, ctypes.c_char_p]
        native.livekit_ffi_initialize.restype = None
        native.livekit_ffi_request.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.c_void_p),
            ctypes.POINTER(ctypes.c_size_t),
        ]
        native.livekit_ffi_request.restype = ctypes.c_uint64
        native.livekit_ffi_drop_handle.argtypes = [ctypes.c_uint64]
        native.livekit_ffi_drop_handle.restype = ctypes.c_bool
        native.livekit_ffi_dispose.argtypes = []
        native.livekit_ffi_dispose.restype = None
        self._listener = listener(_nothing)  # events belong to calls, which nobody makes; logs are not asked for
        native.livekit_ffi_initialize(self._listener, False, b"python", b"")
        atexit.register(native.livekit_ffi_dispose)

    def request(self, message: bytes) -> bytes:
        """The answer to one message."""
        answer, size = ctypes.c_void_p(), ctypes.c_size_t()
        handle = self._native.livekit_ffi_request(message, len(message), ctypes.byref(answer), ctypes.byref(size))
        if not handle:
            raise RuntimeError("the library refused a message")
        told = ctypes.string_at(answer.value or 0, size.value) if size.value else b""
        self.drop(handle)
        return told

    def drop(self, handle: int) -> None:
        """Give back what stands behind `handle`."""
        self._native.livekit_ffi_drop_handle(handle)


def is_installed() -> bool:
    """Whether the library is there. Looking for it imports nothing."""
    return _path() is not None


def _path() -> Path | None:
    package = importlib.util.find_spec("livekit")
    for folder in (package.submodule_search_locations or ()) if package is not None else ():
        path = Path(folder) / "rtc" / "resources" / _LIBRARIES.get(sys.platform, "")
        if path.is_file():
            return path
    return None


@cache
def _library() -> _Library:
    path = _path()
    if path is None:
        raise OSError("livekit's native library is missing")
    return _Library(path)


def _nothing(_data: Any, _size: int) -> None:
    """What happens in calls that nobody makes."""


def _buffer() -> tuple[Whole, ctypes.Array[ctypes.c_int16]]:
    """10 ms, and the memory they lie in."""
    memory = (ctypes.c_int16 * STEP)()
    return np.ctypeslib.as_array(memory), memory


# ---- protobuf, as far as it is needed --------------------------------------------------------------------------


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= _BITS
    out.append(value)
    return bytes(out)


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3 | _AS_NUMBER) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | _AS_BYTES) + _varint(len(value)) + value


def _fields(message: bytes) -> dict[int, Any]:
    """Numbers and byte strings by field; nothing else is in these messages."""
    found: dict[int, Any] = {}
    at = 0
    while at < len(message):
        key, at = _read_varint(message, at)
        value, at = _read_varint(message, at)
        if key & 7 == _AS_BYTES:
            found[key >> 3] = message[at : at + value]
            at += value
        elif key & 7 == _AS_NUMBER:
            found[key >> 3] = value
        else:
            raise RuntimeError("the library's answer is not understood")
    return found


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += _BITS
        if byte < 0x80:
            return value, at
