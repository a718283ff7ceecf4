"""The part of `hearth --self-test` that is about ears and voice: libraries, their data and the child processes.

It needs no model, no microphone and no loudspeaker. What it looks for is what a package may lack: native libraries,
files that lie beside a library, and a program that can start its own children.
"""

from __future__ import annotations

import asyncio
import struct
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

RATE_HZ = 16_000
_NEAR = 0.05
"""Of a second by which sound may be longer or shorter after a codec or another rate."""


def steps(folder: Path) -> list[tuple[str, Callable[[], str]]]:
    """Each step with its name; `folder` does not exist yet and is thrown away afterwards."""
    folder.mkdir(parents=True)
    return [
        ("ears and voice: words that are listened for", _words),
        ("ears and voice: sound libraries", _sound),
        ("ears and voice: voice detector and recogniser", lambda: _ears(folder)),
        ("ears and voice: recordings", lambda: _recording(folder)),
        ("ears and voice: pronunciation and languages", _voice),
    ]


def _words() -> str:
    from core.voice.command_words import LANGUAGES, said_for
    from core.voice.spoken_commands import SpokenCommands
    from core.voice.unfinished import looks_unfinished
    from core.voice.wake_phrases import WakePhrases

    lists = [file for file in (files("assets") / "voice").iterdir() if file.name.endswith(".toml")]
    for file in lists:
        if not tomllib.loads(file.read_text(encoding="utf-8")):
            raise AssertionError(f"{file.name} is empty")
    for language in LANGUAGES:
        (said, *_) = said_for(language)["stop"]
        match = SpokenCommands((language,)).match(said, speaking=True)
        if match is None or match.command != "stop":
            raise AssertionError(f"“{said}” is not understood")
        looks_unfinished(said, language)
    if WakePhrases(["hey hearth"]).spotted("Hey Hearth, what time is it?", "en") is None:
        raise AssertionError("the wake phrase is not heard")
    return f"{len(lists)} lists, commands in {', '.join(LANGUAGES)}"


def _sound() -> str:
    import numpy as np

    from core.voice.cleanup import Cleanup
    from core.voice.resampling import Resampler

    second = np.sin(np.arange(22_050, dtype=np.float32) / 8)
    resampled = Resampler(22_050, RATE_HZ).feed(second, last=True)
    _need_second(len(resampled), "soxr")
    cleanup = Cleanup(echo_cancellation=True)
    cleanup.reference(resampled)
    cleanup.process(resampled)
    if not cleanup.works:
        raise AssertionError("WebRTC's stages do not work")
    return f"soxr, WebRTC's stages, {_sound_server()}"


def _sound_server() -> str:
    """Whether its client library is there; on Linux it is the system's, and a system without sound has none."""
    try:
        import pulsectl
    except (ImportError, OSError):
        return "no client of a sound server"
    return str(pulsectl.__name__)


def _ears(folder: Path) -> str:
    import numpy as np

    from models.speech.engines import FRAME_SAMPLES
    from models.speech.silero import SileroDetector

    heard = SileroDetector().probability(np.zeros(FRAME_SAMPLES, dtype=np.float32))
    if not 0 <= heard < 0.5:
        raise AssertionError(f"silence is speech with {heard:.2f}")
    return f"silence is speech with {heard:.3f}; {asyncio.run(_refused_model(folder / 'hollow-model'))}"


async def _refused_model(folder: Path) -> str:
    """A child that loads a model of whose weights nothing is there: it must answer that, and not just be gone."""
    from models.engine_errors import SpeechEngineFailed, SpeechModelUnfit
    from models.speech.whisper_process import WhisperProcess

    _make_hollow_model(folder)
    whisper = WhisperProcess(folder)
    try:
        await whisper.start()
    except (SpeechModelUnfit, SpeechEngineFailed) as refused:
        return f"the recogniser's process refused a model without weights ({str(refused)[:60]})"
    finally:
        await whisper.aclose()
    raise AssertionError("a model without weights was loaded")


def _make_hollow_model(folder: Path) -> None:
    """What passes for a Whisper model until CTranslate2 itself looks for its weights."""
    folder.mkdir()
    for name in ("config.json", "tokenizer.json", "vocabulary.json"):
        (folder / name).write_text("{}", encoding="utf-8")

    def text(name: str) -> bytes:
        return struct.pack("<H", len(name) + 1) + name.encode() + b"\0"

    def variable(name: str, *shape: int) -> bytes:
        return text(name) + struct.pack(f"<B{len(shape)}IBI", len(shape), *shape, 1, 0)

    (folder / "model.bin").write_bytes(
        struct.pack("<I", 6)
        + text("WhisperSpec")
        + struct.pack("<II", 3, 2)
        + variable("decoder/embeddings/weight", 0, 4)
        + variable("encoder/conv1/weight", 4, 80, 3)
        + struct.pack("<I", 0)
    )


def _recording(folder: Path) -> str:
    import numpy as np

    from core.voice.opus_sound import decoded, encoded
    from core.voice.sound_trial import two_notes

    opus = encoded(np.resize(two_notes(), RATE_HZ), text="two notes")
    _need_second(len(decoded(opus)), "Opus")
    path = folder / "two-notes.ogg"
    path.write_bytes(opus)
    _need_second(asyncio.run(_length_read_by_child(path)), "the process that reads sound files")
    return f"a second of Opus in {len(opus):,} bytes, read back here and in a child process"


async def _length_read_by_child(path: Path) -> int:
    from models.speech.sound_process import read_sound

    return sum([len(block.samples) async for block in read_sound(path)])


def _voice() -> str:
    from piper import PiperVoice

    from core.voice.sound_trial import sample_sentence
    from core.voice.spoken_language import language_of
    from models.speech.phonemes import phonemes

    sounds = {language: "".join(phonemes(word, language)) for language, word in _SPOKEN.items()}
    if not all(sounds.values()):
        raise AssertionError(f"no phonemes: {sounds}")
    found = language_of(sample_sentence("de"), ("en", "de", "es", "ja"), "en")
    if found != "de":
        raise AssertionError(f"a German sentence was taken for “{found}”")
    return f"{PiperVoice.__name__}, phonemes of {', '.join(sounds)}, a German sentence known as such"


_SPOKEN = {"en": "hearth", "de": "Ofen", "es": "fuego", "ja": "ひ", "ru": "огонь"}


def _need_second(samples: int, who: str) -> None:
    if abs(samples - RATE_HZ) > _NEAR * RATE_HZ:
        raise AssertionError(f"{who} made {samples / RATE_HZ:.2f} s out of one second")
