"""What this machine has, by looking: memory, processor, graphics cards, free disk. Never raises, never takes long."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Maker: TypeAlias = Literal["nvidia", "amd", "intel", "apple", "other"]

_MIB = 1024 * 1024
_MAKERS: dict[str, Maker] = {"0x10de": "nvidia", "0x1002": "amd", "0x8086": "intel"}
_NVIDIA_QUERY = ("nvidia-smi", "--query-gpu=name,memory.total,memory.free", "--format=csv,noheader,nounits")


@dataclass(frozen=True, slots=True)
class GraphicsCard:
    """One card. Sizes are None where the system does not tell; `shares_memory` means that it uses the main memory."""

    name: str
    maker: Maker
    memory_bytes: int | None = None
    free_bytes: int | None = None
    shares_memory: bool = False


@dataclass(frozen=True, slots=True)
class Hardware:
    """One look at the machine. Numbers are 0, and texts empty, where the system does not tell."""

    system: str
    processor: str
    cores: int
    threads: int
    memory_bytes: int
    free_memory_bytes: int
    cards: tuple[GraphicsCard, ...]
    free_disk_bytes: int

    @property
    def card_memory_bytes(self) -> int:
        """Memory of all cards together, of Apple's the shared one; Ollama spreads a model over several cards."""
        return sum(card.memory_bytes or 0 for card in self.cards)


def look_at_hardware(
    disk: Path | None = None, *, timeout_s: float = 2.0, sys_root: Path = Path("/sys"), proc_root: Path = Path("/proc")
) -> Hardware:
    """Look. Blocks for some milliseconds, with an NVIDIA card for as long as `nvidia-smi` takes, at most `timeout_s`.

    `disk` is a folder on the disk whose free space counts; the home folder by default.
    """
    memory_bytes, free_memory_bytes = _memory()
    cores, threads = _cores()
    return Hardware(
        system=f"{platform.system()} {platform.release()}".strip(),
        processor=_processor(proc_root, timeout_s),
        cores=cores,
        threads=threads,
        memory_bytes=memory_bytes,
        free_memory_bytes=free_memory_bytes,
        cards=_cards(sys_root, proc_root, memory_bytes, timeout_s),
        free_disk_bytes=_free_disk(disk or Path.home()),
    )


def _memory() -> tuple[int, int]:
    import psutil

    try:
        memory = psutil.virtual_memory()
    except (psutil.Error, OSError, RuntimeError):
        return 0, 0
    return int(memory.total), int(memory.available)


def _cores() -> tuple[int, int]:
    """Cores and threads that this process may use; a container or `taskset` may have taken some away."""
    import psutil

    threads = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    try:
        cores = psutil.cpu_count(logical=False) or threads
    except (psutil.Error, OSError, RuntimeError):
        cores = threads
    return min(cores, threads), threads


def _processor(proc_root: Path, timeout_s: float) -> str:
    if sys.platform == "darwin":
        return _output_of(("sysctl", "-n", "machdep.cpu.brand_string"), timeout_s).strip()
    for line in _text_of(proc_root / "cpuinfo").splitlines():
        name, _, value = line.partition(":")
        if name.strip() in ("model name", "Model", "Hardware"):
            return value.strip()
    return platform.processor() or platform.machine()


def _free_disk(folder: Path) -> int:
    for existing in (folder, *folder.parents):
        try:
            return shutil.disk_usage(existing).free
        except OSError:
            continue
    return 0


# ---- graphics cards -------------------------------------------------------------------------------------------------


def _cards(sys_root: Path, proc_root: Path, memory_bytes: int, timeout_s: float) -> tuple[GraphicsCard, ...]:
    if sys.platform == "darwin":
        return _apple_cards(memory_bytes, timeout_s)
    nvidia = _nvidia_cards(timeout_s) or _nvidia_cards_without_tool(proc_root)
    others = [card for card in _drm_cards(sys_root) if not (nvidia and card.maker == "nvidia")]
    return (*nvidia, *others)


def _nvidia_cards(timeout_s: float) -> list[GraphicsCard]:
    cards = []
    for line in _output_of(_NVIDIA_QUERY, timeout_s).splitlines():
        name, _, sizes = line.partition(", ")
        total, _, free = sizes.partition(", ")
        if name and total.strip().isdigit():
            free_bytes = int(free) * _MIB if free.strip().isdigit() else None
            cards.append(GraphicsCard(name.strip(), "nvidia", int(total) * _MIB, free_bytes))
        elif name and "not" in total.lower():  # "[N/A]", "[Not Supported]": cards that share the main memory
            cards.append(GraphicsCard(name.strip(), "nvidia", shares_memory=True))
    return cards


def _nvidia_cards_without_tool(proc_root: Path) -> list[GraphicsCard]:
    cards = []
    for folder in _children(proc_root / "driver" / "nvidia" / "gpus"):
        for line in _text_of(folder / "information").splitlines():
            label, _, value = line.partition(":")
            if label.strip() == "Model":
                cards.append(GraphicsCard(value.strip(), "nvidia"))
    return cards


def _drm_cards(sys_root: Path) -> list[GraphicsCard]:
    """Cards that the kernel knows: AMD's driver tells its memory, Intel's only that there is a card."""
    cards = []
    for folder in _children(sys_root / "class" / "drm"):
        if not folder.name.removeprefix("card").isdigit():
            continue  # card0-HDMI-A-1 is a plug
        device = folder / "device"
        vendor = _text_of(device / "vendor").strip()
        if not vendor:
            continue
        maker = _MAKERS.get(vendor, "other")
        total, used = _number_in(device / "mem_info_vram_total"), _number_in(device / "mem_info_vram_used")
        name = _text_of(device / "product_name").strip() or f"{maker} {_text_of(device / 'device').strip()}"
        free = max(total - used, 0) if total is not None and used is not None else None
        cards.append(GraphicsCard(name, maker, total, free, shares_memory=maker == "intel" and total is None))
    return cards


def _apple_cards(memory_bytes: int, timeout_s: float) -> tuple[GraphicsCard, ...]:
    if platform.machine() != "arm64":
        return ()  # Ollama does not use the cards of Intel Macs
    name = _output_of(("sysctl", "-n", "machdep.cpu.brand_string"), timeout_s).strip()
    return (GraphicsCard(name or "Apple", "apple", memory_bytes or None, shares_memory=True),)


def _output_of(command: tuple[str, ...], timeout_s: float) -> str:
    program = shutil.which(command[0])
    if program is None:
        return ""
    try:
        done = subprocess.run(
            (program, *command[1:]), capture_output=True, timeout=timeout_s, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _number_in(path: Path) -> int | None:
    text = _text_of(path).strip()
    return int(text) if text.isascii() and text.isdigit() else None
