"""What was found out about a speech model on this machine, kept in a small file, so that it is found out once."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from models.hardware import Hardware
from models.speech.speech_model import MODEL_FILE

_LIBRARIES = ("ctranslate2", "faster-whisper")
_DIGEST_BYTES = 256 * 1024
_MOST_VERDICTS = 50


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """How one device did. `seconds` for 3 s of sound, median; `reason` says why it is not `ok`.

    `was_full`: only its memory was short, which may be different next time.
    """

    ok: bool
    reason: str = ""
    seconds: float = 0.0
    compute_type: str = ""
    threads: int = 0
    was_full: bool = False


@dataclass(frozen=True, slots=True)
class ProbeVerdict:
    """Where a model runs best here. `encode_s`: what 3 s of sound take there. `per_device` says what was tried."""

    device: str
    compute_type: str
    threads: int
    encode_s: float
    per_device: dict[str, ProbeResult] = field(default_factory=dict)

    @property
    def lasts(self) -> bool:
        """Whether it is worth keeping: a card whose memory was full for the moment may do tomorrow."""
        return not any(result.was_full for result in self.per_device.values())


class VerdictFile:
    """Verdicts by key. A file that is damaged, or cannot be written, only means that things are tried again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> ProbeVerdict | None:
        """The verdict kept under `key`. Reads a small file."""
        return self._all().get(key)

    def keep(self, key: str, verdict: ProbeVerdict) -> None:
        """Keep `verdict`; the oldest of many are forgotten."""
        kept = self._all()
        kept.pop(key, None)
        kept[key] = verdict
        newest = dict(list(kept.items())[-_MOST_VERDICTS:])
        beside = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(msgspec.json.encode(newest))
            beside.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def forget(self, key: str) -> None:
        """It turned out to be wrong: try again next time."""
        kept = self._all()
        if kept.pop(key, None) is not None:
            with contextlib.suppress(OSError):
                self._path.write_bytes(msgspec.json.encode(kept))

    def _all(self) -> dict[str, ProbeVerdict]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, ProbeVerdict])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}


def verdict_key(folder: Path, hardware: Hardware) -> str:
    """Changes with the model, the machine (processor, cores, cards) and the libraries. Raises OSError. Reads 0.5 MB.

    Free memory is no part of it: keep a verdict only if it `lasts`.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
    with (folder / MODEL_FILE).open("rb") as file:
        digest.update(file.read(_DIGEST_BYTES))
        file.seek(max(0, (folder / MODEL_FILE).stat().st_size - _DIGEST_BYTES))
        digest.update(file.read())
    digest.update(f"{hardware.processor} {hardware.cores} {hardware.threads}\n".encode())
    for card in hardware.cards:
        digest.update(f"{card.name} {card.memory_bytes}\n".encode())
    for name in _LIBRARIES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    return digest.hexdigest()
