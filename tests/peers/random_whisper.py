"""A Whisper of true size with random weights: says rubbish, in the true time and with the true memory.

Built without torch: CTranslate2's description of the model is filled with numpy's random numbers and saved as 8-bit
weights. Its vocabulary has the true size and the true special tokens; the text tokens are bytes and pairs of bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

Size = Literal["tiny", "base", "quick"]

_TEXT_TOKENS = 50_257
_TIMESTAMPS = 1_501
_POSITIONS_HEARD = 1_500
_POSITIONS_WRITTEN = 448
_SCALE = 0.02


@dataclass(frozen=True, slots=True)
class _Shape:
    width: int
    hearing_layers: int
    writing_layers: int
    heads: int
    mels: int = 80


_SHAPES: dict[Size, _Shape] = {
    "tiny": _Shape(384, 4, 4, 6),
    "base": _Shape(512, 6, 6, 8),
    "quick": _Shape(384, 4, 1, 6, mels=128),  # built as large-v3-turbo is, as small as tiny
}


def random_whisper(cache: Path, *, size: Size = "tiny") -> Path:
    """The folder of such a model below `cache`; made on the first call (40 MB, some seconds; `base` 76 MB)."""
    folder = cache / f"random_whisper_{size}"
    if (folder / "tokenizer.json").is_file():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    tokens = _tokens()
    _save_model(folder, _SHAPES[size], tokens)
    (folder / "preprocessor_config.json").write_text(
        json.dumps({"feature_size": _SHAPES[size].mels, "chunk_length": 30})
    )
    _save_tokenizer(folder, tokens)
    return folder


def _tokens() -> list[str]:
    from faster_whisper.tokenizer import _LANGUAGE_CODES

    letters = [_visible(byte) for byte in range(256)]
    pairs = (first + second for first in letters for second in letters)
    text = [*letters, *(next(pairs) for _ in range(_TEXT_TOKENS - len(letters) - 1)), ""]  # by "" it is multilingual
    others = [code for code in _LANGUAGE_CODES if code not in ("en", "yue")]  # Cantonese came with large-v3
    languages = [f"<|{code}|>" for code in ("en", *others)]
    tasks = ["translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps"]
    special = ["<|endoftext|>", "<|startoftranscript|>", *languages, *(f"<|{task}|>" for task in tasks)]
    return [*text, *special, *(f"<|{number * 0.02:.2f}|>" for number in range(_TIMESTAMPS))]


def _visible(byte: int) -> str:
    """The character that stands for a byte in byte-level tokenizers: every byte gets one that can be seen."""
    seen = [*range(33, 127), *range(161, 173), *range(174, 256)]
    if byte in seen:
        return chr(byte)
    return chr(256 + [other for other in range(256) if other not in seen].index(byte))


def _save_tokenizer(folder: Path, tokens: list[str]) -> None:
    special = [
        {
            "id": number,
            "content": tokens[number],
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "special": True,
        }
        for number in range(_TEXT_TOKENS, len(tokens))
    ]
    text = tokens[:_TEXT_TOKENS]
    byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    whole: dict[str, Any] = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": special,
        "normalizer": None,
        "pre_tokenizer": byte_level,
        "post_processor": None,
        "decoder": byte_level,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": "",
            "end_of_word_suffix": "",
            "fuse_unk": False,
            "vocab": {token: number for number, token in enumerate(text)},
            "merges": [f"{token[0]} {token[1]}" for token in text[256:] if token],
        },
    }
    (folder / "tokenizer.json").write_text(json.dumps(whole), encoding="utf-8")


def _save_model(folder: Path, shape: _Shape, tokens: list[str]) -> None:
    from ctranslate2.specs import WhisperSpec

    spec: Any = WhisperSpec(shape.hearing_layers, shape.heads, shape.writing_layers, shape.heads)
    numbers = np.random.default_rng(20_261_121)
    width = shape.width
    spec.encoder.conv1.weight = _random(numbers, width, shape.mels, 3)
    spec.encoder.conv2.weight = _random(numbers, width, width, 3)
    for convolution in (spec.encoder.conv1, spec.encoder.conv2):
        convolution.bias = np.zeros(width, np.float32)
    spec.encoder.position_encodings.encodings = _random(numbers, _POSITIONS_HEARD, width)
    spec.decoder.position_encodings.encodings = _random(numbers, _POSITIONS_WRITTEN, width)
    spec.decoder.embeddings.weight = _random(numbers, len(tokens), width)
    spec.decoder.projection.weight = spec.decoder.embeddings.weight
    for half in (spec.encoder, spec.decoder):
        _fill_norm(half.layer_norm, width)
        for layer in half.layer:
            _fill_layer(layer, width, numbers)
    _save(spec, folder, tokens, shape)


def _fill_layer(layer: Any, width: int, numbers: np.random.Generator) -> None:
    own = layer.self_attention
    _fill_norm(own.layer_norm, width)
    _fill_linear(own.linear[0], 3 * width, width, numbers)
    _fill_linear(own.linear[1], width, width, numbers)
    if hasattr(layer, "attention"):
        _fill_norm(layer.attention.layer_norm, width)
        _fill_linear(layer.attention.linear[0], width, width, numbers)
        _fill_linear(layer.attention.linear[1], 2 * width, width, numbers)
        _fill_linear(layer.attention.linear[2], width, width, numbers)
    _fill_norm(layer.ffn.layer_norm, width)
    _fill_linear(layer.ffn.linear_0, 4 * width, width, numbers)
    _fill_linear(layer.ffn.linear_1, width, 4 * width, numbers)


def _fill_linear(linear: Any, rows: int, columns: int, numbers: np.random.Generator) -> None:
    linear.weight = _random(numbers, rows, columns)
    linear.bias = np.zeros(rows, np.float32)


def _fill_norm(norm: Any, width: int) -> None:
    norm.gamma = np.ones(width, np.float32)
    norm.beta = np.zeros(width, np.float32)


def _random(numbers: np.random.Generator, *shape: int) -> Any:
    return numbers.standard_normal(shape, dtype=np.float32) * np.float32(_SCALE)


def _save(spec: Any, folder: Path, tokens: list[str], shape: _Shape) -> None:
    begin = _TEXT_TOKENS
    spec.register_vocabulary(tokens)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [220, begin]
    spec.config.lang_ids = list(range(begin + 2, begin + 101))
    spec.config.alignment_heads = [[shape.writing_layers - 1, head] for head in range(shape.heads)]
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
