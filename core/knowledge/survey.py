"""`Survey`: one question asked of every file of a collection, one row for each, whatever becomes of the others."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.conversations.message_tree import StoredError
from core.errors import HearthError, ModelTrouble, VaultLocked
from core.knowledge.citations import Citation, cited
from core.knowledge.document_rows import Document, stored_error
from core.knowledge.passage import Filters, Found, Passage

if TYPE_CHECKING:
    from core.knowledge.collections import Collections
    from core.knowledge.retrieval import Retrieval

AskPassages: TypeAlias = Callable[[str, Sequence[Passage]], Awaitable[str]]
"""The model's answer to a question from these passages of one file, "" where they do not tell. Raises ModelTrouble."""

RowState: TypeAlias = Literal["answered", "quoted", "nothing", "unread", "failed"]

MOST_PASSAGES = 6
_MOST_CHARACTERS = 9_000
"""Of one file's passages together: about 2,250 tokens, so that a window of 4,096 holds question and answer, too."""
_FAILED_IN_A_ROW = 4
"""So many files after each other without any answer from the model: it is the model, not the files."""
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """What one file says. `number` counts from 1 of `total`.

    “answered” by the model from `passages`, which `citations` name; “quoted” where there is no model: the best passages
    themselves; “nothing”: the file does not tell; “unread” or “failed” with `error`.
    """

    number: int
    total: int
    document: Document
    state: RowState
    answer: str = ""
    passages: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    error: StoredError | None = None

    @property
    def best(self) -> Passage | None:
        """The passage that the row leads to: the first that is cited, else the nearest."""
        named = (citation.passage for citation in self.citations if citation.passage is not None)
        return next(named, self.passages[0] if self.passages else None)


class Survey:
    """Asks. `ask` None: there is no model, and passages are quoted."""

    def __init__(self, collections: Collections, retrieval: Retrieval, ask: AskPassages | None) -> None:
        self._collections = collections
        self._retrieval = retrieval
        self._ask = ask

    async def rows(self, collection_id: str, question: str) -> AsyncGenerator[SurveyRow, None]:
        """A row for every file, by name, as soon as it is known; closing the iterator ends the asking.

        Raises CollectionMissing, VaultLocked, and ModelTrouble when the model answers nothing at all any more.
        """
        await self._collections.get(collection_id)
        documents = await self._collections.documents(collection_id, limit=_ALL)
        failed = 0
        for number, document in enumerate(documents, start=1):
            row = SurveyRow(number, len(documents), document, "unread", error=document.error)
            try:
                if document.content_id is not None:
                    row = await self._row(row, question)
            except VaultLocked:
                raise
            except HearthError as trouble:
                failed += 1
                if isinstance(trouble, ModelTrouble) and failed >= _FAILED_IN_A_ROW:
                    raise
                row = replace(row, state="failed", error=stored_error(trouble))
            else:
                failed = 0 if row.state in ("answered", "nothing") else failed
            yield row

    async def _row(self, row: SurveyRow, question: str) -> SurveyRow:
        here = Filters(document_ids=(row.document.document_id,))
        found = await self._retrieval.find(question, filters=here, limit=MOST_PASSAGES)
        if self._ask is None:
            state: RowState = "quoted" if found.passages else "nothing"
            return replace(row, state=state, passages=found.passages, error=None)
        passages = _looked_at(found) or await self._beginning(row.document)
        answer = (await self._ask(question, passages)).strip() if passages else ""
        if not answer:
            return replace(row, state="nothing", error=None)
        return replace(
            row,
            state="answered",
            answer=answer,
            passages=passages,
            citations=tuple(cited(answer, passages)),
            error=None,
        )

    async def _beginning(self, document: Document) -> tuple[Passage, ...]:
        """Of a file that a search finds nothing in: invoices and letters say at their top what they are."""
        pages = await self._collections.pages(document.document_id, count=1)
        if not pages or not pages[0].text.strip():
            return ()
        page, text = pages[0], pages[0].text[: _MOST_CHARACTERS // 3]
        return (
            Passage(
                0,
                document.document_id,
                document.name,
                document.path,
                page.page,
                page.label,
                "",
                0,
                len(text),
                text,
                frozenset(),
                None,
                None,
                0.0,
                content_id=document.content_id or "",
                collection_id=document.collection_id,
                media_type=document.media_type,
            ),
        )


def _looked_at(found: Found) -> tuple[Passage, ...]:
    """The best passages of a file. Here also those that a search over everything would leave out as too far."""
    beside = (item.passage for item in found.dropped if item.reason in ("not_relevant", "beyond_limit"))
    kept: list[Passage] = []
    room = _MOST_CHARACTERS
    for passage in (*found.passages, *beside):
        if len(kept) == MOST_PASSAGES or (kept and len(passage.text) > room):
            break
        kept.append(passage)
        room -= len(passage.text)
    return tuple(kept)
