"""Stand-ins for the system keyring: they keep secrets in memory or in a file, and fail in every way a real one does."""

from __future__ import annotations

import json
import threading
from pathlib import Path


class KeyringLocked(Exception):
    """Named as the real one is."""


class FakeKeyring:
    """Keeps secrets in memory. Set `trouble` to make every call raise it; clear `answers` to make every call hang."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.trouble: Exception | None = None
        self.answers = threading.Event()
        self.answers.set()
        self.calls: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        self._meet("get")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._meet("set")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._meet("delete")
        del self.entries[service, username]

    def _meet(self, call: str) -> None:
        self.calls.append(call)
        self.answers.wait()
        if self.trouble is not None:
            raise self.trouble


class OtherKeyring(FakeKeyring):
    """Another product: what one holds the other does not."""


class FileKeyring:
    """Keeps secrets in one file per entry, replaced at once: survives the kill of the process that uses it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def get_password(self, service: str, username: str) -> str | None:
        try:
            return str(json.loads(self._path(service, username).read_text()))
        except FileNotFoundError:
            return None

    def set_password(self, service: str, username: str, password: str) -> None:
        path = self._path(service, username)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(password))
        fresh.replace(path)

    def delete_password(self, service: str, username: str) -> None:
        self._path(service, username).unlink()

    def _path(self, service: str, username: str) -> Path:
        return self._folder / f"{service}-{username.replace('/', '-')}.json"
