"""What the quick chat shows: one line to ask, the quoted text, the answer, and what is in the way of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.errors import HearthError
from desktop.chat.composer import Composer, Draft
from desktop.chat.kept_draft import draft_of, put_draft
from desktop.chat.model_picker import ModelPicker
from desktop.commands import Command, Commands
from desktop.failures import Failure, failure_of
from desktop.quick_chat.answer_bar import AnswerBar
from desktop.quick_chat.quick_header import QuickHeader
from desktop.quick_chat.selection_card import SelectionCard
from desktop.quick_chat.selection_prompts import PromptOffer, question_about, usual_offers
from desktop.quick_chat.trouble_card import TroubleCard
from desktop.theme.icons import icon
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.toast import Toasts

if TYPE_CHECKING:
    from core.conversations.message_tree import Attachment
    from core.inference.served_models import ServedModel
    from desktop.chat.message_actions import MessageAction
    from desktop.chat.transcript_view import TranscriptView
    from desktop.quick_chat.quick_session import QuickSession

Origin: TypeAlias = Literal["selection", "clipboard"]

LONGEST_TEXT = 20_000
"""A longer text goes along as an attachment: nobody wants to see it in the question."""

_FIRST_ANSWER_HEIGHT = 104
_GROWS_BY = 48  # a window that changes its size with each line is restless


class QuickBody(QWidget):
    """Everything inside the window's edge. Made anew when the language changes; the session goes on."""

    dismiss_wanted = Signal()
    unlock_wanted = Signal()
    models_wanted = Signal()
    setup_wanted = Signal()
    open_wanted = Signal(str)  # conversation id
    link_activated = Signal(str)
    move_began = Signal()
    resized = Signal()  # it wants another height

    def __init__(self, parent: QWidget, *, offers: Callable[[], Sequence[PromptOffer]] | None) -> None:
        super().__init__(parent)
        self._offers = offers
        self._session: QuickSession | None = None
        self._transcript: TranscriptView | None = None
        self._toasts: Toasts | None = None
        self._origin: Origin = "selection"
        self._answer_height = 0
        self._most_answer_height = 400
        self.commands = Commands(self, icon_of=icon)
        self.commands.add(self._all_commands())
        self.header = QuickHeader(self.commands, self)
        self.card = SelectionCard(self.commands, self)
        self.composer = Composer(self)
        self.picker = ModelPicker()
        self.composer.add_slot(self.picker)
        self.hint = QLabel(self)
        self.trouble = TroubleCard(self)
        self.locked = EmptyState(
            "lock",
            self.tr("Hearth is locked"),
            self.tr("Unlock it, and ask here."),
            action=self.tr("Unlock"),
            compact=True,
            parent=self,
        )
        unlock = self.locked.findChild(QPushButton)
        assert unlock is not None
        unlock.setAutoDefault(True)  # Enter presses it
        self.locked.setFocusProxy(unlock)
        self.answers = AnswerBar(self.commands, self)
        self._lay_out()
        self._grow_timer = QTimer(self, singleShot=True, interval=0)
        self._grow_timer.timeout.connect(self._grow)
        self._connect()
        self.show_situation()

    def _lay_out(self) -> None:
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(4, 0, 4, 0)
        self.hint.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(8)
        for part in (self.header, self.card, self.hint, self.composer, self.trouble, self.locked, self.answers):
            self._column.addWidget(part)

    def put_above_composer(self, widget: QWidget) -> None:
        """Give `widget` a row of its own over the entry."""
        self._column.insertWidget(self._column.indexOf(self.composer), widget)

    def _connect(self) -> None:
        self.header.move_began.connect(self.move_began)
        self.card.question_chosen.connect(self._ask_offer)
        self.card.removed.connect(self._card_removed)
        self.composer.submitted.connect(self._submit)
        self.composer.stop_requested.connect(self._stop)
        self.composer.editor().escape_pressed.connect(self.escape)
        self.picker.chosen.connect(self._choose_model)
        self.picker.refresh_requested.connect(self.find_models)
        self.trouble.retry_wanted.connect(self.find_models)
        self.trouble.models_wanted.connect(self.models_wanted)
        self.trouble.setup_wanted.connect(self.setup_wanted)
        self.locked.action_requested.connect(self.unlock_wanted)

    def _all_commands(self) -> list[Command]:
        has_answer, is_open = self._has_answer, lambda: self._session is not None
        return [
            Command(
                "quick.copy",
                self.tr("Copy answer"),
                self.copy_answer,
                shortcuts=("Ctrl+Shift+C",),
                enabled_when=has_answer,
            ),
            Command(
                "quick.replace",
                self.tr("Replace clipboard"),
                self.replace_clipboard,
                shortcuts=("Ctrl+Shift+V",),
                enabled_when=has_answer,
            ),
            Command(
                "quick.open",
                self.tr("Open in Hearth"),
                lambda: self.open_wanted.emit(self._session.conversation_id if self._session else ""),
                shortcuts=("Ctrl+O",),
                enabled_when=lambda: self._session is not None and bool(self._session.conversation_id),
            ),
            Command("quick.new", self.tr("New chat"), self.new_chat, shortcuts=("Ctrl+N",), enabled_when=is_open),
            Command(
                "quick.private",
                self.tr("Private"),
                self.switch_private,
                shortcuts=("Ctrl+Shift+N",),
                enabled_when=is_open,
            ),
            Command("quick.dismiss", self.tr("Dismiss"), self.dismiss_wanted.emit),
        ]

    # ---- one profile ----------------------------------------------------------------------------------------------

    def set_session(self, session: QuickSession | None) -> None:
        """Work for `session`; None shows that Hearth is locked, and forgets what was written and quoted."""
        self._session = session
        if session is None:
            self.composer.clear()
            self.card.clear()
            self.put_away_messages()
            self.say("")
            self.trouble.hide()
            self.picker.set_models([])
            self.picker.set_current("")
            if self._transcript is not None:
                self._transcript.set_path([])
        else:
            session.busy_changed.connect(self.show_situation)
            session.path_changed.connect(self.show_situation)
            session.answered.connect(self._answered)
            session.refused.connect(self.composer.refuse)
            session.models_found.connect(self._show_models)
            session.open_wanted.connect(self.open_wanted)
            session.offers_read.connect(self._show_offers)
        self.show_situation()

    @property
    def transcript(self) -> TranscriptView:
        """The messages; made with the first one, or while Hearth is idle."""
        if self._transcript is None:
            from desktop.chat.transcript_view import TranscriptView

            view = self._transcript = TranscriptView(self, load_attachment=self._load_attachment)
            view.hide()
            view.action_requested.connect(self._act)
            view.link_activated.connect(self.link_activated)
            view.list.scrolled.connect(self._grow_timer.start)
            self._column.insertWidget(self._column.indexOf(self.answers), view)
            self._toasts = Toasts(view)  # above the answer, never over the buttons
        return self._transcript

    def _tell(self, text: str, *, done: bool = True, undo: Callable[[], object] | None = None) -> None:
        _ = self.transcript
        if self._toasts is not None:
            action = None if undo is None else (self.tr("Undo"), undo)
            self._toasts.show(text, kind="success" if done else "info", action=action)

    def put_away_messages(self) -> None:
        """Whoever comes back later wonders what they are about."""
        if self._toasts is not None:
            self._toasts.dismiss_all()

    def _act(self, action: MessageAction) -> None:
        if self._session is not None:
            self._session.act(action)
        if action.kind in ("copy", "copy_markdown"):
            self._tell(self.tr("Copied."))

    def _load_attachment(self, attachment: Attachment, taken: Callable[[bytes], None]) -> None:
        if self._session is not None:
            self._session.load_attachment(attachment, taken)

    def _answered(self, _: str) -> None:
        self.show_situation()

    # ---- what is shown --------------------------------------------------------------------------------------------

    def show_situation(self) -> None:
        """Show the parts that belong to what is going on."""
        session = self._session
        is_open = session is not None
        path = session.path if session is not None else []
        self.composer.setVisible(is_open)
        self.header.set_open(is_open)
        self.locked.setVisible(not is_open)
        self.answers.setVisible(bool(path))
        self.answers.refresh()
        if session is not None:
            self.composer.set_busy(session.busy)
            if session.private != self.header.private.isChecked() or session.private != self._shows_private:
                self._shows_private = session.private
                self.composer.set_private(session.private)
            self.header.show_private(session.private)
            self.header.private.setEnabled(not path and not session.busy)
            self.composer.editor().setPlaceholderText(self._placeholder(session))
        self._show_answer(shown=bool(path))
        self.resized.emit()

    _shows_private = False

    def _placeholder(self, session: QuickSession) -> str:
        if self.card.text:
            return self.tr("Ask about this text")
        if session.path:
            return self.tr("Ask on")
        return self.tr("Ask something privately") if session.private else self.tr("Ask anything")

    def _show_answer(self, *, shown: bool) -> None:
        if not shown:
            self._answer_height = 0
            if self._transcript is not None:
                self._transcript.hide()
            return
        self._answer_height = max(self._answer_height, _FIRST_ANSWER_HEIGHT)
        self.transcript.setFixedHeight(min(self._answer_height, self._most_answer_height))
        self.transcript.show()
        self._grow_timer.start()

    def _grow(self) -> None:
        """Give the answer the height it needs; from the limit on it scrolls."""
        view = self._transcript
        if view is None or view.isHidden():
            return
        missing = view.list.verticalScrollBar().maximum()
        if missing > 0 and self._answer_height < self._most_answer_height:
            self._answer_height = min(self._most_answer_height, self._answer_height + max(missing, _GROWS_BY))
            view.setFixedHeight(self._answer_height)
            self.resized.emit()

    def bound_height(self, most: int) -> None:
        """Be at most `most` pixels high."""
        others = self.height_for(self.width()) - (self._transcript.height() if self._answer_height else 0)  # type: ignore[union-attr]
        self._most_answer_height = max(_FIRST_ANSWER_HEIGHT, most - others)
        if self._transcript is not None and self._answer_height > self._most_answer_height:
            self._answer_height = self._most_answer_height
            self._transcript.setFixedHeight(self._answer_height)

    def height_for(self, width: int) -> int:
        """What it needs at this width."""
        self._column.invalidate()
        return self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()

    def sizeHint(self) -> QSize:
        """As high as its parts."""
        return self._column.totalSizeHint()

    def focus(self) -> None:
        """Give the keyboard to what is used first."""
        if self._session is None:
            self.locked.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.composer.focus_editor()

    def say(self, text: str) -> None:
        """A sentence above the entry; an empty one takes it away."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    # ---- asking ---------------------------------------------------------------------------------------------------

    def show_text(self, text: str, *, origin: Origin = "selection") -> None:
        """Quote `text`; what is typed next is asked about it."""
        self._origin = origin
        if len(text) > LONGEST_TEXT:
            self.card.clear()
            self.composer.add_text(text)
            self.say(self.tr("The text is long, so it is attached as a file. Type what to do with it."))
        else:
            words = self.tr("Selected text") if origin == "selection" else self.tr("From the clipboard")
            self.card.show_text(text, self._offered(), origin=words)
            self.say("")
        self.show_situation()

    def _offered(self) -> Sequence[PromptOffer]:
        if self._offers is not None:
            return self._offers()
        known = self._session.offers if self._session is not None else None
        return usual_offers() if known is None else known

    def _show_offers(self) -> None:
        """The prompt library was read, or has changed."""
        if self.card.text:
            self.card.offer(self._offered())
            self.resized.emit()

    def _submit(self, draft: Draft) -> None:
        text = draft.text
        if self.card.text:
            text = question_about(text, self.card.text) if text else self.card.text
        self._ask(text, draft, quoting=bool(self.card.text))

    def _ask_offer(self, question: str) -> None:
        self._ask(question, Draft("", self.composer.attachments()), quoting=True)
        self.composer.clear()
        self.composer.focus_editor()

    def _ask(self, text: str, draft: Draft, *, quoting: bool) -> None:
        if self._session is None:
            return
        if self._session.ask(text, draft.attachments, quoting=quoting):
            self.say("")
            self.card.clear()
        elif self._session.busy:
            self.composer.refuse(self.tr("An answer is being written. Stop it first, or wait."))
        self.show_situation()

    def _card_removed(self) -> None:
        self.composer.focus_editor()
        self.show_situation()

    def _stop(self) -> None:
        if self._session is not None:
            self._session.stop()

    def escape(self) -> None:
        """Stop the answer that is on its way, else go away."""
        if self._session is not None and self._session.busy:
            self._session.stop()
        else:
            self.dismiss_wanted.emit()

    def new_chat(self) -> None:
        """Leave this chat where all chats are, and begin another."""
        if self._session is not None:
            self._session.begin_anew()
            self.card.clear()
            self.say("")
            self.show_situation()
            self.composer.focus_editor()

    def switch_private(self) -> None:
        """Keep nothing of the chat that begins now, or keep it after all; a chat that has begun stays what it is."""
        if self._session is None:
            return
        self._session.begin_anew(private=not self._session.private)
        self.composer.focus_editor()

    # ---- the answer -----------------------------------------------------------------------------------------------

    def _has_answer(self) -> bool:
        return self._session is not None and bool(self._session.path) and bool(self._session.answer_text())

    def copy_answer(self) -> None:
        """Copy the last answer as one reads it."""
        if self._session is not None:
            QGuiApplication.clipboard().setText(self._session.answer_text())
            self._tell(self.tr("Copied."))

    def replace_clipboard(self) -> None:
        """Put the last answer where the text came from, with a way back."""
        from desktop.quick_chat.clipboard_swap import ClipboardSwap

        if self._session is None:
            return
        swap = ClipboardSwap(self._session.answer_text())

        def undo() -> None:
            if not swap.undo():
                self._tell(self.tr("Something else was copied since. It was left as it is."), done=False)

        self._tell(self.tr("The clipboard now holds the answer. Paste it where the text was."), undo=undo)

    # ---- models ---------------------------------------------------------------------------------------------------

    def find_models(self) -> None:
        """Ask what can answer."""
        if self._session is not None:
            self._session.find_models()

    def _choose_model(self, name: str) -> None:
        if self._session is not None:
            self._session.choose_model(name)
            self.picker.set_current(name)

    def _show_models(self, models: list[ServedModel], error: BaseException | None) -> None:
        from desktop.chat.model_choices import choices_of

        failure = failure_of(error) if error is not None else None
        if failure is not None:
            points = isinstance(error, HearthError) and error.points_to_detail
            self._show_failure(failure, detail=failure.details if points else "")
        else:
            choices = choices_of(models)
            self.picker.set_models(choices)
            if self._session is not None:
                self.picker.set_current(self._session.model)
            if choices:
                self.trouble.hide()
            else:
                self.trouble.show_trouble(
                    self.tr("No model is installed yet."),
                    self.tr("Get one in Hearth under “Models”. It is downloaded once and then runs on this computer."),
                )
        self.resized.emit()

    def _show_failure(self, failure: Failure, *, detail: str) -> None:
        """In the words of the window, where it is known what is missing; `detail` belongs to the failure's own."""
        from desktop.chat.missing_words import missing_words

        lacking = self._session.lacking if self._session is not None else None
        sentence, next_step = (failure.sentence, failure.next_step) if lacking is None else missing_words(lacking)
        wants_setup = lacking is not None and lacking.kind in ("program", "start")
        self.picker.set_models([], server_trouble=f"{sentence} {next_step}")
        detail = detail if lacking is None or lacking.kind == "other" else ""
        self.trouble.show_trouble(sentence, next_step, detail=detail, wants_setup=wants_setup)

    # ---- for the one that comes after a change of language --------------------------------------------------------

    def take_over(self, old: QuickBody) -> None:
        """Show what `old` showed: its session, draft and quoted text."""
        draft = draft_of(old.composer)
        text, origin, session = old.card.text, old._origin, old._session
        self.set_session(session)
        put_draft(self.composer, draft)
        if text:
            self.show_text(text, origin=origin)
        if session is not None and session.path:
            session.show_path()
            self.show_situation()
