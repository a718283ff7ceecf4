"""From words on the command line to an open `Assistant`: which profile, and with what it is unlocked."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.assistant import Assistant
from core.errors import KeyringUnavailable, ProfileMissing, WrongSecret
from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile
from core.vault.profiles import ProfileInfo, Profiles
from core.vault.recovery_key import RecoveryKey
from core.vault.unlock_secrets import FromKeyring, KeyringAndPassphrase, Passphrase, UnlockWith
from core.vault.vault import Vault

PASSPHRASE_FD = "HEARTH_PASSPHRASE_FD"
_TRIES = 3


@asynccontextmanager
async def open_assistant(
    options: argparse.Namespace, paths: HearthPaths, *, vault: Vault | None = None, warm_up: bool = False
) -> AsyncIterator[Assistant]:
    """The assistant of the chosen profile, or one that keeps nothing when `--private` is given.

    `vault` is a profile that is open already.
    """
    early = EarlySettingsFile(paths.early_settings)
    if getattr(options, "private", False):
        async with Assistant.open(None, paths=paths, early=early, warm_up=warm_up) as assistant:
            yield assistant
        return
    if vault is None:
        profiles = Profiles(paths)
        vault = await unlock(profiles, choose_profile(profiles, early, options.profile))
    async with Assistant.open(vault, paths=paths, early=early, housekeeping_after_s=0, warm_up=warm_up) as assistant:
        yield assistant


def choose_profile(profiles: Profiles, early: EarlySettingsFile, wanted: str | None) -> ProfileInfo:
    """The profile named `wanted`, else the last one used, else the only one. Raises `ProfileMissing`."""
    known = profiles.list()
    if wanted is not None:
        for profile in known:
            if wanted in (profile.alias, profile.profile_id):
                return profile
        raise ProfileMissing(alias=wanted)
    for profile in known:
        if profile.profile_id == early.values.general.last_profile:
            return profile
    if len(known) == 1:
        return known[0]
    if not known:
        raise NoProfileYet
    raise WhichProfile(names=", ".join(f"“{profile.alias}”" for profile in known))


class NoProfileYet(ProfileMissing):
    """There is no profile at all."""

    sentence = "There is no profile on this computer yet."
    next_step = (
        "Make one with “hearth vault create” or by opening the window, or ask with --private, which keeps nothing."
    )


class WhichProfile(ProfileMissing):
    """There are several and none is marked as the last one."""

    sentence = "There are several profiles: {names}."
    next_step = "Say which one with --profile NAME."


async def unlock(profiles: Profiles, profile: ProfileInfo) -> Vault:
    """Open `profile`: with the keyring where it has such a key, else with what the person types."""
    if "keyring" in profile.slot_kinds and PASSPHRASE_FD not in os.environ:
        try:
            return await profiles.open(profile.profile_id, FromKeyring())
        except (KeyringUnavailable, WrongSecret) as error:
            print(error.owner_sentence, file=sys.stderr)
    if PASSPHRASE_FD in os.environ:
        return await profiles.open(profile.profile_id, _typed(profile, _from_descriptor()))
    for left in reversed(range(_TRIES)):
        secret = ask_secretly(f"Passphrase or recovery key of “{profile.alias}”: ")
        try:
            return await profiles.open(profile.profile_id, _typed(profile, secret))
        except WrongSecret as error:
            if not left:
                raise
            print(error.owner_sentence, file=sys.stderr)
    raise WrongSecret


def ask_secretly(prompt: str) -> str:
    """What the person types, unseen. Raises `NobodyToAsk` where nobody can type without being seen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (EOFError, OSError, getpass.GetPassWarning):
            raise NobodyToAsk from None


class NobodyToAsk(WrongSecret):
    """A secret is needed, but there is no terminal to type it on."""

    sentence = "This profile needs its passphrase, and there is no terminal to type it on."
    next_step = (
        "Run this in a terminal, or hand the passphrase over on a file descriptor named in HEARTH_PASSPHRASE_FD."
    )


def _typed(profile: ProfileInfo, secret: str) -> UnlockWith:
    """What was typed is a recovery key if it has the form of one; else the passphrase."""
    recovery_key = RecoveryKey(secret)
    try:
        recovery_key.secret()
    except WrongSecret:
        pass
    else:
        return recovery_key
    return KeyringAndPassphrase(secret) if "both" in profile.slot_kinds else Passphrase(secret)


def _from_descriptor() -> str:
    descriptor = int(os.environ.pop(PASSPHRASE_FD))
    with os.fdopen(descriptor, encoding="utf-8") as file:
        return file.read().removesuffix("\n")
