"""Hotkeys on Wayland: the desktop itself watches the keys and tells us, through org.freedesktop.portal.GlobalShortcuts.

A session may bind its shortcuts once, so every change makes a new session with all of them. Source: xdg-desktop-portal,
“Global Shortcuts”, “Request”, “Session” and the host “Registry”.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.bus_link import Answer, BusLink
from desktop.hotkeys.hotkey_backend import BindResult, HotkeyBackend
from desktop.hotkeys.key_names import Keys, UnreadableKeys, sentence_for

log = logging.getLogger("hearth.hotkeys")

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
REGISTRY = "org.freedesktop.host.portal.Registry"
BUS = "org.freedesktop.DBus"

ALLOWED, CANCELLED = 0, 1
"""Codes of `Response`; 2 is any other end."""
CONFIGURES_SINCE = 2
"""The version of the interface that knows ConfigureShortcuts."""
COME_BACK_MS = 2000
"""A portal that died is usually there again by then; if not, calling it starts it."""

Results = Mapping[str, tuple[str, Any]]


class PortalBackend(HotkeyBackend):
    """`app_id` is the base name of our desktop file; empty: what Qt knows. Connects with the first `bind`."""

    name = "portal"
    can_probe = False
    can_pause = False
    modules = ("jeepney.low_level", "jeepney")

    def __init__(self, address: str | None = None, *, app_id: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._app_id = app_id
        self._link: BusLink | None = None
        self._owner = ""  # the portal's unique name; anybody may send us a signal, only its own count
        self._version = 0
        self._session = ""
        self._wanted: dict[str, tuple[Keys, str]] = {}
        self._bound: dict[str, tuple[Keys, str]] = {}
        self._results: dict[str, BindResult] = {}
        self._introducing = False
        self._requests: dict[str, Callable[[int, Results], None]] = {}
        self._round = 0
        self._renewal = QTimer(self, singleShot=True, interval=0)
        self._renewal.timeout.connect(self._renew)
        self._comeback = QTimer(self, singleShot=True, interval=COME_BACK_MS)
        self._comeback.timeout.connect(self._renew)

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """Ask for it together with all others of this turn of Qt's loop; the answer comes by `answered`."""
        try:
            wanted = Keys.read(keys)
        except UnreadableKeys:
            return BindResult("refused", sentence_for("unreadable", keys))
        self._wanted[hotkey_id] = (wanted, title)
        if self._bound.get(hotkey_id) == (wanted, title) and hotkey_id in self._results:
            return self._results[hotkey_id]
        self._renewal.start()
        return self._asking()

    def unbind(self, hotkey_id: str) -> None:
        """Leave it out from now on."""
        if self._wanted.pop(hotkey_id, None) is not None:
            self._key_up(hotkey_id)
            self._renewal.start()

    def probe(self, keys: str) -> BindResult:
        """The portal decides by itself and never says what others hold; only its syntax can be told."""
        try:
            named = Keys.read(keys).xdg_trigger
        except UnreadableKeys:
            named = ""
        return BindResult("ok") if named else BindResult("refused", sentence_for("unreadable", keys))

    def configure(self) -> bool:
        """Open the desktop's own list of our shortcuts."""
        if self._link is None or not self._session or self._version < CONFIGURES_SINCE:
            return False
        self._call("ConfigureShortcuts", "osa{sv}", (self._session, "", {}))
        return True

    @property
    def can_configure(self) -> bool:
        """Whether the desktop has such a list."""
        return bool(self._session) and self._version >= CONFIGURES_SINCE

    def close(self) -> None:
        """End the session and hang up."""
        self._renewal.stop()
        self._comeback.stop()
        self._end_session()
        self._wanted.clear()
        link, self._link = self._link, None
        if link is not None:
            link.close()
            link.deleteLater()

    # ---- connection -------------------------------------------------------------------------------------------------

    def _renew(self) -> None:
        if self._link is None:
            if self._wanted:
                self._connect()
        elif not self._owner:
            self._introduce()
        elif self._wanted != self._bound:
            self._end_session()
            if self._wanted:
                self._make_session()

    def _connect(self) -> None:
        self._link = BusLink(self._address, parent=self)
        self._link.ready.connect(self._on_bus)
        self._link.lost.connect(self._bus_lost)
        self._link.signalled.connect(self._on_signal)
        self._link.open()

    def _on_bus(self) -> None:
        assert self._link is not None
        for interface in (REQUEST, SHORTCUTS, SESSION):
            self._link.listen(f"type='signal',sender='{PORTAL}',interface='{interface}'")
        self._link.listen(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'")
        self._introduce()

    def _introduce(self) -> None:
        """Say who we are, before anything else is asked; older portals have no such register."""
        if self._link is None or not self._link.unique_name or self._introducing:
            return
        self._introducing = True
        app_id = self._app_id or QGuiApplication.desktopFileName() or "hearth"
        self._link.call(
            PORTAL, PATH, f"{REGISTRY}.Register", signature="sa{sv}", body=(app_id, {}), done=self._introduced
        )

    def _introduced(self, answer: Answer) -> None:
        if answer.error:
            log.info("the portal did not register us: %s", answer.error)
        assert self._link is not None
        self._link.call(
            *(PORTAL, PATH, "org.freedesktop.DBus.Properties.Get"),
            signature="ss",
            body=(SHORTCUTS, "version"),
            done=self._version_told,
        )

    def _version_told(self, answer: Answer) -> None:
        self._introducing = False
        if answer.error:
            log.info("no shortcuts portal: %s", answer.error)
            self._refuse_all(self._no_portal())
            return
        self._owner = answer.sender
        self._version = int(answer.body[0][1])
        self._renew()

    def _bus_lost(self) -> None:
        if self._link is not None:
            self._link.deleteLater()
            self._link = None
        self._introducing = False
        self._forget_portal()
        self._refuse_all(self._no_portal())

    def _forget_portal(self) -> None:
        self._owner, self._session = "", ""
        self._bound, self._results = {}, {}
        self._requests.clear()
        self._round += 1
        self._all_up()

    # ---- session ----------------------------------------------------------------------------------------------------

    def _make_session(self) -> None:
        this = self._round = self._round + 1
        self._bound = dict(self._wanted)

        def made(code: int, results: Results) -> None:
            handle = str(results.get("session_handle", ("s", ""))[1])
            if this != self._round:
                return
            if code != ALLOWED or not handle:
                self._refuse_all(self._declined(code))
                return
            self._session = handle
            self._bind_all(this)

        token = f"hearth{secrets.token_hex(8)}"
        self._request("CreateSession", "a{sv}", (), {"session_handle_token": ("s", token)}, made)

    def _bind_all(self, this: int) -> None:
        shortcuts = [(hotkey_id, self._described(keys, title)) for hotkey_id, (keys, title) in self._bound.items()]

        def bound(code: int, results: Results) -> None:
            if this != self._round:
                return
            if code != ALLOWED:
                self._refuse_all(self._declined(code))
            else:
                self._tell_triggers(results.get("shortcuts", ("", []))[1])

        self._request("BindShortcuts", "oa(sa{sv})sa{sv}", (self._session, shortcuts, ""), {}, bound)

    def _described(self, keys: Keys, title: str) -> dict[str, tuple[str, str]]:
        described = {"description": ("s", title or "Hearth")}
        if keys.xdg_trigger:
            described["preferred_trigger"] = ("s", keys.xdg_trigger)
        return described

    def _tell_triggers(self, shortcuts: list[tuple[str, Results]]) -> None:
        """What the desktop really bound; its owner may have chosen other keys."""
        given = {hotkey_id: str(facts.get("trigger_description", ("s", ""))[1]) for hotkey_id, facts in shortcuts}
        for hotkey_id in list(self._bound):
            has_keys = hotkey_id in given
            result = BindResult("ok", shown_keys=given[hotkey_id]) if has_keys else self._without_keys()
            self._results[hotkey_id] = result
            self.answered.emit(hotkey_id, result)

    def _end_session(self) -> None:
        self._round += 1
        self._bound, self._results = {}, {}
        session, self._session = self._session, ""
        self._all_up()
        if session and self._link is not None:
            self._link.call(PORTAL, session, f"{SESSION}.Close")

    # ---- messages ---------------------------------------------------------------------------------------------------

    def _request(
        self,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        options: dict[str, tuple[str, Any]],
        answered: Callable[[int, Results], None],
    ) -> None:
        """Call a method that answers by a Request object, which must be listened to before it is asked."""
        assert self._link is not None
        token = f"hearth{secrets.token_hex(8)}"
        sender = self._link.unique_name.removeprefix(":").replace(".", "_")
        expected = f"{PATH}/request/{sender}/{token}"
        self._requests[expected] = answered

        def called(answer: Answer) -> None:
            if answer.error:
                log.warning("%s failed: %s", method, answer.error)
                if self._requests.pop(expected, None) is not None:
                    answered(2, {})
            elif answer.body[0] != expected and expected in self._requests:  # portals before version 0.9
                self._requests[str(answer.body[0])] = self._requests.pop(expected)

        self._call(method, signature, (*body, {"handle_token": ("s", token), **options}), done=called)

    def _call(
        self, method: str, signature: str, body: tuple[Any, ...], *, done: Callable[[Answer], None] | None = None
    ) -> None:
        assert self._link is not None
        self._link.call(PORTAL, PATH, f"{SHORTCUTS}.{method}", signature=signature, body=body, done=done)

    def _on_signal(self, sender: str, path: str, interface: str, member: str, body: tuple[Any, ...]) -> None:
        if sender == BUS and member == "NameOwnerChanged" and body[0] == PORTAL:
            self._owner_changed(str(body[2]))
        elif sender != self._owner or not sender:
            return
        elif interface == REQUEST and member == "Response":
            answered = self._requests.pop(path, None)
            if answered is not None:
                answered(int(body[0]), body[1])
        elif interface == SHORTCUTS and body[0] == self._session:
            self._on_shortcut(member, body)
        elif interface == SESSION and member == "Closed" and path == self._session:
            self._session = ""
            self._refuse_all(self._declined(2))

    def _on_shortcut(self, member: str, body: tuple[Any, ...]) -> None:
        if member == "ShortcutsChanged":
            self._tell_triggers(body[1])
        elif body[1] not in self._bound:
            return
        elif member == "Activated":
            self.activation_token = str(body[3].get("activation_token", ("s", ""))[1])
            self._key_down(body[1])
        elif member == "Deactivated":
            self._key_up(body[1])

    def _owner_changed(self, new: str) -> None:
        if self._owner and new != self._owner:
            self._forget_portal()
            for hotkey_id in list(self._wanted):
                self.answered.emit(hotkey_id, self._asking())
        if new:
            self._comeback.stop()
            self._renewal.start()
        elif self._wanted:
            self._comeback.start()

    # ---- words ------------------------------------------------------------------------------------------------------

    def _refuse_all(self, result: BindResult) -> None:
        self._end_session()  # so that the next wish begins anew
        for hotkey_id in list(self._wanted):
            self.answered.emit(hotkey_id, result)

    def _asking(self) -> BindResult:
        return BindResult("asking", self.tr("Your desktop is being asked for this key."))

    def _no_portal(self) -> BindResult:
        return BindResult(
            "refused",
            self.tr("Your desktop lets no program watch keys by itself."),
            self.tr("Make a shortcut in your desktop’s settings that runs the command shown here."),
        )

    def _declined(self, code: int) -> BindResult:
        if code == CANCELLED:
            return BindResult(
                "refused",
                self.tr("You did not allow this key when your desktop asked."),
                self.tr("Choose “Try again”, or make a shortcut in your desktop’s settings."),
            )
        return BindResult(
            "refused",
            self.tr("Your desktop refused the key without a reason."),
            self.tr("Choose “Try again”, or make a shortcut in your desktop’s settings."),
        )

    def _without_keys(self) -> BindResult:
        return BindResult(
            "refused",
            self.tr("Your desktop has given this no key."),
            self.tr("Set one in your desktop’s settings, or choose another combination."),
        )
