"""`hearth vault`: list and create profiles, back up, restore and verify from the terminal."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from core.errors import WrongSecret
from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile
from core.vault.profiles import ProfileInfo, Profiles
from core.vault.recovery_key import RecoveryKey
from core.vault.unlock_secrets import Passphrase
from core.vault.vault import Vault
from core.vault.vault_keys import refuse_short
from desktop.cli.session import ask_secretly, choose_profile, open_assistant
from desktop.cli.transfer import FileRefused


class PassphrasesDiffer(WrongSecret):
    """Typed twice, not the same."""

    sentence = "The two passphrases are not the same."
    next_step = "Run the command again and type the same passphrase twice."


async def care(options: argparse.Namespace, paths: HearthPaths) -> int:
    """Run one act on the vault."""
    match options.act:
        case "list":
            return _list(paths)
        case "create":
            await (await new_profile(options.profile or options.file or "Personal", paths)).close()
            return 0
        case "backup":
            return await _back_up(options, paths)
        case "restore":
            return await _restore(options, paths)
        case _:
            return await _verify(options, paths)


async def new_profile(alias: str, paths: HearthPaths) -> Vault:
    """A new profile with a passphrase, open; prints the recovery key once."""
    passphrase = ask_secretly(f"New passphrase for “{alias}”: ")
    refuse_short(passphrase)
    if ask_secretly("The same once more: ") != passphrase:
        raise PassphrasesDiffer
    vault, recovery_key = await Profiles(paths).create(alias, passphrase=passphrase, use_keyring=False)
    early = EarlySettingsFile(paths.early_settings)
    if not early.values.general.last_profile:
        early.change("general.last_profile", vault.profile_id)
    print(f"Profile “{alias}” is ready. Its recovery key, shown only now:\n\n    {recovery_key.text}\n")
    print("Write it down and keep it away from this computer. Whoever has it can read everything in this profile.")
    return vault


def _list(paths: HearthPaths) -> int:
    for profile in Profiles(paths).list():
        print(f"{profile.alias}\t{', '.join(sorted(profile.slot_kinds))}\t{profile.created_at:%Y-%m-%d}")
    return 0


async def _back_up(options: argparse.Namespace, paths: HearthPaths) -> int:
    async with open_assistant(options, paths) as assistant:
        name = options.file or f"hearth-{datetime.now().astimezone():%Y-%m-%d-%H%M}.hearth-backup"
        report = await assistant.back_up(Path(name))
    print(f"Backed up and verified: {name} ({report.size_bytes / 1e6:,.1f} MB). It is encrypted.")
    return 0


async def _restore(options: argparse.Namespace, paths: HearthPaths) -> int:
    if options.file is None or not Path(options.file).exists():
        raise FileRefused(name=options.file or "", reason="name the backup to restore.")
    secret = ask_secretly("Passphrase or recovery key of the backup: ")
    recovery_key = RecoveryKey(secret)
    try:
        recovery_key.secret()
    except WrongSecret:
        unlock: RecoveryKey | Passphrase = Passphrase(secret)
    else:
        unlock = recovery_key
    profile: ProfileInfo = await Profiles(paths).restore(Path(options.file), unlock, alias=options.profile)
    print(f"Restored and verified as profile “{profile.alias}”.")
    return 0


async def _verify(options: argparse.Namespace, paths: HearthPaths) -> int:
    profile = choose_profile(Profiles(paths), EarlySettingsFile(paths.early_settings), options.profile)
    async with open_assistant(options, paths) as assistant:
        findings = await assistant.verify()
    for finding in findings:
        print(f"{'ok' if finding.ok else 'DAMAGED'}\t{finding.what}", file=sys.stdout if finding.ok else sys.stderr)
    print(f"Profile “{profile.alias}”: {'everything is whole' if all(f.ok for f in findings) else 'damage was found'}.")
    return 0 if all(finding.ok for finding in findings) else 1
