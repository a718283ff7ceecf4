"""Where a model runs best is tried in processes of their own, and the verdict is kept for this model and machine."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from models.engine_errors import SpeechModelUnfit
from models.hardware import GraphicsCard, Hardware, look_at_hardware
from models.speech.verdict_file import ProbeResult, ProbeVerdict, VerdictFile, verdict_key
from models.speech.whisper_probe import SOUND_S, probe, probe_sound

COMMANDS = Path(__file__).parents[2] / "data" / "whisper_commands"
AILING = "tests.peers.ailing_ears"


def _machine(*, cores: int = 2, card: bool = True) -> Hardware:
    cards = (GraphicsCard("Test 9000", "nvidia", memory_bytes=8_000_000_000),) if card else ()
    return replace(look_at_hardware(), cores=cores, cards=cards)


async def test_without_a_card_the_processor_is_tried_alone() -> None:
    verdict = await probe(COMMANDS, hardware=_machine(card=False))
    assert (verdict.device, verdict.compute_type, verdict.threads) == ("cpu", "int8", 2)
    assert verdict.encode_s == verdict.per_device["cpu"].seconds > 0
    assert not verdict.per_device["cuda"].ok
    assert verdict.lasts


@pytest.mark.parametrize("fault", ["no_cudnn", "no_cublas"])
async def test_a_card_that_fails_or_aborts_leaves_the_processor(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_TEST_FAULT", fault)
    verdict = await probe(COMMANDS, hardware=_machine(), host=AILING)
    assert verdict.device == "cpu"
    assert "lib" in verdict.per_device["cuda"].reason
    assert verdict.lasts


async def test_a_card_that_is_full_for_the_moment_is_no_verdict_to_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_TEST_FAULT", "full_at_load")
    verdict = await probe(COMMANDS, hardware=_machine(), host=AILING)
    assert verdict.device == "cpu"
    assert verdict.per_device["cuda"].was_full
    assert not verdict.lasts


async def test_a_device_that_is_not_wanted_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_TEST_FAULT", "no_cudnn")
    verdict = await probe(COMMANDS, hardware=_machine(), devices=("cpu",), host=AILING)
    assert set(verdict.per_device) == {"cpu"}


async def test_on_many_cores_more_threads_must_be_worth_it() -> None:
    verdict = await probe(COMMANDS, hardware=_machine(cores=16, card=False))
    assert verdict.threads in (4, 8)


async def test_a_damaged_model_is_not_the_fault_of_a_device(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(COMMANDS, tmp_path / "model"))
    (folder / "model.bin").write_bytes((COMMANDS / "model.bin").read_bytes()[:-1])
    with pytest.raises(SpeechModelUnfit):
        await probe(folder, hardware=_machine())


def test_the_sound_for_trying_is_as_long_as_it_says_and_not_silent() -> None:
    sound = probe_sound()
    assert len(sound) == SOUND_S * 16_000
    assert 0.05 < abs(sound).max() < 1


def test_a_verdict_is_kept_and_found_again(tmp_path: Path) -> None:
    verdict = ProbeVerdict("cpu", "int8", 4, 0.31, {"cpu": ProbeResult(ok=True, seconds=0.31, threads=4)})
    file = VerdictFile(tmp_path / "below" / "verdicts.json")
    assert file.get("a") is None
    file.keep("a", verdict)
    file.keep("b", replace(verdict, device="cuda"))
    again = VerdictFile(tmp_path / "below" / "verdicts.json")
    assert again.get("a") == verdict
    again.forget("a")
    assert again.get("a") is None
    assert again.get("b") == replace(verdict, device="cuda")
    assert [path.name for path in (tmp_path / "below").iterdir()] == ["verdicts.json"]


def test_of_many_verdicts_the_newest_are_kept(tmp_path: Path) -> None:
    file = VerdictFile(tmp_path / "verdicts.json")
    for number in range(60):
        file.keep(str(number), ProbeVerdict("cpu", "int8", 2, 0.1))
    assert file.get("0") is None
    assert file.get("59") is not None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": {"device": 3}}', b"\xff\xfe"])
def test_a_damaged_file_means_only_that_things_are_tried_again(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "verdicts.json"
    path.write_bytes(content)
    file = VerdictFile(path)
    assert file.get("a") is None
    file.keep("a", ProbeVerdict("cpu", "int8", 2, 0.1))
    assert file.get("a") == ProbeVerdict("cpu", "int8", 2, 0.1)


def test_a_file_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way")
    VerdictFile(tmp_path / "folder" / "verdicts.json").keep("a", ProbeVerdict("cpu", "int8", 2, 0.1))


def test_the_key_changes_with_the_model_and_the_machine_only(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(COMMANDS, tmp_path / "model"))
    machine = _machine()
    key = verdict_key(folder, machine)
    assert key == verdict_key(folder, replace(machine, free_memory_bytes=1, free_disk_bytes=2))
    assert key != verdict_key(folder, _machine(card=False))
    assert key != verdict_key(folder, replace(machine, cores=64))
    changed = bytearray((folder / "model.bin").read_bytes())
    changed[-5] ^= 1
    (folder / "model.bin").write_bytes(changed)
    assert key != verdict_key(folder, machine)
