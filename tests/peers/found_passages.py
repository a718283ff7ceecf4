"""Passages as a search hands them out, for tests of what is shown of them."""

from __future__ import annotations

from core.knowledge.passage import Passage

WORDS = "The tenant may end the lease with a notice period of three months to the end of a month."


def passage(name: str = "Lease.pdf", *, page: int = 1, text: str = WORDS, document_id: str = "") -> Passage:
    """One that was found by word and meaning."""
    start = text.find("notice period")
    return Passage(
        chunk_id=1,
        document_id=document_id or name,
        document_name=name,
        path=f"/papers/{name}",
        page=page,
        page_label=str(page),
        heading="Ending",
        start=0,
        end=len(text),
        text=text,
        found_by=frozenset({"word", "meaning"}),
        word_rank=1,
        cosine=0.62,
        score=0.03,
        content_id="content",
        highlights=((start, start + 13),) if start >= 0 else (),
    )
