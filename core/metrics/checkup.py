"""A check-up of all that Hearth stands on but the model servers (`health`): one finding a question, none raises."""

from __future__ import annotations

import ctypes.util
import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from core.errors import HearthError
from core.metrics.health import Finding
from core.paths import HearthPaths
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import ProfileInfo, Profiles

SMALLEST_FREE_BYTES = 1_000_000_000
_GIB = 2**30
_SHOWN_VERSIONS = ("PySide6-Essentials", "sqlcipher3", "cryptography", "keyring", "ollama", "httpx", "msgspec")
# 6.12.0 loses a reference to None on each void call and ends the process after some thousands.
_BROKEN_QT = (6, 12, 0)


def look_around(paths: HearthPaths, *, profiles: Profiles, keyring: OsKeyring) -> Iterator[Finding]:
    """All findings, in the order in which a person would ask; each check is made when its finding is taken."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        versions,
        lambda: window(os.environ),
        encryption,
        lambda: system_keyring(keyring),
        lambda: every_profile(profiles, paths),
        lambda: disk(paths.data),
        hardware,
        sound,
        lambda: telemetry(Path.home(), os.environ),
    )
    for check in checks:
        yield from check()


def versions() -> Iterator[Finding]:
    """Python and the libraries that matter."""
    found = {name: _version(name) for name in _SHOWN_VERSIONS}
    told = ", ".join(f"{name} {version}" for name, version in found.items() if version)
    yield Finding("versions", "works", f"Python {platform.python_version()} on {platform.platform()}; {told}.")
    for name, version in found.items():
        if version is None and name != "PySide6-Essentials":
            yield Finding(
                "versions", "fails", f"The package {name} is missing.", "Run “python3 build/dev.py run” again."
            )
    if found["PySide6-Essentials"] and _numbers(found["PySide6-Essentials"]) >= _BROKEN_QT:
        yield Finding(
            "versions",
            "fails",
            "This version of PySide6 ends the program after a while.",
            "Run “python3 build/dev.py run”; it installs the version that Hearth was tested with.",
        )


def window(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Whether a window could open: Qt installed, a display, and the libraries its X11 plugin loads."""
    if _version("PySide6-Essentials") is None:
        yield Finding("window", "warning", "Qt is not installed, so there is no window; the terminal works.", "")
        return
    if sys.platform.startswith("linux"):
        if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
            yield Finding(
                "window",
                "warning",
                "There is no display here, so “hearth” opens in the terminal.",
                "Start it from a graphical session for the window.",
            )
            return
        missing = [name for name in ("xcb-cursor", "EGL", "xkbcommon-x11") if ctypes.util.find_library(name) is None]
        if missing:
            yield Finding(
                "window",
                "fails",
                f"The system libraries {', '.join(missing)} are missing; Qt cannot open a window without them.",
                "Run “python3 build/dev.py run”; it installs them or prints the exact command.",
            )
            return
    yield Finding("window", "works", "The window can open.")


def encryption() -> Iterator[Finding]:
    """That SQLCipher really encrypts, and keeps what it sorts in memory."""
    from core.vault.database import open_memory_connection

    try:
        connection = open_memory_connection()
    except HearthError as error:
        yield _failed("encryption", error)
        return
    (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()
    yield Finding("encryption", "works", f"SQLCipher {cipher} encrypts; nothing is sorted on disk.")


def system_keyring(keyring: OsKeyring) -> Iterator[Finding]:
    """Whether the system's keyring takes a secret and gives it back."""
    try:
        name = keyring.probe()
    except HearthError as error:
        yield Finding("keyring", "warning", error.owner_sentence, error.owner_next_step, error)
        return
    yield Finding("keyring", "works", f"The system keyring keeps secrets ({name.rpartition('.')[0] or name}).")


def every_profile(profiles: Profiles, paths: HearthPaths) -> Iterator[Finding]:
    """Each profile's key file, its permissions and its newest backup. Nothing is unlocked for that."""
    try:
        known = profiles.list()
    except HearthError as error:
        yield _failed("profiles", error)
        return
    if not known:
        yield Finding(
            "profiles", "warning", "There is no profile yet.", "Open the window, or run “hearth vault create”."
        )
    for profile in known:
        yield from _one_profile(profile, paths)


def disk(folder: Path) -> Iterator[Finding]:
    """Free space where the profiles lie."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    told = f"{free / _GIB:,.1f} GiB are free on the disk of your profiles."
    if free < SMALLEST_FREE_BYTES:
        yield Finding("disk", "warning", told, "Free some space; Hearth keeps a small reserve so that deleting works.")
    else:
        yield Finding("disk", "works", told)


def hardware() -> Iterator[Finding]:
    """Processor, memory and graphics cards, as far as the system tells."""
    from models.hardware import look_at_hardware

    found = look_at_hardware()
    cards = ", ".join(
        f"{card.name} with {card.memory_bytes / _GIB:,.0f} GiB" if card.memory_bytes else card.name
        for card in found.cards
    )
    yield Finding(
        "hardware",
        "works",
        f"{found.processor or 'Processor'}, {found.cores} cores, {found.memory_bytes / _GIB:,.0f} GiB of memory; "
        f"graphics: {cards or 'none that could run models'}.",
    )


def sound() -> Iterator[Finding]:
    """Whether PortAudio is there and sees a microphone and a speaker. Hearth does not listen yet."""
    try:
        import sounddevice

        devices = sounddevice.query_devices()
    except OSError:
        yield Finding(
            "sound", "warning", "PortAudio is missing, so there is no sound.", "apt-get install libportaudio2"
        )
        return
    except Exception as error:  # noqa: BLE001 - PortAudioError is only named where PortAudio could be loaded
        yield Finding("sound", "warning", f"The sound system does not answer ({type(error).__name__}).", "")
        return
    inputs = sum(1 for device in devices if device["max_input_channels"] > 0)
    outputs = sum(1 for device in devices if device["max_output_channels"] > 0)
    told = f"PortAudio sees {inputs} inputs and {outputs} outputs."
    if inputs and outputs:
        yield Finding("sound", "works", told)
    else:
        yield Finding("sound", "warning", told, "Connect a microphone and a speaker before you use voice.")


def telemetry(home: Path, environment: Mapping[str, str]) -> Iterator[Finding]:
    """That nothing on this computer was left by a library that phones home."""
    left = home / ".cache" / "Microsoft" / "DeveloperTools" / ".onnxruntime"
    if environment.get("ORT_DISABLE_TELEMETRY") != "1":
        yield Finding(
            "telemetry", "fails", "Telemetry of a library is not switched off.", "Start Hearth with “hearth”."
        )
    elif left.exists():
        yield Finding(
            "telemetry",
            "warning",
            "Another program left telemetry files of onnxruntime in your cache folder.",
            "They are not from Hearth; you may delete the folder .cache/Microsoft/DeveloperTools in your home.",
        )
    else:
        yield Finding("telemetry", "works", "No library sends telemetry.")


def _one_profile(profile: ProfileInfo, paths: HearthPaths) -> Iterator[Finding]:
    subject, folder = f"profile “{profile.alias}”", paths.profile(profile.profile_id)
    if not profile.is_readable:
        yield Finding(
            subject, "fails", "Its key file is damaged or from a newer Hearth.", "Restore it from a backup, or update."
        )
        return
    if not folder.database.exists():
        yield Finding(subject, "fails", "Its database is missing.", "Restore the latest backup.")
        return
    if os.name == "posix" and folder.folder.stat().st_mode & 0o077:
        yield Finding(
            subject, "warning", "Other users of this computer can list its files.", f"chmod 700 {folder.folder}"
        )
    kinds = ", ".join(sorted(profile.slot_kinds))
    size = folder.database.stat().st_size / 1e6
    yield Finding(subject, "works", f"{size:,.1f} MB, opens with: {kinds}.")
    if not any(folder.backups.glob("*.hearth-backup")):
        yield Finding(subject, "warning", "There is no backup of it yet.", "Run “hearth vault backup FILE”.")


def _failed(subject: str, error: HearthError) -> Finding:
    return Finding(subject, "fails", error.owner_sentence, error.owner_next_step, error)


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
