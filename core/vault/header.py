"""The key header of a profile: what it holds, its one canonical form, its checksum and its MAC.

The checksum finds accidents before any secret is tried, so that damage is never called a wrong passphrase. The MAC,
made with a key derived from the master key, finds changes by someone who can compute checksums.
`core.vault.header_file` keeps it on disk.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from core.errors import HeaderDamaged, NewerFormat
from core.vault.kdf import KdfParameters
from core.vault.keys import KEY_BYTES, NONCE_BYTES, MasterKey, derive
from core.vault.slots import FORMAT, KINDS, Slot, well_formed
from core.vault.unlock_secrets import SlotKind

LARGEST_BYTES = 64 * 1024
LONGEST_ALIAS = 80
_MOST_SLOTS = 16
_LARGEST_NUMBER = 2**63 - 1
_LAST_MOMENT_MS = 253_402_300_799_000  # the end of the year 9999, the last that datetime knows
_MAC_BYTES = 32


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A key under AES-256-GCM."""

    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class AnchorMirror:
    """How far the database's history had come when it was last closed cleanly; see `core.vault.anchor`."""

    sequence: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class Rotation:
    """A change of master key that has begun: either key leads to the other, so that any old or new slot opens both."""

    to_generation: int
    forward: SealedKey  # the next master key, under the present one
    backward: SealedKey  # the present master key, under the next one


@dataclass(frozen=True, slots=True)
class Header:
    """Everything in the key file but the checksum."""

    profile_id: str
    alias: str
    created_at_ms: int
    generation: int
    slots: tuple[Slot, ...]
    kept_key: SealedKey  # outlives rotations: the audit trail's chain hangs on it
    anchor: AnchorMirror
    rotation: Rotation | None = None
    mac: bytes = field(default=b"")

    def slots_of(self, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots of one kind: one, or two while the master key is being rotated."""
        return tuple(slot for slot in self.slots if slot.kind == kind)


def signed(header: Header, master: MasterKey) -> Header:
    """The header with the MAC that the master key of its generation gives it."""
    return replace(header, mac=_mac(header, master))


def verify_mac(header: Header, master: MasterKey) -> None:
    """Raise HeaderDamaged when the header was changed by someone without the master key."""
    if not hmac.compare_digest(_mac(header, master), header.mac):
        raise HeaderDamaged("the header's MAC does not fit")


def encode(header: Header) -> bytes:
    """The one canonical form: sorted keys, no spaces, ASCII."""
    body = _as_json(header)
    body["mac"] = header.mac.hex()
    body["checksum"] = _checksum(body)
    return _canonical(body) + b"\n"


def decode(data: bytes) -> Header:
    """Read a header. Raises HeaderDamaged for anything that `encode` did not write, NewerFormat for a later format."""
    fields = _Fields(_checked_document(data))
    if fields.number("format", least=1) != FORMAT:
        raise HeaderDamaged("unknown format")
    header = Header(
        profile_id=fields.hexadecimal("profile_id", 16).hex(),
        alias=fields.text("alias", LONGEST_ALIAS),
        created_at_ms=fields.number("created_at_ms", most=_LAST_MOMENT_MS),
        generation=fields.number("generation", least=1),
        slots=tuple(_read_slot(item) for item in fields.items("slots", _MOST_SLOTS)),
        kept_key=_read_sealed(fields.mapping("kept_key")),
        anchor=_read_anchor(fields.mapping("anchor")),
        rotation=_read_rotation(fields.optional_mapping("rotation")),
        mac=fields.hexadecimal("mac", _MAC_BYTES),
    )
    fields.nothing_left()
    _check_shape(header)
    if encode(header) != data:
        raise HeaderDamaged("the header is not in its canonical form")
    return header


def _check_shape(header: Header) -> None:
    if not header.alias or not header.alias.isprintable():  # it is shown before any MAC is verified
        raise HeaderDamaged("the alias cannot be shown")
    generations = {header.generation}
    if header.rotation is not None:
        if header.rotation.to_generation != header.generation + 1:
            raise HeaderDamaged("a rotation that skips a generation")
        generations.add(header.rotation.to_generation)
    seen = {(slot.kind, slot.generation) for slot in header.slots}
    if len(seen) != len(header.slots) or len({slot.slot_id for slot in header.slots}) != len(header.slots):
        raise HeaderDamaged("two slots of one kind")
    if {slot.generation for slot in header.slots} != generations:
        raise HeaderDamaged("slots of a generation that the header does not name")
    if not all(well_formed(slot) for slot in header.slots):
        raise HeaderDamaged("a slot with impossible sizes or a forbidden cost")


def _mac(header: Header, master: MasterKey) -> bytes:
    key = derive(master, "header-mac", header.profile_id, header.generation)
    return hmac.digest(key, _canonical(_as_json(header)), "sha256")


def _as_json(header: Header) -> dict[str, object]:
    return {
        "format": FORMAT,
        "profile_id": header.profile_id,
        "alias": header.alias,
        "created_at_ms": header.created_at_ms,
        "generation": header.generation,
        "slots": [_slot_json(slot) for slot in header.slots],
        "kept_key": _sealed_json(header.kept_key),
        "anchor": {"sequence": header.anchor.sequence, "mac": header.anchor.mac.hex()},
        "rotation": header.rotation
        and {
            "to_generation": header.rotation.to_generation,
            "forward": _sealed_json(header.rotation.forward),
            "backward": _sealed_json(header.rotation.backward),
        },
    }


def _slot_json(slot: Slot) -> dict[str, object]:
    return {
        "slot_id": slot.slot_id,
        "kind": slot.kind,
        "generation": slot.generation,
        "created_at_ms": slot.created_at_ms,
        "salt": slot.salt.hex(),
        "kdf": slot.kdf
        and {
            "name": "argon2id",
            "memory_kib": slot.kdf.memory_kib,
            "passes": slot.kdf.passes,
            "lanes": slot.kdf.lanes,
        },
        "keyring_backend": slot.keyring_backend,
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
        "commitment": slot.commitment.hex(),
    }


def _sealed_json(key: SealedKey) -> dict[str, object]:
    return {"nonce": key.nonce.hex(), "sealed": key.sealed.hex()}


def _read_slot(value: object) -> Slot:
    fields = _Fields(_object(value))
    kind = fields.text("kind", 20)
    if kind not in KINDS:
        raise HeaderDamaged("a slot of an unknown kind")
    slot = Slot(
        slot_id=fields.hexadecimal("slot_id", 16).hex(),
        kind=kind,
        generation=fields.number("generation", least=1),
        created_at_ms=fields.number("created_at_ms", most=_LAST_MOMENT_MS),
        salt=fields.hexadecimal("salt"),
        kdf=_read_kdf(fields.optional_mapping("kdf")),
        keyring_backend=fields.text("keyring_backend", 200),
        nonce=fields.hexadecimal("nonce"),
        wrapped=fields.hexadecimal("wrapped"),
        commitment=fields.hexadecimal("commitment"),
    )
    fields.nothing_left()
    return slot


def _read_kdf(value: Mapping[str, object] | None) -> KdfParameters | None:
    if value is None:
        return None
    fields = _Fields(value)
    if fields.text("name", 20) != "argon2id":
        raise HeaderDamaged("an unknown key derivation")
    parameters = KdfParameters(
        memory_kib=fields.number("memory_kib"), passes=fields.number("passes"), lanes=fields.number("lanes")
    )
    fields.nothing_left()
    return parameters


def _read_sealed(value: Mapping[str, object]) -> SealedKey:
    fields = _Fields(value)
    key = SealedKey(nonce=fields.hexadecimal("nonce", NONCE_BYTES), sealed=fields.hexadecimal("sealed", KEY_BYTES + 16))
    fields.nothing_left()
    return key


def _read_anchor(value: Mapping[str, object]) -> AnchorMirror:
    fields = _Fields(value)
    mirror = AnchorMirror(sequence=fields.number("sequence"), mac=fields.hexadecimal("mac", _MAC_BYTES))
    fields.nothing_left()
    return mirror


def _read_rotation(value: Mapping[str, object] | None) -> Rotation | None:
    if value is None:
        return None
    fields = _Fields(value)
    rotation = Rotation(
        to_generation=fields.number("to_generation", least=2),
        forward=_read_sealed(fields.mapping("forward")),
        backward=_read_sealed(fields.mapping("backward")),
    )
    fields.nothing_left()
    return rotation


def _checked_document(data: bytes) -> Mapping[str, object]:
    """The JSON object without its checksum, which fits."""
    if len(data) > LARGEST_BYTES:
        raise HeaderDamaged("the header is too large")
    try:
        document = dict(_object(json.loads(data)))
        stated = document.get("format")
        if type(stated) is int and stated > FORMAT:
            raise NewerFormat(f"header format {min(stated, _LARGEST_NUMBER)}")
        if document.pop("checksum", None) != _checksum(document):
            raise HeaderDamaged("the header's checksum does not fit")
    except (ValueError, RecursionError) as trouble:
        raise HeaderDamaged(f"the header is no JSON: {type(trouble).__name__}") from None
    return document


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise HeaderDamaged("a part of the header is no object")
    return cast(Mapping[str, object], value)


def _canonical(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode("ascii")


def _checksum(document: Mapping[str, object]) -> str:
    return hashlib.sha256(_canonical(document)).hexdigest()


class _Fields:
    """Takes typed fields out of a JSON object; whatever is left over, missing or of another type is damage."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._left: dict[str, Any] = dict(values)

    def text(self, name: str, longest: int) -> str:
        value = self._take(name)
        if not isinstance(value, str) or len(value) > longest:
            raise HeaderDamaged(f"{name} is no text of at most {longest} characters")
        return value

    def number(self, name: str, *, least: int = 0, most: int = _LARGEST_NUMBER) -> int:
        value = self._take(name)
        if type(value) is not int or not least <= value <= most:
            raise HeaderDamaged(f"{name} is no number in range")
        return value

    def hexadecimal(self, name: str, size_bytes: int | None = None) -> bytes:
        text = self.text(name, 256)
        try:
            value = bytes.fromhex(text)
        except ValueError:
            raise HeaderDamaged(f"{name} is not hexadecimal") from None
        if size_bytes is not None and len(value) != size_bytes:
            raise HeaderDamaged(f"{name} has {len(value)} bytes")
        return value

    def items(self, name: str, most: int) -> list[object]:
        value = self._take(name)
        if not isinstance(value, list) or not 1 <= len(value) <= most:
            raise HeaderDamaged(f"{name} is no list of 1 to {most}")
        return value

    def mapping(self, name: str) -> Mapping[str, object]:
        return _object(self._take(name))

    def optional_mapping(self, name: str) -> Mapping[str, object] | None:
        value = self._take(name)
        return None if value is None else _object(value)

    def nothing_left(self) -> None:
        if self._left:
            raise HeaderDamaged(f"unknown fields: {sorted(self._left)[:3]}")

    def _take(self, name: str) -> object:
        if name not in self._left:
            raise HeaderDamaged(f"{name} is missing")
        return self._left.pop(name)
