"""Turns a `HearthError` or a bug into what the owner sees; the only `sys.excepthook`.

People see a sentence and a next step. What is technical is folded away, can be copied, and goes to the log.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.errors import Cancelled, HearthBug, HearthError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

log = logging.getLogger("hearth.failures")

MOST_DIALOGS = 3
"""A fault that repeats must not bury the owner in windows; the log has all of them."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What the owner sees of an error. `details` is technical text to copy, empty when there is none."""

    code: str
    sentence: str
    next_step: str
    details: str
    is_bug: bool


def failure_of(error: BaseException) -> Failure | None:
    """What to show for `error`; None when it is not news (the owner stopped it)."""
    if isinstance(error, Cancelled):
        return None
    if not isinstance(error, HearthError) or isinstance(error, HearthBug):
        bug = error if isinstance(error, HearthBug) else HearthBug(str(error))
        details = "".join(traceback.format_exception(error)).strip()
        return Failure(type(error).__name__, bug.owner_sentence, bug.owner_next_step, details, is_bug=True)
    return Failure(error.code, error.owner_sentence, error.owner_next_step, error.detail, is_bug=False)


class Failures(QObject):
    """Where every error of one window ends that no page knows how to show better.

    `toast` shows a passing line with a next step; bugs and errors with details open a dialog on demand. Both go to the
    log. Made on Qt's thread; `report` may be called from any.
    """

    _reported = Signal(object)

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._window = window
        self._toast: Callable[[str, Callable[[], object]], object] | None = None
        self._open_dialogs = 0
        self._reported.connect(self._show)

    def show_through(self, toast: Callable[[str, Callable[[], object]], object] | None) -> None:
        """From now on show a line through `toast(text, show_details)`; None goes back to dialogs."""
        self._toast = toast

    def report(self, error: BaseException) -> None:
        """Log `error` and show it."""
        failure = failure_of(error)
        if failure is None:
            return
        if failure.is_bug:
            log.error("bug: %s", failure.code, exc_info=error)
        else:
            log.warning("%s: %s", failure.code, failure.details)
        self._reported.emit(failure)

    def _show(self, failure: Failure) -> None:
        if self._toast is not None:
            self._toast(f"{failure.sentence} {failure.next_step}", lambda: self.show_dialog(failure))
        else:
            self.show_dialog(failure)

    def show_dialog(self, failure: Failure) -> QMessageBox | None:
        """A dialog with sentence, next step and, folded, details that can be copied. It does not stop the program."""
        if self._open_dialogs >= MOST_DIALOGS:
            return None
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window())
        box.setIcon(QMessageBox.Icon.Critical if failure.is_bug else QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Hearth"))
        box.setText(failure.sentence)
        box.setInformativeText(failure.next_step)
        box.addButton(QMessageBox.StandardButton.Close)
        if failure.details:
            box.setDetailedText(failure.details)
            copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
            copy.clicked.disconnect()  # copying does not close the dialog
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{failure.code}\n{failure.details}"))
        self._open_dialogs += 1
        box.finished.connect(self._dialog_closed)
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def _dialog_closed(self, _: int) -> None:
        self._open_dialogs -= 1

    def install(self) -> Callable[[], None]:
        """Catch what nobody caught, on every thread, and Qt's own messages; the returned function undoes it."""
        before = (sys.excepthook, threading.excepthook)

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if isinstance(error, KeyboardInterrupt):
                QGuiApplication.quit()
            else:
                self.report(error.with_traceback(trace))

        def thread_hook(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
                self.report(args.exc_value)

        sys.excepthook = hook
        threading.excepthook = thread_hook
        qt_before = qInstallMessageHandler(_qt_message)

        def uninstall() -> None:
            sys.excepthook, threading.excepthook = before
            qInstallMessageHandler(qt_before)

        return uninstall


def _qt_message(kind: QtMsgType, _context: object, message: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }
    logging.getLogger("hearth.qt").log(levels.get(kind, logging.ERROR), "%s", message)
