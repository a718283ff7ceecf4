"""The palette on a real desktop: real keys from another process, read through the accessibility bus."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.paths import HearthPaths
from core.vault.kdf import FLOOR
from core.vault.profiles import Profiles
from tests.peers.ollama_server import OllamaPeer
from tests.peers.screen_reader import Seen
from tests.peers.xvfb_desktop import XvfbDesktop, missing_programs

ROOT = Path(__file__).resolve().parent.parent.parent.parent
PASSPHRASE = "four unrelated garden words"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing_programs()), reason="needs Xvfb, openbox and xdotool"
)


async def a_profile(home: Path) -> None:
    vault, _ = await Profiles(HearthPaths.below(home), kdf=FLOOR).create(
        "Personal", passphrase=PASSPHRASE, use_keyring=False
    )
    await vault.close()


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[XvfbDesktop]:
    with XvfbDesktop(tmp_path / "screen") as desktop:
        yield desktop


def focused(desktop: XvfbDesktop, name: str) -> Seen:
    def look() -> Seen | None:
        seen = desktop.reader.find(name, "text")
        return seen if seen is not None and "focused" in seen.states else None

    return desktop.until(look, f"the keyboard in “{name}”")


def test_by_keys_alone_a_setting_is_found_and_a_shortcut_works_after_the_palette(
    desktop: XvfbDesktop, tmp_path: Path
) -> None:
    home = tmp_path / "hearth"
    asyncio.run(a_profile(home))
    with OllamaPeer() as peer:
        environment = {**desktop.environment, "HEARTH_HOME": str(home), "OLLAMA_HOST": peer.address}
        environment.update(HEARTH_STARTUP_TRACE="1", PYTHONUTF8="1")
        command = [sys.executable, "-P", "-m", "desktop"]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            assert any(json.loads(line)["event"] == "ready" for line in process.stdout)
            focused(desktop, "Passphrase")
            desktop.type(PASSPHRASE)
            desktop.press("Return")
            focused(desktop, "Message")
            walk_through(desktop)
            desktop.press("ctrl+q")
            assert process.wait(30) == 0
        finally:
            process.kill()
            process.communicate()


def walk_through(desktop: XvfbDesktop) -> None:
    desktop.press("ctrl+k")
    focused(desktop, "Find anything")
    desktop.see("New chat, Chats, Action, Ctrl+N", part=True)
    desktop.type("sideb")
    desktop.see("Sidebar, View", part=True)
    desktop.press("Escape")
    desktop.no_longer_see("Find anything", "text")
    desktop.press("ctrl+k")
    focused(desktop, "Find anything")
    desktop.type("dark")
    desktop.see("Theme, Appearance, Setting")
    desktop.press("Return")
    desktop.see("Theme", "label")
    desktop.press("Escape")
    desktop.no_longer_see("Theme", "label")
    desktop.press("ctrl+k")
    focused(desktop, "Find anything")
    desktop.press("Escape")
