"""The second start: passes on what it was started for to the first, without Qt, and knows when the first is hung.

The first one answers only after its window has had its turn. So silence means that the window does not work, although
its process lives and the kernel goes on accepting connections for it.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop.instance_address import address_of
from desktop.instance_lock import Holder, InstanceLock, holder_of, is_held
from desktop.start_request import Request, RequestUnfit

if TYPE_CHECKING:
    import psutil

Outcome = Literal["done", "nobody", "hung", "refused"]
"""Passed on; nobody has the lock; the first one does not answer; the request is none that it would take."""

Choice = Literal["wait", "end", "leave"]

ANSWER_WITHIN_S = 3.0
STARTING_OR_CLOSING_S = 20.0
"""So long the first may have the lock without listening: a cold disk before, a closing vault (15 s at most) after."""

WAIT_MORE_S = 15.0
"""So long the second waits when it was told to wait, before it asks again."""

LOOK_EVERY_S = 0.02
END_GRACE_S = 5.0

SENTENCES = {
    "nobody": "Hearth is not running.",
    "hung": "The Hearth that is running does not answer. It was left as it is.",
    "refused": "The Hearth that is running does not take this. Is the text very long, or was Hearth just updated?",
}

NO_DISPLAY_HERE = "Hearth is not running, and there is no display here to start it on."
QUESTION = "The Hearth that is running does not answer. End it? What was saved is safe. (y/n) "

_MOST_REPLY_BYTES = 4096
_NOT_YET = (FileNotFoundError, ConnectionRefusedError)


def hand_over(
    request: Request,
    socket_path: Path,
    timeout_s: float = ANSWER_WITHIN_S,
    *,
    starting_s: float = STARTING_OR_CLOSING_S,
) -> Outcome:
    """Tell the first instance what is wanted. `timeout_s` is for its answer, `starting_s` until it listens at all."""
    try:
        line = request.as_line()
    except RequestUnfit:
        return "refused"
    started_s = time.monotonic()
    while is_held(socket_path):
        try:
            reply = _asked(line, address_of(socket_path), timeout_s)
        except _NOT_YET:
            if time.monotonic() - started_s > starting_s:
                return "hung"
            time.sleep(LOOK_EVERY_S)
            continue
        except BlockingIOError:  # its queue is full: others wait already
            if time.monotonic() - started_s > timeout_s:
                return "hung"
            time.sleep(LOOK_EVERY_S)
            continue
        except TimeoutError:
            return "hung"
        except OSError:  # it ended while it was asked
            reply = b""
        if reply:
            return "done" if _is_yes(reply) else "refused"
        if request.verb == "quit":
            return "done"
        if time.monotonic() - started_s > starting_s:
            return "hung"
        time.sleep(LOOK_EVERY_S)
    return "nobody"


def become_first(
    request: Request | None, socket_path: Path, *, ask: Callable[[], Choice], timeout_s: float = ANSWER_WITHIN_S
) -> InstanceLock | Outcome:
    """The lock, when this start is the first; else what came of handing over `request`.

    None asks for nothing: a start at login that finds Hearth running is done. A hung first one is asked about with
    `ask`; “hung” comes back when it was left alone or would not end. Raises OSError: no lock can be made here.
    """
    patience_s = timeout_s
    while True:
        lock = InstanceLock.take(socket_path)
        if lock is not None:
            return lock
        outcome: Outcome = "done" if request is None else hand_over(request, socket_path, patience_s)
        if outcome == "nobody":
            continue
        if outcome != "hung":
            return outcome
        choice = ask()
        if choice == "leave":
            return "hung"
        if choice == "wait":
            patience_s = WAIT_MORE_S
            continue
        holder = holder_of(socket_path)
        if holder is not None and not end_hung(holder):
            return "hung"


def hand_over_here(request: Request, socket_path: Path) -> int:
    """Hand over where no window can be opened; returns the exit status. A hung first one is asked about in words."""
    while True:
        outcome = hand_over(request, socket_path)
        if outcome == "nobody" and request.verb != "quit":
            print(NO_DISPLAY_HERE, file=sys.stderr)
            return 1
        if outcome != "hung" or not sys.stdin.isatty():
            return status_of(outcome)
        choice = ask_in_words()
        if choice == "leave":
            return status_of("hung")
        holder = holder_of(socket_path)
        if choice == "end" and holder is not None and not end_hung(holder):
            return status_of("hung")


def ask_in_words() -> Choice:
    """What to do about a hung first one, asked in the terminal. Only a clear yes ends it."""
    try:
        said = input(QUESTION)
    except EOFError:
        return "leave"
    return "end" if said.strip().casefold() in ("y", "yes") else "leave"


def status_of(outcome: Outcome) -> int:
    """The exit status of a start that did not become the first, after saying on standard error what went wrong."""
    if outcome != "done":
        print(SENTENCES[outcome], file=sys.stderr)
    return 0 if outcome == "done" else 1


def end_hung(holder: Holder, *, grace_s: float = END_GRACE_S) -> bool:
    """End a hung Hearth, first kindly, then for good; the vault is made to survive that. True when it is gone.

    Only a process that is proven to be the holder is touched: of this user, running the recorded program, and older
    than the record. A process that got the number later is younger.
    """
    import psutil

    try:
        process = psutil.Process(holder.pid)
        if not _is_holder(process, holder):
            return False
        process.terminate()
        if sys.platform != "win32":
            process.resume()  # one that was stopped with Ctrl+Z can end in order now
        if _ends_within(process, grace_s):
            return True
        process.kill()
        return _ends_within(process, grace_s)
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False


def _ends_within(process: psutil.Process, grace_s: float) -> bool:
    """One whose parent has not taken note of its end yet has ended all the same: its locks are free."""
    until_s = time.monotonic() + grace_s
    while process.is_running() and process.status() != "zombie":
        if time.monotonic() > until_s:
            return False
        time.sleep(LOOK_EVERY_S)
    return True


def _is_holder(process: psutil.Process, holder: Holder) -> bool:
    if process.pid == os.getpid() or process.create_time() > holder.since + 1.0:  # clock ticks are coarser than time
        return False
    if sys.platform != "win32" and process.uids().real != os.getuid():
        return False
    return os.path.realpath(process.exe()) == os.path.realpath(holder.executable)


def _is_yes(reply: bytes) -> bool:
    try:
        read = json.loads(reply)
    except (ValueError, RecursionError):
        return False
    return isinstance(read, dict) and read.get("ok") is True


# ---- the line to the first ------------------------------------------------------------------------------------------

if sys.platform == "win32":

    def _asked(line: bytes, address: str, timeout_s: float) -> bytes:
        """The reply. A named pipe knows no time limit, so a thread that ends with the process waits for it."""
        replies: list[bytes] = []
        troubles: list[OSError] = []

        def ask() -> None:
            try:
                with open(address, "r+b", buffering=0) as pipe:  # noqa: PTH123 a pipe is no path
                    pipe.write(line)
                    replies.append(pipe.readline(_MOST_REPLY_BYTES))
            except OSError as trouble:
                troubles.append(trouble)

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(timeout_s)
        if asking.is_alive():
            raise TimeoutError
        if troubles:
            busy = troubles[0].winerror == 231  # ERROR_PIPE_BUSY: each of its instances serves somebody
            raise BlockingIOError if busy else troubles[0]
        return replies[0]

else:

    def _asked(line: bytes, address: str, timeout_s: float) -> bytes:
        """The reply, b"" when it ended instead. Raises TimeoutError, BlockingIOError: its queue is full."""
        until_s = time.monotonic() + timeout_s
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line_to_first:
            line_to_first.settimeout(timeout_s)
            line_to_first.connect(address)
            if _user_of(line_to_first) not in (None, os.getuid()):
                raise ConnectionRefusedError
            line_to_first.sendall(line)
            reply = b""
            while not reply.endswith(b"\n") and len(reply) < _MOST_REPLY_BYTES:
                line_to_first.settimeout(max(0.01, until_s - time.monotonic()))
                piece = line_to_first.recv(_MOST_REPLY_BYTES)
                if not piece:
                    break
                reply += piece
        return reply


def _user_of(connection: socket.socket) -> int | None:
    """Who listens at the other end, where the kernel says it."""
    if not hasattr(socket, "SO_PEERCRED"):
        return None
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return int(struct.unpack("3i", credentials)[1])
