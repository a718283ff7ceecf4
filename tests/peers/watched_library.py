"""Uses one library the way Hearth does, in a process of its own, and prints what else it did.

The hook sees what Python does. What native code does shows in the empty home it is given, and in the packets of a
network that is counted (`cut_off_network`).
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from models.speech.engines import FRAME_SAMPLES, RATE_HZ

ROOT = Path(__file__).resolve().parents[2]
_TALKS = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "urllib.Request")
_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_KEEPS_NOTHING = ("/dev/", "/proc/")


def run(name: str, home: Path, *, guards: Mapping[str, str]) -> list[str]:
    """What library `name` did besides its work, with `guards` in an environment that has nothing else."""
    for folder in (home, home / "tmp"):
        folder.mkdir()
    environment = {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "PULSE_SERVER": f"unix:{home}/nobody",  # a client that finds no server would start one
        "JACK_NO_START_SERVER": "1",
        **guards,
    }
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.peers.watched_library import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-B", "-c", code, name],
        env=environment,
        cwd=home,
        input=_document_for(name),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    told: list[str] = json.loads(done.stdout.splitlines()[-1])
    return told


def left_in(home: Path) -> list[str]:
    """The files that are there afterwards."""
    return [str(file.relative_to(home)) for file in home.rglob("*") if not file.is_dir()]


def main() -> None:
    """In the process: use the library under the hook."""
    did: list[str] = []
    sys.addaudithook(lambda event, arguments: _note(did, event, arguments))
    LIBRARIES[sys.argv[1]]()
    print(json.dumps(sorted(set(did))), flush=True)


def _note(did: list[str], event: str, arguments: tuple[Any, ...]) -> None:
    if event in _STARTS:
        did.append(f"started {Path(str(arguments[0])).name}")
    elif event in _TALKS:
        did.append(f"{event} {arguments[1:]}")
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        path = str(arguments[0])
        if not path.startswith(_KEEPS_NOTHING) and not path.isdigit():
            did.append(f"wrote {path}")


# ---- the libraries at their work ------------------------------------------------------------------------------------


def _second() -> Any:
    import numpy as np

    return np.sin(np.arange(RATE_HZ, dtype=np.float32) / 8)


def _numpy() -> None:
    import numpy as np

    np.linalg.inv(np.eye(3))


def _soxr() -> None:
    from core.voice.resampling import Resampler

    Resampler(22_050, RATE_HZ).feed(_second(), last=True)


def _onnxruntime() -> None:
    from models.speech.silero import SileroDetector

    SileroDetector().probability(_second()[:FRAME_SAMPLES])


def _faster_whisper() -> None:
    from models.speech.engines import Hearing
    from models.speech.speech_model import check_folder
    from models.speech.whisper import Whisper

    whisper = Whisper(check_folder(ROOT / "tests" / "data" / "whisper_commands"), device="cpu", threads=1)
    whisper.hear(_second(), Hearing(language="en"))


def _piper() -> None:
    from piper import PiperVoice

    from models.speech.phonemes import phonemes

    phonemes("hearth", "en")
    model = ROOT / "tests" / "data" / "piper_unit_voice" / "unit_voice.onnx"
    list(PiperVoice.load(model).synthesize("Hello there."))


def _av() -> None:
    from core.voice.opus_sound import decoded, encoded

    decoded(encoded(_second()))


def _livekit() -> None:
    from core.voice.cleanup import Cleanup

    cleanup = Cleanup(echo_cancellation=True)
    cleanup.reference(_second())
    cleanup.process(_second())
    assert cleanup.works


def _rapidfuzz() -> None:
    from core.voice.spoken_commands import SpokenCommands

    assert SpokenCommands(("en",)).match("stop", speaking=True) is not None


def _py3langid() -> None:
    from core.voice.spoken_language import language_of

    language_of("Der Zug nach Hamburg fährt heute erst am Abend.", ("en", "de"), "en")


def _pulsectl() -> None:
    import pulsectl

    with contextlib.suppress(pulsectl.PulseError), pulsectl.Pulse("test") as pulse:
        pulse.source_list()


def _sounddevice() -> None:
    import sounddevice

    sounddevice.query_devices()


def _tokenizers() -> None:
    from models.embedding.minilm_session import counted, load_tokenizer, minilm_assets

    assert counted(load_tokenizer(minilm_assets()), ["a word"]) == [4]


def _chromadb() -> None:
    import numpy as np

    from core.vectors.chroma_host import AddVectors, AskNearest, OpenSpace, _answer, _Space

    space = _Space(OpenSpace(dimensions=8, threads=1, search_width=50))
    ids = np.arange(200, dtype=np.int64)
    vectors = np.random.default_rng(7).standard_normal((200, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    _answer(space, AddVectors(1, ids.tobytes(), vectors.tobytes()))
    assert _answer(space, AskNearest(2, vectors[:1].tobytes(), 1)).item_ids == ids[:1].tobytes()  # type: ignore[union-attr]


_READ = {
    "pypdfium2": "a.pdf",
    "python-docx": "a.docx",
    "openpyxl": "a.xlsx",
    "python-pptx": "a.pptx",
    "lxml": "a.html",
    "striprtf": "a.rtf",
    "rapidocr": "a.png",
}
"""Which document shows what a library does with it."""


def _document_for(library: str) -> bytes:
    """What `library` is to read, made where nobody watches: Hearth only reads documents."""
    if library not in _READ:
        return b""
    from tests.peers.small_documents import EVERY_KIND, picture

    return {**EVERY_KIND, "a.png": picture}[_READ[library]]()


def _reader_of(library: str) -> Callable[[], None]:
    """Reads a document as the child does, without its walls: they would hide what the library tries."""

    def read() -> None:
        from core.knowledge.document_reader import read_bytes
        from core.knowledge.read_document import ReadDone

        assert isinstance(list(read_bytes(sys.stdin.buffer.read(), _READ[library]))[-1], ReadDone)

    return read


def _semantic_text_splitter() -> None:
    from core.knowledge.chunking import Chunker, WordCounts
    from core.knowledge.read_document import Block, ReadPage

    words = WordCounts(lambda texts: [len(text.split()) for text in texts])
    page = ReadPage(1, "", [Block("prose", "The keeper counts the ships. " * 200)])
    assert len(Chunker(words, most_tokens=100).chunks_of(page)) > 1


def _watchfiles() -> None:
    import threading

    from watchfiles import watch

    folder, over = Path(os.environ["TMPDIR"]) / "watched", threading.Event()
    folder.mkdir()
    threading.Timer(0.3, (folder / "new").mkdir).start()
    for _ in watch(folder, stop_event=over, rust_timeout=200):
        over.set()


def _opencv() -> None:
    import cv2
    import numpy as np

    assert cv2.resize(np.zeros((40, 40, 3), dtype=np.uint8), (20, 10)).shape == (10, 20, 3)


def _pillow() -> None:
    import io

    from PIL import Image

    from tests.peers.small_documents import picture

    for form in ("PNG", "JPEG", "WEBP", "TIFF"):
        Image.open(io.BytesIO(picture(form=form))).load()


LIBRARIES: Mapping[str, Callable[[], None]] = {
    "numpy": _numpy,
    "soxr": _soxr,
    "onnxruntime": _onnxruntime,
    "faster-whisper": _faster_whisper,
    "piper-tts": _piper,
    "av": _av,
    "livekit": _livekit,
    "rapidfuzz": _rapidfuzz,
    "py3langid": _py3langid,
    "pulsectl": _pulsectl,
    "sounddevice": _sounddevice,
    "tokenizers": _tokenizers,
    "chromadb": _chromadb,
    **{library: _reader_of(library) for library in _READ},
    "semantic-text-splitter": _semantic_text_splitter,
    "watchfiles": _watchfiles,
    "opencv-python-headless": _opencv,
    "pillow": _pillow,
}
"""By the names in pyproject.toml."""
