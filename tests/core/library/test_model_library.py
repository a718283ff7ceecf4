from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.errors import HearthError, NotEnoughSpace, VaultLocked
from core.events import Change, ModelsChanged, TransferChanged
from core.library.library_trouble import (
    DownloadNotGenuine,
    HostNotReached,
    ModelfileUnfit,
    ModelInUse,
    ModelNameUnfit,
    ModelNotInRegistry,
    ModelUnknown,
    NoRoomForDownload,
    NoServerForLibrary,
)
from core.library.model_library import ModelLibrary
from core.library.model_parameters import ModelParameters
from core.library.sources import Sources
from core.library.transfers import Transfer
from models.downloads import Patience
from tests.peers.ollama_server import OllamaPeer, PeerModel, PullPlan
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.release_server import ReleaseServer, ServedFile

TINY = PeerModel("tiny:1b", size_bytes=1_000_000)
VOICE = b"a voice " * 40_000
QUICK = Patience(tries_without_progress=3, first_pause_s=0.01, longest_pause_s=0.05)


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as peer:
        peer.pullable["tiny:1b"] = TINY
        yield peer


@pytest.fixture
async def host() -> AsyncIterator[ReleaseServer]:
    async with ReleaseServer() as host:
        host.files["/voice.onnx"] = ServedFile(VOICE)
        host.files["/voice.json"] = ServedFile(b"{}")
        yield host


def catalogue(folder: Path, host: ReleaseServer, *, size_bytes: int = len(VOICE)) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "catalogue.toml"
    files = "".join(
        f'[[model.files]]\npath = "{name}"\nurl = "{host.address}/{name}"\nsize_bytes = {len(file.body)}\n'
        f'size_is_exact = true\nsha256 = "{hashlib.sha256(file.body).hexdigest()}"\n'
        for name, file in (("voice.onnx", host.files["/voice.onnx"]), ("voice.json", host.files["/voice.json"]))
    )
    common = 'languages = ["de"]\nmemory_bytes = 1\nlicence = "MIT"\nlicence_url = "x"\nsource = "x"\nparameters = ""\n'
    path.write_text(
        f'[[model]]\nmodel_id = "piper:de"\nname = "A voice"\npurpose = "voice"\nsummary = "x"\n'
        f"size_bytes = {size_bytes}\n{common}{files}"
        f'[[model]]\nmodel_id = "ollama:tiny:1b"\nname = "Tiny"\npurpose = "language"\nsummary = "x"\n'
        f'size_bytes = {size_bytes}\n{common}ollama_name = "tiny:1b"\n',
        encoding="utf-8",
    )
    return path


@asynccontextmanager
async def library_at(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer, *, size_bytes: int = len(VOICE)
) -> AsyncIterator[tuple[Assistant, ModelLibrary]]:
    sources = Sources(catalogue=catalogue(tmp_path, host, size_bytes=size_bytes), door_port=None, patience=QUICK)
    at_hand = ProfileAtHand(tmp_path / "hearth", peer.address)
    vault = await at_hand.vault()
    async with Assistant.open(
        vault, paths=at_hand.paths, early=at_hand.early, servers=at_hand.servers, sources=sources
    ) as assistant:
        yield assistant, assistant.library


async def until(true: Callable[[], bool], *, limit_s: float = 10.0) -> None:
    async with asyncio.timeout(limit_s):
        while not true():  # noqa: ASYNC110 - what is waited for is announced in too many ways
            await asyncio.sleep(0.01)


def state_of(library: ModelLibrary, transfer: Transfer) -> str:
    now = library.transfers.get(transfer.transfer_id)
    return now.state if now is not None else "gone"


async def audited(assistant: Assistant) -> list[tuple[str, str]]:
    return [(entry.act, entry.subject) for entry in reversed(await assistant.audit.entries())]


# ---- pulling --------------------------------------------------------------------------------------------------------


async def test_a_model_is_pulled_and_then_there(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    async with library_at(tmp_path, peer, host) as (assistant, library):
        heard: list[Change] = []
        assistant.announcer.subscribe(heard.append)
        assert library.hosts_of("ollama:tiny:1b") == ("registry.ollama.ai",)
        transfer = await library.fetch("ollama:tiny:1b")
        assert (transfer.title, transfer.kind) == ("Tiny", "language")
        done = await library.transfers.settle(transfer.transfer_id)
        assert (done.state, done.done_bytes, done.total_bytes, done.error) == ("done", 1_000_000, 1_000_000, None)
        assert ModelsChanged() in heard
        model = next(model for model in await library.installed() if model.name == "tiny:1b")
        assert (model.model_id, model.purpose, model.size_bytes) == ("ollama:tiny:1b", "language", 1_000_000)
        assert model.entry is not None
        acts = await audited(assistant)
        assert ("download began", "ollama:tiny:1b") in acts
        assert acts[-1] == ("download ended", "ollama:tiny:1b")
        library.transfers.dismiss(transfer.transfer_id)
        assert library.transfers.all() == []


async def test_a_pull_is_paused_resumed_and_goes_on_where_it_was(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=40, pause_s=0.01)
    async with library_at(tmp_path, peer, host) as (assistant, library):
        transfer = await library.fetch("ollama:tiny:1b")
        again = await library.fetch("ollama:tiny:1b")
        assert again.transfer_id == transfer.transfer_id
        await until(lambda: library.transfers.all()[0].done_bytes > 100_000)
        assert [door.host for door in assistant.doors.open_doors()] == ["registry.ollama.ai"]
        await library.transfers.pause(transfer.transfer_id)
        assert state_of(library, transfer) == "paused"
        assert assistant.doors.open_doors() == []
        came = library.transfers.all()[0].done_bytes
        await asyncio.sleep(0.1)
        assert peer.parts["tiny:1b"] <= came + 100_000
        await library.transfers.resume(transfer.transfer_id)
        done = await library.transfers.settle(transfer.transfer_id)
        assert done.state == "done"
        assert len(peer.requests_to("/api/pull")) == 2


async def test_a_cancelled_pull_is_over_and_can_begin_anew(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=100, pause_s=0.02)
    async with library_at(tmp_path, peer, host) as (assistant, library):
        transfer = await library.fetch("ollama:tiny:1b")
        await until(lambda: library.transfers.all()[0].done_bytes > 0)
        with pytest.raises(ModelInUse):
            await library.delete("ollama:tiny:1b")
        await library.transfers.cancel(transfer.transfer_id)
        assert (await library.transfers.settle(transfer.transfer_id)).state == "cancelled"
        assert await peer.requests_to("/api/pull")[0].wait_cut()
        assert assistant.doors.open_doors() == []
        peer.pull_plans.clear()
        second = await library.fetch("ollama:tiny:1b")
        assert second.transfer_id != transfer.transfer_id
        assert (await library.transfers.settle(second.transfer_id)).state == "done"


async def test_an_error_in_mid_pull_is_told_in_words_and_tried_again(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    error = "max retries exceeded: dial tcp 1.2.3.4:443: connect: network is unreachable"
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=10, error=error, error_after=5)
    async with library_at(tmp_path, peer, host) as (_, library):
        transfer = await library.fetch("ollama:tiny:1b")
        failed = await library.transfers.settle(transfer.transfer_id)
        assert (failed.state, failed.done_bytes) == ("failed", 500_000)
        assert isinstance(failed.error, HostNotReached)
        assert "registry" in failed.error.owner_sentence
        await library.transfers.resume(transfer.transfer_id)
        assert (await library.transfers.settle(transfer.transfer_id)).state == "done"


async def test_a_server_that_breaks_off_in_mid_pull_is_asked_again(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=10, drop=True, error_after=4)
    async with library_at(tmp_path, peer, host) as (_, library):
        transfer = await library.fetch("ollama:tiny:1b")
        done = await library.transfers.settle(transfer.transfer_id)
        assert (done.state, done.error) == ("done", None)
        assert len(peer.requests_to("/api/pull")) == 2


async def test_a_disk_that_fills_up_under_ollama_is_told(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    error = "write /m/blobs/sha256-ab-partial: no space left on device"
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=10, error=error, error_after=3)
    async with library_at(tmp_path, peer, host) as (_, library):
        transfer = await library.fetch("ollama:tiny:1b")
        assert isinstance((await library.transfers.settle(transfer.transfer_id)).error, NotEnoughSpace)


async def test_names_that_nobody_has_are_told(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    async with library_at(tmp_path, peer, host) as (_, library):
        transfer = await library.fetch("ollama:nobody/has:this")
        failed = await library.transfers.settle(transfer.transfer_id)
        assert isinstance(failed.error, ModelNotInRegistry)
        assert "nobody/has:this" in failed.error.owner_sentence
        for name in ("ollama:", "ollama:a b", "ollama:../x", "ollama:a;rm"):
            with pytest.raises(ModelNameUnfit):
                await library.fetch(name)
        with pytest.raises(ModelUnknown):
            await library.fetch("piper:xx")
        assert "hf.co" in library.hosts_of("ollama:hf.co/me/mine:Q4")


async def test_only_two_run_at_the_same_time(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    names = [f"tiny{at}:1b" for at in range(4)]
    for name in names:
        peer.pullable[name] = PeerModel(name, size_bytes=1_000_000)
        peer.pull_plans[name] = PullPlan(pieces=10, pause_s=0.01)
    async with library_at(tmp_path, peer, host) as (_, library):
        begun = [await library.fetch(f"ollama:{name}") for name in names]
        most = 0
        while not all(transfer.has_ended for transfer in library.transfers.all()):
            most = max(most, sum(transfer.is_at_work for transfer in library.transfers.all()))
            await asyncio.sleep(0.005)
        assert most == 2
        assert {state_of(library, transfer) for transfer in begun} == {"done"}


async def test_progress_is_told_at_most_five_times_a_second(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=200, pause_s=0.005)
    async with library_at(tmp_path, peer, host) as (assistant, library):
        heard: list[float] = []
        loop = asyncio.get_running_loop()
        assistant.announcer.subscribe(
            lambda change: heard.append(loop.time()) if isinstance(change, TransferChanged) else None
        )
        began = loop.time()
        transfer = await library.fetch("ollama:tiny:1b")
        await library.transfers.settle(transfer.transfer_id)
        assert len(heard) <= 5 * (loop.time() - began) + 6  # and once for each change of state


async def test_without_a_server_it_says_so_and_files_are_still_there(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    async with library_at(tmp_path, peer, host) as (_, library):
        transfer = await library.fetch("piper:de")
        await library.transfers.settle(transfer.transfer_id)
        await asyncio.to_thread(peer.stop)
        with pytest.raises(NoServerForLibrary):
            await library.fetch("ollama:tiny:1b")
        assert [model.model_id for model in await library.installed()] == ["piper:de"]


# ---- files ----------------------------------------------------------------------------------------------------------


async def test_files_are_fetched_checked_kept_and_deleted(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    host.files["/voice.onnx"].cut_after = 50_000
    async with library_at(tmp_path, peer, host) as (assistant, library):
        transfer = await library.fetch("piper:de")
        done = await library.transfers.settle(transfer.transfer_id)
        assert (done.state, done.error) == ("done", None)
        use = await library.disk_use()
        assert use.by_purpose["voice"] >= len(VOICE)
        assert use.free_bytes > 0
        (voice,) = [model for model in await library.installed() if model.purpose == "voice"]
        assert voice.name == "A voice"
        await library.delete("piper:de")
        assert not [model for model in await library.installed() if model.purpose == "voice"]
        with pytest.raises(ModelUnknown):
            await library.delete("piper:de")
        acts = await audited(assistant)
        assert ("model deleted", "piper:de") in acts


async def test_files_that_are_not_what_they_should_be_are_never_installed(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    async with library_at(tmp_path, peer, host) as (assistant, library):
        host.files["/voice.onnx"].body = b"b" + VOICE[1:]
        transfer = await library.fetch("piper:de")
        failed = await library.transfers.settle(transfer.transfer_id)
        assert isinstance(failed.error, DownloadNotGenuine)
        assert not [model for model in await library.installed() if model.purpose == "voice"]
        assert assistant.doors.open_doors() == []
        host.files["/voice.onnx"].body = VOICE
        await library.transfers.resume(transfer.transfer_id)
        assert (await library.transfers.settle(transfer.transfer_id)).state == "done"


async def test_what_does_not_fit_on_the_disk_is_not_begun(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    async with library_at(tmp_path, peer, host, size_bytes=10**16) as (_, library):
        for model_id in ("piper:de", "ollama:tiny:1b"):
            with pytest.raises(NoRoomForDownload) as refused:
                await library.fetch(model_id)
            assert "GB" in refused.value.owner_sentence
        assert library.transfers.all() == []
        assert host.requests == []


async def test_locking_pauses_and_what_came_is_used_the_next_time(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    host.files["/voice.onnx"].pause_s = 0.05
    async with library_at(tmp_path, peer, host) as (assistant, library):
        transfer = await library.fetch("piper:de")
        await until(lambda: library.transfers.all()[0].done_bytes > 0)
        await assistant.lock("owner")
        assert state_of(library, transfer) == "paused"
        assert assistant.doors.open_doors() == []
        with pytest.raises(HearthError):
            await library.fetch("piper:de")
    host.files["/voice.onnx"].pause_s = 0
    async with library_at(tmp_path, peer, host) as (_, library):
        transfer = await library.fetch("piper:de")
        assert (await library.transfers.settle(transfer.transfer_id)).state == "done"


async def test_after_the_lock_there_is_no_library(tmp_path: Path, peer: OllamaPeer) -> None:
    async with ProfileAtHand(tmp_path / "hearth", peer.address).assistant() as assistant:
        await assistant.lock("owner")
        with pytest.raises(VaultLocked):
            assistant.library  # noqa: B018 - being asked for is what is tested


# ---- models of the owner's own ---------------------------------------------------------------------------------------


async def test_a_model_is_made_from_a_modelfile(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    weights = tmp_path / "mine.gguf"
    weights.write_bytes(b"GGUF" + bytes(2_000_000))
    async with library_at(tmp_path, peer, host) as (_, library):
        text = await library.modelfile("qwen3:4b")
        assert "\nFROM qwen3:4b\n" in text
        transfer = await library.create("brief", text + '\nSYSTEM """Be brief."""\n')
        done = await library.transfers.settle(transfer.transfer_id)
        assert (done.state, done.kind, done.error) == ("done", "create", None)
        assert peer.created[0]["system"] == "Be brief."
        transfer = await library.create("mine:v1", f"FROM {weights}\nPARAMETER temperature 0.5\n")
        assert (await library.transfers.settle(transfer.transfer_id)).error is None
        assert peer.models["mine:v1"].size_bytes == weights.stat().st_size


async def test_a_modelfile_that_does_not_fit_is_told_with_its_line(
    tmp_path: Path, peer: OllamaPeer, host: ReleaseServer
) -> None:
    async with library_at(tmp_path, peer, host) as (_, library):
        with pytest.raises(ModelfileUnfit) as unfit:
            await library.create("x", "FROM qwen3:4b\nPARAMETER temperature hot\n")
        assert unfit.value.fields["line"] == 2
        with pytest.raises(ModelNameUnfit):
            await library.create("two words", "FROM qwen3:4b")
        for base in ("./relative.gguf", "/nowhere/at/all.gguf"):
            transfer = await library.create("x", f"\nFROM {base}")
            failed = await library.transfers.settle(transfer.transfer_id)
            assert isinstance(failed.error, ModelfileUnfit)
            assert failed.error.fields["line"] == 2
            library.transfers.dismiss(transfer.transfer_id)


async def test_loading_and_unloading(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    async with library_at(tmp_path, peer, host) as (_, library):
        await library.set_parameters("qwen3:4b", ModelParameters(context_tokens=2048))
        await library.load("qwen3:4b")
        model = next(model for model in await library.installed() if model.name == "qwen3:4b")
        assert model.loaded
        assert model.vram_bytes > 0
        assert peer.requests_to("/api/generate")[-1].data["options"] == {"num_ctx": 2048}
        assert await library.parameters("qwen3:4b") == ModelParameters(context_tokens=2048)
        await library.unload("qwen3:4b")
        assert not any(model.loaded for model in await library.installed())
        with pytest.raises(ModelUnknown):
            await library.load("nobody:has")
        assert (await library.details("qwen3:4b")).context_tokens == 131_072


async def test_a_model_of_the_cloud_is_not_loaded(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    async with library_at(tmp_path, peer, host) as (_, library):
        (remote,) = [model for model in await library.installed() if model.remote]
        with pytest.raises(HearthError):
            await library.load(remote.name)


async def test_this_machine_gets_advice(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    async with library_at(tmp_path, peer, host) as (_, library):
        assert (await library.hardware()).memory_bytes > 0
        assert len(await library.advise()) <= 3


async def test_a_door_that_the_owner_opened_stays(tmp_path: Path, peer: OllamaPeer, host: ReleaseServer) -> None:
    async with library_at(tmp_path, peer, host) as (assistant, library):
        await assistant.open_door("registry.ollama.ai", None, purpose="mine")
        transfer = await library.fetch("ollama:tiny:1b")
        await library.transfers.settle(transfer.transfer_id)
        (door,) = assistant.doors.open_doors()
        assert (door.purpose, door.until) == ("mine", None)
