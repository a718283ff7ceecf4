"""A connection to the session bus that Qt's loop watches: calls with callbacks, signals as they come, no thread.

QtDBus cannot build the nested lists that the shortcuts portal wants from Python, therefore jeepney reads and writes
the messages.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.auth import Authenticator
    from jeepney.low_level import Parser

log = logging.getLogger("hearth.hotkeys")

READ_BYTES = 65536
CALL_TIMEOUT_MS = 25_000
"""As libdbus waits; a service that must first be started takes its time."""


class Answer:
    """The reply to a call. `error`: the D-Bus name of what went wrong, "" where nothing did."""

    def __init__(self, body: tuple[Any, ...], *, sender: str = "", error: str = "") -> None:
        self.body = body
        self.sender = sender
        self.error = error


class BusLink(QObject):
    """`address` as in DBUS_SESSION_BUS_ADDRESS. `lost` comes once, also when the bus could not be had at all."""

    ready = Signal()
    lost = Signal()
    signalled = Signal(str, str, str, str, object)  # sender, path, interface, member, body

    def __init__(self, address: str | None = None, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._socket: socket.socket | None = None
        self._notifiers: list[QSocketNotifier] = []
        self._unsent = bytearray()
        self._login: Authenticator | None = None
        self._parser: Parser | None = None
        self._serial = 0
        self._waiting: dict[int, tuple[Callable[[Answer], None], QTimer]] = {}
        self.unique_name = ""

    def open(self) -> None:
        """Connect; `ready` or `lost` follows."""
        from jeepney.auth import Authenticator

        address = self._address or _session_address()
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        door.setblocking(False)
        try:
            door.connect(_path_of(address))
        except (OSError, ValueError) as error:
            log.info("no session bus: %s", type(error).__name__)
            door.close()
            QTimer.singleShot(0, self, self.lost.emit)
            return
        self._socket = door
        reads, writes = (
            QSocketNotifier(door.fileno(), kind, self)
            for kind in (QSocketNotifier.Type.Read, QSocketNotifier.Type.Write)
        )
        writes.setEnabled(False)
        reads.activated.connect(self._read)
        writes.activated.connect(self._write)
        self._notifiers = [reads, writes]
        self._login = Authenticator()
        self._go_on_with_login(b"")

    @property
    def is_open(self) -> bool:
        """Whether there is a connection."""
        return self._socket is not None

    def call(
        self,
        destination: str,
        path: str,
        member: str,
        *,
        signature: str = "",
        body: tuple[Any, ...] = (),
        done: Callable[[Answer], None] | None = None,
    ) -> None:
        """Call `member` (“interface.Method”); `done` gets the answer, or an error after a while without one."""
        from jeepney import DBusAddress, new_method_call

        interface, _, method = member.rpartition(".")
        message = new_method_call(
            DBusAddress(path, bus_name=destination, interface=interface), method, signature or None, body
        )
        serial = self._send(message)
        if done is not None:
            timer = QTimer(self, singleShot=True, interval=CALL_TIMEOUT_MS)
            self._waiting[serial] = (done, timer)
            timer.timeout.connect(lambda: self._answer(serial, Answer((), error="org.freedesktop.DBus.Error.NoReply")))
            timer.start()

    def listen(self, rule: str) -> None:
        """Have the bus deliver what this match rule describes."""
        bus, path = "org.freedesktop.DBus", "/org/freedesktop/DBus"
        self.call(bus, path, "org.freedesktop.DBus.AddMatch", signature="s", body=(rule,))

    def close(self) -> None:
        """Hang up; nobody is called any more."""
        for notifier in self._notifiers:
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._notifiers = []
        door, self._socket = self._socket, None
        if door is not None:
            door.close()
        for _, timer in self._waiting.values():
            timer.stop()
        self._waiting.clear()

    # ---- bytes ------------------------------------------------------------------------------------------------------

    def _send(self, message: Message) -> int:
        self._serial += 1
        self._put(message.serialise(self._serial))
        return self._serial

    def _put(self, data: bytes) -> None:
        self._unsent += data
        self._write()

    def _write(self) -> None:
        if self._socket is None:
            return
        try:
            while self._unsent:
                del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            pass  # the rest goes when the bus reads again
        except OSError:
            self._hung_up()
            return
        self._notifiers[1].setEnabled(bool(self._unsent))

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._hung_up()
        elif self._parser is None:
            self._go_on_with_login(data)
        else:
            self._take(data)

    def _hung_up(self) -> None:
        if self._socket is not None:
            self.close()
            self.lost.emit()

    def _go_on_with_login(self, data: bytes) -> None:
        from jeepney.auth import BEGIN, AuthenticationError
        from jeepney.low_level import Parser

        login = self._login
        assert login is not None
        try:
            if data:
                login.feed(data)
        except AuthenticationError:
            log.warning("the session bus does not let us in")
            self._hung_up()
            return
        request = BEGIN if login.authenticated else login.data_to_send()
        if request:
            self._put(request)
        if login.authenticated:
            self._parser = Parser()
            bus, path = "org.freedesktop.DBus", "/org/freedesktop/DBus"
            self.call(bus, path, "org.freedesktop.DBus.Hello", done=self._welcomed)

    def _welcomed(self, answer: Answer) -> None:
        if answer.error:
            self._hung_up()
            return
        self.unique_name = str(answer.body[0])
        self.ready.emit()

    # ---- messages ---------------------------------------------------------------------------------------------------

    def _take(self, data: bytes) -> None:
        assert self._parser is not None
        self._parser.add_data(data)
        while self._socket is not None and (message := self._parser.get_next_message()) is not None:
            self._dispatch(message)

    def _dispatch(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        sender = str(fields.get(HeaderFields.sender, ""))
        kind = message.header.message_type
        if kind is MessageType.signal:
            path, interface, member = (
                str(fields.get(one, "")) for one in (HeaderFields.path, HeaderFields.interface, HeaderFields.member)
            )
            self.signalled.emit(sender, path, interface, member, message.body)
        elif kind in (MessageType.method_return, MessageType.error):
            error = str(fields.get(HeaderFields.error_name, "")) if kind is MessageType.error else ""
            self._answer(int(fields[HeaderFields.reply_serial]), Answer(message.body, sender=sender, error=error))

    def _answer(self, serial: int, answer: Answer) -> None:
        done, timer = self._waiting.pop(serial, (None, None))
        if done is not None and timer is not None:
            timer.stop()
            timer.deleteLater()
            done(answer)


def _session_address() -> str:
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return told or (f"unix:path={runtime}/bus" if runtime else "")


def _path_of(address: str) -> str:
    """Where the socket is. Raises `ValueError` for an address that is no local socket's."""
    from jeepney.bus import get_connectable_addresses

    try:
        return str(next(get_connectable_addresses(address)))
    except (RuntimeError, StopIteration) as error:
        raise ValueError(address) from error
