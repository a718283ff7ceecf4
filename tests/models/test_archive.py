from __future__ import annotations

import io
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from models.archive import ArchiveRefused, UnpackLimits, UnpackStopped, unpack
from tests.peers.release_server import packed, tar_of

FILES = {"bin/ollama": (b"#!/bin/sh\n", 0o755), "lib/ollama/libx.so.1.2": (b"x" * 5000, 0o644)}
LINKS = {"lib/ollama/libx.so": "libx.so.1", "lib/ollama/libx.so.1": "libx.so.1.2"}


def written(tmp_path: Path, name: str, body: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(body)
    return path


def zip_of(files: dict[str, tuple[bytes, int]], links: dict[str, str] | None = None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed_file:
        for name, (content, mode) in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFREG | mode) << 16
            packed_file.writestr(entry, content)
        for name, target in (links or {}).items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            packed_file.writestr(entry, target)
    return held.getvalue()


def everything_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("name", ["ollama.tar.zst", "ollama.tgz", "ollama.zip"])
def test_an_archive_comes_out_as_it_went_in(tmp_path: Path, name: str) -> None:
    body = zip_of(FILES, LINKS) if name.endswith(".zip") else packed(tar_of(FILES, LINKS), name)
    read: list[int] = []
    unpack(written(tmp_path, name, body), tmp_path / "out", progress=read.append)
    assert (tmp_path / "out" / "lib/ollama/libx.so").read_bytes() == b"x" * 5000
    assert os.access(tmp_path / "out" / "bin/ollama", os.X_OK)
    assert not os.access(tmp_path / "out" / "lib/ollama/libx.so.1.2", os.X_OK)
    assert read == sorted(read)
    assert read[-1] > 0


HOSTILE_NAMES = ["../evil", "/tmp/evil", "bin/../../evil", "..", "C:\\evil", "a\\..\\evil", "bin/a:stream", "//x/evil"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("form", [".tar.zst", ".tgz", ".zip"])
def test_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str, form: str) -> None:
    files = {name: (b"evil", 0o644)}
    body = zip_of(files) if form == ".zip" else packed(tar_of(files), form)
    inside = tmp_path / "inside"
    inside.mkdir()
    with pytest.raises(ArchiveRefused):
        unpack(written(tmp_path, f"a{form}", body), inside / "out")
    assert everything_below(inside) <= {"out"}


HOSTILE_LINKS = ["/etc/passwd", "../../outside", "../..", "nowhere", "lib/../../../x", "C:\\x"]


@pytest.mark.parametrize("target", HOSTILE_LINKS)
@pytest.mark.parametrize("form", [".tar.zst", ".zip"])
def test_a_link_that_leads_outside_or_nowhere_is_refused(tmp_path: Path, target: str, form: str) -> None:
    (tmp_path / "outside").write_text("mine")
    links = {"lib/link": target}
    body = zip_of(FILES, links) if form == ".zip" else packed(tar_of(FILES, links), form)
    with pytest.raises(ArchiveRefused):
        unpack(written(tmp_path, f"a{form}", body), tmp_path / "out")
    assert (tmp_path / "outside").read_text() == "mine"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        link = tarfile.TarInfo("door")
        link.type, link.linkname = tarfile.SYMTYPE, "../.."
        tar.addfile(link)
        entry = tarfile.TarInfo("door/evil")
        entry.size = 4
        tar.addfile(entry, io.BytesIO(b"evil"))
    with pytest.raises(ArchiveRefused, match="below a link"):
        unpack(written(tmp_path, "a.tgz", packed(held.getvalue(), ".tgz")), tmp_path / "deep" / "er" / "out")
    assert not (tmp_path / "evil").exists()
    assert not (tmp_path / "deep" / "evil").exists()


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.BLKTYPE])
def test_devices_and_pipes_are_refused(tmp_path: Path, kind: bytes) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        entry = tarfile.TarInfo("dev")
        entry.type = kind
        tar.addfile(entry)
    with pytest.raises(ArchiveRefused, match="neither"):
        unpack(written(tmp_path, "a.tgz", packed(held.getvalue(), ".tgz")), tmp_path / "out")


def test_a_bomb_is_stopped(tmp_path: Path) -> None:
    body = packed(tar_of({"zeros": (bytes(20_000_000), 0o644)}), ".tar.zst")
    with pytest.raises(ArchiveRefused, match="come out"):
        unpack(written(tmp_path, "a.tar.zst", body), tmp_path / "out")
    many = packed(tar_of({f"f{at}": (b"", 0o644) for at in range(50)}), ".tgz")
    with pytest.raises(ArchiveRefused, match="entries"):
        unpack(written(tmp_path, "b.tgz", many), tmp_path / "out2", limits=UnpackLimits(entries=40))


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        for content in (b"good", b"evil"):
            entry = tarfile.TarInfo("bin/ollama")
            entry.size = 4
            tar.addfile(entry, io.BytesIO(content))
    with pytest.raises(ArchiveRefused, match="twice"):
        unpack(written(tmp_path, "a.tgz", packed(held.getvalue(), ".tgz")), tmp_path / "out")


@pytest.mark.parametrize("form", [".tar.zst", ".tgz", ".zip"])
def test_an_archive_that_is_cut_anywhere_is_refused(tmp_path: Path, form: str) -> None:
    files = {**FILES, "noise": (os.urandom(30_000), 0o644)}
    body = zip_of(files) if form == ".zip" else packed(tar_of(files), form)
    for at in (0, 1, 10, len(body) // 2, len(body) - 20, len(body) - 1):
        with pytest.raises(ArchiveRefused):
            unpack(written(tmp_path, f"a{form}", body[:at]), tmp_path / f"out{at}")


@pytest.mark.parametrize("form", [".tar.zst", ".tgz", ".zip"])
def test_noise_is_refused(tmp_path: Path, form: str) -> None:
    with pytest.raises(ArchiveRefused):
        unpack(written(tmp_path, f"a{form}", os.urandom(5000)), tmp_path / "out")


def test_it_stops_when_nobody_wants_it_any_more(tmp_path: Path) -> None:
    archive = written(tmp_path, "a.tgz", packed(tar_of(FILES), ".tgz"))
    with pytest.raises(UnpackStopped):
        unpack(archive, tmp_path / "out", is_wanted=lambda: False)
