"""Where a question is written: editor, attachments, a row for model and context, one button to send and to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.conversations.message_tree import NewAttachment
from desktop.chat.attachment_intake import (
    AttachmentIntake,
    FileSource,
    ImageSource,
    Source,
    TakenAttachment,
    TextSource,
    attachable_endings,
    is_folder,
    is_recording,
)
from desktop.chat.attachments import AttachmentStrip
from desktop.chat.message_editor import MessageEditor
from desktop.theme.icons import icon, icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.chat.prompt_library import Prompt
    from desktop.chat.slash_menu import SlashMenu

MOST_ATTACHMENTS = 20
_SHARE_OF_THE_PAGE = 0.4
_MOST_SLASHED_CHARACTERS = 200  # longer than any name of a prompt
_MOST_EDITED_CHARACTERS = 100_000  # one paragraph of 2,000,000 takes 2 s to lay out (measured), 100,000 0.1 s


@dataclass(frozen=True, slots=True)
class Draft:
    """What the owner sends: never empty, the text without blank ends."""

    text: str
    attachments: tuple[NewAttachment, ...] = ()


class Composer(QWidget):
    """Sends by `submitted` and empties itself; `refuse` puts a draft back that could not be sent.

    The caller keeps the draft of each chat with `text` and `set_text`; attachments belong to the chat on show.
    """

    submitted = Signal(object)  # Draft
    stop_requested = Signal()
    edit_last_requested = Signal()
    draft_changed = Signal()
    prompt_chosen = Signal(object, str)  # Prompt, and what was typed behind its name
    folders_offered = Signal(object)  # paths of folders, which no message takes
    recordings_offered = Signal(object)  # paths of audio and video: `attach_recordings`, or something better

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = self._private = False
        self._last: tuple[str, tuple[TakenAttachment, ...]] | None = None
        self._intake = AttachmentIntake(self)
        self._watched: QWidget | None = None
        self._prompts: tuple[Prompt, ...] = ()
        self._slash: SlashMenu | None = None
        self.offers_recordings = self.offers_folders = False
        self.setAcceptDrops(False)  # the editor takes what is dropped
        self.setAccessibleName(self.tr("Message"))
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_private(False)
        self._refresh()

    def text(self) -> str:
        """What stands in the editor now."""
        return self._editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Put `text` in the editor, as a draft that was kept or a question to be edited; the cursor goes to its end.

        A text that would make the editor crawl becomes an attachment, as a long paste does.
        """
        if len(text) > _MOST_EDITED_CHARACTERS:
            self._editor.clear()
            self.add_text(text)
            return
        self._editor.setPlainText(text.replace("\0", ""))
        cursor = self._editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._editor.setTextCursor(cursor)

    def attachments(self) -> tuple[NewAttachment, ...]:
        """What would be sent along."""
        return self._strip.attachments()

    def clear(self) -> None:
        """Empty the editor, the strip and the refusal."""
        self._editor.clear()
        self._strip.clear()
        self._refusal.hide()

    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._busy

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  the contract's setter
        """While an answer comes, the button stops it; the next question can be written, not sent."""
        self._busy = busy
        self._refresh()

    def set_private(self, private: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Mark a chat of which nothing is kept."""
        self._private = private
        self._badge.setVisible(private)
        self._editor.setPlaceholderText(self.tr("Ask something privately") if private else self.tr("Ask anything"))
        self._editor.setAccessibleName(self.tr("Private message") if private else self.tr("Message"))
        self._card.set_private(private)

    def set_notes(self, notes: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """What is written is kept as a note; nobody is asked."""
        if notes:
            self._editor.setPlaceholderText(self.tr("Write a note…"))
            self._editor.setAccessibleName(self.tr("Note"))

    def refuse(self, text: str) -> None:
        """Say in a sentence what was not done. A draft just sent comes back unless something new was begun."""
        if self._last and not self.text() and not self._strip.count():
            self._editor.setPlainText(self._last[0])
            for taken in self._last[1]:
                self._restore(taken)
        self._last = None
        self._refusal.say(text)

    def focus_editor(self) -> None:
        """Give the keyboard to the editor."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def editor(self) -> MessageEditor:
        """The text entry itself."""
        return self._editor

    def add_slot(self, widget: QWidget, *, right: bool = False) -> None:
        """Put a control into the row under the editor: the model on the left, the context meter on the right."""
        (self._right_slots if right else self._left_slots).addWidget(widget)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files, as if they were dropped."""
        self._take([(path.name, FileSource(path)) for path in paths])

    def attach_recordings(self, paths: Sequence[Path]) -> None:
        """Attach audio and video as it is."""
        self._take_in([(path.name, FileSource(path)) for path in paths])

    def add_image(self, image: QImage, *, name: str = "") -> None:
        """Attach a picture, as if it were pasted."""
        name = name or self._numbered(self.tr("Pasted picture"), ".png")
        self._take([(name, ImageSource(image, name))])

    def add_text(self, text: str, *, name: str = "") -> None:
        """Attach a text, as if it were pasted and too long for the editor."""
        name = name or self._numbered(self.tr("Pasted text"), ".txt")
        self._take([(name, TextSource(text, name))])

    def add_attachment(self, attachment: NewAttachment) -> None:
        """Attach what is ready to be sent, such as the sound of a voice note."""
        if self._strip.count() < MOST_ATTACHMENTS:
            self._restore(TakenAttachment(attachment, QImage()))
        else:
            self._take_in([(attachment.name, TextSource("", attachment.name))])  # says that it was left out

    def set_prompts(self, prompts: Sequence[Prompt]) -> None:
        """What a “/” at the beginning of the text offers."""
        self._prompts = tuple(prompts)
        if self._slash is not None:
            self._slash.set_prompts(self._prompts)

    def insert_prompt(self, text: str) -> None:
        """Put the text of a prompt into the editor; a slash at its beginning is then a slash."""
        self._editor.clear()
        if text.startswith("/"):
            self._the_slash_menu().give_up()
        self.set_text(text)

    def slash_menu(self) -> SlashMenu | None:
        """The prompts on offer, once a “/” was typed."""
        return self._slash

    def submit(self) -> None:
        """Send what stands there, if there is something and nothing is in the way; `/name rest` calls a prompt."""
        if self._call_prompt():
            return
        if not self._can_send():
            return
        text = self.text().strip()
        self._last = (text, self._strip.taken())
        draft = Draft(text, self._strip.attachments())
        self.clear()
        self.submitted.emit(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Who writes while a button below the editor has the keyboard, as after choosing a model, means the editor."""
        command = (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        if event.text().isprintable() and event.text().strip() and not event.modifiers() & command:
            self.focus_editor()
            QCoreApplication.sendEvent(self._editor, event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page's height bounds the editor's."""
        if event.type() == QEvent.Type.Resize:
            self._bound_height()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the page this composer stands on."""
        page = self.parentWidget()
        if page is not None and page is not self._watched:
            page.installEventFilter(self)
            self._watched = page
        self._bound_height()
        super().showEvent(event)

    def _make_parts(self) -> None:
        self._card = _Card(self)
        self._badge = _Badge(self.tr("Private chat. Nothing of it is kept."), self._card)
        self._refusal = _Refusal(self)
        self._strip = AttachmentStrip(self._card)
        self._editor = MessageEditor(self._card)
        self._attach = IconButton("paperclip", self.tr("Attach files"), shortcut="Ctrl+Shift+A", parent=self._card)
        self._attach.setShortcut("Ctrl+Shift+A")
        self._send = QPushButton(self._card)
        self._send.setProperty("kind", "send")
        self._left_slots, self._right_slots = QHBoxLayout(), QHBoxLayout()

    def _lay_out(self) -> None:
        spacing = theme().tokens.spacing
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(spacing.s)
        outer.addWidget(self._refusal)
        outer.addWidget(self._card)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(14, 12, 10, 10)
        inside.setSpacing(spacing.s)
        for widget in (self._badge, self._strip, self._editor):
            inside.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(spacing.xs)
        row.addWidget(self._attach)
        row.addLayout(self._left_slots)
        row.addStretch(1)
        row.addLayout(self._right_slots)
        row.addSpacing(spacing.xs)
        row.addWidget(self._send)
        inside.addLayout(row)
        self.setFocusProxy(self._editor)
        self._size_button()

    def _connect(self) -> None:
        editor = self._editor
        editor.send_requested.connect(self.submit)
        editor.edit_last_requested.connect(self.edit_last_requested)
        editor.escape_pressed.connect(self._on_escape)
        editor.files_given.connect(self.add_files)
        editor.image_given.connect(self.add_image)
        editor.long_text_given.connect(self.add_text)
        editor.textChanged.connect(self._on_text)
        editor.focus_changed.connect(self._card.update)
        self._strip.changed.connect(self._refresh)
        self._strip.left_by_keyboard.connect(self.focus_editor)
        self._attach.clicked.connect(self._choose_files)
        self._send.clicked.connect(self._on_button)
        self._intake.taken.connect(self._strip.fill)
        self._intake.refused.connect(self._on_refused)
        theme().changed.connect(self._size_button)

    def _call_prompt(self) -> bool:
        text = self.text()
        if not text.startswith("/") or not self._prompts or (self._slash is not None and self._slash.given_up()):
            return False
        from desktop.chat.slash_menu import called

        found = called(self._prompts, text)
        if found is None:
            return False
        self.prompt_chosen.emit(*found)
        return True

    def _the_slash_menu(self) -> SlashMenu:
        """Made when the first “/” is typed: most chats do without."""
        if self._slash is None:
            from desktop.chat.slash_menu import SlashMenu

            self._slash = SlashMenu(self._editor)
            self._slash.set_prompts(self._prompts)
            self._slash.chosen.connect(lambda prompt: self.prompt_chosen.emit(prompt, ""))
        return self._slash

    def _follow_slash(self) -> None:
        document = self._editor.document()
        begins = document.characterAt(0) == "/" and document.characterCount() < _MOST_SLASHED_CHARACTERS
        if begins and self._prompts:
            self._the_slash_menu()
        if self._slash is not None:
            first = document.characterAt(0)
            self._slash.follow(self.text() if begins else "/ " if first == "/" else "")

    def _on_button(self) -> None:
        if self._busy:
            self.stop_requested.emit()
        else:
            self.submit()

    def _on_escape(self) -> None:
        if self._busy:
            self.stop_requested.emit()
        else:
            self._refusal.hide()

    def _on_text(self) -> None:
        if not self._editor.document().isEmpty():
            self._refusal.hide()
        self._refresh()
        self._follow_slash()
        self.draft_changed.emit()

    def _on_refused(self, number: int, sentence: str) -> None:
        self._strip.remove(number)
        self._refusal.say(sentence)

    def _take(self, named: Sequence[tuple[str, Source]]) -> None:
        """Take these in; where somebody writes recordings down, they are offered those first."""
        folders = [source.path for _, source in named if self.offers_folders and is_folder(source)]
        if folders:
            named = [(name, source) for name, source in named if not is_folder(source)]
            self.folders_offered.emit(folders)
        recordings = [source.path for _, source in named if self.offers_recordings and is_recording(source)]
        self._take_in([(name, source) for name, source in named if not recordings or not is_recording(source)])
        if recordings:
            self.recordings_offered.emit(recordings)

    def _take_in(self, named: Sequence[tuple[str, Source]]) -> None:
        room = MOST_ATTACHMENTS - self._strip.count()
        self._refusal.hide()
        if len(named) > room:
            sentence = self.tr("A message takes %1 attachments; the rest was left out. Send them with the next one.")
            self._refusal.say(sentence.replace("%1", str(MOST_ATTACHMENTS)))
        named = named[: max(0, room)]
        for number, (name, _) in zip(self._intake.take([source for _, source in named]), named, strict=True):
            self._strip.expect(number, name)

    def _restore(self, taken: TakenAttachment) -> None:
        number = self._intake.reserve()
        self._strip.expect(number, taken.attachment.name)
        self._strip.fill(number, taken)

    def _numbered(self, name: str, ending: str) -> str:
        count = sum(name in attachment.name for attachment in self._strip.attachments())
        return f"{name} {count + 1}{ending}" if count else f"{name}{ending}"

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        patterns = " ".join(f"*{ending}" for ending in attachable_endings())
        kinds = [f"{self.tr('Documents, pictures, texts, recordings')} ({patterns})", f"{self.tr('All files')} (*)"]
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Attach files"),
            "",
            ";;".join(kinds),
            options=QFileDialog.Option.HideNameFilterDetails,  # fifty endings are no words to choose by
        )
        self.add_files([Path(name) for name in chosen])
        self.focus_editor()

    def _can_send(self) -> bool:
        if self._busy or self._strip.is_reading():
            return False
        return bool(self._strip.count()) or not self._editor.is_blank()

    def _refresh(self) -> None:
        if self._busy:
            look = ("stop", self.tr("Stop the answer"), self.tr("Stop (Esc)"))
        elif self._strip.is_reading():
            look = ("send", self.tr("Send"), self.tr("The attachments are still being read"))
        else:
            look = ("send", self.tr("Send"), self.tr("Send (Enter)"))
        name, spoken, tip = look
        if self._send.accessibleName() != spoken:
            self._send.setIcon(icon(name, colour="accent_text", size=20))
            self._send.setAccessibleName(spoken)
        self._send.setToolTip(tip)
        self._send.setEnabled(self._busy or self._can_send())

    def _size_button(self) -> None:
        side, inner = theme().px(34), theme().px(20)
        self._send.setFixedSize(side, side)
        self._send.setIconSize(QSize(inner, inner))

    def _bound_height(self) -> None:
        page = self._watched or self
        self._editor.set_most_height(max(80, int(page.height() * _SHARE_OF_THE_PAGE)))


class _Card(QWidget):
    """The frame around editor and controls; its edge shows that the keyboard is inside."""

    def __init__(self, parent: Composer) -> None:
        super().__init__(parent)
        self._private = False
        theme().changed.connect(self.update)

    def set_private(self, private: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        self._private = private
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        colours = tokens.colours
        focused = any(isinstance(child, MessageEditor) and child.hasFocus() for child in self.children())
        edge = colours.focus if focused else colours.private if self._private else colours.control_border
        width = tokens.focus_width if focused else tokens.border_width
        pen = QPen(QColor(edge), width)
        if self._private:
            pen.setDashPattern([4, 3])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.private_surface if self._private else colours.surface))
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, tokens.radius.xl, tokens.radius.xl)


class _Badge(QWidget):
    """The line that tells a private chat apart, in words and with a mark."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self._label = QLabel(text, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().tokens.spacing.s)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        self._label.setProperty("role", "private_text")
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        side = theme().px(18)
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(icon_pixmap("private", colour="private_on_surface", size=side, ratio=ratio))


class _Refusal(QFrame):
    """A sentence above the card, until something is typed or it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "danger_card")
        self._mark = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        close = IconButton("close", self.tr("Close this message"), size=14, parent=self)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(theme().tokens.spacing.s)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._dress()
        theme().changed.connect(self._dress)
        self.hide()

    def say(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text, urgent=True)

    def _dress(self) -> None:
        side = theme().px(18)
        self._mark.setPixmap(icon_pixmap("error", colour="danger", size=side, ratio=self.devicePixelRatioF()))
