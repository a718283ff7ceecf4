"""What Hearth and the process that hears say to each other, as length-prefixed msgpack frames.

Sound travels as raw float32 bytes. A frame is four bytes of length (little-endian) and the message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

from models.child_frames import framed
from models.speech.engines import Heard, Hearing, Segment

Priority: TypeAlias = Literal["final", "partial"]
Trouble: TypeAlias = Literal["unfit", "device", "memory", "translation", "sound", "abandoned", "other"]


@dataclass(frozen=True, slots=True)
class FileProgress:
    """How far a file has been heard. `total_s` is what the file says of itself, None where it does not.

    `language` is what was found out so far, empty before the first words.
    """

    done_s: float
    total_s: float | None
    language: str = ""


class Load(msgspec.Struct, frozen=True, tag=True):
    """Load the model. `warm`: hear one silent second, so that the first words are not slower."""

    folder: str
    device: str
    compute_type: str
    threads: int
    warm: bool


class Listen(msgspec.Struct, frozen=True, tag=True):
    """Understand `samples`, raw float32."""

    call: int
    priority: Priority
    samples: bytes
    hearing: Hearing


class ListenToFile(msgspec.Struct, frozen=True, tag=True):
    """Understand a file, or, where `path` is empty, the bytes that follow as `FilePart`s."""

    call: int
    path: str
    hearing: Hearing
    clip_start_s: float


class FilePart(msgspec.Struct, frozen=True, tag=True):
    """A part of a file that is not on the disk as it is."""

    call: int
    data: bytes
    last: bool


class Abandon(msgspec.Struct, frozen=True, tag=True):
    """Nobody waits for this any more."""

    call: int


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The model is loaded; this is what it runs on."""

    device: str
    compute_type: str
    threads: int


class Result(msgspec.Struct, frozen=True, tag=True):
    """What was heard."""

    call: int
    heard: Heard


class SegmentHeard(msgspec.Struct, frozen=True, tag=True):
    """The next segment of a file."""

    call: int
    segment: Segment


class Progressed(msgspec.Struct, frozen=True, tag=True):
    """A file is heard up to there."""

    call: int
    progress: FileProgress


class Finished(msgspec.Struct, frozen=True, tag=True):
    """A file is heard to its end."""

    call: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    """A call failed; call 0: loading did. `file` of an unfit model."""

    call: int
    trouble: Trouble
    detail: str
    file: str = ""


Request: TypeAlias = Load | Listen | ListenToFile | FilePart | Abandon
Reply: TypeAlias = Ready | Result | SegmentHeard | Progressed | Finished | Failed

_encoder = msgspec.msgpack.Encoder()


def frame_of(message: Request | Reply) -> bytes:
    """`message` as it goes through the pipe."""
    body = _encoder.encode(message)
    return framed(body)
