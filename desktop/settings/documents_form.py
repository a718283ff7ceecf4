"""The page “Documents” of the settings: which model finds meanings, which index, and what a server of vectors sees."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from core.events import DocumentsChanged, IndexChanged, SettingChanged
from desktop.settings.settings_form import ROW_INSET, ControlMaker, SettingRow
from desktop.settings.trouble_strip import plain_words
from desktop.settings.voice_controls import OfferBox
from desktop.widgets.meaning_words import again_words, index_words, model_words, trouble_words

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.inference.served_models import ServedModel
    from core.knowledge.knowledge_base import KnowledgeState
    from desktop.bridge import Bridge

SECTION = "knowledge"
_GATHER_MS = 300


class DocumentsForm(QObject):
    """How these settings are shown."""

    changed = Signal()  # models or the state of the index

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        report: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._assistant, self._report = bridge, assistant, report
        self.models: tuple[str, ...] = ()
        self.state: KnowledgeState | None = None
        self.controls: Mapping[str, ControlMaker] = {f"{SECTION}.embedder": lambda parent: EmbedderBox(self, parent)}
        self._again = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._again.timeout.connect(self.look_at_state)
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    @property
    def engine(self) -> str:
        """The index that is chosen."""
        return self._assistant.settings.values.knowledge.engine

    @property
    def embedder(self) -> str:
        """The model that is chosen."""
        return self._assistant.settings.values.knowledge.embedder

    def arrange(self, rows: Mapping[str, SettingRow]) -> QWidget:
        """The page, with all of these rows on it."""
        return DocumentsSettings(self, {name.removeprefix(f"{SECTION}."): row for name, row in rows.items()})

    def look_at_models(self) -> None:
        """Which embedding models Ollama has; none while it does not answer."""
        self._bridge.call(self._assistant.gateway.models(), done=self._take_models, failed=lambda _: None, owner=self)

    def look_at_state(self) -> None:
        """How the index is."""

        async def state() -> KnowledgeState:
            return (await asyncio.to_thread(lambda: self._assistant.knowledge)).state()

        self._bridge.call(state(), done=self._take_state, failed=self._report, owner=self)

    def _take_models(self, models: Sequence[ServedModel]) -> None:
        names = tuple(model.name for model in models if "embedding" in model.abilities and model.server == "ollama")
        if names != self.models:
            self.models = names
            self.changed.emit()

    def _take_state(self, state: KnowledgeState) -> None:
        self.state = state
        self.changed.emit()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, SettingChanged):
            if change.name.startswith(f"{SECTION}."):
                self.changed.emit()
                self._again.start()
        elif isinstance(change, IndexChanged | DocumentsChanged) and self.state is not None:
            self._again.start()


class EmbedderBox(OfferBox):
    """The built-in model, or an embedding model of Ollama’s."""

    is_wide = True

    def __init__(self, form: DocumentsForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        form.changed.connect(self.fill)
        self.fill()

    def entries(self) -> Sequence[tuple[str, str]]:
        """The built-in one first."""
        return [("", self.tr("Built-in model (English)")), *((name, name) for name in self._form.models)]

    def missing(self, value: str) -> str:
        """It stays chosen; words alone find until it is back."""
        return self.tr("{0} (not available)").format(value) if self._form.models else value

    def showPopup(self) -> None:
        """The list is as fresh as the server."""
        self._form.look_at_models()
        super().showPopup()


class DocumentsSettings(QWidget):
    """Rows, with what they do told between them."""

    def __init__(self, form: DocumentsForm, rows: Mapping[str, SettingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._rows = dict(rows)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.state_words = plain_words("", "", self)
        self.warning = plain_words(
            self.tr(
                "A Chroma server keeps vectors unencrypted, outside of this profile, and much of a text can be guessed "
                "from its vectors. The texts themselves stay in the vault, and private chats never use it. A server on "
                "another computer is refused until a door to it is open."
            ),
            "",
            self,
        )
        self._state_card = _card(self.state_words, "notice", self)
        self._warning_card = _card(self.warning, "warning_card", self)
        self._add(
            "embedder", "engine", self._state_card, "chroma_server", self._warning_card, "ocr", "ask_all", "rerank"
        )
        self._add(*list(self._rows))  # and whatever a later room adds
        form.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Models come and go while nobody looks."""
        super().showEvent(event)
        self._form.look_at_models()
        self._form.look_at_state()

    def _add(self, *parts: str | QWidget) -> None:
        for part in parts:
            widget = self._rows.pop(part, None) if isinstance(part, str) else part
            if widget is not None:
                self._layout.addWidget(widget)
                if part == "chroma_server":
                    self._server_row = widget

    def _show(self) -> None:
        form, state = self._form, self._form.state
        parts = [model_words(state, form.embedder)]
        if state is not None:
            parts += [index_words(state), again_words(state), trouble_words(state)]
        self.state_words.setText(" ".join(part for part in parts if part))
        served = form.engine == "chroma_server"
        self._warning_card.setVisible(served)
        self._server_row.setVisible(served)


def _card(words: QWidget, role: str, parent: QWidget) -> QWidget:
    """As far in as the words of the rows."""
    holder = QWidget(parent)
    frame = QFrame(holder)
    frame.setProperty("role", role)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(12, 8, 12, 8)
    inside.addWidget(words)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(ROW_INSET, 2, ROW_INSET, 10)
    layout.addWidget(frame)
    return holder
