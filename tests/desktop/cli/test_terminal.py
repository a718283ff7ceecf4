"""The terminal face as a person uses it: real processes, a real profile, a stand-in server on loopback."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.peers.ollama_replies import Pause, Say, Think, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

ROOT = Path(__file__).resolve().parent.parent.parent.parent
PASSPHRASE = "four unrelated garden words"
MODEL = "llama3.2:3b"


class Terminal:
    """Runs `hearth …` with a home of its own."""

    def __init__(self, home: Path, address: str) -> None:
        self.home = home
        self.environment = {**os.environ, "HEARTH_HOME": str(home), "OLLAMA_HOST": address, "PYTHONUTF8": "1"}

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-P", "-c", _START.format(root=str(ROOT)), *words]

    def run(self, *words: str, stdin: bytes = b"", unlock: bool = True) -> subprocess.CompletedProcess[bytes]:
        environment, descriptors = self.environment, ()
        if unlock:
            reading, writing = os.pipe()
            os.write(writing, PASSPHRASE.encode())
            os.close(writing)
            environment, descriptors = {**environment, "HEARTH_PASSPHRASE_FD": str(reading)}, (reading,)
        try:
            return subprocess.run(
                self.command(*words),
                env=environment,
                input=stdin,
                pass_fds=descriptors,
                capture_output=True,
                timeout=PATIENCE_S,
                check=False,
                cwd=self.home.parent,
            )
        finally:
            for descriptor in descriptors:
                os.close(descriptor)


_START = "import sys; sys.path.insert(0, {root!r}); from desktop.__main__ import main; sys.exit(main())"


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
async def terminal(tmp_path: Path, peer: OllamaPeer) -> Terminal:
    at_hand = ProfileAtHand(tmp_path / "hearth", peer.address)
    await (await at_hand.vault(passphrase=PASSPHRASE)).close()
    return Terminal(tmp_path / "hearth", peer.address)


def test_a_question_is_answered_on_standard_output_and_kept(terminal: Terminal, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Forty-two."), answer("The answer"))
    done = terminal.run("ask", "What", "is", "it?")
    assert (done.returncode, done.stdout.decode()) == (0, "Forty-two.\n"), done.stderr.decode()
    exported = terminal.run("export", "-", "--format", "markdown").stdout.decode()
    assert "What is it?" in exported
    assert "Forty-two." in exported
    assert "The answer" in exported


def test_what_is_piped_is_what_the_question_is_about(terminal: Terminal, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("A poem."))
    assert terminal.run("ask", "What is this?", stdin=b"roses are red").returncode == 0
    prompt = json.dumps(peer.chats()[0]["messages"])
    assert "roses are red" in prompt
    assert "What is this?" in prompt


def test_a_piped_question_alone_is_the_question(terminal: Terminal, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Yes."))
    assert terminal.run("ask", stdin="Größe?\n".encode()).stdout == b"Yes.\n"
    assert peer.chats()[0]["messages"][-1]["content"].startswith("Größe?")


@pytest.mark.parametrize("stdin", [b"\xff\xfe\x00binary", b"   \n"])
def test_binary_or_empty_input_is_refused_with_a_sentence(terminal: Terminal, stdin: bytes) -> None:
    done = terminal.run("ask", "--private", stdin=stdin, unlock=False)
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 2
    assert "Traceback" not in done.stderr.decode()


def test_json_is_one_object_a_line_from_start_to_end(terminal: Terminal, peer: OllamaPeer) -> None:
    peer.script("qwen3:4b", [Think("hm"), *answer("Four.")])
    done = terminal.run("ask", "--json", "--private", "--model", "qwen3:4b", "2+2?", unlock=False)
    events = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert events[0]["event"] == "started"
    assert "".join(event["text"] for event in events if event["event"] == "text") == "Four."
    assert "".join(event["text"] for event in events if event["event"] == "thinking") == "hm"
    assert events[-1]["event"] == "finished"
    assert events[-1]["usage"]["answer_tokens"] > 0


def test_a_private_question_leaves_nothing_and_needs_no_profile(tmp_path: Path, peer: OllamaPeer) -> None:
    terminal = Terminal(tmp_path / "empty", peer.address)
    assert terminal.run("ask", "--private", "psst", unlock=False).returncode == 0
    assert not list((tmp_path / "empty").rglob("*")), "an empty home must stay empty"


def test_every_trouble_is_a_sentence_and_a_next_step(terminal: Terminal, tmp_path: Path) -> None:
    nobody = Terminal(terminal.home, "127.0.0.1:9")
    for words, unlock, expected in (
        (("ask", "hello"), True, "not running"),
        (("ask", "hello", "--profile", "Nobody"), True, "no profile called"),
        (("ask", "hello", "--chat", "nonsense"), True, "chat"),
        (("import", "nothing.json"), True, "no such file"),
        (("export", str(tmp_path / "no" / "where.md")), True, "cannot be used"),
    ):
        done = nobody.run(*words, unlock=unlock)
        assert done.returncode == 1, words
        assert expected in done.stderr.decode(), words
        assert "Traceback" not in done.stderr.decode()


def test_a_wrong_passphrase_opens_nothing(terminal: Terminal) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"not the passphrase")
    os.close(writing)
    environment = {**terminal.environment, "HEARTH_PASSPHRASE_FD": str(reading)}
    done = subprocess.run(
        terminal.command("ask", "hello"),
        env=environment,
        pass_fds=(reading,),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    os.close(reading)
    assert done.returncode == 1
    assert "does not open" in done.stderr.decode()


def test_an_exported_file_is_the_owners_alone_and_comes_back(
    terminal: Terminal, peer: OllamaPeer, tmp_path: Path
) -> None:
    peer.script(MODEL, answer("kept"))
    terminal.run("ask", "remember this")
    file = tmp_path / "chats.json"
    assert terminal.run("export", str(file)).returncode == 0
    assert file.stat().st_mode & 0o077 == 0
    again = terminal.run("import", str(file))
    assert again.returncode == 0, again.stderr.decode()
    assert b"0 chats" in again.stdout or b"already" in again.stdout


def test_backup_verify_and_list_work_from_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    assert b"everything is whole" in terminal.run("vault", "verify").stdout
    backup = tmp_path / "copy.hearth-backup"
    assert terminal.run("vault", "backup", str(backup)).returncode == 0
    assert backup.read_bytes()[:4] != b"SQLi"
    assert b"Personal" in terminal.run("vault", "list", unlock=False).stdout


def test_interrupting_an_answer_ends_the_program_and_keeps_what_arrived(terminal: Terminal, peer: OllamaPeer) -> None:
    peer.script(MODEL, [Say("The beginning"), Pause(60), Say("the end")])
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode())
    os.close(writing)
    process = subprocess.Popen(
        terminal.command("ask", "tell me"),
        env={**terminal.environment, "HEARTH_PASSPHRASE_FD": str(reading), "PYTHONFAULTHANDLER": "1"},
        pass_fds=(reading,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(reading)
    assert process.stdout is not None
    assert process.stdout.read(13) == b"The beginning"
    process.send_signal(signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)  # it tells where its threads are
        _, errors = process.communicate()
    assert process.returncode == 130, errors.decode()
    assert b"Traceback" not in errors
    assert b"The beginning" in terminal.run("export", "-").stdout


def test_doctor_looks_at_everything_and_fails_without_a_server(terminal: Terminal) -> None:
    done = terminal.run("doctor", "--json", unlock=False)
    subjects = {json.loads(line)["subject"].split(" ")[0] for line in done.stdout.decode().splitlines()}
    assert {"versions", "window", "encryption", "keyring", "profile", "disk", "hardware", "sound", "server"} <= subjects
    nobody = Terminal(terminal.home, "127.0.0.1:9").run("doctor", unlock=False)
    assert nobody.returncode == 1
    assert "→" in nobody.stdout.decode()


def test_a_conversation_at_a_real_terminal_from_the_first_start(tmp_path: Path, peer: OllamaPeer) -> None:
    """On a pseudo-terminal, as a person: makes the profile, asks, stops, asks again, and leaves."""
    peer.script(MODEL, answer("Good evening."), answer("A greeting"), [Say("Long ago"), Pause(60)], answer("Short."))
    terminal = Terminal(tmp_path / "hearth", peer.address)
    screen = Screen(terminal.command("chat"), terminal.environment)
    screen.wait_for("New passphrase")
    screen.type(PASSPHRASE + "\n")
    screen.wait_for("once more")
    screen.type(PASSPHRASE + "\n")
    screen.wait_for("recovery key")
    screen.wait_for("Type a question")
    screen.type("Hello?\n")
    screen.wait_for("Good evening.")
    screen.wait_for("›")
    screen.type("Tell me a story\n")
    screen.wait_for("Long ago")
    screen.type("\x03")
    screen.wait_for("(stopped)")
    screen.type("/again\n")
    screen.wait_for("Short.")
    screen.type("/quit\n")
    assert screen.end() == 0
    assert PASSPHRASE not in screen.text, "a passphrase is never shown"
    exported = terminal.run("export", "-").stdout.decode()
    assert "Good evening." in exported


class Screen:
    """A program on a pseudo-terminal."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.text = ""
        self._position = 0
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.execve(command[0], command, environment)
        os.set_blocking(self._file, False)

    def type(self, keys: str) -> None:
        os.write(self._file, keys.encode())

    def wait_for(self, text: str, timeout_s: float = 30.0) -> None:
        """Read on until `text` was shown after what was waited for before."""
        ends = time.monotonic() + timeout_s
        while (found := self.text.find(text, self._position)) < 0:
            self._read()
            assert time.monotonic() < ends, f"never saw {text!r} in {self.text!r}"
            time.sleep(0.02)
        self._position = found + len(text)

    def end(self, timeout_s: float = 30.0) -> int:
        """The program's exit status."""
        ends = time.monotonic() + timeout_s
        while True:
            self._read()
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                os.close(self._file)
                return os.waitstatus_to_exitcode(status)
            assert time.monotonic() < ends, "did not end"
            time.sleep(0.02)

    def _read(self) -> None:
        try:
            self.text += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", os.read(self._file, 65536).decode(errors="replace"))
        except (BlockingIOError, OSError):
            return


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_no_other_program_may_look_into_the_terminals_memory(tmp_path: Path) -> None:
    code = (
        "import ctypes; from desktop.cli.main import main; main(['vault', 'list']);"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"  # PR_GET_DUMPABLE
    )
    environment = {**os.environ, "HEARTH_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
