"""`hearth`: sets process-wide guards before any other import, then chooses window or terminal."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.cli.handover import Choice
    from desktop.start_request import Request

STARTED_NS = time.monotonic_ns()

# Read by libraries when they are imported, now or in a later version that needs them; so they come first.
GUARDS: Mapping[str, str] = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime phones home otherwise; ORT_TELEMETRY_DISABLED does nothing
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DO_NOT_TRACK": "1",
}
os.environ.update(GUARDS)

BACKGROUND = "--background"
"""Asks for nothing but to be there: the tray and no window. What a start at login says."""

NO_DISPLAY = "There is no display here, so Hearth opens in the terminal. (“hearth --help” shows what it can do there.)"


def main(argv: Sequence[str] | None = None) -> int:
    """The console script. No argument opens the window, or the terminal chat where there is no display."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--self-test"]:
        from desktop.self_test import main as self_test

        return self_test()
    if arguments[:1] == ["--child"]:
        return _child(arguments[1:])
    if not has_display(os.environ, sys.platform):
        if arguments:
            return _terminal(arguments)
        print(NO_DISPLAY, file=sys.stderr)
        return _terminal(["chat"])
    if arguments == [BACKGROUND]:
        return _window(None)
    from desktop.start_request import request_of

    request = request_of(arguments, token=_activation_token(os.environ))
    return _terminal(arguments) if request is None else _window(request)


def _child(arguments: list[str]) -> int:
    """A part of Hearth in a process of its own: a frozen program has no other Python (see models/child_command.py)."""
    from importlib import import_module

    from models.child_command import MODULES

    if len(arguments) != 1 or arguments[0] not in MODULES:
        return 2
    return int(import_module(arguments[0]).main())


def _window(request: Request | None) -> int:
    """Hand over to the window that is there already, or open it. Qt is loaded for the second only."""
    from core.paths import HearthPaths
    from desktop.cli.handover import become_first, status_of

    try:
        first = become_first(request, HearthPaths.of_this_user().instance_socket, ask=_ask_about_hung)
    except OSError:
        first = None  # the folder is not ours to write to: a second window is better than none
    if isinstance(first, str):
        return status_of(first)
    if request is not None and request.verb == "quit":
        return status_of("nobody")
    gc.disable()  # until the window stands: looking for garbage while importing costs a tenth of the start
    from desktop.app import main as window

    return window(started_ns=STARTED_NS, request=request, lock=first, background=request is None)


def _ask_about_hung() -> Choice:
    from desktop.hung_question import ask

    return ask()


def _activation_token(environment: Mapping[str, str]) -> str:
    """With it the compositor lets the first window come to the front for this start; "" without one."""
    return environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID") or ""


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt would find a screen; without one it ends the process with a misleading message."""
    if environment.get("QT_QPA_PLATFORM"):
        return True
    if platform.startswith(("linux", "freebsd")):
        return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return True


def _terminal(arguments: list[str]) -> int:
    from desktop.cli.main import main as terminal

    return terminal(arguments)


if __name__ == "__main__":
    sys.exit(main())
