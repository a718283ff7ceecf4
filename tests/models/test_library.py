from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.network.http_client import http_client
from models.downloads import DownloadedFile, FileSource, Patience, WantedFile, download_all
from models.engine_errors import ChecksumDiffers, UnsafeName
from models.library import MANIFEST, InstalledFiles, ModelFiles, folder_name, safe_parts
from tests.peers.download_server import DownloadPeer, Redirect, linked_headers, served

WEIGHTS, CONFIG = b"weights " * 1000, b'{"a": 1}'
QUICK = Patience(tries_without_progress=3, first_pause_s=0.001, longest_pause_s=0.002)


@pytest.fixture
def files(tmp_path: Path) -> ModelFiles:
    return ModelFiles(tmp_path / "models")


def install(files: ModelFiles, model_id: str = "whisper:tiny", weights: bytes = WEIGHTS) -> Path:
    fetched = []
    for name, data in (("model.bin", weights), ("sub/config.json", CONFIG)):
        path = files.staged_path(model_id, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        fetched.append(DownloadedFile(path, hashlib.sha256(data).hexdigest(), len(data), url=f"https://x.test/{name}"))
    return files.install(model_id, fetched, source="https://x.test").folder


def test_a_model_is_there_when_it_is_installed_and_its_manifest_tells_of_it(files: ModelFiles) -> None:
    assert files.installed() == []
    assert files.folder_of("whisper:tiny") is None
    folder = install(files)
    assert files.folder_of("whisper:tiny") == folder
    (model,) = files.installed()
    assert model.model_id == "whisper:tiny"
    assert model.size_bytes == len(WEIGHTS) + len(CONFIG)
    assert model.installed_at.tzinfo is not None
    assert model.source == "https://x.test"
    assert [file.path for file in model.files] == ["model.bin", "sub/config.json"]
    assert model.files[0].url == "https://x.test/model.bin"
    assert (folder / "sub" / "config.json").read_bytes() == CONFIG


def test_what_is_being_fetched_is_no_model(files: ModelFiles) -> None:
    files.staged_path("whisper:tiny", "model.bin").write_bytes(WEIGHTS)
    assert files.installed() == []
    assert files.folder_of("whisper:tiny") is None
    assert files.disk_use() == len(WEIGHTS)


@pytest.mark.parametrize("harm", ["no manifest", "no file", "shorter", "manifest of another", "nonsense", "leads out"])
def test_a_folder_that_is_not_whole_is_no_model(files: ModelFiles, harm: str) -> None:
    folder = install(files)
    manifest = folder / MANIFEST
    told = json.loads(manifest.read_text())
    if harm == "no manifest":
        manifest.unlink()
    elif harm == "no file":
        (folder / "model.bin").unlink()
    elif harm == "shorter":
        (folder / "model.bin").write_bytes(WEIGHTS[:-1])
    elif harm == "nonsense":
        manifest.write_text("[1, 2")
    elif harm == "manifest of another":
        manifest.write_text(json.dumps({**told, "model_id": "whisper:base"}))
    else:
        told["files"][0]["path"] = "../../elsewhere"
        manifest.write_text(json.dumps(told))
    assert files.installed() == []
    assert files.folder_of("whisper:tiny") is None


def test_installing_again_replaces_the_older_one(files: ModelFiles) -> None:
    install(files)
    folder = install(files, weights=b"newer")
    assert (folder / "model.bin").read_bytes() == b"newer"
    assert len(files.installed()) == 1
    assert files.verify("whisper:tiny") == ()


def test_what_an_older_fetch_left_does_not_get_into_the_model(files: ModelFiles) -> None:
    for name in ("old.bin", "model.bin.part", "model.bin.part.json"):
        files.staged_path("whisper:tiny", name).write_bytes(b"left")
    folder = install(files)
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, "model.bin", "sub"]


def test_deleting_leaves_nothing(files: ModelFiles) -> None:
    install(files)
    install(files, "piper:de_DE-thorsten-medium")
    assert files.delete("whisper:tiny")
    assert not files.delete("whisper:tiny")
    assert [model.model_id for model in files.installed()] == ["piper:de_DE-thorsten-medium"]
    assert files.delete("piper:de_DE-thorsten-medium")
    assert files.disk_use() == 0


def test_verifying_reads_every_byte_again(files: ModelFiles) -> None:
    folder = install(files)
    read: list[int] = []
    assert files.verify("whisper:tiny", read.append) == ()
    assert read[-1] == len(WEIGHTS) + len(CONFIG)
    (folder / "model.bin").write_bytes(WEIGHTS[:-1] + b"x")
    assert files.verify("whisper:tiny") == ("model.bin",)
    assert files.verify("whisper:base") == (MANIFEST,)


def test_sweeping_takes_what_was_begun_long_ago_and_nothing_else(files: ModelFiles) -> None:
    install(files)
    files.staged_path("whisper:old", "model.bin").write_bytes(WEIGHTS)
    files.staged_path("whisper:new", "model.bin").write_bytes(WEIGHTS)
    long_ago = time.time() - 30 * 24 * 3600
    for path in (files.staging("whisper:old") / "model.bin", files.root / ".staging" / "whisper--old"):
        os.utime(path, (long_ago, long_ago))
    half_removed = files.root / ".removed" / "whisper--base.1234"
    half_removed.mkdir(parents=True)
    (half_removed / "model.bin").write_bytes(WEIGHTS)
    assert files.sweep() == 2 * len(WEIGHTS)
    assert files.folder_of("whisper:tiny") is not None
    assert sorted(path.name for path in (files.root / ".staging").iterdir()) == ["whisper--new"]
    files.drop_staging("whisper:new")
    assert files.disk_use() == sum(path.stat().st_size for path in (files.root / "whisper--tiny").rglob("*.*"))


@pytest.mark.parametrize(
    "model_id",
    [
        *("", "whisper", "whisper:", ":tiny", "../x:y", "a:../b", "a:b/c", "a:b\\c", "a:.b", "/a:b", "a:b:"),
        *("a:b\0", "a:b\n", "a:b.", "a--b:c", "a: b", "ä:b", "whisper:..", "a:" + "b" * 200),
    ],
)
def test_model_ids_that_might_lead_elsewhere_are_refused(files: ModelFiles, model_id: str) -> None:
    with pytest.raises(UnsafeName):
        folder_name(model_id)
    with pytest.raises(UnsafeName):
        files.delete(model_id)


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "../x", "a/../b", "/etc/passwd", "a//b", "a/./b", "a/", "C:/x", "C:x", "\\\\host\\x", "a\\b"),
        *("a/..", ".hidden", "a/.hidden", "con", "sub/NUL.txt", "a.", "a ", "a\0b", "manifest.json", "a:stream"),
    ],
)
def test_file_paths_that_might_lead_elsewhere_are_refused(files: ModelFiles, path: str) -> None:
    with pytest.raises(UnsafeName):
        safe_parts(path)
    with pytest.raises(UnsafeName):
        files.staged_path("whisper:tiny", path)


def test_two_ids_never_share_a_folder() -> None:
    ids = ["a:b", "a:b:c", "a:b-c", "a-b:c", "a_b:c", "a:b_c", "a:B"]
    assert len({folder_name(model_id) for model_id in ids}) == len(ids)


# ---- the whole way --------------------------------------------------------------------------------------------------


@pytest.fixture
def peer() -> Iterator[DownloadPeer]:
    with DownloadPeer() as peer:
        peer.files["/model.bin"] = served(WEIGHTS)
        peer.files["/config.json"] = served(CONFIG)
        yield peer


async def fetch(files: ModelFiles, peer: DownloadPeer, *, sha256: str = "") -> InstalledFiles:
    wanted = [
        WantedFile(FileSource(peer.url(f"/{name}"), size, hash_), files.staged_path("whisper:tiny", name))
        for name, size, hash_ in (("model.bin", len(WEIGHTS), sha256), ("config.json", None, ""))
    ]
    whole = await download_all(wanted, client_factory=http_client, patience=QUICK, reserve_bytes=0)
    return files.install("whisper:tiny", whole, source="https://x.test")


async def test_a_model_is_fetched_and_installed(files: ModelFiles, peer: DownloadPeer) -> None:
    done = await fetch(files, peer, sha256=hashlib.sha256(WEIGHTS).hexdigest())
    assert files.installed() == [done]
    assert files.verify("whisper:tiny") == ()
    assert not list((files.root / ".staging").iterdir())


async def test_a_model_with_one_wrong_file_is_never_installed(files: ModelFiles, peer: DownloadPeer) -> None:
    with pytest.raises(ChecksumDiffers):
        await fetch(files, peer, sha256="0" * 64)
    assert files.installed() == []


async def test_the_host_s_own_hash_is_used_and_said_to_be_so(files: ModelFiles, peer: DownloadPeer) -> None:
    peer.files["/cdn/model.bin"] = peer.files.pop("/model.bin")
    peer.redirects["/model.bin"] = Redirect("/cdn/model.bin", headers=linked_headers(WEIGHTS))
    done = await fetch(files, peer)
    assert [file.is_host_declared for file in done.files] == [True, False]
    assert files.installed()[0].files[0].is_host_declared
