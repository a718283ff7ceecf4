"""Changes the master key, so that whoever learnt the old one can read nothing that is written from then on.

In four steps, each durable before the next: a header with two generations of slots; the keys of attachments wrapped
anew and the database rekeyed; the database verified; a header with the new generation alone. Killed in between, the
next open finds the header of two generations and puts everything back to the old one, whatever step was reached: only
a rotation that came to its end has happened. Either master key leads to the other meanwhile, so every secret opens.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.errors import DatabaseDamaged, HearthError, WrongSecret
from core.paths import ProfilePaths
from core.vault.anchor import Anchor
from core.vault.blobs import rewrap_keys
from core.vault.database import Connection, DatabaseKeyUnfit, open_connection, own_errors
from core.vault.header import AnchorMirror, Header
from core.vault.keys import MasterKey, derive
from core.vault.recovery_key import RecoveryKey
from core.vault.slots import Slot, SlotSecret, uses_passphrase
from core.vault.unlocking import link
from core.vault.vault_keys import VaultKeys, sealed_kept_key


@dataclass(frozen=True, slots=True)
class _Generation:
    """What a rotation changes, derived from one master key."""

    database: bytes = field(repr=False)
    blob: bytes = field(repr=False)
    anchor: bytes = field(repr=False)

    @classmethod
    def of(cls, master: MasterKey, profile_id: str, generation: int) -> _Generation:
        return cls(
            database=derive(master, "database", profile_id, generation),
            blob=derive(master, "blob", profile_id, generation),
            anchor=derive(master, "anchor-mac", profile_id, generation),
        )


def check_passphrase(keys: VaultKeys, passphrase: str | None) -> None:
    """Raise WrongSecret unless `passphrase` opens every slot that needs one: they are all made anew with it. Blocks."""
    for slot in keys.header.slots:
        if uses_passphrase(slot.kind):
            if passphrase is None:
                raise WrongSecret("the passphrase is needed to wrap the new master key")
            keys.check_passphrase(slot, passphrase)


def rotate(paths: ProfilePaths, keys: VaultKeys, *, passphrase: str | None, recovery_key: RecoveryKey) -> None:
    """Give the profile, whose database nobody has open, a new master key and new slots of the same kinds. Blocks.

    When a step fails, what was done is undone and the error raised; `keys` are the old ones then.
    """
    header, present, following = keys.header, keys.master, MasterKey.random()
    slots = _new_slots(keys, following, SlotSecret(passphrase=passphrase or "", recovery=recovery_key.secret()))
    try:
        _begin(keys, following, slots)
        try:
            mirror = _move(
                paths,
                source=_Generation.of(present, header.profile_id, header.generation),
                target=_Generation.of(following, header.profile_id, header.generation + 1),
                mirror=keys.header.anchor,
            )
        except HearthError:
            with suppress(HearthError):  # the next open tries again
                undo_rotation(paths, keys, following)
            raise
    except BaseException:
        if keys.header.rotation is None:
            keys.slot_maker.forget(slots)
        raise
    _finish(keys, header, following, slots=slots, mirror=mirror)
    keys.slot_maker.forget(header.slots)
    present.drop()


def undo_rotation(paths: ProfilePaths, keys: VaultKeys, following: MasterKey, *, accept_rollback: bool = False) -> None:
    """Put a profile whose header has two generations back to the older one. May itself be killed and run again."""
    header = keys.header
    mirror = _move(
        paths,
        source=_Generation.of(following, header.profile_id, header.generation + 1),
        target=_Generation.of(keys.master, header.profile_id, header.generation),
        mirror=None if accept_rollback else header.anchor,
    )
    kept = tuple(slot for slot in header.slots if slot.generation == header.generation)
    keys.replace_header(replace(header, slots=kept, rotation=None, anchor=mirror))
    keys.slot_maker.forget(slot for slot in header.slots if slot not in kept)


def _new_slots(keys: VaultKeys, following: MasterKey, secret: SlotSecret) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    try:
        for slot in keys.header.slots:
            fresh = keys.slot_maker.make(slot.kind, secret, master=following, generation=keys.header.generation + 1)
            slots.append(fresh)
    except BaseException:
        keys.slot_maker.forget(slots)
        raise
    return tuple(slots)


def _begin(keys: VaultKeys, following: MasterKey, slots: tuple[Slot, ...]) -> None:
    """The mirror keeps the sequence but not the digest of pages, which are about to change."""
    header = keys.header
    rotation = link(keys.master, following, profile_id=header.profile_id, generation=header.generation)
    mirror = Anchor(keys.key("anchor-mac")).mirror(header.anchor.sequence)
    keys.replace_header(replace(header, slots=(*header.slots, *slots), rotation=rotation, anchor=mirror))


def _finish(
    keys: VaultKeys, header: Header, following: MasterKey, *, slots: tuple[Slot, ...], mirror: AnchorMirror
) -> None:
    generation = header.generation + 1
    kept_key = sealed_kept_key(keys.kept_key(), following, profile_id=header.profile_id, generation=generation)
    fresh = replace(
        header, generation=generation, slots=slots, kept_key=kept_key, anchor=mirror, rotation=None, mac=b""
    )
    keys.replace_header(fresh, master=following)


def _move(
    paths: ProfilePaths, *, source: _Generation, target: _Generation, mirror: AnchorMirror | None
) -> AnchorMirror:
    """Bring database and attachment keys from `source` to `target`, wherever between the two they are."""
    connection, is_rekeyed = _open_with_either(paths.database, source, target)
    anchor = Anchor(target.anchor, older_key=source.anchor)
    try:
        with own_errors():
            if mirror is not None:
                anchor.check(connection, mirror, paths.database)
            connection.execute("BEGIN IMMEDIATE")
            rewrap_keys(connection, old_key=source.blob, new_key=target.blob)
            sequence = anchor.bump(connection)
            connection.execute("COMMIT")
            if not is_rekeyed:
                connection.execute(f"PRAGMA rekey=\"x'{target.database.hex()}'\"")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    _verify(paths.database, target)
    return anchor.mirror(sequence, paths.database)


def _open_with_either(database: Path, source: _Generation, target: _Generation) -> tuple[Connection, bool]:
    try:
        return open_connection(database, source.database), False
    except DatabaseKeyUnfit:
        return open_connection(database, target.database), True


def _verify(database: Path, generation: _Generation) -> None:
    """Every page has its HMAC under the new key; only then may the old key go."""
    connection = open_connection(database, generation.database)
    try:
        Anchor(generation.anchor).read(connection)
        with own_errors():
            findings = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()
    if findings:
        raise DatabaseDamaged(f"after the change of keys: {findings[0][0]}")
