"""A stand-in for a panel that shows StatusNotifierItems: `org.kde.StatusNotifierWatcher` on a bus of its own.

Tells of each item that registers, and how it describes itself; does what it reads: `activate`, `middle`, `describe`.
Needs DBUS_SESSION_BUS_ADDRESS in the environment.
"""

from __future__ import annotations

import json
import select
import sys
from collections import deque
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
PROPERTIES = {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)}


class Panel:
    """One run of it."""

    def __init__(self) -> None:
        self.connection: DBusConnection = open_dbus_connection("SESSION")
        self.connection.send_and_get_reply(message_bus.RequestName(WATCHER))
        self.item = ""
        self.waiting: deque[str] = deque()

    def serve(self) -> None:
        """Until its standard input ends."""
        print(json.dumps({"event": "ready"}), flush=True)
        while True:
            readable, _, _ = select.select([self.connection.sock, sys.stdin], [], [])
            if sys.stdin in readable:
                line = sys.stdin.readline()
                if not line:
                    return
                self.do(line.strip())
            if self.connection.sock in readable:
                self.take(self.connection.receive())

    def take(self, call: Message) -> None:
        """Answer one message."""
        fields = call.header.fields
        if call.header.message_type != MessageType.method_call:
            return
        match fields.get(HeaderFields.interface), fields.get(HeaderFields.member):
            case (str(interface), "RegisterStatusNotifierItem") if interface == WATCHER:
                self.connection.send(new_method_return(call))
                self.item = call.body[0] if not call.body[0].startswith("/") else fields[HeaderFields.sender]
                print(json.dumps({"event": "item"}), flush=True)
            case ("org.freedesktop.DBus.Properties", "Get"):
                self.connection.send(new_method_return(call, "v", (PROPERTIES[call.body[1]],)))
            case ("org.freedesktop.DBus.Properties", "GetAll"):
                self.connection.send(new_method_return(call, "a{sv}", (PROPERTIES,)))
            case _:
                self.connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))

    def do(self, word: str) -> None:
        """Do with the item what a hand on the panel does."""
        match word:
            case "activate":
                self.call(ITEM, "Activate", "ii", (10, 10))
            case "middle":
                self.call(ITEM, "SecondaryActivate", "ii", (10, 10))
            case "describe":
                (told,) = self.call("org.freedesktop.DBus.Properties", "GetAll", "s", (ITEM,))
                pictures = told.get("IconPixmap", ("", []))[1]
                tip = told.get("ToolTip", ("", ["", [], "", ""]))[1]
                values = {"tip": tip[2], "sides": sorted(picture[0] for picture in pictures)}
                print(json.dumps({"event": "described", "title": told.get("Title", ("", ""))[1], **values}), flush=True)

    def call(self, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Any:
        """Call the item; its answers to others meanwhile are not needed."""
        item = DBusAddress("/StatusNotifierItem", bus_name=self.item, interface=interface)
        return self.connection.send_and_get_reply(new_method_call(item, method, signature, body), timeout=10).body


if __name__ == "__main__":
    Panel().serve()
