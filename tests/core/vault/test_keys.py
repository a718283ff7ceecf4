from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from core.errors import VaultLocked
from core.vault.keys import MasterKey, Purpose, derive, expand, seal, unseal

PROFILE = "ab" * 16


def test_every_purpose_profile_and_generation_has_a_key_of_its_own() -> None:
    master = MasterKey(bytes(range(32)))
    keys = [
        derive(master, purpose, profile, generation)
        for purpose in get_args(Purpose)
        for profile in (PROFILE, "cd" * 16)
        for generation in (1, 2, 12)
    ]
    assert all(len(key) == 32 for key in keys)
    assert all(first != second for first, second in combinations(keys, 2))
    assert bytes(range(32)) not in keys


def test_a_derived_key_is_the_same_tomorrow() -> None:
    """A fixed vector: whoever changes the derivation locks everybody out of their profiles."""
    key = derive(MasterKey(bytes(32)), "database", PROFILE, 1)
    assert key.hex() == "afa7bf22ecb6d9a9cc91812369c9a55c2102e5cde80ead94413efa78340a1cbe"


def test_hkdf_follows_the_test_vector_of_rfc_5869() -> None:
    okm = expand(bytes.fromhex("0b" * 22), salt=None, label="", size_bytes=42)
    assert okm.hex() == ("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")


def test_a_dropped_master_key_is_overwritten_and_refuses_work() -> None:
    master = MasterKey.random()
    held = master._secret
    before = bytes(held)
    master.drop()
    assert bytes(held) != before
    with pytest.raises(VaultLocked):
        derive(master, "blob", PROFILE, 1)


def test_a_master_key_does_not_show_itself() -> None:
    master = MasterKey(b"\x41" * 32)
    assert "41" not in repr(master)
    assert "AAAA" not in repr(master)


def test_a_master_key_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError):
        MasterKey(bytes(31))


def test_what_is_sealed_opens_with_its_key_and_its_binding_only() -> None:
    key, other = bytes(32), b"\x01" * 32
    nonce, sealed = seal(key, b"secret", bound_to=b"here")
    assert unseal(key, nonce, sealed, bound_to=b"here") == b"secret"
    assert unseal(other, nonce, sealed, bound_to=b"here") is None
    assert unseal(key, nonce, sealed, bound_to=b"there") is None
    assert unseal(key, nonce, sealed[:-1], bound_to=b"here") is None
    assert unseal(key, b"", sealed, bound_to=b"here") is None
    assert seal(key, b"secret", bound_to=b"here") != (nonce, sealed)
