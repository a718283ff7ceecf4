"""What is open to the network and why, what was refused, and the way to open or close a door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desktop.theme.icons import icon_pixmap
from desktop.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.network.doors import Door, RefusedConnection
    from desktop.bridge import Bridge

MOST_REFUSALS = 50


class NetworkPage(QWidget):
    """Doors and refusals, as they are now."""

    def __init__(self, bridge: Bridge, assistant: Assistant, *, report: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(
            _text(
                self.tr(
                    "Hearth connects to this computer only. Anything else needs a door that you open here, for one "
                    "computer and one purpose."
                ),
                "muted",
            )
        )
        self.nothing_open = EmptyState(
            "shield",
            self.tr("Nothing is open"),
            self.tr("Nothing that you write can leave this computer."),
            compact=True,
        )
        self._doors = QVBoxLayout()
        self._doors.setSpacing(8)
        layout.addWidget(self.nothing_open)
        layout.addLayout(self._doors)
        layout.addSpacing(8)
        layout.addWidget(_text(self.tr("Open a door"), "heading"))
        layout.addLayout(self._make_form())
        layout.addSpacing(8)
        layout.addWidget(_text(self.tr("Refused connections"), "heading"))
        self._no_refusals = _text(self.tr("Nothing was refused since Hearth was started."), "muted")
        layout.addWidget(self._no_refusals)
        self._refusals = QVBoxLayout()
        self._refusals.setSpacing(4)
        layout.addLayout(self._refusals)
        layout.addStretch(1)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self.refresh()

    def _make_form(self) -> QHBoxLayout:
        self.host = QLineEdit(self)
        self.host.setPlaceholderText(self.tr("Name or address"))
        self.host.setAccessibleName(self.tr("Name or address of the computer"))
        self.port = QSpinBox(self)
        self.port.setRange(0, 65535)
        self.port.setSpecialValueText(self.tr("any port"))
        self.port.setAccessibleName(self.tr("Port"))
        self.purpose = QLineEdit(self)
        self.purpose.setPlaceholderText(self.tr("What for?"))
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.clicked.connect(self._open)
        self.purpose.returnPressed.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self.host, stretch=2)
        row.addWidget(self.port)
        row.addWidget(self.purpose, stretch=2)
        row.addWidget(self.open_button)
        return row

    def refresh(self) -> None:
        """Show what is open and what was refused now."""
        doors = self._assistant.doors.open_doors()
        _empty(self._doors)
        for door in doors:
            self._doors.addWidget(self._door_card(door))
        self.nothing_open.setVisible(not doors)
        refused = self._assistant.doors.refused()[:MOST_REFUSALS]
        _empty(self._refusals)
        for one in refused:
            self._refusals.addWidget(_text(self._refusal_text(one), ""))
        self._no_refusals.setVisible(not refused)

    def _door_card(self, door: Door) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "warning_card")
        place = door.host if door.port is None else f"{door.host}:{door.port}"
        since = self.tr("Open since {0}").format(f"{door.opened_at.astimezone():%Y-%m-%d %H:%M}")
        if door.until is not None:
            since += self.tr(", until {0}").format(f"{door.until.astimezone():%Y-%m-%d %H:%M}")
        mark = QLabel(card)
        mark.setPixmap(icon_pixmap("globe", colour="warning_on_soft", size=20, ratio=self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_text(place, "strong"))
        words.addWidget(_text(door.purpose or self.tr("No purpose was given."), ""))
        words.addWidget(_text(since, "caption"))
        close = QPushButton(self.tr("Close"), card)
        close.setAccessibleName(self.tr("Close the door to {0}").format(place))
        close.clicked.connect(lambda: self._close(door))
        layout = QHBoxLayout(card)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, stretch=1)
        layout.addWidget(close)
        return card

    def _refusal_text(self, refused: RefusedConnection) -> str:
        moment = refused.at.astimezone()
        at = QLocale().toString(QTime(moment.hour, moment.minute, moment.second), "HH:mm:ss")
        if refused.port:
            what = self.tr("{0}  A connection to {1}, port {2}: no door to it is open.").format(
                at, refused.host, refused.port
            )
        else:
            what = self.tr("{0}  Looking up the name {1}: no door to it is open.").format(at, refused.host)
        return what if refused.attempts == 1 else what + " " + self.tr("(%n times)", "", refused.attempts)

    def _open(self) -> None:
        host, purpose = self.host.text().strip(), self.purpose.text().strip()
        if not host or not purpose:
            (self.purpose if host else self.host).setFocus()
            return
        port = self.port.value() or None
        self.host.clear()
        self.purpose.clear()
        self._bridge.call(
            self._assistant.open_door(host, port, purpose=purpose),
            done=lambda _: self.refresh(),
            failed=self._report,
            owner=self,
        )

    def _close(self, door: Door) -> None:
        self._bridge.call(
            self._assistant.close_door(door.host, door.port),
            done=lambda _: self.refresh(),
            failed=self._report,
            owner=self,
        )

    def _on_change(self, change: Change) -> None:
        from core.events import NetworkChanged

        if isinstance(change, NetworkChanged):
            self.refresh()


def _text(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
