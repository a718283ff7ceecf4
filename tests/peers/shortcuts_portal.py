"""A desktop's GlobalShortcuts portal, as xdg-desktop-portal documents it, on a bus of its own.

It runs in another process, so that it can die and come back. What its owner does (allow, cancel, press) is told to it
line by line; what it was asked is told back.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Literal, Self

Mood = Literal["allow", "cancel", "fail", "choose", "leave_out", "silent"]

SERVICE = r"""
import json, os, select, sys
from jeepney import (DBusAddress, HeaderFields, MessageType, Message, Header, new_error, new_method_return,
                     new_method_call, new_signal)
from jeepney.io.blocking import open_dbus_connection

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
version, with_registry, mood = int(sys.argv[1]), sys.argv[2] == "True", "allow"
bus = open_dbus_connection("SESSION")
daemon = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
bus.send_and_get_reply(new_method_call(daemon, "RequestName", "su", (NAME, 4)))
sessions, asked, moments, registered, answered = {}, [], 0, set(), []


def emit(path, interface, member, signature, body, destination):
    signal = new_signal(DBusAddress(path, interface=interface), member, signature, body)
    if destination:
        signal.header.fields[HeaderFields.destination] = destination
    bus.send(signal)


def respond(sender, token, code, results):
    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
    def later():
        emit(handle, "org.freedesktop.portal.Request", "Response", "ua{sv}", (code, results), sender)
    return handle, later


def given(shortcuts):
    chosen = []
    for number, (name, facts) in enumerate(shortcuts):
        if mood == "leave_out" and number == 0:
            continue
        trigger = "Meta+J" if mood == "choose" else facts.get("preferred_trigger", ("s", ""))[1]
        told = {"description": facts["description"], "trigger_description": ("s", f"Press {trigger}")}
        chosen.append((name, told))
    return chosen


def serve(message):
    fields = message.header.fields
    sender, path = fields[HeaderFields.sender], fields[HeaderFields.path]
    interface, member = fields.get(HeaderFields.interface), fields[HeaderFields.member]
    asked.append([interface, member, path, message.body])
    if interface == "org.freedesktop.host.portal.Registry" and with_registry and member == "Register":
        if sender in registered:
            bus.send(new_error(message, "org.freedesktop.portal.Error.Failed", "s", ("already associated",)))
            return
        registered.add(sender)
        bus.send(new_method_return(message))
    elif interface == "org.freedesktop.DBus.Properties" and member == "Get" and version:
        bus.send(new_method_return(message, "v", (("u", version),)))
    elif interface == SHORTCUTS and member == "CreateSession" and version:
        options = message.body[0]
        session = f"{PATH}/session/{sender[1:].replace('.', '_')}/{options['session_handle_token'][1]}"
        sessions[session] = {"sender": sender, "shortcuts": None}
        handle, later = respond(sender, options["handle_token"][1], 0, {"session_handle": ("s", session)})
        bus.send(new_method_return(message, "o", (handle,)))
        later()
    elif interface == SHORTCUTS and member == "BindShortcuts" and version:
        session, shortcuts, window, options = message.body
        if session not in sessions or sessions[session]["shortcuts"] is not None:
            bus.send(new_error(message, "org.freedesktop.portal.Error.Failed", "s", ("Invalid session",)))
            return
        sessions[session]["shortcuts"] = shortcuts
        code = {"cancel": 1, "fail": 2}.get(mood, 0)
        results = {} if code else {"shortcuts": ("a(sa{sv})", given(shortcuts))}
        handle, later = respond(sender, options["handle_token"][1], code, results)
        bus.send(new_method_return(message, "o", (handle,)))
        if mood != "silent":
            later()
    elif interface == SHORTCUTS and member == "ConfigureShortcuts" and version > 1:
        bus.send(new_method_return(message))
    elif interface == "org.freedesktop.portal.Session" and member == "Close" and path in sessions:
        del sessions[path]
        bus.send(new_method_return(message))
    else:
        bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (f"no {member}",)))


def shortcut_signal(member, name):
    global moments
    moments += 1
    for path, session in sessions.items():
        if any(name == one for one, _ in session["shortcuts"] or ()):
            options = {"activation_token": ("s", f"token{moments}")} if member == "Activated" else {}
            emit(PATH, SHORTCUTS, member, "osta{sv}", (path, name, moments, options), session["sender"])


def obey(verb, *words):
    global mood
    if verb == "mood":
        mood = words[0]
    elif verb in ("Activated", "Deactivated"):
        shortcut_signal(verb, words[0])
    elif verb == "change":
        for path, session in sessions.items():
            told = [(name, {"trigger_description": ("s", words[0])}) for name, _ in session["shortcuts"] or ()]
            emit(PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", (path, told), session["sender"])
    elif verb == "close":
        for path, session in list(sessions.items()):
            del sessions[path]
            emit(path, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},), session["sender"])
    elif verb == "sessions":
        return {path: [name for name, _ in session["shortcuts"] or ()] for path, session in sessions.items()}
    elif verb == "asked":
        return asked
    return True


print("ready", flush=True)
while True:
    for ready in select.select([bus.sock, sys.stdin], [], [])[0]:
        if ready is sys.stdin:
            line = sys.stdin.readline()
            if not line:
                sys.exit()
            print(json.dumps(obey(*json.loads(line))), flush=True)
        else:
            data = bus.sock.recv(65536)
            if not data:
                sys.exit()
            bus.parser.add_data(data)
            while (message := bus.parser.get_next_message()) is not None:
                if message.header.message_type is MessageType.method_call:
                    serve(message)
"""


class PrivateBus:
    """A dbus-daemon that nobody else knows. `address` as in DBUS_SESSION_BUS_ADDRESS."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def kill(self) -> None:
        """End it: everybody on it is cut off."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)


class ShortcutsPortal:
    """The portal on one bus. `version` 0: it has no shortcuts; `registry`: whether it registers host programs."""

    def __init__(self, address: str, *, version: int = 2, registry: bool = True) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVICE, str(version), str(registry)],
            env={"DBUS_SESSION_BUS_ADDRESS": address, "PATH": "/usr/bin:/bin"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline().strip() != "ready":
            raise RuntimeError("the portal did not start")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def kill(self) -> None:
        """Die in the middle of things."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)

    def be(self, mood: Mood) -> None:
        """What its owner does with the next question."""
        self._tell("mood", mood)

    def press(self, shortcut_id: str) -> None:
        """The keys of a shortcut go down."""
        self._tell("Activated", shortcut_id)

    def release(self, shortcut_id: str) -> None:
        """They go up."""
        self._tell("Deactivated", shortcut_id)

    def change_triggers(self, description: str) -> None:
        """Its owner sets other keys in the desktop's settings."""
        self._tell("change", description)

    def close_sessions(self) -> None:
        """Its owner takes the permission back."""
        self._tell("close")

    def sessions(self) -> dict[str, list[str]]:
        """The shortcuts of each open session."""
        found: dict[str, list[str]] = self._tell("sessions")
        return found

    def asked(self, member: str) -> list[Any]:
        """The bodies of all calls of one method so far."""
        return [body for _, name, _, body in self._tell("asked") if name == member]

    def calls(self) -> list[str]:
        """The methods that were called so far, in order."""
        return [name for _, name, _, _ in self._tell("asked")]

    def _tell(self, *words: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())
