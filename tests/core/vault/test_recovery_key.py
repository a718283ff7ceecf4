from __future__ import annotations

import random
import re

import pytest

from core.errors import WrongSecret
from core.vault.recovery_key import RecoveryKey, RecoveryKeyMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_recovery_key_is_eight_groups_of_four_and_a_checksum() -> None:
    key = RecoveryKey.random()
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}", key.text)
    assert len(key.secret()) == 20


def test_keys_are_never_the_same_twice() -> None:
    assert len({RecoveryKey.random().text for _ in range(100)}) == 100


def test_case_spaces_dashes_and_lookalikes_do_not_matter() -> None:
    secrets_seen = set()
    for _ in range(50):
        key = RecoveryKey.random()
        retyped = key.text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert RecoveryKey(f"  {retyped}\n").secret() == key.secret()
        assert RecoveryKey(key.text.replace("-", "").replace("1", "I")).secret() == key.secret()
        secrets_seen.add(key.secret())
    assert len(secrets_seen) == 50


def test_every_single_wrong_character_is_found() -> None:
    text = RecoveryKey.random().text
    for place, right in enumerate(text):
        for wrong in ALPHABET if right != "-" else "":
            if wrong != right:
                with pytest.raises(RecoveryKeyMistyped):
                    RecoveryKey(text[:place] + wrong + text[place + 1 :]).secret()


def test_every_swap_of_neighbours_is_found() -> None:
    characters = RecoveryKey.random().text.replace("-", "")
    for place in range(len(characters) - 1):
        first, second = characters[place], characters[place + 1]
        if first != second:
            swapped = characters[:place] + second + first + characters[place + 2 :]
            with pytest.raises(RecoveryKeyMistyped):
                RecoveryKey(swapped).secret()


@pytest.mark.parametrize("text", ["", "-", "ABCD", "U" * 36, "é" * 36, "0" * 35, "0" * 37, "\0" * 36, "ß" * 18])
def test_what_is_no_recovery_key_says_so(text: str) -> None:
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey(text).secret()


def test_a_typing_error_is_told_apart_from_a_wrong_key() -> None:
    assert issubclass(RecoveryKeyMistyped, WrongSecret)
    assert RecoveryKeyMistyped.sentence != WrongSecret.sentence


def test_random_text_raises_nothing_else() -> None:
    chance = random.Random(5)
    for _ in range(2000):
        text = "".join(chr(chance.choice([chance.randrange(32, 127), chance.randrange(0x11000)])) for _ in range(36))
        with pytest.raises(RecoveryKeyMistyped):
            RecoveryKey(text).secret()


def test_the_key_does_not_stand_in_its_representation() -> None:
    key = RecoveryKey.random()
    assert key.text[:4] not in repr(key).removeprefix("RecoveryKey")
