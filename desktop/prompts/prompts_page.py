"""The prompt library: texts with variables, called by `/name` in a chat."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.chat.library_file import with_number
from core.chat.prompt_library import Prompt, PromptNameTaken, Prompts, PromptUnfit, name_from
from core.errors import HearthError
from core.events import PromptsChanged
from desktop.prompts.prompt_editor import PromptEditor
from desktop.widgets.card_rows import Card
from desktop.widgets.library_page import LibraryPage, LibraryWords
from desktop.widgets.prompt_form import PromptForm, given_values

if TYPE_CHECKING:
    from core.events import Announcer, Change
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

translate = QCoreApplication.translate


class PromptsPage(LibraryPage):
    """`announcer` tells of changes made elsewhere; `use` puts a filled text into a chat, None offers no such thing."""

    def __init__(
        self,
        bridge: Bridge,
        prompts: Prompts,
        *,
        announcer: Announcer,
        toasts: Toasts,
        report: Callable[[BaseException], None],
        use: Callable[[str], None] | None = None,
    ) -> None:
        self._prompts = prompts
        self._use = use
        self._editor = PromptEditor()
        super().__init__(bridge, prompts, words=_words(), editor=self._editor, toasts=toasts, report=report)
        self.setAccessibleName(self.tr("Prompts"))
        self._editor.try_wanted.connect(self._try)
        unsubscribe = announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def id_of(self, entry: Any) -> str:
        """The prompt's id."""
        prompt: Prompt = entry
        return prompt.prompt_id

    def name_of(self, entry: Any) -> str:
        """The prompt's title."""
        prompt: Prompt = entry
        return prompt.title

    def card_of(self, entry: Any) -> Card:
        """Title, name and description, with marks for where it is offered."""
        prompt: Prompt = entry
        marks = (("new-chat",) if prompt.starter else ()) + (("quote",) if prompt.selection else ())
        offered = [self.tr("offered in an empty chat")] if prompt.starter else []
        offered += [self.tr("offered for selected text")] if prompt.selection else []
        name = f"/{prompt.name}"
        return Card(
            prompt.prompt_id,
            prompt.title,
            prompt.description,
            icon_name="file-text",
            trailing=name,
            marks=marks,
            spoken=", ".join(part for part in (prompt.title, name, prompt.description, *offered) if part),
        )

    def create_entry(self, names: Sequence[str]) -> Coroutine[Any, Any, Any]:
        """A prompt with a free title and a free name."""
        title = with_number(self.tr("New prompt"), names)
        return self._prompts.create(self._free_name(name_from(title)), title=title, text="")

    def savable(self, entry: Any, stored: Any, error: HearthError) -> Any | None:
        """Everything but the name."""
        return replace(entry, name=stored.name) if isinstance(error, PromptNameTaken | PromptUnfit) else None

    def _free_name(self, wanted: str) -> str:
        taken = {prompt.name.casefold() for prompt in self._entries.values()}
        number, name = 2, wanted
        while name.casefold() in taken:
            name, number = f"{wanted}-{number}", number + 1
        return name

    def _try(self) -> None:
        prompt = self._editor.entry()
        form = PromptForm(
            prompt.title,
            prompt.text,
            given=given_values(prompt.text),
            action=self.tr("Use in a chat") if self._use is not None else self.tr("Close"),
            parent=self.window(),
        )
        if self._use is not None:
            form.filled.connect(self._use)
        form.finished.connect(form.deleteLater)
        form.open()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, PromptsChanged):
            self.refresh()


def _words() -> LibraryWords:
    return LibraryWords(
        title=translate("PromptsPage", "Prompts"),
        description=translate(
            "PromptsPage", "Texts that you use again and again. Type “/” at the beginning of a message to call one."
        ),
        new=translate("PromptsPage", "New prompt"),
        search=translate("PromptsPage", "Search prompts"),
        list_name=translate("PromptsPage", "Prompts"),
        empty_title=translate("PromptsPage", "No prompts"),
        empty_text=translate(
            "PromptsPage", "Keep what you often ask, with gaps for what changes, and call it by its name."
        ),
        nothing_found=translate("PromptsPage", "No prompt is called like that."),
        deleted=translate("PromptsPage", "“{0}” was deleted."),
        restore=translate("PromptsPage", "Bring back the built-in prompts"),
        nothing_to_restore=translate("PromptsPage", "All built-in prompts are here."),
        file_filter=translate("PromptsPage", "Prompts of Hearth (*.toml)"),
        file_name=translate("PromptsPage", "prompts.toml"),
    )
