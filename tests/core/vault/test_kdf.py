from __future__ import annotations

import pytest

from core.vault.kdf import CEILING, FLOOR, STANDARD, KdfParameters, UnlockNeedsMemory, calibrated, stretch

SALT = bytes(16)


def test_the_standard_cost_lies_between_floor_and_ceiling() -> None:
    assert (STANDARD.memory_kib, STANDARD.passes, STANDARD.lanes) == (256 * 1024, 3, 4)
    assert (FLOOR.memory_kib, FLOOR.passes, FLOOR.lanes) == (64 * 1024, 3, 4)
    assert (CEILING.memory_kib, CEILING.passes) == (2 * 1024 * 1024, 10)
    assert STANDARD.allowed
    assert FLOOR.allowed
    assert CEILING.allowed


@pytest.mark.parametrize(
    "parameters",
    [
        KdfParameters(FLOOR.memory_kib - 1, 3, 4),
        KdfParameters(FLOOR.memory_kib, 2, 4),
        KdfParameters(FLOOR.memory_kib, 3, 3),
        KdfParameters(CEILING.memory_kib + 1, 3, 4),
        KdfParameters(FLOOR.memory_kib, 11, 4),
        KdfParameters(FLOOR.memory_kib, 3, 17),
        KdfParameters(0, 0, 0),
    ],
)
def test_a_cost_just_outside_the_range_is_refused(parameters: KdfParameters) -> None:
    assert not parameters.allowed
    with pytest.raises(ValueError):
        stretch("passphrase", SALT, parameters)


def test_passphrase_salt_and_cost_all_change_the_key() -> None:
    key = stretch("passphrase", SALT, FLOOR)
    assert len(key) == 32
    assert stretch("passphrase", SALT, FLOOR) == key
    assert stretch("passphrasf", SALT, FLOOR) != key
    assert stretch("passphrase", b"\x01" + SALT[1:], FLOOR) != key
    assert stretch("passphrase", SALT, KdfParameters(FLOOR.memory_kib + 1024, 3, 4)) != key


def test_composed_and_decomposed_letters_are_the_same_passphrase() -> None:
    assert stretch("pässwörter", SALT, FLOOR) == stretch("pa\u0308sswo\u0308rter", SALT, FLOOR)


def test_any_text_can_be_a_passphrase() -> None:
    keys = {stretch(text, SALT, FLOOR) for text in ("\udc80 lone surrogate", "NUL \0 inside", "🗝" * 1000)}
    assert len(keys) == 3


def test_calibration_never_goes_below_the_floor() -> None:
    assert calibrated(longest_s=0.0) == FLOOR


def test_calibration_stays_in_the_allowed_range() -> None:
    assert calibrated(longest_s=0.3).allowed


def test_memory_that_cannot_be_had_is_trouble_with_a_next_step() -> None:
    error = UnlockNeedsMemory("no memory", memory_mib=2048)
    assert "2048" in error.owner_sentence
    assert error.owner_next_step
