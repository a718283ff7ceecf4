"""The files of a Piper voice: `NAME.onnx` beside `NAME.onnx.json`, read and checked before anything heavy is loaded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.engine_errors import VoiceUnfit

_LEAST_RATE_HZ: Final = 8_000
_MOST_RATE_HZ: Final = 96_000
_LARGEST_CONFIG_BYTES: Final = 4_000_000
_ISO_CODES: Final = {"cmn": "zh", "yue": "zh", "nb": "no", "nn": "no", "arb": "ar"}


@dataclass(frozen=True, slots=True)
class PiperFacts:
    """What a voice's configuration tells. `languages` is ISO 639-1; `speakers` are names by number, () for one."""

    name: str
    languages: tuple[str, ...]
    speakers: tuple[str, ...]
    rate_hz: int
    model: Path
    size_bytes: int


def read_facts(folder_or_onnx: Path) -> PiperFacts:
    """The facts of the voice in this folder, or of this file. Blocks for a millisecond. Raises `VoiceUnfit`."""
    model = _model_in(folder_or_onnx)
    told = read_config(model)
    try:
        espeak = str(told["espeak"]["voice"])
        family = str((told.get("language") or {}).get("family") or espeak.split("-")[0]).lower()
        rate_hz = int(told["audio"]["sample_rate"])
        count = int(told["num_speakers"])
        names = {int(number): str(name) for name, number in (told.get("speaker_id_map") or {}).items()}
        if not _LEAST_RATE_HZ <= rate_hz <= _MOST_RATE_HZ or count < 1 or not told["phoneme_id_map"]:
            raise ValueError(f"{rate_hz} Hz, {count} speakers")
        size_bytes = model.stat().st_size
    except (KeyError, TypeError, ValueError, AttributeError, OSError) as error:
        raise VoiceUnfit(f"configuration of {model.name}: {error!r}", model=model.stem) from error
    speakers = tuple(names.get(number, str(number)) for number in range(count)) if count > 1 else ()
    return PiperFacts(model.stem, (_ISO_CODES.get(family, family),), speakers, rate_hz, model, size_bytes)


def read_config(model: Path) -> dict[str, Any]:
    """The configuration beside the model. Raises `VoiceUnfit`."""
    path = model.with_name(f"{model.name}.json")
    try:
        if path.stat().st_size > _LARGEST_CONFIG_BYTES:
            raise ValueError("far too large")
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VoiceUnfit(f"{path.name}: {error}", model=model.stem) from error
    if not isinstance(told, dict):
        raise VoiceUnfit(f"{path.name} is no configuration", model=model.stem)
    return told


def _model_in(folder_or_onnx: Path) -> Path:
    if folder_or_onnx.suffix == ".onnx":
        found = [folder_or_onnx] if folder_or_onnx.is_file() else []
    else:
        found = sorted(folder_or_onnx.glob("*.onnx"))
    if len(found) != 1:
        raise VoiceUnfit(f"{len(found)} models in {folder_or_onnx.name}", model=folder_or_onnx.name)
    return found[0]
