"""People see a sentence and a next step, never a traceback; the details can be copied."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.errors import Cancelled, HearthBug, NotEnoughSpace, WrongSecret
from desktop.failures import MOST_DIALOGS, Failures, failure_of


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def caught(error: Exception) -> Exception:
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 the traceback is what this is about
        return raised


def test_known_trouble_is_shown_in_its_own_words() -> None:
    failure = failure_of(WrongSecret("slot 2"))
    assert failure is not None
    assert failure.sentence == WrongSecret.sentence
    assert failure.next_step == WrongSecret.next_step
    assert failure.details == "slot 2"
    assert not failure.is_bug


def test_what_the_owner_stopped_is_not_news() -> None:
    assert failure_of(Cancelled()) is None


def test_a_foreign_error_is_our_bug_and_its_traceback_is_only_in_the_details() -> None:
    failure = failure_of(caught(ZeroDivisionError("division by zero")))
    assert failure is not None
    assert failure.is_bug
    assert failure.sentence == HearthBug.sentence
    assert "Traceback" not in failure.sentence + failure.next_step
    assert "ZeroDivisionError" in failure.details
    assert "Traceback" in failure.details


def test_a_dialog_shows_sentence_and_step_and_copies_the_details(window: QWidget, qtbot: QtBot) -> None:
    failures = Failures(lambda: window)
    failure = failure_of(NotEnoughSpace("SQLITE_FULL"))
    assert failure is not None
    box = failures.show_dialog(failure)
    assert box is not None
    assert box.text() == NotEnoughSpace.sentence
    assert box.informativeText() == NotEnoughSpace.next_step
    copy = next(button for button in box.findChildren(QPushButton) if button.text() == "Copy details")
    copy.click()
    assert QGuiApplication.clipboard().text() == "NotEnoughSpace\nSQLITE_FULL"
    assert box.isVisible()
    box.close()


def test_a_fault_that_repeats_does_not_bury_the_owner(window: QWidget, qtbot: QtBot) -> None:
    failures = Failures(lambda: window)
    for _ in range(20):
        failures.report(caught(ValueError("again")))
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == MOST_DIALOGS
    boxes[0].close()
    failures.report(caught(ValueError("again")))
    assert len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) == MOST_DIALOGS
    for box in window.findChildren(QMessageBox):
        box.close()


def test_a_toast_takes_the_place_of_the_dialog_and_leads_to_it(window: QWidget) -> None:
    failures = Failures(lambda: window)
    shown: list[tuple[str, Callable[[], object]]] = []
    failures.show_through(lambda text, details: shown.append((text, details)))
    failures.report(WrongSecret("x"))
    assert shown[0][0].startswith(WrongSecret.sentence)
    assert not window.findChildren(QMessageBox)
    shown[0][1]()
    assert window.findChildren(QMessageBox)[0].text() == WrongSecret.sentence
    window.findChildren(QMessageBox)[0].close()


class Clumsy(QObject):
    def stumble(self) -> None:
        raise RuntimeError("in a slot")


def test_installed_it_catches_slots_threads_and_messages_of_qt(
    window: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures = Failures(lambda: window)
    shown: list[str] = []
    failures.show_through(lambda text, details: shown.append(text))
    before = sys.excepthook
    uninstall = failures.install()
    try:
        clumsy = Clumsy()
        QTimer.singleShot(0, clumsy.stumble)
        qtbot.waitUntil(lambda: len(shown) == 1)
        thread = threading.Thread(target=clumsy.stumble)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(shown) == 2)
        with caplog.at_level(logging.WARNING, logger="hearth.qt"):
            qWarning("a layout complains")
        assert "a layout complains" in caplog.text
    finally:
        uninstall()
    assert sys.excepthook is before
    assert all(HearthBug.sentence in text for text in shown)
