"""All personas: who can answer, in which words and with which model."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.chat.library_file import with_number
from core.chat.personas import COLOURS, Persona, Personas, PersonaUnfit
from core.errors import HearthError
from core.events import PersonasChanged
from desktop.personas.persona_editor import PersonaEditor
from desktop.widgets.card_rows import Card
from desktop.widgets.library_page import LibraryPage, LibraryWords

if TYPE_CHECKING:
    from core.events import Announcer, Change
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

translate = QCoreApplication.translate


class PersonasPage(LibraryPage):
    """`gateway_models` names the models on offer now; `announcer` tells of changes made elsewhere."""

    def __init__(
        self,
        bridge: Bridge,
        personas: Personas,
        *,
        announcer: Announcer,
        gateway_models: Callable[[], Sequence[str]],
        toasts: Toasts,
        report: Callable[[BaseException], None],
    ) -> None:
        self._personas = personas
        editor = PersonaEditor(gateway_models=gateway_models)
        super().__init__(bridge, personas, words=_words(), editor=editor, toasts=toasts, report=report)
        self.setAccessibleName(self.tr("Personas"))
        unsubscribe = announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def id_of(self, entry: Any) -> str:
        """The persona's id."""
        persona: Persona = entry
        return persona.persona_id

    def name_of(self, entry: Any) -> str:
        """The persona's name."""
        persona: Persona = entry
        return persona.name

    def card_of(self, entry: Any) -> Card:
        """Avatar, name and description."""
        persona: Persona = entry
        return Card(persona.persona_id, persona.name, persona.description, colour=persona.colour)

    def create_entry(self, names: Sequence[str]) -> Coroutine[Any, Any, Any]:
        """A persona with a free name and the next colour."""
        name = with_number(self.tr("New persona"), names)
        return self._personas.create(name, colour=COLOURS[len(names) % len(COLOURS)])

    def savable(self, entry: Any, stored: Any, error: HearthError) -> Any | None:
        """Everything but the name."""
        return replace(entry, name=stored.name) if isinstance(error, PersonaUnfit) else None

    def _on_change(self, change: Change) -> None:
        if isinstance(change, PersonasChanged):
            self.refresh()


def _words() -> LibraryWords:
    return LibraryWords(
        title=translate("PersonasPage", "Personas"),
        description=translate(
            "PersonasPage", "Who answers: instructions, a model and a manner under one name. Choose one in any chat."
        ),
        new=translate("PersonasPage", "New persona"),
        search=translate("PersonasPage", "Search personas"),
        list_name=translate("PersonasPage", "Personas"),
        empty_title=translate("PersonasPage", "No personas"),
        empty_text=translate(
            "PersonasPage", "A persona remembers how you want to be answered, so that you say it once."
        ),
        nothing_found=translate("PersonasPage", "No persona is called like that."),
        deleted=translate("PersonasPage", "“{0}” was deleted. Its chats stay as they are."),
        restore=translate("PersonasPage", "Bring back the built-in personas"),
        nothing_to_restore=translate("PersonasPage", "All built-in personas are here."),
        file_filter=translate("PersonasPage", "Personas of Hearth (*.toml)"),
        file_name=translate("PersonasPage", "personas.toml"),
    )
