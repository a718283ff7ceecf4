"""Where Ollama is, whether it is installed and running, and what about it endangers what is said to it.

Nothing here starts, changes or downloads anything.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from models.engine_errors import EngineError
from models.language.ollama_model import OllamaServer

# The first version without known holes: CVE-2026-103663, path traversal to code execution through /api/pull, is in
# 0.34.2 and later up to, not including, 0.35.0; earlier ones have others (CVE-2026-7482, CVE-2024-37032 …).
SAFE_VERSION = "0.35.0"

WarningKind: TypeAlias = Literal["outdated", "open_to_network", "any_web_page", "another_computer"]

_WORDS: dict[WarningKind, tuple[str, str]] = {
    "outdated": (
        "This version of Ollama has known security holes.",
        f"Update Ollama to {SAFE_VERSION} or newer.",
    ),
    "open_to_network": (
        "Ollama listens beyond this computer: everyone in the network can use it and read along.",
        "Remove OLLAMA_HOST from Ollama’s own settings, or set it to 127.0.0.1, and start Ollama again.",
    ),
    "any_web_page": (
        "Every web page you visit may use this Ollama.",
        "Remove OLLAMA_ORIGINS=* from Ollama’s own settings and start Ollama again.",
    ),
    "another_computer": (
        "This Ollama runs on another computer: what you write leaves this one.",
        "Use the address http://127.0.0.1:11434 to stay on this computer.",
    ),
}


@dataclass(frozen=True, slots=True)
class ServerWarning:
    """Something about the server that endangers privacy. `detail` is technical."""

    kind: WarningKind
    detail: str

    @property
    def sentence(self) -> str:
        """What is wrong, in the owner's words."""
        return _WORDS[self.kind][0]

    @property
    def next_step(self) -> str:
        """What to do about it."""
        return _WORDS[self.kind][1]


@dataclass(frozen=True, slots=True)
class OllamaState:
    """What was found. `fault` tells why it does not answer; `installed_at` is None where no program was found."""

    address: str
    installed_at: Path | None
    version: str
    warnings: tuple[ServerWarning, ...]
    fault: EngineError | None

    @property
    def is_running(self) -> bool:
        """Whether an Ollama answers at the address."""
        return self.fault is None


def ollama_address(environ: Mapping[str, str] = os.environ) -> str:
    """The address that OLLAMA_HOST means, by Ollama's own rules; a server bound to all addresses is asked on loopback.

    Rules (`envconfig.Host` of Ollama): quotes and blanks around it do not count; without a scheme it is http and port
    11434, with one the scheme's own port; a port that is none is the default; without a host it is 127.0.0.1.
    """
    given = environ.get("OLLAMA_HOST", "").strip().strip("\"'").strip()
    scheme, mark, rest = given.partition("://")
    if not mark:
        scheme, rest = "http", given
    default_port = {"http": 80, "https": 443}.get(scheme, 11434) if mark else 11434
    host_and_port, _, path = rest.partition("/")
    host, port = _host_and_port(host_and_port, default_port)
    if host in ("", "0.0.0.0", "::"):
        host = "127.0.0.1"
    shown = f"[{host}]" if ":" in host else host
    path = path.rstrip("/")
    return f"{scheme}://{shown}:{port}" + (f"/{path}" if path else "")


def is_loopback_address(address: str) -> bool:
    """Whether `address` can only mean this machine. A name other than `localhost` may mean anything."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_older(version: str, than: str) -> bool:
    """Whether `version` is older; one that cannot be read is. A pre-release comes before its release."""
    return _version_key(version) < _version_key(than)


def installed_at(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The Ollama program, in PATH or where its installers put it."""
    found = shutil.which("ollama", path=environ.get("PATH"))
    usual = {
        "darwin": [Path("/Applications/Ollama.app/Contents/Resources/ollama"), Path("/opt/homebrew/bin/ollama")],
        "win32": [Path(environ.get("LOCALAPPDATA", "C:/"), "Programs", "Ollama", "ollama.exe")],
    }.get(sys.platform, [Path("/usr/local/bin/ollama"), Path("/usr/bin/ollama"), Path("/snap/bin/ollama")])
    candidates = [Path(found)] if found else [path for path in usual if path.is_file()]
    return candidates[0] if candidates else None


async def look_at_ollama(server: OllamaServer, environ: Mapping[str, str] = os.environ) -> OllamaState:
    """Ask `server` and look around. Raises nothing: what is wrong stands in the answer."""
    program = await asyncio.to_thread(installed_at, environ)
    warnings: list[ServerWarning] = []
    version, fault = "", None
    try:
        version = await server.version()
        if is_older(version, SAFE_VERSION):
            warnings.append(ServerWarning("outdated", f"version {version}, safe from {SAFE_VERSION}"))
        if await server.answers_any_web_page():
            warnings.append(ServerWarning("any_web_page", "it answered a request with a foreign Origin"))
    except EngineError as error:
        fault = error
    if not is_loopback_address(server.address):
        warnings.append(ServerWarning("another_computer", server.address))
    elif fault is None and (bound := await asyncio.to_thread(bound_beyond_loopback, _port_of(server.address))):
        warnings.append(ServerWarning("open_to_network", f"it listens on {bound}"))
    return OllamaState(server.address, program, version, tuple(warnings), fault)


def bound_beyond_loopback(port: int) -> str:
    """The address beyond loopback on which something of this machine listens at `port`; empty when none is seen."""
    try:
        listening = _listening_on_linux(port) if sys.platform == "linux" else _listening_elsewhere(port)
    except (OSError, ValueError):
        return ""
    return next((ip for ip in listening if not ipaddress.ip_address(ip.partition("%")[0]).is_loopback), "")


def _listening_on_linux(port: int) -> list[str]:
    """Linux tells this to everybody in /proc; psutil would walk all processes for it (0.1 s and more)."""
    found = []
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        for line in table.read_text().splitlines()[1:] if table.exists() else ():
            _, local, _, state, *_ = line.split()
            raw, _, raw_port = local.partition(":")
            if state == "0A" and int(raw_port, 16) == port:
                words = [bytes.fromhex(raw[at : at + 8])[::-1] for at in range(0, len(raw), 8)]
                found.append(str(ipaddress.ip_address(b"".join(words))))
    return found


def _listening_elsewhere(port: int) -> list[str]:
    import psutil

    try:
        entries = psutil.net_connections("tcp")
    except psutil.Error:  # macOS tells only root
        return []
    listening = [tuple(entry.laddr) for entry in entries if entry.status == psutil.CONN_LISTEN]
    return [str(address[0]) for address in listening if address[1:] == (port,)]


def _host_and_port(text: str, default_port: int) -> tuple[str, int]:
    host, mark, port = text.rpartition(":")
    if not mark or "]" in port or (text.count(":") > 1 and not host.endswith("]")):
        host, port = text, ""
    number = int(port) if port.isascii() and port.isdigit() else -1
    return host.strip("[]"), number if 0 <= number <= 65535 else default_port


def _port_of(address: str) -> int:
    try:
        parts = urlsplit(address)
        return parts.port or {"http": 80, "https": 443}.get(parts.scheme, 11434)
    except ValueError:
        return 0


def _version_key(version: str) -> tuple[int, int, int, int]:
    found = re.match(r"v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(-)?", version.strip())
    if found is None:
        return (0, 0, 0, 0)
    major, minor, patch, pre = found.groups()
    return (int(major), int(minor), int(patch or 0), 0 if pre else 1)
