"""The machine is looked at without harm, however odd it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from models.hardware import GraphicsCard, look_at_hardware

GIB = 1024**3


def tool(folder: Path, name: str, script: str) -> None:
    """A program of that name, written for the test."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def card(root: Path, name: str, **files: str) -> None:
    device = root / "class" / "drm" / name / "device"
    device.mkdir(parents=True)
    for file, text in files.items():
        (device / file).write_text(text + "\n")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stands alone in PATH."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    return folder


def test_this_very_machine_is_described() -> None:
    found = look_at_hardware()
    assert found.memory_bytes > found.free_memory_bytes > 0
    assert 1 <= found.cores <= found.threads <= (os.cpu_count() or 1)
    assert found.free_disk_bytes > 0
    assert found.system
    assert found.processor


def test_an_nvidia_card_tells_its_memory(tools: Path, tmp_path: Path) -> None:
    card(tmp_path, "card0", vendor="0x10de", device="0x2684")
    tool(
        tools, "nvidia-smi", "echo 'NVIDIA GeForce RTX 4090, 24564, 23010'; echo 'NVIDIA GB10, [Not Supported], [N/A]'"
    )
    found = look_at_hardware(sys_root=tmp_path)
    assert found.cards == (
        GraphicsCard("NVIDIA GeForce RTX 4090", "nvidia", 24564 * 1024**2, 23010 * 1024**2),
        GraphicsCard("NVIDIA GB10", "nvidia", shares_memory=True),
    )
    assert found.card_memory_bytes == 24564 * 1024**2


@pytest.mark.parametrize(
    "script",
    [
        "sleep 30",
        "exit 9",
        "echo 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'",
        "printf '\\377\\376\\000garbage, many, few\\n'",
        "kill -SEGV $$",
    ],
)
def test_a_broken_tool_is_no_card_and_no_wait(tools: Path, tmp_path: Path, script: str) -> None:
    tool(tools, "nvidia-smi", script)
    assert look_at_hardware(sys_root=tmp_path, proc_root=tmp_path, timeout_s=0.3).cards == ()


def test_an_nvidia_card_without_its_tool_is_seen_by_name(tools: Path, tmp_path: Path) -> None:
    folder = tmp_path / "driver" / "nvidia" / "gpus" / "0000:01:00.0"
    folder.mkdir(parents=True)
    (folder / "information").write_text("Model: \t\t NVIDIA T400 4GB\nIRQ: 155\n")
    tool(tools, "nvidia-smi", "exit 1")
    assert look_at_hardware(sys_root=tmp_path, proc_root=tmp_path).cards == (GraphicsCard("NVIDIA T400 4GB", "nvidia"),)


def test_the_kernels_list_of_cards_is_read(tools: Path, tmp_path: Path) -> None:
    tool(tools, "nvidia-smi", "exit 1")
    amd = {"vendor": "0x1002", "device": "0x744c", "product_name": "Radeon RX 7900 XTX"}
    card(tmp_path, "card1", **amd, mem_info_vram_total=str(24 * GIB), mem_info_vram_used=str(GIB))
    card(tmp_path, "card0", vendor="0x8086", device="0x46a6")
    card(tmp_path, "card2", vendor="0x1234", device="0x1111", mem_info_vram_total="lots")
    card(tmp_path, "card1-HDMI-A-1", vendor="0x1002")
    (tmp_path / "class" / "drm" / "version").write_text("drm 1.1.0")
    assert look_at_hardware(sys_root=tmp_path, proc_root=tmp_path).cards == (
        GraphicsCard("intel 0x46a6", "intel", shares_memory=True),
        GraphicsCard("Radeon RX 7900 XTX", "amd", 24 * GIB, 23 * GIB),
        GraphicsCard("other 0x1111", "other"),
    )


def test_a_folder_that_does_not_exist_yet_lies_on_some_disk(tmp_path: Path) -> None:
    found = look_at_hardware(tmp_path / "not" / "yet" / "there")
    assert found.free_disk_bytes == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.05)
