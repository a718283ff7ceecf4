"""The first speech model: as large as the machine makes quick, and never one that does not fit where one does."""

from __future__ import annotations

import pytest

from models.advice import estimate
from models.catalogue import Catalogue
from models.hardware import GraphicsCard, Hardware
from models.speech_advice import advised_speech

GB = 10**9
CATALOGUE = Catalogue.load()
RTX = (GraphicsCard("NVIDIA GeForce RTX 3060", "nvidia", 12 * GB),)
OLD_CARD = (GraphicsCard("NVIDIA GeForce GTX 1050", "nvidia", 2 * GB),)
RADEON = (GraphicsCard("AMD Radeon RX 7900 XTX", "amd", 24 * GB),)


def machine(
    cores: int, *, memory_gb: float = 16, cards: tuple[GraphicsCard, ...] = (), disk_gb: float = 500, threads: int = 0
) -> Hardware:
    memory = int(memory_gb * GB)
    return Hardware("Linux", "", cores, threads or cores * 2, memory, memory // 2, cards, int(disk_gb * GB))


@pytest.mark.parametrize(
    ("hardware", "wanted"),
    [
        (machine(1), "tiny"),
        (machine(2), "base"),
        (machine(4), "base"),
        (machine(8), "small"),
        (machine(16, threads=2), "base"),  # a container has two of its cores
        (machine(4, cards=RTX), "small"),
        (machine(4, cards=OLD_CARD), "base"),
        (machine(4, cards=RADEON), "base"),  # faster-whisper knows no cards but NVIDIA's
        (machine(8, memory_gb=3.6), "base"),  # small would fill nearly all that the system leaves
        (machine(8, memory_gb=2.95), "tiny"),
        (machine(8, disk_gb=2.3), "base"),
        (machine(0, memory_gb=0), "tiny"),  # a machine that tells nothing
    ],
)
def test_the_largest_that_is_quick_and_fits_is_offered(hardware: Hardware, wanted: str) -> None:
    model = advised_speech(hardware, CATALOGUE)
    assert model is not None
    assert model.model_id == f"whisper:{wanted}"


def test_what_is_offered_fits_wherever_anything_fits() -> None:
    speech = CATALOGUE.of("speech")
    for cores in (1, 2, 8, 32):
        for memory_gb in (2, 3, 4, 8, 64):
            for disk_gb in (1, 2.2, 2.6, 100):
                hardware = machine(cores, memory_gb=memory_gb, disk_gb=disk_gb)
                offered = advised_speech(hardware, CATALOGUE)
                assert offered is not None
                assert (estimate(offered, hardware) is not None) == any(estimate(one, hardware) for one in speech)


def test_a_catalogue_without_speech_offers_none() -> None:
    assert advised_speech(machine(8), Catalogue(())) is None
