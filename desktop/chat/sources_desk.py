"""Documents as the chat page uses them: which ones a chat asks, and what its answers were made from."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from core.conversations.conversation_rows import EVERY_COLLECTION
from core.events import DocumentsChanged, IngestProgressed, SettingChanged
from desktop.chat.answer_story import AnswerStory, read_sources, read_story
from desktop.chat.sources_picker import AskedDocuments, SourcesPicker

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore
    from core.events import Change
    from core.knowledge.document_rows import Collection
    from core.knowledge.passage import Passage
    from desktop.bridge import Bridge
    from desktop.chat.answer_sources import AnswerSources
    from desktop.chat.chat_page import ChatPage
    from desktop.chat.how_made import HowMade
    from desktop.chat.transcript_view import TranscriptView

_NEWS_AFTER_MS = 300  # many files change one after the other
Creating: TypeAlias = Coroutine[Any, Any, "Conversation"]
Begin: TypeAlias = Callable[[Creating], Creating]
KNOWLEDGE = "knowledge"
"""The name of the page of documents."""


class SourcesDesk(QObject):
    """Made when the window is in use; what it knows follows the news."""

    def __init__(
        self, page: ChatPage, bridge: Bridge, assistant: Assistant, *, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._chosen: tuple[str, ...] | None = None  # for a chat that does not exist yet
        self._collections: Sequence[Collection] = ()
        self._attached: Sequence[Collection] = ()
        self._asked = False
        self._view: TranscriptView | None = None
        self.how_made: HowMade | None = None
        self._soon = QTimer(self, singleShot=True, interval=_NEWS_AFTER_MS)
        self._soon.timeout.connect(self._take_news)
        self.picker = SourcesPicker()
        page.composer.add_slot(self.picker)
        self.picker.chosen.connect(self.choose)
        self.picker.opened.connect(self._fetch)
        self.picker.manage_wanted.connect(lambda: page.page_wanted.emit(KNOWLEDGE))
        page.conversation_changed.connect(self._on_chat)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def load(self) -> None:
        """Fetch what there is, once; news fetches it again."""
        if not self._asked:
            self._asked = True
            self._fetch()

    # ---- which documents are asked ---------------------------------------------------------------------------------

    @property
    def sources(self) -> tuple[str, ...] | None:
        """The collections that the chat on the screen asks, or the one that is about to begin; None: as the settings
        have it.
        """
        conversation = self._page.conversation
        return self._chosen if conversation is None else conversation.sources

    def choose(self, every: bool, collection_ids: Sequence[str] = ()) -> None:  # noqa: FBT001  a signal's value
        """Ask all collections from now on, or these; none at all with neither."""
        sources = (EVERY_COLLECTION,) if every else tuple(collection_ids)
        conversation = self._page.conversation
        if conversation is None:
            self._chosen = sources
            self._show()
            return
        self._bridge.call(
            self._page.store.set_sources(conversation.conversation_id, sources),
            done=self._changed,
            failed=self._report,
            owner=self,
        )

    def _changed(self, conversation: Conversation) -> None:
        self._page.show_details(conversation)
        self._show()

    def starting(self) -> Begin:
        """For a chat that is about to be created, perhaps a little later: gives it what is chosen now."""
        store, chosen = self._page.store, self._chosen
        if chosen is None:
            return lambda creating: creating
        return lambda creating: _created(store, creating, chosen)

    # ---- what answers were made from -------------------------------------------------------------------------------

    def follow(self, view: TranscriptView) -> None:
        """Tell `view` what the answers that it shows were made from."""
        self._view = view
        view.sources_wanted.connect(lambda wanted: self._look_up(view, wanted))

    def _look_up(self, view: TranscriptView, message_ids: Sequence[str]) -> None:
        page = self._page
        turns, store = page.turns(), page.store

        def there(found: dict[str, AnswerSources]) -> None:
            for message_id, sources in found.items():
                view.set_sources(message_id, sources)

        self._bridge.call(
            read_sources(self._assistant, turns, store, message_ids), done=there, failed=self._report, owner=view
        )

    def open(self, message_id: str, number: int) -> None:
        """Show the passage that an answer cites by `number`, or say why there is none."""
        page = self._page
        sources = page.transcript.model.sources_of(message_id)
        passage = sources.passage(number) if sources is not None else None
        if passage is not None:
            page.passage_wanted.emit(passage)
        elif sources is not None and 1 <= number <= len(sources.passages):
            page.toasts.show(self.tr("This passage was forgotten, or its file was changed since."), kind="warning")
        else:
            page.toasts.show(
                self.tr("No passage with the number {0} was given to the model.").format(number), kind="warning"
            )

    def show_how_made(self, message_id: str) -> None:
        """Everything that is known of how an answer was made."""
        page = self._page
        self._bridge.call(
            read_story(self._assistant, page.turns(), page.store, message_id),
            done=self._show_story,
            failed=self._report,
            owner=self,
        )

    def _show_story(self, story: AnswerStory) -> None:
        from desktop.chat.how_made import HowMade

        page, message_id = self._page, story.message.message_id
        self._close_story()
        if story.message.conversation_id != page.conversation_id:
            return
        dialog = self.how_made = HowMade(story, can_retry=not page.busy, parent=page.window())
        dialog.passage_wanted.connect(page.passage_wanted)
        dialog.again_wanted.connect(lambda chosen: self._answer_from(message_id, chosen))
        dialog.show()  # beside the chat: a passage may be opened from it

    def _close_story(self) -> None:
        if self.how_made is not None and isValid(self.how_made):
            self.how_made.close()
        self.how_made = None

    def _answer_from(self, message_id: str, passages: Sequence[Passage]) -> None:
        turns = self._page.turns()
        self._page.answers.run(lambda: turns().regenerate(message_id, sources=passages))

    # ---- what is known ---------------------------------------------------------------------------------------------

    def _fetch(self) -> None:
        conversation = self._page.conversation
        conversation_id = "" if conversation is None else conversation.conversation_id
        private = self._page.private

        def there(read: tuple[Sequence[Collection], Sequence[Collection]]) -> None:
            self._collections, self._attached = read
            self._show()

        self._bridge.call(self._read(conversation_id, private=private), done=there, failed=self._report, owner=self)

    async def _read(self, conversation_id: str, *, private: bool) -> tuple[Sequence[Collection], Sequence[Collection]]:
        from core.knowledge.document_rows import read_collections

        everything: Sequence[Collection] = await self._assistant.shelf.readers.run(
            lambda c: read_collections(c, of_chats=True)
        )
        own = [one for one in everything if one.conversation_id is None]
        if private and conversation_id:
            knowledge = await asyncio.to_thread(self._assistant.knowledge_of, conversation_id)
            everything = await knowledge.collections.list(of_chats=True)
        return own, [one for one in everything if conversation_id and one.conversation_id == conversation_id]

    def _on_change(self, change: Change) -> None:
        if not self._asked:
            return
        at_rest = isinstance(change, IngestProgressed) and change.done == change.total
        if at_rest or isinstance(change, DocumentsChanged):
            self._fetch_soon()
        elif change == SettingChanged("knowledge.ask_all"):
            self._show()

    def _take_news(self) -> None:
        self._fetch()
        if self._view is not None:  # what was forgotten must not be read under an answer any more
            self._view.forget_sources()

    def _fetch_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_chat(self, conversation_id: str) -> None:
        self._close_story()
        if not conversation_id:
            self._chosen = None
        if self._asked:
            self._fetch()
        self._show()

    def _show(self) -> None:
        sources = self.sources
        if sources is None and self._assistant.settings.values.knowledge.ask_all:
            sources = (EVERY_COLLECTION,)
        every = EVERY_COLLECTION in (sources or ())
        shown = [*self._collections, *self._attached]
        self.picker.set_asked(
            AskedDocuments(
                tuple((one.collection_id, one.name, one.ready + one.partial) for one in self._collections),
                every,
                () if every else tuple(sources or ()),
                sum(one.ready + one.partial for one in self._attached),
                sum(one.waiting for one in shown),
                begins=self._page.conversation is None,
            )
        )
        self.picker.setVisible(not self._page.is_notes)


async def _created(
    store: ConversationStore, creating: Coroutine[Any, Any, Conversation], sources: Sequence[str]
) -> Conversation:
    conversation = await creating
    return await store.set_sources(conversation.conversation_id, sources)
