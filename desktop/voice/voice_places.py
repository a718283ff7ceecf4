"""Which windows speak with the voice: the chat page and the quick chat, each with a microphone and a bar."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import shiboken6

from desktop.voice.hands_free_bar import HandsFreeBar
from desktop.voice.microphone_button import MicrophoneButton

if TYPE_CHECKING:
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore
    from desktop.chat.chat_page import ChatPage
    from desktop.chat.composer import Composer
    from desktop.commands import Commands
    from desktop.quick_chat.popup import QuickChat

PlaceName: TypeAlias = Literal["window", "quick"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What one window shows of the voice."""

    name: PlaceName
    button: MicrophoneButton
    bar: HandsFreeBar
    composer: Composer


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a spoken question goes: a chat that is there, or one that `make` makes when it is needed."""

    conversation_id: str
    store: ConversationStore
    make: Callable[[], Coroutine[Any, Any, Conversation]]


class VoicePlaces:
    """The windows there are now. Those that were replaced are forgotten by themselves."""

    def __init__(self) -> None:
        self.page: ChatPage | None = None
        self.quick: QuickChat | None = None
        self.commands: Commands | None = None
        self._parts: list[Parts] = []

    def add_page(self, page: ChatPage, commands: Commands) -> Parts:
        """The main window has a chat page now, instead of any it had before."""
        self.page, self.commands = page, commands
        button = MicrophoneButton(shortcut=commands.shortcut("voice.talk"), parent=page.composer)
        page.composer.add_slot(button, right=True)
        bar = HandsFreeBar(page)
        page.put_above_composer(bar)
        bar.appears.connect(page.hold_still)
        return self._keep(Parts("window", button, bar, page.composer))

    def add_quick(self, quick: QuickChat) -> Parts:
        """The quick chat is there, or was made anew."""
        self.quick = quick
        body = quick.body
        button = MicrophoneButton(parent=body.composer)
        body.composer.add_slot(button, right=True)
        bar = HandsFreeBar(body)
        body.put_above_composer(bar)
        bar.shown_changed.connect(body.resized)
        return self._keep(Parts("quick", button, bar, body.composer))

    def forget_page(self) -> None:
        """The profile is locked: its window goes."""
        self.page = self.commands = None
        self._parts = [parts for parts in self._parts if parts.name != "window"]

    def _keep(self, parts: Parts) -> Parts:
        self._parts = [*(one for one in self._parts if one.name != parts.name), parts]
        return parts

    def parts(self) -> Iterator[Parts]:
        """What is alive."""
        self._parts = [one for one in self._parts if shiboken6.isValid(one.button) and shiboken6.isValid(one.bar)]
        return iter(tuple(self._parts))

    def composer(self, name: PlaceName) -> Composer | None:
        """Where one writes in this place."""
        return next((one.composer for one in self.parts() if one.name == name), None)

    def composer_in_use(self) -> Composer | None:
        """The one in the window that has the keyboard."""
        composers = (parts.composer for parts in self.parts())
        return next((one for one in composers if one.isVisible() and one.isActiveWindow()), None)

    # ---- which one --------------------------------------------------------------------------------------------------

    @property
    def live_page(self) -> ChatPage | None:
        """The chat page, unless it is gone."""
        return self.page if self.page is not None and shiboken6.isValid(self.page) else None

    def chosen(self) -> PlaceName:
        """Where one asks who names no place: what is in use now, else quietly in the quick chat."""
        page = self.live_page
        if self.quick is not None and self.quick.isActiveWindow():
            return "quick"
        if page is not None and page.isVisible() and page.isActiveWindow() and not page.is_notes:
            return "window"
        return "quick"

    def shows(self, conversation_id: str) -> bool:
        """Whether this chat is before the owner's eyes."""
        page, quick = self.live_page, self.quick
        in_window = page is not None and page.isVisible() and page.isActiveWindow()
        if in_window and page is not None and page.conversation_id == conversation_id:
            return True
        session = quick.session if quick is not None and quick.isVisible() else None
        return session is not None and session.conversation_id == conversation_id

    def has_room(self) -> bool:
        """Whether the window in use shows no chat and nothing is being written there: one can be shown in it."""
        page = self.live_page
        if page is None or self.chosen() != "window" or page.conversation is not None or page.private:
            return False
        return not page.composer.text().strip() and not page.composer.attachments()

    def has_bar_in_sight(self) -> bool:
        """Whether some bar tells the owner what goes on."""
        return any(one.bar.isVisible() and (one.name == "quick" or one.bar.isActiveWindow()) for one in self.parts())

    def asked(self, name: PlaceName) -> Asked | None:
        """The chat of this place; None where there is none to ask in."""
        page = self.live_page
        if name == "window" and page is not None:
            folder = None if page.private else page.new_chat_folder
            store, model, persona = page.store, page.chosen_model, page.shelf.persona_id
            return Asked(
                page.conversation_id,
                store,
                lambda: store.create(folder_id=folder, model=model, persona_id=persona),
            )
        session = None if self.quick is None else self.quick.session
        if session is None:
            return None
        kept = session.store
        return Asked(session.conversation_id, kept, session.new_conversation)
