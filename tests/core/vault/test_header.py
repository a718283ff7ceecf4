from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from core.errors import HeaderDamaged, KeyringUnavailable, NewerFormat, WrongSecret
from core.vault.header import AnchorMirror, Header, SealedKey, decode, encode, signed, verify_mac
from core.vault.kdf import FLOOR
from core.vault.keys import MasterKey
from core.vault.os_keyring import OsKeyring
from core.vault.recovery_key import RecoveryKey
from core.vault.slots import Slot, SlotSecret, new_slot, wrap
from core.vault.unlock_secrets import FromKeyring, SlotKind
from core.vault.unlocking import keyring_entry, link, unlock_header
from tests.peers.fake_keyring import FakeKeyring

PROFILE = "ab" * 16
BACKEND = "tests.peers.fake_keyring.FakeKeyring"


class Made:
    """A header that a keyring and a recovery key open, without Argon2 except for its passphrase slot."""

    def __init__(self, *, rotating: bool = False) -> None:
        self.master = MasterKey.random()
        self.recovery = RecoveryKey.random()
        self.keyring = OsKeyring(FakeKeyring())
        slots = [self.slot(kind, self.master, generation=1) for kind in ("keyring", "passphrase", "recovery")]
        header = Header(
            profile_id=PROFILE,
            alias="Anna’s profile \U0001f511",
            created_at_ms=1_700_000_000_000,
            generation=1,
            slots=tuple(slots),
            kept_key=SealedKey(bytes(12), bytes(48)),
            anchor=AnchorMirror(41, bytes(32)),
        )
        if rotating:
            following = MasterKey.random()
            slots += [self.slot(kind, following, generation=2) for kind in ("keyring", "passphrase", "recovery")]
            rotation = link(self.master, following, profile_id=PROFILE, generation=1)
            header = replace(header, slots=tuple(slots), rotation=rotation)
        self.header = signed(header, self.master)
        self.data = encode(self.header)

    def slot(self, kind: SlotKind, master: MasterKey, *, generation: int) -> Slot:
        bare = new_slot(kind, generation=generation, created_at_ms=7, kdf=FLOOR, keyring_backend=BACKEND)
        if kind == "passphrase":  # as good as any to this test: the bytes of a slot that is never opened
            return replace(bare, nonce=bytes(12), wrapped=bytes(48), commitment=bytes(16))
        secret = SlotSecret(keyring=bytes(32), recovery=self.recovery.secret())
        self.keyring.store(keyring_entry(PROFILE, bare), bytes(32))
        return wrap(bare, master, secret, profile_id=PROFILE)

    def opened(self, data: bytes) -> bytes:
        """The master key that `data` gives to whoever has the keyring or the recovery key."""
        header = decode(data)
        for secret in (FromKeyring(), self.recovery):
            assert unlock_header(header, secret, self.keyring).master.reveal() == self.master.reveal()
        return self.master.reveal()


def with_checksum(document: dict[str, Any]) -> bytes:
    """The bytes that somebody writes who knows the format but no key."""
    document.pop("checksum", None)
    body = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    document["checksum"] = hashlib.sha256(body).hexdigest()
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize("rotating", [False, True])
def test_a_header_reads_back_as_it_was_written(*, rotating: bool) -> None:
    made = Made(rotating=rotating)
    assert decode(made.data) == made.header
    assert encode(decode(made.data)) == made.data
    made.opened(made.data)


def test_a_header_is_plain_ascii_and_shows_no_key() -> None:
    made = Made()
    made.data.decode("ascii")
    assert made.master.reveal().hex() not in made.data.decode()
    assert made.recovery.text not in made.data.decode()


def test_the_forger_of_this_file_writes_what_the_program_writes() -> None:
    made = Made()
    assert with_checksum(json.loads(made.data)) == made.data


def test_a_newer_format_is_refused_as_such() -> None:
    document = json.loads(Made().data)
    document["format"] = 2
    for data in (with_checksum(document), json.dumps({"format": 99, "unknown": []}).encode()):
        with pytest.raises(NewerFormat):
            decode(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(extra=1),
        lambda d: d["slots"][0].update(extra=1),
        lambda d: d["anchor"].update(extra=1),
        lambda d: d.pop("alias"),
        lambda d: d["slots"][1]["kdf"].update(memory_kib=8),
        lambda d: d["slots"][1]["kdf"].update(passes=1),
        lambda d: d["slots"][1]["kdf"].update(memory_kib=4 * 1024 * 1024),
        lambda d: d["slots"][1]["kdf"].update(passes=11),
        lambda d: d["slots"][1]["kdf"].update(name="pbkdf2"),
        lambda d: d["slots"][1].update(kdf=None),
        lambda d: d["slots"].append(d["slots"][0]),
        lambda d: d.update(slots=[]),
        lambda d: d.update(slots={}),
        lambda d: d.update(generation=True),
        lambda d: d.update(generation=0),
        lambda d: d.update(generation=1.0),
        lambda d: d.update(created_at_ms=2**80),
        lambda d: d.update(profile_id="ab"),
        lambda d: d.update(format=0),
        lambda d: d.update(format="1"),
        lambda d: d["slots"][0].update(kind="open"),
        lambda d: d["slots"][0].update(generation=2),
        lambda d: d["slots"][0].update(keyring_backend=""),
        lambda d: d.update(alias="x" * 1000),
        lambda d: d.update(alias="\x1b[31mred"),
        lambda d: d.update(alias=""),
        lambda d: d.update(created_at_ms=2**62),
        lambda d: d["slots"][0].update(created_at_ms=2**62),
    ],
)
def test_a_forged_header_with_a_right_checksum_is_still_damaged(change: Callable[[dict[str, Any]], None]) -> None:
    document = json.loads(Made().data)
    change(document)
    with pytest.raises(HeaderDamaged):
        decode(with_checksum(document))


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(alias="Mallory"),
        lambda d: d["anchor"].update(sequence=0),
        lambda d: d["slots"].pop(1),
        lambda d: d["slots"].reverse(),
        lambda d: d["kept_key"].update(sealed="11" * 48),
        lambda d: d.update(created_at_ms=1),
        lambda d: d.update(mac="00" * 32),
    ],
)
def test_what_the_format_allows_the_mac_refuses(change: Callable[[dict[str, Any]], None]) -> None:
    made = Made()
    document = json.loads(made.data)
    change(document)
    header = decode(with_checksum(document))
    with pytest.raises(HeaderDamaged):
        verify_mac(header, made.master)
    with pytest.raises(HeaderDamaged):
        unlock_header(header, FromKeyring(), made.keyring)


def test_json_that_is_not_canonical_is_refused_even_when_it_means_the_same() -> None:
    made = Made()
    document = json.loads(made.data)
    twice = made.data.replace(b'{"alias"', b'{"alias":"Mallory","alias"', 1)
    for data in (json.dumps(document).encode(), made.data.rstrip(), made.data + b" ", made.data.upper(), twice):
        with pytest.raises(HeaderDamaged):
            decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 4096,
        b"null",
        b"[]",
        b"{}",
        b"[" * 60_000,
        b'{"a":' * 9_000,
        b"\xff\xfe",
        b"1" * 9_999,
        b"{" * 70_000,
    ],
)
def test_what_is_no_header_at_all_is_damaged(data: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        decode(data)


@pytest.mark.parametrize("rotating", [False, True])
def test_thousands_of_random_changes_give_an_error_of_ours_or_the_right_key(*, rotating: bool, storm: bool) -> None:
    made, other = Made(rotating=rotating), Made(rotating=rotating)
    chance = random.Random(20)
    refused = 0
    for _ in range(20_000 if storm else 3_000):
        data = chance.choice(MUTATIONS)(made.data, other.data, chance)
        try:
            made.opened(data)
        except (HeaderDamaged, NewerFormat, WrongSecret, KeyringUnavailable):
            refused += 1
        else:
            assert data == made.data
    assert refused > 2_000


def flip_bits(data: bytes, _: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 30])):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, _: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] if chance.random() < 0.5 else data[:start] + data[start + chance.randrange(1, 50) :]


def insert(data: bytes, _: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(chance.randrange(1, 20)) + data[start:]


def change_a_value(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Somewhere in the tree, and with a checksum that fits: what only keys can find."""
    document, foreign = json.loads(data), json.loads(other)
    place, source = document, foreign
    while True:
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        value = place[key]
        if isinstance(value, dict | list) and value and chance.random() < 0.9:
            place, source = value, source[key]
            continue
        choices = [
            None,
            True,
            0,
            -1,
            2**70,
            "",
            "00",
            [],
            {},
            1.5,
            source[key],
            "f" * 64,
            "keyring",
            "both",
            "recovery",
        ]
        place[key] = chance.choice(choices)
        return with_checksum(document)


def swap_slots(data: bytes, other: bytes, chance: random.Random) -> bytes:
    document, foreign = json.loads(data), json.loads(other)
    slots = document["slots"]
    first, second = chance.randrange(len(slots)), chance.randrange(len(slots))
    field = chance.choice(list(slots[first]))
    if chance.random() < 0.5:
        slots[first][field], slots[second][field] = slots[second][field], slots[first][field]
    else:
        slots[first][field] = chance.choice(foreign["slots"])[field]
    return with_checksum(document)


MUTATIONS = (flip_bits, cut, insert, change_a_value, change_a_value, swap_slots)
