"""Files of sound and video for tests, made in memory: true ones in many forms, and ones that lie."""

from __future__ import annotations

import io
import struct
from fractions import Fraction
from typing import Any

import numpy as np

from models.speech.engines import RATE_HZ, Samples


def wave_file(sound: Samples, *, rate_hz: int = RATE_HZ, channels: int = 1, claimed_s: float | None = None) -> bytes:
    """A WAV with 16-bit samples; `sound` is at `rate_hz`. `claimed_s`: what its head says, true or not."""
    numbers = np.repeat((np.clip(sound, -1, 1) * 32767).astype("<i2")[:, np.newaxis], channels, axis=1)
    body = numbers.tobytes()
    size = len(body) if claimed_s is None else int(claimed_s * rate_hz) * channels * 2
    form = struct.pack("<HHIIHH", 1, channels, rate_hz, rate_hz * channels * 2, channels * 2, 16)
    head = b"RIFF" + struct.pack("<I", min(36 + size, 2**32 - 1)) + b"WAVEfmt " + struct.pack("<I", 16) + form
    return head + b"data" + struct.pack("<I", min(size, 2**32 - 1)) + body


def encoded(sound: Samples, form: str, codec: str, *, rate_hz: int = RATE_HZ, video: bool = False) -> bytes:
    """`sound` (at 16 kHz) as FFmpeg writes `form`; with `video` a small picture moves beside it."""
    import av

    file = io.BytesIO()
    with av.open(file, "w", format=form) as container:
        picture: Any = container.add_stream("mpeg4", rate=10) if video else None
        stream: Any = container.add_stream(codec, rate=rate_hz)
        if picture is not None:
            picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
            _add_pictures(container, picture, len(sound) / RATE_HZ)
        _add_sound(container, stream, sound)
    return file.getvalue()


def silent_film(seconds: float = 2.0) -> bytes:
    """A video without any sound."""
    import av

    file = io.BytesIO()
    with av.open(file, "w", format="matroska") as container:
        picture: Any = container.add_stream("mpeg4", rate=10)
        picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
        _add_pictures(container, picture, seconds)
    return file.getvalue()


def with_gap(first: Samples, second: Samples, *, gap_s: float) -> bytes:
    """A recording that says by its timestamps that nothing was recorded for `gap_s` between its two parts."""
    import av

    file = io.BytesIO()
    with av.open(file, "w", format="matroska") as container:
        stream: Any = container.add_stream("pcm_s16le", rate=RATE_HZ)
        stream.layout = "mono"
        _add_sound(container, stream, first, flush=False)
        _add_sound(container, stream, second, start=len(first) + round(gap_s * RATE_HZ))
    return file.getvalue()


def _add_sound(container: Any, stream: Any, sound: Samples, *, start: int = 0, flush: bool = True) -> None:
    import av

    resampler = av.AudioResampler(format=stream.format.name, layout=stream.layout.name, rate=stream.rate)
    fifo = av.AudioFifo()
    step = stream.frame_size or 1024
    for number in range(0, len(sound), RATE_HZ):
        part = (np.clip(sound[number : number + RATE_HZ], -1, 1) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(part[np.newaxis], format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        for made in resampler.resample(frame):
            made.pts = None
            fifo.write(made)
    written = start * stream.rate // RATE_HZ
    while (frame := fifo.read(step, partial=fifo.samples < step)) is not None:
        frame.pts, frame.time_base = written, Fraction(1, stream.rate)
        written += frame.samples
        container.mux(stream.encode(frame))
    if flush:
        container.mux(stream.encode(None))


def _add_pictures(container: Any, stream: Any, seconds: float) -> None:
    import av

    for number in range(int(seconds * 10)):
        picture = np.full((48, 64, 3), number * 7 % 256, dtype=np.uint8)
        container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
    container.mux(stream.encode(None))
