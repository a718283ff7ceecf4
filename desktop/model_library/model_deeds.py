"""What the page of models does when a button is pressed: asks the library, asks the owner, opens dialogs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from core.errors import Cancelled, HearthBug, HearthError
from desktop.model_library.shelf import OLLAMA_PREFIX, ModelItem
from desktop.widgets.amounts import size_text

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from core.assistant import Assistant
    from core.library.transfers import Transfer
    from desktop.bridge import Bridge
    from desktop.model_library.add_model import AddModelDialog
    from desktop.model_library.log_viewer import LogViewer
    from desktop.model_library.modelfile_editor import ModelfileDialog

Refused = Callable[[HearthError], object]


class ModelDeeds(QObject):
    """`page` is the parent of dialogs. Known trouble goes to who asked; anything else to `report`."""

    transfer_began = Signal(object)  # a Transfer

    def __init__(
        self, bridge: Bridge, assistant: Assistant, *, report: Callable[[BaseException], None], page: QWidget
    ) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self._page = page
        self.log_viewer: LogViewer | None = None
        self.modelfile_dialog: ModelfileDialog | None = None

    def do(
        self,
        work: Coroutine[Any, Any, Any],
        *,
        refused: Refused,
        then: Callable[[Any], None] | None = None,
        asker: QObject | None = None,
    ) -> None:
        """Run `work`; its known errors go to `refused`. Nobody is told any more when `asker` is gone."""

        def failed(error: BaseException) -> None:
            if isinstance(error, HearthError) and not isinstance(error, HearthBug | Cancelled):
                refused(error)
            else:
                self._report(error)

        self._bridge.call(work, done=then, failed=failed, owner=asker or self)

    # ---- models ---------------------------------------------------------------------------------------------------

    def fetch(
        self,
        model_id: str,
        *,
        refused: Refused,
        then: Callable[[], object] | None = None,
        asker: QObject | None = None,
    ) -> None:
        """Begin to download; the button that was pressed named what, how much and from where."""

        def began(transfer: Transfer) -> None:
            self.transfer_began.emit(transfer)
            if then is not None:
                then()

        self.do(self._assistant.library.fetch(model_id), refused=refused, then=began, asker=asker)

    def listen(self, model_id: str, *, refused: Refused) -> None:
        """Let an installed voice say a sentence in its language; pressed again, it begins anew."""

        async def said() -> None:
            voice = await asyncio.to_thread(lambda: self._assistant.voice)
            spoken = next((one.languages for one in await voice.voices.installed() if one.voice_id == model_id), ())
            await voice.trial.say(spoken[0] if spoken else "", voice_id=model_id)

        self.do(said(), refused=refused)

    def ask_and_delete(self, item: ModelItem, *, refused: Refused) -> None:
        """Delete after a question that says how much becomes free."""
        text = self.tr("Delete “{0}”?").format(item.name)
        if item.size_bytes:
            more = self.tr("{0} become free. You can download it again at any time.").format(size_text(item.size_bytes))
        else:
            more = self.tr("Only its entry goes; it runs on somebody else’s computer.")
        self.ask(
            text,
            more,
            self.tr("Delete"),
            lambda: self.do(self._delete(item), refused=refused),
        )

    async def _delete(self, item: ModelItem) -> None:
        await self._assistant.library.delete(item.model_id)
        if item.is_default:
            await self._assistant.settings.change("chat.default_model", "")

    # ---- dialogs --------------------------------------------------------------------------------------------------

    def add_model(self) -> AddModelDialog:
        """Ask for the name of a model that the catalogue does not know."""
        from desktop.model_library.add_model import AddModelDialog

        library = self._assistant.library
        dialog = AddModelDialog(lambda name: library.hosts_of(f"{OLLAMA_PREFIX}{name}"), self._page)
        dialog.fetch_wanted.connect(
            lambda name: self.fetch(f"{OLLAMA_PREFIX}{name}", refused=dialog.refuse, then=dialog.accept, asker=dialog)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write_modelfile(self, *, name: str = "", text: str = "") -> ModelfileDialog:
        """Open the editor, with an example or with `text`."""
        from desktop.model_library.modelfile_editor import ModelfileDialog

        dialog = ModelfileDialog(name=name, text=text, parent=self._page)

        def began(transfer: Transfer) -> None:
            dialog.follow(transfer)
            self.transfer_began.emit(transfer)

        def create(new_name: str, modelfile: str) -> None:
            self.do(
                self._assistant.library.create(new_name, modelfile),
                refused=dialog.refuse,
                then=began,
                asker=dialog,
            )

        dialog.create_wanted.connect(create)
        dialog.cancel_wanted.connect(self.cancel)
        dialog.finished.connect(self._modelfile_closed)
        dialog.finished.connect(dialog.deleteLater)
        self.modelfile_dialog = dialog
        dialog.open()
        return dialog

    def make_variant(self, name: str, *, refused: Refused) -> None:
        """Open the editor with the Modelfile of a model that is there."""

        def opened(text: str) -> None:
            self.write_modelfile(name=self.tr("{0}-mine").format(name.partition(":")[0].rpartition("/")[2]), text=text)

        self.do(self._assistant.library.modelfile(name), refused=refused, then=opened)

    def show_log(self) -> LogViewer:
        """Open the window with the log, or bring it to the front."""
        from desktop.model_library.log_viewer import LogViewer

        if self.log_viewer is None:
            self.log_viewer = LogViewer(self._page)
            self.log_viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            self.log_viewer.refresh_wanted.connect(self._read_log)
        self._read_log()
        self.log_viewer.show()
        self.log_viewer.raise_()
        return self.log_viewer

    def close_all(self) -> None:
        """The vault is about to close."""
        for window in (self.log_viewer, self.modelfile_dialog):
            if window is not None:
                window.close()

    # ---- transfers ------------------------------------------------------------------------------------------------

    def pause(self, transfer_id: str) -> None:
        """Stop for now."""
        self.do(self._assistant.library.transfers.pause(transfer_id), refused=self._report)

    def resume(self, transfer_id: str) -> None:
        """Go on, or try again."""
        self.do(self._assistant.library.transfers.resume(transfer_id), refused=self._report)

    def cancel(self, transfer_id: str) -> None:
        """Stop for good."""
        self.do(self._assistant.library.transfers.cancel(transfer_id), refused=self._report)

    def dismiss(self, transfer_id: str) -> None:
        """Take it out of the list."""

        async def dismiss() -> None:
            self._assistant.library.transfers.dismiss(transfer_id)

        self.do(dismiss(), refused=self._report)

    # ---- inside ---------------------------------------------------------------------------------------------------

    def _read_log(self) -> None:
        viewer = self.log_viewer
        assert viewer is not None
        self.do(asyncio.to_thread(self._assistant.library.ollama.log), refused=self._report, then=viewer.show_log)

    def _modelfile_closed(self) -> None:
        self.modelfile_dialog = None

    def ask(self, text: str, more: str, verb: str, go: Callable[[], object]) -> None:
        """A question before something is deleted; `verb` is on the button that does it."""
        box = QMessageBox(self._page)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Models"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(more)
        button = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        button.setProperty("kind", "danger")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        button.clicked.connect(go)
        box.finished.connect(box.deleteLater)
        box.open()
