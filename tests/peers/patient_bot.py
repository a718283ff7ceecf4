"""The robot of pytest-qt with a longer patience: that a machine is busy is no fault of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.peers.patience import PATIENCE_MS


class PatientBot(QtBot):
    """Waits for `PATIENCE_MS` wherever a test names no time."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Let Qt run until `callback` returns True, or None without a failed assertion."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        """For a `with` around what should emit `signal`."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        """Until `widget` is on the screen."""
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        """Until `widget` has the keyboard."""
        return super().waitActive(widget, timeout=timeout)
