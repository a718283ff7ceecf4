"""The two long jobs that Ollama does for the library: pulling a model, and making one from a Modelfile."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

from core.library.library_trouble import FolderRefused, ModelfileUnfit, ModelNameUnfit, ModelNotInRegistry
from core.library.transfers import Job, TransferState
from core.wording import worded
from models.download_speed import Speed
from models.engine_errors import ModelMissing, ServerUnreachable, StreamBroken
from models.language.ollama_library import OllamaLibrary
from models.modelfile import Modelfile, ModelfileFault, NamedFile, parse

# As Ollama's `types/model/name.go`: host/namespace/model:tag, each part beginning with a letter, digit or underscore.
_PART = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}"
_NAME = re.compile(rf"(?:[A-Za-z0-9_][A-Za-z0-9_.:-]{{0,349}}/)?(?:{_PART}/)?{_PART}(?::{_PART})?")
_MOST_TRIES = 5
_CHECKING = ("verifying", "writing", "removing")


def checked_name(name: str) -> str:
    """`name` without blanks around it. Raises `ModelNameUnfit`."""
    name = name.strip()
    if not _NAME.fullmatch(name) or name.startswith("openai:"):
        raise ModelNameUnfit(name=name[:80])
    return name


def checked_modelfile(text: str) -> Modelfile:
    """The parsed Modelfile. Raises `ModelfileUnfit` with the line."""
    try:
        return parse(text)
    except ModelfileFault as fault:
        raise ModelfileUnfit(str(fault), line=fault.line, reason=fault.reason) from fault


async def pull(
    library: Callable[[], OllamaLibrary], name: str, job: Job, *, likely_bytes: int = 0, first_pause_s: float = 1.0
) -> None:
    """Have Ollama pull `name`; cancelling closes the stream, and Ollama keeps the parts for the next time.

    A server that goes away in the middle, because it crashed or was updated, is waited for: it is asked again at the
    address that `library` has by then, a few times.
    """
    for tries in itertools.count(1):
        try:
            await _pull_once(library(), name, job, likely_bytes)
        except ModelMissing as error:
            raise ModelNotInRegistry(error.detail, model=name) from error
        except (StreamBroken, ServerUnreachable):
            if tries == _MOST_TRIES:
                raise
            job.step("running", "waiting")
            await asyncio.sleep(first_pause_s * 2 ** (tries - 1))
        else:
            return


async def _pull_once(library: OllamaLibrary, name: str, job: Job, likely_bytes: int) -> None:
    speed, before = Speed(), -1
    state: TransferState = "running"
    async with aclosing(library.pull(name)) as statuses:
        async for status in statuses:
            if before < 0 and status.total_bytes:
                before = status.done_bytes  # what an earlier pull left did not come now
            speed.came(max(0, status.done_bytes - max(before, 0)))
            before = max(before, status.done_bytes)
            total = max(status.total_bytes, likely_bytes) if state == "running" else status.total_bytes
            word = status.status
            if word.startswith(_CHECKING) and state == "running":
                state = "verifying"
                job.step(state, word, can_pause=False)
            left = max(total - status.done_bytes, 0) if total else None
            job.progress(
                status.done_bytes,
                max(total, status.done_bytes) or None,
                bytes_per_s=speed.bytes_per_s if state == "running" else 0.0,
                remaining_s=speed.remaining_s(left) if state == "running" else None,
                step=word,
            )


async def create(library: OllamaLibrary, name: str, modelfile: Modelfile, job: Job) -> None:
    """Upload the files that the Modelfile names, then have Ollama make the model."""
    digests: dict[str, str] = {}
    for file in (*modelfile.files, *modelfile.adapters):
        path = _path_of(file)
        try:
            size_bytes = (await asyncio.to_thread(path.stat)).st_size
            speed = Speed()
            sent = 0

            def told(done: int, speed: Speed = speed, total: int = size_bytes, file: NamedFile = file) -> None:
                nonlocal sent
                speed.came(done - sent)
                sent = done
                job.progress(done, total, bytes_per_s=speed.bytes_per_s, step=file.path)

            digests[file.path] = await library.upload(path, told)
        except OSError as fault:
            raise FolderRefused(str(fault)) from fault
    async with aclosing(library.create(name, modelfile, digests)) as words:
        async for word in words:
            job.step("installing", word, can_pause=False)


def _path_of(file: NamedFile) -> Path:
    """Only whole paths: a Modelfile that is typed into a window lies in no folder to start from."""
    path = Path(file.path).expanduser()
    if not path.is_absolute():
        raise ModelfileUnfit(line=file.line, reason=worded("“{0}” is not a whole path").format(file.path[:80]))
    if not path.is_file():
        raise ModelfileUnfit(line=file.line, reason=worded("there is no file “{0}”").format(file.path[:80]))
    return path
