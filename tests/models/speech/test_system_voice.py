from __future__ import annotations

import asyncio
import shutil
import struct
from pathlib import Path

import numpy as np
import psutil
import pytest

from models.engine_errors import VoiceFailed
from models.speech.engines import Samples, Saying
from models.speech.system_voice import SystemVoice, read_wave
from tests.peers.patience import PATIENCE_S

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed here")


async def sound_of(voice: SystemVoice, text: str, saying: Saying = Saying()) -> Samples:  # noqa: B008
    return np.concatenate([np.zeros(0, np.float32), *[piece.samples async for piece in voice.synthesise(text, saying)]])


@needs_espeak
async def test_the_system_speaks_many_languages() -> None:
    voice = SystemVoice()
    assert await voice.available()
    assert {"en", "de", "es", "ja", "fr", "zh"} <= set(voice.languages)
    german, japanese = voice.in_language("de"), voice.in_language("ja")
    assert len(await sound_of(german, "Guten Morgen")) > 10_000
    assert len(await sound_of(japanese, "おはよう")) > 10_000


@needs_espeak
async def test_speed_and_volume_are_kept() -> None:
    voice = SystemVoice("en")
    usual = await sound_of(voice, "Good morning to all of you")
    assert len(await sound_of(voice, "Good morning to all of you", Saying(speed=1.5))) < 0.8 * len(usual)
    assert len(await sound_of(voice, "Good morning to all of you", Saying(speed=0.6))) > 1.3 * len(usual)
    quiet = await sound_of(voice, "Good morning to all of you", Saying(volume=0.5))
    assert np.abs(quiet).max() == pytest.approx(np.abs(usual).max() / 2, rel=0.05)


@needs_espeak
@pytest.mark.parametrize("text", ["", " … ", "-- !", "🎉"])
async def test_a_text_without_words_starts_no_program(text: str) -> None:
    assert len(await sound_of(SystemVoice("en"), text)) == 0


@needs_espeak
async def test_a_text_that_looks_like_an_option_is_spoken() -> None:
    assert len(await sound_of(SystemVoice("en"), "--version and -f /etc/passwd")) > 20_000


async def test_a_cancelled_text_leaves_no_program_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "espeak-ng"
    slow.write_text('#!/bin/sh\n[ "$1" = --voices ] && printf "h\\n 5  en  --/M  E  e\\n" || exec sleep 60\n')
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    voice = SystemVoice("en")
    task = asyncio.create_task(sound_of(voice, "Hello"))
    async with asyncio.timeout(PATIENCE_S):
        while not (children := psutil.Process().children()):  # noqa: ASYNC110 (a process)
            await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not any(child.is_running() for child in children)


@pytest.mark.parametrize("script", ["exit 3", "echo nonsense", "true"])
async def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    broken = tmp_path / "espeak-ng"
    broken.write_text(f'#!/bin/sh\n[ "$1" = --voices ] && printf "h\\n 5  en  --/M  E  e\\n" && exit 0\n{script}\n')
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(VoiceFailed):
        await sound_of(SystemVoice("en"), "Hello")


async def test_a_system_without_a_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = SystemVoice("en")
    assert not await voice.available()
    assert voice.languages == ()
    with pytest.raises(VoiceFailed):
        await sound_of(voice, "Hello")


def wave(data: bytes, *, channels: int = 1, bits: int = 16, kind: int = 1, size: int | None = None) -> bytes:
    form = struct.pack("<HHIIHH", kind, channels, 16000, 16000 * channels * bits // 8, channels * bits // 8, bits)
    body = b"fmt " + struct.pack("<I", len(form)) + form + b"LIST" + struct.pack("<I", 3) + b"abc\0"
    body += b"data" + struct.pack("<I", len(data) if size is None else size) + data
    return b"RIFF" + struct.pack("<I", 0x7FFFFFFF) + b"WAVE" + body


def test_a_wave_from_a_pipe_is_read_though_its_sizes_are_nonsense() -> None:
    samples, rate_hz = read_wave(wave(struct.pack("<3h", 0, 16384, -32768), size=0x7FFFF000))
    assert (samples.tolist(), rate_hz) == ([0, 0.5, -1], 16000)
    samples, _ = read_wave(wave(struct.pack("<4h", 0, 16384, -32768, -32768), channels=2))
    assert samples.tolist() == [0.25, -1]
    assert len(read_wave(wave(b"\0\0\0"))[0]) == 1


@pytest.mark.parametrize("told", [b"", b"RIFF1234WAVE", wave(b"", bits=24), wave(b"", kind=3), b"ID3" + bytes(100)])
def test_what_is_no_wave_is_told(told: bytes) -> None:
    with pytest.raises(VoiceFailed):
        read_wave(told)
