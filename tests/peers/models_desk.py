"""The page of models in a window of its own, over a real assistant and stand-ins for Ollama and for hosts of files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.assistant import Assistant
from core.library.sources import Sources
from desktop.bridge import Bridge
from desktop.model_library.models_page import ModelsPage
from desktop.model_library.shelf import ModelItem
from desktop.widgets.toast import Toasts
from models.downloads import Patience
from models.ollama_release import ReleasePlace
from models.private_ollama import Endurance
from tests.peers.ollama_server import OllamaPeer, PeerModel
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.release_server import ReleaseServer, ServedFile

EAR = b"an ear " * 200_000
EAR_FILES = {"model.bin": EAR, "config.json": b"{}", "vocabulary.txt": b"a\nb\n"}
T = TypeVar("T")

_COMMON = """
summary = "{summary}"
languages = {languages}
memory_bytes = {memory_bytes}
parameters = "1B"
licence = "Apache-2.0"
licence_url = "https://example.org/licence"
source = "https://example.org/{name}"
"""


def catalogue_text(host: ReleaseServer) -> str:
    """Two language models, one far too large; an ear of three files; two voices, one that no disk has room for."""
    entries = [
        '[[model]]\nollama_name = "tiny:1b"\nname = "Tiny 1B"\npurpose = "language"\nsize_bytes = 1_000_000\n'
        "quality = 10\n"
        + _COMMON.format(summary="Very small.", languages='["*"]', memory_bytes=1_000_000, name="tiny"),
        '[[model]]\nollama_name = "huge:900b"\nname = "Huge 900B"\npurpose = "language"\nsize_bytes = 900_000_000_000\n'
        "quality = 90\n"
        + _COMMON.format(summary="Enormous.", languages='["ja", "en"]', memory_bytes=900_000_000_000_000, name="huge"),
        '[[model]]\nmodel_id = "whisper:ear"\nname = "Ear"\npurpose = "speech"\n'
        + _COMMON.format(summary="Understands speech.", languages='["*"]', memory_bytes=1_000_000, name="ear")
        + "".join(
            f'[[model.files]]\npath = "{name}"\nurl = "{host.address}/{name}"\nsize_bytes = {len(body)}\n'
            f'size_is_exact = true\nsha256 = "{hashlib.sha256(body).hexdigest()}"\n'
            for name, body in EAR_FILES.items()
        ),
        '[[model]]\nmodel_id = "piper:ja"\nname = "Koe"\npurpose = "voice"\nsize_bytes = 10_000_000_000_000_000\n'
        + _COMMON.format(summary="A voice.", languages='["ja"]', memory_bytes=1_000_000, name="koe")
        + f'[[model.files]]\npath = "v.onnx"\nurl = "{host.address}/v.onnx"\nsize_bytes = 10_000_000_000_000_000\n',
        '[[model]]\nmodel_id = "piper:de"\nname = "Stimme"\npurpose = "voice"\n'
        + _COMMON.format(summary="A voice.", languages='["de"]', memory_bytes=1_000_000, name="stimme")
        + f'[[model.files]]\npath = "d.onnx"\nurl = "{host.address}/d.onnx"\nsize_bytes = 10\n',
    ]
    return "\n".join(entries)


def many_models(count: int) -> str:
    """So many small language models."""
    common = _COMMON.format(summary="One of many.", languages='["*"]', memory_bytes=1_000_000, name="many")
    return "".join(
        f'[[model]]\nollama_name = "many:{at}"\nname = "Many {at}"\npurpose = "language"\n'
        f"size_bytes = 1_000_000\n{common}"
        for at in range(count)
    )


class ModelsDesk:
    """Everything that the page needs, for real. End it with `end`."""

    def __init__(
        self, home: Path, qtbot: QtBot, peer: OllamaPeer, host: ReleaseServer, *, catalogue: str = "", width: int = 1100
    ) -> None:
        self.qtbot, self.peer, self.host = qtbot, peer, host
        self.bridge = Bridge()
        self.reported: list[BaseException] = []
        home.mkdir(parents=True, exist_ok=True)
        listed = home / "catalogue.toml"
        listed.write_text(catalogue or catalogue_text(host), encoding="utf-8")
        for name, body in EAR_FILES.items():
            host.files.setdefault(f"/{name}", ServedFile(body))
        peer.pullable.setdefault("tiny:1b", PeerModel("tiny:1b", size_bytes=1_000_000))
        self._at_hand = ProfileAtHand(home / "hearth", peer.address)
        self._sources = Sources(
            release=ReleasePlace(host.latest_url, ("127.0.0.1",)),
            catalogue=listed,
            owners_ollama=peer.address,
            door_port=None,
            patience=Patience(tries_without_progress=3, first_pause_s=0.01, longest_pause_s=0.05),
            endurance=Endurance(ready_s=60, patience_s=2, most_failures=2, longest_pause_s=0.1),
        )
        self.assistant: Assistant = self.wait_for(self._open())
        self.window = QWidget()
        self.window.resize(width, 760)
        self.toasts = Toasts(self.window)
        self.page = ModelsPage(self.bridge, self.assistant, toasts=self.toasts, report=self.reported.append)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        self.wait(lambda: self.page._machine.hardware is not None and self.page._stock.use is not None)

    async def _open(self) -> Assistant:
        vault = await self._at_hand.vault()
        self._opening = Assistant.open(
            vault,
            paths=self._at_hand.paths,
            early=self._at_hand.early,
            servers=self._at_hand.servers,
            sources=self._sources,
            housekeeping_after_s=0,
        )
        return await self._opening.__aenter__()

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the program run until `condition` holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` returns."""
        return self.bridge.run_to_end(work, timeout_s=PATIENCE_S)

    def click(self, button: QAbstractButton) -> None:
        """Click a button that is in sight and can be used."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def show_purpose(self, purpose: str) -> None:
        """Take a tab, as a click does."""
        control = self.page.purpose
        self.click(control._group.button(control._values.index(purpose)))

    def names(self, *, installed: bool) -> list[str]:
        """The models in the list, one half of it."""
        return [item.name for item in self.page.list.items() if (item.installed is not None) == installed]

    def item(self, name: str) -> ModelItem:
        """That model in the list."""
        return next(item for item in self.page.list.items() if item.name == name)

    def open(self, name: str) -> None:
        """Click its row."""
        model_id = self.item(name).model_id
        where = self.page.list.rect_of(model_id)
        self.page.area.ensureVisible(0, self.page.list.y() + where.y())
        self.qtbot.mouseClick(self.page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert self.page.detail.isVisible()
        assert self.page.detail.title.text() == name

    def answer(self, verb: str) -> str:
        """Press a button of the question that is open; returns what it asked."""
        self.wait(lambda: self._box() is not None)
        box = self._box()
        assert box is not None
        said = f"{box.text()} {box.informativeText()}"
        button = next(one for one in box.buttons() if one.text().replace("&", "") == verb)
        self.click(button)
        return said

    def _box(self) -> QMessageBox | None:
        return next((box for box in self.page.findChildren(QMessageBox) if box.isVisible()), None)

    def end(self) -> None:
        """Close everything."""
        self.page.finish()
        self.window.close()
        self.wait(lambda: self.page._looking is None)
        self.wait_for(self._opening.__aexit__(None, None, None))
        self.bridge.stop()
        self.window.deleteLater()
