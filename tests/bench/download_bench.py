"""A download through ours, with its hash, against curl writing the same file from the same loopback server."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from core.network.http_client import http_client
from models.downloads import FileSource, download
from tests.bench.figure import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE_BYTES = 512 * 1024 * 1024
ROUNDS = 7
_MIB = 1024 * 1024


def measure() -> list[Figure]:
    """Throughput into a file, in turns; the server is a process of its own."""
    curl = shutil.which("curl")
    if curl is None:
        return [Figure("download (curl is not here to compare with)", 0, "MiB/s")]
    with _serving() as address, tempfile.TemporaryDirectory() as folder:
        theirs, ours = [], []
        for number in range(ROUNDS + 1):
            pair = (_by_curl(curl, address, Path(folder)), _by_us(address, Path(folder)))
            if number:  # the first round warms up
                theirs.append(pair[0])
                ours.append(pair[1])
    name = f"download of {SIZE_BYTES // _MIB} MiB, hash included, against curl"
    return [Figure(name, median(ours), "MiB/s", median(theirs), 0.9, at_least=True)]


def _by_curl(curl: str, address: str, folder: Path) -> float:
    target = folder / "curl.bin"
    target.unlink(missing_ok=True)
    began = time.perf_counter()
    subprocess.run((curl, "--silent", "--output", str(target), f"{address}/file"), check=True)
    return SIZE_BYTES / _MIB / (time.perf_counter() - began)


def _by_us(address: str, folder: Path) -> float:
    target = folder / "ours.bin"
    target.unlink(missing_ok=True)

    async def fetch() -> float:
        began = time.perf_counter()
        await download(FileSource(f"{address}/file"), target, client_factory=http_client)
        return SIZE_BYTES / _MIB / (time.perf_counter() - began)

    return asyncio.run(fetch())


@contextmanager
def _serving() -> Iterator[str]:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.peers.download_server import main; main()"
    command = [sys.executable, "-P", "-c", code, "--bytes", str(SIZE_BYTES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        found = re.search(r"http://[\d.:]+", process.stdout.readline())
        assert found is not None
        try:
            yield found.group()
        finally:
            process.kill()
