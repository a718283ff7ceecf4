"""A tiny model in Piper's format, written byte by byte: it hums for as long as it is told to.

The hum lasts `hop` samples a phoneme times the length scale; a speaker's number sets its pitch. `layers` makes it slow:
each is a step of the graph over all samples. The protobuf is written by hand, as the `onnx` library is not at hand.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

_FLOAT, _INT64 = 1, 7
HOP = 256


def write_little_piper(
    folder: Path,
    *,
    name: str = "hum",
    language: str = "en",
    espeak: str = "en-us",
    speakers: int = 1,
    layers: int = 0,
    hop: int = HOP,
    amplitude: float = 0.5,
    rate_hz: int = 22050,
) -> Path:
    """Write NAME.onnx and NAME.onnx.json into `folder`, which is made; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(
        _model(has_speakers=speakers > 1, layers=layers, hop=hop, amplitude=amplitude)
    )
    symbols = "_^$ !',-.:;?abcdefghijklmnopqrstuvwxyzæçðŋɐɑɔəɚɛɜɡɪɹɾʃʊʌʒθˈˌː"
    told = {
        "audio": {"sample_rate": rate_hz},
        "espeak": {"voice": espeak},
        "language": {"code": f"{language}_XX", "family": language},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": {symbol: [number] for number, symbol in enumerate(symbols)},
        "num_symbols": len(symbols),
        "num_speakers": speakers,
        "speaker_id_map": {f"voice {number}": number for number in range(speakers)} if speakers > 1 else {},
    }
    (folder / f"{name}.onnx.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def _model(*, has_speakers: bool, layers: int, hop: int, amplitude: float) -> bytes:
    nodes = [
        _node("Shape", ["input"], "shape"),
        _node("Gather", ["shape", "one_i"], "count_i"),
        _node("Cast", ["count_i"], "count", to=_FLOAT),
        _node("Gather", ["scales", "one_i"], "length_scale"),
        _node("Mul", ["count", "length_scale"], "scaled"),
        _node("Mul", ["scaled", "hop"], "total"),
        _node("Range", ["zero", "total", "one"], "time"),
        _node("Mul", ["time", "pitch"], "phase_1"),
    ]
    phase = "phase_1"
    if has_speakers:
        nodes += [
            _node("Cast", ["sid"], "sid_f", to=_FLOAT),
            _node("Add", ["sid_f", "one"], "factor"),
            _node("Mul", ["phase_1", "factor"], "phase"),
        ]
        phase = "phase"
    nodes.append(_node("Sin", [phase], "hum_0"))
    for layer in range(layers):
        nodes.append(_node("Tanh" if layer % 2 else "Atan", [f"hum_{layer}"], f"hum_{layer + 1}"))
    nodes += [_node("Mul", [f"hum_{layers}", "loud"], "sound"), _node("Reshape", ["sound", "form"], "output")]
    constants = [
        _tensor("one_i", _INT64, (), struct.pack("<q", 1)),
        _tensor("form", _INT64, (4,), struct.pack("<4q", 1, 1, 1, -1)),
        *(
            _tensor(name, _FLOAT, (), struct.pack("<f", value))
            for name, value in (("zero", 0), ("one", 1), ("hop", hop), ("pitch", 0.05), ("loud", amplitude))
        ),
    ]
    inputs = [
        _value("input", _INT64, ("b", "p")),
        _value("input_lengths", _INT64, ("b",)),
        _value("scales", _FLOAT, (3,)),
        *([_value("sid", _INT64, ("b",))] if has_speakers else []),
    ]
    graph = b"".join(
        [
            *(_field(1, node) for node in nodes),
            _field(2, b"hum"),
            *(_field(5, constant) for constant in constants),
            *(_field(11, value) for value in inputs),
            _field(12, _value("output", _FLOAT, (1, 1, 1, "t"))),
        ]
    )
    return _number(1, 8) + _field(7, graph) + _field(8, _number(2, 15))


def _node(kind: str, inputs: list[str], output: str, *, to: int = 0) -> bytes:
    attribute = _field(5, _field(1, b"to") + _number(3, to) + _number(20, 2)) if to else b""
    return (
        b"".join(_field(1, name.encode()) for name in inputs)
        + _field(2, output.encode())
        + _field(4, kind.encode())
        + attribute
    )


def _tensor(name: str, kind: int, dims: tuple[int, ...], raw: bytes) -> bytes:
    return b"".join(_number(1, dim) for dim in dims) + _number(2, kind) + _field(8, name.encode()) + _field(9, raw)


def _value(name: str, kind: int, dims: tuple[int | str, ...]) -> bytes:
    shape = b"".join(_field(1, _number(1, dim) if isinstance(dim, int) else _field(2, dim.encode())) for dim in dims)
    return _field(1, name.encode()) + _field(2, _field(1, _number(1, kind) + _field(2, shape)))


def _field(number: int, body: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(body)) + body


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
