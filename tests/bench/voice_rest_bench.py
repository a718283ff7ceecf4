"""What the voice costs while it only listens: processor and memory, against bare engines with the same models.

Memory counts each page of a file once, also where assistant and child share it (`resident_memory`). Ours is what
assistant and child take after one spoken exchange, less an assistant after a written one; the floor is a bare process
that loads the same engines and uses each once. Both of these are told to give back what the C library keeps of freed
memory; after the spoken exchange only Hearth itself does.

What a chat causes besides, spoken or written, is over before anything is measured: six seconds later its messages are
read by meaning, for which the model of meanings is loaded, and then the vectors are packed.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from models.freed_memory import give_freed_memory_back
from tests.bench.figure import Figure
from tests.bench.resident_memory import resident_bytes
from tests.bench.talking_room import VoiceRoom, phrase, voice_room
from tests.peers.speaking_stage import UNIT_VOICE
from tests.peers.spoken_corpus import noise_of
from tests.peers.voice_stage import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
SETTLE_S = 8.0  # trying devices, which follows the first use, is over
WATCH_S = 20.0

_BARE = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
import os, numpy, onnxruntime
from models.freed_memory import give_freed_memory_back
from tests.bench.resident_memory import resident_bytes
from faster_whisper import WhisperModel
from faster_whisper.vad import get_vad_model
from piper import PiperVoice
sound = numpy.zeros(16000, numpy.float32)
whisper = WhisperModel({str(COMMANDS)!r}, device="cpu", compute_type="int8", local_files_only=True)
list(whisper.transcribe(sound, language="en", beam_size=1, max_new_tokens=8)[0])
voice = PiperVoice.load({str(next(UNIT_VOICE.glob("*.onnx")))!r})
spoken = list(voice.synthesize("It is ten past nine."))
vad = get_vad_model()
vad(sound.copy()[:512 * 31])
give_freed_memory_back()
print(resident_bytes([os.getpid()]))
"""


def measure() -> list[Figure]:
    """Processor while hands-free and silent; memory after an exchange."""
    floor_mb = float(_printed([sys.executable, "-P", "-c", _BARE])) / 1e6
    quiet_mb = float(_printed(_part("unspoken")))
    share, spoken_mb = map(float, _printed(_part("spoken")).split())
    ours_mb = spoken_mb - quiet_mb
    note = f"{ours_mb:.0f} MB more than unspoken to ({quiet_mb:.0f} MB); bare engines {floor_mb:.0f} MB"
    return [
        Figure("processor while armed in silence, whole process", share, "% core", target=3),
        Figure("memory of the voice beyond engines and models", ours_mb - floor_mb, "MB", target=60, note=note),
    ]


def _part(name: str) -> list[str]:
    begin = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.bench import voice_rest_bench as b; b.{name}()"
    return [sys.executable, "-P", "-c", begin]


def _printed(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()[-1]


def unspoken() -> None:
    """Print the megabytes of an assistant that nobody speaks to."""
    asyncio.run(_unspoken())


def spoken() -> None:
    """Print the share of a core while armed, and the megabytes after an exchange."""
    asyncio.run(_spoken())


async def _unspoken() -> None:
    async with voice_room(script="hello") as room:
        chat = await room.assistant.conversations.create()
        async for _ in room.assistant.turns.ask(chat.conversation_id, "What time is it?"):
            pass
        await _read_by_meaning(room)
        give_freed_memory_back()
        print(_megabytes())


async def _spoken() -> None:
    import psutil

    room_noise = noise_of("pink", 60.0, rms=0.0005)
    async with voice_room(script="hello") as room:
        await room.voice.press()
        said = room.sound.speak(phrase("What time is it?", tail_s=0.5))
        await asyncio.to_thread(said.wait)
        since = len(room.changes)
        await room.voice.release()
        await room.reached(since, "speaking")
        await room.until(lambda: room.voice.state == "idle")
        await room.voice.hands_free(True)
        hiss = room.sound.speak(room_noise)
        await asyncio.sleep(SETTLE_S)
        await _read_by_meaning(room)
        process = room.voice.engines.recogniser.process
        everything = [psutil.Process()]
        if process is not None and process.pid is not None:
            everything.append(psutil.Process(process.pid))
        before_s = sum(_processor_s(each) for each in everything)
        await asyncio.sleep(WATCH_S)
        used_s = sum(_processor_s(each) for each in everything) - before_s
        megabytes = _megabytes(*(each.pid for each in everything[1:]))
        hiss.stop()
        await room.voice.hands_free(False)
    print(used_s / WATCH_S * 100, megabytes)


async def _read_by_meaning(room: VoiceRoom) -> None:
    """What follows a chat by itself has been done."""
    await room.assistant.memory.chats.settle()
    await room.assistant.knowledge.vectors.pack()


def _processor_s(process: object) -> float:
    times = process.cpu_times()  # type: ignore[attr-defined]
    return float(times.user + times.system)


def _megabytes(*others: int) -> float:
    return resident_bytes([os.getpid(), *others]) / 1e6
