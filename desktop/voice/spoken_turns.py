"""Where the turn of a spoken question is seen: in its chat as if it had been typed there, or on the overlay."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.errors import HearthError
from core.events import TurnStarted
from desktop.voice.voice_notice import notice_of

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.conversation_rows import Conversation
    from core.events import TurnEvent
    from desktop.bridge import Bridge
    from desktop.chat.live_turns import LiveTurns
    from desktop.voice.voice_places import Asked, PlaceName, VoicePlaces
    from desktop.voice.voice_show import VoiceShow


class SpokenTurns(QObject):
    """Also makes the chats that spoken questions need, and takes back those that nobody asked anything in."""

    def __init__(
        self, bridge: Bridge, view: VoiceShow, places: VoicePlaces, *, live: LiveTurns, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view = view
        self._places = places
        self._live = live
        self._assistant: Assistant | None = None
        self._made: tuple[PlaceName, Asked, Conversation] | None = None
        self._waiting: tuple[str, Callable[[], AsyncIterator[TurnEvent]]] | None = None
        self._to_open = ""  # the chat that the window shows as soon as its question is stored
        live.is_told = self.tells
        live.grew.connect(self._grew)
        live.ended.connect(self._over)

    def set_assistant(self, assistant: Assistant | None) -> None:
        """Who answers from now on; what went on before is over."""
        self._assistant = assistant
        self._made, self._waiting, self._to_open = None, None, ""

    def tells(self, conversation_id: str) -> bool:
        """Whether the owner sees or hears the answer in this chat, or speaks there: nobody need tell of it."""
        quiet, now = self._view.quiet, self._view.now
        is_quiet = quiet is not None and quiet.conversation_id == conversation_id
        return is_quiet or (now.state != "idle" and now.conversation_id == conversation_id)

    # ---- a chat for the question ------------------------------------------------------------------------------------

    async def conversation_for(self, asked: Asked, name: PlaceName) -> str:
        """The chat to ask in, made now if need be; one that was made and not used is taken again."""
        if asked.conversation_id:
            return asked.conversation_id
        made = self._made
        if made is None or made[0] != name or made[1].store is not asked.store:
            conversation = await asked.make()
            self._made = made = (name, asked, conversation)
        return made[2].conversation_id

    def tidy(self) -> None:
        """A chat that was made for a question that was never asked goes again."""
        made, self._made = self._made, None
        if made is not None and self._assistant is not None:
            self._bridge.call(made[1].store.delete(made[2].conversation_id), failed=lambda _: None)

    # ---- its turn ---------------------------------------------------------------------------------------------------

    def begin(self, conversation_id: str) -> None:
        """A spoken question is asked in this chat."""
        assistant = self._assistant
        if assistant is None:
            return
        made, self._made = self._made, None
        if made is not None and made[2].conversation_id == conversation_id:
            self._adopt(made[0], made[2])

        def events() -> AsyncIterator[TurnEvent]:
            return assistant.voice.turn_events(conversation_id)

        if not self._places.shows(conversation_id):
            if self._places.has_room():
                self._to_open = conversation_id
            else:
                from desktop.voice.quiet_answer import QuietAnswer

                self._view.quiet = QuietAnswer(conversation_id)
        self._waiting = (conversation_id, events)
        if not self._live.is_busy(conversation_id):
            self._show()
        self._view.show()

    def _show(self) -> None:
        """Show the turn in its chat, as if it had been typed there."""
        if self._waiting is None:
            return
        (conversation_id, events), self._waiting = self._waiting, None
        page = self._places.live_page
        if page is not None and page.conversation_id == conversation_id:
            page.answers.run(events)
        else:
            self._live.start(conversation_id, events)

    def _over(self, conversation_id: str, _: object, error: object) -> None:
        """The answer before is over: the one that waited for its place can be shown."""
        if isinstance(error, HearthError):
            self._failed(conversation_id, error)
        if self._waiting is not None and self._waiting[0] == conversation_id:
            QTimer.singleShot(0, self, self._show)

    def _failed(self, conversation_id: str, error: HearthError) -> None:
        """Before it had begun: a page that shows this chat tells it, of others nobody but the overlay."""
        quiet, page = self._view.quiet, self._places.live_page
        if quiet is not None and quiet.conversation_id == conversation_id:
            quiet.fail(error)
            self._view.show_quiet()
            return
        is_open = page is not None and page.conversation_id == conversation_id
        notice = notice_of(error)
        if (
            notice is not None
            and self.tells(conversation_id)
            and not is_open
            and not self._places.shows(conversation_id)
        ):
            self._view.trouble(notice)

    def _adopt(self, place: PlaceName, conversation: Conversation) -> None:
        page, quick = self._places.live_page, self._places.quick
        if place == "window" and page is not None and page.conversation is None:
            page.private = conversation.private
            page.adopt(conversation)
        elif place == "quick" and quick is not None and quick.session is not None:
            quick.session.adopt(conversation)

    def _grew(self, conversation_id: str, events: list[TurnEvent]) -> None:
        if conversation_id == self._to_open and any(isinstance(event, TurnStarted) for event in events):
            self._open(conversation_id)
        quiet = self._view.quiet
        if quiet is None or quiet.conversation_id != conversation_id or self._assistant is None:
            return
        knew = quiet.question_id
        if quiet.take(events):
            self._view.show_quiet()
        if quiet.question_id and not knew:
            store = self._assistant.store_of(conversation_id)
            self._bridge.call(
                store.message(quiet.question_id),
                done=lambda message: self._view.words(message.text, ""),
                failed=lambda _: None,
                owner=self,
            )

    def _open(self, conversation_id: str) -> None:
        self._to_open = ""
        page = self._places.live_page
        if page is not None and self._places.has_room():
            page.show_conversation(conversation_id)
