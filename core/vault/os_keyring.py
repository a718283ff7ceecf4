"""The operating system's keyring: only the ones that encrypt, within a time limit, and never a silent substitute.

Everything that can go wrong with it (absent, locked, changed, plaintext, hung behind a prompt) becomes
KeyringUnavailable with a reason that the owner can read; the way in is then the passphrase or the recovery key.
"""

from __future__ import annotations

import base64
import binascii
import importlib
import queue
import secrets
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from core.errors import KeyringUnavailable
from core.vault.secret_service import BACKEND_NAME as SECRET_SERVICE
from core.vault.secret_service import SecretServiceReader
from core.vault.slots import KEYRING_SECRET_BYTES
from core.wording import worded

T = TypeVar("T")

SERVICE = "hearth"

# Module and class of the backends that keep secrets encrypted. Everything else counts as no keyring at all.
TRUSTED_BACKENDS = frozenset(
    {
        SECRET_SERVICE,
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
_CHAINER = "keyring.backends.chainer.ChainerBackend"


class KeyringReader(Protocol):
    """Looks entries up."""

    def get_password(self, service: str, username: str) -> str | None:
        """The stored text, or None."""


class KeyringBackend(KeyringReader, Protocol):
    """The three calls of a `keyring` backend that are used."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store or replace the text."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove the text."""


class OsKeyring:
    """Keeps one random secret for each keyring slot. Every call blocks for up to `timeout_s`; never call it on a loop.

    `backend` is for programs that bring their own keyring; whoever passes one vouches for it. Without it the system's
    own is found on first use.
    """

    def __init__(self, backend: KeyringBackend | None = None, *, timeout_s: float = 30.0) -> None:
        self._given = backend
        self._timeout_s = timeout_s
        self._chosen: KeyringBackend | None = backend

    def probe(self) -> str:
        """Prove with a random round trip that secrets can be kept; returns the backend's name for the header."""
        name = self.backend_name()
        entry, value = f"probe-{secrets.token_hex(8)}", secrets.token_bytes(KEYRING_SECRET_BYTES)
        self.store(entry, value)
        try:
            if self.fetch(entry, backend_name=name) != value:
                raise _unavailable(worded("it does not give back what it was given."))
        finally:
            self.remove(entry)
        return name

    def backend_name(self) -> str:
        """Module and class of the keyring in use, as the header records it."""
        return _name_of(self._limited(self._backend))

    def store(self, entry: str, secret: bytes) -> None:
        """Keep `secret` under `entry`."""
        text = base64.b64encode(secret).decode("ascii")
        self._limited(lambda: self._backend().set_password(SERVICE, entry, text))

    def fetch(self, entry: str, *, backend_name: str) -> bytes:
        """The secret under `entry`, from the keyring that the header names; a missing one is trouble, not made anew."""
        text = self._limited(lambda: self._recorded(backend_name).get_password(SERVICE, entry))
        if text is None:
            raise _unavailable(worded("it no longer holds the key of this profile."))
        try:
            secret = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise _unavailable(worded("what it holds for this profile was changed.")) from None
        if len(secret) != KEYRING_SECRET_BYTES:
            raise _unavailable(worded("what it holds for this profile was changed."))
        return secret

    def remove(self, entry: str) -> bool:
        """Remove `entry`; False when it was not there or the keyring refused."""
        try:
            self._limited(lambda: self._backend().delete_password(SERVICE, entry))
        except KeyringUnavailable:
            return False
        return True

    def _backend(self) -> KeyringBackend:
        if self._chosen is None:
            import keyring

            self._chosen = trusted(keyring.get_keyring())
        return self._chosen

    def _recorded(self, name: str) -> KeyringReader:
        """The keyring that `name` names.

        The system's choice is not asked for: looking at every backend that is installed takes 100 ms and more.
        """
        if self._given is not None:
            if _name_of(self._given) != name:
                raise _unavailable(worded("it is not the keyring that this profile was made with."))
            return self._given
        if name == SECRET_SERVICE:
            return SecretServiceReader()
        if self._chosen is None or _name_of(self._chosen) != name:
            self._chosen = _made(name)
        return self._chosen

    def _limited(self, call: Callable[[], T]) -> T:
        """Run `call` on a thread of its own, for at most `timeout_s`.

        A daemon thread, since a prompt that nobody answers would otherwise keep the whole program from ending.
        """
        answers: queue.SimpleQueue[tuple[bool, Any]] = queue.SimpleQueue()

        def work() -> None:
            try:
                answers.put((True, call()))
            except BaseException as trouble:  # noqa: BLE001 - handed to the caller, whatever a foreign backend raises
                answers.put((False, trouble))

        threading.Thread(target=work, name="keyring", daemon=True).start()
        try:
            worked, answer = answers.get(timeout=self._timeout_s)
        except queue.Empty:
            raise _unavailable(worded("it did not answer within {0} seconds.").format(round(self._timeout_s))) from None
        if worked:
            return answer  # type: ignore[no-any-return]
        if isinstance(answer, KeyringUnavailable):
            raise answer
        raise _unavailable(_reason(answer), detail=f"{type(answer).__name__}: {answer}") from answer


def trusted(backend: object) -> KeyringBackend:
    """`backend`, or the first of a chain, if it is one that encrypts; else KeyringUnavailable."""
    name = _name_of(backend)
    if name == _CHAINER:
        chain = list(getattr(backend, "backends", ()))
        if not chain:
            raise _unavailable(worded("there is none on this computer."))
        return trusted(chain[0])
    if name.startswith(("keyring.backends.fail.", "keyring.backends.null.")):
        raise _unavailable(worded("there is none on this computer."), detail=name)
    if name not in TRUSTED_BACKENDS:
        raise _unavailable(worded("the one that is set up does not encrypt what it keeps."), detail=name)
    return backend  # type: ignore[return-value]


def _made(name: str) -> KeyringBackend:
    if name not in TRUSTED_BACKENDS:
        raise _unavailable(worded("the one that this profile names is not known to encrypt."), detail=name)
    module, _, class_name = name.rpartition(".")
    return trusted(getattr(importlib.import_module(module), class_name)())


def _reason(trouble: BaseException) -> str:
    kind = type(trouble).__name__
    if "Locked" in kind or "Dismissed" in kind:
        return worded("it is locked.")
    if "NotAvailable" in kind or isinstance(trouble, (RuntimeError, ImportError)):
        return worded("the one that this profile was made with is not running.")
    return worded("it reported an error.")


def _unavailable(reason: str, *, detail: str = "") -> KeyringUnavailable:
    return KeyringUnavailable(detail or reason, reason=reason)


def _name_of(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"
