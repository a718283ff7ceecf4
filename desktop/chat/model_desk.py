"""`ModelDesk`: which model answers next in the chat on the screen, and which there are to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.bridge import Bridge
from desktop.chat.model_watch import ModelWatch

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.conversation_rows import Conversation
    from core.inference.served_models import ServedModel
    from desktop.chat.chat_page import ChatPage


class ModelDesk(QObject):
    """Chosen by the owner in the picker, by the chat, or else by the settings."""

    offer_changed = Signal(list)  # ServedModels that chat

    def __init__(
        self, page: ChatPage, bridge: Bridge, assistant: Assistant, *, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._picker = page.picker
        self._is_default_new = False  # the settings name another model for new chats
        self.offered: Sequence[ServedModel] = ()
        self.chosen = ""
        self.watch = ModelWatch(bridge, assistant, chosen=lambda: self.chosen, report=report, parent=self)
        self.watch.found.connect(self._show_offer)
        self.watch.away.connect(self._no_server)
        self._picker.chosen.connect(self.choose)

    def default(self) -> str:
        """What answers where nobody chose: the settings' model, or the first one on offer."""
        wanted = self._assistant.settings.values.chat.default_model
        return wanted or (self.offered[0].name if self.offered else "")

    def arrive(self, conversation: Conversation | None) -> None:
        """Another chat is on the screen; None: a new one, which goes on with what was chosen last."""
        if conversation is not None:
            self.set(conversation.model or self.default())
            return
        chosen, self._is_default_new = "" if self._is_default_new else self.chosen, False
        self.set(chosen or self.default())

    def take_setting(self) -> None:
        """The settings name another model: for a new chat at once, else for the next one."""
        self._is_default_new = self._page.conversation is not None
        if not self._is_default_new:
            self.set(self.default())

    def choose(self, name: str) -> None:
        """The owner wants this model from now on in this chat."""
        self.set(name)
        self.watch.weigh()
        self.watch.warm(name)
        page = self._page
        if page.conversation is not None:
            self._bridge.call(page.store.set_model(page.conversation_id, name), failed=self._report, owner=self)

    def set(self, name: str) -> None:
        """Show `name` as what answers next."""
        self.chosen = name
        self._picker.set_current(name)

    def _show_offer(self, models: Sequence[ServedModel]) -> None:
        from desktop.chat.model_choices import choices_of

        self.offered = [model for model in models if model.chats]
        self._picker.set_models(choices_of(models))
        of_chat = self._page.conversation.model if self._page.conversation is not None else ""
        self.set(of_chat or self.chosen or self.default())
        self.offer_changed.emit(self.offered)

    def _no_server(self, words: str) -> None:
        self.offered = []
        self._picker.set_models([], server_trouble=words)
