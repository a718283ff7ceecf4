"""Joins transcript, composer, model picker and context meter for one conversation at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import HearthError
from core.events import AnswerHeard, ConversationChanged, ModelsChanged, SettingChanged, StorageFull
from desktop.bridge import Bridge, Call
from desktop.chat.answer_desk import AnswerDesk
from desktop.chat.centred_row import COMPOSER_WIDTH, centred_row
from desktop.chat.chat_header import ChatHeader
from desktop.chat.composer import Composer, Draft
from desktop.chat.context_meter import ContextMeter
from desktop.chat.empty_chat import EmptyChat
from desktop.chat.kept_draft import draft_of, put_draft
from desktop.chat.live_turns import LiveTurns, as_begun
from desktop.chat.message_deeds import MessageDeeds
from desktop.chat.model_desk import ModelDesk
from desktop.chat.model_picker import ModelPicker
from desktop.chat.pending_deletes import PendingDeletes
from desktop.chat.reading_aloud import ReadingAloud
from desktop.chat.storage_banner import StorageBanner
from desktop.failures import failure_of
from desktop.widgets.toast import Toasts

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.chat.turn import Turns
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore
    from core.conversations.message_tree import Attachment, Message
    from core.events import Change
    from core.inference.served_models import ServedModel
    from desktop.chat.chat_shelf import ChatShelf
    from desktop.chat.comparing import Comparing
    from desktop.chat.note_desk import NoteDesk
    from desktop.chat.transcript_view import TranscriptView


class ChatPage(QWidget):
    """The page in the middle. Keeps drafts while another chat is shown; answers go on in `live`."""

    conversation_changed = Signal(str)  # id of the chat on the screen, or "" for one that does not exist yet
    shown_anew = Signal()  # a chat was chosen, old or new: whatever stands before the chat page goes
    link_activated = Signal(str)
    sidebar_wanted = Signal()
    menu_wanted = Signal(QWidget)
    setup_wanted = Signal()  # the first-run guide
    page_wanted = Signal(str)  # another page of the profile, such as "personas"
    models_wanted = Signal(str)  # the page of models, at those for “language”, “speech” or “voice”
    passage_wanted = Signal(object)  # Passage: show it in its document

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        live: LiveTurns,
        deletes: PendingDeletes,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._assistant = assistant
        self._live = live
        self._deletes = deletes
        self._report = report
        self.conversation: Conversation | None = None
        self.private = False
        self.new_chat_folder: str | None = None
        self.path: list[Message] = []  # the branch on the screen
        self._drafts: dict[str, Draft] = {}
        self._loading: Call | None = None
        self._comparing: Comparing | None = None
        self._notes: NoteDesk | None = None
        self._new_notes = False
        self._shelf: ChatShelf | None = None
        self.header = ChatHeader(self)
        self.deeds = MessageDeeds(self, bridge, assistant, deletes=deletes, report=report)
        self._transcript: TranscriptView | None = None
        self.aloud = ReadingAloud(bridge, assistant, transcript=lambda: self._transcript, report=report, parent=self)
        self.aloud.refused.connect(self.deeds.not_read)
        self.empty = EmptyChat(self)
        self.composer = Composer()
        self.picker = ModelPicker()
        self.meter = ContextMeter()
        self.model_desk = ModelDesk(self, bridge, assistant, report=report)
        self.answers = AnswerDesk(self, bridge, live=live, report=report)
        self.composer.add_slot(self.picker)
        self.composer.add_slot(self.meter, right=True)
        self._banner = StorageBanner(self)
        self._middle = QStackedWidget(self)
        self.toasts = self._toasts = Toasts(self._middle)  # above the composer, never over it
        self._middle.addWidget(self.empty)
        self._middle.currentChanged.connect(lambda _: self.toasts.raise_())  # the stack puts its page on top
        self._lay_out()
        self._connect()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def _lay_out(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._banner)
        layout.addWidget(self._middle, stretch=1)
        self._above_composer = QHBoxLayout()
        self._above_composer.setContentsMargins(16, 0, 16, 4)
        self._above_composer.addStretch(1)
        self._above_composer.addStretch(1)
        layout.addLayout(self._above_composer)
        layout.addLayout(centred_row(self.composer, below=16))

    def put_above_composer(self, widget: QWidget) -> None:
        """Give `widget` a row of its own over the composer, as wide as that."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, centred_row(widget, below=4))

    def _connect(self) -> None:
        self.header.sidebar_wanted.connect(self.sidebar_wanted)
        self.header.menu_wanted.connect(self.menu_wanted)
        self.header.title.renamed.connect(self._rename)
        self.picker.refresh_requested.connect(self.find_models)
        self.composer.submitted.connect(self._submit)
        self.composer.stop_requested.connect(self.answers.stop)
        self.composer.edit_last_requested.connect(self.edit_last)
        self.empty.retry_wanted.connect(self.find_models)
        self.empty.setup_wanted.connect(self.setup_wanted)
        self.empty.note_wanted.connect(lambda: self.show_new(notes=True))
        self.model_desk.offer_changed.connect(self._show_offer)
        self.model_desk.watch.away.connect(self._no_server)
        self.model_desk.watch.missing.connect(self.empty.show_missing)
        self._live.busy_changed.connect(self.show_busy)  # a method: it ends with this page, the answers do not

    @property
    def transcript(self) -> TranscriptView:
        """The messages. Made when the first one is to be shown: a new chat has none, and the start need not wait."""
        if self._transcript is None:
            from desktop.chat.transcript_view import TranscriptView

            view = self._transcript = TranscriptView(load_attachment=self.load_attachment)
            view.action_requested.connect(self.deeds.do)
            view.link_activated.connect(self.link_activated)
            view.set_models([model.name for model in self.models])
            self.shelf.sources.follow(view)
            self._middle.addWidget(view)
        return self._transcript

    @property
    def shelf(self) -> ChatShelf:
        """Personas and prompts. Made when the window is in use: the first paint need not wait for them."""
        if self._shelf is None:
            from desktop.chat.chat_shelf import ChatShelf

            self._shelf = ChatShelf(self, self._bridge, self._assistant, report=self._report)
        return self._shelf

    @property
    def comparing(self) -> Comparing:
        """Two models at once. Made when somebody wants that."""
        if self._comparing is None:
            from desktop.chat.comparing import Comparing

            made = Comparing(self, self._bridge, self._assistant, live=self._live, report=self._report)
            self._comparing = made
            made.bar.setMaximumWidth(COMPOSER_WIDTH)
            self._above_composer.insertWidget(1, made.bar, stretch=1000)
            self._middle.addWidget(made.view)
        return self._comparing

    @property
    def notes(self) -> NoteDesk:
        """What is done with notes."""
        if self._notes is None:
            from desktop.chat.note_desk import NoteDesk

            self._notes = NoteDesk(self, self._bridge, self._assistant, deletes=self._deletes, report=self._report)
        return self._notes

    def hold_still(self) -> None:
        """Something is about to come below the messages: what is read there stays where it is."""
        if self._transcript is not None:
            self._transcript.list.hold_still()

    def show_in_middle(self, view: QWidget) -> None:
        """Show `view` where the transcript stands otherwise."""
        self._middle.setCurrentWidget(view)

    def is_in_middle(self, view: QWidget) -> bool:
        """Whether `view` stands where the transcript does otherwise."""
        return self._middle.currentWidget() is view

    # ---- which chat -----------------------------------------------------------------------------------------------

    @property
    def conversation_id(self) -> str:
        """The chat on the screen, empty while it does not exist yet."""
        return "" if self.conversation is None else self.conversation.conversation_id

    @property
    def busy(self) -> bool:
        """Whether an answer is being written in this chat."""
        return self._live.is_busy(self.conversation_id)

    @property
    def models(self) -> Sequence[ServedModel]:
        """What can answer, as far as it is known."""
        return self.model_desk.offered

    @property
    def chosen_model(self) -> str:
        """What answers next, empty while nothing is known."""
        return self.model_desk.chosen

    @property
    def store(self) -> ConversationStore:
        """Where the chat on the screen is kept."""
        return self._assistant.private if self.private else self._assistant.conversations

    def turns(self) -> Callable[[], Turns]:
        """What answers in this chat, to be called on the loop: it is made by the first one who asks for it."""
        assistant, private = self._assistant, self.private
        return lambda: assistant.private_turns if private else assistant.turns

    @property
    def is_notes(self) -> bool:
        """Whether what is written here is kept as notes, and nobody is asked."""
        return self._new_notes if self.conversation is None else self.conversation.kind == "notes"

    def show_new(self, *, private: bool = False, folder_id: str | None = None, notes: bool = False) -> None:
        """A chat, or a page of notes, that begins to exist with what is written first."""
        self._leave()
        self._new_notes = notes
        self.conversation, self.private, self.new_chat_folder = None, private, folder_id
        self.path = []
        self.header.show_chat("", private=private, exists=False)
        self.model_desk.arrive(None)
        if notes:
            self.empty.show_notes()
        else:
            self.empty.show_greeting(private=private)
        self._middle.setCurrentWidget(self.empty)
        self.meter.hide()
        self._arrive()

    def show_conversation(self, conversation_id: str, *, message_id: str = "", words: str = "") -> None:
        """Show a chat, at `message_id` with `words` marked if they are given."""
        if conversation_id == self.conversation_id:
            self.shown_anew.emit()
            if message_id:
                self._go_to(message_id, words)
            self.composer.focus_editor()
            return
        if self._loading is not None:
            self._loading.cancel()
        self._loading = self._bridge.call(
            self._read(conversation_id, message_id),
            done=lambda read: self._show(*read, message_id=message_id, words=words),
            failed=self._report,
            owner=self,
        )

    async def _read(self, conversation_id: str, message_id: str) -> tuple[Conversation, list[Message]]:
        store = self._assistant.store_of(conversation_id)
        path = await store.path(conversation_id)
        if message_id and all(message.message_id != message_id for message in path):
            path = await store.activate(message_id)  # the hit lies on another branch
        return await store.get(conversation_id), path

    def _show(self, conversation: Conversation, path: list[Message], *, message_id: str, words: str) -> None:
        self._leave()
        self.conversation, self.private = conversation, conversation.private
        self.header.show_chat(conversation.title, private=conversation.private, exists=True, tags=conversation.tags)
        self.model_desk.arrive(conversation)
        self.meter.hide()
        self.transcript.list.place = "notes" if self.is_notes else "chat"
        self.show_path(path)
        if message_id:
            self.transcript.show_message(message_id, highlight=words)
        self._arrive()
        if self.conversation_id in self._live.pairs:
            self.comparing.resume()

    @property
    def _draft_key(self) -> str:
        return self.conversation_id or ("private" if self.private else "notes" if self._new_notes else "new")

    def take_drafts(self) -> dict[str, Draft]:
        """What was typed and not sent, by chat; the page is about to be made anew."""
        self._leave()
        return self._drafts

    def put_drafts(self, drafts: dict[str, Draft]) -> None:
        """Go on with what the page before this one had taken; to be called before a chat is shown."""
        self._drafts = drafts

    def _leave(self) -> None:
        draft, key = draft_of(self.composer), self._draft_key
        if draft.text.strip() or draft.attachments:
            self._drafts[key] = draft
        else:
            self._drafts.pop(key, None)
        self.answers.leave()

    def _arrive(self) -> None:
        self.shown_anew.emit()
        self.composer.clear()
        self.composer.set_private(self.private)
        self._show_kind()
        self._put_draft(self._drafts.get(self._draft_key))
        self.show_busy()
        self.composer.focus_editor()
        self.conversation_changed.emit(self.conversation_id)

    def _show_kind(self) -> None:
        """Notes have no model and no window that fills; what can be done with them differs, too."""
        self.composer.set_notes(self.is_notes)
        self.picker.setVisible(not self.is_notes and not (self._comparing and self._comparing.is_wanted))
        if self._transcript is not None:
            self._transcript.list.place = "notes" if self.is_notes else "chat"

    def _put_draft(self, draft: Draft | None) -> None:
        if draft is not None:
            put_draft(self.composer, draft)

    def load_attachment(self, attachment: Attachment, taken: Callable[[bytes], None]) -> None:
        """Fetch the bytes of a picture."""
        self._bridge.call(self.store.attachment_data(attachment), done=taken, failed=self._report, owner=self)

    def show_path(self, path: list[Message]) -> None:
        """Show `path`; an answer that is being written is rebuilt from its events, so that nothing shows twice."""
        growing_id = self.answers.growing_id
        self.path = [as_begun(one) if one.message_id == growing_id else one for one in path]
        self.transcript.set_path(self.path)
        self._middle.setCurrentWidget(self.transcript if path else self.empty)
        self.answers.catch_up()

    def reload(self) -> None:
        """Show the branch as it is stored now."""
        if self.conversation is not None:
            conversation_id = self.conversation_id
            self._bridge.call(
                self.store.path(conversation_id),
                done=lambda path: self.show_path(path) if conversation_id == self.conversation_id else None,
                failed=self._report,
                owner=self,
            )

    def _go_to(self, message_id: str, words: str) -> None:
        if any(message.message_id == message_id for message in self.path):
            self.transcript.show_message(message_id, highlight=words)
            return
        conversation_id = self.conversation_id

        def there(path: list[Message]) -> None:
            if conversation_id == self.conversation_id:
                self.show_path(path)
                self.transcript.show_message(message_id, highlight=words)

        self._bridge.call(self.store.activate(message_id), done=there, failed=self._report, owner=self)

    # ---- asking ---------------------------------------------------------------------------------------------------

    def _submit(self, draft: Draft) -> None:
        if self.busy:
            self.composer.refuse(self.tr("An answer is being written. Stop it first, or wait."))
            return
        self._deletes.all_now()
        self._drafts.pop(self._draft_key, None)
        if self.is_notes:
            self.notes.add(draft)
            return
        if self._comparing is not None and self._comparing.is_wanted:
            self._comparing.ask(draft)
            return
        self._live.pairs.pop(self.conversation_id, None)
        if self.conversation is not None:
            self._ask(draft)
            return
        model = self.chosen_model
        self._bridge.call(
            self.shelf.created(folder_id=None if self.private else self.new_chat_folder, model=model),
            done=lambda conversation: self._ask_first(conversation, draft),
            failed=self.not_asked,
            owner=self,
        )

    def _ask_first(self, conversation: Conversation, draft: Draft) -> None:
        self.adopt(conversation)
        self._ask(draft)

    def adopt(self, conversation: Conversation) -> None:
        """The new chat on the screen exists from now on; nothing happens if it is there already."""
        if conversation.conversation_id == self.conversation_id:
            return
        self.conversation = conversation
        self.path = []
        self._show_kind()
        self.transcript.set_path([])
        self._middle.setCurrentWidget(self.transcript)
        self.header.show_chat("", private=self.private, exists=True)
        self.conversation_changed.emit(self.conversation_id)

    def _ask(self, draft: Draft) -> None:
        conversation_id, model, turns = self.conversation_id, self.chosen_model or None, self.turns()
        self.answers.run(lambda: turns().ask(conversation_id, draft.text, attachments=draft.attachments, model=model))

    def not_asked(self, error: BaseException) -> None:
        """What was written could not be sent: say why and give it back."""
        failure = failure_of(error)
        if isinstance(error, HearthError) and failure is not None and not failure.is_bug:
            self.composer.refuse(f"{failure.sentence} {failure.next_step}")
        else:
            self.composer.refuse(self.tr("This could not be sent."))
            self._report(error)

    def show_busy(self) -> None:
        """Show whether an answer is being written in this chat."""
        self.composer.set_busy(self.busy)

    def edit_last(self) -> None:
        """Let the owner change the last question in place; nothing happens while it is answered."""
        asked = [one.message_id for one in self.path if one.role == "user"]
        if asked and not self.busy:
            self.transcript.begin_edit(asked[-1])

    def _rename(self, title: str) -> None:
        if self.conversation is not None:
            self._bridge.call(self.store.rename(self.conversation_id, title), failed=self._report, owner=self)

    # ---- models ---------------------------------------------------------------------------------------------------

    def find_models(self) -> None:
        """Ask the servers what they offer."""
        self.shelf.load()
        self.model_desk.watch.look()

    def finish(self) -> None:
        """The vault is about to close: ask for nothing more."""
        self.model_desk.watch.finish()
        if self._loading is not None:
            self._loading.cancel()

    def _show_offer(self, models: Sequence[ServedModel]) -> None:
        if self._comparing is not None:
            self._comparing.take_models(models)
        if self._transcript is not None:
            self._transcript.set_models([model.name for model in models])

    def _no_server(self, _: str) -> None:
        if self._transcript is not None:
            self._transcript.set_models(())

    def changeEvent(self, event: QEvent) -> None:
        """A window to which its owner comes back after a long time has its model loaded again."""
        if event.type() == QEvent.Type.ActivationChange:
            self.model_desk.watch.window_changed(is_active=self.isActiveWindow())
        super().changeEvent(event)

    # ---- what changes elsewhere -----------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        match change:
            case ModelsChanged():
                self.find_models()
            case SettingChanged("chat.default_model"):
                self.model_desk.take_setting()
            case StorageFull(full):
                self._banner.setVisible(full)
            case ConversationChanged(conversation_id, "deleted") if conversation_id == self.conversation_id:
                self.show_new(private=False)
            case AnswerHeard(message_id) if not self.busy and any(one.message_id == message_id for one in self.path):
                self.answers.show_ended(message_id)
            case ConversationChanged(conversation_id, "details") if conversation_id == self.conversation_id:
                self._bridge.call(self.store.get(conversation_id), done=self.show_details, owner=self)

    def show_details(self, conversation: Conversation) -> None:
        """Title, model or persona of the chat on the screen were changed."""
        if conversation.conversation_id == self.conversation_id:
            self.conversation = conversation
            self.header.show_chat(conversation.title, private=conversation.private, exists=True, tags=conversation.tags)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's signature
        """Tab goes from the header to the messages, and from them to the editor."""
        step = super().focusNextPrevChild
        before, after = self.header.menu_button, self.composer.editor()
        if self._transcript is None or not (before.isVisible() and before.isEnabled() and after.isVisible()):
            return step(forward)
        from desktop.chat.talk_tab_order import tab_through

        return tab_through(self._transcript.list, before=before, after=after, forward=forward, step=step)
