"""The one chat of the quick chat: begins to exist with its first question and goes on with the next."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, HearthError
from core.events import ConversationChanged, PromptsChanged
from desktop.chat.live_turns import as_begun
from desktop.chat.markdown_blocks import copied_text
from desktop.chat.reading_aloud import ReadingAloud
from desktop.failures import failure_of
from desktop.quick_chat.selection_prompts import PromptOffer

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.chat.turn import Turns
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore
    from core.conversations.message_tree import Attachment, Message, NewAttachment
    from core.events import Change, TurnEvent
    from core.inference.missing_model import Missing
    from core.inference.served_models import ServedModel
    from desktop.bridge import Bridge, Call
    from desktop.chat.live_turns import LiveTurn, LiveTurns
    from desktop.chat.message_actions import MessageAction
    from desktop.chat.transcript_view import TranscriptView


class QuickSession(QObject):
    """One profile's part of the quick chat: made when it is unlocked, dropped when it locks.

    The answer is shown in what `transcript` returns. `refused` carries a sentence about a question that was not asked.
    """

    busy_changed = Signal()
    path_changed = Signal()  # messages came, or the chat was left
    answered = Signal(str)  # how the answer ended: complete, stopped, failed
    refused = Signal(str)
    offers_read = Signal()
    models_found = Signal(list, object)  # ServedModels, and the error that kept them away, or None
    open_wanted = Signal(str)  # conversation id: what this small window cannot do

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        live: LiveTurns,
        *,
        transcript: Callable[[], TranscriptView],
        report: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._live = live
        self._transcript = transcript
        self._report = report
        self._creating = False
        self._finding: Call | None = None
        self._awaited = ""  # the answer whose first messages are being fetched
        self.conversation: Conversation | None = None
        self.private = False
        self.model = ""
        self.path: list[Message] = []
        self._stopped: LiveTurn | None = None
        self.lacking: Missing | None = None  # why there are no models, when none were found the last time
        self.offers: Sequence[PromptOffer] | None = None  # from the prompt library; None: not read yet
        self.aloud = ReadingAloud(bridge, assistant, transcript=transcript, report=report, parent=self)
        self.aloud.refused.connect(lambda error: self.refused.emit(f"{error.owner_sentence} {error.owner_next_step}"))
        live.grew.connect(self._grow)
        live.ended.connect(self._ended)
        self._unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))

    def finish(self) -> None:
        """The vault is about to close, or has closed."""
        self._unsubscribe()
        self._live.grew.disconnect(self._grow)
        self._live.ended.disconnect(self._ended)
        if self._finding is not None:
            self._finding.cancel()
        self.deleteLater()

    # ---- which chat -----------------------------------------------------------------------------------------------

    @property
    def conversation_id(self) -> str:
        """The chat, empty while it does not exist yet."""
        return "" if self.conversation is None else self.conversation.conversation_id

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._creating or self._live.live(self.conversation_id) is not None

    @property
    def store(self) -> ConversationStore:
        """Where this chat is kept, or will be."""
        return self._store

    def new_conversation(self) -> Coroutine[Any, Any, Conversation]:
        """Make the chat that the next question begins."""
        return self._store.create(model=self.model)

    @property
    def _store(self) -> ConversationStore:
        return self._assistant.private if self.private else self._assistant.conversations

    def _turns(self) -> Callable[[], Turns]:
        """To be called on the loop: what answers is made by the first one who asks for it."""
        assistant, private = self._assistant, self.private
        return lambda: assistant.private_turns if private else assistant.turns

    def adopt(self, conversation: Conversation) -> None:
        """Go on in this chat, which was made for what is being said; nothing happens if it is here already."""
        if conversation.conversation_id != self.conversation_id:
            self.begin_anew(private=conversation.private)
            self.conversation = conversation
            self.busy_changed.emit()

    def begin_anew(self, *, private: bool = False) -> None:
        """Leave this chat; it stays where all chats are, and an answer that is on its way goes on."""
        self.conversation, self.private, self.path, self._awaited = None, private, [], ""
        self._transcript().set_path([])
        self.path_changed.emit()
        self.busy_changed.emit()

    # ---- asking ---------------------------------------------------------------------------------------------------

    def ask(self, text: str, attachments: Sequence[NewAttachment] = (), *, quoting: bool = False) -> bool:
        """Ask; the first question makes the chat. False for one without content, or while an answer comes.

        `quoting`: it holds words of another program, from which nothing is learnt about the owner.
        """
        if self.busy or not (text.strip() or attachments):
            return False
        if self.conversation is not None:
            self._ask(text, attachments, quoting=quoting)
            return True
        self._creating = True
        self.busy_changed.emit()
        private = self.private

        def created(conversation: Conversation) -> None:
            self._creating = False
            if private != self.private:
                return
            self.conversation = conversation
            self._ask(text, attachments, quoting=quoting)

        def failed(error: BaseException) -> None:
            self._creating = False
            self.busy_changed.emit()
            self._not_asked(error)

        self._bridge.call(self.new_conversation(), done=created, failed=failed, owner=self)
        return True

    def _ask(self, text: str, attachments: Sequence[NewAttachment], *, quoting: bool) -> None:
        conversation_id, model, turns = self.conversation_id, self.model or None, self._turns()
        self._run(lambda: turns().ask(conversation_id, text, attachments=attachments, model=model, quoting=quoting))

    def _run(self, make: Callable[[], AsyncIterator[TurnEvent]]) -> None:
        if self.conversation is not None:
            self._live.start(self.conversation_id, make)
        self.busy_changed.emit()

    def stop(self) -> None:
        """Stop the answer; what arrived is kept. To ask twice would disturb the keeping."""
        turn = self._live.live(self.conversation_id)
        if turn is not None and turn is not self._stopped:
            self._stopped = turn
            self._live.stop(self.conversation_id)

    def _not_asked(self, error: BaseException) -> None:
        failure = failure_of(error)
        if isinstance(error, HearthError) and failure is not None and not failure.is_bug:
            self.refused.emit(f"{failure.sentence} {failure.next_step}")
        elif failure is not None:
            self.refused.emit(self.tr("This could not be sent."))
            self._report(error)

    # ---- an answer grows ------------------------------------------------------------------------------------------

    def _grow(self, conversation_id: str, events: list[TurnEvent]) -> None:
        turn = self._live.live(conversation_id)
        if not conversation_id or conversation_id != self.conversation_id or turn is None or turn.started is None:
            return
        answer_id = turn.started.answer_id
        if any(message.message_id == answer_id for message in self.path):
            self._transcript().apply(answer_id, events)
        elif self._awaited != answer_id:
            self._awaited = answer_id
            self._show_beginning(turn)

    def _show_beginning(self, turn: LiveTurn) -> None:
        """Fetch the question and the empty answer; what is written meanwhile is shown after them."""
        assert turn.started is not None
        store, started = self._store, turn.started

        async def beginning() -> list[Message]:
            question = [await store.message(started.question_id)] if started.question_id else []
            answer = await store.message(started.answer_id)
            return [*question, as_begun(answer)]

        def there(new: list[Message]) -> None:
            if turn.conversation_id != self.conversation_id or self._awaited != started.answer_id:
                return
            if any(message.message_id == started.answer_id for message in self.path):
                return  # it ended meanwhile, and is shown as it is kept
            if (self.path[-1].message_id if self.path else None) != new[0].parent_id:
                self._reload()  # answered again, or edited and asked again
                return
            self.path += new
            if len(new) == 2:
                self._transcript().begin_exchange(*new)
            else:
                self._transcript().begin_answer(new[0])
            self._transcript().apply(started.answer_id, turn.events)
            self.path_changed.emit()

        self._bridge.call(beginning(), done=there, failed=self._report, owner=self)

    def _reload(self) -> None:
        """Show the branch as it is stored."""
        conversation_id = self.conversation_id

        def there(path: list[Message]) -> None:
            if conversation_id == self.conversation_id:
                self.path = path
                self.show_path()
                self.path_changed.emit()

        self._bridge.call(self._store.path(conversation_id), done=there, failed=self._report, owner=self)

    def show_path(self) -> None:
        """Show the branch in the transcript, all of it; an answer that is being written is rebuilt from its events."""
        turn = self._live.live(self.conversation_id)
        growing = turn.started.answer_id if turn is not None and turn.started is not None else ""
        self.path = [as_begun(one) if one.message_id == growing else one for one in self.path]
        self._transcript().set_path(self.path)
        answer = next((one for one in self.path if one.message_id == growing), None)
        if turn is not None and answer is not None:
            self._transcript().begin_answer(answer)
            self._transcript().apply(growing, turn.events)

    def _ended(self, conversation_id: str, turn: LiveTurn, error: BaseException | None) -> None:
        if not conversation_id or conversation_id != self.conversation_id:
            return
        self._stopped = None
        self.busy_changed.emit()
        if turn.started is None:
            if error is not None and not isinstance(error, Cancelled):
                self._not_asked(error)
            return
        answer_id = turn.started.answer_id

        def there(message: Message) -> None:
            if message.conversation_id != self.conversation_id:
                return
            if any(one.message_id == answer_id for one in self.path):
                self.path = [message if one.message_id == answer_id else one for one in self.path]
                self._transcript().finish(message)
                self.path_changed.emit()
            else:
                self._reload()
            self.answered.emit(message.state)

        self._bridge.call(self._store.message(answer_id), done=there, failed=lambda _: self._reload(), owner=self)

    # ---- what can be done with the answer -------------------------------------------------------------------------

    def answer_text(self) -> str:
        """The last answer as one reads it, without marks of Markdown; empty when there is none yet."""
        model = self._transcript().model
        for index in range(len(model) - 1, -1, -1):
            if model[index].role == "assistant":
                return copied_text(model.blocks_of(index)).strip()
        return ""

    def act(self, action: MessageAction) -> None:
        """Carry out what was chosen at a message; what needs more room than this goes to the main window."""
        turns, message_id, text = self._turns(), action.message_id, action.text
        match action.kind:
            case "copy" | "copy_markdown":
                pass  # the transcript has done it
            case "read_aloud":
                self.aloud.toggle(message_id)
            case _ if self.busy:
                self.refused.emit(self.tr("An answer is being written. Stop it first, or wait."))
            case "regenerate" | "retry":
                self._run(lambda: turns().regenerate(message_id, model=text or None))
            case "edit":
                self._run(lambda: turns().edit_and_resend(message_id, text))
            case "previous_branch" | "next_branch":
                self._switch_branch(message_id, -1 if action.kind == "previous_branch" else 1)
            case _:
                self.open_wanted.emit(self.conversation_id)

    def _switch_branch(self, message_id: str, step: int) -> None:
        store = self._store

        async def switched() -> None:
            siblings = await store.siblings(message_id)
            at = next((n for n, one in enumerate(siblings) if one.message_id == message_id), 0)
            await store.activate(siblings[max(0, min(len(siblings) - 1, at + step))].message_id)

        self._bridge.call(switched(), done=lambda _: self._reload(), failed=self._report, owner=self)

    def load_attachment(self, attachment: Attachment, taken: Callable[[bytes], None]) -> None:
        """Hand the bytes of an attachment to `taken`."""
        self._bridge.call(self._store.attachment_data(attachment), done=taken, failed=self._report, owner=self)

    # ---- models ---------------------------------------------------------------------------------------------------

    def find_models(self) -> None:
        """Ask the servers what they offer."""
        if self._finding is None or not self._finding.running:
            self._finding = self._bridge.call(
                self._offered(), done=self._show_models, failed=self._no_models, owner=self
            )

    async def _offered(self) -> Sequence[ServedModel]:
        return await self._assistant.gateway.models()  # asked for on the loop: it loads the libraries of the network

    def _show_models(self, models: Sequence[ServedModel]) -> None:
        chatting = [model.name for model in models if model.chats]
        wanted = self.model or self._assistant.settings.values.chat.default_model
        self.model = wanted or (chatting[0] if chatting else "")
        self._transcript().set_models(chatting)
        self.lacking = None
        self.models_found.emit(list(models), None)

    def _no_models(self, error: BaseException) -> None:
        failure = failure_of(error)
        if failure is None:
            return
        if failure.is_bug:
            self._report(error)
        if not isinstance(error, HearthError):
            self.models_found.emit([], error)
            return

        def told(lacking: Missing) -> None:
            self.lacking = lacking
            self.models_found.emit([], error)

        self._bridge.call(self._missing(error), done=told, failed=self._report, owner=self)

    async def _missing(self, error: HearthError) -> Missing:
        from core.inference.missing_model import missing_after

        return await missing_after(error, own_ollama=self._assistant.paths.ollama)

    def read_offers(self) -> None:
        """Read from the prompt library what can be asked about a selected text."""

        async def read() -> Sequence[PromptOffer]:
            prompts = await self._assistant.prompts.list(selection=True)
            return [PromptOffer(prompt.name, prompt.title, prompt.text) for prompt in prompts]

        def there(offers: Sequence[PromptOffer]) -> None:
            self.offers = offers
            self.offers_read.emit()

        self._bridge.call(read(), done=there, failed=self._report, owner=self)

    def choose_model(self, name: str) -> None:
        """Let `name` answer from now on, in this chat and the next ones here."""
        self.model = name
        if self.conversation is not None:
            self._bridge.call(self._store.set_model(self.conversation_id, name), failed=self._report, owner=self)

    # ---- what changes elsewhere -----------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        match change:
            case PromptsChanged():
                if self.offers is not None:
                    self.read_offers()
            case ConversationChanged(conversation_id, "deleted") if conversation_id == self.conversation_id:
                self.begin_anew(private=self.private)
