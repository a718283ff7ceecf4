"""Toasts go by themselves, but never under the hand, and do what their button says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.icon_button import IconButton
from desktop.widgets.toast import Toast, Toasts


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    apply_theme(qapp, LIGHT, reduced_motion=True)
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget).addWidget(QLineEdit())
    widget.resize(700, 500)
    widget.show()
    widget.activateWindow()
    qtbot.waitActive(widget)
    return widget


def newest(toasts: Toasts) -> Toast:
    return toasts.findChildren(Toast)[-1]


def test_a_toast_stands_in_the_corner_whole_and_stays_there_when_the_window_grows(
    window: QWidget, qtbot: QtBot
) -> None:
    toasts = Toasts(window)
    toasts.show("The disk is full, so this could not be saved. What was saved before is safe.", kind="error")
    toast = newest(toasts)
    qtbot.waitUntil(toast.isVisible)
    label = toast._label
    assert label.height() >= label.heightForWidth(label.width()), "no line is cut off"
    window.resize(900, 650)
    qtbot.waitUntil(lambda: toasts.geometry().bottomRight() == window.rect().bottomRight())


def test_a_toast_goes_by_itself_and_an_error_waits(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show("Saved.")
    saved = newest(toasts)
    toasts.show("It broke.", kind="error")
    assert saved.is_waiting()
    assert not newest(toasts).is_waiting()
    saved._timer.setInterval(1)
    qtbot.waitUntil(lambda: toasts.texts() == ["It broke."])


def test_a_toast_under_the_pointer_stays(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show("Saved.")
    toast = newest(toasts)
    QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert not toast.is_waiting()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.is_waiting()


def test_a_toast_with_the_keyboard_stays_and_esc_closes_it(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show("Deleted.", action=("Undo", lambda: None))
    toast = newest(toasts)
    button = next(b for b in toast.findChildren(QPushButton) if b.text() == "Undo")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not toast.is_waiting()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert toasts.texts() == []
    assert not toasts.isVisible()


def test_the_action_is_done_once_and_the_toast_goes(window: QWidget, qtbot: QtBot) -> None:
    toasts, done = Toasts(window), []
    toasts.show("Deleted.", action=("Undo", lambda: done.append("undone")))
    button = next(b for b in newest(toasts).findChildren(QPushButton) if b.text() == "Undo")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (done, toasts.texts()) == (["undone"], [])


def test_the_same_words_are_shown_once_and_the_stack_stays_small(window: QWidget) -> None:
    toasts = Toasts(window)
    for text in ("a", "a", "b", "c", "d", "e"):
        toasts.show(text)
    assert toasts.texts() == ["b", "c", "d", "e"]
    toasts.dismiss_all()
    assert toasts.texts() == []


def test_every_toast_can_be_closed_and_is_named(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show("It broke.", kind="error")
    close = newest(toasts).findChild(IconButton)
    assert close.accessibleName()
    assert newest(toasts).accessibleName() == "It broke."
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert toasts.texts() == []


def test_nothing_moves_with_reduced_motion(window: QWidget, qapp: QApplication) -> None:
    toasts = Toasts(window)
    toasts.show("calm")
    assert newest(toasts).graphicsEffect().inherits("QGraphicsDropShadowEffect")
    apply_theme(qapp, LIGHT, reduced_motion=False)
    toasts.show("lively")
    assert newest(toasts).graphicsEffect().inherits("QGraphicsOpacityEffect")
