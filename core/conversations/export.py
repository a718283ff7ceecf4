"""Exports: the list of formats, and one call for any of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeAlias

from core.conversations.export_html import export_html
from core.conversations.export_json import export_json
from core.conversations.export_markdown import export_markdown

if TYPE_CHECKING:
    from core.conversations.conversation_store import ConversationStore

__all__ = ["EXPORTERS", "FORMATS", "ExportFormat", "export_chats", "export_html", "export_json", "export_markdown"]

ExportFormat: TypeAlias = Literal["markdown", "json", "html"]
Exporter: TypeAlias = Callable[["ConversationStore", Sequence[str], BinaryIO], Awaitable[None]]

EXPORTERS: dict[ExportFormat, Exporter] = {"markdown": export_markdown, "json": export_json, "html": export_html}
FORMATS: tuple[ExportFormat, ...] = tuple(EXPORTERS)


async def export_chats(
    store: ConversationStore, target: BinaryIO, *, form: ExportFormat, conversation_ids: Sequence[str] | None = None
) -> int:
    """Write these chats, or with None all of this store, archived ones too; returns how many.

    Private chats live in a store of their own, so "all" of the vault's store never holds one.
    """
    chosen = await store.all_ids() if conversation_ids is None else list(dict.fromkeys(conversation_ids))
    await EXPORTERS[form](store, chosen, target)
    return len(chosen)
