"""The process that hears, on a machine whose graphics card fails as real ones do. `HEARTH_TEST_FAULT` says how.

Everything in it is true (the process, its frames, Whisper on the processor); only the moment of encoding is made to
fail, with the sentences and signals of CTranslate2 4.8 on cards. On device `cpu` nothing of a card fails.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models.speech.whisper import Whisper, engine_error
from models.speech.whisper_host import load_whisper, serve
from models.speech.whisper_messages import Load

FAULT = os.environ.get("HEARTH_TEST_FAULT", "")
NO_CUBLAS = "Library libcublas.so.12 is not found or cannot be loaded"
FULL = "CUDA failed with error out of memory"


def main() -> int:
    """As `whisper_host.main`."""
    if FAULT == "watched":
        _write_down_what_is_opened(Path(os.environ["HEARTH_TEST_RECORD"]))
    return serve(_load)


def _load(wanted: Load) -> Whisper:
    if wanted.device != "cpu" and FAULT == "full_at_load":
        raise engine_error(RuntimeError(FULL), model="", device=wanted.device)
    whisper = load_whisper(Load(wanted.folder, "cpu", "", wanted.threads, warm=False))
    whisper.device = wanted.device
    encode, encoded = whisper._encode_sound, 0

    def ailing(features: Any) -> Any:
        nonlocal encoded
        encoded += 1
        _fail(wanted.device, encoded)
        return encode(features)

    whisper._encode_sound = ailing
    return whisper


def _fail(device: str, encoded: int) -> None:
    anywhere: dict[str, Callable[[], object]] = {
        "talks": lambda: os.write(1, b"a library says something\n"),
        "hangs_later": lambda: time.sleep(600) if encoded > 1 else None,
        "slow": lambda: time.sleep(0.3),
        "calls_out": _call_out,
    }
    on_cards: dict[str, Callable[[], object]] = {
        "no_cudnn": lambda: _abort("Could not load library libcudnn_ops_infer.so.9"),
        "no_cublas": lambda: _raise(NO_CUBLAS),
        "aborts_later": lambda: _abort("CUDNN_STATUS_INTERNAL_ERROR") if encoded > 1 else None,
        "full_later": lambda: _raise(FULL) if encoded > 1 else None,
    }
    anywhere.get(FAULT, lambda: None)()
    if device != "cpu":
        on_cards.get(FAULT, lambda: None)()


def _abort(complaint: str) -> None:
    os.write(2, complaint.encode())
    signal.raise_signal(signal.SIGABRT)


def _raise(sentence: str) -> None:
    raise RuntimeError(sentence)


def _call_out() -> None:
    """What a library might do behind our back; a refusal is written down."""
    with socket.socket() as caller:
        caller.connect(("127.0.0.1", int(os.environ["HEARTH_TEST_PORT"])))


def _write_down_what_is_opened(record: Path) -> None:
    file = record.open("a", encoding="utf-8", buffering=1)

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket.") or event in ("subprocess.Popen", "os.posix_spawn", "os.exec"):
            file.write(f"{event} {arguments}\n")
        elif event == "open" and isinstance(arguments[0], str) and _is_for_writing(arguments[2]):
            file.write(f"written {arguments[0]}\n")

    sys.addaudithook(note)


def _is_for_writing(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


if __name__ == "__main__":
    sys.exit(main())
