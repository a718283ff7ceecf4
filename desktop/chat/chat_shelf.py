"""Personas, prompts and documents as the chat page uses them: what is on offer, what a new chat begins with."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.events import PersonasChanged, PromptsChanged
from desktop.chat.empty_chat import Starter
from desktop.chat.memory_proposals import MemoryProposals
from desktop.chat.persona_picker import PersonaPicker
from desktop.chat.sources_desk import SourcesDesk

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.chat.personas import Persona
    from core.chat.prompt_library import Prompt
    from core.conversations.conversation_rows import Conversation
    from core.events import Change
    from desktop.bridge import Bridge
    from desktop.chat.chat_page import ChatPage

MOST_STARTERS = 6
_ICONS = {
    "prompt-explain": "question",
    "prompt-summarise": "quote",
    "prompt-rewrite": "edit",
    "prompt-decide": "thinking",
}


class ChatShelf(QObject):
    """Made when the window is in use; what it knows follows the news."""

    def __init__(
        self, page: ChatPage, bridge: Bridge, assistant: Assistant, *, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._chosen = ""  # for a chat that does not exist yet
        self._brought_model = ""
        self._asked = False
        self.personas: Sequence[Persona] = ()
        self.prompts: Sequence[Prompt] = ()
        self.picker = PersonaPicker()
        page.composer.add_slot(self.picker)
        self.sources = SourcesDesk(page, bridge, assistant, report=report)
        self.proposals = MemoryProposals(page, bridge, assistant, report=report)
        self.picker.chosen.connect(self.choose)
        self.picker.manage_wanted.connect(lambda: page.page_wanted.emit("personas"))
        page.header.persona_wanted.connect(self.picker.open_list)
        page.composer.prompt_chosen.connect(self._on_prompt)
        page.empty.starter_chosen.connect(self._begin_with)
        page.conversation_changed.connect(self._on_chat)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def load(self) -> None:
        """Fetch both libraries, once; news fetches them again."""
        self.sources.load()
        if not self._asked:
            self._asked = True
            self._fetch()

    @property
    def persona_id(self) -> str:
        """Who answers in the chat on the screen, or in the one that is about to begin; empty for nobody."""
        conversation = self._page.conversation
        return self._chosen if conversation is None else conversation.persona_id

    def created(self, *, folder_id: str | None, model: str) -> Coroutine[Any, Any, Conversation]:
        """A new chat with what was chosen for it."""
        creating = self._page.store.create(folder_id=folder_id, model=model, persona_id=self.persona_id)
        return self.sources.starting()(creating)

    def choose(self, persona_id: str) -> None:
        """Let somebody answer from now on; empty for nobody in particular. The persona's model comes along."""
        persona = self._persona(persona_id)
        conversation = self._page.conversation
        if conversation is None:
            self._chosen = persona_id
        else:
            self._bridge.call(
                self._page.store.set_persona(conversation.conversation_id, persona_id),
                done=self._page.show_details,
                failed=self._report,
                owner=self,
            )
        self._bring_model(persona)
        self._show(persona)
        self._page.composer.focus_editor()

    def choose_for_new(self, persona_id: str) -> None:
        """Begin a new chat with somebody."""
        self._page.show_new(private=self._page.private)
        self.choose(persona_id)

    def use_prompt(self, prompt: Prompt, rest: str = "") -> None:
        """Put the prompt into the composer, after asking for what it does not know."""
        self._use(prompt.title, prompt.text, rest)

    def use_prompt_called(self, prompt_id: str) -> None:
        """The same by its id; nothing happens when it is gone."""
        prompt = next((one for one in self.prompts if one.prompt_id == prompt_id), None)
        if prompt is not None:
            self.use_prompt(prompt)

    def use_text(self, text: str) -> None:
        """Put a text into the composer that was filled elsewhere."""
        self._insert(text)

    # ---- what is known --------------------------------------------------------------------------------------------

    def _fetch(self) -> None:
        self._bridge.call(self._read(), done=lambda read: self._take(*read), failed=self._report, owner=self)

    async def _read(self) -> tuple[Sequence[Persona], Sequence[Prompt]]:
        return await self._assistant.personas.list(), await self._assistant.prompts.list()

    def _take(self, personas: Sequence[Persona], prompts: Sequence[Prompt]) -> None:
        self.personas, self.prompts = personas, prompts
        self.picker.set_personas(personas)
        self._page.composer.set_prompts(prompts)
        self._show(self._persona(self.persona_id))

    def _on_change(self, change: Change) -> None:
        if self._asked and isinstance(change, PersonasChanged | PromptsChanged):
            self._fetch()

    def _persona(self, persona_id: str) -> Persona | None:
        return next((one for one in self.personas if one.persona_id == persona_id), None)

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _on_chat(self, conversation_id: str) -> None:
        if not conversation_id:
            self._chosen = ""
            if self._brought_model and self._page.chosen_model == self._brought_model:
                self._page.picker.chosen.emit(self._page.model_desk.default())
        persona = self._persona(self.persona_id)
        came_along = persona is not None and self._page.chosen_model == persona.model
        self._brought_model = self._page.chosen_model if came_along else ""
        self._show(persona)

    def _bring_model(self, persona: Persona | None) -> None:
        if persona is not None and persona.model:
            self._brought_model = persona.model
            self._page.picker.chosen.emit(persona.model)
        elif self._brought_model:
            self._brought_model = ""
            self._page.picker.chosen.emit(self._page.model_desk.default())

    def _show(self, persona: Persona | None) -> None:
        self.picker.set_current("" if persona is None else persona.persona_id)
        if persona is None:
            self._page.header.show_persona("", "")
        else:
            self._page.header.show_persona(persona.name, persona.colour)
        self.picker.setVisible(not self._page.is_notes)
        if not self._page.is_notes:
            self._page.empty.show_greeting(private=self._page.private, persona=persona)
        self._page.empty.show_starters(self._starters(persona))

    def _starters(self, persona: Persona | None) -> list[Starter]:
        if persona is not None and persona.starters:
            return [Starter(text.rstrip(" :…"), opened(text)) for text in persona.starters[:MOST_STARTERS]]
        marked = [one for one in self.prompts if one.starter][:MOST_STARTERS]
        return [
            Starter(one.title, one.text, _ICONS.get(one.prompt_id, "chat"), description=one.description)
            for one in marked
        ]

    # ---- into the composer ----------------------------------------------------------------------------------------

    def _on_prompt(self, prompt: Prompt, rest: str) -> None:
        self.use_prompt(prompt, rest)

    def _begin_with(self, starter: Starter) -> None:
        self._use(starter.title, starter.text, "")

    def _use(self, title: str, text: str, rest: str) -> None:
        from core.chat.prompt_template import asked_for, fill
        from desktop.widgets.prompt_form import PromptForm, given_values

        given = given_values(text)
        asked = asked_for(text, given)
        if not asked:
            filled = fill(text, given)
            self._insert(f"{filled}\n\n{rest}" if rest else filled)
        elif rest and len(asked) == 1 and not asked[0].choices:
            self._insert(fill(text, {**given, asked[0].name: rest}))
        else:
            form = PromptForm(title, text, given=given, rest=rest, parent=self._page.window())
            form.filled.connect(self._insert)
            form.finished.connect(form.deleteLater)
            form.finished.connect(self._page.composer.focus_editor)
            form.open()

    def _insert(self, text: str) -> None:
        self._page.composer.insert_prompt(text)
        self._page.window().activateWindow()  # the form had the keyboard
        self._page.composer.focus_editor()


def opened(text: str) -> str:
    """A persona's starter with room to go on: after a colon on a line of its own, else behind a space."""
    return f"{text}\n\n" if text.endswith(":") else f"{text} "
