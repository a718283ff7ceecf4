"""System notifications. What was said in a chat is hidden while Hearth is locked, and where the owner wants it so.

Linux: the desktop's own service (Desktop Notifications Specification 1.2) over the session bus, with a button; where
there is none, and on other systems, the message beside the tray icon; where there is no tray either, nothing.
QtDBus cannot send the specification's unsigned numbers from Python, therefore the messages go by `BusLink`.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop.bus_link import Answer, BusLink

if TYPE_CHECKING:
    from desktop.tray import Tray

log = logging.getLogger("hearth.notifications")

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
BUS = "org.freedesktop.DBus"

Action = Callable[[str], object]
"""Called with the activation token with which the window may come to the front, or ""."""

_SHOW = "default"
_AS_LONG_AS_USUAL_MS = -1
_URGENCY_NORMAL = 1
_LONGEST_TITLE, _LONGEST_TEXT = 120, 600


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be shown. A later one with the same `subject` takes its place."""

    title: str
    text: str
    subject: str
    action: Action | None


@dataclass(slots=True)
class _Place:
    """Where the notices of one subject are shown. `number` is the service's, 0 before it has answered."""

    shown: Notice
    number: int = 0
    is_asked: bool = False
    following: Notice | None = None
    token: str = ""


class Notifications(QObject):
    """`is_locked` and `hide_content` may change at any time; going locked takes away what is shown.

    `bus` is an address for tests; None means the session's. Nothing is connected before the first notice.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        tray: Callable[[], Tray | None] = lambda: None,
        bus: str | None = None,
        hide_content: bool = False,
    ) -> None:
        super().__init__(parent)
        self.hide_content = hide_content
        self._tray = tray
        self._bus = bus
        self._is_locked = False
        self._link: BusLink | None = None
        self._abilities: frozenset[str] | None = None
        self._server = ""
        self._waiting: list[Notice] = []
        self._places: dict[str, _Place] = {}
        self._numbers = count()
        self._tray_action: Action | None = None
        self._heard_tray: Tray | None = None

    # ---- what others call -----------------------------------------------------------------------------------------

    def notify(
        self, title: str, text: str, *, action: Action | None = None, subject: str = "", reveals: bool = True
    ) -> None:
        """Show a notice, in the place of one with the same `subject`. `action` adds “Show”.

        `reveals` is False for words that say nothing of what the owner does; they are shown in any case.
        """
        if reveals and (self._is_locked or self.hide_content):
            title, text = "Hearth", self.tr("Hearth has something for you")
        subject = subject or f"\0{next(self._numbers)}"
        self._show(Notice(title[:_LONGEST_TITLE], text[:_LONGEST_TEXT], subject, action))

    def close(self, subject: str) -> None:
        """Take the notice of this subject away; it has been seen elsewhere."""
        self._waiting = [notice for notice in self._waiting if notice.subject != subject]
        place = self._places.pop(subject, None)
        if place is not None and place.number:
            self._call("CloseNotification", "u", (place.number,))

    def close_all(self) -> None:
        """Take everything away."""
        for subject in [*self._places, *(notice.subject for notice in self._waiting)]:
            self.close(subject)
        self._tray_action = None

    @property
    def is_locked(self) -> bool:
        """Whether nothing may be shown of what is in the vault."""
        return self._is_locked

    @is_locked.setter
    def is_locked(self, is_locked: bool) -> None:
        self._is_locked = is_locked
        if is_locked:
            self.close_all()

    # ---- the way to the service -----------------------------------------------------------------------------------

    def _show(self, notice: Notice) -> None:
        if not sys.platform.startswith("linux"):
            self._show_by_tray(notice)
        elif self._abilities is not None:
            self._place(notice)
        else:
            self._waiting = [one for one in self._waiting if one.subject != notice.subject]
            self._waiting.append(notice)
            if self._link is None:
                self._connect()

    def _connect(self) -> None:
        link = self._link = BusLink(self._bus, parent=self)
        link.ready.connect(self._connected)
        link.lost.connect(self._lost)
        link.signalled.connect(self._heard)
        link.open()

    def _connected(self) -> None:
        assert self._link is not None
        self._link.listen(f"type='signal',sender='{SERVICE}',path='{PATH}',interface='{SERVICE}'")
        self._link.listen(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{SERVICE}'")
        self._call("GetCapabilities", done=self._able)

    def _able(self, answer: Answer) -> None:
        if answer.error:
            log.info("no notification service: %s", answer.error)
            self._lost()
            return
        self._abilities = frozenset(str(ability) for ability in answer.body[0])
        self._server = answer.sender
        waiting, self._waiting = self._waiting, []
        for notice in waiting:
            self._place(notice)

    def _lost(self) -> None:
        """There is no service, or no more. The next notice looks again."""
        if self._link is not None:
            self._link.close()
            self._link.deleteLater()
        self._link = None
        self._forget_service()
        waiting, self._waiting = self._waiting, []
        for notice in waiting:
            self._show_by_tray(notice)

    def _forget_service(self) -> None:
        self._abilities = None
        self._server = ""
        self._places.clear()

    def _call(
        self, method: str, signature: str = "", body: tuple[Any, ...] = (), done: Callable[[Answer], None] | None = None
    ) -> None:
        if self._link is not None:
            self._link.call(SERVICE, PATH, f"{SERVICE}.{method}", signature=signature, body=body, done=done)

    # ---- showing --------------------------------------------------------------------------------------------------

    def _place(self, notice: Notice) -> None:
        place = self._places.setdefault(notice.subject, _Place(notice))
        if place.is_asked:  # its number is not known yet, so it could not be replaced
            place.following = notice
            return
        place.shown = notice
        place.is_asked = True
        abilities = self._abilities or frozenset()
        text = escape(notice.text, quote=False) if "body-markup" in abilities else notice.text
        actions = [_SHOW, self.tr("Show")] if notice.action is not None and "actions" in abilities else []
        hints = {"desktop-entry": ("s", "hearth"), "urgency": ("y", _URGENCY_NORMAL)}
        body = ("Hearth", place.number, "hearth", notice.title, text, actions, hints, _AS_LONG_AS_USUAL_MS)
        self._call("Notify", "susssasa{sv}i", body, lambda answer: self._placed(place, answer))

    def _placed(self, place: _Place, answer: Answer) -> None:
        place.is_asked = False
        is_wanted = self._places.get(place.shown.subject) is place
        if answer.error:
            log.info("the notification service refused: %s", answer.error)
            if is_wanted:
                del self._places[place.shown.subject]
                self._show_by_tray(place.following or place.shown)
            return
        place.number = int(answer.body[0])
        if not is_wanted:  # closed while the service was asked
            self._call("CloseNotification", "u", (place.number,))
            return
        following, place.following = place.following, None
        if following is not None:
            self._place(following)

    # ---- what the service tells -----------------------------------------------------------------------------------

    def _heard(self, sender: str, path: str, interface: str, member: str, body: tuple[Any, ...]) -> None:
        if sender == BUS and member == "NameOwnerChanged":
            self._service_changed(str(body[2]))
        elif sender == self._server and path == PATH and interface == SERVICE:
            self._told(member, body)

    def _service_changed(self, owner: str) -> None:
        """Another service knows nothing of the numbers of the last one."""
        if self._server and owner != self._server:
            self._forget_service()
            if self._link is not None:
                self._link.close()
                self._link.deleteLater()
                self._link = None

    def _told(self, member: str, body: tuple[Any, ...]) -> None:
        place = next((place for place in self._places.values() if place.number and place.number == body[0]), None)
        if place is None:
            return  # of another program
        match member:
            case "ActivationToken":
                place.token = str(body[1])
            case "ActionInvoked":
                self._act(place.shown.action, place.token)
            case "NotificationClosed":
                self._places.pop(place.shown.subject, None)

    def _act(self, action: Action | None, token: str = "") -> None:
        if action is not None:
            # Later: what it does may take this object away.
            QTimer.singleShot(0, self, lambda: action(token))

    # ---- without a service ----------------------------------------------------------------------------------------

    def _show_by_tray(self, notice: Notice) -> None:
        tray = self._tray()
        if tray is None or not tray.tell(notice.title, notice.text):
            log.info("there is nothing here that shows notices")
            return
        self._tray_action = notice.action
        if self._heard_tray is not tray:
            self._heard_tray = tray
            tray.message_clicked.connect(self._tray_clicked)

    def _tray_clicked(self) -> None:
        action, self._tray_action = self._tray_action, None
        self._act(action)
