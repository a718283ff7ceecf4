"""What Hearth itself says about the owner's documents: where no model can be asked, and where they hold nothing.

Nothing here is written by a model, and nothing pretends to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.wording import worded

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

MOST_QUOTED = 5
_MOST_CHARACTERS = 900
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!$])")
_LIST_MARK = re.compile(r"^(\s*\d{0,9})([-+.)])(?=\s)", re.MULTILINE)


def nothing_found() -> str:
    """The documents do not hold the answer."""
    return worded("Your documents do not hold the answer to this: nothing in them is near enough to the question.")


def quoted_answer(passages: Sequence[Passage]) -> str:
    """The best passages, word for word, each with its number and source, as Markdown."""
    if any(passage.found_by for passage in passages):
        lead = worded("No language model was asked. These passages of your documents are nearest to the question:")
    else:  # nothing in what was attached is near to the question, or it came without one
        lead = worded("No language model was asked. This is how what you attached begins:")
    quotes = (_quote(number, passage) for number, passage in enumerate(passages[:MOST_QUOTED], start=1))
    return "\n\n".join([lead, *quotes])


def _quote(number: int, passage: Passage) -> str:
    source = _source(passage)
    text = _excerpt(passage)
    if passage.kind == "prose":
        body = "\n".join(f"> {line}".rstrip() for line in verbatim(text).splitlines())
    else:
        fence = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
        body = f"{fence}text\n{text}\n{fence}"
    return f"{body}\n\n— {source} [{number}]"


def _source(passage: Passage) -> str:
    """File and page, as a reader finds it."""
    from core.knowledge.page_names import page_name

    sort, page = page_name(passage.document_name, passage.page, passage.page_label)
    match sort:
        case "page":
            form = worded("“{name}”, page {page}")
        case "slide":
            form = worded("“{name}”, slide {page}")
        case "part":
            form = worded("“{name}”, part {page}")
        case "named":
            form = worded("“{name}”, {page}")
        case "none":
            form = worded("“{name}”")
    return form.format(name=verbatim(passage.document_name), page=verbatim(page))


def _excerpt(passage: Passage) -> str:
    """The passage, or what lies around the first word that was looked for."""
    if len(passage.text.strip()) <= _MOST_CHARACTERS:
        return passage.text.strip()
    text = passage.text
    first = passage.anchor
    start = max(0, min(first - _MOST_CHARACTERS // 3, len(text) - _MOST_CHARACTERS))
    end = start + _MOST_CHARACTERS
    if start:
        start = text.find(" ", start, start + 60) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", end - 60, end), start + 1) if " " in text[end - 60 : end] else end
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def verbatim(text: str) -> str:
    """`text` as Markdown that shows it as it stands: no link, no image, no list of its own."""
    return _LIST_MARK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))
