"""The sound of any audio or video file, decoded in a process of its own: a hostile file breaks only that."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import msgspec
import numpy as np

from models.child_command import child_command, child_environment
from models.child_frames import framed
from models.child_pipe import ChildPipe, signal_name
from models.engine_errors import SoundUnreadable
from models.speech.sound_file import SoundBlock
from models.speech.sound_host import ReadSound, SoundRead, Told

HOST = "models.speech.sound_host"


async def read_sound(path: Path, *, start_s: float = 0.0) -> AsyncGenerator[SoundBlock, None]:
    """The sound at 16 kHz, mono, from `start_s` on, in blocks of about a second. `path` is absolute.

    Closing the iterator ends the process. Raises `SoundUnreadable`, also where the process died over the file.
    """
    try:
        pipe = await ChildPipe.start(child_command(HOST), environment=child_environment())
    except OSError as fault:
        raise SoundUnreadable(str(fault)) from fault
    pipe.post(framed(msgspec.msgpack.encode(ReadSound(str(path), start_s))))
    decoder = msgspec.msgpack.Decoder(Told)
    try:
        async for answer in pipe.bodies():
            told = decoder.decode(answer)
            if not isinstance(told, SoundRead):
                if told.fault:
                    raise SoundUnreadable(told.fault)
                return
            samples = np.frombuffer(told.data, dtype="<i2").astype(np.float32) / 32767.0
            yield SoundBlock(told.start_s, samples)
        status, complaint = await pipe.ended()
        raise SoundUnreadable(f"ended with {signal_name(status)}: {complaint[-300:]}")
    finally:
        pipe.kill()
        await pipe.end()
