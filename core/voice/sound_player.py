"""Plays kept sound from any place in it, faster or slower without another pitch, and knows to the word where it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from core.voice.playback import Playback
from models.speech.engines import RATE_HZ, Samples

BlocksFrom: TypeAlias = Callable[[int], AsyncIterator[Samples]]
"""The sound from so many milliseconds on, in blocks of about a second."""

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
_AHEAD_S = 2.0
_LOOK_S = 0.05
_TICK = Fraction(1, RATE_HZ)


@dataclass(frozen=True, slots=True)
class PlayPosition:
    """`key` says what is played, as whoever began it named it; empty: nothing is."""

    key: str = ""
    at_ms: int = 0
    is_paused: bool = False


class SoundPlayer:
    """One sound at a time, on a loudspeaker queue of its own. Belongs to one loop."""

    def __init__(self, playback: Playback) -> None:
        self._playback = playback
        self._task: asyncio.Task[None] | None = None
        self._key = ""
        self._make: BlocksFrom | None = None
        self._from_ms = 0
        self._speed = 1.0
        self._is_moving = False
        self._is_held = False

    @property
    def speed(self) -> float:
        """How fast it plays: one of `SPEEDS`."""
        return self._speed

    def position(self) -> PlayPosition:
        """What is heard now. May be asked on any thread."""
        if self._task is None or (self._task.done() and not self._is_moving):
            return PlayPosition()
        tag, samples = self._playback.position()
        at_ms, speed = tag if isinstance(tag, tuple) else (self._from_ms, 1.0)
        return PlayPosition(self._key, int(at_ms + samples * 1000 * speed / RATE_HZ), self._playback.is_paused)

    async def play(self, key: str, make: BlocksFrom, *, from_ms: int = 0, speed: float | None = None) -> None:
        """Play from here on; returns at once. Trouble is raised by `positions`."""
        await self.stop()
        self._key, self._make, self._from_ms = key, make, from_ms
        self._speed = self._speed if speed is None else speed
        self._is_held = False
        self._task = asyncio.create_task(self._feed(make, from_ms, self._speed), name="sound player")

    async def positions(self) -> AsyncGenerator[PlayPosition, None]:
        """Where it is, 20 times a second, until it ends; then raises what went wrong, if something did.

        NoLoudspeaker, SoundGone, SoundFileUnfit and others.
        """
        key = self._key
        while self._key == key and (task := self._task) is not None:
            if task.done() and not self._is_moving:
                if not task.cancelled() and (error := task.exception()) is not None:
                    raise error
                return
            yield self.position()
            await asyncio.wait([task], timeout=_LOOK_S)
            if self._is_moving:
                await asyncio.sleep(_LOOK_S)

    async def move_to(self, at_ms: int) -> None:
        """Go on from there; nothing where nothing is played."""
        await self._begin_again(at_ms)

    async def change_speed(self, speed: float) -> None:
        """From here on so fast."""
        self._speed = speed
        here = self.position()
        if here.key:
            await self._begin_again(here.at_ms)

    async def _begin_again(self, at_ms: int) -> None:
        task, make = self._task, self._make
        if task is None or task.done() or make is None:
            return
        self._is_moving = True
        try:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await self._playback.stop()
            if self._task is task:  # not stopped meanwhile
                self._from_ms = at_ms
                self._task = asyncio.create_task(self._feed(make, at_ms, self._speed), name="sound player")
                if self._is_held:
                    self._playback.pause()
        finally:
            self._is_moving = False

    def pause(self) -> None:
        """Hold; nothing where nothing is played."""
        if self.position().key:
            self._is_held = True
            self._playback.pause()

    def resume(self) -> None:
        """Go on."""
        self._is_held = False
        self._playback.resume()

    async def stop(self) -> None:
        """Silence. Harmless when nothing is played."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await self._playback.stop()

    async def aclose(self) -> None:
        """Silence, and the loudspeaker given back; may be called twice."""
        await self.stop()
        await self._playback.aclose()

    async def _feed(self, make: BlocksFrom, from_ms: int, speed: float) -> None:
        stretch = _Stretch(speed)
        played = 0
        async with aclosing(_closable(make(from_ms))) as blocks:
            async for block in blocks:
                played += self._queue(await asyncio.to_thread(stretch.feed, block), from_ms, played, speed)
                await self._almost_heard()
        self._queue(stretch.finish(), from_ms, played, speed)
        await self._playback.drained()

    async def _almost_heard(self) -> None:
        """Until little is queued: the rest stays where it is read from."""
        while self._playback.waiting_s > _AHEAD_S:  # noqa: ASYNC110 - the device's own thread empties the queue
            await asyncio.sleep(_LOOK_S)

    def _queue(self, samples: Samples, from_ms: int, played: int, speed: float) -> int:
        """What comes out of the stretching is later than what went in: the place is counted behind it."""
        start_ms = from_ms + round(played * 1000 * speed / RATE_HZ)
        self._playback.play(samples, RATE_HZ, tag=(start_ms, speed))
        return len(samples)


async def _closable(blocks: AsyncIterator[Samples]) -> AsyncGenerator[Samples, None]:
    try:
        async for block in blocks:
            yield block
    finally:
        if isinstance(blocks, AsyncGenerator):
            await blocks.aclose()


class _Stretch:
    """Speech at another speed and the same pitch: FFmpeg's `atempo`."""

    def __init__(self, speed: float) -> None:
        self._graph: Any = None
        if abs(speed - 1.0) > 0.01:
            import av.filter

            graph = av.filter.Graph()
            source = graph.add_abuffer(format="flt", sample_rate=RATE_HZ, layout="mono", time_base=_TICK)
            tempo, sink = graph.add("atempo", f"{speed:g}"), graph.add("abuffersink")
            source.link_to(tempo)
            tempo.link_to(sink)
            graph.configure()
            self._graph = graph
        self._at = 0

    def feed(self, samples: Samples) -> Samples:
        if self._graph is None:
            return samples
        import av

        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples, dtype=np.float32)[np.newaxis, :], format="flt", layout="mono"
        )
        frame.sample_rate, frame.time_base, frame.pts = RATE_HZ, _TICK, self._at
        self._at += len(samples)
        self._graph.push(frame)
        return self._pulled()

    def finish(self) -> Samples:
        if self._graph is None or not self._at:
            return np.zeros(0, dtype=np.float32)
        self._graph.push(None)
        return self._pulled()

    def _pulled(self) -> Samples:
        import av

        parts: list[Samples] = [np.zeros(0, dtype=np.float32)]
        while True:
            try:
                parts.append(np.asarray(self._graph.pull().to_ndarray(), dtype=np.float32).reshape(-1))
            except (av.error.BlockingIOError, av.error.EOFError):
                return np.concatenate(parts)
