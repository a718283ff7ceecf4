from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import pytest

from models.advice import Advice, advise, estimate, room_of, shortage
from models.catalogue import Catalogue
from models.hardware import GraphicsCard, Hardware
from models.memory_bandwidth import of_card, of_processor

GB = 10**9
CATALOGUE = Catalogue.load()
MEMORIES = [0, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192]
CARDS = [
    (),
    (GraphicsCard("NVIDIA GeForce GTX 1050", "nvidia", 2 * GB),),
    (GraphicsCard("NVIDIA GeForce RTX 3060", "nvidia", 12 * GB),),
    (GraphicsCard("NVIDIA GeForce RTX 4060 Laptop GPU", "nvidia", 8 * GB),),
    (GraphicsCard("NVIDIA GeForce RTX 4090", "nvidia", 24 * GB),),
    (GraphicsCard("NVIDIA GeForce RTX 3090", "nvidia", 24 * GB),) * 2,
    (GraphicsCard("AMD Radeon RX 7900 XTX", "amd", 24 * GB),),
    (GraphicsCard("intel 0x46a6", "intel", None, shares_memory=True),),
    (GraphicsCard("Some card of the future", "other", 16 * GB),),
]
DISKS = [0, 8, 500]
CORES = [1, 4, 16]


def machine(
    memory_gb: float = 16, *, cards: tuple[GraphicsCard, ...] = (), cores: int = 8, disk_gb: float = 500
) -> Hardware:
    memory = int(memory_gb * GB)
    return Hardware("Linux", "A processor", cores, cores * 2, memory, memory // 2, cards, int(disk_gb * GB))


def apple(memory_gb: int, chip: str = "Apple M2") -> Hardware:
    card = GraphicsCard(chip, "apple", memory_gb * GB, shares_memory=True)
    return machine(memory_gb, cards=(card,))


GRID = [
    *(
        machine(memory, cards=cards, cores=cores, disk_gb=disk)
        for memory, cards, cores, disk in itertools.product(MEMORIES, CARDS, CORES, DISKS)
    ),
    *(apple(memory, chip) for memory in (8, 16, 24, 36, 64, 128) for chip in ("Apple M1", "Apple M4 Max", "Apple M9")),
]


def test_nothing_is_advised_that_fits_neither_memory_nor_disk() -> None:
    for hardware, language in itertools.product(GRID, ("en", "ja")):
        room = room_of(hardware)
        physical = hardware.memory_bytes + sum(
            card.memory_bytes or 0 for card in hardware.cards if card.maker != "apple"
        )
        assert room.both_bytes < physical or room.both_bytes == 0
        for advice in advise(hardware, CATALOGUE, language=language):
            assert advice.model.memory_bytes <= room.both_bytes
            assert advice.model.size_bytes < hardware.free_disk_bytes


def test_either_something_is_advised_or_it_is_said_why_not() -> None:
    for hardware in GRID:
        assert bool(advised_on(hardware)) != (shortage(hardware, CATALOGUE) is not None)


def test_one_is_recommended_and_they_differ_in_size() -> None:
    for hardware in GRID:
        advised = advised_on(hardware)
        assert [advice.recommended for advice in advised] == [True, False, False][: len(advised)]
        sizes = [advice.model.memory_bytes for advice in advised]
        assert len(set(sizes)) == len(sizes)
        assert all(
            advice.tokens_per_s_range and 0 < advice.tokens_per_s_range[0] <= advice.tokens_per_s_range[1]
            for advice in advised
        )


@cache
def advised_on(hardware: Hardware) -> list[Advice]:
    return advise(hardware, CATALOGUE)


def best_quality(hardware: Hardware) -> int:
    return max((advice.model.quality for advice in advised_on(hardware)), default=0)


def best_bytes(hardware: Hardware) -> int:
    return max((advice.model.memory_bytes for advice in advised_on(hardware)), default=0)


def test_more_memory_never_makes_the_best_model_smaller() -> None:
    for cards, cores, disk in itertools.product(CARDS, CORES, DISKS):
        grown = [machine(memory, cards=cards, cores=cores, disk_gb=disk) for memory in MEMORIES]
        for less, more in itertools.pairwise(grown):
            assert best_quality(less) <= best_quality(more)
            assert best_bytes(less) <= best_bytes(more)
            assert recommended_bytes(less) <= recommended_bytes(more)


def recommended_bytes(hardware: Hardware) -> int:
    advised = advised_on(hardware)
    return advised[0].model.memory_bytes if advised else 0


def test_more_card_memory_never_makes_the_best_model_smaller() -> None:
    for memory, cores in itertools.product(MEMORIES, CORES):
        grown = [
            machine(memory, cards=(GraphicsCard("NVIDIA GeForce RTX 4090", "nvidia", size * GB),), cores=cores)
            for size in (2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 48, 80)
        ]
        for less, more in itertools.pairwise(grown):
            assert best_quality(less) <= best_quality(more)
            assert best_bytes(less) <= best_bytes(more)


def test_more_disk_never_makes_the_best_model_smaller() -> None:
    for memory, cards in itertools.product(MEMORIES, CARDS):
        grown = [machine(memory, cards=cards, disk_gb=disk) for disk in range(0, 60, 4)]
        for less, more in itertools.pairwise(grown):
            assert best_bytes(less) <= best_bytes(more)


def test_a_better_advised_model_needs_more_memory() -> None:
    """What the two tests above rest on: the catalogue's order of quality grows with the memory."""
    for is_japanese in (False, True):
        track = [
            model for model in CATALOGUE.of("language") if model.quality and (model.languages[0] == "ja") is is_japanese
        ]
        ordered = sorted(track, key=lambda model: model.quality)
        assert [model.memory_bytes for model in ordered] == sorted(model.memory_bytes for model in track)
        assert len({model.quality for model in track}) == len(track)


@pytest.mark.parametrize("memory", [8, 16, 32, 64])
def test_whoever_reads_japanese_is_shown_a_model_made_for_it(memory: int) -> None:
    advised = advise(machine(memory), CATALOGUE, language="ja")
    japanese = [advice for advice in advised if advice.model.languages[0] == "ja"]
    assert len(japanese) == 1
    assert japanese[0].reasons[0].kind == "japanese"
    assert len(advised) <= 3
    assert all(advice.model.languages[0] != "ja" for advice in advise(machine(memory), CATALOGUE))


def test_usual_machines_get_what_one_would_expect() -> None:
    """Anchors against well-known experience, wide enough to be no false precision."""
    laptop = advise(machine(16), CATALOGUE)[0]
    assert 2 * GB < laptop.model.memory_bytes < 8 * GB
    card = advise(machine(32, cards=CARDS[4]), CATALOGUE)[0]
    assert card.model.memory_bytes > 9 * GB
    assert card.pace == "fast"
    small = advise(machine(4, cores=2), CATALOGUE)
    assert small
    assert all(advice.model.memory_bytes < 2 * GB for advice in small)
    assert advise(apple(64, "Apple M4 Max"), CATALOGUE)[0].pace == "fast"


@pytest.mark.parametrize(
    ("name", "hardware", "measured"),
    [
        # tokens/s that people report with 4-bit weights: llama.cpp's discussions of Apple chips and of CUDA cards
        ("ollama:llama3.1:8b", machine(32, cards=CARDS[4]), 130),
        ("ollama:llama3.1:8b", machine(32, cards=CARDS[2]), 50),
        ("ollama:llama3.1:8b", apple(16, "Apple M1"), 9.5),
        ("ollama:llama3.1:8b", apple(64, "Apple M2 Max"), 55),
        ("ollama:llama3.1:8b", machine(32), 9),
    ],
)
def test_estimates_hold_what_is_measured(name: str, hardware: Hardware, measured: float) -> None:
    model = CATALOGUE.get(name)
    assert model is not None
    advice = estimate(model, hardware)
    assert advice is not None
    assert advice.tokens_per_s_range is not None
    low, high = advice.tokens_per_s_range
    assert low * 0.8 <= measured <= high * 1.2


def test_the_quick_one_is_quicker_than_the_recommended_one() -> None:
    for hardware in GRID:
        advised = advised_on(hardware)
        for advice in advised[1:]:
            if advice.reasons[0].kind == "quick":
                assert (advice.tokens_per_s or 0) > (advised[0].tokens_per_s or 0)
            else:
                assert advice.reasons[0].kind == "best"
                assert advice.model.quality > advised[0].model.quality


def test_where_a_model_lies_is_told_with_numbers() -> None:
    model = CATALOGUE.get("ollama:qwen3:14b")
    assert model is not None
    places = {(): "fits_memory", CARDS[1]: "fits_partly_card", CARDS[4]: "fits_card"}
    for cards, kind in places.items():
        advice = estimate(model, machine(32, cards=cards))
        assert advice is not None
        reason = advice.reasons[0]
        assert reason.kind == kind
        assert reason.numbers[0] == model.memory_bytes <= reason.numbers[1]


def test_experts_are_quicker_than_their_size() -> None:
    dense, experts = CATALOGUE.get("ollama:qwen3:32b"), CATALOGUE.get("ollama:qwen3:30b")
    assert dense is not None
    assert experts is not None
    slow, quick = estimate(dense, machine(64)), estimate(experts, machine(64))
    assert slow is not None
    assert quick is not None
    assert (quick.tokens_per_s or 0) > 2 * (slow.tokens_per_s or 0)


def test_what_is_installed_needs_no_more_disk() -> None:
    full = machine(16, disk_gb=0)
    assert advise(full, CATALOGUE) == []
    advised = advise(full, CATALOGUE, installed=["ollama:qwen3:4b"])
    assert [advice.model.model_id for advice in advised] == ["ollama:qwen3:4b"]
    assert "installed" in {reason.kind for reason in advised[0].reasons}


def test_why_nothing_fits_is_told_with_numbers() -> None:
    cramped = shortage(machine(2), CATALOGUE)
    assert cramped is not None
    assert cramped.kind == "memory"
    assert cramped.needed_bytes > cramped.there_bytes
    full = shortage(machine(16, disk_gb=1), CATALOGUE)
    assert full is not None
    assert (full.kind, full.there_bytes) == ("disk", GB)
    unknown = shortage(machine(0), CATALOGUE)
    assert unknown is not None
    assert unknown.kind == "unknown"
    assert shortage(machine(16), CATALOGUE) is None


def test_most_bounds_how_many() -> None:
    assert len(advise(machine(64), CATALOGUE, most=1)) == 1
    assert advise(machine(64), CATALOGUE, most=0) == []


def test_names_of_cards_lead_to_their_bandwidth() -> None:
    def of(name: str) -> float:
        return of_card(GraphicsCard(name, "nvidia", GB)).high / GB

    assert of("NVIDIA GeForce RTX 4070 Ti SUPER") == 672
    assert of("NVIDIA GeForce RTX 4070") == 504
    assert of("NVIDIA GeForce RTX 4070 Laptop GPU") < 504
    assert of("NVIDIA H100 80GB HBM3") == 3350
    assert of("NVIDIA L4") == 300
    assert of("NVIDIA L40S") == 864
    unknown = of_card(GraphicsCard("amd 0x1234", "amd", GB))
    assert unknown.low < unknown.high
    assert of_card(GraphicsCard("Apple M1 Max", "apple", GB)).high == 400 * GB
    assert of_processor(machine(cores=1)).high < of_processor(machine(cores=16)).high
    assert of_processor(replace(machine(), cores=0)).low > 0
