"""The table of a survey: a file, what it answers, and where that stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextLayout, QTextOption

from desktop.theme.theme_state import theme
from desktop.widgets.page_text import place_text

if TYPE_CHECKING:
    from core.knowledge.passage import Passage
    from core.knowledge.survey import SurveyRow

FILE, ANSWER, SOURCE = range(3)
_MOST_QUOTED = 300
_FORMULA = re.compile(r"^[\s]*[=+\-@\t\r]")

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class SurveyRows(QAbstractTableModel):
    """Grows row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SurveyRow] = []

    def clear(self) -> None:
        """Another question."""
        self.beginResetModel()
        self.rows = []
        self.endResetModel()

    def add(self, rows: Sequence[SurveyRow]) -> None:
        """Further files have answered."""
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return titles()[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells(row)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == ANSWER:
            colours = theme().tokens.colours
            if row.state in ("failed", "unread"):
                return QColor(colours.danger)
            if row.state == "nothing":
                return QColor(colours.text_muted)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None


def titles() -> tuple[str, str, str]:
    """What the columns are called."""
    return (
        translate("SurveyTable", "File"),
        translate("SurveyTable", "Answer"),
        translate("SurveyTable", "Source"),
    )


def cells(row: SurveyRow) -> tuple[str, str, str]:
    """File, answer and source in words."""
    best = row.best
    return row.document.name, answer_words(row), "" if best is None else source_words(best)


def answer_words(row: SurveyRow) -> str:
    """The answer, or why there is none."""
    match row.state:
        case "answered":
            return row.answer.replace("**", "").replace("`", "")  # a cell shows plain text
        case "quoted":
            text = " ".join(row.passages[0].text.split())
            short = text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED].rpartition(' ')[0]} …"
            return translate("SurveyTable", "“{0}”").format(short)
        case "nothing":
            return translate("SurveyTable", "This file does not tell it.")
        case "unread" | "failed":
            return translate("SurveyTable", "Not read yet") if row.error is None else row.error.sentence


_LINE_END = "\u2028"  # to Qt’s layout and to its tables “\n” is a sign like others, and not seen


def in_lines(text: str, font: QFont, width: int, most: int) -> str:
    """`text` as far as it fits into so many lines of `width` pixels, with “…” where it goes on; without empty lines."""
    text = _LINE_END.join(line for line in text.splitlines() if line.strip())
    layout = QTextLayout(text, font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrapping)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) <= most:
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= most:
        return text
    last = " ".join(text[starts[most - 1] :].split())
    return text[: starts[most - 1]] + QFontMetrics(font).elidedText(last, Qt.TextElideMode.ElideRight, width)


def unsupported_words(row: SurveyRow) -> str:
    """What is cited and does not exist; "" where all is well."""
    numbers = sorted({citation.number for citation in row.citations if citation.passage is None})
    if not numbers:
        return ""
    named = ", ".join(f"[{number}]" for number in numbers)
    return translate("SurveyTable", "Not supported: {0} names no passage of this file.").format(named)


def source_words(passage: Passage) -> str:
    """“page 3 · Heading”."""
    place = place_text(passage.document_name, passage.page, passage.page_label, passage.heading)
    return place or translate("SurveyTable", "in the text")


def as_csv(question: str, rows: Sequence[SurveyRow]) -> str:
    """Everything for a spreadsheet. What a file says is never a formula there."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*titles(), translate("SurveyTable", "Path"), translate("SurveyTable", "Question")])
    for row in rows:
        writer.writerow([_harmless(cell) for cell in (*cells(row), row.document.path, question)])
    return file.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
