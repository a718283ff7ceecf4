"""The process that reads one sound or video file for Hearth: decoders of a hundred formats meet hostile files here.

Started by `sound_process` only. Answers with blocks of sound until the file ends; its parent may end it at any time.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import BinaryIO, TypeAlias

import msgspec
import numpy as np

from models.child_frames import framed, read_body
from models.child_walls import put_up_walls
from models.engine_errors import SoundUnreadable


class ReadSound(msgspec.Struct, frozen=True):
    """Read the file at `path` from `start_s` on."""

    path: str
    start_s: float


class SoundRead(msgspec.Struct, frozen=True, tag=True):
    """A block from `start_s` of the file on, as 16-bit samples; `total_s` is what the file says of itself."""

    start_s: float
    total_s: float | None
    data: bytes


class SoundOver(msgspec.Struct, frozen=True, tag=True):
    """The file is over, or could not be read."""

    fault: str = ""


Told: TypeAlias = SoundRead | SoundOver


def main() -> int:
    """Read the one request, answer it, end."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    asked = read_body(requests)
    if asked is None:
        return 0
    wanted = msgspec.msgpack.decode(asked, type=ReadSound)
    put_up_walls(own_network=True)
    threading.Thread(target=_end_with_parent, args=(requests,), name="parent", daemon=True).start()
    try:
        _read(wanted, answers)
        _tell(answers, SoundOver())
    except (SoundUnreadable, OSError) as fault:
        _tell(answers, SoundOver(str(fault) or type(fault).__name__))
    return 0


def _read(wanted: ReadSound, answers: BinaryIO) -> None:
    from models.speech.sound_file import SoundFile

    with Path(wanted.path).open("rb") as file, SoundFile(file, clip_start_s=wanted.start_s) as sound:
        for block in sound.blocks():
            levels = (np.clip(block.samples, -1.0, 1.0) * 32767.0).astype("<i2")
            _tell(answers, SoundRead(block.start_s, sound.total_s, levels.tobytes()))


def _tell(answers: BinaryIO, told: Told) -> None:
    answers.write(framed(msgspec.msgpack.encode(told)))
    answers.flush()


def _end_with_parent(requests: BinaryIO) -> None:
    while requests.read(1):
        pass
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
