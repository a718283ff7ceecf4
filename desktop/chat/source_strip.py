"""What stands under an answer: its sources by number, what is unsupported in it, and what was remembered for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.knowledge.page_names import page_name
from desktop.chat.answer_sources import AnswerSources
from desktop.chat.transcript_style import TranscriptStyle
from desktop.theme.icons import icon, icon_pixmap
from desktop.widgets.page_text import file_and_page, page_text
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

_MOST_CHIPS = 6
_MOST_LETTERS = 26
_MOST_READ = 400


class SourceStrip(QWidget):
    """Arranges itself with `fit`. A source shows its passage while the pointer or the keyboard is on it."""

    pointed = Signal(int, object)  # number, its place on the screen (QRect); 0: nothing any more
    opened = Signal(int)
    all_wanted = Signal()
    memory_wanted = Signal()

    def __init__(self, parent: QWidget, style: TranscriptStyle) -> None:
        super().__init__(parent)
        self._style = style
        self._shown: tuple[AnswerSources, tuple[int, ...]] | None = None
        self.chips: dict[int, QPushButton] = {}
        self.caption = QLabel(self)
        self.caption.setProperty("role", "caption")
        self.all = QPushButton(self)
        self.all.setProperty("kind", "link")
        self.all.setCursor(Qt.CursorShape.PointingHandCursor)
        self.all.clicked.connect(self.all_wanted)
        self._warning_sign = QLabel(self)
        self.warning = self._line("warning")
        self.remembered = QPushButton(self)
        self.remembered.setProperty("kind", "link")
        self.remembered.setCursor(Qt.CursorShape.PointingHandCursor)
        self.remembered.clicked.connect(self.memory_wanted)

    def _line(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_sources(self, sources: AnswerSources, cited: Sequence[int]) -> None:
        """Show these; `cited` are the numbers that stand in the text, none when it names no source."""
        shown = (sources, tuple(cited))
        if shown == self._shown:
            return
        wanted = sources.shown(cited)[:_MOST_CHIPS]
        if self._shown is None or self._shown[0].passages != sources.passages or list(self.chips) != wanted:
            self._make_chips(sources, wanted)
        self._shown = shown
        self._tell(sources, sources.files(cited))
        self._warn([number for number in cited if not 1 <= number <= len(sources.passages)])
        self._tell_remembered(sources.remembered)

    def _make_chips(self, sources: AnswerSources, wanted: Sequence[int]) -> None:
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {number: self._chip(sources, number) for number in wanted}

    def _tell(self, sources: AnswerSources, files: int) -> None:
        if not sources.asked:
            words = ""
        elif not sources.passages:
            words = self.tr("Your documents were asked: nothing was found.")
        elif not files:
            words = self.tr("Its sources were forgotten, or have changed since.")
        else:
            words = self.tr("From %n of your files", "", files)
        self.caption.setText(words)
        self.caption.setVisible(bool(words))
        self.all.setText(self.tr("How it was found"))
        self.all.setAccessibleName(self.tr("How this answer was made"))
        self.all.setVisible(sources.asked)

    def _warn(self, unsupported: Sequence[int]) -> None:
        listed = ", ".join(f"[{number}]" for number in unsupported)
        words = self.tr("Unsupported: {0} names no passage that was found.", "", len(unsupported)).format(listed)
        self.warning.setText(words if unsupported else "")
        self.warning.setVisible(bool(unsupported))
        self._warning_sign.setVisible(bool(unsupported))
        if unsupported:
            sign = icon_pixmap("warning", colour="warning", size=self._style.px(15), ratio=self.devicePixelRatioF())
            self._warning_sign.setPixmap(sign)

    def _tell_remembered(self, remembered: Sequence[str]) -> None:
        self.remembered.setVisible(bool(remembered))
        if remembered:
            words = self.tr("Remembered: {0}").format("; ".join(visible(one) for one in remembered))
            self.remembered.setAccessibleName(words)
            self.remembered.setToolTip(words)

    def _chip(self, sources: AnswerSources, number: int) -> QPushButton:
        passage = sources.passage(number)
        assert passage is not None
        name = visible(passage.document_name)
        chip = QPushButton("  ".join(filter(None, (str(number), _short(name), self._place_of(passage)))), self)
        chip.setText(chip.text().replace("&", "&&"))
        chip.setIcon(icon("file-text", size=14))
        chip.setProperty("kind", "chip")
        chip.setObjectName(f"source_{number}")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        source = file_and_page(passage.document_name, passage.page, passage.page_label)
        chip.setAccessibleName(self.tr("Source {number}: {source}").format(number=number, source=source))
        chip.setAccessibleDescription(visible(" ".join(passage.text[:_MOST_READ].split())))
        chip.clicked.connect(lambda: self.opened.emit(number))
        chip.installEventFilter(self)
        chip.show()
        return chip

    def _place_of(self, passage: Passage) -> str:
        """The page where the file has any, else under which heading: several of one text are not the same."""
        sort, page = page_name(passage.document_name, passage.page, passage.page_label)
        if sort == "page":
            return self.tr("p. {0}").format(visible(page))
        place = page_text(passage.document_name, passage.page, passage.page_label)
        return _short(place or visible(passage.heading.rpartition("\n")[2]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pointer or keyboard come to a source, or leave it."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            number = next((one for one, chip in self.chips.items() if chip is watched), 0)
            if number:
                chip = self.chips[number]
                self.pointed.emit(number, QRect(chip.mapToGlobal(QPoint()), chip.size()))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.pointed.emit(0, QRect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does: outside of dialogs Qt's buttons leave it to what they stand in."""
        has_keyboard = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(has_keyboard, QPushButton):
            if not event.isAutoRepeat():
                has_keyboard.click()
            return
        super().keyPressEvent(event)

    def fit(self, width: int) -> int:
        """Arrange in `width`; returns the height."""
        style, gap = self._style, self._style.px(6)
        y = style.px(4)
        if not self.caption.isHidden() or not self.all.isHidden():
            line = max(self.caption.sizeHint().height(), self.all.sizeHint().height())
            wide = min(self.caption.sizeHint().width(), width)
            self.caption.setGeometry(0, y, wide if self.caption.text() else 0, line)
            left = wide + gap if self.caption.text() else -4
            self.all.setGeometry(left, y, min(self.all.sizeHint().width(), max(0, width - left)), line)
            y += line + gap
        x = 0
        line = 0
        for chip in self.chips.values():
            size = chip.sizeHint()
            wide = min(size.width(), width)
            if x and x + wide > width:
                x, y = 0, y + line + gap
            chip.setGeometry(x, y, wide, size.height())
            x, line = x + wide + gap, size.height()
        if self.chips:
            y += line + gap
        if not self.warning.isHidden():
            side = style.px(15) + gap
            high = self.warning.heightForWidth(width - side)
            self._warning_sign.setGeometry(0, y, style.px(15), self.warning.fontMetrics().height())
            self.warning.setGeometry(side, y, width - side, high)
            y += high + gap
        if not self.remembered.isHidden():
            words = self.remembered.accessibleName()
            shown = self.remembered.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width - 12)
            self.remembered.setText(shown.replace("&", "&&"))
            high = self.remembered.sizeHint().height()
            self.remembered.setGeometry(-6, y, min(self.remembered.sizeHint().width() + 6, width + 6), high)
            y += high
        return y


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[: _MOST_LETTERS - 9]}…{words[-8:]}"
