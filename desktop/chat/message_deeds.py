"""Carries out what the owner wants done with a message of the chat on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.chat.fork import fork
from desktop.chat.voice_note_player import VoiceNotePlayer

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.conversations.message_tree import Message
    from core.errors import HearthError
    from desktop.bridge import Bridge
    from desktop.chat.chat_page import ChatPage
    from desktop.chat.message_actions import MessageAction
    from desktop.chat.pending_deletes import PendingDeletes


class MessageDeeds(QObject):
    """The hands of one chat page."""

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
        self._deletes = deletes
        self._report = report
        self.recordings = VoiceNotePlayer(
            bridge,
            assistant,
            message=lambda message_id: next((one for one in page.path if one.message_id == message_id), None),
            parent=self,
        )
        self.recordings.refused.connect(self._not_played)

    def do(self, action: MessageAction) -> None:
        """Carry `action` out, or say why it has to wait."""
        page, message_id, text = self._page, action.message_id, action.text
        turns = page.turns()
        match action.kind:
            case "regenerate" | "retry":
                page.answers.run(lambda: turns().regenerate(message_id, model=text or None))
            case "edit":
                page.answers.run(lambda: turns().edit_and_resend(message_id, text))
            case "previous_branch":
                self._switch_branch(message_id, -1)
            case "next_branch":
                self._switch_branch(message_id, 1)
            case "fork":
                self._fork(message_id)
            case "delete":
                self._delete(message_id)
            case "compare":
                if self._is_free():
                    page.comparing.with_model(message_id, text)
            case "side_by_side":
                page.comparing.side_by_side(message_id)
            case "change_note":
                page.notes.change(message_id, text)
            case "remove_note":
                page.notes.remove(message_id)
            case "ask_about":
                page.notes.ask_about(message_id)
            case "keep_note":
                page.notes.keep_instead(message_id)
            case "read_aloud":
                page.aloud.toggle(message_id)
            case "play_recording":
                self.recordings.toggle(message_id, text)
            case "open_source":
                page.shelf.sources.open(message_id, int(text))
            case "how_made":
                page.shelf.sources.show_how_made(message_id)
            case "show_memory":
                page.page_wanted.emit("memory")
            case "setup":
                page.setup_wanted.emit()
            case "copy" | "copy_markdown":
                page.toasts.show(self.tr("Copied."), kind="success")

    def _not_played(self, error: HearthError) -> None:
        self._page.toasts.show(f"{error.owner_sentence} {error.owner_next_step}", kind="warning")

    def not_read(self, error: HearthError) -> None:
        """A message could not be read aloud: say why, and show the way to a voice."""
        page = self._page
        words = f"{error.owner_sentence} {error.owner_next_step}"
        page.toasts.show(
            words, kind="warning", action=(self.tr("Show models"), lambda: page.models_wanted.emit("voice"))
        )

    def _is_free(self) -> bool:
        if self._page.busy:
            self._page.toasts.show(self.tr("An answer is being written. Stop it first, or wait."))
        return not self._page.busy

    def _switch_branch(self, message_id: str, step: int) -> None:
        if not self._is_free():
            return
        page, store, conversation_id = self._page, self._page.store, self._page.conversation_id

        async def switched() -> list[Message]:
            siblings = await store.siblings(message_id)
            at = next((n for n, one in enumerate(siblings) if one.message_id == message_id), 0)
            return await store.activate(siblings[max(0, min(len(siblings) - 1, at + step))].message_id)

        self._bridge.call(
            switched(),
            done=lambda path: page.show_path(path) if conversation_id == page.conversation_id else None,
            failed=self._report,
            owner=self,
        )

    def _fork(self, message_id: str) -> None:
        page = self._page
        if page.conversation is not None:
            self._bridge.call(
                fork(page.store, page.conversation, message_id, title=self.tr("{0} (copy)")),
                done=lambda made: page.show_conversation(made.conversation_id),
                failed=self._report,
                owner=self,
            )

    def _delete(self, message_id: str) -> None:
        page = self._page
        before = [one.message_id for one in page.path]
        if message_id not in before or not self._is_free():
            return
        store, bridge, report = page.store, self._bridge, self._report
        page.show_path(page.path[: before.index(message_id)])

        def delete() -> None:
            bridge.call(store.delete_message(message_id), done=lambda _: page.reload(), failed=report)

        def undo() -> None:
            if self._deletes.undo(message_id):
                page.reload()

        self._deletes.later(message_id, delete)
        page.toasts.show(self.tr("Deleted, with everything below it."), action=(self.tr("Undo"), undo))
