"""The frame: it holds whatever page there is, and remembers where it stood. No rule of the product."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.main_window.window_geometry import WindowGeometry
from desktop.widgets.focus_follower import FocusFollower


class MainWindow(QMainWindow):
    """One window for the whole life of the program; pages come and go inside it."""

    closing = Signal()
    painted = Signal()  # once
    geometry_changed = Signal()

    def __init__(self, geometry: WindowGeometry) -> None:
        super().__init__()
        self.setWindowTitle("Hearth")
        self.setMinimumSize(560, 420)
        self._painted = False
        self._may_close = False
        self._pages = QStackedWidget(self)
        self._blank = QWidget(self)
        self._blank.setProperty("role", "page")
        self._pages.addWidget(self._blank)
        self.setCentralWidget(self._pages)
        self.resize(geometry.width, geometry.height)
        if geometry.x is not None and geometry.y is not None:
            self.move(geometry.x, geometry.y)
        if geometry.maximised:
            self.showMaximized()
        FocusFollower(self)

    @property
    def page(self) -> QWidget | None:
        """What it shows, None before there is anything."""
        current = self._pages.currentWidget()
        return None if current is self._blank else current

    @property
    def has_painted(self) -> bool:
        """Whether it was on the screen already."""
        return self._painted

    def show_page(self, page: QWidget) -> None:
        """Show `page`; the one before is dropped with everything in it."""
        old = self.page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None and old is not page:
            self._pages.removeWidget(old)
            old.deleteLater()

    def show_nothing(self) -> None:
        """Drop the page."""
        old = self.page
        self._pages.setCurrentWidget(self._blank)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def now_geometry(self, *, sidebar: int) -> WindowGeometry:
        """Where it stands, to be remembered."""
        normal = self.normalGeometry()
        if not self.isMaximized():  # `move` places the frame: without it the window would sink at every start
            normal.moveTopLeft(normal.topLeft() - (self.geometry().topLeft() - self.pos()))
        return WindowGeometry(
            width=normal.width(),
            height=normal.height(),
            x=normal.x(),
            y=normal.y(),
            maximised=self.isMaximized(),
            sidebar=sidebar,
        )

    def let_close(self) -> None:
        """The next close is granted: everything is put away."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is asked for first, so that the vault can be closed in order."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Minimising counts as a change of geometry."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.geometry_changed.emit()
