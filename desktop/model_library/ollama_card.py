"""Hearth's own Ollama: what it does now, and everything that can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.model_library.model_words import hosts_text
from desktop.model_library.plain_label import TroubleCard, plain
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import size_text
from desktop.widgets.flow_layout import flow_row

if TYPE_CHECKING:
    from core.errors import HearthError
    from core.library.ollama_program import OllamaProgram, ProgramOffer, ProgramState, Situation


@dataclass(frozen=True, slots=True)
class ProgramView:
    """Hearth's own Ollama as it is now. `is_used` tells that chats use it, rather than the owner's own."""

    state: ProgramState
    version: str
    address: str
    error: HearthError | None
    likely_bytes: int
    hosts: tuple[str, ...]
    is_used: bool
    offer: ProgramOffer | None = None
    situation: Situation | None = None


def view_of(program: OllamaProgram, *, is_used: bool, situation: Situation | None) -> ProgramView:
    """Read what is known; asks nobody."""
    return ProgramView(
        program.state,
        program.version,
        program.address,
        program.error,
        program.likely_bytes,
        program.hosts,
        is_used,
        situation.offer if situation is not None else None,
        situation,
    )


class OllamaCard(QFrame):
    """Says the state in a sentence; offers what makes sense in it."""

    install_wanted = Signal()
    start_wanted = Signal()
    stop_wanted = Signal()
    newest_wanted = Signal()
    remove_wanted = Signal()
    log_wanted = Signal()
    guide_wanted = Signal()
    servers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Hearth’s own Ollama"))
        self._view: ProgramView | None = None
        self._dot = QLabel(self)
        self._title = plain(self.tr("Hearth’s own Ollama"), "strong", self)
        self._sentence = plain("", "muted", self)
        self._fine_print = plain("", "caption", self)
        self.trouble = TroubleCard(self)
        self.install = self._button(self.tr("Install…"), "primary")
        self.start = self._button(self.tr("Start"), "primary")
        self.stop = self._button(self.tr("Stop"))
        self.update_button = self._button(self.tr("Check for a newer version"))
        self.remove = self._button(self.tr("Remove…"))
        self.log = self._button(self.tr("Show log"))
        self.guide = self._button(self.tr("First steps…"), "quiet")
        self.servers = self._button(self.tr("Servers…"), "quiet")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.install.clicked.connect(self.install_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.update_button.clicked.connect(self._on_update)
        self.remove.clicked.connect(self.remove_wanted)
        self.log.clicked.connect(self.log_wanted)
        self.guide.clicked.connect(self.guide_wanted)
        self.servers.clicked.connect(self.servers_wanted)
        theme().changed.connect(self._paint_dot)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._dot, alignment=Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, stretch=1)
        buttons = flow_row(
            *(self.install, self.start, self.stop, self.update_button, self.log, self.remove),
            *(self.guide, self.servers),
            parent=self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(self.trouble)
        layout.addWidget(buttons)
        layout.addWidget(self._fine_print)

    @property
    def words(self) -> str:
        """What it says about the state."""
        return self._sentence.text()

    def show_view(self, view: ProgramView, *, is_busy: bool = False) -> None:
        """Show `view`; `is_busy` while something is being fetched or changed."""
        self._view = view
        state = view.state
        self._sentence.setText(self._sentence_of(view))
        self._paint_dot()
        newer = self._newer(view)
        is_there = state != "absent"
        runs = state in ("running", "starting", "restarting")
        self.install.setVisible(not is_there)
        self.install.setText(self.tr("Install (about {0})").format(size_text(view.likely_bytes)))
        self._emphasise(self.install, strong=self._nothing_serves(view))
        self.start.setVisible(is_there and not runs)
        self.stop.setVisible(runs)
        self.update_button.setVisible(is_there)
        self.update_button.setText(
            self.tr("Update to {0} ({1})").format(newer.version, size_text(newer.size_bytes))
            if newer is not None
            else self.tr("Check for a newer version")
        )
        self.remove.setVisible(is_there)
        self.log.setVisible(is_there)
        for button in (self.install, self.start, self.stop, self.update_button, self.remove):
            button.setEnabled(not is_busy)
        self._fine_print.setText(self._fine_print_of(view))
        self._fine_print.setVisible(bool(self._fine_print.text()))
        self.setAccessibleDescription(self._sentence.text())

    def _sentence_of(self, view: ProgramView) -> str:
        match view.state:
            case "absent":
                return self._absent_sentence(view)
            case "stopped" if view.is_used:
                return self.tr("Installed, version {0}. It is not running.").format(view.version or "?")
            case "stopped":
                return self.tr("Installed, version {0}. Chats use another server.").format(view.version or "?")
            case "starting":
                return self.tr("Starting…")
            case "running":
                return self.tr("Running, version {0}, at {1}. Closed to everybody but Hearth.").format(
                    view.version or "?", view.address
                )
            case "restarting":
                return self.tr("It ended unexpectedly and is being started again…")
            case "failed":
                if view.error is None:
                    return self.tr("It could not be started. The log says more.")
                return f"{view.error.owner_sentence} {view.error.owner_next_step}"

    def _absent_sentence(self, view: ProgramView) -> str:
        situation = view.situation
        if situation is not None and situation.kind == "running":
            return self.tr("Not installed, and not needed: Ollama {0} answers at {1}.").format(
                situation.version, situation.address
            )
        if situation is not None and situation.kind == "installed":
            return self.tr("Not installed. There is another Ollama on this computer, but it is not running.")
        return self.tr(
            "Not installed. Ollama is a free program that runs language models on this computer; Hearth can keep one "
            "of its own, started and ended with it."
        )

    def _fine_print_of(self, view: ProgramView) -> str:
        if view.state != "absent" and self._newer(view) is None:
            return ""
        return self.tr("From {0}, only when you press the button; every byte is checked.").format(
            hosts_text(view.hosts)
        )

    def _paint_dot(self, *_: object) -> None:
        if self._view is None:
            return
        state = self._view.state
        name, colour = "ring", "text_faint"
        if state == "running":
            name, colour = "success", "success"
        elif state in ("starting", "restarting"):
            colour = "warning"
        elif state == "failed":
            name, colour = "error", "danger"
        self._dot.setPixmap(icon_pixmap(name, colour=colour, size=theme().px(18), ratio=self.devicePixelRatioF()))

    def _newer(self, view: ProgramView) -> ProgramOffer | None:
        return view.offer if view.offer is not None and view.offer.version != view.version else None

    def _nothing_serves(self, view: ProgramView) -> bool:
        return view.situation is None or view.situation.kind == "none"

    def _on_update(self) -> None:
        if self._view is not None and self._newer(self._view) is not None:
            self.install_wanted.emit()
        else:
            self.newest_wanted.emit()

    def _emphasise(self, button: QPushButton, *, strong: bool) -> None:
        kind = "primary" if strong else ""
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)

    def _button(self, text: str, kind: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        return button
