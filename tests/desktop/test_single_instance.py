"""The first instance under its enemies: garbage, floods, silence; and the whole program, started twice."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop import single_instance
from desktop.cli.handover import hand_over
from desktop.hung_question import HungQuestion
from desktop.instance_address import address_of
from desktop.instance_lock import InstanceLock, holder_of, is_held
from desktop.single_instance import MOST_CONNECTIONS, SingleInstance
from desktop.start_request import MOST_BYTES, Request
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.xvfb_desktop import XvfbDesktop, missing_programs

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks over a Unix socket")


@pytest.fixture
def socket_path(tmp_path: Path) -> Path:
    return tmp_path / "s" / "instance"


@pytest.fixture
def instance(qtbot: QtBot, socket_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(socket_path)
    assert instance.claim()
    yield instance
    instance.close()


@pytest.fixture
def arrived(instance: SingleInstance) -> list[Request]:
    requests: list[Request] = []
    instance.arrived.connect(requests.append)
    return requests


def connected(socket_path: Path) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.connect(address_of(socket_path))
    line.settimeout(10)
    return line


def elsewhere(qtbot: QtBot, work: Callable[[], object]) -> list[object]:
    """Do it on a thread, while Qt's loop runs here."""
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=PATIENCE_MS)
    return results


def test_a_later_start_is_heard_and_answered(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance, arrived: list[Request]
) -> None:
    wanted = Request("quick", text="why?", token="t-1")
    assert elsewhere(qtbot, lambda: hand_over(wanted, socket_path)) == ["done"]
    assert arrived == [wanted]


def test_the_answer_comes_only_after_the_handlers_and_what_they_left_for_the_loop(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance
) -> None:
    order: list[str] = []
    instance.arrived.connect(lambda _: (time.sleep(0.2), order.append("handled")))

    def ask() -> None:
        hand_over(Request("show"), socket_path)
        order.append("answered")

    elsewhere(qtbot, ask)
    assert order == ["handled", "answered"]


def test_a_second_claim_is_refused_until_the_first_has_closed(
    socket_path: Path, instance: SingleInstance, qtbot: QtBot
) -> None:
    second = SingleInstance(socket_path)
    assert not second.claim()
    instance.stop_listening()  # closing: it cannot be reached, and is still the only one
    assert not second.claim()
    instance.close()
    assert second.claim()
    assert second.is_listening
    second.close()


def test_only_this_user_reaches_the_socket(socket_path: Path, instance: SingleInstance) -> None:
    assert Path(address_of(socket_path)).stat().st_mode & 0o077 == 0
    assert Path(address_of(socket_path)).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "garbage",
    [b"\n", b"GET / HTTP/1.1\r\n", b"\x00\xff" * 500 + b"\n", b'{"verb":"erase"}\n', b"[" * 200_000 + b"\n"],
)
def test_garbage_is_refused_and_nothing_happens(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance, arrived: list[Request], garbage: bytes
) -> None:
    def say() -> bytes:
        with connected(socket_path) as line:
            line.sendall(garbage)
            return line.makefile("rb").readline()

    (reply,) = elsewhere(qtbot, say)
    assert json.loads(bytes(reply))["ok"] is False  # type: ignore[call-overload]
    assert arrived == []
    assert elsewhere(qtbot, lambda: hand_over(Request("new"), socket_path)) == ["done"]


def test_a_line_of_ten_megabytes_is_cut_off_and_not_kept(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance, arrived: list[Request]
) -> None:
    def flood() -> int:
        with connected(socket_path) as line:
            sent = 0
            try:
                while sent < 10_000_000:
                    sent += line.send(b"x" * 65536)
            except (BrokenPipeError, ConnectionResetError):
                pass
            return sent

    (sent,) = elsewhere(qtbot, flood)
    assert isinstance(sent, int)
    assert MOST_BYTES < sent < 10_000_000
    assert arrived == []


def test_two_requests_on_one_connection_are_one(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance, arrived: list[Request]
) -> None:
    def say() -> bytes:
        with connected(socket_path) as line:
            line.sendall(Request("new").as_line() * 3)
            return line.makefile("rb").read()

    (reply,) = elsewhere(qtbot, say)
    assert isinstance(reply, bytes)
    assert reply.count(b"\n") == 1
    assert [request.verb for request in arrived] == ["new"]


def test_those_who_say_nothing_keep_nobody_waiting(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance, arrived: list[Request]
) -> None:
    silent = [connected(socket_path) for _ in range(MOST_CONNECTIONS - 1)]
    qtbot.waitUntil(lambda: len(instance._open) == MOST_CONNECTIONS - 1)
    silent[0].sendall(b'{"verb": ')  # and one that speaks very slowly
    assert elsewhere(qtbot, lambda: hand_over(Request("talk"), socket_path)) == ["done"]
    for line in silent:
        line.close()
    qtbot.waitUntil(lambda: not instance._open)


def test_more_silent_ones_than_there_is_room_for_are_dropped_in_time(
    qtbot: QtBot,
    socket_path: Path,
    instance: SingleInstance,
    arrived: list[Request],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(single_instance, "SAY_WITHIN_MS", 300)
    silent = [connected(socket_path) for _ in range(MOST_CONNECTIONS)]
    qtbot.waitUntil(lambda: len(instance._open) == MOST_CONNECTIONS)
    assert elsewhere(qtbot, lambda: hand_over(Request("talk"), socket_path)) == ["done"]
    qtbot.waitUntil(lambda: not instance._open)
    try:
        assert all(line.recv(10) == b"" for line in silent)
    finally:
        for line in silent:
            line.close()


def test_one_who_leaves_before_the_answer_harms_nobody(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance, arrived: list[Request]
) -> None:
    with connected(socket_path) as line:
        line.sendall(Request("new").as_line())
    qtbot.waitUntil(lambda: bool(arrived) and not instance._open)


def test_a_handler_that_closes_everything_is_survived(
    qtbot: QtBot, socket_path: Path, instance: SingleInstance
) -> None:
    instance.arrived.connect(lambda _: instance.close())
    assert elsewhere(qtbot, lambda: hand_over(Request("quit"), socket_path)) == ["done"]
    assert not is_held(socket_path)


def test_where_no_folder_can_be_made_hearth_starts_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    instance = SingleInstance(tmp_path / "file" / "instance")
    assert instance.claim()
    assert not instance.is_listening


# ---- the question about a hung one ----------------------------------------------------------------------------------


def test_return_waits_escape_leaves_and_ending_must_be_pressed(qtbot: QtBot) -> None:
    for press, choice in (
        (lambda asked: qtbot.keyClick(asked, Qt.Key.Key_Return), "wait"),
        (lambda asked: qtbot.keyClick(asked, Qt.Key.Key_Escape), "leave"),
        (lambda asked: qtbot.mouseClick(asked.end, Qt.MouseButton.LeftButton), "end"),
    ):
        asked = HungQuestion()
        qtbot.addWidget(asked)
        asked.show()
        assert all(button.text() for button in asked.findChildren(QPushButton))
        press(asked)
        assert (asked.choice, asked.isVisible()) == (choice, False)


# ---- the whole program ----------------------------------------------------------------------------------------------


@pytest.fixture
def hearth(private_home: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []

    def start(*words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "desktop", *words],
            cwd=private_home,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate(timeout=PATIENCE_S)


def test_hearth_started_twice_is_one_hearth_and_quit_ends_it(hearth: Callable[..., subprocess.Popen[str]]) -> None:
    first = hearth()
    socket_path = Path(os.environ["HEARTH_HOME"], "state", "instance")
    until(lambda: is_held(socket_path))
    assert hearth().communicate(timeout=PATIENCE_S) == ("", "")
    assert hearth("quick", "why", "is", "it?").wait(60) == 0
    assert hearth("quit").wait(60) == 0
    assert first.wait(60) == 0
    ended = hearth("quit")
    assert ended.communicate(timeout=PATIENCE_S)[1] == "Hearth is not running.\n"


def test_without_a_display_a_verb_reaches_the_running_one_or_says_that_there_is_none(private_home: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "desktop", "talk"],
        env={**bare, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "Hearth is not running, and there is no display here to start it on.\n"


def test_the_second_start_loads_no_qt(hearth: Callable[..., subprocess.Popen[str]], private_home: Path) -> None:
    code = (
        "import sys; from desktop.__main__ import main; status = main(['toggle']);"
        "print(status, sorted({n.split('.')[0] for n in sys.modules} & {'PySide6', 'asyncio', 'argparse', 'psutil'}))"
    )
    first = hearth()
    socket_path = Path(os.environ["HEARTH_HOME"], "state", "instance")
    until(lambda: is_held(socket_path))
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert done.stdout == "0 []\n"
    first.send_signal(signal.SIGTERM)
    assert first.wait(60) == 0
    assert holder_of(socket_path) is None


def test_the_lock_of_a_killed_hearth_is_free_at_once(hearth: Callable[..., subprocess.Popen[str]]) -> None:
    first = hearth()
    socket_path = Path(os.environ["HEARTH_HOME"], "state", "instance")
    until(lambda: is_held(socket_path))
    first.kill()
    first.wait(10)
    lock = InstanceLock.take(socket_path)
    assert lock is not None
    lock.release()


@pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}")
def test_a_hung_hearth_is_ended_on_the_owners_word_and_the_second_start_takes_its_place(
    tmp_path: Path, private_home: Path
) -> None:
    with XvfbDesktop(tmp_path / "screen") as desktop:
        command = [sys.executable, "-P", "-m", "desktop"]
        environment = {**os.environ, **desktop.environment, "PYTHONPATH": str(ROOT), "HEARTH_STARTUP_TRACE": "1"}
        first = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert first.stdout is not None
        socket_path = Path(os.environ["HEARTH_HOME"], "state", "instance")
        desktop.until(lambda: is_held(socket_path), "the first")
        assert hand_over(Request("show"), socket_path, 30) == "done"
        os.kill(first.pid, signal.SIGSTOP)
        second = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        try:
            desktop.until(lambda: "Hearth does not answer" in " ".join(desktop.titles()), "the question")
            time.sleep(0.3)  # the window manager gives it the focus
            desktop.press("shift+Tab", "space")
            assert "painted" in second.stdout.readline()
            assert first.wait(10) == 0  # it was only stopped: it could end in order
            holder = holder_of(socket_path)
            assert holder is not None
            assert holder.pid == second.pid
        finally:
            for process in (first, second):
                process.kill()
                process.communicate()


def until(condition: Callable[[], bool], *, timeout_s: float = 30.0) -> None:
    until_s = time.monotonic() + timeout_s
    while not condition():
        QApplication.processEvents()
        assert time.monotonic() < until_s
        time.sleep(0.02)
