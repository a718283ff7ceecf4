"""Audio and video files in which somebody speaks: spoken commands with pauses, written by FFmpeg in any common form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from models.speech.engines import RATE_HZ, Samples
from tests.peers.spoken_corpus import speech

PHRASES = ("What time is it?", "Set a timer for five minutes.", "Read my messages.", "Good morning.")

_CODECS = {
    ".wav": "pcm_s16le",
    ".mp3": "libmp3lame",
    ".ogg": "libopus",
    ".flac": "flac",
    ".m4a": "aac",
    ".mp4": "aac",
    ".mkv": "aac",
}
_VIDEO = (".mp4", ".mkv")
_PIECE = 1024


def told(phrases: Sequence[str] = PHRASES, *, pause_s: float = 2.5) -> Samples:
    """The phrases one after the other, each followed by a pause long enough to be a segment of its own."""
    return np.concatenate([speech(phrase, voice="en-us", lead_s=0.4, tail_s=pause_s) for phrase in phrases])


def write_file(path: Path, sound: Samples | None, *, rate_hz: int = 44_100) -> Path:
    """Write `sound` (None: none) to `path` in the form of its ending; a film gets a grey picture, too."""
    import av

    with av.open(str(path), "w") as container:
        video = None
        if path.suffix in _VIDEO:
            video = container.add_stream("mpeg4", rate=5)
            video.width = video.height = 64
            video.pix_fmt = "yuv420p"
        stream: Any = None
        if sound is not None:
            rate = 48_000 if path.suffix == ".ogg" else rate_hz
            stream = container.add_stream(_CODECS[path.suffix], rate=rate)
            stream.layout = "stereo"
        seconds = 3.0 if sound is None else len(sound) / RATE_HZ
        if video is not None:
            _write_picture(container, video, round(seconds * 5))
        if stream is not None and sound is not None:
            _write_sound(container, stream, sound)
    return path


def _write_picture(container: Any, stream: Any, count: int) -> None:
    import av

    for number in range(count):
        frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), 128, dtype=np.uint8), format="rgb24")
        frame.pts = number
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _write_sound(container: Any, stream: Any, sound: Samples) -> None:
    import av

    context = stream.codec_context
    resampler = av.AudioResampler(
        format=context.format, layout="stereo", rate=context.rate, frame_size=context.frame_size or _PIECE
    )
    for start in range(0, len(sound), RATE_HZ):
        piece = av.AudioFrame.from_ndarray(sound[np.newaxis, start : start + RATE_HZ], format="flt", layout="mono")
        piece.sample_rate = RATE_HZ
        for frame in resampler.resample(piece):
            container.mux(stream.encode(frame))
    for frame in resampler.resample(None):
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))
