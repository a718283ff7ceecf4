"""Every path that Hearth touches. Nothing else in the program joins a folder of its own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HearthPaths:
    """The folders of one installation. Made with `of_this_user`, or by hand in tests."""

    data: Path
    state: Path
    cache: Path

    @classmethod
    def of_this_user(cls) -> HearthPaths:
        """The folders that this system wants, or `HEARTH_HOME` with three folders below it."""
        home = os.environ.get("HEARTH_HOME")
        if home:
            return cls.below(Path(home))
        import platformdirs

        dirs = platformdirs.PlatformDirs("hearth", appauthor=False)
        return cls(data=dirs.user_data_path, state=dirs.user_state_path, cache=dirs.user_cache_path)

    @classmethod
    def below(cls, home: Path) -> HearthPaths:
        """All three folders below `home`."""
        return cls(data=home / "data", state=home / "state", cache=home / "cache")

    @property
    def profiles(self) -> Path:
        """One folder a profile, named by its id."""
        return self.data / "profiles"

    def profile(self, profile_id: str) -> ProfilePaths:
        """The files of one profile."""
        return ProfilePaths(self.profiles / profile_id)

    @property
    def models(self) -> Path:
        """Downloaded files of models (speech, voice, embedding), one folder a model."""
        return self.data / "models"

    @property
    def ollama(self) -> Path:
        """Hearth's own Ollama: the program and its models."""
        return self.data / "ollama"

    @property
    def early_settings(self) -> Path:
        """Settings that must be known before unlocking; holds nothing that reveals."""
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        """The redacted log."""
        return self.state / "hearth.log"

    @property
    def instance_socket(self) -> Path:
        """Where a second start finds the first."""
        return self.state / "instance"


@dataclass(frozen=True, slots=True)
class ProfilePaths:
    """The files of one profile, all below `folder`."""

    folder: Path

    @property
    def profile_id(self) -> str:
        """The folder's name is the profile's id."""
        return self.folder.name

    @property
    def header(self) -> Path:
        """Wrapped keys; see `core.vault.header`."""
        return self.folder / "hearth.keys"

    @property
    def database(self) -> Path:
        """The SQLCipher database."""
        return self.folder / "hearth.db"

    @property
    def blobs(self) -> Path:
        """Encrypted attachments."""
        return self.folder / "blobs"

    @property
    def ballast(self) -> Path:
        """A file that is dropped when the disk is full, so that even a delete has room to succeed."""
        return self.folder / "ballast"

    @property
    def in_use(self) -> Path:
        """Lock file held by the process that has the profile open."""
        return self.folder / "in-use"

    @property
    def backups(self) -> Path:
        """Automatic encrypted backups."""
        return self.folder / "backups"
