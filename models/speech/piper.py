"""Piper: a small neural voice on onnxruntime, fast enough for the processor.

One worker thread a voice. A piece that is being made can be stopped in the middle (onnxruntime looks at a flag between
the nodes of its graph), so a cancelled sentence does not hold up the next one. Phonemes come from the espeak-ng inside
piper-tts, behind its own lock, 50 ms the first time.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from models.engine_errors import EngineError, VoiceFailed, VoiceUnfit
from models.speech.engines import Samples, Saying, Speech
from models.speech.piper_voice_files import PiperFacts, read_config, read_facts

if TYPE_CHECKING:
    from piper import PiperVoice

_T = TypeVar("_T")

LOUDNESS: Final = 0.1
"""Root of the mean square of speech, -20 dB of full scale: all voices are brought to it by one fixed factor each, as
Piper's own normalisation would make every short word as loud as the loudest sentence."""
_LEAST_GAIN, _MOST_GAIN, _HIGHEST_PEAK = 0.1, 4.0, 0.97
_TRIAL: Final = "1 2 3 4 5."
"""Digits are words in every language of espeak-ng."""
_CUDA: Final = "CUDAExecutionProvider"
_FASTEST, _SLOWEST = 4.0, 0.25


class PiperSynthesiser:
    """A `Synthesiser`. Made from the voice's configuration alone; the model is loaded by `warm`, or when first needed.

    `threads` 0: half of the processors, at most four, since the language model wants the rest. With `use_cuda` the
    graphics card is tried where onnxruntime offers it, and kept only if it is faster: for short sentences it often is
    not. Raises `VoiceUnfit` (blocks for a millisecond to read the configuration).
    """

    def __init__(self, folder_or_onnx: Path, *, threads: int = 0, use_cuda: bool = False) -> None:
        self._facts = read_facts(folder_or_onnx)
        self._threads = threads or max(1, min(4, (os.cpu_count() or 2) // 2))
        self._use_cuda = use_cuda
        self._loaded: _LoadedVoice | None = None
        self._worker: ThreadPoolExecutor | None = ThreadPoolExecutor(1, thread_name_prefix="piper")

    @property
    def facts(self) -> PiperFacts:
        """What its configuration tells."""
        return self._facts

    @property
    def languages(self) -> tuple[str, ...]:
        """What it speaks, as ISO 639-1."""
        return self._facts.languages

    @property
    def device(self) -> str:
        """Where it runs: `cpu` or `cuda`; empty while it is not loaded."""
        return "" if self._loaded is None else self._loaded.device

    async def warm(self) -> None:
        """Load it and find its loudness, by making a second of sound that nobody hears.

        Raises `VoiceUnfit`, `VoiceFailed`.
        """
        await self._work(_Stop(), self._load)

    async def synthesise(self, text: str, saying: Saying) -> AsyncIterator[Speech]:
        """`text` as sound, a piece a sentence of espeak-ng's; none for a text without words.

        Raises `VoiceUnfit`, `VoiceFailed`. Cancelling and closing stop the piece that is being made.
        """
        stop = _Stop()
        pieces = await self._work(stop, lambda: self._load().phonemes_of(text))
        for phonemes in pieces:
            samples = await self._work(stop, partial(self._speak, phonemes, saying, stop))
            if len(samples):
                yield Speech(samples, self._facts.rate_hz)

    async def aclose(self) -> None:
        """Give the model's memory back; may be called twice."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.shutdown(wait=False, cancel_futures=True)  # first, or the next one begins when this one is stopped
        if self._loaded is not None:
            self._loaded.stop_now()
        await asyncio.to_thread(worker.shutdown)
        self._loaded = None

    def _speak(self, phonemes: list[str], saying: Saying, stop: _Stop) -> Samples:
        return self._load().speak(phonemes, saying, stop)

    def _load(self) -> _LoadedVoice:
        """On the worker thread."""
        if self._loaded is None:
            self._loaded = _load_fastest(self._facts, self._threads, use_cuda=self._use_cuda)
        return self._loaded

    async def _work(self, stop: _Stop, work: Callable[[], _T]) -> _T:
        worker = self._worker
        if worker is None:
            raise VoiceFailed("the voice was closed", model=self._facts.name)
        future = worker.submit(work)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            stop.now()
            if future.cancelled() and not _is_cancelling():  # `aclose` threw away what was waiting
                raise VoiceFailed("the voice was closed", model=self._facts.name) from None
            raise


def _is_cancelling() -> bool:
    """Whether it is this task that is cancelled, and not the work it waits for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


class _Stop:
    """Ends one call, also in the middle of the graph."""

    def __init__(self) -> None:
        self.is_wanted = False
        self.options: Any = None  # onnxruntime.RunOptions of the run in progress

    def now(self) -> None:
        self.is_wanted = True
        if (options := self.options) is not None:
            options.terminate = True


class _StoppableSession:
    """What `PiperVoice` takes for an onnxruntime session: hands each run the flag that ends it."""

    def __init__(self, session: Any, run_options: Callable[[], Any]) -> None:
        self.session = session
        self.stop = _Stop()
        self._run_options = run_options

    def run(self, names: Any, inputs: Any) -> Any:
        options = self.stop.options = self._run_options()
        if self.stop.is_wanted:
            options.terminate = True
        return self.session.run(names, inputs, options)


class _LoadedVoice:
    """The model in memory; lives on the worker thread, `stop_now` excepted."""

    def __init__(self, facts: PiperFacts, voice: PiperVoice, session: _StoppableSession, device: str) -> None:
        self._facts = facts
        self._voice = voice
        self._session = session
        self._gain = 1.0
        self._is_closed = False
        self.device = device

    def stop_now(self) -> None:
        """For good: also what has been taken up and is not inside the graph yet."""
        self._is_closed = True
        self._session.stop.now()

    def phonemes_of(self, text: str) -> list[list[str]]:
        """A list a sentence. “[[” would begin raw phonemes, whoever wrote it."""
        with _foreign_faults(self._facts.name):
            return [part for part in self._voice.phonemize(text.replace("[[", "[ [")) if part]

    def speak(self, phonemes: list[str], saying: Saying, stop: _Stop) -> Samples:
        from piper import SynthesisConfig

        speed = min(max(saying.speed, _SLOWEST), _FASTEST)
        speaker = saying.speaker if saying.speaker is not None and saying.speaker < len(self._facts.speakers) else None
        config = SynthesisConfig(
            speaker_id=None if speaker is None or speaker < 0 else speaker,
            length_scale=self._voice.config.length_scale / speed,
            normalize_audio=False,
        )
        self._session.stop = stop
        if self._is_closed:
            stop.now()
        with _foreign_faults(self._facts.name):
            made = self._voice.phoneme_ids_to_audio(self._voice.phonemes_to_ids(phonemes), config)
        samples = np.atleast_1d(np.asarray(made[0] if isinstance(made, tuple) else made, dtype=np.float32))
        if not np.isfinite(samples).all():
            raise VoiceFailed("the model gave no sound", model=self._facts.name)
        spoken: Samples = np.clip(samples * np.float32(self._gain * saying.volume), -1.0, 1.0)
        return spoken

    def find_loudness(self) -> None:
        """Speak the trial text and settle the voice's gain."""
        sounds = [self.speak(phonemes, Saying(), _Stop()) for phonemes in self.phonemes_of(_TRIAL)]
        self._gain = gain_for(np.concatenate([np.zeros(0, np.float32), *sounds]))

    def timed_s(self) -> float:
        """How long the trial text takes once everything is warm."""
        began = time.perf_counter()
        for phonemes in self.phonemes_of(_TRIAL):
            self.speak(phonemes, Saying(), _Stop())
        return time.perf_counter() - began


def gain_for(sound: Samples) -> float:
    """The factor that brings speech to `LOUDNESS` without going over full scale."""
    peak = float(np.abs(sound).max(initial=0.0))
    if peak < 1e-4:
        return 1.0
    spoken = sound[np.abs(sound) > peak / 100]
    root_mean_square = float(np.sqrt(np.mean(np.square(spoken, dtype=np.float64))))
    return min(max(LOUDNESS / root_mean_square, _LEAST_GAIN), _MOST_GAIN, _HIGHEST_PEAK / peak)


def _load_fastest(facts: PiperFacts, threads: int, *, use_cuda: bool) -> _LoadedVoice:
    on_cpu = _load_on(facts, threads, "cpu")
    on_cpu.find_loudness()
    if not use_cuda:
        return on_cpu
    try:
        on_card = _load_on(facts, threads, "cuda")
        on_card.find_loudness()  # the first run on a card builds its kernels
        is_faster = on_card.timed_s() < on_cpu.timed_s()
    except EngineError:
        return on_cpu  # no card, or its libraries do not fit: the processor is the usual place anyway
    return on_card if is_faster else on_cpu


def _load_on(facts: PiperFacts, threads: int, device: str) -> _LoadedVoice:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime
    from piper import PiperVoice
    from piper.config import PiperConfig

    logging.getLogger("piper").setLevel(logging.ERROR)  # it would write what is said
    if device == "cuda" and _CUDA not in onnxruntime.get_available_providers():
        raise VoiceFailed("onnxruntime has no CUDA here", model=facts.name)
    providers: list[Any] = ["CPUExecutionProvider"]
    if device == "cuda":
        providers.insert(0, (_CUDA, {"cudnn_conv_algo_search": "HEURISTIC"}))
    with _foreign_faults(facts.name, is_loading=True):
        session = onnxruntime.InferenceSession(str(facts.model), _session_options(threads), providers=providers)
        if device == "cuda" and _CUDA not in session.get_providers():
            raise VoiceFailed("the card was not taken", model=facts.name)
        inputs = {put.name for put in session.get_inputs()}
        if not {"input", "input_lengths", "scales"} <= inputs:
            raise VoiceUnfit(f"inputs {sorted(inputs)}", model=facts.name)
        stoppable = _StoppableSession(session, onnxruntime.RunOptions)
        try:
            config = PiperConfig.from_dict(read_config(facts.model))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise VoiceUnfit(f"configuration: {error!r}", model=facts.name) from error
        voice = PiperVoice(config=config, session=stoppable)
    return _LoadedVoice(facts, voice, stoppable, device)


def _session_options(threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # every sentence has another length, so no pattern of memory fits twice
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # nothing burns between sentences
    return options


class _foreign_faults:  # noqa: N801 (reads as a statement)
    """Turns what onnxruntime, piper and espeak-ng raise into `VoiceUnfit` and `VoiceFailed`."""

    def __init__(self, name: str, *, is_loading: bool = False) -> None:
        self._name = name
        self._is_loading = is_loading

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is None or isinstance(error, EngineError) or not isinstance(error, Exception):
            return
        is_memory = isinstance(error, MemoryError) or "allocate" in str(error)
        fault = VoiceUnfit if self._is_loading and not is_memory else VoiceFailed
        raise fault(f"{type(error).__name__}: {error}", model=self._name) from error
