"""The core's half of starting: decides what the first page is, and opens the profile if nobody needs to be asked.

Runs on the core's thread while Qt starts on its own; imports nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import HearthError

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.chat.answering import ServersFrom
    from core.library.sources import Sources
    from core.paths import HearthPaths
    from core.settings.settings_store import EarlySettingsFile
    from core.vault.profiles import Profiles
    from core.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class OpenProfile:
    """An assistant at work, and what ends it."""

    assistant: Assistant
    ending: AsyncExitStack

    async def close(self) -> None:
        """Close the vault and everything above it."""
        await self.ending.aclose()


@dataclass(frozen=True, slots=True)
class AskOwner:
    """The unlock pages are needed. `error` is what came of the keyring, if it was tried."""

    profile_id: str = ""
    error: HearthError | None = None


async def first_step(
    make_profiles: Callable[[], Profiles],
    *,
    paths: HearthPaths,
    early: EarlySettingsFile,
    servers: ServersFrom | None = None,
    sources: Sources | None = None,
) -> OpenProfile | AskOwner:
    """Open the last profile through the keyring, where the owner wants that and it can be done; else ask."""
    from core.vault.unlock_secrets import FromKeyring

    general = early.values.general
    profiles = make_profiles()
    known = profiles.list()
    last = next((one for one in known if one.profile_id == general.last_profile), known[0] if known else None)
    if last is None or not general.unlock_at_start or "keyring" not in last.slot_kinds:
        return AskOwner(last.profile_id if last is not None else "")
    try:
        vault = await profiles.open(last.profile_id, FromKeyring())
    except HearthError as error:
        return AskOwner(last.profile_id, error)
    return await open_assistant(vault, paths=paths, early=early, servers=servers, sources=sources)


async def open_assistant(
    vault: Vault,
    *,
    paths: HearthPaths,
    early: EarlySettingsFile,
    servers: ServersFrom | None = None,
    sources: Sources | None = None,
) -> OpenProfile:
    """Put an assistant on `vault`; if that fails, the vault is closed."""
    from core.assistant import Assistant

    ending = AsyncExitStack()
    opening = Assistant.open(vault, paths=paths, early=early, servers=servers, sources=sources, warm_up=True)
    assistant = await ending.enter_async_context(opening)
    if early.values.general.last_profile != vault.profile_id:
        early.change("general.last_profile", vault.profile_id)
    return OpenProfile(assistant, ending)
