"""Fetches the files of a model of the catalogue into a folder that appears only when all of them are whole."""

from __future__ import annotations

import asyncio

from core.library.sources import Sources
from core.library.temporary_doors import TemporaryDoors
from core.library.transfers import Job
from core.network.http_client import http_client
from models.catalogue import CatalogueModel
from models.downloads import FileSource, Progress, WantedFile, download_all
from models.library import ModelFiles


async def fetch_files(
    entry: CatalogueModel, files: ModelFiles, job: Job, *, gate: TemporaryDoors, sources: Sources
) -> None:
    """Fetch what is missing, check all of it, and let the model's folder appear. Raises the kinds of `EngineError`."""
    hosts = entry.hosts
    await asyncio.to_thread(files.staging, entry.model_id)
    wanted = [
        WantedFile(
            FileSource(file.url, file.size_bytes if file.size_is_exact else None, file.sha256),
            files.staged_path(entry.model_id, file.path),
            likely_bytes=file.size_bytes,
        )
        for file in entry.files
    ]

    def told(progress: Progress) -> None:
        job.progress(
            progress.done_bytes,
            progress.total_bytes,
            bytes_per_s=progress.bytes_per_s,
            remaining_s=progress.remaining_s,
            step=progress.phase,
        )

    async with gate.open(hosts, purpose=f"download of {entry.name}", subject=entry.model_id, port=sources.door_port):
        whole = await download_all(
            wanted,
            client_factory=http_client,
            progress=told,
            allowed_host=lambda host: host in hosts,
            patience=sources.patience,
        )
    job.step("installing", can_pause=False)
    await asyncio.to_thread(files.install, entry.model_id, whole, source=entry.source)
