"""What a screen reader sees of a program: names, roles, texts and places, read from the accessibility bus itself.

A bus of its own stands in for the session's, and the program finds it through `AT_SPI_BUS_ADDRESS`. There is no
registry behind it and none is needed: applications answer on their own connections.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT_PATH = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_STATES = {"checked": 4, "enabled": 8, "focused": 12, "selected": 23, "showing": 25}  # of AtspiStateType
_ANSWERS_WITHIN_S = 20.0


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing on the screen. `place` is left, top, width and height in pixels of the screen."""

    owner: str
    path: str
    role: str
    name: str
    states: frozenset[str]
    place: tuple[int, int, int, int]

    @property
    def middle(self) -> tuple[int, int]:
        """Where a person would click."""
        left, top, width, height = self.place
        return left + width // 2, top + height // 2


class Vanished(Exception):
    """The thing went away while it was read; the next look will not find it."""


class ScreenReader:
    """A private accessibility bus and a reader on it. Close it with `close`."""

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._connection: DBusConnection = open_dbus_connection(self.address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the bus and end it."""
        self._connection.close()
        self._daemon.terminate()
        self._daemon.wait(10)
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()

    def everything(self) -> Iterator[Seen]:
        """All that is shown now, in the order of the tree; what is hidden is left out with all that is inside."""
        for owner in self._applications():
            try:
                yield from self._below(owner, ROOT_PATH, is_root=True)
            except Vanished:
                continue

    def find(self, name: str, role: str = "", *, part: bool = False) -> Seen | None:
        """The first thing shown that is called `name`, or has it as a part of its name."""
        for seen in self.everything():
            if (name in seen.name if part else name == seen.name) and role in ("", seen.role):
                return seen
        return None

    def text_of(self, seen: Seen) -> str:
        """What is written in an entry or a text."""
        return str(self._call(seen.owner, seen.path, "org.a11y.atspi.Text", "GetText", "ii", (0, -1))[0])

    def has_focus(self, seen: Seen) -> bool:
        """Whether keys go there now."""
        return "focused" in self._states(seen.owner, seen.path)

    # ---- asking -----------------------------------------------------------------------------------------------------

    def _applications(self) -> list[str]:
        bus = "org.freedesktop.DBus"
        names = self._call(bus, "/org/freedesktop/DBus", bus, "ListNames")[0]
        return [name for name in names if name.startswith(":") and name != self._connection.unique_name]

    def _below(self, owner: str, path: str, *, is_root: bool = False) -> Iterator[Seen]:
        states = self._states(owner, path)
        if "showing" not in states and not is_root:
            return
        role = self._call(owner, path, _ACCESSIBLE, "GetRoleName")[0]
        name = self._call(owner, path, "org.freedesktop.DBus.Properties", "Get", "ss", (_ACCESSIBLE, "Name"))[0][1]
        if not is_root:
            place = self._call(owner, path, "org.a11y.atspi.Component", "GetExtents", "u", (0,))[0]
            yield Seen(owner, path, role, name, states, place)
        for child_owner, child in self._call(owner, path, _ACCESSIBLE, "GetChildren")[0]:
            try:
                yield from self._below(child_owner, child)
            except Vanished:
                continue

    def _states(self, owner: str, path: str) -> frozenset[str]:
        low = self._call(owner, path, _ACCESSIBLE, "GetState")[0][0]
        return frozenset(name for name, bit in _STATES.items() if low >> bit & 1)

    def _call(
        self, owner: str, path: str, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        message = new_method_call(DBusAddress(path, owner, interface), method, signature or None, body)
        reply = self._connection.send_and_get_reply(message, timeout=_ANSWERS_WITHIN_S)
        if reply.header.message_type is MessageType.error:
            raise Vanished(str(reply.header.fields.get(HeaderFields.error_name, "")))
        return reply.body
