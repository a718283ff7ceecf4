"""Opens every page of a running window, one after the other, and walks what is in sight with real keys."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.main_window.shortcuts_overview import ShortcutsOverview
from desktop.widgets.segmented_control import SegmentedControl
from tests.peers.window_driver import WindowDriver

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QTabBar,
    QAbstractSlider,
)
MOST_STOPS = 260
REST_MS = 60


class KeyboardCaught(AssertionError):
    """Tab leads nowhere, or never on."""


class EveryPage:
    """The pages of a profile that is open."""

    def __init__(self, driver: WindowDriver) -> None:
        self._driver = driver

    def names(self) -> list[str]:
        """Every page beside the chat."""
        there = importlib.util.find_spec("desktop.model_library.models_page") is not None
        return [entry.name for entry in self._driver.workspace.pages.entries if there or entry.name != "models"]

    def each(self) -> Iterator[tuple[str, QWidget]]:
        """The name and the window of each page, shown and at rest."""
        driver = self._driver
        window = driver.app.window
        assert window is not None
        driver.workspace.show_chat()
        yield self._at_rest("chat", window)
        for name in self.names():
            page = driver.workspace.pages.show_page(name)
            if isinstance(page, KnowledgePage):  # blank until it is known what there is, which loads the libraries
                driver.wait(lambda page=page: page.stack.currentIndex() > 0)  # type: ignore[misc]
            yield self._at_rest(name, window)
        driver.workspace.show_chat()
        with self.settings() as pages:
            yield from pages
        for name, opened in (("palette", self.palette), ("shortcuts", self.shortcuts), ("quick chat", self.quick)):
            with opened() as page:
                yield self._at_rest(name, page)

    @contextmanager
    def settings(self) -> Iterator[Iterator[tuple[str, QWidget]]]:
        """Every page of the settings."""
        self._driver.workspace.show_settings()
        window = self._driver.workspace._settings_window
        assert window is not None

        def pages() -> Iterator[tuple[str, QWidget]]:
            for name in window.pages:
                window.show_page(name)
                yield self._at_rest(f"settings/{name}", window)

        yield pages()
        window.close()

    @contextmanager
    def palette(self) -> Iterator[QWidget]:
        """The list of everything."""
        workspace = self._driver.workspace
        workspace.commands.run("view.palette")
        assert workspace._palette is not None
        yield workspace._palette
        workspace._palette.hide()

    @contextmanager
    def shortcuts(self) -> Iterator[QWidget]:
        """The overview of keys, a dialog."""
        workspace = self._driver.workspace
        workspace.commands.run("help.shortcuts")
        overview = workspace.findChild(ShortcutsOverview)
        assert overview is not None
        yield overview
        overview.close()

    @contextmanager
    def quick(self) -> Iterator[QWidget]:
        """The small window over other programs."""
        from desktop.quick_chat.popup import QuickChat

        quick = QuickChat(self._driver.app.bridge, assistant=self._driver.assistant)
        quick.show_now()
        yield quick
        quick.hide()
        quick.close()
        quick.deleteLater()

    def _at_rest(self, name: str, window: QWidget) -> tuple[str, QWidget]:
        self._driver.qtbot.wait(REST_MS)
        take_keyboard(window)
        return name, window


def take_keyboard(window: QWidget) -> None:
    """Make `window` the one that gets the keys, and let it come to rest."""
    window.activateWindow()
    for _ in range(50):
        QCoreApplication.processEvents()
        if QApplication.activeWindow() is window.window():
            return
        QTest.qWait(5)
    raise TimeoutError("the window does not take the keyboard")


def stops(
    window: QWidget, at_stop: Callable[[QWidget], object] = lambda _: None, *, back: bool = False
) -> list[QWidget]:
    """Where Tab (or Shift+Tab) leads, in its order, once round. `at_stop` is called at each, before the next key."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    found: list[QWidget] = []
    while len(found) < MOST_STOPS:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        QCoreApplication.processEvents()
        now = QApplication.focusWidget()
        if now is None:
            raise KeyboardCaught(f"Tab leads nowhere after {described(found[-1]) if found else 'the start'}")
        if found and now is found[-1]:
            raise KeyboardCaught(f"Tab does not leave {described(now)}")
        if now in found:
            return found
        found.append(now)
        at_stop(now)
    raise KeyboardCaught("Tab never comes round")


def wanted(window: QWidget) -> list[QWidget]:
    """The widgets in `window` that somebody without a pointer must be able to reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.property("pointer_only")
        and not _inside_another(widget)
        and not _chosen_by_arrows(widget)
    ]


def reached(widget: QWidget, found: list[QWidget]) -> bool:
    """Whether the keyboard came to `widget` itself or to what takes the keys for it."""
    return any(one is widget or widget.isAncestorOf(one) or one.focusProxy() is widget for one in found)


def in_sight(widget: QWidget) -> bool:
    """Whether nothing of a small widget, and not much of a large one, is scrolled away or cut."""
    seen, below, above = widget.rect(), widget, widget.parentWidget()
    while above is not None and not below.isWindow():
        seen = QRect(below.mapToParent(seen.topLeft()), seen.size()).intersected(above.rect())
        below, above = above, above.parentWidget()
    return widget.isVisible() and seen.height() >= min(widget.height(), 40) and seen.width() >= min(widget.width(), 40)


def place_in(window: QWidget, widget: QWidget) -> QRect:
    """Where `widget` lies in `window`."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def described(widget: QWidget) -> str:
    """The widget in words that help to find it."""
    above = widget.parentWidget()
    name = widget.objectName() or widget.accessibleName()
    return f"{type(widget).__name__} “{name}” in {type(above).__name__ if above is not None else 'nothing'}"


def _inside_another(widget: QWidget) -> bool:
    """Parts of a control: the line of a spin box, the button in a line, scroll bars."""
    if isinstance(widget, (QScrollBar, QScrollArea)):
        return True
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, (QAbstractSpinBox, QComboBox, QLineEdit)) or (
            isinstance(above, QAbstractItemView) and not isinstance(widget, QAbstractButton)
        ):
            return True
        above = above.parentWidget()
    return False


def _chosen_by_arrows(widget: QWidget) -> bool:
    """One of a group in which Tab reaches the chosen one and arrow keys the others."""
    if isinstance(widget, QRadioButton):
        return not widget.isChecked()
    grouped = isinstance(widget.parentWidget(), SegmentedControl) or (
        isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()
    )
    return grouped and isinstance(widget, QAbstractButton) and not widget.isChecked()
