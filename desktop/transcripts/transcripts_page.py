"""The page of transcripts: files and recordings as text that can be searched, heard, corrected and taken along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import Cancelled, HearthError
from core.events import TranscriptChanged
from desktop.theme.theme_state import theme
from desktop.transcripts.file_choice import FileChoice
from desktop.transcripts.segment_editor import SegmentEditor
from desktop.transcripts.state_words import language_name, length_words, row_words
from desktop.transcripts.transcript_desk import TranscriptDesk
from desktop.transcripts.transcript_detail import TranscriptDetail
from desktop.widgets.card_rows import Card, CardRows
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu import Menu
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.voice.sound_player import PlayPosition
    from core.voice.transcript_formats import TranscriptForm
    from core.voice.transcript_rows import SpokenSegment, Transcript
    from core.voice.transcription import TranscriptProgress
    from core.voice.transcripts import Transcripts
    from desktop.bridge import Bridge, Call
    from desktop.widgets.toast import Toasts

_LIST_WIDTH = 260
_ROOM_FOR_BOTH = 640
_GATHER_MS = 150
_FILES = (
    "*.aac *.aif *.aiff *.amr *.avi *.flac *.m4a *.m4b *.m4v *.mka *.mkv *.mov *.mp3 *.mp4 *.mpeg *.mpg *.oga *.ogg "
    "*.opus *.wav *.weba *.webm *.wma *.wmv"
)
_TARGETS = ("en", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")


class TranscriptsPage(QWidget):
    """`text_wanted` takes a text into a new chat: its name and what it says."""

    text_wanted = Signal(str, str)

    def __init__(
        self, bridge: Bridge, assistant: Assistant, *, toasts: Toasts, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Transcripts"))
        self.setAcceptDrops(True)
        self._assistant = assistant
        self._toasts = toasts
        self._report = report
        self._desk = TranscriptDesk(bridge, assistant, report)
        self._entries: dict[str, Transcript] = {}
        self._progress: dict[str, TranscriptProgress] = {}
        self._shown_id = ""
        self._wanted_id = ""
        self._in_detail = False
        self._playing: Call | None = None
        self._translating: Call | None = None
        self._asking = False
        self._again = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._again.timeout.connect(self.refresh)
        self._make_parts()
        self._connect()
        self._fit()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self.refresh()

    # ---- for others -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Fetch what has changed."""
        if self._asking:
            self._again.start()
            return
        self._asking = True
        self._desk.ask(_everything, owner=self, done=self._take, failed=self._not_taken)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Ask what is to be asked, then write them down."""
        if not paths:
            return
        keep = self._assistant.settings.values.voice.keep_recordings == "audio"
        choice = FileChoice(paths, keep_sound=keep, parent=self.window())
        choice.chosen.connect(lambda keep, task: self.write_down(paths, keep_sound=keep, task=task))
        choice.open()

    def write_down(self, paths: Sequence[Path], *, keep_sound: bool, task: Any) -> None:
        """Write these files down, as “transcribe” or “translate” says, and show the first of them."""

        def added(first_id: str) -> None:
            self._wanted_id = first_id

        async def add(transcripts: Transcripts) -> str:
            ids = [(await transcripts.add(path, keep_sound=keep_sound, task=task)).transcript_id for path in paths]
            return ids[0]

        self._desk.ask(add, owner=self, done=added)

    def show_entry(self, transcript_id: str) -> None:
        """Choose one, also one that is only just being made."""
        self._wanted_id = transcript_id
        if transcript_id in self._entries:
            self._open(transcript_id)

    def finish(self) -> None:
        """The vault is about to close."""
        self._stop_playing()

    # ---- making -----------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        title = QLabel(self.tr("Transcripts"), self)
        title.setProperty("role", "title")
        about = QLabel(self.tr("Audio and video files as text, made on this computer and kept in this profile."), self)
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        self.add = QPushButton(self.tr("Add files…"), self)
        self.add.setProperty("kind", "primary")
        self.search = SearchField(self.tr("Search transcripts"), parent=self)
        self.rows = CardRows(self.tr("Transcripts"), self)
        self.nothing = EmptyState("search", self.tr("No transcript is called like that."), compact=True, parent=self)
        self.nothing.hide()
        self._list = QWidget(self)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.nothing):
            column.addWidget(part)
        column.addWidget(self.rows, stretch=1)
        self.detail = TranscriptDetail(self)
        self.empty = EmptyState(
            "waveform",
            self.tr("Drop audio or video files here"),
            self.tr(
                "Hearth writes down what is said in them, with the time of every word. Nothing leaves this computer."
            ),
            action=self.tr("Add files…"),
            parent=self,
        )
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self._list)
        row.addWidget(self.detail, stretch=1)
        self._stack = QStackedWidget(self)
        blank = QWidget(self)  # until it is known what there is: an empty list would take the keyboard
        self._stack.addWidget(blank)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title, stretch=1)
        top.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(about)
        layout.addSpacing(12)
        layout.addWidget(self._stack, stretch=1)

    def _connect(self) -> None:
        detail = self.detail
        self.add.clicked.connect(self._choose_files)
        self.empty.action_requested.connect(self._choose_files)
        self.search.searched.connect(self._on_searched)
        self.search.moved.connect(self.rows.step)
        self.search.returnPressed.connect(self._into_words)
        self.rows.currentRowChanged.connect(lambda _: self._on_row())
        self.rows.itemActivated.connect(lambda _: self._into_words())
        self.rows.itemClicked.connect(lambda _: self._show_alone())
        detail.back.clicked.connect(self._to_list)
        detail.renamed.connect(self._rename)
        detail.stop_wanted.connect(lambda: self._with_shown(lambda t, the_id: t.stop(the_id)))
        detail.go_on_wanted.connect(lambda: self._with_shown(lambda t, the_id: t.go_on(the_id)))
        detail.ask.clicked.connect(lambda: self._with_text(self._ask_about))
        detail.copy.clicked.connect(lambda: self._with_text(self._copy))
        detail.translate.clicked.connect(self._choose_language)
        detail.export.clicked.connect(self._choose_form)
        detail.delete.clicked.connect(self._ask_to_delete)
        detail.words.play_wanted.connect(self._play)
        detail.words.edit_wanted.connect(self._edit)
        detail.words.menu_wanted.connect(self._words_menu)
        detail.player.play_wanted.connect(self._play_or_resume)
        detail.player.pause_wanted.connect(self._pause)
        detail.player.seek_wanted.connect(self._seek)
        detail.player.speed_wanted.connect(
            lambda speed: self._desk.with_player(lambda player: player.change_speed(speed), owner=self)
        )
        theme().changed.connect(self._fit)

    # ---- what is there ----------------------------------------------------------------------------------------------

    def _take(self, everything: tuple[list[Transcript], dict[str, TranscriptProgress]]) -> None:
        self._asking = False
        listed, self._progress = everything
        before = self._entries
        self._entries = {one.transcript_id: one for one in listed}
        self.rows.set_cards([self._card(one) for one in listed])
        self._on_searched(self.search.text())
        self._stack.setCurrentIndex(1 if listed else 2)
        wanted = self._wanted_id or self._shown_id
        if wanted not in self._entries:
            wanted = next(iter(self.rows.shown_ids()), "")
        if wanted != self._shown_id:
            self._open(wanted)
        elif wanted:
            self._mark(wanted)
            self._show_details()
            self._fetch_words(edited=self._entries[wanted] != before.get(wanted))
        self._fit()

    def _not_taken(self, error: BaseException) -> None:
        self._asking = False
        if not isinstance(error, Cancelled):
            self._report(error)

    def _card(self, transcript: Transcript) -> Card:
        below = row_words(transcript, self._progress.get(transcript.transcript_id))
        icons = {"failed": "error", "waiting": "clock", "running": "waveform", "stopped": "pause"}
        length = length_words(transcript)
        return Card(
            transcript.transcript_id,
            transcript.title,
            " · ".join(part for part in (below, length) if part) if transcript.state == "complete" else below,
            icon_name=icons.get(transcript.state, "globe" if transcript.task == "translate" else "file-text"),
            spoken=", ".join(part for part in (transcript.title, below, length) if part),
        )

    def _open(self, transcript_id: str) -> None:
        if transcript_id != self._shown_id:
            self._stop_playing()
        self._wanted_id = ""
        self._shown_id = transcript_id
        self._mark(transcript_id)
        self.detail.setVisible(bool(transcript_id))
        if transcript_id:
            self.detail.words.show_segments([])
            self._show_details()
            self._fetch_words()

    def _show_details(self) -> None:
        transcript = self._entries.get(self._shown_id)
        if transcript is not None:
            self.detail.show_transcript(transcript, self._progress.get(self._shown_id))

    def _fetch_words(self, *, edited: bool = False) -> None:
        """Those that are new; all of them where one may have been changed by hand."""
        the_id = self._shown_id
        whole = edited and not self._entries[the_id].is_at_work
        after = -1 if whole else self.detail.words.last_position
        self._desk.ask(
            lambda t: t.segments(the_id, after=after),
            owner=self,
            done=lambda segments: self._show_words(the_id, after, segments),
        )

    def _show_words(self, transcript_id: str, after: int, segments: Sequence[SpokenSegment]) -> None:
        words = self.detail.words
        if transcript_id != self._shown_id:
            return
        if after < 0:
            words.show_segments(segments, keep_place=True)
        elif after == words.last_position:
            words.add_segments(segments)
        self.detail.show_emptiness()

    def _mark(self, transcript_id: str) -> None:
        blocked = self.rows.blockSignals(True)
        self.rows.set_current(transcript_id)
        self.rows.blockSignals(blocked)

    def _on_row(self) -> None:
        chosen = self.rows.current_id()
        if chosen and chosen != self._shown_id and chosen in self._entries:
            self._open(chosen)

    def _on_searched(self, text: str) -> None:
        found = self.rows.filter(text.strip())
        self.nothing.setVisible(not found and bool(self._entries))
        self.rows.setVisible(bool(found) or not self._entries)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, TranscriptChanged) and not self._again.isActive():
            self._again.start()

    # ---- adding -----------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add audio or video files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Audio and video ({0})").format(_FILES), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if _dropped(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere on the page."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Write down what was dropped."""
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self.add_files(paths)

    # ---- deeds ------------------------------------------------------------------------------------------------------

    def _with_shown(self, work: Callable[[Transcripts, str], Any]) -> None:
        the_id = self._shown_id
        if the_id:
            self._desk.ask(lambda t: work(t, the_id), owner=self)

    def _rename(self, title: str) -> None:
        self._with_shown(lambda t, the_id: t.rename(the_id, title))

    def _with_text(self, use: Callable[[str], None]) -> None:
        the_id = self._shown_id
        self._desk.ask(lambda t: t.text(the_id), owner=self, done=use)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._toasts.show(self.tr("Copied."), kind="success")

    def _ask_about(self, text: str) -> None:
        transcript = self._entries.get(self._shown_id)
        if transcript is not None:
            self.text_wanted.emit(f"{transcript.title}.txt", text)

    def _ask_to_delete(self) -> None:
        transcript = self._entries.get(self._shown_id)
        if transcript is None:
            return
        question = QMessageBox(self.window())
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(self.tr("Delete"))
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(self.tr("Delete “{0}”?").format(transcript.title))
        question.setInformativeText(
            self.tr("The text and the kept sound are destroyed. The file it was made from stays.")
        )
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        delete.setProperty("kind", "danger")
        question.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        the_id = transcript.transcript_id
        delete.clicked.connect(lambda: self._delete(the_id))
        question.open()

    def _delete(self, transcript_id: str) -> None:
        if transcript_id == self._shown_id:
            self._stop_playing()
        self._desk.ask(lambda t: t.delete(transcript_id), owner=self)
        self.rows.setFocus()

    def _choose_form(self) -> None:
        forms: list[tuple[TranscriptForm, str]] = [
            ("txt", self.tr("Text (.txt)")),
            ("srt", self.tr("Subtitles (.srt)")),
            ("vtt", self.tr("Subtitles for the web (.vtt)")),
            ("json", self.tr("Everything, for programs (.json)")),
        ]
        menu = self._menu()
        for form, words in forms:
            menu.addAction(words).triggered.connect(lambda _=False, form=form: self._choose_target(form))
        menu.popup(_below(self.detail.export))

    def _choose_target(self, form: TranscriptForm) -> None:
        transcript = self._entries.get(self._shown_id)
        if transcript is None:
            return
        dialog = QFileDialog(self.window(), self.tr("Export…"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(f"{transcript.title.replace('/', '-')}.{form}")
        the_id = transcript.transcript_id
        dialog.fileSelected.connect(lambda name: self.export_to(the_id, form, Path(name)))
        dialog.open()

    def export_to(self, transcript_id: str, form: TranscriptForm, target: Path) -> None:
        """Write one of them to a file."""
        self._desk.export(
            transcript_id,
            form,
            target,
            owner=self,
            done=lambda _: self._toasts.show(self.tr("Exported to “{0}”.").format(target.name), kind="success"),
            failed=self._refused,
        )

    # ---- another language -------------------------------------------------------------------------------------------

    def _choose_language(self) -> None:
        if self._translating is not None and self._translating.running:
            self._translating.cancel()
            return
        transcript = self._entries.get(self._shown_id)
        menu = self._menu()
        for code in _TARGETS:
            if transcript is None or code != transcript.language:
                menu.addAction(language_name(code)).triggered.connect(
                    lambda _=False, code=code: self.translate_shown(code)
                )
        menu.popup(_below(self.detail.translate))

    def translate_shown(self, language: str) -> None:
        """Another transcript beside the one in sight."""
        the_id = self._shown_id
        self.detail.translate.set_look("stop", self.tr("Stop translating"))
        self._toasts.show(self.tr("Translating into {0}…").format(language_name(language)))
        self._translating = self._desk.ask(
            lambda t: t.translate(the_id, language), owner=self, done=self._translated, failed=self._not_translated
        )

    def _translated(self, transcript: Transcript) -> None:
        self.detail.translate.set_look("globe", self.tr("Translate…"))
        self.show_entry(transcript.transcript_id)

    def _not_translated(self, error: BaseException) -> None:
        self.detail.translate.set_look("globe", self.tr("Translate…"))
        self._refused(error)

    # ---- words ------------------------------------------------------------------------------------------------------

    def _words_menu(self, where: QPoint) -> None:
        words = self.detail.words
        word = words.words.word_at(words.cursorForPosition(words.viewport().mapFromGlobal(where)).position())
        menu = self._menu()
        if words.textCursor().hasSelection():
            menu.addAction(self.tr("Copy")).triggered.connect(words.copy)
        if word is not None:
            menu.addAction(self.tr("Play from here")).triggered.connect(lambda: self._play(word.start_ms))
            menu.addAction(self.tr("Edit text…")).triggered.connect(lambda: self._edit(word.position))
        menu.popup(where)

    def _edit(self, position: int) -> None:
        the_id = self._shown_id
        self._stop_playing()
        self._desk.ask(
            lambda t: t.segments(the_id, after=position - 1),
            owner=self,
            done=lambda segments: self._open_editor(the_id, segments),
        )

    def _open_editor(self, transcript_id: str, segments: Sequence[SpokenSegment]) -> None:
        if segments and transcript_id == self._shown_id:
            editor = SegmentEditor(segments[0], self.window())
            editor.kept.connect(
                lambda position, text: self._desk.ask(lambda t: t.rewrite(transcript_id, position, text), owner=self)
            )
            editor.open()

    # ---- sound ------------------------------------------------------------------------------------------------------

    def _play(self, from_ms: int) -> None:
        the_id = self._shown_id
        self._stop_playing()
        self.detail.player.show_playing(True)
        self.detail.player.show_position(from_ms)
        self._playing = self._desk.play(
            the_id,
            from_ms,
            owner=self,
            batch=lambda positions: self._played(the_id, positions[-1]),
            finished=lambda: self._ended(the_id),
            failed=lambda error: self._not_played(the_id, error),
        )

    def _played(self, transcript_id: str, position: PlayPosition) -> None:
        if transcript_id != self._shown_id or position.key != transcript_id:
            return
        self.detail.player.show_playing(not position.is_paused)
        self.detail.player.show_position(position.at_ms)
        self.detail.words.show_played(position.at_ms, follow=not position.is_paused)

    def _play_or_resume(self) -> None:
        player = self.detail.player
        if self._playing is not None and self._playing.running:
            self._desk.with_player(lambda player: player.resume(), owner=self)
            player.show_playing(True)
        else:
            at_end = player.position_ms >= player.slider.maximum() - 200
            self._play(0 if at_end else player.position_ms)

    def _pause(self) -> None:
        self._desk.with_player(lambda player: player.pause(), owner=self)
        self.detail.player.show_playing(False)

    def _seek(self, at_ms: int) -> None:
        if self._playing is not None and self._playing.running:
            self._desk.with_player(lambda player: player.move_to(at_ms), owner=self)

    def _stop_playing(self) -> None:
        playing, self._playing = self._playing, None
        if playing is not None:
            playing.cancel()
            self.detail.player.show_playing(False)
            self.detail.words.show_played(None)

    def _ended(self, transcript_id: str) -> None:
        if transcript_id == self._shown_id:
            self.detail.player.show_playing(False)
            self.detail.words.show_played(None)

    def _not_played(self, transcript_id: str, error: BaseException) -> None:
        self._ended(transcript_id)
        self._refused(error)

    def _refused(self, error: BaseException) -> None:
        """Say what was not done, and what can be done about it."""
        if isinstance(error, HearthError):
            if not isinstance(error, Cancelled):
                self._toasts.show(f"{error.owner_sentence} {error.owner_next_step}", kind="error")
        else:
            self._report(error)

    # ---- room -------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever shows the page begins in the list."""
        (self.rows if self._entries else self.add).setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one after the other where there is not."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        both = self.width() >= theme().px(_ROOM_FOR_BOTH)
        self._list.setVisible(both or not self._in_detail)
        self.detail.setVisible(bool(self._shown_id) and (both or self._in_detail))
        self.detail.back.setVisible(not both)
        self._list.setMaximumWidth(theme().px(_LIST_WIDTH) if both else 16_777_215)
        self._list.setMinimumWidth(theme().px(_LIST_WIDTH) if both else 0)

    def _into_words(self) -> None:
        if self._shown_id:
            self._in_detail = True
            self._fit()
            self.detail.words.setFocus()

    def _show_alone(self) -> None:
        """Where there is no room for both, a click on a row leads to its words."""
        if not self.detail.isVisible():
            self._into_words()

    def _to_list(self) -> None:
        self._in_detail = False
        self._fit()
        self.rows.setFocus()

    def _menu(self) -> Menu:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


async def _everything(transcripts: Transcripts) -> tuple[list[Transcript], dict[str, TranscriptProgress]]:
    listed = await transcripts.list()
    progress = ((one.transcript_id, transcripts.progress(one.transcript_id)) for one in listed)
    return listed, {the_id: one for the_id, one in progress if one is not None}


def _dropped(event: QDropEvent) -> list[Path]:
    """Files of this computer; folders and addresses are none."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if not path.is_dir()]


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())
