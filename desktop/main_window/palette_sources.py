"""What the palette lists: commands, pages, settings, chats and what stands in them; personas, prompts and models.

Each function makes one source from what it needs and nothing more, so that a window offers what it has.
"""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.commands import Commands, group_title
from desktop.main_window.palette import PaletteSearch, PaletteSource
from desktop.main_window.palette_search import PaletteEntry

if TYPE_CHECKING:
    from core.chat.personas import Persona
    from core.chat.prompt_library import Prompt
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore
    from core.conversations.search import ConversationSearch, SearchHit
    from core.inference.served_models import ServedModel

CHATS_AT_ONCE = 1000
MOST_HITS = 12
SNIPPET_BEFORE = 30
"""Characters of a passage before its first hit: the row is one line, and the hit must stand in it."""


def command_source(commands: Commands, *, without: Iterable[str] = ()) -> PaletteSource:
    """Every command that can be used now; what cannot is left out, since nobody could say here why."""
    left_out = frozenset(without)

    def entries() -> list[PaletteEntry]:
        return [
            PaletteEntry(
                "page" if command.command_id.startswith("go.") else "command",
                commands.title(command.command_id).rstrip("…"),
                subtitle=group_title(command.group),
                keywords=command.keywords,
                shortcut=commands.shortcut_text(command.command_id),
                run=partial(commands.run, command.command_id),
                entry_id=command.command_id,
                icon=command.icon,
                note=_switch_state(command.checked_when),
            )
            for command in commands.all()
            if command.command_id not in left_out and command.enabled_when()
        ]

    return entries


def _switch_state(checked_when: Callable[[], bool] | None) -> str:
    if checked_when is None:
        return ""
    return (
        QCoreApplication.translate("Palette", "On") if checked_when() else QCoreApplication.translate("Palette", "Off")
    )


def setting_source(show_setting: Callable[[str], object]) -> PaletteSource:
    """Every setting by its title, its help and the words of its choices."""

    def entries() -> list[PaletteEntry]:
        from core.settings.settings_schema import descriptions
        from desktop.settings.setting_words import further_words, setting_title
        from desktop.settings.settings_pages import page_of_section

        return [
            PaletteEntry(
                "setting",
                setting_title(one),
                subtitle=page_of_section(one.section).title,
                keywords=further_words(one),
                run=partial(show_setting, one.name),
                entry_id=f"setting:{one.name}",
            )
            for one in descriptions().values()
            if not one.hidden
        ]

    return entries


def settings_page_source(show_page: Callable[[str], object]) -> PaletteSource:
    """The pages of the settings."""

    def entries() -> list[PaletteEntry]:
        from desktop.settings.settings_pages import settings_pages

        return [
            PaletteEntry(
                "page",
                page.title,
                subtitle=QCoreApplication.translate("Palette", "Settings"),
                keywords=page.words,
                run=partial(show_page, page.name),
                entry_id=f"settings:{page.name}",
                icon=page.icon,
            )
            for page in settings_pages()
        ]

    return entries


def chat_source(stores: Sequence[ConversationStore], show_chat: Callable[[str], object]) -> PaletteSource:
    """Every chat by its title, the newest first; those in the archive, too."""
    untitled, archived = (
        QCoreApplication.translate("Palette", "New chat"),
        QCoreApplication.translate("Palette", "Archive"),
    )

    async def entries() -> list[PaletteEntry]:
        return [
            PaletteEntry(
                "chat",
                chat.title or untitled,
                subtitle=" ".join([*(f"#{tag}" for tag in chat.tags), *([archived] if chat.archived else [])]),
                run=partial(show_chat, chat.conversation_id),
                entry_id=f"chat:{chat.conversation_id}",
                icon="private" if chat.private else "pin" if chat.pinned else "chat",
            )
            for chat in await _all_chats(stores)
        ]

    return entries


async def _all_chats(stores: Sequence[ConversationStore]) -> list[Conversation]:
    found: list[Conversation] = []
    for store in stores:
        for first in itertools.count(0, CHATS_AT_ONCE):
            page = await store.list(archived=None, limit=CHATS_AT_ONCE, offset=first)
            found += page
            if len(page) < CHATS_AT_ONCE:
                break
    return sorted(found, key=lambda chat: chat.updated_at, reverse=True)


def message_search(search: ConversationSearch, show_message: Callable[[str, str, str], object]) -> PaletteSearch:
    """Words inside chats. `show_message` gets the chat, the message and the words."""
    untitled = QCoreApplication.translate("Palette", "New chat")

    async def found(query: str) -> list[PaletteEntry]:
        hits = await search.search(query, limit=MOST_HITS)
        return [_hit_entry(hit, query, untitled, show_message) for hit in hits if hit.message_id is not None]

    return found


def _hit_entry(
    hit: SearchHit, query: str, untitled: str, show_message: Callable[[str, str, str], object]
) -> PaletteEntry:
    first = max(0, hit.highlights[0][0] - SNIPPET_BEFORE) if hit.highlights else 0
    lead = "…" if first else ""
    passage = lead + hit.snippet[first:].replace("\n", " ")
    moved = len(lead) - first
    return PaletteEntry(
        "chat",
        hit.title or untitled,
        subtitle=passage,
        run=partial(show_message, hit.conversation_id, hit.message_id or "", query),
        entry_id=f"chat:{hit.conversation_id}",
        marks=tuple((start + moved, end + moved) for start, end in hit.highlights),
    )


def persona_source(
    personas: Callable[[], Awaitable[Sequence[Persona]]], begin: Callable[[str], object]
) -> PaletteSource:
    """Every persona; choosing one begins a chat with it."""

    async def entries() -> list[PaletteEntry]:
        return [
            PaletteEntry(
                "persona",
                persona.name,
                subtitle=persona.description,
                run=partial(begin, persona.persona_id),
                entry_id=f"persona:{persona.persona_id}",
            )
            for persona in await personas()
        ]

    return entries


def prompt_source(prompts: Callable[[], Awaitable[Sequence[Prompt]]], insert: Callable[[str], object]) -> PaletteSource:
    """Every prompt by its title and its name; choosing one puts it into the composer."""

    async def entries() -> list[PaletteEntry]:
        return [
            PaletteEntry(
                "prompt",
                prompt.title or prompt.name,
                subtitle=prompt.description,
                keywords=f"/{prompt.name} {prompt.name}",
                run=partial(insert, prompt.prompt_id),
                entry_id=f"prompt:{prompt.prompt_id}",
                note=f"/{prompt.name}",
            )
            for prompt in await prompts()
        ]

    return entries


def model_source(models: Callable[[], Sequence[ServedModel]], use_model: Callable[[str], object]) -> PaletteSource:
    """Every installed model that holds conversations; choosing one lets it answer in this chat."""

    def entries() -> list[PaletteEntry]:
        return [
            PaletteEntry(
                "model",
                model.short_name,
                subtitle=QCoreApplication.translate("Palette", "Answer with this model"),
                keywords=model.name,
                run=partial(use_model, model.name),
                entry_id=f"model:{model.name}",
                icon="cloud" if model.remote else "model",
            )
            for model in models()
            if model.chats
        ]

    return entries
