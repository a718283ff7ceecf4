"""A folder with a Whisper model in CTranslate2's form, looked at before anything loads it.

faster-whisper asks a hub for what a folder lacks, and CTranslate2 finds out about a truncated file only after it has
read all of it. So the folder is checked first: its files, and the table of contents that `model.bin` is made of.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from models.engine_errors import SpeechModelUnfit

MODEL_FILE = "model.bin"
_VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
_MULTILINGUAL_TOKENS = 51_865
"""From this size of vocabulary on a Whisper model has tokens of languages; those for English alone have one less."""

_USUAL_MELS = 80
_MOST_VARIABLES = 100_000
_MOST_RANK = 8


@dataclass(frozen=True, slots=True)
class SpeechModelFacts:
    """What a folder holds. `can_translate`: into English; the distilled, quick and English-only ones cannot.

    `hears_long`: it was trained on whole windows of 30 s, as all of Whisper's own are; a small model for commands, with
    a vocabulary of its own, hears one utterance at a time.
    """

    folder: Path
    multilingual: bool
    can_translate: bool
    size_bytes: int
    mels: int = _USUAL_MELS
    hears_long: bool = True


@dataclass(frozen=True, slots=True)
class _Contents:
    """What the table of contents of a `model.bin` says."""

    tokens: int
    mels: int
    encoder_layers: int
    decoder_layers: int


def check_folder(folder: Path) -> SpeechModelFacts:
    """What is in `folder`. Raises `SpeechModelUnfit` when a file is missing, damaged or cut off. Reads some kilobytes.

    Blocks for a few milliseconds, on a disk that sleeps for longer: not for the loop.
    """
    try:
        return _check(folder)
    except OSError as fault:
        raise SpeechModelUnfit(str(fault), model=folder.name) from fault


def _check(folder: Path) -> SpeechModelFacts:
    for name in (MODEL_FILE, "config.json", "tokenizer.json"):
        _need_file(folder, name)
    if not any((folder / name).is_file() for name in _VOCABULARIES):
        raise SpeechModelUnfit("missing", model=folder.name, file=_VOCABULARIES[0])
    _need_object(folder, "config.json")
    _need_whole_text(folder, "tokenizer.json")
    contents = _contents_of(folder)
    if contents.mels != _USUAL_MELS:
        _need_file(folder, "preprocessor_config.json")
    if (folder / "preprocessor_config.json").is_file():
        _need_object(folder, "preprocessor_config.json")
    multilingual = contents.tokens >= _MULTILINGUAL_TOKENS
    return SpeechModelFacts(
        folder=folder,
        multilingual=multilingual,
        # Whisper's own models have as many layers that write as layers that hear. Turbo and the distilled ones have
        # fewer that write, and were not trained to translate.
        can_translate=multilingual and contents.decoder_layers == contents.encoder_layers,
        size_bytes=sum(path.stat().st_size for path in folder.iterdir() if path.is_file()),
        mels=contents.mels,
        hears_long=contents.tokens >= _MULTILINGUAL_TOKENS - 1,
    )


def _need_file(folder: Path, name: str) -> None:
    path = folder / name
    if not path.is_file():
        raise SpeechModelUnfit("missing", model=folder.name, file=name)
    if not path.stat().st_size:
        raise SpeechModelUnfit("empty", model=folder.name, file=name)


def _need_object(folder: Path, name: str) -> None:
    try:
        found = json.loads((folder / name).read_bytes())
    except ValueError as fault:
        raise SpeechModelUnfit(f"not JSON: {fault}", model=folder.name, file=name) from fault
    if not isinstance(found, dict):
        raise SpeechModelUnfit("not a JSON object", model=folder.name, file=name)


def _need_whole_text(folder: Path, name: str) -> None:
    """A JSON object of megabytes is only looked at from both ends; reading it takes 50 ms."""
    with (folder / name).open("rb") as file:
        begins = file.read(64).lstrip()[:1]
        file.seek(max(0, (folder / name).stat().st_size - 64))
        ends = file.read().rstrip()[-1:]
    if begins != b"{" or ends != b"}":
        raise SpeechModelUnfit("cut off", model=folder.name, file=name)


def _contents_of(folder: Path) -> _Contents:
    path = folder / MODEL_FILE
    size_bytes = path.stat().st_size
    with path.open("rb") as file:
        try:
            shapes = _shapes_in(file, size_bytes)
        except (struct.error, ValueError, UnicodeDecodeError) as fault:
            raise SpeechModelUnfit(str(fault), model=folder.name, file=MODEL_FILE) from fault
    try:
        tokens = shapes["decoder/embeddings/weight"][0]
        mels = shapes["encoder/conv1/weight"][1]
    except (KeyError, IndexError) as fault:
        raise SpeechModelUnfit("not a Whisper model", model=folder.name, file=MODEL_FILE) from fault
    return _Contents(tokens, mels, _layers(shapes, "encoder/layer_"), _layers(shapes, "decoder/layer_"))


def _layers(shapes: dict[str, tuple[int, ...]], prefix: str) -> int:
    return len({name[len(prefix) :].partition("/")[0] for name in shapes if name.startswith(prefix)})


def _shapes_in(file: BinaryIO, size_bytes: int) -> dict[str, tuple[int, ...]]:
    """Name and shape of every variable, walking over their contents. Raises ValueError when the file ends too early.

    The form of CTranslate2 (`ModelSpec.save`): version, name of the kind of model, its revision, then the variables.
    """
    (version,) = _unpack(file, "<I")
    if not 4 <= version <= 16:  # below, variables were written in another form
        raise ValueError(f"not a model of CTranslate2 (version {version})")
    if (kind := _text(file)) != "WhisperSpec":
        raise ValueError(f"not a Whisper model but “{kind[:40]}”")
    _revision, count = _unpack(file, "<II")
    if count > _MOST_VARIABLES:
        raise ValueError("a damaged table of contents")
    shapes: dict[str, tuple[int, ...]] = {}
    for _ in range(count):
        name = _text(file)
        (rank,) = _unpack(file, "<B")
        if rank > _MOST_RANK:
            raise ValueError("a damaged table of contents")
        shapes[name] = _unpack(file, f"<{rank}I")
        _kind, length = _unpack(file, "<BI")
        if file.seek(length, 1) > size_bytes:
            raise ValueError("cut off")
    (aliases,) = _unpack(file, "<I")
    for _ in range(min(aliases, _MOST_VARIABLES)):
        alias, name = _text(file), _text(file)
        shapes[alias] = shapes.get(name, ())
    return shapes


def _text(file: BinaryIO) -> str:
    (length,) = _unpack(file, "<H")
    text = file.read(length)
    if len(text) < length:
        raise ValueError("cut off")
    return text.rstrip(b"\0").decode()


def _unpack(file: BinaryIO, form: str) -> tuple[int, ...]:
    wanted = struct.calcsize(form)
    data = file.read(wanted)
    if len(data) < wanted:
        raise ValueError("cut off")
    return struct.unpack(form, data)
