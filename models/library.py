"""The files of models that Hearth itself keeps: what is installed, disk use, removal. Ollama keeps its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of an installed model; `sha256` is what it was when it was installed."""

    path: str
    size_bytes: int
    sha256: str
    url: str = ""
    is_host_declared: bool = False


@dataclass(frozen=True, slots=True)
class InstalledFiles:
    """One installed model."""

    model_id: str
    folder: Path
    size_bytes: int
    installed_at: datetime
    files: tuple[KeptFile, ...] = ()


class ModelFiles:
    """The models below one folder. A model's folder appears by one rename, when all its files are whole."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def installed(self) -> list[InstalledFiles]:
        """What is installed, in order of ids. Reads small files; call it off the loop."""
        raise NotImplementedError

    def folder_of(self, model_id: str) -> Path | None:
        """The folder with the model's files; None where it is not installed."""
        raise NotImplementedError

    def delete(self, model_id: str) -> bool:
        """Remove the model; returns whether it was there."""
        raise NotImplementedError

    def disk_use(self) -> int:
        """Bytes that all installed models and what is being fetched take."""
        raise NotImplementedError
