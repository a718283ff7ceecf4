"""An answer as it is copied: with the list of what it cites, so that its numbers mean something elsewhere, too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.chat.answer_sources import AnswerSources
from desktop.chat.citation_marks import cited_numbers
from desktop.chat.markdown_blocks import Block, copied_text
from desktop.widgets.page_text import file_and_page

translate = QCoreApplication.translate


def copied_answer(blocks: Sequence[Block], sources: AnswerSources | None) -> str:
    """Plain text of the whole answer and of what it cites."""
    return _with_list(copied_text(list(blocks)), blocks, sources, line="[{number}] {source}")


def copied_markdown(text: str, blocks: Sequence[Block], sources: AnswerSources | None) -> str:
    """The same as Markdown, from the `text` as it was written."""
    return _with_list(text, blocks, sources, line="- \\[{number}\\] {source}")


def source_words(sources: AnswerSources, number: int) -> str:
    """File and page of a passage; empty where there is no passage."""
    passage = sources.passage(number)
    if passage is None:
        return ""
    return file_and_page(passage.document_name, passage.page, passage.page_label)


def _with_list(text: str, blocks: Sequence[Block], sources: AnswerSources | None, *, line: str) -> str:
    if sources is None or not sources.passages:
        return text
    named = [(number, source_words(sources, number)) for number in sorted(cited_numbers(blocks))]
    listed = [line.format(number=number, source=source) for number, source in named if source]
    if not listed:
        return text
    return "\n".join([text.rstrip(), "", translate("CopiedAnswer", "Sources:"), *listed])
