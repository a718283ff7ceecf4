"""What is done with Hearth's own Ollama from its card: installed, started, ended, updated, removed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.model_library.ollama_card import OllamaCard, view_of

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.library.ollama_program import ProgramOffer, Situation
    from core.library.transfers import Transfer
    from desktop.model_library.model_deeds import ModelDeeds
    from desktop.widgets.toast import Toasts


class ProgramDesk(QObject):
    """`changed` tells that the page should look again. Trouble is told on the card."""

    changed = Signal()

    def __init__(self, assistant: Assistant, card: OllamaCard, deeds: ModelDeeds, *, toasts: Toasts) -> None:
        super().__init__(card)
        self._assistant = assistant
        self._card = card
        self._deeds = deeds
        self._toasts = toasts
        self._installing = ""
        self._situation: Situation | None = None
        card.install_wanted.connect(self._install)
        card.start_wanted.connect(lambda: self._change(self._start()))
        card.stop_wanted.connect(lambda: self._change(assistant.library.ollama.stop()))
        card.newest_wanted.connect(self._look_for_newest)
        card.remove_wanted.connect(self._ask_and_remove)
        card.log_wanted.connect(lambda: deeds.show_log())

    def show(self, situation: Situation | None) -> None:
        """Show how it is now; `situation` is what the page saw last."""
        self._situation = situation
        library = self._assistant.library
        is_used = self._assistant.settings.values.model_server.private_ollama
        is_busy = any(one.kind == "program" and not one.has_ended for one in library.transfers.all())
        self._card.show_view(view_of(library.ollama, is_used=is_used, situation=situation), is_busy=is_busy)

    def ended(self, transfer: Transfer) -> None:
        """A download of the program is over; what was installed from here is used from now on."""
        if transfer.transfer_id == self._installing:
            self._installing = ""
            if transfer.state == "done":
                self._change(self._start())
        self.show(self._situation)

    async def _start(self) -> None:
        await self._assistant.settings.change("model_server.private_ollama", True)
        await self._assistant.library.ollama.start()

    async def _remove(self) -> None:
        """Chats use the owner's own Ollama again."""
        await self._assistant.settings.change("model_server.private_ollama", False)
        await self._assistant.library.ollama.remove()

    def _install(self) -> None:
        def began(transfer: Transfer) -> None:
            self._installing = transfer.transfer_id
            self._deeds.transfer_began.emit(transfer)
            self.show(self._situation)

        self._change(self._assistant.library.ollama.install(), then=began)

    def _ask_and_remove(self) -> None:
        self._deeds.ask(
            self.tr("Remove Hearth’s own Ollama?"),
            self.tr("The program is deleted. Its models stay, for when you install it again."),
            self.tr("Remove"),
            lambda: self._change(self._remove()),
        )

    def _look_for_newest(self) -> None:
        program = self._assistant.library.ollama

        def told(offer: ProgramOffer) -> None:
            if offer.version == program.version:
                self._toasts.show(self.tr("Version {0} is the newest.").format(offer.version), kind="success")
            self.changed.emit()

        self._change(program.offer(), then=told)

    def _change(self, work: Coroutine[Any, Any, Any], *, then: Callable[[Any], None] | None = None) -> None:
        self._card.trouble.hide()
        self._deeds.do(
            work,
            refused=self._card.trouble.tell,
            then=then or (lambda _: self.changed.emit()),
        )
