"""A stand-in for `org.freedesktop.portal.Screenshot` on a bus of its own, faithful to the portal's documentation:
the call returns the path of a request, made from the caller's name and its token; the answer comes later as a signal
`Response(u, a{sv})` from that path. What happens is chosen by the first argument.

`screenshot_portal.py taken|cancelled|failed|strange FOLDER`: with DBUS_SESSION_BUS_ADDRESS in the environment.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

# A picture of 4 × 2 pixels: the left half red, the right half blue.
PICTURE = b"P6 4 2 255\n" + (b"\xff\x00\x00" * 2 + b"\x00\x00\xff" * 2) * 2


def main() -> None:
    """Serve until the process is ended."""
    behaviour, folder = sys.argv[1], Path(sys.argv[2])
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
    print(json.dumps({"event": "ready"}), flush=True)
    while True:
        call = connection.receive()
        fields = call.header.fields
        if call.header.message_type != MessageType.method_call:
            continue
        if fields.get(HeaderFields.interface) != "org.freedesktop.portal.Screenshot":
            connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownInterface"))
            continue
        answer(connection, call, behaviour, folder)


def answer(connection: object, call: Message, behaviour: str, folder: Path) -> None:
    """Answer one call as a portal does."""
    fields = call.header.fields
    _, options = call.body
    sender = fields[HeaderFields.sender]
    kinds = {name: value[0] for name, value in options.items()}
    print(json.dumps({"event": "asked", "kinds": kinds}), flush=True)
    token = options["handle_token"][1]
    path = f"/org/freedesktop/portal/desktop/request/{sender.removeprefix(':').replace('.', '_')}/{token}"
    if behaviour == "strange":  # as portals before 0.9 did
        path = "/org/freedesktop/portal/desktop/request/1"
    connection.send(new_method_return(call, "o", (path,)))  # type: ignore[attr-defined]
    time.sleep(0.2)
    file = folder / "Screenshot from a portal.ppm"
    results = {}
    if behaviour in ("taken", "strange"):
        file.write_bytes(PICTURE)
        results = {"uri": ("s", file.as_uri())}
    code = {"cancelled": 1, "failed": 2}.get(behaviour, 0)
    emitter = DBusAddress(path, interface="org.freedesktop.portal.Request")
    signal = new_signal(emitter, "Response", "ua{sv}", (code, results))
    signal.header.fields[HeaderFields.destination] = sender
    connection.send(signal)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
