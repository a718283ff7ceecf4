"""The files of a new profile: an empty database, and a header that wraps its master key for each chosen secret."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from core.clock import Clock
from core.paths import ProfilePaths
from core.vault import migrations
from core.vault.anchor import Anchor
from core.vault.database import open_connection, own_errors
from core.vault.header import AnchorMirror, Header, signed
from core.vault.header_file import HeaderFile
from core.vault.keys import KEY_BYTES, MasterKey, derive
from core.vault.recovery_key import RecoveryKey
from core.vault.slot_maker import SlotMaker
from core.vault.slots import SlotSecret
from core.vault.unlock_secrets import SlotKind
from core.vault.vault_keys import sealed_kept_key

_FIRST_GENERATION = 1


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What the new profile is called, and what shall open it besides its recovery key."""

    profile_id: str
    alias: str
    kinds: tuple[SlotKind, ...]
    recovery_key: RecoveryKey
    passphrase: str = field(default="", repr=False)


def make_profile(
    paths: ProfilePaths, new: NewProfile, *, slot_maker: SlotMaker, clock: Clock
) -> tuple[Header, MasterKey]:
    """Make folder, database and header below `paths`, whose folder may still have another name than the id.

    On failure the keyring is left as it was; the folder is the caller's to remove.
    """
    master = MasterKey.random()
    paths.folder.mkdir(mode=0o700)
    paths.blobs.mkdir(mode=0o700)
    mirror = _make_database(paths, master, new.profile_id)
    slots = []
    try:
        for kind in (*new.kinds, "recovery"):
            secret = SlotSecret(passphrase=new.passphrase, recovery=new.recovery_key.secret())
            slots.append(slot_maker.make(kind, secret, master=master, generation=_FIRST_GENERATION))
        header = Header(
            profile_id=new.profile_id,
            alias=new.alias,
            created_at_ms=int(clock.now().timestamp() * 1000),
            generation=_FIRST_GENERATION,
            slots=tuple(slots),
            kept_key=sealed_kept_key(
                secrets.token_bytes(KEY_BYTES), master, profile_id=new.profile_id, generation=_FIRST_GENERATION
            ),
            anchor=mirror,
        )
        header = signed(header, master)
        HeaderFile(paths).write(header)
    except BaseException:
        slot_maker.forget(slots)
        raise
    return header, master


def _make_database(paths: ProfilePaths, master: MasterKey, profile_id: str) -> AnchorMirror:
    anchor = Anchor(derive(master, "anchor-mac", profile_id, _FIRST_GENERATION))
    key = derive(master, "database", profile_id, _FIRST_GENERATION)
    connection = open_connection(paths.database, key, create=True)
    try:
        migrations.apply(connection, anchor=anchor)
        with own_errors():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        sequence = anchor.read(connection)
    finally:
        connection.close()
    return anchor.mirror(sequence, paths.database)
