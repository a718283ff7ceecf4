"""A real profile with a real assistant on it, made in a folder of the test and answered by a stand-in server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.assistant import Assistant
from core.clock import Clock
from core.paths import HearthPaths
from core.settings.sections import ModelServerSettings
from core.settings.settings_store import EarlySettingsFile
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.unlock_secrets import FromKeyring
from core.vault.vault import Vault
from models.language.language_model import ModelServer
from models.language.ollama_model import OllamaServer
from tests.peers.fake_keyring import FileKeyring

if TYPE_CHECKING:
    from core.voice.sound_devices import Sounding


class ProfileAtHand:
    """One installation below `home`: its keyring is a file, its passphrases are as cheap as the floor allows."""

    def __init__(self, home: Path, address: str = "http://127.0.0.1:9", *, clock: Clock | None = None) -> None:
        self.home = home
        self.address = address
        self.clock = clock
        self.paths = HearthPaths.below(home)
        keyring = OsKeyring(backend=FileKeyring(home / "keyring"))
        self.profiles = Profiles(self.paths, keyring=keyring, clock=clock, kdf=FLOOR)

    @property
    def early(self) -> EarlySettingsFile:
        """The early settings as they lie on disk now."""
        return EarlySettingsFile(self.paths.early_settings)

    def servers(self, settings: ModelServerSettings) -> Mapping[str, ModelServer]:
        """Only the stand-in."""
        address = settings.ollama_address or self.address
        return {"ollama": OllamaServer(address, allow_remote=settings.allow_remote_models, stall_timeout_s=20.0)}

    async def vault(self, *, passphrase: str | None = None) -> Vault:
        """The only profile, made when there is none, opened with the keyring."""
        known = self.profiles.list()
        if known:
            return await self.profiles.open(known[0].profile_id, FromKeyring())
        vault, _ = await self.profiles.create("Personal", passphrase=passphrase, use_keyring=True)
        return vault

    @asynccontextmanager
    async def assistant(self, *, sound: Sounding | None = None) -> AsyncIterator[Assistant]:
        """An assistant on that profile; closed at the end. `sound`: microphone and loudspeaker of a test."""
        vault = await self.vault()
        async with Assistant.open(
            vault,
            paths=self.paths,
            early=self.early,
            servers=self.servers,
            clock=self.clock,
            housekeeping_after_s=0,
            sound=sound,
        ) as assistant:
            yield assistant
