from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import HeaderDamaged, WrongSecret
from core.vault.kdf import FLOOR, KdfParameters
from core.vault.keys import MasterKey
from core.vault.slots import KINDS, Slot, SlotSecret, new_slot, unwrap, well_formed, wrap
from core.vault.unlock_secrets import SlotKind

PROFILE = "ab" * 16
SECRET = SlotSecret(passphrase="correct horse", keyring=b"k" * 32, recovery=b"r" * 20)


def made(kind: SlotKind, master: MasterKey, *, secret: SlotSecret = SECRET) -> Slot:
    bare = new_slot(kind, generation=1, created_at_ms=5, kdf=FLOOR, keyring_backend="some.Keyring")
    return wrap(bare, master, secret, profile_id=PROFILE)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_slot_gives_the_master_key_back(kind: SlotKind) -> None:
    master = MasterKey.random()
    slot = made(kind, master)
    assert well_formed(slot)
    assert unwrap(slot, SECRET, profile_id=PROFILE).reveal() == master.reveal()
    assert master.reveal() not in slot.wrapped


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("passphrase", replace(SECRET, passphrase="correct horsf")),
        ("passphrase", replace(SECRET, passphrase="")),
        ("keyring", replace(SECRET, keyring=b"x" * 32)),
        ("keyring", replace(SECRET, keyring=b"")),
        ("both", replace(SECRET, keyring=b"x" * 32)),
        ("both", replace(SECRET, keyring=b"")),
        ("both", replace(SECRET, passphrase="correct horsf")),
        ("recovery", replace(SECRET, recovery=b"x" * 20)),
        ("recovery", replace(SECRET, recovery=b"")),
    ],
)
def test_a_wrong_or_missing_part_is_a_wrong_secret(kind: SlotKind, wrong: SlotSecret) -> None:
    with pytest.raises(WrongSecret):
        unwrap(made(kind, MasterKey.random()), wrong, profile_id=PROFILE)


def test_a_slot_wraps_differently_every_time() -> None:
    master = MasterKey.random()
    first, second = made("keyring", master), made("keyring", master)
    assert (first.salt, first.nonce, first.wrapped) != (second.salt, second.nonce, second.wrapped)
    bare = replace(first, nonce=b"", wrapped=b"", commitment=b"")
    assert wrap(bare, master, SECRET, profile_id=PROFILE).nonce != first.nonce


def test_a_slot_of_another_profile_does_not_open() -> None:
    with pytest.raises(HeaderDamaged):
        unwrap(made("keyring", MasterKey.random()), SECRET, profile_id="cd" * 16)


@pytest.mark.parametrize(
    "change",
    [
        {"generation": 2},
        {"created_at_ms": 6},
        {"keyring_backend": "other.Keyring"},
        {"nonce": bytes(12)},
        {"wrapped": bytes(48)},
    ],
)
def test_a_relabelled_slot_is_damaged_although_the_secret_is_right(change: dict[str, object]) -> None:
    slot = replace(made("keyring", MasterKey.random()), **change)  # type: ignore[arg-type]
    with pytest.raises(HeaderDamaged):
        unwrap(slot, SECRET, profile_id=PROFILE)


@pytest.mark.parametrize("change", [{"salt": bytes(16)}, {"slot_id": "ef" * 16}, {"commitment": bytes(16)}])
def test_a_slot_whose_key_material_was_changed_never_opens(change: dict[str, object]) -> None:
    slot = replace(made("recovery", MasterKey.random()), **change)  # type: ignore[arg-type]
    with pytest.raises(WrongSecret):
        unwrap(slot, SECRET, profile_id=PROFILE)


def test_a_slot_cannot_be_made_into_another_kind() -> None:
    """A slot of both, relabelled as one of the keyring alone, would open without the passphrase."""
    slot = replace(made("both", MasterKey.random()), kind="keyring", kdf=None)
    with pytest.raises(WrongSecret):
        unwrap(slot, SECRET, profile_id=PROFILE)


@pytest.mark.parametrize("cost", [KdfParameters(8, 1, 1), KdfParameters(2**31, 3, 4), KdfParameters(65536, 1000, 4)])
def test_a_changed_cost_is_refused_before_any_work(cost: KdfParameters) -> None:
    slot = replace(made("passphrase", MasterKey.random()), kdf=cost)
    assert not well_formed(slot)
    with pytest.raises(HeaderDamaged):
        unwrap(slot, SECRET, profile_id=PROFILE)


def test_the_commitment_pins_the_key_so_that_one_slot_cannot_open_with_two_secrets() -> None:
    slot = made("keyring", MasterKey.random())
    other = made("keyring", MasterKey.random(), secret=replace(SECRET, keyring=b"o" * 32))
    for forged in (replace(slot, commitment=other.commitment), replace(other, commitment=slot.commitment)):
        with pytest.raises((WrongSecret, HeaderDamaged)):
            unwrap(forged, SECRET, profile_id=PROFILE)


def test_secrets_do_not_stand_in_representations() -> None:
    assert "horse" not in repr(SECRET)
    assert "kkkk" not in repr(SECRET)
