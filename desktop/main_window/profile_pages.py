"""Which pages a profile has beside its chats, and how each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.main_window.page_stack import PageEntry

if TYPE_CHECKING:
    from core.assistant import Assistant
    from desktop.bridge import Bridge
    from desktop.widgets.toast import Toasts

GUIDE = "guide"
MODELS = "models"
VOICE_GUIDE = "voice_guide"
TRANSCRIPTS = "transcripts"
KNOWLEDGE = "knowledge"


class ProfilePages(QObject):
    """Makes the pages; the signals tell where one of them sends the owner."""

    chat_wanted = Signal()
    page_wanted = Signal(str)
    models_wanted = Signal(str)  # the page of models, at this purpose
    settings_wanted = Signal(str)
    message_wanted = Signal(str, str)  # a chat at one of its messages
    link_wanted = Signal(str)
    passage_wanted = Signal(object)  # a passage of a document, for the viewer
    collection_wanted = Signal(str)  # a new chat that asks this collection
    prompt_wanted = Signal(str)  # a filled-in text for the composer
    text_wanted = Signal(str, str)  # name and content of a text to be asked about in a new chat

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        models: Callable[[], Sequence[str]],
        toasts: Callable[[], Toasts],
        report: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._models = models
        self._toasts = toasts
        self._report = report

    def listed(self) -> list[PageEntry]:
        """Those that stand in the sidebar, in their order."""
        return [
            PageEntry(MODELS, self.tr("Models"), "model", self._make_models),
            PageEntry("personas", self.tr("Personas"), "users", self._make_personas),
            PageEntry("prompts", self.tr("Prompts"), "quote", self._make_prompts),
            PageEntry(KNOWLEDGE, self.tr("Documents"), "file-text", self._make_knowledge),
            PageEntry("memory", self.tr("Memory"), "thinking", self._make_memory),
            PageEntry(TRANSCRIPTS, self.tr("Transcripts"), "waveform", self._make_transcripts),
        ]

    def unlisted(self) -> list[PageEntry]:
        """Those that are only shown when they are due."""
        return [
            PageEntry(GUIDE, self.tr("First steps"), "flame", self._make_guide),
            PageEntry(VOICE_GUIDE, self.tr("Talk to Hearth"), "microphone", self._make_voice_guide),
        ]

    def _make_models(self) -> QWidget:
        from desktop.model_library.models_page import ModelsPage

        page = ModelsPage(self._bridge, self._assistant, toasts=self._toasts(), report=self._report)
        page.link_wanted.connect(self.link_wanted)
        page.guide_wanted.connect(lambda: self.page_wanted.emit(GUIDE))
        page.servers_wanted.connect(lambda: self.settings_wanted.emit("model_server"))
        return page

    def _make_personas(self) -> QWidget:
        from desktop.personas.personas_page import PersonasPage

        return PersonasPage(
            self._bridge,
            self._assistant.personas,
            announcer=self._assistant.announcer,
            gateway_models=self._models,
            toasts=self._toasts(),
            report=self._report,
        )

    def _make_prompts(self) -> QWidget:
        from desktop.prompts.prompts_page import PromptsPage

        return PromptsPage(
            self._bridge,
            self._assistant.prompts,
            announcer=self._assistant.announcer,
            toasts=self._toasts(),
            report=self._report,
            use=self.prompt_wanted.emit,
        )

    @staticmethod
    def write_down(page: QWidget, paths: Sequence[Path], *, keep_sound: bool, task: str) -> None:
        """Let the page of transcripts take these files; what is to be asked was asked."""
        from desktop.transcripts.transcripts_page import TranscriptsPage

        assert isinstance(page, TranscriptsPage)
        page.write_down(paths, keep_sound=keep_sound, task=task)

    def _make_transcripts(self) -> QWidget:
        from desktop.transcripts.transcripts_page import TranscriptsPage

        page = TranscriptsPage(self._bridge, self._assistant, toasts=self._toasts(), report=self._report)
        page.text_wanted.connect(self.text_wanted)
        return page

    def _make_knowledge(self) -> QWidget:
        from desktop.knowledge.knowledge_page import KnowledgePage

        page = KnowledgePage(self._bridge, self._assistant, toasts=self._toasts(), report=self._report)
        page.passage_wanted.connect(self.passage_wanted)
        page.chat_wanted.connect(self.collection_wanted)
        page.settings_wanted.connect(lambda: self.settings_wanted.emit("knowledge"))
        return page

    @staticmethod
    def offer_folders(page: QWidget, folders: Sequence[Path]) -> None:
        """Let the page of documents ask which collection takes these folders."""
        from desktop.knowledge.knowledge_page import KnowledgePage

        assert isinstance(page, KnowledgePage)
        page.intake.offer_folders(folders)

    def _make_memory(self) -> QWidget:
        from desktop.memory.memory_page import MemoryPage

        page = MemoryPage(self._bridge, self._assistant, toasts=self._toasts(), report=self._report)
        page.origin_wanted.connect(self.message_wanted)
        return page

    def _make_guide(self) -> QWidget:
        from desktop.onboarding.guide import GuidePage

        page = GuidePage(self._bridge, self._assistant, report=self._report)
        page.finished.connect(self.chat_wanted)
        page.models_wanted.connect(lambda: self.page_wanted.emit(MODELS))
        page.servers_wanted.connect(lambda: self.settings_wanted.emit("model_server"))
        page.voice_wanted.connect(lambda: self.page_wanted.emit(VOICE_GUIDE))
        return page

    def _make_voice_guide(self) -> QWidget:
        from desktop.onboarding.voice_guide import VoiceGuidePage

        page = VoiceGuidePage(self._bridge, self._assistant, report=self._report)
        page.finished.connect(self.chat_wanted)
        page.models_wanted.connect(self.models_wanted)
        page.settings_wanted.connect(lambda: self.settings_wanted.emit("voice"))
        return page
