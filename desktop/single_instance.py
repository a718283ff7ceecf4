"""The first instance: listens for what later starts want, and answers once its window has had its turn."""

from __future__ import annotations

import json
import logging
import os
import socket
import struct
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.instance_address import address_of
from desktop.instance_lock import InstanceLock, make_private
from desktop.start_request import MOST_BYTES, Request, RequestUnfit

__all__ = ["Request", "SingleInstance"]

log = logging.getLogger("hearth.single_instance")

MOST_CONNECTIONS = 16
"""At once. A second start needs one for some milliseconds."""

SAY_WITHIN_MS = 5_000
"""A connection that has not said its line by then is dropped."""


class SingleInstance(QObject):
    """`arrived` carries the `Request` of a later start; those who asked hear “ok” after its handlers have returned."""

    arrived = Signal(object)

    def __init__(self, socket_path: Path, *, lock: InstanceLock | None = None, parent: QObject | None = None) -> None:
        """`lock` is the one that this start has taken already; without it `claim` takes it."""
        super().__init__(parent)
        self._path = socket_path
        self._lock = lock
        self._server: QLocalServer | None = None
        self._open: set[_Line] = set()

    def claim(self) -> bool:
        """Be the first and listen; False when another process is. One who cannot listen is still the first."""
        try:
            self._lock = self._lock or InstanceLock.take(self._path)
        except OSError as trouble:
            log.warning("no lock can be made, so a second window is possible: %s", type(trouble).__name__)
            return True
        if self._lock is None:
            return False
        self._listen()
        return True

    @property
    def is_listening(self) -> bool:
        """Whether later starts reach this one."""
        return self._server is not None and self._server.isListening()

    def stop_listening(self) -> None:
        """For the time of closing: later starts wait until this one has ended, and then are the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for line in list(self._open):
            line.drop()

    def close(self) -> None:
        """Stop listening and let the next start be the first."""
        self.stop_listening()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _listen(self) -> None:
        address = address_of(self._path)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(MOST_CONNECTIONS)
        if sys.platform != "win32":
            try:
                make_private(Path(address).parent)
            except OSError as trouble:
                log.warning("cannot listen for later starts: %s", type(trouble).__name__)
                return
            QLocalServer.removeServer(address)  # of one that was killed: this one has the lock
        if not server.listen(address):
            log.warning("cannot listen for later starts: %s", server.errorString())
            return
        server.newConnection.connect(self._take_connections)
        self._server = server

    def _take_connections(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            connection = server.nextPendingConnection()
            if len(self._open) >= MOST_CONNECTIONS or not _is_of_this_user(connection):
                connection.abort()
                connection.deleteLater()
                continue
            self._open.add(_Line(connection, told=self.arrived.emit, ended=self._open.discard))


class _Line(QObject):
    """One connection: reads one line, lets it be carried out, answers, ends."""

    def __init__(
        self, connection: QLocalSocket, *, told: Callable[[Request], None], ended: Callable[[_Line], None]
    ) -> None:
        super().__init__(connection)
        self._connection = connection
        self._told = told
        self._ended = ended
        self._is_answered = False
        connection.setReadBufferSize(MOST_BYTES + 1)
        connection.readyRead.connect(self._read)
        connection.disconnected.connect(self.drop)
        self._patience = QTimer(self, singleShot=True, interval=SAY_WITHIN_MS)
        self._patience.timeout.connect(self.drop)
        self._patience.start()
        self._read()  # what came before anybody listened

    def drop(self) -> None:
        """End the connection, now."""
        self._ended(self)
        self._patience.stop()
        self._connection.readyRead.disconnect(self._read)
        self._connection.disconnected.disconnect(self.drop)
        self._connection.abort()
        self._connection.deleteLater()

    def _read(self) -> None:
        if self._is_answered:
            return
        if not self._connection.canReadLine():
            if self._connection.bytesAvailable() > MOST_BYTES:
                self._refuse("too long")
            return
        try:
            request = Request.from_line(bytes(self._connection.readLine(MOST_BYTES + 1).data()))
        except RequestUnfit as unfit:
            self._refuse(str(unfit))
            return
        self._is_answered = True
        self._patience.stop()
        log.info("a later start asks for “%s”", request.verb)
        self._told(request)
        # After what the handlers have posted: the answer says that the window works.
        QTimer.singleShot(0, self, lambda: self._answer(ok=True))

    def _refuse(self, why: str) -> None:
        log.warning("a request was refused: %s", why)
        self._is_answered = True
        self._answer(ok=False)

    def _answer(self, *, ok: bool) -> None:
        self._connection.write(json.dumps({"ok": ok, "pid": os.getpid()}).encode() + b"\n")
        self._connection.flush()
        self._patience.start()
        self._connection.disconnectFromServer()


def _is_of_this_user(connection: QLocalSocket) -> bool:
    """The folder and the socket let nobody else in; where the kernel names the other end, that is believed instead."""
    if sys.platform != "linux":
        return True
    with socket.socket(fileno=os.dup(connection.socketDescriptor())) as raw:
        credentials = raw.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", credentials)[1] == os.getuid())
