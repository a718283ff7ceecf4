from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import KeyringUnavailable
from core.vault.os_keyring import SERVICE, TRUSTED_BACKENDS, OsKeyring, trusted
from tests.peers.fake_keyring import FakeKeyring, KeyringLocked, OtherKeyring
from tests.peers.patience import PATIENCE_S

NAME = "tests.peers.fake_keyring.FakeKeyring"
SECRET = bytes(range(32))


@pytest.fixture
def backend() -> Iterator[FakeKeyring]:
    fake = FakeKeyring()
    yield fake
    fake.answers.set()


def test_a_secret_comes_back_as_it_was_stored(backend: FakeKeyring) -> None:
    keyring = OsKeyring(backend)
    keyring.store("profile/slot", SECRET)
    assert keyring.fetch("profile/slot", backend_name=NAME) == SECRET
    assert list(backend.entries) == [(SERVICE, "profile/slot")]
    assert keyring.remove("profile/slot")
    assert not keyring.remove("profile/slot")
    assert backend.entries == {}


def test_the_probe_leaves_nothing_behind_and_names_the_keyring(backend: FakeKeyring) -> None:
    assert OsKeyring(backend).probe() == NAME
    assert backend.entries == {}
    assert backend.calls == ["set", "get", "delete"]


def test_a_keyring_that_forgets_fails_its_probe() -> None:
    class Forgetful(FakeKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            self.entries[service, username] = "something else"

    with pytest.raises(KeyringUnavailable):
        OsKeyring(Forgetful()).probe()


def test_a_missing_entry_is_trouble_and_is_never_made_anew(backend: FakeKeyring) -> None:
    with pytest.raises(KeyringUnavailable, match="no longer holds"):
        OsKeyring(backend).fetch("profile/slot", backend_name=NAME)
    assert backend.entries == {}


@pytest.mark.parametrize("text", ["", "short", "AAAA", "not base64 !!" * 4, "A" * 400])
def test_an_entry_that_somebody_changed_is_trouble(backend: FakeKeyring, text: str) -> None:
    backend.entries[SERVICE, "profile/slot"] = text
    with pytest.raises(KeyringUnavailable, match="changed"):
        OsKeyring(backend).fetch("profile/slot", backend_name=NAME)


def test_another_keyring_than_the_one_in_the_header_is_not_asked() -> None:
    other = OtherKeyring()
    with pytest.raises(KeyringUnavailable, match="not the keyring"):
        OsKeyring(other).fetch("profile/slot", backend_name=NAME)
    assert other.calls == []


def test_a_locked_keyring_says_that_it_is_locked(backend: FakeKeyring) -> None:
    backend.trouble = KeyringLocked("the prompt was dismissed")
    with pytest.raises(KeyringUnavailable) as caught:
        OsKeyring(backend).fetch("profile/slot", backend_name=NAME)
    assert "locked" in caught.value.owner_sentence
    assert "passphrase" in caught.value.owner_next_step


@pytest.mark.parametrize("trouble", [RuntimeError("no D-Bus"), ImportError("gone"), OSError("broken"), ValueError("?")])
def test_whatever_a_keyring_raises_becomes_one_error(backend: FakeKeyring, trouble: Exception) -> None:
    backend.trouble = trouble
    with pytest.raises(KeyringUnavailable):
        OsKeyring(backend).fetch("profile/slot", backend_name=NAME)
    with pytest.raises(KeyringUnavailable):
        OsKeyring(backend).probe()


def test_a_keyring_that_hangs_behind_a_prompt_is_given_up(backend: FakeKeyring) -> None:
    backend.answers.clear()
    with pytest.raises(KeyringUnavailable, match="did not answer"):
        OsKeyring(backend, timeout_s=0.05).fetch("profile/slot", backend_name=NAME)


def test_a_hanging_keyring_does_not_keep_the_program_from_ending(backend: FakeKeyring) -> None:
    backend.answers.clear()
    with pytest.raises(KeyringUnavailable):
        OsKeyring(backend, timeout_s=0.05).probe()
    hanging = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    assert hanging
    assert all(thread.daemon for thread in hanging)


def test_this_test_run_has_no_keyring_and_says_so() -> None:
    with pytest.raises(KeyringUnavailable) as caught:
        OsKeyring().probe()
    assert "there is none on this computer" in caught.value.owner_sentence


def named(module: str, name: str) -> object:
    return type(name, (), {"__module__": module})()


def chain(*links: object) -> object:
    chainer = type("ChainerBackend", (), {"__module__": "keyring.backends.chainer", "backends": list(links)})
    return chainer()


SECRET_SERVICE = named("keyring.backends.SecretService", "Keyring")
PLAINTEXT = named("keyrings.alt.file", "PlaintextKeyring")


@pytest.mark.parametrize("name", sorted(TRUSTED_BACKENDS))
def test_the_keyrings_of_the_systems_are_trusted(name: str) -> None:
    module, _, class_name = name.rpartition(".")
    backend = named(module, class_name)
    assert trusted(backend) is backend


@pytest.mark.parametrize(
    "backend",
    [
        PLAINTEXT,
        named("keyrings.alt.file", "EncryptedKeyring"),
        named("keyring.backends.null", "Keyring"),
        named("keyring.backends.fail", "Keyring"),
        named("evil.SecretService", "Keyring"),
        chain(),
        chain(PLAINTEXT, SECRET_SERVICE),
        FakeKeyring(),
    ],
)
def test_everything_else_counts_as_no_keyring(backend: object) -> None:
    with pytest.raises(KeyringUnavailable):
        trusted(backend)


def test_a_chain_counts_as_the_keyring_that_it_would_use() -> None:
    assert trusted(chain(SECRET_SERVICE, PLAINTEXT)) is SECRET_SERVICE


@pytest.mark.parametrize("name", ["os.PathLike", "keyring.backends.null.Keyring", "keyring.backends.nosuch.Keyring"])
def test_a_header_cannot_name_a_class_that_is_not_trusted(name: str) -> None:
    with pytest.raises(KeyringUnavailable):
        OsKeyring().fetch("profile/slot", backend_name=name)


def test_a_keyring_of_another_system_is_not_running_here() -> None:
    absent = "keyring.backends.macOS.Keyring" if sys.platform != "darwin" else "keyring.backends.kwallet.DBusKeyring"
    with pytest.raises(KeyringUnavailable):
        OsKeyring(timeout_s=PATIENCE_S).fetch("profile/slot", backend_name=absent)


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux’s")
def test_without_a_session_bus_the_secret_service_is_not_running() -> None:
    with pytest.raises(KeyringUnavailable) as caught:
        OsKeyring(timeout_s=PATIENCE_S).fetch("profile/slot", backend_name="keyring.backends.SecretService.Keyring")
    assert "not running" in caught.value.owner_sentence


REAL = """
import asyncio, json, pathlib, sys
from core.paths import HearthPaths
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.vault import FromKeyring
from core.errors import KeyringUnavailable

async def main(home):
    facts = {"backend": OsKeyring().probe()}
    profiles = Profiles(HearthPaths.below(home))
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    profile_id = vault.profile_id
    await vault.writer.run(lambda c: c.execute("INSERT INTO setting VALUES ('a', '1', 1)"))
    await vault.close()
    vault = await Profiles(HearthPaths.below(home)).open(profile_id, FromKeyring())
    facts["rows"] = await vault.readers.run(lambda c: c.execute("SELECT count(*) FROM setting").fetchone()[0])
    await vault.rotate_master_key()
    vault = await profiles.open(profile_id, FromKeyring())
    await vault.close()
    await profiles.erase(profile_id)
    import secretstorage
    bus = secretstorage.dbus_init()
    facts["left"] = len(list(secretstorage.search_items(bus, {"service": "hearth"})))
    bus.close()
    print(json.dumps(facts))

asyncio.run(main(pathlib.Path(sys.argv[1])))
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring-daemon and dbus-run-session are not both installed",
)
def test_a_real_secret_service_keeps_opens_rotates_and_forgets_a_profile(tmp_path: Path, private_home: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    script = tmp_path / "real.py"
    script.write_text(REAL)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(Path.cwd())}
    environment.pop("PYTHON_KEYRING_BACKEND")
    unlock = f"printf 'login' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec {sys.executable}"
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{unlock} "$@"', "sh", str(script), str(tmp_path / "hearth")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    facts = json.loads(done.stdout)
    assert facts == {"backend": "keyring.backends.SecretService.Keyring", "rows": 1, "left": 0}
