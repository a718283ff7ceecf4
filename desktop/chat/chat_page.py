"""Joins transcript, composer, model picker and context meter for one conversation at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import Cancelled, HearthError, ModelTrouble
from core.events import (
    AnswerHeard,
    ContextMeasured,
    ConversationChanged,
    ModelsChanged,
    SettingChanged,
    StorageFull,
    TextDelta,
    ThinkingDelta,
    TurnEvent,
    TurnFailed,
    TurnFinished,
)
from desktop.bridge import Bridge, Call
from desktop.chat.centred_row import COMPOSER_WIDTH, centred_row
from desktop.chat.chat_header import ChatHeader
from desktop.chat.composer import Composer, Draft
from desktop.chat.context_meter import ContextMeter
from desktop.chat.empty_chat import EmptyChat
from desktop.chat.kept_draft import draft_of, put_draft
from desktop.chat.live_turns import LiveTurn, LiveTurns, as_begun
from desktop.chat.message_deeds import MessageDeeds
from desktop.chat.model_picker import ModelPicker
from desktop.chat.model_watch import ModelWatch
from desktop.chat.pending_deletes import PendingDeletes
from desktop.chat.reading_aloud import ReadingAloud
from desktop.chat.row_words import end_words
from desktop.chat.storage_banner import StorageBanner
from desktop.failures import failure_of
from desktop.widgets.announcer import announce
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

REQUEST_FIRST_MS = 12
"""A new question is drawn so long after it was stored: until then the core's thread, which shares the interpreter with
this one, sends the request. Nobody sees the difference, and the answer comes earlier by as much as drawing takes."""


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
        self._path: list[Message] = []
        self._drafts: dict[str, Draft] = {}
        self._models: Sequence[ServedModel] = ()
        self._loading: Call | None = None
        self._early_events: list[TurnEvent] | None = None
        self._comparing: Comparing | None = None
        self._notes: NoteDesk | None = None
        self._new_notes = False
        self._shelf: ChatShelf | None = None
        self._watch = ModelWatch(bridge, assistant, chosen=lambda: self._chosen_model, report=report, parent=self)
        self.header = ChatHeader(self)
        self.deeds = MessageDeeds(self, bridge, assistant, deletes=deletes, report=report)
        self._transcript: TranscriptView | None = None
        self.aloud = ReadingAloud(bridge, assistant, transcript=lambda: self._transcript, report=report, parent=self)
        self.aloud.refused.connect(self.deeds.not_read)
        self.empty = EmptyChat(self)
        self.composer = Composer()
        self.picker = ModelPicker()
        self.meter = ContextMeter()
        self.composer.add_slot(self.picker)
        self.composer.add_slot(self.meter, right=True)
        self._banner = StorageBanner(self)
        self._middle = QStackedWidget(self)
        self.toasts = self._toasts = Toasts(self._middle)  # above the composer, never over it
        self._middle.addWidget(self.empty)
        self._middle.currentChanged.connect(lambda _: self.toasts.raise_())  # the stack puts its page on top
        self._lay_out()
        self._connect()
        self._beginning_timer = QTimer(self, singleShot=True, interval=REQUEST_FIRST_MS)
        self._beginning_timer.timeout.connect(self._show_beginning)
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
        self.picker.chosen.connect(self._choose_model)
        self.picker.refresh_requested.connect(self.find_models)
        self.composer.submitted.connect(self._submit)
        self.composer.stop_requested.connect(self.stop)
        self.composer.edit_last_requested.connect(self.edit_last)
        self.empty.retry_wanted.connect(self.find_models)
        self.empty.setup_wanted.connect(self.setup_wanted)
        self.empty.note_wanted.connect(lambda: self.show_new(notes=True))
        self._watch.found.connect(self._show_models)
        self._watch.away.connect(self._no_server)
        self._watch.missing.connect(self.empty.show_missing)
        self._live.grew.connect(self._grow)
        self._live.ended.connect(self._ended)
        self._live.busy_changed.connect(self._show_busy)  # a method: it ends with this page, the answers do not

    @property
    def transcript(self) -> TranscriptView:
        """The messages. Made when the first one is to be shown: a new chat has none, and the start need not wait."""
        if self._transcript is None:
            from desktop.chat.transcript_view import TranscriptView

            view = self._transcript = TranscriptView(load_attachment=self.load_attachment)
            view.action_requested.connect(self.deeds.do)
            view.link_activated.connect(self.link_activated)
            view.set_models([model.name for model in self._models])
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
        return self._models

    @property
    def chosen_model(self) -> str:
        """What answers next, empty while nothing is known."""
        return self._chosen_model

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
        self._path = []
        self.header.show_chat("", private=private, exists=False)
        chosen, self._new_default = "" if self._new_default else self._chosen_model, False
        self._set_model(chosen or self.default_model())
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
        self._set_model(conversation.model or self.default_model())
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
        self._early_events = None
        self._again_wanted = False

    def _arrive(self) -> None:
        self.shown_anew.emit()
        self.composer.clear()
        self.composer.set_private(self.private)
        self._show_kind()
        self._put_draft(self._drafts.get(self._draft_key))
        self._show_busy()
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

    @property
    def path(self) -> list[Message]:
        """The branch on the screen."""
        return self._path

    def show_path(self, path: list[Message]) -> None:
        """Show `path`; an answer that is being written is rebuilt from its events, so that nothing shows twice."""
        turn = self._live.live(self.conversation_id)
        growing = turn.started.answer_id if turn is not None and turn.started is not None else ""
        self._path = [as_begun(one) if one.message_id == growing else one for one in path]
        self.transcript.set_path(self._path)
        self._middle.setCurrentWidget(self.transcript if path else self.empty)
        if turn is not None and growing:
            answer = next((one for one in self._path if one.message_id == growing), None)
            if answer is not None:
                self.transcript.begin_answer(answer)
                self._show_events(turn, turn.events)
        self._early_events = None

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
        if any(message.message_id == message_id for message in self._path):
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
        model = self._chosen_model
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
        self._path = []
        self._show_kind()
        self.transcript.set_path([])
        self._middle.setCurrentWidget(self.transcript)
        self.header.show_chat("", private=self.private, exists=True)
        self.conversation_changed.emit(self.conversation_id)

    def _ask(self, draft: Draft) -> None:
        conversation_id, model, turns = self.conversation_id, self._chosen_model or None, self.turns()
        self.run(lambda: turns().ask(conversation_id, draft.text, attachments=draft.attachments, model=model))

    def not_asked(self, error: BaseException) -> None:
        """What was written could not be sent: say why and give it back."""
        failure = failure_of(error)
        if isinstance(error, HearthError) and failure is not None and not failure.is_bug:
            self.composer.refuse(f"{failure.sentence} {failure.next_step}")
        else:
            self.composer.refuse(self.tr("This could not be sent."))
            self._report(error)

    def run(self, make: Callable[[], AsyncIterator[TurnEvent]]) -> None:
        """Run a turn in the chat on the screen, unless one runs there already."""
        if self.conversation is not None and self._live.start(self.conversation_id, make):
            self._early_events = []
            self._show_busy()

    def stop(self) -> None:
        """Stop the answer in this chat."""
        self._stopping = self.conversation_id
        self._live.stop(self.conversation_id)

    def _show_busy(self) -> None:
        self.composer.set_busy(self.busy)

    # ---- an answer grows ------------------------------------------------------------------------------------------

    def _grow(self, conversation_id: str, events: list[TurnEvent]) -> None:
        if conversation_id != self.conversation_id:
            return
        turn = self._live.live(conversation_id)
        if turn is None or turn.started is None:
            return
        if self._early_events is not None:
            self._early_events += events
            if turn.started in events:
                self._beginning_timer.start()
            elif self._beginning_timer.isActive() and _has_words(events):
                self._show_beginning()
            return
        self._show_events(turn, events)

    def _show_beginning(self) -> None:
        """Fetch the new question and the empty answer; what is written meanwhile is shown after them."""
        self._beginning_timer.stop()
        turn = self._live.live(self.conversation_id)
        if turn is None or turn.started is None or self._early_events is None:
            return
        started, conversation_id = turn.started, turn.conversation_id

        def there(pair: tuple[Message | None, Message]) -> None:
            if conversation_id != self.conversation_id:
                return
            question, answer = pair
            if any(one.message_id == answer.message_id for one in self._path):
                return  # it ended meanwhile, and is shown as it is kept
            new = [one for one in (question, as_begun(answer)) if one is not None]
            if (self._path[-1].message_id if self._path else None) != new[0].parent_id:
                self.reload()  # another branch: regenerated, or edited and asked again
                return
            self._path += new
            if len(new) == 2:
                self.transcript.begin_exchange(*new)
            else:
                self.transcript.begin_answer(new[0])
            if self._live.live(conversation_id) in (turn, None):  # the next one gathers its own
                self._early_events = None
            self._show_events(turn, turn.events)

        self._bridge.call(
            self._beginning(started.question_id, started.answer_id), done=there, failed=self._report, owner=self
        )

    async def _beginning(self, question_id: str, answer_id: str) -> tuple[Message | None, Message]:
        question = await self.store.message(question_id) if question_id else None
        return question, await self.store.message(answer_id)

    def _show_events(self, turn: LiveTurn, events: Sequence[TurnEvent]) -> None:
        if turn.started is None:
            return
        self.transcript.apply(turn.started.answer_id, events)
        for event in events:
            if isinstance(event, ContextMeasured):
                self._measured = event
        self._show_meter(turn.pieces_per_s())

    _measured: ContextMeasured | None = None
    _chosen_model = ""
    _stopping = ""  # the chat whose answer was told to stop
    _again_wanted = False
    _new_default = False  # the settings name another model for new chats

    @property
    def can_regenerate(self) -> bool:
        """Whether there is something to answer anew, now or in a moment."""
        return bool(self._path) and not self.is_notes and (not self.busy or self._stopping == self.conversation_id)

    def _show_meter(self, tokens_per_s: float | None) -> None:
        if self._measured is not None:
            self.meter.set_usage(self._measured.used_tokens, self._measured.window_tokens, tokens_per_s)
            self.meter.show()

    def _ended(self, conversation_id: str, turn: LiveTurn, error: BaseException | None) -> None:
        if conversation_id != self.conversation_id:
            is_told = turn.started is not None or self._live.is_told(conversation_id)
            if error is not None and not isinstance(error, Cancelled) and not is_told:
                self._report(error)
            return
        self._show_busy()
        self._stopping = ""
        if turn.side:
            if conversation_id not in self._live.pairs:
                self.reload()  # the comparison was left while it went on
            return
        self._early_events = None
        if turn.started is None:
            if error is not None and not isinstance(error, Cancelled):
                self.not_asked(error)
            self._middle.setCurrentWidget(self.transcript if self._path else self.empty)
            return
        last = turn.events[-1] if turn.events else None
        if isinstance(last, TurnFinished):
            self._show_meter(last.usage.tokens_per_s or turn.pieces_per_s())
        if isinstance(last, TurnFailed) and isinstance(last.error, ModelTrouble):
            self.find_models()
        self._finish(turn.started.answer_id)

    def _finish(self, answer_id: str) -> None:
        def there(message: Message) -> None:
            if message.conversation_id == self.conversation_id:
                known = [message if one.message_id == answer_id else one for one in self._path]
                if any(one.message_id == answer_id for one in known):
                    self._path = known
                    self.transcript.finish(message)
                    announce(self.transcript, end_words(message), urgent=message.state == "failed")
                    if message.state == "complete" and message.usage.answer_s:
                        self.picker.set_loaded(message.model)  # an answer from the cache took no time and loads nothing
                    if self._again_wanted:
                        self.regenerate_last()
                else:
                    self.reload()

        def gone(_: BaseException) -> None:
            self.reload()

        self._bridge.call(self.store.message(answer_id), done=there, failed=gone, owner=self)

    # ---- what can be done with a message --------------------------------------------------------------------------

    def regenerate_last(self) -> None:
        """Answer the last question anew; a moment later where its answer was stopped just now and is still kept."""
        self._again_wanted = self.busy and self._stopping == self.conversation_id
        if self._path and not self.busy and self.conversation_id not in self._live.pairs:
            turns, message_id = self.turns(), self._path[-1].message_id
            self.run(lambda: turns().regenerate(message_id))

    def edit_last(self) -> None:
        """Let the owner change the last question in place; nothing happens while it is answered."""
        asked = [one.message_id for one in self._path if one.role == "user"]
        if asked and not self.busy:
            self.transcript.begin_edit(asked[-1])

    def _rename(self, title: str) -> None:
        if self.conversation is not None:
            self._bridge.call(self.store.rename(self.conversation_id, title), failed=self._report, owner=self)

    # ---- models ---------------------------------------------------------------------------------------------------

    def default_model(self) -> str:
        """What answers where nobody chose: the settings' model, or the first one on offer."""
        wanted = self._assistant.settings.values.chat.default_model
        offered = [model.name for model in self._models if model.chats]
        return wanted or (offered[0] if offered else "")

    def find_models(self) -> None:
        """Ask the servers what they offer."""
        self.shelf.load()
        self._watch.look()

    def finish(self) -> None:
        """The vault is about to close: ask for nothing more."""
        self._watch.finish()
        if self._loading is not None:
            self._loading.cancel()

    def _show_models(self, models: Sequence[ServedModel]) -> None:
        self._models = [model for model in models if model.chats]
        from desktop.chat.model_choices import choices_of

        self.picker.set_models(choices_of(models))
        if self._comparing is not None:
            self._comparing.take_models(self._models)
        chosen = self.conversation.model if self.conversation is not None else ""
        self._set_model(chosen or self._chosen_model or self.default_model())
        if self._transcript is not None:
            self._transcript.set_models([model.name for model in self._models])

    def _no_server(self, words: str) -> None:
        self._models = []
        self.picker.set_models([], server_trouble=words)
        if self._transcript is not None:
            self._transcript.set_models(())

    def changeEvent(self, event: QEvent) -> None:
        """A window to which its owner comes back after a long time has its model loaded again."""
        if event.type() == QEvent.Type.ActivationChange:
            self._watch.window_changed(is_active=self.isActiveWindow())
        super().changeEvent(event)

    def _set_model(self, name: str) -> None:
        self._chosen_model = name
        self.picker.set_current(name)

    def _choose_model(self, name: str) -> None:
        self._set_model(name)
        self._watch.weigh()
        self._watch.warm(name)
        if self.conversation is not None:
            self._bridge.call(self.store.set_model(self.conversation_id, name), failed=self._report, owner=self)

    # ---- what changes elsewhere -----------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        match change:
            case ModelsChanged():
                self.find_models()
            case SettingChanged("chat.default_model"):
                self._new_default = self.conversation is not None
                if self.conversation is None:
                    self._set_model(self.default_model())
            case StorageFull(full):
                self._banner.setVisible(full)
            case ConversationChanged(conversation_id, "deleted") if conversation_id == self.conversation_id:
                self.show_new(private=False)
            case AnswerHeard(message_id) if not self.busy and any(one.message_id == message_id for one in self._path):
                self._finish(message_id)
            case ConversationChanged(conversation_id, "details") if conversation_id == self.conversation_id:
                self._bridge.call(self.store.get(conversation_id), done=self.show_details, owner=self)

    def show_details(self, conversation: Conversation) -> None:
        """Title, model or persona of the chat on the screen were changed."""
        if conversation.conversation_id == self.conversation_id:
            self.conversation = conversation
            self.header.show_chat(conversation.title, private=conversation.private, exists=True, tags=conversation.tags)


def _has_words(events: Sequence[TurnEvent]) -> bool:
    return any(isinstance(event, TextDelta | ThinkingDelta) for event in events)
