"""Another X client: a keyboard that presses and holds keys, and a program that holds a combination for itself.

Presses go through XTEST, so the server treats them as a real keyboard's: it repeats what is held and feeds grabs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.peers.patience import PATIENCE_S

CLIENT = """
import json, sys
from Xlib import X, XK, display, error
from Xlib.ext import xtest

server = display.Display()
root = server.screen().root
XK.load_keysym_group("xf86")

def keycode(name):
    if isinstance(name, int):
        return name
    return server.keysym_to_keycode(XK.string_to_keysym(name))

def grab(name, modifiers):
    refused = error.CatchError(error.BadAccess)
    root.grab_key(keycode(name), modifiers, 0, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
    server.sync()
    return refused.get_error() is None

for line in sys.stdin:
    verb, *words = json.loads(line)
    answer = True
    if verb == "down":
        xtest.fake_input(server, X.KeyPress, keycode(words[0]))
    elif verb == "up":
        xtest.fake_input(server, X.KeyRelease, keycode(words[0]))
    elif verb == "repeat":
        server.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOn)
    elif verb == "grab":
        answer = grab(*words)
    elif verb == "ungrab":
        root.ungrab_key(keycode(words[0]), words[1])
    elif verb == "keycode":
        answer = server.keysym_to_keycodes(XK.string_to_keysym(words[0]))
        answer = [code for code, column in answer]
    elif verb == "locks":
        answer = root.query_pointer().mask
    server.sync()
    while server.pending_events():
        server.next_event()
    print(json.dumps(answer), flush=True)
"""


class KeyPresser:
    """A process of its own on one X server. Names are keysyms (“space”, “Control_L”), numbers key codes."""

    def __init__(self, display: str) -> None:
        environment: Mapping[str, str] = {**os.environ, "DISPLAY": display}
        self._process = subprocess.Popen(
            [sys.executable, "-c", CLIENT],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def down(self, *names: str | int) -> None:
        """Press these keys, one after the other, and hold them."""
        for name in names:
            self._ask("down", name)

    def up(self, *names: str | int) -> None:
        """Let these keys go."""
        for name in names:
            self._ask("up", name)

    def tap(self, *names: str | int) -> None:
        """Press all, then let all go, the last one first."""
        self.down(*names)
        self.up(*reversed(names))

    def repeat_held_keys(self) -> None:
        """Switch auto-repeat on, as `xset r on` does."""
        self._ask("repeat")

    def grab(self, name: str, modifiers: int) -> bool:
        """Hold a combination, as another program would; tells whether it was free."""
        return bool(self._ask("grab", name, modifiers))

    def ungrab(self, name: str, modifiers: int) -> None:
        """Let it go."""
        self._ask("ungrab", name, modifiers)

    def locks(self) -> int:
        """The bits of the modifiers and locks that are on now."""
        return int(str(self._ask("locks")))

    def _ask(self, *words: object) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


class BareXServer:
    """An Xvfb with nothing on it. `display` is its name."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "320x240x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.display = f":{number}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def set_layout(self, *words: str) -> None:
        """Change the keyboard's layout, as `setxkbmap` does."""
        subprocess.run(["setxkbmap", "-display", self.display, *words], check=True, timeout=PATIENCE_S, cwd=Path("/"))

    def kill(self) -> None:
        """End it, as a crash of the server would."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)
