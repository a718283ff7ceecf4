from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from models.engine_errors import PrivateServerFailed
from models.private_ollama import Endurance, PrivateOllama, PrivateServerTooOld, ProgramMissing, a_free_port
from models.server_record import ServerRecord, end_leftover
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the little Ollama is a script")
LITTLE = ROOT / "tests" / "peers" / "little_ollama.py"


class Place:
    """A folder with the little Ollama installed, and what the private server told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "ollama"
        self.program = self.folder / "program" / "bin" / "ollama"
        self.program.parent.mkdir(parents=True)
        install(self.program)
        self.states: list[str] = []
        self.slept: list[float] = []
        self.now = 0.0
        self.server: PrivateOllama | None = None

    def plan(self, **what: Any) -> None:
        self.program.with_name("ollama.plan").write_text(json.dumps(what))

    def make(self, **more: Any) -> PrivateOllama:
        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.now += seconds
            await asyncio.sleep(0)

        more.setdefault("endurance", Endurance(ready_s=60, patience_s=2))
        server = PrivateOllama(
            self.folder,
            program=lambda: self.program,
            changed=lambda: self.states.append(server.state),
            sleep=sleep,
            uptime_s=lambda: self.now,
            **more,
        )
        self.server = server
        return server


def install(program: Path) -> None:
    """The little Ollama under the interpreter that runs the tests, wherever that is."""
    text = LITTLE.read_text(encoding="utf-8").split("\n", 1)[1]
    program.write_text(f"#!{sys.executable} -SE\n{text}", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    place = Place(tmp_path)
    yield place
    if place.server is not None:
        await place.server.stop()


async def until(true: Callable[[], bool], *, limit_s: float = 10.0) -> None:
    async with asyncio.timeout(limit_s):
        while not true():  # noqa: ASYNC110 - what is waited for happens in other processes
            await asyncio.sleep(0.02)


def is_gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def server_pid(leader: int) -> int:
    """The little Ollama itself, below its launcher."""
    children = psutil.Process(leader).children()
    return next(child.pid for child in children if child.cmdline()[0] != "/bin/sh")


async def test_it_answers_on_loopback_and_ends_with_all_that_it_started(place: Place) -> None:
    place.plan(child=True)
    server = place.make()
    await server.start()
    assert (server.state, server.version) == ("running", "0.35.1")
    assert server.address.startswith("http://127.0.0.1:")
    assert server.pid is not None
    leader, child = server.pid, server_pid(server.pid)
    await until(place.program.with_name("runner.pid").exists)
    runner = int(place.program.with_name("runner.pid").read_text())
    await server.stop()
    assert (server.state, server.address) == ("stopped", "")
    await until(lambda: all(is_gone(pid) for pid in (leader, child, runner)))
    assert place.states == ["starting", "running", "stopped"]


async def test_its_environment_holds_nothing_of_the_owners(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OLLAMA_ORIGINS", "OLLAMA_DEBUG", "HTTPS_PROXY", "SECRET_TOKEN", "LD_PRELOAD_PATHS"):
        monkeypatch.setenv(name, "*")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0")
    server = place.make()
    await server.start()
    assert server.pid is not None
    seen = psutil.Process(server_pid(server.pid)).environ()
    assert {name for name in seen if name not in ("PWD", "OLDPWD", "_", "SHLVL", "LC_CTYPE")} == {
        *("PATH", "TMPDIR", "HOME", "OLLAMA_HOST", "OLLAMA_MODELS", "OLLAMA_NO_CLOUD", "OLLAMA_NOPRUNE"),
        "CUDA_VISIBLE_DEVICES",
    }
    assert seen["OLLAMA_NO_CLOUD"] == "1"
    assert Path(seen["HOME"]).is_relative_to(place.folder)
    assert Path(seen["OLLAMA_MODELS"]) == place.folder / "models"
    assert seen["OLLAMA_HOST"].startswith("127.0.0.1:")


async def test_one_that_is_killed_comes_back_with_pauses_that_double(place: Place) -> None:
    server = place.make()
    await server.start()
    for _ in range(3):
        assert server.pid is not None
        before = server.pid
        os.kill(server_pid(before), signal.SIGKILL)
        await until(lambda before=before: server.state == "running" and server.pid not in (None, before))
    assert place.slept == [1.0, 2.0, 4.0]
    assert server.restarts == 3
    place.now += 3600  # it has been sound for an hour
    assert server.pid is not None
    before = server.pid
    os.kill(server_pid(before), signal.SIGKILL)
    await until(lambda: server.state == "running" and server.pid not in (None, before))
    assert place.slept[-1] == 1.0
    assert "restarting" in place.states


async def test_one_that_dies_again_and_again_is_given_up_visibly(place: Place) -> None:
    server = place.make()
    await server.start()
    place.plan(refuse=True)
    assert server.pid is not None
    os.kill(server_pid(server.pid), signal.SIGKILL)
    await until(lambda: server.state == "failed")
    assert place.slept == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0]
    assert isinstance(server.fault, PrivateServerFailed)
    assert "something is wrong with this computer" in server.fault.detail
    place.plan()
    await server.start()
    assert server.state == "running"


async def test_one_that_never_answers_is_ended_and_says_so(place: Place) -> None:
    place.plan(mute_s=60)
    server = place.make(endurance=Endurance(ready_s=0.3, patience_s=1))
    with pytest.raises(PrivateServerFailed, match="did not answer"):
        await server.start()
    assert (server.state, server.pid) == ("failed", None)


async def test_a_version_with_known_holes_is_ended_at_once(place: Place) -> None:
    place.plan(version="0.34.9")
    server = place.make()
    with pytest.raises(PrivateServerTooOld) as old:
        await server.start()
    assert old.value.version == "0.34.9"
    assert (server.state, server.pid, place.slept) == ("failed", None, [])


async def test_a_taken_port_makes_it_take_another(place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = iter([taken.getsockname()[1], a_free_port()])
        server = place.make(free_port=lambda: next(ports), endurance=Endurance(ready_s=3, patience_s=1))
        await server.start()
        assert not server.address.endswith(f":{taken.getsockname()[1]}")


async def test_a_missing_program_is_told(place: Place) -> None:
    server = PrivateOllama(place.folder, program=lambda: None)
    with pytest.raises(ProgramMissing):
        await server.start()
    with pytest.raises(ProgramMissing):
        await server.ready()
    assert server.restarts == 0


async def test_who_asks_while_it_starts_waits_and_one_that_was_given_up_is_not_waited_for(place: Place) -> None:
    place.plan(mute_s=0.3)
    server = place.make()
    first, second = await asyncio.gather(server.ready(), server.ready())
    assert first == second == server.address
    assert server.pid is not None
    place.plan()
    os.kill(server_pid(server.pid), signal.SIGKILL)
    await until(lambda: server.state == "restarting")
    assert await server.ready() == server.address != ""
    place.plan(refuse=True)
    os.kill(server_pid(server.pid), signal.SIGKILL)
    await until(lambda: server.state == "restarting")
    with pytest.raises(PrivateServerFailed):
        await server.ready()


async def test_what_it_wrote_can_be_read_and_stays_small(place: Place) -> None:
    server = place.make()
    await server.start()
    await until(lambda: "environment" in server.log.text())
    for _ in range(40):
        server.log.append(b"x" * 50_000 + b"\n")
    assert sum(path.stat().st_size for path in server.log.path.parent.iterdir()) <= 800_000
    assert len(server.log.text(10_000)) <= 10_000


HEARTH = """
import asyncio, sys
from pathlib import Path
from models.private_ollama import PrivateOllama
async def main():
    folder = Path(sys.argv[1])
    server = PrivateOllama(folder, program=lambda: folder / "program" / "bin" / "ollama")
    await server.start()
    print(server.pid, server.address, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


def start_hearth(place: Place) -> tuple[subprocess.Popen[str], int, str]:
    hearth = subprocess.Popen(
        [sys.executable, "-c", HEARTH, str(place.folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert hearth.stdout is not None
    pid, address = hearth.stdout.readline().split()
    return hearth, int(pid), address


def start_alone(command: list[str], *, environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)


async def test_when_hearth_is_killed_nothing_of_the_server_is_left(place: Place) -> None:
    place.plan(child=True)
    hearth, leader, _ = await asyncio.to_thread(start_hearth, place)
    child = server_pid(leader)
    runner = int(place.program.with_name("runner.pid").read_text())
    hearth.kill()
    hearth.communicate()
    await until(lambda: is_gone(child))
    await until(lambda: is_gone(runner) and is_gone(leader))  # it ignores SIGTERM, and goes after five seconds


async def test_two_hearths_share_one_server_and_the_second_takes_over(place: Place) -> None:
    hearth, _, address = await asyncio.to_thread(start_hearth, place)
    try:
        server = place.make()
        await server.start()
        assert (server.address, server.pid) == (address, None)
    finally:
        hearth.kill()
        hearth.communicate()
    await until(lambda: server.pid is not None and server.state == "running")
    assert server.address != address


async def test_a_server_that_was_left_behind_is_ended_before_a_new_one_starts(place: Place) -> None:
    left = start_alone(
        [str(place.program), "serve"],
        environment={"OLLAMA_HOST": f"127.0.0.1:{a_free_port()}", "OLLAMA_MODELS": str(place.folder / "models")},
    )
    record = ServerRecord.of_this_process(left.pid, str(place.program), "http://127.0.0.1:9")
    gone = ServerRecord(record.pid, record.started, record.program, record.address, 2**22 + 1, 5.0)
    gone.write(place.folder / "server.json")
    server = place.make()
    await server.start()
    assert is_gone(left.pid)
    left.wait(5)
    assert server.state == "running"


async def test_a_process_that_only_has_the_same_number_is_left_alone(place: Place) -> None:
    stranger = start_alone([shutil.which("sleep") or "sleep", "60"])
    try:
        told = ServerRecord.of_this_process(stranger.pid, "ollama", "http://127.0.0.1:9")
        aged = ServerRecord(told.pid, told.started - 100, told.program, told.address, 2**22 + 1, 5.0)
        assert not await asyncio.to_thread(end_leftover, aged, place.folder)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_record_that_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    for text in ("", "[]", "{}", '{"pid": "x"}', "\x00"):
        (tmp_path / "server.json").write_text(text)
        assert ServerRecord.read(tmp_path / "server.json") is None
    assert time.time() > 0
