"""Reads one entry of the Secret Service (GNOME Keyring, KDE's wallet), the way `keyring` stores it.

Opening a profile at start-up needs this and nothing else of `keyring`, whose import takes 100 ms; this one takes 30.
"""

from __future__ import annotations

from contextlib import closing

BACKEND_NAME = "keyring.backends.SecretService.Keyring"


class SecretServiceReader:
    """Looks up as `keyring.backends.SecretService` does: the default collection, by service and user name."""

    def get_password(self, service: str, username: str) -> str | None:
        """The stored text, or None. May show the system's prompt to unlock. Raises errors of `secretstorage`."""
        import secretstorage
        from secretstorage.collection import DEFAULT_COLLECTION

        with closing(secretstorage.dbus_init()) as bus:
            try:
                collection = secretstorage.Collection(bus, DEFAULT_COLLECTION)
            except secretstorage.ItemNotFoundException:
                return None
            if collection.is_locked() and collection.unlock():
                raise secretstorage.PromptDismissedException("the owner dismissed the prompt")
            for item in collection.search_items({"service": service, "username": username}):
                if item.is_locked() and item.unlock():
                    raise secretstorage.PromptDismissedException("the owner dismissed the prompt")
                return item.get_secret().decode("utf-8")
        return None
