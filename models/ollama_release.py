"""Which official archive of Ollama fits this system: its version, size, SHA-256, and whom fetching it talks to.

Facts: GitHub's `releases/latest` lists `assets` with `name`, `size`, `browser_download_url` and, since June 2025,
`digest` (`sha256:…`); releases before carry a `sha256sum.txt`. Archives of Ollama 0.14 and later: Linux
`ollama-linux-{amd64,arm64}.tar.zst` (`.tgz` before), macOS `ollama-darwin.tgz`, Windows
`ollama-windows-{amd64,arm64}.zip`. A download from github.com is redirected to release-assets.githubusercontent.com,
formerly objects.githubusercontent.com.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from models.downloads import ClientFactory
from models.engine_errors import AnswerUnfit, EngineError, HostRefused, TransferBroken
from models.language.http_wire import read_json
from models.language.untrusted import count_of, objects_in, text_of
from models.ollama_server import SAFE_VERSION, is_older

if TYPE_CHECKING:
    import httpx

_MOST_BYTES: Final = 8 * 1024 * 1024
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_VERSION: Final = re.compile(r"v?(\d{1,6}\.\d{1,6}\.\d{1,6})")
_HEADERS: Final[Mapping[str, str]] = {"User-Agent": "Hearth", "Accept": "application/json"}
_MACHINES: Final[Mapping[str, str]] = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}

# Sizes of 0.32.5 (Linux amd64 1,422,353,729 bytes, Windows amd64 1,457,824,795), for words before anybody is asked.
LIKELY_BYTES: Final = 1_450_000_000
# The CUDA libraries pack well: the archive of 1.4 GB becomes some 4 GB.
UNPACKED_RATIO: Final = 3


class NoArchiveForSystem(EngineError):
    """There is no official archive for this system. `detail` names system and processor."""


class ReleaseTooOld(EngineError):
    """The newest release is older than what Hearth trusts."""


@dataclass(frozen=True, slots=True)
class ReleasePlace:
    """Where releases are listed, and which hosts they may come from. Tests give one on loopback."""

    latest_url: str = "https://api.github.com/repos/ollama/ollama/releases/latest"
    hosts: tuple[str, ...] = (
        "api.github.com",
        "github.com",
        "release-assets.githubusercontent.com",
        "objects.githubusercontent.com",
    )


@dataclass(frozen=True, slots=True)
class Release:
    """One archive to fetch. `sha256` is what the host itself declares for it."""

    version: str
    name: str
    url: str
    size_bytes: int
    sha256: str


def archive_names(system: str = sys.platform, machine: str | None = None) -> tuple[str, ...]:
    """Names of archives that fit, the best first. Raises `NoArchiveForSystem`."""
    processor = _MACHINES.get((machine or platform.machine()).lower())
    if system == "darwin":
        return ("ollama-darwin.tgz",)
    if processor is not None and system.startswith("linux"):
        return (f"ollama-linux-{processor}.tar.zst", f"ollama-linux-{processor}.tgz")
    if processor is not None and system == "win32":
        return (f"ollama-windows-{processor}.zip",)
    raise NoArchiveForSystem(f"{system} {machine or platform.machine()}")


async def latest_release(
    place: ReleasePlace, *, client_factory: ClientFactory, names: tuple[str, ...] | None = None
) -> Release:
    """Ask which archive is the newest. Raises `NoArchiveForSystem`, `ReleaseTooOld` and kinds of `DownloadFailed`."""
    names = names or archive_names()
    async with client_factory() as client:
        told = _object(await _get(client, place.latest_url, place), place.latest_url)
        found = _VERSION.fullmatch(text_of(told.get("tag_name")))
        assets = {text_of(asset.get("name")): asset for asset in objects_in(told, "assets")}
        if found is None or not assets:
            raise AnswerUnfit("no list of a release", address=place.latest_url)
        version = found[1]
        if is_older(version, SAFE_VERSION):
            raise ReleaseTooOld(f"{version}, needed {SAFE_VERSION}")
        name = next((name for name in names if name in assets), None)
        if name is None:
            raise NoArchiveForSystem(f"none of {', '.join(names)} in {version}")
        url, size_bytes = text_of(assets[name].get("browser_download_url")), count_of(assets[name].get("size")) or 0
        _check_url(url, place)
        sha256 = text_of(assets[name].get("digest")).removeprefix("sha256:").lower()
        if not _SHA256.fullmatch(sha256):
            sums = text_of(assets.get("sha256sum.txt", {}).get("browser_download_url"))
            sha256 = _sum_for(name, (await _get(client, sums, place)).decode("utf-8", "replace"), sums)
    if not size_bytes:
        raise AnswerUnfit("no size", address=url)
    return Release(version, name, url, size_bytes, sha256)


def _check_url(url: str, place: ReleasePlace) -> None:
    """What a release names is fetched only from the hosts that the owner was told, and as safely as the list itself."""
    parts = urlsplit(url)
    if parts.hostname not in place.hosts or (parts.scheme != "https" and not place.latest_url.startswith("http:")):
        raise AnswerUnfit(f"the release names {url[:200]}", address=place.latest_url)


async def _get(client: httpx.AsyncClient, url: str, place: ReleasePlace) -> bytes:
    import httpx

    body = bytearray()
    for _ in range(5):
        _check_url(url, place)
        try:
            async with client.stream("GET", url, headers=dict(_HEADERS)) as response:
                if response.is_redirect:
                    url = str(response.url.join(response.headers.get("location", "")))
                    continue
                if response.status_code != 200:
                    raise HostRefused(address=url.partition("?")[0], status=response.status_code)
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > _MOST_BYTES:
                        raise AnswerUnfit("the answer is too long", address=url.partition("?")[0])
                return bytes(body)
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            if isinstance(cause := _guards_word(fault), ConnectionRefusedError):
                raise cause from None
            raise TransferBroken(str(fault)[:300], address=url.partition("?")[0], tries=1) from fault
    raise AnswerUnfit("too many redirects", address=url.partition("?")[0])


def _guards_word(fault: BaseException | None) -> BaseException | None:
    """A refusal by this process's own guard, which says more than the client's error around it."""
    while fault is not None:
        if isinstance(fault, ConnectionRefusedError) and type(fault) is not ConnectionRefusedError:
            return fault
        fault = fault.__cause__ or fault.__context__
    return None


def _object(body: bytes, url: str) -> dict[str, Any]:
    try:
        told = read_json(body)
    except ValueError as fault:
        raise AnswerUnfit("no JSON", address=url) from fault
    if not isinstance(told, dict):
        raise AnswerUnfit("no object", address=url)
    return told


def _sum_for(name: str, text: str, url: str) -> str:
    for line in text.splitlines():
        digest, _, path = line.strip().partition(" ")
        if path.strip().lstrip("*").removeprefix("./") == name and _SHA256.fullmatch(digest.lower()):
            return digest.lower()
    raise AnswerUnfit(f"no checksum for {name}", address=url)
