"""Talk to Hearth, step by step: is the microphone heard, what understands, what speaks, and which key to hold.

Every step can be skipped, and all of it stands under Settings › Voice and Models as well. The microphone is open while
its step is in sight and no longer. Nothing is downloaded before its button, which names what and how much, was pressed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import HearthError, VaultLocked
from desktop.failures import failure_of
from desktop.onboarding.guide_step import GuideStep
from desktop.widgets.amounts import size_text
from desktop.widgets.language_name import language_name
from desktop.widgets.level_meter import LevelMeter
from desktop.widgets.steady_scroll_area import SteadyScrollArea
from desktop.widgets.transfer_row import TransferRow

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.library.transfers import Transfer
    from core.voice.levels import Level
    from desktop.bridge import Bridge, Call
    from models.catalogue import CatalogueModel

Step: TypeAlias = Literal["microphone", "speech", "voice", "ready"]

WIDEST = 640
SPEECH: Final = "speech"
VOICE: Final = "voice"


@dataclass(frozen=True, slots=True)
class VoiceNeeds:
    """What is there and what could be had. `trouble`: why nothing can be heard."""

    trouble: HearthError | None
    has_speech: bool
    has_voice: bool
    system_speaks: bool
    speech: CatalogueModel | None
    voice: CatalogueModel | None


class VoiceGuidePage(QWidget):
    """Shows one step after the other. `finished` ends it at any of them."""

    finished = Signal()
    models_wanted = Signal(str)  # the purpose of the models
    settings_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        report: Callable[[BaseException], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._needs: VoiceNeeds | None = None
        self._at: Step = "microphone"
        self._transfer_id = ""
        self._listening: Call | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Talk to Hearth"))
        self.step = GuideStep(self)
        self.meter = LevelMeter(self)
        self.meter.hide()
        self.row = TransferRow(self)
        self.row.hide()
        transfers = assistant.library.transfers
        self.row.pause_wanted.connect(lambda one: self._do(transfers.pause(one)))
        self.row.resume_wanted.connect(lambda one: self._do(transfers.resume(one)))
        self.row.cancel_wanted.connect(lambda one: self._do(transfers.cancel(one)))
        self.row.dismiss_wanted.connect(lambda _: self._go_to(self._at))
        self._lay_out()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    def _lay_out(self) -> None:
        column = QWidget()
        column.setProperty("role", "page")
        column.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 48, 24, 24)
        inside.addStretch(2)
        inside.addWidget(self.step)
        inside.addStretch(5)
        holder = QWidget()
        holder.setProperty("role", "page")
        around = QHBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(column, stretch=100)
        around.addStretch(1)
        area = SteadyScrollArea(self)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes begins at the beginning, unless something is being fetched."""
        super().showEvent(event)
        if not self._transfer_id:
            self._at = "microphone"
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is heard."""
        super().hideEvent(event)
        self._stop_listening()

    @property
    def is_listening(self) -> bool:
        """Whether the microphone is open for it."""
        return self._listening is not None

    # ---- looking --------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Look at what there is, then show the step that is due."""
        self._transfer_id = ""
        if self._has_keyboard():
            self.setFocus()  # the button that was pressed goes; the keyboard would go on to the sidebar
        self.step.show_waiting(self.tr("Looking for your microphone…"))
        self._bridge.call(self._look(), done=self._looked, failed=self._failed, owner=self)

    async def _look(self) -> VoiceNeeds:
        from models.speech_advice import advised_speech

        voice = await asyncio.to_thread(lambda: self._assistant.voice)
        language = self._language
        trouble: HearthError | None = None
        try:
            await voice.devices.refresh()
            await voice.devices.find("", "microphone")
        except VaultLocked:
            raise
        except HearthError as missing:
            trouble = missing
        installed = await voice.engines.installed()
        voices = await voice.voices.installed()
        library = self._assistant.library
        catalogue = await asyncio.to_thread(lambda: library.catalogue)
        hardware = await library.hardware()
        return VoiceNeeds(
            trouble,
            has_speech=bool(installed),
            has_voice=any(language in one.languages for one in voices),
            system_speaks=language in await voice.voices.system_languages(),
            speech=advised_speech(hardware, catalogue),
            voice=_middle([one for one in catalogue.of(VOICE) if language in one.languages]),
        )

    @property
    def _language(self) -> str:
        chosen = self._assistant.settings.values.voice.spoken_language
        is_plain = QLocale().language() == QLocale.Language.C
        return chosen or ("en" if is_plain else QLocale().name()[:2])

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _looked(self, needs: VoiceNeeds) -> None:
        self._needs = needs
        elsewhere = None if self._has_keyboard() else QApplication.focusWidget()
        self._go_to(self._at)
        if elsewhere is not None:
            elsewhere.setFocus()  # whoever went on meanwhile is not called back

    def _go_to(self, step: Step) -> None:
        """The next step that is due from here on."""
        needs = self._needs
        if needs is None:
            self.begin()
            return
        self._transfer_id = ""
        self._stop_listening()
        if step == "speech" and (needs.has_speech or needs.speech is None):
            step = "voice"
        if step == "voice" and (needs.has_voice or needs.voice is None):
            step = "ready"
        self._at = step
        {
            "microphone": self._show_microphone,
            "speech": self._show_speech,
            "voice": self._show_voice,
            "ready": self._show_ready,
        }[step]()

    # ---- steps ----------------------------------------------------------------------------------------------------

    def _show_microphone(self) -> None:
        needs = self._needs
        if needs is not None and needs.trouble is not None:
            self.step.show_step(needs.trouble.owner_sentence, needs.trouble.owner_next_step, icon_name="microphone-off")
            self.step.add_primary(self.tr("Look again"), self.begin)
            self.step.add_link(self.tr("Go on without one"), lambda: self._go_to("speech"))
            self._add_ways_out()
            return
        self.step.show_step(
            self.tr("Does Hearth hear you?"),
            self.tr(
                "Say something: the lights should move. What you say goes nowhere; the microphone is open only while "
                "you see this."
            ),
            icon_name="microphone",
        )
        self.step.add_part(self.meter, keep=True)
        self.step.add_primary(self.tr("Yes, go on"), lambda: self._go_to("speech"))
        self.step.add_link(self.tr("Use another microphone…"), self.settings_wanted.emit)
        self._add_ways_out()
        if self.isVisible():
            self._listen()

    def _show_speech(self) -> None:
        assert self._needs is not None
        model = self._needs.speech
        assert model is not None
        self.step.show_step(
            self.tr("Something that understands speech"),
            self.tr("A model turns what you say into text, on this computer. “{0}” suits it.").format(model.name),
        )
        self._offer(model)
        self.step.add_link(self.tr("Other sizes…"), lambda: self.models_wanted.emit(SPEECH))
        self.step.add_link(self.tr("Go on without one"), lambda: self._go_to("voice"))
        self._add_ways_out()

    def _show_voice(self) -> None:
        assert self._needs is not None
        model = self._needs.voice
        assert model is not None
        self.step.show_step(
            self.tr("A voice for {0}").format(language_name(self._language)),
            self.tr("It reads answers aloud. You can add other voices and languages at any time."),
        )
        self._offer(model)
        self.step.add_link(self.tr("Other voices…"), lambda: self.models_wanted.emit(VOICE))
        rest = self.tr("Use the system’s voice") if self._needs.system_speaks else self.tr("Go on without one")
        self.step.add_link(rest, lambda: self._go_to("ready"))
        self._add_ways_out()

    def _offer(self, model: CatalogueModel) -> None:
        words = self.tr("Download {0} ({1})").format(model.name, size_text(model.size_bytes))
        self.step.add_primary(words, lambda: self._fetch(model))
        host = next(iter(self._assistant.library.hosts_of(model.model_id)), "")
        self.step.add_fine_print(self.tr("From {0}. Licence: {1}.").format(host, model.licence))

    def _show_ready(self) -> None:
        if self._needs is not None and not self._needs.has_speech:
            self.step.show_step(
                self.tr("Not quite ready"),
                self.tr("Without a speech model Hearth cannot understand you yet."),
                icon_name="microphone-off",
            )
        else:
            self.step.show_step(self.tr("Ready to talk"), self._how_to_talk(), icon_name="check")
        self.step.add_primary(self.tr("Start chatting"), self.finished.emit)
        self.step.add_link(self.tr("Voice settings"), self.settings_wanted.emit)

    def _how_to_talk(self) -> str:
        keys = QKeySequence(self._assistant.settings.early.hotkeys.talk)
        if keys.isEmpty():
            return self.tr("Press the microphone beside “Send”, and speak.")
        text = self.tr("Hold {0} in any program, speak, and let go. Or press the microphone beside “Send”.")
        return text.format(keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _add_ways_out(self) -> None:
        self.step.add_link(self.tr("Not now"), self.finished.emit)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, VaultLocked):
            return
        failure = failure_of(error)
        if failure is None or failure.is_bug:
            self._report(error)
        if failure is not None:
            self._transfer_id = ""
            self._stop_listening()
            self.step.show_step(failure.sentence, failure.next_step, icon_name="error")
            self.step.add_primary(self.tr("Try again"), self.begin)
            self._add_ways_out()

    # ---- listening ------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        assistant = self._assistant

        async def levels() -> AsyncIterator[Level]:
            async with aclosing(assistant.voice.trial.levels()) as heard:
                async for level in heard:
                    yield level

        self._listening = self._bridge.stream(levels, batch=self._heard, failed=self._not_heard, owner=self)

    def _stop_listening(self) -> None:
        call, self._listening = self._listening, None
        if call is not None:
            call.cancel()
        self.meter.clear()

    def _heard(self, levels: Sequence[Level]) -> None:
        if self._listening is not None:
            loudest = max(level.peak_db for level in levels)
            self.meter.set_level(levels[-1].rms_db, loudest, clipped=any(level.clipped for level in levels))

    def _not_heard(self, error: BaseException) -> None:
        if self._listening is not None:  # else it was ended on purpose
            self._listening = None
            self._failed(error)

    # ---- fetching -------------------------------------------------------------------------------------------------

    def _fetch(self, model: CatalogueModel) -> None:
        self._do(self._assistant.library.fetch(model.model_id), then=self._began)

    def _began(self, transfer: Transfer) -> None:
        self._transfer_id = transfer.transfer_id
        self.row.show_transfer(transfer)
        self.step.show_step(
            self.tr("Getting {0}").format(transfer.title),
            self.tr("You may go on using Hearth; the download continues by itself."),
        )
        self.step.add_part(self.row, keep=True)
        self._add_ways_out()
        self.row.focus_first()

    def _do(self, work: Coroutine[Any, Any, Any], *, then: Callable[[Any], None] | None = None) -> None:
        self._bridge.call(work, done=then, failed=self._failed, owner=self)

    def _on_change(self, change: Change) -> None:
        from core.events import TransferChanged

        if isinstance(change, TransferChanged) and change.transfer_id == self._transfer_id:
            transfer = self._assistant.library.transfers.get(self._transfer_id)
            if transfer is None:
                return
            self.row.show_transfer(transfer)
            if transfer.state == "done":
                self._at = "voice" if self._at == "speech" else "ready"
                self.begin()
            elif transfer.state == "cancelled":
                self._go_to(self._at)


def _middle(entries: Sequence[CatalogueModel]) -> CatalogueModel | None:
    """The first of middle quality, else the first."""
    return next((one for one in entries if one.model_id.endswith("-medium")), entries[0] if entries else None)
