"""Commands of the chat page beyond asking: notes, documents, and two models at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.commands import Command

if TYPE_CHECKING:
    from desktop.chat.chat_page import ChatPage

translate = QCoreApplication.translate


def page_commands(page: ChatPage) -> list[Command]:
    """To be added to the registry of the window that shows `page`."""
    return [
        Command(
            "chat.new_note",
            translate("ChatPage", "New note"),
            lambda: page.show_new(notes=True),
            shortcuts=("Ctrl+Shift+E",),
            icon="file-text",
        ),
        Command(
            "chat.documents",
            translate("ChatPage", "Ask my documents…"),
            lambda: page.shelf.sources.picker.open_list(),
            group="answer",
            shortcuts=("Ctrl+Shift+K",),
            icon="file-text",
            enabled_when=lambda: not page.is_notes and page.isVisible(),
        ),
        Command(
            "chat.compare",
            translate("ChatPage", "Compare two models…"),
            lambda: page.comparing.choose(),
            group="answer",
            shortcuts=("Ctrl+Shift+M",),
            icon="compare",
            enabled_when=lambda: not page.is_notes and len(page.models) > 1,
        ),
    ]
