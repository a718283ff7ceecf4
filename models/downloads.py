"""Fetching files over HTTP: resumed after every break, checked by SHA-256, in place only when whole.

What came so far lies beside the target, as `NAME.part`, with `NAME.part.json` telling of which file it is the beginning.
Cancelling the task is pausing: the part stays, and the next call goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import httpx

_MIB = 1024 * 1024

Phase: TypeAlias = Literal["connecting", "fetching", "waiting", "checking"]


@dataclass(frozen=True, slots=True)
class FileSource:
    """Where a file comes from, and what is known of it. `size_bytes` None and `sha256` "" mean: not known."""

    url: str
    size_bytes: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """One file of several that are fetched together. `likely_bytes` is a rounded size, for the overall progress."""

    source: FileSource
    target: Path
    likely_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is. `bytes_per_s` is a sliding average; `remaining_s` is None while it cannot be told.

    `phase` is `waiting` between two tries, `checking` while a part of an earlier run is read again.
    """

    done_bytes: int
    total_bytes: int | None
    bytes_per_s: float
    remaining_s: float | None
    phase: Phase = "fetching"


@dataclass(frozen=True, slots=True)
class DownloadedFile:
    """A file that is whole and in place. `expected_sha256` is what it was held against, "" where nobody told one.

    `is_host_declared` says that this came from the host itself, and not from the catalogue.
    """

    path: Path
    sha256: str
    size_bytes: int
    expected_sha256: str = ""
    is_host_declared: bool = False


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to bear with a bad line. Pauses double from `first_pause_s` while nothing gets further."""

    tries_without_progress: int = 8
    stall_s: float = 30.0
    connect_s: float = 10.0
    first_pause_s: float = 0.5
    longest_pause_s: float = 30.0
    longest_retry_after_s: float = 300.0


ClientFactory: TypeAlias = Callable[[], "httpx.AsyncClient"]
ProgressListener: TypeAlias = Callable[[Progress], None]


async def download(
    source: FileSource,
    target: Path,
    *,
    client_factory: ClientFactory,
    progress: ProgressListener | None = None,
    allowed_host: Callable[[str], bool] | None = None,
    patience: Patience | None = None,
    reserve_bytes: int = 256 * _MIB,
) -> DownloadedFile:
    """Fetch `source` to `target`, going on where an earlier call stopped.

    `allowed_host` tells whether a redirect may lead to a host; by default only to the source's own. `reserve_bytes`
    stay free on the disk. `progress` is called at most ten times a second, on the loop. Raises the kinds of
    `DownloadFailed`, `NotEnoughDisk` and `DiskRefused`.
    """
    raise NotImplementedError


async def download_all(
    wanted: Sequence[WantedFile],
    *,
    client_factory: ClientFactory,
    progress: ProgressListener | None = None,
    allowed_host: Callable[[str], bool] | None = None,
    patience: Patience | None = None,
    reserve_bytes: int = 256 * _MIB,
) -> list[DownloadedFile]:
    """Fetch several files one after the other, with one progress over all; a target that is there is kept.

    So the targets must lie in a folder where nothing else puts files (`ModelFiles.staging`).
    """
    raise NotImplementedError
