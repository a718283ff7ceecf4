"""Whisper on faster-whisper, in this process: what `whisper_host` runs, and nobody else.

Its exceptions become `EngineError`s here. Everything it computes goes through one door, `encode`, which is watched:
there a call that nobody waits for any more ends, no sound is encoded twice, and a model that runs in circles stops.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.engine_errors import (
    DeviceUnusable,
    EngineError,
    MemoryExhausted,
    SpeechEngineFailed,
    SpeechModelUnfit,
    TranslationMissing,
)
from models.speech.engines import RATE_HZ, Heard, Hearing, Samples, Segment, Word
from models.speech.speech_model import MODEL_FILE, SpeechModelFacts

WINDOW_S = 30
"""Whisper hears this much at once; shorter sound is padded to it and costs as much."""

_FEWEST_SAMPLES = RATE_HZ // 10
_MOST_HOTWORD_TOKENS = 200
"""Leaves room for 224 tokens of text in the 448 that Whisper's decoder has, and for its own."""

_OTHER_TOKENS = 8
_MOST_PASSES_OF_A_WINDOW = 6
"""Where timestamps are wanted, Whisper goes on from the last one in its window; a confused model creeps."""

_FILE_TEMPERATURES = (0.0, 0.4, 0.8)

_OUT_OF_MEMORY = ("out of memory", "alloc_failed", "bad_alloc", "cannot allocate memory", "failed to allocate")
_DEVICE = ("cuda", "cudnn", "cublas", "compute type", "gpu")
_UNFIT = ("model.bin", "model binary", "is incomplete", "config.json", "vocabulary", "tokenizer", "spec revision")


class Abandoned(Exception):
    """Nobody waits for the result any more."""


class _Enough(Exception):
    """This sound was heard often enough."""


class Whisper:
    """One loaded model. All calls come from one thread."""

    def __init__(self, facts: SpeechModelFacts, *, device: str, compute_type: str = "", threads: int = 0) -> None:
        """Load. Raises `SpeechModelUnfit`, `DeviceUnusable`, `MemoryExhausted` or `SpeechEngineFailed`.

        An empty `compute_type` is the quickest that the device can do; `threads` 0 are as many as CTranslate2 likes.
        """
        self.facts = facts
        self.device = device
        self._abandoned: Callable[[], bool] = lambda: False
        self._passes_left = 1
        self._kept: tuple[NDArray[np.float32], Any] | None = None
        try:
            import faster_whisper

            self.compute_type = compute_type or usual_compute_type(device)
            self._model: Any = faster_whisper.WhisperModel(
                str(facts.folder),
                device=device,
                compute_type=self.compute_type,
                cpu_threads=threads,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, MemoryError, OSError) as fault:
            raise engine_error(fault, model=facts.folder.name, device=device, loading=True) from fault
        except Exception as fault:  # the tokenizer's exceptions are bare `Exception`s
            raise SpeechModelUnfit(str(fault), model=facts.folder.name, file="tokenizer.json") from fault
        self._encode_sound = self._model.encode
        self._model.encode = self._encode
        self._languages = frozenset(self._model.supported_languages)

    def hear(self, samples: Samples, hearing: Hearing, *, abandoned: Callable[[], bool] = lambda: False) -> Heard:
        """An utterance as text: one pass over each 30 s, no timestamps, nothing carried over from what went before.

        Text that comes out of silence is not dropped: the segment says how sure Whisper is that nobody spoke.
        Raises `Abandoned` as soon as possible once `abandoned()`; else as `__init__` does, or `TranslationMissing`.
        """
        passes = math.ceil(len(samples) / (WINDOW_S * RATE_HZ))
        with _Watched(self, abandoned, passes=max(1, passes)):
            return self._heard(samples, hearing, timestamps=False)

    def hear_window(self, samples: Samples, hearing: Hearing, *, abandoned: Callable[[], bool]) -> Heard:
        """A stretch of a longer recording, with timestamps; what does not decode well is tried again less strictly."""
        with _Watched(self, abandoned, passes=_MOST_PASSES_OF_A_WINDOW):
            return self._heard(samples, hearing, timestamps=True)

    def need(self, hearing: Hearing) -> None:
        """Raises `TranslationMissing` where `hearing` wants what this model cannot do."""
        if hearing.task == "translate" and not self.facts.can_translate:
            raise TranslationMissing("the model was not trained to translate", model=self.facts.folder.name)

    def _heard(self, samples: Samples, hearing: Hearing, *, timestamps: bool) -> Heard:
        started = time.perf_counter()
        sound = _clean(samples)
        language, probability = self._language(sound, hearing.language)
        segments = tuple(self._segments(sound, hearing, language, timestamps=timestamps))
        if hearing.word_times and not segments:  # words that all seem to be said at once are dropped, text and all
            without = replace(hearing, word_times=False)
            segments = tuple(self._segments(sound, without, language, timestamps=timestamps))
        return Heard(
            segments=segments,
            language=language,
            language_probability=probability,
            duration_s=len(samples) / RATE_HZ,
            engine_s=time.perf_counter() - started,
        )

    def _language(self, sound: Samples, wanted: str | None) -> tuple[str, float]:
        """The language and how sure that is. Finding out costs no second pass: what is encoded is kept."""
        if not self._model.model.is_multilingual:
            return "en", 1.0
        if wanted and (code := wanted.lower().split("-")[0]) in self._languages:
            return code, 1.0
        features = self._model.feature_extractor(sound)[..., :-1]
        language, probability, _all = self._model.detect_language(features=features)
        return language, float(probability)

    def _segments(self, sound: Samples, hearing: Hearing, language: str, *, timestamps: bool) -> Iterator[Segment]:
        hotwords, taken = self._hotwords(hearing.hotwords)
        room = self._model.max_length - taken - _OTHER_TOKENS
        found, _info = self._model.transcribe(
            sound,
            language=language,
            task=hearing.task,
            beam_size=hearing.beam_size,
            best_of=1,
            temperature=_FILE_TEMPERATURES if timestamps else 0.0,
            condition_on_previous_text=False,
            without_timestamps=not timestamps,
            word_timestamps=hearing.word_times,
            no_speech_threshold=0.6 if timestamps else None,
            max_new_tokens=max(1, min(hearing.most_tokens, room)),
            hotwords=hotwords or None,
            vad_filter=False,
        )
        try:
            for segment in found:
                yield _segment(segment)
        except _Enough:
            return

    def _hotwords(self, words: tuple[str, ...]) -> tuple[str, int]:
        """As many whole words as fit, first come first served, and the tokens that they take."""
        kept: list[str] = []
        taken = 0
        for word in words:
            tokens = len(self._model.hf_tokenizer.encode(f", {word.strip()}", add_special_tokens=False).ids)
            if not word.strip() or taken + tokens > _MOST_HOTWORD_TOKENS:
                continue
            kept.append(word.strip())
            taken += tokens
        return ", ".join(kept), taken

    def _encode(self, features: NDArray[np.float32]) -> Any:
        if self._kept is not None and np.array_equal(self._kept[0], features):
            return self._kept[1]
        if self._passes_left <= 0:
            raise _Enough
        self._stop_if_abandoned()
        encoded = self._encode_sound(features)
        self._passes_left -= 1
        self._kept = (features, encoded)
        self._stop_if_abandoned()
        return encoded

    def _stop_if_abandoned(self) -> None:
        if self._abandoned():
            raise Abandoned


class _Watched:
    """While one sound is heard: how often, for whom, and whose errors its exceptions become."""

    def __init__(self, whisper: Whisper, abandoned: Callable[[], bool], *, passes: int) -> None:
        self._whisper = whisper
        self._abandoned = abandoned
        self._passes = passes

    def __enter__(self) -> None:
        self._whisper._abandoned = self._abandoned
        self._whisper._passes_left = self._passes

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> None:
        self._whisper._kept = None
        if isinstance(fault, RuntimeError | ValueError | MemoryError | OSError):
            raise engine_error(fault, model=self._whisper.facts.folder.name, device=self._whisper.device) from fault


def usual_compute_type(device: str) -> str:
    """What the device is quickest with: 8-bit numbers on a processor, half precision on a card that can."""
    import ctranslate2

    able = ctranslate2.get_supported_compute_types(device)
    wanted = ("float16", "int8_float16", "int8_float32", "int8") if device == "cuda" else ("int8", "int8_float32")
    return next((kind for kind in wanted if kind in able), "float32")


def engine_error(fault: BaseException, *, model: str, device: str, loading: bool = False) -> EngineError:
    """What CTranslate2's, or the system's, exception means. It has no types of its own: its sentences must tell."""
    text = str(fault) or type(fault).__name__
    low = text.lower()
    if isinstance(fault, MemoryError) or any(words in low for words in _OUT_OF_MEMORY):
        return MemoryExhausted(text, model=model, device=device)
    if device != "cpu" and (any(word in low for word in _DEVICE) or "cannot be loaded" in low):
        return DeviceUnusable(text, model=model, device=device)
    if loading and (isinstance(fault, OSError) or any(words in low for words in _UNFIT)):
        return SpeechModelUnfit(text, model=model, file=MODEL_FILE if "model.bin" in low else "")
    return SpeechEngineFailed(text, model=model, device=device)


def _clean(samples: Samples) -> Samples:
    """Finite, between -1 and 1, and long enough for one window of the spectrum."""
    sound = np.clip(np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)
    return np.pad(sound, (0, max(0, _FEWEST_SAMPLES - len(sound)))).astype(np.float32, copy=False)


def _segment(found: Any) -> Segment:
    return Segment(
        text=found.text,
        start_s=float(found.start),
        end_s=float(found.end),
        no_speech_probability=float(found.no_speech_prob),
        average_log_probability=float(found.avg_logprob),
        compression_ratio=float(found.compression_ratio),
        words=tuple(
            Word(word.word, float(word.start), float(word.end), float(word.probability)) for word in found.words or ()
        ),
    )
