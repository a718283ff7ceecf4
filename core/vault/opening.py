"""From keys to an open vault: the database opened, its history checked, its schema brought up to date."""

from __future__ import annotations

from core.clock import Clock
from core.errors import DatabaseDamaged, HistoryDamaged, NotEnoughSpace
from core.paths import ProfilePaths
from core.vault import migrations
from core.vault.anchor import Anchor
from core.vault.ballast import Ballast
from core.vault.database import Connection, open_connection
from core.vault.integrity import quick_check
from core.vault.profile_lock import ProfileLock
from core.vault.vault import Vault, backup_source
from core.vault.vault_keys import VaultKeys


def open_vault(
    paths: ProfilePaths, keys: VaultKeys, *, lock: ProfileLock, clock: Clock, accept_rollback: bool = False
) -> Vault:
    """Open the database with keys that the header's MAC has proved right, so that any failure of its pages is damage.

    Raises DatabaseDamaged, HistoryDamaged, NewerFormat, NotEnoughSpace, ProfileFilesUnreadable.
    """
    connection = _open_database(paths, keys)
    try:
        anchor = Anchor(keys.key("anchor-mac"))
        was_unclean = _check_history(connection, paths, keys, anchor=anchor, accept_rollback=accept_rollback)
        migrations.apply(connection, anchor=anchor, back_up=lambda: _back_up(paths, keys, clock=clock))
        Ballast(paths.ballast).fill()
        return Vault(paths, keys, connection, lock=lock, clock=clock, was_unclean=was_unclean)
    except BaseException:
        connection.close()
        raise


def _open_database(paths: ProfilePaths, keys: VaultKeys) -> Connection:
    """On a full disk with the room of the ballast, so that the owner can read, and delete."""
    try:
        return open_connection(paths.database, keys.key("database"))
    except NotEnoughSpace:
        Ballast(paths.ballast).drop()
        return open_connection(paths.database, keys.key("database"))


def _back_up(paths: ProfilePaths, keys: VaultKeys, *, clock: Clock) -> None:
    """Before the schema is changed; the profile is not changed unless this works."""
    from core.vault.backup import write_backup
    from core.vault.backup_rotation import automatic_name, prune

    paths.backups.mkdir(mode=0o700, exist_ok=True)
    target = paths.backups / automatic_name("migration", clock.now())
    write_backup(target, backup_source(paths, keys), clock=clock)
    prune(paths.backups)


def _check_history(
    connection: Connection, paths: ProfilePaths, keys: VaultKeys, *, anchor: Anchor, accept_rollback: bool
) -> bool:
    """Whether the last close was unclean; then the database has passed its check."""
    mirror = keys.header.anchor
    try:
        sequence = anchor.check(connection, mirror, paths.database)
    except HistoryDamaged:
        if not accept_rollback:
            raise
        sequence = anchor.read(connection)  # raises again when the anchor is no anchor of ours
        _refuse_damage(connection)
        keys.mirror(anchor.mirror(sequence))
        return True
    if sequence == mirror.sequence:
        return False
    _refuse_damage(connection)
    return True


def _refuse_damage(connection: Connection) -> None:
    findings = quick_check(connection)
    if findings:
        raise DatabaseDamaged("; ".join(findings))
