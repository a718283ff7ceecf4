"""Pictures of every page in every theme and language, drawn off-screen by the real program with stand-ins around it.

python3 build/dev.py screenshots                             everything in English, to .cache/screenshots
python3 build/dev.py screenshots --theme dark --only chat    what has “chat” in its name, dark
python3 build/dev.py screenshots --lang de --text 150        in German, with text half as large again
python3 build/dev.py screenshots --readme                    the pictures of the README, to assets/screenshots

What is drawn is named in build/pictures/: a module for each room, `scene_list` for all of them.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import tempfile
import traceback
from datetime import UTC
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["PATH"] = "/nowhere"  # whatever this computer has installed stands in no picture

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

import core.library.model_library as model_library
from build.pictures import readme_scenes
from build.pictures.camera import Camera
from build.pictures.scene_list import SCENES
from build.pictures.stage import LAPTOP, NOW, Studio, respond
from core.clock import RealClock
from desktop.app import make_application
from desktop.translation import NAMES
from tests.peers.ollama_server import OllamaPeer

ROOT = Path(__file__).resolve().parent.parent
THEMES = ("light", "dark", "high_contrast")
OLLAMA_PORT = 11434
TEXT_SIZES = (80, 100, 150, 200)


def draw(camera: Camera, studio: Studio) -> list[str]:
    """Draw every scene that has a wanted picture; returns the names of those that failed, each told at once."""
    failed = []
    for scene in SCENES:
        if not camera.begin(scene):
            continue
        try:
            scene.draw(camera, studio)
        except Exception:  # noqa: BLE001 one scene that fails must not cost the pictures of the others
            failed.append(scene.draw.__name__)
            traceback.print_exc()
    return failed


def suffix(theme: str, language: str, text_percent: int) -> str:
    """What stands behind the name of each picture."""
    parts = [theme, *([language] if language != "en" else []), *([str(text_percent)] if text_percent != 100 else [])]
    return "-".join(parts)


def tell(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
    """Qt's messages, without what goes without saying: that nothing is on a screen."""
    if kind != QtMsgType.QtDebugMsg and not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def be_the_same_everywhere() -> None:
    """The answers in the pictures were written at one time of one day, on one computer, whenever they are drawn."""
    RealClock.now = lambda self: NOW.astimezone(UTC)  # type: ignore[method-assign]
    model_library.look_at_hardware = lambda *_, **__: LAPTOP  # type: ignore[assignment]
    model_library._free_bytes = lambda _: LAPTOP.free_disk_bytes  # type: ignore[assignment]


def usual_port() -> int:
    """Where an Ollama answers, which some pictures name; 0 for any port where something has it already."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", OLLAMA_PORT))
        except OSError:
            return 0
    return OLLAMA_PORT


def main(arguments: list[str]) -> int:
    """Draw what is asked for; returns the exit status."""
    parser = argparse.ArgumentParser(prog="screenshots", description="Pictures of every page.")
    parser.add_argument("--to", type=Path, help="a folder (.cache/screenshots, --readme: assets/screenshots)")
    parser.add_argument("--theme", choices=THEMES, action="append", help="only this theme")
    parser.add_argument("--lang", choices=sorted(NAMES), action="append", help="in this language (en)")
    parser.add_argument("--text", choices=TEXT_SIZES, type=int, default=100, help="size of the text in percent")
    parser.add_argument("--only", default="", help="only pictures whose name has this in it")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README instead")
    chosen = parser.parse_args(arguments)
    be_the_same_everywhere()
    qInstallMessageHandler(tell)
    application = make_application()
    application.setCursorFlashTime(0)
    failed: list[str] = []
    with (
        OllamaPeer(respond=respond, port=usual_port()) as peer,
        tempfile.TemporaryDirectory(prefix="hearth-pictures-") as folder,
    ):
        if chosen.readme:
            readme_scenes.draw(Path(folder), peer, chosen.to or ROOT / "assets" / "screenshots")
            return 0
        folder_of_pictures = chosen.to or ROOT / ".cache" / "screenshots"
        for language in chosen.lang or ["en"]:
            for theme in chosen.theme or THEMES:
                camera = Camera(folder_of_pictures, suffix(theme, language, chosen.text), chosen.only)
                studio = Studio(Path(folder), peer, theme, language, chosen.text)
                failed += [f"{one} ({camera.suffix})" for one in draw(camera, studio)]
                print(f"{len(camera.taken)} pictures, {camera.suffix}, in {folder_of_pictures}", flush=True)
    for one in failed:
        print(f"not drawn to its end: {one}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
