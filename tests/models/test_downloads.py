from __future__ import annotations

import asyncio
import hashlib
import os
import random
import shutil
import ssl
import subprocess
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from core.errors import DoorClosed
from core.network.http_client import http_client
from models.download_speed import Speed
from models.downloads import DownloadedFile, FileSource, Patience, Progress, WantedFile, download, download_all
from models.engine_errors import (
    AnswerUnfit,
    ChecksumDiffers,
    DiskRefused,
    DownloadFailed,
    ForeignRedirect,
    HostRefused,
    NotEnoughDisk,
    SizeDiffers,
    TransferBroken,
)
from models.part_file import part_of
from tests.peers.download_server import DownloadPeer, Redirect, linked_headers, served

ROOT = Path(__file__).resolve().parents[2]
MIB = 1024 * 1024
PATH = "/models/model.bin"
DATA = random.Random(3).randbytes(3 * MIB + 12_345)
SHA256 = hashlib.sha256(DATA).hexdigest()
QUICK = Patience(tries_without_progress=4, stall_s=5.0, first_pause_s=0.001, longest_pause_s=0.002)


@pytest.fixture
def peer() -> Iterator[DownloadPeer]:
    with DownloadPeer() as peer:
        peer.files[PATH] = served(DATA)
        yield peer


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "here" / "model.bin"


async def fetch(peer: DownloadPeer, target: Path, source: FileSource | None = None, **options: Any) -> DownloadedFile:
    source = source or FileSource(peer.url(PATH), len(DATA), SHA256)
    return await download(
        source, target, **{"client_factory": http_client, "patience": QUICK, "reserve_bytes": 0, **options}
    )


def ranges_asked(peer: DownloadPeer) -> list[str]:
    return [request.headers.get("range", "") for request in peer.requests_to(PATH)]


def content(path: Path) -> bytes:
    return path.read_bytes()


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def is_clean(target: Path) -> bool:
    """Nothing but the target lies there."""
    return names_in(target.parent) == [target.name]


async def test_a_file_arrives_whole_with_its_hash_and_nothing_else_is_left(peer: DownloadPeer, target: Path) -> None:
    done = await fetch(peer, target)
    assert content(target) == DATA
    assert (done.sha256, done.size_bytes, done.expected_sha256, done.is_host_declared) == (
        SHA256,
        len(DATA),
        SHA256,
        False,
    )
    assert is_clean(target)
    assert peer.requests[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, MIB, 2 * MIB + 1])
async def test_any_size_arrives_as_it_is(peer: DownloadPeer, target: Path, size: int) -> None:
    peer.files[PATH] = served(DATA[:size])
    await fetch(peer, target, FileSource(peer.url(PATH)))
    assert content(target) == DATA[:size]


@pytest.mark.parametrize("together", [1, 100, 16_384, 65_536, 70_000, 500_000, len(DATA)])
async def test_what_comes_in_one_packet_with_the_head_is_neither_lost_nor_doubled(
    peer: DownloadPeer, target: Path, together: int
) -> None:
    """The body is taken straight from the connection, past what the HTTP library has read already."""
    peer.bytes_with_head = together
    await fetch(peer, target, FileSource(peer.url(PATH)))
    assert content(target) == DATA


async def test_without_a_length_it_arrives_as_well(peer: DownloadPeer, target: Path) -> None:
    peer.tells_length = False
    await fetch(peer, target)
    assert content(target) == DATA


@pytest.mark.parametrize("resets", [False, True])
async def test_a_download_cut_fifty_times_ends_byte_identical(
    peer: DownloadPeer, target: Path, *, resets: bool
) -> None:
    numbers = random.Random(7)
    peer.cuts = deque(numbers.randrange(1, len(DATA) // 50) for _ in range(50))
    peer.resets = resets
    await fetch(peer, target)
    assert content(target) == DATA
    assert is_clean(target)
    assert len(peer.requests_to(PATH)) == 51
    if not resets:  # a reset may lose what was sent, a clean end may not
        assert sum(peer.bodies_sent) == len(DATA)


async def test_it_gives_up_only_after_tries_that_got_no_further(peer: DownloadPeer, target: Path) -> None:
    peer.cuts = deque([1000, 0, 0, 0, 1000, 0, 0, 0, 0, 0])
    with pytest.raises(TransferBroken) as failed:
        await fetch(peer, target)
    assert failed.value.tries == QUICK.tries_without_progress
    assert failed.value.host == "127.0.0.1"
    assert len(peer.requests_to(PATH)) == 9
    assert part_of(target).read_bytes() == DATA[:2000]
    await fetch(peer, target)
    assert content(target) == DATA


async def test_without_ranges_a_cut_starts_again_and_a_line_that_never_holds_is_given_up(
    peer: DownloadPeer, target: Path
) -> None:
    peer.takes_ranges = False
    peer.cuts = deque([100_000, 200_000])
    await fetch(peer, target)
    assert content(target) == DATA
    peer.cuts = deque([100_000] * 20)
    part_of(target).with_name(target.name).unlink()
    with pytest.raises(TransferBroken):
        await fetch(peer, target)
    assert len(peer.cuts) == 20 - QUICK.tries_without_progress - 1


async def test_a_stalled_line_counts_as_broken(peer: DownloadPeer, target: Path) -> None:
    peer.stalls = deque([100_000, 0])
    await fetch(peer, target, patience=replace(QUICK, stall_s=0.2))
    assert content(target) == DATA
    assert ranges_asked(peer) == ["", "bytes=100000-", "bytes=100000-"]


async def test_nobody_there_is_tried_again_and_then_said(peer: DownloadPeer, target: Path) -> None:
    source = FileSource(peer.url(PATH))
    peer.stop()
    with pytest.raises(TransferBroken, match="ConnectError"):
        await fetch(peer, target, source)
    assert names_in(target.parent) == []


async def test_a_closed_door_is_said_at_once(target: Path, peer: DownloadPeer) -> None:
    with pytest.raises(DoorClosed):
        await fetch(peer, target, FileSource("http://192.0.2.1/model.bin"))


# ---- pause and resume -----------------------------------------------------------------------------------------------


async def begin_and_pause(peer: DownloadPeer, target: Path, *, at_least: int, source: FileSource | None = None) -> int:
    """Cancel a download on a slow line when some has come; returns the bytes that were kept."""
    peer.bytes_per_s = 4 * MIB
    far_enough = asyncio.Event()

    def heard(progress: Progress) -> None:
        if progress.done_bytes >= at_least:
            far_enough.set()

    task = asyncio.create_task(fetch(peer, target, source, progress=heard))
    await asyncio.wait_for(far_enough.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    peer.bytes_per_s = 0
    return part_of(target).stat().st_size


async def test_cancelling_is_pausing_and_it_goes_on_where_it_was(peer: DownloadPeer, target: Path) -> None:
    kept = await begin_and_pause(peer, target, at_least=300_000)
    assert kept >= 300_000
    assert target.name not in names_in(target.parent)
    assert part_of(target).read_bytes() == DATA[:kept]
    told: list[Progress] = []
    await fetch(peer, target, progress=told.append)
    assert content(target) == DATA
    assert ranges_asked(peer) == ["", f"bytes={kept}-"]
    assert peer.requests[-1].headers["if-range"] == peer.files[PATH].etag
    assert min(progress.done_bytes for progress in told) == kept
    assert is_clean(target)


async def test_a_file_that_changed_meanwhile_starts_again(peer: DownloadPeer, target: Path) -> None:
    source = FileSource(peer.url(PATH))
    await begin_and_pause(peer, target, at_least=300_000, source=source)
    other = DATA[::-1]
    peer.files[PATH] = served(other)
    await fetch(peer, target, source)
    assert content(target) == other


async def test_a_changed_file_is_noticed_where_the_host_ignores_if_range(peer: DownloadPeer, target: Path) -> None:
    source = FileSource(peer.url(PATH))
    await begin_and_pause(peer, target, at_least=300_000, source=source)
    peer.minds_if_range = False
    peer.files[PATH] = served(DATA[::-1])
    await fetch(peer, target, source)
    assert content(target) == DATA[::-1]
    assert ranges_asked(peer)[-1] == ""


async def test_a_weak_tag_is_not_sent_but_compared(peer: DownloadPeer, target: Path) -> None:
    peer.files[PATH] = replace(served(DATA), etag='W/"1"', last_modified="")
    source = FileSource(peer.url(PATH))
    await begin_and_pause(peer, target, at_least=300_000, source=source)
    peer.files[PATH] = replace(served(DATA[::-1]), etag='W/"2"', last_modified="")
    await fetch(peer, target, source)
    assert content(target) == DATA[::-1]
    assert "if-range" not in peer.requests[1].headers


async def test_a_file_that_became_shorter_answers_416_and_starts_again(peer: DownloadPeer, target: Path) -> None:
    source = FileSource(peer.url(PATH))
    await begin_and_pause(peer, target, at_least=300_000, source=source)
    peer.minds_if_range = False
    peer.files[PATH] = served(DATA[:1000])
    await fetch(peer, target, source)
    assert content(target) == DATA[:1000]


async def test_a_whole_part_needs_no_further_byte(peer: DownloadPeer, target: Path) -> None:
    kept = await begin_and_pause(peer, target, at_least=300_000)
    part_of(target).write_bytes(DATA)  # as if Hearth had been killed just before the last rename
    await fetch(peer, target)
    assert content(target) == DATA
    assert kept < len(DATA)
    assert len(peer.requests_to(PATH)) == 1


async def test_a_part_that_the_disk_damaged_is_fetched_anew_without_asking(peer: DownloadPeer, target: Path) -> None:
    kept = await begin_and_pause(peer, target, at_least=300_000)
    part_of(target).write_bytes(bytes(kept))
    await fetch(peer, target)
    assert content(target) == DATA


async def test_pausing_while_a_part_is_read_again_loses_nothing(peer: DownloadPeer, target: Path) -> None:
    kept = await begin_and_pause(peer, target, at_least=300_000)
    task = asyncio.create_task(fetch(peer, target))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert part_of(target).stat().st_size >= kept
    await fetch(peer, target)
    assert content(target) == DATA


async def test_two_that_fetch_the_same_file_do_not_mix_it_up(peer: DownloadPeer, target: Path) -> None:
    peer.bytes_per_s = 2 * MIB
    first = asyncio.create_task(fetch(peer, target))
    await asyncio.to_thread(wait_for_part, target)
    with pytest.raises(DiskRefused, match="another program"):
        await fetch(peer, target)
    peer.bytes_per_s = 0
    await first
    assert content(target) == DATA


@pytest.mark.parametrize("note", ["", "{", "[]", '{"url": 3}', '{"url": "http://elsewhere/x"}', '{"x": 1}'])
async def test_a_part_without_a_note_that_fits_is_not_gone_on_with(peer: DownloadPeer, target: Path, note: str) -> None:
    target.parent.mkdir()
    part_of(target).write_bytes(b"something else")
    part_of(target).with_name("model.bin.part.json").write_text(note)
    await fetch(peer, target)
    assert content(target) == DATA
    assert ranges_asked(peer) == [""]


def wait_for_part(target: Path) -> None:
    """Until some of it is on the disk."""
    while not part_of(target).exists() or part_of(target).stat().st_size == 0:
        time.sleep(0.02)


async def test_killing_the_process_in_the_middle_leaves_what_the_next_one_goes_on_with(
    peer: DownloadPeer, target: Path
) -> None:
    peer.bytes_per_s = MIB
    script = (
        "import asyncio, sys; from pathlib import Path\n"
        "from models.downloads import FileSource, download\n"
        "from core.network.http_client import http_client\n"
        "asyncio.run(download(FileSource(sys.argv[1]), Path(sys.argv[2]), client_factory=http_client))"
    )
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}"
    process = await asyncio.create_subprocess_exec(sys.executable, "-P", "-c", code, peer.url(PATH), str(target))
    await asyncio.to_thread(wait_for_part, target)
    process.kill()
    await process.wait()
    kept = part_of(target).stat().st_size
    peer.bytes_per_s = 0
    await fetch(peer, target)
    assert content(target) == DATA
    assert ranges_asked(peer)[-1] == f"bytes={kept}-"


# ---- what is not the file -------------------------------------------------------------------------------------------


async def test_a_wrong_checksum_is_said_and_what_came_is_thrown_away(peer: DownloadPeer, target: Path) -> None:
    wrong = "0" * 64
    with pytest.raises(ChecksumDiffers) as failed:
        await fetch(peer, target, FileSource(peer.url(PATH), len(DATA), wrong))
    assert (failed.value.expected, failed.value.found) == (wrong, SHA256)
    assert names_in(target.parent) == []


async def test_a_wrong_size_is_said_before_a_byte_is_taken(peer: DownloadPeer, target: Path) -> None:
    with pytest.raises(SizeDiffers) as failed:
        await fetch(peer, target, FileSource(peer.url(PATH), len(DATA) + 1, SHA256))
    assert (failed.value.expected_bytes, failed.value.found_bytes) == (len(DATA) + 1, len(DATA))
    assert names_in(target.parent) == []


async def test_too_much_without_a_length_is_stopped(peer: DownloadPeer, target: Path) -> None:
    peer.tells_length = False
    with pytest.raises(SizeDiffers):
        await fetch(peer, target, FileSource(peer.url(PATH), 1000, ""))
    assert names_in(target.parent) == []


@pytest.mark.parametrize("encoding", ["gzip", "br", "GZIP, identity"])
async def test_a_compressed_answer_is_refused(peer: DownloadPeer, target: Path, encoding: str) -> None:
    peer.files[PATH] = replace(served(DATA), headers={"Content-Encoding": encoding})
    with pytest.raises(AnswerUnfit, match="Content-Encoding"):
        await fetch(peer, target)


async def test_the_sign_in_page_of_a_hotel_is_not_taken_for_a_model(peer: DownloadPeer, target: Path) -> None:
    peer.files[PATH] = replace(served(b"<html>Room number?</html>"), content_type="text/html; charset=utf-8")
    with pytest.raises(AnswerUnfit, match="web page"):
        await fetch(peer, target, FileSource(peer.url(PATH)))
    assert names_in(target.parent) == []


@pytest.mark.parametrize("told", ["bytes */100", "bytes 0-10/*x", "lines 1-2/3", "bytes 5-10/100"])
async def test_a_nonsensical_range_leads_to_no_wrong_file(peer: DownloadPeer, target: Path, told: str) -> None:
    source = FileSource(peer.url(PATH))
    await begin_and_pause(peer, target, at_least=300_000, source=source)
    peer.content_range = told
    try:
        await fetch(peer, target, source)
    except AnswerUnfit:
        assert target.name not in names_in(target.parent)
    else:
        assert content(target) == DATA


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
async def test_a_refusal_is_said_at_once(peer: DownloadPeer, target: Path, status: int) -> None:
    peer.refusals.append((status, {}))
    with pytest.raises(HostRefused) as failed:
        await fetch(peer, target)
    assert failed.value.status == status
    assert len(peer.requests) == 1


async def test_a_busy_host_is_waited_for_as_long_as_it_asks(peer: DownloadPeer, target: Path) -> None:
    date = formatdate(0, usegmt=True)  # long past
    peer.refusals = deque([(429, {"Retry-After": "1"}), (503, {"Retry-After": date}), (503, {"Retry-After": "soon"})])
    began = asyncio.get_running_loop().time()
    await fetch(peer, target)
    assert asyncio.get_running_loop().time() - began >= 0.99
    assert content(target) == DATA


async def test_a_host_that_wants_to_be_left_alone_for_an_hour_is(peer: DownloadPeer, target: Path) -> None:
    peer.refusals = deque([(429, {"Retry-After": "3600"})])
    with pytest.raises(HostRefused) as failed:
        await fetch(peer, target)
    assert failed.value.status == 429
    assert len(peer.requests) == 1


async def test_a_host_that_is_always_busy_is_given_up(peer: DownloadPeer, target: Path) -> None:
    peer.refusals = deque([(503, {})] * 20)
    with pytest.raises(HostRefused):
        await fetch(peer, target)
    assert len(peer.requests) == QUICK.tries_without_progress


# ---- redirects ------------------------------------------------------------------------------------------------------


@pytest.fixture
def network(peer: DownloadPeer) -> Iterator[DownloadPeer]:
    """Another host, to which `/resolve/model.bin` of the first leads."""
    with DownloadPeer(host="127.0.0.2") as network:
        network.files[PATH] = served(DATA)
        to = f"{network.url(PATH)}?signature=secret"
        peer.redirects["/resolve/model.bin"] = Redirect(to, headers=linked_headers(DATA))
        yield network


def allow_second(host: str) -> bool:
    return host == "127.0.0.2"


async def test_a_redirect_to_an_agreed_host_is_followed_and_its_hash_used(
    peer: DownloadPeer, network: DownloadPeer, target: Path
) -> None:
    source = FileSource(peer.url("/resolve/model.bin"))
    network.cuts = deque([10_000])
    done = await fetch(peer, target, source, allowed_host=allow_second)
    assert content(target) == DATA
    assert (done.expected_sha256, done.is_host_declared) == (SHA256, True)
    assert len(peer.requests) == 2  # each try begins at the front, since signatures run out


async def test_bytes_that_do_not_fit_the_declared_hash_are_refused(
    peer: DownloadPeer, network: DownloadPeer, target: Path
) -> None:
    network.files[PATH] = served(DATA[:-1] + b"x")
    with pytest.raises(ChecksumDiffers):
        await fetch(peer, target, FileSource(peer.url("/resolve/model.bin")), allowed_host=allow_second)
    assert names_in(target.parent) == []


async def test_a_declared_hash_other_than_the_known_one_is_refused_before_a_byte_is_taken(
    peer: DownloadPeer, network: DownloadPeer, target: Path
) -> None:
    source = FileSource(peer.url("/resolve/model.bin"), None, "1" * 64)
    with pytest.raises(ChecksumDiffers):
        await fetch(peer, target, source, allowed_host=allow_second)


async def test_a_redirect_elsewhere_is_refused_and_names_the_host(
    peer: DownloadPeer, network: DownloadPeer, target: Path
) -> None:
    with pytest.raises(ForeignRedirect) as failed:
        await fetch(peer, target, FileSource(peer.url("/resolve/model.bin?token=secret")))
    assert failed.value.target_host == "127.0.0.2"
    assert "secret" not in str(failed.value) + failed.value.address
    assert network.requests == []


async def test_a_relative_redirect_is_followed(peer: DownloadPeer, target: Path) -> None:
    peer.redirects["/a"] = Redirect("/b", 307)
    peer.redirects["/b"] = Redirect(PATH.removeprefix("/"), 308)
    await fetch(peer, target, FileSource(peer.url("/a"), None, SHA256))
    assert content(target) == DATA


@pytest.mark.parametrize("location", ["", "ftp://127.0.0.1/x", "file:" + "///etc/passwd", "http://[::1", "/a"])
async def test_redirects_that_lead_nowhere_are_refused(peer: DownloadPeer, target: Path, location: str) -> None:
    peer.redirects["/a"] = Redirect(location)
    with pytest.raises(DownloadFailed):
        await fetch(peer, target, FileSource(peer.url("/a")), allowed_host=lambda _: True)


@pytest.fixture
async def secure_host(tmp_path: Path) -> AsyncIterator[tuple[str, Path]]:
    """An https host that sends everybody on to plain http elsewhere; its address and its certificate."""
    certificate = tmp_path / "host.pem"
    await asyncio.to_thread(write_certificate, certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://plain.test/x\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server:
        yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/x", certificate


def write_certificate(path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = made.add_extension(address, critical=False).sign(key, hashes.SHA256())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + signed.public_bytes(Encoding.PEM))


async def test_https_is_never_left_for_plain_http(secure_host: tuple[str, Path], tmp_path: Path) -> None:
    import httpx

    address, certificate = secure_host
    trusting = ssl.create_default_context(cafile=str(certificate))
    with pytest.raises(ForeignRedirect) as refused:
        await download(
            FileSource(address),
            tmp_path / "model.bin",
            client_factory=lambda: httpx.AsyncClient(verify=trusting, trust_env=False),
            allowed_host=lambda _: True,
        )
    assert refused.value.is_plain
    assert refused.value.target_host == "plain.test"


async def test_a_host_that_is_not_who_it_says_is_not_asked_again(secure_host: tuple[str, Path], tmp_path: Path) -> None:
    with pytest.raises(TransferBroken, match="certificate") as refused:
        await download(FileSource(secure_host[0]), tmp_path / "model.bin", client_factory=http_client)
    assert refused.value.tries == 1


# ---- the disk -------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 24 MiB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs Linux and root")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={24 * MIB}", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if mounted.returncode != 0:
        pytest.skip(f"mounting a small file system is not allowed here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


LARGE = random.Random(5).randbytes(20 * MIB)


async def test_what_does_not_fit_is_not_begun(peer: DownloadPeer, small_disk: Path) -> None:
    peer.files[PATH] = served(LARGE)
    with pytest.raises(NotEnoughDisk) as failed:
        await fetch(peer, small_disk / "model.bin", FileSource(peer.url(PATH)), reserve_bytes=8 * MIB)
    assert failed.value.needed_bytes == 28 * MIB
    assert failed.value.free_bytes <= 24 * MIB
    assert names_in(small_disk) == []


async def test_a_disk_that_fills_up_meanwhile_is_said_and_leaves_room_and_it_goes_on_later(
    peer: DownloadPeer, small_disk: Path
) -> None:
    peer.files[PATH] = served(LARGE)
    peer.tells_length = False  # so that nobody can know before
    peer.stalls = deque([2 * MIB])
    target, source = small_disk / "model.bin", FileSource(peer.url(PATH), len(LARGE))
    begun = asyncio.create_task(fetch(peer, target, source))
    await asyncio.to_thread(wait_for_part, target)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(8 * MIB))
    begun.cancel()
    with pytest.raises(asyncio.CancelledError):
        await begun
    with pytest.raises(NotEnoughDisk):
        await fetch(peer, target, FileSource(peer.url(PATH)))
    assert shutil.disk_usage(small_disk).free >= 12 * MIB
    filler.unlink()
    await fetch(peer, target, FileSource(peer.url(PATH), len(LARGE), hashlib.sha256(LARGE).hexdigest()))
    assert content(target) == LARGE


async def test_a_folder_that_may_not_be_written_is_said_as_it_is(peer: DownloadPeer, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DiskRefused):
        await fetch(peer, tmp_path / "file" / "model.bin")


# ---- several files, and what is told --------------------------------------------------------------------------------


def three_files(peer: DownloadPeer, folder: Path) -> list[WantedFile]:
    wanted = []
    for number, size in enumerate((1000, 2 * MIB, 5000)):
        data = DATA[number : number + size]
        peer.files[f"/{number}"] = served(data)
        source = FileSource(peer.url(f"/{number}"), size, hashlib.sha256(data).hexdigest())
        wanted.append(WantedFile(source, folder / f"{number}.bin"))
    return wanted


async def test_several_files_have_one_progress_and_whole_ones_are_not_fetched_again(
    peer: DownloadPeer, tmp_path: Path
) -> None:
    wanted = three_files(peer, tmp_path / "staged")
    everything = 1000 + 2 * MIB + 5000
    told: list[Progress] = []
    options = {"client_factory": http_client, "patience": QUICK, "reserve_bytes": 0}
    await download_all(wanted, progress=told.append, **options)
    assert {progress.total_bytes for progress in told} == {everything}
    assert [progress.done_bytes for progress in told] == sorted(progress.done_bytes for progress in told)
    assert told[-1].done_bytes == everything
    asked = len(peer.requests)
    done = await download_all(wanted, **options)
    assert len(peer.requests) == asked
    assert [file.size_bytes for file in done] == [1000, 2 * MIB, 5000]
    (tmp_path / "staged" / "0.bin").write_bytes(b"damaged")
    await download_all(wanted, **options)
    assert len(peer.requests) == asked + 1


async def test_all_files_together_must_fit_before_the_first_is_begun(peer: DownloadPeer, small_disk: Path) -> None:
    wanted = [WantedFile(FileSource(peer.url(f"/{n}"), 10 * MIB), small_disk / f"{n}.bin") for n in range(3)]
    with pytest.raises(NotEnoughDisk):
        await download_all(wanted, client_factory=http_client, reserve_bytes=0)
    assert peer.requests == []


async def test_progress_tells_speed_and_time_left_and_that_it_waits(peer: DownloadPeer, target: Path) -> None:
    peer.bytes_per_s = 6 * MIB
    peer.cuts = deque([MIB])
    told: list[Progress] = []
    await fetch(peer, target, progress=told.append)
    moving = [progress for progress in told if progress.remaining_s is not None]
    assert len(moving) >= 2
    assert all(0 < progress.bytes_per_s < 50 * MIB for progress in moving)
    assert "waiting" in {progress.phase for progress in told}
    assert {progress.total_bytes for progress in told[1:]} == {len(DATA)}


def test_speed_is_that_of_the_last_seconds() -> None:
    now = 0.0
    speed = Speed(lambda: now)
    assert speed.remaining_s(100) is None
    for _ in range(100):  # 10 s at 1,000 bytes a second
        now += 0.1
        speed.came(100)
    assert speed.bytes_per_s == pytest.approx(1000, rel=0.1)
    for _ in range(100):  # then 10 s at 5,000
        now += 0.1
        speed.came(500)
    assert speed.bytes_per_s == pytest.approx(5000, rel=0.1)
    assert speed.remaining_s(10_000) == pytest.approx(2, rel=0.1)
    now += 60  # silence
    assert speed.bytes_per_s < 1000
    assert speed.remaining_s(None) is None


async def test_every_error_is_one_of_the_engines(peer: DownloadPeer, target: Path) -> None:
    for url in ("http://", "http://127.0.0.1:99999/x", "gopher://127.0.0.1/x", peer.url("/nothing")):
        with pytest.raises(DownloadFailed):
            await fetch(peer, target, FileSource(url))
