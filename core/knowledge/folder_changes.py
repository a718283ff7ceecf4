"""What is in a folder now, held against what is known of it: new, changed, moved, gone.

Everything here compares thousands of files, and may ask the disk: not for the loop's thread.
"""

from __future__ import annotations

import os
from collections.abc import Sequence, Set
from dataclasses import dataclass

from core.conversations.stored_text import single_line
from core.knowledge.document_rows import Document
from core.knowledge.folder_scan import FoundFile


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """What is to be done: `moved` and `changed` are documents and what is at their place now."""

    moved: Sequence[tuple[Document, FoundFile]]
    changed: Sequence[tuple[Document, FoundFile]]
    new: Sequence[FoundFile]
    gone: Sequence[Document]

    def __bool__(self) -> bool:
        return bool(self.moved or self.changed or self.new or self.gone)


def compared(found: Sequence[FoundFile], known: Sequence[Document], left_out: Set[str]) -> FolderChanges:
    """`left_out` are paths that the owner took out."""
    by_path = {one.path: one for one in known}
    there = {one.path for one in found}
    gone = _gone([one for one in known if one.path not in there], found)
    moved, new, gone = _moves([one for one in found if one.path not in by_path and one.path not in left_out], gone)
    changed = [(by_path[one.path], one) for one in found if one.path in by_path and _differs(by_path[one.path], one)]
    return FolderChanges(moved, changed, new, gone)


def _gone(not_found: Sequence[Document], found: Sequence[FoundFile]) -> list[Document]:
    """Where not everything could be looked at, what was not found may be there all the same."""
    unsure = tuple(one.path.rstrip("/\\") + os.sep for one in found if one.error is not None)
    return [one for one in not_found if not (unsure and one.path.startswith(unsure) and _may_be_there(one.path))]


def _may_be_there(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _differs(document: Document, file: FoundFile) -> bool:
    """Whether it must be read again: by size and time of change, as every tool that follows files tells."""
    if file.error is not None:
        return document.error is None or document.error.code != file.error.code
    if document.state == "missing" or (document.error is not None and document.error.code == "FileRefused"):
        return True
    return (document.size_bytes, document.modified_ns) != (file.size_bytes, file.modified_ns)


def _moves(
    new: Sequence[FoundFile], gone: Sequence[Document]
) -> tuple[list[tuple[Document, FoundFile]], list[FoundFile], list[Document]]:
    """Files that are gone here and new there with the same size and time of change are the same, moved or renamed."""
    lost: dict[tuple[int, int], list[Document]] = {}
    for document in gone:
        if document.content_id is not None:
            lost.setdefault((document.size_bytes, document.modified_ns), []).append(document)
    moved: list[tuple[Document, FoundFile]] = []
    rest: list[FoundFile] = []
    for file in new:
        candidates = lost.get((file.size_bytes, file.modified_ns), [])
        chosen = next((one for one in candidates if one.name == single_line(file.name)), None)
        if chosen is None and len(candidates) == 1:
            chosen = candidates[0]
        if chosen is None:
            rest.append(file)
        else:
            candidates.remove(chosen)
            moved.append((chosen, file))
    taken = {document.document_id for document, _ in moved}
    return moved, rest, [one for one in gone if one.document_id not in taken]
