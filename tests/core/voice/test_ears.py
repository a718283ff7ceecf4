from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec
import pytest

from core.errors import VaultLocked
from core.events import Announcer, Change, VoiceTrouble
from core.settings.sections import VoiceSettings
from core.voice.ears import QUICK_ENOUGH_S, Ears
from core.voice.voice_trouble import NoSpeechModel
from models.engine_errors import DeviceUnusable
from models.hardware import look_at_hardware
from models.library import ModelFiles
from models.speech.engines import Hearing
from models.speech.verdict_file import ProbeResult, ProbeVerdict, VerdictFile, verdict_key
from tests.peers.patience import PATIENCE_S
from tests.peers.voice_stage import COMMANDS, install_whisper, said

ENGLISH = Hearing(language="en")


class Desk:
    """Ears with two models; settings and keep-alive as a test wants them."""

    def __init__(self, root: Path) -> None:
        self.files = ModelFiles(root / "models")
        self.verdicts = root / "verdicts.json"
        self.settings = VoiceSettings(speech_device="cpu")
        self.keep_alive_s = 900.0
        self.changes: list[Change] = []
        announcer = Announcer()
        announcer.subscribe(self.changes.append)
        self.ears = Ears(
            self.files,
            self.verdicts,
            settings=lambda: self.settings,
            keep_alive_s=lambda: self.keep_alive_s,
            announcer=announcer,
            probe_after_s=60.0,
        )

    def set(self, **values: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **values)

    def judge(self, model_id: str, verdict: ProbeVerdict) -> None:
        folder = self.files.folder_of(model_id)
        assert folder is not None
        VerdictFile(self.verdicts).keep(verdict_key(folder, look_at_hardware()), verdict)

    async def hear(self, text: str = "What time is it?") -> str:
        return (await self.ears.recogniser.transcribe(said(text), ENGLISH)).text


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    await desk.ears.aclose()


def verdict(seconds: float, device: str = "cpu") -> ProbeVerdict:
    result = ProbeResult(ok=True, seconds=seconds, compute_type="int8", threads=2)
    return ProbeVerdict(device, "int8", 2, seconds, {device: result})


def fatter(desk: Desk, model_id: str, kilobytes: int) -> None:
    """A model that takes more room: what makes a better one, as far as can be told from outside."""
    folder = desk.verdicts.parent / model_id.replace(":", "-")
    shutil.copytree(COMMANDS, folder)
    (folder / "padding.bin").write_bytes(bytes(kilobytes * 1024))
    install_whisper(desk.files, model_id, folder)


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110 - a child process ends, and nothing tells
            await asyncio.sleep(0.01)


async def test_without_a_model_it_says_so(desk: Desk) -> None:
    with pytest.raises(NoSpeechModel):
        await desk.ears.choice()
    with pytest.raises(NoSpeechModel):
        await desk.hear()


async def test_before_anything_was_tried_the_smallest_hears(desk: Desk) -> None:
    fatter(desk, "whisper:large", 100)
    install_whisper(desk.files, "whisper:small")
    assert (await desk.ears.choice()).model.model_id == "whisper:small"


async def test_the_largest_that_is_quick_enough_here_hears_and_the_owner_may_choose_another(desk: Desk) -> None:
    for number, (name, seconds) in enumerate([("tiny", 0.1), ("base", QUICK_ENOUGH_S), ("large", 5.0)]):
        fatter(desk, f"whisper:{name}", number * 10)
        desk.judge(f"whisper:{name}", verdict(seconds))
    assert (await desk.ears.choice()).model.model_id == "whisper:base"
    desk.set(speech_model="whisper:large")
    assert (await desk.ears.choice()).model.model_id == "whisper:large"
    desk.set(speech_model="whisper:gone")
    assert (await desk.ears.choice()).model.model_id == "whisper:base"


async def test_it_hears_and_a_killed_child_is_started_again(desk: Desk) -> None:
    install_whisper(desk.files)
    assert await desk.hear() == "What time is it?"
    process = desk.ears.recogniser.process
    assert process is not None
    os.kill(process.pid or 0, signal.SIGKILL)
    assert await desk.hear("Thank you.") == "Thank you."


async def test_a_card_that_gives_up_is_replaced_by_the_processor_and_told_once(desk: Desk) -> None:
    install_whisper(desk.files)
    desk.set(speech_device="cuda")
    assert (await desk.ears.choice()).device == "cuda"
    assert await desk.hear() == "What time is it?"
    assert await desk.hear() == "What time is it?"
    told = [change.error.code for change in desk.changes if isinstance(change, VoiceTrouble)]
    assert told == ["GraphicsCardGaveUp"]
    assert (await desk.ears.choice()).device == "cpu"


async def test_another_model_is_loaded_at_the_next_use(desk: Desk) -> None:
    install_whisper(desk.files, "whisper:one")
    install_whisper(desk.files, "whisper:two")
    desk.set(speech_model="whisper:one")
    await desk.hear()
    first = desk.ears.recogniser.process
    desk.set(speech_model="whisper:two")
    await desk.hear()
    second = desk.ears.recogniser.process
    assert first is not None
    assert second is not None
    assert (first.folder.name, second.folder.name) == ("whisper--one", "whisper--two")
    assert not first.alive


async def test_it_is_unloaded_when_nobody_has_talked_for_long(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    install_whisper(desk.files)
    desk.judge("whisper:commands", verdict(0.1))
    desk.keep_alive_s = 0.0
    desk.ears._probe_after_s = 0.0
    await desk.hear()
    await until(lambda: desk.ears.recogniser.process is None)
    desk.keep_alive_s = 900.0
    assert await desk.hear() == "What time is it?"
    await desk.ears.aclose()


async def test_devices_are_tried_once_while_nobody_talks(desk: Desk) -> None:
    install_whisper(desk.files)
    desk.ears._probe_after_s = 0.0
    await desk.hear()
    async with asyncio.timeout(PATIENCE_S):
        while (choice := await desk.ears.choice()).verdict is None:  # noqa: ASYNC110 - a child tells it to nobody
            await asyncio.sleep(0.01)
    assert desk.verdicts.exists()
    assert choice.verdict.per_device["cpu"].ok


def rests() -> bool:
    """Whether engines are tried, or will be soon."""
    return any(task.get_name() == "ears at rest" and not task.cancelling() for task in asyncio.all_tasks())


async def test_nothing_is_tried_while_somebody_still_talks(desk: Desk) -> None:
    install_whisper(desk.files)
    desk.ears._probe_after_s = 0.0
    desk.ears.needed_by("whoever talks")
    await desk.hear()
    assert not rests()
    desk.ears.done_with("whoever is not talking")
    assert not rests()
    desk.ears.done_with("whoever talks")
    assert rests()
    async with asyncio.timeout(PATIENCE_S):
        while (await desk.ears.choice()).verdict is None:  # noqa: ASYNC110 - a child tells it to nobody
            await asyncio.sleep(0.01)


async def test_what_is_being_tried_ends_as_soon_as_somebody_talks(desk: Desk) -> None:
    install_whisper(desk.files)
    desk.ears._probe_after_s = 0.0
    await desk.hear()
    assert rests()
    hearing = asyncio.create_task(desk.hear())
    await until(lambda: not rests())
    assert not hearing.done(), "not only when it was understood"
    assert await hearing == "What time is it?"
    assert rests()


async def test_after_its_end_nothing_is_heard_or_running(desk: Desk) -> None:
    install_whisper(desk.files)
    await desk.hear()
    process = desk.ears.recogniser.process
    await desk.ears.aclose()
    await desk.ears.aclose()
    assert process is not None
    assert not process.alive
    with pytest.raises(VaultLocked):
        await desk.hear()


def test_an_error_of_the_card_blames_it() -> None:
    assert DeviceUnusable("no driver", device="cuda").blames_card
