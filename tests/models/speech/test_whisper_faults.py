"""What a graphics card, the memory and the libraries do to a process that hears, and what is said about it."""

from __future__ import annotations

import asyncio
import resource
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from models.child_command import child_command
from models.engine_errors import (
    DeviceUnusable,
    EngineDied,
    MemoryExhausted,
    SpeechEngineFailed,
    SpeechModelUnfit,
)
from models.speech.card_libraries import engine_environment
from models.speech.engines import Hearing
from models.speech.whisper import engine_error
from models.speech.whisper_process import WhisperProcess
from tests.peers.ailing_ears import FULL, NO_CUBLAS
from tests.peers.patience import PATIENCE_S
from tests.peers.random_whisper import random_whisper
from tests.peers.spoken_corpus import speech

COMMANDS = Path(__file__).parents[2] / "data" / "whisper_commands"
ENGLISH = Hearing(language="en")
AILING = "tests.peers.ailing_ears"


def _on_a_card(fault: str, patch: pytest.MonkeyPatch) -> WhisperProcess:
    patch.setenv("HEARTH_TEST_FAULT", fault)
    return WhisperProcess(COMMANDS, device="cuda", threads=1, host=AILING)


async def _heard_by_the_processor(process: WhisperProcess) -> str:
    await process.aclose()
    instead = process.cpu_instead()
    try:
        return (await instead.transcribe(speech("What time is it?"), ENGLISH)).text
    finally:
        await instead.aclose()


@pytest.mark.parametrize(
    ("fault", "error"),
    [("no_cublas", DeviceUnusable), ("full_at_load", MemoryExhausted), ("no_cudnn", EngineDied)],
)
async def test_a_card_that_cannot_is_known_when_loading_and_the_processor_takes_over(
    fault: str, error: type[SpeechEngineFailed], monkeypatch: pytest.MonkeyPatch
) -> None:
    process = _on_a_card(fault, monkeypatch)
    with pytest.raises(error) as failed:
        await process.start()
    assert failed.value.blames_card
    assert not process.alive
    assert await _heard_by_the_processor(process) == "What time is it?"


@pytest.mark.parametrize(("fault", "error"), [("full_later", MemoryExhausted), ("aborts_later", EngineDied)])
async def test_a_card_that_gives_up_in_the_middle_says_so_and_the_processor_takes_over(
    fault: str, error: type[SpeechEngineFailed], monkeypatch: pytest.MonkeyPatch
) -> None:
    process = _on_a_card(fault, monkeypatch)
    await process.start()
    with pytest.raises(error) as failed:
        await process.transcribe(speech("What time is it?"), ENGLISH)
    assert failed.value.blames_card
    assert await _heard_by_the_processor(process) == "What time is it?"


async def test_an_abort_is_told_with_its_signal_and_the_library_s_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    process = _on_a_card("no_cudnn", monkeypatch)
    with pytest.raises(EngineDied) as died:
        await process.start()
    assert died.value.status == -signal.SIGABRT
    assert "SIGABRT" in died.value.detail
    assert "libcudnn" in died.value.detail


async def test_a_machine_without_a_card_says_so_truly() -> None:
    process = WhisperProcess(COMMANDS, device="cuda")
    with pytest.raises((DeviceUnusable, MemoryExhausted)) as failed:
        await process.start()
    assert failed.value.blames_card
    await process.aclose()


async def test_memory_that_runs_out_is_told_and_the_next_call_works(tmp_path: Path) -> None:
    process = WhisperProcess(random_whisper(tmp_path, size="base"), threads=1)
    await process.start()
    child = psutil.Process(process.pid)
    used = child.memory_info().vms
    child.rlimit(psutil.RLIMIT_AS, (used + 1_000_000, resource.RLIM_INFINITY))
    with pytest.raises((MemoryExhausted, EngineDied)):
        await process.transcribe(
            speech("One two three.", tail_s=25), Hearing(language="en", most_tokens=200, beam_size=5)
        )
    if process.alive:
        psutil.Process(process.pid).rlimit(psutil.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert await process.transcribe(speech("One."), Hearing(language="en", most_tokens=4))
    await process.aclose()


async def test_what_libraries_print_does_not_disturb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_TEST_FAULT", "talks")
    process = WhisperProcess(COMMANDS, threads=1, host=AILING)
    assert (await process.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    await process.aclose()


async def test_a_child_that_hangs_is_ended_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_TEST_FAULT", "hangs_later")
    process = WhisperProcess(COMMANDS, threads=1, host=AILING)
    await process.start()
    process._limit_s = 0.5
    first = process.pid
    with pytest.raises(EngineDied, match="no answer"):
        await process.transcribe(speech("Stop."), ENGLISH)
    monkeypatch.setenv("HEARTH_TEST_FAULT", "")
    process._limit_s = 60
    assert (await process.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    assert process.pid != first
    await process.aclose()


async def test_a_program_that_cannot_be_started_is_an_engine_that_died() -> None:
    process = WhisperProcess(COMMANDS, host="tests.peers.no_such_module")
    with pytest.raises(EngineDied, match="no_such_module"):
        await process.start()
    await process.aclose()


async def test_a_connection_is_refused_inside_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        monkeypatch.setenv("HEARTH_TEST_FAULT", "calls_out")
        monkeypatch.setenv("HEARTH_TEST_PORT", str(server.getsockname()[1]))
        process = WhisperProcess(COMMANDS, threads=1, host=AILING)
        with pytest.raises(SpeechEngineFailed, match=r"socket\.connect"):
            await process.start()
        await process.aclose()
        with pytest.raises(BlockingIOError):
            server.accept()


async def test_it_asks_for_no_connection_and_writes_nothing(
    tmp_path: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "record"
    record.touch()
    monkeypatch.setenv("HEARTH_TEST_FAULT", "watched")
    monkeypatch.setenv("HEARTH_TEST_RECORD", str(record))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    before = _below(private_home)
    process = WhisperProcess(COMMANDS, threads=1, host=AILING)
    assert (await process.transcribe(speech("Stop."), ENGLISH)).text == "Stop."
    await process.aclose()
    assert [line for line in record.read_text().splitlines() if "/dev/null" not in line] == []
    assert _below(private_home) == before


async def test_the_child_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    """The parent is a program of its own here, and is killed in the middle of the work."""
    code = (
        "import asyncio, sys\nfrom pathlib import Path\n"
        "from models.speech.whisper_process import WhisperProcess\n"
        "async def run():\n"
        f"    process = WhisperProcess(Path({str(COMMANDS)!r}), threads=1)\n"
        "    await process.start()\n    print(process.pid, flush=True)\n    await asyncio.sleep(600)\n"
        "asyncio.run(run())\n"
    )
    python = child_command("x")[0]
    parent = await asyncio.create_subprocess_exec(
        python, "-c", code, stdout=asyncio.subprocess.PIPE, env=engine_environment()
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    await _until(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)


def _below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not true():  # noqa: ASYNC110 - another process's end announces nothing here
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("sentence", "device", "kind"),
    [
        (NO_CUBLAS, "cuda", DeviceUnusable),
        (FULL, "cuda", MemoryExhausted),
        ("cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED", "cuda", MemoryExhausted),
        ("cuDNN failed with status CUDNN_STATUS_NOT_INITIALIZED", "cuda", DeviceUnusable),
        ("CUDA failed with error no CUDA-capable device is detected", "cuda", DeviceUnusable),
        ("Requested float16 compute type, but the target device do not support it", "cuda", DeviceUnusable),
        ("std::bad_alloc", "cpu", MemoryExhausted),
        ("Unable to open file 'model.bin' in model '/x'", "cpu", SpeechModelUnfit),
        ("File model.bin is incomplete: failed to read a buffer of size 9", "cpu", SpeechModelUnfit),
        ("something else", "cpu", SpeechEngineFailed),
    ],
)
def test_the_sentences_of_the_engine_are_understood(sentence: str, device: str, kind: type[Exception]) -> None:
    assert type(engine_error(RuntimeError(sentence), model="m", device=device, loading=True)) is kind
