"""The second start against a real first one in a process of its own: running, starting, stopped, killed, hung."""

from __future__ import annotations

import json
import os
import pty
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from desktop.cli.handover import become_first, end_hung, hand_over
from desktop.instance_address import MOST_PATH_BYTES, address_of
from desktop.instance_lock import Holder, InstanceLock, holder_of, is_held
from desktop.start_request import MOST_BYTES, Request, RequestUnfit, request_of
from tests.peers.patience import PATIENCE_S

pytest.importorskip("PySide6", reason="the first instance is a program of Qt")

ROOT = Path(__file__).resolve().parents[3]
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def socket_path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "instance"


@pytest.fixture
def start(socket_path: Path) -> Iterator[Start]:
    """Starts the small program; whatever is left of it is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def starting(*words: str) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.peers.instance_program", str(socket_path), *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        return program

    yield starting
    for program in started:
        program.kill()
        program.wait(10)
        assert program.stdout is not None
        program.stdout.close()


def told(program: subprocess.Popen[str]) -> dict[str, object]:
    assert program.stdout is not None
    line: dict[str, object] = json.loads(program.stdout.readline())
    return line


def first_of(start: Start, *words: str) -> subprocess.Popen[str]:
    program = start(*words)
    assert told(program) == {"event": "first", "listening": True}
    return program


def test_what_the_second_start_wants_arrives_at_the_first(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    wanted = Request("quick", text="What is “this”?\nAnd that: \U0001f525", token="gnome-shell/1-2-3_TIME99")
    assert hand_over(wanted, socket_path) == "done"
    assert told(first) == {"event": "arrived", "verb": "quick", "text": wanted.text, "token": wanted.token}


def test_files_arrive_whole_whatever_their_names_are(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    odd = os.fsdecode(b"odd\xff\nname.txt")
    request = request_of(["open", "/tmp/a b.pdf", f"/tmp/{odd}"])
    assert request is not None
    assert hand_over(request, socket_path) == "done"
    arrived = told(first)
    assert Request("open", text=str(arrived["text"])).files == (Path("/tmp/a b.pdf"), Path(f"/tmp/{odd}"))


def test_nobody_is_there_when_nothing_was_started(socket_path: Path) -> None:
    assert hand_over(Request("show"), socket_path) == "nobody"
    assert not socket_path.parent.exists()  # and looking leaves no trace


def test_the_socket_of_a_killed_one_is_taken_over(start: Start, socket_path: Path) -> None:
    killed = first_of(start)
    killed.kill()
    killed.wait(10)
    assert Path(address_of(socket_path)).exists()
    assert hand_over(Request("show"), socket_path) == "nobody"
    after = first_of(start)
    assert hand_over(Request("new"), socket_path) == "done"
    assert told(after)["verb"] == "new"


def test_of_several_simultaneous_starts_exactly_one_is_the_first_and_hears_the_others(start: Start) -> None:
    programs = [start() for _ in range(4)]
    heard = [told(program) for program in programs]
    firsts = [program for program, line in zip(programs, heard, strict=True) if line["event"] == "first"]
    assert len(firsts) == 1
    assert sorted(str(line.get("outcome")) for line in heard) == ["None", "done", "done", "done"]
    assert [told(firsts[0])["event"] for _ in range(3)] == ["arrived"] * 3


def test_one_that_is_still_starting_is_waited_for_and_not_taken_for_hung(start: Start, socket_path: Path) -> None:
    first = start("--listen-after", "1.5")
    wait_until(lambda: is_held(socket_path))
    assert hand_over(Request("show"), socket_path, timeout_s=0.5) == "done"
    assert told(first)["event"] == "first"
    assert told(first)["event"] == "arrived"


def test_one_that_never_begins_to_listen_is_hung(start: Start, socket_path: Path) -> None:
    start("--listen-after", "600")
    wait_until(lambda: is_held(socket_path))
    assert hand_over(Request("show"), socket_path, starting_s=0.3) == "hung"


def test_a_stopped_one_is_hung_although_the_kernel_takes_the_connection(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    os.kill(first.pid, signal.SIGSTOP)
    assert hand_over(Request("show"), socket_path, timeout_s=0.3) == "hung"
    for _ in range(60):  # and when so many wait already that the kernel takes no more
        waiting = socket.socket(socket.AF_UNIX)
        waiting.setblocking(False)
        try:
            waiting.connect(address_of(socket_path))
        except BlockingIOError:
            break
        finally:
            waiting.detach()
    assert hand_over(Request("show"), socket_path, timeout_s=0.3) == "hung"


def test_one_that_was_only_slow_still_hears_what_was_wanted(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    os.kill(first.pid, signal.SIGSTOP)
    threading.Timer(0.5, os.kill, (first.pid, signal.SIGCONT)).start()
    assert hand_over(Request("talk"), socket_path, timeout_s=PATIENCE_S) == "done"
    assert told(first)["verb"] == "talk"


def test_a_stopped_one_is_ended_in_order_and_this_start_becomes_the_first(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    os.kill(first.pid, signal.SIGSTOP)
    asked: list[str] = []

    def end() -> str:
        asked.append("asked")
        return "end"

    lock = become_first(Request("show"), socket_path, ask=end, timeout_s=0.3)  # type: ignore[arg-type]
    assert isinstance(lock, InstanceLock)
    assert asked == ["asked"]
    assert first.stdout is not None
    assert json.loads(first.stdout.readlines()[-1]) == {"event": "ended"}
    assert holder_of(socket_path) is not None
    lock.release()


def test_one_that_does_not_hear_sigterm_is_killed_after_the_grace(start: Start, socket_path: Path) -> None:
    first = first_of(start, "--deaf")
    os.kill(first.pid, signal.SIGSTOP)
    holder = holder_of(socket_path)
    assert holder is not None
    assert end_hung(holder, grace_s=0.5)
    assert not is_held(socket_path)
    assert first.stdout is not None
    assert first.stdout.readlines() == []


def test_one_that_is_left_alone_stays_as_it_is(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    os.kill(first.pid, signal.SIGSTOP)
    assert become_first(Request("show"), socket_path, ask=lambda: "leave", timeout_s=0.2) == "hung"
    assert psutil.Process(first.pid).status() == psutil.STATUS_STOPPED


def test_waiting_reaches_one_that_recovers(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    os.kill(first.pid, signal.SIGSTOP)

    def wait() -> str:
        os.kill(first.pid, signal.SIGCONT)
        return "wait"

    assert become_first(Request("new"), socket_path, ask=wait, timeout_s=0.2) == "done"  # type: ignore[arg-type]


def test_a_start_at_login_leaves_a_running_one_in_peace(start: Start, socket_path: Path) -> None:
    first = first_of(start)
    assert become_first(None, socket_path, ask=lambda: "leave") == "done"
    assert hand_over(Request("quit"), socket_path) == "done"
    assert told(first)["verb"] == "quit"  # nothing had arrived before
    assert told(first)["event"] == "ended"


def test_a_start_while_the_first_is_closing_waits_and_becomes_the_first(start: Start, socket_path: Path) -> None:
    lock = InstanceLock.take(socket_path)
    assert lock is not None
    outcomes: list[object] = []
    second = threading.Thread(
        target=lambda: outcomes.append(become_first(Request("show"), socket_path, ask=lambda: "leave"))
    )
    second.start()
    time.sleep(0.2)
    assert outcomes == []
    lock.release()
    second.join(10)
    assert isinstance(outcomes[0], InstanceLock)
    outcomes[0].release()


def test_a_reused_process_number_is_never_ended(socket_path: Path) -> None:
    """The other program has the number that the record names, but is younger than the record."""
    recorded_at = time.time() - 60
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        assert not end_hung(Holder(other.pid, recorded_at, os.path.realpath(sys.executable)))
        assert not end_hung(Holder(other.pid, time.time() + 60, "/usr/bin/something-else"))
        assert other.poll() is None
    finally:
        other.kill()
        other.wait(10)


def test_a_process_that_has_gone_counts_as_ended(socket_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait(10)
    assert end_hung(Holder(gone.pid, time.time(), sys.executable))


def test_the_record_names_the_holder_only_while_it_holds(socket_path: Path) -> None:
    lock = InstanceLock.take(socket_path)
    assert lock is not None
    holder = holder_of(socket_path)
    assert holder is not None
    assert holder.pid == os.getpid()
    lock.release()
    assert holder_of(socket_path) is None


@pytest.mark.parametrize("record", [b"", b"\n", b"\n[]", b"\n{}", b'\n{"pid": "x", "since": 0, "executable": ""}'])
def test_a_spoilt_record_names_nobody(socket_path: Path, record: bytes) -> None:
    lock = InstanceLock.take(socket_path)
    assert lock is not None
    socket_path.with_name("instance.lock").write_bytes(record)
    assert holder_of(socket_path) is None
    lock.release()


def test_only_the_owner_may_look_into_the_folder(socket_path: Path) -> None:
    socket_path.parent.mkdir(mode=0o755)
    lock = InstanceLock.take(socket_path)
    assert lock is not None
    assert socket_path.parent.stat().st_mode & 0o777 == 0o700
    lock.release()


def test_a_deep_home_gets_a_shorter_address_that_is_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    deep, deeper = (Path("/", "d" * MOST_PATH_BYTES, name, "instance") for name in ("a", "b"))
    assert address_of(deep) != address_of(deeper)
    assert address_of(deep).startswith("/run/user/1000/hearth-")
    assert address_of(Path("/short/instance")) == "/short/instance"


def test_a_socket_of_another_kind_of_program_is_refused(socket_path: Path) -> None:
    """Something listens there and says nonsense: it is not taken for done."""
    lock = InstanceLock.take(socket_path)
    assert lock is not None
    with socket.socket(socket.AF_UNIX) as listening:
        Path(address_of(socket_path)).parent.mkdir(parents=True, exist_ok=True)
        listening.bind(address_of(socket_path))
        listening.listen()

        def nonsense() -> None:
            connection, _ = listening.accept()
            connection.recv(1000)
            connection.sendall(b"HTTP/1.1 200 OK\n")
            connection.close()

        answering = threading.Thread(target=nonsense)
        answering.start()
        assert hand_over(Request("show"), socket_path, timeout_s=PATIENCE_S) == "refused"
        answering.join(10)
    lock.release()


def test_text_that_is_too_long_is_refused_before_anybody_is_asked(start: Start, socket_path: Path) -> None:
    first_of(start)
    assert hand_over(Request("quick", text="x" * MOST_BYTES), socket_path) == "refused"


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ([], Request("show")),
        (["toggle"], Request("toggle")),
        (["quick"], Request("quick")),
        (["quick", "why", "is", "it?"], Request("quick", text="why is it?")),
        (["quick", "--", "-5 degrees"], Request("quick", text="-5 degrees")),
        (["open", "/tmp/a", "/tmp/b"], Request("open", text="/tmp/a\0/tmp/b")),
        (["quit"], Request("quit")),
    ],
)
def test_words_become_requests(words: list[str], request_: Request) -> None:
    assert request_of(words) == request_


@pytest.mark.parametrize(
    "words", [["open"], ["show", "x"], ["quick", "--help"], ["toggle", "-h"], ["ask", "why?"], ["vault", "list"]]
)
def test_other_words_are_left_to_the_parser(words: list[str]) -> None:
    assert request_of(words) is None


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"verb": "format"}',
        b'{"verb": ["show"]}',
        b'{"verb": "show", "text": 1}',
        b'{"verb": "show", "token": "' + b"x" * 600 + b'"}',
        b'{"verb": "show", "token": "a\\nb"}',
        b'{"verb": "quick", "text": "a\\u0000b"}',
        b'{"verb": "show", "text": "' + b"x" * MOST_BYTES + b'"}',
    ],
)
def test_a_line_that_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(RequestUnfit):
        Request.from_line(line)


@pytest.mark.parametrize(("said", "is_ended"), [(b"y\n", True), (b"n\n", False), (b"\n", False)])
def test_in_the_terminal_only_a_clear_yes_ends_a_hung_one(
    start: Start, socket_path: Path, *, said: bytes, is_ended: bool
) -> None:
    first = first_of(start)
    os.kill(first.pid, signal.SIGSTOP)
    ours, theirs = pty.openpty()
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and name != "QT_QPA_PLATFORM"}
    asking = subprocess.Popen(
        [sys.executable, "-P", "-m", "desktop", "talk"],
        env={**bare, "PYTHONPATH": str(ROOT), "HEARTH_HOME": str(socket_path.parent.parent)},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.write(ours, said)
    out, err = asking.communicate(timeout=PATIENCE_S)
    os.close(ours)
    os.close(theirs)
    assert "End it?" in out + err
    assert is_held(socket_path) is not is_ended
    assert ("Hearth is not running" if is_ended else "left as it is") in err
    assert asking.returncode == 1


def wait_until(condition: Callable[[], bool], *, timeout_s: float = 20.0) -> None:
    until_s = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < until_s
        time.sleep(0.02)
