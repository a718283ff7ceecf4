from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.network.http_client import http_client
from models.archive import ArchiveRefused, UnpackStopped
from models.engine_errors import AnswerUnfit, EngineError, HostRefused, TransferBroken
from models.ollama_release import (
    NoArchiveForSystem,
    ReleasePlace,
    ReleaseTooOld,
    archive_names,
    latest_release,
)
from models.program_folder import ProgramBroken, ProgramFolder
from tests.peers.release_server import ReleaseServer, little_program, packed, tar_of

NAME = "ollama-linux-amd64.tar.zst"


@pytest.fixture
async def server() -> AsyncIterator[ReleaseServer]:
    async with ReleaseServer() as server:
        yield server


def place(server: ReleaseServer) -> ReleasePlace:
    return ReleasePlace(server.latest_url, ("127.0.0.1",))


def test_every_system_has_its_archive() -> None:
    assert archive_names("linux", "x86_64") == ("ollama-linux-amd64.tar.zst", "ollama-linux-amd64.tgz")
    assert archive_names("linux", "aarch64")[0] == "ollama-linux-arm64.tar.zst"
    assert archive_names("darwin", "arm64") == ("ollama-darwin.tgz",)
    assert archive_names("win32", "AMD64") == ("ollama-windows-amd64.zip",)
    for system, machine in (("linux", "riscv64"), ("freebsd14", "amd64"), ("win32", "x86")):
        with pytest.raises(NoArchiveForSystem):
            archive_names(system, machine)


@pytest.mark.parametrize("tells_digests", [True, False])
async def test_the_newest_release_tells_size_and_checksum(*, tells_digests: bool) -> None:
    async with ReleaseServer(version="0.36.2", tells_digests=tells_digests) as server:
        file = server.add_asset(NAME, b"the archive")
        server.add_asset("ollama-darwin.tgz", b"another")
        found = await latest_release(place(server), client_factory=http_client, names=(NAME,))
        assert (found.version, found.size_bytes, found.sha256) == ("0.36.2", 11, file.sha256)
        assert found.url == f"{server.address}/download/{NAME}"


async def test_an_older_kind_of_archive_will_do(server: ReleaseServer) -> None:
    server.add_asset("ollama-linux-amd64.tgz", b"old")
    found = await latest_release(place(server), client_factory=http_client, names=archive_names("linux", "x86_64"))
    assert found.name == "ollama-linux-amd64.tgz"


async def test_a_release_with_known_holes_is_not_offered(server: ReleaseServer) -> None:
    server.version = "0.34.9"
    server.add_asset(NAME, b"x")
    with pytest.raises(ReleaseTooOld):
        await latest_release(place(server), client_factory=http_client, names=(NAME,))


async def test_a_release_without_an_archive_for_us_says_so(server: ReleaseServer) -> None:
    server.add_asset("ollama-darwin.tgz", b"x")
    with pytest.raises(NoArchiveForSystem):
        await latest_release(place(server), client_factory=http_client, names=(NAME,))


async def test_an_archive_on_a_host_that_was_not_named_is_refused(server: ReleaseServer) -> None:
    server.add_asset(NAME, b"x")
    with pytest.raises(AnswerUnfit):
        await latest_release(
            ReleasePlace(server.latest_url.replace("127.0.0.1", "localhost"), ("localhost",)),
            client_factory=http_client,
            names=(NAME,),
        )


async def test_trouble_on_the_way_is_an_engines_error(server: ReleaseServer) -> None:
    with pytest.raises(AnswerUnfit):  # an empty list
        await latest_release(place(server), client_factory=http_client, names=(NAME,))
    with pytest.raises(HostRefused):
        await latest_release(
            ReleasePlace(f"{server.address}/nothing", ("127.0.0.1",)), client_factory=http_client, names=(NAME,)
        )
    with pytest.raises(TransferBroken):
        await latest_release(
            ReleasePlace("http://127.0.0.1:9/latest", ("127.0.0.1",)), client_factory=http_client, names=(NAME,)
        )


async def test_without_a_door_the_guard_says_no() -> None:
    with pytest.raises(ConnectionRefusedError) as refused:
        await latest_release(ReleasePlace(), client_factory=http_client, names=(NAME,))
    assert type(refused.value).__name__ == "RefusedByGuard"


# ---- the folder of the program --------------------------------------------------------------------------------------

needs_script = pytest.mark.skipif(sys.platform == "win32", reason="the little Ollama is a script")


def archive_in(folder: Path, **plan: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(packed(tar_of(little_program(plan=dict(plan))), NAME))
    return path


@needs_script
def test_a_version_is_used_after_it_ran_once_and_the_old_one_goes_later(tmp_path: Path) -> None:
    programs = ProgramFolder(tmp_path / "ollama")
    assert (programs.program(), programs.version()) == (None, "")
    assert programs.install(archive_in(tmp_path / "a", version="0.35.1")) == "0.35.1"
    first = programs.program()
    assert first is not None
    assert programs.install(archive_in(tmp_path / "b", version="0.36.0")) == "0.36.0"
    assert programs.version() == "0.36.0"
    assert first.exists()
    programs.prune()
    assert not first.exists()
    assert programs.program() is not None
    programs.remove()
    assert (programs.program(), programs.version()) == (None, "")
    assert list((tmp_path / "ollama").iterdir()) == []


@needs_script
def test_what_does_not_run_is_never_used_and_leaves_nothing(tmp_path: Path) -> None:
    programs = ProgramFolder(tmp_path / "ollama")
    programs.install(archive_in(tmp_path / "a"))
    good = programs.program()
    before = set((tmp_path / "ollama").iterdir())
    broken = tmp_path / "broken.tgz"
    for files, error in (
        ({"bin/ollama": (b"#!/bin/sh\nexit 3\n", 0o755)}, ProgramBroken),
        ({"bin/ollama": (b"#!/bin/sh\necho hello\n", 0o755)}, ProgramBroken),
        ({"bin/ollama": (b"\x7fELFno", 0o755)}, ProgramBroken),
        ({"bin/ollama": (b"#!/bin/sh\n", 0o644)}, ProgramBroken),
        ({"readme": (b"", 0o644)}, ArchiveRefused),
    ):
        broken.write_bytes(packed(tar_of(files), ".tgz"))
        with pytest.raises(EngineError) as caught:
            programs.install(broken)
        assert isinstance(caught.value, error)
    with pytest.raises(UnpackStopped):
        programs.install(archive_in(tmp_path / "b"), is_wanted=lambda: False)
    assert set((tmp_path / "ollama").iterdir()) == before
    assert programs.program() == good


@needs_script
def test_what_is_unpacked_just_now_is_not_swept_away(tmp_path: Path) -> None:
    programs = ProgramFolder(tmp_path / "ollama")
    version = programs.install(archive_in(tmp_path / "a"), progress=lambda _: programs.prune())
    assert programs.version() == version


@needs_script
def test_what_a_killed_installation_left_goes_after_a_day(tmp_path: Path) -> None:
    programs = ProgramFolder(tmp_path / "ollama")
    programs.install(archive_in(tmp_path / "a"))
    old, young = tmp_path / "ollama" / "unpacking-old", tmp_path / "ollama" / "unpacking-young"
    for folder in (old, young):
        (folder / "bin").mkdir(parents=True)
    os.utime(old, (1, 1))
    programs.prune()
    assert not old.exists()
    assert young.exists()


def test_a_note_that_points_elsewhere_is_not_followed(tmp_path: Path) -> None:
    programs = ProgramFolder(tmp_path / "ollama")
    (tmp_path / "ollama").mkdir()
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "ollama").write_text("")
    for told in ("../evil", "/tmp", "", "ollama-../../evil", "\x00"):
        (tmp_path / "ollama" / "current").write_text(told)
        assert programs.program() is None
