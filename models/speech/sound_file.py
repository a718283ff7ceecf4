"""Sound out of any audio or video file, in small blocks at 16 kHz: never the whole file, whatever it claims to be.

Only the open file itself is read: FFmpeg gets no name, no demuxer that would follow references in a playlist, and no
protocol. It runs where a hostile file harms nobody else, in a child process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np

from models.engine_errors import SoundUnreadable
from models.speech.engines import RATE_HZ, Samples

BLOCK_SAMPLES = RATE_HZ
"""Blocks are about a second long."""

_MOST_IDLE_PACKETS = 2_000
_GAP_S = 0.5
_FORMATS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,asf_o,au,avi,caf,dsf,dts,eac3,flac,flv,gsm,loas,matroska,webm,mov,mp4,m4a,"
    "3gp,3g2,mj2,mp3,mpc,mpc8,mpeg,mpegts,mpegvideo,nut,oga,ogg,oma,rm,rso,shn,sox,swf,tta,voc,w64,wav,wv,wtv,xwma"
)
"""Containers of sound and video that stand for themselves. Not there on purpose: hls, dash, concat, sdp, their kin."""


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """Some sound of a file and when in it that is; `samples` is empty where nothing came for a while."""

    start_s: float
    samples: Samples


class SoundFile:
    """One open file. Use it as a context; `blocks` reads it once, from `clip_start_s` on."""

    def __init__(self, file: BinaryIO, *, clip_start_s: float = 0.0) -> None:
        """Open. Raises `SoundUnreadable` where it is no sound or video, or has no sound in it."""
        import av

        self._clip_start_s = max(0.0, clip_start_s)
        try:
            self._container: Any = av.open(
                file,
                mode="r",
                metadata_errors="ignore",
                options={"format_whitelist": _FORMATS, "protocol_whitelist": "none"},
            )
        except (av.FFmpegError, OSError, ValueError) as fault:
            raise SoundUnreadable(str(fault)) from fault
        stream = self._container.streams.best("audio")
        if stream is None:
            self._container.close()
            raise SoundUnreadable("no sound in this file")
        self._stream: Any = stream
        self._begins_s = _seconds(self._container.start_time)

    def __enter__(self) -> SoundFile:
        return self

    def __exit__(self, *fault: object) -> None:
        self._container.close()

    @property
    def total_s(self) -> float | None:
        """How long the file says it is; None where it does not say."""
        duration = self._container.duration
        return _seconds(duration) if duration and duration > 0 else None

    def blocks(self) -> Iterator[SoundBlock]:
        """The sound in order. A file that breaks off ends there; raises `SoundUnreadable` when nothing came at all."""
        gathered: list[Samples] = []
        length = 0
        start_s = next_s = 0.0
        for at_s, samples in self._pieces():
            gap = at_s is not None and abs(at_s - next_s) > _GAP_S
            if length and (gap or length >= BLOCK_SAMPLES or not len(samples)):
                yield SoundBlock(start_s, np.concatenate(gathered))
                gathered, length = [], 0
            if gap and at_s is not None:
                next_s = at_s
            if not length:
                start_s = next_s
            if not len(samples):
                yield SoundBlock(next_s, samples)
                continue
            gathered.append(samples)
            length += len(samples)
            next_s += len(samples) / RATE_HZ
        if length:
            yield SoundBlock(start_s, np.concatenate(gathered))

    def _pieces(self) -> Iterator[tuple[float | None, Samples]]:
        """Decoded frames with their time, from the clip's start on, and nothing now and then where none come."""
        import av

        resampling = _Resampling()
        came = idle = 0
        try:
            self._seek()
            for packet in self._container.demux(self._stream):
                idle += 1
                for frame in _frames(packet):
                    at_s = None if frame.time is None else max(0.0, frame.time - self._begins_s)
                    for piece_s, samples in resampling.feed(frame, at_s):
                        if (kept := self._from_clip(piece_s, samples)) is not None:
                            came, idle = came + 1, 0
                            yield kept
                if idle >= _MOST_IDLE_PACKETS:
                    idle = 0
                    yield None, np.zeros(0, dtype=np.float32)
            if len(rest := resampling.finish()):
                came += 1
                yield None, rest
        except (av.FFmpegError, OSError, ValueError) as fault:
            if not came:
                raise SoundUnreadable(str(fault)) from fault
            return
        if not came and not self._clip_start_s:
            raise SoundUnreadable("no sound in this file could be decoded")

    def _seek(self) -> None:
        """Near the clip's start; where a file cannot, its beginning is decoded and dropped."""
        import av

        if self._clip_start_s <= 1.0:
            return
        try:
            self._container.seek(int((self._clip_start_s + self._begins_s) * 1_000_000))
        except (av.FFmpegError, OSError):
            return

    def _from_clip(self, at_s: float | None, samples: Samples) -> tuple[float | None, Samples] | None:
        if at_s is None or at_s >= self._clip_start_s:
            return at_s, samples
        late = round((self._clip_start_s - at_s) * RATE_HZ)
        return (self._clip_start_s, samples[late:]) if late < len(samples) else None


class _Resampling:
    """To 16 kHz mono float, also where a file changes its form in the middle."""

    def __init__(self) -> None:
        self._resampler = self._new()

    def feed(self, frame: Any, at_s: float | None) -> Iterator[tuple[float | None, Samples]]:
        frame.pts = None
        try:
            made = self._resampler.resample(frame)
        except ValueError:
            self._resampler = self._new()
            made = self._resampler.resample(frame)
        for number, piece in enumerate(made):
            yield (at_s if not number else None), _mono(piece)

    def finish(self) -> Samples:
        parts = [_mono(piece) for piece in self._resampler.resample(None)]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)

    @staticmethod
    def _new() -> Any:
        import av

        return av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)


def _frames(packet: Any) -> list[Any]:
    """The frames of a packet; none of one that is damaged."""
    import av

    try:
        return list(packet.decode())
    except av.error.InvalidDataError:
        return []


def _mono(frame: Any) -> Samples:
    return np.asarray(frame.to_ndarray(), dtype=np.float32).reshape(-1)


def _seconds(microseconds: int | None) -> float:
    return (microseconds or 0) / 1_000_000
