"""A page of notes on the screen: what is typed is kept, nobody is asked, unless the owner wants that later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.conversation_rows import Conversation
    from core.conversations.message_tree import Message
    from desktop.bridge import Bridge
    from desktop.chat.chat_page import ChatPage
    from desktop.chat.composer import Draft
    from desktop.chat.pending_deletes import PendingDeletes


class NoteDesk(QObject):
    """Does with notes what the owner wants."""

    def __init__(
        self,
        page: ChatPage,
        bridge: Bridge,
        assistant: Assistant,
        *,
        deletes: PendingDeletes,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._assistant = assistant
        self._deletes = deletes
        self._report = report

    def add(self, draft: Draft) -> None:
        """Keep what was typed, on the page in sight or on a new one."""
        page, notes, folder_id = self._page, self._assistant.notes, self._page.new_chat_folder
        store = self._assistant.conversations
        known = page.conversation

        async def added() -> tuple[Conversation, Message]:
            chat = known or await notes.begin(folder_id=folder_id)
            note = await notes.add(chat.conversation_id, draft.text, attachments=draft.attachments)
            return await store.get(chat.conversation_id), note

        def there(made: tuple[Conversation, Message]) -> None:
            chat, note = made
            if page.conversation_id == (known.conversation_id if known else ""):
                page.adopt(chat)
                page.show_details(chat)
                page.show_path([*page.path, note])
                page.transcript.list.scroll_to_end()

        self._bridge.call(added(), done=there, failed=page.not_asked, owner=self)

    def change(self, note_id: str, text: str) -> None:
        """Other words in the same place."""
        self._bridge.call(
            self._assistant.notes.change(note_id, text), done=self._changed, failed=self._report, owner=self
        )

    def _changed(self, note: Message) -> None:
        page = self._page
        if note.conversation_id == page.conversation_id:
            page.show_path([note if one.message_id == note.message_id else one for one in page.path])

    def remove(self, note_id: str) -> None:
        """Remove one note; for a few seconds it can be taken back."""
        page, bridge, notes, report = self._page, self._bridge, self._assistant.notes, self._report
        page.show_path([one for one in page.path if one.message_id != note_id])

        def delete() -> None:
            bridge.call(notes.remove(note_id), done=lambda _: page.reload(), failed=report)

        def undo() -> None:
            if self._deletes.undo(note_id):
                page.reload()

        self._deletes.later(note_id, delete)
        page.toasts.show(self.tr("Note deleted."), action=(self.tr("Undo"), undo))

    def ask_about(self, note_id: str) -> None:
        """Put a note to a model, in a chat of its own; the note stays."""
        page = self._page
        note = next((one for one in page.path if one.message_id == note_id), None)
        if note is None:
            return
        store, model = self._assistant.conversations, page.chosen_model

        def there(chat: Conversation) -> None:
            page.show_new()
            page.adopt(chat)
            turns = page.turns()
            page.answers.run(
                lambda: turns().ask(chat.conversation_id, note.text, attachments=note.attachments, model=model or None)
            )

        self._bridge.call(store.create(model=model), done=there, failed=self._report, owner=self)

    def keep_instead(self, answer_id: str) -> None:
        """A question that nobody could answer becomes a note; the question and its failed answers go from the chat."""
        page, notes = self._page, self._assistant.notes
        answer = next((one for one in page.path if one.message_id == answer_id), None)
        question = next((one for one in page.path if answer is not None and one.message_id == answer.parent_id), None)
        if question is None:
            return
        if page.private:
            page.toasts.show(self.tr("Nothing of a private chat is kept, so it cannot become a note."))
            return
        store = page.store

        async def kept() -> Conversation:
            chat = await notes.keep(question.text, attachments=question.attachments)
            if all(one.state == "failed" for one in await store.siblings(answer_id)):
                await store.delete_message(question.message_id)
            if not await store.every_message(question.conversation_id):
                await store.delete(question.conversation_id)
            return chat

        def there(chat: Conversation) -> None:
            page.show_conversation(chat.conversation_id)
            page.toasts.show(self.tr("Kept as a note."), kind="success")

        self._bridge.call(kept(), done=there, failed=self._report, owner=self)
