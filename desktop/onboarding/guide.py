"""The first run: from a computer without any model to a first question, by the highlighted buttons alone.

The guide looks at what is there and shows one step: get Ollama, start it, choose a model, wait for it, begin. Every
step can be skipped; the same things stand under Models and in the settings. Nothing is downloaded before its button,
which names what, how much and from where, was pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.failures import failure_of
from desktop.onboarding.advice_card import AdviceCard
from desktop.onboarding.guide_step import GuideStep
from desktop.widgets.amounts import size_text
from desktop.widgets.transfer_row import ENDED, TransferRow

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from core.assistant import Assistant
    from core.events import Change
    from core.library.ollama_program import Situation
    from core.library.transfers import Transfer
    from desktop.bridge import Bridge
    from models.advice import Advice

WIDEST = 640
LOOK_AGAIN_MS = 4_000
"""While Ollama is installed and not running, it is looked for so often: the owner may start it elsewhere."""


class GuidePage(QWidget):
    """Shows where one is on the way. `finished` ends it: a model can be asked, or the owner goes on without."""

    finished = Signal()
    models_wanted = Signal()
    servers_wanted = Signal()
    voice_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        report: Callable[[BaseException], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._transfer_id = ""
        self._situation: Situation | None = None
        self._advice: list[Advice] = []
        self.cards: list[AdviceCard] = []
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("First steps"))
        self.step = GuideStep(self)
        self.row = TransferRow(self)
        self.row.hide()
        self.row.pause_wanted.connect(lambda one: self._do(assistant.library.transfers.pause(one)))
        self.row.resume_wanted.connect(lambda one: self._do(assistant.library.transfers.resume(one)))
        self.row.cancel_wanted.connect(lambda one: self._do(assistant.library.transfers.cancel(one)))
        self.row.dismiss_wanted.connect(lambda _: self.begin())
        self._lay_out()
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_quietly)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def _lay_out(self) -> None:
        column = QWidget()
        column.setProperty("role", "page")
        column.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 48, 24, 24)
        inside.setSpacing(12)
        inside.addStretch(2)
        inside.addWidget(self.step)
        inside.addStretch(5)
        holder = QWidget()
        holder.setProperty("role", "page")
        around = QHBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(column, stretch=100)
        around.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes back finds what is due now."""
        super().showEvent(event)
        if not self._transfer_id:
            self.begin()

    # ---- looking --------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Look at what there is, and show the step that is due."""
        self._transfer_id = ""
        self.step.show_waiting(self.tr("Looking at your computer…"))
        self._look_quietly()

    def _look_quietly(self) -> None:
        self._again.stop()
        self._bridge.call(self._look(), done=self._looked, failed=self._failed, owner=self)

    async def _look(self) -> tuple[Situation, int, list[Advice]]:
        library = self._assistant.library
        situation = await library.ollama.look()
        usable = 0
        if situation.kind == "running":
            usable = sum(1 for model in await library.installed() if model.purpose == "language" and not model.remote)
        return situation, usable, await library.advise()

    def _looked(self, found: tuple[Situation, int, list[Advice]]) -> None:
        if self._transfer_id:
            return
        self._situation, usable, self._advice = found
        if usable:
            self._show_ready()
        elif self._situation.kind == "running":
            self._show_advice()
        elif self._situation.kind == "installed":
            self._show_installed()
        else:
            self._show_none()

    # ---- steps ----------------------------------------------------------------------------------------------------

    def _show_none(self) -> None:
        program = self._assistant.library.ollama
        self.step.show_step(
            self.tr("Hearth needs something that runs language models"),
            self.tr(
                "Ollama is a free program that does that, on this computer. Hearth can keep one of its own: in its own "
                "folder, started and ended with Hearth, closed to everybody else."
            ),
        )
        words = self.tr("Download Ollama (about {0})").format(size_text(program.likely_bytes))
        self.step.add_primary(words, self._install)
        self.step.add_fine_print(
            self.tr(
                "The official archive from Ollama’s releases on GitHub. Hearth opens this connection for the download "
                "alone, and checks every byte against the published checksum."
            )
        )
        self.step.add_link(self.tr("Use another server…"), self.servers_wanted.emit)
        self._add_skip()

    def _show_installed(self) -> None:
        self.step.show_step(
            self.tr("Ollama is installed, but it is not running"),
            self.tr("Hearth can start it for you and end it again when Hearth ends."),
        )
        self.step.add_primary(self.tr("Start Ollama"), self._start)
        self.step.add_link(self.tr("Download Hearth’s own instead"), self._show_none)
        self.step.add_link(self.tr("Use another server…"), self.servers_wanted.emit)
        self._add_skip()
        self._again.start()

    def _show_advice(self) -> None:
        if not self._advice:
            self._show_nothing_fits()
            return
        self.step.show_step(
            self.tr("Choose a model"),
            self.tr("These fit this computer. You can add others, and remove this one, at any time."),
        )
        self.cards = []
        for advice in self._advice:
            card = AdviceCard(advice)
            card.chosen.connect(self._card_chosen)
            self.cards.append(card)
            self.step.add_part(card)
        self._fetch_button = self.step.add_primary("", self._fetch)
        self._source = self.step.add_fine_print("")
        self.step.add_link(self.tr("More models…"), self.models_wanted.emit)
        self._add_skip()
        best = next((card for card in self.cards if card.advice.recommended), self.cards[0])
        best.radio.setChecked(True)
        self.step.focus_primary()

    def _show_nothing_fits(self) -> None:
        self.step.show_step(
            self.tr("No model of the list fits this computer"),
            self.tr(
                "There is too little free memory or disk space. A smaller one may still work, or another computer."
            ),
        )
        self.step.add_primary(self.tr("Show all models"), self.models_wanted.emit)
        self.step.add_link(self.tr("Use another server…"), self.servers_wanted.emit)
        self._add_skip()

    def _show_transfer(self, title: str, text: str) -> None:
        self.step.show_step(title, text)
        self.step.add_part(self.row, keep=True)
        self._add_skip()
        # The button that had the keyboard is gone; it would go on to the sidebar, where Enter begins a chat.
        self.row.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ready(self) -> None:
        self.step.show_step(
            self.tr("Everything is ready"),
            self.tr("Ask whatever you like. It stays on this computer."),
            icon_name="check",
        )
        self.step.add_primary(self.tr("Start chatting"), self._finish)
        self.step.add_link(self.tr("Set up talking…"), self._finish_and_talk)

    def _failed(self, error: BaseException) -> None:
        failure = failure_of(error)
        if failure is None or failure.is_bug:
            self._report(error)
        if failure is not None:
            self.step.show_step(failure.sentence, failure.next_step, icon_name="error")
            self.step.add_primary(self.tr("Try again"), self.begin)
            self.step.add_link(self.tr("Use another server…"), self.servers_wanted.emit)
            self._add_skip()

    def _add_skip(self) -> None:
        self.step.add_link(self.tr("Go on without a model"), self._finish)

    # ---- doing ----------------------------------------------------------------------------------------------------

    def _card_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            words = self.tr("Download {0} ({1})").format(chosen.model.name, size_text(chosen.model.size_bytes))
            self._fetch_button.setText(words)
            hosts = self._assistant.library.hosts_of(chosen.model.model_id)
            self._source.setText(
                self.tr("From {0}. Licence: {1}.").format(hosts[0] if hosts else "", chosen.model.licence)
            )

    def _chosen(self) -> Advice | None:
        return next((card.advice for card in self.cards if card.radio.isChecked()), None)

    def _install(self) -> None:
        self.step.show_waiting(self.tr("Asking for the newest version…"))
        self._do(self._assistant.library.ollama.install(), then=self._program_began)

    def _program_began(self, transfer: Transfer) -> None:
        self._transfer_id = transfer.transfer_id
        self.row.show_transfer(transfer)
        self._show_transfer(
            self.tr("Getting Ollama"), self.tr("You may go on using Hearth; the download continues by itself.")
        )

    def _start(self) -> None:
        self.step.show_waiting(self.tr("Starting Ollama…"))
        self._bridge.call(self._started(), done=lambda _: self.begin(), failed=self._failed, owner=self)

    async def _started(self) -> None:
        await self._assistant.settings.change("model_server.private_ollama", True)
        await self._assistant.library.ollama.start()

    def _fetch(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(self._assistant.library.fetch(chosen.model.model_id), then=self._model_began)

    def _model_began(self, transfer: Transfer) -> None:
        self._transfer_id = transfer.transfer_id
        self.row.show_transfer(transfer)
        self._show_transfer(
            self.tr("Getting the model"), self.tr("You may go on using Hearth; the download continues by itself.")
        )

    def _do(self, work: Coroutine[Any, Any, Any], *, then: Callable[[Any], None] | None = None) -> None:
        self._bridge.call(work, done=then, failed=self._failed, owner=self)

    def _finish(self) -> None:
        work = self._assistant.settings.change("guide.finished", True)
        self._bridge.call(work, failed=self._report, owner=self)
        self.finished.emit()

    def _finish_and_talk(self) -> None:
        self._finish()
        self.voice_wanted.emit()

    # ---- news -----------------------------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        from core.events import ModelsChanged, TransferChanged

        if isinstance(change, TransferChanged) and change.transfer_id == self._transfer_id:
            transfer = self._assistant.library.transfers.get(self._transfer_id)
            if transfer is not None:
                self._follow(transfer)
        elif isinstance(change, ModelsChanged) and not self._transfer_id and self.isVisible():
            self._look_quietly()

    def _follow(self, transfer: Transfer) -> None:
        self.row.show_transfer(transfer)
        if transfer.state == "done":
            self._transfer_id = ""
            if transfer.kind == "program":
                self._start()
            else:
                self._choose_and_begin(transfer.model_id)
        elif transfer.state in ENDED and transfer.state == "cancelled":
            self.begin()

    def _choose_and_begin(self, model_id: str) -> None:
        name = model_id.removeprefix("ollama:")
        chat = self._assistant.settings.values.chat
        if chat.default_model:
            self.begin()
            return
        work = self._assistant.settings.change("chat.default_model", name)
        self._bridge.call(work, done=lambda _: self.begin(), failed=self._failed, owner=self)
