"""A small Qt program that is a single instance, run as a process of its own: `python -m tests.peers.instance_program`.

It prints a line of JSON for what happens: `first`, `second`, one `arrived` a request, and `ended`. `--deaf`
ignores SIGTERM; `--listen-after S` is busy for so many seconds before it listens. The request “quit” ends it.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.cli.handover import hand_over
from desktop.end_signals import EndSignals
from desktop.instance_lock import InstanceLock
from desktop.single_instance import SingleInstance
from desktop.start_request import Request


def say(**what: object) -> None:
    """One line for the test that started this."""
    print(json.dumps(what), flush=True)


def main() -> int:
    """Be the first, or hand over to it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("socket_path", type=Path)
    parser.add_argument("--deaf", action="store_true")
    parser.add_argument("--listen-after", type=float, default=0.0)
    options = parser.parse_args()
    lock = InstanceLock.take(options.socket_path)
    if lock is None:
        say(event="second", outcome=hand_over(Request("show"), options.socket_path))
        return 0
    time.sleep(options.listen_after)
    application = QApplication([])
    instance = SingleInstance(options.socket_path, lock=lock)

    def arrived(request: Request) -> None:
        say(event="arrived", **request._asdict())
        if request.verb == "quit":
            QTimer.singleShot(0, application.quit)

    if options.deaf:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    else:
        EndSignals(application.quit, parent=instance)
    instance.arrived.connect(arrived)
    instance.claim()
    say(event="first", listening=instance.is_listening)
    application.exec()
    instance.close()
    say(event="ended")
    return 0


if __name__ == "__main__":
    sys.exit(main())
