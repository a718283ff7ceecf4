"""The voice that the system has anyway: espeak-ng, macOS's `say`, Windows' SAPI. It speaks where no Piper voice fits.

Each text is one run of a program; the text goes through its standard input, since arguments can be read by everyone
on the computer, and the sound comes through its standard output, since nothing spoken may touch the disk.
speech-dispatcher cannot give out sound and is not used. The programs of macOS and Windows are not tried by any test of
ours.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import suppress
from typing import Final

import numpy as np

from models.engine_errors import VoiceFailed
from models.speech.engines import Samples, Saying, Speech

_USUAL_WORDS_PER_MINUTE: Final = 175  # espeak-ng's and say's own default
_LEAST_WORDS, _MOST_WORDS = 80, 450  # what espeak-ng takes
_LOUDNESS_GAIN: Final = 0.8
"""espeak-ng 1.51 at its default amplitude speaks at -18 dB (measured in four languages), Piper is brought to -20."""
_LIST_TIMEOUT_S: Final = 10.0
_ISO_CODES: Final = {"cmn": "zh", "yue": "zh", "nb": "no", "nn": "no"}
_ESPEAK_NAMES: Final = {"zh": "cmn", "no": "nb", "en": "en-us"}

_SAPI_LIST: Final = (
    "Add-Type -AssemblyName System.Speech;"
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | Where-Object Enabled |"
    " ForEach-Object { $_.VoiceInfo.Culture.TwoLetterISOLanguageName + ' ' + $_.VoiceInfo.Name }"
)
_SAPI_SPEAK: Final = (
    "Add-Type -AssemblyName System.Speech;"
    "$in=New-Object IO.StreamReader([Console]::OpenStandardInput(),[Text.Encoding]::UTF8);"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$s.SelectVoice($env:HEARTH_VOICE);$s.Rate=[int]$env:HEARTH_RATE;"
    "$m=New-Object IO.MemoryStream;$s.SetOutputToWaveStream($m);$s.Speak($in.ReadToEnd());"
    "$o=[Console]::OpenStandardOutput();$m.WriteTo($o);$o.Flush()"
)


class SystemVoice:
    """A `Synthesiser` on the system's own program, speaking `language` (ISO 639-1).

    Nothing is started before `available` or the first text.
    """

    def __init__(self, language: str = "en", *, _voices: dict[str, str] | None = None) -> None:
        self._language = language
        self._voices = _voices
        self._program = _program_path()

    async def available(self) -> bool:
        """Whether there is such a program, and which languages it speaks; asks it the first time."""
        if self._program and self._voices is None:
            self._voices = await asyncio.to_thread(_voices_of, self._program)
        return bool(self._voices)

    @property
    def languages(self) -> tuple[str, ...]:
        """What it speaks, as ISO 639-1; empty before `available` was asked."""
        return tuple(sorted(self._voices or ()))

    def in_language(self, language: str) -> SystemVoice:
        """The same program, speaking `language`."""
        return SystemVoice(language, _voices=self._voices)

    async def synthesise(self, text: str, saying: Saying) -> AsyncIterator[Speech]:
        """`text` as one piece of sound; none for a text without words. Raises `VoiceFailed`.

        Cancelling ends the program.
        """
        if not any(character.isalnum() for character in text):
            return
        if not await self.available():
            raise VoiceFailed("no program that speaks", model="system")
        speech = await self._speak(text, saying)
        if len(speech.samples):
            yield speech

    async def aclose(self) -> None:
        """Nothing is kept."""

    async def _speak(self, text: str, saying: Saying) -> Speech:
        voices = self._voices or {}
        voice = voices.get(self._language) or voices.get("en") or next(iter(voices.values()))
        command, environment = _speak_command(self._program, voice, saying.speed)
        try:
            child = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={**os.environ, **environment},
            )
        except OSError as error:
            raise VoiceFailed(f"{command[0]}: {error}", model="system") from error
        try:
            told, _ = await child.communicate(text.encode("utf-8", "replace"))
        finally:
            if child.returncode is None:
                with suppress(ProcessLookupError):
                    child.kill()
                await child.wait()
        if child.returncode != 0:
            raise VoiceFailed(f"{command[0]} ended with {child.returncode}", model="system")
        samples, rate_hz = read_wave(told)
        return Speech(np.clip(samples * np.float32(_LOUDNESS_GAIN * saying.volume), -1.0, 1.0), rate_hz)


def read_wave(told: bytes) -> tuple[Samples, int]:
    """16-bit PCM, one or more channels, of a WAV that was written into a pipe: its sizes may be nonsense.

    Raises `VoiceFailed`.
    """
    if told[:4] != b"RIFF" or told[8:12] != b"WAVE":
        raise VoiceFailed("no sound came", model="system")
    at, channels, rate_hz = 12, 0, 0
    while at + 8 <= len(told):
        name, size = told[at : at + 4], struct.unpack_from("<I", told, at + 4)[0]
        if name == b"fmt " and at + 24 <= len(told):
            kind, channels, rate_hz, _, _, bits = struct.unpack_from("<HHIIHH", told, at + 8)
            if kind not in (1, 0xFFFE) or bits != 16 or not channels or not rate_hz:
                raise VoiceFailed(f"sound of kind {kind} with {bits} bits", model="system")
        elif name == b"data" and channels:
            body = told[at + 8 : at + 8 + size]
            body = body[: len(body) // (2 * channels) * 2 * channels]
            sound = np.frombuffer(body, "<i2").astype(np.float32) / 32768
            return sound.reshape(-1, channels).mean(axis=1, dtype=np.float32), rate_hz
        at += 8 + size + size % 2
    raise VoiceFailed("the sound has no data", model="system")


def _program_path() -> str:
    names = {"darwin": ("say",), "win32": ("powershell.exe", "pwsh.exe")}.get(sys.platform, ("espeak-ng", "espeak"))
    return next((path for name in names if (path := shutil.which(name))), "")


def _voices_of(program: str) -> dict[str, str]:
    """Language (ISO 639-1) to the name of its voice, as the program knows it."""
    if sys.platform == "win32":
        return _first_of_each(line.split(" ", 1) for line in _lines(_powershell(program, _SAPI_LIST)))
    if sys.platform == "darwin":
        found = (re.match(r"(.+?)\s{2,}([a-z]{2,3})[_-]", line) for line in _lines((program, "-v", "?")))
        return _first_of_each((match.group(2), match.group(1)) for match in found if match)
    spoken = {fields[1] for line in _lines((program, "--voices"))[1:] if len(fields := line.split()) > 3}
    languages = {_ISO_CODES.get(code.split("-")[0], code.split("-")[0]) for code in spoken}
    return {language: _ESPEAK_NAMES.get(language, language) for language in languages}


def _first_of_each(pairs: Iterable[Sequence[str]]) -> dict[str, str]:
    voices: dict[str, str] = {}
    for language, voice in pairs:
        voices.setdefault(_ISO_CODES.get(language, language), voice)
    return voices


def _lines(command: Sequence[str]) -> list[str]:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LIST_TIMEOUT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.strip()]


def _speak_command(program: str, voice: str, speed: float) -> tuple[tuple[str, ...], dict[str, str]]:
    words = round(min(max(_USUAL_WORDS_PER_MINUTE * speed, _LEAST_WORDS), _MOST_WORDS))
    if sys.platform == "win32":
        rate = round(min(max((speed - 1) * 10, -10), 10))  # SAPI: -10 to 10, three times as fast at the end
        return _powershell(program, _SAPI_SPEAK), {"HEARTH_VOICE": voice, "HEARTH_RATE": str(rate)}
    if sys.platform == "darwin":
        form = ("--file-format=WAVE", "--data-format=LEI16@22050")
        return (program, "-v", voice, "-r", str(words), "-f", "-", *form, "-o", "/dev/stdout"), {}
    return (program, "-v", voice, "-s", str(words), "--stdin", "-b", "1", "--stdout"), {}


def _powershell(program: str, script: str) -> tuple[str, ...]:
    return (program, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", script)
