"""One model of files, from the catalogue to its folder: staged, fetched with one progress, installed at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from models.catalogue import CatalogueFile, CatalogueModel
from models.downloads import ClientFactory, FileSource, Patience, ProgressListener, WantedFile, download_all
from models.library import InstalledFiles, ModelFiles

_MIB = 1024 * 1024


def source_of(file: CatalogueFile) -> FileSource:
    """What is known of a catalogue's file; a rounded size is not held against the host."""
    return FileSource(file.url, file.size_bytes if file.size_is_exact else None, file.sha256)


async def fetch_model(
    files: ModelFiles,
    model: CatalogueModel,
    *,
    client_factory: ClientFactory,
    progress: ProgressListener | None = None,
    allowed_host: Callable[[str], bool] | None = None,
    patience: Patience | None = None,
    reserve_bytes: int = 256 * _MIB,
) -> InstalledFiles:
    """Fetch and install. Cancelling pauses: calling it again goes on; `files.drop_staging` gives up.

    `allowed_host` defaults to the model's own `hosts`. Raises what `download_all` and `ModelFiles.install` raise.
    """
    hosts = frozenset(model.hosts)
    wanted = [
        WantedFile(
            source_of(file), await asyncio.to_thread(files.staged_path, model.model_id, file.path), file.size_bytes
        )
        for file in model.files
    ]
    fetched = await download_all(
        wanted,
        client_factory=client_factory,
        progress=progress,
        allowed_host=allowed_host or hosts.__contains__,
        patience=patience,
        reserve_bytes=reserve_bytes,
    )
    return await asyncio.to_thread(files.install, model.model_id, fetched, source=model.source)
