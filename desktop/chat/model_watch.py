"""Which models there are, and what is missing where there are none: asked again until something answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import HearthError
from desktop.bridge import Bridge, Call
from desktop.failures import failure_of

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.inference.missing_model import Missing
    from core.inference.served_models import ServedModel

LOOK_AGAIN_MS = 5_000
"""While nothing can answer, it is looked for so often."""

COLD_AFTER_S = 300.0
"""A window that was left for so long has its model loaded again when its owner is back. Ollama unloads a model after
five minutes, unless it is told otherwise; one that is still loaded costs one small request."""


class ModelWatch(QObject):
    """Looks when it is asked to, and by itself every few seconds as long as something is missing."""

    found = Signal(list)  # ServedModels of the servers that answered
    missing = Signal(object)  # Missing, or None when nothing is
    away = Signal(str)  # no server answers: sentence and next step

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        chosen: Callable[[], str],
        report: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._chosen = chosen
        self._report = report
        self._finding: Call | None = None
        self._models: Sequence[ServedModel] | None = None  # None while no server answers
        self._left_s: float | None = None
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Ask the servers what they offer."""
        self._again.stop()
        if self._finding is None or not self._finding.running:
            self._finding = self._bridge.call(self._offered(), done=self._take, failed=self._fail, owner=self)

    def finish(self) -> None:
        """The vault is about to close: ask for nothing more."""
        self._again.stop()
        if self._finding is not None:
            self._finding.cancel()

    def warm(self, model: str) -> None:
        """Load a model that will probably be asked soon; one on somebody else's computer is not told."""
        if model and not any(one.remote for one in self._models or () if one.name == model):
            self._bridge.call(self._assistant.warm(model), failed=lambda _: None)

    def window_changed(self, *, is_active: bool) -> None:
        """The window was left, or its owner is back: after a long time the model has left the memory."""
        if not is_active:
            self._left_s = time.monotonic()
        elif self._left_s is not None:
            if time.monotonic() - self._left_s > COLD_AFTER_S:
                self.warm(self._chosen())
            self._left_s = None

    async def _offered(self) -> Sequence[ServedModel]:
        return await self._assistant.gateway.models()  # asked for on the loop: it loads the libraries of the network

    def _take(self, models: Sequence[ServedModel]) -> None:
        self._models = models
        self.found.emit(list(models))
        self.weigh()

    def weigh(self) -> None:
        """Another model was chosen: is it there?"""
        if self._models is None:
            return
        from core.inference.missing_model import missing_among

        lacking = missing_among(self._models, chosen=self._chosen())
        self.missing.emit(lacking)
        if lacking is not None:
            self._again.start()

    def _fail(self, error: BaseException) -> None:
        failure = failure_of(error)
        if failure is None:
            return
        if failure.is_bug:
            self._report(error)
        self._models = None
        self.away.emit(f"{failure.sentence} {failure.next_step}")
        self._again.start()
        if isinstance(error, HearthError):
            self._bridge.call(self._lacking(error), done=self.missing.emit, failed=self._report, owner=self)

    async def _lacking(self, error: HearthError) -> Missing:
        from core.inference.missing_model import missing_after

        return await missing_after(error, own_ollama=self._assistant.paths.ollama)
