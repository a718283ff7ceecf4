from __future__ import annotations

import asyncio
import json
import os
import platform
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from core.assistant import Assistant
from core.errors import DoorClosed
from core.events import Change, ModelsChanged, TextDelta, TurnFinished
from core.inference.model_trouble import OwnServerNotRunning
from core.library.library_trouble import (
    DownloadNotGenuine,
    NoProgramForSystem,
    NoRoomForDownload,
    PrivateServerDown,
    PrivateServerOutdated,
    ProgramNotInstalled,
    ProgramUnfit,
)
from core.library.ollama_program import OllamaProgram
from core.library.sources import Sources
from core.network.http_client import http_client
from models.downloads import FileSource, Patience, download
from models.language.ollama_model import OllamaServer
from models.ollama_release import ReleasePlace, archive_names
from models.private_ollama import Endurance
from tests.conftest import ROOT
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.release_server import ReleaseServer, little_program, packed, tar_of

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.machine() not in ("x86_64", "aarch64"),
    reason="the archives of the stand-in are those for Linux",
)
NOBODY = "http://127.0.0.1:9"


def archive(name: str, **plan: object) -> bytes:
    return packed(
        tar_of(little_program(plan=dict(plan)), {"lib/ollama/libggml-base.so": "libggml-base.so.0.0.0"}), name
    )


@pytest.fixture
async def host() -> AsyncIterator[ReleaseServer]:
    async with ReleaseServer() as host:
        name = archive_names()[0]
        host.add_asset(name, archive(name))
        yield host


@asynccontextmanager
async def assistant_at(
    home: Path, host: ReleaseServer, *, owners_ollama: str = NOBODY, checks_room: bool = False
) -> AsyncIterator[Assistant]:
    sources = Sources(
        release=ReleasePlace(host.latest_url, ("127.0.0.1",)),
        owners_ollama=owners_ollama,
        door_port=None,
        patience=Patience(tries_without_progress=3, first_pause_s=0.01, longest_pause_s=0.05),
        endurance=Endurance(ready_s=60, patience_s=2, most_failures=2, longest_pause_s=0.1),
        checks_room=checks_room,
    )
    at_hand = ProfileAtHand(home, NOBODY)
    vault = await at_hand.vault()
    async with Assistant.open(
        vault, paths=at_hand.paths, early=at_hand.early, servers=at_hand.servers, sources=sources
    ) as assistant:
        yield assistant


async def until(true: Callable[[], bool], *, limit_s: float = 15.0) -> None:
    async with asyncio.timeout(limit_s):
        while not true():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.02)


async def installed(assistant: Assistant) -> OllamaProgram:
    program = assistant.library.ollama
    transfer = await program.install()
    done = await assistant.library.transfers.settle(transfer.transfer_id)
    assert (done.state, done.error) == ("done", None)
    return program


async def test_from_nothing_to_a_streamed_answer(tmp_path: Path, host: ReleaseServer) -> None:
    """Look, offer, install, start, pull, ask: what the first-run guide does, without any Ollama on this computer."""
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        heard: list[Change] = []
        assistant.announcer.subscribe(heard.append)
        library, program = assistant.library, assistant.library.ollama
        situation = await program.look()
        assert (situation.kind, situation.private, situation.offer) == ("none", "absent", None)
        offer = await program.offer()
        assert (offer.version, offer.hosts) == ("0.35.1", ("127.0.0.1",))
        assert offer.size_bytes > 1000
        assert (await program.look()).offer == offer
        await installed(assistant)
        assert (program.state, program.version) == ("stopped", "0.35.1")
        assert (await program.look()).kind == "installed"

        await assistant.settings.change("model_server.private_ollama", True)
        await until(lambda: program.state == "running")
        assert (await program.look()).address == program.address
        assert await assistant.gateway.models() is not None
        assert assistant.gateway.servers["ollama"].address == program.address
        assert ModelsChanged() in heard
        transfer = await library.fetch("ollama:tiny:1b")
        assert (await library.transfers.settle(transfer.transfer_id)).error is None
        assert [model.name for model in await library.installed()] == ["tiny:1b"]

        chat = await assistant.conversations.create()
        events = [event async for event in assistant.turns.ask(chat.conversation_id, "Hello?")]
        assert isinstance(events[-1], TurnFinished)
        assert "".join(event.text for event in events if isinstance(event, TextDelta)).strip() == "Hello from tiny:1b."
        assert "environment" in program.log()
        acts = [entry.act for entry in await assistant.audit.entries()]
        assert acts.count("download began") == acts.count("download ended") == 3
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        await until(lambda: assistant.library.ollama.state == "running")
        assert [model.name for model in await assistant.library.installed()] == ["tiny:1b"]


async def test_closing_hearth_ends_the_server(tmp_path: Path, host: ReleaseServer) -> None:
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        program = await installed(assistant)
        await program.start()
        record = json.loads((assistant.paths.ollama / "server.json").read_text())
        assert psutil.pid_exists(record["pid"])
        await assistant.lock("owner")
        with pytest.raises(PrivateServerDown):
            await program.start()
    assert not psutil.pid_exists(record["pid"]) or psutil.Process(record["pid"]).status() == psutil.STATUS_ZOMBIE


HEARTH = """
import asyncio, sys
from pathlib import Path
from tests.core.library.test_ollama_program import NOBODY, assistant_at
from tests.peers.release_server import ReleaseServer
async def main():
    async with assistant_at(Path(sys.argv[1]), ReleaseServer()) as assistant:
        await assistant.library.ollama.start()
        print(assistant.library.ollama.address, flush=True)
        await asyncio.sleep(600)
asyncio.run(main())
"""


async def test_killing_hearth_leaves_no_server_and_the_next_start_is_a_clean_one(
    tmp_path: Path, host: ReleaseServer
) -> None:
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        await installed(assistant)
    hearth = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HEARTH, str(tmp_path / "hearth"), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert hearth.stdout is not None
    address = (await hearth.stdout.readline()).decode().strip()
    record = json.loads((tmp_path / "hearth" / "data" / "ollama" / "server.json").read_text())
    assert record["address"] == address
    hearth.kill()
    await hearth.wait()
    await until(lambda: not psutil.pid_exists(record["pid"]))
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        await assistant.library.ollama.start()
        assert assistant.library.ollama.state == "running"


async def test_after_a_crash_calls_go_to_where_it_is_then(tmp_path: Path, host: ReleaseServer) -> None:
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        await installed(assistant)
        await assistant.settings.change("model_server.private_ollama", True)
        program = assistant.library.ollama
        await until(lambda: program.state == "running")
        before = program.address
        record = json.loads((assistant.paths.ollama / "server.json").read_text())
        child = next(one for one in psutil.Process(record["pid"]).children() if one.cmdline()[0] != "/bin/sh")
        os.kill(child.pid, signal.SIGKILL)
        await until(lambda: program.state == "running" and program.address not in ("", before))
        assert await assistant.gateway.models() is not None
        assert assistant.gateway.servers["ollama"].address == program.address
        await assistant.settings.change("model_server.private_ollama", False)
        await until(lambda: program.state == "stopped")
        await until(lambda: assistant.gateway.servers["ollama"].address == NOBODY)


async def test_a_new_version_takes_the_place_of_the_old_one_that_runs(tmp_path: Path, host: ReleaseServer) -> None:
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        await installed(assistant)
        await assistant.settings.change("model_server.private_ollama", True)
        program = assistant.library.ollama
        await until(lambda: program.state == "running")
        name = archive_names()[0]
        host.version = "0.36.0"
        host.files[f"/download/{name}"].body = archive(name, version="0.36.0")
        assert (await program.offer()).version == "0.36.0"
        await installed(assistant)
        assert (program.state, program.version) == ("running", "0.36.0")
        folders = [path.name for path in assistant.paths.ollama.iterdir() if path.name.startswith("ollama-")]
        assert len(folders) == 1
        await program.remove()
        assert (program.state, program.version) == ("absent", "")


async def test_a_running_ollama_is_found_and_looked_at(tmp_path: Path, host: ReleaseServer) -> None:
    async with (
        OllamaPeer(version="0.34.0") as peer,
        assistant_at(tmp_path / "hearth", host, owners_ollama=peer.address) as assistant,
    ):
        situation = await assistant.library.ollama.look()
        assert (situation.kind, situation.address, situation.version) == ("running", peer.address, "0.34.0")
        assert [warning.kind for warning in situation.warnings] == ["outdated"]


async def test_cut_connections_are_borne_and_a_pause_keeps_what_came(tmp_path: Path, host: ReleaseServer) -> None:
    name = archive_names()[0]
    files = little_program(plan={}) | {"lib/ollama/noise": (os.urandom(2_000_000), 0o644)}
    file = host.files[f"/download/{name}"]
    file.body = packed(tar_of(files), name)
    file.cut_after, file.pause_s = 300_000, 0.01
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        library = assistant.library
        transfer = await library.ollama.install()
        await until(lambda: library.transfers.all()[0].done_bytes > 400_000)
        await library.transfers.pause(transfer.transfer_id)
        paused = library.transfers.all()[0]
        assert paused.state == "paused"
        file.pause_s = 0.0
        assert (await library.ollama.install()).transfer_id == transfer.transfer_id
        done = await library.transfers.settle(transfer.transfer_id)
        assert (done.state, done.error) == ("done", None)
        ranges = [request.headers.get("range") for request in host.requests_to(f"/download/{name}")]
        assert len([told for told in ranges if told]) >= 3


async def test_a_cancelled_download_leaves_nothing(tmp_path: Path, host: ReleaseServer) -> None:
    name = archive_names()[0]
    file = host.files[f"/download/{name}"]
    file.body = packed(tar_of({"noise": (os.urandom(2_000_000), 0o644)}), name)
    file.pause_s = 0.2
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        library = assistant.library
        transfer = await library.ollama.install()
        await until(lambda: library.transfers.all()[0].done_bytes > 0)
        await library.transfers.cancel(transfer.transfer_id)
        assert library.transfers.all()[0].state == "cancelled"
        assert not [path for path in assistant.paths.ollama.rglob("*") if path.is_file()]
        assert library.ollama.state == "absent"


async def test_a_wrong_checksum_is_told_and_nothing_is_installed(tmp_path: Path, host: ReleaseServer) -> None:
    host.files[f"/download/{archive_names()[0]}"].declared = "ab" * 32
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        transfer = await assistant.library.ollama.install()
        failed = await assistant.library.transfers.settle(transfer.transfer_id)
        assert isinstance(failed.error, DownloadNotGenuine)
        assert assistant.library.ollama.state == "absent"


async def test_an_archive_that_does_not_run_is_told(tmp_path: Path, host: ReleaseServer) -> None:
    name = archive_names()[0]
    host.files[f"/download/{name}"].body = packed(tar_of({"bin/ollama": (b"\x7fELF broken", 0o755)}), name)
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        transfer = await assistant.library.ollama.install()
        failed = await assistant.library.transfers.settle(transfer.transfer_id)
        assert isinstance(failed.error, ProgramUnfit)
        with pytest.raises(ProgramNotInstalled):
            await assistant.library.ollama.start()


async def test_a_server_that_does_not_start_is_told(tmp_path: Path, host: ReleaseServer) -> None:
    name = archive_names()[0]
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        program = await installed(assistant)
        (folder,) = [path for path in assistant.paths.ollama.iterdir() if path.name.startswith("ollama-")]
        (folder / "bin" / "ollama.plan").write_text('{"refuse": true}')
        with pytest.raises(PrivateServerDown):
            await program.start()
        assert program.state == "failed"
        assert isinstance(program.error, PrivateServerDown)
        (folder / "bin" / "ollama.plan").write_text('{"version": "0.30.0"}')
        with pytest.raises(PrivateServerOutdated) as old:
            await program.start()
        assert "0.30.0" in old.value.owner_sentence
        assert name in host.assets


async def test_without_a_program_a_question_says_what_is_missing(tmp_path: Path, host: ReleaseServer) -> None:
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        await assistant.settings.change("model_server.private_ollama", True)
        with pytest.raises(ProgramNotInstalled):
            await assistant.library.ollama.start()
        await until(lambda: type(assistant.gateway.servers["ollama"]) is not OllamaServer)
        with pytest.raises(OwnServerNotRunning):
            await assistant.gateway.models()
        assert assistant.library.ollama.state == "absent"
        await installed(assistant)
        assert await assistant.gateway.models() == []


async def test_without_room_nothing_is_fetched(tmp_path: Path, host: ReleaseServer) -> None:
    async with assistant_at(tmp_path / "hearth", host, checks_room=True) as assistant:
        program = assistant.library.ollama
        await program.offer()
        assert program._found is not None  # as if the release said so: no test serves a petabyte
        object.__setattr__(program._found, "size_bytes", 10**15)
        with pytest.raises(NoRoomForDownload):
            await program.install()
        assert assistant.library.transfers.all() == []


async def test_a_release_without_our_archive_is_told(tmp_path: Path, host: ReleaseServer) -> None:
    host.assets[:] = []
    host.add_asset("ollama-windows-arm64.zip", b"x")
    async with assistant_at(tmp_path / "hearth", host) as assistant:
        with pytest.raises(NoProgramForSystem):
            await assistant.library.ollama.offer()


def an_own_address() -> str:
    """An address of this computer that is not loopback, so that the guard stands between."""
    found = [
        entry.address for entries in psutil.net_if_addrs().values() for entry in entries if entry.family.value == 2
    ]
    own = next((address for address in found if not address.startswith("127.")), "")
    if not own:
        pytest.skip("this computer has no address but loopback")
    return own


async def test_a_download_passes_the_guard_only_through_its_own_door(tmp_path: Path) -> None:
    own = an_own_address()
    name = archive_names()[0]
    async with ReleaseServer() as host:
        host.add_asset(name, archive(name))
        await asyncio.to_thread(host.stop)
        host.host = own
        await asyncio.to_thread(host.start)
        at_hand = ProfileAtHand(tmp_path / "hearth", NOBODY)
        sources = Sources(
            release=ReleasePlace(host.latest_url, (own,)), door_port=host.port, owners_ollama=NOBODY, checks_room=False
        )
        async with Assistant.open(
            await at_hand.vault(), paths=at_hand.paths, early=at_hand.early, servers=at_hand.servers, sources=sources
        ) as assistant:
            with pytest.raises(DoorClosed):
                await download(
                    FileSource(f"{host.address}/download/{name}"),
                    tmp_path / "x",
                    client_factory=http_client,
                )
            assert host.requests == []
            offer = await assistant.library.ollama.offer()
            assert offer.version == "0.35.1"
            assert assistant.doors.open_doors() == []
            transfer = await assistant.library.ollama.install()
            done = await assistant.library.transfers.settle(transfer.transfer_id)
            assert (done.state, done.error) == ("done", None)
            assert assistant.doors.open_doors() == []
            assert assistant.settings.values.network.doors == ()
            assert [(refused.host, refused.port) for refused in assistant.doors.refused()] == [(own, host.port)]
