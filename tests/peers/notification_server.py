"""A desktop's notification service: a real D-Bus daemon, and beside it a process that owns the well-known name.

Faithful to the Desktop Notifications Specification 1.2: numbers from 1, `replaces_id` keeps the number, a closed one
tells its reason, calls with a wrong signature are refused.
"""

from __future__ import annotations

import subprocess
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
SIGNATURES = {"Notify": "susssasa{sv}i", "CloseNotification": "u", "GetCapabilities": "", "GetServerInformation": ""}
CLOSED_BY_OWNER, CLOSED_BY_CALL = 2, 3


@dataclass(frozen=True, slots=True)
class Shown:
    """One call of Notify, as it arrived."""

    number: int
    replaces: int
    program: str
    icon: str
    summary: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, Any]
    expire_ms: int


class NotificationServer:
    """`seen` are all notices in order, `on_screen` those that stand now. Use it as a context."""

    def __init__(self, *, abilities: tuple[str, ...] = ("actions", "body", "body-markup", "persistence")) -> None:
        self.abilities = abilities
        self.seen: list[Shown] = []
        self.on_screen: dict[int, Shown] = {}
        self.refused: list[str] = []
        self.address = ""
        self.gate = threading.Event()
        self.gate.set()  # clear it, and nothing is answered
        self._daemon: subprocess.Popen[str] | None = None
        self._connection: DBusConnection | None = None
        self._thread: threading.Thread | None = None
        self._ends = threading.Event()
        self._last = 0

    def __enter__(self) -> Self:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self.begin()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()
        assert self._daemon is not None
        assert self._daemon.stdout is not None
        self._daemon.terminate()
        self._daemon.wait(10)
        self._daemon.stdout.close()

    def begin(self) -> None:
        """Own the name and serve; a second time after `end` it is a new service, which knows no old numbers."""
        self._ends.clear()
        self.on_screen.clear()
        self._connection = open_dbus_connection(self.address)
        self._connection.send_and_get_reply(message_bus.RequestName(SERVICE))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def end(self) -> None:
        """Leave the bus, as a service that crashed does."""
        self.gate.set()
        self._ends.set()
        if self._thread is not None and self._connection is not None:
            self._thread.join(10)
            self._connection.close()
            self._thread = None

    def press(self, number: int, action: str = "default", *, token: str = "") -> None:
        """The owner presses a button; `token` as a Wayland compositor gives it."""
        if token:
            self._tell("ActivationToken", "us", (number, token))
        self._tell("ActionInvoked", "us", (number, action))

    def dismiss(self, number: int) -> None:
        """The owner sends the notice away."""
        self.on_screen.pop(number, None)
        self._tell("NotificationClosed", "uu", (number, CLOSED_BY_OWNER))

    # ---- serving ----------------------------------------------------------------------------------------------------

    def _serve(self) -> None:
        assert self._connection is not None
        while not self._ends.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self.gate.wait(20)
                self._connection.send(self._answer(message))

    def _answer(self, call: Message) -> Message:
        fields = call.header.fields
        method, signature = str(fields.get(HeaderFields.member)), str(fields.get(HeaderFields.signature, ""))
        if SIGNATURES.get(method) != signature:
            self.refused.append(f"{method}({signature})")
            return new_error(call, "org.freedesktop.DBus.Error.InvalidArgs", "s", ("wrong signature",))
        match method:
            case "GetCapabilities":
                return new_method_return(call, "as", (list(self.abilities),))
            case "GetServerInformation":
                return new_method_return(call, "ssss", ("stand-in", "hearth", "1", "1.2"))
            case "Notify":
                return new_method_return(call, "u", (self._show(call.body),))
        (number,) = call.body
        if self.on_screen.pop(number, None) is None:
            return new_error(call, "org.freedesktop.DBus.Error.Failed", "s", ("no such notification",))
        self._tell("NotificationClosed", "uu", (number, CLOSED_BY_CALL))
        return new_method_return(call)

    def _show(self, body: tuple[Any, ...]) -> int:
        program, replaces, icon, summary, text, actions, hints, expire_ms = body
        if not replaces:
            self._last += 1
        number = int(replaces or self._last)
        plain = {name: value for name, (_, value) in hints.items()}
        shown = Shown(number, replaces, program, icon, summary, text, tuple(actions), plain, expire_ms)
        self.seen.append(shown)
        self.on_screen[number] = shown
        return number

    def _tell(self, signal: str, signature: str, body: tuple[Any, ...]) -> None:
        assert self._connection is not None
        self._connection.send(new_signal(DBusAddress(PATH, interface=SERVICE), signal, signature, body))
